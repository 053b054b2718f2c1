// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_import/planmappingpane.h"

#include "ui_common/elidedlabel.h"
#include "ui_common/formatting.h"
#include "ui_common/theme.h"
#include "ui_import/mappingparts.h"
#include "ui_import/planrowsmodel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTableView>
#include <QTimeZone>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using MappingParts::problemLabel;

namespace {
constexpr int WidestChannels = 140;
constexpr int NoteWidth = 150; // the whole is in the tool tip, and among the issues
/// Stand for no channel at all, and for a choice that is still to be made.
constexpr auto NoChannel = "none"_L1;
constexpr auto NotChosen = "?"_L1;

QLabel *plainLabel(const QString &text, QWidget *buddy, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setBuddy(buddy);
    return label;
}
} // namespace

PlanMappingPane::PlanMappingPane(QWidget *parent)
    : QWidget(parent)
    , m_networks(builtInNetworks().value_or(NetworkTable {}))
    , m_choices(new QStandardItemModel(this))
    , m_rows(new PlanRowsModel(this))
    , m_view(new QTableView(this))
    , m_noRows(
          quietLabel(tr("Here the first posts are shown as they become, once it is clear how the "
                        "file is to be read."),
              this))
    , m_recognised(quietLabel({}, this))
    , m_general(problemLabel(this))
    , m_scroll(MappingParts::lineArea(this))
    , m_channel(new QComboBox(this))
    , m_channelLabel(plainLabel(tr("&Posts are for"), m_channel, this))
    , m_channelProblem(problemLabel(this))
    , m_zone(new QComboBox(this))
    , m_dateOrder(new QComboBox(this))
    , m_dateLabel(plainLabel(tr("&Dates are"), m_dateOrder, this))
    , m_dateProblem(problemLabel(this))
    , m_update(new QCheckBox(this))
{
    build();
}

void PlanMappingPane::build()
{
    m_recognised->setObjectName(u"planRecognised"_s);
    m_general->setObjectName(u"planProblem"_s);
    m_update->setObjectName(u"updateKnown"_s);
    m_update->setText(tr("&Update the drafts that differ from the file"));
    m_update->setToolTip(tr("Words, link, day and time become those of the file. What is further "
                            "than a draft stays as it is."));
    m_update->hide();
    auto *form = new QGridLayout;
    buildForm(form);
    buildTable();

    m_choicesPart = new QWidget(this);
    auto *column = new QVBoxLayout(m_choicesPart);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::Small);
    column->addWidget(m_recognised);
    column->addLayout(form);
    column->addWidget(m_general);
    column->addWidget(m_scroll, 100);
    column->addStretch(1);
    auto *lower = new QWidget(this);
    auto *rows = new QVBoxLayout(lower);
    rows->setContentsMargins(0, Metrics::Small, 0, 0);
    rows->setSpacing(Metrics::Small);
    rows->addWidget(m_update);
    rows->addWidget(m_view, 1);
    rows->addWidget(m_noRows, 1);
    m_noRows->setObjectName(u"noPlanRows"_s);
    m_noRows->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    showRows({});
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_choicesPart);
    splitter->addWidget(lower);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, Metrics::Large, 0);
    layout->addWidget(splitter);

    connect(m_channel, &QComboBox::currentIndexChanged, this, &PlanMappingPane::onChosen);
    connect(m_zone, &QComboBox::currentIndexChanged, this, &PlanMappingPane::onChosen);
    connect(m_zone, &QComboBox::editTextChanged, this, &PlanMappingPane::onChosen);
    connect(m_dateOrder, &QComboBox::currentIndexChanged, this, &PlanMappingPane::onChosen);
    connect(m_update, &QCheckBox::toggled, this, &PlanMappingPane::onChosen);
}

