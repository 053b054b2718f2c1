// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/checklist.h"

#include "ui_common/closebutton.h"
#include "ui_common/formatting.h"
#include "ui_common/plaintext.h"
#include "ui_common/theme.h"
#include "ui_timeline/rowlist.h"

#include <QCheckBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

CheckList::CheckList(QWidget *parent)
    : QWidget(parent)
    , m_rows(new RowList(this))
    , m_field(new QLineEdit(this))
{
    m_field->setObjectName(u"checklistItem"_s);
    m_field->setAccessibleName(tr("What is to be done"));
    m_field->setPlaceholderText(tr("What is to be done, Enter to add it"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(m_rows);
    layout->addWidget(m_field);
    layout->addStretch();
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        const QString text = m_field->text().trimmed();
        m_field->clear();
        if (!text.isEmpty())
            emit added(text);
    });
}

void CheckList::setContext(const ReviewContext &context)
{
    m_context = context;
    m_isFilled = false;
}

void CheckList::setItems(const QList<ChecklistItem> &items)
{
    if (m_isFilled && items == m_items)
        return;
    m_isFilled = true;
    m_items = items;
    m_rows->clearRows();
    for (const ChecklistItem &item : items)
        m_rows->addRow(makeRow(item));
    m_rows->setVisible(!items.isEmpty());
}

QWidget *CheckList::makeRow(const ChecklistItem &item)
{
    auto *row = new QWidget(m_rows);
    auto *box = new QCheckBox(QString(item.text).replace(u'&', u"&&"_s), row);
    box->setAccessibleName(item.text);
    box->setChecked(item.doneAt != 0);
    if (item.doneAt != 0) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(item.doneAt, m_context.zone);
        box->setToolTip(plainTip(
            tr("Done by %1, %2")
                .arg(m_context.nameOf(item.doneBy), Formatting::dateTime(at, m_context.today))));
        makeQuiet(box);
    }
    connect(
        box, &QCheckBox::toggled, this, [this, id = item.id](bool done) { emit ticked(id, done); });
    auto *remove = new CloseButton(tr("Take “%1” off the checklist").arg(item.text), row);
    connect(
        remove, &QToolButton::clicked, this, [this, id = item.id] { emit removeRequested(id); });
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(box, 1);
    layout->addWidget(remove);
    return row;
}
