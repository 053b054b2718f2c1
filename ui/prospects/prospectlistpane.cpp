// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/prospectlistpane.h"

#include "base/moment.h"
#include "models/prospectlistmodel.h"
#include "session/groupchats.h"
#include "session/prospectlist.h"
#include "session/workspace.h"
#include "ui_common/closebutton.h"
#include "ui_common/elidedlabel.h"
#include "ui_common/emptystate.h"
#include "ui_common/errorstate.h"
#include "ui_common/formatting.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_prospects/prospecttableview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
QString orderName(ProspectQuery::Sort sort)
{
    switch (sort) {
    case ProspectQuery::Sort::Name:
        return ProspectListPane::tr("By name");
    case ProspectQuery::Sort::LastActivity:
        return ProspectListPane::tr("By last activity");
    case ProspectQuery::Sort::Newest:
        return ProspectListPane::tr("Newest first");
    case ProspectQuery::Sort::Stage:
        return ProspectListPane::tr("By stage");
    case ProspectQuery::Sort::Company:
        return ProspectListPane::tr("By company");
    case ProspectQuery::Sort::Source:
        return ProspectListPane::tr("By source");
    case ProspectQuery::Sort::Owner:
        return ProspectListPane::tr("By owner");
    case ProspectQuery::Sort::NextStep:
        return ProspectListPane::tr("By next step");
    case ProspectQuery::Sort::OfferValue:
        return ProspectListPane::tr("By open offers");
    }
    Q_UNREACHABLE();
}
} // namespace

ProspectListPane::ProspectListPane(Workspace &workspace, GroupChats &chats, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_chats(chats)
    , m_model(new ProspectListModel(workspace, this))
    , m_table(new ProspectTableView(workspace, m_model, this))
    , m_stack(new QStackedWidget(this))
    , m_only(new QWidget(this))
    , m_onlyText(new ElidedLabel({}, m_only))
    , m_chatsButton(new QToolButton(this))
    , m_name(new QLineEdit(this))
    , m_empty(new EmptyState(m_stack))
    , m_import(new QPushButton(tr("Import…"), m_empty))
    , m_everywhere(m_empty->addButton(tr("Search everywhere")))
    , m_error(new ErrorState(m_stack))
    , m_count(quietLabel({}, this))
    , m_order(new QToolButton(this))
    , m_columns(new QToolButton(this))
{
    m_model->list().setCountsAll(true);
    build();
    connect(&m_model->list(), &ProspectList::changed, this, &ProspectListPane::refresh);
    connect(&m_chats, &GroupChats::changed, this, &ProspectListPane::refreshChats);
    connect(m_table, &ProspectTableView::orderRequested, this, &ProspectListPane::setOrder);
    connect(m_order->menu(), &QMenu::aboutToShow, this, &ProspectListPane::fillOrders);
    connect(m_columns->menu(), &QMenu::aboutToShow, this, [this] {
        m_columns->menu()->clear();
        m_table->fillColumnsMenu(m_columns->menu());
    });
    connect(
        m_error, &ErrorState::retryRequested, this, [this] { m_model->list().setQuery(query()); });
    connect(m_name, &QLineEdit::returnPressed, this, [this] {
        const QString name = m_name->text().trimmed();
        endCreating();
        if (!name.isEmpty())
            emit created(name);
    });
    connect(m_empty, &EmptyState::triggered, this, [this] {
        if (isFiltered(query()))
            showAll();
        else
            startCreating();
    });
    connect(m_import, &QPushButton::clicked, this, &ProspectListPane::importRequested);
    connect(
        m_everywhere, &QPushButton::clicked, this, &ProspectListPane::searchEverywhereRequested);
    connect(m_chatsButton, &QToolButton::toggled, this, &ProspectListPane::showChats);
}

void ProspectListPane::build()
{
    auto *chip = new QHBoxLayout(m_only);
    chip->setContentsMargins(Metrics::Medium, Metrics::Tiny, Metrics::Small, Metrics::Tiny);
    auto *dismiss = new CloseButton(tr("Show all prospects again"), m_only);
    chip->addWidget(m_onlyText, 1);
    chip->addWidget(dismiss);
    m_only->setAutoFillBackground(true);
    m_only->setBackgroundRole(QPalette::Highlight);
    m_only->hide();
    connect(dismiss, &CloseButton::clicked, this, [this] {
        ProspectQuery next = query();
        next.only.reset();
        next.onlyTitle.clear();
        setQuery(next);
        emit queryChanged(next);
    });
    m_chatsButton->setObjectName(u"chats"_s);
    m_chatsButton->setIcon(Icons::named(u"dialog-messages"_s));
    m_chatsButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_chatsButton->setAutoRaise(true);
    m_chatsButton->setCheckable(true);
    m_chatsButton->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_chatsButton->hide();
    m_name->setObjectName(u"prospect.new"_s);
    m_name->setAccessibleName(tr("Name of the new prospect"));
    m_name->setPlaceholderText(tr("Name of the new prospect"));
    m_name->hide();
    auto *escape = new QShortcut(Qt::Key_Escape, m_name);
    escape->setContext(Qt::WidgetShortcut);
    connect(escape, &QShortcut::activated, this, &ProspectListPane::endCreating);
    m_empty->setIcon(Icons::named(u"view-pim-contacts"_s, u"system-users"_s));
    auto *column = qobject_cast<QBoxLayout *>(m_empty->layout());
    column->insertWidget(column->count() - 1, m_import, 0, Qt::AlignHCenter);
    m_everywhere->setObjectName(u"prospects.everywhere"_s);
    m_everywhere->setToolTip(tr("Searches messages, posts and profile copy for these words too"));
    m_count->setWordWrap(false);
    m_count->setContentsMargins(Metrics::Medium, Metrics::Tiny, Metrics::Medium, Metrics::Tiny);
    m_order->setObjectName(u"order"_s);
    m_order->setAutoRaise(true);
    m_order->setPopupMode(QToolButton::InstantPopup);
    m_order->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_order->setMenu(new QMenu(m_order));
    m_columns->setObjectName(u"columns"_s);
    m_columns->setText(tr("Columns"));
    m_columns->setAccessibleName(tr("Columns of the list"));
    m_columns->setAutoRaise(true);
    m_columns->setPopupMode(QToolButton::InstantPopup);
    m_columns->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_columns->setMenu(new QMenu(m_columns));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(0, 0, Metrics::Tiny, 0);
    foot->addWidget(m_count, 1);
    foot->addWidget(m_order);
    foot->addWidget(m_columns);
    m_chatPage = buildChats();
    for (QWidget *page : {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_empty),
             static_cast<QWidget *>(m_error), m_chatPage})
        m_stack->addWidget(page);
    auto *nameRow = new QHBoxLayout;
    nameRow->setContentsMargins(Metrics::Small, 0, Metrics::Small, 0);
    nameRow->addWidget(m_name);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_only);
    layout->addWidget(m_chatsButton);
    layout->addLayout(nameRow);
    layout->addWidget(m_stack, 1);
    layout->addWidget(hairline(Qt::Horizontal, this));
    layout->addLayout(foot);
}

