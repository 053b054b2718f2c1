// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_import/importfields.h"
#include "ui_import/importpreviewmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;

class TestImportFields : public QObject
{
    Q_OBJECT
private slots:
    void offersStagesAndHandles();
    void findsProblems_data();
    void findsProblems();
    void previewShowsWhatIsMapped();
};

void TestImportFields::offersStagesAndHandles()
{
    NetworkTable networks;
    networks.networks = {{u"quill"_s, u"Quill"_s, u"Q"_s, {}}};
    const QList<Stage> stages = defaultPipeline();
    QStringList fields;
    for (const ImportFields::Choice &choice : ImportFields::choices(stages, networks)) {
        QVERIFY(!choice.text.isEmpty());
        fields << choice.field;
    }
    QVERIFY(fields.first().isEmpty());
    QVERIFY(fields.contains(u"handle:quill"_s));
    for (const Stage &stage : stages)
        QVERIFY(fields.contains(u"entered:"_s + stage.key));
    QCOMPARE(QSet<QString>(fields.cbegin(), fields.cend()).size(), fields.size());
    QCOMPARE(ImportFields::canonical(u"entered:"_s + stages.at(1).name, stages),
        u"entered:"_s + stages.at(1).key);
    QVERIFY(ImportFields::text(u"handle:quill"_s, stages, networks).contains(u"Quill"_s));
}

void TestImportFields::findsProblems_data()
{
    QTest::addColumn<QStringList>("targets");
    QTest::addColumn<QList<int>>("columns");
    QTest::addColumn<bool>("general");
    const QString ignore;
    QTest::newRow("fine") << QStringList {u"name"_s, u"entered:cold"_s, ignore} << QList<int> {}
                          << false;
    QTest::newRow("nobody named") << QStringList {ignore, u"entered:cold"_s, u"source"_s}
                                  << QList<int> {} << true;
    QTest::newRow("twice") << QStringList {u"name"_s, ignore, u"name"_s} << QList<int> {2} << false;
    QTest::newRow("no date") << QStringList {u"entered:cold"_s, ignore, u"email"_s}
                             << QList<int> {0} << false;
    QTest::newRow("no stage") << QStringList {u"name"_s, u"entered:lukewarm"_s, ignore}
                              << QList<int> {1} << false;
    QTest::newRow("handle is enough")
        << QStringList {u"handle:x"_s, ignore, ignore} << QList<int> {} << false;
}

void TestImportFields::findsProblems()
{
    QFETCH(const QStringList, targets);
    QFETCH(const QList<int>, columns);
    QFETCH(const bool, general);
    const QStringList header {u"Who"_s, u"When"_s, u"Where"_s};
    const QList<QStringList> rows {{u"Ada"_s, u"2026-03-01"_s, u"fair"_s}, {u"Bo"_s}};
    const auto problems = ImportFields::check(header, targets, rows, defaultPipeline());
    QList<int> found = problems.ofColumn.keys();
    std::ranges::sort(found);
    QCOMPARE(found, columns);
    QCOMPARE(!problems.general.isEmpty(), general);
}

void TestImportFields::previewShowsWhatIsMapped()
{
    ImportPreviewModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setFile({u"a"_s, u"b"_s}, {{u"1"_s, u"2"_s}, {u"3"_s}});
    model.setTitles({QString(), QString()});
    QCOMPARE(model.columnCount(), 2);
    QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), u"a"_s);
    model.setTitles({QString(), u"Name"_s});
    QCOMPARE(model.columnCount(), 1);
    QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), u"Name"_s);
    QCOMPARE(model.index(0, 0).data().toString(), u"2"_s);
    QCOMPARE(model.index(1, 0).data().toString(), QString()); // a short row
}

PULLPUSH_TEST(TestImportFields)
#include "tst_importfields.moc"
