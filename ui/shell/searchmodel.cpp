// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_shell/searchmodel.h"

#include "session/searchresults.h"
#include "session/workspace.h"
#include "ui_common/formatting.h"
#include "ui_common/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// The words that Profiles has for them.
struct SurfaceText
{
    Q_DECLARE_TR_FUNCTIONS(CopyWords)
};

constexpr int MostCommands = 8;

/// As a menu shows it, without the letter that is underlined there.
QString commandName(const QAction &command)
{
    return command.text().remove(u'&');
}

QString surfaceName(Surface surface)
{
    switch (surface) {
    case Surface::DisplayName:
        return SurfaceText::tr("Display name");
    case Surface::Headline:
        return SurfaceText::tr("Headline");
    case Surface::Bio:
        return SurfaceText::tr("Bio");
    case Surface::Description:
        return SurfaceText::tr("Description");
    case Surface::Link:
        return SurfaceText::tr("Link");
    case Surface::ProfilePicture:
        return SurfaceText::tr("Profile picture");
    case Surface::CoverImage:
        return SurfaceText::tr("Cover image");
    case Surface::PinnedPost:
        return SurfaceText::tr("Pinned post");
    }
    Q_UNREACHABLE();
}
} // namespace

SearchModel::SearchModel(Workspace &workspace, SearchResults &results, QObject *parent)
    : QAbstractListModel(parent)
    , m_workspace(workspace)
    , m_results(results)
{
    connect(&results, &Store::changed, this, &SearchModel::refresh);
    refresh();
}

void SearchModel::refresh()
{
    QList<Row> rows;
    const QList<SearchResults::Group> groups = m_results.groups();
    for (const SearchResults::Group &group : groups) {
        if (group.page.hits.isEmpty())
            continue;
        rows.append(
            {RowKind::Heading, group.kind, {}, group.page.isCut ? int(group.page.hits.size()) : 0});
        for (const SearchHit &hit : group.page.hits) {
            rows.append({RowKind::Hit, group.kind, hit, 0});
            MarkedText &title = rows.last().hit.title;
            if (hit.kind == SearchKind::ProfileCopy)
                title.text = tr("%1 · %2", "a channel and a surface of it")
                                 .arg(title.text, surfaceName(hit.surface));
            else if (title.text.isEmpty())
                title.text = hit.kind == SearchKind::Message ? tr("Conversation without a name")
                    : hit.kind == SearchKind::Post           ? tr("Post without words")
                                                             : tr("Prospect without a name");
        }
        if (group.page.hasMore)
            rows.append({RowKind::More, group.kind, {}, 0});
    }
    rows += commandRows();
    const bool isSame = std::ranges::equal(rows, m_rows, [](const Row &one, const Row &other) {
        return one.row == other.row && one.kind == other.kind && one.hit == other.hit
            && one.foundSoFar == other.foundSoFar && one.isOfCommands == other.isOfCommands
            && one.command == other.command;
    });
    if (isSame)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

QList<SearchModel::Row> SearchModel::commandRows() const
{
    const QStringList words = m_results.text().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty() || m_results.kind() || m_results.state() == StoreState::Failed)
        return {};
    QList<Row> rows;
    for (const QPointer<QAction> &command : m_commands) {
        if (!command || rows.size() > MostCommands)
            continue;
        const QString name = commandName(*command);
        const auto holds = [&name](const QString &word) {
            return name.contains(word, Qt::CaseInsensitive);
        };
        // What comes up while the hits are still read would be run in place of the first of them.
        const bool wasShown = std::ranges::find(m_rows, command, &Row::command) != m_rows.end();
        if (!std::ranges::all_of(words, holds)
            || (m_results.state() != StoreState::Ready && !wasShown))
            continue;
        if (rows.isEmpty())
            rows.append({.row = RowKind::Heading, .hit = {}, .isOfCommands = true});
        rows.append({.row = RowKind::Command, .hit = {}, .command = command});
    }
    return rows;
}

void SearchModel::setCommands(const QList<QAction *> &commands)
{
    m_commands = QList<QPointer<QAction>>(commands.begin(), commands.end());
    refresh();
}

