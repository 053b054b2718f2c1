// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/mergepage.h"

#include "base/moment.h"
#include "session/plansets.h"
#include "session/teamsets.h"
#include "session/workspace.h"
#include "ui_common/errorstate.h"
#include "ui_common/formatting.h"
#include "ui_common/plaintext.h"
#include "ui_common/theme.h"
#include "ui_prospects/sectionparts.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
QString mergeFieldName(const QString &field)
{
    if (field == "name"_L1)
        return MergePage::tr("Name");
    if (field == "first_name"_L1)
        return MergePage::tr("First name");
    if (field == "last_name"_L1)
        return MergePage::tr("Last name");
    if (field == "title"_L1)
        return MergePage::tr("Job title");
    if (field == "company"_L1)
        return MergePage::tr("Company");
    if (field == "source"_L1)
        return MergePage::tr("Source");
    if (field == "owner"_L1)
        return MergePage::tr("Owner");
    if (field == "stage"_L1)
        return MergePage::tr("Stage");
    if (field == "first_seen"_L1)
        return MergePage::tr("First contact");
    if (field == "value"_L1)
        return MergePage::tr("Value");
    if (field == "zone"_L1)
        return MergePage::tr("Time zone");
    if (field == "circle"_L1)
        return MergePage::tr("Private circle");
    return MergePage::tr("Notes");
}

/// What \a record has, as people count it; empty where it has nothing.
QString goesAlong(const MergeRecord &record)
{
    const auto count = [&record](const char16_t *table) {
        return record.counts.value(QString::fromUtf16(table));
    };
    QStringList parts;
    if (const int n = count(u"message"); n > 0)
        parts << MergePage::tr("%Ln message(s)", nullptr, n);
    if (const int n = count(u"touch"); n > 0)
        parts << MergePage::tr("%Ln touch(es)", nullptr, n);
    if (const int n = count(u"move"); n > 0)
        parts << MergePage::tr("%Ln move(s)", nullptr, n);
    if (const int n = count(u"handle"); n > 0)
        parts << MergePage::tr("%Ln way(s) to reach them", nullptr, n);
    if (const int n = count(u"offer"); n > 0)
        parts << MergePage::tr("%Ln offer(s)", nullptr, n);
    if (const int n = count(u"follow_up"); n > 0)
        parts << MergePage::tr("%Ln next step(s)", nullptr, n);
    if (const int n = count(u"fact"); n > 0)
        parts << MergePage::tr("%Ln note(s) of the homework", nullptr, n);
    return parts.join(u" · "_s);
}
} // namespace

