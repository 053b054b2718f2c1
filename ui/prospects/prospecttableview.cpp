// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/prospecttableview.h"

#include "base/logging.h"
#include "models/prospectlistmodel.h"
#include "session/prospectlist.h"
#include "ui_common/theme.h"
#include "ui_prospects/prospectdelegate.h"

#include <QDataStream>
#include <QEvent>
#include <QHeaderView>
#include <QIODevice>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <optional>

using namespace Qt::StringLiterals;

namespace {
using ListColumns = ProspectListModel;
constexpr quint32 ColumnsVersion = 1;
constexpr int ResizeRestMs = 250;
constexpr int LeastNameLetters = 20;
constexpr int LeastColumnLetters = 4;

/// What a column wants, the most important first.
struct ColumnWish
{
    int column = 0;
    int letters = 0; ///< its width in average letters
    bool isUsual = false;
    std::optional<ProspectQuery::Sort> sort = {};
};
using ListOrder = ProspectQuery::Sort;
constexpr ColumnWish ColumnWishes[] {
    {ListColumns::StageColumn, 17, true, ListOrder::Stage},
    {ListColumns::LastActivity, 16, true, ListOrder::LastActivity},
    {ListColumns::NextStep, 18, true, ListOrder::NextStep},
    {ListColumns::Company, 22, true, ListOrder::Company},
    {ListColumns::Waiting, 9, true},
    {ListColumns::Source, 18, true, ListOrder::Source},
    {ListColumns::Owner, 18, true, ListOrder::Owner},
    {ListColumns::TurnColumn, 9, false},
    {ListColumns::LastWord, 16, false},
    {ListColumns::Offers, 16, false, ListOrder::OfferValue},
    {ListColumns::Labels, 20, false},
    {ListColumns::Networks, 20, false},
    {ListColumns::FirstSeen, 16, false},
};
constexpr int UsualOrder[] {ListColumns::Name, ListColumns::Company, ListColumns::StageColumn,
    ListColumns::TurnColumn, ListColumns::NextStep, ListColumns::Offers, ListColumns::Labels,
    ListColumns::Networks, ListColumns::Source, ListColumns::Owner, ListColumns::FirstSeen,
    ListColumns::LastWord, ListColumns::LastActivity, ListColumns::Waiting};
static_assert(std::size(UsualOrder) == ListColumns::ColumnCount);
static_assert(std::size(ColumnWishes) + 1 == ListColumns::ColumnCount);

std::optional<ListOrder> orderOfColumn(int column)
{
    if (column == ListColumns::Name)
        return ListOrder::Name;
    const auto *wish = std::ranges::find(ColumnWishes, column, &ColumnWish::column);
    return wish == std::end(ColumnWishes) ? std::nullopt : wish->sort;
}

/// -1 where the order has no column of its own.
int columnOfOrder(ListOrder sort)
{
    if (sort == ListOrder::Name)
        return ListColumns::Name;
    const auto *wish =
        std::ranges::find(ColumnWishes, std::optional<ListOrder>(sort), &ColumnWish::sort);
    return wish == std::end(ColumnWishes) ? -1 : wish->column;
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
    buildHeader();
    setOrder(m_sort, m_descending);
    connect(&model->list(), &ProspectList::changed, this, &ProspectTableView::findAgain);
    connect(this, &QAbstractItemView::clicked, this,
        [this](const QModelIndex &index) { emit chosen(m_prospects->idAt(index)); });
    fitRows();
}

void ProspectTableView::buildHeader()
{
    QHeaderView *header = horizontalHeader();
    header->setAccessibleName(tr("Columns"));
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(ListColumns::Name, QHeaderView::Fixed); // it has what is left
    header->setSectionsClickable(true);
    header->setSectionsMovable(true);
    header->setFirstSectionMovable(false);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setSortIndicatorShown(true);
    header->setMinimumSectionSize(LeastColumnLetters * fontMetrics().averageCharWidth());
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    m_resizing.setSingleShot(true);
    m_resizing.setInterval(ResizeRestMs);
    connect(&m_resizing, &QTimer::timeout, this, &ProspectTableView::fitColumns);
    connect(header, &QHeaderView::sectionClicked, this, &ProspectTableView::onHeaderClicked);
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (m_fitting || column == ListColumns::Name || width == 0)
            return;
        m_widths.insert(column, width);
        m_resizing.start();
    });
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](QPoint place) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillColumnsMenu(menu);
        menu->popup(header->viewport()->mapToGlobal(place));
    });
    resetColumns();
}

