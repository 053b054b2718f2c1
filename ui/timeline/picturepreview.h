// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QRect>
#include <QWidget>

/// A picture as a preview shows it.
struct PreviewPicture
{
    QImage image; ///< upright; null: stands for a video, or for what cannot be shown
    QRectF part = {}; ///< of `image`, in its pixels; empty: all
    QString name = {}; ///< for readers: the alternative text, else the file's name
    bool isVideo = false;

    friend bool operator==(const PreviewPicture &, const PreviewPicture &) = default;
};

/// The pictures of a post beside each other as networks show them: one in its own ratio, two to four in a grid, more as a number on the fourth.
class PicturePreview : public QWidget
{
    Q_OBJECT
public:
    /// The others are a number.
    static constexpr int MostShown = 4;

    explicit PicturePreview(QWidget *parent = nullptr);

    /// None hides it.
    void setPictures(const QList<PreviewPicture> &pictures);
    [[nodiscard]] const QList<PreviewPicture> &pictures() const { return m_pictures; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    /// Where \a count pictures stand in \a room; at most four.
    [[nodiscard]] static QList<QRect> places(const QRect &room, int count);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<PreviewPicture> m_pictures;
};
