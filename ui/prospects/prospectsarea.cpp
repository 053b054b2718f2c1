// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/prospectsarea.h"

#include "models/prospectlistmodel.h"
#include "session/groupchats.h"
#include "session/prospectdossier.h"
#include "session/prospectlist.h"
#include "session/prospectservice.h"
#include "session/touchedpost.h"
#include "session/workspace.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_prospects/companiespage.h"
#include "ui_prospects/conversationbar.h"
#include "ui_prospects/criteriarow.h"
#include "ui_prospects/dossierpane.h"
#include "ui_prospects/duplicatespage.h"
#include "ui_prospects/fieldspage.h"
#include "ui_prospects/filterbar.h"
#include "ui_prospects/groupchatpane.h"
#include "ui_prospects/guardrailpage.h"
#include "ui_prospects/handoverpage.h"
#include "ui_prospects/mergepage.h"
#include "ui_prospects/persondesk.h"
#include "ui_prospects/prospectlistpane.h"
#include "ui_prospects/prospecttableview.h"
#include "ui_prospects/savedfiltermenu.h"
#include "ui_prospects/stageboardview.h"
#include "ui_prospects/teamlistspage.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QComboBox>
#include <QDataStream>
#include <QIODevice>
#include <QLineEdit>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int StateVersion = 2;
constexpr int SearchDelayMs = 150;
/// Widths in average letters.
constexpr int ListLetters = 58;
constexpr int LeastListLetters = 32;
constexpr int LeastDossierLetters = 64;

/// The groups of the menu: the person who is shown, what takes them away, everybody, what the team has agreed.
QList<QStringList> menuGroups()
{
    return {{u"prospect.new"_s, u"prospect.import"_s},
        {u"prospect.move"_s, u"prospect.logMessage"_s, u"prospect.logCall"_s,
            u"prospect.nextStep"_s},
        {u"prospect.makeOffer"_s, u"prospect.winOffer"_s, u"prospect.loseOffer"_s},
        {u"prospect.snooze"_s, u"prospect.closeConversation"_s, u"prospect.reopenConversation"_s},
        {u"prospect.rename"_s, u"prospect.export"_s}, {u"prospect.delete"_s, u"prospect.erase"_s},
        {u"prospect.list"_s, u"prospect.board"_s, u"prospects.chart"_s, u"prospects.handovers"_s,
            u"prospects.companies"_s, u"prospects.duplicates"_s},
        {u"prospects.teamlists"_s, u"prospects.fields"_s, u"prospects.guardrails"_s,
            u"prospects.retention"_s}};
}
} // namespace

ProspectsArea::ProspectsArea(Workspace &workspace)
    : m_workspace(workspace)
    , m_chats(new GroupChats(workspace, this))
    , m_touchedPost(new TouchedPost(workspace, this))
    , m_page(new QWidget)
    , m_criteria(new CriteriaRow(m_page))
    , m_splitter(new QSplitter(Qt::Horizontal, m_page))
    , m_left(new QStackedWidget(m_splitter))
    , m_list(new ProspectListPane(workspace, *m_chats, m_left))
    , m_board(new StageBoardView(workspace, m_left))
    , m_right(new QStackedWidget(m_splitter))
    , m_dossier(new DossierPane(workspace, m_right))
    , m_chat(new GroupChatPane(workspace, *m_chats, m_right))
    , m_filters(new FilterBar(workspace))
    , m_desk(new PersonDesk(workspace, m_splitter))
    , m_views(new QActionGroup(this))
{
    auto *layout = new QVBoxLayout(m_page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_criteria);
    layout->addWidget(m_splitter, 1);
    m_left->addWidget(m_list);
    m_left->addWidget(m_board);
    const int letter = m_page->fontMetrics().averageCharWidth();
    m_left->setMinimumWidth(LeastListLetters * letter);
    m_right->setMinimumWidth(LeastDossierLetters * letter);
    m_right->addWidget(m_dossier);
    m_right->addWidget(m_chat);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({ListLetters * letter, 2 * ListLetters * letter});
    m_right->hide();
    m_searching.setSingleShot(true);
    m_searching.setInterval(SearchDelayMs);
    buildActions();
    buildViews();
    groupActions();
    connectParts();
    connectBoard();
    setQuery({});
    readSources();
}

