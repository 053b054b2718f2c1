// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/filterwords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// The context of these texts.
class FilterText
{
    Q_DECLARE_TR_FUNCTIONS(FilterWords)
};

template<typename Id, typename T>
void addNames(QStringList &words, const QList<Id> &ids, const QList<T> &values, const QString &none)
{
    for (const Id id : ids) {
        const auto found = std::ranges::find(values, id, &T::id);
        if (id.isNull())
            words << none;
        else if (found != values.cend())
            words << found->name;
    }
}
} // namespace

QString filterWords(const CalendarFilter &filter, const TileSources &sources)
{
    QStringList words;
    addNames(words, filter.channels, sources.channels, {});
    addNames(words, filter.campaigns, sources.campaigns, FilterText::tr("no campaign"));
    for (const PostStatus status : filter.statuses)
        words << statusName(status);
    addNames(words, filter.pillars, sources.pillars, FilterText::tr("no pillar"));
    addNames(words, filter.labels, sources.labels, FilterText::tr("no label"));
    addNames(words, filter.authors, sources.users, {});
    if (!filter.words.isEmpty())
        words << u'“' + filter.words + u'”';
    return words.join(u", "_s);
}
