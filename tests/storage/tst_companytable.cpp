// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/user.h"
#include "storage/companytable.h"
#include "storage/tables.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

using namespace Qt::StringLiterals;

class TestCompanyTable : public QObject
{
    Q_OBJECT

    /// The names of the companies with their people, as \a viewer sees them from \a after on.
    static QStringList pageFor(TestDatabase &test, UserId viewer, const Company &after = {})
    {
        test.database->setViewer({viewer, Role::SalesRep});
        const auto page =
            test.read([&](Connection &c) { return CompanyTable::page(c, {}, after, 10); });
        QStringList found;
        for (const CompanyTable::Row &row : page.value_or(QList<CompanyTable::Row>()))
            found << u"%1 %2"_s.arg(row.company.name).arg(row.people);
        return found;
    }

private slots:
    void tellsNothingOfPrivateCircles_data() { TestDatabase::addBackends(); }
    void tellsNothingOfPrivateCircles()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        User nora;
        nora.id = UserId(71);
        nora.login = u"nora"_s;
        User omar;
        omar.id = UserId(72);
        omar.login = u"omar"_s;
        const auto company = [](qint64 id, const QString &name) {
            Company made;
            made.id = CompanyId(id);
            made.name = name;
            return made;
        };
        const auto person = [](qint64 id, qint64 works, UserId circle) {
            Prospect made;
            made.id = ProspectId(id);
            made.name = u"Person %1"_s.arg(id);
            made.company = CompanyId(works);
            made.privateTo = circle;
            return made;
        };
        QVERIFY(test.write([&](Transaction &t) {
            return applyEdits(t,
                {insertion(nora), insertion(omar), insertion(company(1, u"Ash"_s)),
                    insertion(company(2, u"Öl"_s)), insertion(company(3, u"Pine"_s)),
                    insertion(company(4, u"Yew"_s)), insertion(person(11, 1, {})),
                    insertion(person(12, 1, omar.id)), insertion(person(13, 2, omar.id)),
                    insertion(person(14, 4, {})), insertion(person(15, 4, {}))});
        }));
        QCOMPARE(pageFor(test, nora.id), (QStringList {u"Ash 1"_s, u"Pine 0"_s, u"Yew 2"_s}));
        QCOMPARE(
            pageFor(test, omar.id), (QStringList {u"Ash 1"_s, u"Öl 0"_s, u"Pine 0"_s, u"Yew 2"_s}));
        QCOMPARE(
            pageFor(test, nora.id, company(1, u"Ash"_s)), (QStringList {u"Pine 0"_s, u"Yew 2"_s}));
    }
};

PULLPUSH_TEST(TestCompanyTable)
#include "tst_companytable.moc"
