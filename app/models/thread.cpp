// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/thread.h"

#include <QCoreApplication>
#include <QHash>

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

class Builder
{
public:
    explicit Builder(const ThreadSource &source)
        : m_source(source)
    {
        for (const Participant &participant : source.participants)
            m_names.insert(participant.id, participant.name);
    }

    QList<ThreadEntry> build()
    {
        addTouches();
        addMoves();
        addSteps();
        addMessages();
        std::ranges::stable_sort(
            m_entries, {}, [](const ThreadEntry &entry) { return sortKey(entry); });
        return withDays();
    }

private:
    /// At one time: what brought them, what was said, then the move that it led to.
    static std::pair<qint64, int> sortKey(const ThreadEntry &entry)
    {
        const qint64 ms = entry.at.precision == Precision::Unknown ? 0 : entry.at.ms;
        switch (entry.kind) {
        case Kind::Touch:
        case Kind::Day:
            return {ms, 0};
        case Kind::Earlier:
        case Kind::Hop:
        case Kind::Message:
            return {ms, 2};
        case Kind::Move:
            return {ms, entry.isEntry ? 1 : 3}; // an entry comes before the first word
        case Kind::Step:
            return {ms, 4};
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] ThreadEntry entry(Kind kind, const Moment &at, qint64 id) const
    {
        ThreadEntry result;
        result.kind = kind;
        result.at = at;
        result.id = id;
        if (at.precision != Precision::Unknown)
            result.day = localDay(at.ms, m_source.zone);
        return result;
    }

    [[nodiscard]] QString userName(UserId id) const
    {
        return m_source.userName && !id.isNull() ? m_source.userName(id) : QString();
    }

    void addTouches()
    {
        for (const Touch &touch : m_source.touches) {
            ThreadEntry line = entry(Kind::Touch, touch.at, touch.id.value());
            const QString post = m_source.postTitle ? m_source.postTitle(touch.post) : QString();
            line.title = touchTitle(touch.kind, post);
            line.text = touch.quote;
            line.side = Side::Pull;
            line.direction = Direction::Theirs;
            m_entries << line;
        }
    }

    [[nodiscard]] QString stageName(StageId id) const
    {
        const int index = indexOfStage(m_source.stages, id);
        return index < 0 ? QString() : m_source.stages.at(index).name;
    }

    void addMoves()
    {
        for (const Move &move : m_source.moves) {
            ThreadEntry line = entry(Kind::Move, move.at, move.id.value());
            const QString to = stageName(move.to);
            line.title = move.from.isNull() ? Words::tr("Entered at %1").arg(to)
                                            : Words::tr("%1 → %2").arg(stageName(move.from), to);
            line.text = move.reason;
            line.isEntry = move.from.isNull();
            line.who = userName(move.by);
            if (const int stage = indexOfStage(m_source.stages, move.to); stage >= 0)
                line.side = m_source.stages.at(stage).side;
            m_entries << line;
        }
    }

    void addSteps()
    {
        for (const FollowUp &step : m_source.followUps) {
            const bool isOpen = step.doneAt == 0;
            const QDate due = step.snoozedUntil.value_or(step.dueOn);
            const Moment at = isOpen ? Moment {startOfDay(due, m_source.zone), Precision::Day}
                                     : Moment {step.doneAt, Precision::Exact};
            ThreadEntry line = entry(Kind::Step, at, step.id.value());
            line.title = isOpen ? Words::tr("Next step") : Words::tr("Done");
            line.text = step.what;
            line.isOpen = isOpen;
            line.who = userName(step.owner);
            m_entries << line;
        }
    }

    void addMessages()
    {
        if (m_source.hasEarlier && !m_source.messages.isEmpty()) {
            ThreadEntry earlier = entry(Kind::Earlier, m_source.messages.first().sentAt, 0);
            earlier.title = Words::tr("Show earlier messages");
            m_entries << earlier;
        }
        QHash<ConversationId, Medium> last;
        for (const Message &message : m_source.messages) {
            ThreadEntry line = entry(Kind::Message, message.sentAt, message.id.value());
            line.text = message.body;
            line.medium = message.medium;
            line.direction = message.direction;
            line.minutes = message.durationSeconds / 60;
            line.title =
                message.medium == Medium::DirectMessage ? QString() : mediumName(message.medium);
            if (m_source.namesSenders && message.direction == Direction::Theirs)
                line.who = m_names.value(message.sender);
            if (message.medium != Medium::Note && message.direction != Direction::System) {
                const auto known = last.constFind(message.conversation);
                if (known != last.constEnd() && *known != message.medium) {
                    ThreadEntry hop = entry(Kind::Hop, message.sentAt, message.id.value());
                    hop.medium = message.medium;
                    hop.title = hopTitle(message.medium);
                    m_entries << hop;
                }
                last.insert(message.conversation, message.medium);
            }
            m_entries << line;
        }
    }

    [[nodiscard]] QList<ThreadEntry> withDays() const
    {
        QList<ThreadEntry> thread;
        thread.reserve(m_entries.size() + 16);
        std::optional<QDate> day;
        for (const ThreadEntry &line : m_entries) {
            if (line.kind != Kind::Earlier && (!day || *day != line.day)) {
                ThreadEntry separator;
                separator.kind = Kind::Day;
                separator.at = {line.day.isValid() ? startOfDay(line.day, m_source.zone) : 0,
                    line.day.isValid() ? Precision::Day : Precision::Unknown};
                separator.day = line.day;
                thread << separator;
                day = line.day;
            }
            thread << line;
        }
        return thread;
    }

    const ThreadSource &m_source;
    QHash<ParticipantId, QString> m_names;
    QList<ThreadEntry> m_entries;
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

QList<ThreadEntry> buildThread(const ThreadSource &source)
{
    return Builder(source).build();
}
