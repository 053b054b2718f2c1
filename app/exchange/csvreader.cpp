// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csvreader.h"

#include "exchange/messages.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>

using namespace Qt::StringLiterals;

namespace {
constexpr std::array<char16_t, 4> Delimiters {u'\t', u';', u'|', u','};
/// How much of the file decides about the delimiter.
constexpr qsizetype HeadCharacters = qsizetype(64) * 1024;
constexpr int HeadRows = 100;
/// No honest row is longer; a quote that opens and never closes would otherwise swallow the rest of
/// a file of any size.
constexpr qsizetype LongestRow = qsizetype(16) * 1024 * 1024;

/// The number of cells of the first rows of \a head under \a delimiter, without blank lines and
/// without an unfinished last row.
std::vector<int> cellCounts(QStringView head, char16_t delimiter)
{
    std::vector<int> counts;
    int cells = 1;
    bool quoted = false;
    bool quotedCell = false;
    bool cellBegins = true;
    bool blank = true;
    for (const QChar c : head) {
        if (quoted) {
            quoted = c != u'"';
        } else if (c == u'"' && (cellBegins || quotedCell)) {
            quoted = quotedCell = true;
            cellBegins = blank = false;
        } else if (c == u'\n' || c == u'\r') {
            if (!blank)
                counts.push_back(cells);
            if (counts.size() == HeadRows)
                return counts;
            cells = 1;
            cellBegins = blank = true;
            quotedCell = false;
        } else {
            cellBegins = c == delimiter;
            cells += cellBegins ? 1 : 0;
            quotedCell = quotedCell && !cellBegins;
            blank = false;
        }
    }
    if (!blank && (counts.empty() || head.size() < HeadCharacters))
        counts.push_back(cells);
    return counts;
}

/// How evenly a delimiter divides the rows: the share of rows with the most frequent number of
/// cells above one, halved where it does not divide the first row, which is the header.
double evenness(const std::vector<int> &counts, int &columns)
{
    std::map<int, int> frequency;
    for (const int count : counts) {
        if (count > 1)
            ++frequency[count];
    }
    const auto mode =
        std::ranges::max_element(frequency, {}, [](const auto &entry) { return entry.second; });
    if (mode == frequency.end())
        return 0;
    columns = mode->first;
    const double share = double(mode->second) / double(counts.size());
    return counts.front() > 1 ? share : share / 2;
}
} // namespace

char16_t detectDelimiter(QStringView head)
{
    char16_t best = u',';
    double bestEvenness = 0;
    int bestColumns = 0;
    for (const char16_t candidate : Delimiters) {
        const std::vector<int> counts =
            cellCounts(head.first(std::min(head.size(), HeadCharacters)), candidate);
        if (counts.empty())
            continue;
        int columns = 0;
        const double even = evenness(counts, columns);
        // Of two that divide as evenly the one with more columns; but tabs stand in no prose,
        // commas do.
        if (even > bestEvenness
            || (even == bestEvenness && columns > bestColumns && best != u'\t')) {
            best = candidate;
            bestEvenness = even;
            bestColumns = columns;
        }
    }
    return best;
}

Result<CsvReader> CsvReader::open(const QString &path, Options options)
{
    auto source = TextReader::open(path, options.text);
    if (!source)
        return tl::unexpected(std::move(source).error());
    return open(std::move(*source), options.delimiter);
}

Result<CsvReader> CsvReader::open(TextReader source, std::optional<char16_t> delimiter)
{
    CsvReader reader(std::move(source));
    if (auto head = reader.readHead(); !head)
        return tl::unexpected(std::move(head).error());
    reader.m_delimiter = 0;
    reader.skipSeparatorLine();
    if (delimiter)
        reader.m_delimiter = *delimiter;
    else if (reader.m_delimiter == 0)
        reader.m_delimiter = detectDelimiter(QStringView(reader.m_text).sliced(reader.m_at));
    return reader;
}

Result<void> CsvReader::readHead()
{
    while (m_text.size() < HeadCharacters && !m_sourceEnded) {
        const auto more = m_source.read(m_text);
        if (!more)
            return tl::unexpected(more.error());
        m_sourceEnded = !*more;
    }
    return {};
}

/// Excel's own hint about the delimiter is a line before the header.
void CsvReader::skipSeparatorLine()
{
    const bool quoted = m_text.startsWith(u"\"sep="_s, Qt::CaseInsensitive);
    const qsizetype sign = quoted ? 5 : 4;
    if ((!quoted && !m_text.startsWith(u"sep="_s, Qt::CaseInsensitive)) || m_text.size() <= sign)
        return;
    const char16_t delimiter = m_text.at(sign).unicode();
    qsizetype end = sign + 1 + (quoted ? 1 : 0);
    if (delimiter == u'\r' || delimiter == u'\n'
        || (quoted && !QStringView(m_text).sliced(sign + 1).startsWith(u'"')))
        return;
    if (end < m_text.size() && m_text.at(end) == u'\r')
        ++end;
    if (end < m_text.size() && m_text.at(end) == u'\n')
        ++end;
    if (end < m_text.size() && end == sign + 1 + (quoted ? 1 : 0))
        return; // more follows on the line: a header that happens to begin so
    m_delimiter = delimiter;
    m_at = m_rowBegin = end;
    m_line = 2;
}

