// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/detailssection.h"

#include "session/plansets.h"
#include "session/prospectdossier.h"
#include "session/recordservice.h"
#include "session/teamsets.h"
#include "session/whenrefused.h"
#include "session/workspace.h"
#include "ui_common/closebutton.h"
#include "ui_common/elidedlabel.h"
#include "ui_common/flowlayout.h"
#include "ui_common/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStringListModel>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

DetailsSection::DetailsSection(Workspace &workspace, ProspectDossier &dossier, QWidget *parent)
    : DossierSection(parent)
    , m_workspace(workspace)
    , m_dossier(dossier)
    , m_labels(new FlowLayout(Metrics::Tiny))
    , m_newLabel(new QLineEdit(this))
    , m_labelNames(new QStringListModel(this))
    , m_zone(new QComboBox(this))
    , m_form(new QFormLayout)
    , m_error(new QLabel(this))
{
    build();
    connect(&workspace.team(), &TeamSets::changed, this, [this] {
        if (m_dossier.prospect())
            refreshFields(false);
    });
}

void DetailsSection::build()
{
    m_newLabel->setObjectName(u"details.label"_s);
    m_newLabel->setAccessibleName(tr("New label"));
    m_newLabel->setPlaceholderText(tr("New label"));
    auto *completer = new QCompleter(m_labelNames, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_newLabel->setCompleter(completer);
    connect(m_newLabel, &QLineEdit::returnPressed, this, &DetailsSection::addLabel);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setSpacing(Metrics::Tiny);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    buildZones();
    m_error->setObjectName(u"details.error"_s);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addLayout(m_labels);
    layout->addWidget(m_newLabel);
    layout->addLayout(m_form);
    layout->addWidget(m_error);
}

void DetailsSection::buildZones()
{
    m_zone->setObjectName(u"details.zone"_s);
    m_zone->setAccessibleName(tr("Time zone where they live"));
    m_zone->setToolTip(tr("Quiet hours are counted where they live."));
    m_zone->addItem(tr("Not known"), QString());
    const QList<QByteArray> zones = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &zone : zones) {
        const QString name = QString::fromUtf8(zone);
        if (name.contains(u'/') && !name.startsWith("Etc/"_L1))
            m_zone->addItem(QString(name).replace(u'_', u' '), name);
    }
    m_zone->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_zone->setMinimumContentsLength(10);
    m_form->addRow(tr("Time zone"), m_zone);
    connect(m_zone, &QComboBox::activated, this, [this] {
        if (m_dossier.prospect())
            m_workspace.records().setZone(*m_dossier.prospect(), m_zone->currentData().toString());
    });
}

QString DetailsSection::key() const
{
    return u"details"_s;
}

QString DetailsSection::title() const
{
    return tr("Details");
}

QString DetailsSection::summary() const
{
    // Of a private circle some may be left whose label a colleague deleted.
    const auto count =
        std::ranges::count_if(m_workspace.plan().labels(), [this](const Label &label) {
            return std::ranges::find(m_dossier.labels(), label.id, &ProspectLabel::label)
                != m_dossier.labels().end();
        });
    return count == 0 ? QString() : tr("%n label(s)", nullptr, int(count));
}

void DetailsSection::refresh(bool isOther)
{
    const auto &prospect = m_dossier.prospect();
    if (!prospect)
        return;
    if (isOther) {
        m_newLabel->clear();
        m_error->hide();
    }
    refreshLabels();
    m_zone->setCurrentIndex(std::max(0, m_zone->findData(prospect->zone)));
    refreshFields(isOther);
}

void DetailsSection::refreshLabels()
{
    while (QLayoutItem *item = m_labels->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater(); // its button may be at work
        }
        delete item;
    }
    QStringList names;
    for (const Label &label : m_workspace.plan().labels()) {
        names << label.name;
        const auto of = std::ranges::find(m_dossier.labels(), label.id, &ProspectLabel::label);
        if (of == m_dossier.labels().end())
            continue;
        auto *chip = new QWidget(this);
        auto *mark = new ElidedLabel(label.name, chip);
        auto *remove = new CloseButton(tr("Take label “%1” away").arg(label.name), chip);
        connect(remove, &CloseButton::clicked, this,
            [this, of = *of] { m_workspace.records().removeLabel(of); });
        auto *row = new QHBoxLayout(chip);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(0);
        row->addWidget(mark);
        row->addWidget(remove);
        m_labels->addWidget(chip);
    }
    if (m_labelNames->stringList() != names)
        m_labelNames->setStringList(names);
}

