// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/guardrailservice.h"
#include "session/importservice.h"
#include "session/mergeservice.h"
#include "session/personerasing.h"
#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "session/sharing.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/objections.h"
#include "storage/prospecttable.h"
#include "storage/suppression.h"
#include "test_support/teamworkspace.h"
#include "test_support/testprogram.h"

#include <algorithm>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

/// Who asked to be left alone stays so, whatever becomes of the record, on both databases; and what an import does with people whom it may not know of.
class TestObjections : public QObject
{
    Q_OBJECT

    std::unique_ptr<TeamWorkspace> m_test;
    Workspace *m_workspace = nullptr;
    std::shared_ptr<Workspace> m_tess; ///< a colleague

    /// The empty text, or why there is no workspace with two members.
    QString open(bool onServer)
    {
        m_test = std::make_unique<TeamWorkspace>();
        const User tess {UserId(13), u"tess"_s, u"Tess"_s, Role::SalesRep};
        if (QString reason = m_test->open(onServer, {tess}); !reason.isEmpty())
            return reason;
        m_workspace = m_test->get();
        m_tess = m_test->another(u"tess"_s);
        return m_tess ? QString() : u"not opened again"_s;
    }
    bool settle() const { return m_test->settle(); }
    static std::unique_ptr<ProspectDossier> dossier(Workspace &workspace, ProspectId id)
    {
        auto dossier = std::make_unique<ProspectDossier>(workspace, nullptr);
        dossier->open(id);
        return QTest::qWaitFor([&] { return dossier->state() == StoreState::Ready; })
            ? std::move(dossier)
            : nullptr;
    }
    static Handle mail(const QString &value, bool isContested = false)
    {
        Handle handle;
        handle.network = u"email"_s;
        handle.value = value;
        handle.contested = isContested;
        return handle;
    }
    ProspectId create(const QString &name, const QList<Handle> &handles) const
    {
        Prospect prospect;
        prospect.name = name;
        const ProspectId id = m_workspace->prospects().create(prospect, handles);
        return settle() ? id : ProspectId();
    }
    /// Sets the flag or lifts it.
    [[nodiscard]] bool flag(ProspectId id, bool isSet = true) const
    {
        const auto of = dossier(*m_workspace, id);
        if (!of || !of->prospect())
            return false;
        m_workspace->guardrails().setDoNotContact(*of->prospect(), isSet, u"they wrote so"_s);
        return settle();
    }
    [[nodiscard]] bool isFlagged(ProspectId id) const
    {
        const auto of = dossier(*m_workspace, id);
        return of && of->prospect() && of->prospect()->doNotContactSince != 0;
    }
    [[nodiscard]] bool remove(ProspectId id) const
    {
        const auto of = dossier(*m_workspace, id);
        if (!of || !of->prospect())
            return false;
        m_workspace->prospects().remove(*of);
        return settle();
    }
    [[nodiscard]] bool undo() const
    {
        m_workspace->undoStack()->undo();
        return settle();
    }
    [[nodiscard]] bool redo() const
    {
        m_workspace->undoStack()->redo();
        return settle();
    }
    [[nodiscard]] bool merge(ProspectId survivor, ProspectId merged)
    {
        MergeService service(*m_workspace, nullptr);
        std::optional<Result<MergeDraft>> draft;
        service.read(
            survivor, merged, this, [&draft](Result<MergeDraft> read) { draft = std::move(read); });
        if (!QTest::qWaitFor([&draft] { return draft.has_value(); }) || !*draft)
            return false;
        service.merge(**draft, (*draft)->proposed());
        return settle();
    }
    /// Why it is on the list; an empty text where it is not.
    QString listed(const QString &value, const QString &network = u"email"_s) const
    {
        const auto why = m_workspace->database()
                             ->read([&](Connection &connection) {
                                 return SuppressionList::find(connection, network, value);
                             })
                             .result();
        if (!why)
            return why.error().message;
        return *why ? QString(toText(**why)) : QString();
    }
    QString file(const QString &name, const QByteArray &text) const
    {
        return m_test->file(name, text);
    }
    static QStringList codes(const ImportReport &report)
    {
        QStringList list;
        for (const ImportIssue &issue : report.issues)
            list << issue.code;
        return list;
    }
    static QList<ProspectId> owners(Workspace &workspace, const QString &value)
    {
        return workspace.database()
            ->read([&value](Connection &connection) {
                return ProspectTable::allWithHandle(connection, u"email"_s, value);
            })
            .result()
            .value_or(QList<ProspectId>());
    }
    static qint64 number(Workspace &workspace, const QString &sql)
    {
        return workspace.database()
            ->read([&sql](Connection &connection) { return connection.number(sql); })
            .result()
            .value_or(std::nullopt)
            .value_or(-1);
    }

private slots:
    void cleanup()
    {
        m_tess.reset();
        m_test.reset();
    }

