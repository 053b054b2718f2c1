// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plancsv.h"

#include "base/formulas.h"
#include "exchange/datetext.h"
#include "exchange/messages.h"
#include "exchange/planfields.h"
#include "exchange/table.h"
#include "exchange/zonenames.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
struct PlanColumn
{
    QString field;
    QString column; ///< empty for a constant
    qsizetype index = -1;
    QString constant;

    [[nodiscard]] bool isDate() const { return field == "when"_L1 || field == "day"_L1; }
};

struct Fault
{
    QString code;
    QString reason;
};

tl::unexpected<Error> rejectedPlan(const QString &message)
{
    return fail(Error::Code::Rejected, message);
}

qsizetype indexOf(const QStringList &header, const QString &column)
{
    if (const qsizetype exact = header.indexOf(column); exact >= 0)
        return exact;
    const auto found = std::ranges::find_if(header, [&column](const QString &name) {
        return name.trimmed().compare(column.trimmed(), Qt::CaseInsensitive) == 0;
    });
    return found == header.end() ? -1 : found - header.begin();
}

QStringList parts(const QString &cell, const QRegularExpression &separator)
{
    QStringList list;
    for (const QString &part : cell.split(separator, Qt::SkipEmptyParts)) {
        if (const QString bare = part.trimmed(); !bare.isEmpty())
            list << bare;
    }
    return list;
}

/// A comma may stand in an address, but not before the begin of the next.
QStringList addresses(const QString &cell)
{
    static const QRegularExpression between(u"\\s*[,;|\\n]+\\s*(?=https?:|/|$)|[|\\n]+"_s);
    static const QRegularExpression plain(u"[,;|\\n]+"_s);
    return parts(cell, cell.contains("://"_L1) ? between : plain);
}

QStringList names(const QString &cell)
{
    static const QRegularExpression separator(u"[,;|\\n]+"_s);
    return parts(cell, separator);
}

bool isYes(const QString &cell)
{
    const QString word = cell.trimmed().toLower();
    return word == "true"_L1 || word == "yes"_L1 || word == "1"_L1 || word == "x"_L1;
}

/// Turns the rows of one file into posts.
class PlanRowReader
{
public:
    PlanRowReader(QList<PlanColumn> columns, QString system, std::optional<DateOrder> order,
        const QTimeZone &zone)
        : m_columns(std::move(columns))
        , m_system(std::move(system))
        , m_order(order)
        , m_zone(zone)
    {
        for (const PlanColumn &column : std::as_const(m_columns))
            m_needed = std::max(m_needed, column.index + 1);
    }

    [[nodiscard]] tl::expected<PlannedPost, Fault> read(const TableRow &row) const
    {
        if (row.cells.size() < m_needed)
            return tl::unexpected(Fault {u"short-row"_s,
                Exchange::tr("The row has %1 of %2 cells; a delimiter or a quote is missing.")
                    .arg(row.cells.size())
                    .arg(m_needed)});
        PlannedPost post;
        post.line = row.line;
        post.isOurs = isOurs();
        qsizetype altTexts = 0;
        for (const PlanColumn &column : std::as_const(m_columns)) {
            QString cell = column.index >= 0 ? row.cells.at(column.index) : QString();
            cell = isOurs() ? withoutGuard(cell) : cell.trimmed();
            if (cell.isEmpty())
                cell = column.constant;
            const auto set = isOurs() && planFieldNames().contains(column.field)
                ? setOurs(post, column, cell)
                : setTheirs(post, column, cell, altTexts);
            if (!set)
                return tl::unexpected(set.error());
        }
        if (!isOurs() && post.text.isEmpty() && post.title.isEmpty() && post.media.isEmpty())
            return tl::unexpected(
                Fault {u"empty-post"_s, Exchange::tr("The row has neither a text nor a picture.")});
        return post;
    }

private:
    using Done = tl::expected<void, Fault>;

    [[nodiscard]] bool isOurs() const { return m_system == "pullpush"_L1; }

    static tl::unexpected<Fault> unreadable(const PlanColumn &column, const QString &cell)
    {
        return tl::unexpected(Fault {u"bad-value"_s,
            Exchange::tr("“%1” in the column “%2” cannot be read.")
                .arg(cell.left(80), column.column)});
    }

    static Done setOurs(PlannedPost &post, const PlanColumn &column, const QString &cell)
    {
        if (!setPlanField(post, column.field, cell))
            return unreadable(column, cell);
        return {};
    }

