// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrations.h"

#include "domain/stage.h"
#include "storage/handlekeys.h"
#include "storage/rowspec.h"
#include "storage/salestable.h"
#include "storage/searchindex.h"
#include "storage/stagetable.h"
#include "storage/taglabels.h"
#include "storage/visiblesecurity.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <functional>
#include <span>

using namespace Qt::StringLiterals;

namespace {
// Every table of values: {common} ends it. Tables that an import fills name their batch.
constexpr const char *Tables[] {
    "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL, row_version BIGINT NOT NULL "
    "DEFAULT 1)",
    "CREATE TABLE node (id BIGINT PRIMARY KEY, holder TEXT NOT NULL, leased_until BIGINT NOT NULL)",
    "CREATE TABLE change (seq {seq}, xid {xid}, at BIGINT NOT NULL, who BIGINT, batch BIGINT, "
    "table_name TEXT NOT NULL, row_id BIGINT NOT NULL, op TEXT NOT NULL, fields TEXT NOT NULL, "
    "before TEXT NOT NULL)",
    "CREATE TABLE member (id {pk}, login TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, "
    "{common})",
    "CREATE TABLE import_batch (id {pk}, state TEXT NOT NULL, format TEXT NOT NULL, files TEXT NOT "
    "NULL, "
    "by_member_id BIGINT REFERENCES member (id), at BIGINT NOT NULL, node BIGINT NOT NULL, summary "
    "TEXT NOT NULL)",
    "CREATE TABLE stage (id {pk}, key TEXT NOT NULL, name TEXT NOT NULL, side TEXT NOT NULL, kind "
    "TEXT NOT NULL, "
    "position BIGINT NOT NULL, since BIGINT NOT NULL, {common})",
    "CREATE TABLE channel (id {pk}, network TEXT NOT NULL, name TEXT NOT NULL, handle TEXT NOT "
    "NULL, "
    "position BIGINT NOT NULL, {common})",
    "CREATE TABLE campaign (id {pk}, name TEXT NOT NULL, goal TEXT NOT NULL, colour BIGINT NOT "
    "NULL, "
    "starts_on TEXT, ends_on TEXT, {common})",
    "CREATE TABLE label (id {pk}, name TEXT NOT NULL, colour BIGINT NOT NULL, {common})",
    "CREATE TABLE post (id {pk}, title TEXT NOT NULL, text TEXT NOT NULL, campaign_id BIGINT "
    "REFERENCES campaign (id), "
    "planned_day TEXT, planned_time TEXT, zone TEXT NOT NULL, notes TEXT NOT NULL, "
    "author_id BIGINT REFERENCES member (id), created_at BIGINT NOT NULL, {batch}, {common})",
    "CREATE TABLE post_label (id {pk}, post_id BIGINT NOT NULL REFERENCES post (id), "
    "label_id BIGINT NOT NULL REFERENCES label (id), {common})",
    "CREATE TABLE variant (id {pk}, post_id BIGINT NOT NULL REFERENCES post (id), "
    "channel_id BIGINT NOT NULL REFERENCES channel (id), detached BIGINT NOT NULL, text TEXT NOT "
    "NULL, status TEXT NOT NULL, "
    "planned_day TEXT, planned_time TEXT, zone TEXT NOT NULL, posted_at BIGINT NOT NULL, link TEXT "
    "NOT NULL, {common})",
    "CREATE TABLE profile_copy (id {pk}, channel_id BIGINT NOT NULL REFERENCES channel (id), "
    "surface TEXT NOT NULL, "
    "version BIGINT NOT NULL, text TEXT NOT NULL, status TEXT NOT NULL, live_since BIGINT NOT "
    "NULL, live_until BIGINT NOT NULL, "
    "author_id BIGINT REFERENCES member (id), created_at BIGINT NOT NULL, {common})",
    "CREATE TABLE company (id {pk}, name TEXT NOT NULL, name_folded {folded} NOT NULL, {batch}, "
    "{common})",
    "CREATE TABLE prospect (id {pk}, name TEXT NOT NULL, name_folded {folded} NOT NULL, first_name "
    "TEXT NOT NULL, "
    "last_name TEXT NOT NULL, company_id BIGINT REFERENCES company (id), title TEXT NOT NULL, "
    "source TEXT NOT NULL, "
    "owner_id BIGINT REFERENCES member (id), stage_id BIGINT REFERENCES stage (id), first_seen "
    "BIGINT NOT NULL, "
    "first_seen_precision TEXT NOT NULL, last_activity_at BIGINT NOT NULL, value_minor BIGINT NOT "
    "NULL, currency TEXT NOT NULL, "
    "notes TEXT NOT NULL, tags TEXT NOT NULL, created_at BIGINT NOT NULL, {batch}, {common})",
    "CREATE TABLE handle (id {pk}, prospect_id BIGINT NOT NULL REFERENCES prospect (id), network "
    "TEXT NOT NULL, "
    "value TEXT NOT NULL, value_folded {folded} NOT NULL, {batch}, {common})",
    "CREATE TABLE external_id (space TEXT NOT NULL, external_id TEXT NOT NULL, "
    "prospect_id BIGINT NOT NULL REFERENCES prospect (id), batch_id BIGINT REFERENCES import_batch "
    "(id), "
    "PRIMARY KEY (space, external_id))",
    "CREATE TABLE move (id {pk}, prospect_id BIGINT NOT NULL REFERENCES prospect (id), "
    "from_stage_id BIGINT REFERENCES stage (id), to_stage_id BIGINT NOT NULL REFERENCES stage "
    "(id), at BIGINT NOT NULL, "
    "at_precision TEXT NOT NULL, by_member_id BIGINT REFERENCES member (id), reason TEXT NOT NULL, "
    "{batch}, {common})",
    "CREATE TABLE touch (id {pk}, prospect_id BIGINT NOT NULL REFERENCES prospect (id), kind TEXT "
    "NOT NULL, "
    "post_id BIGINT REFERENCES post (id), channel_id BIGINT REFERENCES channel (id), quote TEXT "
    "NOT NULL, at BIGINT NOT NULL, "
    "at_precision TEXT NOT NULL, by_member_id BIGINT REFERENCES member (id), {batch}, {common})",
    "CREATE TABLE conversation (id {pk}, prospect_id BIGINT REFERENCES prospect (id), "
    "owner_id BIGINT REFERENCES member (id), privacy TEXT NOT NULL, title TEXT NOT NULL, network "
    "TEXT NOT NULL, "
    "last_message_at BIGINT NOT NULL, turn TEXT NOT NULL, unanswered BIGINT NOT NULL, created_at "
    "BIGINT NOT NULL, {batch}, {common})",
    "CREATE TABLE participant (id {pk}, conversation_id BIGINT NOT NULL REFERENCES conversation "
    "(id), "
    "prospect_id BIGINT REFERENCES prospect (id), name TEXT NOT NULL, is_us BIGINT NOT NULL, "
    "{batch}, {common})",
    "CREATE TABLE source_thread (id {pk}, conversation_id BIGINT NOT NULL REFERENCES conversation "
    "(id), "
    "format TEXT NOT NULL, external_id TEXT NOT NULL, {batch}, {common})",
    "CREATE TABLE message (id {pk}, conversation_id BIGINT NOT NULL REFERENCES conversation (id), "
    "sender_id BIGINT REFERENCES participant (id), medium TEXT NOT NULL, direction TEXT NOT NULL, "
    "sent_at BIGINT NOT NULL, "
    "sent_at_precision TEXT NOT NULL, body TEXT NOT NULL, duration_seconds BIGINT NOT NULL, "
    "dedupe_key TEXT NOT NULL, {batch}, {common})",
    "CREATE TABLE move_proposal (id {pk}, prospect_id BIGINT NOT NULL REFERENCES prospect (id), "
    "to_stage_id BIGINT NOT NULL REFERENCES stage (id), at BIGINT NOT NULL, at_precision TEXT NOT "
    "NULL, why TEXT NOT NULL, "
    "conversation_id BIGINT REFERENCES conversation (id), state TEXT NOT NULL, {batch}, {common})",
    "CREATE TABLE follow_up (id {pk}, prospect_id BIGINT NOT NULL REFERENCES prospect (id), "
    "owner_id BIGINT REFERENCES member (id), due_on TEXT NOT NULL, snoozed_until TEXT, what TEXT "
    "NOT NULL, "
    "done_at BIGINT NOT NULL, {common})",
};

/// What schema 2 adds, table by table.
constexpr const char *PlanTables[] {
    "CREATE TABLE pillar (id {pk}, name TEXT NOT NULL, colour BIGINT NOT NULL, position BIGINT NOT "
    "NULL, {batch}, {common})",
    "CREATE TABLE media (id {pk}, name TEXT NOT NULL, kind TEXT NOT NULL, place TEXT NOT NULL, "
    "checksum TEXT NOT NULL, bytes BIGINT NOT NULL, width BIGINT NOT NULL, height BIGINT NOT NULL, "
    "rights TEXT NOT NULL, created_at BIGINT NOT NULL, {batch}, {common})",
    "CREATE TABLE post_media (id {pk}, post_id BIGINT NOT NULL REFERENCES post (id), variant_id "
    "BIGINT REFERENCES variant (id), media_id BIGINT NOT NULL REFERENCES media (id), position "
    "BIGINT NOT NULL, alt_text TEXT NOT NULL, {batch}, {common})",
    "CREATE TABLE posting_slot (id {pk}, channel_id BIGINT NOT NULL REFERENCES channel (id), "
    "weekday BIGINT NOT NULL, local_time TEXT NOT NULL, queue TEXT NOT NULL, {common})",
    "CREATE TABLE post_comment (id {pk}, post_id BIGINT NOT NULL REFERENCES post (id), variant_id "
    "BIGINT REFERENCES variant (id), author_id BIGINT REFERENCES member (id), at BIGINT NOT NULL, "
    "text TEXT NOT NULL, audience TEXT NOT NULL, resolved_at BIGINT NOT NULL, {common})",
    "CREATE TABLE checklist_item (id {pk}, post_id BIGINT NOT NULL REFERENCES post (id), position "
    "BIGINT NOT NULL, text TEXT NOT NULL, done_at BIGINT NOT NULL, done_by_id BIGINT REFERENCES "
    "member (id), {common})",
    "CREATE TABLE text_version (id {pk}, post_id BIGINT NOT NULL REFERENCES post (id), variant_id "
    "BIGINT REFERENCES variant (id), text TEXT NOT NULL, status TEXT NOT NULL, author_id BIGINT "
    "REFERENCES member (id), at BIGINT NOT NULL, {common})",
    "CREATE TABLE series (id {pk}, rule TEXT NOT NULL, start_day TEXT NOT NULL, local_time TEXT "
    "NOT NULL, zone TEXT NOT NULL, skipped TEXT NOT NULL, {common})",
    "CREATE TABLE post_source (space TEXT NOT NULL, external_id TEXT NOT NULL, post_id BIGINT NOT "
    "NULL REFERENCES post (id), {batch}, PRIMARY KEY (space, external_id))",
};

/// What schema 3 adds, table by table.
constexpr const char *CraftTables[] {
    "CREATE TABLE media_content (media_id {pk} REFERENCES media (id), content {blob} NOT NULL, "
    "thumbnail {blob} NOT NULL)",
    "CREATE TABLE media_crop (id {pk}, post_id BIGINT NOT NULL REFERENCES post (id), "
    "post_media_id BIGINT NOT NULL REFERENCES post_media (id), variant_id BIGINT NOT NULL "
    "REFERENCES variant (id), left_edge BIGINT NOT NULL, top_edge BIGINT NOT NULL, width BIGINT "
    "NOT NULL, height BIGINT NOT NULL, {common})",
    "CREATE TABLE channel_limit (id {pk}, channel_id BIGINT NOT NULL REFERENCES channel (id), "
    "surface TEXT NOT NULL, field TEXT NOT NULL, rule TEXT NOT NULL, kind TEXT NOT NULL, most "
    "BIGINT NOT NULL, {common})",
    "CREATE TABLE snippet (id {pk}, purpose TEXT NOT NULL, name TEXT NOT NULL, text TEXT NOT "
    "NULL, network TEXT NOT NULL, position BIGINT NOT NULL, {common})",
    "CREATE TABLE dictionary_word (id {pk}, language TEXT NOT NULL, word TEXT NOT NULL, {common})",
    "CREATE TABLE overlay (id {pk}, name TEXT NOT NULL, colour BIGINT NOT NULL, place TEXT NOT "
    "NULL, shown BIGINT NOT NULL, {common})",
    "CREATE TABLE overlay_day (id {pk}, overlay_id BIGINT NOT NULL REFERENCES overlay (id), "
    "from_day TEXT NOT NULL, to_day TEXT NOT NULL, name TEXT NOT NULL, {common})",
};

/// What schema 4 adds, table by table. An index of full text is made by the dialect.
constexpr const char *PushTables[] {
    "CREATE TABLE lost_reason (id {pk}, name TEXT NOT NULL, position BIGINT NOT NULL, retired "
    "BIGINT NOT NULL, {common})",
    "CREATE TABLE custom_field (id {pk}, name TEXT NOT NULL, kind TEXT NOT NULL, choices TEXT "
    "NOT NULL, position BIGINT NOT NULL, {common})",
    "CREATE TABLE custom_value (id {pk}, prospect_id BIGINT NOT NULL REFERENCES prospect "
    "(id), field_id BIGINT NOT NULL REFERENCES custom_field (id), value TEXT NOT NULL, "
    "{batch}, {common})",
    "CREATE TABLE prospect_label (id {pk}, prospect_id BIGINT NOT NULL REFERENCES prospect "
    "(id), label_id BIGINT NOT NULL REFERENCES label (id), carried TEXT NOT NULL DEFAULT '', "
    "{batch}, {common})",
    "CREATE TABLE saved_filter (id {pk}, name TEXT NOT NULL, owner_id BIGINT REFERENCES "
    "member (id), query TEXT NOT NULL, position BIGINT NOT NULL, {common})",
    "CREATE TABLE retention_rule (id {pk}, stage_id BIGINT NOT NULL REFERENCES stage (id), "
    "months BIGINT NOT NULL, {common})",
    "CREATE TABLE suppression (id {pk}, hash TEXT NOT NULL, kind TEXT NOT NULL, at BIGINT NOT "
    "NULL, {common})",
    "CREATE TABLE consent (id {pk}, prospect_id BIGINT NOT NULL REFERENCES prospect (id), "
    "medium TEXT NOT NULL, basis TEXT NOT NULL, source TEXT NOT NULL, at BIGINT NOT NULL, "
    "at_precision TEXT NOT NULL, expires_on TEXT, by_member_id BIGINT REFERENCES member (id), "
    "{common})",
    "CREATE TABLE guardrail_override (id {pk}, prospect_id BIGINT NOT NULL REFERENCES "
    "prospect (id), rule TEXT NOT NULL, reason TEXT NOT NULL, by_member_id BIGINT REFERENCES "
    "member (id), at BIGINT NOT NULL, {common})",
    "CREATE TABLE fact (id {pk}, prospect_id BIGINT NOT NULL REFERENCES prospect (id), kind "
    "TEXT NOT NULL, text TEXT NOT NULL, source TEXT NOT NULL, dated_on TEXT, position BIGINT "
    "NOT NULL, by_member_id BIGINT REFERENCES member (id), created_at BIGINT NOT NULL, "
    "{common})",
    "CREATE TABLE offer (id {pk}, prospect_id BIGINT NOT NULL REFERENCES prospect (id), kind "
    "TEXT NOT NULL, title TEXT NOT NULL, value_minor BIGINT NOT NULL, currency TEXT NOT NULL, "
    "made_at BIGINT NOT NULL, made_at_precision TEXT NOT NULL, expected_on TEXT, state TEXT "
    "NOT NULL, decided_at BIGINT NOT NULL, lost_reason_id BIGINT REFERENCES lost_reason (id), "
    "lost_at_stage_id BIGINT REFERENCES stage (id), note TEXT NOT NULL, by_member_id BIGINT "
    "REFERENCES member (id), {batch}, {common})",
    "CREATE TABLE handover (id {pk}, prospect_id BIGINT NOT NULL REFERENCES prospect (id), "
    "offered_by_id BIGINT REFERENCES member (id), offered_to_id BIGINT REFERENCES member "
    "(id), offered_at BIGINT NOT NULL, due_at BIGINT NOT NULL, note TEXT NOT NULL, state TEXT "
    "NOT NULL, decided_by_id BIGINT REFERENCES member (id), decided_at BIGINT NOT NULL, "
    "reason TEXT NOT NULL, {common})",
    "CREATE TABLE handover_touch (id {pk}, handover_id BIGINT NOT NULL REFERENCES handover "
    "(id), touch_id BIGINT NOT NULL REFERENCES touch (id), {common})",
    "CREATE TABLE merge (id {pk}, survivor_id BIGINT NOT NULL REFERENCES prospect (id), "
    "merged_id BIGINT NOT NULL REFERENCES prospect (id), at BIGINT NOT NULL, by_member_id "
    "BIGINT REFERENCES member (id), fields TEXT NOT NULL, undone_at BIGINT NOT NULL, "
    "{common})",
    "CREATE TABLE merge_part (id {pk}, merge_id BIGINT NOT NULL REFERENCES merge (id), "
    "of_table TEXT NOT NULL, row_id BIGINT NOT NULL, of_column TEXT NOT NULL, {common})",
    "CREATE TABLE not_duplicate (id {pk}, one_id BIGINT NOT NULL REFERENCES prospect (id), "
    "other_id BIGINT NOT NULL REFERENCES prospect (id), by_member_id BIGINT REFERENCES member "
    "(id), at BIGINT NOT NULL, {common})",
    "CREATE TABLE conversation_share (id {pk}, conversation_id BIGINT NOT NULL REFERENCES "
    "conversation (id), member_id BIGINT NOT NULL REFERENCES member (id), {common})",
    "CREATE TABLE hop (id {pk}, conversation_id BIGINT NOT NULL REFERENCES conversation (id), "
    "from_medium TEXT NOT NULL, to_medium TEXT NOT NULL, proposed_by TEXT NOT NULL, "
    "proposed_at BIGINT NOT NULL, proposed_at_precision TEXT NOT NULL, state TEXT NOT NULL, "
    "decided_at BIGINT NOT NULL, {batch}, {common})",
    "CREATE TABLE attachment (id {pk}, conversation_id BIGINT NOT NULL REFERENCES "
    "conversation (id), message_id BIGINT NOT NULL REFERENCES message (id), name TEXT NOT "
    "NULL, bytes BIGINT NOT NULL, checksum TEXT NOT NULL, {batch}, {common})",
    "CREATE TABLE attachment_content (attachment_id {pk} REFERENCES attachment (id), content "
    "{blob} NOT NULL)",
};

/// The tables that schema 5 adds.
constexpr const char *ChartTables[] {
    "CREATE TABLE chart_note (id {pk}, day TEXT NOT NULL, text TEXT NOT NULL, by_member_id "
    "BIGINT REFERENCES member (id), {common})",
    "CREATE TABLE chart_goal (id {pk}, report TEXT NOT NULL, stage_id BIGINT REFERENCES stage "
    "(id), unit TEXT NOT NULL, value BIGINT NOT NULL, name TEXT NOT NULL, {common})",
    "CREATE TABLE saved_board (id {pk}, name TEXT NOT NULL, owner_id BIGINT REFERENCES "
    "member (id), content TEXT NOT NULL, position BIGINT NOT NULL, {common})",
    "CREATE TABLE pipeline_version (id {pk}, at BIGINT NOT NULL, by_id BIGINT REFERENCES member "
    "(id), number BIGINT NOT NULL, stages TEXT NOT NULL, {common})",
};

/// The columns that schema 2 adds to tables of schema 1.
struct AddedColumn
{
    const char *table;
    const char *column;
};
constexpr AddedColumn PlanColumns[] {
    {"channel", "zone TEXT NOT NULL DEFAULT ''"},
    {"channel", "approval TEXT NOT NULL DEFAULT 'none'"},
    {"channel", "{batch}"},
    {"campaign", "{batch}"},
    {"label", "{batch}"},
    {"post", "pillar_id BIGINT REFERENCES pillar (id)"},
    {"post", "link TEXT NOT NULL DEFAULT ''"},
    {"post", "series_id BIGINT REFERENCES series (id)"},
    {"post", "occurrence TEXT"},
    {"post_label", "{batch}"},
    {"variant", "first_comment TEXT NOT NULL DEFAULT ''"},
    {"variant", "{batch}"},
};

/// The columns that schema 3 adds.
constexpr AddedColumn CraftColumns[] {
    {"channel", "utm_source TEXT NOT NULL DEFAULT ''"},
    {"channel", "utm_medium TEXT NOT NULL DEFAULT ''"},
    {"campaign", "utm_campaign TEXT NOT NULL DEFAULT ''"},
    {"post", "tracks_link BIGINT NOT NULL DEFAULT 0"},
    {"post", "language TEXT NOT NULL DEFAULT ''"},
    {"post", "cool_down_days BIGINT NOT NULL DEFAULT 0"},
    {"post", "evergreen_queue TEXT NOT NULL DEFAULT ''"},
    {"post", "evergreen_id BIGINT REFERENCES post (id)"},
    {"variant", "thread TEXT NOT NULL DEFAULT 'none'"},
};

/// The columns that schema 4 adds.
constexpr AddedColumn PushColumns[] {
    {"company", "website TEXT NOT NULL DEFAULT ''"},
    {"company", "notes TEXT NOT NULL DEFAULT ''"},
    {"label", "merged_into_id BIGINT"},
    {"prospect", "zone TEXT NOT NULL DEFAULT ''"},
    {"prospect", "private_to_id BIGINT REFERENCES member (id)"},
    {"prospect", "do_not_contact_since BIGINT NOT NULL DEFAULT 0"},
    {"prospect", "do_not_contact_why TEXT NOT NULL DEFAULT ''"},
    {"prospect", "merged_into_id BIGINT REFERENCES prospect (id)"},
    {"prospect", "erased_at BIGINT NOT NULL DEFAULT 0"},
    {"move", "lost_reason_id BIGINT REFERENCES lost_reason (id)"},
    {"touch", "profile_copy_id BIGINT REFERENCES profile_copy (id)"},
    {"touch", "referrer_id BIGINT REFERENCES prospect (id)"},
    {"touch", "quotable BIGINT NOT NULL DEFAULT 0"},
    {"conversation", "unreturned BIGINT NOT NULL DEFAULT 0"},
    {"conversation", "snoozed_until TEXT"},
    {"conversation", "closed_at BIGINT NOT NULL DEFAULT 0"},
    {"message", "call_result TEXT NOT NULL DEFAULT 'none'"},
    {"handle", "contested BIGINT NOT NULL DEFAULT 0"},
};

/// The columns that schema 5 adds.
constexpr AddedColumn ChartColumns[] {
    {"stage", "retired_at BIGINT NOT NULL DEFAULT 0"},
};

struct LiveView
{
    const char *table;
    bool hasBatch;
};
constexpr LiveView FirstLiveViews[] {
    {"member", false},
    {"stage", false},
    {"channel", false},
    {"campaign", false},
    {"label", false},
    {"post", true},
    {"post_label", false},
    {"variant", false},
    {"profile_copy", false},
    {"company", true},
    {"prospect", true},
    {"handle", true},
    {"move", true},
    {"touch", true},
    {"conversation", true},
    {"participant", true},
    {"source_thread", true},
    {"message", true},
    {"move_proposal", true},
    {"follow_up", false},
};

/// The views that schema 2 makes, or makes again with more columns.
constexpr LiveView PlanLiveViews[] {
    {"channel", true},
    {"campaign", true},
    {"label", true},
    {"post", true},
    {"post_label", true},
    {"variant", true},
    {"pillar", true},
    {"media", true},
    {"post_media", true},
    {"posting_slot", false},
    {"series", false},
    {"post_comment", false},
    {"checklist_item", false},
    {"text_version", false},
};

/// The views that schema 3 makes, or makes again with more columns.
constexpr LiveView CraftLiveViews[] {
    {"channel", true},
    {"campaign", true},
    {"post", true},
    {"variant", true},
    {"media_crop", false},
    {"channel_limit", false},
    {"snippet", false},
    {"dictionary_word", false},
    {"overlay", false},
    {"overlay_day", false},
};

/// The views that schema 4 makes, or makes again with more columns.
constexpr LiveView PushLiveViews[] {
    {"company", true},
    {"label", true},
    {"prospect", true},
    {"move", true},
    {"touch", true},
    {"conversation", true},
    {"participant", true},
    {"source_thread", true},
    {"message", true},
    {"lost_reason", false},
    {"custom_field", false},
    {"custom_value", true},
    {"prospect_label", true},
    {"saved_filter", false},
    {"retention_rule", false},
    {"suppression", false},
    {"consent", false},
    {"guardrail_override", false},
    {"fact", false},
    {"offer", true},
    {"handover", false},
    {"handover_touch", false},
    {"merge", false},
    {"merge_part", false},
    {"not_duplicate", false},
    {"handle", true},
    {"conversation_share", false},
    {"hop", true},
    {"attachment", true},
};

/// The views that schema 5 makes, or makes again with more columns.
constexpr LiveView ChartLiveViews[] {
    {"stage", false},
    {"pipeline_version", false},
    {"chart_note", false},
    {"chart_goal", false},
    {"saved_board", false},
};

struct Index
{
    const char *name = nullptr;
    const char *on = nullptr;
    bool isUnique = false;
};
// The lists' indices hold id and batch_id, so that a million ids stream from the index alone, and handle_of_prospect the networks that
// a row of the list shows. message_in_conversation holds what messages say of themselves without their words, for charts and threads: thirty-eight bytes
// a message more than the two ids that find it. That of names also finds those who are in somebody's private circle, as imports must.
constexpr Index Indices[] {
    {"post_by_day", "post (planned_day) WHERE deleted_at IS NULL"},
    {"variant_by_post", "variant (post_id)"},
    {"variant_by_channel", "variant (channel_id)"},
    {"variant_scheduled", "variant (post_id) WHERE status = 'scheduled'"},
    {"variant_by_day", "variant (planned_day) WHERE planned_day IS NOT NULL"},
    {"post_label_by_post", "post_label (post_id)"},
    {"post_label_by_label", "post_label (label_id)"},
    {"post_by_campaign", "post (campaign_id) WHERE campaign_id IS NOT NULL"},
    {"post_by_series", "post (series_id) WHERE series_id IS NOT NULL"},
    {"post_media_by_post", "post_media (post_id)"},
    {"post_media_by_media", "post_media (media_id)"},
    {"post_by_evergreen", "post (evergreen_id) WHERE evergreen_id IS NOT NULL"},
    {"media_crop_by_post", "media_crop (post_id)"},
    {"channel_limit_by_channel", "channel_limit (channel_id)"},
    {"overlay_day_by_overlay", "overlay_day (overlay_id)"},
    {"post_comment_by_post", "post_comment (post_id)"},
    {"checklist_item_by_post", "checklist_item (post_id)"},
    {"text_version_by_post", "text_version (post_id)"},
    {"posting_slot_by_channel", "posting_slot (channel_id)"},
    {"profile_copy_by_channel", "profile_copy (channel_id, surface, version)"},
    {"company_by_name", "company (name_folded)"},
    {"listed_by_name",
        "prospect (name_folded, id, private_to_id, erased_at, batch_id) WHERE deleted_at IS NULL"},
    {"listed_by_activity",
        "prospect (last_activity_at, id, stage_id, batch_id) WHERE deleted_at IS NULL AND "
        "private_to_id IS NULL AND erased_at = 0"},
    {"listed_by_stage",
        "prospect (stage_id, last_activity_at, id, batch_id) WHERE deleted_at IS NULL AND "
        "private_to_id IS NULL AND erased_at = 0"},
    {"listed_by_owner",
        "prospect (owner_id, last_activity_at, id, batch_id) WHERE deleted_at IS NULL AND "
        "private_to_id IS NULL AND erased_at = 0"},
    {"listed_by_source",
        "prospect (source, last_activity_at, id, batch_id) WHERE deleted_at IS NULL AND "
        "private_to_id IS NULL AND erased_at = 0"},
    {"prospect_private", "prospect (private_to_id, id) WHERE private_to_id IS NOT NULL"},
    {"prospect_do_not_contact", "prospect (do_not_contact_since) WHERE do_not_contact_since <> 0"},
    {"prospect_by_company", "prospect (company_id) WHERE company_id IS NOT NULL"},
    {"prospect_erased", "prospect (erased_at, id) WHERE erased_at > 0"},
    {"handle_of_prospect", "handle (prospect_id, network, deleted_at, batch_id)"},
    {"handle_unique", "handle (network, value_folded) WHERE deleted_at IS NULL", true},
    {"handle_contested",
        "handle (network, value_folded) WHERE contested = 1 AND deleted_at IS NULL"},
    {"handle_contested_newest",
        "handle (contested, id) WHERE contested = 1 AND deleted_at IS NULL"},
    {"post_source_by_post", "post_source (post_id)"},
    {"external_id_by_prospect", "external_id (prospect_id)"},
    {"move_by_prospect", "move (prospect_id, at)"},
    {"touch_by_prospect", "touch (prospect_id, at)"},
    {"touch_by_post", "touch (post_id) WHERE post_id IS NOT NULL"},
    {"conversation_by_prospect", "conversation (prospect_id, last_message_at)"},
    {"participant_by_conversation", "participant (conversation_id)"},
    {"participant_by_prospect", "participant (prospect_id) WHERE prospect_id IS NOT NULL"},
    {"source_thread_by_external_id", "source_thread (format, external_id)"},
    {"source_thread_by_conversation", "source_thread (conversation_id)"},
    {"message_in_conversation",
        "message (conversation_id, id, sent_at, sent_at_precision, medium, direction, call_result, "
        "deleted_at, batch_id)"},
    {"message_by_sender", "message (sender_id) WHERE sender_id IS NOT NULL"},
    {"move_proposal_by_prospect", "move_proposal (prospect_id)"},
    {"move_proposal_by_conversation", "move_proposal (conversation_id)"},
    {"follow_up_by_prospect", "follow_up (prospect_id)"},
    {"custom_value_by_prospect", "custom_value (prospect_id)"},
    {"custom_value_by_field", "custom_value (field_id, value)"},
    {"prospect_label_by_prospect", "prospect_label (prospect_id)"},
    {"prospect_label_by_label", "prospect_label (label_id, prospect_id)"},
    {"suppression_by_hash", "suppression (hash)"},
    {"consent_by_prospect", "consent (prospect_id)"},
    {"guardrail_override_by_prospect", "guardrail_override (prospect_id)"},
    {"guardrail_override_by_time", "guardrail_override (at)"},
    {"fact_by_prospect", "fact (prospect_id)"},
    {"offer_by_prospect", "offer (prospect_id)"},
    {"offer_open", "offer (expected_on) WHERE state = 'open'"},
    {"handover_by_prospect", "handover (prospect_id)"},
    {"handover_offered", "handover (due_at) WHERE state = 'offered'"},
    {"handover_touch_by_handover", "handover_touch (handover_id)"},
    {"handover_touch_by_touch", "handover_touch (touch_id)"},
    {"merge_by_survivor", "merge (survivor_id)"},
    {"merge_by_merged", "merge (merged_id)"},
    {"prospect_merged", "prospect (merged_into_id) WHERE merged_into_id IS NOT NULL"},
    {"merge_part_by_merge", "merge_part (merge_id)"},
    {"merge_part_by_row", "merge_part (row_id)"},
    {"not_duplicate_by_one", "not_duplicate (one_id, other_id)"},
    {"not_duplicate_by_other", "not_duplicate (other_id)"},
    {"conversation_of_team", "conversation (id) WHERE privacy = 'team'"},
    {"conversation_share_by_member", "conversation_share (member_id, conversation_id)"},
    {"conversation_share_by_conversation", "conversation_share (conversation_id, member_id)"},
    {"hop_by_conversation", "hop (conversation_id)"},
    {"attachment_by_conversation", "attachment (conversation_id)"},
    {"attachment_by_message", "attachment (message_id)"},
    {"attachment_deleted", "attachment (deleted_at) WHERE deleted_at IS NOT NULL"},
    {"follow_up_open", "follow_up (due_on) WHERE done_at = 0"},
    {"conversation_by_owner", "conversation (owner_id, last_message_at)"},
    {"conversation_waiting",
        "conversation (owner_id, last_message_at) WHERE turn = 'we' AND closed_at = 0"},
    {"conversation_by_turn", "conversation (turn, prospect_id) WHERE closed_at = 0"},
    {"conversation_by_word", "conversation (last_message_at, prospect_id)"},
    {"follow_up_next",
        "follow_up (coalesce(snoozed_until, due_on), id, prospect_id) WHERE done_at = 0 AND "
        "deleted_at IS NULL"},
    {"offer_open_by_prospect", "offer (prospect_id, value_minor, currency) WHERE state = 'open'"},
    {"touch_by_kind", "touch (kind, at)"},
    {"touch_by_time", "touch (at, prospect_id)"},
    {"follow_up_by_owner",
        "follow_up (owner_id, coalesce(snoozed_until, due_on)) WHERE done_at = 0"},
    {"conversation_unanswered",
        "conversation (owner_id, last_message_at) WHERE turn = 'they' AND closed_at = 0"},
    {"handover_decided", "handover (decided_at)"},
    {"handover_by_offerer", "handover (offered_by_id, offered_at)"},
    {"prospect_by_owner",
        "prospect (owner_id, stage_id, last_activity_at, id, batch_id) WHERE deleted_at IS NULL"},
    {"touch_by_referrer", "touch (referrer_id) WHERE referrer_id IS NOT NULL"},
    {"touch_by_profile_copy", "touch (profile_copy_id) WHERE profile_copy_id IS NOT NULL"},
    {"change_by_batch", "change (batch) WHERE batch IS NOT NULL"},
    {"change_by_row", "change (table_name, row_id)"},
};

Result<> run(Transaction &transaction, const QString &sql)
{
    auto done = transaction.execute(transaction.dialect().schema(sql));
    return done ? Result<>() : tl::unexpected(done.error());
}

QString expanded(const char *schema)
{
    QString sql = QString::fromLatin1(schema);
    sql.replace("{common}"_L1, "row_version BIGINT NOT NULL DEFAULT 1, deleted_at BIGINT"_L1);
    sql.replace("{batch}"_L1, "batch_id BIGINT REFERENCES import_batch (id)"_L1);
    return sql;
}

/// A view of \a view's table without what was deleted and what an import has not finished.
Result<> createLiveView(Transaction &transaction, const LiveView &view)
{
    const QString table = QString::fromLatin1(view.table);
    if (auto done = run(transaction, "DROP VIEW IF EXISTS live_"_L1 + table); !done)
        return done;
    // Else a server would let whoever reads the view see what its owner may see.
    const QString rights =
        transaction.dialect().isSqlite() ? QString() : u" WITH (security_invoker = true)"_s;
    QString sql = "CREATE VIEW live_"_L1 + table + rights + " AS SELECT * FROM "_L1 + table
        + " WHERE deleted_at IS NULL"_L1;
    if (view.hasBatch)
        sql += " AND (batch_id IS NULL OR batch_id NOT IN "
               "(SELECT id FROM import_batch WHERE state <> 'live'))"_L1;
    return run(transaction, sql);
}

Result<> createTables(Transaction &transaction)
{
    for (const char *table : Tables) {
        if (auto done = run(transaction, expanded(table)); !done)
            return done;
    }
    for (const LiveView &view : FirstLiveViews) {
        if (auto done = createLiveView(transaction, view); !done)
            return done;
    }
    const QList<Stage> stages = defaultPipeline();
    for (const Stage &stage : stages) {
        RowEdit edit = insertion(stage);
        edit.after.remove(u"retired_at"_s); // comes with schema 5
        if (auto done = applyEdit(transaction, edit); !done)
            return done;
    }
    return {};
}

/// Adds tables and columns, and makes the views that show them.
Result<> add(Transaction &transaction, std::span<const char *const> tables,
    std::span<const AddedColumn> columns, std::span<const LiveView> views)
{
    for (const char *table : tables) {
        if (auto done = run(transaction, expanded(table)); !done)
            return done;
    }
    for (const AddedColumn &added : columns) {
        if (auto done = run(transaction,
                "ALTER TABLE "_L1 + QString::fromLatin1(added.table) + " ADD COLUMN "_L1
                    + expanded(added.column));
            !done)
            return done;
    }
    for (const LiveView &view : views) {
        if (auto done = createLiveView(transaction, view); !done)
            return done;
    }
    return {};
}

Result<> addPlanning(Transaction &transaction)
{
    return add(transaction, PlanTables, PlanColumns, PlanLiveViews);
}

Result<> addCraft(Transaction &transaction)
{
    return add(transaction, CraftTables, CraftColumns, CraftLiveViews);
}

Result<> addLostReasons(Transaction &transaction)
{
    const QList<LostReason> reasons = defaultLostReasons();
    for (const LostReason &reason : reasons) {
        if (auto done = applyEdit(transaction, insertion(reason)); !done)
            return done;
    }
    return {};
}

/// The pipeline as it stands is its first version.
Result<> addPipelineVersion(Transaction &transaction)
{
    auto stages = selectRows<Stage>(transaction.connection(), u"ORDER BY position, id"_s);
    if (!stages)
        return tl::unexpected(stages.error());
    return applyEdit(transaction, insertion(firstPipelineVersion(*stages)));
}

/// Whoever is in somebody's private circle, or was erased, is not listed: the lists' indices and their view are made without them.
Result<> listWithoutCircles(Transaction &transaction)
{
    for (const char *index : {"prospect_by_name", "prospect_by_activity", "prospect_by_stage"}) {
        if (auto done = run(transaction, "DROP INDEX IF EXISTS "_L1 + QString::fromLatin1(index));
            !done)
            return done;
    }
    if (auto done = run(transaction, u"DROP VIEW IF EXISTS listed_prospect"_s); !done)
        return done;
    return run(transaction,
        "CREATE VIEW listed_prospect"_L1
            + (transaction.dialect().isSqlite() ? QString() : u" WITH (security_invoker = true)"_s)
            + " AS SELECT * FROM prospect WHERE deleted_at IS NULL "
              "AND private_to_id IS NULL AND erased_at = 0 AND (batch_id IS NULL OR batch_id NOT "
              "IN "
              "(SELECT id FROM import_batch WHERE state <> 'live'))"_L1);
}

Result<> addPush(Transaction &transaction)
{
    return add(transaction, PushTables, PushColumns, {})
        .and_then([&] { return TagLabels::convert(transaction); })
        .and_then([&] { return add(transaction, {}, {}, PushLiveViews); })
        .and_then([&] { return HandleKeys::renew(transaction); })
        .and_then([&] { return run(transaction, u"DROP INDEX IF EXISTS handle_by_value"_s); })
        .and_then([&] { return listWithoutCircles(transaction); })
        .and_then([&] { return SearchIndex::create(transaction); })
        .and_then([&] { return RowSecurity::create(transaction); })
        .and_then([&] { return addLostReasons(transaction); });
}

Result<> addCharts(Transaction &transaction)
{
    return add(transaction, ChartTables, ChartColumns, ChartLiveViews)
        .and_then([&] { return RowSecurity::createForLabels(transaction); })
        .and_then([&] { return addPipelineVersion(transaction); });
}

/// Indices that hold less than those of now, which are made last of all.
Result<> dropNarrowIndices(Transaction &transaction)
{
    for (const char *index : {"handle_by_prospect", "message_by_conversation"}) {
        if (auto done = run(transaction, "DROP INDEX IF EXISTS "_L1 + QString::fromLatin1(index));
            !done)
            return done;
    }
    return {};
}

struct Migration
{
    int version;
    const char *why;
    Result<> (*apply)(
        Transaction &); // a plain function pointer on purpose: a migration captures nothing
};

constexpr std::array migrations {
    Migration {1, "first schema", createTables},
    Migration {2, "pillars, media, slots, series and reviews; plans come in and out", addPlanning},
    Migration {3, "pictures, snippets, own limits, overlays and evergreen posts", addCraft},
    Migration {4, "offers, homework, handovers, consent, merges and shared conversations", addPush},
    Migration {5, "versions of the pipeline, notes, goals and boards", addCharts},
    Migration {6, "indices that answer for their tables", dropNarrowIndices},
};
static_assert(
    std::ranges::adjacent_find(migrations, std::ranges::greater_equal {}, &Migration::version)
        == migrations.end(),
    "migrations must be strictly ascending");
} // namespace

