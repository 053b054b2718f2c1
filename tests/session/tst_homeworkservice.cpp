// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/homeworkservice.h"
#include "test_support/openprospect.h"
#include "test_support/testprogram.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestHomeworkService : public QObject, private OpenProspect
{
    Q_OBJECT

    HomeworkService service() { return HomeworkService(**m_test); }
    void add(const QString &text, FactKind kind = FactKind::Fact)
    {
        Fact fact;
        fact.text = text;
        fact.kind = kind;
        service().add(m_id, m_dossier->facts(), fact);
        QVERIFY(settle());
    }
    QStringList texts() const
    {
        QStringList texts;
        const QList<Fact> facts = inFactOrder(m_dossier->facts());
        for (const Fact &fact : facts)
            texts << fact.text;
        return texts;
    }
    Fact fact(const QString &text) const
    {
        const auto found = std::ranges::find(m_dossier->facts(), text, &Fact::text);
        return found == m_dossier->facts().end() ? Fact() : *found;
    }

private slots:
    void init() { QVERIFY(openProspect()); }
    void cleanup() { closeProspect(); }

    void addsByKindAndInOrder()
    {
        add(u"  Opens in March "_s);
        add(u"Needs twelve tables"_s, FactKind::Need);
        add(u"Two sisters decide"_s);
        add(u"   "_s);
        QCOMPARE(texts(),
            (QStringList {u"Opens in March"_s, u"Two sisters decide"_s, u"Needs twelve tables"_s}));
        QCOMPARE(fact(u"Opens in March"_s).on, (*m_test)->today());
        QCOMPARE(fact(u"Two sisters decide"_s).position, 1);

        service().move(m_dossier->facts(), fact(u"Two sisters decide"_s).id, -1);
        QVERIFY(settle());
        QCOMPARE(texts().first(), u"Two sisters decide"_s);
        const int steps = (*m_test)->undoStack()->count();
        service().move(m_dossier->facts(), fact(u"Two sisters decide"_s).id, -1);
        QVERIFY(settle());
        QCOMPARE((*m_test)->undoStack()->count(), steps); // it is the first already
        (*m_test)->undoStack()->undo();
        QTRY_COMPARE(texts().first(), u"Opens in March"_s);
    }

    void isConfirmedChangedAndDeleted()
    {
        add(u"Opens in March"_s);
        m_test->clock.advance(100 * DayMs);
        QVERIFY(isStale(fact(u"Opens in March"_s), (*m_test)->today()));
        service().confirm(fact(u"Opens in March"_s));
        QVERIFY(settle());
        QVERIFY(!isStale(fact(u"Opens in March"_s), (*m_test)->today()));
        Fact after = fact(u"Opens in March"_s);
        after.text = u"Opens in April"_s;
        after.source = u" Her site "_s;
        service().change(fact(u"Opens in March"_s), after);
        QVERIFY(settle());
        QCOMPARE(fact(u"Opens in April"_s).source, u"Her site"_s);
        after = fact(u"Opens in April"_s);
        after.text = u" "_s;
        service().change(fact(u"Opens in April"_s), after);
        QVERIFY(!(*m_test)->isWriting()); // words cannot go this way
        QSignalSpy notices(m_test->get(), &Workspace::notice);
        service().remove(fact(u"Opens in April"_s));
        QVERIFY(settle());
        QVERIFY(m_dossier->facts().isEmpty());
        QTRY_COMPARE(notices.size(), 1);
        QVERIFY(notices.first().first().value<Notice>().undoable);
        (*m_test)->undoStack()->undo();
        QTRY_COMPARE(m_dossier->facts().size(), 1);
    }

    void goesWithTheProspect()
    {
        add(u"Opens in March"_s);
        (*m_test)->prospects().remove(*m_dossier);
        QVERIFY(settle());
        (*m_test)->undoStack()->undo();
        QVERIFY(settle());
        m_dossier->open({});
        m_dossier->open(m_id);
        QTRY_VERIFY(m_dossier->prospect());
        QTRY_COMPARE(m_dossier->facts().size(), 1);
    }
};

PULLPUSH_TEST(TestHomeworkService)
#include "tst_homeworkservice.moc"
