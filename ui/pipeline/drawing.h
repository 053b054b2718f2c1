// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDate>
#include <QFont>
#include <QList>
#include <QPalette>
#include <QSizeF>
#include <QString>

#include <functional>

class QPainter;

/// A chart for paper, and what else a file holds of it. Lengths are in pixels of 1/96 inch.
struct Drawing
{
    QSizeF size;
    std::function<void(QPainter &)> paint; ///< onto white, from (0, 0) on
    QString title;
    QString subtitle;
    QByteArray csv; ///< the same figures as a table
};

/// How things look on paper: dark on white, in the font and the direction of the program.
struct PaperLook
{
    QPalette palette;
    QFont font;
    Qt::LayoutDirection direction = Qt::LeftToRight;

    /// Needs a QGuiApplication.
    [[nodiscard]] static PaperLook ofProgram();
};

/// How wide a drawing is that stands alone, and one among others on a page of A4, where it is shrunk a little.
inline constexpr qreal AloneWidth = 1120;
inline constexpr qreal OnPageWidth = 840;

/// The content of a file of that \a suffix: png (twice the size, or less where that would be more than 30,000 pixels), svg (text
/// stays text), pdf (one page of its size) or csv. Rejected for another suffix. On the thread on which the drawing was
/// made; needs a QGuiApplication.
[[nodiscard]] Result<QByteArray> drawnAs(const QString &suffix, const Drawing &drawing);
/// Writes what was drawn, on any thread: all of it or, Io, nothing.
[[nodiscard]] Result<> writeDrawn(const QByteArray &content, const QString &path);
/// Both at once, by the suffix of \a path.
[[nodiscard]] Result<> exportDrawing(const Drawing &drawing, const QString &path);

/// What stands at the head of a report on paper.
struct ReportHead
{
    QString title; ///< "Pipeline"
    QString workspace; ///< its name
    QDate day; ///< of the report
    QString question = {}; ///< what was asked, in words; may be empty
};

/// Where a drawing stands in a report: on which page from 0, in the coordinates of the page's room.
struct PlacedDrawing
{
    int page = 0;
    QRectF rect;

    friend bool operator==(const PlacedDrawing &, const PlacedDrawing &) = default;
};

/// Places drawings of \a sizes one below the other on pages of \a room, two of them on each at most, the first page below a
/// head of that height. What is wider than a page, or higher than one of its own, is shrunk; nothing is enlarged.
[[nodiscard]] QList<PlacedDrawing> placedOnPages(
    const QList<QSizeF> &sizes, const QSizeF &room, qreal headHeight);

/// The content of a report: a PDF with pages of A4, upright, with \a head on the first and the number on each. Without
/// drawings the head alone. On the thread on which they were made.
[[nodiscard]] QByteArray drawnPages(const QList<Drawing> &drawings, const ReportHead &head);
/// Writes that to a file. Rejected where \a path does not end in .pdf, Io where it cannot be written.
[[nodiscard]] Result<> exportPages(
    const QList<Drawing> &drawings, const ReportHead &head, const QString &path);
