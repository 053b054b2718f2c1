// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "domain/move.h"
#include "domain/prospect.h"
#include "domain/stage.h"
#include "domain/touch.h"
#include "domain/user.h"
#include "storage/handlekeys.h"
#include "storage/rowspec.h"

using namespace Qt::StringLiterals;
using Spec::column;
using Spec::derived;
using Spec::following;
using Spec::momentMs;
using Spec::momentPrecision;

template<>
const RowSpec<User> &rowSpec<User>()
{
    static const RowSpec<User> spec {u"member"_s,
        {column<User, &User::login>("login"), column<User, &User::name>("name"),
            column<User, &User::role>("role")}};
    return spec;
}

template<>
const RowSpec<Stage> &rowSpec<Stage>()
{
    static const RowSpec<Stage> spec {u"stage"_s,
        {column<Stage, &Stage::key>("key"), column<Stage, &Stage::name>("name"),
            column<Stage, &Stage::side>("side"), column<Stage, &Stage::kind>("kind"),
            column<Stage, &Stage::position>("position"), column<Stage, &Stage::since>("since"),
            column<Stage, &Stage::retiredAt>("retired_at")}};
    return spec;
}

template<>
const RowSpec<Company> &rowSpec<Company>()
{
    static const RowSpec<Company> spec {u"company"_s,
        {column<Company, &Company::name>("name"),
            derived<Company>("name_folded",
                [](const Company &company) { return toSql(foldText(company.name)); }),
            column<Company, &Company::website>("website"),
            column<Company, &Company::notes>("notes"),
            column<Company, &Company::batch>("batch_id")}};
    return spec;
}

template<>
const RowSpec<Prospect> &rowSpec<Prospect>()
{
    static const RowSpec<Prospect> spec {u"prospect"_s,
        {column<Prospect, &Prospect::name>("name"),
            derived<Prospect>("name_folded",
                [](const Prospect &prospect) { return toSql(foldText(displayName(prospect))); }),
            column<Prospect, &Prospect::firstName>("first_name"),
            column<Prospect, &Prospect::lastName>("last_name"),
            column<Prospect, &Prospect::company>("company_id"),
            column<Prospect, &Prospect::title>("title"),
            column<Prospect, &Prospect::source>("source"),
            column<Prospect, &Prospect::owner>("owner_id"),
            column<Prospect, &Prospect::stage>("stage_id"),
            momentMs<Prospect, &Prospect::firstSeen>("first_seen"),
            momentPrecision<Prospect, &Prospect::firstSeen>("first_seen"),
            following<Prospect, &Prospect::lastActivityAt>("last_activity_at"),
            column<Prospect, &Prospect::valueMinor>("value_minor"),
            column<Prospect, &Prospect::currency>("currency"),
            column<Prospect, &Prospect::notes>("notes"), column<Prospect, &Prospect::zone>("zone"),
            column<Prospect, &Prospect::privateTo>("private_to_id"),
            column<Prospect, &Prospect::doNotContactSince>("do_not_contact_since"),
            column<Prospect, &Prospect::doNotContactWhy>("do_not_contact_why"),
            column<Prospect, &Prospect::mergedInto>("merged_into_id"),
            column<Prospect, &Prospect::createdAt>("created_at"),
            column<Prospect, &Prospect::batch>("batch_id")}};
    return spec;
}

template<>
const RowSpec<Handle> &rowSpec<Handle>()
{
    static const RowSpec<Handle> spec {u"handle"_s,
        {column<Handle, &Handle::prospect>("prospect_id"),
            column<Handle, &Handle::network>("network"), column<Handle, &Handle::value>("value"),
            derived<Handle>("value_folded",
                [](const Handle &handle) { return toSql(HandleKeys::keyOf(handle)); }),
            column<Handle, &Handle::contested>("contested"),
            column<Handle, &Handle::batch>("batch_id")}};
    return spec;
}

template<>
const RowSpec<Move> &rowSpec<Move>()
{
    static const RowSpec<Move> spec {u"move"_s,
        {column<Move, &Move::prospect>("prospect_id"), column<Move, &Move::from>("from_stage_id"),
            column<Move, &Move::to>("to_stage_id"), momentMs<Move, &Move::at>("at"),
            momentPrecision<Move, &Move::at>("at"), column<Move, &Move::by>("by_member_id"),
            column<Move, &Move::reason>("reason"),
            column<Move, &Move::lostReason>("lost_reason_id"),
            column<Move, &Move::batch>("batch_id")}};
    return spec;
}

template<>
const RowSpec<MoveProposal> &rowSpec<MoveProposal>()
{
    static const RowSpec<MoveProposal> spec {u"move_proposal"_s,
        {column<MoveProposal, &MoveProposal::prospect>("prospect_id"),
            column<MoveProposal, &MoveProposal::to>("to_stage_id"),
            momentMs<MoveProposal, &MoveProposal::at>("at"),
            momentPrecision<MoveProposal, &MoveProposal::at>("at"),
            column<MoveProposal, &MoveProposal::why>("why"),
            column<MoveProposal, &MoveProposal::conversation>("conversation_id"),
            column<MoveProposal, &MoveProposal::state>("state"),
            column<MoveProposal, &MoveProposal::batch>("batch_id")}};
    return spec;
}

template<>
const RowSpec<Touch> &rowSpec<Touch>()
{
    static const RowSpec<Touch> spec {u"touch"_s,
        {column<Touch, &Touch::prospect>("prospect_id"), column<Touch, &Touch::kind>("kind"),
            column<Touch, &Touch::post>("post_id"), column<Touch, &Touch::channel>("channel_id"),
            column<Touch, &Touch::profileCopy>("profile_copy_id"),
            column<Touch, &Touch::referrer>("referrer_id"), column<Touch, &Touch::quote>("quote"),
            column<Touch, &Touch::quotable>("quotable"), momentMs<Touch, &Touch::at>("at"),
            momentPrecision<Touch, &Touch::at>("at"), column<Touch, &Touch::by>("by_member_id"),
            column<Touch, &Touch::batch>("batch_id")}};
    return spec;
}
