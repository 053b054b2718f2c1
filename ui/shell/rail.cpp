// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_shell/rail.h"

#include "ui_common/icons.h"
#include "ui_common/theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace {

constexpr int ButtonWidth = 72;
constexpr int ButtonHeight = 56;

/// An icon above its name; the one in front has a ground and the accent's colour.
class RailButton : public QAbstractButton
{
public:
    RailButton(QAction *action, QWidget *parent)
        : QAbstractButton(parent)
    {
        setCheckable(true);
        setAutoExclusive(true); // arrow keys move among them, and readers tell a choice of one
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setObjectName(action->objectName());
        const auto follow = [this, action] {
            setText(action->text());
            setIcon(action->icon());
            setToolTip(action->toolTip());
            setAccessibleName(action->text());
            setChecked(action->isChecked());
        };
        connect(action, &QAction::changed, this, follow);
        // A click on the area in front leads back to it; who reads the window by ear switches a button on without a click.
        connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
        connect(this, &QAbstractButton::toggled, action, [action](bool on) {
            if (on && !action->isChecked())
                action->trigger();
        });
        follow();
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        // A long name in another language widens the rail rather than being cut.
        const int text = fontMetrics().horizontalAdvance(this->text()) + Metrics::Small;
        return {std::max(ButtonWidth, text),
            std::max(ButtonHeight, Metrics::LargeIcon + fontMetrics().height() + Metrics::Large)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool front = isChecked();
        painter.setPen(Qt::NoPen);
        if (front)
            painter.setBrush(palette().color(QPalette::Highlight));
        else if (underMouse())
            painter.setBrush(colour(ColourRole::Hover, palette()));
        else
            painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect(), Metrics::Radius, Metrics::Radius);

        const QColor ink = front ? palette().color(QPalette::HighlightedText)
                                 : colour(ColourRole::QuietText, palette());
        const int block = Metrics::LargeIcon + Metrics::Tiny + fontMetrics().height();
        QRect place(0, (height() - block) / 2, Metrics::LargeIcon, Metrics::LargeIcon);
        place.moveLeft((width() - Metrics::LargeIcon) / 2);
        const QColor sign = front ? colour(ColourRole::PullText, palette()) : ink;
        painter.drawPixmap(
            place, Icons::tinted(icon(), sign, Metrics::LargeIcon, devicePixelRatioF()));
        if (front)
            painter.setFont(strongFont(font()));
        painter.setPen(ink);
        painter.drawText(
            QRect(0, place.bottom() + Metrics::Tiny, width(), fontMetrics().height() + 2),
            Qt::AlignHCenter | Qt::AlignTop | Qt::TextHideMnemonic, text());
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
            painter.setPen(QPen(colour(ColourRole::Pull, palette()), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(
                QRectF(rect()).adjusted(1, 1, -1, -1), Metrics::Radius, Metrics::Radius);
        }
    }
};

} // namespace

Rail::Rail(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(Metrics::Small, Metrics::Medium, Metrics::Small, Metrics::Medium);
    m_layout->setSpacing(Metrics::Tiny);
    m_layout->addStretch(1);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setAccessibleName(tr("Areas"));
}

void Rail::add(QAction *action)
{
    m_layout->insertWidget(m_layout->count() - 1, new RailButton(action, this));
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colour(ColourRole::Rail, palette()));
    const int edge = layoutDirection() == Qt::LeftToRight ? width() - 1 : 0;
    painter.fillRect(QRect(edge, 0, 1, height()), colour(ColourRole::Hairline, palette()));
}
