// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/agendaview.h"

#include "ui_common/formatting.h"
#include "ui_common/theme.h"
#include "ui_timeline/agendamodel.h"
#include "ui_timeline/monthgrid.h"
#include "ui_timeline/postmime.h"
#include "ui_timeline/statusdot.h"
#include "ui_timeline/tilepainter.h"
#include "ui_timeline/zonewords.h"

#include <QDragEnterEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QStyledItemDelegate>

#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr int MarkSize = 9;

/// Cells with the mark of a status or a campaign before their words.
class AgendaDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        QStyleOptionViewItem shown = option;
        const QVariant value = index.data(AgendaModel::TileRole);
        const Tile tile = value.value<Tile>();
        const bool isStatus = index.column() == AgendaModel::Status && value.isValid();
        const bool isCampaign = index.column() == AgendaModel::Campaign && tile.colour >= 0;
        if (!value.isValid())
            shown.font = strongFont(option.font);
        if (isStatus || isCampaign) { // the text makes room for the mark
            const QPixmap room = mark(option, tile, isStatus);
            initStyleOption(&shown, index);
            shown.features |= QStyleOptionViewItem::HasDecoration;
            shown.icon = QIcon(room);
            shown.decorationSize = QSize(MarkSize + 2, MarkSize);
            option.widget->style()->drawControl(
                QStyle::CE_ItemViewItem, &shown, painter, option.widget);
            return;
        }
        QStyledItemDelegate::paint(painter, shown, index);
    }
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        size.setHeight(option.fontMetrics.height() + Metrics::Small);
        return size;
    }

private:
    [[nodiscard]] static QPixmap mark(
        const QStyleOptionViewItem &option, const Tile &tile, bool isStatus)
    {
        const qreal ratio = option.widget->devicePixelRatioF();
        QPixmap pixmap(QSize(MarkSize + 2, MarkSize) * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF rect(1, 0, MarkSize, MarkSize);
        if (isStatus) {
            paintStatusDot(painter, rect, tile.status, tile.missed, option.palette);
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(campaignColour(tile.colour, option.palette));
            painter.drawEllipse(rect);
        }
        return pixmap;
    }
};
} // namespace

AgendaView::AgendaView(QWidget *parent)
    : PostTree(parent)
    , m_model(new AgendaModel(QLocale(), this))
{
    setObjectName(u"agenda"_s);
    setAccessibleName(tr("List"));
    setModel(m_model);
    setItemDelegate(new AgendaDelegate(this));
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(0);
    setSelectionMode(ExtendedSelection);
    const int character = fontMetrics().averageCharWidth();
    const int widths[] {9, 11, 30, 19, 19, 14, 14}; // characters
    for (int column = 0; column < AgendaModel::Columns; ++column)
        header()->resizeSection(column, widths[column] * character);
    header()->setSectionResizeMode(AgendaModel::Text, QHeaderView::Stretch);
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (const PostId post = m_model->postAt(index).post; !post.isNull())
            emit wishes()->postClicked(post);
    });
}

void AgendaView::showSpan(QDate day)
{
    m_first = QDate(day.year(), day.month(), 1);
}

DateSpan AgendaView::days() const
{
    return {.from = m_first, .to = m_first.addMonths(1)};
}

QString AgendaView::title() const
{
    return Formatting::monthTitle(m_first, locale());
}

QDate AgendaView::neighbour(int direction) const
{
    return m_first.addMonths(direction);
}

void AgendaView::setNow(QDate today, QTime /*now*/)
{
    m_today = today;
}

void AgendaView::setContent(const CalendarContent &content)
{
    QList<PlacedPost> selected = selection();
    const PlacedPost before = m_current;
    m_isFilling = true;
    const bool isHome = content.zone.kind() == ShownZone::Kind::Workspace;
    m_model->setDays(packDays(content.planned, content.sources, m_today), days(), m_today,
        content.marks, isHome ? QString() : nameOf(content.zone));
    expandAll();
    for (int row = 0; row < m_model->rowCount(); ++row)
        setFirstColumnSpanned(row, {}, true);
    m_isFilling = false;
    for (PlacedPost &placed : selected) {
        if (!m_model->indexOf(placed.day, placed.post).isValid())
            placed.day = m_model->dayOf(placed.post);
    }
    select(selected);
    if (before != m_current)
        emit wishes()->currentChanged(m_current.post, m_current.day);
}

void AgendaView::select(const QList<PlacedPost> &posts)
{
    const bool isThere = m_model->indexOf(m_current.day, m_current.post).isValid();
    if (!isThere && !m_current.post.isNull()) {
        const QDate day = m_model->dayOf(m_current.post);
        m_current =
            day.isValid() ? PlacedPost {m_current.post, day} : PlacedPost {PostId(), m_current.day};
    }
    m_isFilling = true;
    setCurrentIndex(m_model->indexOf(m_current.day, m_current.post));
    for (const PlacedPost &placed : posts)
        selectionModel()->select(m_model->indexOf(placed.day, placed.post),
            QItemSelectionModel::Select | QItemSelectionModel::Rows);
    m_isFilling = false;
}

QList<Tile> AgendaView::tilesOn(QDate day) const
{
    return m_model->tilesOn(day);
}

