// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/fileintake.h"

#include <QWidget>

class QHBoxLayout;

/// The files that go with the next entry, each with a way to take it off again. Hidden where there is none.
class FileChips : public QWidget
{
    Q_OBJECT
public:
    explicit FileChips(QWidget *parent = nullptr);

    void setFiles(const QList<FreshFile> &files);
    [[nodiscard]] const QList<FreshFile> &files() const { return m_files; }

signals:
    /// Somebody took one off.
    void filesChanged();

private:
    void refresh();

    QHBoxLayout *m_layout;
    QList<FreshFile> m_files;
};
