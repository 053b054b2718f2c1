// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QWidget>

class QLabel;
class QPushButton;

/// What an empty view says: one sentence and one button.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);
    EmptyState(const QString &sentence, const QString &buttonText, QWidget *parent = nullptr);

    void setSentence(const QString &sentence);
    /// An empty text hides the button.
    void setButtonText(const QString &text);
    /// Another way on, below the button. Belongs to the state.
    QPushButton *addButton(const QString &text);
    void setIcon(const QIcon &icon);
    [[nodiscard]] QPushButton *button() const { return m_button; }

signals:
    /// The button was pressed.
    void triggered();

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintIcon();

    QIcon m_icon;
    QLabel *m_picture;
    QLabel *m_sentence;
    QPushButton *m_button;
};
