// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csvmapping.h"

#include "base/text.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace {
constexpr std::array fieldNames {"id"_L1, "name"_L1, "first_name"_L1, "last_name"_L1, "email"_L1,
    "phone"_L1, "company"_L1, "title"_L1, "source"_L1, "owner"_L1, "labels"_L1, "notes"_L1,
    "value"_L1, "currency"_L1, "created"_L1, "stage"_L1, "first_seen"_L1};

/// A column that a system writes; `column` as normalised() has it. Earlier entries of one field
/// win.
struct Known
{
    QLatin1StringView column;
    QLatin1StringView field;
};

constexpr std::array hubspot {
    Known {"record id"_L1, "id"_L1},
    Known {"contact id"_L1, "id"_L1},
    Known {"deal name"_L1, "name"_L1},
    Known {"company name"_L1, "company"_L1},
    Known {"associated company"_L1, "company"_L1},
    Known {"phone number"_L1, "phone"_L1},
    Known {"contact owner"_L1, "owner"_L1},
    Known {"deal owner"_L1, "owner"_L1},
    Known {"company owner"_L1, "owner"_L1},
    Known {"lifecycle stage"_L1, "stage"_L1},
    Known {"deal stage"_L1, "stage"_L1},
    Known {"create date"_L1, "created"_L1},
    Known {"original source"_L1, "source"_L1},
    Known {"original traffic source"_L1, "source"_L1},
    Known {"amount"_L1, "value"_L1},
};
constexpr std::array pipedrive {
    Known {"person id"_L1, "id"_L1},
    Known {"contact person id"_L1, "id"_L1},
    Known {"deal id"_L1, "id"_L1},
    Known {"id"_L1, "id"_L1},
    Known {"contact person"_L1, "name"_L1},
    Known {"person name"_L1, "name"_L1},
    Known {"deal contact person"_L1, "name"_L1},
    Known {"name"_L1, "name"_L1},
    Known {"organization"_L1, "company"_L1},
    Known {"organization name"_L1, "company"_L1},
    Known {"owner"_L1, "owner"_L1},
    Known {"stage"_L1, "stage"_L1},
    Known {"label"_L1, "labels"_L1},
    Known {"labels"_L1, "labels"_L1},
    Known {"source channel"_L1, "source"_L1},
    Known {"value"_L1, "value"_L1},
    Known {"currency of value"_L1, "currency"_L1},
    Known {"currency"_L1, "currency"_L1},
    Known {"deal created"_L1, "created"_L1},
    Known {"deal deal created"_L1, "created"_L1},
    Known {"person created"_L1, "created"_L1},
    Known {"won time"_L1, "entered:customer"_L1},
    Known {"lost time"_L1, "entered:lost"_L1},
    Known {"email"_L1, "email"_L1},
    Known {"email work"_L1, "email"_L1},
    Known {"phone"_L1, "phone"_L1},
    Known {"phone work"_L1, "phone"_L1},
};
constexpr std::array salesforce {
    Known {"id"_L1, "id"_L1},
    Known {"lead id"_L1, "id"_L1},
    Known {"contact id"_L1, "id"_L1},
    Known {"opportunity id"_L1, "id"_L1},
    Known {"firstname"_L1, "first_name"_L1},
    Known {"lastname"_L1, "last_name"_L1},
    Known {"company account"_L1, "company"_L1},
    Known {"account name"_L1, "company"_L1},
    Known {"leadsource"_L1, "source"_L1},
    Known {"lead source"_L1, "source"_L1},
    Known {"lead owner"_L1, "owner"_L1},
    Known {"contact owner"_L1, "owner"_L1},
    Known {"opportunity owner"_L1, "owner"_L1},
    Known {"ownerid"_L1, "owner"_L1},
    Known {"lead status"_L1, "stage"_L1},
    Known {"stagename"_L1, "stage"_L1},
    Known {"createddate"_L1, "created"_L1},
    Known {"create date"_L1, "created"_L1},
    Known {"created date"_L1, "created"_L1},
    Known {"converteddate"_L1, "entered:customer"_L1},
    Known {"amount"_L1, "value"_L1},
    Known {"currencyisocode"_L1, "currency"_L1},
};
constexpr std::array google {
    Known {"given name"_L1, "first_name"_L1},
    Known {"family name"_L1, "last_name"_L1},
    Known {"organization name"_L1, "company"_L1},
    Known {"organization title"_L1, "title"_L1},
    Known {"organization 1 name"_L1, "company"_L1},
    Known {"organization 1 title"_L1, "title"_L1},
    Known {"e mail 1 value"_L1, "email"_L1},
    Known {"email 1 value"_L1, "email"_L1},
    Known {"phone 1 value"_L1, "phone"_L1},
    Known {"labels"_L1, "labels"_L1},
    Known {"group membership"_L1, "labels"_L1},
};
constexpr std::array outlook {
    Known {"e mail address"_L1, "email"_L1},
    Known {"mobile phone"_L1, "phone"_L1},
    Known {"business phone"_L1, "phone"_L1},
    Known {"home phone"_L1, "phone"_L1},
    Known {"job title"_L1, "title"_L1},
    Known {"categories"_L1, "labels"_L1},
};
constexpr std::array linkedin {
    Known {"url"_L1, "handle:linkedin"_L1},
    Known {"email address"_L1, "email"_L1},
    Known {"position"_L1, "title"_L1},
    Known {"connected on"_L1, "first_seen"_L1},
};
/// Words that mean the same wherever they stand.
constexpr std::array common {
    Known {"full name"_L1, "name"_L1},
    Known {"fullname"_L1, "name"_L1},
    Known {"contact name"_L1, "name"_L1},
    Known {"display name"_L1, "name"_L1},
    Known {"first name"_L1, "first_name"_L1},
    Known {"last name"_L1, "last_name"_L1},
    Known {"surname"_L1, "last_name"_L1},
    Known {"e mail"_L1, "email"_L1},
    Known {"mail"_L1, "email"_L1},
    Known {"email address"_L1, "email"_L1},
    Known {"e mail address"_L1, "email"_L1},
    Known {"phone number"_L1, "phone"_L1},
    Known {"mobile"_L1, "phone"_L1},
    Known {"mobile phone"_L1, "phone"_L1},
    Known {"telephone"_L1, "phone"_L1},
    Known {"company name"_L1, "company"_L1},
    Known {"organization"_L1, "company"_L1},
    Known {"organisation"_L1, "company"_L1},
    Known {"account name"_L1, "company"_L1},
    Known {"job title"_L1, "title"_L1},
    Known {"position"_L1, "title"_L1},
    Known {"lead source"_L1, "source"_L1},
    Known {"origin"_L1, "source"_L1},
    Known {"label"_L1, "labels"_L1},
    Known {"tags"_L1, "labels"_L1},
    Known {"tag"_L1, "labels"_L1},
    Known {"note"_L1, "notes"_L1},
    Known {"amount"_L1, "value"_L1},
    Known {"created at"_L1, "created"_L1},
    Known {"create date"_L1, "created"_L1},
    Known {"created date"_L1, "created"_L1},
    Known {"first seen"_L1, "first_seen"_L1},
    Known {"first contact date"_L1, "first_seen"_L1},
    Known {"linkedin"_L1, "handle:linkedin"_L1},
    Known {"linkedin url"_L1, "handle:linkedin"_L1},
    Known {"twitter"_L1, "handle:x"_L1},
    Known {"instagram"_L1, "handle:instagram"_L1},
};

