// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_profiles/surfacemodel.h"
#include "ui_profiles/surfacerow.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestSurfaceRow : public QObject
{
    Q_OBJECT
private slots:
    void showsTheNetworksSurfaces();
    void tellsLiveFromPending();
    void keepsCopyOfUnknownSurfaces();
    void filtersByWords();
    void modelFollows();

private:
    [[nodiscard]] static NetworkTable networks();
    [[nodiscard]] static Channel channel(qint64 id, const QString &network);
    [[nodiscard]] static ProfileCopy copy(
        qint64 channel, Surface surface, int version, CopyStatus status, const QString &text);
};

NetworkTable TestSurfaceRow::networks()
{
    NetworkTable table;
    table.networks = {
        {u"quill"_s, u"Quill"_s, u"Q"_s, {Surface::DisplayName, Surface::Bio}},
        {u"lantern"_s, u"Lantern"_s, u"La"_s, {Surface::Headline}},
    };
    return table;
}

Channel TestSurfaceRow::channel(qint64 id, const QString &network)
{
    Channel made;
    made.id = ChannelId(id);
    made.network = network;
    made.name = u"Kettle"_s;
    return made;
}

ProfileCopy TestSurfaceRow::copy(
    qint64 channel, Surface surface, int version, CopyStatus status, const QString &text)
{
    ProfileCopy made;
    made.id = ProfileCopyId(channel * 100 + version);
    made.channel = ChannelId(channel);
    made.surface = surface;
    made.version = version;
    made.status = status;
    made.text = text;
    return made;
}

void TestSurfaceRow::showsTheNetworksSurfaces()
{
    const QList<SurfaceRow> rows =
        surfaceRows({channel(1, u"quill"_s), channel(2, u"lantern"_s)}, {}, networks());
    QCOMPARE(rows.size(), 5);
    QVERIFY(!rows.at(0).surface);
    QCOMPARE(rows.at(0).network, u"Quill"_s);
    QCOMPARE(rows.at(0).sign, u"Q"_s);
    QCOMPARE(rows.at(1).surface, Surface::DisplayName);
    QCOMPARE(rows.at(2).surface, Surface::Bio);
    QCOMPARE(rows.at(3).channel.id, ChannelId(2));
    QVERIFY(!rows.at(3).surface);
    QCOMPARE(rows.at(4).surface, Surface::Headline);
}

void TestSurfaceRow::tellsLiveFromPending()
{
    const QList<ProfileCopy> copies {copy(1, Surface::Bio, 1, CopyStatus::Retired, u"One"_s),
        copy(1, Surface::Bio, 2, CopyStatus::Live, u"Two"_s),
        copy(1, Surface::Bio, 3, CopyStatus::Approved, u"Three"_s),
        copy(1, Surface::Bio, 4, CopyStatus::Draft, u"Four"_s)};
    const SurfaceRow bio = surfaceRows({channel(1, u"quill"_s)}, copies, networks()).at(2);
    QVERIFY(bio.live && bio.pending);
    QCOMPARE(bio.live->text, u"Two"_s);
    QCOMPARE(bio.pending->text, u"Three"_s); // what is further waits for somebody
}

void TestSurfaceRow::keepsCopyOfUnknownSurfaces()
{
    const QList<ProfileCopy> copies {copy(1, Surface::Link, 1, CopyStatus::Live, u"tea.example"_s)};
    const QList<SurfaceRow> rows = surfaceRows({channel(1, u"elsewhere"_s)}, copies, networks());
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(1).surface, Surface::Link);
}

void TestSurfaceRow::filtersByWords()
{
    const QList<ProfileCopy> copies {
        copy(1, Surface::Bio, 1, CopyStatus::Live, u"Thé for slow mornings"_s)};
    const QList<Channel> channels {channel(1, u"quill"_s), channel(2, u"lantern"_s)};
    const QList<SurfaceRow> rows = surfaceRows(channels, copies, networks(), u"the for"_s);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(1).surface, Surface::Bio);
    QVERIFY(surfaceRows(channels, copies, networks(), u"coffee"_s).isEmpty());
}

void TestSurfaceRow::modelFollows()
{
    SurfaceModel model(QTimeZone::utc());
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    const QList<Channel> channels {channel(1, u"quill"_s)};
    model.setRows(surfaceRows(channels, {}, networks()));
    QCOMPARE(resets.count(), 1);
    model.setRows(
        surfaceRows(channels, {copy(1, Surface::Bio, 1, CopyStatus::Live, u"Tea"_s)}, networks()));
    QCOMPARE(resets.count(), 1);
    QCOMPARE(changes.count(), 1);
    const QModelIndex bio = model.indexOf(ChannelId(1), Surface::Bio);
    QCOMPARE(changes.first().first().toModelIndex(), bio);
    QVERIFY(bio.data(Qt::AccessibleTextRole).toString().contains(u"Tea"_s));
    QVERIFY(!(model.flags(model.index(0)) & Qt::ItemIsSelectable));
    QVERIFY(bio.flags() & Qt::ItemIsSelectable);
    QVERIFY(!model.indexOf(ChannelId(1), Surface::Link).isValid());
}

PULLPUSH_TEST(TestSurfaceRow)
#include "tst_surfacerow.moc"
