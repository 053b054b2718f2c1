// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/samplehistory.h"
#include "test_support/testprogram.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

/// The people made by rule are believable, and leave alone what is written by hand.
class TestSampleHistory : public QObject
{
    Q_OBJECT

    static constexpr int Opener = 0; ///< of the sample's members
    QJsonObject m_sample;
    QJsonObject m_history;
    double m_newest = 0;

    [[nodiscard]] QJsonObject made() const
    {
        return SampleHistory(m_sample.value("history"_L1).toObject(), posts()).make();
    }
    [[nodiscard]] QJsonArray posts() const { return m_sample.value("posts"_L1).toArray(); }
    [[nodiscard]] QJsonArray listed(QLatin1StringView what) const
    {
        return m_history.value(what).toArray();
    }
    static QString stageOf(const QJsonObject &prospect)
    {
        return prospect.value("moves"_L1).toArray().last()["to"_L1].toString();
    }
    static bool isUnderWay(const QJsonObject &prospect)
    {
        return QStringList {u"cold"_s, u"warm"_s, u"conversation"_s, u"offer"_s}.contains(
            stageOf(prospect));
    }
    /// What is wrong with the days of \a moves or messages, or nothing.
    static QString faultOf(const QJsonArray &moves, double newest)
    {
        double before = -1000;
        for (const auto &move : moves) {
            const double day = move["day"_L1].toDouble();
            if (day < before || day > newest)
                return u"%1 on day %2"_s.arg(move["to"_L1].toString()).arg(day);
            before = day;
        }
        return moves.isEmpty() ? u"nothing"_s : QString();
    }

private slots:
    void initTestCase()
    {
        QFile file(u":/pullpush/sample.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_sample = QJsonDocument::fromJson(file.readAll()).object();
        m_history = made();
        m_newest = m_sample.value("history"_L1)["newest"_L1].toDouble();
        QVERIFY(m_newest < 0);
        QVERIFY(listed("prospects"_L1).size() >= 240);
        QVERIFY(listed("prospects"_L1).size() <= 320);
    }

    void theSameRulesMakeTheSamePeople() { QCOMPARE(made(), m_history); }

    void everybodyHasANameOfTheirOwn()
    {
        QSet<QString> names;
        QSet<QString> addresses;
        for (const QJsonArray &list :
            {m_sample.value("prospects"_L1).toArray(), listed("prospects"_L1)}) {
            for (const auto &prospect : list) {
                const QString name = prospect["name"_L1].toString();
                const QString address = prospect["handles"_L1]["email"_L1].toString();
                QVERIFY2(!names.contains(name), qPrintable(name));
                QVERIFY2(!addresses.contains(address), qPrintable(address));
                names.insert(name);
                addresses.insert(address);
            }
        }
    }

    void everybodyWalksForwardInTime()
    {
        const QJsonArray prospects = listed("prospects"_L1);
        for (const auto &prospect : prospects) {
            const QString fault = faultOf(prospect["moves"_L1].toArray(), m_newest);
            QVERIFY2(fault.isEmpty(), qPrintable(prospect["name"_L1].toString() + ": "_L1 + fault));
        }
    }

    void everybodySpeaksBeforeTheirPathEnds()
    {
        int speaking = 0;
        const QJsonArray prospects = listed("prospects"_L1);
        for (const auto &prospect : prospects) {
            const QJsonArray messages = prospect["messages"_L1].toArray();
            if (messages.isEmpty())
                continue;
            ++speaking;
            double end = m_newest;
            const QJsonArray moves = prospect["moves"_L1].toArray();
            for (const auto &move : moves) {
                const QString to = move["to"_L1].toString();
                if (to == "customer"_L1 || to == "lost"_L1)
                    end = std::min(end, move["day"_L1].toDouble());
            }
            const QString fault = faultOf(messages, end);
            QVERIFY2(fault.isEmpty(), qPrintable(prospect["name"_L1].toString() + ": "_L1 + fault));
        }
        QVERIFY(speaking > 60);
    }

    void touchesComeAfterTheirPosts()
    {
        int ofPosts = 0;
        const QJsonArray prospects = listed("prospects"_L1);
        for (const auto &prospect : prospects) {
            const QJsonArray touches = prospect["touches"_L1].toArray();
            for (const auto &touch : touches) {
                const double day = touch["day"_L1].toDouble();
                QVERIFY(day <= m_newest);
                if (touch["post"_L1].isUndefined())
                    continue;
                ++ofPosts;
                QVERIFY(posts().at(touch["post"_L1].toInt())["day"_L1].toDouble(1) <= day);
            }
        }
        QVERIFY(ofPosts > 50);
    }

    void nothingOfItAwaitsWhoeverOpensTheSample()
    {
        const QJsonArray prospects = listed("prospects"_L1);
        for (const auto &value : prospects) {
            const QJsonObject prospect = value.toObject();
            QVERIFY(!prospect.contains("followUp"_L1));
            QVERIFY(!isUnderWay(prospect) || prospect.value("owner"_L1).toInt() != Opener);
            const QJsonArray messages = prospect.value("messages"_L1).toArray();
            if (messages.isEmpty())
                continue;
            QCOMPARE(messages.last()["who"_L1].toString(), u"ours"_s);
            QCOMPARE(prospect.value("isClosed"_L1).toBool(), !isUnderWay(prospect));
        }
        const QJsonArray handovers = listed("handovers"_L1);
        for (const auto &handover : handovers) {
            QVERIFY(handover["offered"_L1].toDouble() < handover["decided"_L1].toDouble());
            QVERIFY(handover["decided"_L1].toDouble() < -31);
        }
    }

    void offersEndWithTheirPath()
    {
        QHash<QString, QString> stages;
        const QJsonArray prospects = listed("prospects"_L1);
        for (const auto &prospect : prospects)
            stages.insert(prospect["name"_L1].toString(), stageOf(prospect.toObject()));
        QStringList states;
        const QJsonArray offers = listed("offers"_L1);
        for (const auto &offer : offers) {
            const QString state = offer["state"_L1].toString();
            const QString stage = stages.value(offer["prospect"_L1].toString());
            QCOMPARE(state.isEmpty(), offer["decided"_L1].isUndefined());
            QVERIFY(!state.isEmpty() || (stage == "offer"_L1 && offer["expected"_L1].toInt() > 0));
            QCOMPARE(state == "lost"_L1, !offer["reason"_L1].isUndefined());
            QVERIFY(offer["value"_L1].toInt() > 0);
            states << state;
        }
        for (const QString &state : {QString(), u"won"_s, u"lost"_s, u"withdrawn"_s})
            QVERIFY2(states.contains(state), qPrintable(state));
    }

    void whoWasBroughtWasBroughtByACustomer()
    {
        QHash<QString, double> customers;
        const QJsonArray prospects = listed("prospects"_L1);
        for (const auto &prospect : prospects) {
            const QJsonArray moves = prospect["moves"_L1].toArray();
            for (const auto &move : moves) {
                if (move["to"_L1].toString() == "customer"_L1)
                    customers.insert(prospect["name"_L1].toString(), move["day"_L1].toDouble());
            }
        }
        int brought = 0;
        const QJsonArray touches = listed("touches"_L1);
        for (const auto &touch : touches) {
            if (touch["kind"_L1].toString() != "referred"_L1)
                continue;
            ++brought;
            const QString by = touch["by"_L1].toString();
            QVERIFY2(customers.contains(by), qPrintable(by));
            QVERIFY(customers.value(by) < touch["day"_L1].toDouble());
        }
        QVERIFY(brought > 10);
    }
};

PULLPUSH_TEST(TestSampleHistory)
#include "tst_samplehistory.moc"
