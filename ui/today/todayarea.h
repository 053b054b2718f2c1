// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/dayswork.h"
#include "session/conversationservice.h"
#include "session/prospectservice.h"
#include "ui_common/area.h"
#include "ui_today/daywords.h"

#include <QObject>
#include <QPointer>

#include <functional>

class AnswerField;
class DaysWork;
class QLabel;
class TodayActions;
class TodayPage;
class Workspace;

/// The area Today: what waits for the viewer, to be answered, logged, snoozed or done with in its list.
class TodayArea final : public QObject, public Area
{
    Q_OBJECT
public:
    /// \a workspace is borrowed and outlives the area.
    explicit TodayArea(Workspace &workspace);
    ~TodayArea() override;

    [[nodiscard]] DaysWork &work() { return *m_work; }

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

signals:
    /// One prospect is to be shown; the area Prospects comes to the front.
    void openRequested(ProspectId prospect);
    /// A group chat without a prospect is to be shown; the area Prospects comes to the front.
    void chatRequested(ConversationId chat);
    /// One post is to be shown; the area Calendar comes to the front.
    void postRequested(PostId post);
    /// As openRequested, for whom a section is about, under \a title.
    void prospectsRequested(const QList<ProspectId> &prospects, const QString &title);

private:
    void buildTitle();
    void connectActions();
    void connectList();
    void refresh();
    void updateActions();
    void showPart();
    void clearSearch();
    void open();
    /// Leads to words that were begun and not logged, so that they are not thrown away.
    bool resumeBegun();
    void startLog(Medium medium);
    void startReturn();
    void openReturn(const WorkRow &row, const QString &written);
    void reopen(ProspectId prospect, const ConversationService::Entry &entry);
    /// Words that could not be written: a field with them opens under their row, as soon as it is listed again and nobody writes in another.
    struct PutBack
    {
        std::function<bool(const WorkRow &)> isIt;
        std::function<void(const WorkRow &)> open;
    };
    void putBack(const PutBack &words);
    void openPutBack();
    [[nodiscard]] AnswerField *makeField() const;
    void openAnswer(AnswerField *field, const WorkRow &row);
    void showMenu(QPoint place);
    void showAll(WorkSection section);
    void showArea(const QString &id);
    /// Does \a act with the selected row.
    void withRow(const std::function<void(const WorkRow &)> &act);
    [[nodiscard]] bool isMarketing() const;
    [[nodiscard]] DayContext context() const;

    Workspace &m_workspace;
    DaysWork *m_work;
    TodayActions *m_actions;
    QString m_searched; ///< what stands in the search field
    QList<PutBack> m_putBack; ///< that waits for its row
    QPointer<TodayPage> m_page;
    QPointer<QWidget> m_bar;
    QPointer<QLabel> m_day;
};
