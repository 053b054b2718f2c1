// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/snippetwords.h"

using namespace Qt::StringLiterals;

namespace {
/// The first fact of that kind in the list's order, or the newest.
QString factOf(const QList<Fact> &facts, FactKind kind, bool newest)
{
    const Fact *found = nullptr;
    for (const Fact &fact : facts) {
        const bool isBetter = !found
            || (newest ? fact.createdAt >= found->createdAt : fact.position < found->position);
        if (fact.kind == kind && isBetter)
            found = &fact;
    }
    return found ? found->text.simplified() : QString();
}
} // namespace

QHash<QString, QString> snippetWords(const SnippetPerson &person)
{
    QHash<QString, QString> words;
    const auto add = [&words](const QString &name, const QString &value) {
        const QString plain = value.simplified();
        if (plain.isEmpty())
            return;
        words.insert(name, plain);
        words.insert(QString(name).replace(u'_', u' '), plain);
    };
    const Prospect &prospect = person.prospect;
    const QString whole = prospect.name.simplified();
    const bool hasParts = !prospect.firstName.trimmed().isEmpty();
    add(u"first_name"_s, hasParts ? prospect.firstName : whole.section(u' ', 0, 0));
    const bool hasLast = !prospect.lastName.trimmed().isEmpty();
    add(u"last_name"_s, hasLast || hasParts ? prospect.lastName : whole.section(u' ', 1));
    add(u"name"_s, whole.isEmpty() ? prospect.firstName + u' ' + prospect.lastName : whole);
    add(u"title"_s, prospect.title);
    add(u"company"_s, person.company ? person.company->name : QString());
    add(u"sender"_s, person.sender);
    add(u"need"_s, factOf(person.facts, FactKind::Need, false));
    add(u"why_now"_s, factOf(person.facts, FactKind::WhyNow, false));
    add(u"feature"_s, factOf(person.facts, FactKind::FeatureTold, true));
    return words;
}

QString snippetNameFor(const QString &text)
{
    constexpr qsizetype Longest = 40;
    QString line = text.simplified();
    if (line.size() <= Longest)
        return line;
    const qsizetype end = line.lastIndexOf(u' ', Longest - 2);
    const qsizetype whole = line.at(Longest - 2).isHighSurrogate() ? Longest - 2 : Longest - 1;
    return line.first(end > 0 ? end : whole) + u'…';
}
