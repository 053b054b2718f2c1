// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/moment.h"
#include "test_support/testprogram.h"
#include "ui_prospects/handoverwords.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestHandoverWords : public QObject
{
    Q_OBJECT
private slots:
    void timeLeft_data()
    {
        QTest::addColumn<qint64>("now");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("words");
        const auto at = [](int day, int hour) {
            return localToInstant(QDate(2026, 11, day), QTime(hour, 0), QTimeZone("Europe/Berlin"));
        };
        // Friday is the 20th; the limit ends on Tuesday at 15:00.
        QTest::newRow("two working days") << at(20, 15) << u"2 "_s << u"working day"_s;
        QTest::newRow("four working days") << at(18, 14) << u"4 "_s << u"working day"_s;
        QTest::newRow("over the weekend") << at(20, 20) << u"43 "_s << u"of working days left"_s;
        QTest::newRow("on Saturday") << at(21, 12) << u"39 "_s << u"of working days left"_s;
        QTest::newRow("on Monday") << at(23, 15) << u"24 "_s << u"hour(s) left"_s;
        QTest::newRow("late") << at(24, 18) << u"3 "_s << u"hour(s) over the limit"_s;
        QTest::newRow("late by a weekend") << at(30, 14) << u"3 "_s << u"working day"_s;
    }
    void timeLeft()
    {
        QFETCH(qint64, now);
        QFETCH(QString, number);
        QFETCH(QString, words);
        Handover handover;
        handover.dueAt =
            localToInstant(QDate(2026, 11, 24), QTime(15, 0), QTimeZone("Europe/Berlin"));
        const QString said = HandoverWords::timeLeft(handover, now, QTimeZone("Europe/Berlin"));
        QVERIFY2(said.startsWith(number), qPrintable(said));
        QVERIFY2(said.contains(words), qPrintable(said));
    }

    void saysNothingAndSaysLate()
    {
        const QTimeZone berlin("Europe/Berlin");
        Handover handover;
        QVERIFY(HandoverWords::timeLeft(handover, 0, berlin).isEmpty());
        // Over since the end of Friday: nothing of a working day has passed, and it is late.
        handover.dueAt = startOfDay(QDate(2026, 11, 21), berlin);
        const QString said = HandoverWords::timeLeft(
            handover, localToInstant(QDate(2026, 11, 22), QTime(9, 0), berlin), berlin);
        QVERIFY2(said.startsWith(u"1 "_s) && said.endsWith(u"of working days over the limit"_s),
            qPrintable(said));
        handover.state = HandoverState::Accepted;
        QVERIFY(HandoverWords::timeLeft(handover, 0, berlin).isEmpty());
    }
};

PULLPUSH_TEST(TestHandoverWords)
#include "tst_handoverwords.moc"
