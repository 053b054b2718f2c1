// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/duepost.h"
#include "ui_timeline/tilemodel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;
class TileList;

/// What waits for the viewer's approval, a tile a post: above the ideas, hidden while there is nothing.
///
/// Keyboard: Enter opens, A approves, C asks for changes and for the words that say which.
class ApprovalList : public QWidget
{
    Q_OBJECT
public:
    explicit ApprovalList(QWidget *parent = nullptr);

    void setWaiting(
        const QList<DuePost> &waiting, const TileSources &sources, const QTimeZone &zone);
    [[nodiscard]] TileList *list() const { return m_list; }

signals:
    void openRequested(PostId post);
    void approved(PostId post);
    /// \a comment is not empty.
    void changesRequested(PostId post, const QString &comment);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void approve();
    void askWhatToChange();
    void say();
    void stopAsking();

    PostId m_asked; ///< whose changes are being written
    TileModel *m_model;
    QLabel *m_heading;
    QToolButton *m_approve;
    QToolButton *m_change;
    TileList *m_list;
    QLineEdit *m_field;
};
