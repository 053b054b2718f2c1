// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "report/report.h"
#include "ui_pipeline/drawing.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

/// What is made of reports on paper.
struct DrawingOrder
{
    using Keep = std::function<Result<>()>;

    QList<Report> reports;
    /// The drawing of one of them. Called where needsGuiThread() says.
    std::function<Drawing(const Report &)> draw;
    /// What becomes of all drawings, in the order of the reports, and how it is kept. Both are called on a worker.
    std::function<Result<Keep>(const QList<Drawing> &)> make;
};

/// Draws reports for a file or the clipboard while the window goes on. What Qt Charts draws is laid out on the GUI thread, a report in
/// each turn of its loop; everything else, also the painting of these, is done on a worker.
class DrawingJob : public QObject
{
    Q_OBJECT
public:
    explicit DrawingJob(DrawingOrder order, QObject *parent = nullptr);
    /// Waits for the end of what was started, unless it was cancelled: a file that was saved is there although the window went.
    ~DrawingJob() override;

    /// Once. Calls \a done on this thread with what became of it, Cancelled where cancel() came in time; never after this died. Then
    /// this deletes itself.
    void start(std::function<void(const Result<> &)> done);
    void cancel();

signals:
    /// It takes so long that people should be told.
    void lasting();

private:
    [[nodiscard]] std::optional<qsizetype> nextToLayOut() const;
    bool layOutOne();
    void layOutNext();
    void work();

    DrawingOrder m_order;
    QList<std::optional<Drawing>> m_made; ///< by report
    std::function<void(const Result<> &)> m_done;
    std::shared_ptr<std::atomic<bool>> m_isCancelled;
    QFuture<Result<>> m_future;
    QTimer m_patience;
    bool m_isLayingOut = false;
};
