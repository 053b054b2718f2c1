// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/profilecopy.h"

#include <QListView>

#include <optional>

/// All channels with their surfaces, to choose one. Arrow keys move, Enter opens.
class SurfaceList : public QListView
{
    Q_OBJECT
public:
    explicit SurfaceList(QWidget *parent = nullptr);

    struct Place
    {
        ChannelId channel;
        Surface surface = Surface::Bio;

        friend bool operator==(const Place &, const Place &) = default;
    };
    /// Nothing without a current surface.
    [[nodiscard]] std::optional<Place> current() const;

signals:
    void currentPlaceChanged();
    /// The user wants to write there.
    void openRequested();
    /// On a surface or a channel's heading; \a where is global.
    void menuRequested(ChannelId channel, QPoint where);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
};
