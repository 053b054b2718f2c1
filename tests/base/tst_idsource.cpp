// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/idsource.h"
#include "test_support/testprogram.h"

#include <QSet>
#include <QTest>

namespace {
struct FrozenClock final : Clock
{
    qint64 ms = 1700000000000;
    [[nodiscard]] qint64 now() const override { return ms; }
};
} // namespace

class TestIdSource : public QObject
{
    Q_OBJECT
private slots:
    void increasesWithinOneMillisecondAndBeyondTheCounter()
    {
        const FrozenClock clock;
        IdSource source(clock, 3);
        qint64 last = 0;
        for (int i = 0; i < 40000; ++i) {
            const qint64 id = source.next();
            QVERIFY(id > last);
            last = id;
        }
        QCOMPARE(IdSource::milliseconds(last), clock.ms + 2); // 40,000 ids borrow two milliseconds
    }

    void neverRepeatsWhenTheClockGoesBack()
    {
        FrozenClock clock;
        IdSource source(clock, 0);
        const qint64 first = source.next();
        clock.ms -= 60000;
        QVERIFY(source.next() > first);
    }

    void differsBetweenNodes()
    {
        const FrozenClock clock;
        IdSource a(clock, 1);
        IdSource b(clock, 2);
        QVERIFY(a.next() != b.next());
    }

    void messageIdsFollowTheSendingTime()
    {
        const qint64 older = IdSource::at(1600000000000);
        const qint64 newer = IdSource::at(1600000000001);
        QVERIFY(older < newer);
        QCOMPARE(IdSource::milliseconds(older), 1600000000000);
        QVERIFY(IdSource::at(-5) > 0); // before 2000 is clamped
    }
};

PULLPUSH_TEST(TestIdSource)
#include "tst_idsource.moc"
