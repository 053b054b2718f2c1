// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dayswork.h"
#include "domain/guardrails.h"
#include "session/conversationservice.h"
#include "session/prospectservice.h"
#include "session/store.h"

#include <QPointer>
#include <QTimer>

#include <array>
#include <functional>

class FreshReader;
class ProspectDossier;
class ReviewQueue;
class Workspace;
struct RowEdit;

/// What waits for the viewer today, section by section: follows the change feed and the clock, and shows an edit before it is written. Every act is one
/// undoable command.
class DaysWork : public Store
{
    Q_OBJECT
public:
    /// Rows that are read of a section.
    static constexpr int MostRows = 200;

    DaysWork(Workspace &workspace, QObject *parent);
    ~DaysWork() override;

    /// Begins to read and to follow; changed() comes.
    void watch();
    [[nodiscard]] const WorkPage &page(WorkSection section) const;
    /// Nothing waits in any section.
    [[nodiscard]] bool isEmpty() const;
    /// What comes next; read where nothing about people waits.
    [[nodiscard]] const ComingWork &coming() const { return m_coming; }
    /// The day of what is shown.
    [[nodiscard]] QDate day() const { return m_query.today; }
    /// Whether rows hold words of the viewer's own conversations. Off at first: a screen may be seen by others.
    void setShowsWords(bool shown);
    /// Reads again, after an error.
    void reload();
    /// Looks at the clock now: at midnight another day's work is read.
    void look();
    /// Whom a section about people is about, at most WorkPage::MostCounted, also those that are not among its rows.
    void prospects(WorkSection section, QObject *context,
        std::function<void(Result<QList<ProspectId>>)> callback) const;

    [[nodiscard]] static bool canSnooze(const WorkRow &row);
    /// Whether it can be done with in the list: a follow-up is completed, a conversation closed.
    [[nodiscard]] static bool canClose(const WorkRow &row);
    /// Out of the day's work until \a until: a follow-up and a conversation are snoozed; where there is neither, a next step on that day is made.
    void snooze(const WorkRow &row, QDate until);
    void close(const WorkRow &row);
    /// Reads what log() needs of \a prospect, ahead of it; a null id drops it.
    void prepare(ProspectId prospect);
    /// Asks what the guardrails say about \a words to \a prospect over \a medium, as soon as it is read what was said before. Of several questions the
    /// newest is answered, unless somebody was logged or dropped meanwhile.
    using Findings = std::function<void(const Result<QList<GuardrailFinding>> &)>;
    void check(ProspectId prospect, Medium medium, const QString &words, QObject *context,
        Findings answer);
    /// Whom \a row is about, by the name that people know; empty for a post, and for a group chat of nobody known.
    [[nodiscard]] static QString nameOf(const WorkRow &row);
    /// Logs what was said: in the conversation that \a row is about, else as below.
    void log(const WorkRow &row, const ConversationService::Entry &entry);
    /// Logs what was said to \a prospect, as soon as it is read what was said before.
    void log(ProspectId prospect, const ConversationService::Entry &entry);

signals:
    /// The entry could not be logged; why was told. Without a prospect it was for the group chat that it names.
    void notLogged(ProspectId prospect, const ConversationService::Entry &entry);

private:
    struct Waiting
    {
        ProspectId prospect;
        ConversationService::Entry entry;
    };
    struct Question
    {
        ProspectId prospect;
        Medium medium = Medium::DirectMessage;
        QString words;
        QPointer<QObject> context;
        Findings answer;
    };
    using Pages = std::array<WorkPage, 4>;
    struct WholeDay
    {
        Pages pages;
        ComingWork coming;
    };

    void follow(const QList<RowEdit> &edits);
    void logWaiting();
    void askWaiting();
    void takePosts();
    [[nodiscard]] bool stands(const WorkRow &row) const;
    [[nodiscard]] bool isMine(UserId user) const;

    Workspace &m_workspace;
    FreshReader *m_reader;
    ProspectDossier *m_dossier = nullptr; ///< made with the first entry
    QTimer m_minute;
    WorkQuery m_query;
    ComingWork m_coming;
    Pages m_pages; ///< of the sections about people, in their order
    WorkPage m_posts;
    WorkPage m_approvals;
    ReviewQueue *m_review = nullptr; ///< for those who plan
    QList<Waiting> m_waiting;
    std::optional<Question> m_question; ///< waits for the dossier
    bool m_showsWords = false;
};
