// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xlsxwriter.h"

#include "base/formulas.h"
#include "exchange/messages.h"
#include "exchange/planfields.h"

#include <QDateTime>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <xlsxwriter.h>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype MostCharacters = 32767; ///< of a cell, by the format

std::optional<QDate> dayOf(const PlannedPost &post, const QString &field)
{
    if (field == "day"_L1)
        return post.day;
    return field == "own_day"_L1 ? post.ownDay : std::nullopt;
}

std::optional<QTime> timeOf(const PlannedPost &post, const QString &field)
{
    if (field == "time"_L1)
        return post.time;
    return field == "own_time"_L1 ? post.ownTime : std::nullopt;
}

/// "_x0041_" would be read as the character of that number; its own "_" is written as one.
QByteArray escaped(QString text)
{
    static const QRegularExpression looksEscaped(u"_(?=x[0-9A-Fa-f]{4}_)"_s);
    return text.replace(looksEscaped, u"_x005F_"_s).toUtf8();
}

class Sheet
{
public:
    explicit Sheet(lxw_workbook *book)
        : m_sheet(workbook_add_worksheet(book, "Posts"))
        , m_day(workbook_add_format(book))
        , m_time(workbook_add_format(book))
    {
        format_set_num_format(m_day, "yyyy-mm-dd");
        format_set_num_format(m_time, "hh:mm:ss");
        lxw_format *header = workbook_add_format(book);
        format_set_bold(header);
        const QStringList &names = planFieldNames();
        for (qsizetype i = 0; i < names.size(); ++i)
            worksheet_write_string(
                m_sheet, 0, lxw_col_t(i), names.at(i).toUtf8().constData(), header);
        worksheet_freeze_panes(m_sheet, 1, 0);
    }

    Result<> write(lxw_row_t row, const PlannedPost &post)
    {
        const QStringList &names = planFieldNames();
        for (qsizetype i = 0; i < names.size(); ++i) {
            const QString &name = names.at(i);
            const auto column = lxw_col_t(i);
            lxw_datetime at {};
            if (const auto day = dayOf(post, name); day && day->year() >= 1900) {
                at.year = day->year();
                at.month = day->month();
                at.day = day->day();
                worksheet_write_datetime(m_sheet, row, column, &at, m_day);
            } else if (const auto time = timeOf(post, name)) {
                at.hour = time->hour();
                at.min = time->minute();
                at.sec = time->second();
                worksheet_write_datetime(m_sheet, row, column, &at, m_time);
            } else if (const QString text = withGuard(planField(post, name)); !text.isEmpty()) {
                if (text.size() > MostCharacters)
                    return fail(Error::Code::Rejected,
                        Exchange::tr("The post “%1” is longer than a cell of a workbook can be. "
                                     "Export as CSV.")
                            .arg(headline(post).left(60)));
                worksheet_write_string(m_sheet, row, column, escaped(text).constData(), nullptr);
            }
        }
        return {};
    }

private:
    lxw_worksheet *m_sheet;
    lxw_format *m_day;
    lxw_format *m_time;
};
} // namespace

Result<QByteArray> planWorkbook(const QList<PlannedPost> &posts, qint64 writtenAt)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"plan.xlsx"_s);
    QByteArray scratch = QFile::encodeName(folder.path());
    lxw_workbook_options options {};
    options.tmpdir = scratch.data();
    lxw_workbook *book = workbook_new_opt(QFile::encodeName(path).constData(), &options);
    if (!book)
        return fail(Error::Code::Io, Exchange::tr("The workbook could not be written."));
    lxw_doc_properties properties {};
    properties.created = time_t(writtenAt / 1000);
    workbook_set_properties(book, &properties);
    Sheet sheet(book);
    Result<> done;
    for (qsizetype i = 0; i < posts.size() && done; ++i)
        done = sheet.write(lxw_row_t(i + 1), posts.at(i));
    const lxw_error closed = workbook_close(book);
    if (!done)
        return tl::unexpected(done.error());
    QFile file(path);
    if (closed != LXW_NO_ERROR || !file.open(QIODevice::ReadOnly))
        return fail(Error::Code::Io, Exchange::tr("The workbook could not be written."),
            QString::fromUtf8(lxw_strerror(closed)));
    return file.readAll();
}
