// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/activitywords.h"
#include "ui_timeline/reviewpane.h"

#include <QWidget>

class QLabel;
class QPushButton;
class RowList;

/// The statuses, days and times of a story as this window says them.
[[nodiscard]] ActivityWords activityWords();

/// Everything that happened to the post that is shown, newest first.
class ActivityList : public QWidget
{
    Q_OBJECT
public:
    explicit ActivityList(QWidget *parent = nullptr);

    void setContext(const ReviewContext &context);
    /// \a hasMore: older entries can be asked for.
    void setEntries(const QList<ActivityEntry> &entries, bool hasMore);
    void setLoading();
    /// What was shown stays.
    void setError(const QString &message);

signals:
    /// Came into view, or left it: nothing is read for nobody.
    void shownChanged(bool shown);
    void moreRequested();
    void retryRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *makeRow(const ActivityEntry &entry);
    void say(const QString &text, const QString &buttonText);

    ReviewContext m_context;
    QList<ActivityEntry> m_entries;
    bool m_isFilled = false;
    bool m_failed = false;
    RowList *m_rows;
    QLabel *m_hint;
    QPushButton *m_button;
};
