// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/handoverpage.h"

#include "base/clock.h"
#include "session/handoverqueue.h"
#include "session/handoverservice.h"
#include "session/whenrefused.h"
#include "session/workspace.h"
#include "session/workspacesetting.h"
#include "ui_common/closebutton.h"
#include "ui_common/emptystate.h"
#include "ui_common/errorstate.h"
#include "ui_common/theme.h"
#include "ui_prospects/decisionrow.h"
#include "ui_prospects/handoverlines.h"
#include "ui_prospects/handoverwords.h"
#include "ui_prospects/sectionparts.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr int MostLimitHours = 24 * 60;
} // namespace

HandoverPage::HandoverPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_queue(new HandoverQueue(workspace, this))
    , m_limit(new WorkspaceSetting(workspace, HandoverService::LimitSetting, this))
    , m_stack(new QStackedWidget(this))
    , m_scroll(new QScrollArea(m_stack))
    , m_rows(new SectionRows(m_scroll))
    , m_hours(new QSpinBox(this))
    , m_close(new CloseButton(tr("Close the handovers"), this))
    , m_empty(new EmptyState(tr("Nobody is handed over. Offer a warm prospect to sales on their "
                                "page, under “Handover to sales”."),
          {}, m_stack))
    , m_error(new ErrorState(m_stack))
{
    build();
    connect(m_queue, &HandoverQueue::changed, this, &HandoverPage::refresh);
    connect(m_error, &ErrorState::retryRequested, m_queue, &HandoverQueue::reload);
    connect(m_limit, &WorkspaceSetting::changed, this, [this] {
        const QSignalBlocker quiet(m_hours);
        m_hours->setValue(HandoverRules::limitHours(m_limit->value()));
    });
    connect(m_hours, &QSpinBox::valueChanged, this,
        [this](int hours) { m_limit->set(QString::number(hours)); });
    refresh();
}

void HandoverPage::build()
{
    setObjectName(u"handovers"_s);
    setAccessibleName(tr("Handovers"));
    setFocusPolicy(Qt::ClickFocus); // Escape leaves from everywhere; no stop of the Tab key
    m_hours->setObjectName(u"handovers.limit"_s);
    m_hours->setAccessibleName(tr("Hours of working days that sales has to answer"));
    m_hours->setToolTip(
        tr("Monday to Friday count, with 24 hours each: 48 h are two working days."));
    m_hours->setAccessibleDescription(m_hours->toolTip());
    m_hours->setRange(0, MostLimitHours);
    m_hours->setSpecialValueText(tr("No limit"));
    m_hours->setSuffix(tr(" h", "hours"));
    m_hours->setKeyboardTracking(false);
    m_hours->setValue(HandoverRules::DefaultHours);
    m_close->setObjectName(u"handovers.close"_s);
    connect(m_close, &CloseButton::clicked, this, &HandoverPage::closeRequested);
    auto *head = new QHBoxLayout;
    head->setSpacing(Metrics::Small);
    head->addWidget(headingLabel(tr("Handovers"), this), 1);
    head->addWidget(fieldLabel(tr("Time &limit on working days"), m_hours, this));
    head->addWidget(m_hours);
    head->addWidget(m_close);
    auto *ground = new QWidget(m_scroll);
    auto *column = new QVBoxLayout(ground);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_rows);
    column->addStretch(1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus); // it shows no focus, and follows that of its rows
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(ground);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_error);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::Large, Metrics::Medium, Metrics::Medium, Metrics::Medium);
    layout->setSpacing(Metrics::Medium);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
}

void HandoverPage::takeKeyboard()
{
    if (m_queue->state() == StoreState::Loading && m_shown.isEmpty()) {
        setFocus(Qt::OtherFocusReason); // until refresh()
        return;
    }
    // As by a shortcut, so that the ring is drawn whatever led here.
    const auto rows = m_rows->findChildren<QWidget *>(u"handover.row"_s);
    const auto row =
        std::ranges::find_if(rows, [](const QWidget *one) { return one->isVisible(); });
    if (row == rows.end()) {
        m_close->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    auto *button = (*row)->findChild<QWidget *>(u"handover.accept"_s);
    if (button == nullptr || !button->isVisible())
        button = (*row)->findChild<QWidget *>(u"handover.open"_s);
    button->setFocus(Qt::ShortcutFocusReason);
}

void HandoverPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closeRequested();
    else
        QWidget::keyPressEvent(event);
}

