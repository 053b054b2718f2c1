// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/whatsappline.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestWhatsAppLine : public QObject
{
    Q_OBJECT
private slots:
    void parses_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("expected"); // day (day first), time, rest
        const auto row = [](const char *name, const QString &line, const QString &expected) {
            QTest::newRow(name) << line << expected;
        };
        row("ios", u"[31/12/2022, 11:40:26] Ada: hi"_s, u"2022-12-31 11:40:26|Ada: hi"_s);
        row("android", u"31/12/2022, 11:40 - Ada: hi"_s, u"2022-12-31 11:40:00|Ada: hi"_s);
        row("p.m.", u"3/6/18, 1:55 p.m. - Ada: hi"_s, u"2018-06-03 13:55:00|Ada: hi"_s);
        row("dashes and dots", u"03-06-2018, 01.55 PM - Ada: hi"_s,
            u"2018-06-03 13:55:00|Ada: hi"_s);
        row("dots and colon", u"13.06.18 21.25.15: Ada: hi"_s, u"2018-06-13 21:25:15|Ada: hi"_s);
        row("dots, minutes and colon", u"13.06.18 21.25: Ada: hi"_s,
            u"2018-06-13 21:25:00|Ada: hi"_s);
        row("brackets without comma", u"[13.06.18 21:25:15] Ada: hi"_s,
            u"2018-06-13 21:25:15|Ada: hi"_s);
        row("finnish", u"13.6.2018 klo 21.25.15 - Ada: hi"_s, u"2018-06-13 21:25:15|Ada: hi"_s);
        row("croatian", u"13. 6. 2018. 21:25:15 - Ada: hi"_s, u"2018-06-13 21:25:15|Ada: hi"_s);
        row("spanish with no-break space", u"[3/6/18 1:55:00 p.\u00A0m.] Ada: hi"_s,
            u"2018-06-03 13:55:00|Ada: hi"_s);
        row("year first", u"[2018/06/13, 21:25:15] Ada: hi"_s, u"2018-06-13 21:25:15|Ada: hi"_s);
        row("german", u"03.08.21, 12:30 - Ada: hi"_s, u"2021-08-03 12:30:00|Ada: hi"_s);
        row("french", u"31/12/2022 à 11:40 - Ada: hi"_s, u"2022-12-31 11:40:00|Ada: hi"_s);
        row("narrow space and mark", u"\u200E[13/11/2025, 12:25:55\u202FPM] Ada: hi"_s,
            u"2025-11-13 12:25:55|Ada: hi"_s);
        row("midnight", u"3/6/18, 12:05 am - Ada: hi"_s, u"2018-06-03 00:05:00|Ada: hi"_s);
        row("underscore", u"1/2/23, 3:22_AM - Ada: hi"_s, u"2023-02-01 03:22:00|Ada: hi"_s);
        row("japanese noon", u"2024/12/10 午後2:30 - 山田: hi"_s,
            u"2024-12-10 14:30:00|山田: hi"_s);
        row("arabic", u"\u200F٣١\u200F/١٢\u200F/٢٠٢٢، ١١:٤٠ م - Ada: hi"_s,
            u"2022-12-31 23:40:00|Ada: hi"_s);
        row("24 hours and PM", u"3/6/18, 13:05 PM - Ada: hi"_s, u"2018-06-03 13:05:00|Ada: hi"_s);
        row("nothing behind", u"31/12/2022, 11:40 - "_s, u"2022-12-31 11:40:00|"_s);
        row("dash at the end", u"31/12/2022, 11:40 -"_s, u"2022-12-31 11:40:00|"_s);
        for (const auto &line : {u""_s, u"hi"_s, u"12/12/2024 is the day"_s, u"12/12/2024, 10:00"_s,
                 u"12/12/2024, 10:00 o'clock: come"_s, u"12/12/2024, 10:61 - x"_s,
                 u"[12/12/2024, 10:00 - x"_s, u"1/2/3, 10:00 - x"_s, u"12/12/202, 10:00 - x"_s,
                 u"10:00 - x"_s, u"12/12.2024, 10:00 - x"_s, u"[12/12/2024] Ada: hi"_s,
                 u"12/12/2024, 1:2 - x"_s})
            row(qPrintable(u"not: "_s + line), line, QString());
    }
    void parses()
    {
        QFETCH(QString, line);
        QFETCH(QString, expected);
        const auto header = parseChatHeader(line);
        QCOMPARE(header.has_value(), !expected.isEmpty());
        if (header) {
            QCOMPARE(header->day(DateOrder::DayFirst).toString(Qt::ISODate) + u' '
                    + header->time.toString(Qt::ISODate) + u'|' + line.sliced(header->restAt),
                expected);
        }
        QCOMPARE(looksLikeChat(line + u'\n'), !expected.isEmpty());
    }
};

PULLPUSH_TEST(TestWhatsAppLine)
#include "tst_whatsappline.moc"
