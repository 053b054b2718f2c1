// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_profiles/channelform.h"

#include "ui_common/theme.h"
#include "ui_profiles/channelplan.h"
#include "ui_profiles/channelrules.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace { } // namespace

ChannelForm::ChannelForm(NetworkTable networks, QWidget *parent)
    : QWidget(parent)
    , m_networks(std::move(networks))
    , m_heading(headingLabel({}, this))
    , m_network(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_handle(new QLineEdit(this))
    , m_plan(new ChannelPlan(this))
    , m_rules(new ChannelRules(this))
    , m_fault(new QLabel(this))
    , m_take(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(u"channelForm"_s);
    m_network->setObjectName(u"network"_s);
    m_network->setAccessibleName(tr("Network"));
    for (const Network &network : std::as_const(m_networks.networks))
        m_network->addItem(network.name, network.key);
    m_name->setObjectName(u"channelName"_s);
    m_name->setAccessibleName(tr("Name of the channel"));
    m_handle->setObjectName(u"channelHandle"_s);
    m_handle->setAccessibleName(tr("Handle of the channel"));
    m_handle->setPlaceholderText(tr("How the account is addressed there"));
    m_take->setObjectName(u"takeChannel"_s);
    m_cancel->setObjectName(u"cancelChannel"_s);
    makePrimary(m_take);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Metrics::Small);
    buttons->addWidget(m_take);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(Metrics::Large, Metrics::Medium, Metrics::Large, Metrics::Large);
    layout->setHorizontalSpacing(Metrics::Medium);
    layout->setVerticalSpacing(Metrics::Tiny);
    layout->addWidget(m_heading, 0, 0, 1, 3);
    layout->addWidget(fieldLabel(tr("&Network"), m_network, this), 1, 0);
    layout->addWidget(fieldLabel(tr("N&ame"), m_name, this), 1, 1);
    layout->addWidget(fieldLabel(tr("&Handle"), m_handle, this), 1, 2);
    layout->addWidget(m_network, 2, 0);
    layout->addWidget(m_name, 2, 1);
    layout->addWidget(m_handle, 2, 2);
    layout->addWidget(m_plan, 3, 0, 1, 3);
    layout->addWidget(m_rules, 4, 0, 1, 3);
    layout->addWidget(m_fault, 5, 0, 1, 3);
    layout->setRowMinimumHeight(6, Metrics::Tiny);
    layout->addLayout(buttons, 7, 0, 1, 3);
    m_fault->setObjectName(u"channelFault"_s);
    m_fault->setWordWrap(true);
    m_fault->hide();
    layout->setColumnStretch(1, 1);
    layout->setColumnStretch(2, 1);

    connect(m_network, &QComboBox::currentIndexChanged, this, &ChannelForm::showNetwork);
    connect(m_take, &QPushButton::clicked, this, &ChannelForm::submit);
    connect(m_cancel, &QPushButton::clicked, this, &ChannelForm::cancelled);
}

void ChannelForm::startAdding()
{
    m_channel = {};
    m_heading->setText(tr("Add a channel"));
    m_take->setText(tr("Add channel"));
    m_network->setEnabled(true);
    m_network->setCurrentIndex(0);
    m_name->clear();
    m_handle->clear();
    m_plan->setPlan({}, {});
    m_fault->hide();
    showNetwork();
    m_rules->setRules({}, {});
    show();
    m_network->setFocus(Qt::OtherFocusReason);
}

void ChannelForm::startChanging(const Channel &channel, const QList<PostingSlot> &postingSlots,
    const QList<ChannelLimit> &limits)
{
    m_channel = channel;
    m_heading->setText(tr("Change “%1”").arg(channel.name));
    m_take->setText(tr("Take the changes"));
    m_network->setEnabled(false);
    m_network->setCurrentIndex(m_network->findData(channel.network));
    m_name->setText(channel.name);
    m_handle->setText(channel.handle);
    m_plan->setPlan(channel, postingSlots);
    m_fault->hide();
    showNetwork();
    m_rules->setRules(channel, limits);
    show();
    m_name->selectAll();
    m_name->setFocus(Qt::OtherFocusReason);
}

void ChannelForm::showNetwork()
{
    // The name that is taken where none is given.
    m_name->setPlaceholderText(m_network->currentText());
    m_rules->setNetwork(m_network->currentData().toString(), m_networks);
}

void ChannelForm::submit()
{
    Channel channel = m_channel;
    if (channel.id.isNull())
        channel.network = m_network->currentData().toString();
    channel.name = m_name->text().simplified();
    if (channel.name.isEmpty())
        channel.name = m_networks.nameOf(channel.network);
    channel.handle = m_handle->text().simplified();
    m_plan->readInto(channel);
    m_rules->readInto(channel);
    const auto postingSlots = m_plan->postingSlots();
    m_fault->setVisible(!postingSlots);
    if (postingSlots)
        emit submitted(channel, *postingSlots, m_rules->limits());
    else
        m_fault->setText(postingSlots.error().message);
}

void ChannelForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        submit();
    else
        QWidget::keyPressEvent(event);
}
