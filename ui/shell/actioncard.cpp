// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_shell/actioncard.h"

#include "ui_common/icons.h"
#include "ui_common/theme.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace {
constexpr int UsualWidth = 220;
constexpr int Padding = Metrics::Large;
constexpr int TextFlags = Qt::AlignLeading | Qt::AlignTop | Qt::TextWordWrap;
} // namespace

ActionCard::ActionCard(const QString &text, const QString &explanation, QWidget *parent)
    : QAbstractButton(parent)
    , m_explanation(explanation)
{
    setText(text);
    setAccessibleName(text);
    setAccessibleDescription(explanation);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ActionCard::setPrimary(bool primary)
{
    m_primary = primary;
    update();
}

QSize ActionCard::sizeHint() const
{
    return {UsualWidth, heightForWidth(UsualWidth)};
}

QRect ActionCard::textRect(int width) const
{
    const int top =
        Padding + Metrics::LargeIcon + Metrics::Medium + fontMetrics().height() + Metrics::Tiny;
    return {Padding, top, width - 2 * Padding, 10000};
}

int ActionCard::heightForWidth(int width) const
{
    const QRect area = textRect(width);
    return area.top() + fontMetrics().boundingRect(area, TextFlags, m_explanation).height()
        + Padding;
}

bool ActionCard::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QAbstractButton::event(event);
}

void ActionCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hovered = isEnabled() && (underMouse() || isDown());
    QColor ground = palette().color(QPalette::Base);
    QColor line = colour(ColourRole::Hairline, palette());
    QColor ink =
        palette().color(isEnabled() ? QPalette::Normal : QPalette::Disabled, QPalette::Text);
    QColor quiet = isEnabled() ? colour(ColourRole::QuietText, palette()) : ink;
    QColor sign = isEnabled() ? colour(ColourRole::PullText, palette()) : ink;
    if (m_primary && isEnabled()) {
        ground = colour(ColourRole::AccentFill, palette());
        if (hovered)
            ground = ground.darker(112);
        line = ground;
        ink = quiet = sign = colour(ColourRole::AccentText, palette());
    } else if (hovered) {
        line = colour(ColourRole::Pull, palette());
        ground = tint(ColourRole::Pull, palette(), 0.06);
    }
    painter.setPen(QPen(line, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Metrics::Radius, Metrics::Radius);

    const QRect picture(Padding, Padding, Metrics::LargeIcon, Metrics::LargeIcon);
    painter.drawPixmap(QStyle::visualRect(layoutDirection(), rect(), picture),
        Icons::tinted(icon(), sign, Metrics::LargeIcon, devicePixelRatioF()));
    const QRect body = textRect(width());
    const QRect heading(Padding, picture.bottom() + Metrics::Medium, body.width(),
        fontMetrics().height() + Metrics::Tiny);
    painter.setFont(strongFont(font()));
    painter.setPen(ink);
    painter.drawText(heading, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextHideMnemonic, text());
    painter.setFont(font());
    painter.setPen(quiet);
    painter.drawText(body.adjusted(0, 0, 0, height() - body.bottom()), TextFlags, m_explanation);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter.setPen(QPen(m_primary ? ink : colour(ColourRole::Pull, palette()), 2));
        painter.setBrush(Qt::NoBrush);
        const qreal inset = m_primary ? 4 : 1;
        painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset),
            Metrics::Radius, Metrics::Radius);
    }
}
