// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/prospectcsv.h"

#include "base/text.h"
#include "domain/money.h"
#include "exchange/amount.h"
#include "exchange/csvreader.h"
#include "exchange/datetext.h"
#include "exchange/messages.h"
#include "exchange/sniff.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 RowsPerChunk = 2000;
/// After so many dates that need no order the rest of the file is trusted to be of the same kind.
constexpr qint64 EnoughDates = 20000;

/// A field of the mapping, resolved.
struct Column
{
    enum class Target { Id, Plain, Handle, Entered, FirstSeen, Created, Stage };
    Target target = Target::Plain;
    QString field; ///< as mapped, for values and messages
    QString argument; ///< the network or stage
    QString column; ///< empty for a constant without a column
    qsizetype index = -1;
    QString constant;

    [[nodiscard]] bool isDate() const
    {
        return target == Target::Entered || target == Target::FirstSeen
            || target == Target::Created;
    }
    [[nodiscard]] bool isCurrency() const { return field == "currency"_L1; }
    [[nodiscard]] bool namesSomebody() const
    {
        return target == Target::Id || target == Target::Handle || field == "name"_L1
            || field == "first_name"_L1 || field == "last_name"_L1 || field == "email"_L1
            || field == "phone"_L1;
    }
};

Column targetOf(const QString &field)
{
    Column column;
    column.field = field;
    column.argument = field.section(u':', 1);
    if (field == "id"_L1)
        column.target = Column::Target::Id;
    else if (field.startsWith("handle:"_L1)) {
        column.target = Column::Target::Handle;
    } else if (field == "email"_L1 || field == "phone"_L1) {
        column.target = Column::Target::Handle; // a handle on the network of that name
        column.argument = field;
    } else if (field.startsWith("entered:"_L1))
        column.target = Column::Target::Entered;
    else if (field == "first_seen"_L1)
        column.target = Column::Target::FirstSeen;
    else if (field == "created"_L1)
        column.target = Column::Target::Created;
    else if (field == "stage"_L1)
        column.target = Column::Target::Stage;
    return column;
}

tl::unexpected<Error> rejected(const QString &message)
{
    return fail(Error::Code::Rejected, message);
}

/// The header: the first row that is not blank. LinkedIn puts a note of some lines before it.
Result<QStringList> readHeader(CsvReader &reader)
{
    bool inNotes = false;
    while (true) {
        const auto more = reader.next();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return rejected(Exchange::tr("%1 has no header row.").arg(reader.source().file()));
        if (reader.isBlank())
            continue;
        const auto &cells = reader.cells();
        if (cells.front().trimmed() == "Notes:"_L1 && (cells.size() == 1 || cells[1].isEmpty())) {
            inNotes = true;
            continue;
        }
        if (inNotes && std::ranges::none_of(cells, [](QStringView cell) {
                return cell == "First Name"_L1;
            }))
            continue;
        return reader.cellTexts();
    }
}

/// The header for a message: all of a small one, the begin of a large one.
QString columnList(const QStringList &header)
{
    constexpr qsizetype Most = 40;
    QString list = header.first(std::min(header.size(), Most)).join(u", "_s);
    if (header.size() > Most)
        list += u", …"_s;
    return list;
}

/// Of \a text, which is given for \a column.
QString whyNoCurrency(const QString &text, const QString &column)
{
    if (Money::isSharedSign(text)) {
        //: %3 is the code of a currency, such as USD.
        return Exchange::tr("“%1”, given for %2, is the sign of several currencies. Write the code "
                            "of the one that is meant, such as %3.")
            .arg(text, column, text.contains(u'$') ? u"USD"_s : u"JPY"_s);
    }
    return Exchange::tr("“%1”, given for %2, is no currency. Write its code of three letters, such "
                        "as EUR.")
        .arg(text, column);
}