void HandoverPage::refresh()
{
    emit loadingChanged(m_queue->state() == StoreState::Loading);
    if (m_queue->state() == StoreState::Loading)
        return; // the old picture stays
    if (m_queue->state() == StoreState::Failed) {
        m_error->setError(m_queue->error(), tr("Try again"));
        m_stack->setCurrentWidget(m_error);
    } else {
        showRows(m_queue->entries());
    }
    if (window()->focusWidget() == this)
        takeKeyboard(); // which waited
}

void HandoverPage::showRows(const QList<QueuedHandover> &entries)
{
    m_stack->setCurrentWidget(entries.isEmpty() ? static_cast<QWidget *>(m_empty) : m_scroll);
    const HandoverWords::Ground ground {m_workspace.clock().now(), m_workspace.today(),
        m_workspace.zone(), [this](UserId id) { return m_workspace.userName(id); }};
    QStringList shown;
    for (const QueuedHandover &entry : entries)
        shown << entry.handover.id.toString() + toText(entry.handover.state)
                + HandoverWords::state(entry.handover, ground) + entry.handover.note
                + displayName(entry.prospect) + QString::number(entry.touches);
    const auto rows = m_rows->findChildren<DecisionRow *>();
    const bool isAsking = std::ranges::any_of(
        rows, [](const DecisionRow *row) { return row->isVisible() && row->isAsking(); });
    if (shown == m_shown || isAsking)
        return; // a reason that somebody writes stays
    m_shown = shown;
    const bool hadFocus = m_rows->isAncestorOf(QApplication::focusWidget());
    m_rows->clearRows();
    bool isDecided = false;
    QList<QWidget *> made;
    for (const QueuedHandover &entry : entries) {
        if (entry.handover.state != HandoverState::Offered && !std::exchange(isDecided, true))
            m_rows->addRow(quietLabel(
                tr("Decided in the last %n day(s)", nullptr, HandoverQueue::DecidedDays), m_rows));
        made << rowFor(entry);
        m_rows->addRow(made.last());
    }
    orderTabs(made);
    if (hadFocus)
        takeKeyboard();
}

void HandoverPage::orderTabs(const QList<QWidget *> &rows)
{
    QWidget *last = this;
    const auto follow = [&last](QWidget *next) {
        setTabOrder(last, next);
        last = next;
    };
    for (const QWidget *row : rows) {
        const auto parts = row->findChildren<QWidget *>();
        for (QWidget *part : parts) {
            if ((part->focusPolicy() & Qt::TabFocus) != 0)
                follow(part);
        }
    }
    follow(m_hours);
    follow(m_close);
}

QWidget *HandoverPage::rowFor(const QueuedHandover &entry)
{
    const Handover &handover = entry.handover;
    const QString name = displayName(entry.prospect);
    auto *row = new QWidget(m_rows);
    row->setObjectName(u"handover.row"_s);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    QToolButton *open =
        SectionParts::textButton(u"handover.open"_s, name, tr("%1: show them").arg(name), row);
    open->setFont(strongFont(font()));
    connect(open, &QToolButton::clicked, this,
        [this, id = entry.prospect.id] { emit openRequested(id); });
    layout->addWidget(open, 0, Qt::AlignLeading);
    auto *facts = new QVBoxLayout; // as far in as the name in its button
    facts->setContentsMargins(Metrics::Small, 0, Metrics::Small, Metrics::Small);
    facts->setSpacing(Metrics::Tiny);
    layout->addLayout(facts);
    addHandoverLines(facts, handover, m_workspace);
    if (entry.touches > 0)
        facts->addWidget(quietLabel(tr("With %n touch(es)", nullptr, entry.touches), row));
    if (handover.state != HandoverState::Offered)
        return row;
    auto *decisions =
        new DecisionRow(handover, m_workspace.viewer(), name, DecisionRow::Room::Wide, row);
    connect(decisions, &DecisionRow::accepted, this,
        [this, entry] { HandoverService(m_workspace).accept(entry.prospect, entry.handover); });
    connect(decisions, &DecisionRow::returned, this, [this, entry](const QString &reason) {
        whenRefused(
            m_workspace, this,
            [&] { HandoverService(m_workspace).giveBack(entry.prospect, entry.handover, reason); },
            [this, id = entry.handover.id, reason] { DecisionRow::resume(*m_rows, id, reason); });
    });
    connect(decisions, &DecisionRow::withdrawn, this,
        [this, entry] { HandoverService(m_workspace).withdraw(entry.prospect, entry.handover); });
    connect(decisions, &DecisionRow::left, this, &HandoverPage::refresh); // what came meanwhile
    facts->addWidget(decisions);
    return row;
}
