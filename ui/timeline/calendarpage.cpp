// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/calendarpage.h"

#include "ui_common/emptystate.h"
#include "ui_common/errorstate.h"
#include "ui_common/formatting.h"
#include "ui_common/theme.h"
#include "ui_timeline/ideatray.h"
#include "ui_timeline/monthmodel.h"
#include "ui_timeline/monthview.h"

#include <QEvent>
#include <QPainter>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int TrayWidth = 208;

/// A card that lies on the month.
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
    , m_tray(new IdeaTray(m_splitter))
    , m_month(new MonthView(m_splitter))
    , m_card(new HintCard(m_month))
    , m_empty(new EmptyState(m_card))
    , m_error(new ErrorState(m_stack))
{
    setObjectName(u"calendar"_s);
    m_month->setMonthModel(new MonthModel(QLocale(), m_month));
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
    setFocusProxy(m_month);
    m_tray->comeAfter(
        m_month); // whoever comes to the page comes to the month, past what stands before it

    m_card->hide();
    auto *cardLayout = new QVBoxLayout(m_card);
    cardLayout->addWidget(m_empty);
    m_month->installEventFilter(this);
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

CalendarView *CalendarPage::view() const
{
    return m_month;
}

void CalendarPage::setHint(Hint hint)
{
    m_hint = hint;
    m_card->setVisible(hint != Hint::None);
    if (hint == Hint::None)
        return;
    const bool filtered = hint == Hint::NothingMatches;
    m_empty->setSentence(
        filtered ? tr("No post of this month matches.") : tr("Nothing is planned this month."));
    m_empty->setButtonText(filtered ? tr("Show all posts") : tr("New post"));
    placeHint();
}

void CalendarPage::setElsewhere(QDate day)
{
    m_elsewhere = day;
    setHint(Hint::MatchesElsewhere);
    m_empty->setSentence(tr("No post of this month matches."));
    m_empty->setButtonText(tr("Go to the match in %1").arg(Formatting::monthTitle(day)));
    placeHint();
}

void CalendarPage::placeHint()
{
    const QSize size = m_card->sizeHint().expandedTo({300, 120}).boundedTo(m_month->size());
    const QRect room = m_month->viewport()->geometry();
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
    if (watched == m_month && event->type() == QEvent::Resize && m_hint != Hint::None)
        placeHint();
    return QWidget::eventFilter(watched, event);
}
