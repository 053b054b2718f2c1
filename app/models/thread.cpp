// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/thread.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
using Kind = ThreadEntry::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Thread)
};

QString touchTitle(TouchKind kind, const QString &post)
{
    const bool named = !post.isEmpty();
    switch (kind) {
    case TouchKind::Saw:
        return named ? Words::tr("Saw “%1”").arg(post) : Words::tr("Saw us");
    case TouchKind::Reacted:
        return named ? Words::tr("Reacted to “%1”").arg(post) : Words::tr("Reacted to a post");
    case TouchKind::Commented:
        return named ? Words::tr("Commented on “%1”").arg(post) : Words::tr("Commented on a post");
    case TouchKind::Shared:
        return named ? Words::tr("Shared “%1”").arg(post) : Words::tr("Shared a post");
    case TouchKind::Clicked:
        return named ? Words::tr("Clicked on “%1”").arg(post) : Words::tr("Clicked on a link");
    case TouchKind::Mentioned:
        return named ? Words::tr("Mentioned “%1”").arg(post) : Words::tr("Mentioned us");
    case TouchKind::Referred:
        return Words::tr("Was referred to us");
    case TouchKind::Reviewed:
        return Words::tr("Wrote a review");
    }
    Q_UNREACHABLE();
}

QString hopTitle(Medium medium)
{
    switch (medium) {
    case Medium::DirectMessage:
        return Words::tr("The conversation goes on in direct messages");
    case Medium::Call:
        return Words::tr("The conversation moves on to a call");
    case Medium::Email:
        return Words::tr("The conversation moves on to e-mail");
    case Medium::Meeting:
        return Words::tr("The conversation moves on to a meeting");
    case Medium::Note:
        return {};
    }
    Q_UNREACHABLE();
}

QString callWords(CallResult result)
{
    switch (result) {
    case CallResult::None:
        return {};
    case CallResult::Answered:
        return Words::tr("answered");
    case CallResult::NoAnswer:
        return Words::tr("no answer");
    case CallResult::Voicemail:
        return Words::tr("voicemail");
    case CallResult::Declined:
        return Words::tr("declined");
    }
    Q_UNREACHABLE();
}

QString hopWords(HopState state)
{
    switch (state) {
    case HopState::Proposed:
        return Words::tr("not decided yet");
    case HopState::Accepted:
        return Words::tr("accepted");
    case HopState::Declined:
        return Words::tr("declined");
    case HopState::Ignored:
        return Words::tr("ignored");
    }
    Q_UNREACHABLE();
}

/// Whether it is somebody's word and not a note or a line of the system.
bool isWord(const MessageKey &key)
{
    return key.medium != Medium::Note && key.direction != Direction::System;
}

qint64 knownMs(const Moment &at)
{
    return at.precision == Precision::Unknown ? 0 : at.ms;
}

Moment momentOf(const ThreadSource &source, const FollowUp &step)
{
    if (step.doneAt != 0)
        return {step.doneAt, Precision::Exact};
    return {startOfDay(step.snoozedUntil.value_or(step.dueOn), source.zone), Precision::Day};
}

/// Puts messages and all else in the order of time in one pass over both.
class LineBuilder
{
public:
    explicit LineBuilder(const ThreadSource &source)
        : m_source(source)
    { }

    QList<ThreadLine> build()
    {
        collectOthers();
        const int count = m_source.messageCount();
        m_lines.reserve(count + count / 8 + m_others.size() * 2 + 2);
        qsizetype next = 0;
        for (int i = 0; i < count; ++i) {
            const MessageKey key = m_source.keyAt(i);
            for (; next < m_others.size() && m_others.at(next).isBefore(key.at, MessageRank);
                 ++next)
                push(m_others.at(next).line);
            pushMessage(key, i);
        }
        for (; next < m_others.size(); ++next)
            push(m_others.at(next).line);
        if (!m_source.isLoading && !m_lines.isEmpty())
            addWaiting();
        return std::move(m_lines);
    }

private:
    /// At one time: what brought them, the entry, what was said, then the move that it led to.
    enum Rank { TouchRank, EntryRank, HopRank, MessageRank, MoveRank, StepRank };

