// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_common/savedmenu.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QStringList>
#include <QTest>
#include <QWindow>

using namespace Qt::StringLiterals;

namespace {

/// Writes down what it is asked for.
class NotedMenu final : public SavedMenu
{
public:
    NotedMenu()
        : SavedMenu(u"things"_s, u"Name of the thing"_s, nullptr)
    { }

    void have(qint64 id, const QString &name, bool isOfTeam = false, bool isShown = false,
        const QKeySequence &shortcut = {})
    {
        m_all.append({id, name, isOfTeam, isShown, shortcut});
    }
    void haveNothing() { m_all.clear(); }

    QStringList asked;

private:
    [[nodiscard]] QList<Entry> entries() const override { return m_all; }
    void chooseEntry(qint64 id) override { asked << u"choose %1"_s.arg(id); }
    void addEntry(const QString &name, bool forTeam) override
    {
        asked << u"add %1 %2"_s.arg(name, forTeam ? u"for the team"_s : u"for me"_s);
    }
    void renameEntry(qint64 id, const QString &name) override
    {
        asked << u"rename %1 %2"_s.arg(id).arg(name);
    }
    void replaceEntry(qint64 id) override { asked << u"replace %1"_s.arg(id); }
    void removeEntry(qint64 id) override { asked << u"remove %1"_s.arg(id); }

    QList<Entry> m_all;
};

QAction *actionOf(const QMenu &menu, const QString &name)
{
    return menu.findChild<QAction *>(name);
}

/// Types \a text into the field of that name, as a person does who opened the menu.
void enter(const QMenu &menu, const QString &field, const QString &text)
{
    auto *edit = menu.findChild<QLineEdit *>(field);
    QVERIFY(edit);
    edit->setText(text);
    emit edit->returnPressed();
}

/// Presses keys as they come from the window system: to whatever the menu in front gives the focus.
template<typename Key>
void pressInFront(Key key)
{
    const QWidget *front = QApplication::activePopupWidget();
    QVERIFY(front && front->windowHandle());
    QTest::keyClick(front->windowHandle(), key);
}

/// Opens the submenu of that name, of a \a menu in front, by keys.
void openSubmenu(QMenu &menu, const QString &name)
{
    const auto isThere = [&menu, &name] {
        return menu.activeAction() && menu.activeAction()->text() == name;
    };
    for (qsizetype i = 0; i < menu.actions().size() && !isThere(); ++i)
        pressInFront(Qt::Key_Down);
    QVERIFY(isThere());
    pressInFront(Qt::Key_Right);
    QTRY_VERIFY(menu.activeAction()->menu()->isVisible());
}

} // namespace

/// What every menu of saved things does.
class TestSavedMenu : public QObject
{
    Q_OBJECT
private slots:
    void whereNothingIsSaved()
    {
        NotedMenu menu;
        QCOMPARE(menu.objectName(), u"things.menu"_s);
        emit menu.aboutToShow();
        QCOMPARE(menu.actions().first()->text(), u"Nothing saved yet"_s);
        QVERIFY(!menu.actions().first()->isEnabled());
        QCOMPARE(menu.actions().last()->text(), u"Save for the team"_s); // nothing to change
        enter(menu, u"things.name.mine"_s, u" Mine "_s);
        enter(menu, u"things.name.team"_s, u"Ours"_s);
        QCOMPARE(menu.asked, (QStringList {u"add  Mine  for me"_s, u"add Ours for the team"_s}));
    }

    void whatIsSavedStandsInOrder()
    {
        NotedMenu menu;
        menu.have(7, u"This & that"_s, false, true, Qt::CTRL | Qt::Key_1);
        menu.have(3, u"Ours"_s, true);
        menu.fill();
        const QList<QAction *> actions = menu.actions();
        QCOMPARE(actions.at(0)->text(),
            "This && that\t"_L1
                + QKeySequence(Qt::CTRL | Qt::Key_1).toString(QKeySequence::NativeText));
        QVERIFY(actions.at(0)->isCheckable() && actions.at(0)->isChecked());
        QCOMPARE(actions.at(1)->text(), u"Ours (team)"_s);
        QVERIFY(!actions.at(1)->isChecked());
        QVERIFY(actions.at(2)->isSeparator());
        actionOf(menu, u"things.7"_s)->trigger();
        actionOf(menu, u"things.3"_s)->trigger();
        QCOMPARE(menu.asked, (QStringList {u"choose 7"_s, u"choose 3"_s}));
    }

    void eachIsChanged()
    {
        NotedMenu menu;
        menu.have(7, u"This & that"_s);
        menu.have(3, u"Ours"_s, true);
        menu.fill();
        const auto *name = menu.findChild<QLineEdit *>(u"things.rename.7"_s);
        QVERIFY(name);
        QCOMPARE(name->text(), u"This & that"_s);
        QCOMPARE(name->accessibleName(), u"Name of the thing"_s);
        QCOMPARE(name->placeholderText(), u"Name of the thing"_s);
        enter(menu, u"things.rename.3"_s, u"Yours"_s);
        actionOf(menu, u"things.replace.7"_s)->trigger();
        actionOf(menu, u"things.delete.3"_s)->trigger();
        QCOMPARE(menu.asked, (QStringList {u"rename 3 Yours"_s, u"replace 7"_s, u"remove 3"_s}));
    }

