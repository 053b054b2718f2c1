// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/chartnotespage.h"

#include "report/chart.h"
#include "session/chartmarks.h"
#include "session/teamsets.h"
#include "session/workspace.h"
#include "ui_common/silentparts.h"
#include "ui_common/theme.h"

#include <QAction>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
enum NoteColumn { NoteDay, NoteText };
constexpr int NoteIdRole = Qt::UserRole;
constexpr int NoteDayRole = Qt::UserRole + 1;
} // namespace

ChartNotesPage::ChartNotesPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_day(new QDateEdit(workspace.today(), this))
    , m_text(new QLineEdit(this))
    , m_add(new QPushButton(tr("&Add"), this))
    , m_list(new QTreeWidget(this))
    , m_remove(new QPushButton(tr("&Delete"), this))
{
    build();
    connect(m_text, &QLineEdit::returnPressed, this, &ChartNotesPage::add);
    connect(m_text, &QLineEdit::textChanged, this,
        [this](const QString &text) { m_add->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_add, &QPushButton::clicked, this, &ChartNotesPage::add);
    connect(m_remove, &QPushButton::clicked, this, &ChartNotesPage::removeCurrent);
    connect(m_list, &QTreeWidget::currentItemChanged, this,
        [this](const QTreeWidgetItem *item) { m_remove->setEnabled(item != nullptr); });
    connect(m_list, &QTreeWidget::itemDoubleClicked, this,
        [this](QTreeWidgetItem *item) { m_list->editItem(item, NoteText); });
    connect(
        m_list, &QTreeWidget::itemChanged, this, [this](const QTreeWidgetItem *item, int column) {
            if (m_showing || column != NoteText)
                return;
            ChartMarks::changeNote(m_workspace,
                ChartNoteId(item->data(NoteDay, NoteIdRole).toLongLong()),
                item->data(NoteDay, NoteDayRole).toDate(), item->text(NoteText));
            // Empty words change nothing and are shown as they were; the item is not to go while its list tells of it.
            QMetaObject::invokeMethod(this, &ChartNotesPage::refresh, Qt::QueuedConnection);
        });
    connect(&workspace.team(), &TeamSets::changed, this, [this] {
        QMetaObject::invokeMethod(this, &ChartNotesPage::refresh, Qt::QueuedConnection);
    });
    refresh();
}

ChartNotesPage::~ChartNotesPage()
{
    silenceParts(this);
}

void ChartNotesPage::build()
{
    setObjectName(u"chartNotes"_s);
    m_day->setObjectName(u"notes.day"_s);
    m_day->setAccessibleName(tr("Day"));
    m_day->setCalendarPopup(true);
    m_text->setObjectName(u"notes.text"_s);
    m_text->setAccessibleName(tr("What happened"));
    m_text->setPlaceholderText(tr("What happened, Return adds it"));
    m_add->setObjectName(u"notes.add"_s);
    m_add->setEnabled(false);
    m_list->setObjectName(u"notes.list"_s);
    m_list->setAccessibleName(tr("Notes"));
    m_list->setHeaderLabels({tr("Day"), tr("What happened")});
    m_list->header()->setAccessibleName(tr("Columns"));
    m_list->header()->setSectionResizeMode(NoteDay, QHeaderView::ResizeToContents);
    m_list->setRootIsDecorated(false);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers); // the words alone, see below
    m_remove->setObjectName(u"notes.remove"_s);
    m_remove->setEnabled(false);
    auto *removing = new QAction(this);
    removing->setShortcut(Qt::Key_Delete);
    removing->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(removing);
    connect(removing, &QAction::triggered, this, &ChartNotesPage::removeCurrent);
    auto *changing = new QAction(this);
    changing->setShortcut(Qt::Key_F2);
    changing->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(changing);
    connect(changing, &QAction::triggered, this, [this] {
        if (auto *item = m_list->currentItem())
            m_list->editItem(item, NoteText);
    });
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::Small);
    row->addWidget(m_day);
    row->addWidget(m_text, 1);
    row->addWidget(m_add);
    auto *below = new QHBoxLayout;
    below->addWidget(m_remove);
    below->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::Large, Metrics::Large, Metrics::Large, Metrics::Large);
    column->setSpacing(Metrics::Medium);
    column->addWidget(
        quietLabel(tr("A note stands at its day in every chart over time, for the whole team. "
                      "Campaigns with a first day stand there by themselves. F2 changes the "
                      "words of a note.")));
    column->addLayout(row);
    column->addWidget(m_list, 1);
    column->addLayout(below);
    setFocusProxy(m_text);
}

void ChartNotesPage::refresh()
{
    m_showing = true;
    const auto *current = m_list->currentItem();
    const qint64 kept = current ? current->data(NoteDay, NoteIdRole).toLongLong() : 0;
    m_list->clear();
    for (const ChartNote &note : m_workspace.team().chartNotes()) {
        auto *item = new QTreeWidgetItem(m_list, {dayText(note.day), note.text});
        item->setData(NoteDay, NoteIdRole, note.id.value());
        item->setData(NoteDay, NoteDayRole, note.day);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        if (note.id.value() == kept)
            m_list->setCurrentItem(item);
    }
    m_remove->setEnabled(m_list->currentItem() != nullptr);
    m_showing = false;
}

void ChartNotesPage::add()
{
    if (ChartMarks::addNote(m_workspace, m_day->date(), m_text->text()).isNull())
        return;
    m_text->clear();
    m_text->setFocus();
}

void ChartNotesPage::removeCurrent()
{
    if (const auto *item = m_list->currentItem()) {
        ChartMarks::removeNote(
            m_workspace, ChartNoteId(item->data(NoteDay, NoteIdRole).toLongLong()));
    }
}
