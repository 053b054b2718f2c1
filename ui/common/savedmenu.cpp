// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/savedmenu.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QWidgetAction>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
/// A name as the text of an action, in which an ampersand would be a mnemonic.
QString entryText(const QString &name)
{
    return QString(name).replace(u'&', "&&"_L1);
}

/// A field in a menu. Return is its own: a menu that got it too would close, whatever was typed.
class NameInMenu final : public QLineEdit
{
public:
    using QLineEdit::QLineEdit;

    /// Makes room for \a text as its placeholder.
    void holdPlaceholder(const QString &text)
    {
        ensurePolished(); // before that its font may be another
        // The frame and the margins of both sides are narrower than the field is high.
        const int wide = fontMetrics().horizontalAdvance(text) + sizeHint().height();
        setMinimumWidth(std::max(minimumWidth(), wide));
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const bool isOwn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        QLineEdit::keyPressEvent(event);
        if (isOwn)
            event->accept();
    }
};

/// Closes the menus that led to the one in use too.
void closeMenus()
{
    QWidget *popup = QApplication::activePopupWidget();
    while (qobject_cast<QMenu *>(popup) && popup->close())
        popup = QApplication::activePopupWidget();
}
} // namespace

SavedMenu::SavedMenu(const QString &prefix, QString nameField, QWidget *parent)
    : QMenu(parent)
    , m_prefix(prefix)
    , m_nameField(std::move(nameField))
{
    setObjectName(prefix + ".menu"_L1);
    connect(this, &QMenu::aboutToShow, this, &SavedMenu::fill);
}

void SavedMenu::fill()
{
    clear();
    qDeleteAll(findChildren<QMenu *>(Qt::FindDirectChildrenOnly)); // clear() leaves submenus behind
    const QList<Entry> all = entries();
    for (const Entry &entry : all)
        addChoice(entry);
    if (all.isEmpty())
        addAction(tr("Nothing saved yet"))->setEnabled(false);
    addSeparator();
    addName(addMenu(tr("Save for me")), m_prefix + ".name.mine"_L1, {},
        [this](const QString &name) { addEntry(name, false); });
    addName(addMenu(tr("Save for the team")), m_prefix + ".name.team"_L1, {},
        [this](const QString &name) { addEntry(name, true); });
    if (all.isEmpty())
        return;
    QMenu *change = addMenu(tr("Change"));
    for (const Entry &entry : all)
        fillManaging(change->addMenu(entryText(entry.name)), entry);
}

void SavedMenu::addChoice(const Entry &entry)
{
    //: Something saved that everybody in the team has.
    QString text = entryText(entry.isOfTeam ? tr("%1 (team)").arg(entry.name) : entry.name);
    if (!entry.shortcut.isEmpty())
        text += u'\t' + entry.shortcut.toString(QKeySequence::NativeText);
    QAction *action = addAction(text);
    action->setObjectName(m_prefix + u'.' + QString::number(entry.id));
    action->setCheckable(true);
    action->setChecked(entry.isShown);
    connect(action, &QAction::triggered, this, [this, id = entry.id] { chooseEntry(id); });
}

void SavedMenu::fillManaging(QMenu *menu, const Entry &entry)
{
    const qint64 id = entry.id;
    const QString number = QString::number(id);
    addName(menu->addMenu(tr("Rename")), m_prefix + ".rename."_L1 + number, entry.name,
        [this, id](const QString &name) { renameEntry(id, name); });
    QAction *replaced = menu->addAction(tr("Save what is shown now"));
    replaced->setObjectName(m_prefix + ".replace."_L1 + number);
    connect(replaced, &QAction::triggered, this, [this, id] { replaceEntry(id); });
    QAction *gone = menu->addAction(tr("Delete"));
    gone->setObjectName(m_prefix + ".delete."_L1 + number);
    connect(gone, &QAction::triggered, this, [this, id] { removeEntry(id); });
}

void SavedMenu::addName(QMenu *menu, const QString &objectName, const QString &text,
    const std::function<void(const QString &)> &done)
{
    const QString missing = tr("Type a name first");
    auto *edit = new NameInMenu(text, menu);
    edit->setObjectName(objectName);
    edit->setAccessibleName(m_nameField);
    edit->setPlaceholderText(m_nameField);
    edit->holdPlaceholder(m_nameField);
    edit->holdPlaceholder(missing);
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(edit);
    menu->addAction(action);
    // Only what is shown can have the focus, and a menu gives it to no field by itself.
    connect(
        menu, &QMenu::aboutToShow, edit,
        [edit] {
            edit->setFocus(Qt::PopupFocusReason);
            edit->selectAll();
        },
        Qt::QueuedConnection);
    connect(edit, &QLineEdit::returnPressed, this, [this, edit, missing, done] {
        const QString typed = edit->text();
        if (typed.trimmed().isEmpty()) {
            edit->clear(); // blanks would hide what is missing
            edit->setPlaceholderText(missing);
            edit->setToolTip(missing);
            edit->setAccessibleDescription(missing);
            return;
        }
        closeMenus();
        close();
        done(typed);
    });
}
