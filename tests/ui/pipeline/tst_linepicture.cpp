// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plotcanvas.h"
#include "test_support/testprogram.h"
#include "ui_pipeline/linepicture.h"

#include <QDate>
#include <QRegularExpression>
#include <QTest>

#include <cmath>
#include <limits>
#include <thread>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

LinePlot::Series series(const QString &name, const PlotInk &ink, const QList<double> &values,
    double start = 0, int firstRow = 0)
{
    LinePlot::Series series {name, ink, {}};
    for (qsizetype i = 0; i < values.size(); ++i)
        series.points.append({start + double(i), values[i], {}, firstRow + int(i)});
    return series;
}

PlotInk group(int index)
{
    return {PlotInk::Kind::Group, Side::Pull, index};
}

/// Two lines over six days, a note and a goal.
LinePlot days()
{
    const auto first = double(QDate(2026, 3, 1).toJulianDay());
    LinePlot plot;
    plot.x = {PlotUnit::Day, u"Day of the entry"_s};
    plot.y = {PlotUnit::Count, u"Prospects"_s};
    plot.series = {series(u"Posts"_s, group(0), {3, 8, 12, 9, 20, 37}, first),
        series(u"Mail"_s, group(1), {1, 2, 4, 4, 4, 5}, first, 6)};
    plot.notes = {{first + 2, u"Spring campaign"_s}};
    plot.goals = {{30, u"Goal 30"_s}};
    return plot;
}

/// Three shares of a whole over five periods.
LinePlot bands()
{
    LinePlot plot;
    plot.shape = LinePlot::Shape::Bands;
    plot.x = {PlotUnit::Age, u"Days since the entry"_s};
    plot.y = {PlotUnit::Share, {}};
    plot.series = {series(u"Won"_s, {PlotInk::Kind::Won}, {0.1, 0.3, 0.4, 0.45, 0.45}),
        series(u"Lost"_s, {PlotInk::Kind::Lost}, {0.1, 0.31, 0.42, 0.47, 0.47}, 0, 5),
        series(u"Still there"_s, {PlotInk::Kind::Neutral}, {1, 1, 1, 1, 1}, 0, 10)};
    return plot;
}

} // namespace

class TestLinePicture : public QObject
{
    Q_OBJECT
private slots:
    void marksLieOnTheirValues()
    {
        const LinePlot plot = days();
        const Chart chart = PlotCanvas::chart(plot, 12);
        const LinePicture picture(chart, PlotCanvas::look(), 900, 400);
        QCOMPARE(picture.size(), QSizeF(900, 400));
        QCOMPARE(picture.marks().size(), 12);
        const QRectF area = picture.plotArea();
        QVERIFY(QRectF(0, 0, 900, 400).contains(area));
        for (int i = 0; i < 12; ++i) {
            const LinePlot::Point &point = plot.series[i / 6].points[i % 6];
            const double across =
                (point.x - picture.xRange().low) / (picture.xRange().high - picture.xRange().low);
            const double up =
                (point.y - picture.yRange().low) / (picture.yRange().high - picture.yRange().low);
            const PlotMark &mark = picture.marks()[i];
            QVERIFY(std::abs(mark.area.center().x() - (area.left() + across * area.width())) < .5);
            QVERIFY(std::abs(mark.area.center().y() - (area.bottom() - up * area.height())) < .5);
            QCOMPARE(mark.row, i);
            QCOMPARE(mark.sentence, rowSentence(chart, i));
        }
    }

