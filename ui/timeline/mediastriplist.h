// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/postmedia.h"
#include "ui_timeline/mediacellmodel.h"

#include <QListView>

/// The row of small pictures of a MediaStrip.
class MediaStripList : public QListView
{
    Q_OBJECT
public:
    explicit MediaStripList(QWidget *parent = nullptr);

    void setLook(const MediaLook &look);
    /// Keeps the chosen one where it is still there. \a variant is whose parts of the pictures are shown.
    void setMedia(const PostWithVariants &post, const QList<PostMedia> &media, VariantId variant);
    void setLocked(bool locked) { m_isLocked = locked; }
    /// The chosen medium, or null.
    [[nodiscard]] PostMediaId current() const;
    void setCurrent(PostMediaId medium);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void currentMediumChanged();
    void openRequested();
    void removeRequested(PostMediaId medium);
    void moveRequested(PostMediaId medium, int to);
    void pasteRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    /// Before which one a picture that is dropped at \a point goes; the number of pictures: behind all.
    [[nodiscard]] int gapAt(QPoint point) const;
    void move(int by);

    MediaCellModel<PostMediaId> *m_model;
    MediaLook m_look;
    bool m_isLocked = false;
    int m_gap = -1; ///< where what is dragged would go
};
