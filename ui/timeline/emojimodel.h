// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/emojilist.h"

#include <QAbstractListModel>

/// The emoji that are shown to be chosen from: those used last first, then all in their order, or what a search found.
class EmojiModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit EmojiModel(QList<EmojiEntry> all, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    /// Shows those whose name holds \a words.
    void search(const QString &words);
    /// 0…SkinTones.
    void setTone(int tone);
    /// As they were chosen, newest first; what is none of the list is left out.
    void setRecent(const QStringList &recent);
    [[nodiscard]] QString emojiAt(const QModelIndex &index) const;

private:
    void rebuild();

    QList<EmojiEntry> m_all;
    QList<int> m_recent;
    QList<int> m_rows;
    QString m_words;
    int m_tone = 0;
};