void PlanMappingPane::buildForm(QGridLayout *form)
{
    m_channel->setObjectName(u"targetChannel"_s);
    m_channel->setAccessibleName(tr("Channel that the posts are for"));
    m_channel->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_channelProblem->setObjectName(u"channelProblem"_s);
    m_zone->setObjectName(u"fileZone"_s);
    m_zone->setAccessibleName(tr("Time zone of the file’s times"));
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_zone->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_zone->setToolTip(tr("Times that name no zone are in this one."));
    m_dateOrder->setObjectName(u"planDateOrder"_s);
    MappingParts::fillDateOrders(m_dateOrder);
    m_dateProblem->setObjectName(u"planDateProblem"_s);
    form->setHorizontalSpacing(Metrics::Medium);
    form->setVerticalSpacing(Metrics::Tiny);
    form->addWidget(m_channelLabel, 0, 0);
    form->addWidget(m_channel, 1, 0);
    form->addWidget(plainLabel(tr("&Times are in"), m_zone, this), 0, 1);
    form->addWidget(m_zone, 1, 1);
    form->addWidget(m_dateLabel, 0, 2);
    form->addWidget(m_dateOrder, 1, 2);
    form->addWidget(m_channelProblem, 2, 0, 1, 3);
    form->addWidget(m_dateProblem, 3, 0, 1, 3);
    for (int column = 0; column < 3; ++column)
        form->setColumnStretch(column, 1);
}

void PlanMappingPane::buildTable()
{
    m_view->setObjectName(u"planRows"_s);
    m_view->setAccessibleName(tr("First posts as they become"));
    m_view->setModel(m_rows);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setTabKeyNavigation(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setWordWrap(false);
    m_view->setShowGrid(false);
    m_view->verticalHeader()->setDefaultSectionSize(
        m_view->fontMetrics().height() + Metrics::Small);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const int column : {PlanRowsModel::Channels, PlanRowsModel::Note})
        m_view->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Interactive);
    m_view->horizontalHeader()->setSectionResizeMode(PlanRowsModel::Words, QHeaderView::Stretch);
}

void PlanMappingPane::fillZones(const QString &own)
{
    const QScopedValueRollback building(m_building, true);
    m_zone->clear();
    m_zone->addItem(own, own);
    m_zone->addItem(u"UTC"_s, u"UTC"_s);
    m_zone->insertSeparator(m_zone->count());
    const QList<QByteArray> all = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &zone : all) {
        // Of a place: the others are old names and offsets.
        if (zone.contains('/') && !zone.startsWith("Etc/"))
            m_zone->addItem(QString::fromUtf8(zone), QString::fromUtf8(zone));
    }
    m_zone->setCurrentIndex(0);
}

void PlanMappingPane::setWorkspace(const QList<Channel> &channels, const QString &zone)
{
    m_channels = channels;
    if (m_zone->count() == 0 || m_zone->itemText(0) != zone)
        fillZones(zone);
}

bool PlanMappingPane::isCalendar() const
{
    return m_file.format == "ics"_L1;
}

bool PlanMappingPane::namesChannels() const
{
    return isCalendar() ? m_file.namesChannels : PlanColumns::nameChannels(targets());
}

/// The first entry follows what the columns tell, so they are filled again where that changed.
void PlanMappingPane::fillChannels()
{
    const QScopedValueRollback building(m_building, true);
    const QString first = namesChannels() ? QString() : QString(NotChosen);
    const QVariant chosen = m_channel->currentData();
    if (m_channel->count() > 0 && m_channel->itemData(0).toString() == first
        && m_channel->count() == m_channels.size() + 2)
        return;
    m_channel->clear();
    m_channel->addItem(
        first.isEmpty() ? tr("the channels that the file names") : tr("choose a channel"), first);
    for (const Channel &channel : std::as_const(m_channels))
        m_channel->addItem(Formatting::channel(channel.name, m_networks.nameOf(channel.network)),
            channel.id.toString());
    m_channel->addItem(tr("no channel yet"), QString(NoChannel));
    m_channel->setItemData(
        0, first.isEmpty() ? tr("Rows without a channel have none.") : QString(), Qt::ToolTipRole);
    m_channel->setCurrentIndex(std::max(0, m_channel->findData(chosen)));
}

