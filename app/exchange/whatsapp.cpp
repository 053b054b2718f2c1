// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/whatsapp.h"

#include "base/moment.h"
#include "exchange/messages.h"
#include "exchange/sniff.h"
#include "exchange/whatsappline.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 LargestChat = qint64(256) * 1024 * 1024;
constexpr qsizetype LongestName = 100;

/// A part of the chat that begins with a date.
struct Entry
{
    qint64 line = 0;
    ChatHeader header;
    QString text; ///< behind the header, with the lines that continue it
    QDate day;
    QString sender;
    QString body;
    bool marked = false; ///< the body begins with U+200E, as what the program itself writes
    bool isSystem = false;
};

bool containsAny(const QString &text, std::initializer_list<QLatin1StringView> words)
{
    return std::ranges::any_of(
        words, [&text](QLatin1StringView word) { return text.contains(word); });
}

/// What the program itself says although a name stands before it. People talk about encryption, too, so it is the whole begin of
/// the notice that counts, unless the mark of the program stands before it.
bool isNotice(const QString &body, bool marked)
{
    static const QStringList begins {
        u"messages and calls are end-to-end encrypted"_s,
        u"messages to this chat and calls are now secured with end-to-end"_s,
        u"messages you send to this chat and calls are now secured with end-to-end"_s,
        u"messages to this group are now secured with end-to-end"_s,
        u"this business uses a secure service from"_s,
        u"this chat is with a business account"_s,
        u"nachrichten und anrufe sind ende-zu-ende-verschlüsselt"_s,
        u"los mensajes y las llamadas están cifrados de extremo a extremo"_s,
        u"les messages et les appels sont chiffrés de bout en bout"_s,
        u"as mensagens e as chamadas são protegidas com a criptografia"_s,
        u"as mensagens e ligações são protegidas com a criptografia"_s,
        u"i messaggi e le chiamate sono crittografati end-to-end"_s,
        u"berichten en gesprekken worden end-to-end versleuteld"_s,
        u"сообщения и звонки защищены сквозным шифрованием"_s,
        u"メッセージと通話はエンドツーエンド"_s,
        u"消息和通话都进行端到端加密"_s,
        u"訊息和通話都經過端對端加密"_s,
    };
    const QString text = withoutMarks(body).left(200).toLower();
    if (std::ranges::any_of(
            begins, [&text](const QString &begin) { return text.startsWith(begin); }))
        return true;
    return marked
        && containsAny(text,
            {"end-to-end"_L1, "ende-zu-ende"_L1, "extremo a extremo"_L1, "bout en bout"_L1,
                "ponta a ponta"_L1, "business account"_L1, "secure service"_L1});
}

/// What is said only in groups.
bool isGroupNotice(const QString &text)
{
    const QString lower = text.toLower();
    return containsAny(lower,
               {"created group"_L1, "created this group"_L1, "created the group"_L1, " added "_L1,
                   "joined using"_L1, "changed the subject"_L1, "changed this group"_L1,
                   "changed the group"_L1, " left"_L1, " removed "_L1, "hat die gruppe"_L1,
                   "hat diese gruppe"_L1, "le groupe"_L1, "el grupo"_L1, "este grupo"_L1,
                   "o grupo"_L1, "il gruppo"_L1, "de groep"_L1, "ryhm"_L1})
        || lower.contains(u"группу") || lower.contains(u"グループ") || lower.contains(u"群組")
        || lower.contains(u"群组");
}

bool isPseudoSender(const QString &name)
{
    static const QStringList names {u"system"_s, u"système"_s, u"sistema"_s, u"systeem"_s,
        u"sistem"_s, u"система"_s, u"システム"_s, u"系统"_s, u"系統"_s};
    return names.contains(name.toLower());
}