QAction *SearchModel::command(const QModelIndex &index) const
{
    return rowKind(index) == RowKind::Command ? m_rows.at(index.row()).command.data() : nullptr;
}

QIcon SearchModel::headingIcon(const QModelIndex &index) const
{
    return index.isValid() && m_rows.at(index.row()).isOfCommands
        ? Icons::named(u"system-run"_s, u"go-next"_s)
        : kindIcon(searchKind(index));
}

SearchModel::RowKind SearchModel::rowKind(const QModelIndex &index) const
{
    return index.isValid() ? m_rows.at(index.row()).row : RowKind::Heading;
}

SearchKind SearchModel::searchKind(const QModelIndex &index) const
{
    return index.isValid() ? m_rows.at(index.row()).kind : SearchKind::Prospect;
}

const SearchHit *SearchModel::hit(const QModelIndex &index) const
{
    return rowKind(index) == RowKind::Hit ? &m_rows.at(index.row()).hit : nullptr;
}

QModelIndex SearchModel::indexOf(SearchKind kind, qint64 row) const
{
    const auto found = std::ranges::find_if(m_rows, [kind, row](const Row &candidate) {
        return candidate.row == RowKind::Hit && candidate.kind == kind
            && candidate.hit.row() == row;
    });
    return found == m_rows.end() ? QModelIndex() : index(int(found - m_rows.begin()));
}

QString SearchModel::when(const SearchHit &hit) const
{
    if (hit.kind == SearchKind::Post)
        return hit.day ? Formatting::relativeDay(*hit.day, m_workspace.today()) : tr("Idea");
    if (hit.at == 0)
        return {};
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(hit.at, m_workspace.zone());
    return hit.kind == SearchKind::Message
        ? Formatting::dateTime(local, m_workspace.today())
        : Formatting::relativeDay(local.date(), m_workspace.today());
}

QString SearchModel::kindName(SearchKind kind)
{
    switch (kind) {
    case SearchKind::Prospect:
        return tr("Prospects");
    case SearchKind::Message:
        return tr("Messages");
    case SearchKind::Post:
        return tr("Posts");
    case SearchKind::ProfileCopy:
        return tr("Profile copy");
    }
    Q_UNREACHABLE();
}

QIcon SearchModel::kindIcon(SearchKind kind)
{
    switch (kind) {
    case SearchKind::Prospect:
        return Icons::named(u"view-pim-contacts"_s, u"system-users"_s);
    case SearchKind::Message:
        return Icons::named(u"dialog-messages"_s, u"mail-message"_s);
    case SearchKind::Post:
        return Icons::named(u"view-calendar"_s, u"x-office-calendar"_s);
    case SearchKind::ProfileCopy:
        return Icons::named(u"user-identity"_s, u"user"_s);
    }
    Q_UNREACHABLE();
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    if (row.row == RowKind::Heading) {
        if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
            return {};
        if (row.isOfCommands)
            return tr("Commands");
        //: %1 is “Messages”. Older ones were not looked through.
        return row.foundSoFar > 0
            ? tr("%1: the newest %n found so far", nullptr, row.foundSoFar).arg(kindName(row.kind))
            : kindName(row.kind);
    } else if (row.row == RowKind::More) {
        if (role == Qt::DisplayRole)
            return tr("Show more");
        if (role == Qt::AccessibleTextRole) //: %1 is “Messages”.
            return tr("Show more: %1").arg(kindName(row.kind));
    } else if (row.row == RowKind::Command) {
        if (row.command && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole))
            return commandName(*row.command);
    } else {
        if (role == Qt::DisplayRole)
            return row.hit.title.text;
        if (role == Qt::AccessibleTextRole)
            return spoken(row.hit);
    }
    return {};
}

Qt::ItemFlags SearchModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || rowKind(index) == RowKind::Heading)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QString SearchModel::spoken(const SearchHit &hit) const
{
    QStringList parts {hit.title.text, when(hit), hit.text.text};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}
