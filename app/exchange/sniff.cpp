// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sniff.h"

#include "exchange/csvreader.h"
#include "exchange/decoding.h"
#include "exchange/messages.h"
#include "exchange/whatsappline.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 HeadBytes = qint64(64) * 1024;

struct Magic
{
    QByteArrayView begin;
    FileKind kind = FileKind::Binary;
};

template<qsizetype N>
constexpr QByteArrayView bytes(const char (&text)[N])
{
    return {text, N - 1};
}

/// A ZIP tells by the names of its entries, which stand in plain sight at each entry.
FileKind zipKind(const QByteArray &head)
{
    if (head.contains("xl/workbook") || head.contains("xl/worksheets") || head.contains("xl/_rels"))
        return FileKind::ExcelWorkbook;
    if (head.contains("word/document") || head.contains("word/_rels"))
        return FileKind::WordDocument;
    if (head.contains("mimetypeapplication/vnd.oasis"))
        return FileKind::OpenDocument;
    if (head.contains("[Content_Types].xml"))
        return FileKind::ExcelWorkbook;
    return FileKind::Zip;
}

std::optional<FileKind> byMagic(const QByteArray &head)
{
    if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06"))
        return zipKind(head);
    const std::array magics {
        Magic {bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), FileKind::OldExcelWorkbook},
        Magic {bytes("%PDF-"), FileKind::Pdf},
        Magic {bytes("\x89PNG"), FileKind::Picture},
        Magic {bytes("\xFF\xD8\xFF"), FileKind::Picture},
        Magic {bytes("GIF8"), FileKind::Picture},
        Magic {bytes("RIFF"), FileKind::Binary},
        Magic {bytes("\x1F\x8B"), FileKind::Compressed},
        Magic {bytes("BZh"), FileKind::Compressed},
        Magic {bytes("\xFD"
                     "7zXZ\0"),
            FileKind::Compressed},
        Magic {bytes("7z\xBC\xAF\x27\x1C"), FileKind::Compressed},
        Magic {bytes("Rar!\x1A\x07"), FileKind::Compressed},
        Magic {bytes("\x28\xB5\x2F\xFD"), FileKind::Compressed},
        Magic {bytes("SQLite format 3\0"), FileKind::Database},
        Magic {bytes("\x7F"
                     "ELF"),
            FileKind::Binary},
    };
    for (const Magic &magic : magics) {
        if (head.startsWith(magic.begin))
            return magic.kind;
    }
    return {};
}

/// Text has hardly any control characters; a stray NUL makes no binary of it.
bool looksBinary(const QByteArray &head)
{
    if (head.startsWith("\xFF\xFE") || head.startsWith("\xFE\xFF")
        || head.startsWith(bytes("\0\0\xFE\xFF")))
        return false; // UTF-16 and UTF-32 are full of NUL
    const auto controls = std::ranges::count_if(head, [](char c) {
        const auto byte = uchar(c);
        return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f')
            || byte == 0x7F;
    });
    Utf8Probe probe;
    probe.feed(head);
    const bool valid = probe.invalidBytes() == 0;
    return controls * (valid ? 10 : 50) > head.size();
}

bool beginsWithAny(QStringView text, std::initializer_list<QLatin1StringView> words)
{
    return std::ranges::any_of(words,
        [text](QLatin1StringView word) { return text.startsWith(word, Qt::CaseInsensitive); });
}

std::optional<FileKind> byMarkup(QStringView text)
{
    if (beginsWithAny(text,
            {"<!doctype html"_L1, "<html"_L1, "<head"_L1, "<body"_L1, "<table"_L1, "<meta"_L1}))
        return FileKind::Html;
    if (beginsWithAny(text, {"<?xml"_L1, "<!--"_L1})) {
        if (text.contains("urn:schemas-microsoft-com:office:spreadsheet"_L1))
            return FileKind::ExcelWorkbook;
        return text.contains("<html"_L1, Qt::CaseInsensitive) ? FileKind::Html : FileKind::Xml;
    }
    if (beginsWithAny(text, {"BEGIN:VCARD"_L1}))
        return FileKind::VCard;
    if (beginsWithAny(text, {"BEGIN:VCALENDAR"_L1}))
        return FileKind::Calendar;
    if (text.startsWith(u'{') || text.startsWith(u"[{") || text.startsWith(u"[\n")
        || text.startsWith(u"[\r"))
        return FileKind::Json;
    if (text.startsWith("From "_L1) && text.contains("\nDate: "_L1))
        return FileKind::Mailbox;
    return {};
}

