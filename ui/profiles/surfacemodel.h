// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_profiles/surfacerow.h"

#include <QAbstractListModel>
#include <QTimeZone>

/// The lines of the profiles page. Headings cannot be chosen.
class SurfaceModel : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr int RowRole = Qt::UserRole; ///< SurfaceRow

    /// Days are those of \a zone.
    explicit SurfaceModel(const QTimeZone &zone, QObject *parent = nullptr);

    /// Lines that stay keep their selection.
    void setRows(const QList<SurfaceRow> &rows);
    [[nodiscard]] const QList<SurfaceRow> &rows() const { return m_rows; }
    /// Invalid where there is no such line.
    [[nodiscard]] QModelIndex indexOf(ChannelId channel, Surface surface) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    [[nodiscard]] QString spoken(const SurfaceRow &row) const;

    QTimeZone m_zone;
    QList<SurfaceRow> m_rows;
};
