// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xlsxreader.h"

#include "base/moment.h"
#include "base/text.h"
#include "exchange/messages.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype Block = qsizetype(256) * 1024;
constexpr qint64 MostUnpacked = qint64(256) * 1024 * 1024; ///< unpacked
constexpr qint64 MostRatio = 200; ///< of unpacked to packed; sheets reach 20 to 60
constexpr qint64 RatioMatters = qint64(1024) * 1024; ///< below that a ratio harms nobody
constexpr int MostColumns = 16384; ///< of the format
constexpr qint64 MostCells = 5'000'000;

const QString BookEntry = u"xl/workbook.xml"_s;
const QString LinksEntry = u"xl/_rels/workbook.xml.rels"_s;
const QString StringsEntry = u"xl/sharedStrings.xml"_s;
const QString StylesEntry = u"xl/styles.xml"_s;

// Not QuaZip: it and libxlsxwriter's libminizip export the same names with different parameters.
struct FreeArchive
{
    void operator()(archive *opened) const { archive_read_free(opened); }
};
using Archive = std::unique_ptr<archive, FreeArchive>;

/// Whether a number format shows a date or a time: a letter of one outside of quotes and brackets.
bool isDateFormat(const QString &code)
{
    bool isQuoted = false;
    bool isBracketed = false;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code.at(i);
        if (c == u'"')
            isQuoted = !isQuoted;
        else if (isQuoted)
            continue;
        else if (c == u'\\' || c == u'_' || c == u'*')
            ++i; // what follows stands for itself
        else if (c == u'[' || c == u']')
            isBracketed = c == u'[';
        else if (!isBracketed && u"dmyhsDMYHS"_s.contains(c))
            return true;
    }
    return false;
}

bool isDateFormat(int builtIn)
{
    return (builtIn >= 14 && builtIn <= 22) || (builtIn >= 27 && builtIn <= 36)
        || (builtIn >= 45 && builtIn <= 47) || (builtIn >= 50 && builtIn <= 58);
}

/// Days since the workbook's first day, with the time as the fraction, as ISO text.
QString dateText(double serial, bool from1904)
{
    const QDate epoch = from1904 ? QDate(1904, 1, 1) : QDate(1899, 12, 30);
    auto days = qint64(std::floor(serial));
    auto ms = qint64(std::llround((serial - double(days)) * double(DayMs)));
    // A fraction is never exact: what is nearly a second is the second.
    if (const qint64 off = ms % 1000; off < 5 || off > 995)
        ms = (ms + 500) / 1000 * 1000;
    if (ms >= DayMs) {
        ++days;
        ms -= DayMs;
    }
    const QTime time = QTime::fromMSecsSinceStartOfDay(int(ms));
    QString clock = time.toString(u"HH:mm:ss"_s);
    if (days == 0 && serial < 1)
        return clock;
    const QString day = epoch.addDays(days).toString(Qt::ISODate);
    return ms == 0 ? day : day + u' ' + clock;
}

/// "BC12" is column 54; -1 where the reference names none.
int columnOf(QStringView reference)
{
    int column = 0;
    for (const QChar c : reference) {
        if (c < u'A' || c > u'Z')
            break;
        column = column * 26 + (c.unicode() - u'A' + 1);
        if (column > MostColumns)
            return -1;
    }
    return column - 1;
}

/// "_x000A_" stands for a line break, and "_x005F_" for the "_" of what only looks like that.
QString unescapedCell(const QString &text)
{
    static const QRegularExpression escape(u"_x([0-9A-Fa-f]{4})_"_s);
    if (!text.contains(escape))
        return text;
    QString result;
    qsizetype from = 0;
    for (const QRegularExpressionMatch &match : escape.globalMatch(text)) {
        result += QStringView(text).sliced(from, match.capturedStart() - from);
        result += QChar(match.captured(1).toUShort(nullptr, 16));
        from = match.capturedEnd();
    }
    result += QStringView(text).sliced(from);
    return result;
}

class Workbook
{
public:
    explicit Workbook(const QString &path)
        : m_path(path)
        , m_packed(std::max<qint64>(1, QFileInfo(path).size()))
    {
        m_table.file = QFileInfo(path).fileName();
    }

