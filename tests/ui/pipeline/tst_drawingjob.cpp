// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_pipeline/drawingjob.h"
#include "ui_pipeline/reportexport.h"

#include <QFile>
#include <QPainter>
#include <QPointer>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

/// A chart with a line over four days, or with a bar.
Report drawnReport(const QString &id, bool hasLines)
{
    Report report;
    report.chart.id = id;
    report.chart.title = id;
    report.chart.columns = {{u"name"_s, u"Name"_s}, {u"value"_s, u"Value"_s}};
    for (int i = 0; i < 4; ++i)
        report.chart.rows.append({u"Row %1"_s.arg(i), qint64(i)});
    if (hasLines) {
        LinePlot plot;
        plot.series = {{u"Line"_s, {PlotInk::Kind::Won}, {}}};
        for (int i = 0; i < 4; ++i)
            plot.series.first().points.append({double(i), double(i), {}, i});
        report.chart.plot = plot;
    }
    report.table = report.chart;
    return report;
}

bool isOnGuiThread()
{
    return QThread::currentThread() == qApp->thread();
}

/// What a job did, told by any thread.
struct Done
{
    std::atomic<int> here = 0; ///< drawings made on the GUI thread
    std::atomic<int> there = 0;
    std::atomic<int> painted = 0;
    std::atomic<bool> isMadeThere = false;
    std::atomic<int> kept = 0;
    QStringList titles; ///< of the drawings, when all is over
};

/// Counts what is drawn of \a reports, paints it and keeps it.
DrawingOrder counted(const QList<Report> &reports, const std::shared_ptr<Done> &done)
{
    DrawingOrder order;
    order.reports = reports;
    order.draw = [done](const Report &report) {
        ++(isOnGuiThread() ? done->here : done->there);
        Drawing drawing;
        drawing.size = QSizeF(20, 20);
        drawing.title = report.chart.title;
        drawing.paint = [done](QPainter &) { ++done->painted; };
        return drawing;
    };
    order.make = [done](const QList<Drawing> &drawings) -> Result<DrawingOrder::Keep> {
        done->isMadeThere = !isOnGuiThread();
        for (const Drawing &drawing : drawings) {
            done->titles << drawing.title;
            (void)drawnImage(drawing);
        }
        return [done] {
            ++done->kept;
            return Result<>();
        };
    };
    return order;
}

} // namespace

/// What is drawn while the window goes on.
class TestDrawingJob : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_done = std::make_shared<Done>();
        m_result.reset();
    }

    void linesAloneNeedTheGuiThread()
    {
        Report bars = drawnReport(u"bars"_s, false);
        const Report lines = drawnReport(u"lines"_s, true);
        QVERIFY(needsGuiThread(lines));
        QVERIFY(!needsGuiThread(bars));
        bars.earlier = std::make_shared<const Report>(lines);
        QVERIFY(needsGuiThread(bars));
    }

    void theWorkerDrawsWhatItMay()
    {
        start(counted({drawnReport(u"A"_s, false), drawnReport(u"B"_s, true),
                          drawnReport(u"C"_s, false), drawnReport(u"D"_s, true)},
            m_done));
        QTRY_VERIFY(m_result);
        QVERIFY(*m_result);
        QCOMPARE(m_done->here.load(), 2);
        QCOMPARE(m_done->there.load(), 2);
        QCOMPARE(m_done->painted.load(), 4);
        QVERIFY(m_done->isMadeThere);
        QCOMPARE(m_done->kept.load(), 1);
        QCOMPARE(m_done->titles, (QStringList {u"A"_s, u"B"_s, u"C"_s, u"D"_s}));
        QTRY_VERIFY(!m_job); // it went by itself
    }

    void aReportIsLaidOutInEachTurn()
    {
        start(counted({drawnReport(u"A"_s, true), drawnReport(u"B"_s, true)}, m_done));
        QCOMPARE(m_done->here.load(), 1); // the other waits for the loop
        QTRY_VERIFY(m_result);
        QCOMPARE(m_done->here.load(), 2);
        QCOMPARE(m_done->kept.load(), 1);
    }

    void cancelledBeforeItIsDrawn()
    {
        start(counted({drawnReport(u"A"_s, true), drawnReport(u"B"_s, true)}, m_done));
        m_job->cancel();
        QTRY_VERIFY(m_result);
        QVERIFY(!*m_result);
        QCOMPARE(m_result->error().code, Error::Code::Cancelled);
        QCOMPARE(m_done->here.load(), 1);
        QVERIFY(m_done->titles.isEmpty());
        QCOMPARE(m_done->kept.load(), 0);
    }

    void cancelledWhileItIsDrawn()
    {
        QSemaphore begun;
        QSemaphore goOn;
        DrawingOrder order = counted({drawnReport(u"A"_s, false)}, m_done);
        order.make = [&begun, &goOn, make = order.make](const QList<Drawing> &drawings) {
            begun.release();
            goOn.acquire();
            return make(drawings);
        };
        start(order);
        QVERIFY(begun.tryAcquire(1, 30000));
        m_job->cancel();
        goOn.release();
        QTRY_VERIFY(m_result);
        QVERIFY(!*m_result);
        QCOMPARE(m_result->error().code, Error::Code::Cancelled);
        QCOMPARE(m_done->painted.load(), 0); // what follows is left out
        QCOMPARE(m_done->kept.load(), 0);
    }

    void whatWasBegunIsKeptWithoutAWindow()
    {
        start(counted({drawnReport(u"A"_s, true), drawnReport(u"B"_s, true)}, m_done));
        delete m_job;
        QCOMPARE(m_done->here.load(), 2);
        QCOMPARE(m_done->kept.load(), 1);
        QCoreApplication::processEvents();
        QVERIFY(!m_result); // who asked is gone
    }

    void tellsWhatLasts()
    {
        QSemaphore goOn;
        DrawingOrder order = counted({drawnReport(u"A"_s, false)}, m_done);
        order.make = [&goOn, make = order.make](const QList<Drawing> &drawings) {
            goOn.acquire();
            return make(drawings);
        };
        start(order);
        QSignalSpy lasting(m_job, &DrawingJob::lasting);
        const bool isTold = lasting.wait(30000);
        goOn.release(); // whatever was told
        QTRY_VERIFY(m_result);
        QVERIFY(isTold);
        QCOMPARE(lasting.count(), 1);
    }

    void anErrorNamesTheFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"no/chart.png"_s);
        DrawingOrder order;
        order.reports = {drawnReport(u"A"_s, true)};
        order.draw = [](const Report &report) { return comparedPicture(report); };
        order.make = [path](const QList<Drawing> &drawings) -> Result<DrawingOrder::Keep> {
            const auto content = drawnAs(u"png"_s, drawings.constFirst());
            return [content, path] { return writeDrawn(content.value_or(QByteArray()), path); };
        };
        start(order);
        QTRY_VERIFY(m_result);
        QVERIFY(!*m_result);
        QCOMPARE(m_result->error().code, Error::Code::Io);
        QVERIFY(m_result->error().message.contains(u"chart.png"_s));
        QVERIFY(!m_result->error().detail.isEmpty());
        QVERIFY(!QFile::exists(path));
    }

private:
    void start(const DrawingOrder &order)
    {
        m_job = new DrawingJob(order);
        m_job->start([this](const Result<> &result) { m_result = result; });
    }

    std::shared_ptr<Done> m_done;
    QPointer<DrawingJob> m_job;
    std::optional<Result<>> m_result;
};

PULLPUSH_WINDOW_TEST(TestDrawingJob)
#include "tst_drawingjob.moc"
