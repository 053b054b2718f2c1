// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/stage.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

class InlineMessage;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QTreeWidgetItem;
class QVBoxLayout;
class StageTree;
class Workspace;

/// The team's pipeline: add, rename (F2), reorder (Alt+Up, Alt+Down, or by dragging, over the seam too), retire (Delete) and offer again. Each step is one
/// undoable command. Where those who are at a stage go is asked in a row of the page: Return retires, Escape leaves all as it was. Who is no manager sees it and changes nothing.
class StagesPage : public QWidget
{
    Q_OBJECT
public:
    explicit StagesPage(Workspace &workspace, QWidget *parent = nullptr);
    ~StagesPage() override;

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void buildTree(QVBoxLayout *layout);
    void buildTools(QVBoxLayout *layout);
    void buildRetiring(QVBoxLayout *layout);
    void connectParts();
    void refresh();
    void showCounts();
    void showTools();
    void addItem(const Stage &stage, QTreeWidgetItem *heading);
    void add();
    void move(int step);
    void toggleRetired();
    void askWhereTo(const Stage &stage);
    void fillTargets(const Stage &stage);
    /// What retiring means for the charts, with the target that is chosen.
    void showMeaning();
    void retire();
    /// Gives the question of retiring the keyboard.
    void focusRetiring();
    /// Takes the question away; the tree has the keyboard next, where the question had it.
    void endRetiring();
    [[nodiscard]] bool isAskingWhereTo() const { return m_retiring->isVisible(); }
    /// Shows why \a done is none.
    bool tell(const Result<> &done);
    /// Null where nothing is chosen.
    [[nodiscard]] const Stage *current() const;
    [[nodiscard]] QString countText(StageId id) const;

    Workspace &m_workspace;
    InlineMessage *m_fault;
    QLabel *m_version;
    StageTree *m_tree;
    QToolButton *m_up;
    QToolButton *m_down;
    QToolButton *m_sale;
    QDateEdit *m_since;
    QToolButton *m_retire;
    QLineEdit *m_name;
    QComboBox *m_side;
    QPushButton *m_add;
    QWidget *m_retiring;
    QLabel *m_question;
    QComboBox *m_target;
    QLabel *m_meaning;
    QPushButton *m_confirm;
    QPushButton *m_cancel;
    QHash<StageId, int> m_counts;
    bool m_hasCounts = false;
    bool m_isCountFault = false; ///< that the counts could not be read is what is told
    StageId m_leaving; ///< which stage the question is about
    StageId m_chosen; ///< to be chosen when the list is made anew
    QTimer m_later; ///< a name may be in its editor while the pipeline changes
    bool m_showing = false;
};
