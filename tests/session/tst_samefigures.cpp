// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "domain/campaign.h"
#include "domain/channel.h"
#include "domain/post.h"
#include "domain/profilecopy.h"
#include "report/reports.h"
#include "session/pipelinecolumns.h"
#include "storage/database.h"
#include "storage/salestable.h"
#include "storage/visible.h"
#include "storage/visibleerasure.h"
#include "test_support/teamworkspace.h"
#include "test_support/testprogram.h"

#include <QJsonDocument>

#include <iterator>
#include <random>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 HourMs = 3'600'000;
constexpr qint64 Begin = FakeClock::Start - 180 * DayMs;
constexpr int People = 120;
constexpr qint64 FirstPerson = 1001;
constexpr qint64 Lost = 8;

const QList<User> team {{UserId(11), u"ada"_s, u"Ada"_s, Role::SalesRep},
    {UserId(12), u"ben"_s, u"Ben"_s, Role::SalesRep},
    {UserId(13), u"cem"_s, u"Cem"_s, Role::SocialMediaManager}};

/// Half a year of a team: the same rows each time it is made, of everything that a chart is made from.
class HalfYear
{
public:
    HalfYear()
    {
        addPlan();
        for (qint64 i = 0; i < People; ++i)
            addPerson(ProspectId(FirstPerson + i));
    }
    [[nodiscard]] const RowEdits &edits() const { return m_edits; }

private:
    /// 0 to \a end - 1.
    qint64 any(qint64 end) { return qint64(m_chance() % quint32(end)); }
    bool isOneOf(qint64 many) { return any(many) == 0; }
    qint64 nextId() { return ++m_lastId; }
    UserId anySeller() { return UserId(11 + any(2)); }
    /// Known by the hour, to the day in Berlin or not at all.
    Moment moment(qint64 ms)
    {
        if (isOneOf(12))
            return {0, Precision::Unknown};
        if (!isOneOf(6))
            return {ms, Precision::Exact};
        static const QTimeZone berlin("Europe/Berlin");
        return {startOfDay(localDay(ms, berlin), berlin), Precision::Day};
    }

