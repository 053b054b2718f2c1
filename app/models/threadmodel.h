// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/thread.h"

#include <QAbstractListModel>

/// A thread as rows: where each stands is known at once, its words when they are read. What stays the same between two sources keeps its rows, so that
/// selection and scroll position survive a new message.
class ThreadModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit ThreadModel(QObject *parent = nullptr);

    void setSource(const ThreadSource &source);
    [[nodiscard]] const ThreadSource &source() const { return m_source; }
    /// The words of some messages are there now, or differ.
    void refreshWords();

    [[nodiscard]] const QList<ThreadLine> &lines() const { return m_lines; }
    [[nodiscard]] ThreadEntry entry(int row) const;
    /// All rows in words: for short threads.
    [[nodiscard]] QList<ThreadEntry> entries() const;
    /// -1 where it is not in the thread. Linear.
    [[nodiscard]] int rowOf(MessageId id) const;
    /// The words of these rows are wanted soon.
    void want(int first, int last) const;

    /// What "Copy" takes of a row: when, who and the words.
    [[nodiscard]] QString copyText(int row) const;
    /// The same of \a lines of \a source, one below the other; \a messages are words that the source has not read.
    [[nodiscard]] static QString copyText(const ThreadSource &source,
        const QList<ThreadLine> &lines, const QHash<MessageId, Message> &messages);
    /// The messages of \a lines whose words \a source has not read.
    [[nodiscard]] static QList<MessageId> unread(
        const ThreadSource &source, const QList<ThreadLine> &lines);
    /// A row as a sentence, without time and sender.
    [[nodiscard]] static QString words(const ThreadEntry &entry);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// \a removed rows from \a first on gave way to \a inserted ones; any row's words may differ.
    void spliced(int first, int removed, int inserted);

private:
    ThreadSource m_source;
    QList<ThreadLine> m_lines;
};
