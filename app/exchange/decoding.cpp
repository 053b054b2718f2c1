// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/decoding.h"

#include "exchange/messages.h"

#include <QFile>
#include <QFileInfo>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype ProbeChunk = qsizetype(256) * 1024;
/// uchardet makes up its mind long before this; more only costs time.
constexpr qint64 GuessBytes = qint64(1024) * 1024;

Error readError(const QString &file, const QIODevice &device)
{
    return {Error::Code::Io, Exchange::tr("%1 could not be read to its end.").arg(file),
        device.errorString()};
}

struct Mark
{
    const char *name;
    QByteArray bytes;
};

TextEncoding markedEncoding(const QByteArray &head)
{
    // UTF-32 first: its little-endian mark begins with that of UTF-16.
    const Mark marks[] {
        {"UTF-32LE", QByteArray("\xFF\xFE\0\0", 4)},
        {"UTF-32BE", QByteArray("\0\0\xFE\xFF", 4)},
        {"UTF-8", QByteArray("\xEF\xBB\xBF")},
        {"UTF-16LE", QByteArray("\xFF\xFE")},
        {"UTF-16BE", QByteArray("\xFE\xFF")},
    };
    for (const Mark &mark : marks) {
        if (head.startsWith(mark.bytes))
            return {QString::fromLatin1(mark.name), int(mark.bytes.size()), false, false};
    }
    return {};
}

bool isAsciiLetter(uchar byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool isCp1252Letter(uchar byte)
{
    return (byte >= 0xC0 && byte != 0xD7 && byte != 0xF7 && byte < 0xFE) || byte == 0x8A
        || byte == 0x8C || byte == 0x8E || byte == 0x9A || byte == 0x9C || byte == 0x9E
        || byte == 0x9F;
}

bool isCp1252Sign(uchar byte)
{
    // Euro, quotes, dashes, dots, ©, ®, °, «, », section, no-break space: what Western text has
    // beside letters.
    constexpr std::array<uchar, 17> signs {0x80, 0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97,
        0x99, 0xA0, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xBB};
    return std::ranges::find(signs, byte) != signs.end();
}

/// How the bytes above ASCII look when they are taken for Western European text. Detectors by
/// frequency need more text than a short list of names has; there the neighbours of the bytes say
/// more.
struct WesternProbe
{
    qint64 high = 0;
    qint64 plausible = 0;
    qint64 impossible = 0; ///< bytes that hardly occur in any single-byte text

    void feed(QByteArrayView bytes)
    {
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            const auto byte = uchar(bytes[i]);
            if (byte < 0x80)
                continue;
            ++high;
            const uchar before = i > 0 ? uchar(bytes[i - 1]) : ' ';
            const uchar after = i + 1 < bytes.size() ? uchar(bytes[i + 1]) : ' ';
            if (byte >= 0xFE || byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90
                || byte == 0x9D || isMisplacedCapital(byte, before, after)) {
                ++impossible;
            } else if (isCp1252Sign(byte)
                || (isCp1252Letter(byte) && before < 0x80 && after < 0x80)) {
                ++plausible;
            }
        }
    }

    /// The lead byte of a broken UTF-8 character reads as a capital inside or at the end of a word.
    static bool isMisplacedCapital(uchar byte, uchar before, uchar after)
    {
        if (byte < 0xC2 || byte > 0xDE)
            return false;
        return (before >= 'a' && before <= 'z')
            || (after < 0x80 && !isAsciiLetter(after) && after != ' ');
    }
};

QString detectorGuess(QIODevice &device)
{
    const std::unique_ptr<std::remove_pointer_t<uchardet_t>, decltype(&uchardet_delete)> detector(
        uchardet_new(), &uchardet_delete);
    qint64 fed = 0;
    device.seek(0);
    while (fed < GuessBytes) {
        const QByteArray chunk = device.read(ProbeChunk);
        if (chunk.isEmpty())
            break;
        if (!std::ranges::any_of(chunk, [](char c) { return uchar(c) >= 0x80; }))
            continue; // plain ASCII says nothing
        if (uchardet_handle_data(detector.get(), chunk.constData(), size_t(chunk.size())) != 0)
            break;
        fed += chunk.size();
    }
    uchardet_data_end(detector.get());
    return QString::fromLatin1(uchardet_get_charset(detector.get()));
}

/// The likeliest encoding of bytes that are not valid UTF-8.
QString guessedName(QIODevice &device, const Utf8Probe &probe, const WesternProbe &western)
{
    // Valid multi-byte characters hardly come about by accident: UTF-8 with some damage.
    if (probe.multibyteCharacters() > 0 && probe.invalidBytes() <= 2 * probe.multibyteCharacters())
        return u"UTF-8"_s;
    if (western.impossible * 2 >= western.high)
        return u"UTF-8"_s;
    constexpr qint64 TooFewForStatistics = 64;
    if (western.high < TooFewForStatistics && western.plausible == western.high)
        return u"windows-1252"_s;
    const QString guess = detectorGuess(device);
    // What calls itself Latin-1 or ASCII is in practice Windows' superset of it.
    if (guess.isEmpty() || guess == "ASCII"_L1 || guess == "ISO-8859-1"_L1)
        return u"windows-1252"_s;
    const QByteArray latin = guess.toLatin1();
    return QStringDecoder(latin.constData()).isValid() ? guess : u"windows-1252"_s;
}