QWidget *ProspectListPane::buildChats()
{
    m_chatList = new QListWidget(m_stack);
    m_chatList->setObjectName(u"chatList"_s);
    m_chatList->setAccessibleName(tr("Group chats"));
    m_chatList->setFrameShape(QFrame::NoFrame);
    connect(m_chatList, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item == nullptr)
            return;
        item->setSelected(true); // also where the focus alone made it the current one
        emit chatChosen(ConversationId(item->data(Qt::UserRole).toLongLong()));
    });
    return m_chatList;
}

const ProspectQuery &ProspectListPane::query() const
{
    return m_model->list().query();
}

void ProspectListPane::setQuery(const ProspectQuery &query)
{
    m_model->list().setQuery(query);
    m_table->setOrder(query.sort, query.descending);
    m_order->setText(orderName(query.sort));
    m_order->setAccessibleName(tr("Order: %1").arg(m_order->text()));
    m_only->setVisible(query.only.has_value());
    m_onlyText->setText(query.onlyTitle.isEmpty() ? tr("Chosen prospects") : query.onlyTitle);
    refresh();
}

void ProspectListPane::setWayBack(QWidget *button)
{
    qobject_cast<QBoxLayout *>(m_only->layout())->insertWidget(0, button);
}

void ProspectListPane::setOrder(ProspectQuery::Sort sort, bool descending)
{
    ProspectQuery next = query();
    next.sort = sort;
    next.descending = descending;
    setQuery(next);
    emit queryChanged(next);
}

