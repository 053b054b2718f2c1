// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_profiles/profilesactions.h"

#include "ui_common/icons.h"

#include <QAction>

ProfilesActions::ProfilesActions(QObject *parent)
    : QObject(parent)
    , newDraft(add("profile.newDraft", tr("&New draft"), Qt::CTRL | Qt::Key_N, u"list-add"))
    , edit(add("profile.edit", tr("&Edit copy"), {}, u"document-edit"))
    , addChannel(add("channel.add", tr("&Add channel"), {}, u"list-add"))
    , renameChannel(add("channel.rename", tr("&Change channel"), Qt::Key_F2, u"edit-rename"))
    , removeChannel(add("channel.remove", tr("Re&move channel"), {}, u"edit-delete"))
    , m_separator(new QAction(this))
{
    m_separator->setSeparator(true);
    update(false);
}

QAction *ProfilesActions::add(
    const char *id, const QString &text, const QKeySequence &key, const char16_t *icon)
{
    auto *action = new QAction(Icons::named(QString::fromUtf16(icon)), text, this);
    action->setObjectName(QLatin1String(id));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    if (!key.isEmpty())
        action->setToolTip(QStringLiteral("%1 (%2)").arg(
            QString(text).remove(u'&'), key.toString(QKeySequence::NativeText)));
    return action;
}

QList<QAction *> ProfilesActions::all() const
{
    return {newDraft, edit, m_separator, addChannel, renameChannel, removeChannel};
}

void ProfilesActions::update(bool hasSurface)
{
    for (QAction *action : {newDraft, edit, renameChannel, removeChannel})
        action->setEnabled(hasSurface);
}
