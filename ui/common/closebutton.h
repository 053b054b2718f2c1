// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

/// A quiet cross: dismisses a message, removes a row. Breeze's own is a red disc, which would
/// shout.
class CloseButton : public QToolButton
{
    Q_OBJECT
public:
    /// \a text says what is closed or removed: tool tip and accessible name.
    explicit CloseButton(const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};
