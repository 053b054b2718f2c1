// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

#include <memory>

class QAction;
class QMenu;

/// What takes the plan out of the window: to a file, to paper.
class PaperActions : public QObject
{
    Q_OBJECT
public:
    explicit PaperActions(QObject *parent = nullptr);

    ~PaperActions() override;

    /// In the order of the menu, with a separator before; paper has a menu of its own.
    [[nodiscard]] QList<QAction *> all() const;

    QAction *exportPlan;
    QAction *print;
    QAction *savePdf; ///< on A4
    QAction *saveLargePdf; ///< on A3

private:
    QAction *add(const char *id, const QString &text, const char16_t *icon);

    std::unique_ptr<QMenu> m_paper;
    QAction *m_separator;
};
