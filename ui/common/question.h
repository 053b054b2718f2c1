// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

/// The only modal questions: where data could be lost, and which file. All return at once and call
/// back on the GUI thread, never after \a parent died.
namespace Question {

struct Confirm
{
    QString title; ///< the question, one sentence
    QString text; ///< what will be lost or kept
    QString confirmText; ///< a verb: "Delete", "Discard"
};
/// Calls \a confirmed if the user agrees; Cancel is the default.
void confirm(QWidget *parent, const Confirm &question, std::function<void()> confirmed);

struct File
{
    QString title;
    QStringList filters = {}; ///< "Workspaces (*.pullpush)"
    QString folder = {}; ///< where to begin; empty: the documents folder
    QString suggestedName = {}; ///< for a file to write
    QString suffix = {}; ///< added to a new file's name that has none, without dot
    bool asksToOverwrite = true; ///< false: the caller deals with a file that exists
};
void openFile(QWidget *parent, const File &file, std::function<void(const QString &)> chosen);
void openFiles(QWidget *parent, const File &file, std::function<void(const QStringList &)> chosen);
/// The user has agreed to overwrite by the time \a chosen is called, unless the caller does that.
void saveFile(QWidget *parent, const File &file, std::function<void(const QString &)> chosen);

} // namespace Question
