// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/prospectservice.h"
#include "session/searchresults.h"
#include "session/workspace.h"
#include "storage/bulkinsert.h"
#include "storage/database.h"
#include "storage/searchindex.h"
#include "storage/visiblesearch.h"
#include "test_support/rawsql.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

class SearchResultsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestWorkspace> m_test;

    ProspectId addProspect(const QString &name)
    {
        Prospect prospect;
        prospect.name = name;
        return (*m_test)->prospects().create(prospect);
    }

    /// The hits of \a kind as \a results show them.
    static QList<qint64> rowsOf(const SearchResults &results, SearchKind kind)
    {
        QList<qint64> rows;
        const QList<SearchResults::Group> groups = results.groups();
        for (const SearchResults::Group &group : groups) {
            for (const SearchHit &hit : group.page.hits) {
                if (group.kind == kind)
                    rows << hit.row();
            }
        }
        return rows;
    }

private slots:
    void init()
    {
        m_test = std::make_unique<TestWorkspace>();
        QVERIFY(m_test->isOpen());
    }

    void answersTheLastQuestion()
    {
        const ProspectId ada = addProspect(u"Ada Lovelace"_s);
        const ProspectId bea = addProspect(u"Bea Stone"_s);
        QTRY_VERIFY(!(*m_test)->isWriting());
        SearchResults results(**m_test, nullptr);
        QSignalSpy changes(&results, &Store::changed);
        for (const char16_t *typed : {u"a", u"ad", u"ada", u"b", u"be"})
            results.setText(QString::fromUtf16(typed));
        QCOMPARE(results.state(), StoreState::Loading);
        QTRY_COMPARE(results.state(), StoreState::Ready);
        QCOMPARE(rowsOf(results, SearchKind::Prospect), QList<qint64> {bea.value()});
        QVERIFY(changes.count() >= 5); // each word is told, the answers to the last alone
        results.setText(u"ada"_s);
        QTRY_COMPARE(rowsOf(results, SearchKind::Prospect), QList<qint64> {ada.value()});
        results.close();
        QCOMPARE(results.count(), 0);
        QCOMPARE(results.state(), StoreState::Ready);
    }

    void followsWhatIsWritten()
    {
        SearchResults results(**m_test, nullptr);
        results.setText(u"ada"_s);
        QTRY_COMPARE(results.state(), StoreState::Ready);
        QCOMPARE(results.count(), 0);
        const ProspectId ada = addProspect(u"Ada Lovelace"_s);
        QTRY_COMPARE(rowsOf(results, SearchKind::Prospect), QList<qint64> {ada.value()});
        QTRY_VERIFY((*m_test)->undoStack()->canUndo());
        (*m_test)->undoStack()->undo();
        QTRY_COMPARE(results.count(), 0);
    }

    void readsMoreOfOneKindAndFilters()
    {
        constexpr int many = SearchResults::HitsAtOnce + 10;
        const auto written = (*m_test)
                                 ->database()
                                 ->write([](Transaction &t) -> Result<> {
                                     Conversation thread;
                                     thread.id = ConversationId(1);
                                     thread.privacy = Privacy::Team;
                                     if (auto done = BulkInsert<Conversation>(t).add(thread); !done)
                                         return done;
                                     BulkInsert<Message> insert(t);
                                     for (int i = 1; i <= many; ++i) {
                                         Message message;
                                         message.id = MessageId(i);
                                         message.conversation = thread.id;
                                         message.body = u"many words"_s;
                                         if (auto done = insert.add(message); !done)
                                             return done;
                                     }
                                     return SearchIndex::rebuild(t);
                                 })
                                 .result();
        QVERIFY(written);
        addProspect(u"Many Names"_s);
        QTRY_VERIFY(!(*m_test)->isWriting());
        SearchResults results(**m_test, nullptr);
        results.setText(u"many"_s);
        QTRY_COMPARE(results.count(), SearchResults::HitsAtOnce + 1);
        QCOMPARE(rowsOf(results, SearchKind::Message).first(), many); // newest first
        results.readMore(SearchKind::Message);
        QTRY_COMPARE(results.count(), many + 1);
        results.setKind(SearchKind::Prospect);
        QCOMPARE(results.groups().size(), 1);
        QTRY_COMPARE(results.state(), StoreState::Ready);
        QCOMPARE(results.count(), 1);
        results.setKind({});
        QTRY_COMPARE(results.state(), StoreState::Ready);
        QCOMPARE(results.count(), many + 1);
    }

    void saysThatItFailed()
    {
        SearchResults results(**m_test, nullptr);
        QVERIFY(executeSql(**m_test, u"DROP TABLE message_search"_s));
        results.setText(u"word"_s);
        QTRY_COMPARE(results.state(), StoreState::Failed);
        QVERIFY(!results.error().message.isEmpty());
        results.setKind(SearchKind::Post); // the others were found all the same
        QTRY_COMPARE(results.state(), StoreState::Ready);
    }
};

PULLPUSH_TEST(SearchResultsTest)
#include "tst_searchresults.moc"
