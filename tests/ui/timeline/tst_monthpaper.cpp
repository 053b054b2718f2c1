// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_common/theme.h"
#include "ui_timeline/filterwords.h"
#include "ui_timeline/monthpaper.h"
#include "ui_timeline/monthprint.h"

#include <QApplication>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestMonthPaper : public QObject
{
    Q_OBJECT

    static PlannedMonth monthOf(int posts, QDate day = QDate(2026, 5, 12))
    {
        PlannedMonth month;
        month.month = QDate(2026, 5, 1);
        month.today = QDate(2026, 5, 3);
        month.workspace = u"Hearthline"_s;
        Campaign campaign;
        campaign.id = CampaignId(1);
        campaign.name = u"Spring"_s;
        campaign.colour = 2;
        month.sets.campaigns = {campaign};
        for (int i = 0; i < posts; ++i) {
            PostWithVariants post;
            post.post.id = PostId(i + 1);
            post.post.title = u"Post %1"_s.arg(i);
            post.post.day = day;
            post.post.time = QTime(9, 0).addSecs(60 * (i % 600));
            post.post.campaign = i % 2 == 0 ? campaign.id : CampaignId();
            month.posts << post;
        }
        return month;
    }

    static QImage painted(const MonthPaper &paper, int page)
    {
        QImage image(785, 538, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.scale(0.1, 0.1);
        paper.paint(painter, page);
        return image;
    }

private slots:
    void paintsEachPage()
    {
        const MonthPaper few(monthOf(3), QSizeF(7850, 5380));
        QCOMPARE(few.pages().size(), 1);
        QVERIFY(few.title().contains(u"Hearthline"_s) && few.title().contains(u"2026"_s));
        const MonthPaper many(monthOf(120), QSizeF(7850, 5380));
        QVERIFY(many.pages().size() > 1);
        for (int page = 0; page < int(many.pages().size()); ++page) {
            const QImage image = painted(many, page);
            QImage white = image;
            white.fill(Qt::white);
            QVERIFY(image != white);
        }
        QVERIFY(painted(few, 0) != painted(MonthPaper(monthOf(0), QSizeF(7850, 5380)), 0));
    }

    void isMirroredForWhoReadsFromRightToLeft()
    {
        const PlannedMonth month = monthOf(1, QDate(2026, 5, 4)); // a Monday
        const auto dark = [](const QImage &image, int from, int to) {
            int count = 0;
            for (int y = 60; y < 500; ++y)
                for (int x = from; x < to; ++x)
                    count += qGray(image.pixel(x, y)) < 90 ? 1 : 0;
            return count;
        };
        const QLocale german(QLocale::German, QLocale::Germany);
        const QImage left = painted(MonthPaper(month, QSizeF(7850, 5380), german), 0);
        const QImage right =
            painted(MonthPaper(month, QSizeF(7850, 5380), german, Qt::RightToLeft), 0);
        QVERIFY(dark(left, 0, 112) > dark(left, 673, 785));
        QVERIFY(dark(right, 673, 785) > dark(right, 0, 112));
    }

    void writesPdf()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"may.pdf"_s);
        QVERIFY(MonthPrint::writePdf(monthOf(120), path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("%PDF-"));
        const auto refused = MonthPrint::writePdf(monthOf(1), folder.filePath(u"may.txt"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Error::Code::Rejected);
        const auto nowhere = MonthPrint::writePdf(monthOf(1), folder.filePath(u"no/may.pdf"_s));
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().code, Error::Code::Io);
    }

    void namesTheFilter()
    {
        TileSources sources;
        Channel channel;
        channel.id = ChannelId(4);
        channel.name = u"Brew"_s;
        sources.channels = {channel};
        QVERIFY(filterWords({}, sources).isEmpty());
        CalendarFilter filter;
        filter.channels = {ChannelId(4)};
        filter.campaigns = {CampaignId()};
        filter.statuses = {PostStatus::Scheduled};
        filter.words = u"rye"_s;
        QCOMPARE(filterWords(filter, sources),
            u"Brew, no campaign, %1, “rye”"_s.arg(statusName(PostStatus::Scheduled)));
    }
};

PULLPUSH_WINDOW_TEST(TestMonthPaper)
#include "tst_monthpaper.moc"