    void addPlan()
    {
        for (qint64 i = 1; i <= 2; ++i) {
            Campaign campaign;
            campaign.id = CampaignId(i);
            campaign.name = u"Campaign %1"_s.arg(i);
            Pillar pillar;
            pillar.id = PillarId(i);
            pillar.name = u"Pillar %1"_s.arg(i);
            Channel channel;
            channel.id = ChannelId(i);
            channel.network = i == 1 ? u"x"_s : u"linkedin"_s;
            channel.name = u"Channel %1"_s.arg(i);
            ProfileCopy copy;
            copy.id = ProfileCopyId(i);
            copy.channel = channel.id;
            copy.version = int(i);
            m_edits << insertion(campaign) << insertion(pillar) << insertion(channel)
                    << insertion(copy);
        }
        for (qint64 i = 1; i <= 5; ++i) {
            Post post;
            post.id = PostId(i);
            post.title = u"Post %1"_s.arg(i);
            post.campaign = CampaignId(i % 3);
            post.pillar = PillarId(i % 2);
            m_edits << insertion(post);
        }
    }
    void addPerson(ProspectId id)
    {
        Prospect prospect;
        prospect.id = id;
        prospect.name = u"Person "_s + id.toString();
        prospect.source = QStringList {QString(), u"web"_s, u"fair"_s}.at(any(3));
        prospect.owner = isOneOf(3) ? UserId() : anySeller();
        prospect.valueMinor = any(3) * 1000;
        prospect.currency = prospect.valueMinor > 0 ? u"EUR"_s : QString();
        const qint64 day = Begin + any(120) * DayMs;
        const qint64 first = day + any(24) * HourMs;
        RowEdits deeds;
        addMoves(prospect, first, deeds);
        m_edits << insertion(prospect) << deeds;
        addTouches(id, first);
        if (isOneOf(2))
            addOffer(id, first);
        if (isOneOf(2))
            addHandover(id, first);
        if (!isOneOf(3))
            addTalk(id, first);
    }
    /// Forward by a stage or two, sometimes back, and out.
    [[nodiscard]] qint64 stageAfter(qint64 stage)
    {
        if (stage == 0)
            return 1;
        if (isOneOf(6))
            return Lost;
        return stage >= 7 ? stage - 1 : stage + 1 + any(2) * (stage < 6 ? 1 : 0);
    }
    void addMoves(Prospect &prospect, qint64 first, RowEdits &deeds)
    {
        qint64 at = first;
        qint64 stage = 0;
        for (qint64 i = 1 + any(7); i > 0; --i) {
            Move move;
            move.id = MoveId(nextId());
            move.prospect = prospect.id;
            move.from = StageId(stage);
            stage = stageAfter(stage);
            move.to = StageId(stage);
            move.at = i > 1 && stage == 1 ? Moment {at, Precision::Exact} : moment(at);
            move.by = isOneOf(4) ? UserId() : anySeller();
            if (stage == Lost)
                move.lostReason = LostReasonId(any(4));
            deeds << insertion(move);
            at += (1 + any(20)) * DayMs / 2;
            if (stage == Lost && !isOneOf(3))
                break;
            stage = stage == Lost ? 2 : stage;
        }
        prospect.stage = StageId(stage);
    }
    void addTouches(ProspectId id, qint64 first)
    {
        for (qint64 i = any(4); i > 0; --i) {
            Touch touch;
            touch.id = TouchId(nextId());
            touch.prospect = id;
            touch.kind = TouchKind(any(8));
            touch.at = moment(first + (any(40) - 10) * DayMs);
            if (touch.kind == TouchKind::Referred && id.value() > FirstPerson)
                touch.referrer = ProspectId(FirstPerson + any(id.value() - FirstPerson));
            else if (!isOneOf(4))
                touch.post = PostId(1 + any(5));
            else
                touch.profileCopy = ProfileCopyId(1 + any(2));
            if (isOneOf(2))
                touch.channel = ChannelId(1 + any(2));
            touch.quotable = isOneOf(2);
            m_edits << insertion(touch);
        }
    }
    void addOffer(ProspectId id, qint64 first)
    {
        Offer offer;
        offer.id = OfferId(nextId());
        offer.prospect = id;
        offer.valueMinor = any(5) * 700;
        offer.currency = offer.valueMinor > 0 ? (isOneOf(4) ? u"USD"_s : u"EUR"_s) : QString();
        offer.madeAt = moment(first + 5 * DayMs);
        if (isOneOf(2))
            offer.expectedOn = QDate(2026, 1, 1).addDays(any(90));
        offer.state = OfferState(any(3));
        if (offer.state != OfferState::Open)
            offer.decidedAt = first + (6 + any(30)) * DayMs;
        m_edits << insertion(offer);
    }
    void addHandover(ProspectId id, qint64 first)
    {
        Handover handover;
        handover.id = HandoverId(nextId());
        handover.prospect = id;
        handover.offeredBy = UserId(13);
        handover.offeredTo = isOneOf(3) ? UserId() : anySeller();
        handover.offeredAt = first + any(10) * DayMs;
        handover.dueAt = isOneOf(3) ? 0 : handover.offeredAt + 2 * DayMs;
        handover.state = HandoverState(any(4));
        if (handover.state != HandoverState::Offered) {
            handover.decidedBy = anySeller();
            handover.decidedAt = handover.offeredAt + any(80) * HourMs;
        }
        if (handover.state == HandoverState::Returned && !isOneOf(3))
            handover.reason = isOneOf(2) ? u"Too early"_s : u"too early"_s;
        m_edits << insertion(handover);
    }
    void addTalk(ProspectId id, qint64 first)
    {
        Conversation talk;
        talk.id = ConversationId(nextId());
        talk.prospect = id;
        talk.owner = anySeller();
        talk.privacy = isOneOf(2) ? Privacy::Team : Privacy::Private;
        m_edits << insertion(talk);
        qint64 at = first;
        for (qint64 i = any(8); i > 0; --i) {
            Message message;
            message.id = MessageId(nextId());
            message.conversation = talk.id;
            message.medium = isOneOf(2) ? Medium::DirectMessage : Medium(any(5));
            message.direction = isOneOf(2) ? Direction::Ours : Direction::Theirs;
            message.sentAt = moment(at);
            if (message.medium == Medium::Call)
                message.callResult = CallResult(1 + any(4));
            m_edits << insertion(message);
            at += (1 + any(60)) * HourMs;
        }
        if (isOneOf(2))
            return;
        Hop hop;
        hop.id = HopId(nextId());
        hop.conversation = talk.id;
        hop.proposedAt = moment(first + DayMs);
        hop.state = HopState(any(4));
        hop.decidedAt = hop.state == HopState::Proposed ? 0 : first + (1 + any(9)) * DayMs;
        m_edits << insertion(hop);
    }