Error cutOff(const QString &file)
{
    return {Error::Code::Rejected,
        Exchange::tr(
            "%1 is cut off: it ends in the middle of a character. Export or copy it again.")
            .arg(file)};
}
} // namespace

void Utf8Probe::begin(uchar byte)
{
    m_low = 0x80;
    m_high = 0xBF;
    if (byte >= 0xC2 && byte <= 0xDF) {
        m_pending = 1;
    } else if (byte >= 0xE0 && byte <= 0xEF) {
        m_pending = 2;
        if (byte == 0xE0)
            m_low = 0xA0;
        else if (byte == 0xED)
            m_high = 0x9F;
    } else if (byte >= 0xF0 && byte <= 0xF4) {
        m_pending = 3;
        if (byte == 0xF0)
            m_low = 0x90;
        else if (byte == 0xF4)
            m_high = 0x8F;
    } else if (byte >= 0x80) {
        ++m_invalid;
    } else if (byte == 0) {
        m_nul = true;
    }
}

void Utf8Probe::feed(QByteArrayView bytes)
{
    const auto *at = reinterpret_cast<const uchar *>(bytes.data());
    const uchar *end = at + bytes.size();
    while (at < end) {
        if (m_pending == 0) {
            // Eight bytes of plain ASCII at a time. (x - 0x01…) & ~x has a top bit only where a
            // byte is NUL.
            quint64 word = 0;
            while (end - at >= 8) {
                std::memcpy(&word, at, 8);
                if (((word | ((word - 0x0101010101010101U) & ~word)) & 0x8080808080808080U) != 0)
                    break;
                at += 8;
            }
            if (at < end)
                begin(*at++);
            continue;
        }
        if (*at < m_low || *at > m_high) {
            ++m_invalid;
            m_pending = 0; // this byte may begin a character
            continue;
        }
        m_low = 0x80;
        m_high = 0xBF;
        ++at;
        if (--m_pending == 0)
            ++m_characters;
    }
}

Result<TextEncoding> detectEncoding(QIODevice &device, const QString &file, qint64 limit)
{
    device.seek(0);
    const TextEncoding marked = markedEncoding(device.peek(4));
    if (marked.bomBytes > 0 && marked.name != "UTF-8"_L1) {
        const qint64 unit = marked.name.startsWith("UTF-32"_L1) ? 4 : 2;
        if (device.size() % unit != 0)
            return tl::unexpected(cutOff(file));
        return marked;
    }
    device.seek(marked.bomBytes);
    Utf8Probe probe;
    WesternProbe western;
    qint64 seen = 0;
    bool whole = false;
    while (limit < 0 || seen < limit) {
        const QByteArray chunk = device.read(ProbeChunk);
        if (chunk.isEmpty()) {
            if (!device.atEnd())
                return tl::unexpected(readError(file, device));
            whole = true;
            break;
        }
        probe.feed(chunk);
        if (!probe.isValid() && western.high < GuessBytes)
            western.feed(chunk);
        seen += chunk.size();
    }
    const bool tail = probe.endsInside();
    if (whole && tail && probe.invalidBytes() == 0
        && (marked.bomBytes > 0 || probe.multibyteCharacters() > 0))
        return tl::unexpected(cutOff(file));
    TextEncoding found {u"UTF-8"_s, marked.bomBytes, false, false};
    if (probe.invalidBytes() == 0 && (!tail || !whole)) {
        found.clean = whole && !probe.hasNul();
    } else if (marked.bomBytes == 0) {
        found.name = guessedName(device, probe, western);
        found.guessed = true;
    }
    device.seek(0);
    return found;
}

Result<TextReader> TextReader::open(const QString &path, Options options)
{
    const QFileInfo info(path);
    auto device = std::make_unique<QFile>(path);
    if (!info.exists())
        return fail(
            Error::Code::NotFound, Exchange::tr("There is no file %1.").arg(info.fileName()));
    if (!device->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return fail(Error::Code::Io, Exchange::tr("%1 could not be opened.").arg(info.fileName()),
            device->errorString());
    }
    return open(std::move(device), info.fileName(), options);
}

