// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/boardpage.h"

#include "report/reports.h"
#include "ui_common/emptystate.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_pipeline/funnelview.h"
#include "ui_pipeline/plotview.h"

#include <QAccessibleWidget>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int TileWidth = 440; // at least, in pixels
// A funnel with its figures and key; as much again for that of the earlier time. Long charts have more.
constexpr int TileHeight = 520;
constexpr int MostTileColumns = 3;

/// A view that is only looked at: the tile has the pointer and the keyboard.
void makeStill(MarkView *view)
{
    view->setFocusPolicy(Qt::NoFocus);
    view->setAttribute(Qt::WA_TransparentForMouseEvents);
    view->setFrameShape(QFrame::NoFrame);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

/// Leaves it to the board what is scrolled to: its tiles may be higher than it, and are read from their top.
class BoardScroll final : public QScrollArea
{
protected:
    bool focusNextPrevChild(bool next) override
    {
        // That of QScrollArea centres what has the keyboard.
        // NOLINTNEXTLINE(bugprone-parent-virtual-call)
        return QAbstractScrollArea::focusNextPrevChild(next);
    }
};

/// Whether the keyboard was brought here, rather than a click, or a window or menu that gave it back.
bool isBroughtBy(Qt::FocusReason reason)
{
    switch (reason) {
    case Qt::TabFocusReason:
    case Qt::BacktabFocusReason:
    case Qt::ShortcutFocusReason:
    case Qt::OtherFocusReason:
        return true;
    default:
        return false;
    }
}

/// To screen readers a tile is a button: it is pressed as by Enter.
class TileAccessible final : public QAccessibleWidget
{
public:
    explicit TileAccessible(BoardTile *tile)
        : QAccessibleWidget(tile, QAccessible::Button)
    { }

    [[nodiscard]] QStringList actionNames() const override
    {
        return {pressAction(), setFocusAction()};
    }
    void doAction(const QString &name) override
    {
        if (name != pressAction())
            QAccessibleWidget::doAction(name);
        else if (auto *tile = qobject_cast<BoardTile *>(widget()))
            tile->open();
    }
};

QAccessibleInterface *makeTileAccessible(const QString &, QObject *object)
{
    auto *tile = qobject_cast<BoardTile *>(object);
    return tile ? new TileAccessible(tile) : nullptr;
}
} // namespace

BoardPicture::BoardPicture(QWidget *parent)
    : QStackedWidget(parent)
    , m_funnel(new FunnelView)
    , m_plot(new PlotView)
{
    makeStill(m_funnel);
    m_funnel->setFitted(true);
    makeStill(m_plot);
    m_plot->setFitted(true);
    addWidget(m_funnel);
    addWidget(m_plot);
    // Two below each other are as high as each other, whatever is in them.
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
}

void BoardPicture::setReport(const Report &report)
{
    // How it is counted stands under the large one.
    if (report.funnel) {
        FunnelReport funnel = *report.funnel;
        funnel.chart.definition.clear();
        m_funnel->setReport(funnel);
        setCurrentWidget(m_funnel);
    } else {
        Chart chart = report.chart;
        chart.definition.clear();
        m_plot->setChart(chart);
        setCurrentWidget(m_plot);
    }
}

int BoardPicture::readableHeight(int width) const
{
    return currentWidget() == m_funnel ? m_funnel->readableHeight(width)
                                       : m_plot->readableHeight(width);
}

BoardTile::BoardTile(const ReportKind &kind, QWidget *parent)
    : QFrame(parent)
    , m_id(kind.id)
    , m_name(kind.name)
    , m_columnWidth(TileWidth)
    , m_title(new QLabel(m_name))
    , m_pages(new QStackedWidget)
    , m_loading(quietLabel(tr("Counting…")))
    , m_pictures(new QWidget)
    , m_picture(new BoardPicture)
    , m_earlierName(new QLabel(tr("The earlier time")))
    , m_earlierPicture(new BoardPicture)
{
    // A factory that is known already is not added again.
    QAccessible::installFactory(makeTileAccessible);
    setObjectName("board."_L1 + m_id);
    setFrameShape(QFrame::StyledPanel);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(m_name);
    setAccessibleDescription(tr("Enter shows the chart large."));
    setToolTip(kind.purpose);
    m_loading->setAlignment(Qt::AlignCenter);
    m_earlierName->setFont(strongFont(m_earlierName->font()));
    auto *pictures = new QVBoxLayout(m_pictures);
    pictures->setContentsMargins(0, 0, 0, 0);
    pictures->setSpacing(Metrics::Tiny);
    pictures->addWidget(m_picture, 1);
    pictures->addWidget(m_earlierName);
    pictures->addWidget(m_earlierPicture, 1);
    showEarlier(nullptr);
    m_pages->addWidget(m_loading);
    m_pages->addWidget(m_pictures);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::Small, Metrics::Small, Metrics::Small, Metrics::Small);
    column->setSpacing(Metrics::Tiny);
    m_title->setFont(strongFont(m_title->font()));
    column->addWidget(m_title);
    column->addWidget(m_pages, 1);
    makeRoom();
}

