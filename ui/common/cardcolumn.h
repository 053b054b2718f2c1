// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

class QMimeData;

/// One of several columns of cards, one below the other, between which cards are dragged. What a card is and where it may go is said by who derives.
class CardColumn : public QListView
{
    Q_OBJECT
public:
    explicit CardColumn(QWidget *parent = nullptr);

signals:
    void currentCardChanged();
    void dragBegan();
    void dragEnded();
    /// Before the list acts on it; accepted: somebody else did.
    void keyPressed(QKeyEvent *event);

protected:
    /// Whether \a data may be dropped here now.
    [[nodiscard]] virtual bool takes(const QMimeData *data) const = 0;
    /// \a data, which takes() said yes to, was dropped here.
    virtual void drop(const QMimeData *data) = 0;
    /// Lets \a data, which becomes the drag's, be carried elsewhere as the picture of \a card, a place in the viewport. Comes back when it was dropped.
    void carry(QMimeData *data, const QRect &card);
    /// Shows that something would land here, or no longer.
    void setOver(bool isOver);

    /// Quietly at the top of the column, over the cards.
    void paintSentence(QPainter &painter, const QString &sentence) const;
    /// A dashed frame: what is dragged may come here.
    void paintTarget(QPainter &painter) const;

    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    bool m_isOver = false;
};
