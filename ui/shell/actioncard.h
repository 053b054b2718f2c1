// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

/// A large button that explains itself: an icon, what it does, and a line about what comes of it.
class ActionCard : public QAbstractButton
{
    Q_OBJECT
public:
    /// \a explanation is one short sentence.
    ActionCard(const QString &text, const QString &explanation, QWidget *parent = nullptr);

    /// Fills the card with the accent colour.
    void setPrimary(bool primary);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRect textRect(int width) const;

    QString m_explanation;
    bool m_primary = false;
};
