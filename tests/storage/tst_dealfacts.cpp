// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/offer.h"
#include "domain/prospect.h"
#include "domain/user.h"
#include "storage/facttable.h"
#include "storage/rowspec.h"
#include "storage/salestable.h"
#include "storage/visibleerasure.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

using namespace Qt::StringLiterals;

namespace {
const User Owner {UserId(1), u"owner"_s, u"Owner"_s, Role::SalesRep};
const User Other {UserId(2), u"other"_s, u"Other"_s, Role::SalesRep};
constexpr qint64 Then = 1'780'000'000'000;

Prospect personOf(qint64 id, qint64 minor, UserId circle = {})
{
    Prospect prospect;
    prospect.id = ProspectId(id);
    prospect.name = u"Somebody"_s;
    prospect.valueMinor = minor;
    prospect.currency = minor > 0 ? u"EUR"_s : QString();
    prospect.privateTo = circle;
    return prospect;
}

Offer offerOf(qint64 id, qint64 prospect, qint64 minor)
{
    Offer offer;
    offer.id = OfferId(id);
    offer.prospect = ProspectId(prospect);
    offer.valueMinor = minor;
    offer.currency = minor > 0 ? u"USD"_s : QString();
    offer.madeAt = {Then, Precision::Minute};
    return offer;
}
} // namespace

/// What deals are worth, as charts read it, on both databases.
class TestDealFacts : public QObject
{
    Q_OBJECT
private slots:
    void deals_data() { TestDatabase::addBackends(); }
    void deals()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Offer won = offerOf(11, 2, 500);
        won.state = OfferState::Won;
        won.decidedAt = Then + DayMs;
        Offer open = offerOf(12, 1, 700);
        open.expectedOn = QDate(2026, 7, 1);
        const Offer gone = offerOf(14, 1, 900);
        QVERIFY(test.write([&](Transaction &t) {
            return applyEdits(t,
                {insertion(Owner), insertion(Other), insertion(personOf(1, 30'000)),
                    insertion(personOf(2, 0)), insertion(personOf(3, 40'000, Owner.id)),
                    insertion(won), insertion(open), insertion(offerOf(13, 1, 0)), insertion(gone),
                    removal(gone), insertion(offerOf(15, 3, 800))});
        }));
        test.database->setViewer({Other.id, Other.role});
        const auto told = test.read(&FactTable::deals);
        QVERIFY(told);
        const DealFacts &facts = **told;
        QCOMPARE(facts.worths.size(), size_t(1));
        QVERIFY((facts.worths[0] == DealFacts::Worth {ProspectId(1), 30'000, u"EUR"_s}));
        QCOMPARE(facts.offers.size(), size_t(2));
        QVERIFY((facts.offers[0]
            == DealFacts::Offered {ProspectId(1), OfferId(12), 700, u"USD"_s,
                {Then, Precision::Minute}, QDate(2026, 7, 1), OfferState::Open, 0}));
        QVERIFY((facts.offers[1]
            == DealFacts::Offered {ProspectId(2), OfferId(11), 500, u"USD"_s,
                {Then, Precision::Minute}, {}, OfferState::Won, Then + DayMs}));
        // A million rows do not hold a million times the same word.
        QVERIFY(facts.offers[0].currency.constData() == facts.offers[1].currency.constData());
        // Whose circle it is knows of all.
        test.database->setViewer({Owner.id, Owner.role});
        const auto all = test.read(&FactTable::deals);
        QVERIFY(all);
        QCOMPARE((*all)->worths.size(), size_t(2));
        QCOMPARE((*all)->offers.size(), size_t(3));
    }

    void whoWasErasedKeepsTheAmounts_data() { TestDatabase::addBackends(); }
    void whoWasErasedKeepsTheAmounts()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Offer won = offerOf(11, 1, 500);
        won.state = OfferState::Won;
        won.decidedAt = Then + DayMs;
        QVERIFY(test.write([&](Transaction &t) {
            return applyEdits(t,
                {insertion(Owner), insertion(Other), insertion(personOf(1, 30'000)),
                    insertion(personOf(2, 20'000)), insertion(personOf(3, 40'000, Owner.id)),
                    insertion(won), insertion(offerOf(12, 1, 700)),
                    insertion(offerOf(13, 3, 800))});
        }));
        const auto toldTo = [&test](const User &user) {
            test.database->setViewer({user.id, user.role});
            return test.read(&FactTable::deals).value();
        };
        const auto before = toldTo(Owner);
        const auto beforeToOther = toldTo(Other);
        QCOMPARE(before->offers.size(), size_t(3));
        QVERIFY(before->erased.empty());
        test.database->setViewer({Owner.id, Owner.role});
        for (const qint64 id : {1, 3})
            QVERIFY(
                test.write([id](Transaction &t) { return Erasure::person(t, ProspectId(id)); }));
        const auto after = toldTo(Owner);
        QVERIFY((after->worths == before->worths));
        QVERIFY((after->offers == before->offers));
        QCOMPARE(after->erased.size(), size_t(2));
        QCOMPARE(after->erased[0].prospect, ProspectId(1));
        QCOMPARE(after->erased[0].at, test.clock.now());
        QCOMPARE(after->erased[1].prospect, ProspectId(3));
        // Who was of a colleague's circle is told of no more than before.
        const auto afterToOther = toldTo(Other);
        QCOMPARE(afterToOther->offers.size(), size_t(2));
        QVERIFY((afterToOther->worths == beforeToOther->worths));
        QVERIFY((afterToOther->offers == beforeToOther->offers));
        QVERIFY((afterToOther->erased == std::vector<DealFacts::Erased> {after->erased[0]}));
        const auto some = [&test](qint64 id) {
            return test
                .read([id](Connection &c) { return FactTable::dealsOf(c, {ProspectId(id)}); })
                .value();
        };
        QVERIFY((some(1)->erased == afterToOther->erased));
        QVERIFY(some(2)->erased.empty());
    }
};

PULLPUSH_TEST(TestDealFacts)
#include "tst_dealfacts.moc"
