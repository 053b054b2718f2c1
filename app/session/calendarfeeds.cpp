// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/calendarfeeds.h"

#include "base/clock.h"
#include "session/workspace.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
QString groupOf(const Workspace &workspace)
{
    return "calendarFeeds/"_L1 + Workspace::settingsKey(workspace.location());
}
} // namespace

CalendarFeeds::CalendarFeeds(
    Workspace &workspace, std::unique_ptr<QSettings> settings, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_settings(std::move(settings))
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(RestMs);
    connect(&m_rest, &QTimer::timeout, this, &CalendarFeeds::write);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (changes.touchesAny({u"post", u"variant", u"post_label", u"post_media", u"media",
                u"channel", u"campaign", u"pillar", u"label"}))
            m_rest.start();
    });
    read();
    if (!m_feeds.isEmpty())
        m_rest.start(); // somebody else may have changed the plan meanwhile
}

CalendarFeeds::~CalendarFeeds() = default;

void CalendarFeeds::read()
{
    const int size = m_settings->beginReadArray(groupOf(m_workspace));
    for (int i = 0; i < size; ++i) {
        m_settings->setArrayIndex(i);
        CalendarFeed feed;
        feed.path = m_settings->value(u"path"_s).toString();
        feed.channel = m_settings->value(u"channel"_s).toString();
        const QStringList words = m_settings->value(u"statuses"_s).toStringList();
        for (const QString &word : words) {
            if (const auto status = fromText<PostStatus>(word))
                feed.statuses << *status;
        }
        if (!feed.path.isEmpty())
            m_feeds << feed;
    }
    m_settings->endArray();
}

void CalendarFeeds::save()
{
    m_settings->remove(groupOf(m_workspace));
    m_settings->beginWriteArray(groupOf(m_workspace), int(m_feeds.size()));
    for (int i = 0; i < int(m_feeds.size()); ++i) {
        const CalendarFeed &feed = m_feeds.at(i);
        QStringList words;
        for (const PostStatus status : feed.statuses)
            words << toText(status);
        m_settings->setArrayIndex(i);
        m_settings->setValue(u"path"_s, feed.path);
        m_settings->setValue(u"channel"_s, feed.channel);
        m_settings->setValue(u"statuses"_s, words);
    }
    m_settings->endArray();
    emit changed();
}

void CalendarFeeds::keep(CalendarFeed feed)
{
    feed.path = QFileInfo(feed.path).absoluteFilePath();
    erase_if(m_feeds, [&feed](const CalendarFeed &other) { return other.path == feed.path; });
    m_feeds << feed;
    save();
    if (!m_waiting.mid(m_writing ? 1 : 0).contains(feed.path))
        m_waiting << feed.path;
    writeNext();
}

void CalendarFeeds::stop(const QString &path)
{
    if (erase_if(m_feeds, [&path](const CalendarFeed &feed) { return feed.path == path; }) > 0)
        save();
}

PlanExportOptions CalendarFeeds::optionsOf(const CalendarFeed &feed)
{
    PlanExportOptions options;
    options.format = PlanExportFormat::Calendar;
    options.channel = feed.channel;
    options.statuses = feed.statuses;
    return options;
}

void CalendarFeeds::flush()
{
    if (!m_rest.isActive() && m_waiting.isEmpty())
        return;
    m_rest.stop();
    m_waiting.clear();
    // Nobody is there any more to be told: a failure shows when the workspace is opened again.
    for (const CalendarFeed &feed : std::as_const(m_feeds))
        PlanExport::run(m_workspace, feed.path, optionsOf(feed), this, [](const auto &) {});
}

void CalendarFeeds::write()
{
    // The one that is being written now has read the plan before this change.
    for (const CalendarFeed &feed : std::as_const(m_feeds)) {
        if (!m_waiting.mid(m_writing ? 1 : 0).contains(feed.path))
            m_waiting << feed.path;
    }
    writeNext();
}

void CalendarFeeds::writeNext()
{
    while (!m_writing && !m_waiting.isEmpty()) {
        const QString path = m_waiting.constFirst();
        const auto feed = std::ranges::find(m_feeds, path, &CalendarFeed::path);
        if (feed == m_feeds.end()) { // it was stopped meanwhile
            m_waiting.removeFirst();
            continue;
        }
        m_writing = true;
        PlanExport::run(m_workspace, path, optionsOf(*feed), this,
            [this, path](const Result<PlanExportReport> &report) { onWritten(path, report); });
    }
}

void CalendarFeeds::onWritten(const QString &path, const Result<PlanExportReport> &report)
{
    m_writing = false;
    m_waiting.removeOne(path);
    const auto feed = std::ranges::find(m_feeds, path, &CalendarFeed::path);
    if (feed != m_feeds.end()) {
        const bool isNews = !report && feed->problem.isEmpty();
        feed->problem = report ? QString() : report.error().message;
        if (report)
            feed->writtenAt = m_workspace.clock().now();
        if (isNews)
            emit m_workspace.notice({Notice::Severity::Warning,
                tr("The calendar file “%1” could not be brought up to date and is as it was. It is "
                   "tried again with the next change.")
                    .arg(QFileInfo(path).fileName()),
                report.error().message});
        emit changed();
    }
    writeNext();
}
