// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/prospectquery.h"
#include "ui_common/area.h"

#include <QHash>
#include <QObject>
#include <QTimer>

class CriteriaRow;
class DossierPane;
class FilterBar;
class GroupChatPane;
class GroupChats;
class HandoverPage;
class PersonDesk;
class ProspectListPane;
class QSplitter;
class QActionGroup;
class QStackedWidget;
class QToolButton;
class StageBoardView;
class TouchedPost;
class Workspace;
struct RowEdit;

/// The area Prospects: the list or the board, and beside it the prospect (or group chat) that is selected. Without a selection the list has the whole page.
class ProspectsArea final : public QObject, public Area
{
    Q_OBJECT
public:
    /// \a workspace is borrowed and outlives the area.
    explicit ProspectsArea(Workspace &workspace);
    ~ProspectsArea() override;

    /// Shows exactly these, under a chip with \a title that can be dismissed.
    void showOnly(const QList<ProspectId> &ids, const QString &title);
    /// The same for the people behind a mark of a chart: from them a way leads back to the chart.
    void showBehindMark(const QList<ProspectId> &ids, const QString &title);
    /// Selects one prospect and shows it.
    void openProspect(ProspectId id);
    /// The same, and brings \a message of theirs into view where it is read.
    void openMessage(ProspectId prospect, MessageId message);
    /// Shows a group chat.
    void openChat(ConversationId id);
    /// The board by stage in place of the list, or the list again.
    void showBoard(bool shown);
    [[nodiscard]] bool showsBoard() const;

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QIcon icon() const override;
    [[nodiscard]] QWidget *widget() override;
    [[nodiscard]] QWidget *titleWidget() override;
    [[nodiscard]] QList<QAction *> actions() const override;
    [[nodiscard]] QByteArray saveState() const override;
    [[nodiscard]] QString unkept() const override;
    void restoreState(const QByteArray &state) override;
    void activate() override;
    void search(const QString &text) override;
    [[nodiscard]] QString searchHint() const override;

private:
    void buildActions();
    /// What can be done with the prospect that is shown.
    void buildProspectActions();
    /// The page of the prospect in place of another page.
    void showDossier();
    /// The buttons that lead back to the chart, one over the list and one over the board.
    void buildWayBack();
    void buildViews();
    void connectParts();
    void connectBoard();
    /// A query that a person chose anywhere.
    void choose(const ProspectQuery &query);
    /// Once the prospect is there, the move to an exit asks for its reason.
    void askForExit();
    void focusWork();
    void setQuery(const ProspectQuery &query);
    void showCriteria();
    /// The search field says what \a query looks for.
    void showWords(const ProspectQuery &query);
    /// Whoever is open and does not match what was searched for gives way to the first who does.
    void followSearch();
    void show(ProspectId id);
    void close();
    void create(const QString &name);
    void removeCurrent();
    /// Whoever was deleted here and comes back with \a edits has their page again, unless another one was opened since.
    void openRestored(const QList<RowEdit> &edits);
    void buildDuties();
    /// Puts the actions into the groups of the menu, with separators between them.
    void groupActions();
    void updateActions();
    void updateLoading();
    void readSources();
    /// The window's own action "file.import".
    void import();
    void showChart();
    void showCompanies();
    void showFields();
    void showGuardrails();
    void showDuplicates();
    /// Shows both records side by side, to become one.
    void merge(ProspectId survivor, ProspectId merged);
    void showHandovers();
    void showTeamLists();
    /// Back from the handovers to the prospect that is shown, else to the list.
    void leavePage();

    Workspace &m_workspace;
    GroupChats *m_chats;
    TouchedPost *m_touchedPost; ///< that the query asks for
    QWidget *m_page; ///< the filters in force, and below them the work
    CriteriaRow *m_criteria;
    QSplitter *m_splitter;
    QStackedWidget *m_left;
    ProspectListPane *m_list;
    StageBoardView *m_board;
    QStackedWidget *m_right;
    DossierPane *m_dossier;
    GroupChatPane *m_chat;
    HandoverPage *m_handovers = nullptr; ///< made when it is asked for
    FilterBar *m_filters;
    PersonDesk *m_desk;
    QTimer m_searching; ///< after a letter, until the list follows
    bool m_searched = false; ///< new words were asked for, their list is not complete yet
    QString m_text;
    QList<QAction *> m_actions; ///< owned by this
    QAction *m_chart = nullptr; ///< enabled while the people behind a mark are listed
    QToolButton *m_listBack = nullptr;
    QToolButton *m_boardBack = nullptr;
    QAction *m_win = nullptr;
    QAction *m_lose = nullptr;
    QAction *m_snooze = nullptr; ///< of the newest conversation; so the next two
    QAction *m_closeConversation = nullptr;
    QAction *m_reopenConversation = nullptr;
    QList<QAction *> m_prospectActions; ///< enabled while a prospect is shown
    ProspectQuery m_query;
    QActionGroup *m_views; ///< the list, the board
    ProspectId m_leaving; ///< asked for an exit: the move bar opens as soon as they are read
    StageId m_exit; ///< to which
    ProspectId m_shown;
    QHash<ProspectId, ProspectId> m_removed; ///< deleted here, and who took their place on the page
    bool m_listLoading = false;
    bool m_boardLoading = false;
    bool m_dossierLoading = false;
    bool m_deskBusy = false;
    bool m_handoversLoading = false;
};
