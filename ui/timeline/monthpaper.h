// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/plannedmonth.h"
#include "ui_timeline/paperlayout.h"
#include "ui_timeline/tile.h"

#include <QFont>
#include <QLocale>
#include <QPalette>

class QPainter;

/// A month as it stands on paper, legible in black and white: campaigns have a letter beside their colour,
/// statuses a sign. Paints in tenths of a point.
class MonthPaper
{
public:
    static constexpr int UnitsPerInch = 720;

    /// \a size is the printable part of a page in tenths of a point.
    MonthPaper(PlannedMonth month, QSizeF size, const QLocale &locale = QLocale(),
        Qt::LayoutDirection direction = Qt::LeftToRight);

    [[nodiscard]] const QList<PaperPage> &pages() const { return m_pages; }
    /// The heading of the first page.
    [[nodiscard]] QString title() const;
    /// Paints page \a index, 0 the first, with its top left corner at the origin.
    void paint(QPainter &painter, int index) const;

private:
    struct Mark
    {
        QString letter; ///< of a campaign
        int colour = -1; ///< of a campaign
        PostStatus status = PostStatus::Idea;
        bool missed = false;
        QString text;
    };

    void collectLegend();
    void paintHead(QPainter &painter, const PaperPage &page, int index) const;
    void paintWeekdays(QPainter &painter, const PaperPage &page) const;
    void paintCell(QPainter &painter, const PaperPage::Cell &cell) const;
    void paintHeading(QPainter &painter, const PaperPage::Heading &heading, int index) const;
    void paintPost(QPainter &painter, const QRectF &line, const Tile &tile) const;
    void paintWords(
        QPainter &painter, const QRectF &first, const QRectF &below, const QString &text) const;
    [[nodiscard]] qsizetype fittingWords(const QString &text, qsizetype at, qreal width) const;
    void paintLegend(QPainter &painter, const PaperPage &page) const;
    void paintLetter(
        QPainter &painter, const QRectF &box, const QString &letter, int colourIndex) const;
    void paintStatus(QPainter &painter, const QRectF &box, PostStatus status, bool missed) const;
    void paintText(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font,
        Qt::Alignment alignment = Qt::AlignLeading) const;
    [[nodiscard]] QRectF mirrored(const QRectF &rect) const;
    [[nodiscard]] int pageOf(QDate day) const;

    PlannedMonth m_month;
    QLocale m_locale;
    Qt::LayoutDirection m_direction;
    QPalette m_palette;
    QFont m_font;
    QFont m_strong;
    QFont m_title;
    MonthGrid m_grid;
    TilesByDay m_tiles;
    QHash<QString, QString> m_letters; ///< by the name of the campaign
    QList<Mark> m_legend;
    PaperMetrics m_metrics;
    QList<PaperPage> m_pages;
};
