// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plotcanvas.h"
#include "samplecohorts.h"
#include "test_support/testprogram.h"
#include "ui_pipeline/heatpicture.h"

#include <QSet>
#include <QTest>

#include <optional>
#include <rapidcheck.h>

using namespace Qt::StringLiterals;

namespace {

Chart chartOf(const HeatPlot &plot)
{
    return PlotCanvas::chart(plot, int(plot.lines.size() * plot.columns.size()));
}

QSet<QRgb> colours(const QImage &image, const QRectF &rect)
{
    QSet<QRgb> found;
    const QRect inside = rect.toAlignedRect().adjusted(2, 2, -2, -2);
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        for (int x = inside.left(); x <= inside.right(); ++x)
            found.insert(image.pixel(x, y));
    }
    return found;
}

} // namespace

class TestHeatPicture : public QObject
{
    Q_OBJECT
private slots:
    void eachCellCanBePointedAt()
    {
        const Chart chart = chartOf(cohorts(4, 5));
        const HeatPicture picture(chart, PlotCanvas::look(), 900, 200);
        QCOMPARE(picture.marks().size(), 20);
        const QRectF all(QPointF(), picture.size());
        for (int i = 0; i < 20; ++i) {
            const PlotMark &mark = picture.marks()[i];
            QCOMPARE(mark.area, picture.cellRect(i / 5, i % 5));
            QCOMPARE(mark.row, i);
            QCOMPARE(mark.sentence, rowSentence(chart, i));
            QVERIFY(all.contains(mark.area));
            for (int j = 0; j < i; ++j)
                QVERIFY(!mark.area.intersects(picture.marks()[j].area));
        }
    }

    void textReadsOnEveryTint()
    {
        const QList<PlotInk> inks {{PlotInk::Kind::Side, Side::Pull, 0},
            {PlotInk::Kind::Side, Side::Push, 3}, {PlotInk::Kind::Won}, {PlotInk::Kind::Open},
            {PlotInk::Kind::Group, Side::Pull, 4}};
        for (const bool dark : {false, true}) {
            const PlotLook look = PlotCanvas::look(dark);
            const QColor text = look.palette.color(QPalette::Text);
            const QColor base = look.palette.color(QPalette::Base);
            for (const PlotInk &ink : inks) {
                HeatPlot plot = cohorts(2, 4);
                plot.values.high = 1;
                plot.ink = ink;
                const HeatPicture picture(chartOf(plot), look, 900, 200);
                double before = 0;
                for (int percent = 0; percent <= 100; percent += 5) {
                    const QColor ground = picture.ground(percent / 100.0);
                    QVERIFY(contrast(text, ground) >= 4.5);
                    const double away = contrast(ground, base);
                    QVERIFY(away >= before); // more is never paler
                    before = away;
                }
                QVERIFY(before > 1.5);
                QCOMPARE(picture.ground(7), picture.ground(1));
                QCOMPARE(picture.ground(-1), picture.ground(0));
            }
        }
    }

    void cellsHaveTheirTint()
    {
        for (const bool dark : {false, true}) {
            const PlotLook look = PlotCanvas::look(dark);
            const HeatPicture picture(chartOf(cohorts(4, 5)), look, 900, 200);
            const QImage image = PlotCanvas::image(picture, look);
            const QPoint corner = picture.cellRect(0, 4).topLeft().toPoint() + QPoint(3, 3);
            QCOMPARE(image.pixelColor(corner).rgb(), picture.ground(0.5).rgb());
        }
    }

    void whatIsNotKnownIsBlank()
    {
        const PlotLook look = PlotCanvas::look();
        const HeatPicture picture(chartOf(cohorts(4, 5)), look, 900, 200);
        const QImage image = PlotCanvas::image(picture, look);
        const QSet<QRgb> found = colours(image, picture.cellRect(3, 4));
        QCOMPARE(found, QSet<QRgb> {look.palette.color(QPalette::Base).rgb()});
        QVERIFY(PlotCanvas::inked(image.copy(picture.cellRect(3, 4).toAlignedRect()),
                    look.palette.color(QPalette::Base))
            > 0); // but has a frame
    }

