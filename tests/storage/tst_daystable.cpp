// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/idsource.h"
#include "domain/move.h"
#include "storage/daystable.h"
#include "storage/plantable.h"
#include "storage/salestable.h"
#include "storage/visible.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

using namespace Qt::StringLiterals;

namespace {
const QDate Today(2026, 11, 20);
const UserId Me(71);
const UserId Colleague(72);
constexpr int Most = 200;

qint64 daysAgo(int days)
{
    return startOfDay(Today.addDays(-days), QTimeZone::utc()) + DayMs / 2;
}

WorkQuery query(Role role = Role::SalesRep)
{
    return WorkRules::workQuery({Me, role}, Today, QTimeZone::utc(), defaultPipeline());
}

/// What a test writes: prospects, and what hangs on them.
struct Written
{
    RowEdits edits;
    qint64 nextId = 1000;

    Written()
    {
        edits << insertion(User {Me, u"me"_s, u"Me"_s, Role::SalesRep})
              << insertion(User {Colleague, u"colleague"_s, u"Colleague"_s, Role::SalesRep});
    }
    ProspectId person(const QString &name, UserId owner = Me, int stage = 3, int quietFor = 1)
    {
        Prospect prospect;
        prospect.id = ProspectId(++nextId);
        prospect.name = name;
        prospect.owner = owner;
        prospect.stage = StageId(stage);
        prospect.lastActivityAt = daysAgo(quietFor);
        return add(prospect);
    }
    ProspectId add(const Prospect &prospect)
    {
        edits << insertion(prospect);
        return prospect.id;
    }
    FollowUp step(ProspectId prospect, int dueIn, UserId owner = Me)
    {
        FollowUp made;
        made.id = FollowUpId(++nextId);
        made.prospect = prospect;
        made.owner = owner;
        made.dueOn = Today.addDays(dueIn);
        made.what = u"Call them"_s;
        return made;
    }
    Conversation conversation(
        ProspectId prospect, Turn turn, int quietFor, UserId owner = Me, Privacy privacy = {})
    {
        Conversation made;
        made.id = ConversationId(++nextId);
        made.prospect = prospect;
        made.owner = owner;
        made.privacy = privacy;
        made.turn = turn;
        made.lastMessageAt = daysAgo(quietFor);
        return made;
    }
    void say(const Conversation &conversation, Direction direction, int ago, const QString &body,
        Medium medium = Medium::DirectMessage)
    {
        Message message;
        message.sentAt.ms = daysAgo(ago);
        message.id = MessageId(IdSource::at(message.sentAt.ms));
        message.conversation = conversation.id;
        message.direction = direction;
        message.medium = medium;
        message.body = body;
        edits << insertion(message);
    }
    void joins(const Conversation &conversation, const QString &name, ProspectId prospect = {},
        bool isUs = false)
    {
        Participant made;
        made.id = ParticipantId(++nextId);
        made.conversation = conversation.id;
        made.prospect = prospect;
        made.name = name;
        made.isUs = isUs;
        edits << insertion(made);
    }
    template<typename T>
    void add(const T &value)
    {
        edits << insertion(value);
    }
};

QString names(const Result<WorkPage> &page)
{
    if (!page)
        return page.error().message + page.error().detail;
    QStringList list;
    for (const WorkRow &row : page->rows)
        list << row.person.name;
    return list.join(u' ');
}
} // namespace

class TestDaysTable : public QObject
{
    Q_OBJECT

