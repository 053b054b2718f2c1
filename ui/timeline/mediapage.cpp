// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/mediapage.h"

#include "base/text.h"
#include "session/mediastore.h"
#include "ui_common/emptystate.h"
#include "ui_common/errorstate.h"
#include "ui_common/icons.h"
#include "ui_common/loadingbar.h"
#include "ui_common/question.h"
#include "ui_common/theme.h"
#include "ui_timeline/droptarget.h"
#include "ui_timeline/mediadetails.h"
#include "ui_timeline/mediagrid.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int MediaSide = 132; // pixels of a small picture
constexpr int DetailsWidth = 320;
constexpr int MostLimit = 200; // megabytes: more makes every copy of the workspace slow
constexpr qint64 Megabyte = 1'000'000;
enum MediaView { EmptyPage, ErrorPage, GridPage };
} // namespace

MediaPage::MediaPage(MediaStore &store, const MediaLook &look, Purpose purpose, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_look(look)
    , m_purpose(purpose)
    , m_grid(new MediaGrid(MediaSide, 2, this))
    , m_details(new MediaDetails(this))
{
    setObjectName(u"mediaPage"_s);
    setAccessibleName(tr("Media library"));
    m_grid->setLook(look);
    m_details->setLook(look);
    build();
    connectParts();
    setFocusProxy(m_grid);
    refresh();
}

void MediaPage::build()
{
    m_add = new QPushButton(tr("Add files…"), this);
    m_add->setObjectName(u"addFiles"_s);
    m_add->setIcon(Icons::named(u"list-add"_s));
    m_search = new QLineEdit(this);
    m_search->setObjectName(u"mediaSearch"_s);
    m_search->setAccessibleName(tr("Search the media"));
    m_search->setPlaceholderText(tr("Search names and rights"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(DetailsWidth);
    m_limit = new QSpinBox(this);
    m_limit->setObjectName(u"mediaLimit"_s);
    m_limit->setRange(1, MostLimit);
    m_limit->setSuffix(tr(" MB"));
    m_limit->setKeyboardTracking(false);
    m_limit->setAccessibleName(tr("Largest picture kept in the workspace"));
    m_limit->setToolTip(tr("Larger pictures, videos and documents stay where they are and are "
                           "referred to"));
    auto *limitText = quietLabel(tr("Kept in the workspace up to"), this);
    limitText->setWordWrap(false);
    limitText->setBuddy(m_limit);
    m_cancel = new QPushButton(tr("Cancel adding"), this);
    m_cancel->setObjectName(u"cancelAdding"_s);
    m_choose = new QPushButton(tr("Add to the post"), this);
    m_choose->setObjectName(u"chooseMedia"_s);
    m_choose->setVisible(m_purpose == Purpose::Choice);
    makePrimary(m_choose);
    auto *close = new QPushButton(
        m_purpose == Purpose::Choice ? tr("Cancel") : tr("Back to the calendar"), this);
    close->setObjectName(u"closeMedia"_s);
    connect(close, &QPushButton::clicked, this, &MediaPage::closeRequested);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(Metrics::Large, Metrics::Small, Metrics::Large, Metrics::Small);
    top->setSpacing(Metrics::Small);
    top->addWidget(m_add);
    top->addWidget(m_search, 1);
    top->addWidget(m_cancel);
    top->addStretch(1);
    top->addWidget(limitText);
    top->addWidget(m_limit);
    top->addSpacing(Metrics::Small);
    top->addWidget(close);
    top->addWidget(m_choose);

    m_loading = new LoadingBar(this);
    m_empty = new EmptyState(this);
    m_empty->setIcon(Icons::named(u"folder-pictures"_s));
    m_error = new ErrorState(this);
    auto *filled = new QWidget(this);
    auto *filledLayout = new QHBoxLayout(filled);
    filledLayout->setContentsMargins(0, 0, 0, 0);
    filledLayout->setSpacing(0);
    filledLayout->addWidget(m_grid, 1);
    filledLayout->addWidget(hairline(Qt::Vertical, filled));
    filledLayout->addWidget(m_details);
    m_details->setFixedWidth(DetailsWidth);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_error);
    m_stack->addWidget(filled);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_loading);
    layout->addWidget(hairline(Qt::Horizontal, this));
    layout->addLayout(m_stack, 1);
}

void MediaPage::connectParts()
{
    connect(&m_store, &MediaStore::changed, this, &MediaPage::refresh);
    connect(&m_store, &MediaStore::thumbnailReady, m_grid, &MediaGrid::refresh);
    connect(&m_store, &MediaStore::takingInChanged, this, &MediaPage::refresh);
    connect(&m_store, &MediaStore::progress, this, [this](double done) {
        constexpr int steps = 1000;
        m_loading->setProgress(qint64(done * steps), steps);
    });
    connect(m_add, &QPushButton::clicked, this, &MediaPage::filesRequested);
    connect(m_empty, &EmptyState::triggered, this, [this] {
        if (m_search->text().isEmpty())
            emit filesRequested();
        else
            m_search->clear();
    });
    connect(m_error, &ErrorState::retryRequested, &m_store, &MediaStore::refresh);
    connect(m_search, &QLineEdit::textChanged, this, &MediaPage::refresh);
    connect(m_cancel, &QPushButton::clicked, &m_store, &MediaStore::cancel);
    connect(m_limit, &QSpinBox::valueChanged, this,
        [this](int megabytes) { m_store.setMostBytes(megabytes * Megabyte); });
    connect(m_choose, &QPushButton::clicked, this, &MediaPage::choose);
    m_follow.setSingleShot(true);
    m_follow.setInterval(0);
    connect(&m_follow, &QTimer::timeout, this, &MediaPage::showChosen);
    connect(m_grid, &MediaGrid::selectionMoved, this, [this] { m_follow.start(); });
    connect(m_grid, &MediaGrid::pasteRequested, this, &MediaPage::pasteRequested);
    connect(m_grid, &MediaGrid::removeRequested, this, &MediaPage::askToRemove);
    connect(m_grid, &MediaGrid::openRequested, this, [this] {
        if (m_purpose == Purpose::Choice)
            choose();
        else
            m_details->setFocus(Qt::OtherFocusReason);
    });
    connect(m_details, &MediaDetails::removeRequested, this, &MediaPage::askToRemove);
    connect(m_details, &MediaDetails::renamed, &m_store, &MediaStore::rename);
    connect(m_details, &MediaDetails::rightsNoted, &m_store, &MediaStore::setRights);
    connect(m_details, &MediaDetails::postRequested, this, &MediaPage::postRequested);
    for (QWidget *surface : {static_cast<QWidget *>(this), m_grid->viewport()}) {
        auto *target = new DropTarget(surface);
        target->takesMediaOnly = true;
        connect(target, &DropTarget::dropped, this, [this](const DropContent &content) {
            if (!content.sources.isEmpty())
                emit dropped(content);
        });
    }
}

void MediaPage::refresh()
{
    const bool isLoading = m_store.state() == StoreState::Loading && m_store.media().isEmpty();
    m_loading->setLoading(isLoading || m_store.isTakingIn());
    m_cancel->setVisible(m_store.isTakingIn());
    if (!m_limit->hasFocus()) {
        const QSignalBlocker blocker(m_limit);
        m_limit->setValue(int(m_store.mostBytes() / Megabyte));
    }
    m_grid->setMedia(
        m_store.media(), [this](MediaId id) { return m_store.useCount(id); },
        foldText(m_search->text()));
    if (m_store.state() == StoreState::Failed) {
        m_error->setError(m_store.error(), tr("Try again"));
        m_stack->setCurrentIndex(ErrorPage);
        return;
    }
    const bool isSearched = !m_search->text().isEmpty();
    m_empty->setSentence(isLoading ? QString()
            : isSearched
            ? tr("No name and no rights note holds these words.")
            : tr("Pictures, videos and documents for your posts are kept here. Drop them on this "
                 "page, or add files."));
    m_empty->setButtonText(isLoading ? QString()
            : isSearched             ? tr("Show all media")
                                     : tr("Add files…"));
    m_stack->setCurrentIndex(m_grid->count() == 0 ? EmptyPage : GridPage);
    if (m_grid->current().isNull() && !m_store.media().isEmpty())
        m_grid->setCurrent(m_store.media().first().id);
    m_follow.start();
}

void MediaPage::showChosen()
{
    const QList<MediaId> selected = m_grid->selected();
    const MediaId current = m_grid->current();
    const bool isShown = selected.contains(current);
    const Media *media = isShown ? m_store.find(current) : nullptr;
    m_details->setMedia(media, int(selected.size()));
    m_choose->setEnabled(!selected.isEmpty());
    if (!media) {
        m_shown = {};
        return;
    }
    const auto posts = [this, current](const Result<QList<MediaPost>> &found) {
        if (found && m_details->media() == current)
            m_details->setPosts(*found);
    };
    m_store.postsOf(current, m_details, posts);
    if (current == m_shown || media->kind != MediaKind::Picture)
        return;
    m_shown = current;
    constexpr int bound = 2 * DetailsWidth; // sharp on a screen of twice the density
    m_store.picture(
        current, {bound, bound}, m_details, [this, current](const Result<QImage> &image) {
            if (image && m_details->media() == current)
                m_details->setPicture(*image);
        });
}

void MediaPage::choose()
{
    const QList<MediaId> media = m_grid->selected();
    if (!media.isEmpty())
        emit chosen(media);
}

void MediaPage::askToRemove()
{
    const QList<MediaId> media = m_grid->selected();
    int used = 0;
    for (const MediaId id : media)
        used += m_store.useCount(id) > 0 ? 1 : 0;
    if (used == 0) {
        m_store.remove(media);
        return;
    }
    const Media *only = media.size() == 1 ? m_store.find(media.first()) : nullptr;
    Question::Confirm question;
    question.title = only
        ? tr("Remove “%1” although it is in use?").arg(only->name)
        : tr("Remove %n files although some are in use?", nullptr, int(media.size()));
    question.text = only
        ? tr("It is on %n post(s) and comes off them too. Undo brings it back.", nullptr,
            m_store.useCount(only->id))
        : tr("%n of them are on posts and come off these too. Undo brings them back.", nullptr,
            used);
    question.confirmText = tr("Remove");
    Question::confirm(this, question, [this, media] { m_store.remove(media); });
}

void MediaPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closeRequested();
    else
        QWidget::keyPressEvent(event);
}
