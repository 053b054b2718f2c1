// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/dossierheader.h"

#include "session/mergeservice.h"
#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "session/whenrefused.h"
#include "session/workspace.h"
#include "ui_common/closebutton.h"
#include "ui_common/elidedlabel.h"
#include "ui_common/flowlayout.h"
#include "ui_common/formatting.h"
#include "ui_common/icons.h"
#include "ui_common/plaintext.h"
#include "ui_common/theme.h"
#include "ui_common/undokeys.h"
#include "ui_prospects/conversationbar.h"
#include "ui_prospects/knownhint.h"
#include "ui_prospects/nextsteps.h"
#include "ui_prospects/prospectlook.h"
#include "ui_prospects/sectionparts.h"
#include "ui_prospects/sharingbutton.h"
#include "ui_prospects/stagebutton.h"

#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QShortcut>
#include <QStringListModel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr int NameRestMs = 600;
constexpr int LeastHandleLetters = 12; ///< of a handle that is cut

QLineEdit *quietEdit(const QString &name, const QString &text, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(name);
    edit->setAccessibleName(text);
    edit->setPlaceholderText(text);
    edit->setToolTip(text);
    return edit;
}

/// Puts \a text into \a edit unless somebody types there, or what they typed could not be written.
void showText(QLineEdit *edit, const QString &text, bool other)
{
    if (edit->text() == text || (!other && edit->isModified()))
        return;
    edit->setText(text);
    edit->setCursorPosition(0);
}
} // namespace

DossierHeader::DossierHeader(Workspace &workspace, ProspectDossier &dossier, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_dossier(dossier)
    , m_name(quietEdit(u"prospect.name"_s, tr("Name"), this))
    , m_stage(new StageButton(this))
    , m_title(quietEdit(u"prospect.title"_s, tr("Job title"), this))
    , m_company(quietEdit(u"prospect.company"_s, tr("Company"), this))
    , m_companies(new QStringListModel(this))
    , m_source(quietEdit(u"prospect.source"_s, tr("Source"), this))
    , m_owner(new QComboBox(this))
    , m_handles(new FlowLayout(Metrics::Tiny))
    , m_network(new QComboBox(this))
    , m_handle(quietEdit(u"handle.value"_s, tr("Address, number or name"), this))
    , m_addHandle(new QToolButton(this))
    , m_newHandle(new QWidget(this))
    , m_merges(new MergeService(workspace, this))
    , m_known(new KnownHint(this))
    , m_turn(new ElidedLabel(QString(), this))
    , m_next(new ElidedLabel(QString(), this))
    , m_conversation(new ConversationBar(workspace, dossier, this))
    , m_sharing(new SharingButton(workspace, dossier, this))
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(NameRestMs);
    connect(&m_rest, &QTimer::timeout, this, &DossierHeader::save);
    build();
    for (QLineEdit *edit : {m_name, m_title, m_source}) {
        connect(edit, &QLineEdit::textEdited, &m_rest, qOverload<>(&QTimer::start));
        connect(edit, &QLineEdit::editingFinished, this, &DossierHeader::flush);
    }
    connect(m_company, &QLineEdit::editingFinished, this, &DossierHeader::saveCompany);
    connect(m_company, &QLineEdit::textEdited, this, &DossierHeader::completeCompany);
    connect(m_owner, &QComboBox::activated, this, &DossierHeader::save);
    connect(m_stage, &StageButton::clicked, this, &DossierHeader::moveRequested);
    connect(m_addHandle, &QToolButton::clicked, this, [this] {
        m_newHandle->show();
        m_handle->setFocus();
    });
    connect(m_handle, &QLineEdit::returnPressed, this, &DossierHeader::addHandle);
    connect(m_known, &KnownHint::openRequested, this, &DossierHeader::openRequested);
    connect(m_known, &KnownHint::mergeRequested, this, &DossierHeader::mergeRequested);
}

