// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/format.h"

#include "exchange/messages.h"
#include "exchange/plancsv.h"
#include "exchange/sniff.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {
/// The export in a folder: the text file of an unpacked chat, else the only file there is.
Result<QString> fileInFolder(const QString &path)
{
    const QDir folder(path);
    for (const QStringList &names :
        {QStringList {u"_chat.txt"_s}, QStringList {u"WhatsApp*.txt"_s, u"*WhatsApp*.txt"_s},
            QStringList {u"*.csv"_s, u"*.tsv"_s, u"*.txt"_s}}) {
        const QFileInfoList found =
            folder.entryInfoList(names, QDir::Files | QDir::Readable, QDir::Name);
        if (found.size() == 1)
            return found.front().filePath();
        if (found.size() > 1)
            break;
    }
    return fail(Error::Code::Rejected,
        Exchange::tr("The folder %1 does not hold one export. Choose the file in it.")
            .arg(folder.dirName()));
}
} // namespace

QStringList importFormats()
{
    return {u"csv"_s, u"whatsapp"_s, u"posts-csv"_s, u"ics"_s};
}

Result<DetectedFile> detectFormat(const QString &path)
{
    QString file = path;
    if (QFileInfo(path).isDir()) {
        auto inside = fileInFolder(path);
        if (!inside)
            return tl::unexpected(std::move(inside).error());
        file = *inside;
    }
    const auto kind = sniff(file);
    if (!kind)
        return tl::unexpected(kind.error());
    const QString suffix = QFileInfo(file).suffix().toLower();
    const bool namedTable = suffix == "csv"_L1 || suffix == "tsv"_L1 || suffix == "tab"_L1;
    if (*kind == FileKind::WhatsApp)
        return DetectedFile {u"whatsapp"_s, file};
    if (*kind == FileKind::Calendar)
        return DetectedFile {u"ics"_s, file};
    const bool mayBePlan = *kind == FileKind::Table || *kind == FileKind::ExcelWorkbook
        || (*kind == FileKind::Text && namedTable);
    if (mayBePlan && isPlan(file))
        return DetectedFile {u"posts-csv"_s, file};
    if (*kind == FileKind::Table || (*kind == FileKind::Text && namedTable))
        return DetectedFile {u"csv"_s, file};
    return tl::unexpected(notReadable(file, *kind));
}
