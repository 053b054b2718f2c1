// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/post.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

/// From the plan to the network by hand: the words go to the clipboard, then the link of what was posted comes back.
class PostingRow : public QWidget
{
    Q_OBJECT
public:
    explicit PostingRow(QWidget *parent = nullptr);

    /// \a variant is the one shown, null for all channels. Says nothing.
    void setVariant(const Variant *variant);

signals:
    void copyRequested();
    /// It was posted; \a link may be empty.
    void postedRequested(const QString &link);

private:
    void refresh();

    VariantId m_variant;
    PostStatus m_status = PostStatus::Idea;
    QString m_address; ///< of what was posted
    bool m_copied = false;
    QPushButton *m_copy;
    QWidget *m_asks;
    QLineEdit *m_link;
    QPushButton *m_posted;
    QLabel *m_outcome;
};
