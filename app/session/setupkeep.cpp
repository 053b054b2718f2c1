// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/setupkeep.h"

#include "base/whenready.h"
#include "session/plansets.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/salestable.h"
#include "storage/settable.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace {
class SetWords
{
    Q_DECLARE_TR_FUNCTIONS(SetUpkeep)
};

template<typename Value, typename Id>
const Value *setIn(const QList<Value> &values, Id id)
{
    const auto found = std::ranges::find(values, id, &Value::id);
    return found == values.end() ? nullptr : &*found;
}

template<typename T>
RowEdits removals(const QList<T> &rows)
{
    RowEdits edits;
    for (const T &row : rows)
        edits << removal(row);
    return edits;
}

/// The edits that \a references to a set need before it goes, and the set's own removal.
struct Farewell
{
    RowEdits edits;
    QString name;
    SetUpkeep::Use use;
};

template<typename SetId>
Result<Farewell> withoutPosts(Connection &connection, SetId id, SetId Post::*field)
{
    return SetTable::postsOf(connection, id).map([field](const QList<Post> &posts) {
        Farewell farewell;
        for (const Post &post : posts) {
            Post without = post;
            without.*field = {};
            farewell.edits << update(post, without);
        }
        farewell.use.posts = int(posts.size());
        return farewell;
    });
}

/// Whatever has a label.
struct Labelled
{
    QList<PostLabel> posts;
    QList<ProspectLabel> people;
};

Result<Labelled> labelledBy(Connection &connection, LabelId id)
{
    auto posts = SetTable::labelled(connection, id);
    if (!posts)
        return tl::unexpected(posts.error());
    return SetTable::labelledPeople(connection, id)
        .map([&posts](const QList<ProspectLabel> &people) {
            return Labelled {*posts, people};
        });
}

/// Each of \a all gets the label \a into; those that have it already, of which \a has tells, lose theirs.
template<typename T, typename Owner>
RowEdits relabelled(const QList<T> &all, const QList<T> &has, LabelId into, Owner T::*owner)
{
    QSet<Owner> owners;
    for (const T &label : has)
        owners << label.*owner;
    RowEdits edits;
    for (const T &label : all) {
        T after = label;
        after.label = into;
        edits << (owners.contains(label.*owner) ? removal(label) : update(label, after));
    }
    return edits;
}

Result<Farewell> withoutLabel(Connection &connection, LabelId id)
{
    return labelledBy(connection, id).map([](const Labelled &labelled) {
        return Farewell {removals(labelled.posts) + removals(labelled.people), {},
            {.posts = int(labelled.posts.size()), .prospects = int(labelled.people.size())}};
    });
}

Result<Farewell> withoutChannel(Connection &connection, ChannelId id)
{
    return SetTable::ofChannel(connection, id).map([](const SetTable::OfChannel &hanging) {
        Farewell farewell;
        farewell.edits = removals(hanging.crops) + removals(hanging.media)
            + removals(hanging.variants) + removals(hanging.postingSlots) + removals(hanging.limits)
            + removals(hanging.copies);
        QSet<PostId> posts;
        for (const Variant &variant : hanging.variants) {
            posts << variant.post;
            farewell.use.posted += variant.status == PostStatus::Posted ? 1 : 0;
        }
        farewell.use.posts = int(posts.size());
        farewell.use.profileCopies = int(hanging.copies.size());
        return farewell;
    });
}

Result<Farewell> farewellTo(Connection &connection, SetUpkeep::Kind kind, qint64 id)
{
    switch (kind) {
    case SetUpkeep::Kind::Campaign:
        return withoutPosts(connection, CampaignId(id), &Post::campaign);
    case SetUpkeep::Kind::Pillar:
        return withoutPosts(connection, PillarId(id), &Post::pillar);
    case SetUpkeep::Kind::Label:
        return withoutLabel(connection, LabelId(id));
    case SetUpkeep::Kind::Channel:
        return withoutChannel(connection, ChannelId(id));
    }
    Q_UNREACHABLE();
}

