// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/fieldspage.h"

#include "session/recordservice.h"
#include "session/teamsets.h"
#include "session/workspace.h"
#include "ui_common/emptystate.h"
#include "ui_common/icons.h"
#include "ui_common/inlinemessage.h"
#include "ui_common/silentparts.h"
#include "ui_common/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr std::array FieldKinds {CustomFieldKind::Text, CustomFieldKind::Number,
    CustomFieldKind::Date, CustomFieldKind::Choice, CustomFieldKind::YesNo};
constexpr int FieldListWidth = 240;

QString kindName(CustomFieldKind kind)
{
    switch (kind) {
    case CustomFieldKind::Text:
        return FieldsPage::tr("Text", "kind of a field");
    case CustomFieldKind::Number:
        return FieldsPage::tr("Number", "kind of a field");
    case CustomFieldKind::Date:
        return FieldsPage::tr("Day", "kind of a field");
    case CustomFieldKind::Choice:
        return FieldsPage::tr("Choice", "kind of a field");
    case CustomFieldKind::YesNo:
        return FieldsPage::tr("Yes or no", "kind of a field");
    }
    Q_UNREACHABLE();
}
} // namespace

FieldsPage::FieldsPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_error(new InlineMessage(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(tr("Here the team keeps fields of its own that every prospect has: a "
                                "size, a birthday, a favourite."),
          tr("Add a field"), m_stack))
    , m_list(new QListWidget(this))
    , m_editor(new QWidget(this))
    , m_name(new QLineEdit(m_editor))
    , m_kind(new QComboBox(m_editor))
    , m_choices(new QPlainTextEdit(m_editor))
    , m_add(new QPushButton(tr("Add a field"), this))
    , m_remove(new QPushButton(tr("Delete"), this))
    , m_up(new QToolButton(this))
    , m_down(new QToolButton(this))
{
    build();
    connectParts();
    refresh();
}

FieldsPage::~FieldsPage()
{
    silenceParts(this);
}

void FieldsPage::build()
{
    m_list->setObjectName(u"fields.list"_s);
    m_list->setAccessibleName(tr("Fields"));
    m_list->setFixedWidth(FieldListWidth);
    m_list->installEventFilter(this);
    m_empty->button()->setObjectName(u"fields.first"_s);
    m_name->setObjectName(u"fields.name"_s);
    m_kind->setObjectName(u"fields.kind"_s);
    for (const CustomFieldKind kind : FieldKinds)
        m_kind->addItem(kindName(kind), int(kind));
    m_choices->setObjectName(u"fields.choices"_s);
    m_choices->setAccessibleName(tr("Choices, one a line"));
    m_choices->setPlaceholderText(tr("One choice a line"));
    m_choices->setTabChangesFocus(true);
    m_choices->setFixedHeight(fontMetrics().lineSpacing() * 6);
    m_form = new QFormLayout(m_editor);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->addRow(tr("Name"), m_name);
    m_form->addRow(tr("Kind"), m_kind);
    m_form->addRow(tr("Choices"), m_choices);
    m_add->setObjectName(u"fields.add"_s);
    m_remove->setObjectName(u"fields.remove"_s);
    m_remove->setAccessibleName(tr("Delete the field"));
    for (QToolButton *button : {m_up, m_down}) {
        const bool isUp = button == m_up;
        button->setObjectName(isUp ? u"fields.up"_s : u"fields.down"_s);
        button->setIcon(Icons::named(isUp ? u"go-up"_s : u"go-down"_s));
        button->setAccessibleName(isUp ? tr("Move the field up") : tr("Move the field down"));
        button->setToolTip(button->accessibleName());
        button->setAutoRaise(true);
    }
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addWidget(m_up);
    buttons->addWidget(m_down);
    buttons->addStretch(1);
    auto *right = new QVBoxLayout;
    right->addWidget(m_editor);
    right->addStretch(1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(Metrics::Large);
    middle->addWidget(m_list);
    middle->addLayout(right, 1);
    auto *page = new QWidget(m_stack);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(Metrics::Wide, Metrics::Large, Metrics::Wide, Metrics::Large);
    layout->setSpacing(Metrics::Medium);
    layout->addLayout(middle, 1);
    layout->addLayout(buttons);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(page);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_error);
    outer->addWidget(m_stack, 1);
}

void FieldsPage::connectParts()
{
    const auto add = [this] {
        CustomField field;
        field.name = tr("New field");
        m_fresh = m_workspace.records().addField(field);
        refresh();
    };
    connect(m_empty, &EmptyState::triggered, this, add);
    connect(m_add, &QPushButton::clicked, this, add);
    connect(m_remove, &QPushButton::clicked, this,
        [this] { m_workspace.records().removeField(current()); });
    connect(m_up, &QToolButton::clicked, this,
        [this] { m_workspace.records().moveField(current(), -1); });
    connect(m_down, &QToolButton::clicked, this,
        [this] { m_workspace.records().moveField(current(), 1); });
    connect(m_list, &QListWidget::currentRowChanged, this, &FieldsPage::showCurrent);
    connect(m_name, &QLineEdit::editingFinished, this, &FieldsPage::save);
    connect(m_kind, &QComboBox::activated, this, &FieldsPage::save);
    connect(m_choices, &QPlainTextEdit::textChanged, this, &FieldsPage::save);
    connect(&m_workspace.team(), &TeamSets::changed, this, &FieldsPage::refresh);
}

CustomField FieldsPage::current() const
{
    const QListWidgetItem *item = m_list->currentItem();
    if (item == nullptr)
        return {};
    const QList<CustomField> &fields = m_workspace.team().customFields();
    const auto found = std::ranges::find(
        fields, CustomFieldId(item->data(Qt::UserRole).toLongLong()), &CustomField::id);
    return found == fields.end() ? CustomField() : *found;
}

void FieldsPage::refresh()
{
    const QList<CustomField> &fields = m_workspace.team().customFields();
    const CustomFieldId wanted = m_fresh.isNull() ? current().id : m_fresh;
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const CustomField &field : fields) {
            auto *item = new QListWidgetItem(field.name, m_list);
            item->setData(Qt::UserRole, qlonglong(field.id.value()));
            if (field.id == wanted)
                m_list->setCurrentItem(item);
        }
        if (m_list->currentItem() == nullptr && m_list->count() > 0)
            m_list->setCurrentRow(0);
    }
    m_stack->setCurrentIndex(fields.isEmpty() ? 0 : 1);
    if (m_workspace.team().state() == StoreState::Failed)
        m_error->show({NoticeSeverity::Error, m_workspace.team().error().message});
    else
        m_error->dismiss();
    showCurrent();
    if (!m_fresh.isNull() && current().id == m_fresh) {
        m_fresh = {};
        m_name->setFocus();
        m_name->selectAll();
    }
}

