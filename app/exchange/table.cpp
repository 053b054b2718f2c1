// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table.h"

#include "exchange/csvreader.h"
#include "exchange/messages.h"
#include "exchange/sniff.h"
#include "exchange/xlsxreader.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 MostBytes = qint64(64) * 1024 * 1024;
constexpr qsizetype MostRows = 200000;

tl::unexpected<Error> tooLarge(const QString &file)
{
    return fail(Error::Code::Rejected,
        Exchange::tr("%1 is larger than 64 MB or 200,000 rows, which no plan of posts is.")
            .arg(file));
}

Result<Table> readCsv(const QString &path, qsizetype most)
{
    auto reader = CsvReader::open(path);
    if (!reader)
        return tl::unexpected(std::move(reader).error());
    Table table;
    table.file = QFileInfo(path).fileName();
    table.encoding = reader->source().encoding();
    while (most < 0 || table.rows.size() < most) {
        const auto more = reader->next();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        if (reader->isBlank())
            continue;
        if (table.rows.size() == MostRows)
            return tooLarge(table.file);
        table.rows.append({reader->line(), reader->cellTexts()});
    }
    table.delimiter = reader->delimiter();
    table.issues = reader->source().takeIssues();
    return table;
}
} // namespace

Result<Table> readTable(const QString &path, qsizetype most)
{
    const auto kind = sniff(path);
    if (!kind)
        return tl::unexpected(kind.error());
    const QString file = QFileInfo(path).fileName();
    if (QFileInfo(path).size() > MostBytes)
        return tooLarge(file);
    if (*kind == FileKind::ExcelWorkbook)
        return readWorkbook(path, most < 0 ? MostRows : most);
    if (auto text = requireText(path); !text)
        return tl::unexpected(std::move(text).error());
    return readCsv(path, most);
}