void ProspectListPane::fillOrders()
{
    using Sort = ProspectQuery::Sort;
    m_order->menu()->clear();
    for (const Sort sort : {Sort::LastActivity, Sort::NextStep, Sort::Newest, Sort::Name,
             Sort::Company, Sort::Stage, Sort::Source, Sort::Owner, Sort::OfferValue}) {
        QAction *action = m_order->menu()->addAction(orderName(sort));
        action->setCheckable(true);
        action->setChecked(sort == query().sort);
        connect(action, &QAction::triggered, this,
            [this, sort] { setOrder(sort, beginsDescending(sort)); });
    }
}

void ProspectListPane::showAll()
{
    const ProspectQuery all = withoutFilters(query());
    setQuery(all);
    emit queryChanged(all);
}

QString ProspectListPane::countText() const
{
    const ProspectList &list = m_model->list();
    const int size = list.size();
    //: %1 is the number with its digits grouped.
    QString count = tr("%1 prospect(s)", nullptr, size).arg(Formatting::number(size));
    if (list.isStreaming())
        return tr("%1 so far").arg(count);
    if (list.allCount())
        //: Both are numbers with their digits grouped: those that match a filter, and all.
        return tr("%1 of %2 prospects")
            .arg(Formatting::number(size), Formatting::number(*list.allCount()));
    return count;
}

void ProspectListPane::startCreating()
{
    showChats(false);
    m_name->show();
    m_name->setFocus(Qt::ShortcutFocusReason);
}

void ProspectListPane::endCreating()
{
    m_name->clear();
    m_name->hide();
    m_table->setFocus();
}

bool ProspectListPane::showsChats() const
{
    return m_stack->currentWidget() == m_chatPage;
}

void ProspectListPane::showChats(bool shown)
{
    m_chatsButton->setChecked(shown);
    if (shown == showsChats())
        return;
    if (shown) {
        m_stack->setCurrentWidget(m_chatPage);
        m_chatList->setFocus();
    } else {
        m_stack->setCurrentWidget(m_table);
        m_chatList->setCurrentItem(nullptr);
        emit chatsLeft();
    }
    refresh();
}

void ProspectListPane::refresh()
{
    const ProspectList &list = m_model->list();
    emit loadingChanged(list.state() == StoreState::Loading || list.isStreaming());
    const int size = list.size();
    m_order->setVisible(!showsChats());
    m_columns->setVisible(!showsChats());
    if (showsChats()) {
        m_count->setText(m_chatsButton->text());
        return;
    }
    if (list.state() == StoreState::Failed) {
        m_error->setError(list.error(), tr("Try again"));
        m_stack->setCurrentWidget(m_error);
    } else if (size == 0 && list.state() == StoreState::Ready) {
        const bool filtered = isFiltered(query());
        m_empty->setSentence(filtered
                ? tr("No prospect matches.")
                : tr("No prospects yet. Import a list or a chat, or add somebody by name."));
        m_empty->setButtonText(filtered ? tr("Show all prospects") : tr("Add a prospect"));
        m_import->setVisible(!filtered);
        m_everywhere->setVisible(!query().text.isEmpty());
        m_stack->setCurrentWidget(m_empty);
    } else {
        m_stack->setCurrentWidget(m_table);
    }
    m_count->setText(countText());
}

void ProspectListPane::refreshChats()
{
    const QList<Conversation> &chats = m_chats.chats();
    m_chatsButton->setVisible(!chats.isEmpty() || showsChats());
    m_chatsButton->setText(tr("%n group chat(s) without a prospect", nullptr, int(chats.size())));
    m_chatsButton->setAccessibleName(m_chatsButton->text());
    QList<qint64> ids;
    for (int row = 0; row < m_chatList->count(); ++row)
        ids << m_chatList->item(row)->data(Qt::UserRole).toLongLong();
    QList<qint64> wanted;
    for (const Conversation &chat : chats)
        wanted << chat.id.value();
    if (ids == wanted)
        return;
    const QSignalBlocker quiet(m_chatList);
    m_chatList->clear();
    for (const Conversation &chat : chats) {
        const QString title = chat.title.isEmpty() ? tr("Group chat") : chat.title;
        const QString day = Formatting::relativeDay(
            localDay(chat.lastMessageAt, m_workspace.zone()), m_workspace.today());
        auto *item = new QListWidgetItem(
            Icons::named(u"object-locked"_s, u"lock"_s), title + u'\n' + day, m_chatList);
        item->setData(Qt::UserRole, qlonglong(chat.id.value()));
        item->setSizeHint(QSize(0, 2 * fontMetrics().height() + Metrics::Medium));
        item->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(title, day));
        if (chat.id == m_chats.id())
            m_chatList->setCurrentItem(item);
    }
}
