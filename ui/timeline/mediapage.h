// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/dropcontent.h"
#include "ui_timeline/medialook.h"

#include <QTimer>
#include <QWidget>

class ErrorState;
class EmptyState;
class LoadingBar;
class MediaDetails;
class MediaGrid;
class MediaStore;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStackedLayout;

/// The media library: all pictures, videos and documents of the workspace, what is known of the one that is chosen, and where it is used.
class MediaPage : public QWidget
{
    Q_OBJECT
public:
    /// What the page is opened for: to look after the library, or to choose from it for a post.
    enum class Purpose { Library, Choice };

    /// \a store is borrowed and outlives the page.
    MediaPage(MediaStore &store, const MediaLook &look, Purpose purpose, QWidget *parent = nullptr);

    [[nodiscard]] MediaGrid *grid() const { return m_grid; }
    [[nodiscard]] MediaDetails *details() const { return m_details; }

signals:
    void filesRequested();
    void pasteRequested();
    void dropped(const DropContent &content);
    /// Those shall come onto the post.
    void chosen(const QList<MediaId> &media);
    void postRequested(PostId post, std::optional<QDate> day);
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void connectParts();
    void refresh();
    void showChosen();
    void choose();
    void askToRemove();

    MediaStore &m_store;
    MediaLook m_look;
    Purpose m_purpose;
    MediaId m_shown; ///< whose picture was asked for
    QTimer m_follow; ///< several moves of the selection are one
    QStackedLayout *m_stack = nullptr;
    MediaGrid *m_grid;
    MediaDetails *m_details;
    EmptyState *m_empty = nullptr;
    ErrorState *m_error = nullptr;
    LoadingBar *m_loading = nullptr;
    QLineEdit *m_search = nullptr;
    QSpinBox *m_limit = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_choose = nullptr;
};