QList<int> ProspectTableView::chosenColumns() const
{
    QList<int> columns;
    for (int place = 0; place < horizontalHeader()->count(); ++place) {
        const int column = horizontalHeader()->logicalIndex(place);
        if (column == ListColumns::Name || m_chosen.contains(column))
            columns << column;
    }
    return columns;
}

void ProspectTableView::setColumnChosen(int column, bool chosen)
{
    if (column == ListColumns::Name || m_chosen.contains(column) == chosen)
        return;
    if (chosen)
        m_chosen << column;
    else
        m_chosen.removeAll(column);
    fitColumns();
}

void ProspectTableView::moveColumn(int column, int by)
{
    const QList<int> chosen = chosenColumns();
    const auto from = chosen.indexOf(column);
    const auto to = from + by;
    if (from < 1 || to < 1 || to >= chosen.size())
        return;
    horizontalHeader()->moveSection(
        horizontalHeader()->visualIndex(column), horizontalHeader()->visualIndex(chosen.at(to)));
}

void ProspectTableView::resetColumns()
{
    m_widths.clear();
    m_chosen.clear();
    for (const ColumnWish &wish : ColumnWishes) {
        if (wish.isUsual)
            m_chosen << wish.column;
    }
    orderColumns(QList<int>(std::begin(UsualOrder), std::end(UsualOrder)));
    fitColumns();
}

void ProspectTableView::orderColumns(const QList<int> &order)
{
    for (int place = 0; place < order.size(); ++place)
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(order.at(place)), place);
}

void ProspectTableView::fillColumnsMenu(QMenu *menu)
{
    const auto nameOf = [this](int column) {
        return model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    };
    for (const int column : UsualOrder) {
        if (column == ListColumns::Name)
            continue;
        QAction *action = menu->addAction(nameOf(column));
        action->setObjectName(u"column.%1"_s.arg(column));
        action->setCheckable(true);
        action->setChecked(m_chosen.contains(column));
        connect(action, &QAction::toggled, this,
            [this, column](bool chosen) { setColumnChosen(column, chosen); });
    }
    if (std::ranges::any_of(m_chosen, [this](int column) { return isColumnHidden(column); })) {
        QAction *line = menu->addAction(m_current.isNull()
                ? tr("More columns are shown where the list is wider")
                : tr("More columns are shown when nobody is open"));
        line->setObjectName(u"columns.more"_s);
        line->setEnabled(false);
    }
    menu->addSeparator();
    QMenu *order = menu->addMenu(tr("Move a column forward"));
    const QList<int> chosen = chosenColumns();
    for (const int column :
        chosen.mid(2)) // the name is always first, and the next one cannot go before it
        connect(order->addAction(nameOf(column)), &QAction::triggered, this,
            [this, column] { moveColumn(column, -1); });
    order->setEnabled(chosen.size() > 2);
    connect(menu->addAction(tr("Usual columns")), &QAction::triggered, this,
        &ProspectTableView::resetColumns);
}

QByteArray ProspectTableView::columnState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << ColumnsVersion << chosenColumns() << m_widths;
    return state;
}

void ProspectTableView::restoreColumns(const QByteArray &state)
{
    QDataStream in(state);
    in.setVersion(QDataStream::Qt_6_4);
    quint32 version = 0;
    QList<int> chosen;
    QHash<int, int> widths;
    in >> version;
    if (version != ColumnsVersion)
        return;
    in >> chosen >> widths;
    const auto isColumn = [](int column) {
        return column >= 0 && column < ListColumns::ColumnCount;
    };
    const QSet<int> distinct(chosen.cbegin(), chosen.cend());
    if (in.status() != QDataStream::Ok || chosen.value(0, -1) != ListColumns::Name
        || distinct.size() != chosen.size() || !std::ranges::all_of(chosen, isColumn))
        return;
    m_widths.clear();
    for (auto it = widths.cbegin(); it != widths.cend(); ++it) {
        if (isColumn(it.key()) && it.value() > 0)
            m_widths.insert(it.key(), it.value());
    }
    m_chosen = chosen.mid(1);
    orderColumns(chosen);
    fitColumns();
}

