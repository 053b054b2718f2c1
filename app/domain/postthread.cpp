// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/postthread.h"

#include "base/text.h"
#include "base/textbreaks.h"
#include "domain/coststeps.h"
#include "domain/textentities.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace {
/// A part ends at a better place only where that leaves it at least this full; else a heading would be a post of its own.
constexpr qsizetype LeastFill = 3;
constexpr int MostDigits = 6;

using Offsets = QList<qsizetype>;

bool isSpace(QChar c)
{
    return c.isSpace();
}

/// Parts of [start, end) between lines that hold a ThreadBreak alone.
QList<std::pair<qsizetype, qsizetype>> sectionsOf(const QString &text)
{
    QList<std::pair<qsizetype, qsizetype>> sections;
    qsizetype start = 0;
    for (qsizetype line = 0; line <= text.size();) {
        qsizetype end = text.indexOf(u'\n', line);
        if (end < 0)
            end = text.size();
        if (QStringView(text).sliced(line, end - line).trimmed() == ThreadBreak) {
            sections.append({start, line});
            start = std::min(end + 1, text.size());
        }
        line = end + 1;
    }
    sections.append({start, text.size()});
    return sections;
}

class Splitter
{
public:
    Splitter(const QString &text, const QList<Limit> &limits)
        : m_text(text)
        , m_entities(findEntities(text))
    {
        for (const Limit &limit : limits) {
            if (limit.kind == LimitKind::Hard && !countsEntities(limit.rule))
                m_limits.append({limit, costSteps(text, limit.rule)});
        }
        Offsets paragraphs;
        for (qsizetype i = text.indexOf(u'\n'); i >= 0; i = text.indexOf(u'\n', i + 1))
            paragraphs.append(i + 1);
        const Offsets lines = lineEnds(text);
        Offsets words;
        std::ranges::copy_if(lines, std::back_inserter(words),
            [&text](qsizetype end) { return isSpace(text.at(end - 1)); });
        m_places = {outside(paragraphs), outside(sentenceEnds(text)), outside(words)};
        m_lines = outside(lines);
        m_clusters = outside(graphemeEnds(text));
    }

    /// The parts as they stand, where a number of \a numberLength characters follows each.
    [[nodiscard]] QList<ThreadPart> split(qsizetype numberLength) const
    {
        QList<ThreadPart> parts;
        for (const auto &[from, to] : sectionsOf(m_text)) {
            for (qsizetype start = afterSpace(from, to); start < to;) {
                const ThreadPart part = partAt(start, to, numberLength);
                parts.append(part);
                start = afterSpace(part.end, to);
            }
        }
        return parts;
    }

private:
    struct Measure
    {
        Limit limit;
        QList<CostStep> steps;
    };

    [[nodiscard]] Offsets outside(const Offsets &places) const
    {
        Offsets kept;
        kept.reserve(places.size());
        auto entity = m_entities.cbegin();
        for (const qsizetype place : places) {
            while (entity != m_entities.cend() && entity->end <= place)
                ++entity;
            if (entity == m_entities.cend() || place <= entity->start)
                kept.append(place);
        }
        return kept;
    }

    [[nodiscard]] qsizetype afterSpace(qsizetype from, qsizetype to) const
    {
        while (from < to && isSpace(m_text.at(from)))
            ++from;
        return from;
    }

    /// How far a part from \a start reaches within every limit; space behind it costs nothing, since it is left out.
    [[nodiscard]] qsizetype reach(qsizetype start, qsizetype to, qsizetype numberLength) const
    {
        qsizetype end = to;
        for (const Measure &measure : m_limits) {
            const auto first = std::ranges::lower_bound(measure.steps, start, {}, &CostStep::at);
            const qsizetype before = first == measure.steps.begin() ? 0 : std::prev(first)->total;
            const auto over = std::upper_bound(first, measure.steps.end(),
                before + measure.limit.limit - numberLength,
                [](qsizetype most, const CostStep &step) { return most < step.total; });
            if (over != measure.steps.end())
                end = std::min(end, over->at);
        }
        return afterSpace(end, to);
    }

