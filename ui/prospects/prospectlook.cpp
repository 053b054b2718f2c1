// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/prospectlook.h"

#include "models/networkwords.h"
#include "ui_common/icons.h"

using namespace Qt::StringLiterals;

QIcon ProspectLook::mediumIcon(Medium medium)
{
    switch (medium) {
    case Medium::DirectMessage:
        return Icons::named(u"dialog-messages"_s);
    case Medium::Call:
        return Icons::named(u"call-start"_s);
    case Medium::Email:
        return Icons::named(u"mail-message"_s);
    case Medium::Meeting:
        return Icons::named(u"system-users"_s);
    case Medium::Note:
        return Icons::named(u"note"_s, u"view-pim-notes"_s);
    }
    Q_UNREACHABLE();
}

QString ProspectLook::networkName(const QString &key)
{
    return networkWord(key);
}
