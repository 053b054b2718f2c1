// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

#include <optional>

class QListWidget;

/// A button whose menu chooses some of many: nothing chosen means all, as the button says.
class ChoiceButton : public QPushButton
{
    Q_OBJECT
public:
    struct Choice
    {
        QString key;
        QString text;
    };

    /// \a all is what the button says while nothing is left out.
    explicit ChoiceButton(const QString &all, QWidget *parent = nullptr);

    /// Replaces what can be chosen; what was chosen and exists stays so, also what was chosen before it could be. Emits nothing.
    void setChoices(const QList<Choice> &choices);
    /// The keys chosen, in order, of those that exist; nothing for all.
    [[nodiscard]] std::optional<QStringList> chosen() const;
    /// Emits nothing.
    void setChosen(const std::optional<QStringList> &keys);

signals:
    /// The user chose otherwise.
    void chosenChanged();

private:
    void showChosen();
    void updateText();

    QString m_all;
    QListWidget *m_list;
    std::optional<QStringList> m_wanted; ///< the keys last chosen, whether they exist or not
};