    void whatIsNotOverIsHatched()
    {
        const PlotLook look = PlotCanvas::look();
        for (const int column : {0, 4}) { // the palest and the darkest
            HeatPlot plot = cohorts(4, 5);
            plot.lines[0].cells[column].text.clear();
            const HeatPicture plain(chartOf(plot), look, 900, 200);
            QCOMPARE(colours(PlotCanvas::image(plain, look), plain.cellRect(0, column)).size(), 1);
            plot.lines[0].cells[column].isTentative = true;
            const HeatPicture hatched(chartOf(plot), look, 900, 200);
            QVERIFY(
                colours(PlotCanvas::image(hatched, look), hatched.cellRect(0, column)).size() > 1);
        }
    }

    void svgKeepsTextAsText()
    {
        const HeatPicture picture(chartOf(cohorts(4, 5)), PlotCanvas::look(), 900, 200);
        const QByteArray svg = PlotCanvas::svg(picture);
        QVERIFY(!svg.contains("<image"));
        for (const char *text : {"Days since the entry", "30 days", "150 days", "Month 0",
                 "100 people", "Month 3", "50 %"})
            QVERIFY2(svg.contains(text), text);
        QVERIFY(svg.contains(axisText(PlotUnit::Share, 0.5).toUtf8())); // of the key
        QCOMPARE(picture.titleStep(), 1);
    }

    void everyFigureIsToBeRead()
    {
        QVERIFY(rc::check("figures fit in their cells", [] {
            const int lines = *rc::gen::inRange(1, 6);
            const int columns = *rc::gen::inRange(1, 30);
            const int width = *rc::gen::inRange(200, 1200);
            HeatPlot plot = cohorts(lines, columns);
            for (HeatPlot::Line &line : plot.lines) {
                for (HeatPlot::Cell &cell : line.cells) {
                    const int permille = *rc::gen::inRange(0, 1001);
                    const int kind = *rc::gen::inRange(0, 4);
                    cell.value = kind > 1 ? std::optional(permille / 1000.0) : std::nullopt;
                    cell.text = kind == 0 ? QString()
                        : kind == 1       ? u"%1 / 19"_s.arg(permille % 20)
                                          : percentText(permille / 1000.0);
                }
            }
            const bool isMirrored = *rc::gen::arbitrary<bool>();
            const PlotLook look =
                PlotCanvas::look(false, isMirrored ? Qt::RightToLeft : Qt::LeftToRight);
            const HeatPicture picture(chartOf(plot), look, width, 200);
            RC_ASSERT(picture.size().width() >= width);
            const QRectF all(QPointF(), picture.size());
            const QFontMetricsF fonts(picture.cellFont());
            for (int line = 0; line < lines; ++line) {
                for (int column = 0; column < columns; ++column) {
                    const QRectF cell = picture.cellRect(line, column);
                    const QString figure = picture.figure(line, column);
                    RC_ASSERT(figure.isEmpty() == plot.lines[line].cells[column].text.isEmpty());
                    RC_ASSERT(fonts.horizontalAdvance(figure) <= cell.width());
                    RC_ASSERT(all.contains(cell));
                    RC_ASSERT(column == 0 || !cell.intersects(picture.cellRect(line, column - 1)));
                }
            }
        }));
    }

    void narrowCellsHaveSharesWithoutDecimals()
    {
        HeatPlot plot = cohorts(1, 4);
        const QList<double> shares {0.133, 0.004, 0.997, 0.0};
        for (int column = 0; column < 4; ++column) {
            HeatPlot::Cell &cell = plot.lines[0].cells[column];
            cell.value = shares[column];
            cell.text = percentText(shares[column]);
        }
        const HeatPicture wide(chartOf(plot), PlotCanvas::look(), 900, 200);
        const HeatPicture narrow(chartOf(plot), PlotCanvas::look(), 120, 200);
        QCOMPARE(wide.figure(0, 0), percentText(0.133));
        QCOMPARE(narrow.figure(0, 0), axisText(PlotUnit::Share, 0.13));
        QCOMPARE(narrow.figure(0, 1), u'<' + axisText(PlotUnit::Share, 0.01)); // not nothing
        QCOMPARE(narrow.figure(0, 2), u'>' + axisText(PlotUnit::Share, 0.99));
        QCOMPARE(narrow.figure(0, 3), axisText(PlotUnit::Share, 0));
        QVERIFY(narrow.size().width() > 120);
    }