MergePage::MergePage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_service(new MergeService(workspace, this))
    , m_stack(new QStackedWidget(this))
    , m_loading(quietLabel(tr("Reading both records…"), m_stack))
    , m_error(new ErrorState(m_stack))
    , m_page(new QWidget(m_stack))
    , m_scroll(new QScrollArea(m_page))
    , m_merge(new QPushButton(tr("Merge"), m_page))
{
    m_loading->setAlignment(Qt::AlignCenter);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_merge->setObjectName(u"merge.merge"_s);
    makePrimary(m_merge);
    auto *swap = new QPushButton(tr("Swap who stays"), m_page);
    swap->setObjectName(u"merge.swap"_s);
    auto *cancel = new QPushButton(tr("Cancel"), m_page);
    cancel->setObjectName(u"merge.cancel"_s);
    QHBoxLayout *buttons = SectionParts::lastRow(cancel, m_merge);
    buttons->insertWidget(0, swap);
    auto *layout = new QVBoxLayout(m_page);
    layout->setContentsMargins(Metrics::Large, Metrics::Large, Metrics::Large, Metrics::Large);
    layout->setSpacing(Metrics::Medium);
    layout->addWidget(quietLabel(
        tr("Both become one record. It can be taken out again at any time, from the page of the "
           "one that stays."),
        m_page));
    layout->addWidget(m_scroll, 1);
    layout->addLayout(buttons);
    for (QWidget *page :
        {static_cast<QWidget *>(m_loading), static_cast<QWidget *>(m_error), m_page})
        m_stack->addWidget(page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    connect(m_error, &ErrorState::retryRequested, this, [this] { open(m_survivor, m_merged); });
    connect(m_merge, &QPushButton::clicked, this, &MergePage::merge);
    connect(cancel, &QPushButton::clicked, this, &MergePage::cancelled);
    connect(swap, &QPushButton::clicked, this, [this] {
        m_draft.swap();
        std::swap(m_survivor, m_merged);
        m_choices = m_draft.proposed();
        showDraft();
    });
}

void MergePage::open(ProspectId survivor, ProspectId merged)
{
    m_survivor = survivor;
    m_merged = merged;
    m_stack->setCurrentWidget(m_loading);
    m_service->read(survivor, merged, this, [this, survivor, merged](Result<MergeDraft> draft) {
        if (survivor != m_survivor || merged != m_merged)
            return; // another pair was asked for meanwhile
        if (!draft) {
            m_error->setError(draft.error(), tr("Try again"));
            m_stack->setCurrentWidget(m_error);
            return;
        }
        m_draft = std::move(*draft);
        m_choices = m_draft.proposed();
        showDraft();
        m_stack->setCurrentWidget(m_page);
        m_merge->setFocus();
    });
}

void MergePage::showDraft()
{
    auto *form = new QWidget(m_scroll);
    auto *grid = new QGridLayout(form);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Metrics::Large);
    grid->setVerticalSpacing(Metrics::Small);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    const auto heading = [form](const QString &text, const QString &name) {
        auto *label = headingLabel(text, form);
        label->setObjectName(name);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        return label;
    };
    const QString stays = displayName(m_draft.survivor.prospect);
    const QString goes = displayName(m_draft.merged.prospect);
    grid->addWidget(heading(tr("“%1” stays").arg(stays), u"merge.survivor"_s), 0, 1);
    grid->addWidget(heading(tr("“%1” goes in").arg(goes), u"merge.merged"_s), 0, 2);
    const QList<MergeField> fields = m_draft.differing();
    for (const MergeField &field : fields)
        addField(grid, field);
    const QList<CustomFieldId> own = m_draft.differingFields();
    for (const CustomField &field : m_workspace.team().customFields()) {
        if (own.contains(field.id))
            addOwnField(grid, field);
    }
    if (fields.isEmpty() && own.isEmpty())
        grid->addWidget(
            quietLabel(tr("They say the same in every field."), form), grid->rowCount(), 1, 1, 2);
    addLabels(grid);
    addGoingAlong(grid);
    grid->setRowStretch(grid->rowCount(), 1);
    m_scroll->setWidget(form); // the one before is deleted
}

void MergePage::addChoices(QGridLayout *grid, const QString &choice, const QString &key,
    const QString &name, const QList<Offer> &offers)
{
    QWidget *form = grid->parentWidget();
    const int row = grid->rowCount();
    auto *label = quietLabel(name, form);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(false);
    grid->addWidget(label, row, 0, Qt::AlignTop);
    auto *group = new QButtonGroup(form);
    for (const Offer &offer : offers) {
        // A single & would be the mnemonic's sign.
        auto *button = new QRadioButton(QString(offer.text).replace(u'&', "&&"_L1), form);
        button->setObjectName("merge."_L1 + key + u'.' + offer.key);
        button->setAccessibleName(tr("%1: %2").arg(name, offer.text));
        button->setToolTip(plainTip(offer.text));
        button->setChecked(m_choices.value(choice, MergeChoice::Survivor) == offer.choice);
        group->addButton(button);
        connect(button, &QRadioButton::toggled, this, [this, choice, of = offer.choice](bool isOn) {
            if (isOn)
                m_choices.insert(choice, of);
        });
        grid->addWidget(button, row + offer.below, offer.column);
    }
}

void MergePage::addField(QGridLayout *grid, const MergeField &field)
{
    QList<Offer> offers {
        {MergeChoice::Survivor, valueText(field, m_draft.survivor), u"survivor"_s, 1, 0},
        {MergeChoice::Merged, valueText(field, m_draft.merged), u"merged"_s, 2, 0}};
    if (field.name == "notes"_L1)
        offers << Offer {MergeChoice::Both, tr("Both"), u"both"_s, 1, 1};
    addChoices(grid, field.name, field.name, mergeFieldName(field.name), offers);
}