Result<bool> CsvReader::refill()
{
    if (m_sourceEnded)
        return false;
    if (m_rowBegin > 0) {
        m_text.remove(0, m_rowBegin);
        m_at -= m_rowBegin;
        m_cellBegin -= m_rowBegin;
        m_cellEnd -= m_rowBegin;
        for (Span &span : m_spans)
            span = {span.begin - m_rowBegin, span.end - m_rowBegin};
        m_rowBegin = 0;
    }
    const qsizetype before = m_text.size();
    while (m_text.size() == before && !m_sourceEnded) {
        const auto more = m_source.read(m_text);
        if (!more)
            return tl::unexpected(more.error());
        m_sourceEnded = !*more;
    }
    return m_text.size() > before;
}

Result<bool> CsvReader::next()
{
    m_spans.clear();
    m_cells.clear();
    m_state = State::CellBegin;
    m_sawQuote = false;
    m_blank = false;
    m_rowBegin = m_cellBegin = m_cellEnd = m_at;
    bool begun = false;
    while (m_state != State::RowEnd) {
        if (m_at == m_text.size()) {
            if (m_text.size() - m_rowBegin > LongestRow)
                return tl::unexpected(unclosedQuote());
            const auto more = refill();
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                break;
        }
        m_data = m_text.data();
        if (!begun) {
            if (std::exchange(m_afterCr, false) && m_data[m_at] == u'\n') {
                m_rowBegin = m_cellBegin = m_cellEnd = ++m_at;
                continue;
            }
            begun = true;
            m_rowLine = m_line;
        }
        parse();
    }
    if (!begun)
        return false;
    if (m_state == State::Quoted)
        return tl::unexpected(unclosedQuote());
    if (m_state != State::RowEnd)
        endCell();
    endRow();
    return true;
}

void CsvReader::endRow()
{
    m_data = m_text.data();
    m_cells.reserve(m_spans.size());
    m_blank = true;
    for (const Span &span : m_spans) {
        m_cells.emplace_back(m_data + span.begin, span.end - span.begin);
        m_blank = m_blank && span.begin == span.end;
    }
}

QStringList CsvReader::cellTexts() const
{
    QStringList texts;
    texts.reserve(qsizetype(m_cells.size()));
    for (const QStringView cell : m_cells)
        texts.append(cell.toString());
    return texts;
}

/// Consumes characters until the row or the text at hand ends.
void CsvReader::parse()
{
    const qsizetype size = m_text.size();
    while (m_at < size && m_state != State::RowEnd) {
        switch (m_state) {
        case State::CellBegin:
            parseCellBegin();
            break;
        case State::Plain:
            parsePlain();
            break;
        case State::Quoted:
            parseQuoted();
            break;
        case State::QuoteSeen:
            parseQuoteSeen();
            break;
        case State::RowEnd:
            break;
        }
    }
}

void CsvReader::parseCellBegin()
{
    if (m_data[m_at] == u'"') {
        m_sawQuote = true;
        m_quoteLine = m_line;
        m_cellBegin = m_cellEnd = ++m_at;
        m_state = State::Quoted;
        m_afterCr = false;
        return;
    }
    m_cellBegin = m_cellEnd = m_at;
    m_state = State::Plain;
}

/// Adds what stands between m_at and \a end to the cell.
void CsvReader::keep(qsizetype end)
{
    const qsizetype count = end - m_at;
    if (m_cellEnd != m_at)
        std::memmove(m_data + m_cellEnd, m_data + m_at, size_t(count) * sizeof(QChar));
    m_cellEnd += count;
    m_at = end;
}

void CsvReader::parsePlain()
{
    const auto *data = reinterpret_cast<const char16_t *>(m_data);
    const qsizetype size = m_text.size();
    qsizetype end = m_at;
    while (end < size && data[end] != m_delimiter && data[end] != u'\n' && data[end] != u'\r')
        ++end;
    keep(end);
    if (end == size)
        return;
    endCell();
    const char16_t c = data[m_at++];
    if (c == m_delimiter) {
        m_state = State::CellBegin;
        m_cellBegin = m_cellEnd = m_at;
        return;
    }
    ++m_line;
    m_afterCr = c == u'\r';
    m_state = State::RowEnd;
}

void CsvReader::parseQuoted()
{
    const auto *data = reinterpret_cast<const char16_t *>(m_data);
    const qsizetype size = m_text.size();
    qsizetype end = m_at;
    for (; end < size && data[end] != u'"'; ++end) {
        if (data[end] == u'\r') {
            ++m_line;
            m_afterCr = true;
        } else {
            m_line += data[end] == u'\n' && !m_afterCr ? 1 : 0;
            m_afterCr = false;
        }
    }
    keep(end);
    if (end == size)
        return;
    ++m_at;
    m_afterCr = false;
    m_state = State::QuoteSeen;
}

void CsvReader::parseQuoteSeen()
{
    if (m_data[m_at] == u'"') {
        keep(m_at + 1); // a doubled quote stands for one
        m_state = State::Quoted;
    } else {
        m_state = State::Plain;
    }
}

void CsvReader::endCell()
{
    m_spans.push_back({m_cellBegin, m_cellEnd});
}

Error CsvReader::unclosedQuote() const
{
    if (m_sawQuote) {
        return {Error::Code::Rejected,
            Exchange::tr(
                "%1 is cut off or no CSV file: the quote that opens on line %2 is never closed.")
                .arg(m_source.file())
                .arg(m_quoteLine)};
    }
    return {Error::Code::Rejected,
        Exchange::tr("%1 is no CSV file: the row on line %2 does not end.")
            .arg(m_source.file())
            .arg(m_rowLine)};
}
