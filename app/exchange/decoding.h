// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/importplan.h"

#include <QByteArray>
#include <QIODevice>
#include <QStringDecoder>

#include <array>
#include <memory>

/// What the bytes of a file are written in.
struct TextEncoding
{
    QString name; ///< a name that QStringDecoder knows: "UTF-8", "UTF-16LE", "windows-1252", …
    int bomBytes = 0; ///< bytes of the byte order mark at the begin
    bool guessed = false; ///< neither said by a mark nor proved by being valid UTF-8
    bool clean = false; ///< proved to need no repair: valid UTF-8 without NUL

    friend bool operator==(const TextEncoding &, const TextEncoding &) = default;
};

/// Counts what speaks for and against UTF-8 in a stream of bytes, in any pieces.
class Utf8Probe
{
public:
    void feed(QByteArrayView bytes);
    [[nodiscard]] bool isValid() const { return m_invalid == 0 && !endsInside(); }
    /// The bytes so far end in the middle of a character.
    [[nodiscard]] bool endsInside() const { return m_pending > 0; }
    [[nodiscard]] qint64 multibyteCharacters() const { return m_characters; }
    [[nodiscard]] qint64 invalidBytes() const { return m_invalid; }
    [[nodiscard]] bool hasNul() const { return m_nul; }

private:
    void begin(uchar byte);

    qint64 m_characters = 0;
    qint64 m_invalid = 0;
    int m_pending = 0; ///< continuation bytes still to come
    uchar m_low = 0x80; ///< bounds of the next continuation byte: no overlong forms, no surrogates
    uchar m_high = 0xBF;
    bool m_nul = false;
};

/// The encoding of \a device, which must be seekable: that of the byte order mark, else UTF-8 if
/// all of it is valid UTF-8, else a guess. Reads at most \a limit bytes (all of them where
/// negative) and leaves the device at its begin. Errors: Io; Rejected where the file is cut off in
/// the middle of a character.
[[nodiscard]] Result<TextEncoding> detectEncoding(
    QIODevice &device, const QString &file, qint64 limit = -1);

/// A text file in pieces of bounded size, decoded and made valid: NUL, lone surrogates and bytes
/// that are invalid in the encoding become U+FFFD with an issue for their line. For one thread at a
/// time, never the one of the window.
class TextReader
{
public:
    struct Options
    {
        qsizetype chunkBytes = qsizetype(256) * 1024;
        qint64 probeBytes = -1; ///< how much decides about the encoding; -1: the whole file
    };

    /// Errors: NotFound, Io, Rejected (cut off).
    [[nodiscard]] static Result<TextReader> open(const QString &path, Options options);
    [[nodiscard]] static Result<TextReader> open(const QString &path)
    {
        return open(path, Options());
    }
    /// Takes a device that is open for reading; \a file is the name that issues and errors carry.
    [[nodiscard]] static Result<TextReader> open(
        std::unique_ptr<QIODevice> device, const QString &file, Options options);

    /// Appends the next piece to \a text; false at the end of the file. Errors: Io.
    [[nodiscard]] Result<bool> read(QString &text);

    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] const TextEncoding &encoding() const { return m_encoding; }
    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; }
    [[nodiscard]] qint64 bytesTotal() const { return m_bytesTotal; }
    /// The issues since the last call: "encoding-guessed" once, "bad-encoding" for each line.
    [[nodiscard]] QList<ImportIssue> takeIssues();

private:
    TextReader() = default;
    void repair(QString &text, qsizetype from);
    [[nodiscard]] qsizetype tornBytes(qsizetype size) const;
    void pairSurrogates(QString &text, qsizetype from);
    void reportLine();

    std::unique_ptr<QIODevice> m_device;
    QString m_file;
    TextEncoding m_encoding;
    QStringDecoder m_decoder;
    QByteArray m_bytes;
    qsizetype m_held =
        0; ///< bytes of a UTF-8 character at the begin of m_bytes whose rest is still to be read
    QList<ImportIssue> m_issues;
    qint64 m_bytesRead = 0;
    qint64 m_bytesTotal = 0;
    qint64 m_line = 1;
    qint64 m_reportedLine = 0;
    bool m_afterCr = false;
    bool m_atEnd = false;
    bool m_singleByte = false;
    bool m_utf8 = false;
    bool m_utf16 = false;
    char16_t m_heldSurrogate = 0;
};