/// Letters and digits in lower case, anything else as one space: "E-mail 1 - Value" is "e mail 1
/// value".
QString normalised(const QString &column)
{
    QString text;
    for (const QChar c : column)
        text += c.isLetterOrNumber() ? c.toLower() : QChar(u' ');
    return text.simplified();
}

struct Header
{
    QStringList columns; ///< as the file has them
    QStringList normal; ///< normalised, without a prefix of Pipedrive
    QStringList prefixed; ///< normalised, with it
    bool hasPrefixes = false;

    explicit Header(const QStringList &header)
        : columns(header)
    {
        for (const QString &column : header) {
            QString plain = column;
            for (const auto &prefix : {"Deal - "_L1, "Person - "_L1, "Organization - "_L1,
                     "Activity - "_L1, "Lead - "_L1}) {
                if (column.startsWith(prefix)) {
                    plain = column.sliced(prefix.size());
                    hasPrefixes = true;
                }
            }
            normal.append(normalised(plain));
            prefixed.append(normalised(column));
        }
    }
    [[nodiscard]] bool has(QLatin1StringView column) const { return normal.contains(column); }
    [[nodiscard]] bool hasAny(std::initializer_list<QLatin1StringView> names) const
    {
        return std::ranges::any_of(names, [this](QLatin1StringView name) { return has(name); });
    }
};

