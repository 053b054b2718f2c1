// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/consentsection.h"

#include "base/clock.h"
#include "domain/optout.h"
#include "session/guardrailservice.h"
#include "session/prospectdossier.h"
#include "session/whenrefused.h"
#include "session/workspace.h"
#include "ui_common/closebutton.h"
#include "ui_common/formatting.h"
#include "ui_common/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

QString basisName(LegalBasis basis)
{
    switch (basis) {
    case LegalBasis::None:
        return ConsentSection::tr("No basis yet");
    case LegalBasis::LegitimateInterest:
        return ConsentSection::tr("Legitimate interest");
    case LegalBasis::Consent:
        return ConsentSection::tr("Consent");
    case LegalBasis::Contract:
        return ConsentSection::tr("Contract");
    case LegalBasis::Withdrawn:
        return ConsentSection::tr("Withdrawn");
    }
    Q_UNREACHABLE();
}

namespace {
QString consentMediumName(ConsentMedium medium)
{
    switch (medium) {
    case ConsentMedium::Any:
        return ConsentSection::tr("Any medium");
    case ConsentMedium::DirectMessage:
        return ConsentSection::tr("Direct messages");
    case ConsentMedium::Call:
        return ConsentSection::tr("Calls and meetings");
    case ConsentMedium::Email:
        return ConsentSection::tr("E-mail");
    }
    Q_UNREACHABLE();
}

constexpr std::array OfferedBases {LegalBasis::Consent, LegalBasis::LegitimateInterest,
    LegalBasis::Contract, LegalBasis::Withdrawn};
constexpr std::array OfferedConsentMedia {
    ConsentMedium::Any, ConsentMedium::DirectMessage, ConsentMedium::Call, ConsentMedium::Email};
} // namespace

ConsentSection::ConsentSection(Workspace &workspace, ProspectDossier &dossier, QWidget *parent)
    : DossierSection(parent)
    , m_workspace(workspace)
    , m_dossier(dossier)
    , m_proposal(new QWidget(this))
    , m_proposalText(new QLabel(m_proposal))
    , m_leaveAlone(new QCheckBox(tr("Do not contact"), this))
    , m_why(new QLineEdit(this))
    , m_none(quietLabel(tr("Nothing is recorded yet."), this))
    , m_lines(new QVBoxLayout)
    , m_basis(new QComboBox(this))
    , m_medium(new QComboBox(this))
    , m_source(new QLineEdit(this))
    , m_day(new QDateEdit(this))
{
    build();
}

void ConsentSection::build()
{
    m_leaveAlone->setObjectName(u"consent.leaveAlone"_s);
    m_leaveAlone->setToolTip(tr("They asked to be left alone. The flag stays when records are "
                                "merged or imported again."));
    connect(m_leaveAlone, &QCheckBox::toggled, this, &ConsentSection::setFlag);
    m_why->setObjectName(u"consent.why"_s);
    m_why->setAccessibleName(tr("What they said"));
    m_why->setPlaceholderText(tr("What they said"));
    connect(m_why, &QLineEdit::editingFinished, this, &ConsentSection::flush);
    m_none->setObjectName(u"consent.none"_s);
    m_lines->setSpacing(Metrics::Tiny);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(buildProposal());
    layout->addWidget(m_leaveAlone);
    layout->addWidget(m_why);
    layout->addWidget(m_none);
    layout->addLayout(m_lines);
    layout->addWidget(buildForm());
    orderTabs();
}

