// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/nextsteps.h"

#include "ui_common/closebutton.h"
#include "ui_common/formatting.h"
#include "ui_common/icons.h"
#include "ui_common/plaintext.h"
#include "ui_common/theme.h"
#include "ui_prospects/sectionparts.h"

#include <QApplication>
#include <QCheckBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

NextSteps::NextSteps(QWidget *parent)
    : QWidget(parent)
    , m_lines(new QWidget(this))
    , m_layout(new QVBoxLayout(m_lines))
    , m_what(new QLineEdit(this))
    , m_day(new QDateEdit(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(Metrics::Tiny);
    m_what->setObjectName(u"step.what"_s);
    m_what->setAccessibleName(tr("Next step"));
    m_what->setPlaceholderText(tr("Next step"));
    m_day->setObjectName(u"step.day"_s);
    m_day->setAccessibleName(tr("Due on"));
    m_day->setCalendarPopup(true);
    m_day->setToolTip(tr("Due on. A letter goes to the next day of that name, Enter adds."));
    m_day->installEventFilter(this);
    auto *add = new QToolButton(this);
    add->setObjectName(u"step.add"_s);
    add->setIcon(Icons::named(u"list-add"_s));
    add->setAccessibleName(tr("Add the next step"));
    add->setToolTip(add->accessibleName());
    add->setAutoRaise(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::Tiny);
    row->addWidget(m_day, 1);
    row->addWidget(add);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(m_lines);
    layout->addWidget(m_what);
    layout->addLayout(row);
    connect(add, &QToolButton::clicked, this, &NextSteps::add);
    connect(m_what, &QLineEdit::returnPressed, this, &NextSteps::add);
}

QDate nextDayNamed(const QString &start, QDate after, const QLocale &locale)
{
    constexpr int weekDays = 7;
    const QString wanted = locale.toLower(start);
    for (int days = 1; days <= weekDays && !wanted.isEmpty(); ++days) {
        const QDate day = after.addDays(days);
        if (locale.toLower(locale.standaloneDayName(day.dayOfWeek())).startsWith(wanted))
            return day;
    }
    return {};
}

QDate dueDay(const FollowUp &step)
{
    return step.snoozedUntil.value_or(step.dueOn);
}

void NextSteps::setSteps(const QList<FollowUp> &steps, QDate today)
{
    QList<FollowUp> open;
    std::ranges::copy_if(
        steps, std::back_inserter(open), [](const FollowUp &step) { return step.doneAt == 0; });
    std::ranges::stable_sort(open, {}, [](const FollowUp &step) { return dueDay(step); });
    if (today != m_today)
        m_day->setDate(today.addDays(1));
    else if (open == m_shown)
        return;
    m_today = today;
    m_shown = open;
    const int focused = focusedLine();
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // one of its buttons may be at work
        delete item;
    }
    QList<QWidget *> lines;
    for (const FollowUp &step : std::as_const(m_shown)) {
        lines << lineFor(step);
        m_layout->addWidget(lines.last());
    }
    m_lines->setVisible(!lines.isEmpty());
    if (focused < 0)
        return;
    if (lines.isEmpty()) {
        m_what->setFocus(Qt::OtherFocusReason);
        return;
    }
    QWidget *next = lines.at(std::min<qsizetype>(focused, lines.size() - 1));
    next->show(); // at once, so that it can take the keyboard
    next->findChild<QCheckBox *>()->setFocus(Qt::OtherFocusReason);
}

int NextSteps::focusedLine() const
{
    const QWidget *now = QApplication::focusWidget();
    for (int i = 0; now != nullptr && i < m_layout->count(); ++i) {
        if (m_layout->itemAt(i)->widget()->isAncestorOf(now))
            return i;
    }
    return -1;
}

QWidget *NextSteps::lineFor(const FollowUp &step)
{
    auto *line = new QWidget(m_lines);
    auto *done = new QCheckBox(line);
    done->setObjectName(u"step.done"_s);
    done->setAccessibleName(tr("Done: %1").arg(step.what));
    done->setToolTip(plainTip(done->accessibleName()));
    connect(done, &QCheckBox::toggled, this, [this, step](bool on) {
        if (on)
            emit completed(step);
    });

    QLabel *what = SectionParts::words(step.what, line);
    auto *when = new QToolButton(line);
    const QString day = Formatting::relativeDay(dueDay(step), m_today);
    const bool late = dueDay(step) < m_today;
    when->setText(late ? tr("Late: %1").arg(day) : day);
    when->setAccessibleName(tr("%1, snooze “%2”").arg(when->text(), step.what));
    when->setToolTip(tr("Snooze"));
    when->setAutoRaise(true);
    when->setPopupMode(QToolButton::InstantPopup);
    QPalette ink = when->palette();
    ink.setColor(QPalette::ButtonText,
        colour(late ? ColourRole::DangerText : ColourRole::QuietText, palette()));
    when->setPalette(ink);
    auto *menu = new QMenu(when);
    const auto offer = [this, menu, step](const QString &text, int days) {
        connect(menu->addAction(text), &QAction::triggered, this,
            [this, step, until = m_today.addDays(days)] { emit snoozed(step, until); });
    };
    offer(tr("&Tomorrow"), 1);
    offer(tr("In three &days"), 3);
    offer(tr("In a &week"), 7);
    offer(tr("In a &month"), 30);
    when->setMenu(menu);
    auto *remove = new CloseButton(tr("Delete “%1”").arg(step.what), line);
    connect(remove, &CloseButton::clicked, this, [this, step] { emit removed(step); });

    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(what);
    words->addWidget(when, 0, Qt::AlignLeading);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(done, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    layout->addWidget(remove, 0, Qt::AlignTop);
    return line;
}

void NextSteps::startAdding()
{
    m_what->setFocus(Qt::ShortcutFocusReason);
}

QString NextSteps::draft() const
{
    return m_what->text();
}

QDate NextSteps::draftDay() const
{
    return m_day->date();
}

void NextSteps::setDraft(const QString &what, QDate day)
{
    m_what->setText(what);
    m_letter.clear();
    m_day->setDate(day.isValid() ? day : m_today.addDays(1));
}

bool NextSteps::goToDay(const QString &letter)
{
    // Where months are written as words, letters are for them.
    if (letter.size() != 1 || !letter.front().isLetter()
        || m_day->displayFormat().contains("MMM"_L1))
        return false;
    // The same letter again goes on from where it led.
    const QDate from = letter == m_letter ? m_day->date() : m_today;
    const QDate day = nextDayNamed(letter, from, locale());
    if (!day.isValid())
        return false;
    m_day->setDate(day);
    m_letter = letter;
    return true;
}

bool NextSteps::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_day && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(
            event); // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast)
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            m_day->interpretText(); // a year that is half written
            add();
            return true;
        }
        const bool isPlain = (key->modifiers() & ~Qt::ShiftModifier) == Qt::NoModifier;
        if (isPlain && goToDay(locale().toLower(key->text())))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

void NextSteps::add()
{
    const QString what = m_what->text().trimmed();
    if (what.isEmpty()) {
        m_what->setFocus();
        return;
    }
    const QDate day = m_day->date();
    setDraft({}); // not clear(), which its own undo would bring back
    m_what->setFocus(Qt::OtherFocusReason);
    emit added(day, what);
}