    void narrowColumnsLeaveOutTitlesAndNoFigures()
    {
        const HeatPicture picture(chartOf(cohorts(4, 40)), PlotCanvas::look(), 480, 200);
        QVERIFY(picture.titleStep() > 1);
        const QByteArray svg = PlotCanvas::svg(picture);
        QVERIFY(svg.contains(">30 days<"));
        QVERIFY(!svg.contains(">60 days<"));
        QVERIFY(svg.contains(QByteArray('>' + picture.figure(0, 19).toUtf8() + '<')));
        QCOMPARE(picture.marks().size(), 160);
        QVERIFY(picture.size().width() > 480); // to be scrolled
        QVERIFY(picture.cellRect(0, 39).right() <= picture.size().width());
    }

    void manyLinesNeedHeight()
    {
        const HeatPicture picture(chartOf(cohorts(200, 5)), PlotCanvas::look(), 900, 200);
        QVERIFY(picture.size().height() > 200 * 16);
        QVERIFY(picture.cellRect(199, 0).bottom() <= picture.size().height());
        QVERIFY(picture.cellRect(0, 0).height() >= 16);
        // Only what is to be seen is drawn.
        QImage image(900, 200, QImage::Format_RGB32);
        image.fill(PlotCanvas::look().palette.color(QPalette::Base));
        QPainter painter(&image);
        painter.translate(0, -1000);
        picture.paint(painter, QRectF(0, 1000, 900, 200), 3, 200);
        painter.end();
        QVERIFY(PlotCanvas::inked(image, PlotCanvas::look().palette.color(QPalette::Base)) > 0.3);
    }

    void rightToLeftIsMirrored()
    {
        const Chart chart = chartOf(cohorts(4, 5));
        const HeatPicture there(chart, PlotCanvas::look(), 900, 200);
        const HeatPicture back(chart, PlotCanvas::look(false, Qt::RightToLeft), 900, 200);
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(back.marks()[i].area.right(), 900 - there.marks()[i].area.left());
            QCOMPARE(back.marks()[i].area.top(), there.marks()[i].area.top());
        }
        QCOMPARE(back.next(0, Qt::Key_Left), 1);
        QCOMPARE(back.next(0, Qt::Key_Right), 0);
    }

    void keysGoFromCellToCell()
    {
        HeatPlot plot = cohorts(4, 5);
        plot.lines[1].cells.resize(2); // 0 … 4, 5 6, 7 … 11, 12 … 16
        const HeatPicture picture(chartOf(plot), PlotCanvas::look(), 900, 200);
        QCOMPARE(picture.next(0, Qt::Key_Right), 1);
        QCOMPARE(picture.next(0, Qt::Key_Left), 0);
        QCOMPARE(picture.next(4, Qt::Key_Right), 4);
        QCOMPARE(picture.next(4, Qt::Key_Down), 6); // the nearest of the next line
        QCOMPARE(picture.next(6, Qt::Key_Down), 8);
        QCOMPARE(picture.next(8, Qt::Key_Up), 6);
        QCOMPARE(picture.next(9, Qt::Key_Home), 7);
        QCOMPARE(picture.next(9, Qt::Key_End), 11);
        QCOMPARE(picture.next(9, Qt::Key_Tab), 9);
    }

    void withoutLinesThereIsNothingToPointAt()
    {
        const HeatPicture picture(chartOf({}), PlotCanvas::look(), 480, 100);
        QVERIFY(picture.marks().isEmpty());
        QCOMPARE(picture.next(0, Qt::Key_Down), 0);
        QVERIFY(!PlotCanvas::image(picture, PlotCanvas::look()).isNull());
    }

    void lightAndDarkAreNotBlank()
    {
        for (const bool dark : {false, true}) {
            const PlotLook look = PlotCanvas::look(dark);
            for (const int width : {480, 1200, 2000}) {
                const HeatPicture picture(chartOf(cohorts(6, 12)), look, width, 300);
                const QImage image = PlotCanvas::image(picture, look);
                const double share = PlotCanvas::inked(image, look.palette.color(QPalette::Base));
                QVERIFY(share > 0.1 && share < 0.95);
            }
        }
    }
};

PULLPUSH_WINDOW_TEST(TestHeatPicture)
#include "tst_heatpicture.moc"