    struct Other
    {
        ThreadLine line;
        Rank rank = TouchRank;

        [[nodiscard]] bool isBefore(qint64 at, Rank other) const
        {
            return line.at != at ? line.at < at : rank < other;
        }
    };

    void addOther(Kind kind, const Moment &at, qint64 id, qsizetype index, Rank rank)
    {
        ThreadLine line;
        line.kind = kind;
        line.at = knownMs(at);
        line.id = id;
        line.index = int(index);
        line.isRecord = kind == Kind::Hop;
        m_others.append({line, rank});
    }

    void collectOthers()
    {
        for (qsizetype i = 0; i < m_source.touches.size(); ++i) {
            const Touch &touch = m_source.touches.at(i);
            addOther(Kind::Touch, touch.at, touch.id.value(), i, TouchRank);
        }
        for (qsizetype i = 0; i < m_source.moves.size(); ++i) {
            const Move &move = m_source.moves.at(i);
            addOther(
                Kind::Move, move.at, move.id.value(), i, move.from.isNull() ? EntryRank : MoveRank);
        }
        for (qsizetype i = 0; i < m_source.followUps.size(); ++i) {
            const FollowUp &step = m_source.followUps.at(i);
            addOther(Kind::Step, momentOf(m_source, step), step.id.value(), i, StepRank);
        }
        for (qsizetype i = 0; i < m_source.hops.size(); ++i) {
            const Hop &hop = m_source.hops.at(i);
            addOther(Kind::Hop, hop.proposedAt, hop.id.value(), i, HopRank);
            if (hop.state == HopState::Proposed || hop.state == HopState::Accepted)
                m_records[hop.conversation].append(int(i));
        }
        std::ranges::stable_sort(m_others, [](const Other &one, const Other &other) {
            return one.isBefore(other.line.at, other.rank);
        });
    }

    void pushMessage(const MessageKey &key, int index)
    {
        if (isWord(key)) {
            const auto known = m_media.find(key.conversation);
            if (known == m_media.end()) {
                m_media.insert(key.conversation, key.medium);
            } else if (*known != key.medium) {
                if (!isRecorded(key, *known))
                    push({Kind::Hop, false, index, 0, key.at, key.id.value()});
                *known = key.medium;
            }
        }
        push({Kind::Message, false, index, 0, key.at, key.id.value()});
    }

    /// Whether the change of medium is the outcome of a hop that has its own line.
    bool isRecorded(const MessageKey &key, Medium from)
    {
        const auto records = m_records.find(key.conversation);
        if (records == m_records.end())
            return false;
        for (qsizetype i = 0; i < records->size(); ++i) {
            const Hop &hop = m_source.hops.at(records->at(i));
            if (hop.from == from && hop.to == key.medium && knownMs(hop.proposedAt) <= key.at) {
                records->removeAt(i);
                return true;
            }
        }
        return false;
    }

    void push(const ThreadLine &line)
    {
        const bool isPlanned =
            line.kind == Kind::Step && m_source.followUps.at(line.index).doneAt == 0;
        const QDate before = m_day;
        const bool isFirst = m_lines.isEmpty();
        findDay(line.at);
        if (isFirst || before != m_day) {
            ThreadLine separator;
            separator.kind = Kind::Day;
            if (m_day.isValid()) {
                separator.at = m_dayStart;
                separator.id = m_day.toJulianDay();
            }
            if (before.isValid() && m_day.isValid() && !isPlanned
                && before.daysTo(m_day) >= ThreadGapDays)
                separator.count = int(before.daysTo(m_day));
            m_lines << separator;
        }
        m_lines << line;
    }