QWidget *ConsentSection::buildProposal()
{
    m_proposal->setObjectName(u"consent.proposal"_s);
    m_proposalText->setTextFormat(Qt::PlainText);
    m_proposalText->setWordWrap(true);
    auto *flag = new QPushButton(tr("Do not contact"), m_proposal);
    flag->setObjectName(u"consent.flag"_s);
    m_dismiss = new QPushButton(tr("Not meant so"), m_proposal);
    m_dismiss->setObjectName(u"consent.dismiss"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(flag);
    buttons->addWidget(m_dismiss);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(m_proposal);
    layout->setContentsMargins(0, 0, 0, Metrics::Small);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(m_proposalText);
    layout->addLayout(buttons);
    m_proposal->hide();
    connect(flag, &QPushButton::clicked, this, [this] {
        if (m_optOut && m_dossier.prospect())
            m_workspace.guardrails().setDoNotContact(
                *m_dossier.prospect(), true, optOutIn(m_optOut->body).value_or(OptOut()).phrase);
    });
    connect(m_dismiss, &QPushButton::clicked, this, [this] {
        if (m_optOut && m_dossier.prospect())
            m_workspace.guardrails().dismissOptOut(*m_optOut, m_dossier.prospect()->id);
    });
    return m_proposal;
}

QWidget *ConsentSection::buildForm()
{
    auto *form = new QWidget(this);
    m_basis->setObjectName(u"consent.basis"_s);
    m_basis->setAccessibleName(tr("Consent or legal basis"));
    for (const LegalBasis basis : OfferedBases)
        m_basis->addItem(basisName(basis), int(basis));
    m_medium->setObjectName(u"consent.medium"_s);
    m_medium->setAccessibleName(tr("Medium"));
    for (const ConsentMedium medium : OfferedConsentMedia)
        m_medium->addItem(consentMediumName(medium), int(medium));
    m_source->setObjectName(u"consent.source"_s);
    m_source->setAccessibleName(tr("Where it was given"));
    m_source->setPlaceholderText(tr("Where it was given"));
    m_day->setObjectName(u"consent.day"_s);
    m_day->setAccessibleName(tr("Given on"));
    m_day->setCalendarPopup(true);
    m_day->setMaximumDate(m_workspace.today()); // one of tomorrow would not count
    m_day->setDate(m_workspace.today());
    m_record = new QPushButton(tr("Record"), form);
    m_record->setObjectName(u"consent.add"_s);
    auto *last = new QHBoxLayout;
    last->setSpacing(Metrics::Tiny);
    last->addWidget(m_day, 1);
    last->addWidget(m_record);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, Metrics::Tiny, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(m_basis);
    layout->addWidget(m_medium);
    layout->addWidget(m_source);
    layout->addLayout(last);
    connect(m_record, &QPushButton::clicked, this, &ConsentSection::add);
    connect(m_source, &QLineEdit::returnPressed, this, &ConsentSection::add);
    return form;
}

QString ConsentSection::key() const
{
    return u"consent"_s;
}

QString ConsentSection::title() const
{
    return tr("Consent");
}

QString ConsentSection::summary() const
{
    const auto &prospect = m_dossier.prospect();
    if (!prospect)
        return {};
    if (prospect->doNotContactSince != 0)
        return tr("do not contact");
    if (m_dossier.consents().isEmpty())
        return tr("none recorded");
    return basisName(basisFor(m_dossier.consents(), Medium::DirectMessage,
        m_workspace.clock().now(), m_workspace.zone()));
}

void ConsentSection::refresh(bool isOther)
{
    const auto &prospect = m_dossier.prospect();
    if (!prospect)
        return;
    const bool isFlagged = prospect->doNotContactSince != 0;
    {
        const QSignalBlocker quiet(m_leaveAlone);
        m_leaveAlone->setChecked(isFlagged);
    }
    m_why->setVisible(isFlagged);
    if (isOther || (!m_why->hasFocus() && !m_why->isModified()))
        m_why->setText(prospect->doNotContactWhy);
    if (isOther) {
        m_of = prospect->id;
        m_source->clear();
        m_day->setMaximumDate(m_workspace.today());
        m_day->setDate(m_workspace.today());
    }
    refreshProposal();
    m_none->setVisible(m_dossier.consents().isEmpty());
    if (m_shown == m_dossier.consents())
        return;
    m_shown = m_dossier.consents();
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // one of its buttons may be at work
        delete item;
    }
    for (const Consent &consent : std::as_const(m_shown))
        m_lines->addWidget(lineFor(consent));
    orderTabs();
}