    void axesAreRoundAndHoldTheGoals()
    {
        LinePlot plot = days();
        plot.goals = {{52, u"Goal 52"_s}};
        const LinePicture counted(PlotCanvas::chart(plot, 12), PlotCanvas::look(), 900, 400);
        QCOMPARE(counted.yRange().low, 0.0);
        QCOMPARE(counted.yRange().high, 60.0);
        QCOMPARE(counted.xRange().low, plot.series[0].points.constFirst().x);
        QCOMPARE(counted.xRange().high, plot.series[0].points.constLast().x);
        LinePlot shared = plot;
        shared.leastHigh = 98; // of another picture
        const LinePicture alike(PlotCanvas::chart(shared, 12), PlotCanvas::look(), 900, 400);
        QCOMPARE(alike.yRange().low, 0.0);
        QCOMPARE(alike.yRange().high, 100.0);
        plot.y.low = 0;
        plot.y.high = 100;
        const LinePicture asked(PlotCanvas::chart(plot, 12), PlotCanvas::look(), 900, 400);
        QCOMPARE(asked.yRange().high, 100.0);
        const LinePicture whole(PlotCanvas::chart(bands(), 15), PlotCanvas::look(), 900, 400);
        QCOMPARE(whole.yRange().high, 1.0);
    }

    void aGoalIsNamedWhereNoLinePasses()
    {
        LinePlot plot;
        plot.shape = LinePlot::Shape::Steps;
        plot.x = {PlotUnit::Age, {}};
        plot.y = {PlotUnit::Share, {}, 0, 1};
        plot.goals = {{0.5, u"Half"_s}};
        const auto nameAt = [&plot](const QList<double> &values) {
            plot.series = {series({}, group(0), values)};
            const LinePicture picture(
                PlotCanvas::chart(plot, int(values.size())), PlotCanvas::look(), 900, 400);
            static const QRegularExpression name(u"<text[^>]* x=\"([0-9.]+)\"[^>]*>Half<"_s);
            const auto found = name.match(QString::fromUtf8(PlotCanvas::svg(picture)));
            return (found.captured(1).toDouble() - picture.plotArea().left())
                / picture.plotArea().width();
        };
        QVERIFY(nameAt({0.1, 0.1, 0.1, 0.1}) < 0.1);
        QVERIFY(nameAt({0.49, 0.51, 0.1, 0.1}) > 0.9); // at the begin it would be struck through
        QVERIFY(nameAt({0.49, 0.51, 0.49, 0.51}) < 0.1); // so it would everywhere
    }

    void bandsFillTheArea()
    {
        for (const bool dark : {false, true}) {
            const PlotLook look = PlotCanvas::look(dark);
            const LinePicture picture(PlotCanvas::chart(bands(), 15), look, 900, 400);
            const QImage image = PlotCanvas::image(picture, look);
            const QRectF area = picture.plotArea();
            const auto colourAt = [&](double x, double share) {
                return image.pixelColor(int(area.left() + area.width() * x),
                    int(area.bottom() - area.height() * share));
            };
            const QColor open = inkColour({PlotInk::Kind::Neutral}, look.palette);
            QCOMPARE(colourAt(0.02, 0.98), open);
            QCOMPARE(colourAt(0.98, 0.98), open);
            QCOMPARE(colourAt(0.5, 0.6), open);
            QVERIFY(colourAt(0.6, 0.2) != look.palette.color(QPalette::Base)
                || colourAt(0.6, 0.21) != look.palette.color(QPalette::Base));
            QVERIFY(colourAt(0.6, 0.2) != open);
        }
    }

    void stripsStandOnEachOther()
    {
        const LinePicture picture(PlotCanvas::chart(bands(), 15), PlotCanvas::look(), 900, 400);
        QCOMPARE(picture.marks().size(), 15);
        for (int i = 0; i < 4; ++i) { // the last has no width
            const QRectF won = picture.marks()[i].area;
            const QRectF lost = picture.marks()[5 + i].area;
            const QRectF open = picture.marks()[10 + i].area;
            QCOMPARE(won.bottom(), picture.plotArea().bottom());
            QCOMPARE(open.top(), picture.plotArea().top());
            if (lost.height() > 2)
                QCOMPARE(lost.bottom(), won.top());
            QCOMPARE(won.left(), open.left());
            QCOMPARE(won.right(), picture.marks()[i + 1].area.left() + (i == 3 ? 3 : 0));
        }
    }

