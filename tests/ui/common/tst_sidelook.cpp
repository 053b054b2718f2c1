// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_common/sidelook.h"

#include <QImage>
#include <QPainter>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

class TestSideLook : public QObject
{
    Q_OBJECT

    QImage m_picture {400, 40, QImage::Format_ARGB32_Premultiplied};

    QRect paint(const QString &text, Qt::LayoutDirection direction, const QRect &room)
    {
        m_picture.fill(Qt::white);
        QPainter painter(&m_picture);
        return SideLook::paintPill(
            painter, room, text, Side::Push, Theme::palette(false), direction);
    }

private slots:
    void everySideHasItsOwnNameAndSign()
    {
        QSet<QString> names;
        QSet<QString> signs;
        for (const Side side : {Side::Pull, Side::Push, Side::After, Side::Exit}) {
            names << SideLook::name(side);
            signs << SideLook::sign(side);
        }
        QCOMPARE(names.size(), 4);
        QCOMPARE(signs.size(), 4);
    }

    void thePillStandsAtTheLeadingEdgeAndFitsItsWords()
    {
        const QRect room(20, 0, 360, 40);
        const QRect pill = paint(u"Offer"_s, Qt::LeftToRight, room);
        QCOMPARE(pill.left(), room.left());
        QVERIFY(pill.width() < room.width());
        QVERIFY(m_picture.pixelColor(pill.center().x(), pill.top() + 2) != QColor(Qt::white));
        QVERIFY(paint(u"A much longer offer"_s, Qt::LeftToRight, room).width() > pill.width());
        QCOMPARE(paint(u"Offer"_s, Qt::RightToLeft, room).right(), room.right());
    }

    void aLongNameStaysInItsRoom()
    {
        const QRect room(20, 0, 60, 40);
        QCOMPARE(paint(u"A stage with a very long name"_s, Qt::LeftToRight, room).width(), 60);
    }

    void withoutWordsOrRoomThereIsNone()
    {
        QVERIFY(paint({}, Qt::LeftToRight, QRect(0, 0, 200, 40)).isNull());
        QVERIFY(paint(u"Offer"_s, Qt::LeftToRight, QRect(0, 0, 10, 40)).isNull());
    }
};

PULLPUSH_WINDOW_TEST(TestSideLook)
#include "tst_sidelook.moc"
