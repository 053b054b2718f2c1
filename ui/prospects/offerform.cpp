// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/offerform.h"

#include "domain/money.h"
#include "ui_common/theme.h"
#include "ui_prospects/sectionparts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int ExpectedDays = 14; ///< a decision is expected so many days ahead, unless told
} // namespace

OfferForm::OfferForm(const QTimeZone &zone, QWidget *parent)
    : QWidget(parent)
    , m_zone(zone)
    , m_kind(new QComboBox(this))
    , m_title(new QLineEdit(this))
    , m_value(new QLineEdit(this))
    , m_currency(new QComboBox(this))
    , m_made(new QDateEdit(this))
    , m_isExpected(new QCheckBox(tr("Decision by"), this))
    , m_expected(new QDateEdit(this))
    , m_note(new QLineEdit(this))
    , m_fault(new QLabel(this))
    , m_say(new QPushButton(this))
{
    build();
    connect(m_isExpected, &QCheckBox::toggled, m_expected, &QWidget::setEnabled);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        const bool named = m_kind->currentData().toInt() == int(OfferKind::Offer);
        m_value->setVisible(named);
        m_currency->setVisible(named);
    });
    for (QLineEdit *field : {m_title, m_value, m_note}) {
        connect(field, &QLineEdit::returnPressed, this, &OfferForm::say);
        connect(field, &QLineEdit::textEdited, m_fault, &QWidget::hide);
    }
    connect(m_say, &QPushButton::clicked, this, &OfferForm::say);
    connect(SectionParts::shortcutIn(this, Qt::CTRL | Qt::Key_Return), &QShortcut::activated, this,
        &OfferForm::say);
    connect(SectionParts::shortcutIn(this, Qt::Key_Escape), &QShortcut::activated, this,
        &OfferForm::left);
}

void OfferForm::build()
{
    m_kind->setObjectName(u"offer.kind"_s);
    m_kind->setAccessibleName(tr("Offer or nudge"));
    m_kind->addItem(tr("Offer, with a price"), int(OfferKind::Offer));
    m_kind->addItem(tr("Nudge, an invitation to decide"), int(OfferKind::Nudge));
    m_title->setObjectName(u"offer.title"_s);
    m_title->setAccessibleName(tr("What is offered"));
    m_title->setPlaceholderText(m_title->accessibleName());
    m_value->setObjectName(u"offer.value"_s);
    m_value->setAccessibleName(tr("Value"));
    m_value->setPlaceholderText(m_value->accessibleName());
    m_currency->setObjectName(u"offer.currency"_s);
    m_currency->setAccessibleName(tr("Currency"));
    m_currency->setEditable(true);
    m_currency->addItems({u"EUR"_s, u"USD"_s, u"GBP"_s, u"CHF"_s, u"JPY"_s});
    m_currency->lineEdit()->setMaxLength(3);
    connect(m_currency->lineEdit(), &QLineEdit::returnPressed, this, &OfferForm::say);
    m_made->setObjectName(u"offer.made"_s);
    m_made->setAccessibleName(tr("Made on"));
    m_made->setToolTip(m_made->accessibleName());
    m_made->setCalendarPopup(true);
    m_made->setMinimumDate(EarliestDay);
    m_isExpected->setObjectName(u"offer.isExpected"_s);
    m_expected->setObjectName(u"offer.expected"_s);
    m_expected->setAccessibleName(tr("Decision expected by"));
    m_expected->setCalendarPopup(true);
    m_note->setObjectName(u"offer.note"_s);
    m_note->setAccessibleName(tr("Note on the offer"));
    m_note->setPlaceholderText(tr("Note"));
    m_fault->setObjectName(u"offer.fault"_s);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setWordWrap(true);
    m_fault->hide();
    m_say->setObjectName(u"offer.say"_s);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"offer.cancel"_s);
    connect(cancel, &QPushButton::clicked, this, &OfferForm::cancelled);
    auto *money = new QHBoxLayout;
    money->setSpacing(Metrics::Tiny);
    money->addWidget(m_value, 1);
    money->addWidget(m_currency);
    auto *expected = new QHBoxLayout;
    expected->setSpacing(Metrics::Tiny);
    expected->addWidget(m_isExpected);
    expected->addWidget(m_expected, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(m_title);
    layout->addLayout(money);
    layout->addWidget(m_kind);
    layout->addWidget(m_made);
    layout->addLayout(expected);
    layout->addWidget(m_note);
    layout->addWidget(m_fault);
    layout->addLayout(SectionParts::lastRow(cancel, m_say));
}

