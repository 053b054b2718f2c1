// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/drawingjob.h"

#include "base/whenready.h"
#include "ui_pipeline/reportexport.h"

#include <QPainter>
#include <QtConcurrentRun>

#include <chrono>
#include <utility>

namespace {

constexpr std::chrono::seconds Patience {1}; ///< without a word
/// Between two layouts. What is due at once would come before the keys and the painting of the window.
constexpr std::chrono::milliseconds Breath {1};

Result<> cancelledDrawing()
{
    return fail(Error::Code::Cancelled, DrawingJob::tr("Nothing was saved or copied."));
}

/// Draws what is not among \a made, by report, and makes of all what is ordered.
Result<> carriedOut(const DrawingOrder &order, const QList<std::optional<Drawing>> &made,
    const std::shared_ptr<const std::atomic<bool>> &isCancelled)
{
    QList<Drawing> drawings;
    for (qsizetype i = 0; i < order.reports.size() && !*isCancelled; ++i) {
        Drawing drawing = made[i] ? *made[i] : order.draw(order.reports[i]);
        drawing.paint = [paint = drawing.paint, isCancelled](QPainter &painter) {
            if (!*isCancelled)
                paint(painter);
        };
        drawings.append(std::move(drawing));
    }
    if (*isCancelled)
        return cancelledDrawing();
    const Result<DrawingOrder::Keep> keep = order.make(drawings);
    if (*isCancelled)
        return cancelledDrawing();
    return keep.and_then([](const DrawingOrder::Keep &kept) { return kept(); });
}

} // namespace

DrawingJob::DrawingJob(DrawingOrder order, QObject *parent)
    : QObject(parent)
    , m_order(std::move(order))
    , m_made(m_order.reports.size())
    , m_isCancelled(std::make_shared<std::atomic<bool>>(false))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(Patience);
    connect(&m_patience, &QTimer::timeout, this, &DrawingJob::lasting);
}

DrawingJob::~DrawingJob()
{
    if (m_isLayingOut && !*m_isCancelled) {
        while (layOutOne()) { }
        work();
    }
    m_future.waitForFinished();
}

void DrawingJob::start(std::function<void(const Result<> &)> done)
{
    m_done = std::move(done);
    m_patience.start();
    m_isLayingOut = true;
    layOutNext();
}

void DrawingJob::cancel()
{
    *m_isCancelled = true;
}

/// The first report that has no drawing yet and is not drawn by the worker.
std::optional<qsizetype> DrawingJob::nextToLayOut() const
{
    for (qsizetype i = 0; i < m_made.size(); ++i) {
        if (!m_made[i] && needsGuiThread(m_order.reports[i]))
            return i;
    }
    return std::nullopt;
}

/// False where nothing was left.
bool DrawingJob::layOutOne()
{
    const auto next = nextToLayOut();
    if (next)
        m_made[*next] = m_order.draw(m_order.reports[*next]);
    return next.has_value();
}

/// The first at once: mostly it is the only one.
void DrawingJob::layOutNext()
{
    if (!*m_isCancelled && layOutOne() && nextToLayOut()) {
        QTimer::singleShot(Breath, this, &DrawingJob::layOutNext);
        return;
    }
    work();
    whenReady(m_future, this, [this](const Result<> &done) {
        m_patience.stop();
        deleteLater();
        m_done(done);
    });
}

void DrawingJob::work()
{
    m_isLayingOut = false;
    m_future = QtConcurrent::run(
        [order = m_order, made = m_made, isCancelled = m_isCancelled]() -> Result<> {
            return carriedOut(order, made, isCancelled);
        });
}