    void survivesRemovalAndImport_data() { TeamWorkspace::addBackends(); }
    void survivesRemovalAndImport();
    void undoTakesItBack_data() { TeamWorkspace::addBackends(); }
    void undoTakesItBack();
    void liftingLeavesWhatAnotherHas_data() { TeamWorkspace::addBackends(); }
    void liftingLeavesWhatAnotherHas();
    void laterHandlesFollow_data() { TeamWorkspace::addBackends(); }
    void laterHandlesFollow();
    void mergingKeepsIt_data() { TeamWorkspace::addBackends(); }
    void mergingKeepsIt();
    void erasingKeepsIt_data() { TeamWorkspace::addBackends(); }
    void erasingKeepsIt();
    void importedHandlesFollow_data() { TeamWorkspace::addBackends(); }
    void importedHandlesFollow();
    void anImportBarsWhoIsHere_data() { TeamWorkspace::addBackends(); }
    void anImportBarsWhoIsHere();
    void hiddenPeopleAreLeftOutWhole_data() { TeamWorkspace::addBackends(); }
    void hiddenPeopleAreLeftOutWhole();
    void theChatOfSomebodyHiddenIsLeftOut_data() { TeamWorkspace::addBackends(); }
    void theChatOfSomebodyHiddenIsLeftOut();
};

void TestObjections::survivesRemovalAndImport()
{
    OPEN_BACKEND(*this);
    Handle phone;
    phone.network = u"phone"_s;
    phone.value = u"+49 30 1234567"_s;
    const ProspectId nora = create(u"Nora Field"_s, {mail(u"nora@example.com"_s), phone});
    QVERIFY(flag(nora));
    QCOMPARE(listed(u"nora@example.com"_s), u"do-not-contact"_s);
    QCOMPARE(listed(u"+49301234567"_s, u"phone"_s), u"do-not-contact"_s);
    QVERIFY(remove(nora));
    QCOMPARE(listed(u"nora@example.com"_s), u"do-not-contact"_s);
    const QString table = file(u"again.csv"_s, "name,email\nNora F,NORA@Example.com\n");
    const auto report = ImportService::runNow(*m_workspace, {table}, {});
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->prospects.created, 1);
    QCOMPARE(codes(*report), QStringList {u"do-not-contact"_s});
    QVERIFY(isFlagged(report->touched.first()));
    QVERIFY(ImportService::undoNow(*m_workspace, report->batch));
    QCOMPARE(listed(u"nora@example.com"_s), u"do-not-contact"_s);
}

void TestObjections::undoTakesItBack()
{
    OPEN_BACKEND(*this);
    const ProspectId nora = create(u"Nora Field"_s, {mail(u"nora@example.com"_s)});
    QCOMPARE(listed(u"nora@example.com"_s), QString());
    QVERIFY(flag(nora));
    QCOMPARE(listed(u"nora@example.com"_s), u"do-not-contact"_s);
    QVERIFY(undo());
    QCOMPARE(listed(u"nora@example.com"_s), QString());
    QVERIFY(redo());
    QCOMPARE(listed(u"nora@example.com"_s), u"do-not-contact"_s);
    QVERIFY(remove(nora));
    QVERIFY(undo()); // she is here again
    QVERIFY(isFlagged(nora));
    QVERIFY(undo()); // and may be written to
    QCOMPARE(listed(u"nora@example.com"_s), QString());
    QVERIFY(remove(nora));
    const QString table = file(u"again.csv"_s, "name,email\nNora F,NORA@Example.com\n");
    const auto report = ImportService::runNow(*m_workspace, {table}, {});
    QVERIFY(report);
    QCOMPARE(codes(*report), QStringList());
    QVERIFY(!isFlagged(report->touched.first()));
}

