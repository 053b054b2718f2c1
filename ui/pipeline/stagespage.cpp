// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/stagespage.h"

#include "base/moment.h"
#include "domain/retirement.h"
#include "session/pipelineservice.h"
#include "session/stagestore.h"
#include "session/workspace.h"
#include "ui_common/icons.h"
#include "ui_common/inlinemessage.h"
#include "ui_common/sidelook.h"
#include "ui_common/silentparts.h"
#include "ui_common/theme.h"
#include "ui_pipeline/stagetree.h"

#include <QAbstractItemDelegate>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {
enum StageColumnOfPage { NameColumn, KindColumn, SinceColumn, PeopleColumn };

constexpr std::array SidesOfPage {Side::Pull, Side::Push, Side::After, Side::Exit};

QToolButton *stageButton(
    const QString &objectName, const QString &icon, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setAutoRaise(true);
    button->setIconSize({Metrics::Icon, Metrics::Icon});
    button->setIcon(Icons::named(icon));
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

QDate firstSince()
{
    return {1990, 1, 1}; // the field's least value stands for "from the beginning"
}
} // namespace

StagesPage::StagesPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_fault(new InlineMessage(this))
    , m_version(new QLabel(this))
    , m_tree(new StageTree(this))
    , m_up(stageButton(u"stages.up"_s, u"go-up"_s, tr("Move the stage up"), this))
    , m_down(stageButton(u"stages.down"_s, u"go-down"_s, tr("Move the stage down"), this))
    , m_sale(new QToolButton(this))
    , m_since(new QDateEdit(this))
    , m_retire(new QToolButton(this))
    , m_name(new QLineEdit(this))
    , m_side(new QComboBox(this))
    , m_add(new QPushButton(tr("Add"), this))
    , m_retiring(new QWidget(this))
    , m_question(new QLabel(m_retiring))
    , m_target(new QComboBox(m_retiring))
    , m_meaning(quietLabel({}, m_retiring))
    , m_confirm(new QPushButton(tr("Retire"), m_retiring))
    , m_cancel(new QPushButton(tr("Cancel"), m_retiring))
{
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    build();
    connectParts();
    refresh();
    showCounts();
}

StagesPage::~StagesPage()
{
    silenceParts(this);
}

void StagesPage::build()
{
    setObjectName(u"stages"_s);
    setFocusProxy(m_tree);
    const bool mayChange = PipelineService(m_workspace).mayChange();
    auto *said = quietLabel(mayChange
            ? tr("F2 renames, Alt+Up and Alt+Down reorder, also over the seam between pull and "
                 "push. A stage that is retired is no longer offered; histories and charts still "
                 "name it.")
            : tr("Only a manager changes the pipeline."),
        this);
    said->setWordWrap(true);
    m_version->setObjectName(u"stages.version"_s);
    m_version->setTextFormat(Qt::PlainText);
    setInk(m_version, ColourRole::QuietText);
    m_fault->setObjectName(u"stages.fault"_s);
    m_fault->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::Large, Metrics::Medium, Metrics::Medium, Metrics::Medium);
    layout->setSpacing(Metrics::Small);
    layout->addWidget(said);
    layout->addWidget(m_fault);
    buildTree(layout);
    buildTools(layout);
    buildRetiring(layout);
    layout->addWidget(m_version);
}

void StagesPage::buildTree(QVBoxLayout *layout)
{
    m_tree->setObjectName(u"stages.list"_s);
    m_tree->setAccessibleName(tr("Stages of the pipeline"));
    m_tree->setHeaderLabels({tr("Stage"), tr("Kind"), tr("Since"), tr("People now")});
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    m_tree->header()->setSectionsMovable(false);
    m_tree->installEventFilter(this);
    if (!PipelineService(m_workspace).mayChange())
        m_tree->setDragDropMode(QAbstractItemView::NoDragDrop);
    layout->addWidget(m_tree, 1);
}

