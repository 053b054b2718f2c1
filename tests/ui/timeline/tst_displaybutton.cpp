// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_timeline/displaybutton.h"
#include "ui_timeline/zonewords.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

class TestDisplayButton : public QObject
{
    Q_OBJECT

    static QAction *entry(const QToolButton &button, const QString &text)
    {
        const QList<QAction *> actions = button.menu()->actions();
        const auto found = std::ranges::find_if(
            actions, [&](const QAction *action) { return action->text().contains(text); });
        return found == actions.end() ? nullptr : *found;
    }

private slots:
    void namesTheZone()
    {
        DisplayButton button;
        const QTimeZone berlin("Europe/Berlin");
        button.setZone({ShownZone::Kind::Workspace, berlin, {}}, {});
        QCOMPARE(button.toolButtonStyle(), Qt::ToolButtonIconOnly);
        QVERIFY(button.accessibleName().contains(u"Berlin"_s));
        button.setZone({ShownZone::Kind::Chosen, berlin, {}, QTimeZone("America/New_York")}, {});
        QCOMPARE(button.text(), u"New York"_s);
        QCOMPARE(button.toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
        button.setZone({ShownZone::Kind::Audience, berlin, {}}, {});
        QCOMPARE(button.text(), u"Audience"_s);
        QCOMPARE(placeOf("America/Argentina/Buenos_Aires"), u"Buenos Aires"_s);
    }

    void saysWhatIsWanted()
    {
        DisplayButton button;
        button.setZone(
            {ShownZone::Kind::Workspace, QTimeZone("Europe/Berlin"), {}}, {"Asia/Tokyo"});
        button.setOverlays({{OverlayId(1), u"Holidays"_s}});
        QSignalSpy zone(&button, &DisplayButton::zoneChosen);
        QSignalSpy overlay(&button, &DisplayButton::overlayToggled);
        emit button.menu()->aboutToShow();
        QVERIFY(entry(button, u"Berlin"_s)->isChecked());
        entry(button, u"Tokyo"_s)->trigger();
        QCOMPARE(zone.size(), 1);
        QCOMPARE(zone.first().at(0).value<ShownZone::Kind>(), ShownZone::Kind::Chosen);
        QCOMPARE(zone.first().at(1).toByteArray(), QByteArray("Asia/Tokyo"));
        entry(button, u"Holidays"_s)->trigger();
        QCOMPARE(overlay.size(), 1);
        QCOMPARE(overlay.first().at(1).toBool(), false);
        QMenu *others = entry(button, u"Another"_s)->menu();
        QVERIFY(others);
        emit others->aboutToShow();
        QVERIFY(others->actions().size() > 5);
    }
};

PULLPUSH_WINDOW_TEST(TestDisplayButton)
#include "tst_displaybutton.moc"
