// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

class CopyEditor;
class QMenu;
class SpellSource;

/// Underlines what is misspelt in the visible part of the words, some moments after a change, and offers better words in the editor's menu. The
/// word at the cursor is not finished and stays as it is until the cursor or the focus goes elsewhere.
class SpellMarks : public QObject
{
    Q_OBJECT
public:
    SpellMarks(CopyEditor *editor, SpellSource *service, QObject *parent = nullptr);

    /// \a language is an installed one, or empty: nothing is checked. What was ignored is ignored in \a place alone, which the caller counts as it
    /// likes: by the id of a post.
    void setContext(qint64 place, const QString &language);

signals:
    void addWordRequested(const QString &word, const QString &language);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void fillMenu(QMenu *menu, int position);
    void replace(int start, int end, const QString &word);
    [[nodiscard]] bool isIgnored(const QString &word) const;

    CopyEditor *m_editor;
    SpellSource *m_service;
    QString m_language;
    qint64 m_place = 0;
    QHash<qint64, QSet<QString>> m_ignored;
    QTimer m_rest;
};
