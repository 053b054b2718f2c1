// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/overlay.h"
#include "domain/rowedit.h"

#include <QObject>

#include <functional>

class Workspace;

/// Days behind the posts: public holidays, fairs, whatever a calendar file tells. Each change is one undoable command. Whoever needs it makes one.
class OverlayService : public QObject
{
    Q_OBJECT
public:
    /// More in one file is no calendar of days worth showing.
    static constexpr qsizetype MostEntries = 5000;

    /// \a workspace is borrowed and outlives the service.
    explicit OverlayService(Workspace &workspace, QObject *parent = nullptr);

    using Added = std::function<void(const Result<qsizetype> &)>;
    /// Reads the calendar file \a path on a worker and adds what it holds; \a done, which may be empty, gets the number of entries. Errors, which are also
    /// told as a notice: as readCalendar(), and Rejected: no entry, or more than MostEntries.
    void addFile(const QString &path, const Added &done = {});
    /// Adds \a days, whose ids and overlay say nothing, as one command. Where an overlay was read from \a place already, they come in place of its
    /// days and its name, colour and visibility stay. Returns the overlay's id.
    OverlayId add(const QString &name, const QString &place, const QList<OverlayDay> &days);
    void rename(OverlayId id, const QString &name);
    void setColour(OverlayId id, int colour);
    void setShown(OverlayId id, bool shown);
    void remove(OverlayId id);

private:
    [[nodiscard]] const Overlay *find(OverlayId id) const;
    void change(const Overlay &before, const Overlay &after, const QString &text);

    Workspace &m_workspace;
};
