// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_today/returnfield.h"

#include "ui_common/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

ReturnField::ReturnField(QWidget *parent)
    : QWidget(parent)
    , m_reason(new QLineEdit(this))
    , m_return(new QPushButton(tr("Return to marketing"), this))
{
    setObjectName(u"today.return"_s);
    setAccessibleName(tr("Return the handover"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_reason->setObjectName(u"today.return.reason"_s);
    m_reason->setAccessibleName(tr("Why it is returned"));
    m_reason->setPlaceholderText(tr("Why it is returned"));
    m_return->setObjectName(u"today.return.send"_s);
    m_return->setEnabled(false);
    makePrimary(m_return);
    m_reason->installEventFilter(this);
    m_return->installEventFilter(this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Metrics::Large, Metrics::Tiny, Metrics::Large, Metrics::Small);
    layout->setSpacing(Metrics::Small);
    layout->addWidget(m_reason, 1);
    layout->addWidget(m_return);
    connect(m_reason, &QLineEdit::textChanged, this,
        [this](const QString &text) { m_return->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_reason, &QLineEdit::returnPressed, this, &ReturnField::giveBack);
    connect(m_return, &QPushButton::clicked, this, &ReturnField::giveBack);
}

void ReturnField::start(const QString &reason)
{
    m_reason->setText(reason);
    m_reason->setFocus(Qt::ShortcutFocusReason);
}

bool ReturnField::isBegun() const
{
    return !m_reason->text().trimmed().isEmpty();
}

void ReturnField::giveBack()
{
    if (m_return->isEnabled())
        emit returned(m_reason->text().trimmed());
}

bool ReturnField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(
            event); // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast)
        if (key->key() == Qt::Key_Escape && key->modifiers() == Qt::NoModifier) {
            emit closeRequested();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ReturnField::keyPressEvent(QKeyEvent *event)
{
    // Not for the list behind it.
    event->accept();
}
