// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/stagebutton.h"

#include "ui_common/sidelook.h"
#include "ui_common/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace {
QString wordsOf(const Stage &stage)
{
    return StageButton::tr("%1 · %2", "side and stage").arg(SideLook::name(stage.side), stage.name);
}
} // namespace

StageButton::StageButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setObjectName(u"prospect.stage"_s);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
}

void StageButton::setStage(const Stage &stage)
{
    if (stage == m_stage)
        return;
    m_stage = stage;
    setText(wordsOf(stage));
    setAccessibleName(tr("Stage: %1. Move…").arg(text()));
    setToolTip(tr("Move to another stage (%1)")
                   .arg(QKeySequence(Qt::CTRL | Qt::Key_M).toString(QKeySequence::NativeText)));
    updateGeometry();
    update();
}

QSize StageButton::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(text()) + 3 * Metrics::Small + Metrics::Medium,
        metrics.height() + Metrics::Small};
}

void StageButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(font());
    SideLook::paintPill(painter, rect(), text(), m_stage.side, palette(), layoutDirection());
    if (!hasFocus() && !underMouse())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour(SideLook::markOf(m_stage.side), palette()), hasFocus() ? 2 : 1));
    painter.setBrush(Qt::NoBrush);
    const int height = fontMetrics().height() + Metrics::Tiny;
    const QRectF ring(1, (this->height() - height) / 2.0 + 1, width() - 2, height - 2);
    painter.drawRoundedRect(ring, height / 2.0, height / 2.0);
}
