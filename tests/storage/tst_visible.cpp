// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/circle.h"
#include "storage/prospecttable.h"
#include "test_support/circlefixture.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

using namespace Qt::StringLiterals;
using namespace CircleFixture;

namespace {
/// What a reader found, as numbers that can be compared.
template<typename T>
int sizeOf(const Result<QList<T>> &found)
{
    return found ? int(found->size()) : -1;
}

struct Reader
{
    User user;
    bool seesPrivate;
    bool seesShared;
    bool isOfCircle;
};

QList<Reader> readers()
{
    return {{ann, true, true, true}, {bob, false, true, false}, {cat, false, false, false},
        {meg, false, false, false}};
}
} // namespace

/// Who reads, who wrote, and every reader: nothing of what is private to another comes out.
class TestVisible : public QObject
{
    Q_OBJECT

    static void eachReader(
        const std::function<void(TestDatabase &, const Reader &)> &check, TestDatabase &test)
    {
        QVERIFY(test.write(fill));
        for (const Reader &reader : readers()) {
            test.database->setViewer(viewerOf(reader.user));
            check(test, reader);
            if (QTest::currentTestFailed()) {
                qWarning() << "as" << reader.user.login;
                return;
            }
        }
    }

private slots:
    void conversations_data() { TestDatabase::addBackends(); }
    void conversations()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        eachReader(
            [](TestDatabase &base, const Reader &reader) {
                const int open = 1 + (reader.seesPrivate ? 1 : 0) + (reader.seesShared ? 1 : 0);
                QCOMPARE(sizeOf(base.read(
                             [](Connection &c) { return Visible::conversationsOf(c, Open); })),
                    open);
                QCOMPARE(sizeOf(base.read(
                             [](Connection &c) { return Visible::conversationsOf(c, Secret); })),
                    reader.isOfCircle ? 1 : 0);
                QCOMPARE(sizeOf(base.read(&Visible::unassigned)), reader.seesPrivate ? 1 : 0);
            },
            test);
    }

    void partsOfAConversation_data() { TestDatabase::addBackends(); }
    void partsOfAConversation()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        eachReader(
            [](TestDatabase &base, const Reader &reader) {
                const auto parts = [&base](ConversationId id, bool isSeen) {
                    const int one = isSeen ? 1 : 0;
                    const auto itself =
                        base.read([id](Connection &c) { return Visible::conversation(c, id); });
                    QVERIFY(itself);
                    QCOMPARE(itself->has_value(), isSeen);
                    QCOMPARE(sizeOf(base.read(
                                 [id](Connection &c) { return Visible::messages(c, id, {}, 50); })),
                        one);
                    QCOMPARE(sizeOf(base.read(
                                 [id](Connection &c) { return Visible::participants(c, id); })),
                        2 * one);
                    QCOMPARE(
                        sizeOf(base.read([id](Connection &c) { return Visible::hops(c, id); })),
                        one);
                    QCOMPARE(sizeOf(base.read(
                                 [id](Connection &c) { return Visible::attachments(c, id); })),
                        one);
                };
                parts(PrivateChat, reader.seesPrivate);
                parts(SharedChat, reader.seesShared);
                parts(TeamChat, true);
                parts(SecretTeamChat, reader.isOfCircle);
                parts(GroupChat, reader.seesPrivate);
                QCOMPARE(
                    sizeOf(base.read([](Connection &c) { return Visible::shares(c, SharedChat); })),
                    reader.seesShared ? 1 : 0);
            },
            test);
    }

    void countsAndTimes_data() { TestDatabase::addBackends(); }
    void countsAndTimes()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        eachReader(
            [](TestDatabase &base, const Reader &reader) {
                const auto rows =
                    base.read([](Connection &c) { return ProspectTable::firstPage(c, {}, 10); });
                QVERIFY(rows);
                QCOMPARE(rows->size(), 1);
                const auto open = std::ranges::find(*rows, Open, &ProspectRow::id);
                QVERIFY(open != rows->end());
                QCOMPARE(open->unanswered,
                    1 + (reader.seesPrivate ? 1 : 0) + (reader.seesShared ? 1 : 0));
                // The team's word is the newest that they share; what is private tells no time.
                QCOMPARE(open->lastActivityAt, At + TeamChat.value() * 1000);
            },
            test);
    }

    void peopleOfACircle_data() { TestDatabase::addBackends(); }
    void peopleOfACircle()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        eachReader(
            [](TestDatabase &base, const Reader &reader) {
                const int one = reader.isOfCircle ? 1 : 0;
                const auto person =
                    base.read([](Connection &c) { return ProspectTable::find(c, Secret); });
                QVERIFY(person);
                QCOMPARE(person->has_value(), reader.isOfCircle);
                QCOMPARE(sizeOf(base.read(
                             [](Connection &c) { return ProspectTable::some(c, {Secret}); })),
                    one);
                QCOMPARE(sizeOf(base.read(
                             [](Connection &c) { return ProspectTable::rows(c, {Secret}); })),
                    one);
                QCOMPARE(sizeOf(base.read([](Connection &c) {
                    return ProspectTable::named(c, canary() + u" 102"_s);
                })),
                    one);
                // A list offers nobody of a circle, and one's own on demand alone.
                QCOMPARE(*base.read([](Connection &c) { return ProspectTable::count(c, {}); }), 1);
                ProspectQuery circle;
                circle.privateCircle = true;
                QCOMPARE(*base.read(
                             [&circle](Connection &c) { return ProspectTable::count(c, circle); }),
                    one);
                // The people behind a bar of a chart.
                ProspectQuery behind;
                behind.only = QList<ProspectId> {Open, Secret};
                QList<ProspectId> listed;
                QVERIFY(base.read([&](Connection &c) {
                    return ProspectTable::ids(
                        c, behind, {}, [&listed](const QList<ProspectId> &ids) {
                            listed << ids;
                            return true;
                        });
                }));
                QVERIFY(!listed.contains(Secret));
                QVERIFY(listed.contains(Open));
                // They count, whoever asks.
                int counted = 0;
                QVERIFY(base.read([&counted](Connection &c) {
                    return ProspectTable::scanProspects(
                        c, {}, [&counted](const ProspectTable::ColumnRow &) {
                            ++counted;
                            return true;
                        });
                }));
                QCOMPARE(counted, 2);
            },
            test);
    }

    void whatHangsOnAPerson_data() { TestDatabase::addBackends(); }
    void whatHangsOnAPerson()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        eachReader(
            [](TestDatabase &base, const Reader &reader) {
                const auto count = [&base](auto read) {
                    return sizeOf(base.read([read](Connection &c) { return read(c, Secret); }));
                };
                const int one = reader.isOfCircle ? 1 : 0;
                QCOMPARE(count(&ProspectTable::handles), one);
                QCOMPARE(count(&ProspectTable::moves), one);
                QCOMPARE(count(&ProspectTable::touches), one);
                QCOMPARE(count(&ProspectTable::followUps), one);
                QCOMPARE(count(&ProspectTable::openProposals), one);
                QCOMPARE(count(&SalesTable::facts), one);
                QCOMPARE(count(&SalesTable::consents), one);
                QCOMPARE(count(&SalesTable::offers), one);
                QCOMPARE(count(&SalesTable::handovers), one);
                QCOMPARE(count(&SalesTable::overrides), one);
                // A proposal is as private as the conversation it comes from.
                QCOMPARE(sizeOf(base.read(
                             [](Connection &c) { return ProspectTable::openProposals(c, Open); })),
                    1 + (reader.seesPrivate ? 1 : 0) + (reader.seesShared ? 1 : 0));
                QCOMPARE(sizeOf(base.read([](Connection &c) {
                    return ProspectTable::dueFollowUps(c, QDate(2026, 1, 1), UserId(99));
                })),
                    1 + one);
            },
            test);
    }

    void aDuplicateTellsNothingButThatItIsThere_data() { TestDatabase::addBackends(); }
    void aDuplicateTellsNothingButThatItIsThere()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        eachReader(
            [](TestDatabase &base, const Reader &reader) {
                const auto found = base.read([](Connection &c) {
                    return ProspectTable::withHandle(c, u"x"_s, canary() + u"102"_s);
                });
                QVERIFY(found);
                QCOMPARE(found->known, reader.isOfCircle ? Secret : ProspectId());
                QCOMPARE(found->isHidden, !reader.isOfCircle);
                QCOMPARE(sizeOf(base.read([](Connection &c) {
                    return ProspectTable::allWithHandle(c, u"x"_s, canary() + u"102"_s);
                })),
                    reader.isOfCircle ? 1 : 0);
            },
            test);
    }

    void writesOnlyWhatIsSeen_data() { TestDatabase::addBackends(); }
    void writesOnlyWhatIsSeen()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        eachReader(
            [](TestDatabase &base, const Reader &reader) {
                const auto write = [&base](const RowEdit &edit) {
                    const auto done =
                        base.write([edit](Transaction &t) { return applyEdit(t, edit); });
                    return done
                        ? u"done"_s
                        : (done.error().code == Error::Code::Rejected ? u"rejected"_s
                                                                      : done.error().message);
                };
                const auto outcome = [](bool may) { return may ? u"done"_s : u"rejected"_s; };
                const auto snooze = [](ConversationId id) {
                    Conversation before;
                    before.id = id;
                    Conversation after = before;
                    after.closedAt = 5;
                    RowEdit edit = update(before, after);
                    edit.before.clear(); // whatever it was
                    return edit;
                };
                QCOMPARE(write(snooze(PrivateChat)), outcome(reader.seesPrivate));
                QCOMPARE(write(snooze(SharedChat)), outcome(reader.seesShared));
                QCOMPARE(write(snooze(TeamChat)), outcome(true));
                Message message;
                message.id = MessageId(900000 + reader.user.id.value());
                message.conversation = PrivateChat;
                QCOMPARE(write(insertion(message)), outcome(reader.seesPrivate));
                // Who sees it may write, and only the owner shares.
                RowEdit share = snooze(SharedChat);
                share.after = {
                    {u"privacy"_s, u"shared"_s}, {u"owner_id"_s, reader.user.id.value()}};
                QCOMPARE(write(share), outcome(reader.user == ann));
                ConversationShare more;
                more.id = ConversationShareId(700 + reader.user.id.value());
                more.conversation = TeamChat;
                more.member = meg.id;
                QCOMPARE(write(insertion(more)), outcome(reader.user == ann));
                Fact fact;
                fact.id = FactId(800 + reader.user.id.value());
                fact.prospect = Secret;
                QCOMPARE(write(insertion(fact)), outcome(reader.isOfCircle));
            },
            test);
    }

    void theLogKeepsNothingOfConversations_data() { TestDatabase::addBackends(); }
    void theLogKeepsNothingOfConversations()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write(fill));
        test.database->setViewer(viewerOf(ann));
        Conversation before;
        before.id = TeamChat;
        Conversation after = before;
        after.lastMessageAt = 77;
        after.turn = Turn::They;
        QVERIFY(test.write([&](Transaction &t) { return applyEdit(t, update(before, after)); }));
        QCOMPARE(*test.read([](Connection &c) {
            return c.number(u"SELECT count(*) FROM change WHERE table_name = 'conversation' "
                            "AND before <> '{}'"_s);
        }),
            0);
    }
};

PULLPUSH_TEST(TestVisible)
#include "tst_visible.moc"
