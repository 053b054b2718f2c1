// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QColor>
#include <QDate>
#include <QFont>
#include <QImage>
#include <QList>
#include <QPalette>
#include <QSizeF>
#include <QString>

#include <functional>

class QPainter;

/// A chart for paper, and what else a file holds of it. Lengths are in pixels of 1/96 inch. Made where needsGuiThread() says, painted
/// on any thread, by one at a time.
struct Drawing
{
    QSizeF size;
    QColor ground; ///< of the paper where it stands alone
    std::function<void(QPainter &)> paint; ///< onto that, from (0, 0) on
    QString title;
    QString subtitle;
    std::function<QByteArray()> csv; ///< the same figures as a table, made when they are asked for
};

/// How things look on paper: dark on white, in the font and the direction of the program.
struct PaperLook
{
    QPalette palette;
    QFont font;
    Qt::LayoutDirection direction = Qt::LeftToRight;

    /// Needs a QGuiApplication. On its thread: what draws on another is given it.
    [[nodiscard]] static PaperLook ofProgram();
};

/// How wide a drawing is that stands alone, and one among others on a page of A4, where it is shrunk a little.
inline constexpr qreal AloneWidth = 1120;
inline constexpr qreal OnPageWidth = 840;

/// At twice its size, or less where that would be more than 30,000 pixels; null where the memory has no room for it. On any thread;
/// needs a QGuiApplication.
[[nodiscard]] QImage drawnImage(const Drawing &drawing);
/// The content of a file of that \a suffix: png (as drawnImage()), svg (text
/// stays text), pdf (one page of its size) or csv. Rejected for another suffix. On any
/// thread; needs a QGuiApplication.
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
/// drawings the head alone. On any thread.
[[nodiscard]] QByteArray drawnPages(const QList<Drawing> &drawings, const ReportHead &head,
    const PaperLook &paper = PaperLook::ofProgram());
/// Writes that to a file. Rejected where \a path does not end in .pdf, Io where it cannot be written.
[[nodiscard]] Result<> exportPages(
    const QList<Drawing> &drawings, const ReportHead &head, const QString &path);