ProspectsArea::~ProspectsArea() = default;

void ProspectsArea::buildActions()
{
    const auto add = [this](const QString &id, const QString &text, const QString &icon,
                         const QKeySequence &shortcut, const std::function<void()> &run) {
        auto *action = new QAction(Icons::named(icon), text, this);
        action->setObjectName(id);
        action->setShortcut(shortcut);
        connect(action, &QAction::triggered, this, run);
        m_actions << action;
        return action;
    };
    add(u"prospect.new"_s, tr("&New prospect"), u"list-add-user"_s, Qt::CTRL | Qt::Key_N, [this] {
        showBoard(false); // where the line for the name is
        m_list->startCreating();
    });
    add(u"prospect.import"_s, tr("&Import prospects…"), u"document-import"_s, {},
        [this] { import(); });
    add(u"prospects.duplicates"_s, tr("Find d&uplicates…"), u"edit-copy"_s, {},
        [this] { showDuplicates(); });
    add(u"prospects.handovers"_s, tr("&Handovers to sales"), u"mail-forward"_s,
        Qt::CTRL | Qt::SHIFT | Qt::Key_H, [this] { showHandovers(); });
    m_chart = add(u"prospects.chart"_s, tr("Back to the chart"),
        QApplication::isRightToLeft() ? u"go-next"_s : u"go-previous"_s, QKeySequence::Back,
        [this] { showChart(); });
    buildWayBack();
    add(u"prospects.teamlists"_s, tr("&Reasons for losing…"), u"view-list-text"_s, {},
        [this] { showTeamLists(); });
    add(u"prospects.companies"_s, tr("Com&panies…"), u"view-group"_s, {},
        [this] { showCompanies(); });
    add(u"prospects.fields"_s, tr("Own &fields…"), u"view-form"_s, {}, [this] { showFields(); });
    add(u"prospects.guardrails"_s, tr("&Guardrails…"), u"security-medium"_s, {},
        [this] { showGuardrails(); });
    buildProspectActions();
    buildDuties();
    updateActions();
}

void ProspectsArea::buildProspectActions()
{
    const auto add = [this](const QString &id, const QString &text, const QString &icon,
                         const QKeySequence &shortcut, void (DossierPane::*run)()) {
        auto *action = new QAction(Icons::named(icon), text, this);
        action->setObjectName(id);
        action->setShortcut(shortcut);
        connect(action, &QAction::triggered, this, [this, run] {
            showDossier();
            (m_dossier->*run)();
        });
        m_actions << action;
        m_prospectActions << action;
        return action;
    };
    add(u"prospect.move"_s, tr("&Move to another stage…"), u"go-next"_s, Qt::CTRL | Qt::Key_M,
        &DossierPane::startMove);
    add(u"prospect.logMessage"_s, tr("Log a m&essage"), u"dialog-messages"_s,
        Qt::CTRL | Qt::SHIFT | Qt::Key_M, &DossierPane::startMessage);
    add(u"prospect.logCall"_s, tr("Log a &call"), u"call-start"_s, Qt::CTRL | Qt::Key_L,
        &DossierPane::startCall);
    add(u"prospect.nextStep"_s, tr("Add a next &step"), u"appointment-new"_s, Qt::CTRL | Qt::Key_T,
        &DossierPane::startNextStep);
    add(u"prospect.makeOffer"_s, tr("Make an &offer…"), u"document-new"_s,
        Qt::CTRL | Qt::SHIFT | Qt::Key_O, &DossierPane::startOffer);
    m_win = add(u"prospect.winOffer"_s, tr("&Win the open offer"), u"dialog-ok-apply"_s,
        Qt::CTRL | Qt::SHIFT | Qt::Key_W, &DossierPane::winOffer);
    m_lose = add(u"prospect.loseOffer"_s, tr("Sa&y that the open offer is lost…"),
        u"dialog-cancel"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_L, &DossierPane::loseOffer);
    m_snooze = add(u"prospect.snooze"_s, tr("Snoo&ze the conversation…"), u"clock"_s, {},
        &DossierPane::snoozeConversation);
    m_closeConversation = add(u"prospect.closeConversation"_s, tr("Close the con&versation"),
        u"dialog-ok-apply"_s, {}, &DossierPane::closeConversation);
    m_reopenConversation = add(u"prospect.reopenConversation"_s, tr("Reopen the conversation"),
        u"view-refresh"_s, {}, &DossierPane::reopenConversation);
    add(u"prospect.rename"_s, tr("Ren&ame"), u"edit-rename"_s, Qt::Key_F2, &DossierPane::editName);
    auto *remove = new QAction(Icons::named(u"edit-delete"_s), tr("&Delete prospect"), this);
    remove->setObjectName(u"prospect.delete"_s);
    connect(remove, &QAction::triggered, this, &ProspectsArea::removeCurrent);
    m_actions << remove;
    m_prospectActions << remove;
}

