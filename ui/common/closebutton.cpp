// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/closebutton.h"

#include "ui_common/plaintext.h"
#include "ui_common/theme.h"

#include <QPainter>
#include <QStyleOptionToolButton>

CloseButton::CloseButton(const QString &text, QWidget *parent)
    : QToolButton(parent)
{
    setAutoRaise(true);
    setToolTip(plainTip(text));
    setAccessibleName(text);
    setFocusPolicy(Qt::StrongFocus);
}

QSize CloseButton::sizeHint() const
{
    return {Metrics::Wide, Metrics::Wide};
}

void CloseButton::paintEvent(QPaintEvent *)
{
    QStyleOptionToolButton option;
    initStyleOption(&option);
    QPainter painter(this);
    style()->drawPrimitive(QStyle::PE_PanelButtonTool, &option, &painter, this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ink = palette().color(QPalette::Disabled, QPalette::Text);
    if (isEnabled())
        ink = underMouse() ? palette().color(QPalette::Text)
                           : colour(ColourRole::QuietText, palette());
    painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap));
    constexpr qreal Arm = 4;
    const QPointF middle = QRectF(rect()).center();
    painter.drawLine(middle - QPointF(Arm, Arm), middle + QPointF(Arm, Arm));
    painter.drawLine(middle - QPointF(Arm, -Arm), middle + QPointF(Arm, -Arm));
}
