// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
const char *const Row =
    R"({"network":"x","surface":"timeline","field":"text","limit":280,"unit":"weighted",
    "rule":"x-weighted","kind":"hard","source":"s","read":"2026-09","confidence":"C"})";

QByteArray table(const QByteArray &limits,
    const QByteArray &networks = R"({"key":"x","name":"X","sign":"X","surfaces":["bio"]})")
{
    return R"({"networks":[)" + networks + R"(],"limits":[)" + limits + "]}";
}

QByteArray rowWith(const char *from, const char *to)
{
    return QByteArray(Row).replace(from, to);
}
} // namespace

class TestNetwork : public QObject
{
    Q_OBJECT
private slots:
    void knowsTheNetworks();
    void boundsBlueskyTwice();
    void warnsBeforeItForbids();
    void refuses_data();
    void refuses();
    void overrides();
    void decides();
};

void TestNetwork::knowsTheNetworks()
{
    const auto networks = builtInNetworks();
    QVERIFY2(networks, networks ? "" : qPrintable(networks.error().message));
    for (const QString &key : {u"x"_s, u"bluesky"_s, u"mastodon"_s, u"linkedin-member"_s,
             u"linkedin-page"_s, u"instagram"_s, u"facebook-page"_s, u"threads"_s, u"tiktok"_s,
             u"youtube"_s, u"pinterest"_s}) {
        QVERIFY2(networks->find(key), qPrintable(key));
        QVERIFY2(!networks->limitsOf(key).isEmpty(), qPrintable(key));
    }
    QSet<QString> signs;
    for (const Network &network : networks->networks)
        signs.insert(network.sign);
    QCOMPARE(signs.size(), networks->networks.size());
    QCOMPARE(networks->signOf(u"unheard-of"_s), u"un"_s);
    QCOMPARE(networks->nameOf(u"youtube"_s), u"YouTube"_s);
    QCOMPARE(networks->limitsOf(u"linkedin-member", u"headline").first().limit, qsizetype(220));
}

void TestNetwork::boundsBlueskyTwice()
{
    const auto networks = builtInNetworks();
    QVERIFY(networks);
    const QList<Limit> limits = networks->limitsOf(u"bluesky");
    QCOMPARE(limits.size(), 2);
    const QString family = u"\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466"_s;
    // 200 families are 200 graphemes, which fits, and 5,000 bytes, which does not.
    const QList<LimitCheck> checks = checkLimits(family.repeated(200), limits);
    QVERIFY(checks.at(0).count.valid);
    QVERIFY(!checks.at(1).count.valid);
    QVERIFY(!holds(checks));
    const LimitCheck *shown = decisiveCheck(checks);
    QVERIFY(shown);
    QCOMPARE(shown->count.unit, CountUnit::Bytes);
    QCOMPARE(shown->count.length, qsizetype(5000));
    QCOMPARE(shown->count.overAt, qsizetype(120 * 11));
}

void TestNetwork::warnsBeforeItForbids()
{
    const auto networks = builtInNetworks();
    QVERIFY(networks);
    const auto checks = checkLimits(u"#a #b #c #d #e #f"_s, networks->limitsOf(u"instagram"));
    QVERIFY(holds(checks));
    const auto warned =
        std::ranges::find_if(checks, [](const LimitCheck &check) { return !check.count.valid; });
    QVERIFY(warned != checks.end());
    QCOMPARE(warned->limit.kind, LimitKind::Soft);
    QCOMPARE(warned->count.overAt, qsizetype(15));
}

void TestNetwork::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("said");
    QTest::newRow("no JSON") << QByteArray("{") << u"cannot be read"_s;
    QTest::newRow("empty") << QByteArray("{}") << u"is empty"_s;
    QTest::newRow("no name") << table("", R"({"key":"x","sign":"X"})")
                             << u"network 1 (x) has no “name”"_s;
    QTest::newRow("long sign") << table("", R"({"key":"x","name":"X","sign":"XXX"})")
                               << u"more than 2 letters"_s;
    QTest::newRow("surface of a network")
        << table("", R"({"key":"x","name":"X","sign":"X","surfaces":["attic"]})")
        << u"unknown surface: attic"_s;
    QTest::newRow("network twice")
        << table("", R"({"key":"x","name":"X","sign":"X"},{"key":"x","name":"X","sign":"X"})")
        << u"network 2 (x) stands twice"_s;
    QTest::newRow("no object") << table("7") << u"limit 1"_s;
    QTest::newRow("limit of 0") << table(rowWith("280", "0"))
                                << u"limit 1 (x, timeline, text) has a “limit”"_s;
    QTest::newRow("half a character") << table(rowWith("280", "1.5")) << u"whole number"_s;
    QTest::newRow("text as limit") << table(rowWith("280", R"("280")")) << u"whole number"_s;
    QTest::newRow("unknown rule") << table(rowWith("x-weighted", "guess"))
                                  << u"unknown “rule”: guess"_s;
    QTest::newRow("unknown unit") << table(rowWith("\"weighted\"", "\"stones\""))
                                  << u"unknown “unit”: stones"_s;
    QTest::newRow("unknown network")
        << table(rowWith("\"x\"", "\"y\"")) << u"names an unknown network"_s;
    QTest::newRow("unknown surface")
        << table(rowWith("timeline", "attic")) << u"names an unknown surface"_s;
    QTest::newRow("no date") << table(rowWith("2026-09", "lately")) << u"“read” that is no date"_s;
    QTest::newRow("row twice") << table(QByteArray(Row) + "," + Row)
                               << u"limit 2 (x, timeline, text) stands twice"_s;
}

void TestNetwork::refuses()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, said);
    const auto read = parseNetworks(json);
    QVERIFY(!read);
    QCOMPARE(read.error().code, Error::Code::Rejected);
    QVERIFY2(read.error().message.contains(said), qPrintable(read.error().message));
}

void TestNetwork::overrides()
{
    Limit own = parseNetworks(table(Row))->limits.first();
    own.limit = 25000;
    auto read = parseNetworks(table(Row), {own});
    QVERIFY(read);
    QCOMPARE(read->limits.size(), 1);
    QCOMPARE(read->limits.first().limit, qsizetype(25000));
    own.kind = LimitKind::Soft;
    read = parseNetworks(table(Row), {own});
    QVERIFY(read);
    QCOMPARE(read->limits.size(), 2);
    own.network = u"y"_s;
    read = parseNetworks(table(Row), {own});
    QVERIFY(!read);
    QVERIFY(
        read.error().message.contains(u"own limit 1 (y, timeline, text) names an unknown network"));
}

void TestNetwork::decides()
{
    QCOMPARE(decisiveCheck({}), nullptr);
    QVERIFY(holds({}));
    const auto networks = builtInNetworks();
    QVERIFY(networks);
    const auto checks = checkLimits(u"Hello"_s, networks->limitsOf(u"bluesky"));
    QCOMPARE(decisiveCheck(checks)->count.unit, CountUnit::Graphemes);
    QVERIFY(networks->limitsOf(u"nostr").isEmpty());
}

PULLPUSH_TEST(TestNetwork)
#include "tst_network.moc"
