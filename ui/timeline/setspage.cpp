// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/setspage.h"

#include "session/plansets.h"
#include "session/workspace.h"
#include "ui_common/emptystate.h"
#include "ui_common/icons.h"
#include "ui_common/question.h"
#include "ui_common/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int ListWidth = 360;
enum SetsView { Content, Empty };

QToolButton *arrowButton(
    const QString &id, const QString &text, const QString &icon, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(id);
    button->setIcon(Icons::named(icon));
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setAutoRaise(true);
    return button;
}

template<typename Value>
const Value *valueOf(const QList<Value> &values, qint64 id)
{
    const auto found =
        std::ranges::find_if(values, [id](const Value &value) { return value.id.value() == id; });
    return found == values.end() ? nullptr : &*found;
}
} // namespace

SetsPage::SetsPage(Workspace &workspace, Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_list(new QListWidget)
    , m_editor(new SetEditor)
    , m_empty(new EmptyState(this))
    , m_add(new QPushButton(this))
    , m_remove(new QPushButton(tr("&Delete"), this))
    , m_up(arrowButton(u"setUp"_s, tr("Move up (Alt+Up)"), u"go-up"_s, this))
    , m_down(arrowButton(u"setDown"_s, tr("Move down (Alt+Down)"), u"go-down"_s, this))
    , m_merge(new QPushButton(tr("Merge into"), this))
    , m_mergeMenu(new QMenu(m_merge))
{
    build();
    m_tabs->setCurrentIndex(std::min(int(kind), m_tabs->count() - 1));
    connectParts();
    refresh();
}

void SetsPage::build()
{
    m_tabs->setObjectName(u"setKinds"_s);
    m_tabs->setAccessibleName(tr("Which sets"));
    m_tabs->setDocumentMode(true);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (const QString &name : {tr("Campaigns"), tr("Pillars"), tr("Labels")}) // as Kind
        m_tabs->addTab(name);
    m_list->setObjectName(u"sets"_s);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    m_add->setObjectName(u"addSet"_s);
    m_remove->setObjectName(u"removeSet"_s);
    m_merge->setObjectName(u"mergeSet"_s);
    m_merge->setMenu(m_mergeMenu);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"closeSets"_s);
    connect(close, &QPushButton::clicked, this, &SetsPage::closeRequested);
    auto *top = new QHBoxLayout;
    top->addWidget(m_tabs);
    top->addStretch(1);
    top->addWidget(close);
    auto *content = new QWidget(m_stack);
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildList());
    row->addWidget(hairline(Qt::Vertical, content));
    row->addWidget(m_editor, 1, Qt::AlignTop);
    m_stack->insertWidget(Content, content);
    m_stack->insertWidget(Empty, m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::Large, Metrics::Small, Metrics::Large, Metrics::Medium);
    layout->setSpacing(Metrics::Small);
    layout->addLayout(top);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_list);
}

QWidget *SetsPage::buildList()
{
    auto *column = new QWidget(m_stack);
    column->setFixedWidth(ListWidth);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Metrics::Small);
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addWidget(m_merge);
    buttons->addWidget(m_up);
    buttons->addWidget(m_down);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, Metrics::Medium, 0);
    layout->setSpacing(Metrics::Small);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    return column;
}

void SetsPage::connectParts()
{
    connect(m_tabs, &QTabBar::currentChanged, this, [this] {
        m_current = 0;
        refresh();
    });
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        m_current = item ? item->data(Qt::UserRole).toLongLong() : 0;
        refreshEditor();
    });
    connect(m_list, &QListWidget::itemActivated, m_editor, &SetEditor::startNaming);
    connect(m_editor, &SetEditor::edited, this, &SetsPage::change);
    connect(m_add, &QPushButton::clicked, this, &SetsPage::add);
    connect(m_empty, &EmptyState::triggered, this, &SetsPage::add);
    connect(m_remove, &QPushButton::clicked, this, &SetsPage::remove);
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    connect(m_mergeMenu, &QMenu::aboutToShow, this, &SetsPage::fillMerge);
    connect(&m_workspace.plan(), &PlanSets::changed, this, &SetsPage::refresh);
}

SetsPage::Kind SetsPage::kind() const
{
    return Kind(std::max(0, m_tabs->currentIndex()));
}