/// A picture or the like that an export names or leaves out. The same message reads differently in
/// exports with and without media.
bool isMediaMarker(const QString &firstLine)
{
    static const QRegularExpression marker(
        u"^(<[^<>]{3,80}>|\\S.{0,120}\\.\\w{2,4} \\([^()]{3,40}\\)|"
        "(image|video|audio|sticker|gif|document|contact card|video note) omitted)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return marker.match(firstLine).hasMatch();
}

QString hashed(const QStringList &parts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &part : parts) {
        hash.addData(part.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    }
    return QString::fromLatin1(hash.result().toHex().left(32));
}

/// The body as keys see it: without marks, and with any marker of media the same.
QString keyBody(const Entry &entry)
{
    const QString plain = withoutMarks(entry.body).simplified();
    const QString firstLine = withoutMarks(entry.body).section(u'\n', 0, 0).trimmed();
    return isMediaMarker(firstLine)
        ? u"<media>"_s + plain.sliced(std::min(plain.size(), firstLine.simplified().size()))
        : plain;
}

QString localTime(const Entry &entry)
{
    return entry.day.toString(Qt::ISODate)
        + entry.header.time.toString(entry.header.hasSeconds ? u"'T'HH:mm:ss"_s : u"'T'HH:mm"_s);
}

Result<QString> readAll(TextReader &reader, const ReadProgress &progress)
{
    QString text;
    while (true) {
        const auto more = reader.read(text);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return text;
        if (progress && !progress(reader.bytesRead(), reader.bytesTotal()))
            return fail(Error::Code::Cancelled,
                Exchange::tr("The import was cancelled. Nothing was changed."));
    }
}

/// Calls \a take(line, number) for each line of \a text; LF, CR LF and CR end one.
template<typename Take>
void forEachLine(QStringView text, Take take)
{
    qint64 number = 1;
    for (qsizetype at = 0; at < text.size(); ++number) {
        qsizetype end = at;
        while (end < text.size() && text[end] != u'\n' && text[end] != u'\r')
            ++end;
        take(text.sliced(at, end - at), number);
        at = end + 1;
        if (end + 1 < text.size() && text[end] == u'\r' && text[end + 1] == u'\n')
            ++at;
    }
}

/// Which of day and month comes first in dates that are written alike.
class OrderFinder
{
public:
    void see(const ChatHeader &header)
    {
        m_headers.append(header);
        m_yearFirst += header.date[0] > 31 && header.date[1] <= 12 ? 1 : 0;
        m_dayFirst += header.date[0] > 12 && header.date[0] <= 31 && header.date[1] <= 12 ? 1 : 0;
        m_monthFirst += header.date[1] > 12 && header.date[1] <= 31 && header.date[0] <= 12 ? 1 : 0;
    }

    [[nodiscard]] std::optional<DateOrder> order() const
    {
        if (m_yearFirst > m_dayFirst + m_monthFirst)
            return DateOrder::YearFirst;
        if (m_dayFirst > 0 || m_monthFirst > 0)
            return m_dayFirst >= m_monthFirst ? DateOrder::DayFirst : DateOrder::MonthFirst;
        const qint64 backDayFirst = stepsBack(DateOrder::DayFirst);
        const qint64 backMonthFirst = stepsBack(DateOrder::MonthFirst);
        if ((backDayFirst == 0) != (backMonthFirst == 0))
            return backDayFirst == 0 ? DateOrder::DayFirst : DateOrder::MonthFirst;
        const qint64 first = changes(0);
        const qint64 second = changes(1);
        if (first != second)
            return first > second ? DateOrder::DayFirst : DateOrder::MonthFirst;
        return customary();
    }

private:
    [[nodiscard]] qint64 stepsBack(DateOrder order) const
    {
        qint64 steps = 0;
        for (qsizetype i = 1; i < m_headers.size(); ++i)
            steps += m_headers.at(i).day(order) < m_headers.at(i - 1).day(order) ? 1 : 0;
        return steps;
    }

    [[nodiscard]] qint64 changes(size_t part) const
    {
        qint64 count = 0;
        for (qsizetype i = 1; i < m_headers.size(); ++i)
            count += m_headers.at(i).date[part] != m_headers.at(i - 1).date[part] ? 1 : 0;
        return count;
    }

    /// The custom of the phone's language, as far as the shape of date and time shows it.
    [[nodiscard]] std::optional<DateOrder> customary() const
    {
        const auto all = [this](auto rule) { return std::ranges::all_of(m_headers, rule); };
        const auto any = [this](auto rule) { return std::ranges::any_of(m_headers, rule); };
        const auto isPadded = [](const ChatHeader &h) {
            return (h.date[0] < 10 && h.digits[0] == 2) || (h.date[1] < 10 && h.digits[1] == 2);
        };
        const auto isShort = [](const ChatHeader &h) {
            return h.digits[0] == 1 || h.digits[1] == 1;
        };
        if (all([](const ChatHeader &h) { return h.date[0] == h.date[1]; }))
            return DateOrder::DayFirst; // both readings are the same
        if (all([](const ChatHeader &h) { return h.separator == u'.' || !h.twelveHours; }))
            return DateOrder::DayFirst;
        if (any([](const ChatHeader &h) { return h.spelledMarker; }) || any(isPadded))
            return DateOrder::DayFirst;
        if (any(isShort)
            && all([](const ChatHeader &h) { return h.capitalMarker && h.digits[2] == 2; }))
            return DateOrder::MonthFirst;
        return {};
    }

    QList<ChatHeader> m_headers;
    qint64 m_dayFirst = 0;
    qint64 m_monthFirst = 0;
    qint64 m_yearFirst = 0;
};

QString trimmedName(QStringView text)
{
    QString name = withoutMarks(text).simplified();
    if (name.startsWith(u'~')) // somebody who is not among the phone's contacts
        name = name.sliced(1).trimmed();
    return name;
}

class ChatReading
{
public:
    ChatReading(QString file, const WhatsAppOptions &options)
        : m_file(std::move(file))
        , m_options(options)
    { }

    void readLines(QStringView text);
    [[nodiscard]] Result<DateOrder> settleDays();
    void settleSenders();
    [[nodiscard]] ChatRecord record(const QString &path) const;
    [[nodiscard]] bool isEmpty() const { return m_entries.isEmpty(); }
    [[nodiscard]] QList<ImportIssue> takeIssues() { return std::move(m_issues); }

private:
    void addIssue(qint64 line, const QString &code, const QString &text)
    {
        m_issues.append({m_file, line, Severity::Warning, code, text});
    }
    [[nodiscard]] static qsizetype nameEnd(QStringView text, qsizetype from);
    static void splitSender(Entry &entry);
    void joinNamesWithColon();
    void findPseudoSenders();
    [[nodiscard]] QString groupName() const;

    QString m_file;
    const WhatsAppOptions &m_options;
    QList<Entry> m_entries;
    QList<ImportIssue> m_issues;
};

void ChatReading::readLines(QStringView text)
{
    qint64 strayLine = 0;
    forEachLine(text, [&](QStringView line, qint64 number) {
        if (const auto header = parseChatHeader(line)) {
            Entry entry;
            entry.line = number;
            entry.header = *header;
            entry.text = line.sliced(header->restAt).toString();
            m_entries.append(std::move(entry));
        } else if (!m_entries.isEmpty()) {
            m_entries.last().text += u'\n';
            m_entries.last().text += line;
        } else if (strayLine == 0 && !line.trimmed().isEmpty()) {
            strayLine = number;
        }
    });
    if (strayLine > 0 && !m_entries.isEmpty()) {
        addIssue(strayLine, u"text-before-first"_s,
            Exchange::tr(
                "Text before the first dated line belongs to no message and was left out."));
    }
}

/// Gives each entry its day. Dates that are written with different separators come from different
/// phones or programs, so each kind has an order of its own.
Result<DateOrder> ChatReading::settleDays()
{
    std::map<char16_t, OrderFinder> finders;
    std::map<char16_t, qint64> counts;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (!entry.header.isYearFirst()) {
            finders[entry.header.separator].see(entry.header);
            ++counts[entry.header.separator];
        }
    }
    std::map<char16_t, DateOrder> orders;
    for (const auto &[separator, finder] : finders) {
        const auto order = m_options.dateOrder ? m_options.dateOrder : finder.order();
        if (!order) {
            return fail(Error::Code::Rejected,
                Exchange::tr("In %1 every date can be read as day/month and as month/day. Say "
                             "which it is (--date-order dmy or mdy).")
                    .arg(m_file));
        }
        orders[separator] = *order;
    }
    QList<Entry> dated;
    for (Entry &entry : m_entries) {
        const auto order = orders.find(entry.header.separator);
        entry.day = entry.header.day(order == orders.end() ? DateOrder::YearFirst : order->second);
        if (entry.day.isValid()) {
            dated.append(std::move(entry));
            continue;
        }
        // Something that somebody quoted; it belongs to the message before it.
        addIssue(entry.line, u"bad-date"_s,
            Exchange::tr("The line begins with an impossible date. It was read as part of the "
                         "message before it."));
        if (!dated.isEmpty())
            dated.last().text += u'\n' + entry.text;
    }
    const bool mostlyWrong = dated.size() * 2 < m_entries.size();
    m_entries = std::move(dated);
    if (mostlyWrong || m_entries.isEmpty()) {
        return fail(Error::Code::Rejected,
            Exchange::tr("Most dates of %1 are impossible in the given order of day and month.")
                .arg(m_file));
    }
    const auto most =
        std::ranges::max_element(counts, {}, [](const auto &entry) { return entry.second; });
    return most == counts.end() ? DateOrder::YearFirst : orders.at(most->first);
}

