// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calledprogram.h"
#include "test_support/testprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace { } // namespace

/// One person out of a workspace: into a file, and for good.
class TestPersonCommands : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_workspace;

private slots:
    void init()
    {
        static int number = 0;
        m_workspace = m_folder.filePath(u"p%1.pullpush"_s.arg(++number));
        QCOMPARE(call({u"init"_s, m_workspace, u"--zone"_s, u"Europe/Berlin"_s}).code, 0);
        QFile table(m_folder.filePath(u"people.csv"_s));
        QVERIFY(table.open(QIODevice::WriteOnly));
        table.write(
            "id,name,email\n1,Zqperson One,one@example.org\n2,Zqperson Two,two@example.org\n");
        table.close();
        const Outcome read = call({u"import"_s, m_workspace, table.fileName(), u"--map"_s,
            u"id=id"_s, u"--map"_s, u"name=name"_s, u"--map"_s, u"email=email"_s});
        QVERIFY2(read.code == 0, read.err.constData());
    }

    void exportsOnePerson()
    {
        const QString file = m_folder.filePath(u"one.json"_s);
        const Outcome done = call({u"export"_s, m_workspace, u"person"_s, file, u"--person"_s,
            u"one@example.org"_s, u"--json"_s});
        QVERIFY2(done.code == 0, done.err.constData());
        QCOMPARE(done.json().value("format"_L1).toString(), u"json"_s);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QJsonObject person = QJsonDocument::fromJson(written.readAll()).object();
        QCOMPARE(
            person.value("prospect"_L1).toObject().value("name"_L1).toString(), u"Zqperson One"_s);
        const Outcome page = call({u"export"_s, m_workspace, u"person"_s,
            m_folder.filePath(u"one.html"_s), u"--person"_s, u"email:one@example.org"_s});
        QVERIFY2(page.code == 0, page.err.constData());
    }

    void saysWhatWasWrong()
    {
        const QString file = m_folder.filePath(u"none.json"_s);
        QCOMPARE(call({u"export"_s, m_workspace, u"person"_s, file}).code, 2);
        QCOMPARE(call({u"export"_s, m_workspace, u"person"_s, file, u"--person"_s, u"1"_s,
                          u"--format"_s, u"csv"_s})
                     .code,
            2);
        QCOMPARE(call({u"export"_s, m_workspace, u"person"_s, file, u"--person"_s,
                          u"nobody@example.org"_s})
                     .code,
            3);
        QVERIFY(!QFile::exists(file));
        QCOMPARE(call({u"erase"_s, m_workspace}).code, 2);
        QCOMPARE(call({u"erase"_s, m_workspace, u"nobody@example.org"_s, u"--yes"_s}).code, 3);
    }

    void erasesOnlyWithYes()
    {
        const Outcome asked = call({u"erase"_s, m_workspace, u"one@example.org"_s, u"--json"_s});
        QCOMPARE(asked.code, 3);
        QCOMPARE(asked.json().value("erased"_L1).toBool(true), false);
        QCOMPARE(asked.json().value("handles"_L1).toInt(), 1);
        const Outcome done =
            call({u"erase"_s, m_workspace, u"one@example.org"_s, u"--yes"_s, u"--json"_s});
        QVERIFY2(done.code == 0, done.err.constData());
        QCOMPARE(done.json().value("erased"_L1).toBool(), true);
        QCOMPARE(call({u"erase"_s, m_workspace, u"one@example.org"_s, u"--yes"_s}).code, 3);
        QFile file(m_workspace);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains("Zqperson One"));
        QVERIFY(!bytes.contains("one@example.org"));
        QVERIFY(bytes.contains("Zqperson Two"));
    }
};

PULLPUSH_TEST(TestPersonCommands)
#include "tst_personcommands.moc"
