// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/lossform.h"

#include "ui_common/theme.h"
#include "ui_prospects/sectionparts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

void fillReasons(QComboBox *box, const QList<LostReason> &reasons)
{
    box->clear();
    box->addItem(LossForm::tr("No reason from the list"), qlonglong(0));
    const QList<LostReason> open = reasonsToChoose(reasons);
    for (const LostReason &reason : open)
        box->addItem(reason.name, qlonglong(reason.id.value()));
}

LossForm::LossForm(QWidget *parent)
    : QWidget(parent)
    , m_reason(new QComboBox(this))
    , m_moves(new QCheckBox(this))
    , m_words(new QLineEdit(this))
{
    m_reason->setObjectName(u"loss.reason"_s);
    m_reason->setAccessibleName(tr("Why it was lost"));
    m_moves->setObjectName(u"loss.moves"_s);
    m_words->setObjectName(u"loss.words"_s);
    m_words->setAccessibleName(tr("In their words"));
    m_words->setPlaceholderText(m_words->accessibleName());
    auto *say = new QPushButton(tr("Lost"), this);
    say->setObjectName(u"loss.say"_s);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"loss.cancel"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(m_reason);
    layout->addWidget(m_moves);
    layout->addWidget(m_words);
    layout->addLayout(SectionParts::lastRow(cancel, say));
    connect(say, &QPushButton::clicked, this, &LossForm::say);
    connect(cancel, &QPushButton::clicked, this, &LossForm::left);
    connect(m_words, &QLineEdit::returnPressed, this, &LossForm::say);
    connect(m_moves, &QCheckBox::toggled, m_words, &QWidget::setVisible);
    connect(SectionParts::shortcutIn(this, Qt::CTRL | Qt::Key_Return), &QShortcut::activated, this,
        &LossForm::say);
    connect(SectionParts::shortcutIn(this, Qt::Key_Escape), &QShortcut::activated, this,
        &LossForm::left);
}

void LossForm::start(const Offer &offer, const QList<LostReason> &reasons, const QString &stage)
{
    m_offer = offer;
    fillReasons(m_reason, reasons);
    m_moves->setText(tr("Also move to %1").arg(stage));
    m_moves->setVisible(!stage.isEmpty());
    m_moves->setChecked(false);
    m_words->clear();
    m_words->hide();
    show();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void LossForm::setDraft(const Said &draft)
{
    m_reason->setCurrentIndex(std::max(0, m_reason->findData(qlonglong(draft.reason.value()))));
    m_moves->setChecked(draft.moves && !m_moves->isHidden());
    m_words->setText(draft.words);
}

void LossForm::say()
{
    const bool moves = m_moves->isChecked() && !m_moves->isHidden();
    emit said(m_offer,
        {LostReasonId(m_reason->currentData().toLongLong()),
            moves ? m_words->text().trimmed() : QString(), moves});
}
