// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/prospectquery.h"

#include <QWidget>

class ErrorState;
class QHBoxLayout;
class QKeyEvent;
class QScrollArea;
class QStackedWidget;
class QToolButton;
class StageBoard;
class StageColumn;
class StageHeading;
class Workspace;

/// The prospects of a query by stage, a column each; exits are folded away at the end. A card that is dragged, or moved by key, to another column moves
/// its prospect there.
///
/// Keyboard: arrows go between cards and columns, Alt and Left or Right moves the card, Return opens it, Escape leaves.
class StageBoardView : public QWidget
{
    Q_OBJECT
public:
    explicit StageBoardView(Workspace &workspace, QWidget *parent = nullptr);

    void setQuery(const ProspectQuery &query);
    [[nodiscard]] StageColumn *column(StageId stage) const;
    [[nodiscard]] StageHeading *heading(StageId stage) const;
    /// Null where no card is the current one.
    [[nodiscard]] ProspectId current() const;
    /// Who is open beside the board: their card becomes the current one and is brought into view as soon as it is there. Null: nobody; the current card stays.
    void setShown(ProspectId id);
    /// The keyboard goes to the current card, else to where cards are.
    void takeKeyboard();
    void setExitsShown(bool shown);
    [[nodiscard]] bool areExitsShown() const;

signals:
    /// A person chose another card, or clicked on the current one. The keyboard alone chooses none.
    void currentChanged(ProspectId id);
    void opened(ProspectId id);
    /// A move to an exit wants a reason first.
    void exitRequested(ProspectId id, StageId stage);
    void loadingChanged(bool loading);
    /// Escape: away from who is open.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Part
    {
        QWidget *whole = nullptr;
        StageHeading *heading = nullptr;
        StageColumn *list = nullptr;
    };
    void addColumns();
    void addColumn(const Stage &stage, QHBoxLayout *row);
    void showColumns();
    void showColumn(const Part &part);
    void showTotals();
    void setCurrentColumn(StageColumn *column);
    void onKey(QKeyEvent &event, StageColumn *from);
    void toColumn(const StageColumn *from, int direction);
    void moveCard(ProspectId id, const Stage &to);
    void stepCard(const StageColumn *from, int direction);
    void follow(StageColumn *column);
    void reveal();
    void bringIntoView();
    void showDrop(const StageColumn *from);
    [[nodiscard]] StageColumn *neighbour(
        const StageColumn *from, int direction, bool withCards) const;
    [[nodiscard]] bool isWanted(const Stage &stage) const;

    Workspace &m_workspace;
    StageBoard *m_board;
    QHBoxLayout *m_row = nullptr; ///< of the columns
    QList<Part> m_parts; ///< in the order of the pipeline, exits last
    QStackedWidget *m_stack;
    QScrollArea *m_scroll;
    ErrorState *m_error;
    QToolButton *m_exits;
    StageColumn *m_column = nullptr; ///< which has the current card
    ProspectId m_shown; ///< who is open
    ProspectId m_followed; ///< moved by key: the keyboard goes with it
    bool m_isAsked = false; ///< for a query: until then nothing is read
    bool m_isClearing = false;
    bool m_isRevealing = false;
};