void StagesPage::buildTools(QVBoxLayout *layout)
{
    m_sale->setObjectName(u"stages.sale"_s);
    m_sale->setText(tr("Make it the sale"));
    m_sale->setToolTip(tr("Who reaches this stage has bought: charts count won from here"));
    m_since->setObjectName(u"stages.since"_s);
    m_since->setAccessibleName(tr("The stage is there since"));
    m_since->setToolTip(tr("Who had passed its place before is left out of its rates"));
    m_since->setCalendarPopup(true);
    m_since->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat));
    m_since->setMinimumDate(firstSince());
    m_since->setSpecialValueText(tr("from the beginning"));
    // The words are longer than any date: room for the arrow, the frame and the text's own margins.
    m_since->setMinimumWidth(
        m_since->fontMetrics().horizontalAdvance(m_since->specialValueText()) + 2 * Metrics::Wide);
    m_since->setKeyboardTracking(false);
    m_retire->setObjectName(u"stages.retire"_s);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(Metrics::Tiny);
    tools->addWidget(m_up);
    tools->addWidget(m_down);
    tools->addWidget(m_sale);
    tools->addWidget(m_retire);
    tools->addStretch(1);
    auto *since = new QLabel(tr("&Since"), this);
    since->setBuddy(m_since);
    tools->addWidget(since);
    tools->addWidget(m_since);
    layout->addLayout(tools);
    m_name->setObjectName(u"stages.new"_s);
    m_name->setAccessibleName(tr("Name of the new stage"));
    m_name->setPlaceholderText(tr("New stage, Return adds it"));
    m_name->setMaxLength(PipelineRules::LongestName);
    m_side->setObjectName(u"stages.newSide"_s);
    m_side->setAccessibleName(tr("Side of the new stage"));
    for (const Side side : SidesOfPage)
        m_side->addItem(SideLook::name(side), int(side));
    m_add->setObjectName(u"stages.add"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::Small);
    row->addWidget(m_name, 1);
    row->addWidget(m_side);
    row->addWidget(m_add);
    layout->addLayout(row);
}

void StagesPage::buildRetiring(QVBoxLayout *layout)
{
    m_retiring->setObjectName(u"stages.retiring"_s);
    m_question->setObjectName(u"stages.question"_s);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    m_question->setBuddy(m_target);
    m_target->setObjectName(u"stages.target"_s);
    m_target->setAccessibleName(tr("Where those who are there go"));
    m_target->installEventFilter(this);
    m_meaning->setObjectName(u"stages.meaning"_s);
    m_meaning->setTextFormat(Qt::PlainText);
    m_meaning->setWordWrap(true);
    m_confirm->setObjectName(u"stages.confirm"_s);
    m_cancel->setObjectName(u"stages.cancel"_s);
    makePrimary(m_confirm);
    auto *rows = new QVBoxLayout(m_retiring);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(Metrics::Tiny);
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::Small);
    row->addWidget(m_question, 1);
    row->addWidget(m_target);
    row->addWidget(m_confirm);
    row->addWidget(m_cancel);
    rows->addLayout(row);
    rows->addWidget(m_meaning);
    m_retiring->hide();
    layout->addWidget(m_retiring);
}

