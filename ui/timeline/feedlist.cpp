// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/feedlist.h"

#include "ui_common/elidedlabel.h"
#include "ui_common/formatting.h"
#include "ui_common/theme.h"
#include "ui_timeline/tile.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

FeedList::FeedList(CalendarFeeds &feeds, QHash<QString, QString> channelNames,
    const QTimeZone &zone, QWidget *parent)
    : QWidget(parent)
    , m_feeds(feeds)
    , m_channelNames(std::move(channelNames))
    , m_zone(zone)
    , m_empty(quietLabel(tr("None yet. Export a calendar and choose to keep it up to date: other "
                            "programs that read the file then follow the plan."),
          this))
    , m_lines(new QVBoxLayout(this))
{
    m_empty->setObjectName(u"noFeeds"_s);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(Metrics::Small);
    m_lines->addWidget(headingLabel(tr("Calendar files that are kept up to date"), this));
    m_lines->addWidget(m_empty);
    connect(&feeds, &CalendarFeeds::changed, this, &FeedList::refresh);
    refresh();
}

void FeedList::refresh()
{
    for (QWidget *row : std::as_const(m_rows)) {
        row->hide(); // its button may have led here
        row->deleteLater();
    }
    m_rows.clear();
    const QList<CalendarFeed> &feeds = m_feeds.feeds();
    m_empty->setVisible(feeds.isEmpty());
    for (int i = 0; i < int(feeds.size()); ++i) {
        m_rows << rowOf(feeds.at(i), i);
        m_lines->addWidget(m_rows.constLast());
    }
}

QWidget *FeedList::rowOf(const CalendarFeed &feed, int index)
{
    auto *row = new QWidget(this);
    row->setObjectName(u"feed%1"_s.arg(index));
    auto *name = new ElidedLabel(QDir::toNativeSeparators(feed.path), row);
    name->setElideMode(Qt::ElideMiddle);
    name->setFont(strongFont(name->font()));
    auto *state = new QLabel(about(feed), row);
    state->setObjectName(u"feedState%1"_s.arg(index));
    state->setTextFormat(Qt::PlainText);
    state->setWordWrap(true);
    if (feed.problem.isEmpty())
        makeQuiet(state);
    else
        state->setForegroundRole(QPalette::BrightText); // our palette's red
    auto *stop = new QPushButton(tr("Stop"), row);
    stop->setObjectName(u"stopFeed%1"_s.arg(index));
    stop->setAutoDefault(false);
    stop->setAccessibleName(tr("Stop keeping %1 up to date").arg(QFileInfo(feed.path).fileName()));
    stop->setToolTip(tr("The file stays as it is, and no longer follows the plan."));
    connect(stop, &QPushButton::clicked, this, [this, path = feed.path] { m_feeds.stop(path); });
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(name);
    words->addWidget(state);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(words, 1);
    layout->addWidget(stop, 0, Qt::AlignTop);
    return row;
}

QString FeedList::about(const CalendarFeed &feed) const
{
    QStringList parts {feed.channel.isEmpty() ? tr("all channels")
                                              : m_channelNames.value(feed.channel, feed.channel)};
    QStringList statuses;
    for (const PostStatus status : feed.statuses)
        statuses << statusName(status);
    if (!statuses.isEmpty())
        parts << statuses.join(u", "_s);
    if (!feed.problem.isEmpty())
        parts << feed.problem;
    else if (feed.writtenAt != 0)
        parts << tr("written at %1")
                     .arg(Formatting::time(
                         QDateTime::fromMSecsSinceEpoch(feed.writtenAt, m_zone).time()));
    return parts.join(u" · "_s);
}
