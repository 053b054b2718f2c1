// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/handoversection.h"

#include "base/clock.h"
#include "session/handoverservice.h"
#include "session/prospectdossier.h"
#include "session/whenrefused.h"
#include "session/workspace.h"
#include "session/workspacesetting.h"
#include "ui_common/formatting.h"
#include "ui_common/plaintext.h"
#include "ui_common/theme.h"
#include "ui_prospects/decisionrow.h"
#include "ui_prospects/handoverlines.h"
#include "ui_prospects/handoverwords.h"
#include "ui_prospects/sectionparts.h"
#include "ui_prospects/touchwords.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr const char *TouchProperty = "handedTouch";
constexpr qsizetype ChosenTouches = 5; ///< so many of the newest are chosen at first
} // namespace

HandoverSection::HandoverSection(Workspace &workspace, ProspectDossier &dossier, QWidget *parent)
    : DossierSection(parent)
    , m_workspace(workspace)
    , m_dossier(dossier)
    , m_limit(new WorkspaceSetting(workspace, HandoverService::LimitSetting, this))
    , m_rows(new SectionRows(this))
    , m_why(quietLabel({}, this))
    , m_add(SectionParts::textButton(
          u"handover.add"_s, tr("Offer to sales…"), tr("Offer this prospect to sales"), this))
    , m_form(new QWidget(this))
    , m_to(new QComboBox(m_form))
    , m_touches(new SectionRows(m_form))
    , m_note(new QLineEdit(m_form))
{
    build();
    connect(m_add, &QToolButton::clicked, this, &HandoverSection::startOffering);
}

