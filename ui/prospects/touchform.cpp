// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/touchform.h"

#include "base/clock.h"
#include "session/workspace.h"
#include "ui_common/theme.h"
#include "ui_prospects/sectionparts.h"
#include "ui_prospects/touchwords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTimeEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

TouchForm::TouchForm(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_kind(new QComboBox(this))
    , m_about(new TouchPicker(workspace, this))
    , m_day(new QDateEdit(this))
    , m_hasTime(new QCheckBox(tr("At the time"), this))
    , m_time(new QTimeEdit(this))
    , m_quote(new QLineEdit(this))
    , m_quotable(new QCheckBox(tr("They agreed to be quoted"), this))
    , m_fault(new QLabel(this))
    , m_say(new QPushButton(this))
{
    build();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &TouchForm::showKind);
    connect(m_day, &QDateEdit::dateChanged, this, &TouchForm::followDay);
    connect(m_hasTime, &QCheckBox::toggled, m_time, &QWidget::setEnabled);
    connect(m_quote, &QLineEdit::textChanged, this,
        [this](const QString &quote) { m_quotable->setEnabled(!quote.trimmed().isEmpty()); });
    connect(m_quote, &QLineEdit::returnPressed, this, &TouchForm::say);
    connect(m_about, &QLineEdit::textChanged, m_fault, &QWidget::hide);
    connect(m_about, &QLineEdit::returnPressed, this, [this] {
        if (!m_about->target().isNothing())
            say();
    });
    connect(m_say, &QPushButton::clicked, this, &TouchForm::say);
    for (const QKeyCombination keys : {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}) {
        connect(SectionParts::shortcutIn(this, keys), &QShortcut::activated, this, &TouchForm::say);
    }
    connect(SectionParts::shortcutIn(this, Qt::Key_Escape), &QShortcut::activated, this,
        &TouchForm::left);
}

void TouchForm::build()
{
    m_kind->setObjectName(u"touch.kind"_s);
    m_kind->setAccessibleName(tr("What they did"));
    for (const auto &[kind, word] : EnumText<TouchKind>::values)
        m_kind->addItem(TouchWords::kind(kind), int(kind));
    m_about->setObjectName(u"touch.about"_s);
    m_day->setObjectName(u"touch.day"_s);
    m_day->setAccessibleName(tr("Day of the touch"));
    m_day->setCalendarPopup(true);
    m_day->setMinimumDate(EarliestDay);
    m_hasTime->setObjectName(u"touch.hasTime"_s);
    m_hasTime->setAccessibleName(tr("The time is known"));
    m_hasTime->setToolTip(m_hasTime->accessibleName());
    m_time->setObjectName(u"touch.time"_s);
    m_time->setAccessibleName(tr("Time of the touch"));
    m_quote->setObjectName(u"touch.quote"_s);
    m_quote->setAccessibleName(tr("What they said"));
    m_quote->setPlaceholderText(m_quote->accessibleName());
    m_quotable->setObjectName(u"touch.quotable"_s);
    m_quotable->setEnabled(false);
    m_say->setObjectName(u"touch.say"_s);
    m_say->setToolTip(tr("Ctrl+Return"));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"touch.cancel"_s);
    connect(cancel, &QPushButton::clicked, this, &TouchForm::cancelled);
    m_fault->setObjectName(u"touch.fault"_s);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setWordWrap(true);
    setInk(m_fault, ColourRole::DangerText);
    m_fault->hide();

    auto *when = new QHBoxLayout;
    when->setSpacing(Metrics::Tiny);
    when->addWidget(m_hasTime);
    when->addWidget(m_time, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(m_kind);
    layout->addWidget(m_about);
    layout->addWidget(m_fault);
    layout->addWidget(m_day);
    layout->addLayout(when);
    layout->addWidget(m_quote);
    layout->addWidget(m_quotable);
    layout->addLayout(SectionParts::lastRow(cancel, m_say));
}

void TouchForm::showKind()
{
    const auto kind = TouchKind(m_kind->currentData().toInt());
    m_fault->hide();
    m_about->setVisible(kind != TouchKind::Reviewed);
    m_about->setOf(kind == TouchKind::Referred ? TouchPicker::Of::People : TouchPicker::Of::Posts);
}

void TouchForm::followDay()
{
    // Whatever went live on that day was there to be seen.
    m_about->setAt(startOfDay(m_day->date().addDays(1), m_workspace.zone()) - 1);
}

