// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

class DayModel;
struct WorkRow;

/// Draws the lines of a day: headings, rows of two lines, what leads to the others. The view says which row the pointer is on.
class DayDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    DayDelegate(const DayModel &model, QObject *parent);

    /// Where the two lines of a row are written.
    struct RowLines
    {
        QRect upper;
        QRect lower;
    };
    /// The buttons of \a size stand on the row at \a index, in the lower corner where lines end; an invalid one: nowhere. Returns whether that is new.
    bool setButtons(const QModelIndex &index, QSize size);
    /// The lines of the row \a index within option.rect, beside its buttons.
    [[nodiscard]] RowLines rowLines(
        const QStyleOptionViewItem &option, const QModelIndex &index) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const WorkRow &row,
        RowLines lines) const;
    /// Draws the stage at the leading edge of \a line and returns what is left of it.
    [[nodiscard]] QRect paintStage(QPainter &painter, const QStyleOptionViewItem &option,
        const WorkRow &row, const QRect &line) const;

    const DayModel &m_model;
    QPersistentModelIndex m_buttonRow;
    QSize m_buttons;
};
