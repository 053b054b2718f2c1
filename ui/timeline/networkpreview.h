// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"
#include "domain/postthread.h"
#include "ui_timeline/picturepreview.h"

#include <QFrame>

class QLabel;

/// A plain card that shows how a post reads on a network: who, when, and the words with links,
/// mentions and hashtags told apart. It imitates no network.
class NetworkPreview : public QFrame
{
    Q_OBJECT
public:
    explicit NetworkPreview(QWidget *parent = nullptr);

    /// Who posts it, and when.
    struct Head
    {
        Channel channel;
        QString sign; ///< of the network
        QString network; ///< its name
        QString when; ///< may be empty
    };
    /// One post, or the posts of a thread with their counts, which may be empty. Long texts and threads are shown from their beginning.
    void setPreview(const Head &head, const QList<ThreadPart> &parts, const QList<Count> &counts);
    /// The pictures below the words.
    void setPictures(const QList<PreviewPicture> &pictures) { m_pictures->setPictures(pictures); }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    [[nodiscard]] QString bodyText() const;

    QString m_sign;
    QList<ThreadPart> m_parts;
    QList<Count> m_counts;
    QLabel *m_avatar;
    QLabel *m_name;
    QLabel *m_details;
    QLabel *m_body;
    PicturePreview *m_pictures;
};
