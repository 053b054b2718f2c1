// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/chartquestionpane.h"

#include "report/funnelreport.h"
#include "ui_pipeline/choicebutton.h"
#include "ui_pipeline/peoplebutton.h"
#include "ui_pipeline/spanfields.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QRegularExpressionValidator>
#include <QSpinBox>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace {

// No label has a letter of the window's menus (E, F, H, P, V), or that of another label shown with it, such as the name of the chart's span; where no letter is
// left, the label has none.

constexpr int LongestWindow = 3650; // days

/// Days, or what its lowest value says; that is also what an emptied field means.
class DaysBox final : public QSpinBox
{
public:
    using QSpinBox::QSpinBox;

protected:
    QValidator::State validate(QString &text, int &position) const override
    {
        return isEmptied(text) ? QValidator::Intermediate : QSpinBox::validate(text, position);
    }
    void fixup(QString &text) const override
    {
        if (isEmptied(text))
            text = specialValueText();
        else
            QSpinBox::fixup(text);
    }

private:
    [[nodiscard]] bool isEmptied(const QString &text) const
    {
        return text.isEmpty() || text == suffix() || text == suffix().trimmed();
    }
};

/// The longest of its entries does not make a field wider than the others: with less room its words end in dots.
void letShrink(QWidget *field)
{
    constexpr int leastFieldWidth = 88;
    field->setMinimumWidth(leastFieldWidth);
}

/// As a ChoiceButton knows them.
template<typename Id>
std::optional<QStringList> keysOf(const std::optional<QList<Id>> &ids)
{
    if (!ids)
        return std::nullopt;
    QStringList keys;
    for (const Id id : *ids)
        keys.append(id.toString());
    return keys;
}

} // namespace

ChartQuestionPane::ChartQuestionPane(QDate today, QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_entered(new SpanFields(m_form, today, {tr("E&ntered"), tr("Entered")},
          {tr("F&rom"), tr("First day")}, {tr("Unt&il"), tr("Last day")}, this))
    , m_window(new DaysBox)
    , m_reached(new QComboBox)
    , m_by(new QComboBox)
    , m_ages(new QLineEdit)
    , m_creditTo(new QComboBox)
    , m_model(new QComboBox)
    , m_lookBack(new DaysBox)
    , m_sources(new ChoiceButton(tr("All sources")))
    , m_owners(new ChoiceButton(tr("All owners")))
    , m_stages(new ChoiceButton(tr("All stages")))
    , m_people(new PeopleButton)
{
    m_form->setContentsMargins(0, 0, 0, 0); // whoever holds the pane has its own
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows); // one pair of columns at every width
    connect(m_entered, &SpanFields::changed, this, &ChartQuestionPane::changed);
    buildRules(m_form);
    buildAges(m_form);
    buildCredit(m_form);
    buildPeople(m_form, today);
    for (int row = 0; row < m_form->rowCount(); ++row)
        letShrink(m_form->itemAt(row, QFormLayout::FieldRole)->widget());
    setQuery({});
    setCredit({});
}

void ChartQuestionPane::buildRules(QFormLayout *form)
{
    m_window->setRange(-1, LongestWindow);
    m_window->setSpecialValueText(windowlessText({}));
    m_window->setSuffix(
        tr(" days", "after a number, in a field of which the lowest value is a text"));
    m_window->setKeyboardTracking(false);
    m_window->setAccessibleName(tr("Within days of entry"));
    m_window->setToolTip(tr("Counts only what happened within so many days of each prospect’s own "
                            "entry, and leaves out those who are newer."));
    form->addRow(tr("&Within"), m_window);
    m_reached->addItem(tr("Reached or passed"), int(ReachedRule::Passed));
    m_reached->addItem(tr("Been exactly there"), int(ReachedRule::Touched));
    m_reached->setAccessibleName(tr("Counts at a stage"));
    form->addRow(tr("Co&unts"), m_reached);
    m_by->addItem(tr("All together"), int(Breakdown::None));
    for (const auto &[by, key] : EnumText<Breakdown>::values) {
        if (by != Breakdown::None)
            m_by->addItem(breakdownName(by), int(by));
    }
    m_by->setAccessibleName(tr("Taken apart"));
    form->addRow(tr("&Taken apart"), m_by);
    connect(m_window, &QSpinBox::valueChanged, this, &ChartQuestionPane::changed);
    connect(m_reached, &QComboBox::activated, this, &ChartQuestionPane::changed);
    connect(m_by, &QComboBox::activated, this, &ChartQuestionPane::changed);
}

void ChartQuestionPane::buildAges(QFormLayout *form)
{
    // Numbers with commas between them, also while they are typed.
    static const QRegularExpression numbers(uR"(\s*(\d{1,5}\s*(,\s*\d{1,5}\s*)*,?\s*)?)"_s);
    m_ages->setValidator(new QRegularExpressionValidator(numbers, m_ages));
    m_ages->setPlaceholderText(tr("The usual ages"));
    m_ages->setAccessibleName(tr("Ages in days"));
    m_ages->setToolTip(tr("The days since the entry of which the chart tells, as 30, 90."));
    form->addRow(tr("&Ages"), m_ages);
    connect(m_ages, &QLineEdit::editingFinished, this, [this] {
        if (!m_ages->isModified())
            return;
        setAges(ages());
        changed();
    });
}

