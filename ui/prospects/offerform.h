// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/offer.h"

#include <QTimeZone>
#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;

/// What was typed of an offer that is not made yet, or of a change that is not kept yet.
struct OfferDraft
{
    OfferKind kind = OfferKind::Offer;
    QString title;
    QString value;
    QString currency;
    QString note;
    QDate expectedOn; ///< invalid where nobody said
    QDate madeOn;
};

/// Makes an offer or a nudge, or changes one. Return in a field says it, Escape leaves.
class OfferForm : public QWidget
{
    Q_OBJECT
public:
    OfferForm(const QTimeZone &zone, QWidget *parent = nullptr);

    /// Empty, made \a today, in \a currency.
    void startNew(QDate today, const QString &currency);
    void startChange(const Offer &offer, QDate today);
    /// What is typed of a new one, nothing where there are no words yet or one is changed.
    [[nodiscard]] std::optional<OfferDraft> draft() const;
    /// What stands in the fields.
    [[nodiscard]] OfferDraft typed() const;
    /// Goes on with \a draft, behind startNew() or startChange().
    void setDraft(const OfferDraft &draft);

signals:
    /// \a before has a null id where it is new.
    void said(const Offer &before, const Offer &after);
    void left();
    /// Left on purpose: what was typed goes.
    void cancelled();

private:
    void build();
    void showOffer(const Offer &offer, QDate today);
    void say();
    [[nodiscard]] QString currency() const;

    const QTimeZone m_zone;
    Offer m_before;
    QDate m_madeOn; ///< as it was shown first
    QComboBox *m_kind;
    QLineEdit *m_title;
    QLineEdit *m_value;
    QComboBox *m_currency;
    QDateEdit *m_made;
    QCheckBox *m_isExpected;
    QDateEdit *m_expected;
    QLineEdit *m_note;
    QLabel *m_fault;
    QPushButton *m_say;
};
