// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/customfield.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestCustomField : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<CustomFieldKind>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("value"); // "!" is an error
        QTest::newRow("text") << CustomFieldKind::Text << u"  two words "_s << u"two words"_s;
        QTest::newRow("nothing") << CustomFieldKind::Number << u"  "_s << QString();
        QTest::newRow("German number") << CustomFieldKind::Number << u"1.250,5"_s << u"1250.5"_s;
        QTest::newRow("no number") << CustomFieldKind::Number << u"many"_s << u"!"_s;
        QTest::newRow("German day") << CustomFieldKind::Date << u"28.11.26"_s << u"2026-11-28"_s;
        QTest::newRow("ISO day") << CustomFieldKind::Date << u"2026-11-28"_s << u"2026-11-28"_s;
        QTest::newRow("no day") << CustomFieldKind::Date << u"31.02.2026"_s << u"!"_s;
        QTest::newRow("choice") << CustomFieldKind::Choice << u"LARGE"_s << u"Large"_s;
        QTest::newRow("no choice") << CustomFieldKind::Choice << u"huge"_s << u"!"_s;
        QTest::newRow("yes") << CustomFieldKind::YesNo << u"Yes"_s << u"yes"_s;
        QTest::newRow("no") << CustomFieldKind::YesNo << u"0"_s << u"no"_s;
        QTest::newRow("perhaps") << CustomFieldKind::YesNo << u"perhaps"_s << u"!"_s;
    }
    void reads()
    {
        QFETCH(CustomFieldKind, kind);
        QFETCH(QString, text);
        QFETCH(QString, value);
        CustomField field;
        field.name = u"Own"_s;
        field.kind = kind;
        field.choices = u"Small\nLarge\n"_s;
        const auto read = customValueOf(field, text, QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(read.has_value(), value != "!"_L1);
        if (read)
            QCOMPARE(*read, value);
        else
            QVERIFY(read.error().message.contains(text));
    }

    void shows()
    {
        const QLocale german(QLocale::German, QLocale::Germany);
        CustomField field;
        field.kind = CustomFieldKind::Number;
        QCOMPARE(customValueText(field, u"1250.5"_s, german), u"1.250,5"_s);
        field.kind = CustomFieldKind::Date;
        QCOMPARE(customValueText(field, u"2026-11-28"_s, german), u"28.11.26"_s);
        QCOMPARE(customValueText(field, {}, german), QString());
        field.kind = CustomFieldKind::YesNo;
        QCOMPARE(customValueText(field, u"yes"_s, german), u"Yes"_s);
    }
};

PULLPUSH_TEST(TestCustomField)
#include "tst_customfield.moc"
