// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QString>

#include <random>

/// The sample's earlier people, who are too many to be written by hand: made by the rules under "history" in the shape of those who are written, so that whatever
/// writes these writes them too. The same rules make the same people. They have no next steps, and none waits for a word of ours.
///
/// The rules: "growth" says how many enter a day, as [day, people], with lines between; nothing happens after the day "newest". "steps" are the pipeline's: with
/// which chance somebody goes "on" or "back", and after how many days; the others are lost, for one of the "reasons" [id, weight], or stay. Of
/// ["name", weight, factor] a source's factor multiplies the chance to go on, as does what was "learnt" from the first entry to the last. A day in a range is far more often an early one.
/// "popular" are the places of posts that more people see.
class SampleHistory
{
public:
    /// \a posts are the sample's own, which people can have seen once they were posted.
    SampleHistory(QJsonObject rules, const QJsonArray &posts);
    /// "prospects", "offers", "handovers" and "touches", as in the sample. To be called once.
    [[nodiscard]] QJsonObject make();

private:
    struct Person
    {
        QJsonObject written; ///< as it will stand among the prospects
        QString name;
        QString firstName;
        double factor = 1; ///< of the chance to go on
        double pace = 1; ///< of the days until they go on
        double day = 0; ///< of their last move
        double soldOn = 0; ///< when they became a customer; 0: never
        double talkedFrom = 0; ///< when they came to a conversation; 0: never
        QJsonArray moves;
        QJsonObject offer; ///< which is open
        bool isLost = false;
        bool isHandedOver = false;
    };
    enum class Turn { On, Back, Lost, Stay };
    /// One whom a customer may have brought after \a since.
    struct Customer
    {
        QString name;
        double since = 0;
    };

    /// 0 or more, below 1; the same on every machine, which those of the standard library's distributions are not.
    [[nodiscard]] double chance();
    [[nodiscard]] bool happens(double likely);
    [[nodiscard]] qsizetype indexBelow(qsizetype end);
    [[nodiscard]] double within(const QJsonArray &range);
    [[nodiscard]] QJsonValue any(const QString &list);
    [[nodiscard]] QJsonArray weighted(const QJsonArray &rows); ///< one of [value, weight, …]

    [[nodiscard]] QList<double> entries() const;
    [[nodiscard]] double learntBy(double day) const;
    [[nodiscard]] Person newcomer(double entered);
    void name(Person &person);
    void employ(Person &person, const QString &family);
    void bring(Person &person, const QString &source, double entered);
    void walk(Person &person);
    [[nodiscard]] Turn turnAt(const QJsonObject &step, const Person &person);
    void arrive(Person &person, const QJsonObject &step, double day, const QString &words);
    void leave(Person &person, const QJsonObject &step, double day);
    void hand(Person &person, double day, bool isAccepted);
    void openOffer(Person &person, double day);
    void closeOffer(Person &person, const QString &state, double day, int reason = 0);
    void own(Person &person);
    void talk(Person &person);
    void touch(Person &person, double entered);
    [[nodiscard]] QJsonObject touchOn(double day);

    const QJsonObject m_rules;
    const QJsonArray m_steps;
    const double m_newest;
    double m_firstPost = 0; ///< its day
    QList<double> m_postDays; ///< by the post's index; those without a day never come
    std::mt19937 m_numbers;
    QHash<QString, int> m_named; ///< how many there are of each group of names
    QSet<QString> m_companies;
    QList<Customer> m_customers;
    QJsonArray m_prospects;
    QJsonArray m_offers;
    QJsonArray m_handovers;
    QJsonArray m_touches;
};
