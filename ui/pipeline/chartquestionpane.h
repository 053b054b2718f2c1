// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/customfield.h"
#include "domain/savedfilter.h"
#include "report/reports.h"

#include <QWidget>

class ChoiceButton;
class PeopleButton;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;
class SpanFields;

/// Edits the question that a chart of the pipeline answers. Holds nothing but the question: it neither asks it nor shows the answer.
class ChartQuestionPane : public QWidget
{
    Q_OBJECT
public:
    struct Owner
    {
        UserId id;
        QString name;
    };

    /// \a today is what "the last 90 days" end with.
    explicit ChartQuestionPane(QDate today, QWidget *parent = nullptr);

    /// The question. Its asOf is the one last set, and it names no people.
    [[nodiscard]] FunnelQuery query() const;
    /// Emits nothing.
    void setQuery(const FunnelQuery &query);
    /// By which rule credit for conversions is given.
    [[nodiscard]] CreditRule credit() const;
    /// Emits nothing.
    void setCredit(const CreditRule &rule);
    /// The ages in days that a chart tells of, ascending and each once; nothing for the usual ones.
    [[nodiscard]] std::optional<QList<qint64>> ages() const;
    /// Emits nothing.
    void setAges(const std::optional<QList<qint64>> &ages);
    /// What can be chosen among; "" is offered as "No source". Emits nothing.
    void setSources(const QStringList &sources);
    void setOwners(const QList<Owner> &owners);
    /// The whole pipeline; who is at none of it is offered as "No stage". Emits nothing.
    void setStages(const QList<Stage> &stages);
    /// Where people can be chosen by: saved filters of the list, and what fields say. Emits nothing.
    void setOffers(const QList<SavedFilter> &filters, const QList<CustomField> &fields);
    /// Nothing for everybody.
    [[nodiscard]] std::optional<PeopleChoice> people() const;
    /// Emits nothing.
    void setPeople(const std::optional<PeopleChoice> &people);
    void setToday(QDate today);
    /// Adds a field of somebody else's below the pane's own, in their columns.
    void addField(const QString &label, QWidget *field);
    /// Shows what \a kind is asked for; the values of what it is not asked for stay.
    void setKind(const ReportKind &kind);
    /// Says what a question without a window means where it is asked of several charts, each with its ReportKind::usualWindowDays. The next setKind() says it of
    /// one again.
    void setUsualWindows(const QList<std::optional<int>> &windows);

signals:
    /// Also where credit(), ages() or people() are others.
    void queryChanged(const FunnelQuery &query);

private:
    void buildRules(QFormLayout *form);
    void buildAges(QFormLayout *form);
    void buildCredit(QFormLayout *form);
    void buildPeople(QFormLayout *form, QDate today);
    void changed();
    [[nodiscard]] static QString windowlessText(std::optional<int> usualDays);

    qint64 m_asOf = 0;
    bool m_setting = false;
    QFormLayout *m_form;
    SpanFields *m_entered;
    QSpinBox *m_window;
    QComboBox *m_reached;
    QComboBox *m_by;
    QLineEdit *m_ages;
    QComboBox *m_creditTo;
    QComboBox *m_model;
    QSpinBox *m_lookBack;
    ChoiceButton *m_sources;
    std::optional<QStringList> m_offeredSources; ///< nothing before they were set
    ChoiceButton *m_owners;
    ChoiceButton *m_stages;
    SpanFields *m_cohort = nullptr;
    PeopleButton *m_people;
};