void TestObjections::liftingLeavesWhatAnotherHas()
{
    OPEN_BACKEND(*this);
    const ProspectId one =
        create(u"Nora Field"_s, {mail(u"team@example.com"_s), mail(u"nora@example.com"_s)});
    const ProspectId other = create(u"Bo Field"_s, {mail(u"Team@example.com"_s, true)});
    QVERIFY(flag(one));
    QVERIFY(flag(other));
    QVERIFY(flag(one, false));
    QCOMPARE(listed(u"team@example.com"_s), u"do-not-contact"_s);
    QCOMPARE(listed(u"nora@example.com"_s), QString());
    QVERIFY(flag(one));
    QVERIFY(flag(other, false));
    QCOMPARE(listed(u"team@example.com"_s), u"do-not-contact"_s);
    QVERIFY(flag(one, false));
    QCOMPARE(listed(u"team@example.com"_s), QString());
}

void TestObjections::laterHandlesFollow()
{
    OPEN_BACKEND(*this);
    const ProspectId nora = create(u"Nora Field"_s, {});
    QVERIFY(flag(nora));
    m_workspace->prospects().addHandle(nora, u"email"_s, u"nora@example.com"_s);
    QVERIFY(settle());
    QCOMPARE(listed(u"nora@example.com"_s), u"do-not-contact"_s);
    QVERIFY(undo());
    QCOMPARE(listed(u"nora@example.com"_s), QString());
    QVERIFY(redo());
    const Handle before = dossier(*m_workspace, nora)->handles().first();
    Handle after = before;
    after.value = u"field@example.com"_s;
    m_workspace->commit({update(before, after)}, u"Change a handle"_s);
    QVERIFY(settle());
    QCOMPARE(listed(u"nora@example.com"_s), QString());
    QCOMPARE(listed(u"field@example.com"_s), u"do-not-contact"_s);
    m_workspace->prospects().removeHandle(dossier(*m_workspace, nora)->handles().first());
    QVERIFY(settle());
    QCOMPARE(listed(u"field@example.com"_s), QString());
    // What somebody else had who is gone stays, whoever has it for a while.
    QVERIFY(undo());
    QVERIFY(remove(nora));
    const ProspectId bo = create(u"Bo Lind"_s, {mail(u"field@example.com"_s)});
    m_workspace->prospects().removeHandle(dossier(*m_workspace, bo)->handles().first());
    QVERIFY(settle());
    QCOMPARE(listed(u"field@example.com"_s), u"do-not-contact"_s);
}

void TestObjections::mergingKeepsIt()
{
    OPEN_BACKEND(*this);
    const ProspectId survivor = create(u"Nora Field"_s, {mail(u"nora@example.com"_s)});
    const ProspectId merged = create(u"N. Field"_s, {mail(u"field@example.com"_s)});
    QVERIFY(flag(merged));
    QVERIFY(merge(survivor, merged));
    QVERIFY(isFlagged(survivor));
    QCOMPARE(listed(u"nora@example.com"_s), u"do-not-contact"_s);
    QCOMPARE(listed(u"field@example.com"_s), u"do-not-contact"_s);
    QVERIFY(undo());
    QVERIFY(!isFlagged(survivor));
    QCOMPARE(listed(u"nora@example.com"_s), QString());
    QCOMPARE(listed(u"field@example.com"_s), u"do-not-contact"_s);
    QVERIFY(redo());
    QCOMPARE(listed(u"nora@example.com"_s), u"do-not-contact"_s);
    QVERIFY(remove(survivor));
    const QString table =
        file(u"again.csv"_s, "name,email\nNora,Nora@Example.com\nField,FIELD@example.com\n");
    const auto report = ImportService::runNow(*m_workspace, {table}, {});
    QVERIFY(report);
    QCOMPARE(report->touched.size(), 2);
    for (const ProspectId id : report->touched)
        QVERIFY(isFlagged(id));
}

