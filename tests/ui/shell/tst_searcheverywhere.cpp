// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/prospectservice.h"
#include "session/searchresults.h"
#include "session/workspace.h"
#include "storage/bulkinsert.h"
#include "storage/database.h"
#include "storage/searchindex.h"
#include "storage/visible.h"
#include "test_support/rawsql.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"
#include "ui_common/emptystate.h"
#include "ui_common/errorstate.h"
#include "ui_shell/searcheverywhere.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(SearchHit)

class SearchEverywhereTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestWorkspace> m_test;
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_beneath = nullptr; ///< had the keyboard before
    SearchEverywhere *m_search = nullptr;
    ProspectId m_ada;

    template<typename T>
    T *part(const QString &name)
    {
        return m_search->findChild<T *>(name);
    }
    QLineEdit *field() { return part<QLineEdit>(u"everywhereField"_s); }
    QListView *hits() { return part<QListView>(u"searchHits"_s); }
    QStringList texts(int role = Qt::DisplayRole)
    {
        QStringList list;
        for (int row = 0; row < hits()->model()->rowCount(); ++row)
            list << hits()->model()->index(row, 0).data(role).toString();
        return list;
    }
    void look(const QString &text)
    {
        m_search->open({});
        field()->clear();
        QTest::keyClicks(field(), text);
        QTRY_COMPARE(m_search->results().state(), StoreState::Ready);
    }