void DetailsSection::addLabel()
{
    const QString name = m_newLabel->text();
    m_newLabel->clear();
    whenRefused(
        m_workspace, this, [&] { m_workspace.records().addLabel(m_dossier, name); },
        [this, of = m_dossier.id(), name] {
            if (of == m_dossier.id() && m_newLabel->text().isEmpty())
                m_newLabel->setText(name);
        });
}

QWidget *DetailsSection::editorFor(const CustomField &field)
{
    if (field.kind == CustomFieldKind::Choice || field.kind == CustomFieldKind::YesNo) {
        auto *choice = new QComboBox(this);
        choice->addItem(QString(), QString());
        const QStringList values = field.kind == CustomFieldKind::Choice
            ? choicesOf(field)
            : QStringList {u"yes"_s, u"no"_s};
        for (const QString &value : values)
            choice->addItem(customValueText(field, value, locale()), value);
        connect(choice, &QComboBox::activated, this,
            [this, field, choice] { save(field, choice->currentData().toString()); });
        return choice;
    }
    auto *edit = new QLineEdit(this);
    connect(edit, &QLineEdit::editingFinished, this, [this, field, edit] {
        if (!edit->isModified())
            return;
        edit->setModified(false);
        save(field, edit->text());
    });
    return edit;
}

void DetailsSection::refreshFields(bool isOther)
{
    const QList<CustomField> &fields = m_workspace.team().customFields();
    if (fields != m_fields) {
        m_fields = fields;
        for (QWidget *editor : std::as_const(m_editors))
            m_form->removeRow(editor);
        m_editors.clear();
        for (const CustomField &field : fields) {
            QWidget *editor = editorFor(field);
            editor->setObjectName("details.field."_L1 + field.id.toString());
            editor->setAccessibleName(field.name);
            m_form->addRow(field.name, editor);
            m_editors.insert(field.id, editor);
        }
        isOther = true;
    }
    for (const CustomField &field : fields) {
        const auto value =
            std::ranges::find(m_dossier.customValues(), field.id, &CustomValue::field);
        const QString stored = value == m_dossier.customValues().end() ? QString() : value->value;
        QWidget *editor = m_editors.value(field.id);
        if (auto *choice = qobject_cast<QComboBox *>(editor)) {
            choice->setCurrentIndex(std::max(0, choice->findData(stored)));
        } else if (auto *edit = qobject_cast<QLineEdit *>(editor);
                   edit != nullptr && (isOther || !edit->isModified())) {
            const QSignalBlocker quiet(edit);
            edit->setText(customValueText(field, stored, locale()));
            edit->setModified(false);
        }
    }
}

void DetailsSection::save(const CustomField &field, const QString &text)
{
    Result<> done;
    whenRefused(
        m_workspace, this, [&] { done = m_workspace.records().setValue(m_dossier, field, text); },
        [this, of = m_dossier.id(), id = field.id, text] {
            // Typed, and not kept: it stays until it can be.
            auto *edit = qobject_cast<QLineEdit *>(m_editors.value(id));
            if (edit == nullptr || of != m_dossier.id() || edit->isModified())
                return;
            edit->setText(text);
            edit->setModified(true);
        });
    m_error->setVisible(!done);
    if (done)
        return;
    m_error->setText(done.error().message);
    setInk(m_error, ColourRole::DangerText);
}

void DetailsSection::flush()
{
    for (const CustomField &field : std::as_const(m_fields)) {
        auto *edit = qobject_cast<QLineEdit *>(m_editors.value(field.id));
        if (edit == nullptr || !edit->isModified())
            continue;
        edit->setModified(false);
        save(field, edit->text());
    }
}