/// The set's own removal with the words for it; nothing where it is gone already.
struct Removal
{
    RowEdit edit;
    QString command;
    QString said;
};
std::optional<Removal> removalOf(const PlanSets &sets, SetUpkeep::Kind kind, qint64 id)
{
    const auto made = [](const auto *set, const QString &command) -> std::optional<Removal> {
        if (!set)
            return std::nullopt;
        return Removal {
            removal(*set), command.arg(set->name), SetWords::tr("“%1” deleted.").arg(set->name)};
    };
    switch (kind) {
    case SetUpkeep::Kind::Campaign:
        return made(setIn(sets.campaigns(), CampaignId(id)), SetWords::tr("Delete campaign “%1”"));
    case SetUpkeep::Kind::Pillar:
        return made(setIn(sets.pillars(), PillarId(id)), SetWords::tr("Delete pillar “%1”"));
    case SetUpkeep::Kind::Label:
        return made(setIn(sets.labels(), LabelId(id)), SetWords::tr("Delete label “%1”"));
    case SetUpkeep::Kind::Channel:
        return made(setIn(sets.channels(), ChannelId(id)), SetWords::tr("Delete channel “%1”"));
    }
    Q_UNREACHABLE();
}
} // namespace

void SetUpkeep::countUse(Workspace &workspace, Kind kind, qint64 id, QObject *context,
    std::function<void(Result<Use>)> callback)
{
    auto found = workspace.database()->read([kind, id](Connection &connection) {
        return farewellTo(connection, kind, id).map([](const Farewell &farewell) {
            return farewell.use;
        });
    });
    whenReady(found, context, std::move(callback));
}

void SetUpkeep::remove(Workspace &workspace, Kind kind, qint64 id)
{
    auto found = workspace.database()->read(
        [kind, id](Connection &connection) { return farewellTo(connection, kind, id); });
    whenReady(found, &workspace, [&workspace, kind, id](const Result<Farewell> &farewell) {
        const auto last = removalOf(workspace.plan(), kind, id);
        if (!farewell)
            emit workspace.notice(Notice::error(farewell.error()));
        else if (last)
            workspace.commit(farewell->edits + RowEdits {last->edit}, last->command, 0, last->said);
    });
}

void SetUpkeep::mergeLabels(Workspace &workspace, LabelId from, LabelId into)
{
    if (from == into)
        return;
    using Both = std::pair<Labelled, Labelled>;
    auto found = workspace.database()->read([from, into](Connection &connection) -> Result<Both> {
        auto ofFrom = labelledBy(connection, from);
        if (!ofFrom)
            return tl::unexpected(ofFrom.error());
        return labelledBy(connection, into).map([&ofFrom](const Labelled &ofInto) {
            return Both(*ofFrom, ofInto);
        });
    });
    whenReady(found, &workspace, [&workspace, from, into](const Result<Both> &both) {
        const Label *gone = setIn(workspace.plan().labels(), from);
        const Label *kept = setIn(workspace.plan().labels(), into);
        if (!both) {
            emit workspace.notice(Notice::error(both.error()));
            return;
        }
        if (!gone || !kept)
            return;
        RowEdits edits = relabelled(both->first.posts, both->second.posts, into, &PostLabel::post)
            + relabelled(both->first.people, both->second.people, into, &ProspectLabel::prospect);
        // Who has it still then, in a colleague's private circle, gets the other one as well.
        Label merged = *gone;
        merged.mergedInto = into;
        edits << update(*gone, merged) << removal(merged);
        workspace.commit(edits,
            SetWords::tr("Merge label “%1” into “%2”").arg(gone->name, kept->name), 0,
            SetWords::tr("“%1” is part of “%2” now.").arg(gone->name, kept->name));
    });
}

void SetUpkeep::orderPillars(Workspace &workspace, const QList<PillarId> &order)
{
    RowEdits edits;
    for (qsizetype i = 0; i < order.size(); ++i) {
        if (const Pillar *pillar = setIn(workspace.plan().pillars(), order.at(i))) {
            Pillar after = *pillar;
            after.position = int(i);
            edits << update(*pillar, after);
        }
    }
    workspace.commit(edits, SetWords::tr("Order the pillars"));
}