FileKind textKind(const QString &text)
{
    const QStringView trimmed = QStringView(text).trimmed();
    if (trimmed.isEmpty())
        return FileKind::Empty;
    if (looksLikeChat(text))
        return FileKind::WhatsApp;
    if (const auto kind = byMarkup(trimmed))
        return *kind;
    // The first lines as rows: most of them must be divided by the same delimiter.
    const char16_t delimiter = detectDelimiter(trimmed);
    qsizetype lines = 0;
    qsizetype divided = 0;
    for (const QStringView line : trimmed.split(u'\n')) {
        constexpr qsizetype Enough = 20;
        if (lines == Enough)
            break;
        ++lines;
        divided += line.contains(delimiter) ? 1 : 0;
    }
    return divided * 2 > lines ? FileKind::Table : FileKind::Text;
}
} // namespace

Result<FileKind> sniff(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    auto device = std::make_unique<QFile>(path);
    if (!device->exists())
        return fail(Error::Code::NotFound, Exchange::tr("There is no file %1.").arg(name));
    if (!device->open(QIODevice::ReadOnly))
        return fail(Error::Code::Io, Exchange::tr("%1 could not be opened.").arg(name),
            device->errorString());
    const QByteArray head = device->read(HeadBytes);
    if (head.isEmpty())
        return FileKind::Empty;
    if (const auto kind = byMagic(head))
        return *kind;
    if (looksBinary(head))
        return FileKind::Binary;
    TextReader::Options options;
    options.chunkBytes = HeadBytes;
    options.probeBytes = HeadBytes;
    auto reader = TextReader::open(std::move(device), name, options);
    if (!reader)
        return tl::unexpected(std::move(reader).error());
    QString text;
    if (const auto more = reader->read(text); !more)
        return tl::unexpected(more.error());
    return textKind(text);
}

Error notReadable(const QString &path, FileKind kind)
{
    const QString file = QFileInfo(path).fileName();
    const auto rejected = [&file](const QString &message) {
        return Error {Error::Code::Rejected, message.arg(file)};
    };
    switch (kind) {
    case FileKind::WhatsApp:
        return rejected(Exchange::tr("%1 is a WhatsApp chat, not a CSV file."));
    case FileKind::Table:
    case FileKind::Text:
        return rejected(Exchange::tr(
            "%1 is in no format that can be imported. If it is a CSV file, say so as the format."));
    case FileKind::Empty:
        return rejected(Exchange::tr("%1 is empty."));
    case FileKind::ExcelWorkbook:
    case FileKind::OldExcelWorkbook:
        return rejected(Exchange::tr(
            "%1 is an Excel workbook, of which posts alone can be imported. Save it as CSV "
            "and import that file."));
    case FileKind::OpenDocument:
        return rejected(
            Exchange::tr("%1 is an OpenDocument file. Save it as CSV and import that file."));
    case FileKind::WordDocument:
        return rejected(
            Exchange::tr("%1 is a Word document. Save its table as CSV and import that file."));
    case FileKind::Zip:
        return rejected(Exchange::tr("%1 is a ZIP archive. Unpack it and import the file inside."));
    case FileKind::Compressed:
        return rejected(
            Exchange::tr("%1 is a compressed file. Unpack it and import the file inside."));
    case FileKind::Html:
        return rejected(Exchange::tr("%1 is a web page (HTML), not a table of data. Download the "
                                     "CSV file itself and import that; what was "
                                     "saved may be a sign-in or error page."));
    case FileKind::Xml:
        return rejected(Exchange::tr("%1 is an XML file. Export it as CSV and import that file."));
    case FileKind::Json:
        return rejected(Exchange::tr("%1 is a JSON file. Export it as CSV and import that file."));
    case FileKind::VCard:
        return rejected(Exchange::tr(
            "%1 is a file of vCards, which cannot be imported yet. Export the contacts as CSV."));
    case FileKind::Calendar:
        return rejected(Exchange::tr(
            "%1 is a calendar, not a table. Import it as what it is, without naming a format."));
    case FileKind::Mailbox:
        return rejected(Exchange::tr("%1 is a mailbox, which cannot be imported yet."));
    case FileKind::Pdf:
        return rejected(
            Exchange::tr("%1 is a PDF document. Export the data as CSV and import that file."));
    case FileKind::Picture:
        return rejected(Exchange::tr("%1 is a picture, not a file of data."));
    case FileKind::Database:
        return rejected(Exchange::tr("%1 is a database file, not a text file."));
    case FileKind::Binary:
        return rejected(Exchange::tr("%1 is a binary file, not a text file."));
    }
    Q_UNREACHABLE();
}

Result<void> requireText(const QString &path)
{
    const auto kind = sniff(path);
    if (!kind)
        return tl::unexpected(kind.error());
    if (*kind == FileKind::Table || *kind == FileKind::Text || *kind == FileKind::WhatsApp)
        return {};
    return tl::unexpected(notReadable(path, *kind));
}