/// Where the `: ` behind a name stands, or the `:` at the end of the line; -1 where there is none.
qsizetype ChatReading::nameEnd(QStringView text, qsizetype from)
{
    for (qsizetype i = from; i < text.size() && text[i] != u'\n'; ++i) {
        const bool ends = i + 1 == text.size() || text[i + 1].isSpace();
        if (text[i] == u':' && ends)
            return i;
    }
    return -1;
}

void ChatReading::splitSender(Entry &entry)
{
    const qsizetype end = nameEnd(entry.text, 0);
    const QString name = end > 0 ? trimmedName(QStringView(entry.text).first(end)) : QString();
    // A notice about a new subject quotes it, and a subject may have a colon.
    const bool quotes = std::ranges::any_of(
        name, [](QChar c) { return c == u'"' || c == u'“' || c == u'„' || c == u'«'; });
    if (name.isEmpty() || name.size() > LongestName || quotes) {
        entry.isSystem = true;
        entry.body = withoutMarks(entry.text).trimmed();
        return;
    }
    entry.sender = name;
    QStringView body = QStringView(entry.text).sliced(end + 1);
    if (body.startsWith(u' '))
        body = body.sliced(1);
    entry.marked = body.startsWith(QChar(0x200E));
    entry.body = body.trimmed().toString();
}

