// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/changespage.h"

#include "base/clock.h"
#include "session/activitystore.h"
#include "session/activitywords.h"
#include "session/workspace.h"
#include "ui_common/emptystate.h"
#include "ui_common/errorstate.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_timeline/activitylist.h"
#include "ui_timeline/changesmodel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace {
constexpr int PageSize = 200;
constexpr int DaysShownAtFirst = 7;
enum ChangesView { List, Empty, Failed };
} // namespace

ChangesPage::ChangesPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_store(new ActivityStore(workspace, PageSize, this))
    , m_model(new ChangesModel(this))
    , m_who(new QComboBox(this))
    , m_kind(new QComboBox(this))
    , m_days(new QComboBox(this))
    , m_open(new QPushButton(tr("Open"), this))
    , m_stack(new QStackedWidget(this))
    , m_view(new QTreeView(m_stack))
    , m_empty(new EmptyState(m_stack))
    , m_error(new ErrorState(m_stack))
{
    build();
    fillFilters();
    m_model->setContext({[&workspace](UserId user) { return workspace.userName(user); },
        workspace.zone(), workspace.today()});
    for (QComboBox *box : {m_who, m_kind, m_days})
        connect(box, &QComboBox::activated, this, &ChangesPage::applyFilter);
    connect(m_store, &ActivityStore::changed, this, &ChangesPage::refresh);
    connect(m_empty, &EmptyState::triggered, this, &ChangesPage::clearFilter);
    connect(m_error, &ErrorState::retryRequested, this, &ChangesPage::applyFilter);
    connect(m_open, &QPushButton::clicked, this, &ChangesPage::openCurrent);
    connect(m_view, &QTreeView::activated, this, &ChangesPage::openCurrent);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) {
            const ActivityEntry *entry = m_model->entryAt(current);
            m_open->setEnabled(entry && entry->isThere);
        });
    connect(
        m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &ChangesPage::readOnAtTheEnd);
    applyFilter();
}

void ChangesPage::build()
{
    m_view->setObjectName(u"changes"_s);
    m_view->setAccessibleName(tr("Recent changes, newest first"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setTextElideMode(Qt::ElideRight);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    QHeaderView *header = m_view->header();
    header->setStretchLastSection(true);
    header->setSectionsMovable(false);
    const int letter = fontMetrics().averageCharWidth();
    header->resizeSection(ChangesModel::When, letter * 22);
    header->resizeSection(ChangesModel::Who, letter * 18);
    header->resizeSection(ChangesModel::What, letter * 55);
    m_who->setObjectName(u"changesBy"_s);
    m_who->setAccessibleName(tr("By whom"));
    m_kind->setObjectName(u"changesKind"_s);
    m_kind->setAccessibleName(tr("Which changes"));
    m_days->setObjectName(u"changesDays"_s);
    m_days->setAccessibleName(tr("Since when"));
    m_open->setObjectName(u"openChanged"_s);
    m_open->setEnabled(false);
    m_empty->setIcon(Icons::named(u"clock"_s));
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"closeChanges"_s);
    connect(close, &QPushButton::clicked, this, &ChangesPage::closeRequested);
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::Small);
    for (QComboBox *box : {m_who, m_kind, m_days})
        row->addWidget(box);
    row->addStretch(1);
    row->addWidget(m_open);
    row->addWidget(close);
    m_stack->insertWidget(List, m_view);
    m_stack->insertWidget(Empty, m_empty);
    m_stack->insertWidget(Failed, m_error);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::Large, Metrics::Small, Metrics::Large, Metrics::Medium);
    layout->setSpacing(Metrics::Small);
    layout->addLayout(row);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_view);
}

void ChangesPage::fillFilters()
{
    m_who->addItem(tr("Everybody"), qint64(0));
    for (const User &user : m_workspace.users())
        m_who->addItem(user.name, user.id.value());
    m_who->setVisible(m_workspace.users().size() > 1);
    m_kind->addItem(tr("All changes"), -1);
    const struct
    {
        ActivityKind kind;
        QString text;
    } kinds[] {{ActivityKind::Made, tr("Created and deleted")},
        {ActivityKind::Planned, tr("Days and times")}, {ActivityKind::Status, tr("Status")},
        {ActivityKind::Words, tr("Words")}, {ActivityKind::Media, tr("Media")},
        {ActivityKind::Sorted, tr("Campaigns, pillars and labels of posts")},
        {ActivityKind::Said, tr("Comments and checklists")},
        {ActivityKind::Imported, tr("Imports")}, {ActivityKind::Sets, tr("Sets and channels")},
        {ActivityKind::People, tr("Handovers, offers, consent and homework")}};
    for (const auto &[kind, text] : kinds)
        m_kind->addItem(text, int(kind));
    m_days->addItem(tr("Today"), 1);
    m_days->addItem(tr("The last 7 days"), DaysShownAtFirst);
    m_days->addItem(tr("The last 30 days"), 30);
    m_days->addItem(tr("Since ever"), 0);
    m_days->setCurrentIndex(m_days->findData(DaysShownAtFirst));
}

void ChangesPage::applyFilter()
{
    ActivityQuery query;
    query.who = UserId(m_who->currentData().toLongLong());
    if (const int kind = m_kind->currentData().toInt(); kind >= 0)
        query.kind = ActivityKind(kind);
    if (const int days = m_days->currentData().toInt(); days > 0)
        query.from = startOfDay(m_workspace.today().addDays(1 - days), m_workspace.zone());
    m_store->show(query);
}

void ChangesPage::clearFilter()
{
    m_who->setCurrentIndex(0);
    m_kind->setCurrentIndex(0);
    m_days->setCurrentIndex(m_days->findData(0));
    applyFilter();
    m_view->setFocus();
}

void ChangesPage::refresh()
{
    if (m_store->state() == StoreState::Loading)
        return; // the old list stays until the new one is there
    if (m_store->state() == StoreState::Failed) {
        m_error->setError(m_store->error(), tr("Try again"));
        m_stack->setCurrentIndex(Failed);
        return;
    }
    const QList<ActivityEntry> entries = storyOf(m_store->page(), activityWords());
    m_model->setEntries(entries);
    const bool isWhole = m_store->query() == ActivityQuery();
    m_empty->setSentence(isWhole ? tr("Nothing was changed yet. What you and your team do to posts "
                                      "and prospects is listed here.")
                                 : tr("Nothing was changed that fits."));
    m_empty->setButtonText(isWhole ? QString() : tr("Show all changes"));
    m_stack->setCurrentIndex(entries.isEmpty() && !m_store->page().hasMore ? Empty : List);
    if (!m_view->currentIndex().isValid() && !entries.isEmpty())
        m_view->setCurrentIndex(m_model->index(0, 0));
    readOnAtTheEnd();
}

void ChangesPage::readOnAtTheEnd()
{
    const QScrollBar *bar = m_view->verticalScrollBar();
    if (m_store->page().hasMore && bar->value() >= bar->maximum() - m_view->height())
        m_store->readMore();
}

void ChangesPage::openCurrent()
{
    const ActivityEntry *entry = m_model->entryAt(m_view->currentIndex());
    if (!entry || !entry->isThere)
        return;
    if (!entry->prospect.isNull())
        emit prospectRequested(entry->prospect);
    else
        emit openRequested(entry->post, entry->day);
}

void ChangesPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closeRequested();
    else
        QWidget::keyPressEvent(event);
}