void HandoverSection::build()
{
    m_why->setObjectName(u"handover.why"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(m_rows);
    layout->addWidget(m_why);
    layout->addWidget(buildForm());
    layout->addWidget(m_add, 0, Qt::AlignLeading);
    m_form->hide();
}

QWidget *HandoverSection::buildForm()
{
    m_to->setObjectName(u"handover.to"_s);
    m_to->setAccessibleName(tr("To whom"));
    m_to->addItem(tr("To whoever takes them first"), qlonglong(0));
    for (const User &user : m_workspace.users()) {
        if (HandoverRules::takesOver(user.role))
            m_to->addItem(tr("To %1").arg(user.name), qlonglong(user.id.value()));
    }
    m_note->setObjectName(u"handover.note"_s);
    m_note->setAccessibleName(tr("What sales should know"));
    m_note->setPlaceholderText(m_note->accessibleName());
    auto *say = new QPushButton(tr("Offer"), m_form);
    say->setObjectName(u"handover.say"_s);
    auto *cancel = new QPushButton(tr("Cancel"), m_form);
    cancel->setObjectName(u"handover.cancel"_s);
    connect(say, &QPushButton::clicked, this, &HandoverSection::offer);
    connect(m_note, &QLineEdit::returnPressed, this, &HandoverSection::offer);
    connect(cancel, &QPushButton::clicked, this, [this] {
        m_drafts.remove(m_of);
        leaveForm();
    });
    connect(SectionParts::shortcutIn(m_form, Qt::CTRL | Qt::Key_Return), &QShortcut::activated,
        this, &HandoverSection::offer);
    connect(SectionParts::shortcutIn(m_form, Qt::Key_Escape), &QShortcut::activated, this, [this] {
        flush(); // Escape loses nothing
        leaveForm();
    });
    auto *layout = new QVBoxLayout(m_form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(m_to);
    layout->addWidget(m_note);
    layout->addWidget(m_touches);
    layout->addLayout(SectionParts::lastRow(cancel, say));
    return m_form;
}

QString HandoverSection::key() const
{
    return u"handover"_s;
}

QString HandoverSection::title() const
{
    return tr("Handover to sales");
}

QString HandoverSection::summary() const
{
    const Handover *offered = open();
    if (offered == nullptr)
        return {};
    const QString left =
        HandoverWords::timeLeft(*offered, m_workspace.clock().now(), m_workspace.zone());
    return left.isEmpty() ? tr("Open") : left;
}

const Handover *HandoverSection::open() const
{
    const auto found =
        std::ranges::find(m_dossier.handovers(), HandoverState::Offered, &Handover::state);
    return found == m_dossier.handovers().end() ? nullptr : &*found;
}

void HandoverSection::refresh(bool isOther)
{
    if (isOther) {
        flush(); // what was typed while this one was read is of the one before
        m_of = m_dossier.id();
        leaveForm();
        m_rows->clearRows();
        m_shown.clear();
    }
    if (!m_dossier.prospect())
        return;
    showHandovers();
    const auto hindrance = HandoverRules::hindranceToOffer(
        m_workspace.stages(), m_dossier.prospect()->stage, m_dossier.handovers());
    const QString why = HandoverWords::hindrance(hindrance);
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    const bool can = hindrance == HandoverRules::Hindrance::None;
    if (!can) {
        flush(); // somebody else offered them meanwhile
        m_form->hide();
    }
    if (m_form->isHidden())
        showAdd();
    m_add->setVisible(can && m_form->isHidden());
}

void HandoverSection::flush()
{
    if (m_of.isNull() || m_form->isHidden())
        return;
    const Draft draft = typed();
    if (draft.to.isNull() && draft.note.trimmed().isEmpty())
        m_drafts.remove(m_of);
    else
        m_drafts.insert(m_of, draft);
}

HandoverSection::Draft HandoverSection::typed() const
{
    Draft draft {UserId(m_to->currentData().toLongLong()), m_note->text(), {}};
    const auto boxes = m_touches->findChildren<QCheckBox *>();
    for (const QCheckBox *box : boxes) {
        if (!box->isHidden()) // those of before wait to be deleted
            draft.touches.insert(
                TouchId(box->property(TouchProperty).toLongLong()), box->isChecked());
    }
    return draft;
}

void HandoverSection::forget(ProspectId id)
{
    m_drafts.remove(id);
    if (id == m_of)
        leaveForm();
}

void HandoverSection::showAdd()
{
    const bool goesOn = m_drafts.contains(m_of);
    m_add->setText(goesOn ? tr("Go on with the handover…") : tr("Offer to sales…"));
    m_add->setAccessibleName(
        goesOn ? tr("Go on with the handover") : tr("Offer this prospect to sales"));
    m_add->setToolTip(m_add->accessibleName());
    m_add->show();
}

QString HandoverSection::titleOf(const Touch &touch) const
{
    //: What a prospect did, and when.
    return tr("%1 · %2").arg(TouchWords::title(touch.kind, m_dossier.postTitle(touch.post)),
        Formatting::relativeDay(localDay(touch.at.ms, m_workspace.zone()), m_workspace.today()));
}

void HandoverSection::showHandovers()
{
    QList<Handover> handovers = m_dossier.handovers();
    std::ranges::stable_sort(handovers, std::ranges::greater {},
        [](const Handover &handover) { return handover.offeredAt; });
    const HandoverWords::Ground ground {m_workspace.clock().now(), m_workspace.today(),
        m_workspace.zone(), [this](UserId id) { return m_workspace.userName(id); }};
    QStringList shown;
    for (const Handover &handover : std::as_const(handovers)) {
        shown << handover.id.toString() + toText(handover.state)
                + HandoverWords::state(handover, ground) + handover.note;
        for (const HandoverTouch &handed : m_dossier.handoverTouches()) {
            if (handed.handover == handover.id)
                shown << handed.touch.toString();
        }
    }
    const auto rows = m_rows->findChildren<DecisionRow *>();
    const bool isAsking = std::ranges::any_of(
        rows, [](const DecisionRow *row) { return row->isVisible() && row->isAsking(); });
    // A reason that somebody writes stays while only the time moves on.
    if (shown == m_shown || (isAsking && open() != nullptr && m_form->isHidden()))
        return;
    m_shown = shown;
    const bool hadFocus = m_rows->isAncestorOf(QApplication::focusWidget());
    m_rows->clearRows();
    for (const Handover &handover : std::as_const(handovers))
        m_rows->addRow(rowFor(handover));
    m_rows->setVisible(!handovers.isEmpty());
    if (!hadFocus)
        return;
    const auto buttons = m_rows->findChildren<QAbstractButton *>();
    const auto first = std::ranges::find_if(
        buttons, [](const QAbstractButton *button) { return button->isVisible(); });
    (first == buttons.end() ? static_cast<QWidget *>(m_add) : *first)
        ->setFocus(Qt::OtherFocusReason);
}

QWidget *HandoverSection::rowFor(const Handover &handover)
{
    auto *row = new QWidget(m_rows);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    addHandoverLines(layout, handover, m_workspace);
    QStringList touches;
    for (const HandoverTouch &handed : m_dossier.handoverTouches()) {
        const auto touch = std::ranges::find(m_dossier.touches(), handed.touch, &Touch::id);
        if (handed.handover == handover.id && touch != m_dossier.touches().end())
            touches << titleOf(*touch);
    }
    if (!touches.isEmpty()) {
        auto *came = quietLabel(touches.join(u'\n'), row);
        came->setTextFormat(Qt::PlainText);
        layout->addWidget(came);
    }
    if (handover.state == HandoverState::Offered)
        layout->addWidget(decisionsOf(handover, row));
    return row;
}

DecisionRow *HandoverSection::decisionsOf(const Handover &handover, QWidget *parent)
{
    auto *decisions = new DecisionRow(handover, m_workspace.viewer(),
        displayName(*m_dossier.prospect()), DecisionRow::Room::Narrow, parent);
    const auto decide = [this, handover](const auto &how) {
        if (m_dossier.prospect())
            how(HandoverService(m_workspace), *m_dossier.prospect(), handover);
    };
    connect(decisions, &DecisionRow::accepted, this, [decide] {
        decide([](const HandoverService &service, const Prospect &prospect,
                   const Handover &offered) { service.accept(prospect, offered); });
    });
    connect(decisions, &DecisionRow::returned, this,
        [this, decide, id = handover.id](const QString &reason) {
            const auto send = [decide, reason] {
                decide(
                    [reason](const HandoverService &service, const Prospect &prospect,
                        const Handover &offered) { service.giveBack(prospect, offered, reason); });
            };
            whenRefused(m_workspace, this, send,
                [this, id, reason] { DecisionRow::resume(*m_rows, id, reason); });
        });
    connect(decisions, &DecisionRow::left, this, [this] { refresh(false); }); // what came meanwhile
    connect(decisions, &DecisionRow::withdrawn, this, [decide] {
        decide([](const HandoverService &service, const Prospect &prospect,
                   const Handover &offered) { service.withdraw(prospect, offered); });
    });
    return decisions;
}

void HandoverSection::startOffering()
{
    emit revealRequested();
    if (!m_dossier.prospect()
        || HandoverRules::hindranceToOffer(
               m_workspace.stages(), m_dossier.prospect()->stage, m_dossier.handovers())
            != HandoverRules::Hindrance::None)
        return;
    showForm();
}

void HandoverSection::showForm()
{
    QList<Touch> touches = m_dossier.touches();
    std::ranges::stable_sort(
        touches, std::ranges::greater {}, [](const Touch &touch) { return touch.at.ms; });
    m_touches->clearRows();
    const Draft draft = m_drafts.value(m_of);
    qsizetype number = 0;
    for (const Touch &touch : std::as_const(touches)) {
        auto *box = new QCheckBox(titleOf(touch), m_touches);
        box->setObjectName(u"handover.touch"_s);
        box->setToolTip(plainTip(box->text()));
        // The column is narrow: the words may be cut, the tool tip has them whole.
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        box->setChecked(draft.touches.value(touch.id, number++ < ChosenTouches));
        box->setProperty(TouchProperty, qlonglong(touch.id.value()));
        m_touches->addRow(box);
    }
    m_note->setText(draft.note);
    m_to->setCurrentIndex(std::max(0, m_to->findData(qlonglong(draft.to.value()))));
    m_add->hide();
    m_form->show();
    m_to->setFocus(Qt::OtherFocusReason);
}

void HandoverSection::leaveForm()
{
    const bool hadFocus = m_form->isAncestorOf(focusWidget());
    m_form->hide();
    showAdd();
    if (hadFocus)
        m_add->setFocus(Qt::OtherFocusReason);
}

void HandoverSection::offer()
{
    if (!m_dossier.prospect())
        return;
    const Draft offered = typed();
    HandoverService::Terms terms;
    terms.to = offered.to;
    terms.note = offered.note;
    terms.limitHours = HandoverRules::limitHours(m_limit->value());
    const auto boxes = m_touches->findChildren<QCheckBox *>();
    for (const QCheckBox *box : boxes) {
        // Boxes of before are hidden until they are deleted.
        if (!box->isHidden() && box->isChecked())
            terms.touches << TouchId(box->property(TouchProperty).toLongLong());
    }
    m_drafts.remove(m_of);
    leaveForm();
    whenRefused(
        m_workspace, this,
        [&] {
            HandoverService(m_workspace).offer(*m_dossier.prospect(), m_dossier.handovers(), terms);
        },
        [this, of = m_of, offered] {
            if (!m_drafts.contains(of))
                m_drafts.insert(of, offered);
            if (of == m_of && m_form->isHidden())
                startOffering();
        });
}
