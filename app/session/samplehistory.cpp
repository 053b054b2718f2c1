// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/samplehistory.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr double NeverPosted = std::numeric_limits<double>::max();
constexpr int PostLife = 9; ///< days for which a post is seen
constexpr int PopularShare = 4; ///< so many see a popular post for one who sees another
constexpr int MostTouches = 5;
constexpr double ShortestTalk = 0.3; ///< days
constexpr double MostLikely = 0.85; ///< to go on, however good the source
// Of the sample's members: whoever opens it, who pulls, and who pushes.
constexpr int Opener = 0;
constexpr int Marketer = 1;
constexpr int Seller = 2;

/// Days to two places, so that a time of day remains.
double roundedDay(double day)
{
    return std::round(day * 100) / 100;
}

/// For an address: the plain Latin letters of \a name.
QString plainLetters(const QString &name)
{
    QString plain;
    const QString parted = name.normalized(QString::NormalizationForm_D).toLower();
    for (const QChar letter : parted) {
        if (letter >= u'a' && letter <= u'z')
            plain += letter;
    }
    return plain;
}
} // namespace

SampleHistory::SampleHistory(QJsonObject rules, const QJsonArray &posts)
    : m_rules(std::move(rules))
    , m_steps(m_rules.value("steps"_L1).toArray())
    , m_newest(m_rules.value("newest"_L1).toDouble())
    , m_numbers(quint32(m_rules.value("seed"_L1).toInt()))
{
    for (const auto &post : posts)
        m_postDays << post.toObject().value("day"_L1).toDouble(NeverPosted);
    m_firstPost = m_postDays.isEmpty() ? NeverPosted : *std::ranges::min_element(m_postDays);
}

QJsonObject SampleHistory::make()
{
    const QList<double> days = entries();
    for (const double entered : days) {
        Person person = newcomer(entered);
        walk(person);
        own(person);
        talk(person);
        touch(person, entered);
        person.written.insert("moves"_L1, person.moves);
        m_prospects << person.written;
    }
    return {{u"prospects"_s, m_prospects}, {u"offers"_s, m_offers}, {u"handovers"_s, m_handovers},
        {u"touches"_s, m_touches}};
}

double SampleHistory::chance()
{
    return double(m_numbers()) / (double(std::mt19937::max()) + 1);
}

bool SampleHistory::happens(double likely)
{
    return chance() < likely;
}

qsizetype SampleHistory::indexBelow(qsizetype end)
{
    return qsizetype(chance() * double(end));
}

double SampleHistory::within(const QJsonArray &range)
{
    const double from = range.at(0).toDouble();
    const double part = chance();
    return from + (range.at(1).toDouble() - from) * part * part * part;
}

QJsonValue SampleHistory::any(const QString &list)
{
    const QJsonArray values = m_rules.value(list).toArray();
    return values.at(indexBelow(values.size()));
}

QJsonArray SampleHistory::weighted(const QJsonArray &rows)
{
    double sum = 0;
    for (const auto &row : rows)
        sum += row.toArray().at(1).toDouble();
    double left = chance() * sum;
    for (const auto &row : rows) {
        left -= row.toArray().at(1).toDouble();
        if (left < 0)
            return row.toArray();
    }
    return rows.last().toArray();
}

/// The days on which somebody enters: wherever so many a day have come to a whole one.
QList<double> SampleHistory::entries() const
{
    constexpr double Step = 0.05;
    const QJsonArray growth = m_rules.value("growth"_L1).toArray();
    QList<double> days;
    double come = 0;
    for (qsizetype i = 1; i < growth.size(); ++i) {
        const QJsonArray from = growth.at(i - 1).toArray();
        const QJsonArray to = growth.at(i).toArray();
        const double begin = from.at(0).toDouble();
        const double length = to.at(0).toDouble() - begin;
        const auto steps = int(std::lround(length / Step));
        for (int step = 0; step < steps; ++step) {
            const double part = double(step) / steps;
            come += Step * std::lerp(from.at(1).toDouble(), to.at(1).toDouble(), part);
            if (come >= 1) {
                days << roundedDay(begin + length * part);
                come -= 1;
            }
        }
    }
    return days;
}

double SampleHistory::learntBy(double day) const
{
    const QJsonArray learnt = m_rules.value("learnt"_L1).toArray();
    const double first = m_rules.value("growth"_L1)[0][0].toDouble();
    return std::lerp(
        learnt.at(0).toDouble(), learnt.at(1).toDouble(), (day - first) / (m_newest - first));
}