Result<QList<Column>> resolve(
    const CsvMapping &mapping, const QStringList &header, const QString &file)
{
    QList<Column> columns;
    const auto known = [](const QString &field) {
        return Exchange::tr(
            "“%1” is no field. The fields are %2, handle:NETWORK and entered:STAGE.")
            .arg(field, plainFields().join(u", "_s));
    };
    for (const FieldMapping &entry : mapping.fields) {
        if (!isField(entry.field))
            return rejected(known(entry.field));
        Column column = targetOf(entry.field);
        column.column = entry.column;
        column.index = indexOfColumn(header, entry.column);
        column.constant = mapping.constants.value(entry.field);
        if (column.index < 0) {
            return rejected(Exchange::tr("%1 has no column “%2”. Its columns are: %3.")
                                .arg(file, entry.column, columnList(header)));
        }
        columns.append(column);
    }
    QStringList constants = mapping.constants.keys();
    constants.sort();
    for (const QString &field : std::as_const(constants)) {
        if (!isField(field))
            return rejected(known(field));
        if (std::ranges::any_of(
                columns, [&field](const Column &column) { return column.field == field; }))
            continue;
        columns.append(targetOf(field));
        columns.last().constant = mapping.constants.value(field);
    }
    for (const Column &column : std::as_const(columns)) {
        if (column.constant.isEmpty())
            continue;
        if (column.isCurrency() && !Money::currencyCode(column.constant))
            return rejected(whyNoCurrency(column.constant, column.field));
        if (!column.isDate())
            continue;
        const auto date = parseDate(column.constant, mapping.dateOrder);
        if (!date) {
            return rejected(
                Exchange::tr("“%1”, given for %2, is no date.").arg(column.constant, column.field));
        }
        if (date->day < EarliestDay) {
            return rejected(Exchange::tr("“%1”, given for %2, is before 1970.")
                                .arg(column.constant, column.field));
        }
    }
    if (std::ranges::none_of(columns,
            [](const Column &column) { return column.index >= 0 && column.namesSomebody(); })) {
        return rejected(Exchange::tr("No column of %1 is known to name a prospect. Map id, name, "
                                     "email, phone or a handle to one of "
                                     "its columns: %2.")
                            .arg(file, columnList(header)));
    }
    return columns;
}

/// Turns rows into records.
class ProspectRowReader
{
public:
    ProspectRowReader(QList<Column> columns, std::optional<DateOrder> order, const QTimeZone &zone)
        : m_columns(std::move(columns))
        , m_order(order)
        , m_placer(zone)
    {
        for (const Column &column : std::as_const(m_columns))
            m_neededCells = std::max(m_neededCells, column.index + 1);
    }

    struct Fault
    {
        QString code;
        QString reason;
    };
    using Row = tl::expected<ProspectRecord, Fault>;

    [[nodiscard]] Row read(const std::vector<QStringView> &cells, qint64 line)
    {
        if (qsizetype(cells.size()) < m_neededCells)
            return tl::unexpected(shortRow(qsizetype(cells.size())));
        ProspectRecord record;
        record.line = line;
        bool named = false;
        for (const Column &column : std::as_const(m_columns)) {
            const QString text = textOf(column, cells);
            if (text.isEmpty())
                continue;
            named = named || column.namesSomebody();
            if (column.isCurrency()) {
                const auto code = Money::currencyCode(text);
                if (!code) {
                    return tl::unexpected(Fault {u"bad-currency"_s,
                        whyNoCurrency(text.left(LongestQuote), columnName(column))});
                }
                take(record, column, *code);
                continue;
            }
            if (!column.isDate()) {
                take(record, column, text);
                continue;
            }
            const auto date = parseDate(text, m_order);
            if (!date || date->day < EarliestDay)
                return tl::unexpected(badDate(column, text, date.has_value()));
            take(record, column, m_placer.place(*date));
        }
        if (!named) {
            return tl::unexpected(Fault {u"no-identity"_s,
                Exchange::tr("The row has no id, name, e-mail address, phone number or handle.")});
        }
        return record;
    }

private:
    static constexpr qsizetype LongestQuote = 40;

    static QString columnName(const Column &column)
    {
        return column.column.isEmpty() ? column.field : column.column;
    }

    /// \a isDate where \a text is one that is too early.
    [[nodiscard]] static Fault badDate(const Column &column, const QString &text, bool isDate)
    {
        const QString reason = isDate ? Exchange::tr("“%1” in the column “%2” is before 1970.")
                                      : Exchange::tr("“%1” in the column “%2” is no date.");
        return {u"bad-date"_s, reason.arg(text.left(LongestQuote), columnName(column))};
    }