void OfferForm::startNew(QDate today, const QString &currency)
{
    Offer offer;
    offer.currency = currency;
    m_say->setText(tr("Make the offer"));
    showOffer(offer, today);
}

void OfferForm::startChange(const Offer &offer, QDate today)
{
    m_say->setText(tr("Keep"));
    showOffer(offer, today);
}

void OfferForm::showOffer(const Offer &offer, QDate today)
{
    m_before = offer;
    m_kind->setCurrentIndex(m_kind->findData(int(offer.kind)));
    m_title->setText(offer.title);
    m_value->setText(offer.valueMinor == 0
            ? QString()
            : Money::plainText(offer.valueMinor, offer.currency, locale()));
    m_currency->setCurrentText(offer.currency);
    m_madeOn = offer.madeAt.ms == 0 ? today : localDay(offer.madeAt.ms, m_zone);
    m_made->setDate(m_madeOn);
    m_isExpected->setChecked(offer.expectedOn.isValid());
    m_expected->setEnabled(offer.expectedOn.isValid());
    m_expected->setDate(
        offer.expectedOn.isValid() ? offer.expectedOn : today.addDays(ExpectedDays));
    m_note->setText(offer.note);
    m_fault->hide();
    show();
    m_title->setFocus(Qt::OtherFocusReason);
}

std::optional<OfferDraft> OfferForm::draft() const
{
    const bool hasWords = !m_title->text().trimmed().isEmpty()
        || !m_value->text().trimmed().isEmpty() || !m_note->text().trimmed().isEmpty();
    if (isHidden() || !m_before.id.isNull() || !hasWords)
        return std::nullopt;
    return typed();
}

OfferDraft OfferForm::typed() const
{
    return {OfferKind(m_kind->currentData().toInt()), m_title->text(), m_value->text(),
        m_currency->currentText(), m_note->text(),
        m_isExpected->isChecked() ? m_expected->date() : QDate(), m_made->date()};
}

void OfferForm::setDraft(const OfferDraft &draft)
{
    m_kind->setCurrentIndex(m_kind->findData(int(draft.kind)));
    m_title->setText(draft.title);
    m_value->setText(draft.value);
    m_currency->setCurrentText(draft.currency);
    m_note->setText(draft.note);
    m_isExpected->setChecked(draft.expectedOn.isValid());
    if (draft.expectedOn.isValid())
        m_expected->setDate(draft.expectedOn);
    if (draft.madeOn.isValid())
        m_made->setDate(draft.madeOn);
}

QString OfferForm::currency() const
{
    const QString typed = m_currency->currentText().trimmed();
    return Money::currencyCode(typed).value_or(typed);
}

void OfferForm::say()
{
    Offer after = m_before;
    after.kind = OfferKind(m_kind->currentData().toInt());
    after.title = m_title->text().simplified();
    const QString value = after.kind == OfferKind::Nudge ? QString() : m_value->text().trimmed();
    QWidget *wrong = nullptr;
    if (after.title.isEmpty()) {
        m_fault->setText(tr("Say in a few words what is offered."));
        wrong = m_title;
    } else if (!value.isEmpty() && !Money::isCurrency(currency())) {
        m_fault->setText(Money::isSharedSign(currency())
                ? tr("“%1” is the sign of several currencies. Write three letters, such as USD.")
                      .arg(currency())
                : tr("A currency has three letters, such as EUR."));
        wrong = m_currency;
    } else if (!value.isEmpty() && !Money::parse(value, currency(), locale())) {
        m_fault->setText(
            tr("“%1” is no amount in %2. Write it as %3.")
                .arg(value, currency(), Money::plainText(123450, currency(), locale())));
        wrong = m_value;
    }
    m_fault->setVisible(wrong != nullptr);
    if (wrong != nullptr) {
        wrong->setFocus(Qt::OtherFocusReason);
        return;
    }
    after.valueMinor = value.isEmpty() ? 0 : Money::parse(value, currency(), locale()).value_or(0);
    after.currency = value.isEmpty() ? QString() : currency();
    if (m_made->date() != m_madeOn)
        after.madeAt = {startOfDay(m_made->date(), m_zone), Precision::Day};
    after.expectedOn = m_isExpected->isChecked() ? m_expected->date() : QDate();
    after.note = m_note->text().trimmed();
    emit said(m_before, after);
}
