// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleposts.h"
#include "test_support/testprogram.h"
#include "ui_timeline/calendarfilter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SamplePosts;

Q_DECLARE_METATYPE(CalendarFilter)

class TestCalendarFilter : public QObject
{
    Q_OBJECT
private slots:
    void matchesPosts_data()
    {
        QTest::addColumn<CalendarFilter>("filter");
        QTest::addColumn<bool>("full"); // a post with everything
        QTest::addColumn<bool>("bare"); // a post with nothing
        const auto row = [](const char *name, const CalendarFilter &filter, bool full, bool bare) {
            QTest::newRow(name) << filter << full << bare;
        };
        row("empty", {}, true, true);
        row("its channel", {.channels = {ChannelId(1)}}, true, false);
        row("another channel", {.channels = {ChannelId(9)}}, false, false);
        row("its pillar", {.pillars = {PillarId(3)}}, true, false);
        row("no pillar", {.pillars = {PillarId()}}, false, true);
        row("one of its labels", {.labels = {LabelId(5), LabelId(8)}}, true, false);
        row("no label", {.labels = {LabelId()}}, false, true);
        row("a label or none", {.labels = {LabelId(), LabelId(4)}}, true, true);
        row("its author", {.authors = {UserId(7)}}, true, false);
        row("another author", {.authors = {UserId(8)}}, false, false);
        row("all must match", {.pillars = {PillarId(3)}, .authors = {UserId(8)}}, false, false);
        row("status and pillar", {.statuses = {PostStatus::Approved}, .pillars = {PillarId(3)}},
            true, false);
        row("words", {.words = u"harvest"_s}, true, false);
    }

    void matchesPosts()
    {
        QFETCH(const CalendarFilter, filter);
        QFETCH(const bool, full);
        QFETCH(const bool, bare);
        PostWithVariants all = on(post(1, u"Harvest"_s, {}), 1, PostStatus::Approved);
        all.post.pillar = PillarId(3);
        all.post.author = UserId(7);
        for (const qint64 label : {4, 5}) {
            PostLabel on;
            on.label = LabelId(label);
            all.labels.append(on);
        }
        const PostWithVariants none = post(2, u"Nothing"_s, {});
        QCOMPARE(matches(filter, all), full);
        QCOMPARE(matches(filter, none), bare);
        QCOMPARE(filtered(filter, {all, none}).size(), int(full) + int(bare));
    }
};

PULLPUSH_TEST(TestCalendarFilter)
#include "tst_calendarfilter.moc"