void FieldsPage::showCurrent()
{
    const CustomField field = current();
    const QSignalBlocker quietName(m_name);
    const QSignalBlocker quietChoices(m_choices);
    m_editor->setEnabled(!field.id.isNull());
    m_remove->setEnabled(!field.id.isNull());
    m_up->setEnabled(m_list->currentRow() > 0);
    m_down->setEnabled(m_list->currentRow() >= 0 && m_list->currentRow() + 1 < m_list->count());
    // What somebody types stays, but never under another field.
    const bool isOther = std::exchange(m_shown, field.id) != field.id;
    if ((isOther || !m_name->isModified()) && m_name->text() != field.name)
        m_name->setText(field.name);
    if (isOther)
        m_name->setModified(false);
    m_kind->setCurrentIndex(m_kind->findData(int(field.kind)));
    m_form->setRowVisible(m_choices, field.kind == CustomFieldKind::Choice);
    if (m_choices->toPlainText() != field.choices)
        m_choices->setPlainText(field.choices);
}

void FieldsPage::save()
{
    const CustomField before = current();
    if (before.id.isNull())
        return;
    CustomField after = before;
    if (m_name->text().trimmed().isEmpty())
        m_name->setText(before.name); // none is without a name
    after.name = m_name->text().trimmed();
    m_name->setModified(false);
    after.kind = CustomFieldKind(m_kind->currentData().toInt());
    after.choices = m_choices->toPlainText();
    if (after != before)
        m_workspace.records().changeField(before, after);
}

bool FieldsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isUp = key->key() == Qt::Key_Up;
    QAbstractButton *button = nullptr;
    if (key->modifiers() == Qt::AltModifier && (isUp || key->key() == Qt::Key_Down))
        button = isUp ? m_up : m_down;
    else if (key->matches(QKeySequence::Delete))
        button = m_remove;
    if (button == nullptr)
        return QWidget::eventFilter(watched, event);
    button->click(); // says nothing while it is disabled
    return true;
}
