// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/duplicates.h"
#include "session/store.h"

#include <QList>

class Workspace;
struct RowEdit;

/// Records that may be one person, the surest first. Reads nothing until it is asked to; then it follows the change feed.
class DuplicateList : public Store
{
    Q_OBJECT
public:
    static constexpr int MostSuggested = 500;

    DuplicateList(Workspace &workspace, QObject *parent);
    ~DuplicateList() override;

    /// Reads; changed() follows.
    void load();
    /// Reads again. With \a alsoWeak people who only share a name are suggested too.
    void setAlsoWeak(bool alsoWeak);
    [[nodiscard]] bool alsoWeak() const { return m_alsoWeak; }
    [[nodiscard]] const QList<DuplicateSuggestion> &suggestions() const { return m_suggestions; }

private:
    void follow(const QList<RowEdit> &edits);
    void reload();

    Workspace &m_workspace;
    QList<DuplicateSuggestion> m_suggestions;
    bool m_started = false;
    bool m_alsoWeak = false;
    bool m_reading = false;
    bool m_again = false; ///< something changed while it was read
};
