// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/retentionservice.h"
#include "session/teamsets.h"
#include "storage/database.h"
#include "storage/prospecttable.h"
#include "test_support/circleworkspace.h"
#include "test_support/testprogram.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace CircleFixture;

class TestRetentionService : public QObject
{
    Q_OBJECT

    std::unique_ptr<CircleWorkspace> m_test;
    std::unique_ptr<RetentionService> m_service;

    void preview()
    {
        QSignalSpy read(m_service.get(), &RetentionService::previewed);
        m_service->preview();
        QTRY_COMPARE(read.size(), 1);
    }
    void setMonths(int months)
    {
        m_service->setMonths(StageId(2), months);
        QTRY_VERIFY(!(*m_test)->isWriting());
    }
    int chatsWithOpen()
    {
        const auto found =
            (*m_test)
                ->database()
                ->read([](Connection &c) { return Visible::conversationsOf(c, Open); })
                .result();
        return found ? int(found->size()) : -1;
    }

private slots:
    void init()
    {
        m_test = std::make_unique<CircleWorkspace>();
        QCOMPARE(m_test->fill(), QString());
        m_service = std::make_unique<RetentionService>(**m_test, nullptr);
    }
    void cleanup()
    {
        m_service.reset();
        m_test.reset();
    }

    void nothingIsDueWithoutARule()
    {
        preview();
        QVERIFY(m_service->due().isEmpty());
        m_service->run();
        QTRY_VERIFY(!m_service->isRunning());
        QCOMPARE(chatsWithOpen(), 3);
    }

    void aRuleIsOneStepForEachStage()
    {
        setMonths(12);
        QCOMPARE(m_service->monthsFor(StageId(2)), 12);
        setMonths(2);
        QCOMPARE((*m_test)->team().retentionRules().size(), 1);
        QCOMPARE(m_service->monthsFor(StageId(2)), 2);
        (*m_test)->undoStack()->undo();
        QTRY_COMPARE(m_service->monthsFor(StageId(2)), 12);
        setMonths(0);
        QVERIFY((*m_test)->team().retentionRules().isEmpty());
    }

    void previewsAndDeletes()
    {
        // The last word was on 9 October 2025, and today is 1 January 2026.
        setMonths(3);
        preview();
        QVERIFY(m_service->due().isEmpty());
        setMonths(2);
        preview();
        QCOMPARE(m_service->due().size(), 2);
        QCOMPARE(m_service->due().first().conversations.size(), 3);
        QSignalSpy ended(m_service.get(), &RetentionService::finished);
        m_service->run();
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(chatsWithOpen(), 0);
        QCOMPARE((*m_test)->undoStack()->count(), 0);
        preview();
        QVERIFY(m_service->due().isEmpty());
    }

    void aWordMeanwhileKeepsThem()
    {
        setMonths(2);
        preview();
        QCOMPARE(m_service->due().size(), 2);
        Conversation before;
        before.id = TeamChat;
        Conversation after = before;
        after.lastMessageAt = m_test->clock.now();
        QVERIFY((*m_test)
                    ->database()
                    ->write([&](Transaction &t) { return applyEdit(t, update(before, after)); })
                    .result());
        QSignalSpy ended(m_service.get(), &RetentionService::finished);
        m_service->run();
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(chatsWithOpen(), 3);
    }

    void stopsWhenAsked()
    {
        setMonths(2);
        preview();
        QSignalSpy ended(m_service.get(), &RetentionService::finished);
        m_service->run();
        m_service->cancel();
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!m_service->isRunning());
    }
};

PULLPUSH_TEST(TestRetentionService)
#include "tst_retentionservice.moc"
