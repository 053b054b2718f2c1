// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/filterbar.h"

#include "session/workspace.h"
#include "ui_common/chips.h"
#include "ui_common/theme.h"
#include "ui_prospects/stagepill.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
QToolButton *menuButton(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setMenu(new QMenu(button));
    return button;
}

void addChoice(QMenu *menu, const QString &text, bool checked, const std::function<void()> &chosen)
{
    QAction *action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(checked);
    QObject::connect(action, &QAction::triggered, menu, chosen);
}
} // namespace

FilterBar::FilterBar(const Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_chips(new FilterChips(this))
    , m_stages(menuButton(u"filter.stages"_s, tr("Stage"), this))
    , m_source(menuButton(u"filter.source"_s, tr("Source"), this))
    , m_owner(menuButton(u"filter.owner"_s, tr("Owner"), this))
    , m_order(menuButton(u"filter.order"_s, tr("Order"), this))
{
    QList<Chip> chips;
    for (const Stage &stage : workspace.stages())
        chips << Chip {stage.id.toString(), stage.name, ProspectLook::markOf(stage.side)};
    m_chips->setChips(chips);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(m_chips);
    layout->addWidget(m_stages);
    layout->addWidget(m_source);
    layout->addWidget(m_owner);
    layout->addWidget(m_order);
    layout->addStretch(1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_owner->setVisible(workspace.users().size() > 1);
    m_stages->hide();
    connect(m_chips, &FilterChips::checkedKeysChanged, this, [this](const QStringList &keys) {
        ProspectQuery query = m_query;
        query.stages.clear();
        for (const QString &key : keys)
            query.stages << StageId(key.toLongLong());
        change(query);
    });
    connect(m_stages->menu(), &QMenu::aboutToShow, this, &FilterBar::fillStages);
    connect(m_source->menu(), &QMenu::aboutToShow, this, &FilterBar::fillSources);
    connect(m_owner->menu(), &QMenu::aboutToShow, this, &FilterBar::fillOwners);
    connect(m_order->menu(), &QMenu::aboutToShow, this, &FilterBar::fillOrders);
    showQuery();
}

void FilterBar::setQuery(const ProspectQuery &query)
{
    m_query = query;
    showQuery();
}

void FilterBar::setSources(const QStringList &sources)
{
    m_sources = sources;
}

void FilterBar::change(const ProspectQuery &query)
{
    m_query = query;
    showQuery();
    emit queryChanged(query);
}

void FilterBar::showQuery()
{
    QStringList keys;
    for (const StageId stage : std::as_const(m_query.stages))
        keys << stage.toString();
    m_chips->setCheckedKeys(keys);
    m_stages->setText(m_query.stages.isEmpty()
            ? tr("Any stage")
            : tr("%n stage(s)", nullptr, int(m_query.stages.size())));
    if (!m_query.source)
        m_source->setText(tr("Any source"));
    else
        m_source->setText(m_query.source->isEmpty() ? tr("No source") : *m_query.source);
    m_owner->setText(m_query.owner ? m_workspace.userName(*m_query.owner) : tr("Any owner"));
    switch (m_query.sort) {
    case ProspectQuery::Sort::Name:
        m_order->setText(tr("By name"));
        break;
    case ProspectQuery::Sort::LastActivity:
        m_order->setText(tr("By last activity"));
        break;
    case ProspectQuery::Sort::Newest:
        m_order->setText(tr("Newest first"));
        break;
    }
    for (QToolButton *button : {m_stages, m_source, m_owner, m_order})
        button->setToolTip(button->accessibleName() + u": "_s + button->text());
}

void FilterBar::fillStages()
{
    m_stages->menu()->clear();
    for (const Stage &stage : m_workspace.stages()) {
        addChoice(
            m_stages->menu(), stage.name, m_query.stages.contains(stage.id), [this, id = stage.id] {
                ProspectQuery query = m_query;
                if (query.stages.removeAll(id) == 0)
                    query.stages << id;
                change(query);
            });
    }
}

void FilterBar::fillSources()
{
    m_source->menu()->clear();
    const auto choose = [this](const std::optional<QString> &source) {
        return [this, source] {
            ProspectQuery query = m_query;
            query.source = source;
            change(query);
        };
    };
    addChoice(m_source->menu(), tr("Any source"), !m_query.source, choose(std::nullopt));
    m_source->menu()->addSeparator();
    for (const QString &source : std::as_const(m_sources))
        addChoice(m_source->menu(), source.isEmpty() ? tr("No source") : source,
            m_query.source == source, choose(source));
}

void FilterBar::fillOwners()
{
    m_owner->menu()->clear();
    const auto choose = [this](const std::optional<UserId> &owner) {
        return [this, owner] {
            ProspectQuery query = m_query;
            query.owner = owner;
            change(query);
        };
    };
    addChoice(m_owner->menu(), tr("Any owner"), !m_query.owner, choose(std::nullopt));
    m_owner->menu()->addSeparator();
    for (const User &user : m_workspace.users())
        addChoice(m_owner->menu(), user.name, m_query.owner == user.id, choose(user.id));
}

void FilterBar::fillOrders()
{
    using Sort = ProspectQuery::Sort;
    m_order->menu()->clear();
    const auto add = [this](const QString &text, Sort sort) {
        addChoice(m_order->menu(), text, m_query.sort == sort, [this, sort] {
            ProspectQuery query = m_query;
            query.sort = sort;
            query.descending = sort != Sort::Name;
            change(query);
        });
    };
    add(tr("By name"), Sort::Name);
    add(tr("By last activity"), Sort::LastActivity);
    add(tr("Newest first"), Sort::Newest);
}

int FilterBar::menusWidth() const
{
    int width = 0;
    for (const QToolButton *button : {m_source, m_owner, m_order}) {
        if (!button->isHidden())
            width += button->sizeHint().width() + Metrics::Tiny;
    }
    return width;
}

QSize FilterBar::sizeHint() const
{
    return {
        m_chips->sizeHint().width() + menusWidth() + Metrics::Large, QWidget::sizeHint().height()};
}

QSize FilterBar::minimumSizeHint() const
{
    return {m_stages->sizeHint().width() + menusWidth(), QWidget::minimumSizeHint().height()};
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() >= m_chips->sizeHint().width() + menusWidth();
    m_chips->setVisible(wide);
    m_stages->setVisible(!wide);
}
