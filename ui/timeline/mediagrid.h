// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/mediacellmodel.h"

#include <QListView>

#include <functional>

/// The media of the library as a grid of small pictures, to choose from and to drag from: onto a day, the ideas or a post.
///
/// Keyboard: arrows choose, Shift and Ctrl mark several, Enter opens, Delete removes, Ctrl+V pastes.
class MediaGrid : public QListView
{
    Q_OBJECT
public:
    /// \a side of a picture in device-independent pixels; \a captionLines below each, 0 to 2.
    MediaGrid(int side, int captionLines, QWidget *parent = nullptr);

    void setLook(const MediaLook &look);
    /// Those whose name or rights hold \a words (folded); what was chosen stays chosen where it is still there.
    void setMedia(const QList<Media> &media, const std::function<int(MediaId)> &useCount,
        const QString &words = {});
    [[nodiscard]] int count() const;
    /// The one under the cursor, or null.
    [[nodiscard]] MediaId current() const;
    /// In the order of the grid.
    [[nodiscard]] QList<MediaId> selected() const;
    void setCurrent(MediaId media);
    /// The picture of \a media came.
    void refresh(MediaId media);

signals:
    void selectionMoved();
    void openRequested(MediaId media);
    void removeRequested();
    void pasteRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void selectionChanged(
        const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    MediaCellModel<MediaId> *m_model;
    MediaLook m_look;
    int m_side;
    int m_captionLines;
};
