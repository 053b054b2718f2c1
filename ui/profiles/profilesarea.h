// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"
#include "domain/network.h"
#include "domain/schedule.h"
#include "ui_common/area.h"
#include "ui_profiles/profilesstate.h"

#include <QObject>
#include <QPointer>

class ProfilesActions;
class ProfilesPage;
class QToolButton;
class VersionPane;
class Workspace;

/// The profile copy of all channels: what is live on each surface, and the versions on their way. What the views want becomes commands
/// of the workspace's stores.
class ProfilesArea : public QObject, public Area
{
    Q_OBJECT
public:
    /// \a workspace is borrowed and outlives the area.
    explicit ProfilesArea(Workspace &workspace);
    ~ProfilesArea() override;

    /// Chooses \a surface of \a channel and shows \a copy of it beside.
    void showCopy(ChannelId channel, Surface surface, ProfileCopyId copy);

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QIcon icon() const override;
    [[nodiscard]] QWidget *widget() override;
    [[nodiscard]] QWidget *inspector() override;
    [[nodiscard]] QWidget *titleWidget() override;
    [[nodiscard]] QList<QAction *> actions() const override;
    [[nodiscard]] QByteArray saveState() const override;
    void restoreState(const QByteArray &state) override;
    void activate() override;
    void search(const QString &text) override;
    [[nodiscard]] QString searchHint() const override;

private:
    void connectPage();
    void connectPane();
    void connectActions();
    void refresh();
    void restoreChosen();
    void showChosen();
    void open();
    void addDraft(const QString &text);
    void removeDraft(ProfileCopyId id);
    void removeChannel(ChannelId id);
    void submitChannel(const Channel &channel, const QList<PostingSlot> &postingSlots,
        const QList<ChannelLimit> &limits);
    void startChanging(ChannelId id);
    void closeForm();
    void showMenu(ChannelId channel, QPoint where);

    Workspace &m_workspace;
    NetworkTable m_networks;
    ProfilesActions *m_actions;
    QString m_words; ///< folded; filters the surfaces
    ChannelId m_channel; ///< of the chosen surface
    std::optional<Surface> m_surface;
    std::optional<ProfilesState> m_restored; ///< waits until there is something to choose
    bool m_refreshing = false;
    bool m_wasShown = false;
    QPointer<ProfilesPage> m_page;
    QPointer<VersionPane> m_pane;
    QPointer<QToolButton> m_addButton;
};