void TestObjections::erasingKeepsIt()
{
    OPEN_BACKEND(*this);
    const ProspectId nora = create(u"Nora Field"_s, {mail(u"nora@example.com"_s)});
    QVERIFY(flag(nora));
    QVERIFY(PersonErasing::runNow(*m_workspace, nora));
    QCOMPARE(listed(u"nora@example.com"_s), u"erased"_s);
    QCOMPARE(number(*m_workspace,
                 u"SELECT count(*) FROM live_suppression WHERE kind = 'do-not-contact'"_s),
        1);
    const QString table = file(u"again.csv"_s, "name,email\nNora,Nora@Example.com\n");
    const auto report = ImportService::runNow(*m_workspace, {table}, {});
    QVERIFY(report);
    QCOMPARE(report->prospects.created, 0);
    QCOMPARE(codes(*report), QStringList {u"erased"_s});
}

void TestObjections::importedHandlesFollow()
{
    OPEN_BACKEND(*this);
    const ProspectId nora = create(u"Nora Field"_s, {mail(u"nora@example.com"_s)});
    QVERIFY(flag(nora));
    const QString table =
        file(u"more.csv"_s, "name,email,phone\nNora Field,nora@example.com,+49 30 1234567\n");
    const auto report = ImportService::runNow(*m_workspace, {table}, {});
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->prospects.created, 0);
    QCOMPARE(listed(u"+49301234567"_s, u"phone"_s), u"do-not-contact"_s);
    QVERIFY(ImportService::undoNow(*m_workspace, report->batch));
    QCOMPARE(listed(u"+49301234567"_s, u"phone"_s), QString());
    QCOMPARE(listed(u"nora@example.com"_s), u"do-not-contact"_s);
}

void TestObjections::anImportBarsWhoIsHere()
{
    OPEN_BACKEND(*this);
    const ProspectId gone = create(u"Nora Field"_s, {mail(u"nora@example.com"_s)});
    QVERIFY(flag(gone));
    QVERIFY(remove(gone));
    Handle phone;
    phone.network = u"phone"_s;
    phone.value = u"+49301234567"_s;
    const ProspectId nora = create(u"Nora F"_s, {phone});
    const QString table =
        file(u"more.csv"_s, "name,email,phone\nNora F,NORA@example.com,+49 30 1234567\n");
    const auto report = ImportService::runNow(*m_workspace, {table}, {});
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(codes(*report), QStringList {u"do-not-contact"_s});
    QVERIFY(isFlagged(nora));
    QCOMPARE(listed(u"+49301234567"_s, u"phone"_s), u"do-not-contact"_s);
    QVERIFY(ImportService::undoNow(*m_workspace, report->batch));
    QVERIFY(!isFlagged(nora));
    QCOMPARE(listed(u"+49301234567"_s, u"phone"_s), QString());
    QCOMPARE(listed(u"nora@example.com"_s), u"do-not-contact"_s);
    // Who lifts the flag has decided: the same file does not set it again.
    QVERIFY(ImportService::runNow(*m_workspace, {table}, {}));
    QVERIFY(flag(nora, false));
    QVERIFY(ImportService::runNow(*m_workspace, {table}, {}));
    QVERIFY(!isFlagged(nora));
}