void BoardTile::setColumnWidth(int width)
{
    if (m_columnWidth == width)
        return;
    m_columnWidth = width;
    makeRoom();
}

void BoardTile::setReport(const Report &report)
{
    m_picture->setReport(report);
    showEarlier(report.earlier.get());
    m_pages->setCurrentWidget(m_pictures);
    m_finding = report.chart.title;
    makeRoom();
    if (report.earlier) {
        //: A chart on the board: its name, what it found, and what it found of the earlier time.
        setAccessibleName(
            tr("%1: %2; the earlier time: %3").arg(m_name, m_finding, report.earlier->chart.title));
    } else {
        //: A chart on the board: its name and what it found.
        setAccessibleName(tr("%1: %2").arg(m_name, m_finding));
    }
}

void BoardTile::open()
{
    emit opened(m_id);
}

void BoardTile::showEarlier(const Report *earlier)
{
    m_earlierName->setVisible(earlier);
    m_earlierPicture->setVisible(earlier);
    if (earlier)
        m_earlierPicture->setReport(*earlier);
}

/// A chart of many rows would be drawn too small to be read, where the tile was not higher. Those of two times have the same room.
void BoardTile::makeRoom()
{
    const bool hasEarlier = !m_earlierPicture->isHidden();
    int height = hasEarlier ? 2 * TileHeight : TileHeight;
    if (m_pages->currentWidget() == m_pictures) {
        const QMargins frame = contentsMargins();
        const int width = m_columnWidth - frame.left() - frame.right() - 2 * Metrics::Small;
        int needed = frame.top() + frame.bottom() + 2 * Metrics::Small
            + m_title->sizeHint().height() + Metrics::Tiny;
        const int now = m_picture->readableHeight(width);
        if (hasEarlier) {
            needed += m_earlierName->sizeHint().height() + 2 * Metrics::Tiny
                + 2 * std::max(now, m_earlierPicture->readableHeight(width));
        } else {
            needed += now;
        }
        height = std::max(height, needed);
    }
    setMinimumSize(TileWidth, height);
}

void BoardTile::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        makeRoom();
}

void BoardTile::keyPressEvent(QKeyEvent *event)
{
    const int ahead = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        open();
        return;
    case Qt::Key_Left:
        emit left(-ahead, 0);
        return;
    case Qt::Key_Right:
        emit left(ahead, 0);
        return;
    case Qt::Key_Up:
        emit left(0, -1);
        return;
    case Qt::Key_Down:
        emit left(0, 1);
        return;
    default:
        QFrame::keyPressEvent(event);
    }
}

void BoardTile::mouseDoubleClickEvent(QMouseEvent *event)
{
    event->accept();
    open();
}

void BoardTile::focusInEvent(QFocusEvent *event)
{
    QFrame::focusInEvent(event);
    update();
    if (isBroughtBy(event->reason()))
        emit reached();
}

void BoardTile::focusOutEvent(QFocusEvent *event)
{
    QFrame::focusOutEvent(event);
    update();
}

void BoardTile::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(1, 1, -1, -1), Metrics::Radius, Metrics::Radius);
}

BoardPage::BoardPage(QWidget *parent)
    : QStackedWidget(parent)
    , m_empty(new EmptyState(
          tr("No chart stands on this board. Choose those that you want to see side by side."),
          tr("Choose charts…")))
    , m_scroll(new BoardScroll)
    , m_ground(new QWidget)
    , m_grid(new QGridLayout(m_ground))
{
    setObjectName(u"board"_s);
    m_empty->setIcon(Icons::named(u"view-filter"_s));
    m_grid->setContentsMargins(Metrics::Large, Metrics::Large, Metrics::Large, Metrics::Large);
    m_grid->setSpacing(Metrics::Medium);
    m_scroll->setWidget(m_ground);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    addWidget(m_empty);
    addWidget(m_scroll);
    connect(m_empty, &EmptyState::triggered, this, &BoardPage::chooseRequested);
}