void ProspectsArea::buildWayBack()
{
    m_chart->setToolTip(
        tr("%1 (%2)").arg(m_chart->text(), m_chart->shortcut().toString(QKeySequence::NativeText)));
    const auto button = [this](const QString &name, QWidget *parent) {
        auto *made = new QToolButton(parent);
        made->setObjectName(name);
        made->setDefaultAction(m_chart);
        made->setAccessibleName(m_chart->text());
        made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        made->setIconSize({Metrics::Icon, Metrics::Icon});
        made->setAutoRaise(true);
        return made;
    };
    m_listBack = button(u"prospects.back"_s, m_list);
    m_list->setWayBack(m_listBack);
    m_boardBack = button(u"board.back"_s, m_criteria);
    m_criteria->setWayBack(m_boardBack);
}

void ProspectsArea::showDossier()
{
    m_right->setCurrentWidget(m_dossier);
    m_right->setVisible(!m_shown.isNull());
}

void ProspectsArea::buildDuties()
{
    const auto add = [this](const QString &id, const QString &text, const QString &icon) {
        auto *action = new QAction(Icons::named(icon), text, this);
        action->setObjectName(id);
        m_actions << action;
        return action;
    };
    auto *write = add(u"prospect.export"_s, tr("E&xport this person…"), u"document-export"_s);
    connect(write, &QAction::triggered, this, [this] {
        if (m_dossier->dossier().prospect())
            m_desk->exportPerson(*m_dossier->dossier().prospect());
    });
    auto *erase = add(u"prospect.erase"_s, tr("Erase &this person for good…"), u"edit-clear"_s);
    connect(erase, &QAction::triggered, this, [this] {
        if (m_dossier->dossier().prospect())
            m_desk->erase(*m_dossier->dossier().prospect());
    });
    m_prospectActions << write << erase;
    connect(add(u"prospects.retention"_s, tr("How long conversations are &kept…"), u"clock"_s),
        &QAction::triggered, m_desk, &PersonDesk::showRetention);
    connect(m_desk, &PersonDesk::busyChanged, this, [this](bool isBusy) {
        m_deskBusy = isBusy;
        updateLoading();
    });
    connect(m_desk, &PersonDesk::erased, this, [this](ProspectId id) {
        if (id == m_shown)
            close();
    });
}

void ProspectsArea::groupActions()
{
    QList<QAction *> grouped;
    const QList<QStringList> groups = menuGroups();
    for (const QStringList &group : groups) {
        if (!grouped.isEmpty()) {
            auto *separator = new QAction(this);
            separator->setSeparator(true);
            grouped << separator;
        }
        for (const QString &id : group) {
            const auto found = std::ranges::find(m_actions, id, &QAction::objectName);
            Q_ASSERT(found != m_actions.end());
            grouped << m_actions.takeAt(found - m_actions.begin());
        }
    }
    m_actions = grouped + m_actions;
}