void TestObjections::hiddenPeopleAreLeftOutWhole()
{
    OPEN_BACKEND(*this);
    const QString known = file(u"known.csv"_s, "id,name,email\n7,Anna Berg,anna@example.com\n");
    const auto first = ImportService::runNow(*m_workspace, {known}, {});
    QVERIFY(first);
    const ProspectId anna = first->touched.first();
    Sharing::setPrivateCircle(*m_workspace, *dossier(*m_workspace, anna)->prospect(), true);
    QVERIFY(settle());
    const qint64 people = number(*m_workspace, u"SELECT count(*) FROM live_prospect"_s);
    const QString table = file(u"list.csv"_s,
        "id,name,email,phone\n"
        "8,Bo Lind,bo@example.com,\n"
        "9,A. Berg,ANNA@example.com,+49 30 1234567\n"
        "7,A. Berg,,+49 30 7654321\n");
    const auto report = ImportService::runNow(*m_tess, {table}, {});
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->prospects.created, 1);
    QCOMPARE(report->prospects.skipped, 2);
    QCOMPARE(codes(*report), (QStringList {u"hidden-person"_s, u"hidden-person"_s}));
    QCOMPARE(report->issues.at(0).file, u"list.csv"_s);
    QCOMPARE(report->issues.at(0).line, 3);
    QCOMPARE(report->issues.at(1).line, 4);
    for (const ImportIssue &issue : report->issues)
        QVERIFY(!issue.text.contains("Anna"_L1));
    // Nothing of either row is here, and the id still leads to her.
    QCOMPARE(number(*m_workspace, u"SELECT count(*) FROM live_prospect"_s), people + 1);
    QCOMPARE(number(*m_workspace, u"SELECT count(*) FROM handle WHERE network = 'phone'"_s), 0);
    QCOMPARE(number(*m_workspace, u"SELECT prospect_id FROM external_id WHERE external_id = '7'"_s),
        anna.value());
    QCOMPARE(owners(*m_tess, u"anna@example.com"_s), QList<ProspectId>());
    QCOMPARE(owners(*m_workspace, u"anna@example.com"_s), QList<ProspectId> {anna});
    // For whom she is, the same file tells of her.
    const auto own = ImportService::runNow(*m_workspace, {table}, {});
    QVERIFY(own);
    QCOMPARE(own->prospects.created, 0);
    QVERIFY(!codes(*own).contains(u"hidden-person"_s));
    QCOMPARE(number(*m_workspace, u"SELECT count(*) FROM handle WHERE network = 'phone'"_s), 2);
}

void TestObjections::theChatOfSomebodyHiddenIsLeftOut()
{
    OPEN_BACKEND(*this);
    const char *const words = "12/01/2026, 10:00 - Nora Field: Hello there\n"
                              "12/01/2026, 10:04 - Tess: Good morning\n"
                              "13/01/2026, 09:00 - Nora Field: Lovely\n";
    Handle chatName;
    chatName.network = u"whatsapp"_s;
    chatName.value = u"Nora Field"_s;
    const ProspectId nora = create(u"Nora Field"_s, {chatName});
    Sharing::setPrivateCircle(*m_workspace, *dossier(*m_workspace, nora)->prospect(), true);
    QVERIFY(settle());
    const QString chat = file(u"WhatsApp Chat with Nora Field.txt"_s, words);
    ImportOptions options;
    options.me = u"Tess"_s;
    options.dateOrder = DateOrder::DayFirst;
    const auto report = ImportService::runNow(*m_tess, {chat}, options);
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->prospects.created, 0);
    QCOMPARE(report->conversations.created, 0);
    QCOMPARE(report->conversations.skipped, 1);
    QCOMPARE(report->messages.skipped, 3);
    QCOMPARE(codes(*report), QStringList {u"hidden-person"_s});
    QCOMPARE(report->issues.first().file, u"WhatsApp Chat with Nora Field.txt"_s);
    QCOMPARE(number(*m_workspace, u"SELECT count(*) FROM live_prospect"_s), 1);
    // One's own person of that name is meant, whoever else has the handle.
    Prospect own;
    own.name = u"Nora Field"_s;
    const ProspectId hers = m_tess->prospects().create(own);
    QTRY_VERIFY(!m_tess->isWriting());
    const auto again = ImportService::runNow(*m_tess, {chat}, options);
    QVERIFY(again);
    QCOMPARE(again->conversations.created, 1);
    QCOMPARE(dossier(*m_tess, hers)->conversations().size(), 1);
}

PULLPUSH_TEST(TestObjections)
#include "tst_objections.moc"
