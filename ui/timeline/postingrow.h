// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/post.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

/// From the plan to the network by hand: the words go to the clipboard, a thread's one after the other, then the link of what was posted comes back.
class PostingRow : public QWidget
{
    Q_OBJECT
public:
    explicit PostingRow(QWidget *parent = nullptr);

    /// \a variant is the one shown, null for all channels; \a parts how many posts it is; \a obstacle is why its words cannot be copied, else empty. Says
    /// nothing.
    void setVariant(const Variant *variant, int parts = 1, const QString &obstacle = {});

signals:
    /// \a part counts from 0.
    void copyRequested(int part);
    void commentCopyRequested();
    /// It was posted; \a link may be empty.
    void postedRequested(const QString &link);

private:
    void refresh();

    VariantId m_variant;
    PostStatus m_status = PostStatus::Idea;
    QString m_address; ///< of what was posted
    int m_parts = 1;
    int m_next = 0; ///< the part that is copied next
    bool m_hasComment = false;
    QString m_obstacle;
    bool m_copied = false;
    QPushButton *m_copy;
    QPushButton *m_comment;
    QLabel *m_why;
    QWidget *m_asks;
    QLineEdit *m_link;
    QPushButton *m_posted;
    QLabel *m_outcome;
};