void ConsentSection::orderTabs()
{
    QList<QWidget *> order {m_dismiss, m_leaveAlone, m_why};
    for (int i = 0; i < m_lines->count(); ++i)
        order << m_lines->itemAt(i)->widget()->findChild<QWidget *>(u"consent.remove"_s);
    order << QList<QWidget *> {m_basis, m_medium, m_source, m_day, m_record};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

void ConsentSection::flush()
{
    m_why->setModified(false);
    const auto &prospect = m_dossier.prospect();
    if (prospect && prospect->id == m_of && prospect->doNotContactSince != 0
        && m_why->text().trimmed() != prospect->doNotContactWhy)
        flag(true, m_why->text().trimmed());
}

void ConsentSection::flag(bool isSet, const QString &why)
{
    const Prospect prospect = *m_dossier.prospect();
    whenRefused(
        m_workspace, this, [&] { m_workspace.guardrails().setDoNotContact(prospect, isSet, why); },
        [this, id = prospect.id, why] {
            if (id != m_of || why.isEmpty() || m_why->isModified())
                return; // what was typed meanwhile stays
            m_why->setText(why);
            m_why->setModified(true);
        });
}

void ConsentSection::refreshProposal()
{
    const MessageId before = m_optOut ? m_optOut->id : MessageId();
    m_optOut = GuardrailService::optOutMessage(m_dossier);
    m_proposal->setVisible(m_optOut.has_value());
    if (!m_optOut)
        return;
    const QString day = m_optOut->sentAt.precision == Precision::Unknown
        ? QString()
        : Formatting::relativeDay(
            localDay(m_optOut->sentAt.ms, m_workspace.zone()), m_workspace.today());
    const QString phrase = optOutIn(m_optOut->body).value_or(OptOut()).phrase;
    m_proposalText->setText(day.isEmpty()
            ? tr("They wrote “%1”. Leave them alone?").arg(phrase)
            : tr("%1: they wrote “%2”. Leave them alone?", "a day, their words").arg(day, phrase));
    if (m_optOut->id != before) // once: who folds the section has seen it
        emit revealRequested();
}

QWidget *ConsentSection::lineFor(const Consent &consent)
{
    auto *line = new QWidget(this);
    line->setObjectName(u"consent.line"_s);
    const QString what = tr("%1 · %2", "basis, medium")
                             .arg(basisName(consent.basis), consentMediumName(consent.medium));
    QString details = consent.at.precision == Precision::Unknown
        ? QString()
        : Formatting::relativeDay(localDay(consent.at.ms, m_workspace.zone()), m_workspace.today());
    if (!consent.source.isEmpty())
        details = details.isEmpty() ? consent.source
                                    : tr("%1, %2", "day, source").arg(details, consent.source);
    auto *text = new QLabel(what, line);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto *quiet = quietLabel(details, line);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(text);
    words->addWidget(quiet);
    auto *remove = new CloseButton(tr("Delete “%1”").arg(what), line);
    remove->setObjectName(u"consent.remove"_s);
    connect(remove, &CloseButton::clicked, this,
        [this, consent] { m_workspace.guardrails().removeConsent(consent); });
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addLayout(words, 1);
    layout->addWidget(remove, 0, Qt::AlignTop);
    return line;
}

void ConsentSection::add()
{
    const auto &prospect = m_dossier.prospect();
    if (!prospect)
        return;
    Consent consent;
    consent.prospect = prospect->id;
    consent.basis = LegalBasis(m_basis->currentData().toInt());
    consent.medium = ConsentMedium(m_medium->currentData().toInt());
    consent.source = m_source->text().trimmed();
    const bool isToday = m_day->date() == m_workspace.today();
    consent.at = isToday ? Moment {m_workspace.clock().now(), Precision::Exact}
                         : Moment {startOfDay(m_day->date(), m_workspace.zone()), Precision::Day};
    const QDate day = m_day->date();
    m_source->clear();
    whenRefused(
        m_workspace, this, [&] { m_workspace.guardrails().addConsent(consent); },
        [this, consent, day] {
            if (consent.prospect != m_of || !m_source->text().trimmed().isEmpty())
                return; // what was typed meanwhile stays
            m_basis->setCurrentIndex(m_basis->findData(int(consent.basis)));
            m_medium->setCurrentIndex(m_medium->findData(int(consent.medium)));
            m_source->setText(consent.source);
            m_day->setDate(day);
        });
}

void ConsentSection::setFlag(bool isSet)
{
    const auto &prospect = m_dossier.prospect();
    if (!prospect)
        return;
    m_workspace.guardrails().setDoNotContact(*prospect, isSet, {});
    m_why->setVisible(isSet);
    if (isSet)
        m_why->setFocus(Qt::OtherFocusReason);
}
