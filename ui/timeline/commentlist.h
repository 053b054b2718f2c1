// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/reviewpane.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class RowList;

/// The comments on a post, oldest first, and a field for the next.
class CommentList : public QWidget
{
    Q_OBJECT
public:
    explicit CommentList(QWidget *parent = nullptr);

    void setContext(const ReviewContext &context);
    void setComments(const QList<PostComment> &comments);

signals:
    void commented(const QString &text, Audience audience);
    void resolveRequested(PostCommentId comment, bool resolved);
    void removeRequested(PostCommentId comment);

private:
    void say();
    [[nodiscard]] QWidget *makeRow(const PostComment &comment);

    ReviewContext m_context;
    QList<PostComment> m_comments;
    bool m_isFilled = false;
    RowList *m_rows;
    QLineEdit *m_field;
    QCheckBox *m_client;
};
