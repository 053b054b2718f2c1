// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/overlayservice.h"

#include "base/whenready.h"
#include "domain/overlaydays.h"
#include "exchange/icalendar.h"
#include "session/plansets.h"
#include "session/workspace.h"
#include "storage/rowspec.h"

#include <QFileInfo>
#include <QHash>
#include <QtConcurrentRun>

#include <algorithm>
#include <tuple>

namespace {
/// What a file gave.
struct ReadOverlay
{
    QString name;
    QList<OverlayDay> days;
};

std::tuple<QDate, QDate, QString> contentOf(const OverlayDay &entry)
{
    return {entry.from, entry.to, entry.name};
}
} // namespace

OverlayService::OverlayService(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{ }

const Overlay *OverlayService::find(OverlayId id) const
{
    const QList<Overlay> &all = m_workspace.plan().overlays();
    const auto found = std::ranges::find(all, id, &Overlay::id);
    return found == all.end() ? nullptr : &*found;
}

void OverlayService::addFile(const QString &path, const Added &done)
{
    const auto read = [path, zone = m_workspace.zone(),
                          today = m_workspace.today()]() -> Result<ReadOverlay> {
        const auto file = readCalendar(path, zone);
        if (!file)
            return tl::unexpected(file.error());
        const QFileInfo info(path);
        const ReadOverlay overlay {file->name.isEmpty() ? info.completeBaseName() : file->name,
            overlayDaysOf(file->posts, overlaySpan(today), zone)};
        if (overlay.days.isEmpty())
            return fail(Error::Code::Rejected,
                tr("%1 holds no event with a day, so that there is nothing to show.")
                    .arg(info.fileName()));
        if (overlay.days.size() > MostEntries)
            return fail(Error::Code::Rejected,
                tr("%1 holds more than %Ln event(s), too many to stand behind the posts. Choose "
                   "a calendar of holidays or of other special days.",
                    nullptr, int(MostEntries))
                    .arg(info.fileName()));
        return overlay;
    };
    whenReady(
        QtConcurrent::run(read), this, [this, path, done](const Result<ReadOverlay> &overlay) {
            if (overlay)
                add(overlay->name, QFileInfo(path).absoluteFilePath(), overlay->days);
            else
                emit m_workspace.notice(Notice::error(overlay.error()));
            if (done)
                done(overlay.map([](const ReadOverlay &found) { return found.days.size(); }));
        });
}

OverlayId OverlayService::add(
    const QString &name, const QString &place, const QList<OverlayDay> &days)
{
    const QList<Overlay> &all = m_workspace.plan().overlays();
    const auto known = std::ranges::find(all, place, &Overlay::place);
    const bool isNew = place.isEmpty() || known == all.end();
    RowEdits edits;
    Overlay overlay;
    if (isNew) {
        overlay.id = OverlayId::create(m_workspace.ids());
        overlay.name = name;
        overlay.colour = int(all.size());
        overlay.place = place;
        edits << insertion(overlay);
    } else {
        overlay = *known;
    }
    QMultiHash<size_t, OverlayDay> before;
    const auto hashOf = [](const OverlayDay &entry) {
        return qHashMulti(0, entry.from, entry.to, entry.name);
    };
    for (const OverlayDay &entry : m_workspace.plan().overlayDays()) {
        if (entry.overlay == overlay.id)
            before.insert(hashOf(entry), entry);
    }
    for (OverlayDay entry : days) {
        const auto same = before.constFind(hashOf(entry));
        if (same != before.cend() && contentOf(*same) == contentOf(entry)) {
            before.erase(same); // stays as it is
            continue;
        }
        entry.id = OverlayDayId::create(m_workspace.ids());
        entry.overlay = overlay.id;
        edits << insertion(entry);
    }
    for (const OverlayDay &entry : std::as_const(before))
        edits << removal(entry);
    if (edits.isEmpty()) {
        emit m_workspace.notice({Notice::Severity::Info,
            tr("“%1” is shown already, and its days are the same.").arg(overlay.name)});
        return overlay.id;
    }
    const int count = int(days.size());
    m_workspace.commit(edits,
        isNew ? tr("Add overlay “%1”").arg(overlay.name)
              : tr("Read overlay “%1” again").arg(overlay.name),
        0, tr("“%1”: %Ln entry(s) stand behind the posts.", nullptr, count).arg(overlay.name));
    return overlay.id;
}

void OverlayService::change(const Overlay &before, const Overlay &after, const QString &text)
{
    m_workspace.commit({update(before, after)}, text);
}

void OverlayService::rename(OverlayId id, const QString &name)
{
    const Overlay *found = find(id);
    const QString wanted = name.simplified();
    if (!found || wanted.isEmpty())
        return;
    Overlay after = *found;
    after.name = wanted;
    change(*found, after, tr("Rename overlay “%1”").arg(found->name));
}

void OverlayService::setColour(OverlayId id, int colour)
{
    if (const Overlay *found = find(id)) {
        Overlay after = *found;
        after.colour = colour;
        change(*found, after, tr("Colour overlay “%1”").arg(found->name));
    }
}

void OverlayService::setShown(OverlayId id, bool shown)
{
    if (const Overlay *found = find(id)) {
        Overlay after = *found;
        after.shown = shown;
        change(*found, after,
            shown ? tr("Show overlay “%1”").arg(found->name)
                  : tr("Hide overlay “%1”").arg(found->name));
    }
}

void OverlayService::remove(OverlayId id)
{
    const Overlay *found = find(id);
    if (!found)
        return;
    RowEdits edits;
    for (const OverlayDay &entry : m_workspace.plan().overlayDays()) {
        if (entry.overlay == id)
            edits << removal(entry);
    }
    edits << removal(*found);
    m_workspace.commit(edits, tr("Remove overlay “%1”").arg(found->name), 0,
        tr("“%1” is removed.").arg(found->name));
}
