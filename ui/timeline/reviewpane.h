// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/review.h"

#include <QDate>
#include <QTimeZone>
#include <QWidget>

#include <functional>

class ActivityList;
class CheckList;
class CommentList;
class QTabBar;
class QStackedWidget;
class VersionHistory;

/// Who says what, as the parts of the review show it.
struct ReviewContext
{
    std::function<QString(UserId)> nameOf;
    std::function<QString(VariantId)> channelOf; ///< empty for the common text
    QTimeZone zone;
    QDate today;
};

/// What is said and done about a post: comments, checklist, versions of the words, and everything that happened.
class ReviewPane : public QWidget
{
    Q_OBJECT
public:
    explicit ReviewPane(QWidget *parent = nullptr);

    void setContext(const ReviewContext &context);
    /// \a text is what the editor shows now: versions are compared with it.
    void setReview(const PostReview &review, const QString &text);
    [[nodiscard]] CommentList *comments() const { return m_comments; }
    [[nodiscard]] CheckList *checklist() const { return m_checklist; }
    [[nodiscard]] VersionHistory *versions() const { return m_versions; }
    [[nodiscard]] ActivityList *activity() const { return m_activity; }

private:
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    CommentList *m_comments;
    CheckList *m_checklist;
    VersionHistory *m_versions;
    ActivityList *m_activity;
};
