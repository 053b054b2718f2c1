// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/stageboardview.h"

#include "models/prospectlistmodel.h"
#include "session/prospectlist.h"
#include "session/stageboard.h"
#include "session/stagestore.h"
#include "session/workspace.h"
#include "ui_common/errorstate.h"
#include "ui_common/formatting.h"
#include "ui_common/theme.h"
#include "ui_prospects/stagecolumn.h"
#include "ui_prospects/stageheading.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr int LeastBoardLetters = 24;

/// As a pipeline is read: by position, exits at the end.
QList<Stage> boardStages(QList<Stage> stages)
{
    std::ranges::stable_sort(stages, {}, &Stage::position);
    std::stable_partition(stages.begin(), stages.end(),
        [](const Stage &stage) { return stage.kind != StageKind::Exit; });
    return stages;
}
} // namespace

StageBoardView::StageBoardView(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_board(new StageBoard(workspace, this))
    , m_stack(new QStackedWidget(this))
    , m_scroll(new QScrollArea(m_stack))
    , m_error(new ErrorState(m_stack))
    , m_exits(new QToolButton(this))
{
    setObjectName(u"board"_s);
    setAccessibleName(tr("Board by stage"));
    auto *inner = new QWidget;
    m_row = new QHBoxLayout(inner);
    m_row->setContentsMargins(Metrics::Small, Metrics::Small, Metrics::Small, 0);
    m_row->setSpacing(Metrics::Small);
    m_exits->setObjectName(u"board.exits"_s);
    m_exits->setCheckable(true);
    m_exits->setAutoRaise(true);
    addColumns();
    m_scroll->setObjectName(u"board.scroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus); // its columns have the keyboard
    m_scroll->setWidget(inner);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_error);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_exits, &QToolButton::toggled, this, &StageBoardView::showColumns);
    connect(m_board, &StageBoard::changed, this, &StageBoardView::showTotals);
    connect(m_error, &ErrorState::retryRequested, this, [this] { setQuery(m_board->query()); });
    connect(&workspace.pipelineStages(), &StageStore::changed, this, &StageBoardView::addColumns);
}

/// Anew where the pipeline is another one.
void StageBoardView::addColumns()
{
    const QList<Stage> stages = boardStages(m_workspace.stages());
    const auto isShown = [](const Part &part, const Stage &stage) {
        const Stage &shown = part.list->stage();
        return shown.id == stage.id && shown.name == stage.name && shown.side == stage.side
            && shown.kind == stage.kind && shown.isRetired() == stage.isRetired();
    };
    if (std::ranges::equal(m_parts, stages, isShown))
        return;
    m_column = nullptr;
    setFocusProxy(nullptr);
    // One of them may be what the pipeline is told by.
    for (const Part &part : std::exchange(m_parts, {})) {
        part.list->disconnect(this);
        part.whole->hide();
        part.whole->deleteLater();
    }
    while (QLayoutItem *item = m_row->takeAt(0))
        delete item;
    for (const Stage &stage : stages)
        addColumn(stage, m_row);
    m_row->addWidget(m_exits, 0, Qt::AlignTop);
    const auto first = std::ranges::find_if(
        m_parts, [](const Part &part) { return !part.list->stage().isRetired(); });
    if (first != m_parts.end())
        setFocusProxy(first->list);
    if (m_isAsked)
        setQuery(ProspectQuery(m_board->query()));
}

