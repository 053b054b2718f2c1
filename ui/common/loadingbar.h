// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

/// A thin bar that moves while something loads. It keeps its two pixels when idle, so that nothing
/// jumps, and appears only after a moment, so that quick answers do not flicker.
class LoadingBar : public QWidget
{
    Q_OBJECT
public:
    explicit LoadingBar(QWidget *parent = nullptr);

    void setLoading(bool loading);
    [[nodiscard]] bool isLoading() const { return m_loading; }
    /// Shows how far it is instead of moving; \a done of \a total, both ≥ 0. A total of 0 moves.
    void setProgress(qint64 done, qint64 total);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_done = 0;
    qint64 m_total = 0;
    bool m_loading = false;
};
