// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/varianttabs.h"

#include "ui_common/formatting.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_timeline/statusdot.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int DotSize = 10;
}

VariantTabs::VariantTabs(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabBar(this))
    , m_add(new QToolButton(this))
    , m_menu(new QMenu(this))
{
    m_tabs->setObjectName(u"channels"_s);
    m_tabs->setAccessibleName(tr("Channels"));
    m_tabs->setDocumentMode(true);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setIconSize({DotSize, DotSize});
    m_add->setObjectName(u"addChannel"_s);
    m_add->setText(tr("Add a channel"));
    m_add->setAccessibleName(tr("Add a channel"));
    m_add->setToolTip(tr("Add a channel"));
    m_add->setIcon(Icons::named(u"list-add"_s));
    m_add->setAutoRaise(true);
    connect(m_add, &QToolButton::clicked, this,
        [this] { m_menu->popup(m_add->mapToGlobal(m_add->rect().bottomLeft())); });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_add);
    connect(m_tabs, &QTabBar::currentChanged, this, [this] { emit currentChanged(current()); });
}

int VariantTabs::indexOf(VariantId variant) const
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (m_tabs->tabData(i).toLongLong() == variant.value())
            return i;
    }
    return -1;
}

VariantId VariantTabs::current() const
{
    return VariantId(m_tabs->tabData(m_tabs->currentIndex()).toLongLong());
}

void VariantTabs::setCurrent(VariantId variant)
{
    m_tabs->setCurrentIndex(std::max(0, indexOf(variant)));
}

void VariantTabs::setVariants(const QList<Variant> &variants, const TileSources &sources)
{
    const QSignalBlocker blocker(m_tabs);
    const VariantId shown = current();
    const bool sameTabs = m_tabs->count() > 0
        && std::ranges::equal(variants, m_variants, {}, &Variant::id, &Variant::id);
    m_variants = variants;
    if (!sameTabs) {
        while (m_tabs->count() > 0)
            m_tabs->removeTab(m_tabs->count() - 1);
        m_tabs->setTabData(m_tabs->addTab(tr("All", "channels")), qint64(0));
        m_tabs->setTabToolTip(0, tr("All channels"));
        m_tabs->setAccessibleTabName(0, tr("All channels"));
        for (const Variant &variant : variants) {
            const auto channel = std::ranges::find(sources.channels, variant.channel, &Channel::id);
            const bool known = channel != sources.channels.end();
            const int tab =
                m_tabs->addTab(known ? sources.networks.signOf(channel->network) : tr("?"));
            const QString name = known
                ? Formatting::channel(channel->name, sources.networks.nameOf(channel->network))
                : tr("Unknown channel");
            m_tabs->setTabToolTip(tab, name);
            m_tabs->setAccessibleTabName(tab, name);
            m_tabs->setTabData(tab, variant.id.value());
        }
        m_tabs->setCurrentIndex(std::max(0, indexOf(shown)));
    }
    for (int i = 0; i < int(variants.size()); ++i)
        showStatus(i + 1, variants.at(i).status);
    fillMenu(variants, sources);
}

void VariantTabs::showStatus(int tab, PostStatus status)
{
    QPixmap dot(QSize(DotSize, DotSize) * devicePixelRatioF());
    dot.setDevicePixelRatio(devicePixelRatioF());
    dot.fill(Qt::transparent);
    {
        QPainter painter(&dot);
        paintStatusDot(painter, QRectF(0, 0, DotSize, DotSize), status, false, palette());
    }
    m_tabs->setTabIcon(tab, dot);
}

void VariantTabs::setTooLong(VariantId variant, bool tooLong)
{
    if (const int tab = indexOf(variant); tab >= 0)
        m_tabs->setTabTextColor(
            tab, tooLong ? colour(ColourRole::DangerText, palette()) : QColor());
}

void VariantTabs::fillMenu(const QList<Variant> &variants, const TileSources &sources)
{
    m_menu->clear();
    for (const Channel &channel : sources.channels) {
        if (std::ranges::find(variants, channel.id, &Variant::channel) != variants.end())
            continue;
        const QString text =
            Formatting::channel(channel.name, sources.networks.nameOf(channel.network));
        m_menu->addAction(QString(text).replace(u'&', u"&&"_s), this,
            [this, id = channel.id] { emit channelAdded(id); });
    }
    if (!m_menu->isEmpty())
        m_menu->addSeparator();
    m_menu->addAction(tr("New channel…"), this, &VariantTabs::newChannelRequested);
}

void VariantTabs::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    for (int i = 0; i < int(m_variants.size()); ++i)
        showStatus(i + 1, m_variants.at(i).status);
}