void DossierHeader::build()
{
    m_name->setFont(headingFont(font()));
    m_name->setFrame(false);
    m_title->setFrame(false);
    m_source->setFrame(false);
    m_source->setPlaceholderText(tr("From where")); // the label before it has its name
    m_source->setMaximumWidth(fontMetrics().averageCharWidth() * 20);
    m_owner->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_owner->setMinimumContentsLength(10); // however long a name is
    m_owner->setObjectName(u"prospect.owner"_s);
    m_owner->setAccessibleName(tr("Owner"));
    m_owner->setToolTip(tr("Owner"));
    m_owner->setPlaceholderText(tr("Somebody else"));
    m_owner->addItem(tr("Nobody"), qlonglong(0));
    for (const User &user : m_workspace.users())
        m_owner->addItem(user.name, qlonglong(user.id.value()));
    m_company->setFrame(false);
    auto *completer = new QCompleter(m_companies, this);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_company->setCompleter(completer);
    auto *remove = new QToolButton(this);
    remove->setObjectName(u"prospect.remove"_s);
    remove->setIcon(Icons::named(u"edit-delete"_s));
    remove->setAccessibleName(tr("Delete this prospect"));
    remove->setToolTip(plainTip(remove->accessibleName()));
    remove->setAutoRaise(true);
    connect(remove, &QToolButton::clicked, this, &DossierHeader::deleteRequested);
    auto *close = new CloseButton(tr("Back to the whole list"), this);
    connect(close, &CloseButton::clicked, this, &DossierHeader::closeRequested);

    buildNewHandle();

    auto *first = new QHBoxLayout;
    first->setSpacing(Metrics::Small);
    first->addWidget(m_name, 1);
    first->addWidget(m_stage);
    first->addWidget(remove);
    first->addWidget(close);
    auto *second = new QHBoxLayout;
    second->setSpacing(Metrics::Small);
    second->addWidget(m_title, 1);
    second->addWidget(m_company, 1);
    auto *source = quietLabel(tr("Source"), this);
    source->setWordWrap(false);
    source->setBuddy(m_source);
    second->addWidget(source);
    second->addWidget(m_source);
    second->addWidget(m_owner);
    m_turn->setObjectName(u"prospect.turn"_s);
    m_next->setObjectName(u"prospect.next"_s);
    auto *fourth = new QHBoxLayout;
    fourth->setSpacing(Metrics::Small);
    fourth->addWidget(m_turn);
    fourth->addWidget(m_next, 1);
    fourth->addWidget(m_conversation);
    fourth->addWidget(m_sharing);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::Large, Metrics::Medium, Metrics::Medium, Metrics::Small);
    layout->setSpacing(Metrics::Tiny);
    layout->addLayout(first);
    layout->addLayout(second);
    layout->addLayout(m_handles);
    layout->addWidget(m_newHandle);
    layout->addWidget(m_known);
    layout->addLayout(fourth);
}

void DossierHeader::buildNewHandle()
{
    m_addHandle->setObjectName(u"handle.add"_s);
    m_addHandle->setIcon(Icons::named(u"list-add"_s));
    m_addHandle->setText(tr("Add a way to reach them"));
    m_addHandle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_addHandle->setAutoRaise(true);
    m_network->setObjectName(u"handle.network"_s);
    m_network->setAccessibleName(tr("Network"));
    for (const char *key : {"email", "phone", "whatsapp", "linkedin-member", "instagram", "x",
             "bluesky", "mastodon", "facebook-profile", "web"})
        m_network->addItem(
            ProspectLook::networkName(QString::fromLatin1(key)), QString::fromLatin1(key));
    auto *row = new QHBoxLayout(m_newHandle);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metrics::Tiny);
    row->addWidget(m_network);
    row->addWidget(m_handle, 1);
    auto *cancel = new CloseButton(tr("Add nothing"), m_newHandle);
    row->addWidget(cancel);
    connect(cancel, &CloseButton::clicked, this, &DossierHeader::leaveNewHandle);
    connect(SectionParts::shortcutIn(m_newHandle, Qt::Key_Escape), &QShortcut::activated, this,
        &DossierHeader::leaveNewHandle);
    m_newHandle->hide();
}

