// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_pipeline/peoplebutton.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr CustomFieldId Size(1);
constexpr CustomFieldId Guests(2);
constexpr CustomFieldId Fit(3);

SavedFilter saved(qint64 id, const QString &name, const QString &query, qint64 owner = 0)
{
    SavedFilter filter;
    filter.id = SavedFilterId(id);
    filter.name = name;
    filter.query = query;
    filter.owner = UserId(owner);
    return filter;
}

ProspectQuery oaks()
{
    ProspectQuery query;
    query.company = u"Oak"_s;
    return query;
}

PeopleChoice whereField(CustomFieldId field, const QString &name, const QString &value)
{
    PeopleChoice people {name, {}};
    people.query.field = field;
    people.query.fieldValue = value;
    return people;
}

} // namespace

class TestPeopleButton : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }
    void init()
    {
        m_button = std::make_unique<PeopleButton>();
        CustomField size;
        size.id = Size;
        size.name = u"Size"_s;
        size.kind = CustomFieldKind::Choice;
        size.choices = u"small\nbig"_s;
        CustomField guests;
        guests.id = Guests;
        guests.name = u"Guests & more"_s;
        guests.kind = CustomFieldKind::Number;
        CustomField fit;
        fit.id = Fit;
        fit.name = u"Fits"_s;
        fit.kind = CustomFieldKind::YesNo;
        m_button->setOffers(
            {saved(1, u"Oaks & elms"_s, queryText(oaks())), saved(2, u"Mine"_s, queryText({}), 7),
                saved(3, u"Of tomorrow"_s, u"{\"unheard-of\":1}"_s)},
            {size, guests, fit});
        m_changed = std::make_unique<QSignalSpy>(m_button.get(), &PeopleButton::chosenChanged);
    }
    void cleanup()
    {
        m_changed.reset();
        m_button.reset();
    }

    void everybodyIsChosenFirst()
    {
        QVERIFY(!m_button->chosen());
        QCOMPARE(m_button->text(), u"Everybody"_s);
        QVERIFY(action(u"people.all"_s)->isChecked());
        action(u"people.all"_s)->trigger();
        QCOMPARE(m_changed->size(), 0);
    }

    void offersSavedFilters()
    {
        QCOMPARE(action(u"people.filter.1"_s)->text(), u"Oaks && elms (team)"_s);
        QCOMPARE(action(u"people.filter.2"_s)->text(), u"Mine"_s);
        QVERIFY(!action(u"people.filter.3"_s)->isEnabled()); // it cannot be read
        action(u"people.filter.1"_s)->trigger();
        QCOMPARE(m_changed->size(), 1);
        QCOMPARE(m_button->chosen(), std::optional(PeopleChoice {u"Oaks & elms"_s, oaks()}));
        QCOMPARE(m_button->text(), u"Oaks && elms"_s);
        QCOMPARE(m_button->accessibleDescription(), u"Oaks & elms"_s);
        QVERIFY(action(u"people.filter.1"_s)->isChecked());
        QVERIFY(!action(u"people.all"_s)->isChecked());
        action(u"people.all"_s)->trigger();
        QCOMPARE(m_changed->size(), 2);
        QVERIFY(!m_button->chosen());
    }

    void offersWhatAFieldSays()
    {
        choice(Size, u"big"_s)->trigger();
        QCOMPARE(m_button->chosen(), std::optional(whereField(Size, u"Size: big"_s, u"big"_s)));
        choice(Fit, u"Yes"_s)->trigger();
        QCOMPARE(m_button->chosen(), std::optional(whereField(Fit, u"Fits: Yes"_s, u"yes"_s)));
        QVERIFY(choice(Fit, u"Yes"_s)->isChecked());
        QVERIFY(!choice(Fit, u"No"_s)->isChecked());
        QCOMPARE(m_changed->size(), 2);
    }

    void takesAValueThatTheFieldCanHave()
    {
        type(u"many"_s);
        QVERIFY(!m_button->chosen());
        type({});
        QVERIFY(!m_button->chosen());
        QCOMPARE(m_changed->size(), 0);
        type(u" 2.50 "_s);
        QCOMPARE(m_button->chosen(),
            std::optional(whereField(Guests, u"Guests & more: 2.5"_s, u"2.5"_s)));
        QCOMPARE(m_changed->size(), 1);
        QCOMPARE(valueField()->text(), u"2.5"_s);
    }

    void whoIsChosenStaysWhateverIsOffered()
    {
        const PeopleChoice gone {u"Gone"_s, oaks()};
        m_button->setChosen(gone);
        m_button->setOffers({}, {});
        QCOMPARE(m_button->chosen(), std::optional(gone));
        QCOMPARE(m_button->text(), u"Gone"_s);
        QVERIFY(!menu()->actions().last()->isEnabled()); // says that there is nothing else
        action(u"people.all"_s)->trigger();
        QVERIFY(!m_button->chosen());
    }

private:
    [[nodiscard]] QMenu *menu() const
    {
        emit m_button->menu()->aboutToShow();
        return m_button->menu();
    }
    [[nodiscard]] QAction *action(const QString &name) const
    {
        return menu()->findChild<QAction *>(name);
    }
    [[nodiscard]] QMenu *values(CustomFieldId field) const
    {
        return menu()->findChild<QMenu *>("people.field."_L1 + field.toString());
    }
    [[nodiscard]] QAction *choice(CustomFieldId field, const QString &text) const
    {
        const QList<QAction *> actions = values(field)->actions();
        const auto found = std::ranges::find(actions, text, &QAction::text);
        return found == actions.end() ? nullptr : *found;
    }
    [[nodiscard]] QLineEdit *valueField() const
    {
        return menu()->findChild<QLineEdit *>("people.value."_L1 + Guests.toString());
    }
    void type(const QString &text) const
    {
        QLineEdit *edit = valueField();
        edit->setText(text);
        emit edit->returnPressed();
    }

    std::unique_ptr<PeopleButton> m_button;
    std::unique_ptr<QSignalSpy> m_changed;
};

PULLPUSH_WINDOW_TEST(TestPeopleButton)
#include "tst_peoplebutton.moc"
