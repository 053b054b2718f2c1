// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/duplicatespage.h"

#include "base/moment.h"
#include "session/duplicatelist.h"
#include "session/mergeservice.h"
#include "session/workspace.h"
#include "ui_common/emptystate.h"
#include "ui_common/errorstate.h"
#include "ui_common/formatting.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_prospects/mergepage.h"
#include "ui_prospects/prospectlook.h"

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

DuplicatesPage::DuplicatesPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_found(new DuplicateList(workspace, this))
    , m_service(new MergeService(workspace, this))
    , m_stack(new QStackedWidget(this))
    , m_page(new QWidget(m_stack))
    , m_loading(quietLabel(tr("Looking for records of the same person…"), m_stack))
    , m_empty(new EmptyState(tr("No two records look like one person."), {}, m_stack))
    , m_error(new ErrorState(m_stack))
    , m_merging(new MergePage(workspace, m_stack))
    , m_list(new QListWidget(m_page))
    , m_one(new QLabel(m_page))
    , m_other(new QLabel(m_page))
    , m_merge(new QPushButton(tr("Merge…"), m_page))
    , m_apart(new QPushButton(tr("Not the same"), m_page))
    , m_weak(new QCheckBox(tr("Also people who only share a &name"), this))
{
    build();
    connect(m_found, &DuplicateList::changed, this, &DuplicatesPage::refresh);
    connect(m_error, &ErrorState::retryRequested, m_found, &DuplicateList::load);
    connect(m_weak, &QCheckBox::toggled, m_found, &DuplicateList::setAlsoWeak);
    connect(m_list, &QListWidget::currentRowChanged, this, &DuplicatesPage::showPair);
    connect(m_merge, &QPushButton::clicked, this, &DuplicatesPage::mergeCurrent);
    connect(m_apart, &QPushButton::clicked, this, &DuplicatesPage::keepCurrentApart);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &DuplicatesPage::mergeCurrent);
    connect(m_merging, &MergePage::merged, this, &DuplicatesPage::showPairs);
    connect(m_merging, &MergePage::cancelled, this, &DuplicatesPage::showPairs);
    m_found->load();
}