QString systemOf(const Header &header)
{
    const bool personNames = header.has("first name"_L1) || header.has("last name"_L1);
    if (header.hasPrefixes
        || header.hasAny({"deal created"_L1, "currency of value"_L1, "contact person id"_L1}))
        return u"pipedrive"_s;
    if (header.has("record id"_L1)
        || (header.has("contact id"_L1)
            && header.hasAny({"lifecycle stage"_L1, "original source"_L1})))
        return u"hubspot"_s;
    if (header.has("id"_L1)
        && header.hasAny(
            {"firstname"_L1, "lastname"_L1, "ownerid"_L1, "stagename"_L1, "accountid"_L1}))
        return u"salesforce"_s;
    if (header.hasAny(
            {"lead id"_L1, "company account"_L1, "opportunity owner"_L1, "lead owner"_L1}))
        return u"salesforce"_s;
    if (header.has("connected on"_L1) && personNames)
        return u"linkedin"_s;
    if (header.hasAny({"e mail 1 value"_L1, "email 1 value"_L1, "group membership"_L1,
            "organization 1 name"_L1}))
        return u"google"_s;
    if (header.has("e mail address"_L1)
        && header.hasAny(
            {"business phone"_L1, "home phone"_L1, "e mail type"_L1, "mobile phone"_L1}))
        return u"outlook"_s;
    return {};
}

/// The stage of `Date entered "Lead (Lifecycle Stage Pipeline)"`, `Date entered Customer` or
/// `Became a Customer Date`.
QString enteredStage(const QString &column)
{
    QString stage;
    const QString plain = column.simplified();
    if (plain.startsWith("Date entered "_L1, Qt::CaseInsensitive)) {
        stage = plain.sliced(13);
    } else if (plain.startsWith("Became a"_L1, Qt::CaseInsensitive)
        && plain.endsWith(" date"_L1, Qt::CaseInsensitive)) {
        stage = plain.sliced(8).chopped(5);
        stage = stage.startsWith("n "_L1) ? stage.sliced(2) : stage;
    }
    if (const qsizetype bracket = stage.lastIndexOf(u'('); bracket > 0)
        stage.truncate(bracket);
    return stage.remove(u'"').trimmed();
}

class Guess
{
public:
    explicit Guess(const Header &header)
        : m_header(header)
    { }
    void addOwn()
    {
        for (const QString &column : m_header.columns) {
            const QString field = column.trimmed();
            if (isField(field))
                add(field, column);
            else if (isField(field.toLower()))
                add(field.toLower(), column);
        }
    }
    void addEntered()
    {
        for (const QString &column : m_header.columns) {
            if (const QString stage = enteredStage(column); !stage.isEmpty())
                add(u"entered:"_s + stage, column);
        }
    }
    template<typename Table>
    void addKnown(const Table &table)
    {
        for (const Known &known : table) {
            qsizetype at = m_header.prefixed.indexOf(known.column);
            if (at < 0)
                at = m_header.normal.indexOf(known.column);
            if (at >= 0)
                add(QString(known.field), m_header.columns.at(at));
        }
    }
    [[nodiscard]] const QList<FieldMapping> &fields() const { return m_fields; }

private:
    void add(const QString &field, const QString &column)
    {
        for (const FieldMapping &taken : m_fields) {
            if (taken.field == field || taken.column == column)
                return;
        }
        if (!column.trimmed().isEmpty())
            m_fields.append({field, column});
    }

    const Header &m_header;
    QList<FieldMapping> m_fields;
};

void addSystem(Guess &guess, const QString &system)
{
    if (system == "hubspot"_L1)
        guess.addKnown(hubspot);
    else if (system == "pipedrive"_L1)
        guess.addKnown(pipedrive);
    else if (system == "salesforce"_L1)
        guess.addKnown(salesforce);
    else if (system == "google"_L1)
        guess.addKnown(google);
    else if (system == "outlook"_L1)
        guess.addKnown(outlook);
    else if (system == "linkedin"_L1)
        guess.addKnown(linkedin);
}

/// Letters and digits alone, whatever the case and the marks: what two names have in common that mean the same.
QString lettersOf(const QString &name)
{
    return normalised(foldText(name)).remove(u' ');
}

