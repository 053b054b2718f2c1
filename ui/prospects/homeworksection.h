// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/homework.h"
#include "ui_prospects/dossiersection.h"

#include <QDate>
#include <QHash>

class QButtonGroup;
class QLineEdit;
class SectionRows;

/// What a rep found out before the first word, by kind, and a line to add to it: Alt+1 to Alt+5 choose the kind.
class HomeworkSection : public DossierSection
{
    Q_OBJECT
public:
    HomeworkSection(Workspace &workspace, ProspectDossier &dossier, QWidget *parent);

    [[nodiscard]] QString key() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString summary() const override;
    void refresh(bool isOther) override;
    void flush() override;
    void forget(ProspectId id) override;
    /// The line that adds takes the keyboard.
    void startAdding();

    /// "Why now": a kind, as the headings say it.
    [[nodiscard]] static QString kindName(FactKind kind);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Draft
    {
        QString text;
        QString source;
        FactKind kind = FactKind::Fact;
    };
    void build();
    void showFacts(const QList<Fact> &facts);
    void showKind();
    void add();
    /// \a typed could not be added for \a of: it stands in the fields again, or waits.
    void putBack(ProspectId of, const Draft &typed);
    void change(const Fact &before, const Fact &after);
    [[nodiscard]] QWidget *rowFor(const Fact &fact);
    [[nodiscard]] bool isChanging() const;

    Workspace &m_workspace;
    ProspectDossier &m_dossier;
    ProspectId m_of;
    QHash<ProspectId, Draft> m_drafts; ///< not added yet
    QList<Fact> m_shown;
    QDate m_today;
    FactId m_focused; ///< gets the keyboard when its row is made anew
    SectionRows *m_rows;
    QButtonGroup *m_kinds;
    QLineEdit *m_text;
    QLineEdit *m_source;
};
