// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplereport.h"
#include "test_support/testprogram.h"
#include "ui_pipeline/boardexport.h"
#include "ui_pipeline/funnelexport.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestBoardExport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void figuresStandBelowThePicture()
    {
        const Report report = sample();
        const Drawing alone = funnelDrawing(*report.funnel, OnPageWidth);
        const Drawing drawing = reportDrawing(report);
        QCOMPARE(drawing.size.width(), alone.size.width());
        const qreal added = drawing.size.height() - alone.size.height();
        QVERIFY2(added > 100, qPrintable(QString::number(added)));
        QImage image(drawing.size.toSize(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        drawing.paint(painter);
        painter.end();
        const QImage below = image.copy(0, int(alone.size.height()), image.width(), int(added));
        QImage blank(below.size(), below.format());
        blank.fill(Qt::white);
        QVERIFY(below != blank);
    }

    void theEarlierTimeStandsBetween()
    {
        const Report now = sample();
        Report both = now;
        both.earlier = std::make_shared<const Report>(now);
        const qreal added = reportDrawing(both).size.height() - reportDrawing(now).size.height();
        QVERIFY(added >= std::floor(funnelDrawing(*now.funnel, OnPageWidth).size.height()));
    }

    void aLongTableIsCutAndSaysSo()
    {
        Report few = sample();
        few.chart.rows.resize(7);
        Report many = few;
        while (many.chart.rows.size() < 200)
            many.chart.rows.append(many.chart.rows.first());
        Report more = many;
        more.chart.rows.append(more.chart.rows.first());
        QCOMPARE(reportDrawing(more).size, reportDrawing(many).size);
        QVERIFY(reportDrawing(few).size.height() < reportDrawing(many).size.height());
    }

    void aBoardHasPages()
    {
        const QTemporaryDir folder;
        PrintedBoard board {.title = u"Pipeline"_s,
            .workspace = u"Harbour Lights"_s,
            .question = u"at any time · as of 3 May 2026"_s,
            .day = QDate(2026, 5, 3),
            .reports = {sample(), sample(), sample()}};
        const QString path = folder.filePath(u"board.pdf"_s);
        QVERIFY(exportBoard(board, path));
        const QByteArray content = contentOf(path);
        QVERIFY(content.startsWith("%PDF"));
        const auto pages = content.count("/Type /Page\n");
        QVERIFY2(pages >= 2 && pages <= 3, qPrintable(QString::number(pages)));
        const auto refused = exportBoard(board, folder.filePath(u"board.png"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Error::Code::Rejected);
        board.reports.clear();
        QVERIFY(exportBoard(board, path));
        QVERIFY(contentOf(path).startsWith("%PDF"));
    }

    void questionsInWords()
    {
        ReportQuestion question;
        question.filter.asOf = startOfDay(QDate(2026, 5, 3), QTimeZone::utc());
        QCOMPARE(
            questionText(question, {}, {}, QTimeZone::utc()), u"at any time · as of 3 May 2026"_s);
        question.filter.span.from = QDate(2026, 1, 1);
        question.windowDays = 30;
        question.filter.owners = QList<UserId> {UserId(3), UserId()};
        question.compareWith = DateSpan {QDate(2025, 1, 1), QDate(2025, 5, 4)};
        question.filter.cohort.from = QDate(2026, 2, 1);
        question.filter.stages = QList<StageId> {StageId(2), StageId()};
        question.people = PeopleChoice {u"Fair"_s, {}};
        const QString text =
            questionText(question, {{UserId(3), u"Ada"_s}}, defaultPipeline(), QTimeZone::utc());
        QVERIFY2(
            text.contains(
                u" · within 30 day(s) · only of Ada, nobody · only who entered since 1 Feb 2026 · "
                "only who is at %1, no stage now · only people of “Fair” · compared with the "
                "time from 1 Jan"_s.arg(defaultPipeline().at(1).name)),
            qPrintable(text));
    }

private:
    static Report sample()
    {
        Report report;
        report.funnel = sampleReport();
        report.chart = report.funnel->chart;
        report.table = keyTable(*report.funnel);
        return report;
    }
};

PULLPUSH_WINDOW_TEST(TestBoardExport)
#include "tst_boardexport.moc"
