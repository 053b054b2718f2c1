// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/reviewpane.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

/// The kept versions of a post's words: what is different from now, word by word, and the way back.
class VersionHistory : public QWidget
{
    Q_OBJECT
public:
    explicit VersionHistory(QWidget *parent = nullptr);

    void setContext(const ReviewContext &context);
    /// \a text is what they are compared with.
    void setVersions(const QList<TextVersion> &versions, const QString &text);

signals:
    /// Keeps the words as they are now.
    void keepRequested();
    void restoreRequested(const TextVersion &version);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void showDifference();

    ReviewContext m_context;
    QList<TextVersion> m_versions;
    bool m_isFilled = false;
    QString m_text;
    QListWidget *m_list;
    QLabel *m_difference;
    QPushButton *m_restore;
    QPushButton *m_keep;
};