    void nothingStaysOfWhatWasThere()
    {
        NotedMenu menu;
        menu.have(7, u"A"_s);
        menu.fill();
        menu.fill();
        QCOMPARE(menu.findChildren<QLineEdit *>(u"things.rename.7"_s).size(), 1);
        QCOMPARE(menu.findChildren<QMenu *>(Qt::FindDirectChildrenOnly).size(), 3);
        menu.haveNothing();
        menu.fill();
        QVERIFY(!actionOf(menu, u"things.7"_s));
        QVERIFY(!menu.findChild<QLineEdit *>(u"things.rename.7"_s));
        QCOMPARE(menu.findChildren<QMenu *>(Qt::FindDirectChildrenOnly).size(), 2);
    }

    void itClosesOnAName()
    {
        NotedMenu menu;
        menu.popup({});
        QTRY_VERIFY(menu.isVisible());
        enter(menu, u"things.name.mine"_s, u"Mine"_s);
        QVERIFY(!menu.isVisible());
        QCOMPARE(menu.asked, QStringList {u"add Mine for me"_s});
    }

    void aNameIsSavedByKeys()
    {
        NotedMenu menu;
        QMenu above;
        above.addMenu(&menu)->setText(u"Saved things"_s);
        above.popup({});
        QVERIFY(QTest::qWaitForWindowExposed(&above));
        openSubmenu(above, u"Saved things"_s);
        openSubmenu(menu, u"Save for the team"_s);
        const auto *edit = menu.findChild<QLineEdit *>(u"things.name.team"_s);
        QVERIFY(edit);
        QTRY_VERIFY(edit->hasFocus());
        for (const char letter : {'s', 'e', 'n'}) // letters that begin the entries of the menus too
            pressInFront(letter);
        QCOMPARE(edit->text(), u"sen"_s);
        pressInFront(Qt::Key_Return);
        QCOMPARE(menu.asked, QStringList {u"add sen for the team"_s});
        QVERIFY(!menu.isVisible());
        QVERIFY(!above.isVisible());
        QVERIFY(!QApplication::activePopupWidget());
    }

    void withoutANameItStaysOpenAndSaysSo()
    {
        NotedMenu menu;
        menu.popup({});
        QVERIFY(QTest::qWaitForWindowExposed(&menu));
        openSubmenu(menu, u"Save for me"_s);
        auto *edit = menu.findChild<QLineEdit *>(u"things.name.mine"_s);
        QVERIFY(edit);
        QTRY_VERIFY(edit->hasFocus());
        QVERIFY(edit->accessibleDescription().isEmpty());
        pressInFront(' ');
        pressInFront(Qt::Key_Return);
        QVERIFY(edit->isVisible());
        QVERIFY(edit->hasFocus());
        QVERIFY(menu.asked.isEmpty());
        QCOMPARE(edit->text(), QString());
        QCOMPARE(edit->placeholderText(), u"Type a name first"_s);
        QCOMPARE(edit->toolTip(), u"Type a name first"_s);
        QCOMPARE(edit->accessibleDescription(), u"Type a name first"_s);
        pressInFront('x');
        pressInFront(Qt::Key_Enter);
        QCOMPARE(menu.asked, QStringList {u"add x for me"_s});
        QVERIFY(!menu.isVisible());
    }

    void theNameToChangeIsReplacedByTyping()
    {
        NotedMenu menu;
        menu.have(7, u"Old"_s);
        menu.popup({});
        QVERIFY(QTest::qWaitForWindowExposed(&menu));
        openSubmenu(menu, u"Change"_s);
        openSubmenu(*menu.activeAction()->menu(), u"Old"_s);
        openSubmenu(*menu.activeAction()->menu()->activeAction()->menu(), u"Rename"_s);
        const auto *edit = menu.findChild<QLineEdit *>(u"things.rename.7"_s);
        QVERIFY(edit);
        QTRY_VERIFY(edit->hasFocus());
        pressInFront('N');
        pressInFront(Qt::Key_Return);
        QCOMPARE(menu.asked, QStringList {u"rename 7 N"_s});
        QVERIFY(!QApplication::activePopupWidget());
    }

    void whatANameIsForIsReadWhole()
    {
        NotedMenu menu;
        menu.fill();
        const auto *edit = menu.findChild<QLineEdit *>(u"things.name.mine"_s);
        QVERIFY(edit);
        for (const auto *text : {"Name of the thing", "Type a name first"}) {
            QVERIFY(edit->minimumWidth()
                > edit->fontMetrics().horizontalAdvance(QString::fromLatin1(text)));
        }
    }
};

PULLPUSH_WINDOW_TEST(TestSavedMenu)
#include "tst_savedmenu.moc"
