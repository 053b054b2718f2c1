// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/thread.h"

#include <QDate>
#include <QFont>
#include <QIcon>
#include <QPalette>
#include <QRect>
#include <QUrl>

class QPainter;

/// How the thread looks: what it takes from its widget.
struct ThreadLook
{
    QPalette palette;
    QFont font;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    QTimeZone zone = QTimeZone::utc();
    QDate today;
    qreal pixelRatio = 1;
};

/// What stands under the pointer in an entry: a link, a file, or neither.
struct ThreadTarget
{
    QUrl link;
    AttachmentId file;
    QString fileName;

    [[nodiscard]] bool isNull() const { return link.isEmpty() && file.isNull(); }
};

/// Measures and paints the entries of a thread: what was said as bubbles (theirs at the start, ours at the end), what pulled them as a card with the side's
/// colour, moves, hops and days as lines between.
class ThreadPainter
{
public:
    struct State
    {
        bool isSelected = false;
        bool isCurrent = false;
        bool hasFocus = false;
    };

    explicit ThreadPainter(ThreadLook look);

    /// What \a entry takes at \a width, in pixels.
    [[nodiscard]] int height(const ThreadEntry &entry, int width) const;
    /// What an entry that is not read yet may take.
    [[nodiscard]] int estimate(ThreadEntry::Kind kind) const;
    void paint(
        QPainter &painter, const QRect &rect, const ThreadEntry &entry, const State &state) const;
    /// What is at \a point where \a entry is painted in \a rect.
    [[nodiscard]] ThreadTarget targetAt(
        const ThreadEntry &entry, const QRect &rect, const QPoint &point) const;

private:
    struct Block;
    [[nodiscard]] Block blockOf(const ThreadEntry &entry, const QRect &rect) const;
    [[nodiscard]] int textWidth(const ThreadEntry &entry, int width) const;
    [[nodiscard]] QString headOf(const ThreadEntry &entry) const;
    [[nodiscard]] QString lineOf(const ThreadEntry &entry) const;
    [[nodiscard]] QString waitingOf(const ThreadEntry &entry) const;
    [[nodiscard]] QString timeOf(const ThreadEntry &entry) const;
    [[nodiscard]] QColor inkOf(const ThreadEntry &entry) const;
    void paintLine(
        QPainter &painter, const QRect &rect, const ThreadEntry &entry, const State &state) const;
    void paintBlock(
        QPainter &painter, const QRect &rect, const ThreadEntry &entry, const State &state) const;
    void paintGround(
        QPainter &painter, const QRect &ground, const ThreadEntry &entry, const State &state) const;
    void paintFiles(QPainter &painter, const Block &block, const ThreadEntry &entry) const;
    void paintSign(
        QPainter &painter, const QRect &place, const QIcon &icon, const QColor &ink) const;
    void paintWords(
        QPainter &painter, const QRect &place, const QFont &font, const QString &text) const;

    ThreadLook m_look;
    QFont m_small;
};
