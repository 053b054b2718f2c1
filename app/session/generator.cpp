// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/generator.h"

#include "base/clock.h"
#include "base/idsource.h"
#include "base/moment.h"
#include "domain/channel.h"
#include "domain/conversation.h"
#include "domain/move.h"
#include "domain/post.h"
#include "domain/prospect.h"
#include "session/workloadwords.h"
#include "session/workspace.h"
#include "storage/bulkinsert.h"
#include "storage/database.h"
#include "storage/migrations.h"
#include "storage/prospecttable.h"
#include "storage/searchindex.h"
#include "storage/visible.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 SpanMs = 730 * DayMs;
constexpr int PerTransaction = 20000;
constexpr qsizetype MessagesAtOnce = 10000;
constexpr int Members = 6;
constexpr int LongConversation = 5000;

struct Source
{
    const char16_t *name;
    double share; ///< of arrivals
    double conversion; ///< factor on every step
};
constexpr std::array Sources {
    Source {u"organic search", 0.27, 1.05},
    Source {u"social", 0.22, 0.8},
    Source {u"paid search", 0.16, 1.1},
    Source {u"referral", 0.10, 1.3},
    Source {u"direct", 0.09, 1.0},
    Source {u"newsletter", 0.07, 0.7},
    Source {u"event", 0.05, 1.2},
    Source {u"", 0.04, 0.95},
};
/// Chance to go on from each step of the default pipeline, before the source's factor.
constexpr std::array Onward {0.72, 0.62, 0.58, 0.50, 0.42, 0.30};
constexpr double LostShare = 0.30; ///< of those who do not go on
constexpr double BackShare = 0.06; ///< who step back once
constexpr double MedianDwellDays = 9;

class Workload
{
public:
    Workload(Workspace &workspace, const GenerateOptions &options)
        : m_workspace(workspace)
        , m_options(options)
        , m_words(options.seed)
        , m_now(workspace.clock().now())
        , m_steps(pipelineSteps(workspace.stages()))
    {
        const auto lost = std::ranges::find(workspace.stages(), StageKind::Exit, &Stage::kind);
        m_lost = lost == workspace.stages().end() ? StageId() : lost->id;
    }

    Result<> writeMembers(Transaction &transaction)
    {
        m_members << m_workspace.viewer().user;
        for (int i = 1; i < Members; ++i) {
            User member;
            member.id = UserId::create(m_workspace.ids());
            member.name = m_words.name();
            member.login = u"member%1"_s.arg(i);
            member.role = Role::SalesRep;
            if (auto done = BulkInsert<User>(transaction).add(member); !done)
                return done;
            m_members << member.id;
        }
        return {};
    }

    Result<> writeCompanies(Transaction &transaction)
    {
        BulkInsert<Company> insert(transaction);
        for (int i = 0; i < std::max(1, m_options.prospects / 20); ++i) {
            Company company;
            company.id = CompanyId::create(m_workspace.ids());
            company.name = m_words.company();
            if (auto done = insert.add(company); !done)
                return done;
            m_companies << company.id;
        }
        return {};
    }

    /// Prospects \a first up to \a last with all that belongs to them.
    Result<> writeProspects(Transaction &transaction, int first, int last)
    {
        Rows rows(transaction);
        for (int i = first; i < last; ++i) {
            Prospect prospect = person(i);
            const QList<Move> path = journey(prospect);
            const Talk talk = conversation(i, prospect, path);
            Handle handle;
            handle.id = HandleId::create(m_workspace.ids());
            handle.prospect = prospect.id;
            handle.network = u"x"_s;
            handle.value = u'@' + m_words.word(m_words.pick(5000))
                + QString::number(prospect.id.value(), 36); // unique also in a second load
            rows.prospects << prospect;
            rows.moves << path;
            rows.handles << handle;
            if (!talk.messages.isEmpty()) {
                rows.conversations << talk.conversation;
                rows.participants << talk.participants;
                rows.messages << talk.messages;
            }
            if (rows.messages.size() >= MessagesAtOnce || i + 1 == last) {
                if (auto done = rows.write(); !done)
                    return done;
            }
        }
        return {};
    }