private slots:
    void initTestCase() { qRegisterMetaType<SearchHit>(); }

    void init()
    {
        m_test = std::make_unique<TestWorkspace>();
        QVERIFY(m_test->isOpen());
        Prospect ada;
        ada.name = u"Ada Garden"_s;
        m_ada = (*m_test)->prospects().create(ada);
        QTRY_VERIFY(!(*m_test)->isWriting());
        const auto written =
            (*m_test)
                ->database()
                ->write([this](Transaction &t) -> Result<> {
                    Conversation thread;
                    thread.id = ConversationId(1);
                    thread.prospect = m_ada;
                    thread.privacy = Privacy::Team;
                    Message message;
                    message.id = MessageId(2);
                    message.conversation = thread.id;
                    message.body = u"The garden in May, with gardeners"_s;
                    message.sentAt = {1767225600000, Precision::Minute};
                    return BulkInsert<Conversation>(t)
                        .add(thread)
                        .and_then([&] { return BulkInsert<Message>(t).add(message); })
                        .and_then([&] { return SearchIndex::rebuild(t); });
                })
                .result();
        QVERIFY(written);
        m_window = std::make_unique<QWidget>();
        m_window->resize(900, 700);
        m_beneath = new QLineEdit(m_window.get());
        m_search = new SearchEverywhere(**m_test, m_window.get());
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_beneath->setFocus();
    }

    void cleanup()
    {
        m_window.reset();
        m_test.reset();
    }

    void findsAsOneTypesAndJumps()
    {
        QVERIFY(!m_search->isVisible());
        look(u"gard"_s);
        QVERIFY(field()->hasFocus());
        QCOMPARE(texts(),
            (QStringList {u"Prospects"_s, u"Ada Garden"_s, u"Messages"_s, u"Ada Garden"_s}));
        QCOMPARE(hits()->currentIndex().row(), 1);
        QTest::keyClick(field(), Qt::Key_Down); // over the heading
        QCOMPARE(hits()->currentIndex().row(), 3);
        QTest::keyClick(field(), Qt::Key_Down); // the end
        QCOMPARE(hits()->currentIndex().row(), 3);
        QTest::keyClick(field(), Qt::Key_Up);
        QCOMPARE(hits()->currentIndex().row(), 1);
        QTest::keyClick(field(), Qt::Key_Down);
        QSignalSpy chosen(m_search, &SearchEverywhere::hitChosen);
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        const auto hit = chosen.first().first().value<SearchHit>();
        QCOMPARE(hit.kind, SearchKind::Message);
        QCOMPARE(hit.prospect, m_ada);
        QCOMPARE(hit.message, MessageId(2));
        QCOMPARE(hit.text.marks.size(), 2);
        QVERIFY(!m_search->isVisible());
    }

    void commandsAreFoundAndRun()
    {
        QAction tidy(u"&Tidy the garden"_s);
        tidy.setShortcut(Qt::CTRL | Qt::Key_G);
        QAction other(u"Something else"_s);
        const QSignalSpy run(&tidy, &QAction::triggered);
        m_search->setCommands([&] { return QList<QAction *> {&tidy, &other}; });
        look(u"gard tid"_s);
        QTRY_COMPARE(texts(), (QStringList {u"Commands"_s, u"Tidy the garden"_s}));
        hits()->grab();
        QCOMPARE(hits()->currentIndex().row(), 1);
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(run.count(), 1);
        QVERIFY(!m_search->isVisible());
        QVERIFY(m_beneath->hasFocus());
        look(u"gard"_s); // what was found stands before it
        QTRY_COMPARE(texts().size(), 6);
        QCOMPARE(texts().last(), u"Tidy the garden"_s);
        m_search->dismiss();
        m_search->setCommands({});
    }

    void everyRowSaysWhatItIs()
    {
        look(u"gard"_s);
        const QStringList spoken = texts(Qt::AccessibleTextRole);
        QCOMPARE(spoken.value(0), u"Prospects"_s);
        QVERIFY2(spoken.value(3).contains(u"The garden in May"_s), qPrintable(spoken.value(3)));
        QVERIFY(!hits()->accessibleName().isEmpty());
        QVERIFY(!field()->accessibleName().isEmpty());
        hits()->grab(); // painting must take any row
    }

    void chipsShowOneKind()
    {
        look(u"gard"_s);
        const auto chips = part<QWidget>(u"searchKinds"_s)->findChildren<QToolButton *>();
        QCOMPARE(chips.size(), 4);
        QTest::mouseClick(chips.at(1), Qt::LeftButton);
        QTRY_COMPARE(texts(), (QStringList {u"Messages"_s, u"Ada Garden"_s}));
        QTest::mouseClick(chips.at(1), Qt::LeftButton);
        QTRY_COMPARE(texts().size(), 4);
    }

    void escapeGivesTheKeyboardBack()
    {
        look(u"gard"_s);
        QTest::keyClick(field(), Qt::Key_Escape);
        QVERIFY(!m_search->isVisible());
        QVERIFY(m_beneath->hasFocus());
        m_search->open({}); // with the words as they were
        QCOMPARE(field()->text(), u"gard"_s);
        QTRY_COMPARE(texts().size(), 4);
        m_search->open(u"ada"_s);
        QCOMPARE(field()->text(), u"ada"_s);
        QTest::mouseClick(m_search, Qt::LeftButton, {}, QPoint(2, m_search->height() - 2));
        QVERIFY(!m_search->isVisible());
    }

    void tabStaysAndTheFocusElsewhereCloses()
    {
        look(u"gard"_s);
        for (int i = 0; i < 8; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY(m_search->isAncestorOf(QApplication::focusWidget()));
        }
        m_beneath->setFocus();
        QVERIFY(!m_search->isVisible());
        QVERIFY(m_beneath->hasFocus());
    }

    void saysThatNothingWasFound()
    {
        m_search->open({});
        auto *empty = part<EmptyState>(u"searchEmpty"_s);
        QTRY_VERIFY(empty->isVisible());
        look(u"zebra"_s);
        QTRY_VERIFY(empty->isVisible());
        const auto labels = empty->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(
            labels, [](const QLabel *label) { return label->text().contains(u"zebra"_s); }));
    }

    void saysThatItCouldNotRead()
    {
        QVERIFY(executeSql(**m_test, u"DROP TABLE post_search"_s));
        m_search->open(u"zebra"_s);
        QTRY_COMPARE(m_search->results().state(), StoreState::Failed);
        QVERIFY(part<ErrorState>(u"searchError"_s)->isVisible());
    }
};

PULLPUSH_WINDOW_TEST(SearchEverywhereTest)
#include "tst_searcheverywhere.moc"