    void wideBandsHoldTheirNames()
    {
        const LinePicture picture(PlotCanvas::chart(bands(), 15), PlotCanvas::look(), 900, 400);
        QCOMPARE(picture.labels().size(), 3);
        for (const LinePicture::Label &label : picture.labels()) {
            QCOMPARE(label.isInside, label.text != u"Lost"_s);
            QCOMPARE(picture.plotArea().contains(label.rect), label.isInside);
        }
    }

    void namesOfThinBandsStandAsTheBandsDo()
    {
        for (const double height : {0.0, 0.002}) {
            LinePlot plot;
            plot.shape = LinePlot::Shape::Bands;
            plot.x = {PlotUnit::Age, {}};
            plot.y = {PlotUnit::Share, {}};
            QStringList names; // from the top, where the last band is
            for (int i = 0; i < 5; ++i) {
                const double top = 0.5 + height * i;
                names.prepend(u"Band %1"_s.arg(i));
                plot.series.append(series(names.constFirst(), group(i), {top, top, top}, 0, 3 * i));
            }
            plot.series[0].name.clear(); // the one with all the height
            names.removeLast();
            const LinePicture picture(PlotCanvas::chart(plot, 15), PlotCanvas::look(), 900, 400);
            QStringList labelled;
            qreal last = -1;
            for (const LinePicture::Label &label : picture.labels()) {
                QVERIFY(!label.isInside);
                QVERIFY(label.rect.top() > last);
                last = label.rect.top();
                labelled << label.text;
            }
            QCOMPARE(labelled, names);
        }
    }

