// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/filterrow.h"

#include "ui_common/chips.h"
#include "ui_common/formatting.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_timeline/filtermenu.h"
#include "ui_timeline/statusdot.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int MarkSize = 12;

template<typename Paint>
QPixmap mark(const QWidget &widget, Paint paint)
{
    QPixmap pixmap(QSize(MarkSize, MarkSize) * widget.devicePixelRatioF());
    pixmap.setDevicePixelRatio(widget.devicePixelRatioF());
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    paint(painter, QRectF(0, 0, MarkSize, MarkSize));
    return pixmap;
}

template<typename Key>
QList<Key> toIds(const QList<qint64> &keys)
{
    QList<Key> ids;
    for (const qint64 key : keys)
        ids.append(Key(key));
    return ids;
}

template<typename Key>
QList<qint64> toKeys(const QList<Key> &ids)
{
    QList<qint64> keys;
    for (const Key id : ids)
        keys.append(id.value());
    return keys;
}
} // namespace

FilterRow::FilterRow(QWidget *parent)
    : QWidget(parent)
    , m_all(new QToolButton(this))
    , m_channels(new FilterMenu(tr("Channel"), tr("Any channel"), this))
    , m_campaigns(new FilterMenu(tr("Campaign"), tr("Any campaign"), this))
    , m_statuses(new FilterMenu(tr("Status"), tr("Any status"), this))
    , m_clear(new QToolButton(this))
{
    m_all->setObjectName(u"filterAll"_s);
    auto *all = new QMenu(m_all);
    makeFilterButton(m_all, all);
    m_all->hide();
    m_channels->setObjectName(u"filterChannel"_s);
    m_campaigns->setObjectName(u"filterCampaign"_s);
    m_statuses->setObjectName(u"filterStatus"_s);
    m_clear->setObjectName(u"clearFilter"_s);
    m_clear->setIcon(Icons::named(u"edit-clear"_s));
    m_clear->setAutoRaise(true);
    m_clear->setToolTip(tr("Show all posts"));
    m_clear->setAccessibleName(tr("Show all posts"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(m_all);
    for (FilterMenu *menu : {m_channels, m_campaigns, m_statuses}) {
        layout->addWidget(menu);
        all->addMenu(menu->choices());
        connect(menu, &FilterMenu::filterChanged, this, &FilterRow::onChanged);
    }
    layout->addWidget(m_clear);
    layout->addStretch(1);
    connect(m_clear, &QToolButton::clicked, this, &FilterRow::clear);
    setSources({});
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void FilterRow::setSources(const TileSources &sources)
{
    m_sources = sources;
    QList<FilterMenu::Entry> channels;
    for (const Channel &channel : sources.channels)
        channels.append({channel.id.value(),
            Formatting::channel(channel.name, sources.networks.nameOf(channel.network))});
    m_channels->setEntries(channels);
    QList<FilterMenu::Entry> campaigns;
    for (const Campaign &campaign : sources.campaigns)
        campaigns.append({campaign.id.value(), campaign.name,
            mark(*this, [&](QPainter &painter, const QRectF &rect) {
                painter.setBrush(campaignColour(campaign.colour, palette()));
                painter.drawEllipse(rect.adjusted(1, 1, -1, -1));
            })});
    if (!campaigns.isEmpty())
        campaigns.append({0, tr("No campaign")});
    m_campaigns->setEntries(campaigns);
    QList<FilterMenu::Entry> statuses;
    for (const auto &[status, word] : EnumText<PostStatus>::values) {
        statuses.append({qint64(status), statusName(status),
            mark(*this, [&, shown = status](QPainter &painter, const QRectF &rect) {
                paintStatusDot(painter, rect.adjusted(1, 1, -1, -1), shown, false, palette());
            })});
    }
    m_statuses->setEntries(statuses);
    showState();
}

void FilterRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setSources(TileSources(m_sources)); // the marks are drawn in the palette's colours
}

CalendarFilter FilterRow::filter() const
{
    CalendarFilter filter;
    filter.channels = toIds<ChannelId>(m_channels->checkedKeys());
    filter.campaigns = toIds<CampaignId>(m_campaigns->checkedKeys());
    const QList<qint64> statuses = m_statuses->checkedKeys();
    for (const qint64 status : statuses)
        filter.statuses.append(PostStatus(status));
    return filter;
}

void FilterRow::setFilter(const CalendarFilter &filter)
{
    m_channels->setCheckedKeys(toKeys(filter.channels));
    m_campaigns->setCheckedKeys(toKeys(filter.campaigns));
    QList<qint64> statuses;
    for (const PostStatus status : filter.statuses)
        statuses.append(qint64(status));
    m_statuses->setCheckedKeys(statuses);
    showState();
}

void FilterRow::clear()
{
    setFilter({});
    emit filterChanged();
}

void FilterRow::onChanged()
{
    showState();
    emit filterChanged();
}

QSize FilterRow::sizeHint() const
{
    QSize size(clearWidth(), 0);
    for (const FilterMenu *menu : {m_channels, m_campaigns, m_statuses}) {
        const QSize hint = menu->sizeHint();
        size = QSize(size.width() + hint.width(), std::max(size.height(), hint.height()));
    }
    return size + QSize(2 * Metrics::Tiny, 0);
}

QSize FilterRow::minimumSizeHint() const
{
    return m_all->sizeHint() + QSize(clearWidth(), 0);
}

int FilterRow::clearWidth() const
{
    return m_clear->isHidden() ? 0 : m_clear->sizeHint().width() + Metrics::Tiny;
}

void FilterRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showState();
}

void FilterRow::showState()
{
    const auto count = m_channels->checkedKeys().size() + m_campaigns->checkedKeys().size()
        + m_statuses->checkedKeys().size();
    m_clear->setVisible(count > 0);
    const QString text =
        count > 0 ? tr("Filter: %1", "how many are chosen").arg(count) : tr("Filter");
    m_all->setText(text);
    m_all->setAccessibleName(text);
    m_all->setChecked(count > 0);
    const bool isNarrow = width() < sizeHint().width();
    m_all->setVisible(isNarrow);
    for (FilterMenu *menu : {m_channels, m_campaigns, m_statuses})
        menu->setVisible(!isNarrow);
    updateGeometry();
}
