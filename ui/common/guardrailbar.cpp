// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/guardrailbar.h"

#include "ui_common/icons.h"
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
QString verdictSign(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Block:
        return u"dialog-error"_s;
    case Verdict::AskReason:
        return u"dialog-warning"_s;
    case Verdict::Warn:
    case Verdict::Allow:
        return u"dialog-information"_s;
    }
    Q_UNREACHABLE();
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
{
    m_reason->setObjectName(u"guardrail.reason"_s);
    m_reason->setAccessibleName(tr("Reason for going on"));
    m_reason->setPlaceholderText(tr("Reason for going on"));
    m_lines->setSpacing(Metrics::Tiny);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::Large, Metrics::Small, Metrics::Large, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addLayout(m_lines);
    layout->addWidget(m_reason);
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

void GuardrailBar::showFindings()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        item->widget()->hide(); // it may have the last word a moment longer
        item->widget()->deleteLater();
        delete item;
    }
    for (const GuardrailFinding &finding : std::as_const(m_findings)) {
        auto *line = new QWidget(this);
        line->setObjectName("guardrail."_L1 + toText(finding.rule));
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(Metrics::Small);
        auto *sign = new QLabel(line);
        sign->setPixmap(Icons::named(verdictSign(finding.verdict)).pixmap(Metrics::Icon));
        sign->setToolTip(spokenVerdict(finding.verdict));
        sign->setAccessibleName(sign->toolTip());
        auto *text = new QLabel(finding.text, line);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setToolTip(guardrailName(finding.rule));
        text->setAccessibleName(
            tr("%1: %2", "how strict, what").arg(spokenVerdict(finding.verdict), finding.text));
        row->addWidget(sign, 0, Qt::AlignTop);
        row->addWidget(text, 1);
        m_lines->addWidget(line);
    }
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

bool GuardrailBar::allowsSending() const
{
    const Verdict verdict = strictest(m_findings);
    return verdict < Verdict::AskReason || (verdict == Verdict::AskReason && !reason().isEmpty());
}

void GuardrailBar::askReason()
{
    m_reason->setFocus(Qt::OtherFocusReason);
}
