// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "domain/prospect.h"

#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

#include <optional>

using namespace Qt::StringLiterals;

namespace {
/// Where a network keeps its profiles.
struct ProfileHost
{
    QLatin1StringView network; ///< the key, or how keys begin: "linkedin" is "linkedin-member" too
    QLatin1StringView host;
    QLatin1StringView before; ///< what may stand in the path before the name, between spaces
    QLatin1StringView others; ///< what begins a path to something that is nobody's profile
};
constexpr ProfileHost ProfileHosts[] {
    {"linkedin"_L1, "linkedin.com"_L1, " in pub company school showcase "_L1,
        " feed posts pulse groups jobs events "_L1},
    {"x"_L1, "x.com"_L1, {}, " i intent share search hashtag home "_L1},
    {"x"_L1, "twitter.com"_L1, {}, " i intent share search hashtag home "_L1},
    {"instagram"_L1, "instagram.com"_L1, " stories _u "_L1, " p reel reels tv explore share "_L1},
    {"threads"_L1, "threads.net"_L1, {}, " t "_L1},
    {"threads"_L1, "threads.com"_L1, {}, " t "_L1},
    {"bluesky"_L1, "bsky.app"_L1, " profile "_L1, {}},
    {"facebook"_L1, "facebook.com"_L1, " pg "_L1,
        " groups share events watch photo photo.php permalink.php story.php "_L1},
    {"facebook"_L1, "fb.com"_L1, " pg "_L1, {}},
    {"tiktok"_L1, "tiktok.com"_L1, {}, " t tag music video "_L1},
    {"youtube"_L1, "youtube.com"_L1, " c user channel "_L1,
        " watch shorts live playlist embed hashtag "_L1},
    {"pinterest"_L1, "pinterest.com"_L1, {}, " pin "_L1},
    {"reddit"_L1, "reddit.com"_L1, " user u r "_L1, " comments "_L1},
    {"telegram"_L1, "t.me"_L1, " s "_L1, " c joinchat "_L1},
    {"telegram"_L1, "telegram.me"_L1, " s "_L1, " c joinchat "_L1},
    {"xing"_L1, "xing.com"_L1, " profile "_L1, {}},
    {"whatsapp"_L1, "wa.me"_L1, {}, " message qr "_L1},
    {"whatsapp"_L1, "whatsapp.com"_L1, {}, " channel catalog "_L1},
};

bool isOfNetwork(const QString &network, QLatin1StringView key)
{
    return network == key
        || (network.startsWith(key) && network.size() > key.size()
            && network.at(key.size()) == u'-');
}

/// \a value as an address of the web, with or without its scheme.
std::optional<QUrl> webAddress(const QString &value)
{
    const bool hasScheme = value.contains("://"_L1);
    if (hasScheme && !value.startsWith("http"_L1, Qt::CaseInsensitive))
        return {};
    const QUrl url(hasScheme ? value : "https://"_L1 + value);
    if (!url.isValid() || !url.host().contains(u'.'))
        return {};
    return url;
}

QStringList pathSegments(const QUrl &url)
{
    return url.path(QUrl::FullyDecoded).split(u'/', Qt::SkipEmptyParts);
}

QString withoutAtSign(QString name)
{
    if (name.startsWith(u'@'))
        name.remove(0, 1);
    return name;
}

bool isAmong(QLatin1StringView words, const QString &word)
{
    return words.contains(u' ' + word.toLower() + u' ');
}

/// A number in an address of WhatsApp begins with the country's code.
QString internationalNumber(const QString &number)
{
    return !number.isEmpty() && number.front().isDigit() ? u'+' + number : number;
}

/// The name that \a url has on the host \a known; nothing where it leads to nobody's profile.
std::optional<QString> nameOn(const ProfileHost &known, const QUrl &url)
{
    QStringList path = pathSegments(url);
    if (path.isEmpty() && url.fragment().startsWith("!/"_L1)) // as Twitter once wrote them
        path = url.fragment(QUrl::FullyDecoded).mid(2).split(u'/', Qt::SkipEmptyParts);
    if (path.isEmpty() || isAmong(known.others, path.first()))
        return {};
    const QUrlQuery query(url);
    if (known.network == "facebook"_L1 && path.first() == "profile.php"_L1)
        return query.queryItemValue(u"id"_s);
    if (known.network == "facebook"_L1
        && (path.first() == "people"_L1 || path.first() == "pages"_L1))
        return path.last();
    if (known.network == "whatsapp"_L1)
        return internationalNumber(path.first() == "send"_L1
                ? query.queryItemValue(u"phone"_s, QUrl::FullyDecoded)
                : path.first());
    return path.size() > 1 && isAmong(known.before, path.first()) ? path.at(1) : path.first();
}

/// The name in a profile's address, also where its host was left out (“in/anna-berg”, “u/anna”); nothing where \a value is no such address.
std::optional<QString> nameInAddress(const QString &network, const QString &value)
{
    const auto url = webAddress(value);
    const QString host = url ? url->host().toLower() : QString();
    for (const ProfileHost &known : ProfileHosts) {
        if (!isOfNetwork(network, known.network))
            continue;
        const QStringList path = url ? QStringList() : value.split(u'/', Qt::SkipEmptyParts);
        if (path.size() > 1 && isAmong(known.before, path.first()))
            return path.at(1);
        if (url && (host == known.host || host.endsWith(QString(u'.') + known.host)))
            return nameOn(known, *url);
    }
    return {};
}

/// A host name in ASCII; as it is where it is none.
QString asciiHost(const QString &host)
{
    QString lower = host.toLower();
    if (lower.endsWith(u'.'))
        lower.chop(1);
    const QByteArray ace = QUrl::toAce(lower);
    return ace.isEmpty() ? lower : QString::fromLatin1(ace);
}

QString normalisedMail(const QString &value)
{
    QString address = value;
    // “Name <address>” as mail programs copy it.
    const qsizetype open = address.lastIndexOf(u'<');
    if (open >= 0 && address.endsWith(u'>'))
        address = address.sliced(open + 1).chopped(1).trimmed();
    if (address.startsWith("mailto:"_L1, Qt::CaseInsensitive))
        address = address.sliced(7).section(u'?', 0, 0).trimmed();
    const qsizetype at = address.lastIndexOf(u'@');
    if (at < 0)
        return foldText(address);
    return address.left(at).normalized(QString::NormalizationForm_C).toLower() + u'@'
        + asciiHost(address.mid(at + 1));
}

/// Where the extension begins in a phone number: “;ext=12”, “ext. 12”, “x12”, “#12”; -1 without.
qsizetype extensionStart(const QString &number)
{
    for (const QLatin1StringView word : {";"_L1, "ext"_L1, "x"_L1, "#"_L1, "durchwahl"_L1}) {
        const qsizetype at = number.indexOf(word, 0, Qt::CaseInsensitive);
        if (at > 0)
            return at;
    }
    return -1;
}

/// Digits, with + before a country's code; nothing where \a value is no number.
std::optional<QString> normalisedPhone(const QString &value)
{
    QString number = value;
    if (number.startsWith("tel:"_L1, Qt::CaseInsensitive))
        number.remove(0, 4);
    if (const qsizetype extension = extensionStart(number); extension > 0)
        number.truncate(extension);
    QString digits;
    for (const QChar c : std::as_const(number)) {
        if (c.isDigit())
            digits += QChar(u'0' + c.digitValue());
        else if (c == u'+' && digits.isEmpty())
            digits += c;
        else if (c.isLetter())
            return {};
    }
    if (digits.startsWith("00"_L1))
        digits.replace(0, 2, u'+');
    // “+49 (0)30”: the zero is dialled within the country alone.
    if (digits.startsWith(u'+') && number.contains("(0)"_L1)) {
        const QString before = number.section(u"(0)"_s, 0, 0);
        qsizetype code = 0;
        for (const QChar c : before)
            code += c.isDigit() ? 1 : 0;
        const qsizetype zero = before.trimmed().startsWith(u'+') ? code + 1 : code - 1;
        if (zero > 0 && zero < digits.size() && digits.at(zero) == u'0')
            digits.remove(zero, 1);
    }
    if (digits.size() < 2)
        return {};
    return digits;
}

/// user@host, from @user@host, acct:user@host, https://host/@user and https://host/users/user.
QString normalisedMastodon(const QString &value)
{
    QString text = value;
    if (text.startsWith("acct:"_L1, Qt::CaseInsensitive))
        text.remove(0, 5);
    text = withoutAtSign(text);
    const auto url = text.contains(u'/') ? webAddress(text) : std::nullopt;
    const QStringList path = url ? pathSegments(*url) : QStringList();
    if (!path.isEmpty()) {
        const bool isNamed = path.first() == "users"_L1 && path.size() > 1;
        const QString name = withoutAtSign(isNamed ? path.at(1) : path.first());
        text = name.contains(u'@') ? name : name + u'@' + url->host();
    }
    const qsizetype at = text.lastIndexOf(u'@');
    if (at < 0)
        return foldText(text);
    return foldText(text.left(at)) + u'@' + asciiHost(text.mid(at + 1).trimmed());
}

QString normalisedPage(const QString &value)
{
    const auto url = webAddress(value);
    if (!url)
        return foldText(value);
    QString host = asciiHost(url->host());
    if (host.startsWith("www."_L1))
        host.remove(0, 4);
    QString path = url->path(QUrl::FullyDecoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    return host + path + (url->hasQuery() ? u'?' + url->query() : QString());
}
} // namespace

QString normalisedHandle(const QString &network, const QString &value)
{
    const QString typed = value.trimmed();
    if (network == "email"_L1)
        return normalisedMail(typed);
    if (network == "web"_L1)
        return normalisedPage(typed);
    if (network == "mastodon"_L1)
        return normalisedMastodon(typed);
    const QString name = nameInAddress(network, typed).value_or(typed);
    if (network == "phone"_L1 || network == "whatsapp"_L1) {
        const auto number = normalisedPhone(name);
        // A chat of WhatsApp names people by number or by name.
        return number ? *number : withoutAtSign(foldText(name));
    }
    return withoutAtSign(foldText(name));
}
