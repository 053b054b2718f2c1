// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_common/portalscheme.h"

#include <QDBusVariant>
#include <QTest>

class TstPortalScheme : public QObject
{
    Q_OBJECT
private slots:
    void unwrapsTheAnswer_data();
    void unwrapsTheAnswer();
};

void TstPortalScheme::unwrapsTheAnswer_data()
{
    QTest::addColumn<QVariant>("answer");
    QTest::addColumn<bool>("preference");
    QTest::addColumn<bool>("dark");
    const auto wrapped = [](const QVariant &inner) {
        return QVariant::fromValue(QDBusVariant(inner));
    };
    QTest::newRow("none") << QVariant(0U) << false << false;
    QTest::newRow("dark") << QVariant(1U) << true << true;
    QTest::newRow("light") << QVariant(2U) << true << false;
    QTest::newRow("unknown") << QVariant(7U) << false << false;
    QTest::newRow("wrapped") << wrapped(1U) << true << true;
    QTest::newRow("wrapped twice") << wrapped(wrapped(2U)) << true << false;
    QTest::newRow("not a number") << QVariant() << false << false;
}

void TstPortalScheme::unwrapsTheAnswer()
{
    QFETCH(QVariant, answer);
    QFETCH(bool, preference);
    QFETCH(bool, dark);
    const std::optional<bool> result = PortalScheme::darkFrom(answer);
    QCOMPARE(result.has_value(), preference);
    if (result)
        QCOMPARE(*result, dark);
}

PULLPUSH_TEST(TstPortalScheme)
#include "tst_portalscheme.moc"
