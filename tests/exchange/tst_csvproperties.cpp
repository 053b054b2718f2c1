// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csvreader.h"
#include "exchange/csvwriter.h"
#include "exchange/planfields.h"
#include "test_support/randomtext.h"
#include "test_support/testprogram.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
using Table = QList<QStringList>;

rc::Gen<Table> tables()
{
    // A file of no more than one cell may be taken for a note; two columns are a table.
    const auto cells = rc::gen::container<std::vector<QString>>(3, RandomText::valid());
    return rc::gen::map(rc::gen::container<std::vector<std::vector<QString>>>(cells),
        [](const std::vector<std::vector<QString>> &rows) {
            Table table;
            for (const std::vector<QString> &row : rows)
                table << QStringList(row.begin(), row.end());
            return table;
        });
}

Table read(const QByteArray &bytes, char16_t delimiter)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    auto source = TextReader::open(std::move(buffer), u"file.csv"_s, {61, -1});
    Table table;
    if (!source)
        return table;
    auto reader = CsvReader::open(std::move(*source), delimiter);
    while (reader && reader->next().value_or(false))
        table << reader->cellTexts();
    return table;
}
} // namespace

/// What is written is what is read, whatever it is.
class CsvPropertiesTest : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatItWrote()
    {
        QVERIFY(rc::check("rows written and read", [] {
            const Table table = *tables();
            const char16_t delimiter = *rc::gen::element(u',', u';', u'\t');
            QByteArray bytes("\xEF\xBB\xBF"); // so that nothing is guessed
            for (const QStringList &row : table)
                bytes += csvRow(row, delimiter).toUtf8();
            const bool isSame = read(bytes, delimiter) == table;
            RC_ASSERT(isSame);
        }));
    }

    void keepsLists()
    {
        QVERIFY(rc::check("media and labels", [] {
            PlannedPost post;
            const auto texts = *rc::gen::container<std::vector<QString>>(RandomText::valid());
            for (const QString &text : texts) {
                post.media.append({u"x"_s + text, text});
                if (const QString name = text.trimmed(); !name.isEmpty())
                    post.labels << name;
            }
            PlannedPost back;
            for (const QString &field : {u"media"_s, u"alt_texts"_s, u"labels"_s})
                RC_ASSERT(setPlanField(back, field, planField(post, field)));
            const bool isSame = back.media == post.media && back.labels == post.labels;
            RC_ASSERT(isSame);
        }));
    }
};

PULLPUSH_TEST(CsvPropertiesTest)
#include "tst_csvproperties.moc"
