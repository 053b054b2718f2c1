// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csvmapping.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestCsvMapping : public QObject
{
    Q_OBJECT
private slots:
    void guesses_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("system");
        QTest::addColumn<QStringList>("fields");
        QTest::newRow("hubspot contacts")
            << u"Record ID|First Name|Last Name|Email|Phone Number|Contact owner|Lead "
               u"Status|Lifecycle Stage|Create Date|"
               "Associated Company|Original Source|Date entered \"Lead (Lifecycle Stage Pipeline)\"|Date entered Customer"_s
            << u"hubspot"_s
            << QStringList {u"id=Record ID"_s, u"first_name=First Name"_s, u"last_name=Last Name"_s,
                   u"email=Email"_s, u"phone=Phone Number"_s, u"owner=Contact owner"_s,
                   u"stage=Lifecycle Stage"_s, u"created=Create Date"_s,
                   u"company=Associated Company"_s, u"source=Original Source"_s,
                   u"entered:Lead=Date entered \"Lead (Lifecycle Stage Pipeline)\""_s,
                   u"entered:Customer=Date entered Customer"_s};
        QTest::newRow("hubspot deals")
            << u"Record ID|Deal Name|Deal Stage|Amount|Deal owner|Close Date"_s << u"hubspot"_s
            << QStringList {u"id=Record ID"_s, u"name=Deal Name"_s, u"stage=Deal Stage"_s,
                   u"value=Amount"_s, u"owner=Deal owner"_s};
        QTest::newRow("pipedrive")
            << u"ID|Title|Owner|Value|Currency of Value|Organization|Contact person|Stage|Label|Deal created|Won time|Lost time|Source channel"_s
            << u"pipedrive"_s
            << QStringList {u"id=ID"_s, u"owner=Owner"_s, u"value=Value"_s,
                   u"currency=Currency of Value"_s, u"company=Organization"_s,
                   u"name=Contact person"_s, u"stage=Stage"_s, u"labels=Label"_s,
                   u"created=Deal created"_s, u"entered:customer=Won time"_s,
                   u"entered:lost=Lost time"_s, u"source=Source channel"_s};
        QTest::newRow("pipedrive with prefixes")
            << u"Deal - ID|Deal - Title|Deal - Value|Person - ID|Person - Name|Person - Email - Work|Organization - Name"_s
            << u"pipedrive"_s
            << QStringList {u"id=Person - ID"_s, u"value=Deal - Value"_s, u"name=Person - Name"_s,
                   u"email=Person - Email - Work"_s, u"company=Organization - Name"_s};
        QTest::newRow("salesforce objects")
            << u"Id|FirstName|LastName|Email|OwnerId|LeadSource|CreatedDate"_s << u"salesforce"_s
            << QStringList {u"id=Id"_s, u"first_name=FirstName"_s, u"last_name=LastName"_s,
                   u"email=Email"_s, u"owner=OwnerId"_s, u"source=LeadSource"_s,
                   u"created=CreatedDate"_s};
        QTest::newRow("salesforce report")
            << u"Lead Owner|First Name|Last Name|Title|Company / Account|Email|Lead Source|Lead Status"_s
            << u"salesforce"_s
            << QStringList {u"owner=Lead Owner"_s, u"first_name=First Name"_s,
                   u"last_name=Last Name"_s, u"title=Title"_s, u"company=Company / Account"_s,
                   u"email=Email"_s, u"source=Lead Source"_s, u"stage=Lead Status"_s};
        QTest::newRow("google") << u"First Name|Last Name|Organization Name|Organization "
                                   u"Title|Notes|Labels|E-mail 1 - Value|"
                                   "E-mail 2 - Value|Phone 1 - Value"_s
                                << u"google"_s
                                << QStringList {u"first_name=First Name"_s,
                                       u"last_name=Last Name"_s, u"company=Organization Name"_s,
                                       u"title=Organization Title"_s, u"notes=Notes"_s,
                                       u"labels=Labels"_s, u"email=E-mail 1 - Value"_s,
                                       u"phone=Phone 1 - Value"_s};
        QTest::newRow("google, old")
            << u"Name|Given Name|Family Name|Group Membership|E-mail 1 - Value|Organization 1 - Name"_s
            << u"google"_s
            << QStringList {u"name=Name"_s, u"first_name=Given Name"_s, u"last_name=Family Name"_s,
                   u"labels=Group Membership"_s, u"email=E-mail 1 - Value"_s,
                   u"company=Organization 1 - Name"_s};
        QTest::newRow("outlook")
            << u"First Name|Last Name|Company|Job Title|Business Phone|Mobile Phone|E-mail Address|Categories"_s
            << u"outlook"_s
            << QStringList {u"first_name=First Name"_s, u"last_name=Last Name"_s,
                   u"company=Company"_s, u"title=Job Title"_s, u"phone=Mobile Phone"_s,
                   u"email=E-mail Address"_s, u"labels=Categories"_s};
        QTest::newRow("linkedin")
            << u"First Name|Last Name|URL|Email Address|Company|Position|Connected On"_s
            << u"linkedin"_s
            << QStringList {u"first_name=First Name"_s, u"last_name=Last Name"_s,
                   u"handle:linkedin=URL"_s, u"email=Email Address"_s, u"company=Company"_s,
                   u"title=Position"_s, u"first_seen=Connected On"_s};
        QTest::newRow("our own") << u"id|name|handle:x|entered:cold|first_seen"_s << u"pullpush"_s
                                 << QStringList {u"id=id"_s, u"name=name"_s, u"handle:x=handle:x"_s,
                                        u"entered:cold=entered:cold"_s, u"first_seen=first_seen"_s};
        QTest::newRow("common words")
            << u"Full Name|E-Mail|Origin|Whatever"_s << QString()
            << QStringList {u"name=Full Name"_s, u"email=E-Mail"_s, u"source=Origin"_s};
        QTest::newRow("nothing") << u"alpha|beta"_s << QString() << QStringList();
        QTest::newRow("empty") << QString() << QString() << QStringList();
    }
    void guesses()
    {
        QFETCH(QString, header);
        QFETCH(QString, system);
        QFETCH(QStringList, fields);
        const GuessedMapping guess = guessMapping(header.split(u'|'));
        QCOMPARE(guess.system, system);
        QStringList found;
        for (const FieldMapping &mapping : guess.mapping.fields)
            found.append(mapping.field + u'=' + mapping.column);
        found.sort();
        fields.sort();
        QCOMPARE(found, fields);
        QCOMPARE(guess.mapping.idSpace, system == u"pullpush"_s ? QString() : system);
    }

    void knowsFields()
    {
        QVERIFY(isField(u"first_seen"_s));
        QVERIFY(isField(u"handle:x"_s));
        QVERIFY(isField(u"entered:Marketing Qualified"_s));
        QVERIFY(!isField(u"handle:"_s));
        QVERIFY(!isField(u"handle"_s));
        QVERIFY(!isField(u"Name"_s));
    }

    void namesUnusedColumns_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("fields"); // empty: as guessed
        QTest::addColumn<QStringList>("unused"); // COLUMN=FIELD
        QTest::newRow("all are used") << u"id|name|entered:cold"_s << QString() << QStringList();
        QTest::newRow("spaces for colons")
            << u"id|entered cold|handle x"_s << QString()
            << QStringList {u"entered cold=entered:cold"_s, u"handle x=handle:x"_s};
        QTest::newRow("case and signs")
            << u"id|ENTERED-Cold|Entered_Warm|enteredOffer"_s << QString()
            << QStringList {u"ENTERED-Cold=entered:cold"_s, u"Entered_Warm=entered:warm"_s,
                   u"enteredOffer=entered:offer"_s};
        QTest::newRow("the names of stages")
            << u"id|Cold|customer since|Lost on|In Talk"_s << QString()
            << QStringList {u"Cold=entered:cold"_s, u"customer since=entered:customer"_s,
                   u"Lost on=entered:lost"_s, u"In Talk=entered:talk"_s};
        QTest::newRow("what is like nothing")
            << u"id|Lost reason|Colder|entered nowhere|Date|Customer id"_s << QString()
            << QStringList {u"Lost reason="_s, u"Colder="_s, u"entered nowhere="_s, u"Date="_s,
                   u"Customer id="_s};
        QTest::newRow("what another column tells")
            << u"id|email|E-mail|entered:Cold|entered cold"_s << QString()
            << QStringList {u"E-mail="_s, u"entered cold="_s};
        QTest::newRow("columns without a name")
            << u"id|| |Shoe size"_s << QString() << QStringList {u"Shoe size="_s};
        QTest::newRow("left out of a mapping")
            << u"id|FirstName|entered:cold|since"_s << u"id=id|entered:warm=since"_s
            << QStringList {u"FirstName=first_name"_s, u"entered:cold=entered:cold"_s};
        QTest::newRow("one column for two fields")
            << u"id|since"_s << u"id=id|first_seen=Since|entered:cold=since"_s << QStringList();
        QTest::newRow("the title of a deal")
            << u"ID|Title|Contact person|Deal created"_s << QString() << QStringList {u"Title="_s};
    }
    void namesUnusedColumns()
    {
        QFETCH(QString, header);
        QFETCH(QString, fields);
        QFETCH(QStringList, unused);
        QList<Stage> stages = defaultPipeline();
        stages[2].key = u"talk"_s;
        stages[2].name = u"In talk"_s;
        const QStringList columns = header.split(u'|');
        CsvMapping mapping = guessMapping(columns).mapping;
        if (!fields.isEmpty()) {
            mapping.fields.clear();
            const QStringList pairs = fields.split(u'|');
            for (const QString &pair : pairs)
                mapping.fields.append({pair.section(u'=', 0, 0), pair.section(u'=', 1)});
        }
        QStringList found;
        const QList<UnusedColumn> told = unusedColumns(columns, mapping.fields, stages);
        for (const UnusedColumn &column : told)
            found << column.column + u'=' + column.likelyField;
        QCOMPARE(found, unused);
    }
};

PULLPUSH_TEST(TestCsvMapping)
#include "tst_csvmapping.moc"
