// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/prospectservice.h"

#include <QWidget>

class QButtonGroup;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QToolButton;

/// Where a rep logs what was said: medium (Alt+1…5), who spoke, the words, and for calls and meetings the minutes. Ctrl+Return logs.
class LogField : public QWidget
{
    Q_OBJECT
public:
    explicit LogField(QWidget *parent = nullptr);

    /// Chooses \a medium and takes the keyboard.
    void start(Medium medium);
    /// Words that are not logged yet, to be kept while another prospect is shown.
    [[nodiscard]] QString draft() const;
    void setDraft(const QString &text);

signals:
    /// The words may be empty for a call or a meeting alone.
    void logged(const ProspectService::Entry &entry);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] Medium medium() const;
    void build();
    void showMedium();
    void showReady();
    void log();

    QButtonGroup *m_media;
    QToolButton *m_ours;
    QToolButton *m_theirs;
    QSpinBox *m_minutes;
    QPlainTextEdit *m_text;
    QPushButton *m_log;
};
