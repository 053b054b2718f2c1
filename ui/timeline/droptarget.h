// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/dropcontent.h"

#include <QObject>
#include <QPoint>

#include <functional>

class QDropEvent;
class QWidget;

/// Lets a widget take what comes from outside, before the widget's own drag and drop, which stays as it is for all else.
class DropTarget : public QObject
{
    Q_OBJECT
public:
    /// \a surface is what the pointer is over: of a scroll area its viewport.
    explicit DropTarget(QWidget *surface);

    /// Asked at every move; false: not there. Without it everywhere.
    std::function<bool(QPoint)> mayDropAt = {};
    /// Shows where it will land. \a title stands for what is dragged.
    std::function<void(QPoint, const QString &title)> mark = {};
    /// Takes that away.
    std::function<void()> unmark = {};
    /// Media alone; links and words are left to the widget.
    bool takesMediaOnly = false;

signals:
    void dropped(const DropContent &content, QPoint where);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool isWelcome(const QMimeData *data) const;
    bool move(QDropEvent &event);
    bool drop(QDropEvent &event);
    void end();

    QString m_title; ///< of what is dragged now
    bool m_dragging = false;
};
