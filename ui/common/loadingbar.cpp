// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/loadingbar.h"

#include "ui_common/theme.h"

#include <QPainter>

namespace {
constexpr int Height = 2;
constexpr int DelayMs = 150; // below this a wait is not felt, and a bar would only flicker
constexpr int FrameMs = 33;
constexpr qint64 RoundMs = 1400; // one run from edge to edge
} // namespace

LoadingBar::LoadingBar(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(Height);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Loading"));
    m_timer.setInterval(FrameMs);
    connect(&m_timer, &QTimer::timeout, this, qOverload<>(&QWidget::update));
}

void LoadingBar::setLoading(bool loading)
{
    if (loading == m_loading)
        return;
    m_loading = loading;
    m_done = m_total = 0;
    if (loading) {
        m_since.start();
        m_timer.start();
    } else {
        m_timer.stop();
    }
    update();
}

void LoadingBar::setProgress(qint64 done, qint64 total)
{
    m_done = std::clamp<qint64>(done, 0, std::max<qint64>(total, 0));
    m_total = std::max<qint64>(total, 0);
    update();
}

QSize LoadingBar::sizeHint() const
{
    return {100, Height};
}

void LoadingBar::paintEvent(QPaintEvent *)
{
    if (!m_loading || m_since.elapsed() < DelayMs)
        return;
    QPainter painter(this);
    QRectF bar = rect();
    if (m_total > 0) {
        bar.setWidth(bar.width() * static_cast<qreal>(m_done) / static_cast<qreal>(m_total));
    } else {
        const qreal phase = static_cast<qreal>(m_since.elapsed() % RoundMs) / RoundMs;
        const qreal length = bar.width() * 0.3;
        bar = QRectF(phase * (bar.width() + length) - length, 0, length, Height);
    }
    if (layoutDirection() == Qt::RightToLeft)
        bar.moveLeft(width() - bar.right());
    painter.fillRect(bar, colour(ColourRole::Pull, palette()));
}