    [[nodiscard]] static std::optional<qsizetype> lastWithin(
        const Offsets &places, qsizetype least, qsizetype most)
    {
        const auto after = std::ranges::upper_bound(places, most);
        if (after == places.begin() || *std::prev(after) < least)
            return std::nullopt;
        return *std::prev(after);
    }

    /// The best place to end a part that begins at \a start and reaches \a end at most.
    [[nodiscard]] std::optional<qsizetype> placeBefore(qsizetype start, qsizetype end) const
    {
        const qsizetype full = start + std::max<qsizetype>(1, (end - start) / LeastFill);
        for (const Offsets &places : m_places) {
            if (const auto place = lastWithin(places, full, end))
                return place;
        }
        for (const Offsets *places : {&m_lines, &m_clusters}) {
            if (const auto place = lastWithin(*places, start + 1, end))
                return place;
        }
        return std::nullopt;
    }

    [[nodiscard]] bool fits(const QString &text, qsizetype numberLength) const
    {
        return std::ranges::all_of(m_limits, [&](const Measure &measure) {
            return count(text, measure.limit.rule).length + numberLength <= measure.limit.limit;
        });
    }

    [[nodiscard]] ThreadPart upTo(qsizetype start, qsizetype end) const
    {
        while (end > start && isSpace(m_text.at(end - 1)))
            --end;
        return {m_text.sliced(start, end - start), start, end, true};
    }

    [[nodiscard]] ThreadPart partAt(qsizetype start, qsizetype to, qsizetype numberLength) const
    {
        qsizetype end = reach(start, to, numberLength);
        if (end >= to) {
            ThreadPart whole = upTo(start, to);
            if (fits(whole.text, numberLength))
                return whole;
            end = to - 1;
        }
        // What is cut off may count in another way than within the whole: then a little less is taken.
        for (auto place = placeBefore(start, end); place; place = placeBefore(start, *place - 1)) {
            ThreadPart part = upTo(start, *place);
            if (fits(part.text, numberLength))
                return part;
        }
        return unbreakableAt(start, to);
    }

    /// The link, mention, hashtag or cluster that is too long by itself.
    [[nodiscard]] ThreadPart unbreakableAt(qsizetype start, qsizetype to) const
    {
        const auto next = std::ranges::upper_bound(m_clusters, start);
        ThreadPart part = upTo(start, next == m_clusters.end() ? to : std::min(*next, to));
        part.fits = false;
        return part;
    }

    const QString &m_text;
    TextEntities m_entities;
    QList<Measure> m_limits;
    QList<Offsets> m_places; ///< best first: ends of paragraphs, of sentences, of words
    Offsets m_lines;
    Offsets m_clusters;
};

int digitsOf(const QList<ThreadPart> &parts)
{
    return int(QString::number(parts.size()).size());
}

QString numberOf(qsizetype number, qsizetype total)
{
    return u" %1/%2"_s.arg(number).arg(total);
}
} // namespace

QList<ThreadPart> splitThread(const QString &text, const QList<Limit> &limits, ThreadStyle style)
{
    if (style == ThreadStyle::None)
        return {{text, 0, text.size(), true}};
    const Splitter splitter(text, limits);
    QList<ThreadPart> parts = splitter.split(0);
    if (style == ThreadStyle::Plain || parts.size() < 2)
        return parts;
    // Numbers take room, so that there are no fewer parts with them.
    for (int digits = digitsOf(parts); digits <= MostDigits; ++digits) {
        parts = splitter.split(2 + 2 * digits); // space, number, slash, total
        if (digitsOf(parts) <= digits)
            break;
    }
    for (qsizetype i = 0; i < parts.size(); ++i)
        parts[i].text += numberOf(i + 1, parts.size());
    return parts;
}
