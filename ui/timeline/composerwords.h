// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QObject>
#include <QSet>
#include <QString>

class Composer;
class SpellMarks;
class SpellService;
class Workspace;
class WorkspaceSetting;

/// What the composer's words need from the workspace: snippets, the team's words, language and spelling.
class ComposerWords : public QObject
{
    Q_OBJECT
public:
    ComposerWords(Workspace &workspace, Composer *composer, QObject *parent = nullptr);

private:
    void connectSnippets();
    void connectLanguage();
    void keepEmoji();
    void refresh();
    void showLanguage();

    Workspace &m_workspace;
    Composer *m_composer;
    WorkspaceSetting *m_setting;
    SpellService *m_service;
    SpellMarks *m_marks;
    PostId m_post;
    QString m_language; ///< of the post that is shown; empty: the workspace's
    QString m_hintFor; ///< whose missing dictionary is being told
    QSet<QString> m_told; ///< languages whose missing dictionary was told
};