void ChartQuestionPane::buildCredit(QFormLayout *form)
{
    m_creditTo->addItem(tr("Posts"), int(CreditTo::Post));
    m_creditTo->addItem(tr("Campaigns"), int(CreditTo::Campaign));
    m_creditTo->addItem(tr("Pillars"), int(CreditTo::Pillar));
    m_creditTo->addItem(tr("Profile versions"), int(CreditTo::Profile));
    m_creditTo->addItem(tr("Channels"), int(CreditTo::Channel));
    m_creditTo->setAccessibleName(tr("Credit to"));
    form->addRow(tr("Cre&dit to"), m_creditTo);
    m_model->addItem(tr("All to the first touch"), int(AttributionModel::First));
    m_model->addItem(tr("All to the last touch"), int(AttributionModel::Last));
    m_model->addItem(tr("The same to every touch"), int(AttributionModel::Linear));
    m_model->addItem(tr("Most to the first and last"), int(AttributionModel::U));
    m_model->addItem(tr("Most to the last"), int(AttributionModel::J));
    m_model->setAccessibleName(tr("Rule of credit"));
    form->addRow(tr("Rule"), m_model);
    m_lookBack->setRange(-1, LongestWindow);
    m_lookBack->setSpecialValueText(tr("Any number of days"));
    m_lookBack->setSuffix(
        tr(" days", "after a number, in a field of which the lowest value is a text"));
    m_lookBack->setKeyboardTracking(false);
    m_lookBack->setAccessibleName(tr("Touches of the days before"));
    m_lookBack->setToolTip(tr("Counts only touches within so many days before each conversion."));
    form->addRow(tr("&Before"), m_lookBack);
    connect(m_creditTo, &QComboBox::activated, this, &ChartQuestionPane::changed);
    connect(m_model, &QComboBox::activated, this, &ChartQuestionPane::changed);
    connect(m_lookBack, &QSpinBox::valueChanged, this, &ChartQuestionPane::changed);
}

void ChartQuestionPane::buildPeople(QFormLayout *form, QDate today)
{
    m_sources->setAccessibleName(tr("Sources"));
    form->addRow(tr("&Sources"), m_sources);
    m_owners->setAccessibleName(tr("Owners"));
    form->addRow(tr("&Owners"), m_owners);
    m_stages->setAccessibleName(tr("Stages"));
    m_stages->setToolTip(tr("Where prospects are now."));
    form->addRow(tr("Sta&ges"), m_stages);
    m_cohort = new SpanFields(form, today, {tr("&Cohort"), tr("Cohort")},
        {tr("First entr&y"), tr("First day of the entry")},
        {tr("Last entry"), tr("Last day of the entry")}, this);
    m_cohort->setToolTip(
        tr("Counts only who entered the pipeline then, whatever the first field is of."));
    m_people->setAccessibleName(tr("People"));
    form->addRow(tr("Peop&le"), m_people);
    for (ChoiceButton *button : {m_sources, m_owners, m_stages})
        connect(button, &ChoiceButton::chosenChanged, this, &ChartQuestionPane::changed);
    connect(m_cohort, &SpanFields::changed, this, &ChartQuestionPane::changed);
    connect(m_people, &PeopleButton::chosenChanged, this, &ChartQuestionPane::changed);
}

FunnelQuery ChartQuestionPane::query() const
{
    FunnelQuery query;
    query.entered = m_entered->span();
    if (m_window->value() >= 0)
        query.windowDays = m_window->value();
    query.reached = ReachedRule(m_reached->currentData().toInt());
    query.by = Breakdown(m_by->currentData().toInt());
    query.asOf = m_asOf;
    query.sources = m_sources->chosen();
    if (const auto owners = m_owners->chosen()) {
        query.owners.emplace();
        for (const QString &owner : *owners)
            query.owners->append(UserId(owner.toLongLong()));
    }
    query.cohort = m_cohort->span();
    if (const auto stages = m_stages->chosen()) {
        query.stages.emplace();
        for (const QString &stage : *stages)
            query.stages->append(StageId(stage.toLongLong()));
    }
    return query;
}

void ChartQuestionPane::setQuery(const FunnelQuery &query)
{
    m_setting = true;
    m_asOf = query.asOf;
    m_entered->setSpan(query.entered);
    m_window->setValue(query.windowDays.value_or(-1));
    m_reached->setCurrentIndex(m_reached->findData(int(query.reached)));
    m_by->setCurrentIndex(m_by->findData(int(query.by)));
    m_sources->setChosen(query.sources);
    m_owners->setChosen(keysOf(query.owners));
    m_cohort->setSpan(query.cohort);
    m_stages->setChosen(keysOf(query.stages));
    m_setting = false;
}

