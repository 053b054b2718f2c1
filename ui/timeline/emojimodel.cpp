// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/emojimodel.h"

#include <algorithm>
#include <utility>

EmojiModel::EmojiModel(QList<EmojiEntry> all, QObject *parent)
    : QAbstractListModel(parent)
    , m_all(std::move(all))
{
    rebuild();
}

int EmojiModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant EmojiModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const EmojiEntry &entry = m_all.at(m_rows.at(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return emojiAt(index);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return entry.name;
    case Qt::TextAlignmentRole:
        return int(Qt::AlignCenter);
    default:
        return {};
    }
}

QString EmojiModel::emojiAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const EmojiEntry &entry = m_all.at(m_rows.at(index.row()));
    return entry.takesTone ? withTone(entry.text, m_tone) : entry.text;
}

void EmojiModel::search(const QString &words)
{
    if (words == m_words)
        return;
    m_words = words;
    rebuild();
}

void EmojiModel::setTone(int tone)
{
    m_tone = tone;
    if (!m_rows.isEmpty())
        emit dataChanged(index(0), index(int(m_rows.size()) - 1), {Qt::DisplayRole});
}

void EmojiModel::setRecent(const QStringList &recent)
{
    m_recent.clear();
    for (const QString &emoji : recent) {
        const auto entry = std::ranges::find(m_all, emoji, &EmojiEntry::text);
        if (entry != m_all.end())
            m_recent << int(entry - m_all.begin());
    }
    rebuild();
}

void EmojiModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    const QList<int> found = searchEmoji(m_all, m_words);
    for (const int row : std::as_const(m_recent)) {
        if (found.contains(row))
            m_rows << row;
    }
    const qsizetype first = m_rows.size();
    for (const int row : found) {
        if (std::find(m_rows.cbegin(), m_rows.cbegin() + first, row) == m_rows.cbegin() + first)
            m_rows << row;
    }
    endResetModel();
}
