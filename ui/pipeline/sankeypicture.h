// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_pipeline/plotpicture.h"
#include "ui_pipeline/sankeylayout.h"

/// Flows between stages in columns: ribbons onwards, beside each stage who stays, below it who leaves, and below all what leads back.
class SankeyPicture : public PlotPicture
{
public:
    /// \a chart has a SankeyPlot.
    SankeyPicture(Chart chart, const PlotLook &look, qreal width, qreal height);

    [[nodiscard]] QSizeF size() const override { return m_layout.size() * m_scale; }
    void paint(QPainter &painter, const QRectF &exposed, std::optional<int> current,
        std::optional<int> hovered) const override;

    /// Before it is drawn smaller by scale().
    [[nodiscard]] const SankeyLayout &layout() const { return m_layout; }
    /// 1, or less where the names of the stages would not find room otherwise.
    [[nodiscard]] qreal scale() const { return m_scale; }

private:
    /// What a mark stands for: a stage or a hub, or a link.
    struct Meaning
    {
        int node = -1;
        int link = -1;
    };

    [[nodiscard]] const SankeyPlot &plot() const { return std::get<SankeyPlot>(m_chart.plot); }
    [[nodiscard]] bool concerns(std::optional<int> mark, int link) const;
    void addMark(const QRectF &area, Meaning meaning);
    [[nodiscard]] QString nodeSentence(int node) const;
    [[nodiscard]] QString linkSentence(int link) const;
    [[nodiscard]] QString arcText(int link) const;
    [[nodiscard]] QString noteText(int link) const;
    /// Strong, for the names of all stages, so small that the longest has room as far as can be.
    [[nodiscard]] QFont stageFont() const;
    void addNodeMarks(int node);
    void addHubMarks(int hub);
    void paintRibbon(QPainter &painter, const SankeyRibbon &ribbon, bool isStrong) const;
    void paintNode(QPainter &painter, int node, bool isStrong) const;
    void paintHook(QPainter &painter, const SankeyHook &hook) const;
    void paintWords(QPainter &painter, int node) const;
    void paintLines(QPainter &painter, QRectF line, const QString &name, const QFont &font,
        const QString &figure) const;
    void paintLine(
        QPainter &painter, const QRectF &line, const QString &name, const QString &figure) const;
    void paintNote(QPainter &painter, const SankeyNote &note, bool isStrong) const;
    void paintArc(QPainter &painter, const SankeyArc &arc, bool isStrong) const;

    Chart m_chart;
    PlotLook m_look;
    qreal m_scale = 1;
    SankeyLayout m_layout;
    QFont m_stageFont;
    QList<Meaning> m_meanings; ///< of each mark
};
