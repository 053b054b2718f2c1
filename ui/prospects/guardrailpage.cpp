// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/guardrailpage.h"

#include "session/guardrailservice.h"
#include "session/workspace.h"
#include "ui_common/guardrailbar.h"
#include "ui_common/inlinemessage.h"
#include "ui_common/silentparts.h"
#include "ui_common/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
constexpr int CountedDays = 30;
constexpr int MostContacts = 999;
constexpr int MostDays = 365;
constexpr int PageWidth = 640;

QSpinBox *guardrailNumber(
    const QString &name, const QString &spoken, int least, int most, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setObjectName(name);
    box->setAccessibleName(spoken);
    box->setRange(least, most);
    return box;
}
} // namespace

GuardrailPage::GuardrailPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_error(new InlineMessage(this))
    , m_unanswered(guardrailNumber(
          u"guardrails.unanswered"_s, tr("Messages without an answer"), 1, 99, this))
    , m_pause(
          guardrailNumber(u"guardrails.pause"_s, tr("Days of pause after that"), 0, MostDays, this))
    , m_from(new QTimeEdit(this))
    , m_until(new QTimeEdit(this))
    , m_weekend(new QCheckBox(tr("Weekends too"), this))
    , m_same(guardrailNumber(u"guardrails.same"_s, tr("Alike words, in percent"), 0, 100, this))
{
    build();
    orderTabs();
    showRules();
    showCounts();
    connect(
        &workspace.guardrails(), &GuardrailService::rulesChanged, this, &GuardrailPage::showRules);
}

GuardrailPage::~GuardrailPage()
{
    silenceParts(this);
}

void GuardrailPage::build()
{
    auto *column = new QWidget(this);
    column->setMaximumWidth(PageWidth);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Metrics::Medium);
    grid->setVerticalSpacing(Metrics::Small);
    grid->setColumnStretch(2, 1);
    int row = 0;
    for (const Guardrail rule : AllGuardrails) {
        auto *verdict = new QComboBox(column);
        verdict->setObjectName("guardrails."_L1 + toText(rule));
        for (const Verdict choice :
            {Verdict::Allow, Verdict::Warn, Verdict::AskReason, Verdict::Block})
            verdict->addItem(verdictName(choice), int(choice));
        connect(verdict, &QComboBox::activated, this, &GuardrailPage::say);
        auto *name = new QLabel(guardrailName(rule), column);
        name->setBuddy(verdict);
        verdict->setAccessibleName(guardrailName(rule));
        auto *count = quietLabel({}, column);
        count->setObjectName("guardrails.count."_L1 + toText(rule));
        grid->addWidget(name, row, 0);
        grid->addWidget(verdict, row, 1);
        grid->addWidget(count, row++, 2);
        m_verdicts.insert(rule, verdict);
        m_counts.insert(rule, count);
    }
    buildNumbers(grid, column);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(Metrics::Wide, Metrics::Large, Metrics::Wide, Metrics::Large);
    layout->setSpacing(Metrics::Medium);
    layout->addWidget(
        quietLabel(tr("What is asked before somebody is written to or called. Who goes past a "
                      "guardrail gives a "
                      "reason; the team sees how often that happened, not with whom."),
            column));
    layout->addWidget(m_error);
    layout->addLayout(grid);
    layout->addStretch(1);
    auto *page = new QHBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(column, 1);
    page->addStretch(0);
}

void GuardrailPage::buildNumbers(QGridLayout *grid, QWidget *column)
{
    int row = grid->rowCount();
    QLabel *heading = headingLabel(tr("Numbers"), column);
    heading->setContentsMargins(0, Metrics::Small, 0, 0);
    grid->addWidget(heading, row++, 0, 1, 3);
    const GuardrailRules rules;
    for (size_t i = 0; i < m_most.size(); ++i)
        m_most.at(i) = guardrailNumber(
            u"guardrails.budget%1"_s.arg(rules.budgets.at(i).days), {}, 0, MostContacts, column);
    m_same->setSuffix(tr(" %", "percent"));
    const std::array<QSpinBox *, 6> boxes {
        m_most.at(0), m_most.at(1), m_most.at(2), m_unanswered, m_pause, m_same};
    int widest = 0;
    for (QSpinBox *box : boxes) {
        widest = std::max(widest, box->sizeHint().width());
        connect(box, &QSpinBox::editingFinished, this, &GuardrailPage::say);
    }
    for (QSpinBox *box : boxes)
        box->setMinimumWidth(widest);
    const auto addNumber = [grid, column, &row](const QString &text, QSpinBox *box) {
        auto *label = new QLabel(text, column);
        label->setBuddy(box);
        grid->addWidget(label, row, 0);
        grid->addWidget(box, row++, 1, Qt::AlignLeading | Qt::AlignVCenter);
        return label;
    };
    for (size_t i = 0; i < m_most.size(); ++i)
        m_within.at(i) = addNumber({}, m_most.at(i));
    addNumber(tr("Messages without an answer"), m_unanswered);
    addNumber(tr("Days of pause after that"), m_pause);
    auto *hours = new QLabel(tr("Quiet hours where they live"), column);
    hours->setBuddy(m_from);
    grid->addWidget(hours, row, 0);
    grid->addLayout(buildQuietHours(column), row++, 1, 1, 2);
    addNumber(tr("Alike words from"), m_same);
}

