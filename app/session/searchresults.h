// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/searchhit.h"
#include "session/store.h"

#include <QList>

#include <array>
#include <optional>

class SearchService;
class Workspace;

/// What was found for the words in the search field, by kind. Follows what is written while it is open.
class SearchResults : public Store
{
    Q_OBJECT
public:
    static constexpr int HitsAtOnce = 50;

    /// What is known of one kind.
    struct Group
    {
        SearchKind kind = SearchKind::Prospect;
        StoreState state = StoreState::Ready;
        Error error;
        SearchPage page; ///< while it loads, of the words before
        int limit = HitsAtOnce;
    };

    SearchResults(Workspace &workspace, QObject *parent);

    /// Looks for \a text; changed() follows. Nothing is found for an empty one.
    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    /// Looks for one kind alone, or for all.
    void setKind(std::optional<SearchKind> kind);
    [[nodiscard]] std::optional<SearchKind> kind() const { return m_kind; }
    /// Reads more of \a kind where there is more.
    void readMore(SearchKind kind);
    /// Asks again for what could not be read.
    void retry();
    /// Nothing is looked for any more.
    void close();

    /// Those that are looked for, in the order of SearchKinds.
    [[nodiscard]] QList<Group> groups() const;
    /// How many hits were read, of all kinds that are looked for.
    [[nodiscard]] qsizetype count() const;
    /// Whether something was looked for among the newest alone.
    [[nodiscard]] bool isCut() const;

private:
    [[nodiscard]] bool isShown(const Group &group) const;
    void askAll();
    void ask(Group &group);
    void updateState();

    SearchService *m_service;
    QString m_text;
    std::optional<SearchKind> m_kind;
    std::array<Group, SearchKinds.size()> m_groups; ///< by kind
};
