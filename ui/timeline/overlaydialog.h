// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/overlay.h"

#include <QDialog>
#include <QHash>

class EmptyState;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTreeWidget;
class QTreeWidgetItem;

/// The overlays of the calendar: which are shown, in which colour, and what they hold. It says what is wanted and changes nothing itself; the window
/// behind it stays usable. What is changed in the list is said when control is back in the event loop, so that the list may be filled anew then.
///
/// Keyboard: Space shows or hides, F2 renames, Delete removes.
class OverlayDialog : public QDialog
{
    Q_OBJECT
public:
    explicit OverlayDialog(QWidget *parent = nullptr);

    /// Says nothing. The current one stays so where it is still there.
    void setOverlays(const QList<Overlay> &overlays, const QList<OverlayDay> &days);
    [[nodiscard]] QTreeWidget *list() const { return m_list; }

signals:
    void addRequested();
    void shownToggled(OverlayId overlay, bool shown);
    void renameRequested(OverlayId overlay, const QString &name);
    void colourChosen(OverlayId overlay, int colour);
    void removeRequested(OverlayId overlay);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillColours(QMenu *menu);
    void fill();
    void followCurrent();
    void onItemChanged(QTreeWidgetItem *item);
    [[nodiscard]] OverlayId current() const;

    struct Extent
    {
        int entries = 0;
        QDate from;
        QDate to;
    };
    QList<Overlay> m_overlays;
    QHash<OverlayId, Extent> m_extents;
    QStackedWidget *m_pages;
    QTreeWidget *m_list;
    EmptyState *m_empty;
    QPushButton *m_colour;
    QPushButton *m_rename;
    QPushButton *m_remove;
    bool m_isFilling = false;
};
