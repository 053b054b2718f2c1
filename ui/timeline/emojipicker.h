// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStringList>

class EmojiModel;
class QComboBox;
class QLabel;
class QLineEdit;
class QListView;

/// A window above the words in which an emoji is found by name or by sight. Arrows move, Enter takes, Escape leaves.
class EmojiPicker : public QFrame
{
    Q_OBJECT
public:
    explicit EmojiPicker(QWidget *parent = nullptr);

    /// What was chosen before, newest first, and the tone of skin, 0…SkinTones.
    void setMemory(const QStringList &recent, int tone);
    [[nodiscard]] const QStringList &recent() const { return m_recent; }
    [[nodiscard]] int tone() const;
    /// Opens below \a anchor, or above it where there is no room.
    void popUpAt(QWidget *anchor);

signals:
    void chosen(const QString &emoji);
    /// Other emoji are recent now, or another tone is.
    void memoryChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeTones();
    void take(const QModelIndex &index);
    void showName();

    EmojiModel *m_model;
    QStringList m_recent;
    QLineEdit *m_search;
    QComboBox *m_tone;
    QListView *m_view;
    QLabel *m_name;
};