void ProspectsArea::buildViews()
{
    const auto add = [this](const QString &id, const QString &text, const QIcon &icon, Qt::Key key,
                         bool isBoard) {
        auto *action = new QAction(icon, text, this);
        action->setObjectName(id);
        action->setShortcut(Qt::CTRL | Qt::ALT | key);
        action->setToolTip(tr("%1 (%2)").arg(
            QString(text).remove(u'&'), action->shortcut().toString(QKeySequence::NativeText)));
        action->setCheckable(true);
        action->setChecked(!isBoard);
        m_views->addAction(action);
        connect(action, &QAction::triggered, this, [this, isBoard] {
            showBoard(isBoard);
            focusWork();
        });
    };
    add(u"prospect.list"_s, tr("&List"), Icons::named(u"view-list-details"_s, u"view-list-text"_s),
        Qt::Key_1, false);
    add(u"prospect.board"_s, tr("&Board by stage"),
        Icons::named(u"view-file-columns"_s, u"view-grid"_s), Qt::Key_2, true);
    m_actions << m_views->actions();
    m_filters->addViews(m_views->actions());
    for (int place = 0; place < SavedFilterMenu::ShortcutCount; ++place) {
        auto *shortcut = new QShortcut(SavedFilterMenu::shortcutOf(place), m_page);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this,
            [this, place] { m_filters->saved().choose(place); });
    }
}

void ProspectsArea::connectBoard()
{
    connect(m_touchedPost, &TouchedPost::changed, this, &ProspectsArea::showCriteria);
    connect(m_criteria, &CriteriaRow::queryChosen, this, &ProspectsArea::choose);
    connect(m_board, &StageBoardView::opened, this, &ProspectsArea::openProspect);
    connect(m_board, &StageBoardView::currentChanged, this, [this](ProspectId id) {
        const bool isShown = id == m_shown && m_right->currentWidget() == m_dossier;
        if (!m_shown.isNull() && !isShown && showsBoard())
            openProspect(id); // whoever is looked at stands beside it already
    });
    connect(m_board, &StageBoardView::left, this, &ProspectsArea::close);
    connect(m_board, &StageBoardView::exitRequested, this, [this](ProspectId id, StageId stage) {
        m_leaving = id;
        m_exit = stage;
        openProspect(id);
        askForExit();
    });
    connect(m_board, &StageBoardView::loadingChanged, this, [this](bool loading) {
        m_boardLoading = loading;
        updateLoading();
    });
    connect(&m_dossier->dossier(), &ProspectDossier::changed, this, &ProspectsArea::askForExit);
    connect(&m_dossier->dossier(), &ProspectDossier::survivorFound, this,
        [this](ProspectId asked, ProspectId standing) {
            if (asked != m_shown)
                return;
            m_shown = standing;
            m_board->setShown(standing);
            m_list->table().setCurrentProspect(standing, true);
        });
}

void ProspectsArea::askForExit()
{
    const ProspectDossier &dossier = m_dossier->dossier();
    if (m_leaving.isNull() || dossier.state() != StoreState::Ready || !dossier.prospect()
        || dossier.prospect()->id != m_leaving)
        return;
    m_leaving = {};
    m_dossier->startMove();
    if (auto *box = m_dossier->findChild<QComboBox *>(u"move.stage"_s))
        box->setCurrentIndex(box->findData(qlonglong(m_exit.value())));
    if (auto *reason = m_dossier->findChild<QLineEdit *>(u"move.reason"_s))
        reason->setFocus(Qt::ShortcutFocusReason);
}

void ProspectsArea::showBoard(bool shown)
{
    m_list->showChats(false);
    m_left->setCurrentWidget(shown ? static_cast<QWidget *>(m_board) : m_list);
    m_views->actions().at(shown ? 1 : 0)->setChecked(true);
    setQuery(m_query);
}

