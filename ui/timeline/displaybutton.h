// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/overlay.h"
#include "domain/shownzone.h"

#include <QList>
#include <QToolButton>

class QMenu;

/// How the calendar is looked at: in whose time zone, and what stands behind the posts. While it is not the team's own zone the button names it.
class DisplayButton : public QToolButton
{
    Q_OBJECT
public:
    explicit DisplayButton(QWidget *parent = nullptr);

    /// \a offered are IANA names that are likely to be wanted. Says nothing.
    void setZone(const ShownZone &zone, const QList<QByteArray> &offered);
    /// Says nothing.
    void setOverlays(const QList<Overlay> &overlays);

signals:
    /// \a zone is empty but for Kind::Chosen.
    void zoneChosen(ShownZone::Kind kind, const QByteArray &zone);
    void overlayToggled(OverlayId overlay, bool shown);
    void overlaysRequested();

private:
    void fill();
    void addZone(QMenu *menu, const QByteArray &zone);
    void addChoice(QMenu *menu, const QString &text, ShownZone::Kind kind, const QByteArray &zone);
    void fillRegions(QMenu *menu);

    QMenu *m_menu;
    ShownZone m_zone;
    QList<QByteArray> m_offered;
    QList<Overlay> m_overlays;
};