void StagesPage::connectParts()
{
    connect(&m_later, &QTimer::timeout, this, &StagesPage::refresh);
    connect(
        &m_workspace.pipelineStages(), &StageStore::changed, &m_later, qOverload<>(&QTimer::start));
    // What was wrong before a change that worked, whoever made it, an undo too, is so no more.
    connect(&m_workspace.pipelineStages(), &StageStore::changed, this, [this] {
        if (m_workspace.pipelineStages().state() == StoreState::Ready)
            m_fault->dismiss();
    });
    connect(&m_workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (changes.touchesAny({u"prospect", u"stage"}))
            showCounts();
    });
    connect(m_tree->itemDelegate(), &QAbstractItemDelegate::closeEditor, &m_later,
        [this] { m_later.start(); });
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this] {
        if (!m_showing)
            showTools();
    });
    connect(m_tree, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem *item, int column) {
        if (m_showing || column != NameColumn)
            return;
        // Where it was refused the old name comes back.
        tell(PipelineService(m_workspace).rename(StageTree::stageOf(item), item->text(column)));
        m_later.start();
    });
    connect(m_tree, &QTreeWidget::itemDoubleClicked, this, [this](QTreeWidgetItem *item) {
        if (item->flags().testFlag(Qt::ItemIsEditable))
            m_tree->editItem(item, NameColumn);
    });
    connect(m_tree, &StageTree::placed, this, [this](StageId id, StageId before, Side side) {
        m_chosen = id;
        tell(PipelineService(m_workspace).place(id, before, side));
    });
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    connect(m_sale, &QToolButton::clicked, this, [this] {
        if (const Stage *stage = current())
            tell(PipelineService(m_workspace).setSale(stage->id));
    });
    connect(m_since, &QDateEdit::dateChanged, this, [this](QDate day) {
        const Stage *stage = current();
        if (m_showing || stage == nullptr)
            return;
        const qint64 since =
            day == m_since->minimumDate() ? 0 : startOfDay(day, m_workspace.zone());
        tell(PipelineService(m_workspace).setSince(stage->id, since));
    });
    connect(m_retire, &QToolButton::clicked, this, &StagesPage::toggleRetired);
    connect(m_name, &QLineEdit::returnPressed, this, &StagesPage::add);
    connect(m_add, &QPushButton::clicked, this, &StagesPage::add);
    connect(m_target, &QComboBox::currentIndexChanged, this, &StagesPage::showMeaning);
    connect(m_confirm, &QPushButton::clicked, this, &StagesPage::retire);
    connect(m_cancel, &QPushButton::clicked, this, &StagesPage::endRetiring);
}

const Stage *StagesPage::current() const
{
    const QList<Stage> &stages = m_workspace.stages();
    const int index = indexOfStage(stages, m_tree->currentStage());
    return index < 0 ? nullptr : &stages.at(index);
}

QString StagesPage::countText(StageId id) const
{
    return m_hasCounts ? QLocale().toString(m_counts.value(id)) : u"–"_s;
}

void StagesPage::addItem(const Stage &stage, QTreeWidgetItem *heading)
{
    auto *item = new QTreeWidgetItem(heading);
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (PipelineService(m_workspace).mayChange()) {
        flags |= Qt::ItemIsEditable;
        flags.setFlag(Qt::ItemIsDragEnabled, !stage.isRetired());
    }
    item->setFlags(flags);
    item->setText(NameColumn, stage.name);
    item->setData(NameColumn, StageTree::IdRole, qlonglong(stage.id.value()));
    item->setText(KindColumn,
        stage.kind == StageKind::Won        ? tr("Sale")
            : stage.kind == StageKind::Exit ? tr("Exit")
                                            : tr("Open"));
    item->setText(SinceColumn,
        stage.since == 0 ? tr("from the beginning")
                         : dayText(localDay(stage.since, m_workspace.zone())));
    item->setText(PeopleColumn, countText(stage.id));
    item->setTextAlignment(PeopleColumn, Qt::AlignRight | Qt::AlignVCenter);
}

void StagesPage::refresh()
{
    if (m_tree->isEditing())
        return; // when the editor closes
    const StageId wanted = m_chosen.isNull() ? m_tree->currentStage() : m_chosen;
    m_chosen = {};
    m_showing = true;
    m_tree->clear();
    const auto heading = [this](const QString &name) {
        auto *item = new QTreeWidgetItem(m_tree, {name});
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsDropEnabled);
        item->setFont(NameColumn, strongFont(m_tree->font()));
        item->setFirstColumnSpanned(true);
        return item;
    };
    const QList<Stage> &stages = m_workspace.stages();
    for (const Side side : SidesOfPage) {
        QTreeWidgetItem *of = heading(SideLook::name(side));
        of->setData(NameColumn, StageTree::SideRole, int(side));
        of->setForeground(NameColumn, colour(SideLook::textOf(side), palette()));
        for (const Stage &stage : stages) {
            if (stage.side == side && !stage.isRetired())
                addItem(stage, of);
        }
    }
    if (std::ranges::any_of(stages, &Stage::isRetired)) {
        QTreeWidgetItem *of = heading(tr("Retired"));
        for (const Stage &stage : stages) {
            if (stage.isRetired())
                addItem(stage, of);
        }
    }
    m_tree->expandAll();
    QTreeWidgetItem *chosen = m_tree->itemOf(wanted);
    m_tree->setCurrentItem(chosen ? chosen : m_tree->topLevelItem(0)->child(0));
    m_showing = false;
    const ShownPipeline shown = m_workspace.pipelineStages().shown();
    m_version->setVisible(shown.number > 1);
    m_version->setText(tr("Version %L1 of the pipeline, in use since %2.")
                           .arg(shown.number)
                           .arg(dayText(localDay(shown.since, m_workspace.zone()))));
    if (isAskingWhereTo() && indexOfStage(offeredStages(stages), m_leaving) < 0)
        endRetiring();
    showTools();
}

