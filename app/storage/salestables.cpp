// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/salestable.h"

using namespace Qt::StringLiterals;
using Spec::column;
using Spec::momentMs;
using Spec::momentPrecision;

template<>
const RowSpec<Offer> &rowSpec<Offer>()
{
    static const RowSpec<Offer> spec {u"offer"_s,
        {column<Offer, &Offer::prospect>("prospect_id"), column<Offer, &Offer::kind>("kind"),
            column<Offer, &Offer::title>("title"), column<Offer, &Offer::valueMinor>("value_minor"),
            column<Offer, &Offer::currency>("currency"), momentMs<Offer, &Offer::madeAt>("made_at"),
            momentPrecision<Offer, &Offer::madeAt>("made_at"),
            column<Offer, &Offer::expectedOn>("expected_on"), column<Offer, &Offer::state>("state"),
            column<Offer, &Offer::decidedAt>("decided_at"),
            column<Offer, &Offer::lostReason>("lost_reason_id"),
            column<Offer, &Offer::lostAt>("lost_at_stage_id"), column<Offer, &Offer::note>("note"),
            column<Offer, &Offer::by>("by_member_id"), column<Offer, &Offer::batch>("batch_id")}};
    return spec;
}

template<>
const RowSpec<LostReason> &rowSpec<LostReason>()
{
    static const RowSpec<LostReason> spec {u"lost_reason"_s,
        {column<LostReason, &LostReason::name>("name"),
            column<LostReason, &LostReason::position>("position"),
            column<LostReason, &LostReason::retired>("retired")}};
    return spec;
}

template<>
const RowSpec<Fact> &rowSpec<Fact>()
{
    static const RowSpec<Fact> spec {u"fact"_s,
        {column<Fact, &Fact::prospect>("prospect_id"), column<Fact, &Fact::kind>("kind"),
            column<Fact, &Fact::text>("text"), column<Fact, &Fact::source>("source"),
            column<Fact, &Fact::on>("dated_on"), column<Fact, &Fact::position>("position"),
            column<Fact, &Fact::by>("by_member_id"), column<Fact, &Fact::createdAt>("created_at")}};
    return spec;
}

template<>
const RowSpec<Handover> &rowSpec<Handover>()
{
    static const RowSpec<Handover> spec {u"handover"_s,
        {column<Handover, &Handover::prospect>("prospect_id"),
            column<Handover, &Handover::offeredBy>("offered_by_id"),
            column<Handover, &Handover::offeredTo>("offered_to_id"),
            column<Handover, &Handover::offeredAt>("offered_at"),
            column<Handover, &Handover::dueAt>("due_at"), column<Handover, &Handover::note>("note"),
            column<Handover, &Handover::state>("state"),
            column<Handover, &Handover::decidedBy>("decided_by_id"),
            column<Handover, &Handover::decidedAt>("decided_at"),
            column<Handover, &Handover::reason>("reason")}};
    return spec;
}

template<>
const RowSpec<HandoverTouch> &rowSpec<HandoverTouch>()
{
    static const RowSpec<HandoverTouch> spec {u"handover_touch"_s,
        {column<HandoverTouch, &HandoverTouch::handover>("handover_id"),
            column<HandoverTouch, &HandoverTouch::touch>("touch_id")}};
    return spec;
}

template<>
const RowSpec<Consent> &rowSpec<Consent>()
{
    static const RowSpec<Consent> spec {u"consent"_s,
        {column<Consent, &Consent::prospect>("prospect_id"),
            column<Consent, &Consent::medium>("medium"), column<Consent, &Consent::basis>("basis"),
            column<Consent, &Consent::source>("source"), momentMs<Consent, &Consent::at>("at"),
            momentPrecision<Consent, &Consent::at>("at"),
            column<Consent, &Consent::expiresOn>("expires_on"),
            column<Consent, &Consent::by>("by_member_id")}};
    return spec;
}

template<>
const RowSpec<Suppression> &rowSpec<Suppression>()
{
    static const RowSpec<Suppression> spec {u"suppression"_s,
        {column<Suppression, &Suppression::hash>("hash"),
            column<Suppression, &Suppression::kind>("kind"),
            column<Suppression, &Suppression::at>("at")}};
    return spec;
}

template<>
const RowSpec<CustomField> &rowSpec<CustomField>()
{
    static const RowSpec<CustomField> spec {u"custom_field"_s,
        {column<CustomField, &CustomField::name>("name"),
            column<CustomField, &CustomField::kind>("kind"),
            column<CustomField, &CustomField::choices>("choices"),
            column<CustomField, &CustomField::position>("position")}};
    return spec;
}

