// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/personexport.h"

#include "base/clock.h"
#include "base/whenready.h"
#include "session/firsterror.h"
#include "session/persondocument.h"
#include "session/plansets.h"
#include "session/teamsets.h"
#include "session/workspace.h"
#include "storage/batchtable.h"
#include "storage/database.h"
#include "storage/plantable.h"
#include "storage/prospecttable.h"
#include "storage/salestable.h"
#include "storage/visible.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
struct PersonExportWords
{
    Q_DECLARE_TR_FUNCTIONS(PersonExport)
};

/// What names ids, as values that a worker may read.
struct PersonContext
{
    std::shared_ptr<Database> database;
    QString workspace;
    qint64 now = 0;
    QList<Stage> stages;
    QList<User> users;
    QList<Channel> channels;
    QList<Label> labels;
    TeamSetValues team;
};

template<typename T, typename Id>
QJsonValue nameIn(const QList<T> &list, Id id)
{
    const auto found = std::ranges::find(list, id, &T::id);
    return found == list.end() ? QJsonValue() : QJsonValue(found->name);
}

QJsonValue timeValue(qint64 at)
{
    return at == 0
        ? QJsonValue()
        : QJsonValue(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs));
}

QJsonValue dayValue(QDate day)
{
    return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue dayValue(const std::optional<QDate> &day)
{
    return day ? dayValue(*day) : QJsonValue();
}

/// Reads part after part; the first error ends it.
class PersonReader : FirstError
{
public:
    PersonReader(
        Connection &connection, const PersonContext &context, ProspectId id, bool redactOthers)
        : m_connection(connection)
        , m_context(context)
        , m_id(id)
        , m_redacts(redactOthers)
    { }

    Result<QJsonObject> read()
    {
        std::optional<Prospect> prospect;
        take(ProspectTable::find(m_connection, m_id), prospect);
        if (m_error)
            return tl::unexpected(*m_error);
        if (!prospect)
            return fail(
                Error::Code::NotFound, PersonExportWords::tr("This prospect no longer exists."));
        m_document = {{u"workspace"_s, m_context.workspace},
            {u"exportedAt"_s, timeValue(m_context.now)}, {u"redacted"_s, m_redacts}};
        readPerson(*prospect);
        readPath();
        readSales();
        readConversations();
        m_document.insert(u"history"_s, m_history);
        if (m_error)
            return tl::unexpected(*m_error);
        return m_document;
    }

private:
    /// One array of the document, from what \a result holds; its rows' history is kept as well.
    template<typename T, typename ToJson>
    void add(const QString &key, Result<QList<T>> result, ToJson toJson)
    {
        QList<T> values;
        take(std::move(result), values);
        QJsonArray array;
        QList<qint64> ids;
        for (const T &value : std::as_const(values)) {
            array.append(toJson(value));
            ids << value.id.value();
        }
        m_document.insert(key, array);
        addHistory(rowSpec<T>().table, ids);
    }

    void addHistory(const QString &table, const QList<qint64> &ids)
    {
        QList<ChangeTable::HistoryRow> rows;
        take(ChangeTable::historyOf(m_connection, table, ids), rows);
        for (const ChangeTable::HistoryRow &row : std::as_const(rows)) {
            m_history.append(QJsonObject {{u"at"_s, timeValue(row.at)}, {u"who"_s, user(row.who)},
                {u"what"_s, row.table}, {u"id"_s, QString::number(row.id)}, {u"op"_s, row.op},
                {u"fields"_s, QJsonArray::fromStringList(row.fields)}});
        }
    }

    [[nodiscard]] QJsonValue user(UserId id) const { return nameIn(m_context.users, id); }
    [[nodiscard]] QJsonValue stage(StageId id) const { return nameIn(m_context.stages, id); }

    void readPerson(const Prospect &prospect)
    {
        std::optional<Company> company;
        if (!prospect.company.isNull())
            take(ProspectTable::company(m_connection, prospect.company), company);
        std::optional<ImportBatch> batch;
        if (!prospect.batch.isNull())
            take(BatchTable::find(m_connection, prospect.batch), batch);
        m_document.insert(u"prospect"_s,
            QJsonObject {{u"id"_s, prospect.id.toString()}, {u"name"_s, displayName(prospect)},
                {u"firstName"_s, prospect.firstName}, {u"lastName"_s, prospect.lastName},
                {u"title"_s, prospect.title},
                {u"company"_s, company ? QJsonValue(company->name) : QJsonValue()},
                {u"source"_s, prospect.source}, {u"owner"_s, user(prospect.owner)},
                {u"stage"_s, stage(prospect.stage)},
                {u"firstSeen"_s, timeValue(prospect.firstSeen.ms)},
                {u"firstSeenPrecision"_s, toText(prospect.firstSeen.precision)},
                {u"valueMinor"_s, prospect.valueMinor}, {u"currency"_s, prospect.currency},
                {u"notes"_s, prospect.notes}, {u"zone"_s, prospect.zone},
                {u"privateTo"_s, user(prospect.privateTo)},
                {u"doNotContactSince"_s, timeValue(prospect.doNotContactSince)},
                {u"doNotContactWhy"_s, prospect.doNotContactWhy},
                {u"createdAt"_s, timeValue(prospect.createdAt)},
                {u"importedFrom"_s, batch ? QJsonValue(batch->files) : QJsonValue()}});
        m_document.insert(u"company"_s,
            company ? QJsonValue(
                QJsonObject {{u"name"_s, company->name}, {u"website"_s, company->website}})
                    : QJsonValue());
        addHistory(u"prospect"_s, {prospect.id.value()});
        add(u"handles"_s, ProspectTable::handles(m_connection, m_id), [](const Handle &handle) {
            return QJsonObject {{u"id"_s, handle.id.toString()}, {u"network"_s, handle.network},
                {u"value"_s, handle.value}};
        });
        add(u"labels"_s, SalesTable::labels(m_connection, m_id),
            [this](const ProspectLabel &label) { return nameIn(m_context.labels, label.label); });
        add(u"customFields"_s, SalesTable::customValues(m_connection, m_id),
            [this](const CustomValue &value) {
                return QJsonObject {{u"field"_s, nameIn(m_context.team.customFields, value.field)},
                    {u"value"_s, value.value}};
            });
        add(u"consents"_s, SalesTable::consents(m_connection, m_id),
            [this](const Consent &consent) {
                return QJsonObject {{u"medium"_s, toText(consent.medium)},
                    {u"basis"_s, toText(consent.basis)}, {u"source"_s, consent.source},
                    {u"at"_s, timeValue(consent.at.ms)},
                    {u"precision"_s, toText(consent.at.precision)},
                    {u"expiresOn"_s, dayValue(consent.expiresOn)}, {u"by"_s, user(consent.by)}};
            });
    }

    void readPath()
    {
        const auto touches = ProspectTable::touches(m_connection, m_id);
        readNames(touches.value_or(QList<Touch>()));
        add(u"touches"_s, touches, [this](const Touch &touch) {
            return QJsonObject {{u"kind"_s, toText(touch.kind)},
                {u"post"_s, m_posts.value(touch.post)},
                {u"channel"_s, nameIn(m_context.channels, touch.channel)},
                {u"referrer"_s, m_referrers.value(touch.referrer)}, {u"quote"_s, touch.quote},
                {u"quotable"_s, touch.quotable}, {u"at"_s, timeValue(touch.at.ms)},
                {u"precision"_s, toText(touch.at.precision)}, {u"by"_s, user(touch.by)}};
        });
        add(u"moves"_s, ProspectTable::moves(m_connection, m_id), [this](const Move &move) {
            return QJsonObject {{u"from"_s, stage(move.from)}, {u"to"_s, stage(move.to)},
                {u"at"_s, timeValue(move.at.ms)}, {u"precision"_s, toText(move.at.precision)},
                {u"by"_s, user(move.by)}, {u"reason"_s, move.reason},
                {u"lostReason"_s, nameIn(m_context.team.lostReasons, move.lostReason)}};
        });
        add(u"proposals"_s, ProspectTable::openProposals(m_connection, m_id),
            [this](const MoveProposal &proposal) {
                return QJsonObject {{u"to"_s, stage(proposal.to)},
                    {u"at"_s, timeValue(proposal.at.ms)},
                    {u"precision"_s, toText(proposal.at.precision)}, {u"why"_s, proposal.why}};
            });
    }

    /// Titles of the posts and names of the people that \a touches name.
    void readNames(const QList<Touch> &touches)
    {
        QList<PostId> ids;
        QList<ProspectId> people;
        for (const Touch &touch : touches) {
            if (!touch.post.isNull() && !ids.contains(touch.post))
                ids << touch.post;
            if (!touch.referrer.isNull() && !people.contains(touch.referrer))
                people << touch.referrer;
        }
        QList<PostWithVariants> posts;
        take(PlanTable::some(m_connection, ids), posts);
        for (const PostWithVariants &post : std::as_const(posts))
            m_posts.insert(post.post.id, headline(post.post));
        if (m_redacts)
            return;
        QList<ProspectRow> rows;
        take(ProspectTable::rows(m_connection, people), rows);
        for (const ProspectRow &row : std::as_const(rows))
            m_referrers.insert(row.id, row.name);
    }

    void readSales()
    {
        add(u"offers"_s, SalesTable::offers(m_connection, m_id), [this](const Offer &offer) {
            return QJsonObject {{u"kind"_s, toText(offer.kind)}, {u"title"_s, offer.title},
                {u"valueMinor"_s, offer.valueMinor}, {u"currency"_s, offer.currency},
                {u"madeAt"_s, timeValue(offer.madeAt.ms)},
                {u"precision"_s, toText(offer.madeAt.precision)},
                {u"expectedOn"_s, dayValue(offer.expectedOn)}, {u"state"_s, toText(offer.state)},
                {u"decidedAt"_s, timeValue(offer.decidedAt)},
                {u"lostReason"_s, nameIn(m_context.team.lostReasons, offer.lostReason)},
                {u"lostAt"_s, stage(offer.lostAt)}, {u"note"_s, offer.note},
                {u"by"_s, user(offer.by)}};
        });
        add(u"facts"_s, SalesTable::facts(m_connection, m_id), [this](const Fact &fact) {
            return QJsonObject {{u"kind"_s, toText(fact.kind)}, {u"text"_s, fact.text},
                {u"source"_s, fact.source}, {u"on"_s, dayValue(fact.on)}, {u"by"_s, user(fact.by)},
                {u"createdAt"_s, timeValue(fact.createdAt)}};
        });
        add(u"followUps"_s, ProspectTable::followUps(m_connection, m_id),
            [this](const FollowUp &step) {
                return QJsonObject {{u"what"_s, step.what}, {u"dueOn"_s, dayValue(step.dueOn)},
                    {u"snoozedUntil"_s, dayValue(step.snoozedUntil)},
                    {u"doneAt"_s, timeValue(step.doneAt)}, {u"owner"_s, user(step.owner)}};
            });
        add(u"handovers"_s, SalesTable::handovers(m_connection, m_id),
            [this](const Handover &handover) {
                return QJsonObject {{u"offeredBy"_s, user(handover.offeredBy)},
                    {u"offeredTo"_s, user(handover.offeredTo)},
                    {u"offeredAt"_s, timeValue(handover.offeredAt)},
                    {u"dueAt"_s, timeValue(handover.dueAt)}, {u"note"_s, handover.note},
                    {u"state"_s, toText(handover.state)},
                    {u"decidedBy"_s, user(handover.decidedBy)},
                    {u"decidedAt"_s, timeValue(handover.decidedAt)},
                    {u"reason"_s, handover.reason}};
            });
        add(u"overrides"_s, SalesTable::overrides(m_connection, m_id),
            [this](const Override &entry) {
                return QJsonObject {{u"rule"_s, entry.rule}, {u"reason"_s, entry.reason},
                    {u"by"_s, user(entry.by)}, {u"at"_s, timeValue(entry.at)}};
            });
        add(u"merges"_s, SalesTable::merges(m_connection, m_id), [this](const Merge &merge) {
            return QJsonObject {{u"mergedId"_s, merge.merged.toString()},
                {u"at"_s, timeValue(merge.at)}, {u"by"_s, user(merge.by)}};
        });
    }

    void readConversations()
    {
        QList<Conversation> conversations;
        take(Visible::conversationsOf(m_connection, m_id), conversations);
        QJsonArray array;
        for (const Conversation &conversation : std::as_const(conversations)) {
            if (!m_error)
                array.append(conversationObject(conversation));
        }
        m_document.insert(u"conversations"_s, array);
    }

    QJsonObject conversationObject(const Conversation &conversation)
    {
        QList<Participant> participants;
        take(Visible::participants(m_connection, conversation.id), participants);
        const auto others = std::ranges::count_if(
            participants, [](const Participant &person) { return !person.isUs; });
        QHash<ParticipantId, QString> names;
        QJsonArray persons;
        int number = 1;
        for (const Participant &person : std::as_const(participants)) {
            const bool isThirdParty = !person.isUs && person.prospect != m_id && others > 1;
            const QString name = isThirdParty && m_redacts
                ? PersonExportWords::tr("Person %1").arg(++number)
                : person.name;
            names.insert(person.id, name);
            persons.append(QJsonObject {{u"name"_s, name}, {u"isUs"_s, person.isUs}});
        }
        QList<Hop> hops;
        take(Visible::hops(m_connection, conversation.id), hops);
        QJsonArray steps;
        for (const Hop &hop : std::as_const(hops)) {
            steps.append(QJsonObject {{u"from"_s, toText(hop.from)}, {u"to"_s, toText(hop.to)},
                {u"proposedBy"_s, toText(hop.proposedBy)},
                {u"proposedAt"_s, timeValue(hop.proposedAt.ms)},
                {u"precision"_s, toText(hop.proposedAt.precision)}, {u"state"_s, toText(hop.state)},
                {u"decidedAt"_s, timeValue(hop.decidedAt)}});
        }
        // A group's title may list who is in it.
        const bool hidesTitle = m_redacts && others > 1;
        return {{u"id"_s, conversation.id.toString()},
            {u"title"_s, hidesTitle ? QJsonValue() : QJsonValue(conversation.title)},
            {u"network"_s, conversation.network}, {u"privacy"_s, toText(conversation.privacy)},
            {u"owner"_s, user(conversation.owner)}, {u"turn"_s, toText(conversation.turn)},
            {u"closedAt"_s, timeValue(conversation.closedAt)}, {u"participants"_s, persons},
            {u"hops"_s, steps}, {u"messages"_s, messageArray(conversation.id, names)}};
    }

    QJsonArray messageArray(ConversationId id, const QHash<ParticipantId, QString> &names)
    {
        constexpr int AtOnce = 1000;
        QList<Attachment> attachments;
        take(Visible::attachments(m_connection, id), attachments);
        QHash<MessageId, QJsonArray> files;
        for (const Attachment &file : std::as_const(attachments)) {
            files[file.message].append(QJsonObject {
                {u"name"_s, file.name}, {u"bytes"_s, file.bytes}, {u"sha256"_s, file.checksum}});
        }
        QList<Message> all;
        MessageId before;
        for (;;) {
            QList<Message> some;
            take(Visible::messages(m_connection, id, before, AtOnce), some);
            const bool isLast = m_error || some.size() < AtOnce;
            if (!some.isEmpty())
                before = some.first().id;
            all = some + all;
            if (isLast)
                break;
        }
        QJsonArray array;
        for (const Message &message : std::as_const(all)) {
            array.append(QJsonObject {{u"id"_s, message.id.toString()},
                {u"at"_s, timeValue(message.sentAt.ms)},
                {u"precision"_s, toText(message.sentAt.precision)},
                {u"medium"_s, toText(message.medium)}, {u"direction"_s, toText(message.direction)},
                {u"sender"_s, names.value(message.sender)}, {u"text"_s, message.body},
                {u"durationSeconds"_s, message.durationSeconds},
                {u"callResult"_s, toText(message.callResult)},
                {u"attachments"_s, files.value(message.id)}});
        }
        return array;
    }

    Connection &m_connection;
    const PersonContext &m_context;
    const ProspectId m_id;
    const bool m_redacts;
    QJsonObject m_document;
    QJsonArray m_history;
    QHash<PostId, QString> m_posts;
    QHash<ProspectId, QString> m_referrers;
};

PersonContext personContextOf(Workspace &workspace)
{
    return {workspace.database(), workspace.displayName(), workspace.clock().now(),
        workspace.stages(), workspace.users(), workspace.plan().channels(),
        workspace.plan().labels(), workspace.team().values()};
}

Result<QJsonObject> readPersonDocument(
    const PersonContext &context, ProspectId id, bool redactOthers)
{
    return context.database
        ->read(
            [&context, id, redactOthers](Connection &connection) {
                return PersonReader(connection, context, id, redactOthers).read();
            },
            Database::Lane::Long)
        .result();
}

Result<> writePerson(const PersonContext &context, ProspectId id, const QString &path,
    const PersonExportOptions &options)
{
    const auto document = readPersonDocument(context, id, options.redactOthers);
    if (!document)
        return tl::unexpected(document.error());
    QByteArray bytes;
    switch (options.format) {
    case PersonFormat::Json:
        bytes = QJsonDocument(*document).toJson(QJsonDocument::Indented);
        break;
    case PersonFormat::Html:
        bytes = PersonDocument::html(*document).toUtf8();
        break;
    case PersonFormat::Pdf:
        bytes = PersonDocument::pdf(*document);
        break;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(Error::Code::Io,
            PersonExportWords::tr("“%1” could not be written: %2")
                .arg(QFileInfo(path).fileName(), file.errorString()));
    return {};
}
} // namespace

void PersonExport::run(Workspace &workspace, ProspectId id, const QString &path,
    const PersonExportOptions &options, QObject *context, std::function<void(Result<QString>)> done)
{
    whenReady(QtConcurrent::run([personContext = personContextOf(workspace), id, path,
                                    options]() -> Result<QString> {
        return writePerson(personContext, id, path, options).map([&path] { return path; });
    }),
        context, std::move(done));
}

Result<> PersonExport::runNow(
    Workspace &workspace, ProspectId id, const QString &path, const PersonExportOptions &options)
{
    return writePerson(personContextOf(workspace), id, path, options);
}

Result<QJsonObject> PersonExport::readNow(Workspace &workspace, ProspectId id, bool redactOthers)
{
    return readPersonDocument(personContextOf(workspace), id, redactOthers);
}
