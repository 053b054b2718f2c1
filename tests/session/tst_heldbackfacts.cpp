// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "domain/post.h"
#include "report/reports.h"
#include "session/chartfactsreader.h"
#include "storage/prospecttable.h"
#include "test_support/circlebackends.h"
#include "test_support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <iterator>

using namespace Qt::StringLiterals;
using namespace CircleFixture;

namespace {
constexpr qint64 SecondMs = 1000;

const QTimeZone &zone()
{
    static const QTimeZone berlin("Europe/Berlin");
    return berlin;
}

Message said(qint64 id, ConversationId in, Direction direction, Medium medium, qint64 seconds)
{
    Message message;
    message.id = MessageId(id);
    message.conversation = in;
    message.direction = direction;
    message.medium = medium;
    message.sentAt = {At + seconds * SecondMs, Precision::Exact};
    message.body = canary();
    return message;
}

/// Ann lost both people and had them back, offered them something and offered them to sales, who returned them; both saw her post.
RowEdits deedsWith(ProspectId id)
{
    const qint64 n = id.value() * 1000 + 100;
    Move lost;
    lost.id = MoveId(n + 1);
    lost.prospect = id;
    lost.from = StageId(1);
    lost.to = StageId(8);
    lost.at = {At - DayMs, Precision::Exact};
    lost.by = ann.id;
    lost.reason = canary();
    lost.lostReason = LostReasonId(id == Open ? 1 : 2);
    Offer offer;
    offer.id = OfferId(n + 2);
    offer.prospect = id;
    offer.valueMinor = id.value();
    offer.currency = u"EUR"_s;
    offer.madeAt = {At, Precision::Exact};
    Touch touch;
    touch.id = TouchId(n + 3);
    touch.prospect = id;
    touch.kind = TouchKind::Reacted;
    touch.post = PostId(1);
    touch.at = {At - 2 * DayMs, Precision::Exact};
    Handover returned;
    returned.id = HandoverId(n + 4);
    returned.prospect = id;
    returned.offeredTo = bob.id;
    returned.offeredAt = At - DayMs;
    returned.state = HandoverState::Returned;
    returned.decidedBy = bob.id;
    returned.decidedAt = At;
    returned.reason = u"not yet, says "_s + id.toString();
    return {insertion(lost), insertion(offer), insertion(touch), insertion(returned)};
}

/// In each chat Ann wrote a second before what they said, and mailed some seconds later.
RowEdits wordsIn(ConversationId id)
{
    const qint64 n = id.value() * 1000;
    return {insertion(said(n + 101, id, Direction::Ours, Medium::DirectMessage, id.value() - 1)),
        insertion(said(n + 102, id, Direction::Ours, Medium::Email, id.value() + 5))};
}

Result<> fillMore(Transaction &transaction)
{
    Post post;
    post.id = PostId(1);
    post.title = u"Launch"_s;
    RowEdits edits {insertion(post)};
    edits << deedsWith(Open) << deedsWith(Secret);
    for (const ConversationId id : {PrivateChat, SharedChat, TeamChat, SecretTeamChat})
        edits << wordsIn(id);
    // The more private, the later was the last word.
    edits << insertion(said(10'103, PrivateChat, Direction::Theirs, Medium::DirectMessage, 20));
    edits << insertion(said(11'103, SharedChat, Direction::Theirs, Medium::DirectMessage, 18));
    return applyEdits(transaction, edits);
}

qint64 secondsOf(qint64 ms)
{
    return (ms - At) / SecondMs;
}

QString touchesTold(const TouchFacts &facts)
{
    QStringList told;
    for (const TouchFacts::Row &row : facts.rows)
        told << u"%1 %2"_s.arg(row.prospect.toString(), facts.posts.value(row.post).name);
    return told.join(u", "_s);
}

QString contactsTold(const LastContacts &facts)
{
    QStringList told;
    for (const LastContacts::Row &row : facts.rows)
        told << u"%1 at %2"_s.arg(row.prospect.toString()).arg(secondsOf(row.at.ms));
    return told.join(u", "_s);
}

QString dealsTold(const DealFacts &facts)
{
    QStringList told;
    for (const DealFacts::Offered &row : facts.offers)
        told << u"%1 for %2"_s.arg(row.prospect.toString()).arg(row.minor);
    return told.join(u", "_s);
}

QString handoversTold(const HandoverFacts &facts)
{
    QStringList told;
    for (const HandoverFacts::Row &row : facts.rows)
        told << u"%1 %2"_s.arg(row.prospect.toString(), row.reason).trimmed();
    return told.join(u", "_s);
}

QString exitsTold(const ExitFacts &facts)
{
    QStringList told;
    for (const ExitFacts::Row &row : facts.rows)
        told << u"%1 for %2"_s.arg(row.prospect.toString(), row.reason.toString());
    return told.join(u", "_s);
}

/// What counts while the hidden are fewer than five.
QString hopsTold(const HopFacts &facts)
{
    QStringList told;
    for (const HopFacts::Row &row : facts.rows) {
        if (row.seen.firstAt != 0)
            told << u"%1 from %2 to %3 after %4"_s.arg(row.prospect.toString())
                        .arg(secondsOf(row.seen.firstAt))
                        .arg(secondsOf(row.seen.movedAt))
                        .arg(row.seen.messages);
    }
    for (const HopFacts::Proposal &hop : facts.proposals) {
        if (hop.isSeen)
            told << u"%1 hop"_s.arg(hop.prospect.toString());
    }
    return told.join(u", "_s);
}

QString activityTold(const RepFacts &facts)
{
    QStringList told;
    for (const RepFacts::Words &words : facts.words) {
        if (words.isSeen)
            told
                << u"%1 %2+%3"_s.arg(words.prospect.toString()).arg(words.sent).arg(words.received);
    }
    told.sort(); // those of one person stand in no order
    for (const RepFacts::Reply &reply : facts.replies) {
        if (reply.isSeen)
            told
                << u"%1 asked at %2"_s.arg(reply.prospect.toString()).arg(secondsOf(reply.askedAt));
    }
    for (const RepFacts::Move &move : facts.moves)
        told << u"%1 moved by %2"_s.arg(move.prospect.toString(), facts.members.value(move.member));
    return told.join(u", "_s);
}

QString told(const ChartFacts &facts, ChartFact kind)
{
    switch (kind) {
    case ChartFact::Touches:
        return touchesTold(*facts.touches);
    case ChartFact::Contacts:
        return contactsTold(*facts.contacts);
    case ChartFact::Deals:
        return dealsTold(*facts.deals);
    case ChartFact::Handovers:
        return handoversTold(*facts.handovers);
    case ChartFact::Exits:
        return exitsTold(*facts.exits);
    case ChartFact::Hops:
        return hopsTold(*facts.hops);
    case ChartFact::Activity:
        return activityTold(*facts.activity);
    }
    return {};
}

Result<ReportData> dataFor(Connection &connection)
{
    ColumnsBuilder builder(defaultPipeline(), zone());
    auto done = ProspectTable::scanProspects(
        connection, {}, [&builder](const ProspectTable::ColumnRow &row) {
            builder.addProspect(row.id,
                std::string_view(row.source.data(), size_t(row.source.size())), row.owner,
                row.stage);
            return true;
        });
    if (done) {
        done = ProspectTable::scanMoves(
            connection, {}, [&builder](const ProspectTable::MoveColumnRow &row) {
                builder.addMove(row.prospect, row.to, {row.at, row.precision}, row.from);
                return true;
            });
    }
    if (!done)
        return tl::unexpected(done.error());
    const QList<ChartFact> all(std::begin(AllChartFacts), std::end(AllChartFacts));
    return ChartFactsReader::read(connection, all).map([&builder](const ChartFacts &facts) {
        return ReportData {builder.finish(), facts};
    });
}

ReportQuestion question()
{
    return {.filter = {.asOf = At + 30 * DayMs}};
}

/// Everything that \a report says.
QString everythingIn(const Report &report)
{
    QStringList all {report.chart.title, report.chart.subtitle, report.chart.definition,
        QString::fromUtf8(toCsv(report.chart)), QString::fromUtf8(toCsv(report.table)),
        QString::fromUtf8(QJsonDocument(report.document.toJson()).toJson())};
    return all.join(u'\n');
}
} // namespace

/// What each member of a team reads for the charts, in a file by the program's own filters and on a server under a role that policies hold back: rows of
/// members and facts, each cell exactly as it is.
class TestHeldBackFacts : public QObject
{
    Q_OBJECT

    CircleBackends m_backends {fillMore};

    /// What the charts know of what the member reads there.
    Result<ReportData> dataOf(const QString &login, bool onServer)
    {
        const auto connection = m_backends.as(login, onServer);
        if (!connection)
            return fail(Error::Code::Io, login + u" cannot connect"_s);
        return dataFor(*connection);
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }
    void cleanupTestCase() { m_backends.close(); }

    void facts_data()
    {
        QTest::addColumn<bool>("onServer");
        QTest::addColumn<QString>("login");
        QTest::addColumn<ChartFact>("fact");
        QTest::addColumn<QString>("expected");
        struct Cells
        {
            const char *name;
            ChartFact fact;
            const char *toAnn;
            const char *toBob;
            const char *toOthers;
        };
        constexpr Cells matrix[] {
            {"touches", ChartFact::Touches, "101 Launch, 101 , 102 Launch, 102 ",
                "101 Launch, 101 ", "101 Launch, 101 "},
            {"contacts", ChartFact::Contacts, "101 at 20, 102 at 13", "101 at 18", "101 at 12"},
            {"deals", ChartFact::Deals, "101 for 101, 102 for 102", "101 for 101", "101 for 101"},
            {"handovers", ChartFact::Handovers,
                "101, 101 not yet, says 101, 102, 102 not yet, says 102",
                "101, 101 not yet, says 101", "101, 101 not yet, says 101"},
            {"exits", ChartFact::Exits, "101 for 1, 102 for 2", "101 for 1", "101 for 1"},
            {"hops", ChartFact::Hops,
                "101 from 9 to 15 after 6, 102 from 12 to 18 after 2, 101 hop, 101 hop, 101 hop, "
                "102 hop",
                "101 from 10 to 16 after 4, 101 hop, 101 hop",
                "101 from 11 to 17 after 2, 101 hop"},
            {"activity", ChartFact::Activity,
                "101 2+1, 101 2+2, 101 2+2, 102 2+1, 101 asked at 9, 101 asked at 10, 101 asked "
                "at 11, 102 asked at 12, 101 moved by Ann, 102 moved by Ann",
                "101 2+1, 101 2+2, 101 asked at 10, 101 asked at 11, 101 moved by Ann",
                "101 2+1, 101 asked at 11, 101 moved by Ann"},
        };
        for (const bool onServer : {false, true}) {
            for (const Cells &cells : matrix) {
                for (const User &reader : CircleBackends::readers()) {
                    const char *expected = reader == ann ? cells.toAnn
                        : reader == bob                  ? cells.toBob
                                                         : cells.toOthers;
                    QTest::addRow("%s to %s, %s", cells.name, qPrintable(reader.login),
                        onServer ? "postgresql" : "sqlite")
                        << onServer << reader.login << cells.fact << QString::fromLatin1(expected);
                }
            }
        }
    }
    void facts()
    {
        OPEN_BACKEND(m_backends);
        QFETCH(QString, login);
        QFETCH(ChartFact, fact);
        QFETCH(QString, expected);
        const auto connection = m_backends.as(login, onServer);
        QVERIFY(connection);
        const auto read = ChartFactsReader::read(*connection, {fact});
        QVERIFY(read);
        QCOMPARE(told(*read, fact), expected);
    }

    void listsNameNobodyHidden_data() { CircleBackends::addReaders(); }
    void listsNameNobodyHidden()
    {
        OPEN_BACKEND(m_backends);
        QFETCH(QString, login);
        const auto connection = m_backends.as(login, onServer);
        QVERIFY(connection);
        const auto data = dataFor(*connection);
        QVERIFY(data);
        QSet<ProspectId> listed;
        for (const ReportKind &kind : reportKinds()) {
            const Report report = makeReport(kind, *data, question());
            for (PlotRow row = 0; row < report.chart.rows.size(); ++row) {
                ProspectQuery query;
                query.only = report.people(row);
                // A list says how many there are: as many as it names.
                qint64 found = 0;
                QVERIFY(
                    ProspectTable::ids(*connection, query, {}, [&](const QList<ProspectId> &ids) {
                        for (const ProspectId id : ids)
                            listed.insert(id);
                        found += ids.size();
                        return true;
                    }));
                const auto count = ProspectTable::count(*connection, query);
                QVERIFY(count);
                QCOMPARE(*count, found);
            }
        }
        QVERIFY(listed.contains(Open));
        QVERIFY(!listed.contains(Secret));
    }

    void reportsSayNothingOfTheHidden_data() { CircleBackends::addReaders(); }
    void reportsSayNothingOfTheHidden()
    {
        OPEN_BACKEND(m_backends);
        QFETCH(QString, login);
        const auto data = dataOf(login, onServer);
        QVERIFY(data);
        QString all;
        for (const ReportKind &kind : reportKinds())
            all += everythingIn(makeReport(kind, *data, question()));
        // Why each was lost and returned; the words of people and about them are in no figure.
        QVERIFY(!all.contains(canary()));
        QVERIFY(all.contains(u"says 101"_s));
        QCOMPARE(all.contains(u"says 102"_s), login == ann.login);
        const QJsonArray reasons = makeReport(*reportKind(u"lost-reasons"_s), *data, question())
                                       .document.value(u"reasons"_s)
                                       .toArray();
        QStringList given;
        for (const auto &reason : reasons)
            given << reason.toObject().value(u"id"_s).toString();
        given.sort();
        QCOMPARE(given,
            login == ann.login ? QStringList({u"1"_s, u"2"_s}) : QStringList({QString(), u"1"_s}));
    }

    void aServerTellsWhatAFileDoes_data()
    {
        QTest::addColumn<bool>("onServer");
        QTest::addColumn<QString>("login");
        for (const User &reader : CircleBackends::readers())
            QTest::addRow("%s", qPrintable(reader.login)) << true << reader.login;
    }
    /// As long as fewer than five people are hidden.
    void aServerTellsWhatAFileDoes()
    {
        OPEN_BACKEND(m_backends);
        QCOMPARE(m_backends.open(false), QString());
        QFETCH(QString, login);
        const auto fromFile = dataOf(login, false);
        const auto fromServer = dataOf(login, onServer);
        QVERIFY(fromFile && fromServer);
        for (const ReportKind &kind : reportKinds()) {
            QCOMPARE(everythingIn(makeReport(kind, *fromServer, question())),
                everythingIn(makeReport(kind, *fromFile, question())));
        }
    }

    void sumsOfTheHiddenAreOfFive_data()
    {
        QTest::addColumn<bool>("onServer");
        QTest::addColumn<int>("more"); // besides the two people with whom Ann has private words
        QTest::addColumn<int>("people");
        QTest::addColumn<QJsonValue>("sent");
        QTest::newRow("four, sqlite") << false << 2 << 1 << QJsonValue();
        QTest::newRow("five, sqlite") << false << 3 << 5 << QJsonValue(14);
        // A server keeps back even the sums.
        QTest::newRow("five, postgresql") << true << 3 << 1 << QJsonValue();
    }
    void sumsOfTheHiddenAreOfFive()
    {
        m_backends.close();
        OPEN_BACKEND(m_backends);
        QFETCH(int, more);
        QFETCH(int, people);
        QFETCH(QJsonValue, sent);
        RowEdits edits;
        for (int i = 1; i <= more; ++i) {
            const ProspectId with(110 + i);
            const ConversationId in(20 + i);
            edits << person(with, {}) << chat(in, with, Privacy::Private) << wordsIn(in);
        }
        QVERIFY(m_backends.write(onServer,
            [&edits](Transaction &transaction) { return applyEdits(transaction, edits); }));
        const auto data = dataOf(cat.login, onServer);
        QVERIFY(data);
        const auto documentOf = [&data](const QString &id) {
            return makeReport(*reportKind(id), *data, question()).document;
        };
        QCOMPARE(documentOf(u"hops"_s).value(u"people"_s).toInt(), people);
        const QJsonArray members = documentOf(u"activity"_s).value(u"members"_s).toArray();
        QCOMPARE(members.size(), 1);
        QCOMPARE(members.first().toObject().value(u"sent"_s), sent);
        QCOMPARE(members.first().toObject().value(u"tooFew"_s).toBool(), people < 5);
    }
};

PULLPUSH_TEST(TestHeldBackFacts)
#include "tst_heldbackfacts.moc"
