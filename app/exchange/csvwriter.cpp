// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csvwriter.h"

#include "exchange/messages.h"

#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
bool needsQuotes(const QString &cell, char16_t delimiter)
{
    if (cell.isEmpty())
        return false;
    if (cell.front().isSpace() || cell.back().isSpace())
        return true;
    return std::ranges::any_of(cell,
        [delimiter](QChar c) { return c == delimiter || c == u'"' || c == u'\n' || c == u'\r'; });
}
} // namespace

QString csvRow(const QStringList &cells, char16_t delimiter)
{
    QString row;
    for (const QString &cell : cells) {
        if (&cell != &cells.front())
            row += QChar(delimiter);
        if (needsQuotes(cell, delimiter)) {
            QString doubled = cell;
            row += u'"' + doubled.replace(u'"', u"\"\""_s) + u'"';
        } else {
            row += cell;
        }
    }
    // A single empty cell would read as a blank line.
    if (row.isEmpty() && cells.size() == 1)
        row = u"\"\""_s;
    return row + u"\r\n"_s;
}

Result<void> writeRejectedRows(const QString &path, const QStringList &header,
    const QList<RejectedRow> &rows, char16_t delimiter)
{
    QSaveFile file(path);
    const auto failed = [&file] {
        return fail(Error::Code::Io,
            Exchange::tr("The rejected rows could not be written to %1.")
                .arg(QFileInfo(file.fileName()).fileName()),
            file.errorString());
    };
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    // Rows can be longer than the header; the two columns of ours stand behind the longest one.
    qsizetype width = header.size();
    for (const RejectedRow &row : rows)
        width = std::max(width, row.cells.size());
    const auto padded = [width](QStringList cells, const QString &line, const QString &reason) {
        while (cells.size() < width)
            cells.append(QString());
        return cells << line << reason;
    };
    file.write(csvRow(padded(header, u"line"_s, u"reason"_s), delimiter).toUtf8());
    for (const RejectedRow &row : rows)
        file.write(
            csvRow(padded(row.cells, QString::number(row.line), row.reason), delimiter).toUtf8());
    if (!file.commit())
        return failed();
    return {};
}