QString PlanMappingPane::about() const
{
    QStringList parts;
    const QString program = PlanColumns::programName(m_file.system);
    if (isCalendar()) {
        parts << (program.isEmpty() ? tr("Calendar") : tr("Calendar as %1 writes it").arg(program));
        parts << tr("%Ln event(s)", nullptr, m_file.posts);
        if (m_file.repeating > 0)
            parts << tr("%Ln that repeat(s): a post for each time, at most a year ahead", nullptr,
                m_file.repeating);
        if (m_file.others > 0)
            parts << tr("%Ln task(s) and note(s) left out", nullptr, m_file.others);
    } else {
        parts << (program.isEmpty() ? tr("Posts in a table")
                                    : tr("Posts as %1 writes them").arg(program));
        parts << tr("%Ln row(s)", nullptr, m_file.posts);
        if (!m_file.encoding.isEmpty())
            parts << m_file.encoding;
    }
    return parts.join(u" · "_s);
}

void PlanMappingPane::setPreview(const ImportPreview &preview)
{
    const QScopedValueRollback building(m_building, true);
    m_file = preview;
    m_recognised->setText(about());
    m_dateOrder->setCurrentIndex(0);
    m_zone->setCurrentIndex(0);
    m_update->setChecked(false);
    m_update->hide();
    clearReport();
    fillColumns();
    m_channel->clear();
    refresh();
}

void PlanMappingPane::fillColumns()
{
    m_choices->clear();
    m_lines.clear();
    m_scroll->setVisible(!isCalendar());
    QGridLayout *grid = MappingParts::newLines(m_scroll, 2);
    if (isCalendar())
        return;
    QList<PlanColumns::Choice> choices = PlanColumns::choices();
    QStringList fields;
    for (qsizetype i = 0; i < m_file.header.size(); ++i) {
        const QString column = m_file.header.at(i).trimmed();
        // Of two columns with one name the first is meant.
        const bool isFirst = m_file.header.indexOf(m_file.header.at(i)) == i;
        const auto guess =
            std::ranges::find(std::as_const(m_file.mapping.fields), column, &FieldMapping::column);
        const bool isTold = isFirst && guess != m_file.mapping.fields.cend();
        const QString field = isTold ? guess->field : QString();
        fields << field;
        const PlanColumns::Choice choice {field, PlanColumns::text(field)};
        if (!choices.contains(choice))
            choices.append(choice);
    }
    MappingParts::addChoices(m_choices, choices);
    for (int column = 0; column < int(fields.size()); ++column)
        buildLine(grid, column, fields.at(column));
    grid->setRowStretch(2 * int(fields.size()), 1);
}

void PlanMappingPane::buildLine(QGridLayout *grid, int column, const QString &field)
{
    QWidget *page = grid->parentWidget();
    const QString header = m_file.header.at(column);
    const bool hasName = !header.trimmed().isEmpty() && m_file.system != "hootsuite"_L1;
    const QString name = hasName ? header : tr("Column %1").arg(column + 1);
    Line line;
    line.field = MappingParts::fieldBox(m_choices, field, name, page);
    line.field->setObjectName(u"planField%1"_s.arg(column));
    line.problem = problemLabel(page);
    line.problem->setObjectName(u"planProblem%1"_s.arg(column));
    auto *label = plainLabel(QString(name).replace(u'&', u"&&"_s), line.field, page);
    label->setTextFormat(Qt::PlainText);
    label->setFont(strongFont(label->font()));
    auto *examples = new ElidedLabel(MappingParts::examplesOf(m_file.rows, column), page);
    makeQuiet(examples);
    grid->addWidget(label, 2 * column, 0);
    grid->addWidget(line.field, 2 * column, 1);
    grid->addWidget(examples, 2 * column, 2);
    grid->addWidget(line.problem, 2 * column + 1, 0, 1, 3);
    connect(line.field, &QComboBox::currentIndexChanged, this, &PlanMappingPane::onChosen);
    m_lines.append(line);
}

