// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/seriesedits.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;
class RepeatForm;

/// Says that a post recurs and how far an edit goes; for a post that does not, offers to repeat it.
class SeriesRow : public QWidget
{
    Q_OBJECT
public:
    explicit SeriesRow(QWidget *parent = nullptr);

    /// \a series is null for a post that does not recur. Says nothing.
    void setSeries(const Post &post, const Series *series);
    /// How far the user wants edits to go; This for a post that does not recur.
    [[nodiscard]] Reach reach() const;

signals:
    void repeatRequested(const QString &rule);
    /// Deletes this and the following, or all.
    void removeRequested(Reach reach);
    void detachRequested();

private:
    PostId m_post;
    QDate m_day;
    QToolButton *m_repeat;
    RepeatForm *m_form;
    QWidget *m_recurs;
    QLabel *m_words;
    QComboBox *m_reach;
    QToolButton *m_more;
};