void TouchForm::startNew(ProspectId prospect)
{
    Touch touch;
    touch.prospect = prospect;
    touch.kind = TouchKind::Commented;
    touch.at = {startOfDay(m_workspace.today(), m_workspace.zone()), Precision::Day};
    m_say->setText(tr("Add"));
    showTouch(touch, {});
}

void TouchForm::startChange(const Touch &touch, const QString &about)
{
    m_say->setText(tr("Keep"));
    showTouch(touch, about);
}

void TouchForm::showTouch(const Touch &touch, const QString &about)
{
    m_before = touch;
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(int(touch.kind))));
    showKind();
    m_about->setSelf(touch.prospect);
    m_about->setTarget({.post = touch.post,
        .copy = touch.profileCopy,
        .referrer = touch.referrer,
        .channel = touch.channel,
        .text = about});
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(touch.at.ms, m_workspace.zone());
    const bool hasTime =
        touch.at.precision == Precision::Exact || touch.at.precision == Precision::Minute;
    m_day->setDate(touch.at.precision == Precision::Unknown ? m_workspace.today() : at.date());
    m_shownDay = m_day->date();
    m_hasTime->setChecked(hasTime);
    m_time->setEnabled(hasTime);
    m_time->setTime(hasTime
            ? at.time()
            : QDateTime::fromMSecsSinceEpoch(m_workspace.clock().now(), m_workspace.zone()).time());
    followDay();
    m_quote->setText(touch.quote);
    m_quotable->setChecked(touch.quotable);
    show();
    m_kind->setFocus(Qt::OtherFocusReason);
}

std::optional<TouchDraft> TouchForm::draft() const
{
    const bool hasWords =
        !m_about->text().trimmed().isEmpty() || !m_quote->text().trimmed().isEmpty();
    if (isHidden() || !m_before.id.isNull() || !hasWords)
        return std::nullopt;
    return typed();
}

TouchDraft TouchForm::typed() const
{
    TouchDraft draft;
    draft.kind = TouchKind(m_kind->currentData().toInt());
    draft.about = m_about->target();
    draft.about.text = m_about->text();
    draft.day = m_day->date();
    if (m_hasTime->isChecked())
        draft.time = m_time->time();
    draft.quote = m_quote->text();
    draft.quotable = m_quotable->isChecked();
    return draft;
}

void TouchForm::setDraft(const TouchDraft &draft)
{
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(int(draft.kind))));
    m_about->setTarget(draft.about);
    m_day->setDate(draft.day);
    m_hasTime->setChecked(draft.time.has_value());
    if (draft.time)
        m_time->setTime(*draft.time);
    m_quote->setText(draft.quote);
    m_quotable->setChecked(draft.quotable);
}

Moment TouchForm::moment() const
{
    if (m_hasTime->isChecked()) {
        const QTime time(m_time->time().hour(), m_time->time().minute());
        const Moment now {
            localToInstant(m_day->date(), time, m_workspace.zone()), Precision::Minute};
        // An exact time that shows the same minute stays exact.
        const bool isSame = m_before.at.precision == Precision::Exact
            && m_before.at.ms - m_before.at.ms % 60'000 == now.ms;
        return isSame ? m_before.at : now;
    }
    // Who leaves the day as it is shown says nothing about it: an unknown one stays unknown.
    const bool hadDayAlone =
        m_before.at.precision == Precision::Day || m_before.at.precision == Precision::Unknown;
    if (hadDayAlone && m_day->date() == m_shownDay)
        return m_before.at;
    return {startOfDay(m_day->date(), m_workspace.zone()), Precision::Day};
}

void TouchForm::say()
{
    Touch after = m_before;
    after.kind = TouchKind(m_kind->currentData().toInt());
    const bool hasTarget = after.kind != TouchKind::Reviewed;
    const TouchTarget target = hasTarget ? m_about->target() : TouchTarget();
    if (hasTarget && target.isNothing() && !m_about->text().trimmed().isEmpty()) {
        m_fault->setText(tr("Choose one from the list, or leave the field empty."));
        m_fault->show();
        m_about->setFocus(Qt::OtherFocusReason);
        return;
    }
    after.post = target.post;
    after.profileCopy = target.copy;
    after.referrer = target.referrer;
    after.channel = target.channel;
    after.at = moment();
    after.quote = m_quote->text().trimmed();
    after.quotable = m_quotable->isChecked() && !after.quote.isEmpty();
    emit said(m_before, after);
}
