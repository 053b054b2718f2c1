// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/visiblesecurity.h"

#include "storage/transaction.h"

#include <span>

using namespace Qt::StringLiterals;

namespace {
// A function that runs with the rights of its maker is the only way by which a policy looks into another table without that table's own policy, which would look
// back. Within it current_user is the maker and session_user whoever is connected. The maker's name is a quoted literal, put in for {owner}. Calls stand as
// sub-selects so that they are made once for a statement, not once for a row.
// Temporary tables come last in their search path, or anybody could lay one of their own over the members.
constexpr const char *Functions[] {
    ("CREATE FUNCTION pullpush_viewer() RETURNS BIGINT LANGUAGE sql STABLE SECURITY DEFINER "
     "SET search_path = {schema}, pg_temp AS $$ SELECT id FROM member WHERE login = session_user "
     "AND deleted_at IS NULL ORDER BY id LIMIT 1 $$"),
    // The owner of the tables may be a member too, and is then as any other but within our functions, which their search path tells. A setting of our own would
    // say it as well, but only a superuser may give one to a function. This one has no path and so no text: its names are bound when it is made.
    ("CREATE FUNCTION pullpush_is_free() RETURNS BOOLEAN LANGUAGE sql STABLE RETURN current_user = "
     "{owner} AND (session_user <> current_user OR pullpush_viewer() IS NULL OR "
     "current_setting('search_path') LIKE '%, {within}')"),
    ("CREATE FUNCTION pullpush_shared(wanted BIGINT) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY "
     "DEFINER SET search_path = {schema}, pg_temp AS $$ SELECT EXISTS (SELECT 1 FROM "
     "conversation_share "
     "WHERE conversation_id = wanted AND member_id = pullpush_viewer() AND deleted_at IS NULL) $$"),
    // Who is in a colleague's private circle: ids alone. They are few, and gathered once for a statement, so that a scan of millions asks a small set.
    ("CREATE FUNCTION pullpush_hidden() RETURNS TABLE (id BIGINT) LANGUAGE sql STABLE SECURITY "
     "DEFINER SET search_path = {schema}, pg_temp AS $$ SELECT p.id FROM "
     "prospect p WHERE p.private_to_id IS NOT NULL AND p.private_to_id IS DISTINCT FROM "
     "(SELECT pullpush_viewer()) $$"),
    // What figures over the whole team need of private circles: when who moved where, without a name or a word.
    ("CREATE FUNCTION pullpush_circle_people() RETURNS TABLE (id BIGINT, source TEXT, owner_id "
     "BIGINT, stage_id BIGINT) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = {schema}, "
     "pg_temp AS $$ SELECT p.id, p.source, p.owner_id, p.stage_id FROM "
     "prospect p WHERE p.private_to_id IS NOT NULL AND p.deleted_at IS NULL AND (p.batch_id IS "
     "NULL OR p.batch_id NOT IN (SELECT b.id FROM import_batch b WHERE b.state <> 'live')) $$"),
    ("CREATE FUNCTION pullpush_circle_moves() RETURNS TABLE (id BIGINT, prospect_id BIGINT, "
     "from_stage_id BIGINT, to_stage_id BIGINT, at BIGINT, at_precision TEXT) LANGUAGE sql STABLE "
     "SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$ SELECT "
     "m.id, m.prospect_id, m.from_stage_id, m.to_stage_id, m.at, m.at_precision FROM prospect p "
     "JOIN move m ON m.prospect_id = p.id WHERE p.private_to_id IS NOT NULL AND m.deleted_at IS "
     "NULL AND (m.batch_id IS NULL OR m.batch_id NOT IN (SELECT b.id FROM import_batch b WHERE "
     "b.state <> 'live')) $$"),
    ("CREATE FUNCTION pullpush_circle_overrides() RETURNS TABLE (id BIGINT, rule TEXT, at BIGINT) "
     "LANGUAGE sql STABLE SECURITY DEFINER SET search_path = {schema}, pg_temp "
     "AS $$ SELECT o.id, o.rule, o.at FROM prospect p JOIN guardrail_override o ON "
     "o.prospect_id = p.id WHERE p.private_to_id IS NOT NULL AND o.deleted_at IS NULL $$"),
    // A handle belongs to one person of the workspace, so that it is taken must be known; whose it is, is an id that leads nowhere.
    ("CREATE FUNCTION pullpush_handle_holder(wanted_network TEXT, wanted TEXT, except_id BIGINT) "
     "RETURNS BIGINT LANGUAGE sql STABLE SECURITY DEFINER SET search_path = {schema}, pg_temp "
     "AS $$ SELECT h.prospect_id FROM handle h WHERE h.network = "
     "wanted_network AND h.value_folded = wanted AND h.deleted_at IS NULL AND h.id <> except_id "
     "$$"),
    // Likewise of the rows of a file that were imported before: only those that are asked for, parted by the unit separator.
    ("CREATE FUNCTION pullpush_external_holders(wanted_space TEXT, wanted TEXT) RETURNS TABLE "
     "(external_id TEXT, prospect_id BIGINT) LANGUAGE sql STABLE SECURITY DEFINER SET search_path "
     "= {schema}, pg_temp AS $$ SELECT e.external_id, e.prospect_id FROM "
     "external_id e JOIN prospect p ON p.id = e.prospect_id WHERE e.space = wanted_space AND "
     "e.external_id = ANY (string_to_array(wanted, chr(31))) AND p.private_to_id IS NOT NULL AND "
     "p.deleted_at IS NULL AND (e.batch_id IS NULL OR e.batch_id IN (SELECT b.id FROM "
     "import_batch b WHERE b.state = 'live')) $$"),
    // A colleague's chat is not taken in a second time, and no message under the id of theirs.
    ("CREATE FUNCTION pullpush_thread_taken(wanted_format TEXT, wanted TEXT) RETURNS BOOLEAN "
     "LANGUAGE sql STABLE SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$ SELECT EXISTS "
     "(SELECT 1 FROM source_thread t WHERE t.format = wanted_format AND t.external_id = wanted AND "
     "t.deleted_at IS NULL AND (t.batch_id IS NULL OR t.batch_id NOT IN (SELECT b.id FROM "
     "import_batch b WHERE b.state <> 'live'))) $$"),
    ("CREATE FUNCTION pullpush_message_taken(wanted BIGINT) RETURNS BOOLEAN LANGUAGE sql STABLE "
     "SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$ SELECT EXISTS (SELECT 1 FROM "
     "message m WHERE m.id = wanted) $$"),
    // What the guardrails need: how often a person was written to or called by everybody together, and how many talks with them go on that are a colleague's. Numbers
    // alone, and none of whom the asker may not know of.
    ("CREATE FUNCTION pullpush_contacts(wanted BIGINT, first_message BIGINT, from_ms BIGINT) "
     "RETURNS BIGINT LANGUAGE sql STABLE SECURITY DEFINER SET search_path = {schema}, pg_temp AS "
     "$$ SELECT count(*) FROM conversation c JOIN message m ON m.conversation_id = c.id WHERE "
     "c.prospect_id = wanted AND wanted NOT IN (SELECT h.id FROM pullpush_hidden() h) AND m.id >= "
     "first_message AND m.sent_at >= from_ms AND m.direction = 'ours' AND m.medium <> 'note' AND "
     "c.deleted_at IS NULL AND m.deleted_at IS NULL AND (c.batch_id IS NULL OR c.batch_id NOT IN "
     "(SELECT b.id FROM import_batch b WHERE b.state <> 'live')) AND (m.batch_id IS NULL OR "
     "m.batch_id NOT IN (SELECT b.id FROM import_batch b WHERE b.state <> 'live')) $$"),
    ("CREATE FUNCTION pullpush_other_talks(wanted BIGINT, from_ms BIGINT) RETURNS BIGINT LANGUAGE "
     "sql STABLE SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$ SELECT count(*) FROM "
     "conversation c WHERE c.prospect_id = wanted AND wanted NOT IN (SELECT h.id FROM "
     "pullpush_hidden() h) AND c.owner_id <> pullpush_viewer() AND c.last_message_at >= from_ms "
     "AND c.deleted_at IS NULL AND (c.batch_id IS NULL OR c.batch_id NOT IN (SELECT b.id FROM "
     "import_batch b WHERE b.state <> 'live')) $$"),
    // A merge takes along what hangs on a record, also what is private to a colleague: by ids alone, to where a standing merge leads, and back again.
    ("CREATE FUNCTION pullpush_hanging(wanted BIGINT) RETURNS TABLE (of_table TEXT, id BIGINT) "
     "LANGUAGE sql STABLE SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$ SELECT "
     "CAST('conversation' AS TEXT), c.id FROM conversation c WHERE c.prospect_id = wanted AND "
     "c.deleted_at IS NULL AND wanted NOT IN (SELECT h.id FROM pullpush_hidden() h) UNION ALL "
     "SELECT CAST('participant' AS TEXT), a.id FROM participant a WHERE a.prospect_id = wanted AND "
     "a.deleted_at IS NULL AND wanted NOT IN (SELECT h.id FROM pullpush_hidden() h) $$"),
    ("CREATE FUNCTION pullpush_carried(wanted_table TEXT, wanted TEXT) RETURNS TABLE (id BIGINT, "
     "prospect_id BIGINT, deleted_at BIGINT) LANGUAGE sql STABLE SECURITY DEFINER SET search_path "
     "= {schema}, pg_temp AS $$ SELECT r.id, r.prospect_id, r.deleted_at FROM (SELECT "
     "CAST('conversation' AS TEXT) AS kind, c.id, c.prospect_id, c.deleted_at FROM conversation c "
     "WHERE wanted_table = 'conversation' AND c.id = ANY (CAST(string_to_array(wanted, ',') AS "
     "BIGINT[])) UNION ALL SELECT CAST('participant' AS TEXT), a.id, a.prospect_id, a.deleted_at "
     "FROM participant a WHERE wanted_table = 'participant' AND a.id = ANY "
     "(CAST(string_to_array(wanted, ',') AS BIGINT[]))) r WHERE r.prospect_id NOT IN (SELECT h.id "
     "FROM pullpush_hidden() h) AND EXISTS (SELECT 1 FROM merge_part x WHERE x.row_id = r.id AND "
     "x.of_table = r.kind AND x.deleted_at IS NULL) $$"),
    ("CREATE FUNCTION pullpush_carry(wanted_table TEXT, wanted BIGINT, from_id BIGINT, to_id "
     "BIGINT) RETURNS BIGINT LANGUAGE plpgsql SECURITY DEFINER SET search_path = {schema}, "
     "pg_temp AS $$ DECLARE moved BIGINT; BEGIN IF EXISTS (SELECT 1 FROM pullpush_hidden() h "
     "WHERE h.id IN (from_id, to_id)) OR NOT EXISTS (WITH RECURSIVE chain (root, id) AS (SELECT "
     "m.merged_id, m.survivor_id FROM merge m WHERE m.merged_id IN (from_id, to_id) AND "
     "m.undone_at = 0 AND m.deleted_at IS NULL UNION SELECT c.root, m.survivor_id FROM chain c "
     "JOIN merge m ON m.merged_id = c.id WHERE m.undone_at = 0 AND m.deleted_at IS NULL) SELECT 1 "
     "FROM chain c WHERE (c.root = from_id AND c.id = to_id) OR (c.root = to_id AND c.id = "
     "from_id)) THEN RETURN 0; END IF; IF wanted_table = 'conversation' THEN UPDATE conversation "
     "t SET prospect_id = to_id, row_version = t.row_version + 1 WHERE t.id = wanted AND "
     "t.prospect_id = from_id AND t.deleted_at IS NULL; ELSIF wanted_table = 'participant' THEN "
     "UPDATE participant t SET prospect_id = to_id, row_version = t.row_version + 1 WHERE t.id = "
     "wanted AND t.prospect_id = from_id AND t.deleted_at IS NULL; ELSE RETURN 0; END IF; GET "
     "DIAGNOSTICS moved = ROW_COUNT; RETURN moved; END $$"),
    // A merge of labels takes along those of people whom the merger may not know of, and taking it back does too. It answers the same whether there are any.
    // What a row was before stands in its column, see Circle::carryLabels.
    ("CREATE FUNCTION pullpush_carry_label(from_id BIGINT, into_id BIGINT, at_ms BIGINT) RETURNS "
     "BIGINT LANGUAGE plpgsql SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$ BEGIN IF "
     "NOT EXISTS (SELECT 1 FROM label l WHERE l.id = from_id AND l.merged_into_id = into_id) THEN "
     "RETURN 0; END IF; UPDATE prospect_label t SET row_version = t.row_version + 1, carried = "
     "t.carried || ',-' || into_id, deleted_at = at_ms WHERE t.label_id = from_id AND t.deleted_at "
     "IS NULL AND EXISTS (SELECT 1 FROM live_prospect_label o WHERE o.prospect_id = t.prospect_id "
     "AND o.label_id = into_id); UPDATE prospect_label t SET row_version = t.row_version + 1, "
     "carried = t.carried || ',' || from_id, label_id = into_id WHERE t.label_id = from_id AND "
     "t.deleted_at IS NULL; RETURN 0; END $$"),
    ("CREATE FUNCTION pullpush_carry_label_back(from_id BIGINT, into_id BIGINT) RETURNS BIGINT "
     "LANGUAGE plpgsql SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$ BEGIN IF NOT "
     "EXISTS (SELECT 1 FROM label l WHERE l.id = from_id AND l.merged_into_id IS NULL AND "
     "l.deleted_at IS NULL) THEN RETURN 0; END IF; UPDATE prospect_label t SET row_version = "
     "t.row_version + 1, carried = substr(t.carried, 1, length(t.carried) - length(',' || "
     "from_id)), label_id = from_id WHERE t.label_id = into_id AND t.carried LIKE ('%,' || "
     "from_id); UPDATE prospect_label t SET row_version = t.row_version + 1, carried = "
     "substr(t.carried, 1, length(t.carried) - length(',-' || into_id)), deleted_at = NULL WHERE "
     "t.label_id = from_id AND t.deleted_at IS NOT NULL AND t.carried LIKE ('%,-' || into_id); "
     "RETURN 0; END $$"),
    // Whoever opens a workspace erases what undone imports left, also of whom they may not know of; else none of it would ever go. Only rows of such an import, and
    // only in our own schema: a table of somebody's own would bring its triggers along.
    ("CREATE FUNCTION pullpush_release_batch(wanted BIGINT, at_ms BIGINT) RETURNS BIGINT LANGUAGE "
     "plpgsql SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$ DECLARE gone BIGINT; "
     "BEGIN UPDATE handle t SET deleted_at = at_ms, row_version = t.row_version + 1 WHERE "
     "t.deleted_at IS NULL AND (t.batch_id = wanted OR t.prospect_id IN (SELECT p.id FROM prospect "
     "p WHERE p.batch_id = wanted)) AND EXISTS (SELECT 1 FROM import_batch b WHERE b.id = wanted "
     "AND b.state = 'undone'); GET DIAGNOSTICS gone = ROW_COUNT; RETURN gone; END $$"),
    ("CREATE FUNCTION pullpush_erase_batch(wanted_table TEXT, wanted BIGINT) RETURNS BIGINT "
     "LANGUAGE plpgsql SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$ DECLARE gone "
     "BIGINT; BEGIN IF NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = wanted AND b.state = "
     "'undone') THEN RETURN 0; END IF; IF wanted_table = 'message' AND "
     "to_regclass(format('%I.message_search', current_schema())) IS NOT NULL THEN EXECUTE "
     "format('DELETE FROM %I.message_search WHERE rowid IN (SELECT id FROM %I.message WHERE "
     "batch_id = $1)', current_schema(), current_schema()) USING wanted; END IF; IF wanted_table = "
     "'change' THEN DELETE FROM change c WHERE c.batch = wanted; ELSE EXECUTE format('DELETE FROM "
     "%I.%I WHERE batch_id = $1', current_schema(), wanted_table) USING wanted; END IF; GET "
     "DIAGNOSTICS gone = ROW_COUNT; RETURN gone; END $$"),
    // The search of messages for whom policies hold back: what they may see among the newest, and among all of a word that is not common. Neither looks at more
    // than 20000, and nobody learns of a word that it stands in what they may not see, only that it is a common one.
    ("CREATE FUNCTION pullpush_found_newest(wanted TEXT, most INTEGER) RETURNS TABLE (id BIGINT) "
     "LANGUAGE sql "
     "STABLE SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$ SELECT s.rowid FROM "
     "(SELECT n.rowid, n.words FROM message_search n ORDER BY n.rowid DESC LIMIT least(most, "
     "20000)) s JOIN "
     "message m ON m.id = s.rowid WHERE s.words @@ CAST(wanted AS tsquery) AND EXISTS (SELECT 1 "
     "FROM conversation WHERE id = m.conversation_id AND ({seen})) $$"),
    ("CREATE FUNCTION pullpush_is_common(wanted TEXT) RETURNS BOOLEAN LANGUAGE sql STABLE "
     "SECURITY DEFINER SET search_path = {schema}, pg_temp SET enable_seqscan = off AS $$ SELECT "
     "count(*) > 20000 FROM (SELECT 1 FROM message_search n WHERE n.words @@ CAST(wanted AS "
     "tsquery) LIMIT 20001) s $$"),
    ("CREATE FUNCTION pullpush_found_rare(wanted TEXT) RETURNS TABLE (id BIGINT) LANGUAGE sql "
     "STABLE SECURITY DEFINER SET search_path = {schema}, pg_temp SET enable_seqscan = off AS $$ "
     "SELECT s.rowid FROM (SELECT n.rowid FROM message_search n WHERE n.words @@ CAST(wanted AS "
     "tsquery) LIMIT 20000) s JOIN message m ON m.id = s.rowid WHERE EXISTS (SELECT 1 FROM "
     "conversation WHERE id = m.conversation_id AND ({seen})) $$"),
    // A policy sees no row as it was, so what only an owner may change is guarded by a trigger.
    ("CREATE FUNCTION pullpush_guard() RETURNS TRIGGER LANGUAGE plpgsql SET search_path = "
     "{schema}, pg_temp AS $$ BEGIN IF (NEW.privacy IS DISTINCT FROM OLD.privacy OR NEW.owner_id "
     "IS DISTINCT FROM "
     "OLD.owner_id) AND row_security_active('conversation') AND NOT pullpush_is_free() "
     "AND OLD.owner_id IS NOT NULL AND OLD.owner_id IS DISTINCT FROM pullpush_viewer() THEN "
     "RAISE EXCEPTION 'only its owner shares a conversation' USING ERRCODE = '42501'; END IF; "
     "RETURN NEW; END $$"),
    // Whoever could give a member another login would be that member.
    ("CREATE FUNCTION pullpush_guard_member() RETURNS TRIGGER LANGUAGE plpgsql SET search_path = "
     "{schema}, pg_temp AS $$ BEGIN IF (NEW.login IS DISTINCT FROM OLD.login OR NEW.id IS DISTINCT "
     "FROM OLD.id) AND row_security_active('conversation') AND NOT pullpush_is_free() THEN "
     "RAISE EXCEPTION 'only the owner of the tables changes a login' USING ERRCODE = '42501'; "
     "END IF; RETURN NEW; END $$"),
    ("CREATE TRIGGER member_guard BEFORE UPDATE ON member FOR EACH ROW "
     "EXECUTE FUNCTION pullpush_guard_member()"),
    ("CREATE TRIGGER conversation_guard BEFORE UPDATE ON conversation FOR EACH ROW "
     "EXECUTE FUNCTION pullpush_guard()"),
};

/// The functions that schema 5 adds.
constexpr const char *LabelFunctions[] {
    // As with merges of labels, where one is deleted, and comes back.
    ("CREATE FUNCTION pullpush_drop_label(gone_id BIGINT, at_ms BIGINT) RETURNS BIGINT LANGUAGE "
     "plpgsql SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$ BEGIN IF NOT EXISTS "
     "(SELECT 1 FROM label l WHERE l.id = gone_id AND l.deleted_at IS NOT NULL) THEN RETURN 0; END "
     "IF; UPDATE prospect_label t SET row_version = t.row_version + 1, carried = t.carried || "
     "',-0', deleted_at = at_ms WHERE t.label_id = gone_id AND t.deleted_at IS NULL; RETURN 0; END "
     "$$"),
    ("CREATE FUNCTION pullpush_restore_label(back_id BIGINT) RETURNS BIGINT LANGUAGE plpgsql "
     "SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$ BEGIN IF NOT EXISTS (SELECT 1 "
     "FROM label l WHERE l.id = back_id AND l.deleted_at IS NULL) THEN RETURN 0; END IF; UPDATE "
     "prospect_label t SET row_version = t.row_version + 1, carried = substr(t.carried, 1, "
     "length(t.carried) - 3), deleted_at = NULL WHERE t.label_id = back_id AND t.deleted_at IS NOT "
     "NULL AND t.carried LIKE '%,-0'; RETURN 0; END $$"),
    // An import that is undone leaves its labels to whoever was given one since, also of whom its viewer may not know of.
    ("CREATE FUNCTION pullpush_keep_labels(wanted BIGINT) RETURNS BIGINT LANGUAGE plpgsql SECURITY "
     "DEFINER SET search_path = {schema}, pg_temp AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM "
     "import_batch b WHERE b.id = wanted AND b.state = 'undone') THEN RETURN 0; END IF; UPDATE "
     "label l SET batch_id = NULL, row_version = l.row_version + 1 WHERE l.batch_id = wanted AND "
     "EXISTS (SELECT 1 FROM prospect_label t WHERE t.label_id = l.id AND t.deleted_at IS NULL AND "
     "(t.batch_id IS NULL OR (t.batch_id <> wanted AND t.batch_id IN (SELECT b.id FROM "
     "import_batch b WHERE b.state <> 'undone')))); RETURN 0; END $$"),
};

/// The last in the search path of every function that runs with the rights of its maker. A schema's name that nobody can make: those that begin so are the server's.
constexpr QLatin1StringView WithinFunctions {"pg_pullpush"};

enum class Guards { Conversations, People, Words };

struct Policy
{
    const char *table = nullptr;
    const char *verb = nullptr;
    const char *condition =
        nullptr; ///< for the rows that are found and those that are left, where it applies
    Guards of = Guards::Conversations;