void DuplicatesPage::build()
{
    m_loading->setAlignment(Qt::AlignCenter);
    m_empty->setIcon(Icons::named(u"view-pim-contacts"_s, u"system-users"_s));
    m_weak->setObjectName(u"duplicates.weak"_s);
    m_list->setObjectName(u"duplicates"_s);
    m_list->setAccessibleName(tr("Records that may be one person"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->installEventFilter(this);
    m_merge->setObjectName(u"duplicates.merge"_s);
    makePrimary(m_merge);
    m_apart->setObjectName(u"duplicates.apart"_s);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(Metrics::Large);
    for (QLabel *label : {m_one, m_other}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        sides->addWidget(label, 1);
    }
    m_one->setObjectName(u"duplicates.one"_s);
    m_other->setObjectName(u"duplicates.other"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Metrics::Small);
    buttons->addStretch(1);
    buttons->addWidget(m_apart);
    buttons->addWidget(m_merge);
    auto *page = new QVBoxLayout(m_page);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(Metrics::Medium);
    page->addWidget(m_list, 1);
    page->addWidget(hairline(Qt::Horizontal, m_page));
    page->addLayout(sides);
    page->addLayout(buttons);
    for (QWidget *part :
        {m_page, static_cast<QWidget *>(m_loading), static_cast<QWidget *>(m_empty),
            static_cast<QWidget *>(m_error), static_cast<QWidget *>(m_merging)})
        m_stack->addWidget(part);
    // Where no pair is left, Escape still leaves; it is no stop of the Tab key.
    setFocusPolicy(Qt::ClickFocus);
    setTabOrder(m_weak, m_list);
    setTabOrder(m_list, m_apart);
    setTabOrder(m_apart, m_merge);
    setAccessibleName(tr("Duplicates"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::Large, Metrics::Medium, Metrics::Large, Metrics::Large);
    layout->setSpacing(Metrics::Medium);
    layout->addWidget(m_weak);
    layout->addWidget(m_stack, 1);
}

QString DuplicatesPage::reasonText(const DuplicatePair &pair)
{
    switch (pair.reason) {
    case DuplicateReason::SameEmail:
        return tr("The same e-mail address: %1").arg(pair.shared);
    case DuplicateReason::SamePhone:
        return tr("The same number: %1").arg(pair.shared);
    case DuplicateReason::SameHandle:
        return tr("The same handle: %1").arg(pair.shared);
    case DuplicateReason::NameAndCompany:
        return tr("The same name at the same company: %1").arg(pair.shared);
    case DuplicateReason::NameAndHandle:
        return tr("The same name and handles that resemble: %1").arg(pair.shared);
    case DuplicateReason::SameName:
        return tr("Only the same name");
    }
    Q_UNREACHABLE();
}

void DuplicatesPage::refresh()
{
    const bool hadFocus = m_page->isAncestorOf(QApplication::focusWidget());
    fill();
    if (m_stack->currentWidget() == m_merging)
        return;
    if (hadFocus && m_found->suggestions().isEmpty())
        setFocus(Qt::OtherFocusReason);
    if (m_found->state() == StoreState::Failed) {
        m_error->setError(m_found->error(), tr("Try again"));
        m_stack->setCurrentWidget(m_error);
    } else if (!m_found->suggestions().isEmpty()) {
        m_stack->setCurrentWidget(m_page);
        if (window()->focusWidget() == this)
            m_list->setFocus(Qt::OtherFocusReason); // it waited for them
    } else {
        m_stack->setCurrentWidget(
            m_found->state() == StoreState::Loading ? static_cast<QWidget *>(m_loading) : m_empty);
    }
}

void DuplicatesPage::fill()
{
    const int before = std::max(0, m_list->currentRow());
    int wanted = -1;
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const DuplicateSuggestion &suggestion : m_found->suggestions()) {
            const QString names = tr("%1 and %2", "two people")
                                      .arg(displayName(suggestion.one.prospect),
                                          displayName(suggestion.other.prospect));
            const QString reason = reasonText(suggestion.pair);
            auto *item = new QListWidgetItem(names + u'\n' + reason, m_list);
            item->setData(Qt::AccessibleTextRole, tr("%1. %2").arg(names, reason));
            item->setSizeHint(QSize(0, 2 * fontMetrics().height() + Metrics::Medium));
            if (suggestion.pair.one == m_shown.one && suggestion.pair.other == m_shown.other)
                wanted = m_list->count() - 1;
        }
        // What is decided next is about the pair that is looked at, wherever it stands now.
        m_list->setCurrentRow(wanted >= 0 ? wanted : std::min(before, m_list->count() - 1));
    }
    showPair();
}

const DuplicateSuggestion *DuplicatesPage::current() const
{
    const int row = m_list->currentRow();
    return row < 0 || row >= m_found->suggestions().size() ? nullptr
                                                           : &m_found->suggestions().at(row);
}

QString DuplicatesPage::about(const DuplicateCandidate &candidate) const
{
    const Prospect &prospect = candidate.prospect;
    QStringList lines {displayName(prospect)};
    if (!prospect.title.isEmpty())
        lines << prospect.title;
    if (!candidate.company.isEmpty())
        lines << candidate.company;
    if (const int stage = indexOfStage(m_workspace.stages(), prospect.stage); stage >= 0)
        lines << m_workspace.stages().at(stage).name;
    for (const Handle &handle : candidate.handles)
        lines << tr("%1: %2").arg(ProspectLook::networkName(handle.network), handle.value);
    if (prospect.lastActivityAt != 0)
        lines << tr("Last activity: %1")
                     .arg(Formatting::relativeDay(
                         localDay(prospect.lastActivityAt, m_workspace.zone()),
                         m_workspace.today()));
    return lines.join(u'\n');
}

void DuplicatesPage::showPair()
{
    const DuplicateSuggestion *pair = current();
    m_shown = pair != nullptr ? pair->pair : DuplicatePair();
    m_merge->setEnabled(pair != nullptr);
    m_apart->setEnabled(pair != nullptr);
    m_one->setText(pair != nullptr ? about(pair->one) : QString());
    m_other->setText(pair != nullptr ? about(pair->other) : QString());
}

void DuplicatesPage::showPairs()
{
    m_weak->show();
    m_stack->setCurrentWidget(m_page);
    refresh();
    m_list->setFocus();
}

void DuplicatesPage::mergeCurrent()
{
    const DuplicateSuggestion *pair = current();
    if (pair == nullptr)
        return;
    m_weak->hide();
    m_merging->open(pair->pair.one, pair->pair.other);
    m_stack->setCurrentWidget(m_merging);
}

void DuplicatesPage::keepCurrentApart()
{
    if (const DuplicateSuggestion *pair = current()) {
        const DuplicatePair decided = pair->pair; // the list loses it at once
        m_service->keepApart(decided);
    }
}

void DuplicatesPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_stack->currentWidget() == m_merging)
        showPairs();
    else
        QWidget::keyPressEvent(event);
}

bool DuplicatesPage::event(QEvent *event)
{
    // While two are merged, Escape leads back to the pairs and not out of the page.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape
        && m_stack->currentWidget() == m_merging) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

bool DuplicatesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            mergeCurrent();
            return true;
        }
        if (key == Qt::Key_Delete) {
            keepCurrentApart();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}
