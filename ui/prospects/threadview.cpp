// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/threadview.h"

#include "models/threadmodel.h"
#include "ui_common/emptystate.h"
#include "ui_common/errorstate.h"
#include "ui_prospects/threadaccessible.h"

#include <QApplication>
#include <QClipboard>
#include <QPainter>
#include <QPaintEvent>
#include <QPointer>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// Measuring makes room for more that is near; entries are higher than a pixel, so that a few rounds are enough.
constexpr int MostRounds = 24;
} // namespace

ThreadView::ThreadView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_thread(new ThreadModel(this))
    , m_state(new EmptyState(QString(), QString(), viewport()))
    , m_error(new ErrorState(viewport()))
{
    installThreadAccessibility();
    setObjectName(u"thread"_s);
    setAccessibleName(tr("Thread"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // widths and with them heights stay
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    viewport()->setMouseTracking(true);
    m_error->setObjectName(u"thread.error"_s);
    m_error->setBackgroundRole(QPalette::Base);
    m_error->setAutoFillBackground(true);
    connect(m_error, &ErrorState::retryRequested, this, [this] {
        setFocus(Qt::OtherFocusReason); // the button goes
        emit retryRequested();
    });
    connect(m_thread, &ThreadModel::spliced, this, &ThreadView::onSpliced);
    connect(m_thread, &ThreadModel::dataChanged, this, &ThreadView::onWords);
    showState();
}

void ThreadView::setThread(qint64 key, const ThreadSource &source)
{
    if (key != m_key) {
        m_key = key;
        m_current = m_from = -1;
        m_rows.scrollToEnd();
    }
    const auto &lines = m_thread->lines();
    m_anchorLine = m_rows.isAtEnd() ? ThreadLine() : lines.value(m_rows.seen().first);
    m_currentLine = lines.value(m_current);
    m_thread->setSource(source);
    if (lines.isEmpty()) // nothing was told to have changed
        relayout();
    showState();
    showPending();
}

void ThreadView::setToday(QDate today)
{
    m_today = today;
    viewport()->update();
}

void ThreadView::setEmptySentence(const QString &sentence)
{
    m_emptySentence = sentence;
    showState();
}

void ThreadView::setError(const std::optional<Error> &error)
{
    m_isUnreadable = error.has_value();
    if (error)
        m_error->setError(*error, tr("Try again"));
    showState();
}

void ThreadView::showState()
{
    const bool isEmpty = m_thread->lines().isEmpty();
    m_state->setSentence(m_emptySentence.isEmpty() ? tr("Nothing was said yet.") : m_emptySentence);
    m_state->setGeometry(viewport()->rect());
    m_state->setVisible(isEmpty && !m_isUnreadable);
    m_error->setGeometry(viewport()->rect());
    m_error->setVisible(m_isUnreadable);
    m_error->raise();
}

void ThreadView::onSpliced(int first, int removed, int inserted)
{
    const ThreadPainter look = painter();
    const QList<ThreadLine> &lines = m_thread->lines();
    QList<int> heights;
    heights.reserve(inserted);
    const int message = m_measuredCount > 0 ? int(m_measuredHeight / m_measuredCount)
                                            : look.estimate(ThreadEntry::Kind::Message);
    for (int row = first; row < first + inserted; ++row) {
        const ThreadEntry::Kind kind = lines.at(row).kind;
        heights << (kind == ThreadEntry::Kind::Message ? message : look.estimate(kind));
    }
    const int seen = m_rows.seen().first;
    const int above = int(m_rows.yOf(std::min(seen, m_rows.size())) - m_rows.top());
    m_rows.splice(first, removed, heights);
    // What gave way may be there again among what came.
    const auto again = [&](int row, const ThreadLine &line) {
        if (row < first)
            return row;
        if (row >= first + removed)
            return row + inserted - removed;
        const auto from = lines.cbegin() + first;
        const auto found = std::find(from, from + inserted, line);
        return found == from + inserted ? -1 : int(found - lines.cbegin());
    };
    if (!m_rows.isAtEnd() && removed > 0 && seen >= first && seen < first + removed) {
        if (const int row = again(seen, m_anchorLine); row >= 0)
            m_rows.anchorAt(row, above);
    }
    const bool wasOne = m_from == m_current;
    if (m_current >= 0) {
        const int row = again(m_current, m_currentLine);
        // Where it is gone the keyboard goes on from there.
        m_current = row >= 0 ? row : std::min(first, int(lines.size()) - 1);
    }
    if (m_from >= 0)
        m_from = wasOne ? m_current : std::clamp(again(m_from, {}), -1, int(lines.size()) - 1);
    if (m_from < 0)
        m_from = m_current;
}

void ThreadView::onWords()
{
    m_rows.forgetMeasures();
    relayout();
}

ThreadPainter ThreadView::painter() const
{
    return ThreadPainter({palette(), font(), layoutDirection(), m_thread->source().zone, m_today,
        devicePixelRatioF()});
}

bool ThreadView::measureNear(const ThreadPainter &painter)
{
    const auto [first, last] = nearRows();
    const int width = viewport()->width();
    bool changed = false;
    for (int row = first; row <= last; ++row) {
        if (m_rows.isMeasured(row))
            continue;
        const ThreadEntry entry = m_thread->entry(row);
        if (entry.isLoading)
            continue;
        const int height = painter.height(entry, width);
        if (entry.kind == ThreadEntry::Kind::Message) {
            m_measuredHeight += height;
            ++m_measuredCount;
        }
        m_rows.measure(row, height);
        changed = true;
    }
    return changed;
}

void ThreadView::relayout()
{
    if (m_isLayingOut)
        return;
    {
        const QScopedValueRollback guard(m_isLayingOut, true);
        m_rows.setViewHeight(viewport()->height());
        const ThreadPainter look = painter();
        for (int round = 0; round < MostRounds && measureNear(look); ++round) { }
        syncBar();
    }
    viewport()->update();
    const auto [first, last] = nearRows();
    m_thread->want(first, last);
}

/// The scroll bar follows the rows; what it says while it does so is no wish.
void ThreadView::syncBar()
{
    QScrollBar *bar = verticalScrollBar();
    bar->setSingleStep(fontMetrics().height() * 2);
    bar->setPageStep(std::max(m_rows.viewHeight(), 1));
    bar->setRange(0, int(m_rows.largestTop()));
    bar->setValue(int(m_rows.top()));
}

void ThreadView::scrollContentsBy(int /*dx*/, int /*dy*/)
{
    if (m_isLayingOut)
        return;
    m_rows.scrollTo(verticalScrollBar()->value());
    relayout();
}

void ThreadView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        m_rows.forgetMeasures();
    relayout();
    m_state->setGeometry(viewport()->rect());
    m_error->setGeometry(viewport()->rect());
}

void ThreadView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::LayoutDirectionChange:
    case QEvent::LocaleChange:
    case QEvent::StyleChange:
        m_rows.forgetMeasures();
        relayout();
        break;
    case QEvent::PaletteChange:
        viewport()->update();
        break;
    default:
        break;
    }
}