void StageBoardView::addColumn(const Stage &stage, QHBoxLayout *row)
{
    Part part;
    part.whole = new QWidget(this);
    part.whole->setMinimumWidth(LeastBoardLetters * fontMetrics().averageCharWidth());
    part.heading = new StageHeading(stage, part.whole);
    part.list = new StageColumn(m_workspace, stage, part.whole);
    auto *layout = new QVBoxLayout(part.whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(part.heading);
    layout->addWidget(part.list, 1);
    const auto used = std::find_if(m_parts.crbegin(), m_parts.crend(),
        [](const Part &before) { return !before.list->stage().isRetired(); });
    if (stage.isRetired())
        part.whole->hide(); // until somebody is known to be there
    else if (used != m_parts.crend() && used->list->stage().side != stage.side)
        row->addSpacing(Metrics::Small); // where one job ends and the next begins
    row->addWidget(part.whole, 1);
    StageColumn *list = part.list;
    connect(list, &StageColumn::currentCardChanged, this, [this, list] { setCurrentColumn(list); });
    connect(list, &StageColumn::cardOpened, this, &StageBoardView::opened);
    connect(list, &QListView::clicked, this,
        [this, list] { emit currentChanged(list->current()); }); // it may have been current before
    connect(list, &StageColumn::keyPressed, this,
        [this, list](QKeyEvent *event) { onKey(*event, list); });
    connect(list, &StageColumn::cardsChanged, this, [this, list] { follow(list); });
    connect(list, &StageColumn::dragBegan, this, [this, list] { showDrop(list); });
    connect(list, &StageColumn::dragEnded, this, [this] { showDrop(nullptr); });
    connect(list, &StageColumn::dropped, this,
        [this, list](ProspectId id) { moveCard(id, list->stage()); });
    m_parts.append(part);
}

bool StageBoardView::isWanted(const Stage &stage) const
{
    const ProspectQuery &query = m_board->query();
    if (!query.stages.isEmpty() && !query.stages.contains(stage.id))
        return false;
    if (!query.sides.isEmpty() && !query.sides.contains(stage.side))
        return false;
    // Who is of a private circle, or left by it, is at a retired stage still; nobody else comes there.
    if (stage.isRetired() && query.stages.isEmpty() && m_board->totalOf(stage.id).prospects == 0)
        return false;
    // Who asks for an exit sees it; otherwise exits are folded.
    const bool isAskedFor = !query.stages.isEmpty() || !query.sides.isEmpty();
    return stage.kind != StageKind::Exit || isAskedFor || m_exits->isChecked();
}

void StageBoardView::setQuery(const ProspectQuery &query)
{
    m_isAsked = true;
    m_board->setQuery(query);
    showColumns();
}

void StageBoardView::showColumns()
{
    for (const Part &part : std::as_const(m_parts))
        showColumn(part);
    showTotals();
}

void StageBoardView::showColumn(const Part &part)
{
    const bool wanted = isWanted(part.list->stage());
    part.whole->setVisible(wanted);
    if (wanted && m_isAsked) // nobody reads what is folded away
        part.list->setQuery(m_board->queryOf(part.list->stage().id));
}

void StageBoardView::showTotals()
{
    emit loadingChanged(m_board->state() == StoreState::Loading);
    if (m_board->state() == StoreState::Failed) {
        m_error->setError(m_board->error(), tr("Try again"));
        m_stack->setCurrentWidget(m_error);
        return;
    }
    m_stack->setCurrentWidget(m_scroll);
    qint64 outside = 0;
    bool hasExits = false;
    for (const Part &part : std::as_const(m_parts)) {
        const Stage &stage = part.list->stage();
        const StageTotal total = m_board->totalOf(stage.id);
        part.heading->setTotal(total);
        part.list->setAccessibleName(part.heading->spoken());
        if (stage.isRetired())
            showColumn(part);
        if (stage.kind == StageKind::Exit) {
            outside += total.prospects;
            hasExits = true;
        }
    }
    const ProspectQuery &query = m_board->query();
    m_exits->setVisible(hasExits && query.stages.isEmpty() && query.sides.isEmpty());
    //: A folded column of the board: how many prospects have left the pipeline.
    const QString text = tr("Left: %1").arg(Formatting::number(outside, locale()));
    m_exits->setText(m_exits->isChecked() ? u"»"_s : text);
    m_exits->setAccessibleName(m_exits->isChecked() ? tr("Fold away who left the pipeline")
                                                    : tr("Show who left the pipeline"));
    m_exits->setToolTip(m_exits->accessibleName());
}

void StageBoardView::setExitsShown(bool shown)
{
    m_exits->setChecked(shown);
}

bool StageBoardView::areExitsShown() const
{
    return m_exits->isChecked();
}

StageColumn *StageBoardView::column(StageId stage) const
{
    const auto part = std::ranges::find_if(
        m_parts, [stage](const Part &entry) { return entry.list->stage().id == stage; });
    return part == m_parts.end() ? nullptr : part->list;
}

StageHeading *StageBoardView::heading(StageId stage) const
{
    const auto part = std::ranges::find_if(
        m_parts, [stage](const Part &entry) { return entry.list->stage().id == stage; });
    return part == m_parts.end() ? nullptr : part->heading;
}

ProspectId StageBoardView::current() const
{
    return m_column ? m_column->current() : ProspectId();
}

void StageBoardView::setCurrentColumn(StageColumn *column)
{
    if (m_isClearing || column->current().isNull())
        return;
    const bool isMarkedElsewhere = column != m_column && !current().isNull();
    const QScopedValueRollback clearing(m_isClearing, true);
    if (column->isLed() && isMarkedElsewhere) {
        column->setCurrentIndex({});
        return;
    }
    if (column->isLed()) // one sees where the keyboard is
        column->selectionModel()->select(
            column->currentIndex(), QItemSelectionModel::ClearAndSelect);
    for (const Part &part : std::as_const(m_parts)) {
        if (part.list == column)
            continue;
        part.list->setCurrentIndex({});
        part.list->clearSelection();
    }
    m_column = column;
    setFocusProxy(column);
    if (!column->isLed() && !m_isRevealing)
        emit currentChanged(column->current());
}

void StageBoardView::setShown(ProspectId id)
{
    m_shown = id;
    reveal();
}

/// Whoever is open has the current card, wherever that came.
void StageBoardView::reveal()
{
    if (m_shown.isNull() || current() == m_shown)
        return;
    const QScopedValueRollback revealing(m_isRevealing, true);
    const auto found = std::ranges::find_if(m_parts, [this](const Part &part) {
        return !part.whole->isHidden() && part.list->setCurrent(m_shown);
    });
    if (found == m_parts.end() || current() != m_shown)
        return;
    bringIntoView();
    const QWidget *focused = window()->focusWidget();
    if (focused != nullptr && isAncestorOf(focused))
        m_column->setFocus(); // a keyboard that is here goes along
}

void StageBoardView::bringIntoView()
{
    if (current().isNull())
        return;
    m_column->scrollTo(m_column->currentIndex());
    m_scroll->ensureWidgetVisible(m_column, Metrics::Small, 0);
}

void StageBoardView::takeKeyboard()
{
    StageColumn *best = nullptr;
    int most = 0;
    for (const Part &part : std::as_const(m_parts)) {
        const bool isCurrent = part.list == m_column && !current().isNull();
        const int fit = 1 + int(part.list->people()->rowCount() > 0) + int(isCurrent);
        if (part.whole->isHidden() || fit <= most)
            continue;
        best = part.list;
        most = fit;
    }
    if (best == nullptr)
        return;
    best->setFocus();
    bringIntoView();
}

void StageBoardView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    bringIntoView(); // what was marked meanwhile
}