int currentSchema()
{
    return migrations.back().version;
}

Result<int> schemaOf(Connection &connection)
{
    auto exists = connection.number(connection.dialect().isSqlite()
            ? u"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'"_s
            : u"SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'schema_version'"_s);
    if (!exists)
        return tl::unexpected(exists.error());
    if (exists->value_or(0) == 0)
        return 0;
    return connection.number(u"SELECT max(version) FROM schema_version"_s)
        .map([](std::optional<qint64> version) { return int(version.value_or(0)); });
}

Result<> migrate(Connection &connection, qint64 now)
{
    const auto present = schemaOf(connection);
    if (!present)
        return tl::unexpected(present.error());
    if (*present > currentSchema())
        return fail(Error::Code::Rejected,
            QCoreApplication::translate("Storage",
                "This workspace was written by a newer Pullpush (its format is %1, this program "
                "knows %2). "
                "Nothing was changed; install the newer program to open it.")
                .arg(*present)
                .arg(currentSchema()));
    for (const Migration &migration : migrations) {
        if (migration.version <= *present)
            continue;
        auto transaction = Transaction::begin(connection);
        if (!transaction)
            return tl::unexpected(transaction.error());
        transaction->now = now;
        Result<> done;
        if (migration.version == 1)
            done = run(*transaction,
                u"CREATE TABLE schema_version (version BIGINT PRIMARY KEY, why TEXT NOT NULL, at BIGINT NOT NULL)"_s);
        if (done)
            done = migration.apply(*transaction);
        if (done && migration.version == currentSchema())
            done = createIndices(*transaction); // their columns are all there now
        if (done) {
            auto noted = transaction->execute(
                u"INSERT INTO schema_version (version, why, at) VALUES (?, ?, ?)"_s,
                {migration.version, QString::fromLatin1(migration.why), now});
            done = noted ? transaction->commit() : tl::unexpected(noted.error());
        }
        if (!done)
            return done;
    }
    return {};
}

Result<> dropIndices(Transaction &transaction)
{
    for (const Index &index : Indices) {
        if (auto done =
                run(transaction, "DROP INDEX IF EXISTS "_L1 + QString::fromLatin1(index.name));
            !done)
            return done;
    }
    return {};
}

Result<> createIndices(Transaction &transaction)
{
    for (const Index &index : Indices) {
        if (auto done = run(transaction,
                (index.isUnique ? "CREATE UNIQUE INDEX IF NOT EXISTS "_L1
                                : "CREATE INDEX IF NOT EXISTS "_L1)
                    + QString::fromLatin1(index.name) + " ON "_L1 + QString::fromLatin1(index.on));
            !done)
            return done;
    }
    return {};
}

Result<> refreshStatistics(Transaction &transaction)
{
    for (const QString &statement : transaction.dialect().refreshStatistics()) {
        if (auto done = run(transaction, statement); !done)
            return done;
    }
    return {};
}
