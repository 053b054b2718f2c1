// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/savedfiltermenu.h"

#include "session/savedfilters.h"
#include "session/teamsets.h"
#include "session/workspace.h"

#include <QLineEdit>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

SavedFilterMenu::SavedFilterMenu(Workspace &workspace, QWidget *parent)
    : QMenu(parent)
    , m_workspace(workspace)
{
    setObjectName(u"saved.menu"_s);
    connect(this, &QMenu::aboutToShow, this, &SavedFilterMenu::fill);
}

QKeySequence SavedFilterMenu::shortcutOf(int place)
{
    return Qt::CTRL | Qt::SHIFT | Qt::Key(Qt::Key_1 + place);
}

void SavedFilterMenu::fill()
{
    clear();
    qDeleteAll(findChildren<QMenu *>(Qt::FindDirectChildrenOnly)); // clear() leaves submenus behind
    const QList<SavedFilter> filters = m_workspace.team().savedFilters();
    const QString current = queryText(m_query);
    for (int place = 0; place < filters.size(); ++place) {
        const SavedFilter &filter = filters.at(place);
        //: A saved filter that everybody in the team has.
        QString text = filter.owner.isNull() ? tr("%1 (team)").arg(filter.name) : filter.name;
        text.replace(u'&', "&&"_L1);
        if (place < ShortcutCount)
            text += u'\t' + shortcutOf(place).toString(QKeySequence::NativeText);
        QAction *action = addAction(text);
        action->setObjectName("saved."_L1 + filter.id.toString());
        action->setCheckable(true);
        action->setChecked(filter.query == current);
        connect(action, &QAction::triggered, this, [this, filter] { apply(filter); });
    }
    if (filters.isEmpty())
        addAction(tr("Nothing saved yet"))->setEnabled(false);
    addSeparator();
    QMenu *mine = addMenu(tr("Save for me"));
    addName(mine, u"saved.name.mine"_s, {},
        [this](const QString &name) { SavedFilters::add(m_workspace, name, m_query, false); });
    QMenu *team = addMenu(tr("Save for the team"));
    addName(team, u"saved.name.team"_s, {},
        [this](const QString &name) { SavedFilters::add(m_workspace, name, m_query, true); });
    if (filters.isEmpty())
        return;
    QMenu *change = addMenu(tr("Change"));
    for (const SavedFilter &filter : filters)
        fillManaging(change->addMenu(QString(filter.name).replace(u'&', "&&"_L1)), filter);
}

void SavedFilterMenu::fillManaging(QMenu *menu, const SavedFilter &filter)
{
    const SavedFilterId id = filter.id;
    addName(menu->addMenu(tr("Rename")), "saved.rename."_L1 + id.toString(), filter.name,
        [this, id](const QString &name) { SavedFilters::rename(m_workspace, id, name); });
    connect(menu->addAction(tr("Save what is shown now")), &QAction::triggered, this,
        [this, id] { SavedFilters::replace(m_workspace, id, m_query); });
    QAction *gone = menu->addAction(tr("Delete"));
    gone->setObjectName("saved.delete."_L1 + id.toString());
    connect(gone, &QAction::triggered, this, [this, id] { SavedFilters::remove(m_workspace, id); });
}

void SavedFilterMenu::addName(QMenu *menu, const QString &name, const QString &text,
    const std::function<void(const QString &)> &done)
{
    auto *edit = new QLineEdit(text, menu);
    edit->setObjectName(name);
    edit->setAccessibleName(tr("Name of the filter"));
    edit->setPlaceholderText(tr("Name of the filter"));
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(edit);
    menu->addAction(action);
    connect(edit, &QLineEdit::returnPressed, this, [this, edit, done] {
        const QString typed = edit->text();
        close();
        done(typed);
    });
}

void SavedFilterMenu::apply(const SavedFilter &filter)
{
    const Result<ProspectQuery> query = queryFromText(filter.query);
    if (query)
        emit queryChosen(*query);
    else
        emit m_workspace.notice(Notice::error(query.error()));
}

void SavedFilterMenu::choose(int place)
{
    const QList<SavedFilter> &filters = m_workspace.team().savedFilters();
    if (place >= 0 && place < filters.size())
        apply(SavedFilter(filters.at(place)));
}
