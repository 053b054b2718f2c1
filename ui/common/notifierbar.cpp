// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/notifierbar.h"

#include "ui_common/closebutton.h"
#include "ui_common/elidedlabel.h"
#include "ui_common/icons.h"
#include "ui_common/severity.h"
#include "ui_common/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int InfoStaysMs = 8000; // long enough to read a line and reach for Undo
constexpr qsizetype MostKept = 20;

} // namespace

NotifierBar::NotifierBar(QWidget *parent)
    : QWidget(parent)
    , m_sign(new QLabel(this))
    , m_text(new ElidedLabel(QString(), this))
    , m_action(new QPushButton(this))
    , m_detailsButton(new QPushButton(tr("Details…"), this))
    , m_close(new CloseButton(tr("Dismiss"), this))
    , m_details(new QLabel(this))
{
    setObjectName(u"notifier"_s);
    m_action->setFlat(true);
    m_detailsButton->setFlat(true);
    m_detailsButton->setCheckable(true);
    m_details->setTextFormat(Qt::PlainText);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    auto *line = new QHBoxLayout;
    line->setSpacing(Metrics::Small);
    line->addWidget(m_sign);
    line->addWidget(m_text, 1);
    line->addWidget(m_action);
    line->addWidget(m_detailsButton);
    line->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::Medium, Metrics::Tiny, Metrics::Small, Metrics::Tiny);
    layout->setSpacing(Metrics::Tiny);
    layout->addLayout(line);
    layout->addWidget(m_details);

    m_expiry.setSingleShot(true);
    m_expiry.setInterval(InfoStaysMs);
    connect(&m_expiry, &QTimer::timeout, this, &NotifierBar::dismiss);
    connect(m_close, &CloseButton::clicked, this, &NotifierBar::dismiss);
    connect(m_action, &QPushButton::clicked, this, &NotifierBar::runAction);
    connect(m_detailsButton, &QPushButton::toggled, this, &NotifierBar::toggleDetails);
    refresh();
}

void NotifierBar::show(const NotifierMessage &message)
{
    // What only informs gives way at once; what needs attention waits behind.
    m_messages.removeIf(
        [](const NotifierMessage &old) { return old.severity == NoticeSeverity::Info; });
    if (m_messages.size() >= MostKept)
        m_messages.removeFirst();
    m_messages.append(message);
    refresh();
    QAccessibleEvent announcement(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void NotifierBar::dismiss()
{
    if (m_messages.isEmpty())
        return;
    m_messages.removeLast();
    refresh();
}

void NotifierBar::dropUndo()
{
    if (m_messages.removeIf([](const NotifierMessage &old) { return old.isUndo; }) > 0)
        refresh();
}

void NotifierBar::clear()
{
    m_messages.clear();
    refresh();
}

const NotifierMessage &NotifierBar::current() const
{
    Q_ASSERT(!m_messages.isEmpty());
    return m_messages.constLast();
}

void NotifierBar::paintEvent(QPaintEvent *)
{
    if (m_messages.isEmpty())
        return;
    QPainter painter(this);
    painter.fillRect(rect(), tint(severityRole(current().severity), palette(), 0.10));
    painter.fillRect(QRect(0, 0, width(), 1), colour(ColourRole::Hairline, palette()));
}

void NotifierBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintSign();
}

void NotifierBar::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    m_expiry.stop(); // nothing vanishes under the pointer
}

void NotifierBar::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (!m_messages.isEmpty() && current().severity == NoticeSeverity::Info)
        m_expiry.start();
}

void NotifierBar::refresh()
{
    m_expiry.stop();
    m_detailsButton->setChecked(false);
    m_details->hide();
    if (!m_messages.isEmpty()) {
        const NotifierMessage &message = current();
        m_text->setText(message.text);
        setAccessibleName(message.text);
        m_action->setText(message.actionText);
        m_action->setVisible(!message.actionText.isEmpty());
        m_detailsButton->setVisible(!message.details.isEmpty());
        m_details->setText(message.details);
        paintSign();
        if (message.severity == NoticeSeverity::Info)
            m_expiry.start();
    }
    setVisible(!m_messages.isEmpty());
    update();
    emit changed();
}

void NotifierBar::paintSign()
{
    if (m_messages.isEmpty())
        return;
    const NoticeSeverity severity = current().severity;
    m_sign->setPixmap(Icons::tinted(severityIcon(severity),
        colour(severityRole(severity), palette()), Metrics::Icon, devicePixelRatioF()));
}

void NotifierBar::toggleDetails()
{
    m_details->setVisible(m_detailsButton->isChecked());
}

void NotifierBar::runAction()
{
    if (m_messages.isEmpty())
        return;
    const auto action =
        std::exchange(m_messages.last().action, {}); // once, even when pressed twice
    dismiss();
    if (action)
        action();
}
