// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/plansets.h"
#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "session/recordservice.h"
#include "session/teamsets.h"
#include "test_support/openprospect.h"
#include "test_support/testprogram.h"

using namespace Qt::StringLiterals;

class TestRecordService : public QObject, OpenProspect
{
    Q_OBJECT

    RecordService &service() { return (*m_test)->records(); }
    void settle() { QTRY_VERIFY(!(*m_test)->isWriting()); }
    void undo()
    {
        (*m_test)->undoStack()->undo();
        settle();
    }
    RecordService::Companies companies(
        const QString &start, const Company &after = {}, int limit = 10)
    {
        std::optional<RecordService::Companies> found;
        service().companies(
            start, after, limit, this, [&found](const Result<RecordService::Companies> &page) {
                found = page.value_or(RecordService::Companies());
            });
        return QTest::qWaitFor([&found] { return found.has_value(); }) ? *found
                                                                       : RecordService::Companies();
    }

private slots:
    void init() { QVERIFY(openProspect()); }
    void cleanup() { closeProspect(); }

    void putsALabelOnce()
    {
        service().addLabel(*m_dossier, u" Café owner "_s);
        settle();
        QTRY_COMPARE(m_dossier->labels().size(), 1);
        QCOMPARE((*m_test)->plan().labels().last().name, u"Café owner"_s);
        service().addLabel(*m_dossier, u"CAFE OWNER"_s);
        settle();
        QCOMPARE(m_dossier->labels().size(), 1);
        service().removeLabel(m_dossier->labels().first());
        settle();
        QTRY_COMPARE(m_dossier->labels().size(), 0);
        undo();
        QTRY_COMPARE(m_dossier->labels().size(), 1);
        undo();
        QTRY_COMPARE(m_dossier->labels().size(), 0);
        QCOMPARE((*m_test)->plan().labels().size(), 0);
    }

    void keepsOwnFields()
    {
        CustomField field;
        field.name = u"Seats"_s;
        field.kind = CustomFieldKind::Number;
        service().addField(field);
        settle();
        QCOMPARE((*m_test)->team().customFields().size(), 1);
        field = (*m_test)->team().customFields().first();
        QVERIFY(!service().setValue(*m_dossier, field, u"many"_s));
        QVERIFY(service().setValue(*m_dossier, field, u"40"_s));
        settle();
        QTRY_COMPARE(m_dossier->customValues().size(), 1);
        QVERIFY(service().setValue(*m_dossier, field, u"44"_s));
        settle();
        QTRY_COMPARE(m_dossier->customValues().first().value, u"44"_s);
        service().removeField(field);
        QTRY_COMPARE((*m_test)->team().customFields().size(), 0);
        settle();
        QTRY_COMPARE(m_dossier->customValues().size(), 0);
        undo();
        QTRY_COMPARE((*m_test)->team().customFields().size(), 1);
        QTRY_COMPARE(m_dossier->customValues().size(), 1);
        QVERIFY(service().setValue(*m_dossier, field, {}));
        settle();
        QTRY_COMPARE(m_dossier->customValues().size(), 0);
    }

    void ordersFields()
    {
        for (const QString &name : {u"A"_s, u"B"_s, u"C"_s}) {
            CustomField field;
            field.name = name;
            service().addField(field);
            settle();
        }
        service().moveField((*m_test)->team().customFields().last(), -1);
        settle();
        const QList<CustomField> fields = (*m_test)->team().customFields();
        QCOMPARE(fields.at(1).name, u"C"_s);
        QCOMPARE(fields.at(2).name, u"B"_s);
        service().moveField(fields.first(), -1); // there is nothing before it
        QVERIFY(!(*m_test)->isWriting());
    }

    void listsCompaniesAndTheirPeople()
    {
        for (const QString &name : {u"Orchard"_s, u"Ölmühle"_s, u"Bakery"_s}) {
            (*m_test)->prospects().setCompany(*m_dossier->prospect(), name);
            QTRY_VERIFY(m_dossier->company() && m_dossier->company()->name == name);
            settle();
        }
        QCOMPARE(companies({}).size(), 3);
        QCOMPARE(companies(u"ol"_s).size(), 1);
        QCOMPARE(companies(u"ol"_s).first().people, 0);
        QCOMPARE(companies(u"BAK"_s).first().people, 1);
        const auto first = companies({}, {}, 2);
        QCOMPARE(first.size(), 2);
        QCOMPARE(companies({}, first.last().company, 2).size(), 1);
        service().removeCompany(companies(u"Bak"_s).first().company);
        QTRY_VERIFY(m_dossier->prospect()->company.isNull());
        settle();
        QCOMPARE(companies(u"Bak"_s).size(), 0);
        undo();
        QTRY_VERIFY(!m_dossier->prospect()->company.isNull());
        QCOMPARE(companies(u"Bak"_s).first().people, 1);
    }
};

PULLPUSH_TEST(TestRecordService)
#include "tst_recordservice.moc"
