// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/postingcopy.h"

#include "session/mediaintake.h"
#include "session/picturefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace {
struct PostingWords
{
    Q_DECLARE_TR_FUNCTIONS(PostingCopy)
};

/// What is safe in a file's name on every system.
QString safeName(const QString &name)
{
    QString safe = QFileInfo(name).completeBaseName().simplified();
    for (QChar &character : safe) {
        if (!character.isLetterOrNumber() && !u" -_."_s.contains(character))
            character = u'-';
    }
    constexpr int most = 60;
    return safe.left(most).trimmed();
}

Result<> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (isWritten)
        return {};
    return fail(Error::Code::Io,
        PostingWords::tr("The picture could not be written for posting: %1")
            .arg(file.errorString()),
        path);
}
} // namespace

Result<PostingCopy> makePostingCopy(const std::shared_ptr<Database> &database,
    const QList<PostedMedium> &media, const QString &folder)
{
    PostingCopy copy;
    const QDir dir(folder);
    for (const PostedMedium &posted : media) {
        if (posted.media.kind != MediaKind::Picture) {
            if (QFileInfo::exists(posted.media.place))
                copy.files << posted.media.place;
            else
                copy.missing << posted.media.name;
            continue;
        }
        const auto bytes = bytesOf(database, posted.media);
        const auto file = bytes.and_then([&posted](const QByteArray &whole) {
            return PictureFile::forPosting(whole, posted.part);
        });
        if (!file) {
            copy.missing << posted.media.name;
            continue;
        }
        const QString path =
            dir.filePath(u"%1 %2.%3"_s.arg(copy.files.size() + 1)
                             .arg(safeName(posted.media.name), PictureFile::suffixOf(*file)));
        if (auto done = write(path, *file); !done)
            return tl::unexpected(done.error());
        copy.files << path;
        if (!copy.first.isNull())
            continue;
        if (auto image = PictureFile::decode(*file))
            copy.first = std::move(*image);
    }
    return copy;
}
