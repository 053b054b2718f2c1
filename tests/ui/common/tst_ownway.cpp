// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/isolated.h"
#include "test_support/testprogram.h"
#include "ui_common/ownway.h"
#include "ui_common/theme.h"

#include <QApplication>
#include <QImage>
#include <QListWidget>
#include <QPainter>
#include <QStyle>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

/// Words and figures in a window from right to left look as they do in any other.
class TestOwnWay : public QObject
{
    Q_OBJECT
private slots:
    void wordsRunAsTheyDoAnywhere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("k of n") << u"34 of 120"_s;
        QTest::newRow("range") << u"12–34 %"_s;
        QTest::newRow("sentence") << u"20.6 % are won within 30 days."_s;
    }
    void wordsRunAsTheyDoAnywhere()
    {
        QFETCH(QString, text);
        const int leading = int(Qt::AlignLeft) | int(Qt::AlignVCenter) | int(Qt::TextSingleLine);
        const int right = int(Qt::AlignRight) | int(Qt::AlignVCenter) | int(Qt::TextSingleLine);
        const QImage there = painted(
            Qt::RightToLeft, [&](QPainter &painter) { drawOwnWay(painter, Room, leading, text); });
        const QImage here = painted(
            Qt::LeftToRight, [&](QPainter &painter) { painter.drawText(Room, right, text); });
        const QImage torn = painted(
            Qt::RightToLeft, [&](QPainter &painter) { painter.drawText(Room, leading, text); });
        QCOMPARE(there, here);
        QVERIFY(torn != here);
    }

    void theEdgeIsTheWindows()
    {
        const int here = ownWayFlags(int(Qt::AlignLeft), u"Won"_s, Qt::LeftToRight);
        QVERIFY((here & Qt::AlignLeft) != 0);
        const int there = ownWayFlags(
            int(Qt::AlignLeft) | int(Qt::TextForceRightToLeft), u"Won"_s, Qt::RightToLeft);
        QVERIFY((there & Qt::AlignRight) != 0 && (there & Qt::AlignLeft) == 0);
        QVERIFY((there & Qt::AlignAbsolute) != 0);
        QVERIFY((there & Qt::TextForceLeftToRight) != 0);
        QVERIFY((there & Qt::TextForceRightToLeft) == 0);
        const int absolute =
            ownWayFlags(int(Qt::AlignLeft) | int(Qt::AlignAbsolute), u"שלב"_s, Qt::RightToLeft);
        QVERIFY((absolute & Qt::AlignLeft) != 0);
        QVERIFY((absolute & Qt::TextForceRightToLeft) != 0);
    }

    void controlsAndItemsTellFiguresToo()
    {
        const Theme theme(*qApp);
        const QString text = u"34 of 120"_s;
        const auto drawn = [&](Qt::Alignment edge) {
            return [&text, edge](QPainter &painter) {
                QApplication::style()->drawItemText(&painter, Room.toRect(),
                    int(edge | Qt::AlignVCenter), QApplication::palette(), true, text,
                    QPalette::WindowText);
            };
        };
        QCOMPARE(painted(Qt::RightToLeft, drawn(Qt::AlignLeft)),
            painted(Qt::LeftToRight, drawn(Qt::AlignRight)));

        QListWidget plain;
        plain.addItem(text);
        QListWidget marked;
        marked.addItem(isolated(text));
        for (QListWidget *list : {&plain, &marked}) {
            list->setLayoutDirection(Qt::RightToLeft);
            list->resize(200, 60);
        }
        QCOMPARE(plain.grab().toImage(), marked.grab().toImage());
        QCOMPARE(plain.item(0)->text(), text); // what is copied and read aloud has no signs
    }

private:
    static constexpr QRectF Room {0, 0, 400, 30};

    [[nodiscard]] static QImage painted(
        Qt::LayoutDirection direction, const std::function<void(QPainter &)> &paint)
    {
        QImage image(Room.size().toSize(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setLayoutDirection(direction);
        paint(painter);
        return image;
    }
};

PULLPUSH_WINDOW_TEST(TestOwnWay)
#include "tst_ownway.moc"
