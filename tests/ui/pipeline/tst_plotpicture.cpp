// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleplots.h"
#include "test_support/testprogram.h"
#include "ui_pipeline/barpicture.h"
#include "ui_pipeline/sankeypicture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Marks in a grid of 3 × 3, and nothing drawn.
class GridPicture : public PlotPicture
{
public:
    GridPicture()
    {
        for (int row = 0; row < 3; ++row) {
            for (int column = 0; column < 3; ++column)
                m_marks.append({QRectF(column * 20, row * 20, 10, 10), {}, -1});
        }
    }
    [[nodiscard]] QSizeF size() const override { return {60, 60}; }
    void paint(QPainter &, const QRectF &, std::optional<int>, std::optional<int>) const override {
    }
};

double dayOf(int year, int month, int day)
{
    return double(QDate(year, month, day).toJulianDay());
}

const QLocale British(QLocale::English, QLocale::UnitedKingdom);

} // namespace

class TestPlotPicture : public QObject
{
    Q_OBJECT
private slots:
    void eachPlotHasItsPicture()
    {
        const PlotLook look = sampleLook();
        QVERIFY(!PlotPicture::make(Chart(), look, 800, 600));
        const auto bars = PlotPicture::make(sampleBars(), look, 800, 600);
        QVERIFY(dynamic_cast<BarPicture *>(bars.get()));
        const auto flows = PlotPicture::make(sampleFlows(), look, 800, 600);
        QVERIFY(dynamic_cast<SankeyPicture *>(flows.get()));
        QCOMPARE(bars->size().width(), 800.0);
        QCOMPARE(flows->size().width(), 800.0);
    }

    void keysLeadToNeighbours()
    {
        const GridPicture grid;
        QCOMPARE(grid.next(4, Qt::Key_Left), 3);
        QCOMPARE(grid.next(4, Qt::Key_Right), 5);
        QCOMPARE(grid.next(4, Qt::Key_Up), 1);
        QCOMPARE(grid.next(4, Qt::Key_Down), 7);
        QCOMPARE(grid.next(5, Qt::Key_Right), 5); // at the edge
        QCOMPARE(grid.next(0, Qt::Key_Up), 0);
        QCOMPARE(grid.next(4, Qt::Key_Home), 0);
        QCOMPARE(grid.next(4, Qt::Key_End), 8);
        QCOMPARE(grid.next(4, Qt::Key_Space), 4);
    }

    void rowsAreSentences()
    {
        QCOMPARE(rowSentence(sampleBars(), 0), u"Ada: Won 40; Lost 60."_s);
        QCOMPARE(rowSentence(sampleFlows(), 0), u"Cold → Warm: Moves 60."_s);
        QCOMPARE(rowSentence(sampleBars(), -1), QString());
        QCOMPARE(rowSentence(sampleBars(), 3), QString());
        Chart chart;
        chart.columns = {{u"a"_s, u"A"_s}, {u"b"_s, u"B"_s}, {u"c"_s, u"C"_s}};
        chart.rows = {{qint64(3), Figure(), u"x"_s}};
        QCOMPARE(rowSentence(chart, 0), u"A 3; C x."_s); // what is not known is not said
    }

    void inksAreSeen_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void inksAreSeen()
    {
        QFETCH(bool, dark);
        const QPalette palette = Theme::palette(dark);
        QList<PlotInk> inks;
        for (const Side side : {Side::Pull, Side::Push, Side::After, Side::Exit}) {
            for (const int index : {0, 1, 2, 3, 4, 20})
                inks.append(sideInk(side, index));
        }
        for (const auto kind : {PlotInk::Kind::Won, PlotInk::Kind::Lost, PlotInk::Kind::Open,
                 PlotInk::Kind::Retired, PlotInk::Kind::Neutral})
            inks.append({.kind = kind});
        for (int group = 0; group < 10; ++group)
            inks.append({.kind = PlotInk::Kind::Group, .index = group});
        for (const PlotInk &ink : std::as_const(inks)) {
            const QColor shade = inkColour(ink, palette);
            QVERIFY2(contrast(shade, palette.color(QPalette::Base)) >= 3, qPrintable(shade.name()));
        }
        QVERIFY(inkColour(sideInk(Side::Push, 0), palette)
            != inkColour(sideInk(Side::Push, 1), palette));
        QCOMPARE(inkColour(sideInk(Side::Pull), palette), colour(ColourRole::Pull, palette));
    }

    void patternsTellInksApart()
    {
        const PlotLook look = sampleLook();
        const auto filled = [&look](PlotInk::Kind kind) {
            QImage image(40, 20, QImage::Format_RGB32);
            image.fill(look.palette.color(QPalette::Base));
            QPainter painter(&image);
            fillInk(painter, QRectF(0, 0, 40, 20), {.kind = kind}, look.palette);
            return image;
        };
        QCOMPARE(coloursIn(filled(PlotInk::Kind::Won)), 1);
        QVERIFY(coloursIn(filled(PlotInk::Kind::Lost)) > 1);
        QVERIFY(coloursIn(filled(PlotInk::Kind::Open)) > 1);
        QVERIFY(filled(PlotInk::Kind::Lost) != filled(PlotInk::Kind::Neutral));
        QVERIFY(filled(PlotInk::Kind::Lost) != filled(PlotInk::Kind::Open));
        QVERIFY(filled(PlotInk::Kind::Retired) != filled(PlotInk::Kind::Open));
        QVERIFY(filled(PlotInk::Kind::Retired) != filled(PlotInk::Kind::Lost));
    }