void PlanMappingPane::setReport(const ImportReport &report)
{
    showRows(report.planRows);
    m_view->resizeColumnToContents(PlanRowsModel::Channels);
    m_view->setColumnWidth(PlanRowsModel::Channels,
        std::min(m_view->columnWidth(PlanRowsModel::Channels), WidestChannels));
    m_view->setColumnWidth(PlanRowsModel::Note, NoteWidth);
    m_view->setColumnHidden(PlanRowsModel::Note,
        std::ranges::all_of(
            report.planRows, [](const PlanRow &row) { return row.note.isEmpty(); }));
    m_update->setVisible(report.changeable > 0 || m_update->isChecked());
}

void PlanMappingPane::setChoosable(bool choosable)
{
    m_choicesPart->setEnabled(choosable);
    m_update->setEnabled(choosable);
}

void PlanMappingPane::clearReport()
{
    showRows({});
}

void PlanMappingPane::showRows(const QList<PlanRow> &rows)
{
    m_rows->setRows(rows);
    m_view->setVisible(!rows.isEmpty());
    m_noRows->setVisible(rows.isEmpty());
}

void PlanMappingPane::onChosen()
{
    if (m_building)
        return;
    refresh();
    emit changed();
}

QStringList PlanMappingPane::targets() const
{
    QStringList fields;
    for (const Line &line : m_lines)
        fields << line.field->currentData(Qt::UserRole).toString();
    return fields;
}

bool PlanMappingPane::needsDateOrder() const
{
    if (isCalendar() || m_dateOrder->currentIndex() > 0)
        return false;
    const QStringList fields = targets();
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (PlanColumns::isDate(fields.at(i))
            && m_file.ambiguousDates.contains(m_file.header.at(i)))
            return true;
    }
    return false;
}

void PlanMappingPane::refresh()
{
    const QStringList fields = targets();
    m_problems = isCalendar() ? PlanColumns::Problems() : PlanColumns::check(m_file.header, fields);
    for (int column = 0; column < int(m_lines.size()); ++column)
        MappingParts::showProblem(m_lines.at(column).problem, m_problems.ofColumn.value(column));
    fillChannels();
    MappingParts::showProblem(m_general, m_problems.general);
    const bool hasDates = std::ranges::any_of(fields, PlanColumns::isDate);
    m_dateLabel->setVisible(hasDates);
    m_dateOrder->setVisible(hasDates);
    m_dateProblem->setText(MappingParts::dateOrderProblem());
    m_dateProblem->setVisible(needsDateOrder());
    m_channelProblem->setText(
        tr("The file does not say where its posts belong. Choose a channel, or “%1”.")
            .arg(tr("no channel yet")));
    m_channelProblem->setVisible(m_channel->currentData().toString() == NotChosen);
}

ImportOptions PlanMappingPane::options() const
{
    ImportOptions options;
    options.format = m_file.format;
    const QStringList fields = targets();
    for (int column = 0; column < int(fields.size()); ++column) {
        if (!fields.at(column).isEmpty())
            options.mapping.fields.append({fields.at(column), m_file.header.at(column)});
    }
    const QString channel = m_channel->currentData().toString();
    if (!channel.isEmpty() && channel != NoChannel && channel != NotChosen)
        options.mapping.constants.insert(u"channel"_s, channel);
    options.zone = m_zone->currentText().toUtf8();
    options.dateOrder = fromText<DateOrder>(m_dateOrder->currentData().toString());
    options.updateKnown = !m_update->isHidden() && m_update->isChecked();
    return options;
}

QString PlanMappingPane::obstacle() const
{
    if (!m_problems.general.isEmpty())
        return m_problems.general;
    if (!m_problems.ofColumn.isEmpty())
        return tr(
            "%n column(s) cannot be read as chosen.", nullptr, int(m_problems.ofColumn.size()));
    if (m_zone->findText(m_zone->currentText(), Qt::MatchExactly | Qt::MatchCaseSensitive) < 0)
        return tr("There is no time zone “%1”. Choose one of the list.").arg(m_zone->currentText());
    for (const QLabel *problem : {m_channelProblem, m_dateProblem}) {
        if (!problem->isHidden())
            return problem->text();
    }
    return {};
}
