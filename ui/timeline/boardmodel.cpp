// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/boardmodel.h"

#include "ui_common/formatting.h"
#include "ui_common/plaintext.h"

#include <algorithm>

QList<BoardCard> boardCards(const CalendarContent &content, const DateSpan &days, QDate today)
{
    QList<BoardCard> cards;
    for (const auto *list : {&content.planned, &content.ideas}) {
        const QList<Tile> tiles = wholeTiles(*list, content.sources, today);
        for (qsizetype i = 0; i < tiles.size(); ++i) {
            const PostWithVariants &post = list->at(i);
            const QDate day = firstDay(post).value_or(QDate());
            if (!day.isValid() || isPlannedWithin(post, days))
                cards.append({tiles.at(i), day});
        }
    }
    return cards;
}

BoardModel::BoardModel(const QLocale &locale, QObject *parent)
    : QAbstractListModel(parent)
    , m_locale(locale)
{ }

void BoardModel::setCards(const QList<BoardCard> &cards)
{
    if (cards == m_cards)
        return;
    beginResetModel();
    m_cards = cards;
    endResetModel();
}

PlacedPost BoardModel::postAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_cards.size())
        return {};
    return {m_cards.at(index.row()).tile.post, m_cards.at(index.row()).day};
}

QModelIndex BoardModel::indexOf(PostId post) const
{
    const auto card =
        std::ranges::find(m_cards, post, [](const BoardCard &entry) { return entry.tile.post; });
    return card == m_cards.end() ? QModelIndex() : index(int(card - m_cards.begin()));
}

int BoardModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_cards.size());
}

QString BoardModel::when(const BoardCard &card) const
{
    if (!card.day.isValid())
        return {};
    const QString day = Formatting::dayMonth(card.day, m_locale);
    //: A day and a time on a card.
    return card.tile.time ? tr("%1, %2").arg(day, Formatting::time(*card.tile.time, m_locale))
                          : day;
}

QVariant BoardModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const BoardCard &card = m_cards.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return card.tile.text;
    case Qt::ToolTipRole:
        return plainTip(data(index, Qt::AccessibleTextRole).toString());
    case Qt::AccessibleTextRole:
        //: What a post is, and its day.
        return card.day.isValid() ? tr("%1, %2").arg(
                   describe(card.tile), m_locale.toString(card.day, QLocale::LongFormat))
                                  : describe(card.tile);
    case TileRole:
        return QVariant::fromValue(card.tile);
    case WhenRole:
        return when(card);
    default:
        return {};
    }
}

Qt::ItemFlags BoardModel::flags(const QModelIndex &index) const
{
    return QAbstractListModel::flags(index)
        | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::ItemIsDropEnabled);
}
