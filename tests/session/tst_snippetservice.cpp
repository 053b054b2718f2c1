// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/snippets.h"
#include "session/channelservice.h"
#include "session/plansets.h"
#include "session/snippetservice.h"
#include "session/spellservice.h"
#include "session/workspacesetting.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestSnippetService : public QObject
{
    Q_OBJECT
private slots:
    void addsChangesMovesAndDeletes()
    {
        TestWorkspace workspace;
        QVERIFY(workspace.isOpen());
        const auto names = [&workspace] {
            QStringList found;
            for (const Snippet &one :
                snippetsOf(workspace->plan().snippets(), SnippetUse::Hashtags))
                found << one.name;
            return found.join(u',');
        };
        const auto settle = [&workspace] { QTRY_VERIFY(!workspace->isWriting()); };
        Snippet snippet;
        snippet.use = SnippetUse::Hashtags;
        snippet.text = u"#tea"_s;
        SnippetId last;
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s}) {
            snippet.name = name;
            last = SnippetService::add(*workspace, snippet);
            settle();
        }
        QCOMPARE(names(), u"a,b,c"_s);
        SnippetService::move(*workspace, last, -1);
        settle();
        QCOMPARE(names(), u"a,c,b"_s);
        SnippetService::move(*workspace, last, -5); // beyond the end: nothing
        QCOMPARE(names(), u"a,c,b"_s);
        workspace->undoStack()->undo();
        settle();
        QCOMPARE(names(), u"a,b,c"_s);
        Snippet changed = snippetsOf(workspace->plan().snippets(), SnippetUse::Hashtags).last();
        changed.name = u"tea"_s;
        SnippetService::change(*workspace, changed);
        settle();
        SnippetService::remove(*workspace, changed.id);
        settle();
        QCOMPARE(names(), u"a,b"_s);
        workspace->undoStack()->undo();
        settle();
        workspace.reopen();
        QCOMPARE(names(), u"a,b,tea"_s);
    }

    void addsAWordOnce()
    {
        TestWorkspace workspace;
        QVERIFY(workspace.isOpen());
        SnippetService::addWord(*workspace, u"Hearthline"_s, u"en_US"_s);
        QTRY_VERIFY(!workspace->isWriting());
        SnippetService::addWord(*workspace, u"Hearthline"_s, u"en_US"_s);
        QTRY_VERIFY(!workspace->isWriting());
        QCOMPARE(workspace->plan().dictionaryWords().size(), 1);
        const SpellService &spelling = workspace->spelling();
        QCOMPARE(spelling.isWrong(u"en_US"_s, u"Hearthline"_s), std::optional(false));
        workspace->undoStack()->undo();
        QTRY_VERIFY(workspace->plan().dictionaryWords().isEmpty());
        QVERIFY(!spelling.isWrong(u"en_US"_s, u"Hearthline"_s));
    }

    void aChannelComesWithItsLimits()
    {
        TestWorkspace workspace;
        QVERIFY(workspace.isOpen());
        ChannelLimit limit;
        limit.surface = u"timeline"_s;
        limit.field = u"text"_s;
        limit.limit = 5000;
        Channel channel;
        channel.network = u"mastodon"_s;
        channel.name = u"Ours"_s;
        channel.id = ChannelService::add(*workspace, channel, {{}, {limit}});
        QTRY_VERIFY(!workspace->isWriting());
        QCOMPARE(workspace->plan().channelLimits().first().channel, channel.id);
        limit = workspace->plan().channelLimits().first();
        limit.limit = 6000;
        channel.utmMedium = u"fediverse"_s;
        ChannelService::change(*workspace, channel, {{}, {limit}});
        QTRY_VERIFY(!workspace->isWriting());
        QCOMPARE(workspace->plan().channelLimits().size(), 1);
        QCOMPARE(workspace->plan().channelLimits().first().id, limit.id);
        QCOMPARE(workspace->plan().channelLimits().first().limit, qint64(6000));
        workspace->undoStack()->undo();
        QTRY_COMPARE(workspace->plan().channelLimits().first().limit, qint64(5000));
        QVERIFY(workspace->plan().channel(channel.id)->utmMedium.isEmpty());
        QTRY_VERIFY(!workspace->isWriting());
        workspace->undoStack()->undo(); // with the channel
        QTRY_VERIFY(workspace->plan().channelLimits().isEmpty());
    }

    void aSettingIsShared()
    {
        TestWorkspace workspace;
        QVERIFY(workspace.isOpen());
        WorkspaceSetting setting(*workspace, u"language"_s);
        QVERIFY(setting.value().isEmpty());
        setting.set(u"de_DE"_s);
        QCOMPARE(setting.value(), u"de_DE"_s);
        const auto stored = [&workspace] {
            WorkspaceSetting again(*workspace, u"language"_s);
            QSignalSpy read(&again, &WorkspaceSetting::changed);
            read.wait(1000);
            return again.value();
        };
        QTRY_COMPARE(stored(), u"de_DE"_s);
    }
};

PULLPUSH_TEST(TestSnippetService)
#include "tst_snippetservice.moc"