    static bool save(TestDatabase &test, const Written &written)
    {
        const auto saved = test.write(
            [&](Transaction &transaction) { return applyEdits(transaction, written.edits); });
        if (!saved)
            qWarning() << saved.error().message << saved.error().detail;
        test.database->setViewer({Me, Role::SalesRep});
        return saved.has_value();
    }
    static Result<WorkPage> followUps(TestDatabase &test, int limit = Most)
    {
        return test.read([&](Connection &connection) {
            return DaysTable::followUps(connection, query(), limit);
        });
    }
    static Result<WorkPage> yourTurn(TestDatabase &test, bool withWords = false, int limit = Most)
    {
        return test.read([&](Connection &connection) {
            return DaysTable::yourTurn(connection, query(), limit, withWords);
        });
    }
    static Result<WorkPage> goingCold(TestDatabase &test, Role role = Role::SalesRep)
    {
        return test.read([&](Connection &connection) {
            return DaysTable::goingCold(connection, query(role), Most, true);
        });
    }

private slots:
    void listsWhatIsDue_data() { TestDatabase::addBackends(); }
    void listsWhatIsDue()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Written all;
        const auto due = [&](const QString &name, int days, UserId owner = Me) {
            return all.step(all.person(name), days, owner);
        };
        Company company;
        company.id = CompanyId(5);
        company.name = u"Bakery"_s;
        all.add(company);
        Prospect late;
        late.id = ProspectId(1);
        late.name = u"late"_s;
        late.stage = StageId(3);
        late.company = company.id;
        all.add(all.step(all.add(late), -3));
        all.add(due(u"today"_s, 0));
        all.add(due(u"nobodys"_s, -1, {}));
        all.add(due(u"tomorrow"_s, 1));
        all.add(due(u"colleagues"_s, -9, Colleague));
        FollowUp step = due(u"done"_s, -9);
        step.doneAt = 1;
        all.add(step);
        step = due(u"asleep"_s, -9);
        step.snoozedUntil = Today.addDays(1);
        all.add(step);
        step = due(u"awake"_s, -9);
        step.snoozedUntil = Today.addDays(-2);
        all.add(step);
        Prospect circle;
        circle.id = ProspectId(2);
        circle.name = u"circle"_s;
        circle.stage = StageId(3);
        circle.privateTo = Colleague;
        all.add(all.step(all.add(circle), -5));
        Prospect merged;
        merged.id = ProspectId(3);
        merged.name = u"merged"_s;
        merged.stage = StageId(3);
        merged.mergedInto = late.id;
        all.add(all.step(all.add(merged), -5));
        QVERIFY(save(test, all));

