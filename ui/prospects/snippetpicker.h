// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/snippet.h"

#include <QToolButton>

#include <functional>

class QMenu;
class Workspace;

/// Words for conversations, to be put into an entry (Ctrl+J). The words of the entry can be kept as a new one.
class SnippetPicker : public QToolButton
{
    Q_OBJECT
public:
    /// \a draft tells the words that could be kept.
    SnippetPicker(Workspace &workspace, std::function<QString()> draft, QWidget *parent = nullptr);

signals:
    void chosen(const Snippet &snippet);

private:
    void fill(QMenu *menu);
    void keep(const QString &text);

    Workspace &m_workspace;
    std::function<QString()> m_draft;
};
