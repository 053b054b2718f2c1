// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_timeline/filldialog.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

class TestFillDialog : public QObject
{
    Q_OBJECT

    static EvergreenPlan plan()
    {
        PostWithVariants source;
        source.post.id = PostId(1);
        source.post.title = u"Tip"_s;
        EvergreenPlan made;
        made.sources = {source};
        for (int i = 0; i < 3; ++i)
            made.proposals.append({PostId(1), {ChannelId(1)},
                {QDate(2026, 11, 23).addDays(7 * i), QTime(9, 0), {}}, i, i == 0 ? 0 : 86400000});
        return made;
    }

private slots:
    void acceptsWhatIsLeft()
    {
        FillDialog dialog;
        Channel channel;
        channel.id = ChannelId(1);
        channel.name = u"Kettle"_s;
        TileSources sources;
        sources.channels = {channel};
        dialog.setSources(sources);
        dialog.setPlan(plan());
        QCOMPARE(dialog.list()->topLevelItemCount(), 3);
        QCOMPARE(dialog.list()->topLevelItem(0)->text(1), u"Kettle"_s);
        QCOMPARE(dialog.list()->topLevelItem(0)->text(2), u"Tip"_s);
        QCOMPARE(dialog.list()->topLevelItem(0)->text(3), u"Never"_s);
        dialog.list()->topLevelItem(1)->setCheckState(0, Qt::Unchecked);
        QSignalSpy wanted(&dialog, &FillDialog::acceptRequested);
        auto *accept = dialog.findChild<QPushButton *>(u"acceptProposals"_s);
        QVERIFY(accept->text().contains(u'2'));
        accept->click();
        QCOMPARE(wanted.size(), 1);
        const auto accepted = wanted.first().first().value<EvergreenPlan>();
        QCOMPARE(accepted.proposals.size(), 2);
        QCOMPARE(accepted.proposals.last().slot.day, QDate(2026, 12, 7));
    }

    void asksForTheDays()
    {
        FillDialog dialog;
        QSignalSpy wanted(&dialog, &FillDialog::proposalsWanted);
        const DateSpan days {QDate(2026, 11, 20), QDate(2026, 12, 4)};
        dialog.setDays(days);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(dialog.days(), days);
    }

    void saysWhatToDoWhereNothingFits()
    {
        FillDialog dialog;
        dialog.show();
        dialog.setPlan({});
        QVERIFY(!dialog.list()->isVisible());
        QVERIFY(!dialog.findChild<QPushButton *>(u"acceptProposals"_s)->isEnabled());
    }
};

PULLPUSH_WINDOW_TEST(TestFillDialog)
#include "tst_filldialog.moc"
