// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/slotwords.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

QString slotWords(const QList<PostingSlot> &postingSlots, int weekday)
{
    QStringList parts;
    for (const PostingSlot &slot : postingSlots) {
        if (slot.weekday != weekday)
            continue;
        const QString time = slot.time.toString(u"HH:mm"_s);
        parts << (slot.queue.isEmpty() ? time : time + u' ' + slot.queue);
    }
    parts.sort();
    return parts.join(", "_L1);
}

Result<QList<PostingSlot>> slotsOf(const QString &words, int weekday, const QList<PostingSlot> &had)
{
    static const QRegularExpression form(uR"(^(\d{1,2})(?:[:.h](\d{2}))?(?:\s+(.+))?$)"_s);
    QList<PostingSlot> found;
    const QStringList parts = words.split(QRegularExpression(u"[,;]"_s), Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString text = part.simplified();
        if (text.isEmpty())
            continue;
        const QRegularExpressionMatch match = form.match(text);
        const QTime time(match.captured(1).toInt(), match.captured(2).toInt());
        if (!match.hasMatch() || !time.isValid())
            return fail(Error::Code::Rejected,
                QCoreApplication::translate(
                    "Slots", "“%1” is no time. Write times like 09:00, 17:30.")
                    .arg(text));
        PostingSlot slot;
        slot.weekday = weekday;
        slot.time = time;
        slot.queue = match.captured(3);
        const auto isSame = [&slot](const PostingSlot &other) {
            return other.weekday == slot.weekday && other.time == slot.time
                && other.queue == slot.queue;
        };
        if (std::ranges::any_of(found, isSame))
            continue;
        const auto was = std::ranges::find_if(had, isSame);
        found.append(was == had.end() ? slot : *was);
    }
    return found;
}
