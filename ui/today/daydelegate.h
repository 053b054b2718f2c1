// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class DayModel;
struct WorkRow;

/// Draws the lines of a day: headings, rows of two lines, what leads to the others. The view says which row the pointer is on.
class DayDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    DayDelegate(const DayModel &model, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const WorkRow &row) const;
    /// Draws the stage at the leading edge of \a line and returns what is left of it.
    [[nodiscard]] QRect paintStage(QPainter &painter, const QStyleOptionViewItem &option,
        const WorkRow &row, const QRect &line) const;

    const DayModel &m_model;
};
