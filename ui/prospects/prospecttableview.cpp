// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/prospecttableview.h"

#include "base/logging.h"
#include "models/prospectlistmodel.h"
#include "session/prospectlist.h"
#include "ui_common/theme.h"
#include "ui_prospects/prospectdelegate.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace {
/// Widths in average letters.
constexpr int StageLetters = 17;
constexpr int DayLetters = 16;
constexpr int OtherLetters = 18;
constexpr int WaitingLetters = 9;
constexpr int LeastNameLetters = 20;

std::optional<ProspectQuery::Sort> sortOf(int column)
{
    switch (column) {
    case ProspectListModel::Name:
        return ProspectQuery::Sort::Name;
    case ProspectListModel::LastActivity:
        return ProspectQuery::Sort::LastActivity;
    default:
        return std::nullopt;
    }
}
} // namespace

ProspectTableView::ProspectTableView(
    Workspace &workspace, ProspectListModel *model, QWidget *parent)
    : QTableView(parent)
    , m_prospects(model)
{
    setObjectName(u"prospects"_s);
    setAccessibleName(tr("Prospects"));
    setItemDelegate(new ProspectDelegate(workspace, this));
    setModel(model);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setAccessibleName(tr("Columns"));
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionsClickable(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setSortIndicatorShown(true);
    setOrder(m_sort, m_descending);
    connect(header, &QHeaderView::sectionClicked, this, &ProspectTableView::onHeaderClicked);
    connect(&model->list(), &ProspectList::changed, this, &ProspectTableView::findAgain);
    fitRows();
}

ProspectId ProspectTableView::currentProspect() const
{
    return m_current;
}

void ProspectTableView::setCurrentProspect(ProspectId id, bool show)
{
    m_current = id;
    m_showFound = show;
    m_finding = true;
    const QModelIndex found = m_prospects->indexOf(id);
    if (found.isValid()) {
        setCurrentIndex(found);
        if (show)
            scrollTo(found);
        m_showFound = false;
    } else {
        setCurrentIndex({});
        clearSelection();
    }
    m_finding = false;
}

void ProspectTableView::findAgain()
{
    const bool lost = !m_current.isNull() && m_prospects->idAt(currentIndex()) != m_current;
    if (lost)
        setCurrentProspect(m_current, m_showFound);
    if (m_topRow >= 0 && m_topRow < m_prospects->rowCount()) {
        verticalScrollBar()->setValue(m_topRow * verticalHeader()->defaultSectionSize());
        m_topRow = -1;
    }
}

void ProspectTableView::setOrder(ProspectQuery::Sort sort, bool descending)
{
    m_sort = sort;
    m_descending = descending;
    int column = -1; // newest has no column of its own
    if (sort == ProspectQuery::Sort::Name)
        column = ProspectListModel::Name;
    else if (sort == ProspectQuery::Sort::LastActivity)
        column = ProspectListModel::LastActivity;
    horizontalHeader()->setSortIndicator(
        column, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

int ProspectTableView::topRow() const
{
    return m_topRow >= 0 ? m_topRow : rowAt(0);
}

void ProspectTableView::setTopRow(int row)
{
    m_topRow = row;
    findAgain();
}

void ProspectTableView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    const QModelIndex current = currentIndex();
    if (current.isValid() && current.row() >= start && current.row() <= end
        && viewport()->rect().intersects(visualRect(current)))
        m_showFound = true; // whoever was in sight stays in sight
    const QScopedValueRollback finding(m_finding, true);
    QTableView::rowsAboutToBeRemoved(parent, start, end);
}

void ProspectTableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (m_finding)
        return;
    const ProspectId id = m_prospects->idAt(current);
    if (id.isNull() || id == m_current)
        return; // a reset takes the row away, not the prospect
    m_current = id;
    m_showFound = false;
    emit currentProspectChanged(id);
}

void ProspectTableView::onHeaderClicked(int column)
{
    const auto sort = sortOf(column);
    if (!sort) {
        setOrder(m_sort, m_descending); // Qt moved the sign already
        return;
    }
    const bool first = *sort != ProspectQuery::Sort::Name; // names begin with A, days with the last
    emit orderRequested(*sort, *sort == m_sort ? !m_descending : first);
}

void ProspectTableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!m_painted && model()->rowCount() > 0) {
        m_painted = true;
        qCDebug(lcUi) << "first list painted"; // what a measured start waits for
    }
}

void ProspectTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void ProspectTableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fitRows();
        fitColumns();
    }
}

void ProspectTableView::fitRows()
{
    verticalHeader()->setDefaultSectionSize(2 * fontMetrics().height() + Metrics::Medium);
}

void ProspectTableView::fitColumns()
{
    using Model = ProspectListModel;
    const int letter = fontMetrics().averageCharWidth();
    const int whole = viewport()->width();
    int rest = whole - letter * (LeastNameLetters + StageLetters);
    const auto place = [&](int column, int letters) {
        const bool fits = rest >= letter * letters;
        setColumnHidden(column, !fits);
        if (fits) {
            setColumnWidth(column, letter * letters);
            rest -= letter * letters;
        }
    };
    setColumnWidth(Model::StageColumn, letter * StageLetters);
    place(Model::LastActivity, DayLetters);
    place(Model::Company, OtherLetters + 4);
    place(Model::Waiting, WaitingLetters);
    place(Model::Source, OtherLetters);
    place(Model::Owner, OtherLetters);
    setColumnWidth(Model::Name, std::max(letter * LeastNameLetters + rest, letter * 8));
    viewport()->update();
}

QModelIndex ProspectTableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    switch (action) {
    case MoveHome:
        return m_prospects->index(0, ProspectListModel::Name);
    case MoveEnd:
        return m_prospects->index(m_prospects->rowCount() - 1, ProspectListModel::Name);
    case MoveLeft:
    case MoveRight:
        return currentIndex();
    default:
        return QTableView::moveCursor(action, modifiers);
    }
}

void ProspectTableView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
        emit deleteRequested();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit returnPressed();
        return;
    case Qt::Key_Escape:
        emit left();
        return;
    default:
        QTableView::keyPressEvent(event);
    }
}
