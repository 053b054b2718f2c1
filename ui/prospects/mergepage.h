// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/customfield.h"
#include "session/mergeservice.h"

#include <QWidget>

class ErrorState;
class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class Workspace;

/// Two records of one person side by side: who stays, whose value counts where they differ, and what goes along.
class MergePage : public QWidget
{
    Q_OBJECT
public:
    MergePage(Workspace &workspace, QWidget *parent = nullptr);

    /// Reads both and shows them; \a survivor stays.
    void open(ProspectId survivor, ProspectId merged);

signals:
    /// It is done; \a survivor has everything.
    void merged(ProspectId survivor);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showDraft();
    void addField(QGridLayout *grid, const MergeField &field);
    /// One way to decide about a field, below \a row by \a below.
    struct Offer
    {
        MergeChoice choice;
        QString text;
        QString key; ///< ends the button's name
        int column;
        int below;
    };
    /// A row of radio buttons for what is chosen under \a choice. \a key begins their names, \a name is for people.
    void addChoices(QGridLayout *grid, const QString &choice, const QString &key,
        const QString &name, const QList<Offer> &offers);
    /// A field of the team's own.
    void addOwnField(QGridLayout *grid, const CustomField &field);
    void addLabels(QGridLayout *grid);
    void addGoingAlong(QGridLayout *grid);
    void merge();
    [[nodiscard]] QString valueText(const MergeField &field, const MergeRecord &record) const;

    Workspace &m_workspace;
    MergeService *m_service;
    QStackedWidget *m_stack;
    QLabel *m_loading;
    ErrorState *m_error;
    QWidget *m_page;
    QScrollArea *m_scroll;
    QPushButton *m_merge;
    ProspectId m_survivor;
    ProspectId m_merged;
    MergeDraft m_draft;
    MergeChoices m_choices;
};