QList<SetItem> SetsPage::items() const
{
    QList<SetItem> list;
    const PlanSets &plan = m_workspace.plan();
    switch (kind()) {
    case Kind::Campaign:
        for (const Campaign &campaign : plan.campaigns())
            list.append({campaign.id.value(), campaign.name, campaign.colour, campaign.goal,
                campaign.startsOn, campaign.endsOn, campaign.utmCampaign});
        break;
    case Kind::Pillar:
        for (const Pillar &pillar : plan.pillars())
            list.append({pillar.id.value(), pillar.name, pillar.colour});
        break;
    case Kind::Label:
    case Kind::Channel:
        for (const Label &label : plan.labels())
            list.append({label.id.value(), label.name, label.colour});
        break;
    }
    if (kind() == Kind::Label)
        std::ranges::sort(list, [](const SetItem &one, const SetItem &other) {
            return QString::localeAwareCompare(one.name, other.name) < 0;
        });
    return list;
}

SetItem SetsPage::current() const
{
    const QList<SetItem> all = items();
    const auto found = std::ranges::find(all, m_current, &SetItem::id);
    return found == all.end() ? SetItem() : *found;
}

void SetsPage::refresh()
{
    const QList<SetItem> all = items();
    {
        const QSignalBlocker blocker(m_list);
        const int was = m_list->currentRow();
        m_list->clear();
        for (const SetItem &item : all) {
            auto *entry = new QListWidgetItem(setSwatch(item.colour, *this), item.name, m_list);
            entry->setData(Qt::UserRole, item.id);
        }
        const auto found = std::ranges::find(all, m_current, &SetItem::id);
        const int row =
            found != all.end() ? int(found - all.begin()) : std::clamp(was, 0, int(all.size()) - 1);
        m_list->setCurrentRow(all.isEmpty() ? -1 : row);
        m_current = all.isEmpty() ? 0 : all.at(row).id;
    }
    m_list->setAccessibleName(m_tabs->tabText(m_tabs->currentIndex()));
    refreshEditor();
    refreshButtons();
    m_stack->setCurrentIndex(all.isEmpty() ? Empty : Content);
    if (m_fresh != 0 && m_fresh == m_current) {
        m_fresh = 0;
        m_editor->startNaming();
    }
}

void SetsPage::refreshButtons()
{
    struct Said
    {
        QString add;
        QString empty;
    };
    const Said said[] {
        {tr("&Add campaign"),
            tr("A campaign is a dated effort with a goal. Posts of one share its colour.")},
        {tr("&Add pillar"),
            tr("A pillar is a lasting theme of your story. The filter shows each by itself.")},
        {tr("&Add label"), tr("A label is a free word to find posts and prospects by.")}};
    const Said &here = said[int(kind())];
    m_add->setText(here.add);
    m_empty->setSentence(here.empty);
    m_empty->setButtonText(QString(here.add).remove(u'&'));
    m_remove->setEnabled(m_current != 0);
    m_merge->setVisible(kind() == Kind::Label);
    m_merge->setEnabled(m_list->count() > 1);
    const bool isOrdered = kind() == Kind::Pillar;
    m_up->setVisible(isOrdered);
    m_down->setVisible(isOrdered);
    m_up->setEnabled(m_list->currentRow() > 0);
    m_down->setEnabled(m_list->currentRow() >= 0 && m_list->currentRow() < m_list->count() - 1);
}

void SetsPage::refreshEditor()
{
    const SetItem item = current();
    QStringList others;
    const QList<SetItem> all = items();
    for (const SetItem &other : all) {
        if (other.id != item.id)
            others << other.name;
    }
    m_editor->setVisible(item.id != 0);
    m_editor->setItem(item, others, kind() == Kind::Campaign);
    refreshButtons();
    if (item.id == 0)
        return;
    SetUpkeep::countUse(m_workspace, kind(), item.id, this,
        [this, id = item.id](const Result<SetUpkeep::Use> &use) {
            if (!use || id != m_current)
                return;
            QStringList words {use->posts == 0 ? tr("No post has it yet.")
                                               : tr("%Ln post(s) have it.", nullptr, use->posts)};
            if (use->prospects > 0)
                words << tr("%Ln prospect(s) have it.", nullptr, use->prospects);
            m_editor->setUse(words.join(u' '));
        });
}