bool ProspectsArea::showsBoard() const
{
    return m_left->currentWidget() == m_board;
}

void ProspectsArea::focusWork()
{
    if (showsBoard())
        m_board->takeKeyboard();
    else
        m_list->table().setFocus();
}

void ProspectsArea::connectParts()
{
    ProspectTableView *table = &m_list->table();
    connect(table, &ProspectTableView::currentProspectChanged, this, &ProspectsArea::show);
    connect(table, &ProspectTableView::chosen, this, [this](ProspectId id) {
        if (id != m_shown || m_right->currentWidget() != m_dossier)
            openProspect(id);
    });
    connect(table, &ProspectTableView::deleteRequested, this, &ProspectsArea::removeCurrent);
    connect(table, &ProspectTableView::left, this, &ProspectsArea::close);
    connect(table, &ProspectTableView::returnPressed, this, [this] {
        if (!m_shown.isNull())
            m_dossier->startLog(Medium::DirectMessage);
        else
            openProspect(m_list->model().idAt(m_list->table().currentIndex()));
    });
    connect(m_list, &ProspectListPane::queryChanged, this, &ProspectsArea::setQuery);
    connect(&m_list->model().list(), &ProspectList::changed, this, &ProspectsArea::followSearch);
    connect(m_list, &ProspectListPane::created, this, &ProspectsArea::create);
    connect(m_list, &ProspectListPane::importRequested, this, &ProspectsArea::import);
    connect(m_list, &ProspectListPane::searchEverywhereRequested, this, [this] {
        if (host() != nullptr)
            host()->searchEverywhere();
    });
    connect(m_list, &ProspectListPane::chatChosen, this, [this](ConversationId id) {
        m_chats->open(id);
        m_right->setCurrentWidget(m_chat);
        m_right->show();
    });
    connect(m_list, &ProspectListPane::chatsLeft, this, [this] {
        m_chats->open({});
        m_right->setCurrentWidget(m_dossier);
        m_right->setVisible(!m_shown.isNull());
    });
    connect(m_list, &ProspectListPane::loadingChanged, this, [this](bool loading) {
        m_listLoading = loading;
        updateLoading();
    });
    connect(m_dossier, &DossierPane::loadingChanged, this, [this](bool loading) {
        m_dossierLoading = loading;
        updateLoading();
    });
    connect(&m_dossier->dossier(), &ProspectDossier::changed, this, &ProspectsArea::updateActions);
    connect(m_dossier, &DossierPane::closeRequested, this, &ProspectsArea::close);
    connect(m_dossier, &DossierPane::openRequested, this, &ProspectsArea::openProspect);
    connect(m_dossier, &DossierPane::mergeRequested, this,
        [this](ProspectId known) { merge(known, m_shown); });
    connect(m_dossier, &DossierPane::left, this, [this] {
        if (!showsBoard() && !m_list->table().isVisible())
            close(); // an empty list has nowhere to go to
        else
            focusWork();
    });
    connect(m_dossier, &DossierPane::deleteRequested, this, &ProspectsArea::removeCurrent);
    connect(m_chat, &GroupChatPane::closeRequested, this, &ProspectsArea::close);
    connect(m_chat, &GroupChatPane::prospectMade, this, &ProspectsArea::openProspect);
    connect(m_filters, &FilterBar::queryChanged, this, &ProspectsArea::choose);
    connect(&m_searching, &QTimer::timeout, this, [this] {
        ProspectQuery query = m_query;
        query.text = m_text;
        m_searched = !m_text.isEmpty();
        setQuery(query);
    });
    connect(&m_workspace, &Workspace::edited, this, &ProspectsArea::openRestored);
    connect(&m_workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (changes.whole.contains(u"prospect"_s))
            readSources(); // an import may have brought new ones
    });
}

void ProspectsArea::import()
{
    if (auto *action = m_splitter->window()->findChild<QAction *>(u"file.import"_s))
        action->trigger();
}

