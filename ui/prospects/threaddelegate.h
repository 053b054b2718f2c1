// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/thread.h"

#include <QHash>
#include <QLocale>
#include <QStyledItemDelegate>

/// Paints the entries of a thread: what was said as bubbles (theirs at the start, ours at the end), what pulled them as a card with the side's colour, moves,
/// hops and days as lines between. Heights are kept by entry and width.
class ThreadDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit ThreadDelegate(QObject *parent = nullptr);

    void setToday(QDate today) { m_today = today; }
    /// Fonts or locale changed: measure again.
    void forget() { m_heights.clear(); }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Place;
    [[nodiscard]] const ThreadEntry *entryOf(const QModelIndex &index) const;
    [[nodiscard]] Place placeOf(const ThreadEntry &entry, int width, const QFont &font) const;
    [[nodiscard]] QString headOf(const ThreadEntry &entry, const QModelIndex &index) const;
    [[nodiscard]] QString timeOf(const ThreadEntry &entry, const QModelIndex &index) const;
    void paintLine(
        QPainter &painter, const QStyleOptionViewItem &option, const ThreadEntry &entry) const;
    void paintBlock(QPainter &painter, const QStyleOptionViewItem &option, const ThreadEntry &entry,
        const QModelIndex &index) const;

    mutable QHash<std::pair<qint64, int>, int> m_heights; ///< by entry and width
    QDate m_today;
};
