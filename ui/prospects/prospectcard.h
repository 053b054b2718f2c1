// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

/// Paints a prospect as a card of the board: who, what comes next, how much waits and how long it has been quiet. All cards are of one height.
class ProspectCardDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// \a wantsStep: somebody without a next step stands out.
    ProspectCardDelegate(bool wantsStep, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The card within the row \a rect of a column.
    [[nodiscard]] static QRect cardRect(const QRect &rect);

private:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option) const;
    /// Returns what is left of \a line.
    [[nodiscard]] QRect paintWaiting(QPainter &painter, const QStyleOptionViewItem &option,
        const QModelIndex &index, const QRect &line) const;
    void paintStep(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
        const QRect &line) const;

    bool m_wantsStep;
};
