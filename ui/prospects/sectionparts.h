// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QHBoxLayout;
class QKeySequence;
class QLabel;
class QShortcut;
class QToolButton;
class QTreeWidget;
class QVBoxLayout;

/// Rows of a section, one below the other, that are made anew when what they show changes.
class SectionRows : public QWidget
{
    Q_OBJECT
public:
    explicit SectionRows(QWidget *parent = nullptr);

    /// Takes all rows away; one of their buttons may be at work.
    void clearRows();
    /// Takes ownership.
    void addRow(QWidget *row);

private:
    QVBoxLayout *m_layout;
};

/// The small controls of which sections are made.
namespace SectionParts {
/// A quiet button with \a text; \a name is what assistive technology and the tool tip say.
[[nodiscard]] QToolButton *textButton(
    const QString &objectName, const QString &text, const QString &name, QWidget *parent);
[[nodiscard]] QToolButton *iconButton(
    const QString &objectName, const QString &icon, const QString &name, QWidget *parent);
/// \a text for a narrow column: a long address can break behind its signs and, where it has none, within.
[[nodiscard]] QString breakable(const QString &text);
/// Words as they are, wrapped.
[[nodiscard]] QLabel *words(const QString &text, QWidget *parent);
/// Follows \a keys while the keyboard is anywhere in \a part, which owns it.
[[nodiscard]] QShortcut *shortcutIn(QWidget *part, const QKeySequence &keys);
/// Makes \a list a table that is gone through row by row; the column \a wide takes the room that the others leave.
void layOutTable(QTreeWidget *list, int wide);
/// How a form ends, for its layout: \a cancel and behind it \a say, at the end of the line.
[[nodiscard]] QHBoxLayout *lastRow(QWidget *cancel, QWidget *say);
} // namespace SectionParts
