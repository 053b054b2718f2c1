// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/money.h"
#include "domain/offer.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;

class OfferTest : public QObject
{
    Q_OBJECT
private slots:
    void sumsByCurrencyAlone()
    {
        const auto offer = [](OfferState state, qint64 minor, const QString &currency) {
            Offer made;
            made.state = state;
            made.valueMinor = minor;
            made.currency = currency;
            return made;
        };
        const QList<Offer> offers {offer(OfferState::Open, 120000, u"EUR"_s),
            offer(OfferState::Open, 500, u"JPY"_s), offer(OfferState::Open, 30050, u"EUR"_s),
            offer(OfferState::Won, 99, u"EUR"_s), offer(OfferState::Open, 0, {})};
        const QMap<QString, qint64> open {{u"EUR"_s, 150050}, {u"JPY"_s, 500}};
        QCOMPARE(sumsByCurrency(offers, OfferState::Open), open);
        QCOMPARE(sumsByCurrency(offers, OfferState::Won).value(u"EUR"_s), 99);
        QVERIFY(sumsByCurrency(offers, OfferState::Lost).isEmpty());
    }

    void offersReasonsThatAreNotRetired()
    {
        QList<LostReason> reasons = defaultLostReasons();
        QCOMPARE(reasons.size(), 6);
        reasons[1].retired = true;
        reasons[0].position = 9;
        const QList<LostReason> open = reasonsToChoose(reasons);
        QCOMPARE(open.size(), 5);
        QCOMPARE(open.first().id, reasons.at(2).id);
        QCOMPARE(open.last().id, reasons.at(0).id);
        QCOMPARE(reasonsToChoose(reasons, reasons.at(1).id).size(), 6); // what has it keeps it
    }

    void readsMoney_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<qint64>("minor"); ///< -1: no amount
        const auto row = [](const char *locale, const char *text, const char *currency,
                             qint64 minor) {
            QTest::addRow("%s %s %s", locale, text, currency)
                << QString::fromLatin1(locale) << QString::fromUtf8(text)
                << QString::fromLatin1(currency) << minor;
        };
        row("en_GB", "1200", "EUR", 120000);
        row("en_GB", "1,200.50", "EUR", 120050);
        row("en_GB", "1200.5", "EUR", 120050);
        row("en_GB", "12,50", "EUR", -1);
        row("en_GB", "1200.505", "EUR", -1);
        row("en_GB", "-3", "EUR", -1);
        row("en_GB", "much", "EUR", -1);
        row("en_GB", "", "EUR", -1);
        row("en_GB", ".5", "EUR", -1);
        row("de_DE", "1.200,50", "EUR", 120050);
        row("de_DE", "12,50", "EUR", 1250);
        row("fr_FR", "1 200,50", "EUR", 120050);
        row("en_GB", "500", "JPY", 500);
        row("en_GB", "500.5", "JPY", -1);
        row("en_GB", "1.234", "KWD", 1234);
        row("en_GB", "999999999999.99", "EUR", 99999999999999);
        row("en_GB", "9999999999999", "EUR", -1);
    }
    void readsMoney()
    {
        QFETCH(QString, locale);
        QFETCH(QString, text);
        QFETCH(QString, currency);
        const auto minor = Money::parse(text, currency, QLocale(locale));
        QTEST(minor.value_or(-1), "minor");
    }

    void readsWhatItWrites()
    {
        QVERIFY(rc::check("money there and back", [] {
            const auto minor = *rc::gen::inRange<qint64>(0, 1'000'000'000'00);
            const QString currency =
                QStringList {u"EUR"_s, u"JPY"_s, u"KWD"_s}.at(*rc::gen::inRange(0, 3));
            const QLocale locale(
                QStringList {u"en_GB"_s, u"de_DE"_s, u"fr_FR"_s, u"ar_EG"_s, u"hi_IN"_s}.at(
                    *rc::gen::inRange(0, 5)));
            const QString text = Money::plainText(minor, currency, locale);
            RC_ASSERT(Money::parse(text, currency, locale) == std::optional<qint64>(minor));
        }));
    }

    void knowsCurrencies()
    {
        QVERIFY(Money::isCurrency(u"CHF"));
        QVERIFY(!Money::isCurrency(u"chf"));
        QVERIFY(!Money::isCurrency(u"€"));
        QVERIFY(!Money::isCurrency(u""));
    }

    void knowsCodesHoweverWritten()
    {
        const auto codeOf = [](QStringView text) {
            return Money::currencyCode(text).value_or(u"-"_s);
        };
        QCOMPARE(codeOf(u"USD"), u"USD"_s);
        QCOMPARE(codeOf(u"usd"), u"USD"_s);
        QCOMPARE(codeOf(u" eUr "), u"EUR"_s);
        QCOMPARE(codeOf(u"€"), u"EUR"_s);
        QCOMPARE(codeOf(u"£"), u"GBP"_s);
        for (const QStringView none :
            {u"$", u"¥", u"", u"US", u"euro", u"US$", u"12", u"€€€", u"trı", u"kr"})
            QCOMPARE(codeOf(none), u"-"_s);
        QVERIFY(Money::isSharedSign(u"$"));
        QVERIFY(Money::isSharedSign(u" ¥"));
        QVERIFY(!Money::isSharedSign(u"€"));
        QVERIFY(!Money::isSharedSign(u"USD"));
    }
};

PULLPUSH_TEST(OfferTest)
#include "tst_offer.moc"