/// A name can contain a colon: where everything that one name says begins with the same words and a
/// colon, these belong to the name.
void ChatReading::joinNamesWithColon()
{
    constexpr int EnoughMessages = 5; // fewer may begin alike by chance
    struct Extension
    {
        QString words;
        int count = 0;
        bool isCommon = true;
    };
    std::map<QString, Extension> extensions;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.isSystem || entry.marked)
            continue;
        const qsizetype end = nameEnd(entry.body, 0);
        const QString words =
            end > 0 && end < LongestName / 2 ? entry.body.first(end + 1) : QString();
        Extension &extension = extensions[entry.sender];
        if (extension.count++ == 0)
            extension.words = words;
        extension.isCommon = extension.isCommon && !words.isEmpty() && extension.words == words;
    }
    for (Entry &entry : m_entries) {
        const auto found = extensions.find(entry.sender);
        if (entry.isSystem || found == extensions.end() || !found->second.isCommon
            || found->second.count < EnoughMessages || !entry.body.startsWith(found->second.words))
            continue;
        entry.sender += u": "_s + found->second.words.chopped(1);
        entry.body = entry.body.sliced(found->second.words.size()).trimmed();
    }
}

/// iOS writes notices of a group as if the group had said them, each with a mark before it.
void ChatReading::findPseudoSenders()
{
    std::map<QString, bool> onlyNotices;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.isSystem)
            continue;
        const bool notice = entry.marked
            && !isMediaMarker(withoutMarks(entry.body).section(u'\n', 0, 0).trimmed())
            && (isNotice(entry.body, true) || isGroupNotice(entry.body));
        const auto [found, added] = onlyNotices.try_emplace(entry.sender, notice);
        found->second = found->second && notice;
    }
    for (Entry &entry : m_entries) {
        if (entry.isSystem)
            continue;
        entry.isSystem = isPseudoSender(entry.sender) || onlyNotices[entry.sender]
            || isNotice(entry.body, entry.marked);
        if (entry.isSystem) {
            entry.sender.clear();
            entry.body = withoutMarks(entry.body);
        }
    }
}

void ChatReading::settleSenders()
{
    for (Entry &entry : m_entries)
        splitSender(entry);
    joinNamesWithColon();
    findPseudoSenders();
    for (Entry &entry : m_entries) {
        if (entry.marked && !entry.body.isEmpty() && isInvisibleMark(entry.body.front()))
            entry.body.remove(0, 1);
    }
}

