// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/stage.h"

#include <QTreeWidget>

/// The stages of a pipeline under the sides they are on. A stage can be dragged to another place; the tree itself changes nothing.
class StageTree : public QTreeWidget
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, SideRole };

    explicit StageTree(QWidget *parent = nullptr);

    /// Of \a item, null for a side's heading and no item.
    [[nodiscard]] static StageId stageOf(const QTreeWidgetItem *item);
    [[nodiscard]] StageId currentStage() const { return stageOf(currentItem()); }
    /// The item of \a id, or null.
    [[nodiscard]] QTreeWidgetItem *itemOf(StageId id) const;
    /// The stage that stands right behind \a item, over the sides; null behind the last.
    [[nodiscard]] static StageId stageBehind(QTreeWidgetItem *item);

    /// Whether a name is being written.
    [[nodiscard]] bool isEditing() const { return state() == EditingState; }

signals:
    /// \a id is to stand before \a before (null: last), on \a side.
    void placed(StageId id, StageId before, Side side);

protected:
    /// A row that is chosen is filled from its edge on, over its indentation too.
    void drawBranches(
        QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void dropEvent(QDropEvent *event) override;
};
