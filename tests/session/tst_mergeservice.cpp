// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/conversationservice.h"
#include "session/duplicatelist.h"
#include "session/importservice.h"
#include "session/mergeservice.h"
#include "session/personfinder.h"
#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/mergetable.h"
#include "storage/salestable.h"
#include "storage/suppression.h"
#include "storage/visible.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

#include <QFile>
#include <QSignalSpy>

#include <algorithm>
#include <optional>
#include <rapidcheck.h>

using namespace Qt::StringLiterals;

class TestMergeService : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestWorkspace> m_test;
    std::unique_ptr<MergeService> m_merges;

    void settle() { QTRY_VERIFY(!(*m_test)->isWriting()); }
    ProspectId create(const QString &name, const QString &mail, const QString &title = {})
    {
        Prospect prospect;
        prospect.name = name;
        prospect.title = title;
        Handle handle;
        handle.network = u"email"_s;
        handle.value = mail;
        const ProspectId id = (*m_test)->prospects().create(prospect, {handle});
        settle();
        return id;
    }
    std::unique_ptr<ProspectDossier> open(ProspectId id)
    {
        auto dossier = std::make_unique<ProspectDossier>(**m_test, nullptr);
        dossier->open(id);
        [&] { QTRY_COMPARE(dossier->state(), StoreState::Ready); }();
        return dossier;
    }
    void say(ProspectId id, const QString &words)
    {
        const auto dossier = open(id);
        (*m_test)->conversations().log(*dossier,
            {.medium = Medium::DirectMessage,
                .direction = Direction::Theirs,
                .body = words,
                .at = {}});
        settle();
    }
    std::optional<MergeDraft> draft(ProspectId survivor, ProspectId merged)
    {
        std::optional<MergeDraft> read;
        bool answered = false;
        m_merges->read(survivor, merged, this, [&](const Result<MergeDraft> &result) {
            answered = true;
            if (result)
                read = *result;
        });
        [&] { QTRY_VERIFY(answered); }();
        return read;
    }
    void merge(ProspectId survivor, ProspectId merged, const MergeChoices &chosen = {})
    {
        const auto both = draft(survivor, merged);
        QVERIFY(both);
        MergeChoices choices = both->proposed();
        choices.insert(chosen);
        m_merges->merge(*both, choices);
        settle();
    }
    /// A field of the team's own.
    CustomFieldId addField(const QString &name)
    {
        CustomField field;
        field.id = CustomFieldId::create((*m_test)->ids());
        field.name = name;
        (*m_test)->commit({insertion(field)}, name);
        settle();
        return field.id;
    }
    LabelId addLabel(const QString &name)
    {
        Label label;
        label.id = LabelId::create((*m_test)->ids());
        label.name = name;
        (*m_test)->commit({insertion(label)}, name);
        settle();
        return label.id;
    }
    RowEdit valued(ProspectId id, CustomFieldId field, const QString &text)
    {
        CustomValue value;
        value.id = CustomValueId::create((*m_test)->ids());
        value.prospect = id;
        value.field = field;
        value.value = text;
        return insertion(value);
    }
    RowEdit labelled(ProspectId id, LabelId label)
    {
        ProspectLabel on;
        on.id = ProspectLabelId::create((*m_test)->ids());
        on.prospect = id;
        on.label = label;
        return insertion(on);
    }
    QStringList values(ProspectId id)
    {
        QStringList texts;
        const auto record = open(id);
        for (const CustomValue &value : record->customValues())
            texts << value.value;
        texts.sort();
        return texts;
    }
    QList<NamedMerge> mergesInto(ProspectId id)
    {
        std::optional<QList<NamedMerge>> list;
        m_merges->mergesInto(id, this, [&list](const Result<QList<NamedMerge>> &merges) {
            list = merges.value_or(QList<NamedMerge>());
        });
        [&] { QTRY_VERIFY(list); }();
        return list.value_or(QList<NamedMerge>());
    }
    std::optional<TakenOut> takeOut(MergeId id)
    {
        std::optional<TakenOut> taken;
        m_merges->takeOut(id, this, [&taken](const Result<TakenOut> &result) {
            if (result)
                taken = *result;
        });
        [&] { QTRY_VERIFY(taken); }();
        settle();
        return taken;
    }
    QStringList mails(ProspectId id)
    {
        QStringList values;
        const auto record = open(id);
        for (const Handle &handle : record->handles())
            values << handle.value;
        values.sort();
        return values;
    }

    /// Everything that is seen of \a people: their columns, and which rows hang on whom.
    QStringList seen(const QList<ProspectId> &people)
    {
        const auto read =
            (*m_test)->database()->read([people](Connection &connection) -> Result<QStringList> {
                QStringList lines;
                for (const ProspectId id : people) {
                    const auto record = MergeTable::record(connection, id);
                    if (!record)
                        return tl::unexpected(record.error());
                    if (!*record) {
                        lines << id.toString() + " is hidden"_L1;
                        continue;
                    }
                    const QVariantMap columns = (*record)->columns;
                    for (auto it = columns.cbegin(); it != columns.cend(); ++it)
                        lines << id.toString() + u' ' + it.key() + u' ' + it.value().toString();
                    for (const HangingRow &row : (*record)->rows)
                        lines << id.toString() + u' ' + row.table + u' ' + row.column + u' '
                                + QString::number(row.id) + u' '
                                + row.values.value(u"value"_s).toString();
                }
                lines.sort();
                return lines;
            });
        return read.result().value_or(QStringList());
    }
    /// Takes out one of the merges that stand; false where there is none.
    bool takeOutSome(QList<ProspectId> &live, const QList<ProspectId> &people)
    {
        QList<NamedMerge> standing;
        for (const ProspectId id : std::as_const(live))
            standing << mergesInto(id);
        if (standing.isEmpty())
            return false;
        takeOut(standing.at(*rc::gen::inRange(0, int(standing.size()))).merge.id);
        live.clear();
        for (const ProspectId id : people) {
            if (open(id)->id() == id)
                live << id;
        }
        return true;
    }