    std::mt19937 m_chance {20260101};
    qint64 m_lastId = 1'000'000;
    RowEdits m_edits;
};

constexpr ProspectId Quoted {5001};
constexpr ProspectId Awaited {5002};

/// Of two more people: who was won, paid and agreed to be quoted, and to whom an offer is open.
RowEdits theirDeeds()
{
    RowEdits edits;
    qint64 lastId = 5'000'000;
    for (const ProspectId id : {Quoted, Awaited}) {
        const bool isWon = id == Quoted;
        Prospect prospect;
        prospect.id = id;
        prospect.name = u"Person "_s + id.toString();
        prospect.stage = StageId(isWon ? 5 : 2);
        edits << insertion(prospect);
        for (const StageId stage : {StageId(1), prospect.stage}) {
            Move move;
            move.id = MoveId(++lastId);
            move.prospect = id;
            move.from = stage == prospect.stage ? StageId(1) : StageId();
            move.to = stage;
            move.at = {FakeClock::Start - (90 - 5 * stage.value()) * DayMs, Precision::Exact};
            edits << insertion(move);
        }
        Offer offer;
        offer.id = OfferId(++lastId);
        offer.prospect = id;
        offer.title = u"A yearly plan"_s;
        offer.valueMinor = 123'400;
        offer.currency = u"EUR"_s;
        offer.madeAt = {FakeClock::Start - 75 * DayMs, Precision::Exact};
        offer.expectedOn = QDate(2026, 2, 1);
        offer.state = isWon ? OfferState::Won : OfferState::Open;
        offer.decidedAt = isWon ? FakeClock::Start - 65 * DayMs : 0;
        edits << insertion(offer);
    }
    Touch review;
    review.id = TouchId(++lastId);
    review.prospect = Quoted;
    review.kind = TouchKind::Reviewed;
    review.quote = u"It saves me an hour a day"_s;
    review.quotable = true;
    review.at = {FakeClock::Start - 60 * DayMs, Precision::Exact};
    edits << insertion(review);
    return edits;
}