SampleHistory::Person SampleHistory::newcomer(double entered)
{
    Person person;
    name(person);
    const QJsonArray source = weighted(m_rules.value("sources"_L1).toArray());
    const QString from = source.at(0).toString();
    person.factor = source.at(2).toDouble() * learntBy(entered);
    person.pace = 0.2 + 1.6 * chance();
    person.written.insert("source"_L1, from);
    person.written.insert("firstSeen"_L1, entered);
    const QString plain = plainLetters(person.name);
    const QString handle =
        (plain.isEmpty() ? u"guest"_s : plain.left(12)) + QString::number(m_prospects.size() + 1);
    QJsonObject handles {{u"email"_s, handle + "@example.org"_L1}};
    const QString network = m_rules.value("networks"_L1).toObject().value(from).toString();
    if (!network.isEmpty())
        handles.insert(network, u'@' + handle);
    person.written.insert("handles"_L1, handles);
    bring(person, from, entered);
    arrive(person, m_steps.first().toObject(), entered, {});
    return person;
}

/// Given and family names of one group, each pair once.
void SampleHistory::name(Person &person)
{
    QJsonArray rows;
    const QJsonArray groups = m_rules.value("names"_L1).toArray();
    for (const auto &group : groups)
        rows << QJsonArray {group, group.toObject().value("weight"_L1).toInt(3)};
    const QJsonObject group = weighted(rows).at(0).toObject();
    const QStringList given = group.value("given"_L1).toString().split(u' ');
    const QStringList family = group.value("family"_L1).toString().split(u' ');
    const int before = m_named[given.first()]++;
    person.firstName = given.at(before % given.size());
    const QString &last = family.at(before % family.size());
    person.name = person.firstName + u' ' + last;
    person.written.insert("name"_L1, person.name);
    person.written.insert("firstName"_L1, person.firstName);
    person.written.insert("lastName"_L1, last);
    employ(person, group.value("isApart"_L1).toBool() ? QString() : last);
}

/// At a company that bears their \a family name, at another, or at none.
void SampleHistory::employ(Person &person, const QString &family)
{
    if (happens(0.1)) {
        person.written.insert("title"_L1, any(u"titles"_s));
        return;
    }
    const bool isTheirs = !family.isEmpty() && happens(0.4);
    QString company;
    do {
        company = isTheirs ? family : any(u"firms"_s).toString();
        company += u' ' + any(u"trades"_s).toString();
    } while (m_companies.contains(company));
    m_companies.insert(company);
    person.written.insert("company"_L1, company);
    person.written.insert("title"_L1, any(isTheirs ? u"founders"_s : u"titles"_s));
}

/// A referral is one by somebody who was a customer by then; some bring more people than others.
void SampleHistory::bring(Person &person, const QString &source, double entered)
{
    const auto known = std::ranges::count_if(
        m_customers, [entered](const Customer &customer) { return customer.since < entered; });
    if (source != "referral"_L1 || known == 0)
        return;
    const double part = chance();
    auto place = qsizetype(part * part * double(known));
    const auto by = std::ranges::find_if(m_customers,
        [&](const Customer &customer) { return customer.since < entered && place-- == 0; });
    m_touches << QJsonObject {{u"prospect"_s, person.name}, {u"kind"_s, u"referred"_s},
        {u"by"_s, by->name}, {u"day"_s, entered}};
}

/// From step to step, until they are lost, stay, or have not yet gone on.
void SampleHistory::walk(Person &person)
{
    qsizetype at = 0;
    while (!person.isLost) {
        const QJsonObject step = m_steps.at(at).toObject();
        const Turn turn = turnAt(step, person);
        if (turn == Turn::Stay)
            return;
        const QString days = turn == Turn::On ? u"onDays"_s
            : turn == Turn::Back              ? u"backDays"_s
                                              : u"lostDays"_s;
        const double stayed = within(step.value(days).toArray());
        const double day =
            roundedDay(person.day + (turn == Turn::On ? stayed * person.pace : stayed));
        if (day > m_newest)
            return;
        if (turn == Turn::Lost) {
            leave(person, step, day);
            return;
        }
        at += turn == Turn::On ? 1 : -1;
        const QJsonObject next = m_steps.at(at).toObject();
        const QString stage = next.value("stage"_L1).toString();
        if (turn == Turn::On && stage == "conversation"_L1 && happens(0.4))
            hand(person, day, true);
        if (turn == Turn::Back)
            closeOffer(person, u"withdrawn"_s, day);
        const QJsonArray words = next.value("words"_L1).toArray();
        const QString said = words.at(indexBelow(words.size())).toString();
        arrive(person, next, day, turn == Turn::Back ? any(u"backWords"_s).toString() : said);
    }
}

