// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/calendarpage.h"

#include "ui_common/emptystate.h"
#include "ui_common/errorstate.h"
#include "ui_common/formatting.h"
#include "ui_common/theme.h"
#include "ui_timeline/agendaview.h"
#include "ui_timeline/boardview.h"
#include "ui_timeline/hoursview.h"
#include "ui_timeline/ideatray.h"
#include "ui_timeline/monthmodel.h"
#include "ui_timeline/monthview.h"
#include "ui_timeline/queueview.h"
#include "ui_timeline/sidetray.h"

#include <QEvent>
#include <QPainter>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int TrayWidth = 208;

/// A card that lies on the view.
class HintCard final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(colour(ColourRole::Hairline, palette()));
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawRoundedRect(
            QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Metrics::Radius, Metrics::Radius);
    }
};
} // namespace

CalendarPage::CalendarPage(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_splitter(new QSplitter(m_stack))
    , m_side(new SideTray(m_splitter))
    , m_tray(new IdeaTray)
    , m_stage(new QStackedWidget(m_splitter))
    , m_month(new MonthView)
    , m_card(new HintCard(m_stage))
    , m_empty(new EmptyState(m_card))
    , m_error(new ErrorState(m_stack))
{
    setObjectName(u"calendar"_s);
    m_side->addPage(tr("Ideas"), m_tray);
    m_month->setMonthModel(new MonthModel(QLocale(), m_month));
    m_views = {m_month, new HoursView(HoursView::Span::Week), new HoursView(HoursView::Span::Day),
        new AgendaView, new BoardView, new QueueView};
    for (CalendarView *view : std::as_const(m_views))
        m_stage->addWidget(view->widget());
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(true);
    m_splitter->setCollapsible(1, false);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({TrayWidth, 4 * TrayWidth});
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_error);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    // Whoever comes to the page comes to the view, past what stands before it.
    setFocusProxy(m_month);
    m_tray->comeAfter(m_month);

    m_card->hide();
    auto *cardLayout = new QVBoxLayout(m_card);
    cardLayout->addWidget(m_empty);
    m_stage->installEventFilter(this);
    connect(m_empty, &EmptyState::triggered, this, [this] {
        if (m_hint == Hint::NothingMatches)
            emit clearFilterRequested();
        else if (m_hint == Hint::MatchesElsewhere)
            emit dayRequested(m_elsewhere);
        else
            emit createRequested();
    });
    connect(m_error, &ErrorState::retryRequested, this, &CalendarPage::retryRequested);
}

void CalendarPage::setKind(CalendarViewKind kind)
{
    const bool hadFocus = view()->widget()->hasFocus();
    m_kind = kind;
    m_stage->setCurrentWidget(view()->widget());
    m_side->setVisible(kind != CalendarViewKind::Board); // which has the ideas as cards
    setFocusProxy(view()->widget());
    m_tray->comeAfter(view()->widget());
    if (hadFocus)
        view()->widget()->setFocus();
    placeHint();
}

void CalendarPage::setHint(Hint hint)
{
    m_hint = hint;
    m_card->setVisible(hint != Hint::None);
    if (hint == Hint::None)
        return;
    const bool filtered = hint == Hint::NothingMatches;
    m_empty->setSentence(
        filtered ? tr("No post shown here matches.") : tr("Nothing is planned here."));
    m_empty->setButtonText(filtered ? tr("Show all posts") : tr("New post"));
    placeHint();
}

void CalendarPage::setElsewhere(QDate day)
{
    m_elsewhere = day;
    setHint(Hint::MatchesElsewhere);
    m_empty->setSentence(tr("No post shown here matches."));
    m_empty->setButtonText(tr("Go to the match in %1").arg(Formatting::monthTitle(day)));
    placeHint();
}

void CalendarPage::placeHint()
{
    const QSize size = m_card->sizeHint().expandedTo({300, 120}).boundedTo(m_stage->size());
    const QRect room = m_stage->rect();
    m_card->setGeometry(QRect(room.center() - QPoint(size.width() / 2, size.height() / 2), size));
    m_card->raise();
}

void CalendarPage::setError(const Error &error)
{
    const bool failed = !error.message.isEmpty();
    if (failed)
        m_error->setError(error, tr("Try again"));
    m_stack->setCurrentIndex(failed ? 1 : 0);
}

bool CalendarPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_stage && event->type() == QEvent::Resize && m_hint != Hint::None)
        placeHint();
    return QWidget::eventFilter(watched, event);
}