template<>
const RowSpec<CustomValue> &rowSpec<CustomValue>()
{
    static const RowSpec<CustomValue> spec {u"custom_value"_s,
        {column<CustomValue, &CustomValue::prospect>("prospect_id"),
            column<CustomValue, &CustomValue::field>("field_id"),
            column<CustomValue, &CustomValue::value>("value"),
            column<CustomValue, &CustomValue::batch>("batch_id")}};
    return spec;
}

template<>
const RowSpec<ProspectLabel> &rowSpec<ProspectLabel>()
{
    static const RowSpec<ProspectLabel> spec {u"prospect_label"_s,
        {column<ProspectLabel, &ProspectLabel::prospect>("prospect_id"),
            column<ProspectLabel, &ProspectLabel::label>("label_id"),
            column<ProspectLabel, &ProspectLabel::batch>("batch_id")}};
    return spec;
}

template<>
const RowSpec<SavedFilter> &rowSpec<SavedFilter>()
{
    static const RowSpec<SavedFilter> spec {u"saved_filter"_s,
        {column<SavedFilter, &SavedFilter::name>("name"),
            column<SavedFilter, &SavedFilter::owner>("owner_id"),
            column<SavedFilter, &SavedFilter::query>("query"),
            column<SavedFilter, &SavedFilter::position>("position")}};
    return spec;
}

template<>
const RowSpec<SavedBoard> &rowSpec<SavedBoard>()
{
    static const RowSpec<SavedBoard> spec {u"saved_board"_s,
        {column<SavedBoard, &SavedBoard::name>("name"),
            column<SavedBoard, &SavedBoard::owner>("owner_id"),
            column<SavedBoard, &SavedBoard::content>("content"),
            column<SavedBoard, &SavedBoard::position>("position")}};
    return spec;
}

template<>
const RowSpec<ChartNote> &rowSpec<ChartNote>()
{
    static const RowSpec<ChartNote> spec {u"chart_note"_s,
        {column<ChartNote, &ChartNote::day>("day"), column<ChartNote, &ChartNote::text>("text"),
            column<ChartNote, &ChartNote::by>("by_member_id")}};
    return spec;
}

template<>
const RowSpec<ChartGoal> &rowSpec<ChartGoal>()
{
    static const RowSpec<ChartGoal> spec {u"chart_goal"_s,
        {column<ChartGoal, &ChartGoal::report>("report"),
            column<ChartGoal, &ChartGoal::stage>("stage_id"),
            column<ChartGoal, &ChartGoal::unit>("unit"),
            column<ChartGoal, &ChartGoal::value>("value"),
            column<ChartGoal, &ChartGoal::name>("name")}};
    return spec;
}

template<>
const RowSpec<Merge> &rowSpec<Merge>()
{
    static const RowSpec<Merge> spec {u"merge"_s,
        {column<Merge, &Merge::survivor>("survivor_id"), column<Merge, &Merge::merged>("merged_id"),
            column<Merge, &Merge::at>("at"), column<Merge, &Merge::by>("by_member_id"),
            column<Merge, &Merge::fields>("fields"), column<Merge, &Merge::undoneAt>("undone_at")}};
    return spec;
}

template<>
const RowSpec<MergePart> &rowSpec<MergePart>()
{
    static const RowSpec<MergePart> spec {u"merge_part"_s,
        {column<MergePart, &MergePart::merge>("merge_id"),
            column<MergePart, &MergePart::table>("of_table"),
            column<MergePart, &MergePart::row>("row_id"),
            column<MergePart, &MergePart::column>("of_column")}};
    return spec;
}

template<>
const RowSpec<NotDuplicate> &rowSpec<NotDuplicate>()
{
    static const RowSpec<NotDuplicate> spec {u"not_duplicate"_s,
        {column<NotDuplicate, &NotDuplicate::one>("one_id"),
            column<NotDuplicate, &NotDuplicate::other>("other_id"),
            column<NotDuplicate, &NotDuplicate::by>("by_member_id"),
            column<NotDuplicate, &NotDuplicate::at>("at")}};
    return spec;
}

template<>
const RowSpec<RetentionRule> &rowSpec<RetentionRule>()
{
    static const RowSpec<RetentionRule> spec {u"retention_rule"_s,
        {column<RetentionRule, &RetentionRule::stage>("stage_id"),
            column<RetentionRule, &RetentionRule::months>("months")}};
    return spec;
}

template<>
const RowSpec<Override> &rowSpec<Override>()
{
    static const RowSpec<Override> spec {u"guardrail_override"_s,
        {column<Override, &Override::prospect>("prospect_id"),
            column<Override, &Override::rule>("rule"),
            column<Override, &Override::reason>("reason"),
            column<Override, &Override::by>("by_member_id"),
            column<Override, &Override::at>("at")}};
    return spec;
}
