// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/calendarview.h"

#include <QAbstractListModel>
#include <QLocale>

/// A post on the board.
struct BoardCard
{
    Tile tile;
    QDate day; ///< its first; invalid for an idea

    friend bool operator==(const BoardCard &, const BoardCard &) = default;
};

/// The cards of all posts of \a content that are planned within \a days or not at all, in order of time, ideas last.
[[nodiscard]] QList<BoardCard> boardCards(
    const CalendarContent &content, const DateSpan &days, QDate today);

/// The cards of one status.
class BoardModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        TileRole = Qt::UserRole + 1, ///< Tile
        WhenRole, ///< QString: day and time, empty for an idea
    };
    Q_ENUM(Role)

    explicit BoardModel(const QLocale &locale, QObject *parent = nullptr);

    void setCards(const QList<BoardCard> &cards);
    [[nodiscard]] const QList<BoardCard> &cards() const { return m_cards; }
    [[nodiscard]] PlacedPost postAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(PostId post) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    [[nodiscard]] QString when(const BoardCard &card) const;

    QLocale m_locale;
    QList<BoardCard> m_cards;
};
