// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/chartquestionpane.h"

#include "report/funnelreport.h"
#include "ui_pipeline/choicebutton.h"

#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QRegularExpressionValidator>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

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

/// The value of a date that is open; Qt's date fields cannot be empty.
constexpr QDate OpenDate = QDate::fromJulianDay(2440588); // 1970-01-01

QDateEdit *dateField(const QString &name, const QString &open)
{
    auto *field = new QDateEdit;
    field->setAccessibleName(name);
    field->setCalendarPopup(true);
    field->setMinimumDate(OpenDate);
    field->setSpecialValueText(open);
    field->setKeyboardTracking(false);
    return field;
}

} // namespace

ChartQuestionPane::ChartQuestionPane(QDate today, QWidget *parent)
    : QWidget(parent)
    , m_today(today)
    , m_form(new QFormLayout(this))
    , m_period(new QComboBox)
    , m_from(dateField(tr("First day"), tr("the beginning")))
    , m_until(dateField(tr("Last day"), tr("today")))
    , m_window(new DaysBox)
    , m_reached(new QComboBox)
    , m_by(new QComboBox)
    , m_ages(new QLineEdit)
    , m_creditTo(new QComboBox)
    , m_model(new QComboBox)
    , m_lookBack(new DaysBox)
    , m_sources(new ChoiceButton(tr("All sources")))
    , m_owners(new ChoiceButton(tr("All owners")))
{
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    buildPeriod(m_form);
    buildRules(m_form);
    buildAges(m_form);
    buildCredit(m_form);
    buildPeople(m_form);
    setQuery({});
    setCredit({});
}

void ChartQuestionPane::buildPeriod(QFormLayout *form)
{
    m_period->addItem(tr("Any time"), AnyTime);
    m_period->addItem(tr("The last 90 days"), Last90Days);
    m_period->addItem(tr("The last 12 months"), Last12Months);
    m_period->addItem(tr("This year"), ThisYear);
    m_period->addItem(tr("Last year"), LastYear);
    m_period->addItem(tr("Between two days"), Between);
    m_period->setAccessibleName(tr("Entered"));
    form->addRow(tr("&Entered"), m_period);
    form->addRow(tr("&From"), m_from);
    form->addRow(tr("&Until"), m_until);
    connect(m_period, &QComboBox::activated, this, &ChartQuestionPane::onPeriodChosen);
    connect(m_from, &QDateEdit::dateChanged, this, &ChartQuestionPane::changed);
    connect(m_until, &QDateEdit::dateChanged, this, &ChartQuestionPane::changed);
}

void ChartQuestionPane::buildRules(QFormLayout *form)
{
    m_window->setRange(-1, LongestWindow);
    m_window->setSpecialValueText(tr("Any number of days"));
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
    form->addRow(tr("&Counts"), m_reached);
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
    form->addRow(tr("A&ges"), m_ages);
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
    form->addRow(tr("&Rule"), m_model);
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

void ChartQuestionPane::buildPeople(QFormLayout *form)
{
    m_sources->setAccessibleName(tr("Sources"));
    form->addRow(tr("&Sources"), m_sources);
    m_owners->setAccessibleName(tr("Owners"));
    form->addRow(tr("&Owners"), m_owners);
    connect(m_sources, &ChoiceButton::chosenChanged, this, &ChartQuestionPane::changed);
    connect(m_owners, &ChoiceButton::chosenChanged, this, &ChartQuestionPane::changed);
}

FunnelQuery ChartQuestionPane::query() const
{
    FunnelQuery query;
    const auto period = Period(m_period->currentData().toInt());
    query.entered = period == Between ? editedSpan() : spanOf(period);
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
    return query;
}

void ChartQuestionPane::setQuery(const FunnelQuery &query)
{
    m_setting = true;
    m_asOf = query.asOf;
    Period period = Between;
    for (const Period candidate : {AnyTime, Last90Days, Last12Months, ThisYear, LastYear}) {
        if (query.entered == spanOf(candidate))
            period = candidate;
    }
    m_period->setCurrentIndex(m_period->findData(period));
    m_from->setDate(query.entered.from.value_or(OpenDate));
    m_until->setDate(query.entered.to ? query.entered.to->addDays(-1) : OpenDate);
    showDates();
    m_window->setValue(query.windowDays.value_or(-1));
    m_reached->setCurrentIndex(m_reached->findData(int(query.reached)));
    m_by->setCurrentIndex(m_by->findData(int(query.by)));
    m_sources->setChosen(query.sources);
    std::optional<QStringList> owners;
    if (query.owners) {
        owners.emplace();
        for (const UserId owner : *query.owners)
            owners->append(owner.toString());
    }
    m_owners->setChosen(owners);
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
    ages.erase(std::unique(ages.begin(), ages.end()), ages.end());
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

void ChartQuestionPane::setKind(const ReportKind &kind)
{
    if (auto *label = qobject_cast<QLabel *>(m_form->labelForField(m_period)))
        label->setText(kind.spanName);
    m_period->setAccessibleName(QString(kind.spanName).remove(u'&'));
    m_form->setRowVisible(m_window, kind.uses.contains(ReportKind::Part::Window));
    m_form->setRowVisible(m_reached, kind.uses.contains(ReportKind::Part::Reached));
    m_form->setRowVisible(m_by, kind.uses.contains(ReportKind::Part::Breakdown));
    m_form->setRowVisible(m_ages, kind.uses.contains(ReportKind::Part::Ages));
    m_form->setRowVisible(m_creditTo, kind.uses.contains(ReportKind::Part::CreditTo));
    m_form->setRowVisible(m_model, kind.uses.contains(ReportKind::Part::Model));
    m_form->setRowVisible(m_lookBack, kind.uses.contains(ReportKind::Part::LookBack));
}

DateSpan ChartQuestionPane::spanOf(Period period) const
{
    const QDate tomorrow = m_today.addDays(1);
    const QDate newYear(m_today.year(), 1, 1);
    switch (period) {
    case AnyTime:
    case Between:
        return {};
    case Last90Days:
        return {tomorrow.addDays(-90), tomorrow};
    case Last12Months:
        return {tomorrow.addMonths(-12), tomorrow};
    case ThisYear:
        return {newYear, newYear.addYears(1)};
    case LastYear:
        return {newYear.addYears(-1), newYear};
    }
    Q_UNREACHABLE();
}

DateSpan ChartQuestionPane::editedSpan() const
{
    DateSpan span;
    if (m_from->date() != OpenDate)
        span.from = m_from->date();
    if (m_until->date() != OpenDate)
        span.to = m_until->date().addDays(1); // the last day is part of it
    return span;
}

/// A chosen period shows its days, so that "between" starts from them.
void ChartQuestionPane::onPeriodChosen()
{
    const auto period = Period(m_period->currentData().toInt());
    if (period != Between) {
        const DateSpan span = spanOf(period);
        m_setting = true;
        m_from->setDate(span.from.value_or(OpenDate));
        m_until->setDate(span.to ? span.to->addDays(-1) : OpenDate);
        m_setting = false;
    }
    showDates();
    changed();
}

void ChartQuestionPane::showDates()
{
    const bool shown = m_period->currentData().toInt() == Between;
    m_form->setRowVisible(m_from, shown);
    m_form->setRowVisible(m_until, shown);
}

void ChartQuestionPane::changed()
{
    if (!m_setting)
        emit queryChanged(query());
}
