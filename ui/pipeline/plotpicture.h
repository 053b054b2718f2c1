// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/chart.h"

#include <QFont>
#include <QPalette>
#include <QRectF>

#include <memory>
#include <optional>

class QPainter;

/// How a plot is shown: everything that is neither a figure nor a place.
struct PlotLook
{
    QPalette palette;
    QFont font;
    Qt::LayoutDirection direction = Qt::LeftToRight;
};

/// Something in a picture that can be pointed at.
struct PlotMark
{
    QRectF area; ///< what a click hits, in the picture's coordinates
    QString sentence; ///< its figures in words, for tool tips and screen readers
    PlotRow row = -1; ///< of the chart's table: whom it leads to
};

/// A chart's plot at one size: where everything stands, drawn into any painter. The chart is kept. Made on any thread, that of lines on the GUI thread; painted
/// on any, by one at a time.
class PlotPicture
{
public:
    virtual ~PlotPicture() = default;
    Q_DISABLE_COPY_MOVE(PlotPicture)

    /// Which class draws which plot is decided here: of a chart that has none its table, null where that tells nothing. \a width is what there is, \a height what
    /// would be filled: the picture is higher where its rows need it, and wider where the figures of a map do.
    [[nodiscard]] static std::unique_ptr<PlotPicture> make(
        const Chart &chart, const PlotLook &look, qreal width, qreal height);

    [[nodiscard]] virtual QSizeF size() const = 0;
    /// In the order in which the keyboard goes through them: as one reads.
    [[nodiscard]] const QList<PlotMark> &marks() const { return m_marks; }
    /// The mark whose keyboard neighbour lies in the direction of \a key (Left, Right, Up, Down, Home, End), or \a mark itself.
    [[nodiscard]] virtual int next(int mark, Qt::Key key) const;
    /// Draws what lies within \a exposed; the ground is the caller's. \a current is the keyboard's mark, \a hovered the pointer's.
    virtual void paint(QPainter &painter, const QRectF &exposed, std::optional<int> current,
        std::optional<int> hovered) const = 0;

protected:
    PlotPicture() = default;

    QList<PlotMark> m_marks;
};

/// What a row of the table is about, in the words it begins with: "Cold → Warm". Empty where it begins with a figure.
[[nodiscard]] QString rowTitle(const Chart &chart, PlotRow row);
/// A row of the table as a sentence: "Cold → Warm: 5,113 moves.", every figure with the title of its column.
[[nodiscard]] QString rowSentence(const Chart &chart, PlotRow row);
/// The colour of \a ink in a palette; marks reach 3 : 1 on base.
[[nodiscard]] QColor inkColour(const PlotInk &ink, const QPalette &palette);
/// Fills \a rect with the ink's colour and, for those who do not see it, its pattern.
void fillInk(QPainter &painter, const QRectF &rect, const PlotInk &ink, const QPalette &palette);
/// A value of an axis for people: "12", "30 %", "3 May"; the first of a month is its name, the first of a year that. Money is in whole units of the
/// currency that the axis' title names.
[[nodiscard]] QString axisText(PlotUnit unit, double value, const QLocale &locale = QLocale());
/// A share of 0…1 without decimals, for where there is little room: "12 %". Little is not none and almost all not all: "<1 %", ">99 %".
[[nodiscard]] QString wholeShareText(double rate, const QLocale &locale = QLocale());
/// Round values of an axis between \a low and \a high, at most \a most of them (2 or more): 1, 2 or 5 times a power of ten; whole months or
/// years of days, below that weeks that begin on Monday.
[[nodiscard]] QList<double> axisTicks(PlotUnit unit, double low, double high, int most);
