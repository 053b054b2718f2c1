// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/post.h"
#include "domain/snippet.h"

#include <QWidget>

#include <functional>

class EmojiPicker;
class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;

/// The row of tools below the words: what can be put in, how they go out, and in which language they are.
class WordTools : public QWidget
{
    Q_OBJECT
public:
    explicit WordTools(QWidget *parent = nullptr);

    /// While false nothing can be put in.
    void setWritable(bool writable);
    /// \a offered: a channel that the words go to knows threads. Says nothing.
    void setThread(bool offered, ThreadStyle style);
    /// The team's; those for other than \a networks are not offered.
    void setSnippets(const QList<Snippet> &snippets, const QStringList &networks);
    /// \a installed have dictionaries; \a post is the post's language, empty for that of the workspace.
    void setLanguages(const QStringList &installed, const QString &post, const QString &workspace);
    /// Something to say about the language, quietly; empty: nothing.
    void setHint(const QString &hint);
    /// Made when it is first wanted.
    [[nodiscard]] EmojiPicker *emojiPicker();

signals:
    /// \a text belongs where the cursor is.
    void insertRequested(const QString &text);
    void snippetChosen(const Snippet &snippet);
    void manageRequested(SnippetUse use);
    void threadChosen(ThreadStyle style);
    /// Empty: the workspace's.
    void languageChosen(const QString &language);
    void workspaceLanguageChosen(const QString &language);
    /// The emoji picker has just been made.
    void emojiPickerMade();

private:
    /// A button at the end of the row. \a keys may be empty.
    QToolButton *addButton(const QString &name, const QString &text, const QString &toolTip,
        const QString &icon, const QString &keys = {});
    /// The same with a menu that \a fill makes anew whenever it opens.
    QToolButton *addMenu(QToolButton *button, const std::function<void(QMenu *)> &fill);
    void makeInserts();
    void makeThread();
    void makeLanguage();
    void fillSnippets(QMenu *menu, SnippetUse use);
    void fillLanguages(QMenu *menu);

    QList<Snippet> m_snippets;
    QStringList m_networks;
    QStringList m_installed;
    QString m_postLanguage;
    QString m_workspaceLanguage;
    QHBoxLayout *m_row;
    QLabel *m_hint;
    EmojiPicker *m_picker = nullptr;
    QList<QToolButton *> m_inserts;
    QToolButton *m_thread = nullptr;
    QToolButton *m_language = nullptr;
    QMenu *m_styles;
};