void StagesPage::showCounts()
{
    PipelineService(m_workspace).counts(this, [this](const Result<QHash<StageId, int>> &counts) {
        m_hasCounts = counts.has_value();
        if (counts) {
            m_counts = *counts;
            if (m_isCountFault)
                tell({});
        } else {
            tell(tl::unexpected(counts.error()));
            m_isCountFault = true;
        }
        m_later.start();
    });
}

void StagesPage::showTools()
{
    const Stage *stage = current();
    const bool mayChange = PipelineService(m_workspace).mayChange();
    const bool isThere = mayChange && stage != nullptr;
    const bool isUsed = isThere && !stage->isRetired();
    m_up->setEnabled(isUsed);
    m_down->setEnabled(isUsed);
    m_sale->setEnabled(isUsed && stage->kind == StageKind::Open && stage->side != Side::Pull);
    m_since->setEnabled(isUsed);
    m_retire->setEnabled(isThere && stage->kind != StageKind::Won);
    const bool isRetired = stage != nullptr && stage->isRetired();
    m_retire->setText(isRetired ? tr("Offer again") : tr("Retire…"));
    m_retire->setAccessibleName(isRetired ? tr("Offer the stage again") : tr("Retire the stage"));
    m_name->setEnabled(mayChange);
    m_side->setEnabled(mayChange);
    m_add->setEnabled(mayChange);
    m_showing = true;
    m_since->setDate(stage == nullptr || stage->since == 0
            ? m_since->minimumDate()
            : localDay(stage->since, m_workspace.zone()));
    m_showing = false;
}

bool StagesPage::tell(const Result<> &done)
{
    m_isCountFault = false;
    if (done)
        m_fault->dismiss();
    else
        m_fault->show({.severity = NoticeSeverity::Error, .text = done.error().message});
    return done.has_value();
}

void StagesPage::add()
{
    const QString name = m_name->text();
    if (name.trimmed().isEmpty())
        return;
    if (tell(PipelineService(m_workspace).add(name, Side(m_side->currentData().toInt()))))
        m_name->setText({}); // not clear(), which its own undo would bring back
}

void StagesPage::move(int step)
{
    if (const Stage *stage = current())
        tell(PipelineService(m_workspace).move(stage->id, step));
}

void StagesPage::toggleRetired()
{
    const Stage *stage = current();
    if (stage == nullptr)
        return;
    if (stage->isRetired())
        tell(PipelineService(m_workspace).restore(stage->id));
    else
        askWhereTo(*stage);
}

void StagesPage::askWhereTo(const Stage &stage)
{
    m_leaving = stage.id;
    const bool isExit = stage.kind == StageKind::Exit;
    if (isExit) {
        m_question->setText(tr("Retire the exit “%1”?").arg(stage.name));
    } else {
        m_question->setText(m_hasCounts
                ? tr("%Ln prospect(s) are in “%1”. Each is put, with a move that says why, to",
                    nullptr, m_counts.value(stage.id))
                      .arg(stage.name)
                : tr("Whoever is in “%1” is put, with a move that says why, to").arg(stage.name));
    }
    fillTargets(stage);
    m_target->setVisible(!isExit);
    showMeaning();
    m_retiring->show();
    focusRetiring();
}

void StagesPage::focusRetiring()
{
    QWidget *first = m_target->isHidden() ? static_cast<QWidget *>(m_confirm) : m_target;
    first->setFocus(Qt::OtherFocusReason);
}

