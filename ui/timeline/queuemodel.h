// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/postqueue.h"
#include "domain/shownzone.h"
#include "ui_timeline/tile.h"

#include <QAbstractItemModel>
#include <QLocale>

/// A queue of a channel as it is shown.
struct QueueSection
{
    QueueId queue;
    QString name;
    QList<QueuePlace> places;
};

/// Queues, and under each its slots in order of time with what stands in them, a row a slot.
class QueueModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { When, Text, Status };
    static constexpr int Columns = Status + 1;
    enum Role {
        TileRole = Qt::UserRole + 1, ///< Tile; of a free slot or a queue none
    };
    Q_ENUM(Role)

    explicit QueueModel(const QLocale &locale, QObject *parent = nullptr);

    /// Times are shown as the clocks of \a zone show them. Says that all is different.
    void setSections(const QList<QueueSection> &sections, const QHash<PostId, Tile> &tiles,
        const ShownZone &zone);
    [[nodiscard]] const QList<QueueSection> &sections() const { return m_sections; }
    /// Null for anything else than a queue or one of its slots.
    [[nodiscard]] const QueueSection *sectionAt(const QModelIndex &index) const;
    /// Null for anything else than a slot.
    [[nodiscard]] const QueuePlace *placeAt(const QModelIndex &index) const;
    /// Invalid where it is not there.
    [[nodiscard]] QModelIndex indexOf(const QueueId &queue, qint64 at) const;
    /// The first slot in which \a post stands.
    [[nodiscard]] QModelIndex indexOf(PostId post) const;
    /// The local day and time of a slot as they are shown.
    [[nodiscard]] QDateTime shownAt(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(
        int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    [[nodiscard]] QVariant sectionData(const QueueSection &section, int column, int role) const;
    [[nodiscard]] QString whenText(const QModelIndex &index) const;

    QLocale m_locale;
    QList<QueueSection> m_sections;
    QHash<PostId, Tile> m_tiles;
    ShownZone m_zone;
};
