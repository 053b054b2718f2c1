// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_import/csvmappingpane.h"

#include "ui_common/elidedlabel.h"
#include "ui_common/icons.h"
#include "ui_common/plaintext.h"
#include "ui_common/theme.h"
#include "ui_import/importpreviewmodel.h"
#include "ui_import/mappingparts.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;
using MappingParts::examplesOf;
using MappingParts::problemLabel;

namespace {
constexpr int WidestColumn = 240;

/// The name of a known program, as it writes it itself.
QString systemName(const QString &system)
{
    static const QHash<QString, QString> names {{u"hubspot"_s, u"HubSpot"_s},
        {u"pipedrive"_s, u"Pipedrive"_s}, {u"salesforce"_s, u"Salesforce"_s},
        {u"google"_s, u"Google"_s}, {u"outlook"_s, u"Outlook"_s}, {u"linkedin"_s, u"LinkedIn"_s},
        {u"pullpush"_s, u"Pullpush"_s}};
    return names.value(system, system);
}
} // namespace

CsvMappingPane::CsvMappingPane(const QList<Stage> &stages, QWidget *parent)
    : QWidget(parent)
    , m_stages(stages)
    , m_networks(builtInNetworks().value_or(NetworkTable {}))
    , m_choices(new QStandardItemModel(this))
    , m_rows(new ImportPreviewModel(this))
    , m_view(new QTableView(this))
    , m_recognised(quietLabel({}, this))
    , m_general(problemLabel(this))
    , m_scroll(MappingParts::lineArea(this))
    , m_dateOrder(new QComboBox(this))
    , m_dateLabel(new QLabel(tr("&Dates are"), this))
    , m_dateProblem(problemLabel(this))
    , m_idSpace(new QLineEdit(this))
    , m_idSpaceLabel(new QLabel(tr("&Ids are those of"), this))
    , m_stage(new QComboBox(this))
{
    build();
}

void CsvMappingPane::build()
{
    m_recognised->setObjectName(u"recognised"_s);
    m_general->setObjectName(u"mappingProblem"_s);
    m_dateProblem->setObjectName(u"dateProblem"_s);

    m_dateOrder->setObjectName(u"dateOrder"_s);
    MappingParts::fillDateOrders(m_dateOrder);
    m_dateLabel->setBuddy(m_dateOrder);
    m_idSpace->setObjectName(u"idSpace"_s);
    m_idSpace->setAccessibleName(tr("Program whose ids these are"));
    m_idSpace->setToolTip(tr("Files with ids of the same program tell of the same prospects; 101 "
                             "of another program is somebody else."));
    m_idSpaceLabel->setBuddy(m_idSpace);
    m_stage->setObjectName(u"newStage"_s);
    m_stage->setAccessibleName(tr("Stage of new prospects"));
    m_stage->addItem(tr("as the file says, else the first"), QString());
    for (const Stage &stage : std::as_const(m_stages))
        m_stage->addItem(stage.name, stage.key);
    auto *stageLabel = new QLabel(tr("New prospects &enter"), this);
    stageLabel->setBuddy(m_stage);
    auto *form = new QGridLayout;
    form->setHorizontalSpacing(Metrics::Medium);
    form->setVerticalSpacing(Metrics::Tiny);
    form->addWidget(stageLabel, 0, 0);
    form->addWidget(m_stage, 1, 0);
    form->addWidget(m_dateLabel, 0, 1);
    form->addWidget(m_dateOrder, 1, 1);
    form->addWidget(m_idSpaceLabel, 0, 2);
    form->addWidget(m_idSpace, 1, 2);
    form->addWidget(m_dateProblem, 2, 0, 1, 3);
    for (int column = 0; column < 3; ++column)
        form->setColumnStretch(column, 1);

    auto *rows = m_view;
    rows->setObjectName(u"previewRows"_s);
    rows->setAccessibleName(tr("First rows as they would be read"));
    rows->setModel(m_rows);
    rows->setFrameShape(QFrame::NoFrame);
    rows->setTabKeyNavigation(false);
    rows->setSelectionBehavior(QAbstractItemView::SelectRows);
    rows->setWordWrap(false);
    rows->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    rows->horizontalHeader()->setMaximumSectionSize(WidestColumn);
    rows->verticalHeader()->setDefaultSectionSize(rows->fontMetrics().height() + Metrics::Small);
    auto *upper = new QWidget(this);
    auto *column = new QVBoxLayout(upper);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::Small);
    column->addWidget(m_recognised);
    column->addLayout(form);
    column->addWidget(m_general);
    column->addWidget(m_scroll, 1);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(upper);
    splitter->addWidget(rows);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, Metrics::Large, 0);
    layout->addWidget(splitter);

    connect(m_dateOrder, &QComboBox::activated, this, &CsvMappingPane::onChosen);
    connect(m_stage, &QComboBox::activated, this, &CsvMappingPane::onChosen);
    connect(m_idSpace, &QLineEdit::textEdited, this, &CsvMappingPane::onChosen);
}