    Done setTheirs(
        PlannedPost &post, const PlanColumn &column, const QString &cell, qsizetype &altTexts) const
    {
        if (column.field == "alt_texts"_L1) {
            // One column for each picture: the empty ones count.
            if (altTexts < post.media.size())
                post.media[altTexts].altText = cell;
            ++altTexts;
            return {};
        }
        if (cell.isEmpty())
            return {};
        if (column.isDate())
            return setDate(post, cell);
        if (column.field == "time"_L1)
            return setTime(post, cell);
        if (column.field.startsWith("on:"_L1)) {
            if (isYes(cell))
                post.channels.append({column.field.mid(3), {}, {}});
            return {};
        }
        if (column.field == "media"_L1) {
            for (const QString &address : addresses(cell))
                post.media.append({address, {}});
            return {};
        }
        if (column.field == "labels"_L1) {
            for (const QString &name : names(cell)) {
                if (!post.labels.contains(name))
                    post.labels << name;
            }
            return {};
        }
        return setWords(post, column, cell);
    }

    Done setWords(PlannedPost &post, const PlanColumn &column, const QString &cell) const
    {
        if (column.field == "channels"_L1) {
            for (const QString &name : names(cell))
                post.channels.append({name, {}, {}});
            return {};
        }
        if (column.field == "channel"_L1 || column.field == "handle"_L1) {
            if (post.channels.isEmpty())
                post.channels.append(PlannedChannel());
            // "platform" and "account" side by side are one channel.
            QString PlannedChannel::*member =
                column.field == "handle"_L1 ? &PlannedChannel::handle : &PlannedChannel::name;
            post.channels.last().*member = cell;
            return {};
        }
        if (column.field == "zone"_L1) {
            post.zone = ianaZone(cell);
            if (post.zone.isEmpty())
                return unreadable(column, cell);
            return {};
        }
        if (!setPlanField(post, column.field, cell))
            return unreadable(column, cell);
        return {};
    }

    Done setDate(PlannedPost &post, const QString &cell) const
    {
        const auto date = parseDate(cell, m_order);
        if (!date) {
            static const QRegularExpression relative(
                u"^(in|next|tomorrow|today|now)\\b"_s, QRegularExpression::CaseInsensitiveOption);
            return tl::unexpected(Fault {u"bad-date"_s,
                cell.contains(relative)
                    ? Exchange::tr("“%1” depends on when it is read. Write the day and the time.")
                          .arg(cell.left(80))
                    : Exchange::tr("“%1” is no date.").arg(cell.left(80))});
        }
        post.day = date->day;
        const bool hasTime = date->precision != Precision::Day;
        if (hasTime)
            post.time = date->time;
        if (hasTime && date->offsetSeconds) {
            const QDateTime at(date->day, date->time, Qt::OffsetFromUTC, *date->offsetSeconds);
            const QDateTime local = at.toTimeZone(m_zone);
            post.day = local.date();
            post.time = local.time();
            post.zone = QString::fromUtf8(m_zone.id());
        }
        return {};
    }

    static Done setTime(PlannedPost &post, const QString &cell)
    {
        const auto time = parseDate(QString("2000-01-01 "_L1 + cell), DateOrder::YearFirst);
        if (!time || time->precision == Precision::Day)
            return tl::unexpected(
                Fault {u"bad-date"_s, Exchange::tr("“%1” is no time of day.").arg(cell.left(80))});
        post.time = time->time;
        return {};
    }

    const QList<PlanColumn> m_columns;
    const QString m_system;
    const std::optional<DateOrder> m_order;
    const QTimeZone m_zone;
    qsizetype m_needed = 0;
};

/// One reading of one table.
class PlanReading
{
public:
    PlanReading(Table table, CsvMapping mapping)
        : m_table(std::move(table))
        , m_mapping(std::move(mapping))
    { }

    [[nodiscard]] Result<PlanFile> run(const QTimeZone &zone)
    {
        if (m_table.rows.isEmpty())
            return rejectedPlan(Exchange::tr("%1 has no rows.").arg(m_table.file));
        const GuessedMapping guess = guessPlan(m_table.rows.first().cells);
        m_plan.system = guess.system;
        if (m_mapping.fields.isEmpty())
            m_mapping.fields = guess.mapping.fields;
        takeHeader();
        auto columns = resolve();
        if (!columns)
            return tl::unexpected(std::move(columns).error());
        if (auto order = settleDateOrder(*columns); !order)
            return tl::unexpected(std::move(order).error());
        m_plan.issues = m_table.issues;
        const PlanRowReader reader(std::move(*columns), m_plan.system, m_mapping.dateOrder, zone);
        for (const TableRow &row : std::as_const(m_table.rows)) {
            auto post = reader.read(row);
            if (post) {
                m_plan.cells.insert(row.line, row.cells);
                m_plan.posts.append(std::move(*post));
                continue;
            }
            m_plan.rejected.append({row.line, post.error().reason, row.cells});
            m_plan.issues.append(
                {m_table.file, row.line, Severity::Error, post.error().code, post.error().reason});
        }
        return std::move(m_plan);
    }

private:
    void takeHeader()
    {
        if (m_plan.system != "hootsuite"_L1) {
            m_plan.header = m_table.rows.takeFirst().cells;
            return;
        }
        for (qsizetype i = 1; i <= m_table.rows.first().cells.size(); ++i)
            m_plan.header << QString::number(i);
    }

