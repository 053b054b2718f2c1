// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/searchhit.h"

#include <QAbstractListModel>
#include <QIcon>
#include <QPointer>
#include <QTimeZone>

class QAction;
class SearchResults;
class Workspace;

/// What was found as the rows of a list: for each kind that has hits a heading, the hits, and a row that reads more; last the commands whose names hold the
/// words.
class SearchModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class RowKind { Heading, Hit, More, Command };

    /// Both are borrowed and outlive the model.
    SearchModel(Workspace &workspace, SearchResults &results, QObject *parent = nullptr);

    /// What can be done now; kept by nobody else than those who made them.
    void setCommands(const QList<QAction *> &commands);
    [[nodiscard]] RowKind rowKind(const QModelIndex &index) const;
    [[nodiscard]] SearchKind searchKind(const QModelIndex &index) const;
    /// Null where the row is no hit. Valid until the results change.
    [[nodiscard]] const SearchHit *hit(const QModelIndex &index) const;
    /// Null where the row is no command, or it is gone.
    [[nodiscard]] QAction *command(const QModelIndex &index) const;
    /// The picture of a heading.
    [[nodiscard]] QIcon headingIcon(const QModelIndex &index) const;
    /// When it was, or is planned: "Yesterday 14:05"; may be empty.
    [[nodiscard]] QString when(const SearchHit &hit) const;
    /// The row of the same thing after the results changed; invalid where it is gone.
    [[nodiscard]] QModelIndex indexOf(SearchKind kind, qint64 row) const;

    /// "Prospects", "Messages", "Posts", "Profile copy".
    [[nodiscard]] static QString kindName(SearchKind kind);
    [[nodiscard]] static QIcon kindIcon(SearchKind kind);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        RowKind row = RowKind::Heading;
        SearchKind kind = SearchKind::Prospect;
        SearchHit hit;
        int foundSoFar =
            0; ///< in a heading: only the newest were looked through, and so many found
        bool isOfCommands = false; ///< a heading
        QPointer<QAction> command = {};
    };

    void refresh();
    /// The rows of the commands that fit the words.
    [[nodiscard]] QList<Row> commandRows() const;
    [[nodiscard]] QString spoken(const SearchHit &hit) const;

    Workspace &m_workspace;
    SearchResults &m_results;
    QList<Row> m_rows;
    QList<QPointer<QAction>> m_commands;
};