SampleHistory::Turn SampleHistory::turnAt(const QJsonObject &step, const Person &person)
{
    const double on = std::min(step.value("on"_L1).toDouble() * person.factor, MostLikely);
    const double back = step.value("back"_L1).toDouble();
    const double drawn = chance();
    if (drawn < on)
        return Turn::On;
    if (drawn < on + back)
        return Turn::Back;
    return step.value("stays"_L1).toBool() ? Turn::Stay : Turn::Lost;
}

void SampleHistory::arrive(
    Person &person, const QJsonObject &step, double day, const QString &words)
{
    const QString stage = step.value("stage"_L1).toString();
    person.moves << QJsonObject {{u"to"_s, stage}, {u"day"_s, day}, {u"reason"_s, words}};
    person.day = day;
    if (stage == "conversation"_L1 && person.talkedFrom == 0)
        person.talkedFrom = day;
    if (stage == "offer"_L1 && happens(0.85))
        openOffer(person, day);
    if (stage == "customer"_L1) {
        closeOffer(person, u"won"_s, day);
        person.soldOn = day;
        m_customers << Customer {person.name, day};
    }
    if (stage == "advocate"_L1) {
        m_touches << QJsonObject {{u"prospect"_s, person.name}, {u"kind"_s, u"reviewed"_s},
            {u"day"_s, day}, {u"quote"_s, any(u"praise"_s)}, {u"quotable"_s, true}};
    }
}

void SampleHistory::leave(Person &person, const QJsonObject &step, double day)
{
    const int reason = weighted(step.value("reasons"_L1).toArray()).at(0).toInt();
    if (step.value("stage"_L1).toString() == "warm"_L1 && happens(0.3))
        hand(person, day, false);
    closeOffer(person, u"lost"_s, day, reason);
    person.moves << QJsonObject {
        {u"to"_s, u"lost"_s}, {u"day"_s, day}, {u"reason"_s, QString()}, {u"lostReason"_s, reason}};
    person.day = day;
    person.isLost = true;
}

/// Marketing offers somebody who is warm to sales, who take them up on \a day or gave them back before it. Those of late are written by hand.
void SampleHistory::hand(Person &person, double day, bool isAccepted)
{
    const double decided = roundedDay(isAccepted ? day - 0.02 : day - 1 - 4 * chance());
    const double taken = 0.05 + 2.4 * chance() * chance();
    const double offered = roundedDay(decided - taken);
    if (person.isHandedOver || decided > m_rules.value("handedUntil"_L1).toDouble()
        || offered < person.day)
        return;
    QJsonObject handover {{u"prospect"_s, person.name}, {u"offered"_s, offered},
        {u"decided"_s, decided}, {u"state"_s, isAccepted ? u"accepted"_s : u"returned"_s},
        {u"note"_s, any(u"notes"_s)}};
    if (!isAccepted)
        handover.insert("reason"_L1, any(u"returns"_s));
    m_handovers << handover;
    person.isHandedOver = true;
}

void SampleHistory::openOffer(Person &person, double day)
{
    const QJsonValue price = any(u"prices"_s);
    const QJsonValue title = any(u"offers"_s);
    person.offer = {{u"prospect"_s, person.name}, {u"title"_s, title}, {u"value"_s, price},
        {u"made"_s, day}, {u"expected"_s, 2 + int(indexBelow(60))}};
    person.written.insert("value"_L1, price);
}

void SampleHistory::closeOffer(Person &person, const QString &state, double day, int reason)
{
    if (person.offer.isEmpty())
        return;
    person.offer.insert("state"_L1, state);
    person.offer.insert("decided"_L1, day);
    person.offer.insert("expected"_L1, int(day));
    if (reason != 0)
        person.offer.insert("reason"_L1, reason);
    m_offers << std::exchange(person.offer, {});
}