void ProspectsArea::showChart()
{
    if (host() != nullptr)
        host()->showArea(u"pipeline"_s);
}

void ProspectsArea::showHandovers()
{
    if (m_handovers == nullptr) {
        m_handovers = new HandoverPage(m_workspace, m_right);
        m_right->addWidget(m_handovers);
        connect(m_handovers, &HandoverPage::closeRequested, this, &ProspectsArea::leavePage);
        connect(m_handovers, &HandoverPage::loadingChanged, this, [this](bool loading) {
            m_handoversLoading = loading;
            updateLoading();
        });
        connect(m_handovers, &HandoverPage::openRequested, this, &ProspectsArea::openProspect);
    }
    m_dossier->flush();
    m_right->setCurrentWidget(m_handovers);
    m_right->show();
    m_handovers->takeKeyboard();
}

void ProspectsArea::leavePage()
{
    if (m_shown.isNull()) {
        close();
        return;
    }
    show(m_shown);
    m_list->table().setFocus();
}

void ProspectsArea::showTeamLists()
{
    if (host() != nullptr)
        host()->showPage(tr("Reasons for losing"), new TeamListsPage(m_workspace));
}

void ProspectsArea::readSources()
{
    m_workspace.prospects().sources(this, [this](const Result<QStringList> &sources) {
        if (sources)
            m_filters->setSources(*sources);
    });
}

void ProspectsArea::choose(const ProspectQuery &query)
{
    m_list->showChats(false);
    setQuery(query);
}

void ProspectsArea::setQuery(const ProspectQuery &query)
{
    m_query = query;
    m_chart->setEnabled(m_chart->isEnabled() && m_query.only.has_value());
    m_filters->setQuery(m_query);
    m_list->setQuery(m_query);
    if (showsBoard())
        m_board->setQuery(m_query);
    m_touchedPost->show(m_query.touchPost);
    showCriteria();
    showWords(m_query);
}

void ProspectsArea::showCriteria()
{
    QList<FilterCriterion> criteria =
        FilterWords::criteria(m_query, m_workspace, m_touchedPost->name());
    if (showsBoard()) {
        if (m_query.only) { // the list has a line of its own for them
            ProspectQuery without = m_query;
            without.only.reset();
            without.onlyTitle.clear();
            criteria.prepend({u"only"_s,
                m_query.onlyTitle.isEmpty() ? tr("Chosen prospects") : m_query.onlyTitle, without});
        }
    }
    m_listBack->setVisible(m_chart->isEnabled());
    m_boardBack->setVisible(m_chart->isEnabled() && showsBoard());
    m_criteria->setCriteria(criteria);
}

void ProspectsArea::showWords(const ProspectQuery &query)
{
    if (m_searching.isActive() || query.text == m_text)
        return; // newer words are on their way
    m_text = query.text;
    if (host() != nullptr)
        host()->setSearchText(this, m_text);
}

void ProspectsArea::followSearch()
{
    const ProspectList &list = m_list->model().list();
    if (!m_searched || list.state() != StoreState::Ready || list.isStreaming())
        return;
    m_searched = false;
    if (showsBoard() || m_shown.isNull() || list.indexOf(m_shown) >= 0)
        return;
    const ProspectId first = list.idAt(0);
    m_list->table().setCurrentProspect(first, true);
    show(first);
}

void ProspectsArea::showOnly(const QList<ProspectId> &ids, const QString &title)
{
    ProspectQuery query;
    query.sort = m_query.sort;
    query.descending = m_query.descending;
    query.only = ids;
    query.onlyTitle = title;
    m_list->showChats(false);
    close();
    m_searching.stop();
    m_chart->setEnabled(false); // they may come from elsewhere than those who were listed
    setQuery(query);
}

void ProspectsArea::showBehindMark(const QList<ProspectId> &ids, const QString &title)
{
    showOnly(ids, title);
    m_chart->setEnabled(true);
    showCriteria();
}

void ProspectsArea::openProspect(ProspectId id)
{
    m_list->showChats(false);
    m_list->table().setCurrentProspect(id, true);
    show(id);
}

