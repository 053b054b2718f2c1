// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/homework.h"
#include "session/handoverqueue.h"
#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "session/touchlinkstore.h"
#include "session/workspace.h"
#include "test_support/fakeclock.h"
#include "test_support/testprogram.h"

#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

/// The sample shows the push at work.
class TestSamplePush : public QObject
{
    Q_OBJECT

    static int openIn(const HandoverQueue &queue)
    {
        return int(std::ranges::count_if(queue.entries(), [](const QueuedHandover &entry) {
            return entry.handover.state == HandoverState::Offered;
        }));
    }

    FakeClock m_clock {1'795'168'800'000}; ///< 20 November 2026, 10:00 UTC
    QTemporaryDir m_folder;
    std::shared_ptr<Workspace> m_workspace;

    ProspectId named(const QString &name)
    {
        std::optional<ProspectId> id;
        m_workspace->prospects().search(
            name, 2, this, [&id](const Result<QList<ProspectRow>> &rows) {
                id = rows && rows->size() == 1 ? rows->first().id : ProspectId();
            });
        return QTest::qWaitFor([&id] { return id.has_value(); }) ? *id : ProspectId();
    }
    std::unique_ptr<ProspectDossier> dossierOf(const QString &name)
    {
        auto dossier = std::make_unique<ProspectDossier>(*m_workspace, nullptr);
        dossier->open(named(name));
        const bool isRead =
            QTest::qWaitFor([&dossier] { return dossier->state() == StoreState::Ready; });
        return isRead && dossier->prospect() ? std::move(dossier) : nullptr;
    }

private slots:
    void initTestCase()
    {
        const auto made =
            Workspace::createNow(m_folder.filePath(u"sample.pullpush"_s), {"UTC", true}, m_clock);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        m_workspace = *made;
    }
    void cleanupTestCase() { m_workspace.reset(); }

    void handsOver()
    {
        HandoverQueue queue(*m_workspace, nullptr);
        QTRY_COMPARE(queue.state(), StoreState::Ready);
        QCOMPARE(queue.entries().size(), 2);
        QCOMPARE(openIn(queue), 1);
        QVERIFY(queue.entries().first().touches > 0);
        QVERIFY(!HandoverRules::isOverdue(queue.entries().first().handover, m_clock.now()));
        QVERIFY(!queue.entries().last().handover.reason.isEmpty());
    }

    void offersAndLoses()
    {
        const auto open = dossierOf(u"Noor van Dijk"_s);
        QVERIFY(open);
        QCOMPARE(open->offers().first().state, OfferState::Open);
        const auto won = dossierOf(u"Hamza Belkacem"_s);
        QVERIFY(won);
        QCOMPARE(won->offers().first().state, OfferState::Won);
        const auto lost = dossierOf(u"Xiomara Duarte"_s);
        QVERIFY(lost);
        QCOMPARE(lost->offers().first().state, OfferState::Lost);
        QVERIFY(!lost->offers().first().lostReason.isNull());
        QVERIFY(!lost->moves().last().lostReason.isNull());
    }

    void didItsHomework()
    {
        const auto amara = dossierOf(u"Amara Lindqvist"_s);
        QVERIFY(amara);
        QCOMPARE(amara->facts().size(), 4);
        const auto priya = dossierOf(u"Priya Raghunathan"_s);
        QVERIFY(priya);
        QVERIFY(std::ranges::any_of(priya->facts(),
            [this](const Fact &fact) { return isStale(fact, m_workspace->today()); }));
    }

    void closesTheCircle()
    {
        TouchLinkStore links(*m_workspace, nullptr);
        links.open(named(u"Siobhán Kearney"_s));
        QTRY_COMPARE(links.state(), StoreState::Ready);
        QCOMPARE(links.links().brought.size(), 2);
        QCOMPARE(links.customers(), 1);
    }
};

PULLPUSH_TEST_IN(QGuiApplication, TestSamplePush)
#include "tst_samplepush.moc"
