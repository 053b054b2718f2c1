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
    makeFilterButton(button, new QMenu(button));
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
{
    QList<Chip> chips;
    for (const Side side : {Side::Pull, Side::Push, Side::After, Side::Exit}) {
        if (!stagesOf(side).isEmpty())
            chips << Chip {toText(side), ProspectLook::sideName(side), ProspectLook::markOf(side)};
    }
    m_chips->setChips(chips);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(m_chips);
    layout->addWidget(m_stages);
    layout->addWidget(m_source);
    layout->addWidget(m_owner);
    layout->addStretch(1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_owner->setVisible(workspace.users().size() > 1);
    connect(m_chips, &FilterChips::checkedKeysChanged, this, [this](const QStringList &keys) {
        ProspectQuery query = m_query;
        query.stages.clear();
        for (const QString &key : keys)
            query.stages << stagesOf(fromText<Side>(key).value_or(Side::Pull));
        change(query);
    });
    connect(m_stages->menu(), &QMenu::aboutToShow, this, &FilterBar::fillStages);
    connect(m_source->menu(), &QMenu::aboutToShow, this, &FilterBar::fillSources);
    connect(m_owner->menu(), &QMenu::aboutToShow, this, &FilterBar::fillOwners);
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
    for (const Side side : {Side::Pull, Side::Push, Side::After, Side::Exit}) {
        const QList<StageId> stages = stagesOf(side);
        const bool all = std::ranges::all_of(
            stages, [this](StageId stage) { return m_query.stages.contains(stage); });
        if (all && !stages.isEmpty())
            keys << toText(side);
    }
    m_chips->setCheckedKeys(keys);
    if (m_query.stages.isEmpty())
        m_stages->setText(tr("Any stage"));
    else if (m_query.stages.size() == 1)
        m_stages->setText(m_workspace.stages()
                              .value(indexOfStage(m_workspace.stages(), m_query.stages.first()))
                              .name);
    else
        m_stages->setText(tr("%n stage(s)", nullptr, int(m_query.stages.size())));
    if (!m_query.source)
        m_source->setText(tr("Any source"));
    else
        m_source->setText(m_query.source->isEmpty() ? tr("No source") : *m_query.source);
    m_owner->setText(m_query.owner ? m_workspace.userName(*m_query.owner) : tr("Any owner"));
    m_stages->setChecked(!m_query.stages.isEmpty());
    m_source->setChecked(m_query.source.has_value());
    m_owner->setChecked(m_query.owner.has_value());
    for (QToolButton *button : {m_stages, m_source, m_owner})
        button->setToolTip(button->accessibleName() + u": "_s + button->text());
}

QList<StageId> FilterBar::stagesOf(Side side) const
{
    QList<StageId> stages;
    for (const Stage &stage : m_workspace.stages()) {
        if (stage.side == side)
            stages << stage.id;
    }
    return stages;
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

int FilterBar::menusWidth() const
{
    int width = 0;
    for (const QToolButton *button : {m_stages, m_source, m_owner}) {
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
    return {menusWidth(), QWidget::minimumSizeHint().height()};
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() >= m_chips->sizeHint().width() + menusWidth();
    m_chips->setVisible(wide);
}
