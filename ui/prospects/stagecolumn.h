// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/stage.h"
#include "ui_common/cardcolumn.h"

class ProspectListModel;
class Workspace;
struct ProspectQuery;

/// The cards of one stage, one below the other, any number of them; those in view are read.
class StageColumn : public CardColumn
{
    Q_OBJECT
public:
    StageColumn(Workspace &workspace, const Stage &stage, QWidget *parent = nullptr);

    [[nodiscard]] const Stage &stage() const { return m_stage; }
    [[nodiscard]] ProspectListModel *people() const { return m_people; }
    void setQuery(const ProspectQuery &query);
    /// Null where no card is the current one.
    [[nodiscard]] ProspectId current() const;
    /// False where \a id is not in the column, or not yet.
    bool setCurrent(ProspectId id);
    /// While the current card changes by nobody's choice: the keyboard came, or a card went.
    [[nodiscard]] bool isLed() const { return m_isLed; }
    /// Whether a card is being dragged that may come here.
    void setTakes(bool takes);

signals:
    void cardOpened(ProspectId id);
    /// Cards came, went or were read.
    void cardsChanged();
    void dropped(ProspectId id);

protected:
    [[nodiscard]] bool takes(const QMimeData *data) const override;
    void drop(const QMimeData *data) override;
    /// The search field finds names; Qt's own search would read every row of a large list.
    void keyboardSearch(const QString &search) override { Q_UNUSED(search) }
    void focusInEvent(QFocusEvent *event) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void startDrag(Qt::DropActions actions) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString emptyText() const;

    Stage m_stage;
    ProspectListModel *m_people;
    bool m_takes = false;
    bool m_isLed = false;
};
