// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/customfield.h"
#include "domain/peoplechoice.h"
#include "domain/savedfilter.h"

#include <QPushButton>

#include <optional>

class QLineEdit;
class QMenu;

/// A button whose menu chooses people: everybody, whom a saved filter of the list finds, or of whom a field of the team says something. It says who is chosen.
class PeopleButton : public QPushButton
{
    Q_OBJECT
public:
    explicit PeopleButton(QWidget *parent = nullptr);

    /// What can be chosen. Who is chosen stays so, whatever is offered. Emits nothing.
    void setOffers(const QList<SavedFilter> &filters, const QList<CustomField> &fields);
    /// Nothing for everybody.
    [[nodiscard]] const std::optional<PeopleChoice> &chosen() const { return m_chosen; }
    /// Emits nothing.
    void setChosen(const std::optional<PeopleChoice> &people);

signals:
    /// The user chose otherwise.
    void chosenChanged();

private:
    void fill();
    void fillFilters();
    void fillFields();
    void addValues(QMenu *menu, const CustomField &field, const QStringList &values);
    void addValueField(QMenu *menu, const CustomField &field);
    void takeValue(const CustomField &field, QLineEdit *edit);
    void choose(const std::optional<PeopleChoice> &people);

    QMenu *m_menu;
    QList<SavedFilter> m_filters;
    QList<CustomField> m_fields;
    std::optional<PeopleChoice> m_chosen;
};