void MergePage::addOwnField(QGridLayout *grid, const CustomField &field)
{
    const auto text = [&field](const MergeRecord &record) {
        return customValueText(field, MergeDraft::valueOf(record, field.id), QLocale());
    };
    addChoices(grid, MergeDraft::choiceOf(field.id), "field."_L1 + field.id.toString(), field.name,
        {{MergeChoice::Survivor, text(m_draft.survivor), u"survivor"_s, 1, 0},
            {MergeChoice::Merged, text(m_draft.merged), u"merged"_s, 2, 0}});
}

void MergePage::addLabels(QGridLayout *grid)
{
    const auto names = [this](const MergeRecord &record) {
        QStringList list;
        const QList<LabelId> ids = MergeDraft::labelsOf(record);
        for (const Label &label : m_workspace.plan().labels()) {
            if (ids.contains(label.id))
                list << label.name;
        }
        return list.join(", "_L1);
    };
    const QString stays = names(m_draft.survivor);
    const QString goes = names(m_draft.merged);
    if (stays.isEmpty() && goes.isEmpty())
        return;
    QWidget *form = grid->parentWidget();
    const int row = grid->rowCount();
    const auto add = [&](const QString &text, const QString &name, int column) {
        auto *label = quietLabel(text.isEmpty() ? tr("None") : text, form);
        label->setTextFormat(Qt::PlainText);
        label->setObjectName(name);
        grid->addWidget(label, row, column, Qt::AlignTop);
    };
    add(tr("Labels"), u"merge.labels"_s, 0);
    add(stays, u"merge.labels.survivor"_s, 1);
    add(goes, u"merge.labels.merged"_s, 2);
    auto *both = quietLabel(tr("All labels of both are kept, each once."), form);
    both->setObjectName(u"merge.labels.both"_s);
    grid->addWidget(both, row + 1, 1, 1, 2);
}

void MergePage::addGoingAlong(QGridLayout *grid)
{
    QWidget *form = grid->parentWidget();
    const bool isBarred = m_draft.survivor.prospect.doNotContactSince != 0
        || m_draft.merged.prospect.doNotContactSince != 0;
    if (isBarred)
        grid->addWidget(quietLabel(tr("One of them may not be contacted. That stays so."), form),
            grid->rowCount(), 1, 1, 2);
    const int row = grid->rowCount();
    auto *label = quietLabel(tr("Goes along"), form);
    label->setWordWrap(false);
    grid->addWidget(label, row, 0, Qt::AlignTop);
    const QString along = goesAlong(m_draft.merged);
    auto *counts = quietLabel(along.isEmpty() ? tr("Nothing") : along, form);
    counts->setObjectName(u"merge.counts"_s);
    grid->addWidget(counts, row, 2);
    const QString there = goesAlong(m_draft.survivor);
    grid->addWidget(quietLabel(there.isEmpty() ? tr("Nothing") : there, form), row, 1);
}

QString MergePage::valueText(const MergeField &field, const MergeRecord &record) const
{
    const Prospect &prospect = record.prospect;
    if (saysNothing(field, record.columns))
        return field.name == "circle"_L1 ? tr("Nobody’s: everybody sees them") : tr("Nothing");
    if (field.name == "company"_L1)
        return record.company;
    if (field.name == "owner"_L1)
        return m_workspace.userName(prospect.owner);
    if (field.name == "circle"_L1)
        return m_workspace.userName(prospect.privateTo);
    if (field.name == "stage"_L1) {
        const int index = indexOfStage(m_workspace.stages(), prospect.stage);
        return index < 0 ? tr("Nothing") : m_workspace.stages().at(index).name;
    }
    if (field.name == "first_seen"_L1)
        return Formatting::date(localDay(prospect.firstSeen.ms, m_workspace.zone()));
    if (field.name == "value"_L1)
        return Formatting::money(prospect.valueMinor, prospect.currency);
    constexpr qsizetype MostShown = 300;
    const QString text = record.columns.value(field.columns.first()).toString();
    return text.size() > MostShown ? text.left(MostShown) + u'…' : text;
}

void MergePage::merge()
{
    m_service->merge(m_draft, m_choices);
    emit merged(m_draft.survivor.prospect.id);
}

void MergePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else
        QWidget::keyPressEvent(event);
}
