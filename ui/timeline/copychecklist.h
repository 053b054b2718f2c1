// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/copycheck.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

/// What there is to say about a text, below it: the counters of the networks, then a line for each
/// issue. Pressing an issue leads to its place.
class CopyCheckList : public QWidget
{
    Q_OBJECT
public:
    explicit CopyCheckList(QWidget *parent = nullptr);

    /// \a text is the one that was checked, for the numbers of lines.
    void setCheck(const CopyCheck &check, const QString &text);
    [[nodiscard]] const CopyCheck &check() const { return m_check; }

signals:
    /// The user wants to see the place of an issue.
    void placeRequested(qsizetype offset);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showCounters();
    void showIssues(const QString &text);

    CopyCheck m_check;
    QLabel *m_counters;
    QVBoxLayout *m_issues;
    QList<QWidget *> m_rows;
};
