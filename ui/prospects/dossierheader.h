// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/prospect.h"

#include <QList>
#include <QTimer>
#include <QWidget>

class ConversationBar;
class ElidedLabel;
class FlowLayout;
class KnownHint;
class MergeService;
class ProspectDossier;
class QComboBox;
class QLineEdit;
class QStringListModel;
class QToolButton;
class SharingButton;
class StageButton;
class Workspace;
struct KnownPeople;

/// Who: name, title, company, source, owner, stage with its side, handles, whose turn it is and the next step. Edited in place, said at once.
class DossierHeader : public QWidget
{
    Q_OBJECT
public:
    /// Both are borrowed and outlive the header.
    DossierHeader(Workspace &workspace, ProspectDossier &dossier, QWidget *parent = nullptr);

    /// Shows what the dossier has; a field in which somebody types keeps its text.
    void refresh();
    /// Says what is pending now.
    void flush();
    void editName();
    /// The newest conversation: to be snoozed, closed and opened again.
    [[nodiscard]] ConversationBar &conversation() const { return *m_conversation; }
    /// Says where somebody else than who is open is called \a name already, until it is dismissed or another one opens.
    void hintAt(const QString &name);

signals:
    void openRequested(ProspectId id);
    /// This record and \a known are to be one.
    void mergeRequested(ProspectId known);
    void moveRequested();
    void deleteRequested();
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildNewHandle();
    void showHandles();
    [[nodiscard]] QWidget *handleFor(const Handle &handle);
    void showTurn();
    void addHandle();
    /// \a people, who are not \a self, have \a what too.
    void showHint(const KnownPeople &people, const QString &what, ProspectId self);
    /// The line for a new one goes, the keyboard goes where it came from.
    void leaveNewHandle();
    void save();
    void saveCompany();
    void completeCompany(const QString &start);

    Workspace &m_workspace;
    ProspectDossier &m_dossier;
    QTimer m_rest; ///< after typing, until it is said
    QLineEdit *m_name;
    StageButton *m_stage;
    QLineEdit *m_title;
    QLineEdit *m_company;
    QStringListModel *m_companies; ///< offered while somebody types
    QLineEdit *m_source;
    QComboBox *m_owner;
    FlowLayout *m_handles;
    QList<Handle> m_shownHandles;
    QList<QWidget *> m_handleParts; ///< one for each
    QComboBox *m_network;
    QLineEdit *m_handle;
    QToolButton *m_addHandle;
    QWidget *m_newHandle;
    MergeService *m_merges;
    KnownHint *m_known;
    ProspectId m_hinted; ///< whom the hint was worked out for, who may not be shown yet
    ElidedLabel *m_turn;
    ElidedLabel *m_next; ///< the next step, if there is one
    ConversationBar *m_conversation;
    SharingButton *m_sharing;
    qint64 m_shownId = 0;
};
