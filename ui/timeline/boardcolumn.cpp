// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/boardcolumn.h"

#include "ui_common/theme.h"
#include "ui_timeline/postmime.h"
#include "ui_timeline/tilepainter.h"

#include <QContextMenuEvent>
#include <QMimeData>
#include <QPainter>
#include <QStyledItemDelegate>

namespace {
constexpr int CardGap = 4;

class CardDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        TileLook look;
        look.hovered = option.state & QStyle::State_MouseOver;
        look.current = option.state & QStyle::State_Selected;
        look.focused = option.widget && option.widget->hasFocus();
        TilePainter(option.font, option.palette, option.direction, option.locale)
            .paintCard(*painter, option.rect.adjusted(Metrics::Tiny, 0, -Metrics::Tiny, -CardGap),
                index.data(BoardModel::TileRole).value<Tile>(),
                index.data(BoardModel::WhenRole).toString(), look);
    }
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const override
    {
        return {0, 2 * option.fontMetrics.height() + Metrics::Small + CardGap};
    }
};
} // namespace

BoardColumn::BoardColumn(PostStatus status, QWidget *parent)
    : CardColumn(parent)
    , m_status(status)
    , m_cards(new BoardModel(QLocale(), this))
{
    setModel(m_cards);
    setItemDelegate(new CardDelegate(this));
    setSelectionMode(ExtendedSelection);
    connect(this, &QListView::doubleClicked, this,
        [this](const QModelIndex &index) { emit cardOpened(m_cards->postAt(index).post); });
    connect(this, &QListView::clicked, this,
        [this](const QModelIndex &index) { emit cardClicked(m_cards->postAt(index).post); });
}

QList<PlacedPost> BoardColumn::selected() const
{
    QList<PlacedPost> posts;
    const QModelIndexList rows = selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        posts.append(m_cards->postAt(row));
    if (const auto place = posts.indexOf(current()); place > 0)
        posts.move(place, 0);
    if (posts.isEmpty() && !current().post.isNull())
        posts.append(current());
    return posts;
}

void BoardColumn::setTakes(std::optional<bool> takes)
{
    m_takes = takes;
    viewport()->update();
}

void BoardColumn::setDropping(bool dropping)
{
    setOver(dropping);
    setTakes(dropping ? std::optional(true) : std::nullopt);
}

void BoardColumn::contextMenuEvent(QContextMenuEvent *event)
{
    emit menuRequested(event->reason() == QContextMenuEvent::Mouse
            ? event->globalPos()
            : viewport()->mapToGlobal(visualRect(currentIndex()).center()));
}

void BoardColumn::startDrag(Qt::DropActions /*actions*/)
{
    const QModelIndex index = currentIndex();
    if (!index.isValid())
        return;
    const QRect rect = visualRect(index).adjusted(Metrics::Tiny, 0, -Metrics::Tiny, -CardGap);
    carry(PostMime::encode(index.data(BoardModel::TileRole).value<Tile>(), selected()), rect);
}

bool BoardColumn::takes(const QMimeData *data) const
{
    return m_takes.value_or(false) && PostMime::decode(data);
}

void BoardColumn::drop(const QMimeData *data)
{
    const auto dragged = PostMime::decode(data);
    QList<PostId> posts;
    for (const PlacedPost &placed : dragged->posts)
        posts.append(placed.post);
    emit dropped(posts);
}

void BoardColumn::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (!m_takes)
        return;
    QPainter painter(viewport());
    if (*m_takes) {
        paintTarget(painter);
        return;
    }
    QColor veil = palette().color(QPalette::Window);
    veil.setAlphaF(0.72F);
    painter.fillRect(viewport()->rect(), veil);
    paintSentence(painter, tr("No step leads here from where it is."));
}
