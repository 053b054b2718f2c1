// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/movebar.h"

#include "domain/landmarks.h"
#include "ui_common/sidelook.h"
#include "ui_common/theme.h"
#include "ui_prospects/lossform.h"
#include "ui_prospects/sectionparts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

MoveBar::MoveBar(const QList<Stage> &stages, QWidget *parent)
    : QWidget(parent)
    , m_stage(new QComboBox(this))
    , m_lostReason(new QComboBox(this))
    , m_reason(new QLineEdit(this))
{
    m_stage->setObjectName(u"move.stage"_s);
    m_stage->setAccessibleName(tr("New stage"));
    setStages(stages);
    m_lostReason->setObjectName(u"move.lostReason"_s);
    m_lostReason->setAccessibleName(tr("Why they are lost"));
    m_reason->setObjectName(u"move.reason"_s);
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Reason"));
    auto *move = new QPushButton(tr("Move"), this);
    move->setObjectName(u"move.confirm"_s);
    makePrimary(move);
    auto *leave = new QPushButton(tr("Cancel"), this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Metrics::Large, 0, Metrics::Medium, Metrics::Small);
    layout->setSpacing(Metrics::Small);
    layout->addWidget(m_stage);
    layout->addWidget(m_lostReason);
    layout->addWidget(m_reason, 1);
    layout->addWidget(move);
    layout->addWidget(leave);
    connect(m_stage, &QComboBox::currentIndexChanged, this, &MoveBar::showReasons);
    connect(move, &QPushButton::clicked, this, &MoveBar::confirm);
    connect(m_reason, &QLineEdit::returnPressed, this, &MoveBar::confirm);
    connect(leave, &QPushButton::clicked, this, &MoveBar::cancel);
    connect(SectionParts::shortcutIn(this, Qt::Key_Escape), &QShortcut::activated, this,
        &MoveBar::cancel);
    hide();
}

void MoveBar::setStages(const QList<Stage> &stages)
{
    const QVariant chosen = m_stage->currentData();
    m_stages = offeredStages(stages);
    std::ranges::stable_sort(m_stages, {}, [](const Stage &stage) { return stage.position; });
    const QSignalBlocker blocker(m_stage);
    m_stage->clear();
    for (const Stage &stage : std::as_const(m_stages))
        m_stage->addItem(
            tr("%1 · %2", "side and stage").arg(SideLook::name(stage.side), stage.name),
            qlonglong(stage.id.value()));
    if (const int index = m_stage->findData(chosen); index >= 0)
        m_stage->setCurrentIndex(index);
    else if (chosen.isValid() && isVisible())
        cancel(); // the stage retired meanwhile: nobody is moved to another by mistake
}

StageId MoveBar::stage() const
{
    return StageId(m_stage->currentData().toLongLong());
}

void MoveBar::setReasons(const QList<LostReason> &reasons)
{
    fillReasons(m_lostReason, reasons);
}

void MoveBar::showReasons()
{
    m_lostReason->setVisible(m_lostReason->count() > 1 && Landmarks::isExit(m_stages, stage()));
}

void MoveBar::start(StageId current)
{
    const int now = m_stage->findData(qlonglong(current.value()));
    m_stage->setCurrentIndex(std::min(now + 1, m_stage->count() - 1));
    m_reason->clear();
    m_lostReason->setCurrentIndex(0);
    showReasons();
    show();
    m_stage->setFocus(Qt::ShortcutFocusReason);
}

void MoveBar::resume(StageId stage, const QString &reason, LostReasonId lostReason)
{
    start(stage);
    m_stage->setCurrentIndex(m_stage->findData(qlonglong(stage.value())));
    m_reason->setText(reason);
    m_lostReason->setCurrentIndex(
        std::max(0, m_lostReason->findData(qlonglong(lostReason.value()))));
    showReasons();
}

void MoveBar::confirm()
{
    hide();
    const bool isExit = Landmarks::isExit(m_stages, stage());
    emit moved(stage(), m_reason->text().trimmed(),
        isExit ? LostReasonId(m_lostReason->currentData().toLongLong()) : LostReasonId());
}

void MoveBar::cancel()
{
    hide();
    emit cancelled();
}
