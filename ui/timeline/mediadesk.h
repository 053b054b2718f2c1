// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/post.h"
#include "ui_timeline/calendarview.h"
#include "ui_timeline/dropcontent.h"
#include "ui_timeline/medialook.h"

#include <QObject>
#include <QPointer>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>

class AreaHost;
class CalendarPage;
class Composer;
class MediaStore;
class MediaTray;
class QAction;
class QMimeData;
class Workspace;
struct MediaArrival;
struct PostingCopy;

/// Brings media to the posts of the calendar: from files, from the clipboard, from the library, dropped on a day, the ideas or the composer; and out again, to
/// be posted. What is taken in from outside comes later, since it is read on a worker.
class MediaDesk : public QObject
{
    Q_OBJECT
public:
    /// All are borrowed; \a workspace outlives the desk.
    MediaDesk(Workspace &workspace, Composer &composer, CalendarPage &page, QObject *parent);

    /// Set by the owner: the window, which may be missing, and what a new post is like at a place.
    std::function<AreaHost *()> host = [] { return nullptr; };
    std::function<PostWithVariants(const CalendarSpot &)> draftAt = [](const CalendarSpot &) {
        return PostWithVariants();
    };

    /// The library and pasting, for the menu of the calendar.
    [[nodiscard]] QList<QAction *> actions() const;
    /// Makes a draft of \a content at \a spot; without a day it is an idea.
    void connectBoard();
    void makeDraft(const DropContent &content, const CalendarSpot &spot,
        PostStatus status = PostStatus::Draft);
    /// Adds the media of \a content to what the composer shows.
    void addToComposer(const DropContent &content);
    /// Puts \a text on the clipboard, with the media of what the composer is about to post where they are wanted.
    void copyForPosting(const QString &text, bool withMedia);
    void showLibrary(MediaId current = {});

signals:
    /// A draft that is to be created.
    void postMade(const PostWithVariants &post);
    void postRequested(PostId post, std::optional<QDate> day);

private:
    using Taken = std::function<void(const QList<MediaId> &)>;
    void makeActions();
    void makeTray();
    void connectComposer();
    void connectDrops();
    void refresh();
    [[nodiscard]] MediaLook look() const;
    void askForFiles(std::function<void(const DropContent &)> use);
    /// Takes the sources in and calls \a taken with all media of \a content; says what was refused.
    void takeIn(const DropContent &content, Taken taken);
    void addToPost(const QList<MediaId> &media, PostId post, VariantId variant);
    /// Why pictures were not changed.
    void sayLocked();
    /// With \a media for \a variant, and with new ids for those.
    [[nodiscard]] PostWithVariants withMedia(
        const PostWithVariants &post, const QList<MediaId> &media, VariantId variant) const;
    void paste();
    void pasteIntoLibrary();
    void chooseFromLibrary();
    void crop(PostMediaId medium);
    void putOnClipboard(const QString &text, const PostingCopy &copy);
    void closeTask() const;

    Workspace &m_workspace;
    MediaStore &m_store;
    QPointer<Composer> m_composer;
    QPointer<CalendarPage> m_page;
    QPointer<MediaTray> m_tray;
    QAction *m_library = nullptr;
    QAction *m_paste = nullptr;
    std::unique_ptr<QTemporaryDir> m_copies; ///< what lies on the clipboard
};
