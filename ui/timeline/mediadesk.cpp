// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/mediadesk.h"

#include "domain/postedits.h"
#include "domain/postmedia.h"
#include "session/mediastore.h"
#include "session/plansets.h"
#include "session/poststore.h"
#include "session/workspace.h"
#include "ui_common/area.h"
#include "ui_common/icons.h"
#include "ui_common/question.h"
#include "ui_timeline/boardcolumn.h"
#include "ui_timeline/boardview.h"
#include "ui_timeline/calendarpage.h"
#include "ui_timeline/composer.h"
#include "ui_timeline/croppage.h"
#include "ui_timeline/droptarget.h"
#include "ui_timeline/ideatray.h"
#include "ui_timeline/mediagrid.h"
#include "ui_timeline/mediapage.h"
#include "ui_timeline/mediastrip.h"
#include "ui_timeline/mediatray.h"
#include "ui_timeline/sidetray.h"
#include "ui_timeline/tilelist.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

MediaDesk::MediaDesk(Workspace &workspace, Composer &composer, CalendarPage &page, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_store(workspace.media())
    , m_composer(&composer)
    , m_page(&page)
{
    makeActions();
    makeTray();
    connectComposer();
    connectDrops();
    connect(&m_store, &MediaStore::changed, this, &MediaDesk::refresh);
    connect(&m_store, &MediaStore::thumbnailReady, this, [this](MediaId media) {
        if (m_composer)
            m_composer->refreshPicture(media);
    });
    m_store.watch();
}

void MediaDesk::makeActions()
{
    const auto add = [this](const char *id, const QString &text, const QKeySequence &key,
                         const QString &icon) {
        auto *action = new QAction(Icons::named(icon), text, this);
        action->setObjectName(QLatin1String(id));
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        return action;
    };
    m_paste = add("post.paste", tr("Paste as a new &draft"), QKeySequence::Paste, u"edit-paste"_s);
    m_library = add("calendar.media", tr("Media li&brary"), Qt::CTRL | Qt::SHIFT | Qt::Key_M,
        u"folder-pictures"_s);
    connect(m_paste, &QAction::triggered, this, &MediaDesk::paste);
    connect(m_library, &QAction::triggered, this, [this] { showLibrary(); });
}

QList<QAction *> MediaDesk::actions() const
{
    return {m_paste, m_library};
}

MediaLook MediaDesk::look() const
{
    MediaStore *store = &m_store;
    return {.find = [store](MediaId id) { return store->find(id); },
        .thumbnail = [store](MediaId id) { return store->thumbnail(id); },
        .preview = [store](MediaId id) { return store->preview(id); },
        .isMissing = [store](MediaId id) { return store->isMissing(id); }};
}

void MediaDesk::makeTray()
{
    m_tray = new MediaTray(m_store, look());
    m_page->side()->addPage(tr("Media"), m_tray);
    connect(m_tray, &MediaTray::libraryRequested, this, &MediaDesk::showLibrary);
    connect(m_tray, &MediaTray::filesRequested, this, [this] {
        askForFiles([this](const DropContent &content) { m_store.add(content.sources); });
    });
    connect(m_tray, &MediaTray::dropped, this,
        [this](const DropContent &content) { m_store.add(content.sources); });
    connect(m_tray, &MediaTray::pasteRequested, this, &MediaDesk::pasteIntoLibrary);
}

void MediaDesk::connectComposer()
{
    connect(m_composer, &Composer::mediaRefused, this, &MediaDesk::sayLocked);
    const auto rules = builtInMediaRules();
    m_composer->setMediaLook(look(), rules ? *rules : MediaRules());
    MediaStrip *strip = m_composer->media();
    connect(strip, &MediaStrip::filesRequested, this,
        [this] { askForFiles([this](const DropContent &content) { addToComposer(content); }); });
    connect(strip, &MediaStrip::libraryRequested, this, &MediaDesk::chooseFromLibrary);
    connect(strip, &MediaStrip::dropped, this, &MediaDesk::addToComposer);
    connect(strip, &MediaStrip::pasteRequested, this, [this] {
        const auto content = Drops::contentOf(QGuiApplication::clipboard()->mimeData());
        if (content && content->hasMedia())
            addToComposer(*content);
        else
            emit m_workspace.notice({Notice::Severity::Info,
                tr("There is no picture on the clipboard. Copy one, then paste it here.")});
    });
    connect(strip, &MediaStrip::cancelRequested, &m_store, &MediaStore::cancel);
    connect(strip, &MediaStrip::cropRequested, this, &MediaDesk::crop);
    connect(&m_store, &MediaStore::progress, strip, &MediaStrip::setProgress);
    connect(&m_store, &MediaStore::takingInChanged, strip,
        [strip](bool takingIn) { strip->setProgress(takingIn ? 0 : -1); });
}

void MediaDesk::connectDrops()
{
    for (int kind = 0; kind < CalendarViewKinds; ++kind) {
        CalendarView *view = m_page->view(CalendarViewKind(kind));
        QWidget *surface = view->surfaceForDrops();
        if (!surface)
            continue;
        auto *target = new DropTarget(surface);
        target->mayDropAt = [view](QPoint point) { return view->spotAt(point).has_value(); };
        target->mark = [view](QPoint point, const QString &title) {
            view->markSpot(view->spotAt(point), title);
        };
        target->unmark = [view] { view->markSpot(std::nullopt, {}); };
        connect(target, &DropTarget::dropped, this,
            [this, view](const DropContent &content, QPoint where) {
                if (const auto spot = view->spotAt(where))
                    makeDraft(content, *spot);
            });
    }
    connectBoard();
    TileList *ideas = m_page->tray()->list();
    for (QWidget *surface : {static_cast<QWidget *>(m_page->tray()), ideas->viewport()}) {
        auto *target = new DropTarget(surface);
        target->mark = [ideas](QPoint, const QString &) { ideas->setDropping(true); };
        target->unmark = [ideas] { ideas->setDropping(false); };
        connect(target, &DropTarget::dropped, this,
            [this](const DropContent &content) { makeDraft(content, {}); });
    }
    // The words take words themselves; pictures go below them.
    auto *words = new DropTarget(m_composer->dropSurface());
    words->takesMediaOnly = true;
    words->mayDropAt = [this](QPoint) { return m_composer && !m_composer->media()->isLocked(); };
    connect(words, &DropTarget::dropped, this,
        [this](const DropContent &content) { addToComposer(content); });
}

void MediaDesk::refresh()
{
    if (m_composer)
        m_composer->refreshMedia();
}

void MediaDesk::askForFiles(std::function<void(const DropContent &)> use)
{
    Question::File file;
    file.title = tr("Add pictures and videos");
    file.filters = {tr("Pictures, videos and documents (*.png *.jpg *.jpeg *.gif *.webp *.bmp "
                       "*.tif *.tiff *.mp4 *.mov *.m4v *.webm *.mkv *.avi *.pdf)"),
        tr("All files (*)")};
    Question::openFiles(m_page, file, [use = std::move(use)](const QStringList &paths) {
        DropContent content;
        for (const QString &path : paths)
            content.sources.append({.path = path});
        use(content);
    });
}

void MediaDesk::takeIn(const DropContent &content, Taken taken)
{
    if (content.sources.isEmpty()) {
        taken(content.known);
        return;
    }
    m_store.takeIn(content.sources, this,
        [this, known = content.known, taken = std::move(taken)](
            const Result<MediaArrival> &arrival) {
            if (!arrival) {
                emit m_workspace.notice(
                    {arrival.error().code == Error::Code::Cancelled ? Notice::Severity::Info
                                                                    : Notice::Severity::Error,
                        arrival.error().message});
                return;
            }
            if (!arrival->refused.isEmpty())
                emit m_workspace.notice(MediaStore::refusalOf(*arrival));
            QList<MediaId> media = known;
            for (const Media &one : arrival->media)
                media << one.id;
            taken(media);
        });
}

PostWithVariants MediaDesk::withMedia(
    const PostWithVariants &post, const QList<MediaId> &media, VariantId variant) const
{
    PostWithVariants result = MediaEdits::with(post, media, variant);
    for (PostMedia &one : result.media) {
        if (one.id.isNull())
            one.id = PostMediaId::create(m_workspace.ids());
    }
    return result;
}

void MediaDesk::connectBoard()
{
    const auto *board = static_cast<const BoardView *>(m_page->view(CalendarViewKind::Board));
    for (const PostStatus status : {PostStatus::Idea, PostStatus::Draft}) {
        BoardColumn *column = board->column(status);
        auto *target = new DropTarget(column->viewport());
        target->mark = [column](QPoint, const QString &) { column->setDropping(true); };
        target->unmark = [column] { column->setDropping(false); };
        connect(target, &DropTarget::dropped, this, [this, status](const DropContent &content) {
            makeDraft(content, {}, status); // on a day it is put where there are days
        });
    }
}

void MediaDesk::makeDraft(const DropContent &content, const CalendarSpot &spot, PostStatus status)
{
    const PostId shown = m_composer->post();
    takeIn(content, [this, content, spot, shown, status](const QList<MediaId> &media) {
        const bool isEmpty = media.isEmpty() && content.text.isEmpty() && content.link.isEmpty();
        if (isEmpty || !m_composer)
            return; // all was refused, which has been said
        PostWithVariants post = draftAt(spot);
        for (Variant &variant : post.variants)
            variant.status = status;
        if (!spot.day.isValid())
            post.post.day.reset();
        post.post.title = content.title;
        post.post.text = content.text;
        post.post.link = content.link;
        post = withMedia(post, media, {});
        // Who went on writing meanwhile keeps the keyboard.
        if (m_composer->post() == shown && !m_composer->isWriting())
            emit postMade(post);
        else
            m_workspace.posts().create(post);
    });
}

void MediaDesk::addToComposer(const DropContent &content)
{
    const PostId post = m_composer->post();
    const VariantId variant = m_composer->shownVariant();
    if (post.isNull() || m_composer->media()->isLocked())
        return;
    takeIn(content, [this, post, variant](const QList<MediaId> &media) {
        if (!media.isEmpty())
            addToPost(media, post, variant);
    });
}

void MediaDesk::addToPost(const QList<MediaId> &media, PostId id, VariantId variant)
{
    if (m_composer && m_composer->post() == id) {
        m_composer->editMedia([this, &media, variant](const PostWithVariants &post) {
            return withMedia(post, media, variant);
        });
        return;
    }
    // The user turned to another post meanwhile.
    const PostWithVariants *post = m_workspace.posts().find(id);
    if (!post) {
        emit m_workspace.notice({Notice::Severity::Warning,
            tr("The post is gone or in another month, so the pictures did not come to it. Open it "
               "and add them again.")});
        return;
    }
    const PostWithVariants after = withMedia(*post, media, variant);
    if (PostEdits::changesLockedMedia(*post, after))
        sayLocked();
    else
        m_workspace.posts().change(*post, after);
}

void MediaDesk::sayLocked()
{
    emit m_workspace.notice({Notice::Severity::Warning,
        tr("The pictures stay as they are: a channel shows them whose words are approved. Take it "
           "back to draft first, or choose another channel above the words.")});
}

void MediaDesk::paste()
{
    const QWidget *focused = m_page->focusWidget();
    if (m_tray && focused && m_tray->isAncestorOf(focused)) {
        pasteIntoLibrary();
        return;
    }
    const auto content = Drops::contentOf(QGuiApplication::clipboard()->mimeData());
    if (!content) {
        emit m_workspace.notice({Notice::Severity::Info,
            tr("There is nothing on the clipboard that makes a post. Copy words, a link or a "
               "picture first.")});
        return;
    }
    const bool isIdea = focused && m_page->tray()->isAncestorOf(focused);
    const CalendarSpot spot = m_page->view()->currentSpot();
    makeDraft(*content, isIdea ? CalendarSpot {} : spot);
}

void MediaDesk::pasteIntoLibrary()
{
    const auto content = Drops::contentOf(QGuiApplication::clipboard()->mimeData());
    if (content && !content->sources.isEmpty())
        m_store.add(content->sources);
    else
        emit m_workspace.notice({Notice::Severity::Info,
            tr("There is no picture on the clipboard. Copy one, then paste it here.")});
}

void MediaDesk::closeTask() const
{
    if (host())
        host()->closeTask();
}