    [[nodiscard]] Fault shortRow(qsizetype cells) const
    {
        for (const Column &column : m_columns) {
            if (column.index >= cells) {
                return {u"short-row"_s,
                    Exchange::tr("The row has %n cell(s), and the column “%1” is missing.", nullptr,
                        int(cells))
                        .arg(column.column)};
            }
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] static QString textOf(const Column &column, const std::vector<QStringView> &cells)
    {
        if (column.index >= 0) {
            const QStringView cell = cells[size_t(column.index)].trimmed();
            if (!cell.isEmpty())
                return cell.contains(u'\r') ? validText(cell.toString()) : cell.toString();
        }
        return column.constant;
    }

    static void take(ProspectRecord &record, const Column &column, const QString &text)
    {
        if (column.target == Column::Target::Id) {
            record.externalId = text;
        } else if (column.target == Column::Target::Stage) {
            record.stage = text;
        } else if (column.target == Column::Target::Handle) {
            if (!record.handles.contains(column.argument))
                record.handles.insert(column.argument, text);
        } else if (!record.values.contains(column.field)) {
            record.values.insert(column.field, text);
        }
    }

    static void take(ProspectRecord &record, const Column &column, Moment moment)
    {
        if (column.target == Column::Target::Entered)
            record.entries.append({column.argument, moment});
        else if (column.target == Column::Target::FirstSeen)
            record.firstSeen = moment;
        else
            record.created = moment;
    }

    QList<Column> m_columns;
    std::optional<DateOrder> m_order;
    DatePlacer m_placer;
    qsizetype m_neededCells = 0;
};

/// Makes `value` canonical; false where it is no amount.
bool settleAmount(ProspectRecord &record)
{
    const auto value = record.values.constFind(u"value"_s);
    if (value == record.values.constEnd())
        return true;
    const auto amount = parseAmount(*value);
    if (!amount) {
        record.values.remove(u"value"_s);
        return false;
    }
    record.values.insert(u"value"_s, amount->decimal);
    if (!amount->currency.isEmpty())
        record.values.insert(u"currency"_s, amount->currency);
    return true;
}

/// One reading of a file, with what it has found out so far.
class ProspectReading
{
public:
    ProspectReading(QString path, CsvMapping mapping, const TakeChunk &take)
        : m_path(std::move(path))
        , m_mapping(std::move(mapping))
        , m_take(take)
    { }

    Result<ProspectCsvSummary> run(const QTimeZone &zone)
    {
        if (auto text = requireText(m_path); !text)
            return tl::unexpected(std::move(text).error());
        auto reader = CsvReader::open(m_path);
        if (!reader)
            return tl::unexpected(std::move(reader).error());
        auto header = readHeader(*reader);
        if (!header)
            return tl::unexpected(std::move(header).error());
        m_summary.header = std::move(*header);
        m_summary.encoding = reader->source().encoding();
        m_summary.delimiter = reader->delimiter();
        completeMapping();
        auto columns = resolve(m_mapping, m_summary.header, reader->source().file());
        if (!columns)
            return tl::unexpected(std::move(columns).error());
        m_chunk.bytesTotal = reader->source().bytesTotal();
        if (auto order = settleDateOrder(*columns); !order)
            return tl::unexpected(std::move(order).error());
        if (auto done = readRows(
                *reader, ProspectRowReader(std::move(*columns), m_mapping.dateOrder, zone));
            !done)
            return tl::unexpected(std::move(done).error());
        m_summary.mapping = m_mapping;
        return m_summary;
    }

private:
    static tl::unexpected<Error> cancelled()
    {
        return fail(
            Error::Code::Cancelled, Exchange::tr("The import was cancelled. Nothing was changed."));
    }

    void completeMapping()
    {
        const GuessedMapping guess = guessMapping(m_summary.header);
        m_summary.system = guess.system;
        if (m_mapping.fields.isEmpty())
            m_mapping.fields = guess.mapping.fields;
        if (m_mapping.idSpace.isEmpty())
            m_mapping.idSpace = guess.mapping.idSpace.isEmpty() ? u"csv"_s : guess.mapping.idSpace;
    }

    /// A pass over the dates of the file, where no order was given and there are any.
    Result<void> settleDateOrder(const QList<Column> &columns)
    {
        const bool hasDates = std::ranges::any_of(
            columns, [](const Column &column) { return column.isDate() && column.index >= 0; });
        if (m_mapping.dateOrder || !hasDates)
            return {};
        auto reader = CsvReader::open(m_path);
        if (!reader)
            return tl::unexpected(std::move(reader).error());
        if (auto header = readHeader(*reader); !header)
            return tl::unexpected(std::move(header).error());
        m_chunk.bytesTotal *= 2;
        DateOrderFinder finder;
        for (qint64 rows = 1; finder.needOrder() > 0 || finder.dates() < EnoughDates; ++rows) {
            const auto more = reader->next();
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                break;
            for (const Column &column : columns) {
                if (column.isDate() && column.index >= 0
                    && column.index < qsizetype(reader->cells().size()))
                    finder.see(reader->cells()[size_t(column.index)]);
            }
            if (rows % RowsPerChunk == 0 && !deliver(reader->source().bytesRead()))
                return cancelled();
        }
        if (finder.isAmbiguous()) {
            return rejected(Exchange::tr("In %1 every date can be read as day/month and as "
                                         "month/day. Say which it is (--date-order dmy or mdy).")
                                .arg(reader->source().file()));
        }
        m_mapping.dateOrder = finder.order();
        m_bytesBefore = m_chunk.bytesTotal / 2;
        return {};
    }

