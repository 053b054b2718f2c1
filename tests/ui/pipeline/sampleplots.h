// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_common/theme.h"
#include "ui_pipeline/plotpicture.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

inline PlotLook sampleLook(bool dark = false, Qt::LayoutDirection direction = Qt::LeftToRight)
{
    return {
        .palette = Theme::palette(dark), .font = QGuiApplication::font(), .direction = direction};
}

inline PlotInk sideInk(Side side, int index = 0)
{
    return {.kind = PlotInk::Kind::Side, .side = side, .index = index};
}

/// Three owners and what became of theirs; the last has too few.
inline Chart sampleBars()
{
    Chart chart;
    chart.columns = {{QStringLiteral("owner"), QStringLiteral("Owner")},
        {QStringLiteral("won"), QStringLiteral("Won")},
        {QStringLiteral("lost"), QStringLiteral("Lost")}};
    chart.rows = {{QStringLiteral("Ada"), qint64(40), qint64(60)},
        {QStringLiteral("Berta"), qint64(30), qint64(20)},
        {QStringLiteral("Cleo"), qint64(1), qint64(2)}};
    BarPlot plot;
    plot.values = {.unit = PlotUnit::Count, .title = QStringLiteral("Prospects")};
    const auto bar = [](const QString &name, double won, double lost, int row) {
        return BarPlot::Bar {.name = name,
            .parts = {{{.kind = PlotInk::Kind::Won}, won, row},
                {{.kind = PlotInk::Kind::Lost}, lost, row}},
            .text = QStringLiteral("%1 of %2").arg(won).arg(won + lost)};
    };
    plot.bars = {bar(QStringLiteral("Ada"), 40, 60, 0), bar(QStringLiteral("Berta"), 30, 20, 1),
        bar(QStringLiteral("Cleo"), 1, 2, 2)};
    plot.bars[0].interval = Interval {90, 120};
    plot.bars[1].mark = 75;
    plot.bars[2].isFew = true;
    plot.keys = {{QStringLiteral("Became customers"), {.kind = PlotInk::Kind::Won}},
        {QStringLiteral("Said no"), {.kind = PlotInk::Kind::Lost}}};
    plot.markName = QStringLiteral("The month before");
    chart.plot = plot;
    return chart;
}

/// Four stages in a row, from the first of which some are lost: 100 begin, one link skips a column, two lead back.
inline Chart sampleFlows()
{
    Chart chart;
    chart.columns = {{QStringLiteral("from"), QStringLiteral("From")},
        {QStringLiteral("to"), QStringLiteral("To")},
        {QStringLiteral("moves"), QStringLiteral("Moves")}};
    SankeyPlot plot;
    plot.nodes = {{QStringLiteral("Cold"), sideInk(Side::Pull, 0), 0},
        {QStringLiteral("Warm"), sideInk(Side::Pull, 1), 1},
        {QStringLiteral("Lost"), {.kind = PlotInk::Kind::Lost}, 0, SankeyPlot::Node::Kind::Exit},
        {QStringLiteral("Offer"), sideInk(Side::Push, 0), 2},
        {QStringLiteral("Customer"), sideInk(Side::Push, 1), 3},
        {QStringLiteral("Still there"), {}, 1, SankeyPlot::Node::Kind::Rest}};
    const auto link = [&](int from, int to, qint64 count, bool isBack = false) {
        plot.links.append({from, to, count, isBack, int(chart.rows.size())});
        chart.rows.append({plot.nodes[from].name, plot.nodes[to].name, count});
    };
    link(0, 1, 60);
    link(0, 2, 30);
    link(0, 3, 10); // past the column of Warm
    link(1, 3, 45);
    link(1, 5, 15);
    link(3, 4, 55);
    link(3, 1, 7, true);
    link(1, 1, 3, true);
    plot.seam = 1;
    chart.plot = plot;
    return chart;
}

/// The picture on its ground.
inline QImage paintedImage(const PlotPicture &picture, const PlotLook &look)
{
    QImage image(picture.size().toSize(), QImage::Format_RGB32);
    image.fill(look.palette.color(QPalette::Base));
    QPainter painter(&image);
    picture.paint(painter, QRectF(QPointF(), picture.size()), 0, std::nullopt);
    return image;
}

/// How many colours are in \a image.
inline qsizetype coloursIn(const QImage &image)
{
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            colours.insert(image.pixel(x, y));
    }
    return colours.size();
}

inline QByteArray paintedSvg(const PlotPicture &picture)
{
    QBuffer buffer;
    {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setSize(picture.size().toSize());
        QPainter painter(&generator);
        picture.paint(painter, QRectF(QPointF(), picture.size()), std::nullopt, std::nullopt);
    }
    return buffer.data();
}