QHBoxLayout *GuardrailPage::buildQuietHours(QWidget *column)
{
    static const QRegularExpression seconds(u"[:.]ss?"_s);
    for (QTimeEdit *edit : {m_from, m_until}) {
        edit->setDisplayFormat(locale().timeFormat(QLocale::ShortFormat).remove(seconds));
        connect(edit, &QTimeEdit::editingFinished, this, &GuardrailPage::say);
    }
    m_from->setObjectName(u"guardrails.from"_s);
    m_from->setAccessibleName(tr("Quiet from"));
    m_until->setObjectName(u"guardrails.until"_s);
    m_until->setAccessibleName(tr("Quiet until"));
    m_weekend->setObjectName(u"guardrails.weekend"_s);
    connect(m_weekend, &QCheckBox::toggled, this, &GuardrailPage::say);
    auto *quiet = new QHBoxLayout;
    quiet->setSpacing(Metrics::Small);
    quiet->addWidget(m_from);
    quiet->addWidget(new QLabel(tr("to", "from a time to a time"), column));
    quiet->addWidget(m_until);
    quiet->addWidget(m_weekend);
    quiet->addStretch(1);
    return quiet;
}

void GuardrailPage::orderTabs()
{
    QList<QWidget *> order;
    for (const Guardrail rule : AllGuardrails)
        order << m_verdicts.value(rule);
    order << QList<QWidget *> {m_most.at(0), m_most.at(1), m_most.at(2), m_unanswered, m_pause,
        m_from, m_until, m_weekend, m_same};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

void GuardrailPage::showRules()
{
    m_showing = true;
    const GuardrailRules &rules = m_workspace.guardrails().rules();
    for (const Guardrail rule : AllGuardrails) {
        QComboBox *verdict = m_verdicts.value(rule);
        verdict->setCurrentIndex(verdict->findData(int(rules.verdictOf(rule))));
    }
    for (size_t i = 0; i < m_most.size(); ++i) {
        const QString spoken = tr("Contacts within %n day(s)", nullptr, rules.budgets.at(i).days);
        m_within.at(i)->setText(spoken);
        m_most.at(i)->setAccessibleName(spoken);
        m_most.at(i)->setValue(rules.budgets.at(i).most);
    }
    m_unanswered->setValue(rules.unansweredMost);
    m_pause->setValue(rules.pauseDays);
    m_from->setTime(rules.quietFrom);
    m_until->setTime(rules.quietUntil);
    m_weekend->setChecked(rules.quietWeekend);
    m_same->setValue(int(std::lround(rules.sameWords * 100)));
    const auto &error = m_workspace.guardrails().rulesError();
    if (error)
        m_error->show({NoticeSeverity::Warning, error->message});
    else
        m_error->dismiss();
    m_showing = false;
}

void GuardrailPage::showCounts()
{
    m_workspace.guardrails().overrideCounts(
        CountedDays, this, [this](const Result<QHash<QString, int>> &counts) {
            if (!counts) {
                m_error->show({NoticeSeverity::Error, counts.error().message, {}, tr("Try again"),
                    [this] { showCounts(); }});
                return;
            }
            for (auto it = m_counts.cbegin(); it != m_counts.cend(); ++it) {
                const int count = counts->value(toText(it.key()));
                const QString words =
                    count == 0 ? QString() : tr("gone past %n time(s) in 30 days", nullptr, count);
                it.value()->setText(words);
                m_verdicts.value(it.key())->setAccessibleDescription(words);
            }
        });
}

void GuardrailPage::say()
{
    if (m_showing)
        return;
    GuardrailRules rules = m_workspace.guardrails().rules();
    for (const Guardrail rule : AllGuardrails)
        rules.setVerdict(rule, Verdict(m_verdicts.value(rule)->currentData().toInt()));
    for (size_t i = 0; i < m_most.size(); ++i)
        rules.budgets.at(i).most = m_most.at(i)->value();
    rules.unansweredMost = m_unanswered->value();
    rules.pauseDays = m_pause->value();
    rules.quietFrom = m_from->time();
    rules.quietUntil = m_until->time();
    rules.quietWeekend = m_weekend->isChecked();
    rules.sameWords = m_same->value() / 100.0;
    if (rules != m_workspace.guardrails().rules())
        m_workspace.guardrails().setRules(rules);
}
