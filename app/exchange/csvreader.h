// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/decoding.h"

#include <QList>
#include <QStringView>

#include <optional>
#include <vector>

/// The delimiter with which \a head, the begin of a file, is divided most evenly: one of , ; tab |.
/// Comma where nothing speaks for any.
[[nodiscard]] char16_t detectDelimiter(QStringView head);

/// A CSV file row by row (RFC 4180 and what programs make of it): quotes with line breaks and
/// doubled quotes, LF, CR LF and lone CR, a byte order mark, a first line `sep=;`, rows of any
/// length. Text after a closing quote and quotes within a plain cell are kept as they stand. Memory
/// is bounded by the longest row.
class CsvReader
{
public:
    struct Options
    {
        std::optional<char16_t> delimiter; ///< absent: the file's `sep=`, else detected
        TextReader::Options text;
    };

    /// Errors: those of TextReader.
    [[nodiscard]] static Result<CsvReader> open(const QString &path, Options options);
    [[nodiscard]] static Result<CsvReader> open(const QString &path)
    {
        return open(path, Options());
    }
    [[nodiscard]] static Result<CsvReader> open(
        TextReader source, std::optional<char16_t> delimiter = {});

    /// Goes to the next row; false at the end. Errors: Io; Rejected where a quote is never closed,
    /// so that the file is cut off or no CSV.
    [[nodiscard]] Result<bool> next();

    /// The cells of the row, valid until the next call of next().
    [[nodiscard]] const std::vector<QStringView> &cells() const { return m_cells; }
    [[nodiscard]] QStringList cellTexts() const;
    /// The row is an empty line, or has empty cells alone as spreadsheets write them below a table.
    [[nodiscard]] bool isBlank() const { return m_blank; }
    /// The 1-based line of the file on which the row begins.
    [[nodiscard]] qint64 line() const { return m_rowLine; }
    [[nodiscard]] char16_t delimiter() const { return m_delimiter; }
    [[nodiscard]] TextReader &source() { return m_source; }
    [[nodiscard]] const TextReader &source() const { return m_source; }

private:
    enum class State { CellBegin, Plain, Quoted, QuoteSeen, RowEnd };
    struct Span
    {
        qsizetype begin;
        qsizetype end;
    };

    explicit CsvReader(TextReader source)
        : m_source(std::move(source))
    { }
    [[nodiscard]] Result<bool> refill();
    [[nodiscard]] Result<void> readHead();
    void skipSeparatorLine();
    void parse();
    void parseCellBegin();
    void parsePlain();
    void parseQuoted();
    void parseQuoteSeen();
    void endCell();
    void endRow();
    void keep(qsizetype end);
    [[nodiscard]] Error unclosedQuote() const;

    TextReader m_source;
    QString m_text; ///< from the begin of the row to the end of the last piece
    QChar *m_data = nullptr;
    qsizetype m_rowBegin = 0;
    qsizetype m_at = 0; ///< next character to look at
    qsizetype m_cellBegin = 0;
    qsizetype m_cellEnd =
        0; ///< where the cell's next character goes: behind m_at once a quote was dropped
    std::vector<Span> m_spans;
    std::vector<QStringView> m_cells;
    State m_state = State::CellBegin;
    qint64 m_line = 1;
    qint64 m_rowLine = 1;
    qint64 m_quoteLine = 0;
    char16_t m_delimiter = u',';
    bool m_afterCr = false; ///< the LF of a CR LF is no line of its own
    bool m_sawQuote = false;
    bool m_blank = false;
    bool m_sourceEnded = false;
};
