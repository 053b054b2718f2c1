// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

/// The words of a version, large and quiet, as high as they need within bounds. What is beyond a limit is marked where it stands.
class CopyField : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit CopyField(QWidget *parent = nullptr);

    /// Replaces the text where it differs and keeps the cursor's place. Says nothing.
    void setCopy(const QString &text);
    /// Marks all from \a offset (UTF-16) on; -1 marks nothing.
    void markFrom(qsizetype offset);

signals:
    /// Escape: back to the list.
    void left();
    /// The keyboard goes elsewhere.
    void rested();

protected:
    void changeEvent(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showMark();
    void fitHeight();

    qsizetype m_markedFrom = -1;
};
