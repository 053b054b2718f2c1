// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// pushbench [--server] [PROSPECTS or LOCATION]…
// Prints what prospects, threads and the search cost in workspaces of so many prospects, or in one that is there already: milliseconds as the window asks, and
// beside them the barest SQL for the same rows on the same data in the same run, through SQLite's C API or a plain connection to the server. Run by
// with_postgres it measures a server as well.
#include "barestore.h"
#include "benchworkspace.h"
#include "domain/prospectquery.h"
#include "measure.h"
#include "session/prospectlist.h"
#include "session/workloadwords.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/prospecttable.h"
#include "storage/searchtable.h"
#include "storage/visible.h"

#include <QCoreApplication>
#include <QEventLoop>

using namespace Qt::StringLiterals;

namespace {
constexpr int Runs = 15;
constexpr int Hits = 50;
constexpr int PageRows = 100;

void printRows(const QString &what, qsizetype rows, double milliseconds, double raw)
{
    printBeside(what.leftJustified(44) + QString::number(rows).rightJustified(5) + " rows"_L1,
        milliseconds, raw);
}

/// Times a \a job of the database as the window waits for it; \a sizeOf counts what came.
template<typename Job, typename Size>
void measureRead(
    Workspace &workspace, const QString &what, double raw, const Job &job, const Size &sizeOf)
{
    qsizetype rows = -1;
    const double time = median(Runs, [&] {
        const auto result = workspace.database()->read(job).result();
        rows = result ? sizeOf(*result) : -1;
    });
    printRows(what, rows, time, raw);
}

qint64 numberOf(Workspace &workspace, const QString &sql)
{
    const auto found =
        workspace.database()->read([sql](Connection &c) { return c.number(sql); }).result();
    return found ? found->value_or(0) : 0;
}

void measureLists(Workspace &workspace, BareStore &bare)
{
    const QString columns =
        u"SELECT p.id, p.name, p.first_name, p.last_name, c.name, p.stage_id, p.source, p.owner_id, p.last_activity_at FROM prospect p LEFT JOIN company c ON c.id = p.company_id WHERE p.deleted_at IS NULL AND p.private_to_id IS NULL AND p.erased_at = 0 AND "_s;
    const QString order = u" ORDER BY p.last_activity_at DESC, p.id DESC LIMIT %1"_s.arg(PageRows);
    ProspectQuery query;
    query.sort = ProspectQuery::Sort::LastActivity;
    query.descending = true;
    query.stages = {workspace.stages().value(1).id};
    measureRead(
        workspace, u"first page of a stage, last activity"_s,
        bare.time(columns + "p.stage_id = "_L1 + query.stages.first().toString() + order),
        [query](Connection &c) { return ProspectTable::firstPage(c, query, PageRows); },
        [](const QList<ProspectRow> &rows) { return rows.size(); });

    query.stages.clear();
    ProspectList list(workspace, nullptr);
    QEventLoop loop;
    const auto streamed = QObject::connect(&list, &Store::changed, &loop, [&] {
        if (list.state() != StoreState::Loading && !list.isStreaming())
            loop.quit();
    });
    list.setQuery(query);
    loop.exec();
    QObject::disconnect(streamed);
    const int half = list.size() / 2;
    constexpr int Jump = 3 * ProspectList::PageSize; // to a page that was not read yet
    if (half <= (Runs + 2) * Jump)
        return;
    // Each time to a page that nobody read yet, as the list's own jumps are: what a server has read already it answers ten times as fast.
    QStringList places;
    for (int back = 1; back <= Runs + 1; ++back) {
        const ProspectId there = list.idAt(half - back * Jump);
        const qint64 activity = numberOf(
            workspace, "SELECT last_activity_at FROM prospect WHERE id = "_L1 + there.toString());
        places << columns
                + u"(p.last_activity_at, p.id) <= (%1, %2)"_s.arg(activity).arg(there.value())
                + order;
    }
    const double raw = median(Runs, [&] { (void)bare.run({places.takeFirst()}); });
    QObject::connect(&list, &ProspectList::rowsLoaded, &loop, &QEventLoop::quit);
    int index = half;
    const double time = median(Runs, [&] {
        index += Jump;
        if (!list.rowAt(index))
            loop.exec();
    });
    printRows(u"jump to row %1 of the list"_s.arg(half), ProspectList::PageSize, time, raw);
}

void measureThread(Workspace &workspace, BareStore &bare)
{
    const ConversationId longest(numberOf(workspace,
        u"SELECT conversation_id FROM message GROUP BY conversation_id ORDER BY count(*) DESC LIMIT 1"_s));
    measureRead(
        workspace, u"newest %1 of the longest conversation"_s.arg(PageRows),
        bare.time(u"SELECT * FROM message WHERE conversation_id = %1 ORDER BY id DESC LIMIT %2"_s
                      .arg(longest.value())
                      .arg(PageRows)),
        [longest](Connection &c) { return Visible::messages(c, longest, {}, PageRows); },
        [](const QList<Message> &messages) { return messages.size(); });
}

/// A table of words, and the rows that it finds.
struct Searched
{
    QLatin1StringView words;
    QLatin1StringView rows;
    QLatin1StringView columns; ///< of the rows, called r
};
constexpr Searched Messages {"message_search"_L1, "message"_L1, "r.id, r.sent_at, r.body"_L1};
constexpr Searched Names {"name_part"_L1, "prospect"_L1, "r.id, r.name"_L1};

/// That a row of message_search, called f, has each word of \a text, or one that begins so.
QString wordsMatch(const BareStore &bare, const QString &text)
{
    QStringList terms;
    const QStringList words = text.split(u' ');
    for (const QString &word : words)
        terms << (bare.isFile() ? u"\"%1\"*"_s : u"%1:*"_s).arg(word);
    return bare.isFile() ? u"f.message_search MATCH '%1'"_s.arg(terms.join(u' '))
                         : u"f.words @@ CAST('%1' AS tsquery)"_s.arg(terms.join(" & "_L1));
}

/// The ways to the newest hits. A server has two: through the newest rows until there are enough, which suits what is common, or all from
/// the index ("+ 0" hides the key), which suits what is rare; its planner knows neither.
QStringList bareSearches(const BareStore &bare, const QString &condition, const Searched &what)
{
    const auto from = [&](const QString &source, const QString &where) {
        return "SELECT "_L1 + what.columns + " FROM "_L1 + source + " f CROSS JOIN "_L1 + what.rows
            + " r WHERE "_L1 + where + u"r.id = f.rowid ORDER BY f.rowid DESC LIMIT %1"_s.arg(Hits);
    };
    QStringList ways {from(what.words, condition + " AND "_L1)};
    if (!bare.isFile())
        ways << from("(SELECT f.rowid + 0 AS rowid FROM "_L1 + what.words + " f WHERE "_L1
                + condition + u" ORDER BY 1 DESC LIMIT %1)"_s.arg(Hits),
            {});
    return ways;
}

void measureSearch(Workspace &workspace, BareStore &bare)
{
    const WorkloadWords words(1);
    const QString common = words.word(WorkloadWords::CommonRank);
    const QString middle = words.word(WorkloadWords::MiddleRank);
    const QString rare = words.word(WorkloadWords::RareRank);
    const QString name = words.word(WorkloadWords::Vocabulary / 2);
    const auto count = [](const SearchPage &page) { return page.hits.size(); };
    const auto messages = [&](const QString &what, const QString &text) {
        measureRead(
            workspace, u"messages with %1"_s.arg(what),
            bare.timeOfFastest(bareSearches(bare, wordsMatch(bare, text), Messages)),
            [text](Connection &c) { return SearchTable::find(c, SearchKind::Message, text, Hits); },
            count);
    };
    messages(u"a rare word"_s, rare);
    messages(u"a common word"_s, common);
    messages(u"two words"_s, common + u' ' + middle);
    messages(u"a rare and a common word"_s, common + u' ' + rare);
    messages(u"a beginning"_s, rare.left(4));
    const QString part = name.mid(1, 5);
    measureRead(
        workspace, u"prospects by a part of a name"_s,
        bare.timeOfFastest(bareSearches(bare, u"f.name LIKE '%%1%'"_s.arg(part), Names)),
        [part](Connection &c) { return SearchTable::find(c, SearchKind::Prospect, part, Hits); },
        count);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const BenchWorkspaces workspaces(QCoreApplication::arguments().mid(1));
    const bool isDone = workspaces.measureAll(true, [](Workspace &workspace, BareStore &bare) {
        measureLists(workspace, bare);
        measureThread(workspace, bare);
        measureSearch(workspace, bare);
    });
    return isDone ? 0 : 1;
}
