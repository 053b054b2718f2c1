// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_timeline/overlaydialog.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

class TestOverlayDialog : public QObject
{
    Q_OBJECT

    const QList<Overlay> m_two {{OverlayId(1), u"Holidays"_s, 0, u"berlin.ics"_s},
        {OverlayId(2), u"Fairs"_s, 1, {}, false}};
    const QList<OverlayDay> m_days {
        {OverlayDayId(1), OverlayId(1), {2026, 12, 25}, {2026, 12, 26}, u"Christmas"_s},
        {OverlayDayId(2), OverlayId(1), {2026, 1, 1}, {2026, 1, 1}, u"New Year"_s}};

    static QPushButton *button(const OverlayDialog &dialog, const QString &name)
    {
        return dialog.findChild<QPushButton *>(name);
    }

private slots:
    void showsWhatThereIs()
    {
        OverlayDialog dialog;
        dialog.setOverlays(m_two, m_days);
        QCOMPARE(dialog.list()->topLevelItemCount(), 2);
        const QTreeWidgetItem *first = dialog.list()->topLevelItem(0);
        QCOMPARE(first->text(0), u"Holidays"_s);
        QCOMPARE(first->checkState(0), Qt::Checked);
        QVERIFY(first->text(1).startsWith(u"2 "_s));
        QCOMPARE(first->text(2), u"berlin.ics"_s);
        QCOMPARE(dialog.list()->topLevelItem(1)->checkState(0), Qt::Unchecked);
        QVERIFY(button(dialog, u"removeOverlay"_s)->isEnabled());
    }

    void saysWhatToDoWhereThereIsNone()
    {
        OverlayDialog dialog;
        dialog.show();
        QVERIFY(!dialog.list()->isVisible());
        QVERIFY(!button(dialog, u"removeOverlay"_s)->isEnabled());
        QSignalSpy wanted(&dialog, &OverlayDialog::addRequested);
        button(dialog, u"addOverlay"_s)->click();
        QCOMPARE(wanted.size(), 1);
    }

    void saysWhatIsWanted()
    {
        OverlayDialog dialog;
        dialog.setOverlays(m_two, m_days);
        QSignalSpy shown(&dialog, &OverlayDialog::shownToggled);
        QSignalSpy renamed(&dialog, &OverlayDialog::renameRequested);
        QSignalSpy removed(&dialog, &OverlayDialog::removeRequested);
        QTreeWidgetItem *second = dialog.list()->topLevelItem(1);
        second->setCheckState(0, Qt::Checked);
        QTRY_COMPARE(shown.size(), 1);
        QCOMPARE(shown.first().at(0).value<OverlayId>(), OverlayId(2));
        QCOMPARE(shown.first().at(1).toBool(), true);
        QTreeWidgetItem *first = dialog.list()->topLevelItem(0);
        first->setText(0, u" Feasts "_s);
        QTRY_COMPARE(renamed.size(), 1);
        QCOMPARE(renamed.first().at(1).toString(), u"Feasts"_s);
        first->setText(0, u"  "_s);
        QCoreApplication::processEvents();
        QCOMPARE(renamed.size(), 1);
        QCOMPARE(first->text(0), u"Holidays"_s);
        dialog.list()->setCurrentItem(second);
        button(dialog, u"removeOverlay"_s)->click();
        QCOMPARE(removed.first().at(0).value<OverlayId>(), OverlayId(2));
    }

    void isFilledAnewOnlyWhenAChangeIsDone()
    {
        OverlayDialog dialog;
        dialog.setOverlays(m_two, m_days);
        int filled = 0;
        connect(&dialog, &OverlayDialog::shownToggled, this, [&](OverlayId, bool shown) {
            ++filled;
            QList<Overlay> after = m_two;
            after[1].shown = shown;
            dialog.setOverlays(after, m_days);
        });
        connect(
            &dialog, &OverlayDialog::renameRequested, this, [&](OverlayId, const QString &name) {
                ++filled;
                QList<Overlay> after = m_two;
                after[0].name = name;
                dialog.setOverlays(after, m_days);
            });
        dialog.list()->topLevelItem(1)->setCheckState(0, Qt::Checked);
        QCOMPARE(filled, 0); // Qt has the item in its hands
        QTRY_COMPARE(filled, 1);
        QCOMPARE(dialog.list()->topLevelItem(1)->checkState(0), Qt::Checked);
        dialog.list()->topLevelItem(0)->setText(0, u"Feasts"_s);
        QCOMPARE(filled, 1);
        QTRY_COMPARE(filled, 2);
        QCOMPARE(dialog.list()->topLevelItem(0)->text(0), u"Feasts"_s);
    }

    void keepsItsPlace()
    {
        OverlayDialog dialog;
        dialog.setOverlays(m_two, m_days);
        dialog.list()->setCurrentItem(dialog.list()->topLevelItem(1));
        dialog.setOverlays(m_two, {});
        QCOMPARE(dialog.list()->currentItem()->text(0), u"Fairs"_s);
        dialog.setOverlays({m_two.first()}, {});
        QCOMPARE(dialog.list()->currentItem()->text(0), u"Holidays"_s);
    }
};

PULLPUSH_WINDOW_TEST(TestOverlayDialog)
#include "tst_overlaydialog.moc"
