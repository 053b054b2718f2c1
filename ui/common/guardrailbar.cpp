// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/guardrailbar.h"

#include "ui_common/icons.h"
#include "ui_common/severity.h"
#include "ui_common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Allow:
        return GuardrailBar::tr("Allow");
    case Verdict::Warn:
        return GuardrailBar::tr("Warn");
    case Verdict::AskReason:
        return GuardrailBar::tr("Ask for a reason");
    case Verdict::Block:
        return GuardrailBar::tr("Block");
    }
    Q_UNREACHABLE();
}

namespace {
QIcon verdictSign(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Block:
        return severityIcon(NoticeSeverity::Error);
    case Verdict::AskReason:
        return severityIcon(NoticeSeverity::Warning);
    case Verdict::Warn:
    case Verdict::Allow:
        return severityIcon(NoticeSeverity::Info);
    }
    Q_UNREACHABLE();
}

ColourRole verdictRole(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Block:
        return ColourRole::DangerText;
    case Verdict::AskReason:
        return ColourRole::WarningText;
    case Verdict::Warn:
    case Verdict::Allow:
        return ColourRole::QuietText;
    }
    Q_UNREACHABLE();
}

void clearLines(QVBoxLayout *lines)
{
    while (QLayoutItem *item = lines->takeAt(0)) {
        item->widget()->hide(); // it may have the last word a moment longer
        item->widget()->deleteLater();
        delete item;
    }
}

QString spokenVerdict(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Block:
        return GuardrailBar::tr("Blocked");
    case Verdict::AskReason:
        return GuardrailBar::tr("Needs a reason");
    case Verdict::Warn:
    case Verdict::Allow:
        return GuardrailBar::tr("Please note");
    }
    Q_UNREACHABLE();
}
} // namespace

GuardrailBar::GuardrailBar(QWidget *parent)
    : QWidget(parent)
    , m_lines(new QVBoxLayout)
    , m_reason(new QLineEdit(this))
    , m_notes(new QVBoxLayout)
{
    m_reason->setObjectName(u"guardrail.reason"_s);
    m_reason->hide();
    nameReason();
    m_lines->setSpacing(Metrics::Tiny);
    m_notes->setSpacing(Metrics::Tiny);
    auto *asking = new QVBoxLayout;
    asking->setSpacing(Metrics::Tiny);
    asking->addLayout(m_lines);
    asking->addWidget(m_reason);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::Large, Metrics::Small, Metrics::Large, 0);
    layout->setSpacing(Metrics::Medium);
    layout->addLayout(asking);
    layout->addLayout(m_notes);
    connect(m_reason, &QLineEdit::returnPressed, this, [this] {
        if (!reason().isEmpty())
            emit reasonGiven();
    });
    hide();
}

void GuardrailBar::setFindings(const QList<GuardrailFinding> &findings)
{
    if (findings == m_findings)
        return;
    m_findings = findings;
    showFindings();
}

void GuardrailBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showFindings(); // the signs are of the other lightness
}

QWidget *GuardrailBar::lineFor(const GuardrailFinding &finding)
{
    auto *line = new QWidget(this);
    line->setObjectName("guardrail."_L1 + toText(finding.rule));
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metrics::Small);
    const ColourRole role = verdictRole(finding.verdict);
    auto *sign = new QLabel(line);
    sign->setPixmap(Icons::tinted(
        verdictSign(finding.verdict), colour(role, palette()), Metrics::Icon, devicePixelRatioF()));
    sign->setToolTip(spokenVerdict(finding.verdict));
    sign->setAccessibleName(sign->toolTip());
    row->addWidget(sign, 0, Qt::AlignTop);
    if (finding.verdict >= Verdict::AskReason) {
        auto *verdict = new QLabel(spokenVerdict(finding.verdict), line);
        verdict->setObjectName(u"guardrail.verdict"_s);
        verdict->setFont(strongFont(font()));
        setInk(verdict, role);
        row->addWidget(verdict, 0, Qt::AlignTop);
    }
    auto *text = new QLabel(finding.text, line);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setToolTip(guardrailName(finding.rule));
    text->setAccessibleName(
        tr("%1: %2", "how strict, what").arg(spokenVerdict(finding.verdict), finding.text));
    row->addWidget(text, 1);
    return line;
}

void GuardrailBar::nameReason()
{
    QStringList rules;
    for (const GuardrailFinding &finding : std::as_const(m_findings)) {
        if (finding.verdict >= Verdict::AskReason)
            rules << guardrailName(finding.rule);
    }
    const QString name = rules.isEmpty()
        ? tr("Reason for going on")
        : tr("Reason for going on in spite of: %1", "names of guardrails")
              .arg(locale().createSeparatedList(rules));
    m_reason->setPlaceholderText(name);
    m_reason->setAccessibleName(name);
    m_reason->setToolTip(name);
}

void GuardrailBar::showFindings()
{
    clearLines(m_lines);
    clearLines(m_notes);
    for (const GuardrailFinding &finding : std::as_const(m_findings))
        (finding.verdict >= Verdict::AskReason ? m_lines : m_notes)->addWidget(lineFor(finding));
    nameReason();
    m_reason->setVisible(strictest(m_findings) >= Verdict::AskReason);
    setVisible(!m_findings.isEmpty());
}

QString GuardrailBar::reason() const
{
    return m_reason->isHidden() ? QString() : m_reason->text().trimmed();
}

void GuardrailBar::clearReason()
{
    m_reason->clear();
}

void GuardrailBar::askReason()
{
    m_reason->setFocus(Qt::OtherFocusReason);
}
