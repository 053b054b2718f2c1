// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/post.h"

#include <QStringList>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QSpinBox;

/// Whether a post comes again: how long it rests, and whose free slots it fills.
class EvergreenRow : public QWidget
{
    Q_OBJECT
public:
    explicit EvergreenRow(QWidget *parent = nullptr);

    /// The named queues that there are. Says nothing.
    void setQueues(const QStringList &queues);
    /// Says nothing.
    void setPost(const Post &post);

signals:
    /// 0 days: it does not come again.
    void changed(int coolDownDays, const QString &queue);

private:
    void tell();
    void refresh(bool isOn);

    QStringList m_queues;
    QString m_queue; ///< of the post
    QCheckBox *m_on;
    QWidget *m_details;
    QSpinBox *m_days;
    QComboBox *m_queueBox;
    QLabel *m_repetition;
    bool m_isShowing = false;
};