void StagesPage::endRetiring()
{
    // A part that is hidden hands the keyboard to whatever comes next.
    const bool hadKeyboard = m_retiring->isAncestorOf(window()->focusWidget());
    m_retiring->hide();
    if (hadKeyboard)
        m_tree->setFocus(Qt::OtherFocusReason);
}

void StagesPage::fillTargets(const Stage &stage)
{
    const QSignalBlocker blocker(m_target);
    const QList<Stage> &stages = m_workspace.stages();
    m_target->clear();
    for (const StageId id : Retirement::targets(stages, stage.id))
        m_target->addItem(stages.at(indexOfStage(stages, id)).name, qlonglong(id.value()));
    m_target->setCurrentIndex(
        m_target->findData(qlonglong(Retirement::usualTarget(stages, stage.id).value())));
}

void StagesPage::showMeaning()
{
    const QList<Stage> &stages = m_workspace.stages();
    const int from = indexOfStage(stages, m_leaving);
    const int to = indexOfStage(stages, StageId(m_target->currentData().toLongLong()));
    if (from < 0 || (to < 0 && stages.at(from).kind != StageKind::Exit)) {
        m_meaning->clear();
        return;
    }
    if (stages.at(from).kind == StageKind::Exit) {
        m_meaning->setText(tr("Who left by it stays there: charts and histories still name it."));
        return;
    }
    const QString moved =
        tr("Charts count this as a change of the pipeline: no move of theirs, nobody’s work, and "
           "no end of waiting.");
    //: Follows the sentence above; %1 is the stage where they are put.
    const QString reached = stages.at(to).position > stages.at(from).position
        ? tr("In the funnel they have reached “%1”, at an unknown time.").arg(stages.at(to).name)
        : tr("In the funnel they have reached what they had reached.");
    m_meaning->setText(moved + u' ' + reached);
}

void StagesPage::retire()
{
    if (!m_confirm->isEnabled())
        return; // they are on their way
    const StageId to(m_target->currentData().toLongLong());
    m_confirm->setEnabled(false);
    const StageId leaving = m_leaving;
    PipelineService(m_workspace).retire(leaving, to, this, [this, leaving](const Result<> &done) {
        m_confirm->setEnabled(true);
        const bool isDone = tell(done);
        if (m_leaving != leaving)
            return; // it is asked about another one by now
        if (isDone)
            endRetiring();
        else if (m_retiring->isAncestorOf(window()->focusWidget()))
            focusRetiring(); // the button lost the keyboard when it was disabled
    });
}

bool StagesPage::event(QEvent *event)
{
    // While it is asked where people go, Escape takes the question away and does not leave the page.
    if (event->type() == QEvent::ShortcutOverride && isAskingWhereTo()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void StagesPage::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const QWidget *focus = window()->focusWidget();
    if (isAskingWhereTo() && (event->key() == Qt::Key_Escape || (isReturn && focus == m_cancel)))
        endRetiring();
    else if (isReturn && isAskingWhereTo() && m_retiring->isAncestorOf(focus))
        retire();
    else
        QWidget::keyPressEvent(event);
}

bool StagesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !PipelineService(m_workspace).mayChange())
        return QWidget::eventFilter(watched, event);
    const auto *key =
        static_cast<QKeyEvent *>(event); // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast)
    if (watched == m_target && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
        retire(); // on some desktops the field would open its list
        return true;
    }
    if (watched != m_tree)
        return QWidget::eventFilter(watched, event);
    const bool isPlain = key->modifiers() == Qt::NoModifier;
    if (key->modifiers() == Qt::AltModifier
        && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
        move(key->key() == Qt::Key_Up ? -1 : 1);
        return true;
    }
    if (isPlain && key->key() == Qt::Key_Escape && isAskingWhereTo()) {
        endRetiring();
        return true;
    }
    if (isPlain && key->key() == Qt::Key_Delete && m_retire->isEnabled()) {
        toggleRetired();
        return true;
    }
    if (isPlain && key->key() == Qt::Key_F2 && current() != nullptr) {
        m_tree->editItem(m_tree->currentItem(), NameColumn);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}
