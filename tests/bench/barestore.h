// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/location.h"

#include <QStringList>

#include <memory>

/// A workspace's database without the program: what a read costs that does nothing but read. A connection of its own.
class BareStore
{
public:
    virtual ~BareStore() = default;
    Q_DISABLE_COPY_MOVE(BareStore)

    /// Null where it cannot be opened; why is told in the output.
    [[nodiscard]] static std::unique_ptr<BareStore> open(const Location &location);

    [[nodiscard]] bool isFile() const { return m_isFile; }
    /// Runs \a statements one after the other. False, and told in the output, where one fails.
    [[nodiscard]] bool run(const QStringList &statements);
    /// Milliseconds to read all rows and columns of \a sql, prepared once, as patientMedian() says; 0 where it cannot be run.
    [[nodiscard]] double time(const QString &sql);
    /// The same of the fastest of several ways to one answer.
    [[nodiscard]] double timeOfFastest(const QStringList &ways);

protected:
    explicit BareStore(bool isFile)
        : m_isFile(isFile)
    { }
    virtual bool execute(const QString &sql) = 0;
    virtual double timeRows(const QString &sql) = 0;
    virtual QString lastError() const = 0;

private:
    bool m_isFile;
};
