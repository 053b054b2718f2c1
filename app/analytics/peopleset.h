// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <vector>

/// Some prospects and the words that name them. Immutable and shared: cheap to copy, safe to read from any thread.
class PeopleSet
{
public:
    /// Nobody.
    PeopleSet() = default;
    /// Those with these \a ids, in any order; the same one again counts once.
    PeopleSet(QString name, std::vector<qint64> ids);

    [[nodiscard]] const QString &name() const { return m_name; }
    /// Ascending, each once.
    [[nodiscard]] const std::vector<qint64> &ids() const;
    /// The same people, called otherwise.
    [[nodiscard]] PeopleSet named(const QString &name) const;

    friend bool operator==(const PeopleSet &one, const PeopleSet &other)
    {
        return one.m_name == other.m_name && one.ids() == other.ids();
    }

private:
    QString m_name;
    std::shared_ptr<const std::vector<qint64>> m_ids; ///< null: nobody
};
