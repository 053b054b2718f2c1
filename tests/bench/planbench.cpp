// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what the calendar and the counters cost: a month of 10,000 posts in a workspace of 200,000 against an empty month, and the checks of the longest text
// against one pass of ICU over it. Both yardsticks are of the same run.
#include "base/clock.h"
#include "domain/copycheck.h"
#include "measure.h"
#include "session/plansets.h"
#include "session/poststore.h"
#include "session/workspace.h"
#include "storage/bulkinsert.h"
#include "storage/database.h"
#include "storage/plantable.h"
#include "ui_common/theme.h"
#include "ui_timeline/calendararea.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QImage>
#include <QTemporaryDir>
#include <QTimer>
#include <QWidget>
#include <unicode/brkiter.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int Months = 20;
constexpr int PostsAMonth = 10000;
constexpr QSize Window(1600, 1000);

QDate firstMonth()
{
    return {2026, 1, 1};
}

Result<> fill(Transaction &transaction, Workspace &workspace)
{
    BulkInsert<Channel> channels(transaction);
    QList<ChannelId> ids;
    for (const char16_t *network : {u"x", u"bluesky", u"mastodon", u"linkedin-page"}) {
        Channel channel;
        channel.id = ChannelId::create(workspace.ids());
        channel.network = QString::fromUtf16(network);
        channel.name = channel.network;
        ids << channel.id;
        if (auto done = channels.add(channel); !done)
            return done;
    }
    BulkInsert<Post> posts(transaction);
    BulkInsert<Variant> variants(transaction);
    for (int i = 0; i < Months * PostsAMonth; ++i) {
        const QDate month = firstMonth().addMonths(i / PostsAMonth);
        Post post;
        post.id = PostId::create(workspace.ids());
        post.title = u"Post number %1 of the plan"_s.arg(i);
        post.day = month.addDays(i % month.daysInMonth());
        post.time = QTime(7 + i % 14, 15 * (i % 4));
        Result<> done = posts.add(post);
        for (int v = 0; done && v < 2; ++v) {
            Variant variant;
            variant.id = VariantId::create(workspace.ids());
            variant.post = post.id;
            variant.channel = ids.at((i + v) % ids.size());
            variant.status = PostStatus::Scheduled;
            done = variants.add(variant);
        }
        if (!done)
            return done;
    }
    return {};
}

/// From the wish to the painted picture.
void switchTo(CalendarArea &area, PostStore &store, QDate month)
{
    area.showDay(month);
    QEventLoop loop;
    QTimer poll;
    QObject::connect(&store, &PostStore::changed, &loop, [&] {
        if (store.state() != StoreState::Loading)
            loop.quit();
    });
    if (store.state() == StoreState::Loading)
        loop.exec();
    QImage picture(Window, QImage::Format_ARGB32_Premultiplied);
    area.widget()->render(&picture);
}

int benchMonths()
{
    const QTemporaryDir folder;
    const SystemClock clock;
    const auto made =
        Workspace::createNow(folder.filePath(u"plan.pullpush"_s), {"Europe/Berlin", false}, clock);
    if (!made)
        return 1;
    Workspace &workspace = **made;
    QElapsedTimer filling;
    filling.start();
    const auto filled =
        workspace.database()
            ->write([&workspace](Transaction &transaction) { return fill(transaction, workspace); })
            .result();
    if (!filled)
        return 1;
    out() << "\n"_L1 << Months * PostsAMonth << " posts, "_L1 << PostsAMonth
          << " a month, written in "_L1 << filling.elapsed() << " ms"_L1 << Qt::endl;
    CalendarArea area(workspace);
    area.widget()->resize(Window);
    PostStore &store = workspace.posts();
    const QDate empty = firstMonth().addYears(10);
    const QDate full = firstMonth().addMonths(Months / 2);
    int next = 0;
    const double yardstick = median(9, [&] { switchTo(area, store, empty.addMonths(++next % 2)); });
    printTime(u"Y: switching to an empty month and painting it"_s, yardstick);
    printTime(u"switching to a month of 10,000 posts and painting it"_s,
        median(9, [&] { switchTo(area, store, full.addMonths(++next % 2)); }), yardstick);
    QImage picture(Window, QImage::Format_ARGB32_Premultiplied);
    const double painting = median(9, [&] { area.widget()->render(&picture); });
    printTime(u"painting it again"_s, painting, yardstick);
    const auto read = [days = store.days()](
                          Connection &connection) { return PlanTable::planned(connection, days); };
    const double reading = median(9, [&] { (void)workspace.database()->read(read).result(); });
    printTime(u"reading it, on a reader's thread"_s, reading, yardstick);
    const double showing = median(9, [&] { emit store.changed(); });
    printTime(u"showing it, on the window's thread"_s, showing, yardstick);
    const QDate week = full.addDays(9);
    store.show({week, week.addDays(7)});
    printTime(u"reading a week of it"_s,
        median(9,
            [&] {
                QEventLoop loop;
                QObject::connect(&store, &PostStore::changed, &loop, [&] {
                    if (store.state() != StoreState::Loading)
                        loop.quit();
                });
                store.show({week, week.addDays(7 + ++next % 2)});
                loop.exec();
            }),
        yardstick);
    return 0;
}

int benchChecks()
{
    // Words, links, hashtags, mentions and emoji, as long as the longest text that a network takes.
    constexpr qsizetype Longest = 63206;
    const QString piece =
        u"We roast on Mondays ☕️ and tell you why: https://hearthline.example/why #coffee @ada "
        "Crème brûlée für alle 👩‍🌾. "_s;
    QString text;
    while (text.size() < Longest)
        text += piece;
    text.truncate(Longest);
    const auto networks = builtInNetworks();
    if (!networks)
        return 1;
    out() << "\na text of "_L1 << text.size() << " characters"_L1 << Qt::endl;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    qsizetype graphemes = 0;
    const double yardstick = median(9, [&] {
        graphemes = 0;
        breaks->setText(icu::UnicodeString(false, text.utf16(), int32_t(text.size())));
        while (breaks->next() != icu::BreakIterator::DONE)
            ++graphemes;
    });
    printTime(u"Y: one pass of ICU over it (%1 graphemes)"_s.arg(graphemes), yardstick);
    QList<CopyPlace> channels;
    for (const char16_t *network : {u"facebook-page", u"x", u"bluesky", u"mastodon"}) {
        Channel channel;
        channel.id = ChannelId(channels.size() + 1);
        channel.network = QString::fromUtf16(network);
        channels << CopyPlace {channel};
        printTime(u"counter and checks for %1"_s.arg(channel.network),
            median(9, [&] { (void)checkCopy(text, {{channel}}, *networks); }), yardstick);
    }
    printTime(u"counters and checks for all four"_s,
        median(9, [&] { (void)checkCopy(text, channels, *networks); }), yardstick);
    for (CopyPlace &place : channels)
        place.thread = ThreadStyle::Numbered;
    printTime(u"counters and checks for all four, each as a numbered thread"_s,
        median(9, [&] { (void)checkCopy(text, channels, *networks); }), yardstick);
    return 0;
}
} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const Theme theme(app);
    return benchMonths() + benchChecks();
}
