// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/postmedia.h"
#include "ui_timeline/dropcontent.h"
#include "ui_timeline/medialook.h"

#include <QWidget>

class LoadingBar;
class MediaStripList;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

/// The media of a post below its words: small pictures in their order, what they show for those who cannot see them, and what can be done with the one
/// that is chosen. It says what the user wants and changes nothing.
///
/// Keyboard: arrows choose, Alt and arrows move, Delete takes away, Enter goes to the alternative text, Ctrl+V pastes.
class MediaStrip : public QWidget
{
    Q_OBJECT
public:
    explicit MediaStrip(QWidget *parent = nullptr);

    void setLook(const MediaLook &look);
    /// Shows the media of \a post as \a variant has them; a null one: those of all channels. \a isLocked: they may be looked at alone.
    void setPost(const PostWithVariants &post, VariantId variant, bool isLocked);
    /// Something that was not at hand has come.
    void refreshPictures();
    /// What is being taken in, 0…1; a negative number: nothing.
    void setProgress(double done);
    /// The chosen medium, or null.
    [[nodiscard]] PostMediaId current() const;
    void setCurrent(PostMediaId medium);
    /// What is shown cannot be changed.
    [[nodiscard]] bool isLocked() const { return m_isLocked; }

signals:
    void filesRequested();
    void libraryRequested();
    void pasteRequested();
    void cancelRequested();
    void dropped(const DropContent &content);
    void removeRequested(PostMediaId medium);
    /// To place \a to of those shown.
    void moveRequested(PostMediaId medium, int to);
    void altTextTyped(PostMediaId medium, const QString &altText);
    void altTextFinished();
    /// For the variant that is shown alone, or for all channels.
    void showingRequested(PostMediaId medium, bool hereAlone);
    void cropRequested(PostMediaId medium);

private:
    void build();
    void connectParts();
    void showCurrent();
    void showHint();
    [[nodiscard]] const PostMedia *currentMedia() const;

    MediaLook m_look;
    PostWithVariants m_post;
    VariantId m_variant;
    QList<PostMedia> m_media; ///< those shown
    bool m_isLocked = false;
    MediaStripList *m_list;
    QToolButton *m_add;
    QWidget *m_details = nullptr;
    QLineEdit *m_altText = nullptr;
    QToolButton *m_crop = nullptr;
    QToolButton *m_here = nullptr;
    QToolButton *m_remove = nullptr;
    QLabel *m_hint = nullptr;
    QWidget *m_busy = nullptr;
    LoadingBar *m_progress = nullptr;
    QPushButton *m_cancel = nullptr;
};