/// Every report as it comes, and with each part of a question that it knows.
QList<ReportQuestion> questionsTo(const ReportKind &kind, qint64 asOf)
{
    using Part = ReportKind::Part;
    const ReportQuestion plain {.filter = {.asOf = asOf}};
    QList<ReportQuestion> questions {plain};
    const auto ask = [&](auto change) {
        ReportQuestion question = plain;
        change(question);
        questions << question;
    };
    ask([](ReportQuestion &q) { q.filter.span = {QDate(2025, 8, 1), QDate(2025, 11, 1)}; });
    ask([](ReportQuestion &q) { q.filter.sources = QStringList {QString(), u"web"_s}; });
    ask([](ReportQuestion &q) { q.filter.owners = QList {UserId(), UserId(11)}; });
    ask([](ReportQuestion &q) { q.filter.asOf -= 45 * DayMs; });
    if (kind.uses.contains(Part::Window))
        ask([](ReportQuestion &q) { q.windowDays = 30; });
    if (kind.uses.contains(Part::Reached))
        ask([](ReportQuestion &q) { q.reached = ReachedRule::Touched; });
    if (kind.uses.contains(Part::Breakdown)) {
        for (const auto &[by, word] : EnumText<Breakdown>::values)
            ask([by = by](ReportQuestion &q) { q.by = by; });
    }
    if (kind.uses.contains(Part::CreditTo)) {
        for (const auto &[to, word] : EnumText<CreditTo>::values)
            ask([to = to](ReportQuestion &q) { q.credit = {to, AttributionModel::U, 30}; });
    }
    return questions;
}

/// The people behind the row of \a report that other programs know as \a key.
QList<ProspectId> peopleBehind(const Report &report, const QString &key)
{
    for (PlotRow row = 0; row < report.table.rows.size(); ++row) {
        if (report.table.rows.at(row).first() == Figure(key))
            return report.people(row);
    }
    return {};
}

QString toldBy(const Report &report)
{
    return QString::fromUtf8(QJsonDocument(report.document.toJson()).toJson() + toCsv(report.table)
        + toCsv(report.chart));
}
} // namespace

/// A file and a server tell the same, in every report and whatever is asked of it.
class TestSameFigures : public QObject
{
    Q_OBJECT

    TeamWorkspace m_file;
    TeamWorkspace m_server;
    ReportData m_fromFile;
    ReportData m_fromServer;

