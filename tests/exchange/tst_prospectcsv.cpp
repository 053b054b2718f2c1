// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csvreader.h"
#include "exchange/csvwriter.h"
#include "exchange/prospectcsv.h"
#include "test_support/testprogram.h"

#include <QDateTime>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
struct Everything
{
    ProspectCsvSummary summary;
    QList<ProspectRecord> records;
    QList<RejectedRow> rejected;
    QList<ImportIssue> issues;
    qint64 chunks = 0;
    qint64 lastDone = 0;
    qint64 total = 0;
};

Result<Everything> readAll(
    const QString &path, const CsvMapping &mapping = {}, const QTimeZone &zone = QTimeZone::utc())
{
    Everything all;
    auto summary = readProspects(path, mapping, zone, [&all](ProspectChunk &&chunk) {
        all.records += chunk.records;
        all.rejected += chunk.rejected;
        all.issues += chunk.issues;
        ++all.chunks;
        Q_ASSERT(chunk.bytesDone >= all.lastDone && chunk.bytesDone <= chunk.bytesTotal);
        all.lastDone = chunk.bytesDone;
        all.total = chunk.bytesTotal;
        return true;
    });
    if (!summary)
        return tl::unexpected(summary.error());
    all.summary = *summary;
    return all;
}

QString fixture(const QString &name)
{
    return qEnvironmentVariable("PULLPUSH_TEST_DATA") + u"/exchange/"_s + name;
}

qint64 utc(const QString &text)
{
    return QDateTime::fromString(text + u'Z', Qt::ISODate).toMSecsSinceEpoch();
}

QStringList codes(const Everything &all)
{
    QStringList list;
    for (const ImportIssue &issue : all.issues)
        list.append(QString::number(issue.line) + u' ' + issue.code);
    return list;
}
} // namespace

class TestProspectCsv : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(bytes);
        return file.fileName();
    }

