// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/placeholders.h"
#include "domain/snippetwords.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestSnippetWords : public QObject
{
    Q_OBJECT
private slots:
    void fillsInWhatIsKnown()
    {
        SnippetPerson person;
        person.prospect.name = u"Anna  Maria Bell"_s;
        person.sender = u"Nora"_s;
        Company company;
        company.name = u"Bell Bakery"_s;
        person.company = company;
        Fact older;
        older.kind = FactKind::FeatureTold;
        older.text = u"night delivery"_s;
        older.createdAt = 1;
        Fact newer = older;
        newer.text = u"rye"_s;
        newer.createdAt = 2;
        Fact need = older;
        need.kind = FactKind::Need;
        need.text = u"bread at six"_s;
        person.facts = {newer, older, need};
        const auto words = snippetWords(person);
        QCOMPARE(withPlaceholders(u"Hi {first_name} {Last Name}, {company}: {feature}, {need}? "
                                  "{why_now} {sender}"_s,
                     words),
            u"Hi Anna Maria Bell, Bell Bakery: rye, bread at six? {why_now} Nora"_s);
        person.prospect.firstName = u"Annie"_s;
        QCOMPARE(snippetWords(person).value(u"first_name"_s), u"Annie"_s);
        QVERIFY(!snippetWords(person).contains(u"last_name"_s)); // she has none
        QVERIFY(snippetWords({}).isEmpty());
    }

    void namesASnippetByItsFirstWords()
    {
        QCOMPARE(snippetNameFor(u" Hi\n there "_s), u"Hi there"_s);
        const QString name =
            snippetNameFor(u"Thank you for the talk, here is what I promised to send"_s);
        QCOMPARE(name, u"Thank you for the talk, here is what I…"_s);
        QVERIFY(snippetNameFor(QString(90, u'x')).size() <= 40);
    }
};

PULLPUSH_TEST(TestSnippetWords)
#include "tst_snippetwords.moc"
