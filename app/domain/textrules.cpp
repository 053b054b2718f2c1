// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/textrules.h"

#include "base/text.h"
#include "domain/placeholders.h"
#include "domain/textentities.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
struct TextRulesWords
{
    Q_DECLARE_TR_FUNCTIONS(CopyCheck)
};

constexpr QChar PopIsolate(0x2069);

bool isIsolate(QChar c)
{
    return c >= QChar(0x2066) && c <= QChar(0x2068);
}

/// Embeddings, overrides and their end: what isolates have replaced, and what deceives readers.
bool isEmbedding(QChar c)
{
    return c >= QChar(0x202A) && c <= QChar(0x202E);
}

/// The first direction sign that is not one of a pair of isolates within a paragraph; -1 where there is none.
qsizetype strayControl(const QString &text)
{
    QList<qsizetype> open;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'\n' && !open.isEmpty())
            break;
        if (isEmbedding(c) || (c == PopIsolate && open.isEmpty()))
            return open.isEmpty() ? i : std::min(i, open.first());
        if (isIsolate(c))
            open.append(i);
        else if (c == PopIsolate)
            open.removeLast();
    }
    return open.isEmpty() ? -1 : open.first();
}

CopyIssue warning(const QString &rule, qsizetype start, qsizetype end, const QString &text)
{
    return {CopyIssue::Severity::Warning, rule, start, end, text};
}

void addHashtags(QList<CopyIssue> &issues, const QString &text)
{
    if (!text.contains(u'#') && !text.contains(QChar(0xFF03)))
        return;
    QSet<QString> seen;
    const TextEntities entities = findEntities(text);
    for (const TextEntity &entity : entities) {
        if (entity.kind != TextEntity::Kind::Hashtag)
            continue;
        const QString tag = text.sliced(entity.start, entity.end - entity.start);
        const QString folded = tag.sliced(1).toCaseFolded();
        if (seen.contains(folded))
            issues.append(warning(u"hashtag.duplicate"_s, entity.start, entity.end,
                TextRulesWords::tr("The hashtag %1 stands there twice.").arg(tag)));
        seen.insert(folded);
    }
    const auto isOpenAt = [&text](qsizetype i) {
        return i < 0 || i >= text.size() || text.at(i).isSpace();
    };
    for (qsizetype i = text.indexOf(u'#'); i >= 0; i = text.indexOf(u'#', i + 1)) {
        if (isOpenAt(i - 1) && isOpenAt(i + 1))
            issues.append(warning(u"hashtag.empty"_s, i, i + 1,
                TextRulesWords::tr("A “#” without a word is no hashtag.")));
    }
}
} // namespace

QList<CopyIssue> textIssues(const QString &text, bool hasLink)
{
    QList<CopyIssue> issues;
    addHashtags(issues, text);
    if (const qsizetype at = strayControl(text); at >= 0)
        issues.append(warning(u"bidi.control"_s, at, at + 1,
            TextRulesWords::tr(
                "An invisible sign turns the direction of the text here. Delete it, or "
                "readers may see the words in another order.")));
    const QList<Placeholder> open = openPlaceholders(text, hasLink);
    for (const Placeholder &one : open) {
        const QString shown = text.sliced(one.start, one.end - one.start);
        issues.append(warning(u"placeholder.open"_s, one.start, one.end,
            one.name == LinkPlaceholder
                ? TextRulesWords::tr("%1 stands for the post’s link, and the post has none yet.")
                      .arg(shown)
                : TextRulesWords::tr("%1 is still to be filled in.").arg(shown)));
    }
    std::ranges::stable_sort(issues, {}, &CopyIssue::start);
    return issues;
}

QList<CopyIssue> forbiddenIssues(const QString &text, const QString &forbidden, const QString &name)
{
    QList<CopyIssue> issues;
    for (const QChar sign : forbidden) {
        const qsizetype at = text.indexOf(sign);
        if (at >= 0)
            issues.append({CopyIssue::Severity::Error, u"character.forbidden"_s, at, at + 1,
                TextRulesWords::tr("%1 does not take the sign “%2”.").arg(name).arg(sign)});
    }
    return issues;
}