        const auto page = followUps(test);
        QCOMPARE(names(page), u"late awake nobodys today"_s);
        QCOMPARE(page->total, 4);
        QCOMPARE(page->rows.first().company, u"Bakery"_s);
        QCOMPARE(page->rows.first().step->dueOn, Today.addDays(-3));
        QCOMPARE(page->rows.first().person.stage, StageId(3));
        const auto first = followUps(test, 2);
        QCOMPARE(names(first), u"late awake"_s);
        QCOMPARE(first->total, 4);
        QCOMPARE(first->more(), 2);
        const auto ids = test.read([](Connection &connection) {
            return DaysTable::prospects(connection, query(), WorkSection::FollowUps);
        });
        QCOMPARE(ids->size(), 4);
    }

    void listsWhoWaits_data() { TestDatabase::addBackends(); }
    void listsWhoWaits()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Written all;
        const auto waits = [&](const QString &name, int days, UserId owner = Me,
                               Privacy privacy = Privacy::Private) {
            return all.conversation(all.person(name), Turn::We, days, owner, privacy);
        };
        Conversation mine = waits(u"mine"_s, 2);
        mine.unanswered = 2;
        all.add(mine);
        all.say(mine, Direction::Theirs, 9, u"Old"_s);
        all.say(mine, Direction::Ours, 8, u"Answered"_s);
        all.say(mine, Direction::Theirs, 4, u"Is there rye?"_s);
        all.say(mine, Direction::Ours, 3, u"Call back"_s, Medium::Note);
        all.say(mine, Direction::Theirs, 2, u"Or\nwheat?"_s);
        all.add(waits(u"longest"_s, 7));
        all.add(waits(u"teams"_s, 1, {}, Privacy::Team));
        all.add(waits(u"secret"_s, 5, Colleague));
        all.add(waits(u"colleagues"_s, 5, Colleague, Privacy::Team));
        all.add(waits(u"hidden"_s, 5, {}, Privacy::Private));
        Conversation other = waits(u"asleep"_s, 5);
        other.snoozedUntil = Today.addDays(1);
        all.add(other);
        other = waits(u"awake"_s, 3);
        other.snoozedUntil = Today;
        all.add(other);
        other = waits(u"closed"_s, 5);
        other.closedAt = 1;
        all.add(other);
        all.add(all.conversation(all.person(u"theirs"_s), Turn::They, 5));
        QVERIFY(save(test, all));

        const auto page = yourTurn(test);
        QCOMPARE(names(page), u"longest mine awake teams"_s);
        QCOMPARE(page->total, 4);
        QCOMPARE(page->rows.at(1).since, daysAgo(4)); // their first word after ours
        QCOMPARE(page->rows.at(0).since, daysAgo(7));
        QCOMPARE(page->rows.at(1).words, QString()); // not asked for
        QCOMPARE(yourTurn(test, true)->rows.at(1).words, u"Or wheat?"_s);
        const auto first = yourTurn(test, false, 1);
        QCOMPARE(names(first), u"longest"_s);
        QCOMPARE(first->total, 4); // what nobody may see is not counted
        const auto ids = test.read([](Connection &connection) {
            return DaysTable::prospects(connection, query(), WorkSection::YourTurn);
        });
        QCOMPARE(ids->size(), 4);
    }

    void listsGroupChatsOnce_data() { TestDatabase::addBackends(); }
    void listsGroupChatsOnce()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Written all;
        // With a prospect, who is one of four.
        const Conversation known = all.conversation(all.person(u"known"_s), Turn::We, 4);
        all.add(known);
        all.joins(known, u"Me"_s, {}, true);
        all.joins(known, u"Known"_s, known.prospect);
        all.joins(known, u"Ben"_s, all.person(u"ben"_s));
        all.joins(known, u"Cleo"_s);
        // Two people, one of them the prospect, though nobody linked them.
        const Conversation pair = all.conversation(all.person(u"pair"_s), Turn::We, 3);
        all.add(pair);
        all.joins(pair, u"Pair"_s);
        // Without a prospect: whoever is linked to one stands for it.
        Conversation open = all.conversation({}, Turn::We, 6);
        open.unanswered = 1;
        all.add(open);
        all.joins(open, u"Me"_s, {}, true);
        all.joins(open, u"Ada"_s);
        all.joins(open, u"Nora"_s, all.person(u"nora"_s));
        all.say(open, Direction::Theirs, 6, u"Who comes?"_s);
        Conversation closed = all.conversation({}, Turn::We, 9);
        closed.closedAt = 1;
        all.add(closed);
        Conversation asleep = all.conversation({}, Turn::We, 9);
        asleep.snoozedUntil = Today.addDays(1);
        all.add(asleep);
        all.add(all.conversation({}, Turn::We, 9, Colleague, Privacy::Team));
        const Conversation teams = all.conversation({}, Turn::We, 2, {}, Privacy::Team);
        all.add(teams);
        all.joins(teams, u"Zoe"_s);
        const Conversation quiet = all.conversation({}, Turn::They, 9);
        all.add(quiet);
        all.joins(quiet, u"Quentin"_s);
        const Conversation quietToo = all.conversation({}, Turn::They, 12);
        all.add(quietToo);
        all.joins(quietToo, u"Rosa"_s);
        QVERIFY(save(test, all));

        const auto page = yourTurn(test, true);
        QCOMPARE(names(page), u" known pair "_s); // by how long they wait
        QCOMPARE(page->total, 4);
        const WorkRow &group = page->rows.at(0);
        QVERIFY(group.person.id.isNull());
        QCOMPARE(group.conversation->id, open.id);
        QCOMPARE(group.id(), open.id.value());
        QCOMPARE(group.speaker, u"Nora"_s);
        QCOMPARE(group.others, 1);
        QCOMPARE(group.since, daysAgo(6));
        QCOMPARE(group.words, u"Who comes?"_s);
        QCOMPARE(page->rows.at(1).others, 2);
        QVERIFY(page->rows.at(1).speaker.isEmpty()); // the prospect says who
        QCOMPARE(page->rows.at(2).others, 0);
        QCOMPARE(page->rows.at(3).speaker, u"Zoe"_s);
        const auto cold = goingCold(test);
        QVERIFY(cold);
        QCOMPARE(cold->rows.size(), 2);
        QCOMPARE(cold->rows.first().speaker, u"Quentin"_s);
        QCOMPARE(cold->rows.last().reason, WorkReason::Unanswered);
        const auto ids = test.read([](Connection &connection) {
            return DaysTable::prospects(connection, query(), WorkSection::YourTurn);
        });
        QCOMPARE(ids->size(), 2); // a group chat is no prospect
    }

    void tellsWhatComesNext_data() { TestDatabase::addBackends(); }
    void tellsWhatComesNext()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        const auto coming = [&test](QDate today) {
            return test.read([today](Connection &connection) {
                WorkQuery asked = query();
                asked.today = today;
                return DaysTable::coming(connection, asked);
            });
        };
        Written all;
        all.add(all.step(all.person(u"due"_s), 0));
        all.add(all.step(all.person(u"colleagues"_s), 1, Colleague));
        FollowUp done = all.step(all.person(u"done"_s), 1);
        done.doneAt = 1;
        all.add(done);
        all.add(all.step(all.person(u"later"_s), 5));
        all.add(all.step(all.person(u"next"_s), 3));
        FollowUp put = all.step(all.person(u"putOff"_s), -2, {});
        put.snoozedUntil = Today.addDays(3);
        all.add(put);
        Conversation asleep = all.conversation(all.person(u"asleep"_s), Turn::We, 3);
        asleep.snoozedUntil = Today.addDays(3);
        all.add(asleep);
        asleep = all.conversation(all.person(u"theirs"_s), Turn::They, 3);
        asleep.snoozedUntil = Today.addDays(1);
        all.add(asleep);
        asleep = all.conversation(all.person(u"secret"_s), Turn::We, 3, Colleague);
        asleep.snoozedUntil = Today.addDays(1);
        all.add(asleep);
        QVERIFY(save(test, all));
        const auto found = coming(Today);
        QVERIFY(found);
        QCOMPARE(found->day, Today.addDays(3));
        QCOMPARE(found->count, 3);
        QCOMPARE(found->first.person.name, u"next"_s);
        QCOMPARE(found->first.step->what, u"Call them"_s);
        QCOMPARE(coming(Today.addDays(3))->day, Today.addDays(5));
        const auto nothing = coming(Today.addDays(30));
        QVERIFY(nothing);
        QVERIFY(!nothing->day.isValid());
        QCOMPARE(nothing->count, 0);
    }

    void showsWordsOfTheOwnAlone_data() { TestDatabase::addBackends(); }
    void showsWordsOfTheOwnAlone()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Written all;
        const Conversation own = all.conversation(all.person(u"own"_s), Turn::We, 2);
        const Conversation teams =
            all.conversation(all.person(u"teams"_s), Turn::We, 1, {}, Privacy::Team);
        for (const Conversation &conversation : {own, teams}) {
            all.add(conversation);
            all.say(conversation, Direction::Theirs, conversation.id == own.id ? 2 : 1,
                u"Our secret"_s);
        }
        QVERIFY(save(test, all));
        const auto page = yourTurn(test, true);
        QCOMPARE(names(page), u"own teams"_s);
        QCOMPARE(page->rows.at(0).words, u"Our secret"_s);
        QCOMPARE(page->rows.at(1).words, QString());
    }

    void listsWhatIsHandedOver_data() { TestDatabase::addBackends(); }
    void listsWhatIsHandedOver()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Written all;
        const auto offer = [&](const QString &name, qint64 dueAt, UserId to, UserId by) {
            Handover handover;
            handover.id = HandoverId(++all.nextId);
            handover.prospect = all.person(name, {}, 2);
            handover.offeredBy = by;
            handover.offeredTo = to;
            handover.offeredAt = daysAgo(3);
            handover.dueAt = dueAt;
            return handover;
        };
        const Handover open = offer(u"open"_s, 0, {}, Colleague);
        const Handover mine = offer(u"mine"_s, daysAgo(-2), Me, Colleague);
        const Handover over = offer(u"over"_s, daysAgo(1), {}, Colleague);
        const Handover elsewhere = offer(u"elsewhere"_s, 0, Colleague, Me);
        Handover returned = offer(u"returned"_s, 0, Me, Me);
        returned.state = HandoverState::Returned;
        returned.decidedAt = daysAgo(2);
        returned.reason = u"Not yet"_s;
        Handover old = returned;
        old.id = HandoverId(++all.nextId);
        old.decidedAt = daysAgo(40);
        Handover withdrawn = returned;
        withdrawn.id = HandoverId(++all.nextId);
        withdrawn.state = HandoverState::Withdrawn;
        for (const Handover &handover : {open, mine, over, elsewhere, returned, old, withdrawn})
            all.add(handover);
        Post post;
        post.id = PostId(9);
        post.title = u"Summer bread"_s;
        all.add(post);
        for (const int ago : {4, 6}) {
            Touch touch;
            touch.id = TouchId(++all.nextId);
            touch.prospect = mine.prospect;
            touch.kind = ago == 6 ? TouchKind::Saw : TouchKind::Commented;
            touch.post = ago == 6 ? PostId() : post.id;
            touch.at.ms = daysAgo(ago);
            all.add(touch);
            all.add(HandoverTouch {HandoverTouchId(++all.nextId), mine.id, touch.id});
        }
        QVERIFY(save(test, all));
        const auto read = [&](Role role) {
            return test.read([&](Connection &connection) {
                return DaysTable::handovers(connection, query(role), Most);
            });
        };
        const auto page = read(Role::SalesRep);
        QCOMPARE(names(page), u"over mine open"_s);
        const QList<WarmTouch> touches = page->rows.at(1).touches;
        QCOMPARE(touches.size(), 2);
        QCOMPARE(touches.first().touch.kind, TouchKind::Saw);
        QCOMPARE(touches.last().title, u"Summer bread"_s);
        QCOMPARE(page->rows.first().touches.size(), 0);
        const auto offered = read(Role::SocialMediaManager);
        QCOMPARE(names(offered), u"elsewhere returned"_s);
        QCOMPARE(offered->rows.last().handover->reason, u"Not yet"_s);
    }

    void listsWhoGoesCold_data() { TestDatabase::addBackends(); }
    void listsWhoGoesCold()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Written all;
        const auto offered = [&](const QString &name, int expectedIn, UserId owner = Me) {
            Offer offer;
            offer.id = OfferId(++all.nextId);
            offer.prospect = all.person(name, owner, 4);
            offer.expectedOn = Today.addDays(expectedIn);
            return offer;
        };
        const Offer late = offered(u"late"_s, -2);
        all.add(late);
        all.add(offered(u"expected"_s, 0));
        all.add(offered(u"colleagues"_s, -5, Colleague));
        Offer won = offered(u"won"_s, -5);
        won.state = OfferState::Won;
        all.add(won);
        const auto silent = [&](const QString &name, int days, int words, int stage = 3) {
            Conversation made = all.conversation(all.person(name, Me, stage), Turn::They, days);
            made.unreturned = words;
            return made;
        };
        const Conversation eight = silent(u"eight"_s, 8, 1);
        all.add(eight);
        all.say(eight, Direction::Ours, 8, u"Any news?"_s);
        all.add(silent(u"seven"_s, 7, 1));
        all.add(silent(u"six"_s, 6, 1));
        all.add(silent(u"twice"_s, 8, 2));
        all.add(silent(u"twiceLong"_s, 15, 2));
        all.add(silent(u"lost"_s, 30, 1, 8));
        const Conversation planned = silent(u"planned"_s, 30, 1);
        all.add(planned);
        all.add(all.step(planned.prospect, 4));
        Conversation closed = silent(u"closed"_s, 30, 1);
        closed.closedAt = 1;
        all.add(closed);
        Conversation again = all.conversation(late.prospect, Turn::They, 9);
        all.add(again); // goes cold twice, stands once
        all.add(all.conversation(
            all.person(u"secret"_s, Colleague), Turn::They, 30, Colleague, Privacy::Private));
        all.person(u"forgotten"_s, Me, 2, 22);
        all.person(u"fresh"_s, Me, 2, 20);
        all.person(u"cold"_s, Me, 1, 90);
        all.person(u"unowned"_s, {}, 2, 25);
        Prospect silenced;
        silenced.id = ProspectId(4);
        silenced.name = u"silenced"_s;
        silenced.owner = Me;
        silenced.stage = StageId(2);
        silenced.doNotContactSince = 1;
        all.add(silenced);
        QVERIFY(save(test, all));

        const auto page = goingCold(test);
        QCOMPARE(names(page), u"late seven eight twiceLong forgotten"_s);
        QCOMPARE(page->total, 5);
        QCOMPARE(page->rows.at(0).reason, WorkReason::LateOffer);
        QCOMPARE(page->rows.at(2).reason, WorkReason::Unanswered);
        QCOMPARE(page->rows.at(2).words, u"Any news?"_s);
        QCOMPARE(page->rows.at(4).reason, WorkReason::Forgotten);
        QCOMPARE(page->rows.at(4).since, daysAgo(22));
        QCOMPARE(names(goingCold(test, Role::SocialMediaManager)),
            u"late seven eight twiceLong forgotten unowned"_s);
        const auto ids = test.read([](Connection &connection) {
            return DaysTable::prospects(connection, query(), WorkSection::GoingCold);
        });
        QCOMPARE(ids->size(), 5);
        QCOMPARE(ids->first(), late.prospect);
    }

    void readsByAnIndex()
    {
        TestDatabase test;
        const QString reason = test.open(false);
        QVERIFY2(reason.isEmpty(), qPrintable(reason));
        const auto plan = [&](const QString &sql) {
            const auto steps = test.read([&](Connection &connection) -> Result<QStringList> {
                auto rows = connection.select("EXPLAIN QUERY PLAN "_L1 + sql);
                if (!rows)
                    return tl::unexpected(rows.error());
                QStringList found;
                while (rows->next())
                    found << rows->text(3);
                return found;
            });
            return steps.value_or(QStringList()).join(u'\n');
        };
        QVERIFY2(
            plan(
                u"SELECT f.id FROM live_follow_up f WHERE f.owner_id = 1 AND f.done_at = 0 "
                "AND coalesce(f.snoozed_until, f.due_on) <= '2026-11-20' ORDER BY coalesce(f.snoozed_until, f.due_on), f.id"_s)
                .contains("follow_up_by_owner"_L1),
            "follow-ups");
        QVERIFY2(plan(u"SELECT p.id FROM live_prospect p WHERE p.owner_id = 1 AND p.stage_id = 2 "
                      u"AND p.last_activity_at < 5 "
                      "ORDER BY p.last_activity_at DESC, p.id DESC"_s)
                     .contains("prospect_by_owner"_L1),
            "prospects");
        QVERIFY2(
            plan(
                u"SELECT id, value FROM live_handle WHERE contested = 1 ORDER BY id DESC LIMIT 9"_s)
                .contains("handle_contested_newest"_L1),
            "contested handles");
        QVERIFY2(plan(u"SELECT x.prospect_id FROM live_touch x WHERE x.prospect_id IS NOT NULL "
                      "AND x.at >= 5 LIMIT 9"_s)
                     .contains("touch_by_time"_L1),
            "touches");
        QVERIFY2(plan(u"SELECT count(*) FROM attachment_content WHERE attachment_id IN (SELECT id "
                      "FROM attachment WHERE deleted_at IS NOT NULL AND deleted_at < 5)"_s)
                     .contains("attachment_deleted"_L1),
            "files that were deleted");
        for (const auto &[condition, index] :
            {std::pair(u"h.state = 'offered'"_s, u"handover_offered"_s),
                std::pair(u"h.state <> 'offered' AND h.decided_at >= 5"_s, u"handover_decided"_s)})
            QVERIFY2(plan("SELECT h.id FROM live_handover h JOIN live_prospect p ON p.id = "
                          "h.prospect_id WHERE "_L1
                         + condition)
                         .contains(index),
                qPrintable(index));
    }
};

PULLPUSH_TEST(TestDaysTable)
#include "tst_daystable.moc"