    Result<> writePosts(Transaction &transaction)
    {
        static constexpr std::array networks {u"x", u"bluesky", u"mastodon", u"linkedin-page"};
        BulkInsert<Channel> channels(transaction);
        QList<ChannelId> ids;
        for (const char16_t *network : networks) {
            Channel channel;
            channel.id = ChannelId::create(m_workspace.ids());
            channel.network = QString::fromUtf16(network);
            channel.name = channel.network;
            channel.position = int(ids.size());
            ids << channel.id;
            if (auto done = channels.add(channel); !done)
                return done;
        }
        BulkInsert<Post> posts(transaction);
        BulkInsert<Variant> variants(transaction);
        for (int i = 0; i < m_options.posts; ++i) {
            Post post;
            post.id = PostId::create(m_workspace.ids());
            post.text = m_words.sentence(24);
            const qint64 at = m_now - SpanMs + qint64(double(SpanMs) * 1.1 * m_words.unit());
            post.day = localDay(at, m_workspace.zone());
            post.time = QTime(8 + m_words.pick(10), 15 * m_words.pick(4));
            post.author = m_members.at(m_words.pick(int(m_members.size())));
            post.createdAt = at - 5 * DayMs;
            Result<> done = posts.add(post);
            for (int v = 0; done && v < 1 + m_words.pick(3); ++v) {
                Variant variant;
                variant.id = VariantId::create(m_workspace.ids());
                variant.post = post.id;
                variant.channel = ids.at((i + v) % ids.size());
                variant.status = at < m_now ? PostStatus::Posted : PostStatus::Scheduled;
                variant.postedAt = at < m_now ? at : 0;
                done = variants.add(variant);
            }
            if (!done)
                return done;
        }
        return {};
    }

private:
    struct Talk
    {
        Conversation conversation;
        QList<Participant> participants;
        QList<Message> messages;
    };

    /// What is written together, in the order in which one refers to the other.
    struct Rows
    {
        explicit Rows(Transaction &transaction)
            : insertProspects(transaction)
            , insertHandles(transaction)
            , insertMoves(transaction)
            , insertConversations(transaction)
            , insertParticipants(transaction)
            , insertMessages(transaction)
        { }

        [[nodiscard]] Result<> write()
        {
            auto done = insertProspects.addAll(prospects)
                            .and_then([this] { return insertMoves.addAll(moves); })
                            .and_then([this] { return insertHandles.addAll(handles); })
                            .and_then([this] { return insertConversations.addAll(conversations); })
                            .and_then([this] { return insertParticipants.addAll(participants); })
                            .and_then([this] { return insertMessages.addAll(messages); });
            prospects.clear();
            handles.clear();
            moves.clear();
            conversations.clear();
            participants.clear();
            messages.clear();
            return done;
        }

        QList<Prospect> prospects;
        QList<Handle> handles;
        QList<Move> moves;
        QList<Conversation> conversations;
        QList<Participant> participants;
        QList<Message> messages;

    private:
        BulkInsert<Prospect> insertProspects;
        BulkInsert<Handle> insertHandles;
        BulkInsert<Move> insertMoves;
        BulkInsert<Conversation> insertConversations;
        BulkInsert<Participant> insertParticipants;
        BulkInsert<Message> insertMessages;
    };

    Prospect person(int index)
    {
        Prospect prospect;
        prospect.id = ProspectId::create(m_workspace.ids());
        prospect.firstName = m_words.givenName();
        prospect.lastName = m_words.familyName();
        prospect.name = prospect.firstName + u' ' + prospect.lastName;
        if (m_words.unit() < 0.6)
            prospect.company = m_companies.at(m_words.pick(int(m_companies.size())));
        m_source = source();
        prospect.source = QString::fromUtf16(m_source.name);
        prospect.owner = m_members.at(m_words.pick(int(m_members.size())));
        // Arrivals grow linearly, so their share up to a time grows with its square.
        const double part = (double(index) + m_words.unit()) / double(m_options.prospects);
        prospect.createdAt = m_now - SpanMs + qint64(double(SpanMs) * std::sqrt(part));
        prospect.firstSeen = {prospect.createdAt, Precision::Exact};
        return prospect;
    }

    Source source()
    {
        double left = m_words.unit();
        for (const Source &candidate : Sources) {
            left -= candidate.share;
            if (left < 0)
                return candidate;
        }
        return Sources.front();
    }

    QList<Move> journey(Prospect &prospect)
    {
        QList<Move> path;
        qint64 at = prospect.createdAt;
        int step = 0;
        bool mayStepBack = m_words.unit() < BackShare;
        const auto enter = [&](StageId to) {
            Move move;
            move.id = MoveId::create(m_workspace.ids());
            move.prospect = prospect.id;
            move.from = path.isEmpty() ? StageId() : path.last().to;
            move.to = to;
            move.at = {at, Precision::Exact};
            move.by = prospect.owner;
            path.append(move);
        };
        enter(m_steps.first().id);
        while (step + 1 < m_steps.size()) {
            at += qint64(MedianDwellDays * double(DayMs) * std::exp(1.1 * m_words.normal()));
            if (at > m_now)
                break;
            const double chance =
                step < int(Onward.size()) ? Onward.at(size_t(step)) * m_source.conversion : 0.3;
            if (m_words.unit() < chance) {
                enter(m_steps.at(++step).id);
            } else if (mayStepBack && step > 0) {
                mayStepBack = false;
                enter(m_steps.at(--step).id);
            } else {
                if (m_words.unit() < LostShare && !m_lost.isNull())
                    enter(m_lost);
                break;
            }
        }
        prospect.stage = path.last().to;
        prospect.lastActivityAt = path.last().at.ms;
        return path;
    }

