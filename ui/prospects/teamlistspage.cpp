// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/teamlistspage.h"

#include "session/lostreasons.h"
#include "session/teamsets.h"
#include "session/workspace.h"
#include "ui_common/silentparts.h"
#include "ui_common/theme.h"
#include "ui_prospects/sectionparts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

TeamListsPage::TeamListsPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_list(new QListWidget(this))
    , m_up(SectionParts::iconButton(u"reasons.up"_s, u"go-up"_s, tr("Move the reason up"), this))
    , m_down(SectionParts::iconButton(
          u"reasons.down"_s, u"go-down"_s, tr("Move the reason down"), this))
    , m_retire(SectionParts::textButton(
          u"reasons.retire"_s, tr("Retire"), tr("No longer offer the reason"), this))
    , m_new(new QLineEdit(this))
    , m_fault(new QLabel(this))
{
    build();
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    connect(m_retire, &QToolButton::clicked, this, &TeamListsPage::toggleRetired);
    connect(m_new, &QLineEdit::returnPressed, this, &TeamListsPage::add);
    connect(m_new, &QLineEdit::textEdited, m_fault, &QWidget::hide);
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        if (!m_showing)
            rename(item->text());
    });
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        if (!m_showing)
            refresh();
    });
    connect(&workspace.team(), &TeamSets::changed, this, &TeamListsPage::refresh);
    refresh();
}

TeamListsPage::~TeamListsPage()
{
    silenceParts(this);
}

void TeamListsPage::build()
{
    setObjectName(u"teamLists"_s);
    m_list->setObjectName(u"reasons"_s);
    m_list->setAccessibleName(tr("Reasons for losing"));
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    m_list->installEventFilter(this);
    setFocusProxy(m_list);
    m_new->setObjectName(u"reasons.new"_s);
    m_new->setAccessibleName(tr("New reason"));
    m_new->setPlaceholderText(tr("New reason, Return adds it"));
    m_fault->setObjectName(u"reasons.fault"_s);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setWordWrap(true);
    m_fault->hide();
    auto *said =
        quietLabel(tr("Whoever moves a prospect to an exit, or loses an offer, chooses from these. "
                      "F2 renames, "
                      "Alt+Up and Alt+Down reorder. What was lost keeps a reason that is retired."),
            this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Metrics::Tiny);
    buttons->addWidget(m_up);
    buttons->addWidget(m_down);
    buttons->addWidget(m_retire);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::Large, Metrics::Medium, Metrics::Medium, Metrics::Medium);
    layout->setSpacing(Metrics::Small);
    layout->addWidget(said);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    layout->addWidget(m_new);
    layout->addWidget(m_fault);
}

const LostReason *TeamListsPage::current() const
{
    const QListWidgetItem *item = m_list->currentItem();
    if (item == nullptr)
        return nullptr;
    const LostReasonId id(item->data(Qt::UserRole).toLongLong());
    const QList<LostReason> &reasons = m_workspace.team().lostReasons();
    const auto found = std::ranges::find(reasons, id, &LostReason::id);
    return found == reasons.end() ? nullptr : &*found;
}

void TeamListsPage::refresh()
{
    const QList<LostReason> &reasons = m_workspace.team().lostReasons();
    const LostReason *chosen = current();
    const LostReasonId id = chosen == nullptr ? LostReasonId() : chosen->id;
    m_showing = true;
    // The items stay where they can: one of them may be edited.
    while (m_list->count() > reasons.size())
        delete m_list->takeItem(m_list->count() - 1);
    for (qsizetype i = 0; i < reasons.size(); ++i) {
        const LostReason &reason = reasons.at(i);
        QListWidgetItem *item = m_list->item(int(i));
        if (item == nullptr) {
            item = new QListWidgetItem(m_list);
            item->setFlags(item->flags() | Qt::ItemIsEditable);
        }
        QFont font = m_list->font();
        font.setItalic(reason.retired);
        item->setFont(font);
        item->setText(reason.name);
        item->setData(Qt::AccessibleDescriptionRole, reason.retired ? tr("Retired") : QString());
        item->setToolTip(reason.retired ? tr("Retired") : QString());
        item->setData(Qt::UserRole, qlonglong(reason.id.value()));
        if (reason.id == id)
            m_list->setCurrentItem(item);
    }
    if (m_list->currentRow() < 0 && m_list->count() > 0)
        m_list->setCurrentRow(0);
    m_showing = false;
    const LostReason *now = current();
    m_up->setEnabled(now != nullptr && m_list->currentRow() > 0);
    m_down->setEnabled(now != nullptr && m_list->currentRow() + 1 < m_list->count());
    m_retire->setEnabled(now != nullptr);
    const bool isRetired = now != nullptr && now->retired;
    m_retire->setText(isRetired ? tr("Offer again") : tr("Retire"));
    m_retire->setAccessibleName(
        isRetired ? tr("Offer the reason again") : tr("No longer offer the reason"));
    m_retire->setToolTip(m_retire->accessibleName());
}

void TeamListsPage::sayIfTaken(const QString &name, LostReasonId but)
{
    const bool taken = !name.trimmed().isEmpty() && !LostReasons(m_workspace).isFree(name, but);
    m_fault->setText(tr("There is a reason “%1” already.").arg(name.simplified()));
    m_fault->setVisible(taken);
}

void TeamListsPage::add()
{
    const QString name = m_new->text();
    sayIfTaken(name, {});
    if (!LostReasons(m_workspace).isFree(name))
        return;
    m_new->setText({}); // not clear(), which its own undo would bring back
    LostReasons(m_workspace).add(name);
}

void TeamListsPage::rename(const QString &name)
{
    const LostReason *reason = current();
    if (reason == nullptr || reason->name == name)
        return;
    sayIfTaken(name, reason->id);
    if (LostReasons(m_workspace).isFree(name, reason->id))
        LostReasons(m_workspace).rename(LostReason(*reason), name);
    else
        refresh(); // as it was
}

void TeamListsPage::move(int steps)
{
    if (const LostReason *reason = current())
        LostReasons(m_workspace).move(reason->id, steps);
}

void TeamListsPage::toggleRetired()
{
    if (const LostReason *reason = current())
        LostReasons(m_workspace).retire(LostReason(*reason), !reason->retired);
}

bool TeamListsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(
            event); // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast)
        const bool alt = key->modifiers() == Qt::AltModifier;
        if (alt && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            move(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
        if (key->key() == Qt::Key_Delete) {
            toggleRetired();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}