    /// Whether it also holds for whoever owns the tables. Of people and of the index of words it does not: the functions that count and search run as the owner,
    /// and a policy keeps an index of words from being used.
    [[nodiscard]] constexpr bool isForced() const { return of == Guards::Conversations; }
};

constexpr const char *OwnOrTeam = "privacy = 'team' OR owner_id = (SELECT pullpush_viewer())";
// The team's conversations with somebody of a colleague's circle are not the team's to read.
constexpr const char *Seen =
    "owner_id = (SELECT pullpush_viewer()) OR ((prospect_id IS NULL OR prospect_id NOT IN (SELECT "
    "h.id FROM pullpush_hidden() h)) AND (privacy = 'team' OR (privacy = 'shared' AND "
    "pullpush_shared(id))))";
// The sub-select is under the policy of the table it reads, and so finds what may be seen.
constexpr const char *OfSeen = "EXISTS (SELECT 1 FROM conversation c WHERE c.id = conversation_id)";
constexpr const char *OfOwn = "EXISTS (SELECT 1 FROM conversation c WHERE c.id = conversation_id "
                              "AND c.owner_id = (SELECT pullpush_viewer()))";
constexpr const char *OfAttachment =
    "EXISTS (SELECT 1 FROM attachment a WHERE a.id = attachment_id)";
constexpr const char *OfIndexed = "EXISTS (SELECT 1 FROM message m WHERE m.id = rowid)";
// What the log keeps of a row is as private as the row itself, which is asked for under its own policy.
constexpr const char *LogSeen =
    "before = '{}' OR who = (SELECT pullpush_viewer()) OR (table_name NOT IN ('conversation', "
    "'participant', 'source_thread', 'conversation_share', 'message', 'hop', 'attachment') AND "
    "CASE table_name WHEN 'prospect' THEN row_id NOT IN (SELECT h.id FROM pullpush_hidden() h) "
    "{logged} ELSE true END)";
constexpr const char *OfKnown = "prospect_id NOT IN (SELECT h.id FROM pullpush_hidden() h)";
// Its time and its reason come from a conversation.
constexpr const char *OfProposal =
    "prospect_id NOT IN (SELECT h.id FROM pullpush_hidden() h) AND (conversation_id IS NULL OR "
    "EXISTS (SELECT 1 FROM conversation c WHERE c.id = conversation_id))";
constexpr const char *InCircle =
    "private_to_id IS NULL OR private_to_id = (SELECT pullpush_viewer())";
constexpr const char *OfHandover = "EXISTS (SELECT 1 FROM handover h WHERE h.id = handover_id)";
constexpr const char *OfMerge = "EXISTS (SELECT 1 FROM merge m WHERE m.id = merge_id)";
constexpr const char *BothKnown = "survivor_id NOT IN (SELECT h.id FROM pullpush_hidden() h) AND "
                                  "merged_id NOT IN (SELECT h.id FROM pullpush_hidden() h)";
constexpr const char *PairKnown = "one_id NOT IN (SELECT h.id FROM pullpush_hidden() h) AND "
                                  "other_id NOT IN (SELECT h.id FROM pullpush_hidden() h)";

constexpr Policy Policies[] {
    {"prospect", "ALL", InCircle, Guards::People},
    {"handle", "ALL", OfKnown, Guards::People},
    {"external_id", "ALL", OfKnown, Guards::People},
    {"move", "ALL", OfKnown, Guards::People},
    {"touch", "ALL", OfKnown, Guards::People},
    {"move_proposal", "ALL", OfProposal, Guards::People},
    {"follow_up", "ALL", OfKnown, Guards::People},
    {"prospect_label", "ALL", OfKnown, Guards::People},
    {"custom_value", "ALL", OfKnown, Guards::People},
    {"consent", "ALL", OfKnown, Guards::People},
    {"guardrail_override", "ALL", OfKnown, Guards::People},
    {"fact", "ALL", OfKnown, Guards::People},
    {"offer", "ALL", OfKnown, Guards::People},
    {"handover", "ALL", OfKnown, Guards::People},
    {"handover_touch", "ALL", OfHandover, Guards::People},
    {"merge", "ALL", BothKnown, Guards::People},
    {"merge_part", "ALL", OfMerge, Guards::People},
    {"not_duplicate", "ALL", PairKnown, Guards::People},
    {"conversation", "SELECT", Seen},
    {"conversation", "INSERT", OwnOrTeam},
    {"conversation", "UPDATE", Seen},
    {"conversation", "DELETE", OwnOrTeam},
    {"participant", "ALL", OfSeen},
    {"source_thread", "ALL", OfSeen},
    {"message", "ALL", OfSeen},
    {"hop", "ALL", OfSeen},
    {"attachment", "ALL", OfSeen},
    {"attachment_content", "ALL", OfAttachment},
    {"message_search", "ALL", OfIndexed, Guards::Words},
    {"conversation_share", "SELECT", OfSeen},
    {"conversation_share", "INSERT", OfOwn},
    {"conversation_share", "UPDATE", OfOwn},
    {"conversation_share", "DELETE", OfOwn},
    {"change", "SELECT", LogSeen},
    {"change", "INSERT", "true"},
    {"change", "DELETE", LogSeen},
};

Result<> runAsIs(Transaction &transaction, const QString &sql)
{
    auto done = transaction.execute(sql);
    return done ? Result<>() : tl::unexpected(done.error());
}

/// For the log: a row that hangs on a prospect is asked for in its own table.
QString loggedRows()
{
    QString cases;
    for (const Policy &policy : Policies) {
        const QString table = QString::fromLatin1(policy.table);
        if (policy.of == Guards::People && table != "prospect"_L1 && table != "external_id"_L1)
            cases += " WHEN '"_L1 + table + "' THEN EXISTS (SELECT 1 FROM "_L1 + table
                + " x WHERE x.id = row_id)"_L1;
    }
    return cases;
}

QString policyText(const Policy &policy)
{
    const QString verb = QString::fromLatin1(policy.verb);
    const QString table = QString::fromLatin1(policy.table);
    // The order of a CASE is kept; that of an OR is not.
    QString condition = QString::fromLatin1(policy.condition);
    if (policy.isForced())
        condition =
            "CASE WHEN (SELECT pullpush_is_free()) THEN true ELSE "_L1 + condition + " END"_L1;
    condition.replace("{logged}"_L1, loggedRows());
    QString sql =
        "CREATE POLICY pullpush_"_L1 + verb.toLower() + " ON "_L1 + table + " FOR "_L1 + verb;
    if (verb != "INSERT"_L1)
        sql += " USING ("_L1 + condition + u')';
    if (verb != "SELECT"_L1 && verb != "DELETE"_L1)
        sql += " WITH CHECK ("_L1 + condition + u')';
    return sql;
}
/// Makes \a functions as the owner of the tables.
Result<> createFunctions(Transaction &transaction, std::span<const char *const> functions)
{
    auto rows = transaction.connection().select(
        u"SELECT quote_literal(current_user::text), quote_ident(current_schema()::text)"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    if (!rows->next())
        return fail(Error::Code::Io, {}, u"no current user"_s);
    const QString owner = rows->text(0);
    const QString schema = rows->text(1);
    for (const char *function : functions) {
        QString sql = QString::fromLatin1(function);
        if (sql.contains("SECURITY DEFINER"_L1))
            sql.replace("{schema}, pg_temp"_L1, "{schema}, pg_temp, {within}"_L1);
        sql.replace("{within}"_L1, WithinFunctions);
        sql.replace("{owner}"_L1, owner);
        sql.replace("{schema}"_L1, schema);
        sql.replace("{seen}"_L1, QString::fromLatin1(Seen));
        if (auto done = runAsIs(transaction, sql); !done)
            return done;
    }
    return {};
}
} // namespace

Result<> RowSecurity::create(Transaction &transaction)
{
    if (transaction.dialect().isSqlite())
        return {};
    if (auto done = createFunctions(transaction, Functions); !done)
        return done;
    QString last;
    for (const Policy &policy : Policies) {
        const QString table = QString::fromLatin1(policy.table);
        const auto exists = transaction.connection().number(
            u"SELECT CASE WHEN to_regclass(?) IS NULL THEN 0 ELSE 1 END"_s, {table});
        if (!exists)
            return tl::unexpected(exists.error());
        if (exists->value_or(0) == 0)
            continue; // the index of words is not in every workspace
        if (table != last) {
            const QString alter = "ALTER TABLE "_L1 + table;
            auto done = runAsIs(transaction, alter + " ENABLE ROW LEVEL SECURITY"_L1);
            if (done && policy.isForced())
                done = runAsIs(transaction, alter + " FORCE ROW LEVEL SECURITY"_L1);
            if (!done)
                return done;
            last = table;
        }
        if (auto done = runAsIs(transaction, policyText(policy)); !done)
            return done;
    }
    return {};
}

Result<> RowSecurity::createForLabels(Transaction &transaction)
{
    return transaction.dialect().isSqlite() ? Result<>()
                                            : createFunctions(transaction, LabelFunctions);
}

Result<bool> RowSecurity::holdsBack(Connection &connection)
{
    if (connection.dialect().isSqlite())
        return false;
    return connection
        .number(u"SELECT CASE WHEN row_security_active('conversation') AND NOT pullpush_is_free() "
                "THEN 1 ELSE 0 END"_s)
        .map([](std::optional<qint64> found) { return found.value_or(1) != 0; });
}