void StageBoardView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit left();
    else
        QWidget::keyPressEvent(event);
}

StageColumn *StageBoardView::neighbour(const StageColumn *from, int direction, bool withCards) const
{
    const auto own = std::ranges::find(
        m_parts, from, [](const Part &part) -> const StageColumn * { return part.list; });
    for (auto place = int(own - m_parts.begin()) + direction; place >= 0 && place < m_parts.size();
         place += direction) {
        const Part &part = m_parts.at(place);
        const bool fits = withCards ? part.list->people()->rowCount() > 0
                                    : !part.list->stage().isRetired(); // for a card
        if (!part.whole->isHidden() && fits)
            return part.list;
    }
    return nullptr;
}

void StageBoardView::toColumn(const StageColumn *from, int direction)
{
    StageColumn *to = neighbour(from, direction, true);
    if (!to)
        return;
    const int row = std::clamp(from->currentIndex().row(), 0, to->people()->rowCount() - 1);
    to->setCurrentIndex(to->people()->index(row, ProspectListModel::Name));
    to->setFocus();
    m_scroll->ensureWidgetVisible(to, Metrics::Small, 0);
}

void StageBoardView::stepCard(const StageColumn *from, int direction)
{
    const ProspectId id = from->current();
    const StageColumn *to = neighbour(from, direction, false);
    if (id.isNull() || !to)
        return;
    if (to->stage().kind != StageKind::Exit)
        m_followed = id;
    moveCard(id, to->stage());
}

void StageBoardView::moveCard(ProspectId id, const Stage &to)
{
    if (to.kind == StageKind::Exit)
        emit exitRequested(id, to.id);
    else
        m_board->move(id, to.id);
}

void StageBoardView::follow(StageColumn *column)
{
    if (m_followed != m_shown)
        reveal();
    if (m_followed.isNull() || column == m_column || !column->setCurrent(m_followed))
        return;
    m_followed = {};
    column->setFocus();
    m_scroll->ensureWidgetVisible(column, Metrics::Small, 0);
}

void StageBoardView::showDrop(const StageColumn *from)
{
    for (const Part &part : std::as_const(m_parts))
        part.list->setTakes(
            from != nullptr && part.list != from && !part.list->stage().isRetired());
}

void StageBoardView::onKey(QKeyEvent &event, StageColumn *from)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool isSideways = event.key() == Qt::Key_Left || event.key() == Qt::Key_Right;
    const bool isReturn = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    const int direction = (event.key() == Qt::Key_Right) != mirrored ? 1 : -1;
    if (isSideways && modifiers == Qt::AltModifier)
        stepCard(from, direction);
    else if (isSideways && modifiers == Qt::NoModifier)
        toColumn(from, direction);
    else if (isReturn && !from->current().isNull())
        emit opened(from->current());
    else if (event.key() == Qt::Key_Escape)
        emit left();
    else
        return;
    event.accept();
}