CreditRule ChartQuestionPane::credit() const
{
    CreditRule rule;
    rule.to = CreditTo(m_creditTo->currentData().toInt());
    rule.model = AttributionModel(m_model->currentData().toInt());
    if (m_lookBack->value() >= 0)
        rule.lookBackDays = m_lookBack->value();
    return rule;
}

void ChartQuestionPane::setCredit(const CreditRule &rule)
{
    m_setting = true;
    m_creditTo->setCurrentIndex(m_creditTo->findData(int(rule.to)));
    m_model->setCurrentIndex(m_model->findData(int(rule.model)));
    m_lookBack->setValue(rule.lookBackDays.value_or(-1));
    m_setting = false;
}

std::optional<QList<qint64>> ChartQuestionPane::ages() const
{
    QList<qint64> ages;
    const QStringList texts = m_ages->text().split(u',');
    for (const QString &text : texts) {
        bool isNumber = false;
        const qint64 days = text.trimmed().toLongLong(&isNumber);
        if (isNumber)
            ages << days;
    }
    std::ranges::sort(ages);
    ages.resize(std::unique(ages.begin(), ages.end()) - ages.begin());
    return ages.isEmpty() ? std::nullopt : std::optional(ages);
}

void ChartQuestionPane::setAges(const std::optional<QList<qint64>> &ages)
{
    QStringList texts;
    for (const qint64 days : ages.value_or(QList<qint64>()))
        texts << QString::number(days);
    m_ages->setText(texts.join(", "_L1));
}

void ChartQuestionPane::setSources(const QStringList &sources)
{
    // There can be as many as files had words for them, and after most changes they are the same.
    if (sources == m_offeredSources)
        return;
    m_offeredSources = sources;
    QList<ChoiceButton::Choice> choices;
    for (const QString &source : sources)
        choices.append({source, groupName(Breakdown::Source, source)});
    m_sources->setChoices(choices);
}

void ChartQuestionPane::setOwners(const QList<Owner> &owners)
{
    QList<ChoiceButton::Choice> choices;
    for (const Owner &owner : owners)
        choices.append({owner.id.toString(), owner.name});
    m_owners->setChoices(choices);
}

void ChartQuestionPane::setStages(const QList<Stage> &stages)
{
    QList<ChoiceButton::Choice> choices;
    const QList<Stage> all = stagesOfPeople(stages);
    for (const Stage &stage : all)
        choices.append({stage.id.toString(), markedName(stage)});
    choices.append({StageId().toString(), tr("No stage")});
    m_stages->setChoices(choices);
}

void ChartQuestionPane::setOffers(
    const QList<SavedFilter> &filters, const QList<CustomField> &fields)
{
    m_people->setOffers(filters, fields);
}

std::optional<PeopleChoice> ChartQuestionPane::people() const
{
    return m_people->chosen();
}

void ChartQuestionPane::setPeople(const std::optional<PeopleChoice> &people)
{
    m_people->setChosen(people);
}

void ChartQuestionPane::setToday(QDate today)
{
    m_entered->setToday(today);
    m_cohort->setToday(today);
}

void ChartQuestionPane::addField(const QString &label, QWidget *field)
{
    letShrink(field);
    m_form->addRow(label, field);
}

void ChartQuestionPane::setKind(const ReportKind &kind)
{
    m_entered->setLabel(kind.spanName);
    setUsualWindows({kind.usualWindowDays});
    m_form->setRowVisible(m_window, kind.uses.contains(ReportKind::Part::Window));
    m_form->setRowVisible(m_reached, kind.uses.contains(ReportKind::Part::Reached));
    m_form->setRowVisible(m_by, kind.uses.contains(ReportKind::Part::Breakdown));
    m_form->setRowVisible(m_ages, kind.uses.contains(ReportKind::Part::Ages));
    m_form->setRowVisible(m_creditTo, kind.uses.contains(ReportKind::Part::CreditTo));
    m_form->setRowVisible(m_model, kind.uses.contains(ReportKind::Part::Model));
    m_form->setRowVisible(m_lookBack, kind.uses.contains(ReportKind::Part::LookBack));
}

void ChartQuestionPane::setUsualWindows(const QList<std::optional<int>> &windows)
{
    const bool areSame =
        std::ranges::adjacent_find(windows, std::ranges::not_equal_to()) == windows.end();
    m_window->setSpecialValueText(
        areSame ? windowlessText(windows.value(0)) : tr("Each chart’s usual"));
}

/// What a question without a window means where \a usualDays, if any, are meant then.
QString ChartQuestionPane::windowlessText(std::optional<int> usualDays)
{
    return usualDays ? tr("The usual %n day(s)", nullptr, *usualDays) : tr("Any number of days");
}

void ChartQuestionPane::changed()
{
    if (!m_setting)
        emit queryChanged(query());
}