    Talk conversation(int index, const Prospect &prospect, const QList<Move> &path)
    {
        Talk talk;
        const int mean = m_options.messagesPerProspect;
        int count = index == 0 && mean >= 10
            ? LongConversation
            : int(std::lround(-std::log(1 - m_words.unit()) * mean));
        if (count == 0)
            return talk;
        Conversation &thread = talk.conversation;
        thread.id = ConversationId::create(m_workspace.ids());
        thread.prospect = prospect.id;
        thread.owner = prospect.owner;
        thread.privacy = index % 5 == 1 ? Privacy::Private : Privacy::Team;
        thread.createdAt = path.first().at.ms;
        for (const bool isUs : {true, false}) {
            Participant participant;
            participant.id = ParticipantId::create(m_workspace.ids());
            participant.conversation = thread.id;
            participant.isUs = isUs;
            participant.prospect = isUs ? ProspectId() : prospect.id;
            participant.name = isUs ? u"us"_s : prospect.name;
            talk.participants << participant;
        }
        const qint64 begin = path.first().at.ms;
        const qint64 length =
            std::min(m_now - begin, std::max<qint64>(DayMs, path.last().at.ms - begin + 7 * DayMs));
        for (int i = 0; i < count; ++i) {
            Message message;
            const qint64 sent = begin + qint64(double(length) * (i + m_words.unit()) / count);
            // Distinct low bits per message keep ids unique without asking the table.
            message.id = MessageId((std::max<qint64>(1, sent - IdSource::Epoch) << 22)
                | (m_messageNumber++ & 0x3fffff));
            message.conversation = thread.id;
            message.direction = m_words.unit() < 0.5 ? Direction::Ours : Direction::Theirs;
            message.sender = talk.participants.at(message.direction == Direction::Ours ? 0 : 1).id;
            const double kind = m_words.unit();
            message.medium = kind < 0.8 ? Medium::DirectMessage
                : kind < 0.9            ? Medium::Email
                : kind < 0.97           ? Medium::Call
                                        : Medium::Note;
            message.sentAt = {sent, Precision::Exact};
            message.body = m_words.sentence(18);
            talk.conversation = afterMessage(talk.conversation, message);
            talk.messages << message;
        }
        return talk;
    }

    Workspace &m_workspace;
    const GenerateOptions m_options;
    WorkloadWords m_words;
    const qint64 m_now;
    const QList<Stage> m_steps;
    StageId m_lost;
    QList<UserId> m_members;
    QList<CompanyId> m_companies;
    Source m_source = Sources.front();
    qint64 m_messageNumber = 0;
};
} // namespace

Result<> generateWorkload(Workspace &workspace, const GenerateOptions &options,
    const std::function<void(double)> &progress)
{
    Database &database = *workspace.database();
    const auto present =
        database.read([](Connection &connection) { return ProspectTable::count(connection, {}); })
            .result();
    if (!present)
        return tl::unexpected(present.error());
    const bool wasEmpty = *present == 0;
    Workload workload(workspace, options);
    Result<> done = database
                        .write([&](Transaction &transaction) {
                            return (wasEmpty ? dropIndices(transaction) : Result<>())
                                .and_then([&] { return workload.writeMembers(transaction); })
                                .and_then([&] { return workload.writeCompanies(transaction); })
                                .and_then([&] { return workload.writePosts(transaction); });
                        })
                        .result();
    for (int first = 0; done && first < options.prospects; first += PerTransaction) {
        const int last = std::min(options.prospects, first + PerTransaction);
        done = database
                   .write([&](Transaction &transaction) {
                       return workload.writeProspects(transaction, first, last);
                   })
                   .result();
        if (progress)
            progress(0.8 * last / options.prospects);
    }
    // Also after an error: a workspace without its indices would be slow for good.
    const auto indexed =
        database.write([](Transaction &transaction) { return createIndices(transaction); })
            .result()
            .and_then([&database] {
                return database
                    .write([](Transaction &transaction) {
                        return SearchIndex::rebuild(transaction).and_then([&] {
                            return refreshStatistics(transaction);
                        });
                    })
                    .result();
            });
    if (progress)
        progress(1);
    return done ? indexed : done;
}