void CsvMappingPane::setPreview(const ImportPreview &preview)
{
    const QScopedValueRollback building(m_building, true);
    m_file = preview;
    const QString encoding = preview.encoding;
    m_recognised->setText(preview.system.isEmpty()
            ? tr("%n column(s) · %1", nullptr, int(preview.header.size())).arg(encoding)
            : tr("%n column(s) as %1 writes them · %2", nullptr, int(preview.header.size()))
                  .arg(systemName(preview.system), encoding));
    m_dateOrder->setCurrentIndex(0);
    if (preview.mapping.dateOrder)
        m_dateOrder->setCurrentIndex(m_dateOrder->findData(toText(*preview.mapping.dateOrder)));
    m_idSpace->setText(
        preview.mapping.idSpace == preview.system ? QString() : preview.mapping.idSpace);
    m_idSpace->setPlaceholderText(
        preview.system.isEmpty() ? tr("this kind of file") : systemName(preview.system));
    m_rows->setFile(preview.header, preview.rows);
    fillChoices();
    refresh();
}

void CsvMappingPane::fillChoices()
{
    m_choices->clear();
    QList<ImportFields::Choice> choices = ImportFields::choices(m_stages, m_networks);
    QList<Choice> chosen;
    for (int column = 0; column < int(m_file.header.size()); ++column) {
        const qsizetype before = chosen.size();
        for (const FieldMapping &guess : std::as_const(m_file.mapping.fields)) {
            if (guess.column == m_file.header.at(column))
                chosen.append({column, ImportFields::canonical(guess.field, m_stages)});
        }
        if (chosen.size() == before)
            chosen.append(Choice {column, {}});
    }
    for (const Choice &each : std::as_const(chosen)) {
        const ImportFields::Choice choice {
            each.field, ImportFields::text(each.field, m_stages, m_networks)};
        if (!each.field.isEmpty() && !choices.contains(choice))
            choices.append(choice);
    }
    MappingParts::addChoices(m_choices, choices);
    buildLines(chosen);
}

void CsvMappingPane::buildLines(const QList<Choice> &choices)
{
    m_lines.clear();
    QGridLayout *grid = MappingParts::newLines(m_scroll, 3);
    for (const Choice &choice : choices)
        buildLine(grid, choice);
    grid->setRowStretch(2 * int(choices.size()), 1);
}

void CsvMappingPane::buildLine(QGridLayout *grid, const Choice &choice)
{
    QWidget *page = grid->parentWidget();
    const int row = 2 * int(m_lines.size());
    const bool isFirst = m_lines.isEmpty() || m_lines.constLast().column != choice.column;
    const QString header = m_file.header.at(choice.column);
    const QString name = header.isEmpty() ? tr("Column %1").arg(choice.column + 1) : header;
    Line line;
    line.column = choice.column;
    line.field = MappingParts::fieldBox(m_choices, choice.field, name, page);
    line.field->setObjectName(u"field%1"_s.arg(m_lines.size()));
    line.problem = problemLabel(page);
    line.problem->setObjectName(u"problem%1"_s.arg(m_lines.size()));
    if (isFirst) {
        auto *label = new QLabel(name, page);
        label->setTextFormat(Qt::PlainText);
        label->setFont(strongFont(label->font()));
        label->setBuddy(line.field);
        grid->addWidget(label, row, 0);
        auto *examples = new ElidedLabel(examplesOf(m_file.rows, choice.column), page);
        makeQuiet(examples);
        grid->addWidget(examples, row, 3);
        auto *add = new QToolButton(page);
        add->setObjectName(u"add%1"_s.arg(m_lines.size()));
        add->setIcon(Icons::named(u"list-add"_s));
        add->setAutoRaise(true);
        add->setAccessibleName(tr("“%1” tells something else too").arg(name));
        add->setToolTip(plainTip(add->accessibleName()));
        // Later: the lines, and this button with them, are built anew.
        connect(
            add, &QToolButton::clicked, this,
            [this, index = int(m_lines.size())] { addLine(index); }, Qt::QueuedConnection);
        grid->addWidget(add, row, 2);
    }
    grid->addWidget(line.field, row, 1);
    grid->addWidget(line.problem, row + 1, 0, 1, 4);
    connect(line.field, &QComboBox::currentIndexChanged, this, &CsvMappingPane::onChosen);
    m_lines.append(line);
}

