// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csvreader.h"
#include "exchange/csvwriter.h"
#include "test_support/testprogram.h"

#include <QBuffer>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;

namespace {
struct Rows
{
    QList<QStringList> cells; ///< of rows that are not blank
    QList<qint64> lines;
    int blank = 0;
    char16_t delimiter = 0;
    QString encoding;
};

Result<Rows> collect(Result<CsvReader> reader)
{
    if (!reader)
        return tl::unexpected(reader.error());
    Rows rows;
    rows.delimiter = reader->delimiter();
    rows.encoding = reader->source().encoding().name;
    while (true) {
        const auto more = reader->next();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return rows;
        if (reader->isBlank()) {
            ++rows.blank;
            continue;
        }
        rows.cells.append(reader->cellTexts());
        rows.lines.append(reader->line());
    }
}

Result<Rows> parse(
    const QByteArray &bytes, qsizetype chunk = 4096, std::optional<char16_t> delimiter = {})
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    auto source = TextReader::open(std::move(buffer), u"file.csv"_s, {chunk, -1});
    if (!source)
        return tl::unexpected(source.error());
    return collect(CsvReader::open(std::move(*source), delimiter));
}

/// The rows with their lines as one text, to compare and to show.
QString shown(const Result<Rows> &rows)
{
    if (!rows)
        return u"error: "_s + rows.error().message;
    QStringList list;
    for (qsizetype i = 0; i < rows->cells.size(); ++i)
        list.append(QString::number(rows->lines.at(i)) + u':' + rows->cells.at(i).join(u'¦'));
    return list.join(u'§');
}
} // namespace