    /// Asks the zone once a day: it is slow, and a thread may be long.
    void findDay(qint64 at)
    {
        if (at == 0) {
            m_day = {};
            m_dayEnd = m_dayStart = 0;
        } else if (at < m_dayStart || at >= m_dayEnd) {
            m_day = localDay(at, m_source.zone);
            m_dayStart = startOfDay(m_day, m_source.zone);
            m_dayEnd = startOfDay(m_day.addDays(1), m_source.zone);
        }
    }

    /// Who owes a word, over all conversations that go on.
    void addWaiting()
    {
        QSet<ConversationId> closed;
        for (const Conversation &conversation : m_source.conversations) {
            if (conversation.closedAt != 0)
                closed.insert(conversation.id);
        }
        ThreadLine line;
        line.kind = Kind::Waiting;
        Direction direction = Direction::System;
        for (int i = m_source.messageCount() - 1; i >= 0; --i) {
            const MessageKey key = m_source.keyAt(i);
            if (!isWord(key) || closed.contains(key.conversation))
                continue;
            if (direction != Direction::System && key.direction != direction)
                break;
            direction = key.direction;
            ++line.count;
            line.index = i;
            line.at = key.at;
            line.id = key.id.value();
        }
        const bool isSilent = m_source.messageCount() == 0;
        if (isSilent || (direction == Direction::Theirs && line.count > 0)
            || (direction == Direction::Ours && line.count > 1))
            m_lines << line;
    }

    const ThreadSource &m_source;
    QList<Other> m_others;
    QHash<ConversationId, QList<int>> m_records; ///< hops that no change of medium has used up
    QHash<ConversationId, Medium> m_media;
    QList<ThreadLine> m_lines;
    QDate m_day;
    qint64 m_dayStart = 0;
    qint64 m_dayEnd = 0;
};

/// One entry in words.
class EntryBuilder
{
public:
    EntryBuilder(const ThreadSource &source, const ThreadLine &line)
        : m_source(source)
        , m_line(line)
    {
        m_entry.kind = line.kind;
        m_entry.id = line.id;
        m_entry.count = line.count;
        m_entry.isRecord = line.isRecord;
    }

    ThreadEntry build(const Message *message)
    {
        switch (m_line.kind) {
        case Kind::Day:
            setTime({m_line.at, m_line.id == 0 ? Precision::Unknown : Precision::Day});
            m_entry.id = 0;
            break;
        case Kind::Touch:
            fillTouch(m_source.touches.at(m_line.index));
            break;
        case Kind::Message:
            fillMessage(message);
            break;
        case Kind::Hop:
            fillHop();
            break;
        case Kind::Move:
            fillMove(m_source.moves.at(m_line.index));
            break;
        case Kind::Step:
            fillStep(m_source.followUps.at(m_line.index));
            break;
        case Kind::Waiting:
            fillWaiting();
            break;
        }
        return std::move(m_entry);
    }

private:
    void setTime(const Moment &at)
    {
        m_entry.at = at;
        if (at.precision != Precision::Unknown)
            m_entry.day = localDay(at.ms, m_source.zone);
    }

    [[nodiscard]] QString userName(UserId id) const
    {
        return m_source.userName && !id.isNull() ? m_source.userName(id) : QString();
    }

    [[nodiscard]] QString stageName(StageId id) const
    {
        const int index = indexOfStage(m_source.stages, id);
        return index < 0 ? QString() : m_source.stages.at(index).name;
    }

    void fillTouch(const Touch &touch)
    {
        setTime(touch.at);
        m_entry.title =
            touchTitle(touch.kind, m_source.postTitle ? m_source.postTitle(touch.post) : QString());
        m_entry.text = touch.quote;
        m_entry.side = Side::Pull;
        m_entry.direction = Direction::Theirs;
    }