    [[nodiscard]] Result<Table> read(qsizetype most)
    {
        if (auto done = unpack({BookEntry, LinksEntry, StringsEntry, StylesEntry}); !done)
            return tl::unexpected(std::move(done).error());
        const QString sheet = firstSheet();
        readStrings();
        readStyles();
        if (auto done = unpack({sheet}); !done)
            return tl::unexpected(std::move(done).error());
        if (auto done = readSheet(m_entries.value(sheet), most); !done)
            return tl::unexpected(std::move(done).error());
        return std::move(m_table);
    }

private:
    [[nodiscard]] tl::unexpected<Error> damaged() const
    {
        return fail(Error::Code::Rejected,
            Exchange::tr("%1 is damaged, or no Excel workbook.").arg(m_table.file));
    }
    [[nodiscard]] tl::unexpected<Error> tooLarge() const
    {
        return fail(Error::Code::Rejected,
            Exchange::tr("%1 unpacks to far more than a table of posts holds. Save it as CSV and "
                         "import that file.")
                .arg(m_table.file));
    }

    /// Unpacks the entries \a names, as far as there are any.
    Result<> unpack(const QStringList &names)
    {
        const Archive zip(archive_read_new());
        // By the directory at the end: a file that is cut off has none.
        archive_read_support_format_zip_seekable(zip.get());
        if (archive_read_open_filename(
                zip.get(), QFile::encodeName(m_path).constData(), std::size_t(Block))
            != ARCHIVE_OK)
            return damaged();
        for (;;) {
            archive_entry *entry = nullptr;
            const int state = archive_read_next_header(zip.get(), &entry);
            if (state == ARCHIVE_EOF)
                return {};
            if (state < ARCHIVE_WARN)
                return damaged();
            const char *path = archive_entry_pathname_utf8(entry);
            const QString name = QString::fromUtf8(path ? path : "");
            if (!names.contains(name))
                continue;
            if (auto done = unpack(zip.get(), m_entries[name]); !done)
                return done;
        }
    }

    /// What the archive says of an entry's size may be a lie, so the bytes themselves are counted.
    Result<> unpack(archive *zip, QByteArray &content)
    {
        QByteArray piece(Block, Qt::Uninitialized);
        for (;;) {
            const la_ssize_t read = archive_read_data(zip, piece.data(), std::size_t(piece.size()));
            if (read < 0)
                return damaged();
            if (read == 0)
                return {};
            content.append(piece.constData(), read);
            m_unpacked += read;
            if (m_unpacked > MostUnpacked
                || (m_unpacked > RatioMatters && m_unpacked > m_packed * MostRatio))
                return tooLarge();
        }
    }