/// Whoever is under way is a colleague's, so that the day's work of whoever opens the sample stays as it is written.
void SampleHistory::own(Person &person)
{
    if (!person.offer.isEmpty())
        m_offers << std::exchange(person.offer, {});
    int owner = happens(0.5) ? Seller : Opener;
    if (!person.isLost && person.soldOn == 0)
        owner = person.talkedFrom == 0 ? Marketer : Seller;
    else if (person.isHandedOver)
        owner = Seller;
    person.written.insert("owner"_L1, owner);
    if (owner != Seller)
        return;
    // Sales has them from marketing, who led them as far as the last step of the pull.
    for (qsizetype i = 0; i < person.moves.size(); ++i) {
        QJsonObject move = person.moves.at(i).toObject();
        if (const QString to = move.value("to"_L1).toString(); to == "cold"_L1 || to == "warm"_L1) {
            move.insert("by"_L1, Marketer);
            person.moves.replace(i, move);
        }
    }
}

/// A short conversation of many who came to one, which is over before the path ends, and words that nobody answered to some who were lost. The last word
/// is ours, and closed is what has come to an end.
void SampleHistory::talk(Person &person)
{
    const bool isHeard = person.talkedFrom != 0;
    if (!(isHeard ? happens(0.6) : person.isLost && happens(0.2)))
        return;
    const double begin = isHeard ? person.talkedFrom : person.moves.at(0)["day"_L1].toDouble() + 3;
    const double end = person.soldOn != 0 ? person.soldOn : person.isLost ? person.day : m_newest;
    const QJsonArray words = any(isHeard ? u"talks"_s : u"unheard"_s).toArray();
    const double usual = 0.4 + 1.4 * chance();
    if (end - begin < ShortestTalk)
        return;
    const double pace = std::min(usual, (end - begin) / std::max(words.last()[2].toDouble(), 1.0));
    QJsonArray messages;
    for (const auto &word : words) {
        const QJsonArray from = word.toArray();
        const double day = roundedDay(begin + from.at(2).toDouble() * pace);
        messages << QJsonObject {{u"who"_s, from.at(0)}, {u"medium"_s, from.at(1)},
            {u"day"_s, std::min(day, end)},
            {u"text"_s, from.at(3).toString().replace("%1"_L1, person.firstName)},
            {u"minutes"_s, from.at(4).toInt()}};
    }
    person.written.insert("messages"_L1, messages);
    person.written.insert("privacy"_L1, u"team"_s);
    person.written.insert("isClosed"_L1, person.isLost || person.soldOn != 0);
}

/// Half of the touches of a customer come before the sale, of a late one those of posts; the others come at any time. Of the months before the posts few are known.
void SampleHistory::touch(Person &person, double entered)
{
    const double last = std::min(person.isLost ? person.day : person.day + 30, m_newest);
    // Those who went far were there more often.
    const auto count =
        indexBelow(MostTouches - 1) + (person.moves.size() > 2 ? 1 : 0) + (entered > -90 ? 1 : 0);
    QJsonArray touches;
    for (qsizetype i = 0; i < count; ++i) {
        const bool isBeforeSale = person.soldOn != 0 && i % 2 == 0;
        const double from = isBeforeSale && person.soldOn > m_firstPost + 2
            ? std::max(entered, m_firstPost + 2)
            : entered;
        const double until = isBeforeSale ? person.soldOn : last;
        const double day = roundedDay(from + (until - from) * chance());
        if (day > m_firstPost || happens(0.4))
            touches << touchOn(day);
    }
    person.written.insert("touches"_L1, touches);
}

/// Of one of the posts that were there by then, where there were any; else of what the profile said, where one can only look.
QJsonObject SampleHistory::touchOn(double day)
{
    const QString kind = weighted(m_rules.value("touchKinds"_L1).toArray()).at(0).toString();
    QJsonObject touch {{u"kind"_s, kind}, {u"day"_s, day}};
    if (kind == "commented"_L1 || kind == "mentioned"_L1)
        touch.insert("quote"_L1, any(u"quotes"_s));
    const QJsonArray popular = m_rules.value("popular"_L1).toArray();
    QList<int> seen;
    for (int post = 0; post < m_postDays.size(); ++post) {
        if (m_postDays.at(post) + 1 < day && day < m_postDays.at(post) + PostLife)
            seen << QList<int>(popular.contains(post) ? PopularShare : 1, post);
    }
    if (!seen.isEmpty())
        touch.insert("post"_L1, seen.at(indexBelow(seen.size())));
    else if (kind == "saw"_L1 || kind == "clicked"_L1)
        touch.insert("profile"_L1, any(u"surfaces"_s));
    return touch;
}
