// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/workspace.h"

#include "base/clock.h"
#include "base/moment.h"
#include "base/whenready.h"
#include "session/changefeed.h"
#include "session/conversationservice.h"
#include "session/dueposts.h"
#include "session/editcommand.h"
#include "session/guardrailservice.h"
#include "session/importservice.h"
#include "session/mediastore.h"
#include "session/pipelinecolumns.h"
#include "session/plansets.h"
#include "session/postreviewstore.h"
#include "session/poststore.h"
#include "session/profilestore.h"
#include "session/prospectservice.h"
#include "session/recordservice.h"
#include "session/sample.h"
#include "session/seriesservice.h"
#include "session/snapshot.h"
#include "session/spellservice.h"
#include "session/stagestore.h"
#include "session/teamsets.h"
#include "storage/database.h"
#include "storage/plantable.h"
#include "storage/rowspec.h"
#include "storage/salestable.h"
#include "storage/settingtable.h"
#include "storage/stagetable.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QSet>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
const SystemClock &systemClock()
{
    static const SystemClock clock;
    return clock;
}

Result<Viewer> viewerNamed(const QList<User> &users, const QString &login)
{
    if (users.isEmpty())
        return fail(Error::Code::Corrupt,
            QCoreApplication::translate("Workspace", "This workspace has no members."));
    if (login.isEmpty())
        return Viewer {users.first().id, users.first().role};
    const auto found = std::ranges::find(users, login, &User::login);
    if (found == users.end())
        return fail(Error::Code::Rejected,
            QCoreApplication::translate("Workspace", "There is no member “%1” in this workspace.")
                .arg(login));
    return Viewer {found->id, found->role};
}

/// Puts what was read in its place; the first error goes on.
template<typename T>
Result<> take(Result<T> read, T &target)
{
    if (!read)
        return tl::unexpected(read.error());
    target = std::move(*read);
    return {};
}

Result<Workspace::Snapshot> readSnapshot(Connection &connection)
{
    Workspace::Snapshot snapshot;
    PipelineValues pipeline;
    const auto byId = u"ORDER BY id"_s;
    const auto read =
        take(SettingTable::all(connection), snapshot.settings)
            .and_then([&] { return take(StageTable::pipeline(connection), pipeline); })
            .and_then([&] { return take(selectRows<User>(connection, byId), snapshot.users); })
            .and_then([&] { return take(PlanTable::sets(connection), snapshot.plan); })
            .and_then([&] { return take(ChangeTable::cursor(connection), snapshot.cursor); });
    if (!read)
        return tl::unexpected(read.error());
    snapshot.stages = std::move(pipeline.stages);
    snapshot.pipelineVersions = std::move(pipeline.versions);
    return snapshot;
}

Result<Workspace::Snapshot> load(const QString &location, Database::Mode mode,
    const Workspace::CreateOptions &options, const Clock &clock, const QString &asUser)
{
    const auto place = parseLocation(location);
    if (!place)
        return tl::unexpected(place.error());
    if (!options.zone.isEmpty() && !QTimeZone(options.zone).isValid())
        return fail(Error::Code::Rejected,
            QCoreApplication::translate("Workspace", "There is no time zone “%1”.")
                .arg(QString::fromUtf8(options.zone)));
    auto database = Database::open(*place, mode, clock);
    if (!database)
        return tl::unexpected(database.error());
    if (mode == Database::Mode::Create) {
        const auto filled = (*database)
                                ->write([&options](Transaction &transaction) -> Result<> {
                                    if (auto done = Sample::writeBasics(transaction, options.zone);
                                        !done || !options.sample)
                                        return done;
                                    const QByteArray zone = options.zone.isEmpty()
                                        ? QTimeZone::systemTimeZoneId()
                                        : options.zone;
                                    return Sample::write(transaction, QTimeZone(zone));
                                })
                                .result();
        if (!filled) {
            database->reset();
            if (place->backend == Location::Backend::Sqlite)
                QFile::remove(place->file); // nothing half made is left
            return tl::unexpected(filled.error());
        }
    }
    auto snapshot = (*database)->read(readSnapshot).result();
    if (!snapshot)
        return snapshot;
    const auto viewer = viewerNamed(snapshot->users, asUser);
    if (!viewer)
        return tl::unexpected(viewer.error());
    (*database)->setViewer(*viewer);
    // Now that it is known who reads: saved filters are the team's and one's own.
    auto team = (*database)->read(&SalesTable::sets).result();
    if (!team)
        return tl::unexpected(team.error());
    snapshot->team = std::move(*team);
    snapshot->viewer = *viewer;
    snapshot->location = location;
    snapshot->displayName = place->displayName();
    snapshot->database = *database;
    return snapshot;
}

} // namespace

Workspace::Workspace(Snapshot &&snapshot, const Clock &clock)
    : m_clock(clock)
    , m_location(snapshot.location)
    , m_displayName(snapshot.settings.value(u"name"_s, snapshot.displayName))
    , m_zone(snapshot.settings.value(u"zone"_s).toUtf8())
    , m_viewer(snapshot.viewer)
    , m_users(snapshot.users)
    , m_database(snapshot.database)
    , m_ids(clock, m_database->node())
{
    if (!m_zone.isValid())
        m_zone = QTimeZone::utc();
    m_feed = new ChangeFeed(m_database, snapshot.cursor, this);
    m_stages = new StageStore(*this, snapshot, this); // before what follows it
    m_plan = new PlanSets(*this, snapshot, this);
    m_team = new TeamSets(*this, snapshot, this);
    m_media = new MediaStore(*this, this);
    m_posts = new PostStore(*this, this);
    m_review = new PostReviewStore(*this, this);
    m_due = new DuePosts(*this, this);
    m_series = new SeriesService(*this, this);
    m_profiles = new ProfileStore(*this, this);
    m_prospects = new ProspectService(*this, this);
    m_records = new RecordService(*this, this);
    m_conversations = new ConversationService(*this, this);
    m_pipeline = new PipelineColumns(*this, this);
    m_guardrails = new GuardrailService(*this, this);
    m_imports = new ImportService(*this, this);
    connect(m_feed, &ChangeFeed::changed, this, &Workspace::changed);
}