    bool deliver(qint64 bytesRead)
    {
        ProspectChunk chunk = std::exchange(m_chunk, {});
        chunk.bytesDone = m_bytesBefore + bytesRead;
        m_chunk.bytesTotal = chunk.bytesTotal;
        return m_take(std::move(chunk));
    }

    Result<void> readRows(CsvReader &reader, ProspectRowReader rows)
    {
        qint64 inChunk = 0;
        while (true) {
            const auto more = reader.next();
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                break;
            if (reader.isBlank())
                continue;
            ++m_summary.rows;
            takeRow(reader, rows);
            if (++inChunk < RowsPerChunk)
                continue;
            inChunk = 0;
            m_chunk.issues += reader.source().takeIssues();
            if (!deliver(reader.source().bytesRead()))
                return cancelled();
        }
        m_chunk.issues += reader.source().takeIssues();
        return deliver(reader.source().bytesRead()) ? Result<void>() : cancelled();
    }

    void takeRow(const CsvReader &reader, ProspectRowReader &rows)
    {
        ProspectRowReader::Row row = rows.read(reader.cells(), reader.line());
        if (!row) {
            ++m_summary.rejected;
            m_chunk.rejected.append({reader.line(), row.error().reason, reader.cellTexts()});
            addIssue(reader, Severity::Error, row.error().code, row.error().reason);
            return;
        }
        if (!settleAmount(*row)) {
            addIssue(reader, Severity::Warning, u"bad-value"_s,
                Exchange::tr("The value is no amount of money and was left out."));
        }
        const auto &cells = reader.cells();
        const auto columns = size_t(m_summary.header.size());
        for (size_t i = columns; i < cells.size(); ++i) {
            if (cells[i].trimmed().isEmpty())
                continue;
            addIssue(reader, Severity::Warning, u"long-row"_s,
                Exchange::tr("The row has %n cell(s), more than the header. A delimiter in a value "
                             "may stand without quotes.",
                    nullptr, int(cells.size())));
            break;
        }
        m_chunk.records.append(std::move(*row));
    }

    void addIssue(
        const CsvReader &reader, Severity severity, const QString &code, const QString &text)
    {
        m_chunk.issues.append({reader.source().file(), reader.line(), severity, code, text});
    }

    QString m_path;
    CsvMapping m_mapping;
    const TakeChunk &m_take;
    ProspectCsvSummary m_summary;
    ProspectChunk m_chunk;
    qint64 m_bytesBefore = 0;
};
} // namespace

Result<ProspectCsvSummary> readProspects(
    const QString &path, const CsvMapping &mapping, const QTimeZone &zone, const TakeChunk &take)
{
    return ProspectReading(path, mapping, take).run(zone);
}

Result<CsvPreview> previewCsv(const QString &path, int rows)
{
    if (auto text = requireText(path); !text)
        return tl::unexpected(std::move(text).error());
    CsvReader::Options options;
    options.text.probeBytes = qint64(1024) * 1024;
    auto reader = CsvReader::open(path, options);
    if (!reader)
        return tl::unexpected(std::move(reader).error());
    auto header = readHeader(*reader);
    if (!header)
        return tl::unexpected(std::move(header).error());
    CsvPreview preview;
    preview.header = std::move(*header);
    preview.guess = guessMapping(preview.header);
    preview.encoding = reader->source().encoding();
    preview.delimiter = reader->delimiter();
    preview.bytesTotal = reader->source().bytesTotal();
    DateOrderFinder finder;
    while (preview.rows.size() < rows) {
        const auto more = reader->next();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        if (reader->isBlank())
            continue;
        preview.rows.append(reader->cellTexts());
        for (const QStringView cell : reader->cells())
            finder.see(cell);
    }
    preview.guess.mapping.dateOrder = finder.order();
    preview.needsDateOrder = finder.isAmbiguous();
    return preview;
}
