// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/importservice.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QLabel;
class QVBoxLayout;

/// How a chat is to be read: which of the people is us, and the order of its dates where the file does not tell.
class ChatMappingPane : public QWidget
{
    Q_OBJECT
public:
    explicit ChatMappingPane(QWidget *parent = nullptr);

    void setPreview(const ImportPreview &preview);
    [[nodiscard]] ImportOptions options() const;
    /// Why it cannot be imported yet, one sentence; empty where it can.
    [[nodiscard]] QString obstacle() const;

signals:
    void changed();

private:
    void refresh();

    ImportPreview m_file;
    QLabel *m_title;
    QLabel *m_about;
    QVBoxLayout *m_people;
    QButtonGroup *m_group = nullptr;
    QWidget *m_list = nullptr;
    QLabel *m_whoProblem;
    QLabel *m_dateLabel;
    QComboBox *m_dateOrder;
    QLabel *m_dateProblem;
};
