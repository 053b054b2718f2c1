// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/profilecopy.h"
#include "session/store.h"

#include <QList>

class FreshReader;
class Workspace;
struct RowEdit;

/// All versions of the profile copy, as values. A version that is approved or live is locked: editing starts a new draft.
class ProfileStore : public Store
{
    Q_OBJECT
public:
    ProfileStore(Workspace &workspace, QObject *parent);

    /// Reads them when first asked for, and again after a failure; changed() follows.
    void load();
    /// By channel, surface and version.
    [[nodiscard]] const QList<ProfileCopy> &copies() const { return m_copies; }
    /// The versions of one surface, newest first.
    [[nodiscard]] QList<ProfileCopy> versions(ChannelId channel, Surface surface) const;

    /// A new draft with \a text, one version above the newest. Returns its id.
    ProfileCopyId addDraft(ChannelId channel, Surface surface, const QString &text);
    /// Changes a draft's text; \a merge: typing. Locked versions are left alone.
    void changeText(ProfileCopyId id, const QString &text, bool merge = true);
    /// Draft ↔ in review → approved → live. Going live retires the version that was live, with the same instant as end and start.
    void setStatus(ProfileCopyId id, CopyStatus status);
    void remove(ProfileCopyId id);

private:
    void follow(const QList<RowEdit> &edits);
    void reload();
    [[nodiscard]] const ProfileCopy *find(ProfileCopyId id) const;

    Workspace &m_workspace;
    FreshReader *m_reader;
    QList<ProfileCopy> m_copies;
    bool m_loaded = false;
};