    [[nodiscard]] static QString known(const QString &field)
    {
        return Exchange::tr("“%1” is no field of a post. The fields are %2, when, channels and "
                            "on:NETWORK.")
            .arg(field, planFieldNames().join(u", "_s));
    }

    [[nodiscard]] Result<QList<PlanColumn>> resolve() const
    {
        QList<PlanColumn> columns;
        for (const FieldMapping &entry : m_mapping.fields) {
            if (!isPlanField(entry.field))
                return rejectedPlan(known(entry.field));
            const qsizetype index = indexOf(m_plan.header, entry.column);
            if (index < 0)
                return rejectedPlan(
                    Exchange::tr("%1 has no column “%2”. Its columns are: %3.")
                        .arg(m_table.file, entry.column, m_plan.header.join(u", "_s).left(1000)));
            columns.append(
                {entry.field, entry.column, index, m_mapping.constants.value(entry.field)});
        }
        QStringList constants = m_mapping.constants.keys();
        constants.sort();
        for (const QString &field : std::as_const(constants)) {
            if (!isPlanField(field))
                return rejectedPlan(known(field));
            if (std::ranges::none_of(
                    columns, [&field](const PlanColumn &column) { return column.field == field; }))
                columns.append({field, {}, -1, m_mapping.constants.value(field)});
        }
        if (std::ranges::none_of(columns, [](const PlanColumn &column) {
                return column.index >= 0
                    && (column.field == "text"_L1 || column.field == "title"_L1);
            }))
            return rejectedPlan(
                Exchange::tr("No column of %1 is known to hold a post's text. Say which does: "
                             "--map text=COLUMN. Its columns are: %2.")
                    .arg(m_table.file, m_plan.header.join(u", "_s).left(1000)));
        return columns;
    }

    /// The one order that all dates of the file have.
    Result<> settleDateOrder(const QList<PlanColumn> &columns)
    {
        if (m_mapping.dateOrder)
            return {};
        DateOrderFinder finder;
        for (const TableRow &row : std::as_const(m_table.rows)) {
            for (const PlanColumn &column : columns) {
                if (column.isDate() && column.index >= 0 && column.index < row.cells.size())
                    finder.see(row.cells.at(column.index));
            }
        }
        if (finder.isAmbiguous())
            return rejectedPlan(Exchange::tr(
                "In %1 every date can be read as day/month and as "
                "month/day. Say which it is (on the command line: --date-order dmy or mdy).")
                                    .arg(m_table.file));
        m_mapping.dateOrder = finder.order();
        return {};
    }

    Table m_table;
    CsvMapping m_mapping;
    PlanFile m_plan;
};
} // namespace

Result<PlanFile> readPlan(const QString &path, const CsvMapping &mapping, const QTimeZone &zone)
{
    auto table = readTable(path);
    if (!table)
        return tl::unexpected(std::move(table).error());
    return PlanReading(std::move(*table), mapping).run(zone);
}

Result<CsvPreview> previewPlan(const QString &path, int rows)
{
    auto table = readTable(path);
    if (!table)
        return tl::unexpected(std::move(table).error());
    CsvPreview preview;
    preview.encoding = table->encoding;
    preview.delimiter = table->delimiter;
    if (table->rows.isEmpty())
        return preview;
    preview.guess = guessPlan(table->rows.first().cells);
    if (preview.guess.system == "hootsuite"_L1)
        preview.header = {u"1"_s, u"2"_s, u"3"_s};
    else
        preview.header = table->rows.takeFirst().cells;
    preview.rowCount = table->rows.size();
    QList<DateOrderFinder> finders(preview.header.size());
    for (const TableRow &row : std::as_const(table->rows)) {
        if (preview.rows.size() < rows)
            preview.rows.append(row.cells);
        for (qsizetype i = 0; i < std::min(finders.size(), row.cells.size()); ++i)
            finders[i].see(row.cells.at(i));
    }
    for (qsizetype i = 0; i < finders.size(); ++i) {
        if (finders.at(i).isAmbiguous())
            preview.ambiguousColumns << preview.header.at(i);
    }
    for (const FieldMapping &field : std::as_const(preview.guess.mapping.fields)) {
        const qsizetype at = indexOf(preview.header, field.column);
        if ((field.field != "when"_L1 && field.field != "day"_L1) || at < 0)
            continue;
        preview.guess.mapping.dateOrder = finders.at(at).order();
        preview.needsDateOrder = preview.needsDateOrder || finders.at(at).isAmbiguous();
    }
    return preview;
}

bool isPlan(const QString &path)
{
    const auto table = readTable(path, 1);
    return table && !table->rows.isEmpty() && looksLikePlan(table->rows.first().cells);
}
