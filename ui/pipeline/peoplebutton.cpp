// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/peoplebutton.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QToolTip>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

namespace {

/// \a text as a menu shows it.
QString menuText(const QString &text)
{
    return QString(text).replace(u'&', "&&"_L1);
}

/// Those of whom \a field says \a value.
PeopleChoice fieldPeople(const CustomField &field, const QString &value)
{
    //: A field that the team added, and what it says.
    PeopleChoice people {
        PeopleButton::tr("%1: %2").arg(field.name, customValueText(field, value, QLocale())), {}};
    people.query.field = field.id;
    people.query.fieldValue = value;
    return people;
}

} // namespace

PeopleButton::PeopleButton(QWidget *parent)
    : QPushButton(parent)
    , m_menu(new QMenu(this))
{
    m_menu->setObjectName(u"people.menu"_s);
    setMenu(m_menu);
    setToolTip(
        tr("Whom a saved filter of the list finds today, or a field names. Whom the list "
           "does not show, as people of a colleague’s private circle, is not counted then."));
    connect(m_menu, &QMenu::aboutToShow, this, &PeopleButton::fill);
    setChosen({});
}

void PeopleButton::setOffers(const QList<SavedFilter> &filters, const QList<CustomField> &fields)
{
    m_filters = filters;
    m_fields = fields;
}

void PeopleButton::setChosen(const std::optional<PeopleChoice> &people)
{
    m_chosen = people;
    const QString words = people ? people->name : tr("Everybody");
    setText(menuText(words));
    setAccessibleDescription(words);
}

void PeopleButton::choose(const std::optional<PeopleChoice> &people)
{
    if (people == m_chosen)
        return;
    setChosen(people);
    emit chosenChanged();
}

void PeopleButton::fill()
{
    m_menu->clear();
    qDeleteAll(m_menu->findChildren<QMenu *>(
        Qt::FindDirectChildrenOnly)); // clear() leaves submenus behind
    QAction *all = m_menu->addAction(tr("Everybody"));
    all->setObjectName(u"people.all"_s);
    all->setCheckable(true);
    all->setChecked(!m_chosen);
    connect(all, &QAction::triggered, this, [this] { choose({}); });
    if (m_filters.isEmpty() && m_fields.isEmpty()) {
        m_menu->addAction(tr("No filter is saved and no field added yet"))->setEnabled(false);
        return;
    }
    fillFilters();
    fillFields();
}

void PeopleButton::fillFilters()
{
    if (!m_filters.isEmpty())
        m_menu->addSection(tr("Saved filters"));
    for (const SavedFilter &filter : std::as_const(m_filters)) {
        //: A saved filter that everybody in the team has.
        const QString text = filter.owner.isNull() ? tr("%1 (team)").arg(filter.name) : filter.name;
        QAction *action = m_menu->addAction(menuText(text));
        action->setObjectName("people.filter."_L1 + filter.id.toString());
        action->setCheckable(true);
        const auto query = queryFromText(filter.query);
        action->setEnabled(query.has_value());
        if (!query)
            continue;
        const PeopleChoice people {filter.name, *query};
        action->setChecked(people == m_chosen);
        connect(action, &QAction::triggered, this, [this, people] { choose(people); });
    }
}

void PeopleButton::fillFields()
{
    if (!m_fields.isEmpty())
        m_menu->addSection(tr("Own fields"));
    for (const CustomField &field : std::as_const(m_fields)) {
        QMenu *values = m_menu->addMenu(menuText(field.name));
        values->setObjectName("people.field."_L1 + field.id.toString());
        QStringList known;
        if (field.kind == CustomFieldKind::Choice)
            known = choicesOf(field);
        if (field.kind == CustomFieldKind::YesNo)
            known = {u"yes"_s, u"no"_s};
        if (known.isEmpty())
            addValueField(values, field);
        else
            addValues(values, field, known);
    }
}

void PeopleButton::addValues(QMenu *menu, const CustomField &field, const QStringList &values)
{
    for (const QString &value : values) {
        QAction *action = menu->addAction(menuText(customValueText(field, value, QLocale())));
        const PeopleChoice people = fieldPeople(field, value);
        action->setCheckable(true);
        action->setChecked(people == m_chosen);
        connect(action, &QAction::triggered, this, [this, people] { choose(people); });
    }
}

void PeopleButton::addValueField(QMenu *menu, const CustomField &field)
{
    auto *edit = new QLineEdit(menu);
    edit->setObjectName("people.value."_L1 + field.id.toString());
    edit->setAccessibleName(field.name);
    edit->setPlaceholderText(tr("What it says, then Enter"));
    if (m_chosen && m_chosen->query.field == field.id)
        edit->setText(customValueText(field, m_chosen->query.fieldValue, QLocale()));
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(edit);
    menu->addAction(action);
    connect(edit, &QLineEdit::returnPressed, this, [this, field, edit] { takeValue(field, edit); });
}

/// What is no value of the field is told beside it, and the menu stays.
void PeopleButton::takeValue(const CustomField &field, QLineEdit *edit)
{
    const auto value = customValueOf(field, edit->text(), QLocale());
    if (!value) {
        edit->setAccessibleDescription(value.error().message);
        QToolTip::showText(edit->mapToGlobal(edit->rect().bottomLeft()), value.error().message);
        return;
    }
    if (value->isEmpty())
        return;
    m_menu->close();
    choose(fieldPeople(field, *value));
}
