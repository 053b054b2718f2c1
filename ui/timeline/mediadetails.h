// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/mediastore.h"
#include "ui_timeline/medialook.h"

#include <QTimer>
#include <QWidget>

class ElidedLabel;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class RowList;

/// What is known of one medium: how it looks, its name, who may use it for what, and the posts that show it.
class MediaDetails : public QWidget
{
    Q_OBJECT
public:
    explicit MediaDetails(QWidget *parent = nullptr);
    ~MediaDetails() override;

    void setLook(const MediaLook &look);
    /// A null \a media shows nothing. \a count: that many are chosen, this one among them.
    void setMedia(const Media *media, int count);
    /// The medium that is shown, or null.
    [[nodiscard]] MediaId media() const { return m_media.id; }
    void setPicture(const QImage &picture);
    void setPosts(const QList<MediaPost> &posts);
    /// Says what is pending now.
    void flush();

signals:
    void renamed(MediaId media, const QString &name);
    void rightsNoted(MediaId media, const QString &rights);
    void postRequested(PostId post, std::optional<QDate> day);
    void removeRequested();

protected:
    /// What was typed is said before it goes.
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showPicture();

    MediaLook m_look;
    Media m_media;
    QImage m_image;
    QTimer m_rest; ///< after typing, until it is said
    QWidget *m_parts;
    QLabel *m_nothing;
    QLabel *m_picture;
    QLineEdit *m_name;
    QLabel *m_facts;
    ElidedLabel *m_place;
    QPlainTextEdit *m_rights;
    QLabel *m_usesTitle;
    RowList *m_posts;
    QPushButton *m_remove;
};
