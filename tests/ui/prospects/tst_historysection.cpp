// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sectionwindow.h"
#include "session/handoverservice.h"
#include "session/prospecthistory.h"
#include "session/recordservice.h"
#include "test_support/rawsql.h"
#include "test_support/testprogram.h"
#include "ui_prospects/historysection.h"

#include <QAbstractButton>
#include <QLabel>

using namespace Qt::StringLiterals;

class TestHistorySection : public QObject
{
    Q_OBJECT

    std::unique_ptr<SectionWindow<HistorySection>> m_it;

    QStringList shown() const
    {
        QStringList texts;
        for (const QLabel *words : m_it->parts<QLabel>(u"history.words"_s))
            texts << words->text();
        return texts;
    }

private slots:
    void init()
    {
        m_it = std::make_unique<SectionWindow<HistorySection>>();
        const QString reason = m_it->open("warm");
        QVERIFY2(reason.isEmpty(), qPrintable(reason));
        QTRY_COMPARE(shown().size(), 1);
    }

    void saysWhoDidWhatAndFollows()
    {
        QVERIFY(shown().first().contains(u"Added to the prospects"_s));
        QVERIFY(!m_it->part<QLabel>(u"history.state"_s));
        QVERIFY(!m_it->part<QAbstractButton>(u"history.more"_s));
        m_it->test.clock.advance(60'000);
        HandoverService(*m_it->test).offer(*m_it->dossier->prospect(), {}, {});
        QTRY_COMPARE(shown().size(), 2);
        QCOMPARE(shown().first(), u"Offered to sales"_s); // the newest stands first
        const QString who = m_it->test->userName(m_it->test->viewer().user);
        QVERIFY(!who.isEmpty());
        QVERIFY(m_it->parts<QLabel>(u"history.head"_s).first()->text().contains(who));
        QVERIFY(m_it->test.settle());
        m_it->test.clock.advance(60'000);
        m_it->test->undoStack()->undo();
        QTRY_COMPARE(shown().size(), 3);
        QCOMPARE(shown().first(), u"Handover deleted"_s); // what was undone is told too
    }

    void showsMoreWhereThereIsMore()
    {
        for (int i = 0; i <= ProspectHistory::AtOnce; ++i) {
            m_it->test.clock.advance(60'000);
            m_it->test->records().setZone(
                *m_it->dossier->prospect(), i % 2 == 0 ? u"Europe/Berlin"_s : u"Europe/Paris"_s);
            QVERIFY(m_it->test.settle());
        }
        auto *const window = m_it->window.get();
        window->resize(window->width(), 4000);
        QTRY_COMPARE(shown().size(), ProspectHistory::AtOnce);
        auto *more = m_it->part<QAbstractButton>(u"history.more"_s);
        QVERIFY(more);
        QTest::keyClick(more, Qt::Key_Space);
        QTRY_COMPARE(shown().size(), ProspectHistory::AtOnce + 2);
        QVERIFY(!m_it->part<QAbstractButton>(u"history.more"_s));
    }

    void nothingOfOneStaysForAnother()
    {
        m_it->test.clock.advance(60'000);
        const ProspectId other = m_it->create(u"Omar Field"_s, "cold");
        QVERIFY(m_it->show(other));
        QTRY_VERIFY(shown().size() == 1 && shown().first().contains(u"Cold"_s));
    }

    void readsNothingWhileItIsFolded()
    {
        m_it->section->hide();
        const ProspectId other = m_it->create(u"Omar Field"_s, "cold");
        QVERIFY(m_it->show(other));
        QVERIFY(m_it->section->findChildren<QLabel *>(u"history.words"_s).isEmpty());
        m_it->section->show();
        QTRY_COMPARE(shown().size(), 1);
    }

    void saysThatItFailedAndTriesAgain()
    {
        QVERIFY(executeSql(
            *m_it->test, u"ALTER TABLE guardrail_override RENAME COLUMN by_member_id TO hidden"_s));
        m_it->test.clock.advance(60'000);
        m_it->test->records().setZone(*m_it->dossier->prospect(), u"Europe/Berlin"_s);
        QTRY_COMPARE(m_it->dossier->state(), StoreState::Failed); // it reads the same table
        QTRY_VERIFY(m_it->part<QAbstractButton>(u"history.retry"_s));
        QVERIFY(!m_it->part<QLabel>(u"history.state"_s)->text().isEmpty());
        QCOMPARE(shown().size(), 1); // what was there stays
        QVERIFY(executeSql(
            *m_it->test, u"ALTER TABLE guardrail_override RENAME COLUMN hidden TO by_member_id"_s));
        QTest::keyClick(m_it->part<QAbstractButton>(u"history.retry"_s), Qt::Key_Space);
        QTRY_COMPARE(shown().size(), 2);
        QVERIFY(!m_it->part<QAbstractButton>(u"history.retry"_s));
        QVERIFY(!m_it->part<QLabel>(u"history.state"_s));
    }
};

PULLPUSH_WINDOW_TEST(TestHistorySection)
#include "tst_historysection.moc"
