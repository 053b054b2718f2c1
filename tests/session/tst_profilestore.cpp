// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/channelservice.h"
#include "session/plansets.h"
#include "session/profilestore.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

using namespace Qt::StringLiterals;

class TestProfileStore : public QObject
{
    Q_OBJECT
private slots:
    void versionsGoFromDraftToLive()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        ProfileStore &profiles = test->profiles();
        const ChannelId channel =
            ChannelService::add(*test, {ChannelId(), u"x"_s, u"Main"_s, QString()});
        profiles.load();
        QTRY_COMPARE(profiles.state(), StoreState::Ready);
        const ProfileCopyId first = profiles.addDraft(channel, Surface::Bio, u"We bake."_s);
        profiles.changeText(first, u"We bake bread."_s);
        profiles.setStatus(first, CopyStatus::Approved);
        profiles.changeText(first, u"locked"_s); // approved text is locked
        QCOMPARE(profiles.versions(channel, Surface::Bio).constFirst().text, u"We bake bread."_s);
        profiles.setStatus(first, CopyStatus::Live);
        test.clock.advance(86400000);
        const ProfileCopyId second = profiles.addDraft(channel, Surface::Bio, u"Bread, baked."_s);
        profiles.setStatus(second, CopyStatus::Live);
        QTRY_VERIFY(!test->isWriting());
        const QList<ProfileCopy> versions = profiles.versions(channel, Surface::Bio);
        QCOMPARE(versions.size(), 2);
        QCOMPARE(versions.at(0).version, 2);
        QCOMPARE(versions.at(0).status, CopyStatus::Live);
        QCOMPARE(versions.at(1).status, CopyStatus::Retired);
        QCOMPARE(versions.at(1).liveUntil, versions.at(0).liveSince);
        test->undoStack()->undo(); // both at once: never two live versions, never none by accident
        QTRY_COMPARE(profiles.versions(channel, Surface::Bio).at(1).status, CopyStatus::Live);
        QCOMPARE(profiles.versions(channel, Surface::Bio).at(0).status, CopyStatus::Draft);
        QVERIFY(profiles.versions(channel, Surface::Headline).isEmpty());
    }
};

PULLPUSH_TEST(TestProfileStore)
#include "tst_profilestore.moc"
