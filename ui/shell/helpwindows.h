// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class ActionRegistry;
class QWidget;

/// Windows of the Help menu. They stay beside the main window and hold nothing up.
namespace HelpWindows {

/// Lists every action that has a shortcut.
void showShortcuts(QWidget *parent, const ActionRegistry &registry);
void showAbout(QWidget *parent);

} // namespace HelpWindows
