// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/snippetpicker.h"

#include "domain/snippets.h"
#include "domain/snippetwords.h"
#include "session/plansets.h"
#include "session/snippetservice.h"
#include "session/workspace.h"
#include "ui_common/icons.h"
#include "ui_common/plaintext.h"

#include <QMenu>

#include <utility>

using namespace Qt::StringLiterals;

namespace {
/// A name in a menu is no place for an accelerator.
QString menuName(const Snippet &snippet)
{
    return QString(snippet.name).replace(u'&', u"&&"_s);
}
} // namespace

SnippetPicker::SnippetPicker(Workspace &workspace, std::function<QString()> draft, QWidget *parent)
    : QToolButton(parent)
    , m_workspace(workspace)
    , m_draft(std::move(draft))
{
    setAutoRaise(true);
    setIcon(Icons::named(u"document-new-from-template"_s));
    setPopupMode(InstantPopup);
    const QKeySequence shortcut(Qt::CTRL | Qt::Key_J);
    setShortcut(shortcut);
    setAccessibleName(tr("Insert a snippet"));
    setToolTip(tr("Insert a snippet (%1)").arg(shortcut.toString(QKeySequence::NativeText)));
    auto *menu = new QMenu(this);
    menu->setObjectName(u"log.snippetMenu"_s);
    menu->setToolTipsVisible(true);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fill(menu); });
}

void SnippetPicker::fill(QMenu *menu)
{
    menu->clear();
    const QList<Snippet> offered =
        snippetsOf(m_workspace.plan().snippets(), SnippetUse::Conversation);
    for (const Snippet &snippet : offered) {
        QAction *action = menu->addAction(menuName(snippet));
        action->setToolTip(plainTip(snippet.text));
        connect(action, &QAction::triggered, this, [this, snippet] { emit chosen(snippet); });
    }
    if (offered.isEmpty())
        menu->addAction(tr("No snippets for conversations yet"))->setEnabled(false);
    menu->addSeparator();
    const QString words = m_draft().trimmed();
    QAction *add = menu->addAction(Icons::named(u"list-add"_s),
        words.isEmpty() ? tr("Write something first to keep it as a snippet")
                        : tr("Keep these words as a snippet"));
    add->setObjectName(u"log.keepSnippet"_s);
    add->setToolTip(
        plainTip(tr("Placeholders such as {first_name} and {company} are filled in for whoever "
                    "it is said to.")));
    add->setEnabled(!words.isEmpty());
    connect(add, &QAction::triggered, this, [this, words] { keep(words); });
    if (offered.isEmpty())
        return;
    QMenu *removal = menu->addMenu(Icons::named(u"edit-delete"_s), tr("Delete a snippet"));
    for (const Snippet &snippet : offered)
        removal->addAction(menuName(snippet), this,
            [this, id = snippet.id] { SnippetService::remove(m_workspace, id); });
}

void SnippetPicker::keep(const QString &text)
{
    Snippet snippet;
    snippet.use = SnippetUse::Conversation;
    snippet.name = snippetNameFor(text);
    snippet.text = text;
    SnippetService::add(m_workspace, snippet);
    emit m_workspace.notice({Notice::Severity::Info,
        tr("Kept as the snippet “%1”. It can be renamed among the snippets of the composer.")
            .arg(snippet.name)});
}