    void namesDoNotOverlap_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("count");
        for (const int width : {480, 900, 2000}) {
            for (const int count : {2, 8, 40})
                QTest::addRow("%d of %d", count, width) << width << count;
        }
    }

    void namesDoNotOverlap()
    {
        QFETCH(int, width);
        QFETCH(int, count);
        LinePlot plot;
        plot.y.unit = PlotUnit::Share;
        for (int i = 0; i < count; ++i) {
            // A few end early, all of them near to each other.
            QList<double> values(i % 3 == 0 ? 4 : 8, 0.2 + 0.001 * i);
            plot.series.append(series(u"A source with a long name %1"_s.arg(i), group(i), values));
        }
        const LinePicture picture(PlotCanvas::chart(plot, 8), PlotCanvas::look(), width, 300);
        QCOMPARE(picture.labels().size(), count);
        QVERIFY(picture.plotArea().height() >= 100);
        const QRectF all(QPointF(), picture.size());
        for (qsizetype i = 0; i < count; ++i) {
            const QRectF rect = picture.labels()[i].rect;
            QVERIFY(all.contains(rect));
            for (qsizetype j = 0; j < i; ++j) {
                const QRectF both = rect & picture.labels()[j].rect;
                QVERIFY(both.width() * both.height() < 0.01);
            }
        }
    }

    void partsOfOneThingHaveOneName()
    {
        LinePlot plot = days();
        plot.series[1].name = plot.series[0].name;
        plot.series[1].isTentative = true;
        const LinePicture picture(PlotCanvas::chart(plot, 12), PlotCanvas::look(), 900, 400);
        QCOMPARE(picture.labels().size(), 1);
        QCOMPARE(picture.labels()[0].pen.style(), Qt::DashLine);
        QCOMPARE(
            picture.labels()[0].pen.color(), colour(ColourRole::Exit, PlotCanvas::look().palette));
    }

    void gapsAreNotJoined()
    {
        const double none = std::numeric_limits<double>::quiet_NaN();
        LinePlot plot;
        plot.series = {series({}, group(0), {4.3, 4.3, none, 4.3, 4.3})};
        for (const auto shape : {LinePlot::Shape::Lines, LinePlot::Shape::Steps}) {
            plot.shape = shape;
            const PlotLook look = PlotCanvas::look();
            const LinePicture picture(PlotCanvas::chart(plot, 5), look, 900, 400);
            const QImage image = PlotCanvas::image(picture, look);
            const QRectF area = picture.plotArea();
            const auto colourAt = [&](double x) {
                return image.pixelColor(int(area.left() + area.width() * x / 4),
                    int(picture.marks()[0].area.center().y()));
            };
            QVERIFY(colourAt(0.5) != look.palette.color(QPalette::Base));
            QVERIFY(colourAt(3.5) != look.palette.color(QPalette::Base));
            QCOMPARE(colourAt(1.5), look.palette.color(QPalette::Base));
            QCOMPARE(colourAt(2.5), look.palette.color(QPalette::Base));
            QCOMPARE(picture.marks().size(), 4);
        }
    }

    void intervalsAreTinted()
    {
        LinePlot plot;
        plot.y.unit = PlotUnit::Share;
        plot.series = {series({}, group(0), {0.2, 0.2, 0.2})};
        for (LinePlot::Point &point : plot.series[0].points)
            point.band = Interval {0.11, 0.33};
        const PlotLook look = PlotCanvas::look();
        const LinePicture picture(PlotCanvas::chart(plot, 3), look, 900, 400);
        const QImage image = PlotCanvas::image(picture, look);
        const QRectF area = picture.plotArea();
        const auto colourAt = [&](double share) {
            return image.pixelColor(int(area.left() + area.width() / 3),
                int(area.bottom() - area.height() * share / picture.yRange().high));
        };
        const QColor base = look.palette.color(QPalette::Base);
        QVERIFY(picture.yRange().high >= 0.33);
        QVERIFY(colourAt(0.13) != base);
        QVERIFY(colourAt(0.31) != base);
        QCOMPARE(colourAt(0.07), base);
        QVERIFY(contrast(colourAt(0.31), base) < 2); // a tint, no mark
    }

    void svgKeepsTextAsText()
    {
        const LinePicture lines(PlotCanvas::chart(days(), 12), PlotCanvas::look(), 900, 400);
        const QByteArray svg = PlotCanvas::svg(lines);
        QVERIFY(svg.contains("<text"));
        QVERIFY(!svg.contains("<image"));
        for (const char *text : {"Day of the entry", "Prospects", "Posts", "Mail",
                 "Spring campaign", "Goal 30", ">20<", ">40<"})
            QVERIFY2(svg.contains(text), text);
        const auto day = double(QDate(2026, 3, 3).toJulianDay());
        QVERIFY(svg.contains(axisText(PlotUnit::Day, day).toUtf8()));

        const LinePicture areas(PlotCanvas::chart(bands(), 15), PlotCanvas::look(), 900, 400);
        const QByteArray shares = PlotCanvas::svg(areas);
        QVERIFY(!shares.contains("<image"));
        for (const char *text : {"Won", "Lost", "Still there", "Days since the entry"})
            QVERIFY2(shares.contains(text), text);
        QVERIFY(shares.contains(axisText(PlotUnit::Share, 1).toUtf8()));
    }

    void manyPointsAreThinnedOut_data()
    {
        QTest::addColumn<LinePlot::Shape>("shape");
        QTest::addColumn<int>("perColumn");
        QTest::newRow("lines") << LinePlot::Shape::Lines << 4;
        QTest::newRow("steps") << LinePlot::Shape::Steps << 8;
        QTest::newRow("bands") << LinePlot::Shape::Bands << 8;
    }

    void manyPointsAreThinnedOut()
    {
        QFETCH(LinePlot::Shape, shape);
        QFETCH(int, perColumn);
        constexpr int count = 100000;
        QList<double> values;
        for (int i = 0; i < count; ++i)
            values.append(100 + 50 * std::sin(i * 0.01) + i % 7);
        LinePlot plot;
        plot.shape = shape;
        plot.series = {series(u"Many"_s, group(0), values)};
        const PlotLook look = PlotCanvas::look();
        const LinePicture picture(PlotCanvas::chart(plot, 0), look, 600, 300);
        QVERIFY(picture.drawnPoints() <= qsizetype(600) * perColumn);
        QVERIFY(picture.drawnPoints() >= 600);
        QVERIFY(picture.marks().size() <= 600 / 6 + 1);
        QVERIFY(picture.marks().size() >= 40);
        QCOMPARE(picture.marks().constLast().row, count - 1);
        for (qsizetype i = 2; i < picture.marks().size(); ++i) {
            const QRectF before = picture.marks()[i - 2].area;
            QVERIFY(picture.marks()[i - 1].area.center().x() - before.center().x() >= 5.9);
        }
        QVERIFY(
            PlotCanvas::inked(PlotCanvas::image(picture, look), look.palette.color(QPalette::Base))
            > 0.05);
    }

    void isPaintedOnAnyThread()
    {
        const PlotLook look = PlotCanvas::look();
        for (const LinePlot &plot : {days(), bands()}) {
            const LinePicture picture(PlotCanvas::chart(plot, 15), look, 900, 400);
            QImage there;
            std::thread painter([&] { there = PlotCanvas::image(picture, look); });
            painter.join();
            QCOMPARE(there, PlotCanvas::image(picture, look));
        }
    }

    void curvesKeepTheirPlaceOnOtherDevices()
    {
        const PlotLook look = PlotCanvas::look();
        const LinePicture picture(PlotCanvas::chart(bands(), 15), look, 900, 400);
        const QRectF all(QPointF(), picture.size());
        const auto painted = [&](double dotsPerInch) {
            QImage image(all.size().toSize(), QImage::Format_RGB32);
            image.setDotsPerMeterX(qRound(dotsPerInch / 0.0254));
            image.setDotsPerMeterY(qRound(dotsPerInch / 0.0254));
            image.fill(look.palette.color(QPalette::Base));
            QPainter painter(&image);
            picture.paint(painter, all, std::nullopt, std::nullopt);
            return image;
        };
        const QImage usual = painted(96);
        const QImage fine = painted(192);
        int different = 0;
        for (int y = 0; y < usual.height(); ++y) {
            for (int x = 0; x < usual.width(); ++x)
                different += usual.pixel(x, y) == fine.pixel(x, y) ? 0 : 1;
        }
        QVERIFY2(different < usual.width() * usual.height() / 100,
            qPrintable(QString::number(different)));
    }

    void keysGoAlongALineAndToTheOther()
    {
        const LinePicture picture(PlotCanvas::chart(days(), 12), PlotCanvas::look(), 900, 400);
        QCOMPARE(picture.next(0, Qt::Key_Left), 0);
        QCOMPARE(picture.next(0, Qt::Key_Right), 1);
        QCOMPARE(picture.next(5, Qt::Key_Right), 5); // not into the next line
        QCOMPARE(picture.next(2, Qt::Key_End), 5);
        QCOMPARE(picture.next(9, Qt::Key_Home), 6);
        QCOMPARE(picture.next(3, Qt::Key_Down), 9); // the same day
        QCOMPARE(picture.next(9, Qt::Key_Up), 3);
        QCOMPARE(picture.next(9, Qt::Key_Tab), 9);
    }

    void lightAndDarkAreNotBlank()
    {
        for (const bool dark : {false, true}) {
            const PlotLook look = PlotCanvas::look(dark);
            const QColor base = look.palette.color(QPalette::Base);
            for (const int width : {480, 1200, 2000}) {
                for (const LinePlot &plot : {days(), bands()}) {
                    const LinePicture picture(PlotCanvas::chart(plot, 15), look, width, 360);
                    QCOMPARE(picture.size().width(), qreal(width));
                    QVERIFY(picture.plotArea().width() > width / 2.0);
                    const QImage image = PlotCanvas::image(picture, look);
                    QVERIFY(PlotCanvas::inked(image, base) > 0.01);
                    QVERIFY(PlotCanvas::inked(image, base) < 0.99);
                }
            }
        }
    }

    void theFirstDaySaysItsYear()
    {
        LinePlot plot = days();
        const LinePicture month(PlotCanvas::chart(plot, 12), PlotCanvas::look(), 900, 400);
        QCOMPARE(PlotCanvas::svg(month).count("Mar 2026"), 1);
        // A year that begins within the picture says itself.
        const auto before = double(QDate(2025, 12, 1).toJulianDay());
        plot.series = {{u"Posts"_s, group(0), {{before, 3, {}, 0}, {before + 390, 8, {}, 1}}}};
        plot.notes.clear();
        const LinePicture years(PlotCanvas::chart(plot, 2), PlotCanvas::look(), 900, 400);
        const QByteArray svg = PlotCanvas::svg(years);
        QCOMPARE(svg.count("Dec 2025"), 1);
        QVERIFY(svg.contains(">2026<"));
    }

    void monthsAreNamedAsMonths()
    {
        LinePlot plot = days();
        plot.series = {{u"Posts"_s, group(0), {}}};
        for (int month = 2; month <= 5; ++month) {
            plot.series[0].points.append(
                {double(QDate(2026, month, 1).toJulianDay()), double(month), {}, month});
        }
        plot.notes.clear();
        const LinePicture picture(PlotCanvas::chart(plot, 6), PlotCanvas::look(), 900, 400);
        const QByteArray svg = PlotCanvas::svg(picture);
        for (const char *month : {"Feb 2026", "Mar", "Apr", "May"})
            QCOMPARE(svg.count(month), 1);
    }

    void theKeyboardsMarkIsSeen()
    {
        const PlotLook look = PlotCanvas::look();
        const LinePicture picture(PlotCanvas::chart(days(), 12), look, 900, 400);
        QImage with = PlotCanvas::image(picture, look);
        const QImage without = with;
        QPainter painter(&with);
        picture.paint(painter, QRectF(QPointF(), picture.size()), 3, std::nullopt);
        painter.end();
        QVERIFY(with.copy(picture.marks()[3].area.toRect())
            != without.copy(picture.marks()[3].area.toRect()));
    }

    void timeRunsFromRightToLeftInTheMirror_data()
    {
        QTest::addColumn<bool>("areBands");
        QTest::newRow("lines") << false;
        QTest::newRow("bands") << true;
    }
    void timeRunsFromRightToLeftInTheMirror()
    {
        QFETCH(bool, areBands);
        const Chart chart =
            areBands ? PlotCanvas::chart(bands(), 15) : PlotCanvas::chart(days(), 12);
        const LinePicture left(chart, PlotCanvas::look(), 900, 400);
        const LinePicture right(chart, PlotCanvas::look(false, Qt::RightToLeft), 900, 400);
        const auto isMirrored = [](const QRectF &there, const QRectF &here) {
            return std::abs(900 - there.right() - here.left()) < 0.01
                && std::abs(there.width() - here.width()) < 0.01
                && std::abs(there.top() - here.top()) < 0.01;
        };
        QVERIFY(isMirrored(right.plotArea(), left.plotArea()));
        QVERIFY(900 - right.plotArea().right() > 0); // the values stand there
        QCOMPARE(right.marks().size(), left.marks().size());
        for (qsizetype i = 0; i < left.marks().size(); ++i) {
            QVERIFY(isMirrored(right.marks()[i].area, left.marks()[i].area));
            QCOMPARE(right.marks()[i].sentence, left.marks()[i].sentence);
            QCOMPARE(right.marks()[i].row, left.marks()[i].row);
        }
        QCOMPARE(right.labels().size(), left.labels().size());
        for (qsizetype i = 0; i < left.labels().size(); ++i) {
            QVERIFY(isMirrored(right.labels()[i].rect, left.labels()[i].rect));
            QCOMPARE(right.labels()[i].leader.size(), left.labels()[i].leader.size());
        }
        QCOMPARE(right.drawnPoints(), left.drawnPoints());
        // The keys follow the eye, the ends of the line what is read.
        QCOMPARE(right.next(0, Qt::Key_Left), 1);
        QCOMPARE(right.next(1, Qt::Key_Right), 0);
        QCOMPARE(right.next(0, Qt::Key_Right), 0);
        QCOMPARE(right.next(1, Qt::Key_Home), 0);
    }

    void inTheMirrorTheCurvesStandOnTheirMarks()
    {
        const PlotLook look = PlotCanvas::look(false, Qt::RightToLeft);
        const LinePicture picture(PlotCanvas::chart(bands(), 15), look, 900, 400);
        const QImage image = PlotCanvas::image(picture, look);
        const QRectF area = picture.plotArea();
        const auto colourAt = [&](double x, double share) {
            return image.pixelColor(
                int(area.left() + area.width() * x), int(area.bottom() - area.height() * share));
        };
        // 0.1 are won in the first quarter and 0.45 in the last.
        const QColor open = inkColour({PlotInk::Kind::Neutral}, look.palette);
        QCOMPARE(colourAt(0.9, 0.25), open);
        QVERIFY(colourAt(0.1, 0.25) != open);
        QVERIFY(PlotCanvas::svg(LinePicture(PlotCanvas::chart(days(), 12), look, 900, 400))
                    .contains("Spring campaign"));
    }

    void hatchesKeepTheirAngleInTheMirror()
    {
        // A band of one height is the same in both, but for where it stands.
        LinePlot plot;
        plot.shape = LinePlot::Shape::Bands;
        plot.y = {PlotUnit::Share, {}};
        plot.series = {series({}, {PlotInk::Kind::Lost}, {1, 1, 1})};
        const auto slopes = [&](Qt::LayoutDirection direction) {
            const PlotLook look = PlotCanvas::look(false, direction);
            const LinePicture picture(PlotCanvas::chart(plot, 3), look, 600, 300);
            const QImage image = PlotCanvas::image(picture, look);
            const QRect area = picture.plotArea().toRect().adjusted(20, 20, -20, -20);
            // How many pixels are as light as the one down to the right of them, and down to the left.
            int falling = 0;
            int rising = 0;
            for (int y = area.top(); y < area.bottom(); ++y) {
                for (int x = area.left() + 1; x < area.right(); ++x) {
                    falling += image.pixel(x, y) == image.pixel(x + 1, y + 1) ? 1 : 0;
                    rising += image.pixel(x, y) == image.pixel(x - 1, y + 1) ? 1 : 0;
                }
            }
            return std::pair(falling, rising);
        };
        for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            const auto [falling, rising] = slopes(direction);
            QVERIFY(falling > rising);
        }
    }

    void withoutPointsThereIsNothingToPointAt()
    {
        LinePlot plot;
        for (const auto shape :
            {LinePlot::Shape::Lines, LinePlot::Shape::Steps, LinePlot::Shape::Bands}) {
            plot.shape = shape;
            plot.series = {LinePlot::Series {u"None"_s, group(0), {}}};
            const LinePicture picture(PlotCanvas::chart(plot, 0), PlotCanvas::look(), 480, 300);
            QVERIFY(picture.marks().isEmpty());
            QVERIFY(picture.labels().isEmpty());
            QCOMPARE(picture.next(0, Qt::Key_Right), 0);
            QVERIFY(!PlotCanvas::image(picture, PlotCanvas::look()).isNull());
        }
    }

    void onePointIsADot()
    {
        LinePlot plot;
        plot.series = {series({}, group(0), {4.3})};
        const PlotLook look = PlotCanvas::look();
        const LinePicture picture(PlotCanvas::chart(plot, 1), look, 480, 300);
        QCOMPARE(picture.marks().size(), 1);
        const QImage image = PlotCanvas::image(picture, look);
        QVERIFY(image.pixelColor(picture.marks()[0].area.center().toPoint())
            != look.palette.color(QPalette::Base));
    }
};

PULLPUSH_WINDOW_TEST(TestLinePicture)
#include "tst_linepicture.moc"
