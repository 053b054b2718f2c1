// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

/// The window's one search field. Escape empties it first and then leaves it; Return and Down lead
/// to what was found.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    /// As narrow as its words are still read; with less only its sign and a few letters are seen.
    static constexpr int ReadableWidth = 140;

    explicit SearchField(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

signals:
    /// The user wants to go on in the results.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};