    void fillMove(const Move &move)
    {
        setTime(move.at);
        const QString to = stageName(move.to);
        m_entry.title = move.from.isNull() ? Words::tr("Entered at %1").arg(to)
                                           : Words::tr("%1 → %2").arg(stageName(move.from), to);
        m_entry.text = move.reason;
        m_entry.isEntry = move.from.isNull();
        m_entry.who = userName(move.by);
        if (const int stage = indexOfStage(m_source.stages, move.to); stage >= 0)
            m_entry.side = m_source.stages.at(stage).side;
    }

    void fillStep(const FollowUp &step)
    {
        setTime(momentOf(m_source, step));
        m_entry.isOpen = step.doneAt == 0;
        m_entry.title = m_entry.isOpen ? Words::tr("Next step") : Words::tr("Done");
        m_entry.text = step.what;
        m_entry.who = userName(step.owner);
    }

    void fillHop()
    {
        if (!m_line.isRecord) {
            const MessageKey key = m_source.keyAt(m_line.index);
            setTime({key.at, key.precision});
            m_entry.medium = key.medium;
            m_entry.title = hopTitle(key.medium);
            return;
        }
        const Hop &hop = m_source.hops.at(m_line.index);
        setTime(hop.proposedAt);
        m_entry.medium = hop.to;
        m_entry.direction = hop.proposedBy;
        m_entry.hopState = hop.state;
        const QString by = hop.proposedBy == Direction::Ours ? Words::tr("proposed by us")
                                                             : Words::tr("proposed by them");
        m_entry.title =
            QStringList {Words::tr("%1 → %2").arg(mediumName(hop.from), mediumName(hop.to)), by,
                hopWords(hop.state)}
                .join(u" · "_s);
    }

    void fillMessage(const Message *message)
    {
        const MessageKey key = m_source.keyAt(m_line.index);
        setTime({key.at, key.precision});
        m_entry.medium = key.medium;
        m_entry.direction = key.direction;
        if (key.medium != Medium::DirectMessage)
            m_entry.title = mediumName(key.medium);
        if (message == nullptr)
            message =
                m_source.message ? m_source.message(key.id) : &m_source.messages.at(m_line.index);
        m_entry.files = m_source.files.value(key.id);
        if (message == nullptr) {
            m_entry.isLoading = true;
            return;
        }
        m_entry.text = message->body;
        m_entry.minutes = message->durationSeconds / 60;
        m_entry.outcome = callWords(message->callResult);
        if (m_source.namesSenders && key.direction == Direction::Theirs) {
            const auto sender =
                std::ranges::find(m_source.participants, message->sender, &Participant::id);
            if (sender != m_source.participants.end())
                m_entry.who = sender->name;
        }
    }

    void fillWaiting()
    {
        if (m_line.index < 0) {
            m_entry.at.precision = Precision::Unknown;
            m_entry.title = Words::tr("Nothing was said yet.");
            return;
        }
        const MessageKey key = m_source.keyAt(m_line.index);
        setTime({key.at, key.precision});
        m_entry.direction = key.direction;
        m_entry.title = key.direction == Direction::Ours
            ? Words::tr("You wrote %n in a row", nullptr, m_line.count)
            : Words::tr("%n message(s) are waiting for an answer", nullptr, m_line.count);
    }

    const ThreadSource &m_source;
    const ThreadLine m_line;
    ThreadEntry m_entry;
};
} // namespace

QString mediumName(Medium medium)
{
    switch (medium) {
    case Medium::DirectMessage:
        return Words::tr("Message");
    case Medium::Call:
        return Words::tr("Call");
    case Medium::Email:
        return Words::tr("E-mail");
    case Medium::Meeting:
        return Words::tr("Meeting");
    case Medium::Note:
        return Words::tr("Note");
    }
    Q_UNREACHABLE();
}

QList<ThreadLine> threadLines(const ThreadSource &source)
{
    return LineBuilder(source).build();
}

ThreadEntry threadEntry(const ThreadSource &source, const ThreadLine &line, const Message *message)
{
    return EntryBuilder(source, line).build(message);
}
