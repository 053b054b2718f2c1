// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/prospect.h"

QString displayName(const Prospect &prospect)
{
    if (!prospect.name.isEmpty())
        return prospect.name;
    return (prospect.firstName + u' ' + prospect.lastName).trimmed();
}
