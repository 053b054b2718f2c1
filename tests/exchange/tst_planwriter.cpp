// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plancsv.h"
#include "exchange/planfields.h"
#include "exchange/planwriter.h"
#include "exchange/table.h"
#include "test_support/testprogram.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <archive.h>
#include <archive_entry.h>

using namespace Qt::StringLiterals;

namespace {
/// Cells of the styles 1 and 3 are dates, of 2 a number that only looks like one.
constexpr const char *Styles =
    R"(<styleSheet><numFmts><numFmt numFmtId="165" formatCode="[$-407]dd/mm/yyyy\ hh:mm"/>)"
    R"(<numFmt numFmtId="166" formatCode="0&quot;days&quot;"/></numFmts>)"
    R"(<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>)"
    R"(<xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="20"/></cellXfs></styleSheet>)";
constexpr const char *Strings =
    "<sst><si><t>caption</t></si>"
    "<si><r><t>da</t></r><r><t>te</t></r><rPh><t>no</t></rPh></si></sst>";

PlannedPost fullPost()
{
    PlannedPost post;
    post.isOurs = true;
    post.uid = u"variant-7001@pullpush"_s;
    post.group = u"7000"_s;
    post.title = u"'=tis"_s;
    post.text = u"=HYPERLINK(\"x\")\n\nTwo, lines; 🍂 \\n _x0041_ "_s;
    post.day = QDate(2026, 10, 25);
    post.time = QTime(9, 30);
    post.zone = u"Europe/Berlin"_s;
    post.link = u"https://example.org/a?b=c"_s;
    post.media = {
        {u"https://example.org/one.jpg"_s, u"A tree,\nall red"_s}, {u"two.mp4"_s, QString()}};
    post.labels = {u"autumn"_s, u"tips, tricks"_s};
    post.campaign = u"@Harvest"_s;
    post.pillar = u"+Craft"_s;
    post.notes = u"-Ask\n\"Mira\""_s;
    post.channels = {{u"bluesky"_s, u"@brew.example"_s, u"Brew on Bluesky"_s}};
    post.detached = true;
    post.ownText = u"Own"_s;
    post.ownDay = QDate(2026, 3, 29);
    post.ownTime = QTime(2, 30, 15);
    post.ownZone = u"America/New_York"_s;
    post.ownMedia = {{u"own.png"_s, u"Own"_s}};
    post.status = u"posted"_s;
    post.firstComment = u"👇"_s;
    post.postedAt = 1'793'048'730'123;
    post.postedLink = u"https://bsky.example/post/1"_s;
    return post;
}

PlannedPost plainPost()
{
    PlannedPost post;
    post.isOurs = true;
    post.uid = u"post-1@pullpush"_s;
    post.group = u"1"_s;
    post.text = u"An idea"_s;
    return post;
}

PlannedPost plannedOn(const QString &network, QDate day, QTime time, const QString &zone)
{
    PlannedPost post = plainPost();
    post.day = day;
    post.time = time;
    post.zone = zone;
    post.channels = {{network, QString(), QString()}};
    return post;
}
} // namespace

class PlanWriterTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const PlanTableOptions m_options {QTimeZone("Europe/Berlin"), 1'795'168'800'000};

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// A workbook as other programs make one, of the entries given.
    [[nodiscard]] QString workbook(
        const QString &name, const QMap<QString, QByteArray> &entries) const
    {
        archive *zip = archive_write_new();
        archive_write_set_format_zip(zip);
        archive_write_open_filename(zip, path(name).toUtf8().constData());
        for (auto it = entries.cbegin(); it != entries.cend(); ++it) {
            archive_entry *entry = archive_entry_new();
            archive_entry_set_pathname(entry, it.key().toUtf8().constData());
            archive_entry_set_filetype(entry, AE_IFREG);
            archive_entry_set_size(entry, it.value().size());
            archive_write_header(zip, entry);
            archive_write_data(zip, it.value().constData(), std::size_t(it.value().size()));
            archive_entry_free(entry);
        }
        archive_write_free(zip);
        return path(name);
    }
    static QMap<QString, QByteArray> parts(
        const QByteArray &sheet, const QByteArray &bookProperty = {})
    {
        return {{u"[Content_Types].xml"_s, "<Types/>"},
            {u"xl/workbook.xml"_s,
                R"(<book xmlns:r="r"><workbookPr )" + bookProperty
                    + R"(/><sheets><sheet name="A" r:id="rId7"/></sheets></book>)"},
            {u"xl/_rels/workbook.xml.rels"_s,
                R"(<Relations><Relation Id="rId7" Target="/xl/sheets/other.xml"/></Relations>)"},
            {u"xl/styles.xml"_s, Styles}, {u"xl/sharedStrings.xml"_s, Strings},
            {u"xl/sheets/other.xml"_s, "<sheet><sheetData>" + sheet + "</sheetData></sheet>"}};
    }

