// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/displaybutton.h"

#include "ui_common/icons.h"
#include "ui_timeline/zonewords.h"

#include <QMap>
#include <QMenu>

#include <utility>

using namespace Qt::StringLiterals;

namespace {
QString withoutMnemonic(QString text)
{
    return text.replace(u'&', u"&&"_s);
}
} // namespace

DisplayButton::DisplayButton(QWidget *parent)
    : QToolButton(parent)
    , m_menu(new QMenu(this))
{
    setObjectName(u"display"_s);
    setIcon(Icons::named(u"view-visible"_s));
    setAutoRaise(true);
    setMenu(m_menu);
    setPopupMode(InstantPopup);
    connect(m_menu, &QMenu::aboutToShow, this, &DisplayButton::fill);
    setZone({}, {});
}

void DisplayButton::setZone(const ShownZone &zone, const QList<QByteArray> &offered)
{
    m_zone = zone;
    m_offered = offered;
    const bool isHome = zone.kind() == ShownZone::Kind::Workspace;
    setText(nameOf(zone));
    setToolButtonStyle(isHome ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    setAccessibleName(tr("Time zone and overlays: %1").arg(nameOf(zone)));
    setToolTip(zone.kind() == ShownZone::Kind::Audience
            ? tr("Times are those of each channel’s audience. Choose a time zone, and what stands "
                 "behind the posts.")
            : tr("Times are those of %1. Choose a time zone, and what stands behind the posts.")
                  .arg(nameOf(zone)));
}

void DisplayButton::setOverlays(const QList<Overlay> &overlays)
{
    m_overlays = overlays;
}

void DisplayButton::addChoice(
    QMenu *menu, const QString &text, ShownZone::Kind kind, const QByteArray &zone)
{
    QAction *action = menu->addAction(
        withoutMnemonic(text), this, [this, kind, zone] { emit zoneChosen(kind, zone); });
    action->setCheckable(true);
    action->setChecked(
        m_zone.kind() == kind && (kind != ShownZone::Kind::Chosen || m_zone.base().id() == zone));
}

void DisplayButton::addZone(QMenu *menu, const QByteArray &zone)
{
    addChoice(menu, placeOf(zone), ShownZone::Kind::Chosen, zone);
}

void DisplayButton::fill()
{
    m_menu->clear();
    m_menu->addSection(tr("Times of"));
    addChoice(m_menu, tr("The team: %1").arg(placeOf(m_zone.workspace().id())),
        ShownZone::Kind::Workspace, {});
    addChoice(m_menu, tr("The audience: each channel’s own"), ShownZone::Kind::Audience, {});
    QList<QByteArray> places = m_offered;
    if (m_zone.kind() == ShownZone::Kind::Chosen && !places.contains(m_zone.base().id()))
        places.append(m_zone.base().id());
    for (const QByteArray &zone : std::as_const(places)) {
        if (zone != m_zone.workspace().id())
            addZone(m_menu, zone);
    }
    QMenu *others = m_menu->addMenu(tr("Another place"));
    connect(others, &QMenu::aboutToShow, this, [this, others] { fillRegions(others); });
    m_menu->addSection(tr("Behind the posts"));
    for (const Overlay &overlay : std::as_const(m_overlays)) {
        QAction *action = m_menu->addAction(withoutMnemonic(overlay.name));
        action->setCheckable(true);
        action->setChecked(overlay.shown);
        connect(action, &QAction::triggered, this,
            [this, id = overlay.id](bool on) { emit overlayToggled(id, on); });
    }
    m_menu->addAction(tr("Overlays…"), this, &DisplayButton::overlaysRequested);
}

void DisplayButton::fillRegions(QMenu *menu)
{
    if (!menu->isEmpty())
        return;
    QMap<QString, QMap<QString, QByteArray>> regions;
    const QList<QByteArray> all = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &zone : all) {
        // Names without a region are old names of those that have one, or none of a place.
        const QString region = QString::fromUtf8(zone).section(u'/', 0, 0);
        if (zone.contains('/') && region != "Etc"_L1 && region != "SystemV"_L1 && region != "US"_L1
            && region != "posix"_L1 && region != "right"_L1)
            regions[region].insert(placeOf(zone), zone);
    }
    for (auto region = regions.cbegin(); region != regions.cend(); ++region) {
        QMenu *places = menu->addMenu(region.key());
        for (auto place = region->cbegin(); place != region->cend(); ++place)
            addZone(places, place.value());
    }
}
