// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/sharingbutton.h"

#include "session/prospectdossier.h"
#include "session/sharing.h"
#include "session/workspace.h"
#include "ui_common/icons.h"
#include "ui_common/plaintext.h"

#include <QActionGroup>
#include <QMenu>

using namespace Qt::StringLiterals;

SharingButton::SharingButton(Workspace &workspace, ProspectDossier &dossier, QWidget *parent)
    : QToolButton(parent)
    , m_workspace(workspace)
    , m_dossier(dossier)
    , m_menu(new QMenu(this))
    , m_choices(new QActionGroup(this))
{
    setObjectName(u"sharing"_s);
    setAccessibleName(tr("Who sees what was said"));
    setAutoRaise(true);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    m_menu->setToolTipsVisible(true);
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &SharingButton::fillMenu);
}

void SharingButton::refresh()
{
    const Sharing::State state = Sharing::stateOf(m_workspace, m_dossier);
    const bool isOpen = state.own.isEmpty() ? !m_dossier.conversations().isEmpty()
                                            : state.privacy != Privacy::Private;
    setIcon(isOpen ? Icons::named(u"system-users"_s) : Icons::named(u"object-locked"_s, u"lock"_s));
    setToolTip(plainTip(stateText()));
    setAccessibleName(toolTip());
}

QString SharingButton::stateText() const
{
    const Sharing::State state = Sharing::stateOf(m_workspace, m_dossier);
    if (state.own.isEmpty()) {
        if (m_dossier.conversations().isEmpty())
            return tr("Nothing was said yet. What you log is private to you.");
        const Conversation &newest = m_dossier.conversations().first();
        const QString owner = m_workspace.userName(newest.owner);
        if (newest.privacy == Privacy::Team)
            return owner.isEmpty() ? tr("Everybody in the team sees what was said.")
                                   : tr("Everybody in the team sees what %1 said.").arg(owner);
        return tr("%1 shares with you what was said.").arg(owner);
    }
    if (state.isMixed)
        return tr("Some of what you said is private, some is not.");
    switch (state.privacy) {
    case Privacy::Private:
        return tr("Private: only you see what was said.");
    case Privacy::Shared:
        return tr("You and %n colleague(s) see what was said.", nullptr, int(state.with.size()));
    case Privacy::Team:
        return tr("Everybody in the team sees what was said.");
    }
    Q_UNREACHABLE();
}

void SharingButton::fillMenu()
{
    m_menu->clear();
    if (Sharing::stateOf(m_workspace, m_dossier).own.isEmpty())
        m_menu->addAction(stateText())->setEnabled(false);
    else
        addChoices(*m_menu);
    addCircle(*m_menu);
    if (Sharing::isCourtesy(m_workspace)) {
        m_menu->addSeparator();
        QAction *note =
            m_menu->addAction(tr("A courtesy: whoever has the file can open all of it."));
        note->setObjectName(u"sharing.courtesy"_s);
        note->setEnabled(false);
    }
}

void SharingButton::addChoices(QMenu &menu)
{
    const Sharing::State state = Sharing::stateOf(m_workspace, m_dossier);
    const auto add = [&](const QString &id, const QString &text, Privacy privacy) {
        QAction *choice = menu.addAction(text);
        choice->setObjectName(id);
        choice->setCheckable(true);
        choice->setActionGroup(m_choices);
        choice->setChecked(!state.isMixed && state.privacy == privacy);
        return choice;
    };
    connect(add(u"sharing.private"_s, tr("&Private: only you"), Privacy::Private),
        &QAction::triggered, this,
        [this] { Sharing::set(m_workspace, m_dossier, Privacy::Private); });
    connect(add(u"sharing.team"_s, tr("The &team's"), Privacy::Team), &QAction::triggered, this,
        [this] { Sharing::set(m_workspace, m_dossier, Privacy::Team); });
    const QList<User> &users = m_workspace.users();
    if (users.size() < 2)
        return;
    menu.addSection(tr("Shared with"));
    const QSet<UserId> with = state.privacy == Privacy::Shared ? state.with : QSet<UserId>();
    for (const User &user : users) {
        if (user.id == m_workspace.viewer().user)
            continue;
        QString name = user.name;
        QAction *colleague = menu.addAction(name.replace(u'&', "&&"_L1));
        colleague->setObjectName("sharing.with."_L1 + user.id.toString());
        colleague->setCheckable(true);
        colleague->setChecked(with.contains(user.id));
        connect(colleague, &QAction::triggered, this, [this, with, id = user.id](bool isShared) {
            QSet<UserId> wanted = with;
            if (isShared)
                wanted.insert(id);
            else
                wanted.remove(id);
            Sharing::set(m_workspace, m_dossier, Privacy::Shared, wanted);
        });
    }
}

void SharingButton::addCircle(QMenu &menu)
{
    if (!m_dossier.prospect())
        return;
    menu.addSeparator();
    QAction *circle = menu.addAction(tr("In your private &circle"));
    circle->setObjectName(u"sharing.circle"_s);
    circle->setCheckable(true);
    circle->setChecked(m_dossier.prospect()->privateTo == m_workspace.viewer().user);
    circle->setToolTip(tr("Charts count them; nobody else finds or sees who they are."));
    connect(circle, &QAction::triggered, this, [this](bool isPrivate) {
        if (m_dossier.prospect())
            Sharing::setPrivateCircle(m_workspace, *m_dossier.prospect(), isPrivate);
    });
}
