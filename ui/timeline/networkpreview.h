// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"
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

    /// \a overAt is where the text no longer fits, or -1. Long texts are shown from their
    /// beginning.
    void setPreview(const Channel &channel, const QString &sign, const QString &networkName,
        const QString &when, const QString &text, qsizetype overAt);
    /// The pictures below the words.
    void setPictures(const QList<PreviewPicture> &pictures) { m_pictures->setPictures(pictures); }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    QString m_sign;
    QString m_copy;
    qsizetype m_overAt = -1;
    QLabel *m_avatar;
    QLabel *m_name;
    QLabel *m_details;
    QLabel *m_body;
    PicturePreview *m_pictures;
};
