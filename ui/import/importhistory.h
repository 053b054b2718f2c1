// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/importbatch.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;
class Workspace;

/// The imports of this workspace, newest first; each that stands can be taken back.
class ImportHistory : public QWidget
{
    Q_OBJECT
public:
    explicit ImportHistory(Workspace &workspace, QWidget *parent = nullptr);

    /// Reads them anew.
    void refresh();

private:
    void show(QList<ImportBatch> batches);
    void undo(BatchId batch);
    [[nodiscard]] QString about(const ImportBatch &batch) const;

    Workspace &m_workspace;
    QLabel *m_empty;
    QLabel *m_problem;
    QWidget *m_page;
    QVBoxLayout *m_lines;
    QList<QWidget *> m_rows;
};
