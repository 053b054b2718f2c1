// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_profiles/surfacerow.h"

#include <QStyledItemDelegate>
#include <QTimeZone>

/// Draws a line of the profiles page: the surface's name, what is said there as large quiet copy, and how far it is.
class SurfaceDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit SurfaceDelegate(const QTimeZone &zone, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    /// As high as the text needs in the width of the view that asks.
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeading(
        QPainter *painter, const QStyleOptionViewItem &option, const SurfaceRow &row) const;
    void paintStates(QPainter *painter, const QStyleOptionViewItem &option, const QRect &where,
        const SurfaceRow &row) const;

    QTimeZone m_zone;
};
