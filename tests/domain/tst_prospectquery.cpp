// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/prospectquery.h"
#include "test_support/randomtext.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;

namespace {
template<typename Value>
Value anyOfWords()
{
    const auto &values = EnumText<Value>::values;
    return values[*rc::gen::inRange<size_t>(0, std::size(values))].first;
}

template<typename Id>
Id anyId()
{
    return Id(*rc::gen::inRange<qint64>(1, std::numeric_limits<qint64>::max()));
}

template<typename Id>
QList<Id> anyIds()
{
    QList<Id> ids;
    const int count = *rc::gen::inRange(0, 4);
    for (int i = 0; i < count; ++i)
        ids << anyId<Id>();
    return ids;
}

bool coin()
{
    return *rc::gen::inRange(0, 2) == 1;
}

int anyDays()
{
    return *rc::gen::inRange(0, ProspectQuery::MostDays + 1);
}

QString anyText()
{
    return coin() ? validText(*RandomText::any()) : QString();
}

void fillPeople(ProspectQuery &query)
{
    query.stages = anyIds<StageId>();
    const int sides = *rc::gen::inRange(0, 3);
    for (int i = 0; i < sides; ++i)
        query.sides << anyOfWords<Side>();
    if (coin())
        query.source = anyText();
    if (coin())
        query.owner = coin() ? UserId() : anyId<UserId>();
    query.isMine = coin();
    query.labels = anyIds<LabelId>();
    if (coin())
        query.doNotContact = coin();
    query.privateCircle = coin();
    if (coin())
        query.only = anyIds<ProspectId>();
    if (coin())
        query.field = anyId<CustomFieldId>();
}

ProspectQuery anyQuery()
{
    ProspectQuery query;
    query.sort = anyOfWords<ProspectQuery::Sort>();
    query.descending = coin();
    query.text = anyText();
    fillPeople(query);
    query.network = anyText();
    if (coin())
        query.turn = anyOfWords<Turn>();
    if (coin())
        query.quietAtLeast = anyDays();
    if (coin())
        query.quietAtMost = anyDays();
    if (coin())
        query.step = anyOfWords<StepDue>();
    query.stepDays = anyDays();
    if (coin())
        query.touch = anyOfWords<TouchKind>();
    if (coin())
        query.touchPost = anyId<PostId>();
    query.touchDays = anyDays();
    query.company = anyText();
    query.fieldValue = anyText();
    query.onlyTitle = anyText();
    return query;
}
} // namespace

class TestProspectQuery : public QObject
{
    Q_OBJECT
private slots:
    void comesBackFromItsText()
    {
        const bool holds = rc::check([] {
            const ProspectQuery query = anyQuery();
            const QString text = queryText(query);
            const Result<ProspectQuery> back = queryFromText(text);
            RC_ASSERT(back.has_value());
            RC_ASSERT(*back == query);
            RC_ASSERT(queryText(*back) == text);
        });
        QVERIFY(holds);
    }

    void textIsShortAndStable()
    {
        QCOMPARE(queryText({}), uR"({"descending":true,"sort":"last-activity"})"_s);
        ProspectQuery query;
        query.turn = Turn::We;
        query.owner = UserId();
        query.stages = {StageId(3)};
        QCOMPARE(queryText(query),
            uR"({"descending":true,"owner":"nobody","sort":"last-activity","stages":["3"],"turn":"we"})"_s);
        QCOMPARE(queryFromText(u"{}"_s), Result<ProspectQuery>(ProspectQuery()));
    }

    void namesWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("named");
        QTest::newRow("no object") << u"[]"_s << QString();
        QTest::newRow("no JSON") << u"turn=we"_s << QString();
        QTest::newRow("a key of tomorrow") << uR"({"turn":"we","mood":"good"})"_s << u"mood"_s;
        QTest::newRow("a word of tomorrow") << uR"({"turn":"mine"})"_s << u"turn"_s;
        QTest::newRow("a text for a number")
            << uR"({"quiet-at-least":"7"})"_s << u"quiet-at-least"_s;
        QTest::newRow("a negative time") << uR"({"touch-days":-1})"_s << u"touch-days"_s;
        QTest::newRow("no id") << uR"({"stages":["x"]})"_s << u"stages"_s;
        QTest::newRow("one id for several") << uR"({"labels":"7"})"_s << u"labels"_s;
        QTest::newRow("a side that is none") << uR"({"sides":["pull","left"]})"_s << u"sides"_s;
    }
    void namesWhatItDoesNotKnow()
    {
        QFETCH(QString, text);
        QFETCH(QString, named);
        const Result<ProspectQuery> query = queryFromText(text);
        QVERIFY(!query);
        QCOMPARE(query.error().code, Error::Code::Rejected);
        QVERIFY2(query.error().message.contains(named), qPrintable(query.error().message));
    }

    void orderIsNoFilter()
    {
        ProspectQuery query;
        QVERIFY(!isFiltered(query));
        query.sort = ProspectQuery::Sort::Company;
        query.descending = false;
        query.text = u"  "_s;
        QVERIFY(!isFiltered(query));
        query.step = StepDue::None;
        QVERIFY(isFiltered(query));
        QCOMPARE(withoutFilters(query).sort, ProspectQuery::Sort::Company);
        QVERIFY(!withoutFilters(query).step);
        query.step.reset();
        query.only = QList<ProspectId>();
        QVERIFY(isFiltered(query));
    }
};

PULLPUSH_TEST(TestProspectQuery)
#include "tst_prospectquery.moc"