void SetsPage::add()
{
    const QList<SetItem> all = items();
    const auto colour = int(all.size() % CampaignColours);
    const auto isTaken = [&all](const QString &name) {
        return std::ranges::find(all, name, &SetItem::name) != all.end();
    };
    const QString names[] {tr("New campaign"), tr("New pillar"), tr("New label")};
    QString name = names[int(kind())];
    for (int number = 2; isTaken(name); ++number)
        name = tr("%1 %2", "a name and a number").arg(names[int(kind())]).arg(number);
    PlanSets &plan = m_workspace.plan();
    const auto adopt = [this](qint64 id) { m_current = m_fresh = id; };
    switch (kind()) {
    case Kind::Campaign: {
        Campaign campaign;
        campaign.id = CampaignId::create(m_workspace.ids());
        campaign.name = name;
        campaign.colour = colour;
        adopt(campaign.id.value());
        plan.addCampaign(campaign);
        break;
    }
    case Kind::Pillar: {
        Pillar pillar;
        pillar.id = PillarId::create(m_workspace.ids());
        pillar.name = name;
        pillar.colour = colour;
        pillar.position = plan.pillars().isEmpty() ? 0 : plan.pillars().last().position + 1;
        adopt(pillar.id.value());
        plan.addPillar(pillar);
        break;
    }
    case Kind::Label:
    case Kind::Channel: {
        Label label;
        label.id = LabelId::create(m_workspace.ids());
        label.name = name;
        label.colour = colour;
        adopt(label.id.value());
        plan.addLabel(label);
        break;
    }
    }
}

void SetsPage::change(const SetItem &before, const SetItem &after)
{
    PlanSets &plan = m_workspace.plan();
    if (const Campaign *campaign = valueOf(plan.campaigns(), before.id)) {
        Campaign changed = *campaign;
        changed.name = after.name;
        changed.colour = after.colour;
        changed.goal = after.goal;
        changed.startsOn = after.startsOn;
        changed.endsOn = after.endsOn;
        changed.utmCampaign = after.utmCampaign;
        plan.changeCampaign(Campaign(*campaign), changed);
    } else if (const Pillar *pillar = valueOf(plan.pillars(), before.id)) {
        Pillar changed = *pillar;
        changed.name = after.name;
        changed.colour = after.colour;
        plan.changePillar(Pillar(*pillar), changed);
    } else if (const Label *label = valueOf(plan.labels(), before.id)) {
        Label changed = *label;
        changed.name = after.name;
        changed.colour = after.colour;
        plan.changeLabel(Label(*label), changed);
    }
}

void SetsPage::remove()
{
    const SetItem item = current();
    if (item.id == 0)
        return;
    const Kind what = kind();
    SetUpkeep::countUse(
        m_workspace, what, item.id, this, [this, what, item](const Result<SetUpkeep::Use> &use) {
            const auto go = [this, what, item] {
                SetUpkeep::remove(m_workspace, what, item.id);
                m_list->setFocus();
            };
            if (!use || use->posts + use->prospects == 0) {
                go();
                return;
            }
            //: %1 and %2 are counts: “3 posts” and “1 prospect”
            const QString both = tr("%1 and %2 have it. They stay, without it. Undo brings all of "
                                    "it back.")
                                     .arg(tr("%Ln post(s)", nullptr, use->posts),
                                         tr("%Ln prospect(s)", nullptr, use->prospects));
            Question::confirm(this,
                {tr("Delete “%1”?").arg(item.name),
                    use->prospects > 0
                        ? both
                        : tr("%Ln post(s) have it. They stay, without it. Undo brings both back.",
                            nullptr, use->posts),
                    tr("Delete")},
                go);
        });
}

void SetsPage::move(int by)
{
    const int row = m_list->currentRow();
    QList<PillarId> order;
    const QList<Pillar> &pillars = m_workspace.plan().pillars();
    for (const Pillar &pillar : pillars)
        order << pillar.id;
    if (kind() != Kind::Pillar || row < 0 || row + by < 0 || row + by >= order.size())
        return;
    order.swapItemsAt(row, row + by);
    SetUpkeep::orderPillars(m_workspace, order);
}

void SetsPage::fillMerge()
{
    m_mergeMenu->clear();
    const QList<SetItem> all = items();
    for (const SetItem &item : all) {
        if (item.id == m_current)
            continue;
        QAction *action = m_mergeMenu->addAction(
            setSwatch(item.colour, *this), QString(item.name).replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this, [this, into = item.id] {
            const LabelId from(m_current);
            m_current = into; // what is left is in front
            SetUpkeep::mergeLabels(m_workspace, from, LabelId(into));
        });
    }
}

bool SetsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isAlt = key->modifiers() == Qt::AltModifier;
    if (key->key() == Qt::Key_Delete)
        remove();
    else if (key->key() == Qt::Key_F2)
        m_editor->startNaming();
    else if (key->key() == Qt::Key_Insert)
        add();
    else if (isAlt && key->key() == Qt::Key_Up)
        move(-1);
    else if (isAlt && key->key() == Qt::Key_Down)
        move(1);
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

void SetsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closeRequested();
    else
        QWidget::keyPressEvent(event);
}