QDate AgendaView::dayOf(PostId post) const
{
    return m_model->dayOf(post);
}

void AgendaView::setCurrent(QDate day, PostId post)
{
    const QModelIndex there = m_model->indexOf(day, post);
    const PlacedPost wanted {there.isValid() ? post : PostId(), day};
    const bool isKept = wanted == m_current && selection().size() > 1;
    const bool moved = wanted != m_current;
    m_current = wanted;
    m_isFilling = true;
    if (!isKept)
        setCurrentIndex(there.isValid() ? there : m_model->indexOf(day, {}));
    m_isFilling = false;
    if (moved)
        emit wishes()->currentChanged(m_current.post, m_current.day);
}

QList<PlacedPost> AgendaView::selection() const
{
    QList<PlacedPost> posts;
    const QModelIndexList rows = selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        const PlacedPost placed = m_model->postAt(row);
        if (!placed.post.isNull())
            posts.append(placed);
    }
    if (posts.isEmpty() && !m_current.post.isNull())
        return {m_current};
    if (const auto place = posts.indexOf(m_current); place > 0)
        posts.move(place, 0);
    return posts;
}

QPoint AgendaView::currentPlace() const
{
    return viewport()->mapToGlobal(visualRect(currentIndex()).center());
}

void AgendaView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (m_isFilling || !current.isValid())
        return;
    m_current = m_model->postAt(current);
    emit wishes()->currentChanged(m_current.post, m_current.day);
}

void AgendaView::keyPressEvent(QKeyEvent *event)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const bool isAlt = (event->modifiers() & ~Qt::KeypadModifier) == Qt::AltModifier;
    const int forward = mirrored ? -1 : 1;
    if (isAlt && event->key() == Qt::Key_Right)
        moveSelection(forward);
    else if (isAlt && event->key() == Qt::Key_Left)
        moveSelection(-forward);
    else if (isAlt && event->key() == Qt::Key_Up)
        moveSelection(-MonthGrid::DaysPerWeek);
    else if (isAlt && event->key() == Qt::Key_Down)
        moveSelection(MonthGrid::DaysPerWeek);
    else if ((event->modifiers() == Qt::ControlModifier && event->key() == Qt::Key_Space)
        || !handleKey(*event))
        QTreeView::keyPressEvent(event);
}

void AgendaView::contextMenuEvent(QContextMenuEvent *event)
{
    showMenu(event->reason() == QContextMenuEvent::Mouse ? event->globalPos() : currentPlace());
}

void AgendaView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const PlacedPost placed = m_model->postAt(indexAt(event->pos()));
    if (!placed.post.isNull())
        emit wishes()->openRequested(placed.post);
    else if (placed.day.isValid())
        emit wishes()->createRequested({placed.day});
}

void AgendaView::drawRow(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isDay = !index.parent().isValid();
    if (isDay)
        paintHeadingGround(*painter, option.rect);
    if (const QVariant mark = index.data(AgendaModel::MarkRole); mark.isValid())
        paintDayMark(*painter, option.rect, {{}, mark.toInt()}, palette());
    QTreeView::drawRow(painter, option, index);
    if (m_model->postAt(index).day == m_dropDay)
        painter->fillRect(QRect(option.rect.x(), option.rect.y(), 3, option.rect.height()),
            colour(ColourRole::Pull, palette()));
    if (isDay)
        paintHeadingLine(*painter, option.rect);
}

void AgendaView::startDrag(Qt::DropActions /*actions*/)
{
    const Tile tile = currentIndex().data(AgendaModel::TileRole).value<Tile>();
    if (m_current.post.isNull())
        return;
    carry(tile, selection(), Qt::MoveAction | Qt::CopyAction);
}

void AgendaView::setDropDay(QDate day)
{
    m_dropDay = day;
    viewport()->update();
}

void AgendaView::dragMoveEvent(QDragMoveEvent *event)
{
    const QDate day = m_model->postAt(indexAt(event->position().toPoint())).day;
    setDropDay(day);
    if (day.isValid())
        event->acceptProposedAction();
    else
        event->ignore();
}

void AgendaView::dragLeaveEvent(QDragLeaveEvent *event)
{
    setDropDay({});
    event->accept();
}

void AgendaView::dropEvent(QDropEvent *event)
{
    const auto dragged = PostMime::decode(event->mimeData());
    const QDate day = m_model->postAt(indexAt(event->position().toPoint())).day;
    setDropDay({});
    if (!dragged || !day.isValid())
        return;
    event->acceptProposedAction();
    if (event->dropAction() == Qt::CopyAction)
        emit wishes()->copyRequested(dragged->posts, {day});
    else if (day != dragged->from())
        emit wishes()->moveRequested(dragged->posts, {day});
}

std::optional<CalendarSpot> AgendaView::spotAt(QPoint point) const
{
    const QDate day = m_model->postAt(indexAt(point)).day;
    return day.isValid() ? std::optional(CalendarSpot {day}) : std::nullopt;
}

void AgendaView::markSpot(const std::optional<CalendarSpot> &spot, const QString & /*title*/)
{
    setDropDay(spot ? spot->day : QDate());
}
