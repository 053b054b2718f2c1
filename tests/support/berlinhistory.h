// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/columnsbuilder.h"

#include <QList>

/// People from the web and their moves in a workspace in Berlin, told person by person: a builder of columns wants all people first.
class BerlinHistory
{
public:
    [[nodiscard]] static const QTimeZone &zone()
    {
        static const QTimeZone berlin("Europe/Berlin");
        return berlin;
    }
    /// Noon of a day of 2026.
    [[nodiscard]] static Moment noon(int month, int day)
    {
        return {localToInstant(QDate(2026, month, day), QTime(12, 0), zone()), Precision::Exact};
    }
    /// Returns the id: 1, 2, 3 …
    qint64 add(qint64 owner = 0, qint64 stage = 0)
    {
        m_people.append({owner, stage});
        return m_people.size();
    }
    void move(qint64 prospect, qint64 stage, Moment at) { m_moves.append({prospect, stage, at}); }
    [[nodiscard]] ColumnsPointer columns() const
    {
        ColumnsBuilder builder(defaultPipeline(), zone());
        for (qint64 id = 1; id <= m_people.size(); ++id) {
            const Person &person = m_people.at(id - 1);
            builder.addProspect(id, QStringLiteral("web"), person.owner, person.stage);
        }
        for (const Move &move : m_moves)
            builder.addMove(move.prospect, move.stage, move.at);
        return builder.finish();
    }

private:
    struct Person
    {
        qint64 owner;
        qint64 stage;
    };
    struct Move
    {
        qint64 prospect;
        qint64 stage;
        Moment at;
    };

    QList<Person> m_people;
    QList<Move> m_moves;
};