void ProspectsArea::openMessage(ProspectId prospect, MessageId message)
{
    openProspect(prospect);
    m_dossier->showMessage(message);
}

void ProspectsArea::openChat(ConversationId id)
{
    showBoard(false); // where the chats are
    m_list->showChats(true);
    m_chats->open(id);
    m_right->setCurrentWidget(m_chat);
    m_right->show();
}

void ProspectsArea::show(ProspectId id)
{
    m_shown = id;
    if (id != m_leaving)
        m_leaving = {};
    m_dossier->open(id);
    m_board->setShown(id);
    m_right->setCurrentWidget(m_dossier);
    m_right->setVisible(!id.isNull());
    updateActions();
}

void ProspectsArea::close()
{
    m_chats->open({});
    m_list->showChats(false);
    m_list->table().release(); // Return opens them again
    show({});
    focusWork();
}

void ProspectsArea::create(const QString &name)
{
    Prospect prospect;
    prospect.name = name;
    const ProspectId id = m_workspace.prospects().create(prospect);
    m_list->table().setCurrentProspect(id, true);
    show(id);
    m_dossier->hintAt(name);
}

void ProspectsArea::showCompanies()
{
    if (host() == nullptr)
        return;
    auto *page = new CompaniesPage(m_workspace);
    connect(page, &CompaniesPage::peopleRequested, this, [this](const Company &company) {
        host()->closeTask();
        ProspectQuery query;
        query.company = company.name;
        showBoard(false);
        choose(query);
        host()->showArea(id());
    });
    host()->showPage(tr("Companies"), page);
}

void ProspectsArea::showFields()
{
    if (host() != nullptr)
        host()->showPage(tr("Own fields"), new FieldsPage(m_workspace));
}

void ProspectsArea::showGuardrails()
{
    if (host() != nullptr)
        host()->showPage(tr("Guardrails"), new GuardrailPage(m_workspace));
}

void ProspectsArea::showDuplicates()
{
    if (host() != nullptr)
        host()->showPage(tr("Duplicates"), new DuplicatesPage(m_workspace));
}

void ProspectsArea::merge(ProspectId survivor, ProspectId merged)
{
    if (host() == nullptr || survivor.isNull() || merged.isNull())
        return;
    auto *page = new MergePage(m_workspace);
    connect(page, &MergePage::cancelled, this, [this] { host()->closeTask(); });
    connect(page, &MergePage::merged, this, [this](ProspectId stays) {
        host()->closeTask();
        openProspect(stays);
    });
    host()->showTask(tr("Merge two records"), page);
    page->open(survivor, merged);
}

void ProspectsArea::removeCurrent()
{
    ProspectDossier &dossier = m_dossier->dossier();
    if (m_shown.isNull() || dossier.state() != StoreState::Ready || !dossier.prospect()
        || dossier.prospect()->id != m_shown)
        return;
    m_dossier->flush(); // what was typed last comes back with them
    const QModelIndex current = m_list->table().currentIndex();
    const bool listed = current.isValid() && m_list->model().idAt(current) == m_shown;
    const int next = listed && current.row() + 1 < m_list->model().rowCount() ? current.row() + 1
                                                                              : current.row() - 1;
    const ProspectId neighbour =
        listed ? m_list->model().idAt(m_list->model().index(next, 0)) : ProspectId();
    m_removed.insert(m_shown, neighbour);
    m_workspace.prospects().remove(dossier);
    if (neighbour.isNull())
        close();
    else
        openProspect(neighbour);
}

void ProspectsArea::openRestored(const QList<RowEdit> &edits)
{
    for (const RowEdit &edit : edits) {
        const ProspectId id(edit.id);
        if (edit.op != RowEdit::Op::Insert || edit.table != "prospect"_L1
            || !m_removed.contains(id))
            continue;
        // Opening somebody else writes what was typed last, which is not for the middle of an undo.
        QMetaObject::invokeMethod(
            this,
            [this, id, successor = m_removed.take(id)] {
                if (m_shown == successor)
                    openProspect(id);
            },
            Qt::QueuedConnection);
    }
}