void CsvMappingPane::addLine(int line)
{
    const QStringList fields = targets();
    QList<Choice> choices;
    for (int each = 0; each < int(m_lines.size()); ++each)
        choices.append({m_lines.at(each).column, fields.at(each)});
    int behind = line + 1;
    while (behind < int(choices.size()) && choices.at(behind).column == choices.at(line).column)
        ++behind;
    choices.insert(behind, Choice {choices.at(line).column, {}});
    {
        const QScopedValueRollback building(m_building, true);
        buildLines(choices);
        refresh();
    }
    m_lines.at(behind).field->setFocus();
}

void CsvMappingPane::onChosen()
{
    if (m_building)
        return;
    refresh();
    emit changed();
}

QStringList CsvMappingPane::targets() const
{
    QStringList fields;
    for (const Line &line : m_lines)
        fields << line.field->currentData(Qt::UserRole).toString();
    return fields;
}

void CsvMappingPane::refresh()
{
    const QStringList fields = targets();
    // Each line is checked as if it were a column of its own.
    QStringList header;
    QList<QStringList> rows;
    for (const Line &line : std::as_const(m_lines))
        header << m_file.header.at(line.column);
    for (const QStringList &row : std::as_const(m_file.rows)) {
        QStringList values;
        for (const Line &line : std::as_const(m_lines))
            values << row.value(line.column);
        rows << values;
    }
    m_problems = ImportFields::check(header, fields, rows, m_stages);
    QList<QStringList> told(m_file.header.size());
    bool hasDates = false;
    for (int index = 0; index < int(m_lines.size()); ++index) {
        const Line &line = m_lines.at(index);
        const QString &field = fields.at(index);
        if (!field.isEmpty())
            told[line.column] << line.field->currentText();
        hasDates = hasDates || ImportFields::isDate(field);
        MappingParts::showProblem(line.problem, m_problems.ofColumn.value(index));
    }
    QStringList titles;
    for (const QStringList &names : std::as_const(told))
        titles << names.join(tr(", ", "between the things one column tells"));
    m_rows->setTitles(titles);
    m_view->resizeColumnsToContents();
    MappingParts::showProblem(m_general, m_problems.general);
    m_dateLabel->setVisible(hasDates);
    m_dateOrder->setVisible(hasDates);
    const bool needsOrder = hasDates && m_file.needsDateOrder && m_dateOrder->currentIndex() == 0;
    m_dateProblem->setText(MappingParts::dateOrderProblem());
    m_dateProblem->setVisible(needsOrder);
    m_idSpaceLabel->setVisible(fields.contains("id"_L1));
    m_idSpace->setVisible(fields.contains("id"_L1));
}

ImportOptions CsvMappingPane::options() const
{
    ImportOptions options;
    options.format = m_file.format;
    const QStringList fields = targets();
    for (int line = 0; line < int(fields.size()); ++line) {
        if (!fields.at(line).isEmpty())
            options.mapping.fields.append(
                {fields.at(line), m_file.header.at(m_lines.at(line).column)});
    }
    options.mapping.constants = m_file.mapping.constants;
    const QString space = m_idSpace->text().simplified();
    options.mapping.idSpace = space.isEmpty() ? m_file.system : space;
    options.dateOrder = fromText<DateOrder>(m_dateOrder->currentData().toString());
    options.stage = m_stage->currentData().toString();
    return options;
}

QString CsvMappingPane::obstacle() const
{
    if (!m_problems.general.isEmpty())
        return m_problems.general;
    if (!m_problems.ofColumn.isEmpty())
        return tr(
            "%n column(s) cannot be read as chosen.", nullptr, int(m_problems.ofColumn.size()));
    return m_dateProblem->isHidden() ? QString() : m_dateProblem->text();
}
