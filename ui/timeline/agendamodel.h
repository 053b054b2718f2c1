// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/calendarview.h"

#include <QAbstractItemModel>
#include <QLocale>

/// Days with posts, and under each its posts in order of time, a row a post.
class AgendaModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Time, Channels, Text, Status, Campaign, Pillar, Labels };
    static constexpr int Columns = Labels + 1;
    enum Role {
        TileRole = Qt::UserRole + 1, ///< Tile; of a day none
        DayRole, ///< QDate
        MarkRole, ///< int: the colour of what stands over the day; of others none
    };
    Q_ENUM(Role)

    explicit AgendaModel(const QLocale &locale, QObject *parent = nullptr);

    /// The days of \a span that have tiles, or a name over them. Says that all is different.
    void setDays(const TilesByDay &days, const DateSpan &span, QDate today,
        const DayMarks &marks = {}, const QString &zone = {});
    [[nodiscard]] QList<Tile> tilesOn(QDate day) const { return m_days.value(day); }
    /// Invalid where the day, or the post on it, is not there. A null post stands for the day itself.
    [[nodiscard]] QModelIndex indexOf(QDate day, PostId post) const;
    [[nodiscard]] QDate dayOf(PostId post) const;
    /// Null for a day.
    [[nodiscard]] PlacedPost postAt(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(
        int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString textOf(const Tile &tile, int column) const;

    QLocale m_locale;
    QDate m_today;
    TilesByDay m_days;
    DayMarks m_marks;
    QString m_zone; ///< whose times these are; empty: it goes without saying
    QList<QDate> m_order; ///< a row each
};