    void ticksAreRound()
    {
        QCOMPARE(axisTicks(PlotUnit::Count, 0, 100, 6), (QList<double> {0, 20, 40, 60, 80, 100}));
        QCOMPARE(axisTicks(PlotUnit::Count, 0, 3, 10), (QList<double> {0, 1, 2, 3}));
        QCOMPARE(axisTicks(PlotUnit::Money, -7, 12, 5), (QList<double> {-5, 0, 5, 10}));
        const QList<double> shares = axisTicks(PlotUnit::Share, 0, 0.3, 4);
        QCOMPARE(shares, (QList<double> {0, 0.1, 0.2, 0.3}));
        QCOMPARE(axisTicks(PlotUnit::Count, 4, 4, 5), QList<double> {4});
        QVERIFY(axisTicks(PlotUnit::Count, 5, 4, 5).isEmpty());
        QVERIFY(axisTicks(PlotUnit::Share, 0, qInf(), 5).isEmpty());
    }

    void thereAreNotTooManyTicks()
    {
        for (const PlotUnit unit :
            {PlotUnit::Count, PlotUnit::Share, PlotUnit::Age, PlotUnit::Money, PlotUnit::Day}) {
            for (const double low : {0.0, 17.3, 2460000.0}) {
                for (const double span : {0.4, 1.0, 9.0, 33.0, 400.0, 12345.0, 900000.0}) {
                    for (int most = 2; most < 12; ++most) {
                        const QList<double> ticks = axisTicks(unit, low, low + span, most);
                        QVERIFY(ticks.size() <= most);
                        for (const double tick : ticks)
                            QVERIFY(tick >= low - span * 1e-6 && tick <= low + span * (1 + 1e-6));
                    }
                }
            }
        }
    }

    void daysFollowTheCalendar()
    {
        const auto weeks = axisTicks(PlotUnit::Day, dayOf(2026, 5, 1), dayOf(2026, 5, 31), 5);
        QCOMPARE(weeks,
            (QList<double> {dayOf(2026, 5, 4), dayOf(2026, 5, 11), dayOf(2026, 5, 18),
                dayOf(2026, 5, 25)})); // Mondays
        const auto months = axisTicks(PlotUnit::Day, dayOf(2025, 12, 5), dayOf(2026, 3, 20), 4);
        QCOMPARE(months, (QList<double> {dayOf(2026, 1, 1), dayOf(2026, 2, 1), dayOf(2026, 3, 1)}));
        const auto quarters = axisTicks(PlotUnit::Day, dayOf(2025, 12, 5), dayOf(2026, 10, 20), 4);
        QCOMPARE(quarters,
            (QList<double> {
                dayOf(2026, 1, 1), dayOf(2026, 4, 1), dayOf(2026, 7, 1), dayOf(2026, 10, 1)}));
        const auto years = axisTicks(PlotUnit::Day, dayOf(2019, 6, 1), dayOf(2025, 6, 1), 6);
        QCOMPARE(years.first(), dayOf(2020, 1, 1));
        QCOMPARE(years.size(), 6);
    }

    void axesSpeak()
    {
        QCOMPARE(axisText(PlotUnit::Count, 1200, British), u"1,200"_s);
        QCOMPARE(axisText(PlotUnit::Count, 2.5, British), u"2.5"_s);
        QCOMPARE(axisText(PlotUnit::Age, 30, British), u"30"_s);
        QVERIFY(axisText(PlotUnit::Share, 0.3, British).startsWith(u"30"_s));
        QVERIFY(axisText(PlotUnit::Share, 0.125, British).startsWith(u"12.5"_s));
        QVERIFY(axisText(PlotUnit::Day, dayOf(2026, 5, 3), British).contains(u"3"_s));
        QVERIFY(axisText(PlotUnit::Day, dayOf(2026, 5, 3), British).contains(u"May"_s));
        QCOMPARE(axisText(PlotUnit::Day, dayOf(2026, 5, 1), British), u"May"_s);
        QCOMPARE(axisText(PlotUnit::Day, dayOf(2026, 1, 1), British), u"2026"_s);
    }

    void littleIsNotNoneAndAlmostAllNotAll()
    {
        const auto axis = [](double rate) { return axisText(PlotUnit::Share, rate, British); };
        QCOMPARE(wholeShareText(0, British), axis(0));
        QCOMPARE(wholeShareText(0.004, British), u'<' + axis(0.01));
        QCOMPARE(wholeShareText(0.005, British), axis(0.01)); // half of it counts as one
        QCOMPARE(wholeShareText(0.133, British), axis(0.13));
        QCOMPARE(wholeShareText(0.994, British), axis(0.99));
        QCOMPARE(wholeShareText(0.996, British), u'>' + axis(0.99));
        QCOMPARE(wholeShareText(1, British), axis(1));
    }
};

PULLPUSH_WINDOW_TEST(TestPlotPicture)
#include "tst_plotpicture.moc"
