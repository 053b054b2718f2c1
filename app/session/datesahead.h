// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/importplan.h"

#include <QMap>

/// The dates of an imported file that have not come yet, which are kept but told, once for each field. What the cells say is not told.
class DatesAhead
{
public:
    /// \a now in Unix milliseconds, UTC.
    explicit DatesAhead(qint64 now)
        : m_now(now)
    { }

    void see(const ProspectRecord &record);
    /// One for each field with such dates, on its first line; \a fields name the columns.
    [[nodiscard]] QList<ImportIssue> issues(
        const QString &file, const QList<FieldMapping> &fields) const;

private:
    struct Rows
    {
        QList<qint64> lines; ///< the first of them
        int count = 0;
    };

    void see(const QString &field, const Moment &at, qint64 line);

    qint64 m_now;
    QMap<QString, Rows> m_rows; ///< by field
};