/// What the group calls itself: the last name between quotes in a notice.
QString ChatReading::groupName() const
{
    static const QRegularExpression quoted(u"[\"“„«]([^\"“”„«»]{1,100})[\"”“»]\\.?$"_s);
    QString name;
    for (const Entry &entry : m_entries) {
        if (!entry.isSystem)
            continue;
        if (const auto match = quoted.match(entry.body); match.hasMatch())
            name = match.captured(1).trimmed();
    }
    return name;
}

ChatRecord ChatReading::record(const QString &path) const
{
    ChatRecord chat;
    chat.file = m_file;
    std::map<QString, int> ordinals;
    const Entry *first = nullptr;
    for (const Entry &entry : m_entries) {
        const Moment sentAt {localToInstant(entry.day, entry.header.time, m_options.zone),
            entry.header.hasSeconds ? Precision::Exact : Precision::Minute};
        const QString key = hashed({localTime(entry), entry.sender, keyBody(entry)});
        const int ordinal = ++ordinals[key];
        chat.messages.append(
            {entry.line, entry.sender, sentAt, entry.body, key + u'-' + QString::number(ordinal)});
        if (!entry.isSystem && !chat.senders.contains(entry.sender))
            chat.senders.append(entry.sender);
        chat.isGroup = chat.isGroup || (entry.isSystem && isGroupNotice(entry.body));
        if (!first || (first->isSystem && !entry.isSystem))
            first = &entry;
    }
    constexpr qsizetype OfAPrivateChat = 2;
    chat.isGroup = chat.isGroup || chat.senders.size() > OfAPrivateChat;
    if (first)
        chat.externalId = hashed({u"whatsapp"_s, localTime(*first), keyBody(*first)});
    chat.title = chatTitleFromFileName(m_file);
    if (chat.title.isEmpty())
        chat.title = chatTitleFromFileName(QFileInfo(path).absoluteDir().dirName());
    if (chat.title.isEmpty() && chat.isGroup)
        chat.title = groupName();
    if (chat.title.isEmpty()) {
        constexpr qsizetype Most = 4;
        chat.title = chat.senders.first(std::min(chat.senders.size(), Most)).join(u", "_s);
    }
    if (chat.title.isEmpty())
        chat.title = QFileInfo(m_file).completeBaseName();
    return chat;
}
} // namespace

QString chatTitleFromFileName(const QString &fileName)
{
    static const QRegularExpression title(
        u"^(?:WhatsApp[ -]Chat (?:with|mit|met|con|avec|com|-)|WhatsApp Chat:|Chat de WhatsApp con|"
        "Chat WhatsApp con|Conversa do WhatsApp com|Discussion WhatsApp avec|Czat WhatsApp z|"
        "Чат WhatsApp с(?: контактом)?) (.+?)(?: ?\\(\\d+\\))?(?:\\.txt|\\.zip)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return title.match(withoutMarks(fileName).normalized(QString::NormalizationForm_C))
        .captured(1)
        .trimmed();
}

Result<WhatsAppChat> readWhatsApp(
    const QString &path, const WhatsAppOptions &options, const ReadProgress &progress)
{
    if (auto text = requireText(path); !text)
        return tl::unexpected(std::move(text).error());
    auto reader = TextReader::open(path);
    if (!reader)
        return tl::unexpected(std::move(reader).error());
    if (reader->bytesTotal() > LargestChat)
        return fail(Error::Code::Rejected,
            Exchange::tr("%1 is larger than any exported chat.").arg(reader->file()));
    const auto text = readAll(*reader, progress);
    if (!text)
        return tl::unexpected(text.error());
    ChatReading reading(reader->file(), options);
    reading.readLines(*text);
    if (reading.isEmpty()) {
        return fail(Error::Code::Rejected,
            Exchange::tr("%1 is no exported WhatsApp chat: no line begins with a date and a time.")
                .arg(reader->file()));
    }
    const auto order = reading.settleDays();
    if (!order)
        return tl::unexpected(order.error());
    reading.settleSenders();
    WhatsAppChat result;
    result.chat = reading.record(path);
    result.dateOrder = *order;
    result.encoding = reader->encoding();
    result.issues = reader->takeIssues() + reading.takeIssues();
    return result;
}
