// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/snippets.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestSnippets : public QObject
{
    Q_OBJECT
private slots:
    void inTheTeamsOrder()
    {
        const QList<Snippet> all {{.id = SnippetId(3),
                                      .use = SnippetUse::Hashtags,
                                      .name = u"b"_s,
                                      .text = {},
                                      .position = 1},
            {.id = SnippetId(2), .use = SnippetUse::SignOff, .name = u"x"_s, .text = {}},
            {.id = SnippetId(1),
                .use = SnippetUse::Hashtags,
                .name = u"c"_s,
                .text = {},
                .network = u"x"_s,
                .position = 1},
            {.id = SnippetId(4), .use = SnippetUse::Hashtags, .name = u"a"_s, .text = {}}};
        const auto names = [](const QList<Snippet> &list) {
            QStringList found;
            for (const Snippet &snippet : list)
                found << snippet.name;
            return found;
        };
        QCOMPARE(
            names(snippetsOf(all, SnippetUse::Hashtags)), (QStringList {u"a"_s, u"c"_s, u"b"_s}));
        QCOMPARE(names(snippetsFor(all, SnippetUse::Hashtags, {u"bluesky"_s})),
            (QStringList {u"a"_s, u"b"_s}));
        QCOMPARE(names(snippetsFor(all, SnippetUse::Hashtags, {u"bluesky"_s, u"x"_s})).size(), 3);
        QVERIFY(snippetsOf(all, SnippetUse::Template).isEmpty());
    }
};

PULLPUSH_TEST(TestSnippets)
#include "tst_snippets.moc"