    /// The entry of the sheet that stands first, which its number does not tell; empty where none is named.
    QString firstSheet()
    {
        QString relation;
        QXmlStreamReader xml(m_entries.value(BookEntry));
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == "workbookPr"_L1) {
                const auto flag = xml.attributes().value("date1904"_L1);
                m_from1904 = flag == "1"_L1 || flag == "true"_L1;
            } else if (xml.isStartElement() && xml.name() == "sheet"_L1 && relation.isEmpty()) {
                for (const QXmlStreamAttribute &attribute : xml.attributes()) {
                    if (attribute.name() == "id"_L1)
                        relation = attribute.value().toString();
                }
            }
        }
        QXmlStreamReader links(m_entries.value(LinksEntry));
        while (!links.atEnd()) {
            links.readNext();
            if (!links.isStartElement() || links.attributes().value("Id"_L1) != relation)
                continue;
            const QString target = links.attributes().value("Target"_L1).toString();
            return target.startsWith(u'/') ? target.mid(1) : "xl/"_L1 + target;
        }
        return {};
    }

    void readStrings()
    {
        QXmlStreamReader xml(m_entries.value(StringsEntry));
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == "si"_L1)
                m_strings << richText(xml, u"si"_s);
        }
    }

    /// The text of an element, without the phonetic reading that may stand beside it.
    static QString richText(QXmlStreamReader &xml, const QString &end)
    {
        QString text;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isEndElement() && xml.name() == end)
                break;
            if (xml.isStartElement() && xml.name() == "rPh"_L1)
                xml.skipCurrentElement();
            else if (xml.isStartElement() && xml.name() == "t"_L1)
                text += xml.readElementText(QXmlStreamReader::IncludeChildElements);
        }
        return unescapedCell(text);
    }

    void readStyles()
    {
        QSet<int> dateFormats;
        bool inCells = false;
        QXmlStreamReader xml(m_entries.value(StylesEntry));
        while (!xml.atEnd()) {
            xml.readNext();
            const auto number = xml.attributes().value("numFmtId"_L1).toInt();
            if (xml.name() == "cellXfs"_L1)
                inCells = xml.isStartElement();
            else if (xml.isStartElement() && xml.name() == "numFmt"_L1
                && isDateFormat(xml.attributes().value("formatCode"_L1).toString()))
                dateFormats.insert(number);
            else if (xml.isStartElement() && xml.name() == "xf"_L1 && inCells)
                m_dateStyles << (isDateFormat(number) || dateFormats.contains(number));
        }
    }

    Result<> readSheet(const QByteArray &content, qsizetype most)
    {
        if (content.isEmpty())
            return damaged();
        qint64 cells = 0;
        TableRow row;
        QXmlStreamReader xml(content);
        while (!xml.atEnd() && m_table.rows.size() < most) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == "row"_L1) {
                const qint64 number = xml.attributes().value("r"_L1).toLongLong();
                row = {number > 0 ? number : row.line + 1, {}};
            } else if (xml.isStartElement() && xml.name() == "c"_L1) {
                readCell(xml, row.cells);
                if (++cells > MostCells)
                    return tooLarge();
            } else if (xml.isEndElement() && xml.name() == "row"_L1) {
                keep(row);
            }
        }
        if (xml.hasError())
            return damaged();
        padRows();
        return {};
    }

    void keep(const TableRow &row)
    {
        const bool isBlank = std::ranges::all_of(
            row.cells, [](const QString &cell) { return cell.trimmed().isEmpty(); });
        if (!isBlank)
            m_table.rows.append(row);
    }

    /// A sheet writes no empty cells at the end of a row, so no row is too short.
    void padRows()
    {
        if (m_table.rows.isEmpty())
            return;
        const qsizetype width = m_table.rows.first().cells.size();
        for (TableRow &row : m_table.rows) {
            while (row.cells.size() < width)
                row.cells << QString();
        }
    }

    void readCell(QXmlStreamReader &xml, QStringList &cells)
    {
        const QXmlStreamAttributes attributes = xml.attributes();
        const int column = columnOf(attributes.value("r"_L1));
        const QString type = attributes.value("t"_L1).toString();
        const int style = attributes.value("s"_L1).toInt();
        QString text;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isEndElement() && xml.name() == "c"_L1)
                break;
            if (xml.isStartElement() && xml.name() == "is"_L1)
                text = richText(xml, u"is"_s);
            else if (xml.isStartElement() && xml.name() == "v"_L1)
                text = valueOf(xml.readElementText(), type, style);
        }
        while (column > cells.size())
            cells << QString();
        cells << validText(text);
    }

    [[nodiscard]] QString valueOf(const QString &value, const QString &type, int style) const
    {
        if (type == "s"_L1)
            return m_strings.value(value.toInt());
        if (type == "b"_L1)
            return value == "1"_L1 ? u"true"_s : u"false"_s;
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        constexpr double LastDay = 2958466; // the last of the year 9999
        if (isNumber && type != "str"_L1 && m_dateStyles.value(style) && number >= 0
            && number < LastDay)
            return dateText(number, m_from1904);
        return value;
    }

    const QString m_path;
    const qint64 m_packed; ///< bytes of the file
    qint64 m_unpacked = 0;
    QHash<QString, QByteArray> m_entries;
    QStringList m_strings;
    QList<bool> m_dateStyles; ///< by the cells' style number
    Table m_table;
    bool m_from1904 = false;
};
} // namespace

Result<Table> readWorkbook(const QString &path, qsizetype most)
{
    return Workbook(path).read(most);
}
