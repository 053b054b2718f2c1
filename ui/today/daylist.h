// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_today/daymodel.h"

#include <QListView>
#include <QPersistentModelIndex>
#include <QPointer>

#include <functional>

class DayDelegate;
class QToolButton;

/// The day's work as a list: its rows have buttons while the pointer or the selection is on them, and room for a field below.
class DayList : public QListView
{
    Q_OBJECT
public:
    /// Whether an action can be done with a row.
    using Fits = std::function<bool(const QAction &, const WorkRow &)>;

    explicit DayList(QWidget *parent = nullptr);

    [[nodiscard]] const DayModel &days() const { return *m_days; }
    /// Shows \a sections. What was selected stays so, also over a time in which nothing was shown; where it is gone, the first that came after it and is there still, else the last before it; when it comes back, as by an undo, and nothing else was chosen since, it is selected again.
    void setSections(const QList<DayModel::Section> &sections, const QList<Stage> &stages,
        const DayContext &context);
    /// A button for each of \a actions on the rows that it \a fits. Their keys act while the list has the keyboard.
    void setRowActions(const QList<QAction *> &actions, Fits fits);
    /// Nothing where no row is selected.
    [[nodiscard]] std::optional<WorkRow> currentRow() const;
    /// Shows \a field under the selected row, and takes it.
    void openField(QWidget *field);
    void closeField();
    [[nodiscard]] QWidget *field() const { return m_field; }
    [[nodiscard]] bool hasFieldUnderCurrent() const;
    /// Where a menu for the selected row belongs, in global coordinates.
    [[nodiscard]] QPoint menuPlace() const;

    void doItemsLayout() override;

signals:
    /// Another line is selected, or what is selected changed.
    void currentLineChanged();
    void rowActivated();
    /// The line "and … more" was chosen.
    void moreRequested(WorkSection section);
    void menuRequested(QPoint place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    [[nodiscard]] QModelIndex moveCursor(
        CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void keyPressEvent(QKeyEvent *event) override;
    /// Letters are commands here; one that cannot be done leads to nobody else.
    void keyboardSearch(const QString &search) override { Q_UNUSED(search) }
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;

private:
    [[nodiscard]] QModelIndex nearest(const DayKey &key, const QList<DayKey> &before) const;
    /// Makes the room of the field as high as it wants to be. Returns whether it was not.
    bool fitField();
    /// Where what was selected last before \a key is again.
    [[nodiscard]] QModelIndex comeBack(const DayKey &key);
    void placeParts();
    void placeButtons();

    struct RowButton
    {
        QAction *action = nullptr;
        QToolButton *button = nullptr;
    };
    DayModel *m_days;
    DayDelegate *m_delegate;
    QWidget *m_buttons;
    QList<RowButton> m_rowButtons;
    Fits m_fits;
    QPointer<QWidget> m_field;
    QPersistentModelIndex m_hovered;
    struct Departure
    {
        DayKey key; ///< was selected
        DayKey heir; ///< is selected since it went
    };
    std::optional<DayKey> m_kept; ///< was selected when the last line went
    QList<Departure> m_departures; ///< since a person selected a line, the latest last
    bool m_isFilling = false;
};