Result<TextReader> TextReader::open(
    std::unique_ptr<QIODevice> device, const QString &file, Options options)
{
    auto encoding = detectEncoding(*device, file, options.probeBytes);
    if (!encoding)
        return tl::unexpected(std::move(encoding).error());
    TextReader reader;
    reader.m_file = file;
    reader.m_encoding = *encoding;
    auto flags = QStringConverter::Flags(QStringConverter::Flag::ConvertInitialBom);
    if (encoding->name == "UTF-8"_L1)
        flags |= QStringConverter::Flag::Stateless;
    reader.m_decoder = QStringDecoder(encoding->name.toLatin1().constData(), flags);
    reader.m_singleByte = encoding->name.startsWith("windows-125"_L1, Qt::CaseInsensitive)
        || encoding->name.startsWith("ISO-8859"_L1);
    reader.m_utf8 = encoding->name == "UTF-8"_L1;
    reader.m_utf16 = encoding->name.startsWith("UTF-16"_L1);
    reader.m_bytes.resize(std::max<qsizetype>(options.chunkBytes, 4));
    reader.m_bytesTotal = device->size();
    reader.m_bytesRead = encoding->bomBytes;
    device->seek(encoding->bomBytes);
    reader.m_device = std::move(device);
    if (encoding->guessed) {
        reader.m_issues.append({file, 0, Severity::Warning, u"encoding-guessed"_s,
            Exchange::tr("%1 does not say in which encoding it is written and is not valid UTF-8. "
                         "It was read as %2.")
                .arg(file, encoding->name)});
    }
    return reader;
}

Result<bool> TextReader::read(QString &text)
{
    if (m_atEnd)
        return false;
    const qint64 count = m_device->read(m_bytes.data() + m_held, m_bytes.size() - m_held);
    if (count < 0 || (count == 0 && !m_device->atEnd()))
        return tl::unexpected(readError(m_file, *m_device));
    const qsizetype from = text.size();
    m_atEnd = count == 0;
    m_bytesRead += count;
    const qsizetype size = m_held + count;
    m_held = m_utf8 && !m_atEnd ? tornBytes(size) : 0;
    const QByteArrayView bytes(m_bytes.constData(), size - m_held);
    text.resize(from + m_decoder.requiredSpace(bytes.size()));
    const QChar *end = m_decoder.appendToBuffer(text.data() + from, bytes);
    text.resize(end - text.constData());
    std::memmove(m_bytes.data(), m_bytes.constData() + bytes.size(), size_t(m_held));
    if (m_utf16)
        pairSurrogates(text, from);
    if (!m_encoding.clean)
        repair(text, from);
    return !m_atEnd || text.size() > from;
}

/// How many bytes at the end of m_bytes begin a UTF-8 character that does not end there. They wait
/// for the next piece, since Qt's decoder swallows the character behind a torn one that turns out
/// broken: it may be a delimiter.
qsizetype TextReader::tornBytes(qsizetype size) const
{
    for (qsizetype torn = 1; torn <= std::min<qsizetype>(size, 3); ++torn) {
        const auto byte = uchar(m_bytes.at(size - torn));
        if (byte >= 0xC0)
            return torn < (byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2) ? torn : 0;
        if (byte < 0x80)
            break;
    }
    return 0;
}

/// UTF-16 is passed on as it is, so halves of pairs must be found here; a pair may be torn by the
/// end of a piece.
void TextReader::pairSurrogates(QString &text, qsizetype from)
{
    if (m_heldSurrogate != 0)
        text.insert(from, QChar(std::exchange(m_heldSurrogate, u'\0')));
    QChar *data = text.data();
    for (qsizetype i = from; i < text.size(); ++i) {
        if (!data[i].isSurrogate())
            continue;
        if (data[i].isHighSurrogate() && i + 1 == text.size() && !m_atEnd) {
            m_heldSurrogate = data[i].unicode();
            text.chop(1);
        } else if (data[i].isHighSurrogate() && i + 1 < text.size()
            && data[i + 1].isLowSurrogate()) {
            ++i;
        } else {
            data[i] = QChar::ReplacementCharacter;
        }
    }
}

void TextReader::reportLine()
{
    if (m_reportedLine == m_line)
        return;
    m_reportedLine = m_line;
    m_issues.append({m_file, m_line, Severity::Warning, u"bad-encoding"_s,
        Exchange::tr("Line %1 of %2 has bytes that are invalid in %3. They were replaced by “�”.")
            .arg(QString::number(m_line), m_file, m_encoding.name)});
}

void TextReader::repair(QString &text, qsizetype from)
{
    QChar *data = text.data();
    const qsizetype size = text.size();
    for (qsizetype i = from; i < size; ++i) {
        const char16_t c = data[i].unicode();
        if (c == u'\n' || c == u'\r') {
            m_line += c == u'\r' || !m_afterCr ? 1 : 0;
            m_afterCr = c == u'\r';
            continue;
        }
        m_afterCr = false;
        // Single-byte code pages leave bytes 0x80…0x9F undefined, which the decoder passes on as
        // control characters.
        const bool undefined = m_singleByte && c >= 0x80 && c <= 0x9F;
        if (c == 0 || c == QChar::ReplacementCharacter || undefined) {
            data[i] = QChar::ReplacementCharacter;
            reportLine();
        }
    }
}

QList<ImportIssue> TextReader::takeIssues()
{
    return std::exchange(m_issues, {});
}