void DossierHeader::refresh()
{
    if (!m_dossier.prospect())
        return;
    const Prospect &prospect = *m_dossier.prospect();
    const bool other = prospect.id.value() != m_shownId;
    m_shownId = prospect.id.value();
    if (other) {
        m_rest.stop();
        m_newHandle->hide();
        m_handle->clear();
        if (m_hinted != prospect.id)
            m_known->hide();
    }
    showText(m_name, displayName(prospect), other);
    showText(m_title, prospect.title, other);
    showText(m_source, prospect.source, other);
    const QString company = m_dossier.company() ? m_dossier.company()->name : QString();
    showText(m_company, company, other);
    m_owner->setCurrentIndex(m_owner->findData(qlonglong(prospect.owner.value())));
    const int stage = indexOfStage(m_workspace.stages(), prospect.stage);
    if (stage >= 0)
        m_stage->setStage(m_workspace.stages().at(stage));
    showHandles();
    showTurn();
}

void DossierHeader::showHandles()
{
    const QList<Handle> &handles = m_dossier.handles();
    if (m_handles->count() > 0 && handles == m_shownHandles)
        return; // what is marked there stays marked
    m_shownHandles = handles;
    const bool hadFocus = m_handles->indexOf(m_addHandle) > 0
        && std::ranges::any_of(m_handleParts,
            [](const QWidget *part) { return part->isAncestorOf(QApplication::focusWidget()); });
    m_handles->removeWidget(m_addHandle);
    for (QWidget *part : std::as_const(m_handleParts)) {
        m_handles->removeWidget(part);
        part->hide();
        part->deleteLater(); // its button may be at work
    }
    m_handleParts.clear();
    for (const Handle &handle : handles) {
        m_handleParts << handleFor(handle);
        m_handles->addWidget(m_handleParts.last());
    }
    m_addHandle->setToolButtonStyle(
        handles.isEmpty() ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    m_addHandle->setAccessibleName(m_addHandle->text());
    m_handles->addWidget(m_addHandle);
    if (hadFocus)
        m_addHandle->setFocus(Qt::OtherFocusReason);
}

QWidget *DossierHeader::handleFor(const Handle &handle)
{
    const QString networkName = ProspectLook::networkName(handle.network);
    auto *part = new QWidget(this);
    auto *label = new QLabel(handle.value, part);
    label->setObjectName(u"handle.shown"_s);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // A long address is cut where there is no room, and does not widen the page.
    label->setMinimumWidth(
        std::min(label->sizeHint().width(), fontMetrics().averageCharWidth() * LeastHandleLetters));
    label->setToolTip(plainTip(handle.value));
    label->setAccessibleName(tr("%1: %2").arg(networkName, handle.value));
    auto *network = quietLabel(networkName, part);
    network->setWordWrap(false);
    auto *remove = new CloseButton(tr("Delete “%1”").arg(handle.value), part);
    connect(remove, &CloseButton::clicked, this,
        [this, handle] { m_workspace.prospects().removeHandle(handle); });
    auto *layout = new QHBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(network);
    layout->addWidget(label);
    layout->addWidget(remove);
    return part;
}

void DossierHeader::showTurn()
{
    int waiting = 0;
    Turn turn = Turn::Nobody; // as in the list: ours in one goes before theirs in another
    for (const Conversation &conversation : m_dossier.conversations()) {
        if (conversation.closedAt != 0)
            continue;
        waiting += conversation.unanswered;
        if (conversation.turn == Turn::We || turn == Turn::Nobody)
            turn = conversation.turn;
    }
    QString words = tr("Nobody's turn");
    if (turn == Turn::We)
        words = tr("Our turn: %n unanswered message(s)", nullptr, std::max(waiting, 1));
    else if (turn == Turn::They)
        words = tr("Their turn");
    std::optional<FollowUp> next;
    for (const FollowUp &step : m_dossier.followUps()) {
        if (step.doneAt == 0 && (!next || dueDay(step) < dueDay(*next)))
            next = step;
    }
    const QDate today = m_workspace.today();
    m_turn->setText(words);
    setInk(m_turn, turn == Turn::We ? ColourRole::PushText : ColourRole::QuietText);
    m_next->setText(next ? tr("· Next: %1, %2", "behind whose turn it is: the next step, its day")
                               .arg(next->what, Formatting::dayWithin(dueDay(*next), today))
                         : QString());
    const bool late = next && dueDay(*next) < today;
    setInk(m_next, late ? ColourRole::DangerText : ColourRole::QuietText);
    m_conversation->refresh();
    m_sharing->refresh();
}

void DossierHeader::addHandle()
{
    const QString value = m_handle->text().trimmed();
    if (value.isEmpty() || !m_dossier.prospect())
        return;
    const ProspectId self = m_dossier.prospect()->id;
    const QString network = m_network->currentData().toString();
    whenRefused(
        m_workspace, this, [&] { m_workspace.prospects().addHandle(self, network, value); },
        [this, self, network, value] {
            if (m_shownId != self.value() || !m_handle->text().trimmed().isEmpty())
                return; // what was typed meanwhile stays
            m_network->setCurrentIndex(m_network->findData(network));
            m_handle->setText(value);
            m_newHandle->show();
        });
    m_merges->knownByHandle(
        network, value, this, [this, self, value](const Result<KnownPeople> &people) {
            if (people)
                showHint(*people, value, self);
        });
    m_handle->clear();
    leaveNewHandle();
}

void DossierHeader::leaveNewHandle()
{
    m_newHandle->hide();
    m_addHandle->setFocus(Qt::OtherFocusReason);
}

void DossierHeader::save()
{
    m_rest.stop();
    if (!m_dossier.prospect() || m_dossier.prospect()->id.value() != m_shownId)
        return;
    const Prospect before = *m_dossier.prospect();
    Prospect after = before;
    const QString name = m_name->text().trimmed();
    if (!name.isEmpty() && name != displayName(before))
        after.name = name;
    after.title = m_title->text().trimmed();
    after.source = m_source->text().trimmed();
    if (m_owner->currentIndex() >= 0) // nobody of the list: who joined later keeps what is theirs
        after.owner = UserId(m_owner->currentData().toLongLong());
    if (after == before)
        return;
    whenRefused(
        m_workspace, this, [&] { m_workspace.prospects().change(before, after, true); },
        [this, before, after] {
            if (m_shownId != before.id.value())
                return;
            const auto putBack = [](QLineEdit *edit, const QString &was, const QString &typed) {
                if (was == typed || (edit->text() != was && edit->text() != typed))
                    return; // typed on
                edit->setText(typed);
                edit->setModified(true);
            };
            putBack(m_name, displayName(before), displayName(after));
            putBack(m_title, before.title, after.title);
            putBack(m_source, before.source, after.source);
        });
}

void DossierHeader::saveCompany()
{
    if (!m_company->isModified() || !m_dossier.prospect()
        || m_dossier.prospect()->id.value() != m_shownId)
        return;
    endTyping(m_company);
    const QString before = m_dossier.company() ? m_dossier.company()->name : QString();
    const QString typed = m_company->text();
    if (typed.simplified() == before)
        return;
    const QPointer<DossierHeader> self(this);
    m_workspace.prospects().setCompany(
        *m_dossier.prospect(), typed, [self, id = m_shownId, before, typed] {
            if (!self || self->m_shownId != id)
                return;
            QLineEdit *edit = self->m_company;
            if (edit->text() != before && edit->text() != typed)
                return; // typed on
            edit->setText(typed);
            edit->setModified(true);
        });
}

void DossierHeader::completeCompany(const QString &start)
{
    constexpr int mostOffered = 8;
    m_workspace.prospects().companyNames(
        start, mostOffered, this, [this, start](const Result<QStringList> &names) {
            if (!names || m_company->text() != start || !m_company->hasFocus())
                return; // typed on, or gone
            m_companies->setStringList(start.isEmpty() ? QStringList() : *names);
            m_company->completer()->complete();
        });
}

void DossierHeader::flush()
{
    save();
    saveCompany();
    for (QLineEdit *edit : {m_name, m_title, m_source})
        endTyping(edit);
}

void DossierHeader::hintAt(const QString &name)
{
    const ProspectId self = m_dossier.id();
    m_merges->knownByName(name, this, [this, self, name](const Result<KnownPeople> &people) {
        if (people)
            showHint(*people, name, self);
    });
}

void DossierHeader::showHint(const KnownPeople &people, const QString &what, ProspectId self)
{
    if (m_dossier.id() != self)
        return; // somebody else is open by now
    m_hinted = self; // known perhaps before they themselves are read
    m_known->show(people, what, self);
}

void DossierHeader::editName()
{
    m_name->setFocus(Qt::ShortcutFocusReason);
    m_name->selectAll();
}

void DossierHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_shownId != 0)
        showTurn();
}
