// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/persondocument.h"
#include "session/personerasing.h"
#include "session/personexport.h"
#include "session/personfinder.h"
#include "storage/database.h"
#include "test_support/circleworkspace.h"
#include "test_support/testprogram.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace CircleFixture;

/// Everything about one person: what is in the file, for whom, and that it can be made to go.
class TestPersonExport : public QObject
{
    Q_OBJECT

    std::unique_ptr<CircleWorkspace> m_test;

    QJsonObject read(const QString &login, ProspectId id, bool redact = false)
    {
        const auto workspace = m_test->another(login);
        return workspace ? PersonExport::readNow(*workspace, id, redact).value_or(QJsonObject())
                         : QJsonObject();
    }
    QByteArray bytes(const QString &name)
    {
        QFile file(m_test->path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void init()
    {
        m_test = std::make_unique<CircleWorkspace>();
        QCOMPARE(m_test->fill(), QString());
    }
    void cleanup() { m_test.reset(); }

    void holdsEverything()
    {
        const QJsonObject person = read(u"ann"_s, Open);
        for (const char *key : {"prospect", "company", "handles", "labels", "customFields",
                 "consents", "touches", "moves", "proposals", "offers", "facts", "followUps",
                 "handovers", "overrides", "merges", "conversations", "history"})
            QVERIFY2(person.contains(QLatin1StringView(key)), key);
        for (const char *key : {"handles", "consents", "touches", "moves", "offers", "facts",
                 "followUps", "handovers", "overrides"})
            QCOMPARE(person.value(QLatin1StringView(key)).toArray().size(), 1);
        const QJsonObject itself = person.value("prospect"_L1).toObject();
        QCOMPARE(itself.value("id"_L1).toString(), u"101"_s);
        QCOMPARE(itself.value("firstSeen"_L1).toString(), u"2025-10-09T08:53:20.000Z"_s);
        QCOMPARE(itself.value("stage"_L1).toString(), (*m_test)->stages().at(1).name);
        const QJsonArray chats = person.value("conversations"_L1).toArray();
        QCOMPARE(chats.size(), 3);
        const QJsonObject message =
            chats.first().toObject().value("messages"_L1).toArray().first().toObject();
        QCOMPARE(message.value("text"_L1).toString(), canary() + u" said this"_s);
        QCOMPARE(message.value("attachments"_L1).toArray().size(), 1);
        QVERIFY(!person.value("history"_L1).toArray().isEmpty());
    }

    void holdsWhatTheViewerMaySee()
    {
        QCOMPARE(read(u"bob"_s, Open).value("conversations"_L1).toArray().size(), 2);
        QCOMPARE(read(u"meg"_s, Open).value("conversations"_L1).toArray().size(), 1);
        // A proposed move is as private as the conversation in which it was made.
        QCOMPARE(read(u"ann"_s, Open).value("proposals"_L1).toArray().size(), 3);
        QCOMPARE(read(u"bob"_s, Open).value("proposals"_L1).toArray().size(), 2);
        QCOMPARE(read(u"meg"_s, Open).value("proposals"_L1).toArray().size(), 1);
        // What they may not see is in no history either.
        const QJsonObject others = read(u"meg"_s, Open);
        QSet<QString> told;
        const QJsonArray history = others.value("history"_L1).toArray();
        for (const QJsonValue &entry : history)
            told << entry.toObject().value("what"_L1).toString();
        QVERIFY(!told.contains(u"conversation"_s));
        QVERIFY(!told.contains(u"message"_s));
        QVERIFY(read(u"meg"_s, Secret).isEmpty());
        QVERIFY(!read(u"ann"_s, Secret).isEmpty());
    }

    void redactsOthers()
    {
        // A third person in one of the chats.
        const Participant third {ParticipantId(77), TeamChat, {}, u"Thirdname"_s, false, {}, 1};
        QVERIFY((*m_test)
                    ->database()
                    ->write([&](Transaction &t) { return applyEdit(t, insertion(third)); })
                    .result());
        const auto text = [this](bool redact) {
            return QJsonDocument(read(u"ann"_s, Open, redact)).toJson();
        };
        QVERIFY(text(false).contains("Thirdname"));
        QVERIFY(!text(true).contains("Thirdname"));
    }

    void writesAPageThatRunsNothing()
    {
        const QJsonObject evil {{u"workspace"_s, u"w"_s}, {u"exportedAt"_s, u"t"_s},
            {u"prospect"_s, QJsonObject {{u"name"_s, u"<script>alert(1)</script> & \"q\""_s}}},
            {u"labels"_s, QJsonArray {u"<img src=x>"_s}},
            {u"facts"_s,
                QJsonArray {QJsonObject {{u"text"_s, u"عربي <b>"_s}, {u"<k>"_s, u"v"_s}}}}};
        const QString page = PersonDocument::html(evil);
        QVERIFY(!page.contains("<script"_L1));
        QVERIFY(!page.contains("<img"_L1));
        QVERIFY(!page.contains("<b>"_L1));
        QVERIFY(!page.contains("<k>"_L1));
        QVERIFY(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;q&quot;"_L1));
        QVERIFY(page.contains(u"<td dir=\"auto\">عربي &lt;b&gt;</td>"_s));
    }

    void writesFiles_data()
    {
        QTest::addColumn<PersonFormat>("format");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("json") << PersonFormat::Json << QByteArray("{");
        QTest::newRow("html") << PersonFormat::Html << QByteArray("<!DOCTYPE html>");
        QTest::newRow("pdf") << PersonFormat::Pdf << QByteArray("%PDF-");
    }
    void writesFiles()
    {
        QFETCH(PersonFormat, format);
        QFETCH(QByteArray, begins);
        const auto workspace = m_test->another(u"ann"_s);
        QVERIFY(workspace);
        std::optional<Result<QString>> written;
        PersonExport::run(*workspace, Open, m_test->path(u"out"_s), {format, false}, this,
            [&written](const Result<QString> &done) { written = done; });
        QTRY_VERIFY(written.has_value());
        QVERIFY2(*written, qPrintable(*written ? QString() : written->error().message));
        QVERIFY(bytes(u"out"_s).startsWith(begins));
        if (format != PersonFormat::Pdf)
            QVERIFY(bytes(u"out"_s).contains(canary().toUtf8()));
    }

    void isFoundByWhatPeopleType()
    {
        const auto workspace = m_test->another(u"cat"_s);
        QVERIFY(workspace);
        const auto code = [&workspace](const QString &text) {
            const auto found = PersonFinder::findNow(*workspace, text);
            return found ? Error::Code::Cancelled : found.error().code; // Cancelled: found
        };
        QCOMPARE(code(u"101"_s), Error::Code::Cancelled);
        QCOMPARE(code(u"x:"_s + canary() + u"101"_s), Error::Code::Cancelled);
        QCOMPARE(code(u"x:"_s + canary() + u"102"_s), Error::Code::NotFound); // of a circle
        QCOMPARE(code(u"102"_s), Error::Code::NotFound);
        QCOMPARE(code(u"nobody@example.org"_s), Error::Code::NotFound);
        QCOMPARE(code(u"just words"_s), Error::Code::NotFound);
        Handle one;
        one.id = HandleId(71);
        one.prospect = Open;
        one.network = u"email"_s;
        one.value = u"both@example.org"_s;
        Prospect other;
        other.id = ProspectId(104);
        other.name = u"Other"_s;
        Handle two;
        two.id = HandleId(72);
        two.prospect = other.id;
        two.network = u"email"_s;
        two.value = u"Both@Example.org"_s;
        two.contested = true; // kept beside the other until the two are merged
        QVERIFY((*m_test)
                    ->database()
                    ->write([&](Transaction &t) {
                        return applyEdits(t, {insertion(one), insertion(other), insertion(two)});
                    })
                    .result());
        const auto both = PersonFinder::findNow(*workspace, u"both@example.org"_s);
        QVERIFY(!both);
        QCOMPARE(both.error().code, Error::Code::Rejected);
        QVERIFY(both.error().message.contains("101"_L1));
        QVERIFY(both.error().message.contains("104"_L1));
    }

    void erasingEmptiesTheStackAndTells()
    {
        const auto workspace = m_test->another(u"ann"_s);
        QVERIFY(workspace);
        Prospect before;
        before.id = Open;
        before.title = QString(u""_s);
        Prospect after = before;
        after.title = u"Head"_s;
        workspace->commit({update(before, after)}, u"Change"_s);
        QTRY_COMPARE(workspace->undoStack()->count(), 1);
        const QSignalSpy told(workspace.get(), &Workspace::personErased);
        std::optional<Result<ErasedPerson>> erased;
        PersonErasing::run(
            *workspace, Open, this, [&erased](const Result<ErasedPerson> &done) { erased = done; });
        QTRY_VERIFY(erased.has_value());
        QVERIFY2(*erased, qPrintable(*erased ? QString() : erased->error().message));
        QCOMPARE((*erased)->counts.conversations, 3);
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(workspace->undoStack()->count(), 0);
        QVERIFY(read(u"ann"_s, Open).isEmpty());
    }

    void nobodyErasesWhomTheyMayNotKnow()
    {
        const auto workspace = m_test->another(u"meg"_s);
        QVERIFY(workspace);
        const auto erased = PersonErasing::runNow(*workspace, Secret);
        QVERIFY(!erased);
        QCOMPARE(erased.error().code, Error::Code::NotFound);
        QVERIFY(!read(u"ann"_s, Secret).isEmpty());
    }
};

PULLPUSH_TEST_IN(QGuiApplication, TestPersonExport)
#include "tst_personexport.moc"