class TestCsvReader : public QObject
{
    Q_OBJECT
private slots:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << QByteArray("a,b\n1,2\n") << u"1:a¦b§2:1¦2"_s;
        QTest::newRow("no end of line") << QByteArray("a,b\n1,2") << u"1:a¦b§2:1¦2"_s;
        QTest::newRow("crlf") << QByteArray("a,b\r\n1,2\r\n") << u"1:a¦b§2:1¦2"_s;
        QTest::newRow("cr") << QByteArray("a,b\r1,2\r") << u"1:a¦b§2:1¦2"_s;
        QTest::newRow("mixed ends")
            << QByteArray("a,b\r1,2\n3,4\r\n5,6") << u"1:a¦b§2:1¦2§3:3¦4§4:5¦6"_s;
        QTest::newRow("blank lines") << QByteArray("\na,b\n\n\r\n1,2\n\n") << u"2:a¦b§5:1¦2"_s;
        QTest::newRow("quotes") << QByteArray("a,b\n\"1,5\",\"say \"\"hi\"\"\"\n")
                                << u"1:a¦b§2:1,5¦say \"hi\""_s;
        QTest::newRow("line breaks in quotes")
            << QByteArray("a,b\n\"x\ny\r\nz\rw\",2\n3,4\n") << u"1:a¦b§2:x\ny\r\nz\rw¦2§6:3¦4"_s;
        QTest::newRow("empty quotes") << QByteArray("a,b\n\"\",\"\"\n\"\"\n") << u"1:a¦b"_s;
        QTest::newRow("four quotes") << QByteArray("a,b\n\"\"\"\",2\n") << u"1:a¦b§2:\"¦2"_s;
        QTest::newRow("quote inside a plain cell")
            << QByteArray("a,b\n5\" pipe,x\"y\"\n") << u"1:a¦b§2:5\" pipe¦x\"y\""_s;
        QTest::newRow("text behind a quote")
            << QByteArray("a,b\n\"x\"y,\"p\" q\"r\"\n") << u"1:a¦b§2:xy¦p q\"r\""_s;
        QTest::newRow("ragged") << QByteArray("a,b\n1\n1,2,3\n,\n") << u"1:a¦b§2:1§3:1¦2¦3"_s;
        QTest::newRow("delimiter at the end") << QByteArray("a,b\n1,") << u"1:a¦b§2:1¦"_s;
        QTest::newRow("quote at the end") << QByteArray("a,b\n1,\"x\"") << u"1:a¦b§2:1¦x"_s;
        QTest::newRow("sep line") << QByteArray("sep=;\r\na;b,c\r\n1;2\r\n") << u"2:a¦b,c§3:1¦2"_s;
        QTest::newRow("quoted sep line") << QByteArray("\"sep=|\"\na|b\n") << u"2:a¦b"_s;
        QTest::newRow("column named like it") << QByteArray("sep=;x\n1;2\n") << u"1:sep=¦x§2:1¦2"_s;
        QTest::newRow("byte order mark and quote")
            << QByteArray("\xEF\xBB\xBF\"a\",b\n") << u"1:a¦b"_s;
        QTest::newRow("semicolons and decimal commas")
            << QByteArray("a;b\n1,5;2,5\n3,5;4,5\n") << u"1:a¦b§2:1,5¦2,5§3:3,5¦4,5"_s;
        QTest::newRow("tabs") << QByteArray("a\tb c, d\n1\t2, 3\n") << u"1:a¦b c, d§2:1¦2, 3"_s;
        QTest::newRow("one column")
            << QByteArray("mail\nx@example.org\n") << u"1:mail§2:x@example.org"_s;
        QTest::newRow("commas in quotes only")
            << QByteArray("a;b\n\"1,2,3\";\"4,5,6\"\n") << u"1:a¦b§2:1,2,3¦4,5,6"_s;
        QTest::newRow("surrogate pairs")
            << QByteArray("a,b\n\"👋\",\"\"\"👋\"\n") << u"1:a¦b§2:👋¦\"👋"_s;
        QTest::newRow("empty") << QByteArray() << QString();
        QTest::newRow("line end only") << QByteArray("\n") << QString();
    }
    void reads()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, expected);
        for (qsizetype chunk = 1; chunk <= bytes.size() + 1; ++chunk)
            QCOMPARE(shown(parse(bytes, chunk)), expected);
    }

    void findsUnclosedQuotes()
    {
        const auto rows = parse("a,b\n1,2\n3,\"cut off\n4,5\n");
        QVERIFY(!rows);
        QCOMPARE(rows.error().code, Error::Code::Rejected);
        QVERIFY2(rows.error().message.contains(u"file.csv"_s), qPrintable(rows.error().message));
        QVERIFY2(rows.error().message.contains(u"line 3"_s), qPrintable(rows.error().message));
    }

    /// A quote that never closes does not fill the memory with a large file, and rows of any kind
    /// of file stay bounded.
    void boundsRows()
    {
        const auto quote =
            parse("a\n\"" + QByteArray(qsizetype(40) * 1024 * 1024, 'x'), qsizetype(256) * 1024);
        QVERIFY(!quote);
        QVERIFY(quote.error().message.contains(u"line 2"_s));
        QVERIFY(
            !parse("a\n" + QByteArray(qsizetype(40) * 1024 * 1024, 'x'), qsizetype(256) * 1024));
    }

    /// Whatever the bytes are, reading ends, the pieces do not matter, and what was read can be
    /// written and read again.
    void survivesAnything()
    {
        QRandomGenerator random(20240229);
        const QByteArray alphabet("ab1,;\t|\"\"\"\n\r\r\n \0\xC3\xA9\xFF", 20);
        for (int round = 0; round < 3000; ++round) {
            QByteArray bytes(random.bounded(80), Qt::Uninitialized);
            for (char &c : bytes)
                c = round % 3 == 0 ? char(random.bounded(256))
                                   : alphabet.at(random.bounded(alphabet.size()));
            const auto whole = parse(bytes);
            const auto pieces = parse(bytes, 1 + random.bounded(7));
            QCOMPARE(shown(pieces), shown(whole));
            if (!whole)
                continue;
            QString written;
            for (const QStringList &row : whole->cells)
                written += csvRow(row, whole->delimiter);
            const auto again = parse(written.toUtf8(), 4096, whole->delimiter);
            QVERIFY(again);
            QCOMPARE(again->cells, whole->cells);
        }
    }

    void agreesWithStatedFigures_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("stated");
        QTest::addColumn<QString>("delimiter");
        QTest::addColumn<int>("records");
        QTest::addColumn<int>("blank");
        const QString folder = qEnvironmentVariable("PULLPUSH_SHARED_DATA");
        QFile sources(folder + u"/exports/SOURCES.tsv"_s);
        if (folder.isEmpty() || !sources.open(QIODevice::ReadOnly)) {
            QTest::newRow("none") << QString() << QString() << QString() << 0 << 0;
            return;
        }
        static const QRegularExpression figures(
            u"delimiter '(.+?)'; (\\d+) non-blank records incl. any header \\((\\d+) blank\\); field counts \\{(.*)\\}"_s);
        for (const QString &row : QString::fromUtf8(sources.readAll()).split(u'\n')) {
            const QStringList fields = row.split(u'\t');
            const auto match = figures.match(fields.last());
            if (!row.startsWith(u"csv-torture/"_s) || !match.hasMatch())
                continue;
            const QString delimiter = match.captured(1) == u"\\t"_s ? u"\t"_s : match.captured(1);
            QTest::newRow(qPrintable(fields.first()))
                << folder + u"/exports/"_s + fields.first() << match.captured(4) << delimiter
                << match.captured(2).toInt() << match.captured(3).toInt();
        }
    }
    void agreesWithStatedFigures()
    {
        QFETCH(QString, path);
        QFETCH(QString, stated);
        QFETCH(QString, delimiter);
        QFETCH(int, records);
        QFETCH(int, blank);
        if (path.isEmpty())
            QSKIP("PULLPUSH_SHARED_DATA is not set");
        const auto rows = collect(CsvReader::open(path));
        QVERIFY2(rows, rows ? "" : qPrintable(rows.error().message));
        std::map<qsizetype, int> counts;
        for (const QStringList &row : rows->cells)
            ++counts[row.size()];
        std::map<qsizetype, int> expected;
        for (const QString &entry : stated.split(u", "_s, Qt::SkipEmptyParts))
            expected[entry.section(u": "_s, 0, 0).toInt()] = entry.section(u": "_s, 1).toInt();
        QCOMPARE(rows->cells.size(), records);
        QCOMPARE(rows->blank, blank);
        QCOMPARE(counts, expected);
        if (!rows->cells.isEmpty() && rows->cells.front().size() > 1)
            QCOMPARE(QString(QChar(rows->delimiter)), delimiter);
    }

    void writesRejectedRows()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"leads.rejected.csv"_s);
        const QList<RejectedRow> rejected {
            {7, u"no \"date\", sorry"_s, {u"1"_s, u" x"_s, u"a;b\nc"_s}},
            {9, u"short"_s, {u"2"_s}}};
        QVERIFY(writeRejectedRows(path, {u"id"_s, u"name"_s}, rejected, u';'));
        const auto rows = collect(CsvReader::open(path));
        QVERIFY(rows);
        QCOMPARE(rows->cells,
            (QList<QStringList> {{u"id"_s, u"name"_s, QString(), u"line"_s, u"reason"_s},
                {u"1"_s, u" x"_s, u"a;b\nc"_s, u"7"_s, u"no \"date\", sorry"_s},
                {u"2"_s, QString(), QString(), u"9"_s, u"short"_s}}));
        const auto nowhere =
            writeRejectedRows(folder.filePath(u"missing/x.csv"_s), {u"id"_s}, rejected);
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().code, Error::Code::Io);
    }

    void benchmark()
    {
        QByteArray bytes("id,name,first_seen,source\n");
        constexpr int Count = 100000;
        for (int i = 0; i < Count; ++i)
            bytes += "8c18d1de7f67e60dbd64e3c07d7e9d5d,Somebody Else,2017-10-20,paid_search\n";
        qint64 rows = 0;
        QBENCHMARK
        {
            auto buffer = std::make_unique<QBuffer>();
            buffer->setData(bytes);
            buffer->open(QIODevice::ReadOnly);
            auto source = TextReader::open(std::move(buffer), u"file.csv"_s, {});
            QVERIFY(source);
            auto reader = CsvReader::open(std::move(*source));
            QVERIFY(reader);
            rows = 0;
            while (*reader->next())
                ++rows;
        }
        QCOMPARE(rows, Count + 1);
    }
};

PULLPUSH_TEST(TestCsvReader)
#include "tst_csvreader.moc"
