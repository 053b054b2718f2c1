// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/filterbar.h"

#include "session/workspace.h"
#include "ui_common/accessible.h"
#include "ui_common/chips.h"
#include "ui_common/plaintext.h"
#include "ui_common/sidelook.h"
#include "ui_common/theme.h"
#include "ui_prospects/filtercriteria.h"
#include "ui_prospects/prospectfiltermenu.h"
#include "ui_prospects/savedfiltermenu.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
QToolButton *menuButton(
    const QString &name, const QString &text, QWidget *parent, QMenu *menu = nullptr)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(text);
    makeFilterButton(button, menu ? menu : new QMenu(button));
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

FilterBar::FilterBar(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_chips(new FilterChips(this))
    , m_stages(menuButton(u"filter.stages"_s, tr("Stage"), this))
    , m_source(menuButton(u"filter.source"_s, tr("Source"), this))
    , m_owner(menuButton(u"filter.owner"_s, tr("Owner"), this))
    , m_moreMenu(new ProspectFilterMenu(workspace, this))
    , m_savedMenu(new SavedFilterMenu(workspace, this))
    , m_row(new QHBoxLayout(this))
{
    m_more = menuButton(u"filter.more"_s, tr("Filter"), this, m_moreMenu);
    m_saved = menuButton(u"filter.saved"_s, tr("Saved"), this, m_savedMenu);
    m_saved->setAccessibleName(tr("Saved filters"));
    QList<Chip> chips;
    for (const Side side : {Side::Pull, Side::Push, Side::After, Side::Exit}) {
        if (!stagesOf(side).isEmpty())
            chips << Chip {toText(side), SideLook::name(side), SideLook::markOf(side)};
    }
    m_chips->setChips(chips);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(Metrics::Tiny);
    m_row->addWidget(m_chips);
    for (QToolButton *button : {m_stages, m_source, m_owner, m_more, m_saved})
        m_row->addWidget(button);
    m_row->addStretch(1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_owner->setVisible(workspace.users().size() > 1);
    connect(m_chips, &FilterChips::checkedKeysChanged, this, [this](const QStringList &keys) {
        ProspectQuery query = m_query;
        query.stages.clear();
        query.sides.clear();
        for (const QString &key : keys)
            query.sides << fromText<Side>(key).value_or(Side::Pull);
        change(query);
    });
    connect(m_moreMenu, &ProspectFilterMenu::queryChosen, this, &FilterBar::change);
    connect(m_savedMenu, &SavedFilterMenu::queryChosen, this, &FilterBar::change);
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

bool FilterBar::isChecked(Side side) const
{
    if (m_query.sides.contains(side))
        return true;
    const QList<StageId> stages = stagesOf(side);
    return !stages.isEmpty() && std::ranges::all_of(stages, [this](StageId stage) {
        return m_query.stages.contains(stage);
    });
}

QString FilterBar::stagesText() const
{
    if (m_query.stages.size() == 1) {
        return markedName(
            m_workspace.stages().value(indexOfStage(m_workspace.stages(), m_query.stages.first())));
    }
    if (!m_query.stages.isEmpty())
        return tr("%n stage(s)", nullptr, int(m_query.stages.size()));
    if (m_query.sides.isEmpty())
        return tr("Any stage");
    QStringList names;
    for (const Side side : m_query.sides)
        names << SideLook::name(side);
    return names.join(", "_L1);
}

QString FilterBar::ownerText() const
{
    if (m_query.isMine)
        return tr("Mine");
    if (!m_query.owner)
        return tr("Any owner");
    return m_query.owner->isNull() ? tr("Nobody’s") : m_workspace.userName(*m_query.owner);
}

void FilterBar::addViews(const QList<QAction *> &views)
{
    for (QAction *view : views) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(view);
        switchByToggle(button);
        button->setObjectName("view."_L1 + view->objectName());
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setAccessibleName(view->text().remove(u'&'));
        m_row->addWidget(button);
        m_views << button;
    }
}

void FilterBar::showQuery()
{
    QStringList keys;
    for (const Side side : {Side::Pull, Side::Push, Side::After, Side::Exit}) {
        if (isChecked(side))
            keys << toText(side);
    }
    m_chips->setCheckedKeys(keys);
    m_stages->setText(stagesText());
    if (!m_query.source)
        m_source->setText(tr("Any source"));
    else
        m_source->setText(m_query.source->isEmpty() ? tr("No source") : *m_query.source);
    m_owner->setText(ownerText());
    m_stages->setChecked(!m_query.stages.isEmpty() || !m_query.sides.isEmpty());
    m_source->setChecked(m_query.source.has_value());
    m_owner->setChecked(m_query.owner.has_value() || m_query.isMine);
    for (QToolButton *button : {m_stages, m_source, m_owner})
        button->setToolTip(plainTip(button->accessibleName() + u": "_s + button->text()));
    m_more->setChecked(!FilterWords::criteria(m_query, m_workspace).isEmpty());
    m_moreMenu->setQuery(m_query);
    m_savedMenu->setQuery(m_query);
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
    const QList<Stage> stages = stagesOfPeople(m_workspace.stages());
    const auto firstRetired = std::ranges::find_if(stages, &Stage::isRetired);
    for (auto stage = stages.begin(); stage != stages.end(); ++stage) {
        if (stage == firstRetired)
            m_stages->menu()->addSeparator();
        const StageId id = stage->id;
        addChoice(m_stages->menu(), markedName(*stage), m_query.stages.contains(id), [this, id] {
            ProspectQuery query = m_query;
            query.sides.clear();
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
    const auto choose = [this](const std::optional<UserId> &owner, bool isMine = false) {
        return [this, owner, isMine] {
            ProspectQuery query = m_query;
            query.owner = owner;
            query.isMine = isMine;
            change(query);
        };
    };
    addChoice(
        m_owner->menu(), tr("Any owner"), !m_query.owner && !m_query.isMine, choose(std::nullopt));
    addChoice(m_owner->menu(), tr("Mine"), m_query.isMine, choose(std::nullopt, true));
    addChoice(m_owner->menu(), tr("Nobody’s"), m_query.owner == UserId(), choose(UserId()));
    m_owner->menu()->addSeparator();
    for (const User &user : m_workspace.users())
        addChoice(m_owner->menu(), user.name, m_query.owner == user.id, choose(user.id));
}

int FilterBar::menusWidth() const
{
    int width = 0;
    const QList<QToolButton *> all =
        QList<QToolButton *> {m_stages, m_source, m_owner, m_more, m_saved} + m_views;
    for (const QToolButton *button : all) {
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