private slots:
    void readsOurOwn()
    {
        const auto all = readAll(fixture(u"leads.csv"_s));
        QVERIFY2(all, all ? "" : qPrintable(all.error().message));
        QCOMPARE(all->summary.system, u"pullpush"_s);
        QCOMPARE(all->summary.mapping.idSpace, u"csv"_s);
        QCOMPARE(all->summary.rows, 8);
        QCOMPARE(all->records.size(), 4);
        QCOMPARE(all->lastDone, all->total);
        const ProspectRecord &ada = all->records.at(0);
        QCOMPARE(ada.line, 2);
        QCOMPARE(ada.externalId, u"1"_s);
        QCOMPARE(ada.values,
            (QHash<QString, QString> {{u"name"_s, u"Ada Example"_s}, {u"source"_s, u"social"_s},
                {u"value"_s, u"1200.50"_s}, {u"currency"_s, u"EUR"_s}}));
        QCOMPARE(ada.handles,
            (QHash<QString, QString> {
                {u"email"_s, u"ada@example.org"_s}})); // ways to reach somebody
        QCOMPARE(ada.firstSeen, (Moment {utc(u"2024-02-01T00:00:00"_s), Precision::Day}));
        QCOMPARE(ada.entries,
            (QList<std::pair<QString, Moment>> {
                {u"customer"_s, {utc(u"2024-03-05T14:00:00"_s), Precision::Exact}}}));
        // An empty cell tells nothing: no source, no move.
        QCOMPARE(all->records.at(1).values.value(u"name"_s), u"Bo \"B\" Sample"_s);
        QVERIFY(!all->records.at(1).values.contains(u"source"_s));
        QVERIFY(all->records.at(1).entries.isEmpty());
        // Rows with a fault are left out, each with its line and reason; the others are taken.
        QCOMPARE(codes(*all),
            (QStringList {u"4 short-row"_s, u"6 bad-date"_s, u"7 bad-date"_s, u"9 long-row"_s,
                u"10 no-identity"_s, u"11 bad-value"_s}));
        QCOMPARE(all->rejected.size(), 4);
        QCOMPARE(all->rejected.at(0).cells, (QStringList {u"3"_s, u"Cem"_s}));
        QVERIFY(all->rejected.at(0).reason.contains(u"email"_s));
        QCOMPARE(all->rejected.at(1).line, 6);
        QVERIFY(all->rejected.at(1).reason.contains(u"soon"_s));
        QVERIFY(all->rejected.at(1).reason.contains(u"first_seen"_s));
        QCOMPARE(all->rejected.at(2).line, 7);
        QVERIFY(!all->records.at(3).values.contains(u"value"_s));
        for (const ImportIssue &issue : all->issues) {
            QCOMPARE(issue.file, u"leads.csv"_s);
            QVERIFY(!issue.text.isEmpty());
        }
    }

    /// What was rejected can be corrected in its file and imported from there.
    void rejectedRowsComeBack()
    {
        auto all = readAll(fixture(u"leads.csv"_s));
        QVERIFY(all);
        all->rejected[1].cells[4] = u"2024-02-04"_s;
        const QString path = m_folder.filePath(u"leads.rejected.csv"_s);
        QVERIFY(
            writeRejectedRows(path, all->summary.header, all->rejected, all->summary.delimiter));
        const auto again = readAll(path);
        QVERIFY(again);
        QCOMPARE(again->records.size(),
            2); // the corrected one, and the short one whose cells were filled up
        QCOMPARE(again->records.at(1).values.value(u"name"_s), u"Dora Test"_s);
        QCOMPARE(again->rejected.size(), 2);
    }

    void recognisesSystems()
    {
        const auto hubspot = readAll(fixture(u"hubspot.csv"_s), {}, QTimeZone("Europe/Berlin"));
        QVERIFY2(hubspot, hubspot ? "" : qPrintable(hubspot.error().message));
        QCOMPARE(hubspot->summary.system, u"hubspot"_s);
        QCOMPARE(hubspot->summary.mapping.idSpace, u"hubspot"_s);
        QCOMPARE(hubspot->summary.mapping.dateOrder, DateOrder::DayFirst);
        QCOMPARE(hubspot->summary.delimiter, u';');
        QCOMPARE(hubspot->records.size(), 2);
        QCOMPARE(hubspot->records.at(0).externalId, u"101"_s);
        QCOMPARE(hubspot->records.at(0).created,
            (Moment {utc(u"2024-02-13T08:14:00"_s), Precision::Minute}));
        QCOMPARE(hubspot->records.at(0).entries,
            (QList<std::pair<QString, Moment>> {
                {u"Lead"_s, {utc(u"2024-02-14T09:00:00"_s), Precision::Minute}}}));
        // Ambiguous by itself, settled by the other rows.
        QCOMPARE(hubspot->records.at(1).created,
            (Moment {utc(u"2024-03-02T09:30:00"_s), Precision::Minute}));

        const auto linkedin = readAll(fixture(u"Connections.csv"_s));
        QVERIFY2(linkedin, linkedin ? "" : qPrintable(linkedin.error().message));
        QCOMPARE(linkedin->summary.system, u"linkedin"_s);
        QCOMPARE(linkedin->records.size(), 1);
        QCOMPARE(linkedin->records.at(0).line, 5);
        QCOMPARE(linkedin->records.at(0).handles,
            (QHash<QString, QString> {
                {u"linkedin"_s, u"https://www.linkedin.com/in/pia-invented"_s}}));
        QCOMPARE(linkedin->records.at(0).firstSeen,
            (Moment {utc(u"2022-10-07T00:00:00"_s), Precision::Day}));
    }

    void usesConstantsAndTheGivenOrder()
    {
        const QString path =
            write(u"c.csv"_s, "Kunde,Quelle,Seit\nAda,,3/4/2024\nBo,fair,5/6/2024\n");
        CsvMapping mapping;
        mapping.fields = {
            {u"name"_s, u"kunde"_s}, {u"source"_s, u"Quelle"_s}, {u"entered:warm"_s, u"Seit"_s}};
        mapping.constants = {{u"source"_s, u"unknown"_s}, {u"owner"_s, u"eve"_s},
            {u"first_seen"_s, u"2024-01-01"_s}};
        mapping.idSpace = u"mine"_s;
        const auto ambiguous = readAll(path, mapping);
        QVERIFY(!ambiguous);
        QCOMPARE(ambiguous.error().code, Error::Code::Rejected);
        QVERIFY(ambiguous.error().message.contains(u"--date-order"_s));
        for (const auto order : {DateOrder::DayFirst, DateOrder::MonthFirst}) {
            mapping.dateOrder = order;
            const auto all = readAll(path, mapping);
            QVERIFY2(all, all ? "" : qPrintable(all.error().message));
            QCOMPARE(all->summary.mapping.idSpace, u"mine"_s);
            QCOMPARE(all->records.at(0).values.value(u"source"_s), u"unknown"_s);
            QCOMPARE(all->records.at(1).values.value(u"source"_s), u"fair"_s);
            QCOMPARE(all->records.at(0).values.value(u"owner"_s), u"eve"_s);
            QCOMPARE(all->records.at(0).firstSeen,
                (Moment {utc(u"2024-01-01T00:00:00"_s), Precision::Day}));
            const QString day =
                order == DateOrder::DayFirst ? u"2024-04-03T00:00:00"_s : u"2024-03-04T00:00:00"_s;
            QCOMPARE(
                all->records.at(0).entries.front().second, (Moment {utc(day), Precision::Day}));
        }
        mapping.constants.insert(u"created"_s, u"never"_s);
        QVERIFY(!readAll(path, mapping));
        mapping.constants.insert(u"created"_s, u"1969-12-31"_s);
        const auto early = readAll(path, mapping);
        QVERIFY(!early);
        QVERIFY2(early.error().message.contains(u"1969-12-31"_s)
                && early.error().message.contains(u"before 1970"_s),
            qPrintable(early.error().message));
    }

    /// Also in a zone where 1970 began before 1970 of UTC did. What a spreadsheet makes of an empty date is among them.
    void refusesDatesBefore1970()
    {
        const QString path = write(u"early.csv"_s,
            "id,name,cold,Seit\n"
            "1,Ada,1950-03-01,\n"
            "2,Bo,,1969-12-31 23:59\n"
            "3,Cem,1970-01-01,1970-01-01 00:00\n"
            "4,Dee,1900-01-01,\n"
            "5,Eve,1899-12-30,\n"
            "6,Fay,2024-02-01,\n");
        CsvMapping mapping;
        mapping.fields = {{u"id"_s, u"id"_s}, {u"name"_s, u"name"_s},
            {u"entered:cold"_s, u"cold"_s}, {u"first_seen"_s, u"Seit"_s}};
        const auto all = readAll(path, mapping, QTimeZone("Europe/Berlin"));
        QVERIFY2(all, all ? "" : qPrintable(all.error().message));
        QStringList taken;
        for (const ProspectRecord &record : all->records)
            taken << record.externalId;
        QCOMPARE(taken, (QStringList {u"3"_s, u"6"_s}));
        QCOMPARE(codes(*all),
            (QStringList {u"2 bad-date"_s, u"3 bad-date"_s, u"5 bad-date"_s, u"6 bad-date"_s}));
        QCOMPARE(all->rejected.size(), 4);
        const QString first = all->rejected.at(0).reason;
        QVERIFY2(first.contains(u"1950-03-01"_s) && first.contains(u"cold"_s)
                && first.contains(u"before 1970"_s),
            qPrintable(first));
        QVERIFY(all->rejected.at(1).reason.contains(u"Seit"_s));
        QVERIFY(all->rejected.at(2).reason.contains(u"before 1970"_s));
        QCOMPARE(all->issues.at(0).text, first);
        QCOMPARE(all->issues.at(0).file, u"early.csv"_s);
    }

    void writesCurrenciesAsTheirCodes()
    {
        const QString path = write(u"money.csv"_s,
            "id,value,Money\n"
            "1,10,usd\n"
            "2,20,USD\n"
            "3,30, EUR \n"
            "4,5,€\n"
            "5,5,$\n"
            "6,5,¥\n"
            "7,5,euros\n"
            "8,5,\n");
        CsvMapping mapping;
        mapping.fields = {
            {u"id"_s, u"id"_s}, {u"value"_s, u"value"_s}, {u"currency"_s, u"Money"_s}};
        const auto all = readAll(path, mapping);
        QVERIFY2(all, all ? "" : qPrintable(all.error().message));
        QStringList currencies;
        for (const ProspectRecord &record : all->records)
            currencies << record.externalId + u' ' + record.values.value(u"currency"_s);
        QCOMPARE(
            currencies, (QStringList {u"1 USD"_s, u"2 USD"_s, u"3 EUR"_s, u"4 EUR"_s, u"8 "_s}));
        QCOMPARE(codes(*all),
            (QStringList {u"6 bad-currency"_s, u"7 bad-currency"_s, u"8 bad-currency"_s}));
        QCOMPARE(all->rejected.size(), 3);
        const QString dollar = all->rejected.at(0).reason;
        QVERIFY2(
            dollar.contains(u"“$”"_s) && dollar.contains(u"Money"_s) && dollar.contains(u"USD"_s),
            qPrintable(dollar));
        QVERIFY(all->rejected.at(1).reason.contains(u"JPY"_s));
        QVERIFY(all->rejected.at(2).reason.contains(u"euros"_s));
        // One that is given for all rows is none of a row.
        mapping.fields.removeLast();
        mapping.constants = {{u"currency"_s, u"chf"_s}};
        const auto given = readAll(path, mapping);
        QVERIFY(given);
        QCOMPARE(given->records.size(), 8);
        QCOMPARE(given->records.at(7).values.value(u"currency"_s), u"CHF"_s);
        mapping.constants = {{u"currency"_s, u"$"_s}};
        const auto refused = readAll(path, mapping);
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"USD"_s), qPrintable(refused.error().message));
    }

    void refusesFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("map"); // FIELD=COLUMN
        QTest::addColumn<QStringList>("says");
        QTest::newRow("missing column") << QByteArray("mql_id,origin\n1,x\n") << u"id=mql"_s
                                        << QStringList {u"mql"_s, u"mql_id, origin"_s};
        QTest::newRow("unknown field") << QByteArray("a,b\n1,2\n") << u"nickname=a"_s
                                       << QStringList {u"nickname"_s, u"first_name"_s};
        QTest::newRow("nothing known")
            << QByteArray("a,b\n1,2\n") << QString() << QStringList {u"a, b"_s};
        QTest::newRow("nothing that names")
            << QByteArray("a,b\n1,2\n") << u"source=a"_s << QStringList {u"a, b"_s};
        QTest::newRow("empty") << QByteArray() << QString() << QStringList {u"empty"_s};
        QTest::newRow("workbook") << QByteArray("PK\x03\x04 xl/workbook.xml") << u"id=a"_s
                                  << QStringList {u"Excel workbook"_s, u"CSV"_s};
        QTest::newRow("web page") << QByteArray("<!doctype html><html>a,b\n1,2\n") << u"id=a"_s
                                  << QStringList {u"HTML"_s};
        QTest::newRow("binary") << QByteArray(100, '\x01') << u"id=a"_s
                                << QStringList {u"binary"_s};
        QTest::newRow("cut off in a quote") << QByteArray("id,name\n1,\"Ada\n") << u"id=id"_s
                                            << QStringList {u"cut off"_s, u"line 2"_s};
        QTest::newRow("cut off in a character") << QByteArray("id,name\n1,Zo\xC3\xAB\n2,Ren\xC3")
                                                << u"id=id"_s << QStringList {u"cut off"_s};
    }
    void refusesFiles()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, map);
        QFETCH(QStringList, says);
        const QString path = write(u"faulty.csv"_s, bytes);
        CsvMapping mapping;
        if (!map.isEmpty())
            mapping.fields = {{map.section(u'=', 0, 0), map.section(u'=', 1)}};
        const auto all = readAll(path, mapping);
        QVERIFY(!all);
        QCOMPARE(all.error().code, Error::Code::Rejected);
        for (const QString &word : says)
            QVERIFY2(all.error().message.contains(word), qPrintable(all.error().message));
        if (!says.contains(u"nickname"_s))
            QVERIFY2(
                all.error().message.contains(u"faulty.csv"_s), qPrintable(all.error().message));
    }

    void readsFixturesWithFaults()
    {
        const auto cut = readAll(fixture(u"cutoff.csv"_s));
        QVERIFY(!cut);
        QVERIFY(cut.error().message.contains(u"line 3"_s));
        const auto broken = readAll(fixture(u"broken-utf8.csv"_s));
        QVERIFY(broken);
        QCOMPARE(broken->records.at(1).values.value(u"name"_s), u"Ren�"_s);
        QCOMPARE(codes(*broken), (QStringList {u"0 encoding-guessed"_s, u"3 bad-encoding"_s}));
        const auto missing = readAll(fixture(u"nowhere.csv"_s));
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, Error::Code::NotFound);
    }

    void stops()
    {
        QByteArray bytes("id,first_seen\n");
        for (int i = 0; i < 30000; ++i)
            bytes += QByteArray::number(i) + ",2024-01-0" + QByteArray::number(1 + i % 9) + '\n';
        const QString path = write(u"large.csv"_s, bytes);
        for (int stopAfter = 1; stopAfter < 20; stopAfter += 6) {
            int taken = 0;
            const auto stopped = readProspects(
                path, {}, QTimeZone::utc(), [&](ProspectChunk &&) { return ++taken < stopAfter; });
            QVERIFY(!stopped);
            QCOMPARE(stopped.error().code, Error::Code::Cancelled);
            QCOMPARE(taken, stopAfter);
        }
        const auto all = readAll(path);
        QVERIFY(all);
        QCOMPARE(all->records.size(), 30000);
        QVERIFY(all->chunks > 15);
        QCOMPARE(all->lastDone, all->total);
    }

    void previews()
    {
        const auto preview = previewCsv(fixture(u"hubspot.csv"_s), 1);
        QVERIFY(preview);
        QCOMPARE(preview->header.first(2), (QStringList {u"Record ID"_s, u"First Name"_s}));
        QCOMPARE(preview->rows.size(), 1);
        QCOMPARE(preview->guess.system, u"hubspot"_s);
        QCOMPARE(preview->guess.mapping.dateOrder, DateOrder::DayFirst);
        QVERIFY(!preview->needsDateOrder);
        QCOMPARE(preview->delimiter, u';');
        QCOMPARE(preview->encoding.name, u"UTF-8"_s);
        const auto ambiguous = previewCsv(write(u"d.csv"_s, "id,day\n1,2/3/2024\n"));
        QVERIFY(ambiguous);
        QVERIFY(ambiguous->needsDateOrder);
        QVERIFY(!previewCsv(write(u"b.csv"_s, QByteArray(100, '\0'))));
    }

    void survivesAnything()
    {
        QRandomGenerator random(11);
        CsvMapping mapping;
        mapping.fields = {{u"id"_s, u"a"_s}, {u"first_seen"_s, u"b"_s}};
        const QByteArray alphabet("0123456789-/.:, \n\"\xFF"
                                  "aé");
        for (int round = 0; round < 500; ++round) {
            QByteArray bytes("a,b\n");
            for (int i = random.bounded(200); i > 0; --i)
                bytes += alphabet.at(random.bounded(alphabet.size()));
            const auto all = readAll(write(u"fuzz.csv"_s, bytes), mapping);
            if (all)
                QCOMPARE(all->records.size() + all->rejected.size(), all->summary.rows);
            else
                QVERIFY(!all.error().message.isEmpty());
        }
    }

    void readsRealLeads()
    {
        const QString folder =
            qEnvironmentVariable("PULLPUSH_SHARED_DATA") + u"/funnel/olist_marketing_funnel/"_s;
        const QString leads = folder + u"olist_marketing_qualified_leads_dataset.csv"_s;
        if (!QFile::exists(leads))
            QSKIP("PULLPUSH_SHARED_DATA is not set");
        CsvMapping first;
        first.fields = {{u"id"_s, u"mql_id"_s}, {u"first_seen"_s, u"first_contact_date"_s},
            {u"entered:cold"_s, u"first_contact_date"_s}, {u"source"_s, u"origin"_s}};
        const auto cold = readAll(leads, first, QTimeZone("America/Sao_Paulo"));
        QVERIFY2(cold, cold ? "" : qPrintable(cold.error().message));
        QCOMPARE(cold->records.size(), 8000);
        QCOMPARE(cold->rejected.size(), 0);
        QCOMPARE(cold->issues.size(), 0);
        QCOMPARE(std::ranges::count_if(
                     cold->records, [](const auto &r) { return !r.values.contains(u"source"_s); }),
            60);
        QCOMPARE(std::ranges::count_if(cold->records,
                     [](const auto &r) { return r.values.value(u"source"_s) == u"social"_s; }),
            1350);
        for (const ProspectRecord &record : cold->records) {
            QCOMPARE(record.entries.size(), 1);
            QCOMPARE(record.entries.front().second.precision, Precision::Day);
        }
        CsvMapping second;
        second.fields = {{u"id"_s, u"mql_id"_s}, {u"entered:customer"_s, u"won_date"_s}};
        const auto won = readAll(
            folder + u"olist_closed_deals_dataset.csv"_s, second, QTimeZone("America/Sao_Paulo"));
        QVERIFY2(won, won ? "" : qPrintable(won.error().message));
        QCOMPARE(won->records.size(), 842);
        QCOMPARE(won->rejected.size(), 0);
        QCOMPARE(won->records.front().entries.front().second,
            (Moment {utc(u"2018-02-26T22:58:54"_s), Precision::Exact}));
    }
};

PULLPUSH_TEST(TestProspectCsv)
#include "tst_prospectcsv.moc"
