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
constexpr int FilterMarkSize = 12;

template<typename Paint>
QPixmap mark(const QWidget &widget, Paint paint)
{
    QPixmap pixmap(QSize(FilterMarkSize, FilterMarkSize) * widget.devicePixelRatioF());
    pixmap.setDevicePixelRatio(widget.devicePixelRatioF());
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    paint(painter, QRectF(0, 0, FilterMarkSize, FilterMarkSize));
    return pixmap;
}

/// The mark of a campaign, pillar or label.
QPixmap disc(const QWidget &widget, int index)
{
    return mark(widget, [&](QPainter &painter, const QRectF &rect) {
        painter.setBrush(campaignColour(index, widget.palette()));
        painter.drawEllipse(rect.adjusted(1, 1, -1, -1));
    });
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
    , m_pillars(new FilterMenu(tr("Pillar"), tr("Any pillar"), this))
    , m_labels(new FilterMenu(tr("Label"), tr("Any label"), this))
    , m_authors(new FilterMenu(tr("Author"), tr("Any author"), this))
    , m_more(new QToolButton(this))
    , m_clear(new QToolButton(this))
{
    m_all->setObjectName(u"filterAll"_s);
    auto *all = new QMenu(m_all);
    makeFilterButton(m_all, all);
    m_all->hide();
    m_channels->setObjectName(u"filterChannel"_s);
    m_campaigns->setObjectName(u"filterCampaign"_s);
    m_statuses->setObjectName(u"filterStatus"_s);
    m_more->setObjectName(u"filterMore"_s);
    auto *more = new QMenu(m_more);
    makeFilterButton(m_more, more);
    m_clear->setObjectName(u"clearFilter"_s);
    m_clear->setIcon(Icons::named(u"edit-clear"_s));
    m_clear->setAutoRaise(true);
    m_clear->setToolTip(tr("Show all posts"));
    m_clear->setAccessibleName(tr("Show all posts"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(m_all);
    const QList<FilterMenu *> every = menus();
    for (FilterMenu *menu : every) {
        all->addMenu(menu->choices());
        if (buttons().contains(menu)) {
            layout->addWidget(menu);
        } else {
            more->addMenu(menu->choices());
            menu->hide();
        }
        connect(menu, &FilterMenu::filterChanged, this, &FilterRow::onChanged);
    }
    layout->addWidget(m_more);
    layout->addWidget(m_clear);
    layout->addStretch(1);
    connect(m_clear, &QToolButton::clicked, this, &FilterRow::clear);
    setSources({});
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QList<FilterMenu *> FilterRow::menus() const
{
    return buttons() + QList<FilterMenu *> {m_pillars, m_labels, m_authors};
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
        campaigns.append({campaign.id.value(), campaign.name, disc(*this, campaign.colour)});
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
    setMore();
    showState();
}

void FilterRow::setMore()
{
    QList<FilterMenu::Entry> pillars;
    for (const Pillar &pillar : std::as_const(m_sources.pillars))
        pillars.append({pillar.id.value(), pillar.name, disc(*this, pillar.colour)});
    if (!pillars.isEmpty())
        pillars.append({0, tr("No pillar")});
    m_pillars->setEntries(pillars);
    QList<FilterMenu::Entry> labels;
    for (const Label &label : std::as_const(m_sources.labels))
        labels.append({label.id.value(), label.name, disc(*this, label.colour)});
    if (!labels.isEmpty())
        labels.append({0, tr("No label")});
    m_labels->setEntries(labels);
    QList<FilterMenu::Entry> authors;
    if (m_sources.users.size() > 1) { // one author is no choice
        for (const User &user : std::as_const(m_sources.users))
            authors.append({user.id.value(), user.name});
    }
    m_authors->setEntries(authors);
    for (const FilterMenu *menu : {m_pillars, m_labels, m_authors})
        menu->choices()->menuAction()->setVisible(menu->isEnabled());
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
    filter.pillars = toIds<PillarId>(m_pillars->checkedKeys());
    filter.labels = toIds<LabelId>(m_labels->checkedKeys());
    filter.authors = toIds<UserId>(m_authors->checkedKeys());
    const QList<qint64> statuses = m_statuses->checkedKeys();
    for (const qint64 status : statuses)
        filter.statuses.append(PostStatus(status));
    return filter;
}

void FilterRow::setFilter(const CalendarFilter &filter)
{
    m_channels->setCheckedKeys(toKeys(filter.channels));
    m_campaigns->setCheckedKeys(toKeys(filter.campaigns));
    m_pillars->setCheckedKeys(toKeys(filter.pillars));
    m_labels->setCheckedKeys(toKeys(filter.labels));
    m_authors->setCheckedKeys(toKeys(filter.authors));
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
    QList<const QToolButton *> shown {m_channels, m_campaigns, m_statuses};
    if (m_more->isEnabled())
        shown.append(m_more);
    for (const QToolButton *button : std::as_const(shown)) {
        const QSize hint = button->sizeHint();
        size = QSize(size.width() + hint.width(), std::max(size.height(), hint.height()));
    }
    return size + QSize(int(shown.size() - 1) * Metrics::Tiny, 0);
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
    const auto countOf = [](const QList<FilterMenu *> &some) {
        qsizetype count = 0;
        for (const FilterMenu *menu : some)
            count += menu->checkedKeys().size();
        return count;
    };
    const auto count = countOf(menus());
    const auto rare = count - countOf(buttons());
    const bool hasMore = m_pillars->isEnabled() || m_labels->isEnabled() || m_authors->isEnabled();
    m_more->setEnabled(hasMore);
    m_more->setText(rare > 0 ? tr("More: %1", "how many are chosen").arg(rare)
                             : tr("More", "what to filter by"));
    m_more->setAccessibleName(rare > 0 ? tr("More filters: %1").arg(rare) : tr("More filters"));
    m_more->setChecked(rare > 0);
    m_clear->setVisible(count > 0);
    const QString text =
        count > 0 ? tr("Filter: %1", "how many are chosen").arg(count) : tr("Filter");
    m_all->setText(text);
    m_all->setAccessibleName(text);
    m_all->setChecked(count > 0);
    const bool isNarrow = width() < sizeHint().width();
    m_all->setVisible(isNarrow);
    const QList<FilterMenu *> shown = buttons();
    for (FilterMenu *menu : shown)
        menu->setVisible(!isNarrow);
    m_more->setVisible(!isNarrow && hasMore);
    updateGeometry();
}
