// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

/// Covers the window while files are dragged over it and says what dropping them does.
class DropHint : public QWidget
{
    Q_OBJECT
public:
    explicit DropHint(QWidget *parent);

    /// Covers the whole parent with \a text in the middle.
    void showText(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};