int ProspectTableView::widthOf(int column) const
{
    const auto *wish = std::ranges::find(ColumnWishes, column, &ColumnWish::column);
    return m_widths.value(column, wish->letters * fontMetrics().averageCharWidth());
}

ProspectId ProspectTableView::currentProspect() const
{
    return m_current;
}

void ProspectTableView::setCurrentProspect(ProspectId id, bool show)
{
    m_current = id;
    m_released = false;
    m_showFound = show;
    m_finding = true;
    const QModelIndex found = m_prospects->indexOf(id);
    if (found.isValid()) {
        setCurrentIndex(found);
        selectionModel()->select(found, // also where it was the current one already
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        if (show)
            scrollTo(found);
        m_showFound = false;
    } else {
        setCurrentIndex({});
        clearSelection();
    }
    m_finding = false;
}

void ProspectTableView::release()
{
    m_released = true;
}

void ProspectTableView::beginSomewhere()
{
    if (!m_current.isNull() || !hasFocus() || m_prospects->rowCount() == 0)
        return;
    const bool scrolls = hasAutoScroll();
    setAutoScroll(false); // what is in view stays so
    setCurrentProspect(m_prospects->idAt(m_prospects->index(0, ListColumns::Name)), false);
    setAutoScroll(scrolls);
    m_released = true;
}

void ProspectTableView::findAgain()
{
    const bool lost = !m_current.isNull() && m_prospects->idAt(currentIndex()) != m_current;
    if (lost) {
        const bool released = m_released;
        setCurrentProspect(m_current, m_showFound);
        m_released = released;
    }
    const ProspectList &list = m_prospects->list();
    const bool isRead = list.state() == StoreState::Ready && !list.isStreaming();
    if (m_released && isRead && !currentIndex().isValid())
        m_current = {};
    if (isRead)
        beginSomewhere();
    if (m_topRow >= 0 && m_topRow < m_prospects->rowCount()) {
        verticalScrollBar()->setValue(m_topRow * verticalHeader()->defaultSectionSize());
        m_topRow = -1;
    }
}

void ProspectTableView::setOrder(ProspectQuery::Sort sort, bool descending)
{
    m_sort = sort;
    m_descending = descending;
    horizontalHeader()->setSortIndicator(
        columnOfOrder(sort), descending ? Qt::DescendingOrder : Qt::AscendingOrder);
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
    m_released = false;
    m_showFound = false;
    emit currentProspectChanged(id);
}

void ProspectTableView::focusInEvent(QFocusEvent *event)
{
    {
        const QScopedValueRollback finding(m_finding, true);
        QTableView::focusInEvent(event); // makes the first row the current one, and opens nobody
    }
    if (event->reason() == Qt::MouseFocusReason)
        return; // what is clicked on becomes the current one
    if (m_prospects->idAt(currentIndex()) != m_current && !m_current.isNull())
        setCurrentIndex({}); // who is shown is not in the list
    beginSomewhere();
}

void ProspectTableView::onHeaderClicked(int column)
{
    const auto sort = orderOfColumn(column);
    if (!sort) {
        setOrder(m_sort, m_descending); // Qt moved the sign already
        return;
    }
    emit orderRequested(*sort, *sort == m_sort ? !m_descending : beginsDescending(*sort));
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
    const QScopedValueRollback fitting(m_fitting, true);
    const int letter = fontMetrics().averageCharWidth();
    int rest = viewport()->width() - letter * LeastNameLetters;
    for (const ColumnWish &wish : ColumnWishes) {
        const int width = widthOf(wish.column);
        // The stage stands even where the name has to give way.
        const bool fits = m_chosen.contains(wish.column)
            && (rest >= width || wish.column == ListColumns::StageColumn);
        setColumnHidden(wish.column, !fits);
        if (fits) {
            setColumnWidth(wish.column, width);
            rest -= width;
        }
    }
    setColumnWidth(ListColumns::Name, std::max(letter * LeastNameLetters + rest, letter * 8));
    viewport()->update();
}

QModelIndex ProspectTableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    switch (action) {
    case MoveHome:
        return m_prospects->index(0, ListColumns::Name);
    case MoveEnd:
        return m_prospects->index(m_prospects->rowCount() - 1, ListColumns::Name);
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
