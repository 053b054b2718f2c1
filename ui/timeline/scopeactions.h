// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QDate>
#include <QList>
#include <QObject>

#include <functional>
#include <memory>

class QAction;
class QMenu;
class Workspace;

/// Moves and copies a whole week, or the campaign of the selected post, as one command each.
class ScopeActions : public QObject
{
    Q_OBJECT
public:
    /// \a day: one of the week that is meant; \a campaign: null where none is. Both are asked when an action is triggered.
    ScopeActions(Workspace &workspace, std::function<QDate()> day,
        std::function<CampaignId()> campaign, QObject *parent);

    ~ScopeActions() override;

    /// What opens the menu of them, behind a separator.
    [[nodiscard]] QList<QAction *> all() const;
    void update(bool hasCampaign) const;

private:
    QAction *add(const char *id, const QString &text);
    void moveWeek(int days, bool copies);
    void moveCampaign(int days);
    void copyCampaign();

    Workspace &m_workspace;
    std::function<QDate()> m_day;
    std::function<CampaignId()> m_campaign;
    std::unique_ptr<QMenu> m_menu;
    QAction *m_separator;
    QList<QAction *> m_ofCampaign;
};
