// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/medialook.h"

#include <QMetaType>
#include <QStyledItemDelegate>

/// A medium in a list, as its cell shows it.
struct MediaCell
{
    MediaId media;
    QRect part = {}; ///< what is shown of the picture, in its pixels; invalid: all
    QString caption = {}; ///< below the picture; empty: nothing stands there
    QString note = {}; ///< below the caption
    QString badge = {}; ///< on the picture: a short word
    bool isMuted = false; ///< the badge says that something is lacking

    friend bool operator==(const MediaCell &, const MediaCell &) = default;
};
Q_DECLARE_METATYPE(MediaCell)

/// Draws media as small pictures with a word on them and a name below. Rows of the model hold a MediaCell in CellRole.
class MediaCellDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int CellRole = Qt::UserRole;

    /// \a side is that of the picture, in device-independent pixels; \a captionLines are 0 to 2.
    MediaCellDelegate(MediaLook look, int side, int captionLines, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintBadge(QPainter &painter, const QRect &room, const MediaCell &cell,
        const QStyleOptionViewItem &option) const;

    MediaLook m_look;
    int m_side;
    int m_captionLines;
};
