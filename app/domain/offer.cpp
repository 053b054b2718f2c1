// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/offer.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

QList<LostReason> defaultLostReasons()
{
    static constexpr std::array names {QT_TRANSLATE_NOOP("LostReason", "Price"),
        QT_TRANSLATE_NOOP("LostReason", "Timing"), QT_TRANSLATE_NOOP("LostReason", "Competitor"),
        QT_TRANSLATE_NOOP("LostReason", "No need"), QT_TRANSLATE_NOOP("LostReason", "No answer"),
        QT_TRANSLATE_NOOP("LostReason", "Other")};
    QList<LostReason> reasons;
    for (const char *name : names) {
        LostReason reason;
        reason.position = int(reasons.size());
        reason.id = LostReasonId(reason.position + 1);
        reason.name = QCoreApplication::translate("LostReason", name);
        reasons << reason;
    }
    return reasons;
}

QList<LostReason> reasonsToChoose(const QList<LostReason> &reasons, LostReasonId chosen)
{
    QList<LostReason> open;
    for (const LostReason &reason : reasons) {
        if (!reason.retired || reason.id == chosen)
            open << reason;
    }
    std::ranges::stable_sort(open, {}, &LostReason::position);
    return open;
}

QMap<QString, qint64> sumsByCurrency(const QList<Offer> &offers, OfferState state)
{
    QMap<QString, qint64> sums;
    for (const Offer &offer : offers) {
        if (offer.state == state && !offer.currency.isEmpty() && offer.valueMinor != 0)
            sums[offer.currency] += offer.valueMinor;
    }
    return sums;
}
