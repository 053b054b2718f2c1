// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/dropcontent.h"
#include "ui_timeline/medialook.h"

#include <QWidget>

class LoadingBar;
class MediaGrid;
class MediaStore;
class QLabel;

/// The narrow side of the calendar with the media of the library, to drag onto a day, the ideas or a post.
class MediaTray : public QWidget
{
    Q_OBJECT
public:
    /// \a store is borrowed and outlives the tray's use of it.
    MediaTray(MediaStore &store, const MediaLook &look, QWidget *parent = nullptr);

    [[nodiscard]] MediaGrid *grid() const { return m_grid; }

signals:
    void filesRequested();
    void pasteRequested();
    void dropped(const DropContent &content);
    /// The whole library, with \a media in front where it is not null.
    void libraryRequested(MediaId media);

private:
    void refresh();

    MediaStore &m_store;
    MediaGrid *m_grid;
    QLabel *m_hint;
    LoadingBar *m_loading;
};