private slots:
    void bringsBackAllOfOurs_data()
    {
        QTest::addColumn<PlanTableFormat>("format");
        QTest::addColumn<QString>("name");
        QTest::newRow("csv") << PlanTableFormat::OurCsv << u"plan.csv"_s;
        QTest::newRow("xlsx") << PlanTableFormat::OurXlsx << u"plan.xlsx"_s;
    }
    void bringsBackAllOfOurs()
    {
        QFETCH(PlanTableFormat, format);
        QFETCH(QString, name);
        const QList<PlannedPost> posts {fullPost(), plainPost()};
        const auto written = writePlan(path(name), posts, format, m_options);
        QVERIFY2(written, written ? "" : qPrintable(written.error().message));
        QCOMPARE(written->written, 2);
        const QByteArray first = contentOf(path(name));
        QVERIFY(writePlan(path(name), posts, format, m_options));
        QCOMPARE(contentOf(path(name)), first);
        QVERIFY(isPlan(path(name)));
        const auto plan = readPlan(path(name), {}, QTimeZone::utc());
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
        QCOMPARE(plan->system, u"pullpush"_s);
        QVERIFY(plan->issues.isEmpty());
        QCOMPARE(plan->posts.size(), 2);
        for (qsizetype i = 0; i < 2; ++i) {
            PlannedPost back = plan->posts.at(i);
            back.line = 0;
            for (const QString &field : planFieldNames())
                QCOMPARE(planField(back, field), planField(posts.at(i), field));
            QCOMPARE(back, posts.at(i));
        }
    }

    void guardsItsCsv()
    {
        QVERIFY(writePlan(path(u"a.csv"_s), {fullPost()}, PlanTableFormat::OurCsv, m_options));
        const auto table = readTable(path(u"a.csv"_s));
        QVERIFY(table);
        for (const QString &cell : table->rows.at(1).cells)
            QVERIFY2(cell.isEmpty() || !u"=+-@"_s.contains(cell.front()), qPrintable(cell));
    }

    void writesBuffer()
    {
        QList<PlannedPost> posts {plainPost(),
            plannedOn(u"x"_s, QDate(2026, 7, 1), QTime(9, 0), u"America/New_York"_s), fullPost()};
        const auto written = writePlan(path(u"b.csv"_s), posts, PlanTableFormat::Buffer, m_options);
        QVERIFY(written);
        QCOMPARE(written->written, 3);
        QCOMPARE(written->withoutMedia, 1);
        QCOMPARE(contentOf(path(u"b.csv"_s)),
            QByteArray(
                "Text,Image URL,Tags,Posting Time\r\nAn idea,,,\r\nAn idea,,,2026-07-01 15:00\r\n"
                "Own,,\"autumn,tips, tricks\",2026-03-29 08:30\r\n"));
    }

    void writesHootsuite()
    {
        QList<PlannedPost> posts {
            plainPost(), plannedOn(u"x"_s, QDate(2026, 7, 1), QTime(9, 0), QString()), fullPost()};
        const auto written =
            writePlan(path(u"h.csv"_s), posts, PlanTableFormat::Hootsuite, m_options);
        QVERIFY(written);
        QCOMPARE(written->written, 2);
        QCOMPARE(written->leftOut, 1);
        QCOMPARE(contentOf(path(u"h.csv"_s)),
            QByteArray(
                "07/01/2026 09:00,An idea,\r\n03/29/2026 08:30,Own,https://example.org/a?b=c\r\n"));
    }

    void writesMetricool()
    {
        PlannedPost pictured =
            plannedOn(u"linkedin-page"_s, QDate(2026, 7, 1), QTime(9, 0), QString());
        pictured.media = {{u"https://a.example/1.jpg"_s, u"One"_s}, {u"local.jpg"_s, QString()}};
        pictured.status = u"scheduled"_s;
        pictured.firstComment = u"First!"_s;
        const auto written = writePlan(path(u"m.csv"_s),
            {pictured, plannedOn(u"mastodon"_s, QDate(2026, 7, 1), QTime(9, 0), QString())},
            PlanTableFormat::Metricool, m_options);
        QVERIFY(written);
        QCOMPARE(written->written, 1);
        QCOMPARE(written->leftOut, 1);
        QCOMPARE(written->withoutMedia, 1);
        const auto table = readTable(path(u"m.csv"_s));
        QVERIFY(table);
        const QStringList header = table->rows.at(0).cells;
        QCOMPARE(header.size(), 97);
        const auto cell = [&](const QString &column) {
            return table->rows.at(1).cells.at(header.indexOf(column));
        };
        QCOMPARE(cell(u"Date"_s) + u' ' + cell(u"Time"_s), u"2026-07-01 09:00:00"_s);
        QCOMPARE(cell(u"LinkedIn"_s) + cell(u"Bluesky"_s) + cell(u"Draft"_s), u"truefalsefalse"_s);
        QCOMPARE(cell(u"Picture Url 1"_s) + cell(u"Alt text picture 1"_s),
            u"https://a.example/1.jpgOne"_s);
        QCOMPARE(cell(u"First Comment Text"_s), u"First!"_s);
    }

    void saysWhatCannotBeWritten()
    {
        QCOMPARE(writePlan(path(u"missing/a.csv"_s), {}, PlanTableFormat::OurCsv, m_options)
                     .error()
                     .code,
            Error::Code::Io);
        PlannedPost endless = plainPost();
        endless.text = QString(40000, u'a');
        const auto refused =
            writePlan(path(u"long.xlsx"_s), {endless}, PlanTableFormat::OurXlsx, m_options);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Error::Code::Rejected);
        QVERIFY(!QFile::exists(path(u"long.xlsx"_s)));
    }

    void readsWorkbooks()
    {
        const QByteArray sheet(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
            "<c r=\"C1\" t=\"inlineStr\"><is><t>time</t></is></c><c r=\"D1\" "
            "t=\"str\"><v>platform</v></c></row>"
            "<row r=\"3\"><c r=\"A3\" t=\"str\"><f>1+1</f><v>Hello</v></c><c r=\"B3\" "
            "s=\"1\"><v>46380.5</v></c></row>"
            "<row r=\"4\"><c r=\"A4\" s=\"2\"><v>12</v></c><c r=\"B4\" s=\"1\"><v>46380</v></c>"
            "<c r=\"C4\" s=\"3\"><v>0.604166666666667</v></c><c r=\"D4\" "
            "t=\"b\"><v>1</v></c></row>");
        const auto table = readTable(workbook(u"one.xlsx"_s, parts(sheet)));
        QVERIFY2(table, table ? "" : qPrintable(table.error().message));
        QCOMPARE(table->rows,
            (QList<TableRow> {{1, {u"caption"_s, u"date"_s, u"time"_s, u"platform"_s}},
                {3, {u"Hello"_s, u"2026-12-24 12:00:00"_s, QString(), QString()}},
                {4, {u"12"_s, u"2026-12-24"_s, u"14:30:00"_s, u"true"_s}}}));
        const auto other = readTable(workbook(u"two.xlsx"_s, parts(sheet, "date1904=\"1\"")));
        QVERIFY(other);
        QCOMPARE(other->rows.at(1).cells.at(1), u"2030-12-25 12:00:00"_s);
        QVERIFY(isPlan(path(u"one.xlsx"_s)));
    }

    void refusesBombs()
    {
        QMap<QString, QByteArray> bomb = parts("<row/>");
        bomb[u"xl/sharedStrings.xml"_s] =
            "<sst><si><t>" + QByteArray(qsizetype(8) * 1024 * 1024, 'a') + "</t></si></sst>";
        const auto table = readTable(workbook(u"bomb.xlsx"_s, bomb));
        QVERIFY(!table);
        QCOMPARE(table.error().code, Error::Code::Rejected);
        QVERIFY(table.error().message.contains(u"unpacks"_s));
    }

    void refusesDamage()
    {
        QMap<QString, QByteArray> entries = parts("<row><c></row>");
        QVERIFY(!readTable(workbook(u"broken.xlsx"_s, entries)));
        entries.remove(u"xl/sheets/other.xml"_s);
        entries.insert(u"xl/sheets/x.xml"_s, {});
        QVERIFY(!readTable(workbook(u"missing.xlsx"_s, entries)));
        const QByteArray whole =
            contentOf(workbook(u"whole.xlsx"_s, parts("<row><c><v>1</v></c></row>")));
        for (qsizetype size = 4; size < whole.size(); size += 37) {
            QFile file(path(u"cut.xlsx"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(whole.left(size));
            file.close();
            QVERIFY(!readTable(path(u"cut.xlsx"_s)));
        }
    }

    void isReadByASpreadsheet()
    {
        QProcess convert;
        convert.start(u"ssconvert"_s, {u"--version"_s});
        if (!convert.waitForFinished() || convert.exitCode() != 0)
            QSKIP("ssconvert of gnumeric is not installed");
        PlannedPost post = fullPost();
        post.text = u"=1, \"two\" lines 🍂"_s;
        QVERIFY(writePlan(path(u"s.xlsx"_s), {post}, PlanTableFormat::OurXlsx, m_options));
        QProcess::execute(u"ssconvert"_s, {path(u"s.xlsx"_s), path(u"s.csv"_s)});
        const auto table = readTable(path(u"s.csv"_s));
        QVERIFY(table);
        const QStringList header = table->rows.at(0).cells;
        QCOMPARE(header, planFieldNames());
        QCOMPARE(table->rows.at(1).cells.at(header.indexOf(u"text"_s)), u'\'' + post.text);
        const QString day = table->rows.at(1).cells.at(header.indexOf(u"day"_s));
        QVERIFY2(day == u"2026-10-25"_s || day == u"2026/10/25"_s, qPrintable(day));
    }
};

PULLPUSH_TEST(PlanWriterTest)
#include "tst_planwriter.moc"
