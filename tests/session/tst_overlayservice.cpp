// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/overlayservice.h"
#include "session/plansets.h"
#include "test_support/fridayworkspace.h"
#include "test_support/testprogram.h"

#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
QByteArray calendar(const QByteArray &events)
{
    return "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Holidays\\, Berlin\r\n" + events + "END:VCALENDAR\r\n";
}

QByteArray day(const QByteArray &name, const QByteArray &begin, const QByteArray &more = {})
{
    return "BEGIN:VEVENT\r\nUID:" + name + "\r\nSUMMARY:" + name + "\r\nDTSTART;VALUE=DATE:" + begin
        + "\r\n" + more + "END:VEVENT\r\n";
}
} // namespace

class TestOverlayService : public QObject
{
    Q_OBJECT

    std::unique_ptr<FridayWorkspace> m_test;
    std::unique_ptr<OverlayService> m_overlays;

    [[nodiscard]] const PlanSets &plan() const { return (*m_test)->plan(); }
    [[nodiscard]] QUndoStack &undo() const { return *(*m_test)->undoStack(); }
    [[nodiscard]] QStringList days() const
    {
        QStringList list;
        for (const OverlayDay &entry : plan().overlayDays())
            list << entry.from.toString(Qt::ISODate) + u' ' + entry.name;
        list.sort();
        return list;
    }
    /// Adds the file, waits, and gives what came of it.
    Result<qsizetype> add(const QString &path)
    {
        std::optional<Result<qsizetype>> added;
        m_overlays->addFile(path, [&added](const Result<qsizetype> &result) { added = result; });
        if (!QTest::qWaitFor([&] { return added.has_value() && m_test->settle(); }))
            return fail(Error::Code::Io, u"nothing came"_s);
        return *added;
    }

private slots:
    void init()
    {
        m_test = std::make_unique<FridayWorkspace>();
        const QString problem = m_test->create();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        m_overlays = std::make_unique<OverlayService>(**m_test);
    }
    void cleanup()
    {
        m_overlays.reset();
        m_test.reset();
    }

    void addsAFileAsOneCommand()
    {
        const QString path = m_test->file(u"berlin.ics"_s,
            calendar(day("Fair", "20261120", "DTEND;VALUE=DATE:20261123\r\n")
                + day("Unity", "19901003", "RRULE:FREQ=YEARLY;UNTIL=20280101\r\n")
                + day("Gone", "20261201", "STATUS:CANCELLED\r\n")));
        QCOMPARE(add(path), 4);
        QCOMPARE(plan().overlays().size(), 1);
        QCOMPARE(plan().overlays().first().name, u"Holidays, Berlin"_s);
        QCOMPARE(plan().overlays().first().place, path);
        QVERIFY(plan().overlays().first().shown);
        QCOMPARE(days(),
            (QStringList {u"2025-10-03 Unity"_s, u"2026-10-03 Unity"_s, u"2026-11-20 Fair"_s,
                u"2027-10-03 Unity"_s}));
        const auto fair = std::ranges::find(plan().overlayDays(), u"Fair"_s, &OverlayDay::name);
        QCOMPARE(fair->to, QDate(2026, 11, 22)); // the end of an event is exclusive
        QCOMPARE(undo().count(), 1);
        undo().undo();
        QVERIFY(m_test->settle());
        QVERIFY(plan().overlays().isEmpty());
        QVERIFY(plan().overlayDays().isEmpty());
        undo().redo();
        QVERIFY(m_test->settle());
        QCOMPARE(days().size(), 4);
    }

    void readsAFileAgain()
    {
        const QString path =
            m_test->file(u"days.ics"_s, calendar(day("One", "20260101") + day("Two", "20260102")));
        QVERIFY(add(path));
        const OverlayId id = plan().overlays().first().id;
        const auto kept = *std::ranges::find(plan().overlayDays(), u"One"_s, &OverlayDay::name);
        m_overlays->rename(id, u" My days "_s);
        m_overlays->setColour(id, 5);
        QVERIFY(add(path)); // the same: nothing to write
        QCOMPARE(undo().count(), 3);
        QVERIFY(
            !m_test->file(
                       u"days.ics"_s, calendar(day("One", "20260101") + day("Three", "20260103")))
                 .isEmpty());
        QCOMPARE(add(path), 2);
        QCOMPARE(undo().count(), 4);
        QCOMPARE(plan().overlays().size(), 1);
        QCOMPARE(plan().overlays().first().name, u"My days"_s);
        QCOMPARE(plan().overlays().first().colour, 5);
        QCOMPARE(days(), (QStringList {u"2026-01-01 One"_s, u"2026-01-03 Three"_s}));
        QVERIFY(plan().overlayDays().contains(kept));
        undo().undo();
        QVERIFY(m_test->settle());
        QCOMPARE(days(), (QStringList {u"2026-01-01 One"_s, u"2026-01-02 Two"_s}));
    }

    void refusesWhatHoldsNothing_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no calendar") << QByteArray("Hello");
        QTest::newRow("no event") << calendar({});
        QByteArray many;
        for (int i = 0; i <= OverlayService::MostEntries; ++i)
            many += day("Day " + QByteArray::number(i), "20260101");
        QTest::newRow("too much") << calendar(many);
    }
    void refusesWhatHoldsNothing()
    {
        QFETCH(QByteArray, text);
        QSignalSpy notices(m_test->get(), &Workspace::notice);
        const auto added = add(m_test->file(u"bad.ics"_s, text));
        QVERIFY(!added);
        QCOMPARE(added.error().code, Error::Code::Rejected);
        QCOMPARE(notices.size(), 1);
        QCOMPARE(undo().count(), 0);
    }

    void hidesAndRemoves()
    {
        const OverlayId one =
            m_overlays->add(u"One"_s, {}, {{{}, {}, {2026, 1, 1}, {2026, 1, 1}, u"A"_s}});
        const OverlayId two =
            m_overlays->add(u"Two"_s, {}, {{{}, {}, {2026, 1, 2}, {2026, 1, 2}, u"B"_s}});
        QVERIFY(one != two); // without a place each is one of its own
        QVERIFY(plan().overlays().first().colour != plan().overlays().last().colour);
        m_overlays->setShown(two, false);
        QVERIFY(m_test->settle());
        QVERIFY(!plan().overlays().last().shown);
        m_overlays->remove(one);
        QVERIFY(m_test->settle());
        QCOMPARE(plan().overlays().size(), 1);
        QCOMPARE(days(), (QStringList {u"2026-01-02 B"_s}));
        undo().undo();
        QVERIFY(m_test->settle());
        QCOMPARE(days().size(), 2);
    }
};

PULLPUSH_TEST(TestOverlayService)
#include "tst_overlayservice.moc"
