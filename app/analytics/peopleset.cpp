// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/peopleset.h"

#include <algorithm>
#include <utility>

PeopleSet::PeopleSet(QString name, std::vector<qint64> ids)
    : m_name(std::move(name))
{
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    m_ids = std::make_shared<const std::vector<qint64>>(std::move(ids));
}

const std::vector<qint64> &PeopleSet::ids() const
{
    static const std::vector<qint64> nobody;
    return m_ids ? *m_ids : nobody;
}

PeopleSet PeopleSet::named(const QString &name) const
{
    PeopleSet same = *this;
    same.m_name = name;
    return same;
}
