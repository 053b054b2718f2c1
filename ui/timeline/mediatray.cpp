// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/mediatray.h"

#include "session/mediastore.h"
#include "ui_common/icons.h"
#include "ui_common/loadingbar.h"
#include "ui_common/theme.h"
#include "ui_timeline/droptarget.h"
#include "ui_timeline/mediagrid.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int TraySide = 76; // pixels: two beside each other
}

MediaTray::MediaTray(MediaStore &store, const MediaLook &look, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_grid(new MediaGrid(TraySide, 0, this))
    , m_hint(quietLabel({}, this))
    , m_loading(new LoadingBar(this))
{
    setObjectName(u"mediaTray"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_grid->setLook(look);
    m_grid->setObjectName(u"mediaTrayGrid"_s);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    const auto tool = [this](const QString &name, const QString &text, const QString &tip,
                          const QString &icon) {
        auto *button = new QToolButton(this);
        button->setObjectName(name);
        button->setText(text);
        button->setAccessibleName(tip);
        button->setToolTip(tip);
        button->setIcon(Icons::named(icon));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        return button;
    };
    auto *add = tool(u"trayAddMedia"_s, tr("Add…"), tr("Add files to the media"), u"list-add"_s);
    auto *open = tool(u"trayOpenLibrary"_s, tr("Library"),
        tr("Open the media library: names, rights, where used"), u"folder-pictures"_s);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(Metrics::Small, Metrics::Small, Metrics::Small, 0);
    top->addWidget(add);
    top->addStretch();
    top->addWidget(open);
    auto *middle = new QVBoxLayout;
    middle->setContentsMargins(Metrics::Medium, 0, Metrics::Medium, 0);
    middle->addWidget(m_hint);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Small);
    layout->addLayout(top);
    layout->addWidget(m_loading);
    layout->addLayout(middle);
    layout->addWidget(m_grid, 1);
    connect(add, &QToolButton::clicked, this, &MediaTray::filesRequested);
    connect(open, &QToolButton::clicked, this, [this] { emit libraryRequested({}); });
    connect(m_grid, &MediaGrid::openRequested, this, &MediaTray::libraryRequested);
    connect(m_grid, &MediaGrid::removeRequested, this,
        [this] { emit libraryRequested(m_grid->current()); });
    connect(m_grid, &MediaGrid::pasteRequested, this, &MediaTray::pasteRequested);
    connect(&m_store, &MediaStore::changed, this, &MediaTray::refresh);
    connect(&m_store, &MediaStore::takingInChanged, this, &MediaTray::refresh);
    connect(&m_store, &MediaStore::thumbnailReady, m_grid, &MediaGrid::refresh);
    for (QWidget *surface : {static_cast<QWidget *>(this), m_grid->viewport()}) {
        auto *target = new DropTarget(surface);
        target->takesMediaOnly = true;
        connect(target, &DropTarget::dropped, this, [this](const DropContent &content) {
            if (!content.sources.isEmpty())
                emit dropped(content);
        });
    }
    refresh();
}

void MediaTray::refresh()
{
    m_grid->setMedia(m_store.media(), [this](MediaId id) { return m_store.useCount(id); });
    const bool isEmpty = m_store.media().isEmpty();
    m_loading->setLoading(
        m_store.isTakingIn() || (isEmpty && m_store.state() == StoreState::Loading));
    m_hint->setText(m_store.state() == StoreState::Failed
            ? m_store.error().message
            : tr("No pictures yet. Drop some here, or add files. Drag one to a day to plan a post "
                 "with it."));
    m_hint->setVisible(isEmpty && m_store.state() != StoreState::Loading);
}
