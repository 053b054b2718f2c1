// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/persondocument.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>
#include <QPageLayout>
#include <QPdfWriter>
#include <QTextDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace {
struct PersonDocumentWords
{
    Q_DECLARE_TR_FUNCTIONS(PersonDocument)
};

struct PersonSection
{
    const char16_t *key;
    const char *title;
};
constexpr PersonSection Sections[] {
    {u"prospect", QT_TRANSLATE_NOOP("PersonDocument", "Who")},
    {u"company", QT_TRANSLATE_NOOP("PersonDocument", "Company")},
    {u"handles", QT_TRANSLATE_NOOP("PersonDocument", "Ways to reach them")},
    {u"labels", QT_TRANSLATE_NOOP("PersonDocument", "Labels")},
    {u"customFields", QT_TRANSLATE_NOOP("PersonDocument", "The team's own fields")},
    {u"consents", QT_TRANSLATE_NOOP("PersonDocument", "Consent and legal basis")},
    {u"touches", QT_TRANSLATE_NOOP("PersonDocument", "Touches")},
    {u"moves", QT_TRANSLATE_NOOP("PersonDocument", "Moves")},
    {u"proposals", QT_TRANSLATE_NOOP("PersonDocument", "Proposed moves")},
    {u"offers", QT_TRANSLATE_NOOP("PersonDocument", "Offers")},
    {u"facts", QT_TRANSLATE_NOOP("PersonDocument", "Homework")},
    {u"followUps", QT_TRANSLATE_NOOP("PersonDocument", "Next steps")},
    {u"handovers", QT_TRANSLATE_NOOP("PersonDocument", "Handovers")},
    {u"overrides", QT_TRANSLATE_NOOP("PersonDocument", "Guardrails that were passed")},
    {u"merges", QT_TRANSLATE_NOOP("PersonDocument", "Merged records")},
    {u"conversations", QT_TRANSLATE_NOOP("PersonDocument", "Conversations")},
    {u"history", QT_TRANSLATE_NOOP("PersonDocument", "History of changes")},
};

/// "doNotContactSince" as "do not contact since": the keys are documented words, and stay recognisable.
QString keyText(const QString &key)
{
    QString text;
    for (const QChar c : key) {
        if (c.isUpper())
            text += u' ';
        text += c.toLower();
    }
    return text;
}

QString escaped(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\n', "<br>"_L1);
}

QString valueText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? PersonDocumentWords::tr("yes") : PersonDocumentWords::tr("no");
    case QJsonValue::Double:
        return QString::number(value.toInteger());
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Array: {
        QStringList parts;
        const QJsonArray array = value.toArray();
        for (const auto &part : array)
            parts << (part.isObject() ? part.toObject().value("name"_L1).toString()
                                      : valueText(part));
        return parts.join(", "_L1);
    }
    default:
        return {};
    }
}

QString cell(const char *tag, const QString &text)
{
    const QString name = QString::fromLatin1(tag);
    return u'<' + name + R"( dir="auto">)"_L1 + escaped(text) + "</"_L1 + name + u'>';
}

/// The values of one object, those that are empty left out.
QString definitionTable(const QJsonObject &object)
{
    QString rows;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString text = valueText(it.value());
        if (!text.isEmpty())
            rows += "<tr>"_L1 + cell("th", keyText(it.key())) + cell("td", text) + "</tr>\n"_L1;
    }
    return "<table>\n"_L1 + rows + "</table>\n"_L1;
}

/// One row for each object; a column that is empty in all of them is left out.
QString rowTable(const QJsonArray &array)
{
    QStringList keys;
    for (const auto &entry : array) {
        const QJsonObject object = entry.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!keys.contains(it.key()) && !valueText(it.value()).isEmpty())
                keys << it.key();
        }
    }
    QString text = u"<table>\n<tr>"_s;
    for (const QString &key : std::as_const(keys))
        text += cell("th", keyText(key));
    text += "</tr>\n"_L1;
    for (const auto &entry : array) {
        text += "<tr>"_L1;
        for (const QString &key : std::as_const(keys))
            text += cell("td", valueText(entry.toObject().value(key)));
        text += "</tr>\n"_L1;
    }
    return text + "</table>\n"_L1;
}

QString nameList(const QJsonArray &array)
{
    QString text = u"<ul>\n"_s;
    for (const auto &entry : array)
        text += cell("li", entry.toString()) + u'\n';
    return text + "</ul>\n"_L1;
}

QString conversationText(const QJsonObject &conversation)
{
    QJsonObject facts = conversation;
    const QJsonArray messages = facts.take("messages"_L1).toArray();
    const QJsonArray hops = facts.take("hops"_L1).toArray();
    QString text = cell("h3", conversation.value("title"_L1).toString()) + definitionTable(facts);
    if (!hops.isEmpty())
        text += rowTable(hops);
    return text + (messages.isEmpty() ? QString() : rowTable(messages));
}

QString sectionText(const QString &title, const QJsonValue &value, bool isConversations)
{
    const QJsonArray array = value.toArray();
    if (value.isNull() || value.isUndefined() || (value.isArray() && array.isEmpty()))
        return {};
    QString text = cell("h2", title);
    if (value.isObject())
        return text + definitionTable(value.toObject());
    if (!isConversations)
        return text + (array.first().isObject() ? rowTable(array) : nameList(array));
    for (const auto &conversation : array)
        text += conversationText(conversation.toObject());
    return text;
}
} // namespace

QString PersonDocument::html(const QJsonObject &person)
{
    const QString name = person.value("prospect"_L1).toObject().value("name"_L1).toString();
    const bool isMirrored = QLocale().textDirection() == Qt::RightToLeft;
    QString text = "<!DOCTYPE html>\n<html lang=\""_L1 + QLocale().bcp47Name().toHtmlEscaped()
        + R"(" dir=")"_L1 + (isMirrored ? "rtl"_L1 : "ltr"_L1)
        + "\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
          "'unsafe-inline'\">\n<title>"_L1
        + escaped(name)
        + "</title>\n<style>\nbody { font-family: sans-serif; margin: 2em; }\n"
          "table { border-collapse: collapse; margin-bottom: 1em; }\n"
          "th, td { border: 1px solid #999; padding: 0.3em 0.6em; text-align: start; "
          "vertical-align: top; }\nth { background: #eee; font-weight: 600; }\n"
          "</style>\n</head>\n<body>\n"_L1
        + cell("h1", name)
        + cell("p",
            PersonDocumentWords::tr(
                "Everything about this person in “%1” that may be shown, as of %2.")
                .arg(person.value("workspace"_L1).toString(),
                    person.value("exportedAt"_L1).toString()));
    for (const PersonSection &section : Sections) {
        const QString key = QString::fromUtf16(section.key);
        text += sectionText(
            PersonDocumentWords::tr(section.title), person.value(key), key == "conversations"_L1);
    }
    return text + "</body>\n</html>\n"_L1;
}

QByteArray PersonDocument::pdf(const QJsonObject &person)
{
    constexpr int MarginMm = 15;
    constexpr int PointsPerInch = 72;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(PointsPerInch * 4);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait,
        QMarginsF(MarginMm, MarginMm, MarginMm, MarginMm), QPageLayout::Millimeter));
    writer.setTitle(person.value("prospect"_L1).toObject().value("name"_L1).toString());
    QTextDocument document;
    document.setHtml(html(person));
    document.print(&writer);
    buffer.close();
    return bytes;
}
