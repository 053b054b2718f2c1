// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/calendarfeeds.h"
#include "session/importservice.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestCalendarFeeds : public QObject
{
    Q_OBJECT

    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static std::unique_ptr<CalendarFeeds> feedsOf(TestWorkspace &test)
    {
        return std::make_unique<CalendarFeeds>(
            *test, std::make_unique<QSettings>(test.path(u"settings.ini"_s), QSettings::IniFormat));
    }
    static bool bring(TestWorkspace &test, const QByteArray &rows)
    {
        const QString file = test.file(u"plan.csv"_s, "caption,platform,date\n" + rows);
        return ImportService::runNow(*test, {file}, {}).has_value();
    }
    static QStringList uids(const QByteArray &calendar)
    {
        return QString::fromUtf8(calendar).split(u"\r\n"_s).filter(QRegularExpression(u"^UID:"_s));
    }

private slots:
    void followsThePlan()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        QVERIFY(bring(test, "One,x,2026-01-05\n"));
        auto feeds = feedsOf(test);
        QVERIFY(feeds->feeds().isEmpty());
        const QString path = test.path(u"plan.ics"_s);
        feeds->keep({path, {}, {}, 0, {}});
        QTRY_VERIFY(feeds->feeds().first().writtenAt != 0);
        const QByteArray first = content(path);
        QVERIFY(first.contains("SUMMARY:One"));
        QCOMPARE(uids(first).size(), 1);

        QVERIFY(bring(test, "Two,x,2026-01-06\n"));
        QTRY_VERIFY_WITH_TIMEOUT(content(path).contains("SUMMARY:Two"), 20'000);
        QCOMPARE(uids(content(path)).size(), 2);
        QVERIFY(uids(content(path)).contains(uids(first).first())); // stable

        // Remembered for this workspace, and brought up to date when it is opened.
        feeds.reset();
        QVERIFY(QFile::remove(path));
        feeds = feedsOf(test);
        QCOMPARE(feeds->feeds().size(), 1);
        QCOMPARE(feeds->feeds().first().path, path);
        QTRY_VERIFY_WITH_TIMEOUT(content(path).contains("SUMMARY:Two"), 20'000);

        feeds->stop(path);
        QVERIFY(feedsOf(test)->feeds().isEmpty());
        QVERIFY(QFile::exists(path)); // it stays as it is
    }

    void keepsItsChoice()
    {
        TestWorkspace test;
        QVERIFY(bring(test, "One,x,2026-01-05\nOther,instagram,2026-01-05\n"));
        const QString path = test.path(u"plan.ics"_s);
        const QList<PostStatus> drafts {PostStatus::Draft, PostStatus::Approved};
        {
            const auto feeds = feedsOf(test);
            feeds->keep({path, u"Instagram"_s, {}, 0, {}});
            feeds->keep({path, u"X"_s, drafts, 0, {}}); // in place of the other
            QCOMPARE(feeds->feeds().size(), 1);
            QTRY_VERIFY(content(path).contains("SUMMARY:One"));
            QTRY_VERIFY(!content(path).contains("SUMMARY:Other"));
            QTRY_VERIFY(feeds->feeds().first().writtenAt != 0);
        }
        const auto feeds = feedsOf(test);
        QCOMPARE(feeds->feeds().first().channel, u"X"_s);
        QCOMPARE(feeds->feeds().first().statuses, drafts);
    }

    void writesWhatWaitsWhenItIsClosed()
    {
        TestWorkspace test;
        QVERIFY(bring(test, "One,x,2026-01-05\n"));
        const QString path = test.path(u"plan.ics"_s);
        auto feeds = feedsOf(test);
        feeds->keep({path, {}, {}, 0, {}});
        QTRY_VERIFY(feeds->feeds().first().writtenAt != 0);
        const QSignalSpy changed(test.operator->(), &Workspace::changed);
        QVERIFY(bring(test, "Two,x,2026-01-06\n"));
        QTRY_VERIFY(changed.count() > 0);
        QVERIFY(!content(path).contains("SUMMARY:Two"));
        feeds->flush();
        feeds.reset();
        QTRY_VERIFY(content(path).contains("SUMMARY:Two"));
    }

    void tellsAFailureOnce()
    {
        TestWorkspace test;
        QVERIFY(bring(test, "One,x,2026-01-05\n"));
        const QSignalSpy notices(test.operator->(), &Workspace::notice);
        const auto feeds = feedsOf(test);
        const QString folder = test.path(u"gone"_s);
        const QString path = folder + u"/plan.ics"_s;
        feeds->keep({path, {}, {}, 0, {}});
        QTRY_VERIFY(!feeds->feeds().first().problem.isEmpty());
        QCOMPARE(notices.count(), 1);
        QVERIFY(bring(test, "Two,x,2026-01-06\n"));
        const QSignalSpy changes(feeds.get(), &CalendarFeeds::changed);
        QTRY_VERIFY_WITH_TIMEOUT(changes.count() > 0, 20'000);
        QCOMPARE(notices.count(), 1); // still the same
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(bring(test, "Three,x,2026-01-07\n"));
        QTRY_VERIFY_WITH_TIMEOUT(feeds->feeds().first().problem.isEmpty(), 20'000);
        QVERIFY(content(path).contains("SUMMARY:Three"));
    }
};

PULLPUSH_TEST(TestCalendarFeeds)
#include "tst_calendarfeeds.moc"
