// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_common/callfields.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;

class TestCallFields : public QObject
{
    Q_OBJECT
private slots:
    void whatIsWrittenHasNoCall()
    {
        CallFields fields(u"call"_s);
        QVERIFY(fields.isHidden());
        QCOMPARE(fields.result(), CallResult::None);
        QCOMPARE(fields.seconds(), 0);
        QVERIFY(!fields.takeKeyboard());
        fields.setMedium(Medium::Meeting);
        QVERIFY(!fields.isHidden());
        QVERIFY(fields.resultBox()->isHidden());
        fields.minutesBox()->setValue(30);
        QCOMPARE(fields.result(), CallResult::None);
        QCOMPARE(fields.seconds(), 1800);
        fields.setMedium(Medium::Email);
        QCOMPARE(fields.seconds(), 0);
        QVERIFY(!fields.isBegun());
    }

    void aCallInVainTookNoTime()
    {
        CallFields fields(u"call"_s);
        fields.setMedium(Medium::Call);
        QVERIFY(!fields.isBegun());
        fields.minutesBox()->setValue(5);
        QVERIFY(fields.isBegun());
        QCOMPARE(fields.result(), CallResult::Answered);
        QCOMPARE(fields.seconds(), 300);
        const QSignalSpy changes(&fields, &CallFields::changed);
        QTest::keyClick(fields.minutesBox(), Qt::Key_V);
        QCOMPARE(fields.result(), CallResult::Voicemail);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(fields.seconds(), 0);
        QVERIFY(!fields.minutesBox()->isEnabled());
        fields.reset();
        QCOMPARE(fields.result(), CallResult::Answered);
        QCOMPARE(fields.seconds(), 0);
        QTest::keyClick(fields.minutesBox(), Qt::Key_X); // of none
        QCOMPARE(fields.result(), CallResult::Answered);
        fields.setCall(CallResult::Declined, 0);
        QCOMPARE(fields.result(), CallResult::Declined);
    }
};

PULLPUSH_WINDOW_TEST(TestCallFields)
#include "tst_callfields.moc"