    /// Fills \a workspace with the same rows as any other, and \a to with all that the charts need of it; what went wrong, or an empty text.
    static QString fill(TeamWorkspace &workspace, ReportData &to)
    {
        const auto write = [](Transaction &transaction) {
            return applyEdits(transaction, HalfYear().edits());
        };
        // Private words of several members: the program itself writes them.
        workspace->database()->setViewer({});
        const auto done = workspace->database()->write(write).result();
        workspace->database()->setViewer(workspace->viewer());
        return done ? readAll(workspace, to) : done.error().message + done.error().detail;
    }
    static QString readAll(const TeamWorkspace &workspace, ReportData &to)
    {
        const QList<ChartFact> all(std::begin(AllChartFacts), std::end(AllChartFacts));
        const auto read = PipelineColumns::readNow(*workspace, ColumnsBuilder::NoCutOff, all);
        if (!read)
            return read.error().message;
        to = *read;
        return {};
    }
    /// Adds two people, reads \a before, erases these and every third of the others, and reads \a after.
    static QString eraseMany(const TeamWorkspace &workspace, ReportData &before, ReportData &after)
    {
        const auto added = workspace->database()
                               ->write([](Transaction &transaction) {
                                   return applyEdits(transaction, theirDeeds());
                               })
                               .result();
        if (!added)
            return added.error().message + added.error().detail;
        if (QString reason = readAll(workspace, before); !reason.isEmpty())
            return reason;
        const auto erase = [](Transaction &transaction) -> Result<> {
            QList<ProspectId> gone {Quoted, Awaited};
            for (qint64 i = 0; i < People; i += 3)
                gone << ProspectId(FirstPerson + i);
            for (const ProspectId id : std::as_const(gone)) {
                if (const auto erased = Erasure::person(transaction, id); !erased)
                    return tl::unexpected(erased.error());
            }
            return {};
        };
        const auto erased = workspace->database()->write(erase).result();
        return erased ? readAll(workspace, after) : erased.error().message + erased.error().detail;
    }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
        QCOMPARE(m_file.open(false, team), QString());
        if (const QString reason = m_server.open(true, team); !reason.isEmpty()) {
            if (PgCluster::isRequired())
                QFAIL(qPrintable(reason));
            QSKIP(qPrintable(reason));
        }
        QCOMPARE(fill(m_file, m_fromFile), QString());
        QCOMPARE(fill(m_server, m_fromServer), QString());
    }

    void everyFactIsThere()
    {
        for (const ReportData &data : {m_fromFile, m_fromServer}) {
            QCOMPARE(data.columns->size(), People);
            QVERIFY(data.facts.touches->rows.size() > 100);
            QVERIFY(data.facts.contacts->rows.size() > 20);
            QVERIFY(data.facts.deals->worths.size() > 40);
            QVERIFY(data.facts.deals->offers.size() > 30);
            QVERIFY(data.facts.handovers->rows.size() > 40);
            QVERIFY(data.facts.exits->rows.size() > 20);
            QVERIFY(data.facts.hops->rows.size() > 30);
            QVERIFY(data.facts.hops->proposals.size() > 20);
            QVERIFY(data.facts.activity->words.size() > 100);
            QVERIFY(data.facts.activity->replies.size() > 30);
            QVERIFY(data.facts.activity->moves.size() > 100);
        }
    }

    void reports_data()
    {
        QTest::addColumn<QString>("report");
        for (const ReportKind &kind : reportKinds())
            QTest::addRow("%s", qPrintable(kind.id)) << kind.id;
    }
    void reports()
    {
        QFETCH(QString, report);
        const ReportKind &kind = *reportKind(report);
        QSet<QString> answers;
        for (const ReportQuestion &question : questionsTo(kind, m_file.clock.now())) {
            const Report fromFile = makeReport(kind, m_fromFile, question);
            const Report fromServer = makeReport(kind, m_fromServer, question);
            // Nothing is expected to close in a span that is over.
            QVERIFY(!fromFile.chart.rows.isEmpty() || question.filter.span.to);
            QCOMPARE(toldBy(fromServer), toldBy(fromFile));
            for (PlotRow row = 0; row < fromFile.chart.rows.size(); ++row)
                QCOMPARE(fromServer.people(row), fromFile.people(row));
            answers.insert(toldBy(fromFile));
        }
        // The questions are not the same one.
        QVERIFY(answers.size() >= 5);
    }

    void pastFiguresOutliveAnErasure_data() { TeamWorkspace::addBackends(); }
    void pastFiguresOutliveAnErasure()
    {
        QFETCH(bool, onServer);
        const TeamWorkspace &workspace = onServer ? m_server : m_file;
        ReportData before;
        ReportData after;
        QCOMPARE(eraseMany(workspace, before, after), QString());
        const qint64 now = workspace.clock.now();
        // What was said is gone, and so are the words of who returned somebody.
        const QStringList changed {u"ageing"_s, u"hops"_s, u"activity"_s, u"handover"_s};
        for (const ReportKind &kind : reportKinds()) {
            if (changed.contains(kind.id))
                continue;
            for (const ReportQuestion &question : questionsTo(kind, now)) {
                // Nothing is expected of them any more, but it was.
                if (kind.id == "forecast"_L1 && question.filter.asOf == now)
                    continue;
                const QString told = toldBy(makeReport(kind, after, question));
                QVERIFY2(told == toldBy(makeReport(kind, before, question)), qPrintable(kind.id));
            }
        }
        const ReportQuestion plain {.filter = {.asOf = now}};
        QVERIFY(peopleBehind(makeReport(*reportKind(u"advocacy"_s), after, plain), u"quotable"_s)
                    .contains(Quoted));
        const ReportKind &expected = *reportKind(u"forecast"_s);
        QVERIFY(toldBy(makeReport(expected, after, plain))
            != toldBy(makeReport(expected, before, plain)));
    }
};

PULLPUSH_TEST(TestSameFigures)
#include "tst_samefigures.moc"
