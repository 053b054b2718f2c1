// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class Workspace;

/// Paints a row of the prospect list: the name (with the company below where it has no column), the stage as a pill, how many messages wait, what is overdue.
class ProspectDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    ProspectDelegate(const Workspace &workspace, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;

private:
    void paintName(
        QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintStage(
        QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintWaiting(
        QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintStep(
        QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintTurn(
        QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const Workspace &m_workspace;
};