SpellService &Workspace::spelling()
{
    if (!m_spelling) {
        m_spelling = new SpellService(dictionaryFolders(), this);
        const auto follow = [this] { m_spelling->setTeamWords(m_plan->dictionaryWords()); };
        connect(m_plan, &PlanSets::changed, m_spelling, follow);
        follow();
    }
    return *m_spelling;
}

const QList<Stage> &Workspace::stages() const
{
    return m_stages->stages();
}

QString Workspace::settingsKey(const QString &location)
{
    const QByteArray digest =
        QCryptographicHash::hash(location.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(digest.toHex().left(16));
}

Workspace::~Workspace()
{
    // Imports and what takes in media use the ids and the database, so they end first; then nothing may call the feed any more.
    delete m_imports;
    delete m_media;
    m_database->onCommitted({});
    delete m_feed;
    m_undoStack.clear();
}

void Workspace::open(const QString &location, QObject *context, Ready ready, const QString &asUser)
{
    auto loading = QtConcurrent::run([location, asUser] {
        return load(location, Database::Mode::Open, {}, systemClock(), asUser);
    });
    whenReady(loading, context, [ready = std::move(ready)](Result<Snapshot> snapshot) {
        if (!snapshot)
            ready(tl::unexpected(snapshot.error()));
        else
            ready(std::shared_ptr<Workspace>(new Workspace(std::move(*snapshot), systemClock())));
    });
}

void Workspace::create(
    const QString &location, const CreateOptions &options, QObject *context, Ready ready)
{
    auto loading = QtConcurrent::run([location, options] {
        return load(location, Database::Mode::Create, options, systemClock(), {});
    });
    whenReady(loading, context, [ready = std::move(ready)](Result<Snapshot> snapshot) {
        if (!snapshot)
            ready(tl::unexpected(snapshot.error()));
        else
            ready(std::shared_ptr<Workspace>(new Workspace(std::move(*snapshot), systemClock())));
    });
}

Result<std::shared_ptr<Workspace>> Workspace::openNow(
    const QString &location, const Clock &clock, const QString &asUser)
{
    auto snapshot = load(location, Database::Mode::Open, {}, clock, asUser);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    return std::shared_ptr<Workspace>(new Workspace(std::move(*snapshot), clock));
}

Result<std::shared_ptr<Workspace>> Workspace::createNow(
    const QString &location, const CreateOptions &options, const Clock &clock)
{
    auto snapshot = load(location, Database::Mode::Create, options, clock, {});
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    return std::shared_ptr<Workspace>(new Workspace(std::move(*snapshot), clock));
}

QDate Workspace::today() const
{
    return localDay(m_clock.now(), m_zone);
}

QString Workspace::userName(UserId id) const
{
    const auto found = std::ranges::find(m_users, id, &User::id);
    return found == m_users.end() ? QString() : found->name;
}

void Workspace::commit(const QList<RowEdit> &edits, const QString &text, int mergeKey,
    const QString &said, const Along &along, const std::function<void()> &written)
{
    // Several posts may bring the same new row with them: it is made, and taken back, once.
    QSet<std::pair<QString, qint64>> made;
    RowEdits real;
    for (const RowEdit &edit : edits) {
        const std::pair row(edit.table, edit.id);
        if (edit.isEmpty() || (edit.op == RowEdit::Op::Insert && made.contains(row)))
            continue;
        if (edit.op == RowEdit::Op::Insert)
            made.insert(row);
        real.append(edit);
    }
    if (real.isEmpty())
        return;
    const auto finish = [this, real, text, mergeKey, said, written](const Result<> &done) {
        if (!done)
            return;
        m_undoStack.push(new EditCommand(*this, real, text, mergeKey));
        if (!said.isEmpty())
            emit notice({Notice::Severity::Info, said, {}, true});
        if (written)
            written();
    };
    apply(real, finish, along);
}

void Workspace::apply(
    const QList<RowEdit> &edits, std::function<void(const Result<> &)> done, const Along &along)
{
    if (m_writing++ == 0)
        emit busyChanged(true);
    emit edited(edits);
    auto written = m_database->write([edits, along](Transaction &transaction) {
        const auto applied = applyEdits(transaction, edits);
        return applied && along ? along(transaction) : applied;
    });
    whenReady(written, this, [this, edits, done = std::move(done)](const Result<> &result) {
        --m_writing;
        if (!result) {
            emit edited(inverted(edits));
            emit refused(edits);
            for (const RowEdit &edit : edits)
                m_doubtful.rows[edit.table].insert(edit.id);
            emit notice(Notice::error(result.error()));
        }
        if (done)
            done(result);
        if (m_writing == 0) {
            emit busyChanged(false);
            emit settled();
            // After a failed write what is shown may have been built on it, so it is read again.
            if (!m_doubtful.isEmpty())
                emit changed(std::exchange(m_doubtful, {}));
        }
    });
}