private slots:
    void init()
    {
        m_merges.reset();
        m_test = std::make_unique<TestWorkspace>();
        QVERIFY(m_test->isOpen());
        m_merges = std::make_unique<MergeService>(**m_test, nullptr);
    }
    void cleanup()
    {
        m_merges.reset();
        m_test.reset();
    }

    void everythingGoesAlongAndComesBack()
    {
        const ProspectId anna = create(u"Anna Berg"_s, u"anna@example.com"_s);
        const ProspectId twin = create(u"A. Berg"_s, u"berg@example.com"_s, u"Head"_s);
        say(twin, u"Hello"_s);
        merge(anna, twin);
        {
            const auto dossier = open(anna);
            QCOMPARE(dossier->prospect()->title, u"Head"_s); // where there was none
            QCOMPARE(dossier->prospect()->name, u"Anna Berg"_s);
            QCOMPARE(dossier->moves().size(), 2);
            QCOMPARE(dossier->messages().size(), 1);
            QCOMPARE(open(twin)->prospect()->id, anna); // an old link leads to who stands
        }
        QCOMPARE(mails(anna), QStringList({u"anna@example.com"_s, u"berg@example.com"_s}));
        (*m_test)->undoStack()->undo();
        settle();
        QCOMPARE(open(twin)->id(), twin);
        QCOMPARE(open(anna)->prospect()->title, QString());
        QCOMPARE(mails(anna), QStringList({u"anna@example.com"_s}));
        (*m_test)->undoStack()->redo();
        settle();
        const QList<NamedMerge> merges = mergesInto(anna);
        QCOMPARE(merges.size(), 1);
        QCOMPARE(merges.first().merged, u"A. Berg"_s);
        QVERIFY(takeOut(merges.first().merge.id));
        const auto back = open(twin);
        QVERIFY(back->prospect());
        QCOMPARE(back->id(), twin);
        QCOMPARE(back->prospect()->title, u"Head"_s);
        QVERIFY(back->prospect()->mergedInto.isNull());
        QCOMPARE(back->messages().size(), 1);
        QCOMPARE(back->moves().size(), 1);
        QCOMPARE(open(anna)->prospect()->title, QString());
        QVERIFY(mergesInto(anna).isEmpty());
        (*m_test)->undoStack()->undo(); // the taking out
        settle();
        QCOMPARE(open(twin)->prospect()->id, anna);
        QCOMPARE(mergesInto(anna).size(), 1);
    }

    void anyOrderRestoresEverything()
    {
        int round = 0;
        const QList<CustomFieldId> fields {addField(u"Seats"_s), addField(u"City"_s)};
        const QList<LabelId> labels {addLabel(u"vip"_s), addLabel(u"press"_s)};
        QVERIFY(rc::check("merges taken out in any order leave what was there", [&] {
            ++round;
            QList<ProspectId> people;
            for (int i = 0; i < 4; ++i) {
                people << create(u"Person %1"_s.arg(i), u"p%1.%2@example.com"_s.arg(round).arg(i),
                    *rc::gen::arbitrary<bool>() ? u"Title %1"_s.arg(i) : QString());
                if (*rc::gen::arbitrary<bool>())
                    say(people.last(), u"Words"_s);
                RowEdits more;
                for (const CustomFieldId field : fields) {
                    if (*rc::gen::inRange(0, 4) > 0)
                        more << valued(people.last(), field, u"value %1"_s.arg(i));
                }
                for (const LabelId label : labels) {
                    if (*rc::gen::arbitrary<bool>())
                        more << labelled(people.last(), label);
                }
                if (!more.isEmpty())
                    (*m_test)->commit(more, u"More"_s);
                settle();
            }
            const QStringList before = seen(people);
            QList<ProspectId> live = people;
            const int steps = *rc::gen::inRange(0, 6);
            for (int i = 0; i < steps; ++i) {
                if (live.size() < 2 || *rc::gen::inRange(0, 3) == 0) {
                    takeOutSome(live, people);
                    continue;
                }
                const ProspectId survivor = live.at(*rc::gen::inRange(0, int(live.size())));
                live.removeOne(survivor);
                const ProspectId merged = live.at(*rc::gen::inRange(0, int(live.size())));
                live.removeOne(merged);
                MergeChoices choices;
                for (const CustomFieldId field : fields) {
                    if (*rc::gen::arbitrary<bool>())
                        choices.insert(MergeDraft::choiceOf(field), MergeChoice::Merged);
                }
                merge(survivor, merged, choices);
                live << survivor;
            }
            while (takeOutSome(live, people)) { }
            RC_ASSERT(seen(people) == before);
        }));
    }

    void theChosenValueOfAFieldCounts()
    {
        const CustomFieldId seats = addField(u"Seats"_s);
        const CustomFieldId city = addField(u"City"_s);
        const CustomFieldId size = addField(u"Size"_s);
        const ProspectId a = create(u"Anna Berg"_s, u"a@example.com"_s);
        const ProspectId b = create(u"Anna B"_s, u"b@example.com"_s);
        (*m_test)->commit(
            {valued(a, seats, u"40"_s), valued(b, seats, u"50"_s), valued(a, city, u"Kyiv"_s),
                valued(b, city, u"Kyiv"_s), valued(b, size, u"L"_s)},
            u"Fields"_s);
        settle();
        const auto both = draft(a, b);
        QVERIFY(both);
        QCOMPARE(
            both->differingFields(), QList<CustomFieldId> {seats}); // the others need no choice
        QCOMPARE(MergeDraft::valueOf(both->merged, seats), u"50"_s);
        QCOMPARE(MergeDraft::valueOf(both->survivor, size), QString());
        merge(a, b, {{MergeDraft::choiceOf(seats), MergeChoice::Merged}});
        QCOMPARE(values(a), (QStringList {u"50"_s, u"Kyiv"_s, u"L"_s}));
        (*m_test)->undoStack()->undo();
        settle();
        QCOMPARE(values(a), (QStringList {u"40"_s, u"Kyiv"_s}));
        QCOMPARE(values(b), (QStringList {u"50"_s, u"Kyiv"_s, u"L"_s}));
        (*m_test)->undoStack()->redo();
        settle();
        QVERIFY(takeOut(mergesInto(a).first().merge.id));
        QCOMPARE(values(a), (QStringList {u"40"_s, u"Kyiv"_s}));
        QCOMPARE(values(b), (QStringList {u"50"_s, u"Kyiv"_s, u"L"_s}));
        (*m_test)->undoStack()->undo(); // the taking out
        settle();
        QCOMPARE(values(a), (QStringList {u"50"_s, u"Kyiv"_s, u"L"_s}));
    }

    void theOwnValueFollowsLaterMerges()
    {
        const CustomFieldId seats = addField(u"Seats"_s);
        const ProspectId a = create(u"Anna Berg"_s, u"a@example.com"_s);
        const ProspectId b = create(u"Anna B"_s, u"b@example.com"_s);
        const ProspectId c = create(u"A Berg"_s, u"c@example.com"_s);
        (*m_test)->commit(
            {valued(a, seats, u"of a"_s), valued(b, seats, u"of b"_s), valued(c, seats, u"of c"_s)},
            u"Fields"_s);
        settle();
        const MergeChoices theirs {{MergeDraft::choiceOf(seats), MergeChoice::Merged}};
        merge(a, b, theirs);
        merge(c, a, theirs);
        QCOMPARE(values(c), QStringList {u"of b"_s});
        // Without the first merge it had been a's.
        QVERIFY(takeOut(mergesInto(c).last().merge.id));
        QCOMPARE(values(b), QStringList {u"of b"_s});
        QCOMPARE(values(c), QStringList {u"of a"_s});
        QVERIFY(takeOut(mergesInto(c).first().merge.id));
        QCOMPARE(values(a), QStringList {u"of a"_s});
        QCOMPARE(values(c), QStringList {u"of c"_s});
    }

    void labelsAreUnited()
    {
        const LabelId vip = addLabel(u"vip"_s);
        const LabelId press = addLabel(u"press"_s);
        const ProspectId a = create(u"Anna Berg"_s, u"a@example.com"_s);
        const ProspectId b = create(u"Anna B"_s, u"b@example.com"_s);
        (*m_test)->commit({labelled(a, vip), labelled(b, vip), labelled(b, press)}, u"Labels"_s);
        settle();
        merge(a, b);
        QCOMPARE(open(a)->labels().size(), 2);
        QVERIFY(takeOut(mergesInto(a).first().merge.id));
        QCOMPARE(open(a)->labels().size(), 1);
        QCOMPARE(open(b)->labels().size(), 2);
    }

    void takenOutOfTheMiddle()
    {
        const ProspectId a = create(u"Anna Berg"_s, u"a@example.com"_s);
        const ProspectId b = create(u"Anna B"_s, u"b@example.com"_s);
        const ProspectId c = create(u"A Berg"_s, u"c@example.com"_s);
        merge(a, b);
        merge(c, a);
        QCOMPARE(mails(c).size(), 3);
        QList<NamedMerge> merges = mergesInto(c);
        QCOMPARE(merges.size(), 2);
        QCOMPARE(merges.last().merged, u"Anna B"_s);
        QCOMPARE(merges.last().survivor, u"Anna Berg"_s);
        QVERIFY(takeOut(merges.last().merge.id));
        QCOMPARE(mails(b), QStringList({u"b@example.com"_s}));
        QCOMPARE(mails(c), QStringList({u"a@example.com"_s, u"c@example.com"_s}));
        QVERIFY(takeOut(merges.first().merge.id));
        QCOMPARE(mails(a), QStringList({u"a@example.com"_s}));
        QCOMPARE(mails(c), QStringList({u"c@example.com"_s}));
    }

    void oldLinksLeadToWhoStands()
    {
        const ProspectId a = create(u"Anna Berg"_s, u"a@example.com"_s);
        const ProspectId b = create(u"Anna B"_s, u"b@example.com"_s);
        const ProspectId c = create(u"A Berg"_s, u"c@example.com"_s);
        ProspectDossier watched(**m_test, nullptr);
        watched.open(b);
        QTRY_COMPARE(watched.state(), StoreState::Ready);
        QSignalSpy found(&watched, &ProspectDossier::survivorFound);
        merge(a, b);
        QTRY_COMPARE(watched.id(), a); // it was open while it was merged
        merge(c, a);
        QTRY_COMPARE(watched.id(), c);
        QCOMPARE(watched.prospect()->id, c);
        QCOMPARE(found.size(), 2);
        QCOMPARE(open(b)->prospect()->id, c); // over two merges
        QCOMPARE(open(b)->handles().size(), 3);
        const auto named = PersonFinder::findNow(**m_test, b.toString());
        QVERIFY(named);
        QCOMPARE(named->id, c);
        // Where the one who stood is gone as well there is nobody.
        (*m_test)->prospects().remove(*open(c));
        settle();
        const auto gone = open(b);
        QVERIFY(!gone->prospect());
        QCOMPARE(gone->id(), b);
        QVERIFY(!PersonFinder::findNow(**m_test, b.toString()));
    }

    void whatCameLaterIsHandedOver()
    {
        const ProspectId a = create(u"Anna Berg"_s, u"a@example.com"_s);
        const ProspectId b = create(u"Anna B"_s, u"b@example.com"_s);
        merge(a, b);
        m_test->clock.advance(1000);
        say(a, u"After the merge"_s);
        (*m_test)->prospects().addFollowUp(a, (*m_test)->today(), u"Call"_s);
        settle();
        const auto taken = takeOut(mergesInto(a).first().merge.id);
        QVERIFY(taken);
        QCOMPARE(taken->restored, b);
        QCOMPARE(taken->from, a);
        QCOMPARE(taken->later.size(), 2);
        QCOMPARE(open(a)->messages().size(), 1);
        QList<HangingRow> rows;
        for (const LaterRow &later : taken->later)
            rows << later.row;
        m_merges->handOver(*taken, rows);
        QTRY_COMPARE(open(b)->messages().size(), 1);
        QCOMPARE(open(b)->followUps().size(), 1);
        QVERIFY(open(a)->messages().isEmpty());
        QVERIFY(open(a)->followUps().isEmpty());
    }

    void importsFindTheSurvivor()
    {
        const QString file = m_test->path(u"list.csv"_s);
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("id,name,email\n7,Anna B,b@example.com\n");
        out.close();
        const auto first = ImportService::runNow(**m_test, {file}, {});
        QVERIFY2(first, first ? "" : qPrintable(first.error().message));
        QCOMPARE(first->touched.size(), 1);
        const ProspectId a = create(u"Anna Berg"_s, u"a@example.com"_s);
        merge(a, first->touched.first());
        const auto again = ImportService::runNow(**m_test, {file}, {});
        QVERIFY2(again, again ? "" : qPrintable(again.error().message));
        QCOMPARE(again->prospects.created, 0);
    }

    void objectionsAndErasuresSurviveAnImport()
    {
        const auto listed = (*m_test)->database()->write([](Transaction &transaction) {
            return SuppressionList::add(
                transaction, u"email"_s, u"no@example.com"_s, SuppressionKind::DoNotContact)
                .and_then([&] {
                    return SuppressionList::add(
                        transaction, u"email"_s, u"gone@example.com"_s, SuppressionKind::Erased);
                });
        });
        QVERIFY(listed.result());
        const QString file = m_test->path(u"list.csv"_s);
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("name,email\nNo,NO@example.com\nGone,gone@Example.com\nYes,yes@example.com\n");
        out.close();
        const auto report = ImportService::runNow(**m_test, {file}, {});
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->prospects.created, 2);
        QCOMPARE(report->prospects.skipped, 1);
        QStringList codes;
        for (const ImportIssue &issue : report->issues)
            codes << issue.code;
        QVERIFY(codes.contains(u"do-not-contact"_s));
        QVERIFY(codes.contains(u"erased"_s));
        QVERIFY(open(report->touched.at(0))->prospect()->doNotContactSince != 0);
        QCOMPARE(open(report->touched.at(1))->prospect()->doNotContactSince, 0);
    }

    void whatIsAddedMeanwhileIsNotLeftBehind()
    {
        const ProspectId one = create(u"Nora Field"_s, u"nora@field.example"_s);
        const ProspectId other = create(u"Nora Field"_s, u"nora@home.example"_s);
        const auto both = draft(one, other);
        QVERIFY(both);
        (*m_test)->prospects().addHandle(other, u"x"_s, u"@nora"_s); // while the page is open
        settle();
        QSignalSpy notices(&**m_test, &Workspace::notice);
        m_merges->merge(*both, both->proposed());
        settle();
        QTRY_VERIFY(!notices.isEmpty());
        QCOMPARE(notices.first().first().value<Notice>().severity, Notice::Severity::Error);
        QVERIFY(mergesInto(one).isEmpty());
        QCOMPARE(open(other)->handles().size(), 2);
        QCOMPARE(open(one)->handles().size(), 1);
        merge(one, other);
        QCOMPARE(mergesInto(one).size(), 1);
        QCOMPARE(open(one)->handles().size(), 3);
    }

    void pairsAreKeptApart()
    {
        const ProspectId a = create(u"Anna Berg"_s, u"a@example.com"_s);
        create(u"Anna Berg"_s, u"b@example.com"_s);
        DuplicateList list(**m_test, nullptr);
        list.setAlsoWeak(true);
        QTRY_COMPARE(list.suggestions().size(), 1);
        QCOMPARE(list.suggestions().first().pair.one, a);
        m_merges->keepApart(list.suggestions().first().pair);
        QVERIFY(list.suggestions().isEmpty()); // at once
        settle();
        QTRY_COMPARE(list.state(), StoreState::Ready);
        QVERIFY(list.suggestions().isEmpty());
        (*m_test)->undoStack()->undo();
        QTRY_COMPARE(list.suggestions().size(), 1);
    }

    void aTakenAddressIsRefused()
    {
        create(u"Anna Berg"_s, u"a@example.com"_s);
        const ProspectId b = create(u"Bo Lind"_s, u"b@example.com"_s);
        (*m_test)->prospects().addHandle(b, u"email"_s, u"A@example.com"_s);
        settle();
        QCOMPARE(mails(b), QStringList({u"b@example.com"_s}));
    }

    void takesAColleaguesTalksAlong()
    {
        User colleague;
        colleague.id = UserId(77);
        colleague.login = u"bob"_s;
        (*m_test)->commit({insertion(colleague)}, u"A colleague"_s);
        const ProspectId survivor = create(u"Nora Field"_s, u"nora@example.org"_s);
        const ProspectId merged = create(u"N. Field"_s, u"field@example.org"_s);
        Conversation talk;
        talk.id = ConversationId::create((*m_test)->ids());
        talk.prospect = merged;
        talk.owner = colleague.id;
        talk.privacy = Privacy::Private;
        const Viewer own = (*m_test)->viewer();
        auto &database = *(*m_test)->database();
        database.setViewer({colleague.id, Role::SalesRep});
        QVERIFY(database.write([&talk](Transaction &t) { return applyEdits(t, {insertion(talk)}); })
                    .result());
        database.setViewer(own);
        const auto where = [&database, &talk] {
            const auto places =
                database
                    .read([id = talk.id.toString()](Connection &connection) {
                        return *Visible::places(connection, u"conversation"_s, {id});
                    })
                    .result();
            return places ? places->value(talk.id.value()).at : ProspectId();
        };
        // Nobody else gives it to another record by hand.
        const RowEdit byHand {u"conversation"_s, talk.id.value(), RowEdit::Op::Update,
            {{u"prospect_id"_s, merged.value()}}, {{u"prospect_id"_s, survivor.value()}}};
        QVERIFY(!database.write([&](Transaction &t) { return applyEdits(t, {byHand}); }).result());
        merge(survivor, merged);
        QCOMPARE(where(), survivor);
        (*m_test)->undoStack()->undo();
        settle();
        QCOMPARE(where(), merged);
        (*m_test)->undoStack()->redo();
        settle();
        QCOMPARE(where(), survivor);
        const auto into = database
                              .read([survivor](Connection &connection) {
                                  return MergeTable::mergesInto(connection, survivor);
                              })
                              .result();
        QVERIFY(into && into->size() == 1);
        bool answered = false;
        m_merges->takeOut(into->first().merge.id, this,
            [&](const Result<TakenOut> &taken) { answered = bool(taken); });
        QTRY_VERIFY(answered);
        QTRY_COMPARE(where(), merged);
        settle();
        (*m_test)->undoStack()->undo();
        settle();
        QCOMPARE(where(), survivor);
    }
};

PULLPUSH_TEST(TestMergeService)
#include "tst_mergeservice.moc"
