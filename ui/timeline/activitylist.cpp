// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/activitylist.h"

#include "ui_common/formatting.h"
#include "ui_common/theme.h"
#include "ui_timeline/rowlist.h"
#include "ui_timeline/tile.h"

#include <QDateTime>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

ActivityWords activityWords()
{
    return {statusName, [](QDate day) { return Formatting::dayMonth(day); },
        [](QTime time) { return Formatting::time(time); }};
}

ActivityList::ActivityList(QWidget *parent)
    : QWidget(parent)
    , m_rows(new RowList(this))
    , m_hint(quietLabel({}, this))
    , m_button(new QPushButton(this))
{
    setAccessibleName(tr("Activity, newest first"));
    m_rows->setObjectName(u"activity"_s);
    m_hint->setObjectName(u"activityHint"_s);
    m_hint->setWordWrap(true);
    m_button->setObjectName(u"activityMore"_s);
    m_button->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Small);
    layout->addWidget(m_hint);
    layout->addWidget(m_rows);
    layout->addWidget(m_button, 0, Qt::AlignLeading);
    layout->addStretch();
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_failed)
            emit retryRequested();
        else
            emit moreRequested();
    });
}

void ActivityList::setContext(const ReviewContext &context)
{
    m_context = context;
    m_isFilled = false;
}

void ActivityList::say(const QString &text, const QString &buttonText)
{
    m_hint->setText(text);
    m_hint->setVisible(!text.isEmpty());
    m_button->setText(buttonText);
    m_button->setVisible(!buttonText.isEmpty());
}

void ActivityList::setLoading()
{
    m_failed = false;
    setEntries({}, false);
    say(tr("Reading what happened…"), {});
}

void ActivityList::setError(const QString &message)
{
    m_failed = true;
    say(message, tr("Try again"));
}

void ActivityList::setEntries(const QList<ActivityEntry> &entries, bool hasMore)
{
    m_failed = false;
    if (!m_isFilled || entries != m_entries) {
        m_isFilled = true;
        m_entries = entries;
        m_rows->clearRows();
        for (const ActivityEntry &entry : entries)
            m_rows->addRow(makeRow(entry));
        m_rows->setVisible(!entries.isEmpty());
    }
    say(entries.isEmpty() ? tr("What happens to this post from now on is listed here.") : QString(),
        hasMore ? tr("Show what was before") : QString());
    updateGeometry();
}

QWidget *ActivityList::makeRow(const ActivityEntry &entry)
{
    auto *row = new QWidget(m_rows);
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(entry.at, m_context.zone);
    const QString who = m_context.nameOf(entry.who);
    const QStringList parts {
        who.isEmpty() ? tr("The program") : who, Formatting::dateTime(at, m_context.today)};
    auto *head = quietLabel(parts.join(u" · "_s), row);
    auto *words = new QLabel(entry.sentences.join(u'\n'), row);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(words);
    return row;
}

void ActivityList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    emit shownChanged(true);
}

void ActivityList::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    emit shownChanged(false);
}
