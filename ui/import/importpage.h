// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/importservice.h"

#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <utility>

class ChatMappingPane;
class CsvMappingPane;
class ErrorState;
class ImportHistory;
class ImportOutcome;
class LoadingBar;
class PlanMappingPane;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;
class Workspace;

/// Imports files one after the other: shows how each is understood and lets the user change that, says what will happen, imports with
/// progress, and offers to take it back.
class ImportPage : public QWidget
{
    Q_OBJECT
public:
    /// \a workspace is borrowed and outlives the page.
    explicit ImportPage(Workspace &workspace, QWidget *parent = nullptr);
    /// A running import goes on to its end; what only tries ends.
    ~ImportPage() override;

    /// Begins with the first of \a files; without files it offers to choose some, and shows earlier imports.
    void start(const QStringList &files);
    /// Takes the events of a calendar file as days that the calendar shows behind the posts, and tells how many there are; can be undone by whoever does it.
    using DaysTaken = std::function<void(const Result<qsizetype> &)>;
    using DaysHandler = std::function<void(const QString &path, const DaysTaken &done)>;
    /// Without a handler events can become posts alone.
    void setDaysHandler(DaysHandler handler) { m_takeDays = std::move(handler); }

signals:
    /// A file was imported. The page stays and shows what happened.
    void finished(const ImportReport &report);
    /// The user leaves without having imported anything.
    void cancelled();
    /// The user wants to see whom the import brought.
    void showProspects(const QList<ProspectId> &prospects, const QString &title);
    /// The user wants to see the first imported day in the calendar.
    void showDay(QDate day);
    /// The page has done its work: after the last file, or when cancelled.
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class State { Nothing, Reading, Fault, Mapping, Importing, Done };
    enum class Next { Nothing, Try, Import };
    enum class Kind { Prospects, Chat, Plan, Days };

    void build();
    void buildButtons();
    void connectParts();
    [[nodiscard]] QString file() const { return m_files.value(m_at); }
    [[nodiscard]] QString fileName() const;
    void setState(State state);
    void readFile();
    void read(const QString &format);
    void offerKinds(const ImportPreview &preview);
    void onKindChosen();
    void takeDays();
    void openFolder() const;
    void onPreview(const Result<ImportPreview> &preview);
    void onFault(const Error &error);
    void onChanged();
    [[nodiscard]] ImportOptions options() const;
    [[nodiscard]] QString obstacle() const;
    void launch(Next what);
    void onTried(const Result<ImportReport> &report);
    void onImported(const Result<ImportReport> &report);
    void undo();
    void goOn();
    void leave();
    void chooseFiles();
    void showHistory(bool shown);

    Workspace &m_workspace;
    QStringList m_files;
    qsizetype m_at = 0;
    State m_state = State::Nothing;
    Next m_next = Next::Nothing; ///< waits until the running one has ended
    ImportReport m_report; ///< of the last import
    bool m_imported = false;
    Kind m_kind = Kind::Prospects;
    bool m_triesByItself = false; ///< a small file: what will happen follows each choice
    int m_generation = 0; ///< answers to older questions are dropped
    DaysHandler m_takeDays;
    QTimer m_rest; ///< after a choice, until it is tried

    QLabel *m_heading = nullptr;
    QLabel *m_number = nullptr;
    QPushButton *m_historyButton = nullptr;
    QLabel *m_readAsLabel = nullptr;
    QComboBox *m_readAs = nullptr; ///< what a table holds: people or posts
    LoadingBar *m_loading = nullptr;
    QStackedWidget *m_pages = nullptr;
    QWidget *m_reading = nullptr;
    ErrorState *m_fault = nullptr;
    QSplitter *m_work = nullptr;
    QStackedWidget *m_panes = nullptr;
    CsvMappingPane *m_csv = nullptr;
    ChatMappingPane *m_chat = nullptr;
    PlanMappingPane *m_plan = nullptr;
    QLabel *m_days = nullptr; ///< what becomes of events that are no posts
    ImportOutcome *m_outcome = nullptr;
    ImportHistory *m_history = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_import = nullptr;
    QPushButton *m_try = nullptr;
    QPushButton *m_show = nullptr;
    QPushButton *m_showDay = nullptr;
    QPushButton *m_folder = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_choose = nullptr;
    QPushButton *m_skip = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_close = nullptr;
};