std::pair<int, int> ThreadView::nearRows() const
{
    return m_rows.seen(m_rows.viewHeight());
}

QRect ThreadView::rowRect(int row) const
{
    if (row < 0 || row >= m_rows.size())
        return {};
    return {0, int(m_rows.yOf(row) - m_rows.top()), viewport()->width(), m_rows.height(row)};
}

int ThreadView::rowAt(const QPoint &point) const
{
    const int row = m_rows.entryAt(m_rows.top() + point.y());
    return rowRect(row).contains(point) ? row : -1;
}

void ThreadView::paintEvent(QPaintEvent *event)
{
    QPainter canvas(viewport());
    const ThreadPainter look = painter();
    const auto [first, last] = m_rows.seen();
    for (int row = first; row <= last; ++row) {
        const QRect rect = rowRect(row);
        if (!rect.intersects(event->rect()))
            continue;
        const ThreadPainter::State state {isSelected(row), row == m_current, hasFocus()};
        look.paint(canvas, rect, m_thread->entry(row), state);
    }
}

bool ThreadView::isSelectable(int row) const
{
    return row >= 0 && row < m_rows.size()
        && m_thread->lines().at(row).kind != ThreadEntry::Kind::Day;
}

bool ThreadView::isSelected(int row) const
{
    const auto [first, last] = std::minmax(m_from, m_current);
    return m_current >= 0 && row >= first && row <= last && isSelectable(row);
}

QList<int> ThreadView::selectedRows() const
{
    QList<int> rows;
    const auto [first, last] = std::minmax(m_from, m_current);
    for (int row = std::max(first, 0); row <= last; ++row) {
        if (isSelectable(row))
            rows << row;
    }
    return rows;
}

void ThreadView::select(int row, bool extend)
{
    m_current = row;
    if (!extend || m_from < 0)
        m_from = row;
    viewport()->update();
    announceCurrentRow(this);
}

void ThreadView::setCurrentRow(int row, bool extend)
{
    if (row < 0 || row >= m_rows.size())
        return;
    m_rows.scrollToEntry(row);
    relayout(); // its height may be another now
    m_rows.scrollToEntry(row);
    relayout();
    select(row, extend);
}

void ThreadView::selectAll()
{
    m_from = nextRow(-1, 1);
    m_current = nextRow(m_rows.size(), -1);
    viewport()->update();
}

qint64 ThreadView::selectedMessage() const
{
    if (m_from != m_current || !isSelectable(m_current))
        return 0;
    const ThreadLine &line = m_thread->lines().at(m_current);
    return line.kind == ThreadEntry::Kind::Message ? line.id : 0;
}

void ThreadView::copySelection()
{
    QList<ThreadLine> lines;
    const QList<int> rows = selectedRows();
    for (const int row : rows)
        lines << m_thread->lines().at(row);
    if (lines.isEmpty())
        return;
    const ThreadSource &source = m_thread->source();
    const QList<MessageId> unread = ThreadModel::unread(source, lines);
    if (unread.isEmpty() || !source.fetch) {
        QApplication::clipboard()->setText(ThreadModel::copyText(source, lines, {}));
        return;
    }
    const auto take = [view = QPointer(this), source, lines](const QList<Message> &messages) {
        if (!view)
            return;
        QHash<MessageId, Message> words;
        for (const Message &message : messages)
            words.insert(message.id, message);
        QApplication::clipboard()->setText(ThreadModel::copyText(source, lines, words));
    };
    source.fetch(unread, take);
}

void ThreadView::scrollToBottom()
{
    m_rows.scrollToEnd();
    relayout();
}

void ThreadView::showMessage(MessageId id)
{
    m_pending = id;
    showPending();
}

void ThreadView::showPending()
{
    if (m_pending.isNull())
        return;
    const int row = m_thread->rowOf(m_pending);
    if (row < 0)
        return;
    m_pending = {};
    // It stays there while what is above it is read and measured.
    m_rows.anchorAt(row, m_rows.viewHeight() / 3);
    relayout();
    select(row, false);
}
