// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/postqueue.h"
#include "ui_timeline/tilemodel.h"

#include <QWidget>

class ApprovalList;
class DueList;
class QLabel;
class QLineEdit;
class TileList;

/// The narrow tray beside the month: ideas without a day, to drag from, and a field for the next
/// one.
class IdeaTray : public QWidget
{
    Q_OBJECT
public:
    explicit IdeaTray(QWidget *parent = nullptr);

    /// Posts with a day are left out.
    /// \a isFiltered: others are there that do not match.
    void setPosts(
        const QList<PostWithVariants> &posts, const TileSources &sources, bool isFiltered);
    /// Above the ideas.
    [[nodiscard]] DueList *due() const { return m_due; }
    [[nodiscard]] ApprovalList *approvals() const { return m_approvals; }
    [[nodiscard]] TileList *list() const { return m_list; }
    [[nodiscard]] QLineEdit *field() const { return m_field; }
    /// The tray comes behind \a before when Tab is pressed.
    void comeAfter(QWidget *before);
    void setCurrent(PostId post);
    [[nodiscard]] PostId currentPost() const;

signals:
    /// The user entered an idea: its title, trimmed and not empty.
    void ideaEntered(const QString &title);
    void currentPostChanged(PostId post);
    void openRequested(PostId post);
    void deleteRequested(PostId post);
    void duplicateRequested(PostId post);
    void queueRequested(PostId post, const QueueId &queue);
    /// A post was dropped here from its day: it shall become an idea.
    void undateRequested(const QList<PostId> &posts);

private:
    void showHint();

    DueList *m_due;
    ApprovalList *m_approvals;
    TileModel *m_model;
    TileList *m_list;
    QLineEdit *m_field;
    QLabel *m_hint;
};
