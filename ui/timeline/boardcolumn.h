// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_common/cardcolumn.h"
#include "ui_timeline/boardmodel.h"

/// The cards of one status, one below the other.
class BoardColumn : public CardColumn
{
    Q_OBJECT
public:
    explicit BoardColumn(PostStatus status, QWidget *parent = nullptr);

    [[nodiscard]] PostStatus status() const { return m_status; }
    [[nodiscard]] BoardModel *cards() const { return m_cards; }
    [[nodiscard]] PlacedPost current() const { return m_cards->postAt(currentIndex()); }
    /// That under the cursor first.
    [[nodiscard]] QList<PlacedPost> selected() const;
    /// Whether what is being dragged may come here; nothing while nothing is.
    void setTakes(std::optional<bool> takes);
    /// Shows that something from outside would land here.
    void setDropping(bool dropping);

signals:
    void cardClicked(PostId post);
    void cardOpened(PostId post);
    void menuRequested(QPoint globalPosition);
    void dropped(const QList<PostId> &posts);

protected:
    [[nodiscard]] bool takes(const QMimeData *data) const override;
    void drop(const QMimeData *data) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void paintEvent(QPaintEvent *event) override;

private:
    PostStatus m_status;
    BoardModel *m_cards;
    std::optional<bool> m_takes;
};