void ProspectsArea::updateActions()
{
    for (QAction *action : std::as_const(m_prospectActions))
        action->setEnabled(!m_shown.isNull());
    const ConversationBar &conversation = m_dossier->conversation();
    const bool isRead = !m_shown.isNull() && m_dossier->dossier().prospect();
    const QList<Offer> &offers = m_dossier->dossier().offers();
    const bool hasOpenOffer = isRead && std::ranges::any_of(offers, [](const Offer &offer) {
        return offer.state == OfferState::Open;
    });
    m_win->setEnabled(hasOpenOffer);
    m_lose->setEnabled(hasOpenOffer);
    m_snooze->setEnabled(isRead && conversation.isOpen());
    m_closeConversation->setEnabled(isRead && conversation.isOpen());
    m_reopenConversation->setEnabled(isRead && conversation.isResting());
}

void ProspectsArea::updateLoading()
{
    if (host() != nullptr)
        host()->setLoading(this,
            m_listLoading || m_dossierLoading || m_deskBusy || m_handoversLoading
                || (showsBoard() && m_boardLoading));
}

QString ProspectsArea::id() const
{
    return u"prospects"_s;
}

QString ProspectsArea::title() const
{
    return tr("Prospects");
}

QIcon ProspectsArea::icon() const
{
    return Icons::named(u"view-pim-contacts"_s, u"system-users"_s);
}

QWidget *ProspectsArea::widget()
{
    return m_page;
}

QWidget *ProspectsArea::titleWidget()
{
    return m_filters;
}

QList<QAction *> ProspectsArea::actions() const
{
    return m_actions;
}

QByteArray ProspectsArea::saveState() const
{
    m_dossier->flush(); // the last moment before the window closes
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    ProspectQuery query = m_query;
    query.text.clear(); // searching and a chart's people are of the moment
    query.only.reset();
    query.onlyTitle.clear();
    out << StateVersion << queryText(query) << showsBoard() << m_board->areExitsShown()
        << m_shown.value() << qint32(m_list->table().topRow()) << m_splitter->saveState()
        << m_list->table().columnState();
    return state;
}

QString ProspectsArea::unkept() const
{
    const int count = m_dossier->unloggedCount();
    return count == 0 ? QString()
                      : tr("What you wrote for %n prospect(s) is not logged yet.", nullptr, count);
}

void ProspectsArea::restoreState(const QByteArray &state)
{
    QDataStream in(state);
    in.setVersion(QDataStream::Qt_6_4);
    int version = 0;
    QString text;
    bool isBoard = false;
    bool hasExits = false;
    qint64 shown = 0;
    qint32 topRow = -1;
    QByteArray splitter;
    QByteArray columns;
    in >> version;
    if (version != StateVersion)
        return;
    in >> text >> isBoard >> hasExits >> shown >> topRow >> splitter >> columns;
    auto query = queryFromText(text);
    if (in.status() != QDataStream::Ok || !query)
        return;
    query->stages.removeIf(
        [this](StageId stage) { return indexOfStage(m_workspace.stages(), stage) < 0; });
    m_splitter->restoreState(splitter);
    m_list->table().restoreColumns(columns);
    m_board->setExitsShown(hasExits);
    m_query = *query;
    showBoard(isBoard);
    m_list->table().setCurrentProspect(ProspectId(shown), false);
    m_list->table().setTopRow(topRow);
    show(ProspectId(shown));
}

void ProspectsArea::activate()
{
    const QWidget *focused = QApplication::focusWidget();
    if (!m_list->showsChats() && (focused == nullptr || !m_splitter->isAncestorOf(focused)))
        focusWork();
}

void ProspectsArea::search(const QString &text)
{
    m_text = text;
    m_searching.start();
}

QString ProspectsArea::searchHint() const
{
    return tr("Search prospects");
}