void BoardPage::setReports(const QStringList &ids)
{
    QList<BoardTile *> tiles;
    for (const QString &id : ids) {
        const ReportKind *kind = reportKind(id);
        if (!kind)
            continue;
        BoardTile *made = tile(id);
        if (!made) {
            made = new BoardTile(*kind, m_ground);
            connect(made, &BoardTile::opened, this, &BoardPage::opened);
            connect(made, &BoardTile::left, this,
                [this, made](int columns, int rows) { go(made, columns, rows); });
            connect(made, &BoardTile::reached, this, [this, made] { scrollTo(made); });
        }
        if (!tiles.contains(made))
            tiles.append(made);
    }
    for (BoardTile *old : std::as_const(m_tiles)) {
        if (tiles.contains(old))
            continue;
        m_reports.remove(old->id());
        m_grid->removeWidget(old);
        old->hide();
        old->deleteLater();
    }
    m_tiles = tiles;
    place();
    setCurrentWidget(m_tiles.isEmpty() ? static_cast<QWidget *>(m_empty) : m_scroll);
    setFocusProxy(m_tiles.isEmpty() ? static_cast<QWidget *>(m_empty->button())
                                    : static_cast<QWidget *>(m_tiles.first()));
}

QStringList BoardPage::reports() const
{
    QStringList ids;
    for (const BoardTile *tile : m_tiles)
        ids << tile->id();
    return ids;
}

void BoardPage::setReport(const QString &id, const Report &report)
{
    if (BoardTile *shown = tile(id)) {
        m_reports.insert(id, report);
        shown->setReport(report);
    }
}

QList<Report> BoardPage::shown() const
{
    QList<Report> reports;
    for (const BoardTile *tile : m_tiles) {
        if (const auto found = m_reports.constFind(tile->id()); found != m_reports.cend())
            reports.append(*found);
    }
    return reports;
}

BoardTile *BoardPage::tile(const QString &id) const
{
    const auto found = std::ranges::find(m_tiles, id, &BoardTile::id);
    return found == m_tiles.end() ? nullptr : *found;
}

void BoardPage::resizeEvent(QResizeEvent *event)
{
    QStackedWidget::resizeEvent(event);
    if (columnCount() != m_columns)
        place();
    else
        measureTiles();
}

int BoardPage::columnCount() const
{
    const int room = width() - 2 * Metrics::Large;
    return std::clamp(room / (TileWidth + Metrics::Medium), 1, MostTileColumns);
}

/// Of one tile at least. As if there was a scroll bar: whether there is depends on how high the tiles are at that width.
int BoardPage::columnWidth() const
{
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_scroll);
    const int room = width() - bar - 2 * Metrics::Large - (m_columns - 1) * Metrics::Medium;
    return std::max(TileWidth, room / m_columns);
}

void BoardPage::measureTiles()
{
    const int width = columnWidth();
    for (BoardTile *tile : std::as_const(m_tiles))
        tile->setColumnWidth(width);
}

void BoardPage::place()
{
    m_columns = columnCount();
    for (BoardTile *tile : std::as_const(m_tiles))
        m_grid->removeWidget(tile);
    QWidget *before = nullptr;
    for (qsizetype i = 0; i < m_tiles.size(); ++i) {
        m_grid->addWidget(m_tiles.at(i), int(i) / m_columns, int(i) % m_columns);
        m_tiles.at(i)->show();
        if (before)
            setTabOrder(before, m_tiles.at(i));
        before = m_tiles.at(i);
    }
    for (int column = 0; column < MostTileColumns; ++column)
        m_grid->setColumnStretch(column, column < m_columns ? 1 : 0);
    measureTiles();
}

void BoardPage::go(const BoardTile *from, int columns, int rows)
{
    const auto place = std::ranges::find(m_tiles, from) - m_tiles.begin();
    const auto next = place + columns + qsizetype(rows) * m_columns;
    if (next < 0 || next >= m_tiles.size())
        return;
    m_tiles.at(next)->setFocus(Qt::OtherFocusReason);
}

/// Of a tile that is higher than the view its name and its finding, with which it begins.
void BoardPage::scrollTo(BoardTile *tile)
{
    m_scroll->ensureWidgetVisible(tile);
    if (tile->height() > m_scroll->viewport()->height())
        m_scroll->verticalScrollBar()->setValue(tile->y());
}