/// A field whose name has the letters of \a column.
QString fieldLike(const QString &column)
{
    const QString letters = lettersOf(column);
    for (const auto &name : fieldNames) {
        if (lettersOf(name) == letters)
            return name;
    }
    for (const Known &known : common) {
        if (lettersOf(known.column) == letters)
            return known.field;
    }
    const QStringList words = normalised(column).split(u' ');
    return words.size() == 2 && words.first() == "handle"_L1 ? u"handle:"_s + words.last()
                                                             : QString();
}

/// The entry into the stage that \a column names, with nothing beside it but words for "the day somebody got there".
QString entryLike(const QString &column, const QList<Stage> &stages)
{
    static const QStringList fillers {u"entered"_s, u"entry"_s, u"became"_s, u"date"_s, u"day"_s,
        u"time"_s, u"since"_s, u"on"_s, u"at"_s, u"stage"_s};
    QStringList words = normalised(foldText(column)).split(u' ');
    words.removeIf([](const QString &word) { return fillers.contains(word); });
    const QString named = words.join(QString());
    const QString letters = lettersOf(column);
    for (const Stage &stage : stages) {
        for (const QString &name : {lettersOf(stage.key), lettersOf(stage.name)}) {
            // A stage may be called by a filler, as "Entry".
            if (!name.isEmpty()
                && (name == named || name == letters || u"entered"_s + name == letters))
                return u"entered:"_s + stage.key;
        }
    }
    return {};
}

/// \a field with its stage by key.
QString withKey(const QString &field, const QList<Stage> &stages)
{
    if (!field.startsWith("entered:"_L1))
        return field;
    const int stage = indexOfStage(stages, QStringView(field).mid(8));
    return stage < 0 ? field : u"entered:"_s + stages.at(stage).key;
}
} // namespace

QStringList plainFields()
{
    QStringList fields;
    for (const auto &name : fieldNames)
        fields.append(name);
    return fields;
}

bool isField(const QString &field)
{
    if (std::ranges::find(fieldNames, field) != fieldNames.end())
        return true;
    const qsizetype colon = field.indexOf(u':');
    return field.size() > colon + 1
        && (field.startsWith("handle:"_L1) || field.startsWith("entered:"_L1));
}

GuessedMapping guessMapping(const QStringList &columns)
{
    const Header header(columns);
    GuessedMapping guessed;
    guessed.system = systemOf(header);
    Guess guess(header);
    if (guessed.system.isEmpty()) {
        guess.addOwn();
        const bool ours = std::ranges::any_of(guess.fields(), [](const FieldMapping &mapping) {
            return mapping.field.contains(u'_') || mapping.field.contains(u':');
        });
        guessed.system = ours ? u"pullpush"_s : QString();
    }
    addSystem(guess, guessed.system);
    guess.addEntered();
    // What a deal is called is no job title and its own name no person's.
    if (guessed.system != "pipedrive"_L1)
        guess.addOwn();
    guess.addKnown(common);
    guessed.mapping.fields = guess.fields();
    // Our own files come from any system; only foreign ones name the space of their ids.
    if (guessed.system != "pullpush"_L1)
        guessed.mapping.idSpace = guessed.system;
    return guessed;
}

qsizetype indexOfColumn(const QStringList &header, const QString &column)
{
    if (const qsizetype exact = header.indexOf(column); exact >= 0)
        return exact;
    const QString wanted = column.trimmed();
    for (qsizetype i = 0; i < header.size(); ++i) {
        if (header.at(i).trimmed().compare(wanted, Qt::CaseInsensitive) == 0)
            return i;
    }
    return -1;
}

QList<UnusedColumn> unusedColumns(
    const QStringList &header, const QList<FieldMapping> &fields, const QList<Stage> &stages)
{
    QSet<qsizetype> used;
    QSet<QString> taken;
    for (const FieldMapping &mapping : fields) {
        used.insert(indexOfColumn(header, mapping.column));
        taken.insert(withKey(mapping.field, stages));
    }
    // What the guess passes over although it is called as a field means something else, as a deal's title.
    const bool isGuess = guessMapping(header).mapping.fields == fields;
    QList<UnusedColumn> unused;
    for (qsizetype i = 0; i < header.size(); ++i) {
        const QString column = header.at(i).trimmed();
        if (column.isEmpty() || used.contains(i))
            continue;
        QString likely = isGuess && isField(column.toLower()) ? QString() : fieldLike(column);
        if (likely.isEmpty())
            likely = entryLike(column, stages);
        if (taken.contains(likely))
            likely.clear();
        unused.append({QString(), column, likely});
    }
    return unused;
}
