// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class CopyEditor;
class SpellMarks;
class SpellService;
class Workspace;
class WorkspaceSetting;

/// Checks the words that are about to be logged in the workspace's language.
class LogSpelling : public QObject
{
    Q_OBJECT
public:
    LogSpelling(Workspace &workspace, CopyEditor *editor, QObject *parent);

    /// What is ignored is ignored in \a place alone: for one prospect.
    void setPlace(qint64 place);

private:
    void refresh();

    Workspace &m_workspace;
    WorkspaceSetting *m_setting;
    SpellService *m_service;
    SpellMarks *m_marks;
    qint64 m_place = 0;
};
