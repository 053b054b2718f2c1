// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/planexportpage.h"

#include "session/calendarfeeds.h"
#include "session/plansets.h"
#include "session/workspace.h"
#include "ui_common/formatting.h"
#include "ui_common/loadingbar.h"
#include "ui_common/question.h"
#include "ui_common/theme.h"
#include "ui_timeline/feedlist.h"
#include "ui_timeline/filtermenu.h"
#include "ui_timeline/tile.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDesktopServices>
#include <QFileInfo>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {
constexpr int WidestForm = 720;

bool takesOneChannel(PlanExportFormat format)
{
    return format == PlanExportFormat::Buffer || format == PlanExportFormat::Hootsuite;
}

QString about(PlanExportFormat format)
{
    switch (format) {
    case PlanExportFormat::Csv:
    case PlanExportFormat::Xlsx:
        return PlanExportPage::tr("A row for each channel of a post, with all that Pullpush knows "
                                  "of it. Such a file can be imported again without a loss.");
    case PlanExportFormat::Calendar:
        return PlanExportPage::tr("An event for each channel of a post that has a day. Such a file "
                                  "can be imported again without a loss.");
    case PlanExportFormat::Buffer:
        return PlanExportPage::tr("For one channel, as Buffer’s bulk upload reads it.");
    case PlanExportFormat::Hootsuite:
        return PlanExportPage::tr(
            "For one channel, as Hootsuite’s bulk composer reads it: posts with a "
            "day, without pictures.");
    case PlanExportFormat::Metricool:
        return PlanExportPage::tr("A row for each channel of a post, as Metricool’s import reads "
                                  "it.");
    }
    Q_UNREACHABLE();
}

QString suffixOf(PlanExportFormat format)
{
    if (format == PlanExportFormat::Xlsx)
        return u"xlsx"_s;
    return format == PlanExportFormat::Calendar ? u"ics"_s : u"csv"_s;
}

QPushButton *pageButton(const QString &name, const QString &text, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(name);
    made->setAutoDefault(false);
    return made;
}
} // namespace

PlanExportPage::PlanExportPage(
    Workspace &workspace, CalendarFeeds *feeds, QDate month, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_feeds(feeds)
    , m_month(month.year(), month.month(), 1)
    , m_networks(builtInNetworks().value_or(NetworkTable {}))
    , m_format(new QComboBox(this))
    , m_about(quietLabel({}, this))
    , m_channel(new QComboBox(this))
    , m_channelProblem(
          quietLabel(tr("Such a file holds the posts of one channel. Choose which."), this))
    , m_days(new QComboBox(this))
    , m_from(new QDateEdit(m_month, this))
    , m_to(new QDateEdit(m_month.addMonths(1).addDays(-1), this))
    , m_statuses(new FilterMenu(tr("Status"), tr("Any status"), this))
    , m_keep(new QCheckBox(tr("&Keep this file up to date"), this))
    , m_loading(new LoadingBar(this))
    , m_outcome(new QLabel(this))
    , m_export(pageButton(u"exportPlan"_s, tr("&Export…"), this))
    , m_folder(pageButton(u"exportFolder"_s, tr("&Open folder"), this))
    , m_close(pageButton(u"closeExport"_s, tr("&Done"), this))
{
    setObjectName(u"planExportPage"_s);
    build();
    refresh();
}

void PlanExportPage::build()
{
    m_format->setObjectName(u"exportFormat"_s);
    m_format->setAccessibleName(tr("Format"));
    const auto add = [this](PlanExportFormat format, const QString &text) {
        m_format->addItem(text, int(format));
    };
    add(PlanExportFormat::Csv, tr("Table (CSV)"));
    add(PlanExportFormat::Xlsx, tr("Workbook (XLSX)"));
    add(PlanExportFormat::Calendar, tr("Calendar (ICS)"));
    add(PlanExportFormat::Buffer, u"Buffer"_s);
    add(PlanExportFormat::Hootsuite, u"Hootsuite"_s);
    add(PlanExportFormat::Metricool, u"Metricool"_s);
    m_channel->setObjectName(u"exportChannel"_s);
    m_channel->setAccessibleName(tr("Channel"));
    m_channelProblem->setObjectName(u"exportProblem"_s);
    fillChannels();
    m_statuses->setObjectName(u"exportStatus"_s);
    QList<FilterMenu::Entry> statuses;
    for (const auto &[status, word] : EnumText<PostStatus>::values)
        statuses.append({qint64(status), statusName(status)});
    m_statuses->setEntries(statuses);
    m_keep->setObjectName(u"keepUpToDate"_s);
    m_keep->setToolTip(tr("Written anew a moment after each change of the plan, while the "
                          "workspace is open on this computer."));
    m_about->setMinimumWidth(WidestForm * 2 / 3); // few lines, so that the form keeps together
    m_outcome->setObjectName(u"exportOutcome"_s);
    m_outcome->setTextFormat(Qt::PlainText);
    m_outcome->setWordWrap(true);

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(Metrics::Large);
    form->setVerticalSpacing(Metrics::Small);
    form->addRow(tr("&Format"), m_format);
    form->addRow(QString(), m_about);
    form->addRow(tr("&Channel"), m_channel);
    form->addRow(QString(), m_channelProblem);
    form->addRow(tr("D&ays"), daysRow());
    form->addRow(tr("&Status"), m_statuses);
    form->addRow(QString(), m_keep);
    static_cast<QLabel *>(form->itemAt(4, QFormLayout::LabelRole)->widget())->setBuddy(m_days);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::Large, Metrics::Small, Metrics::Large, Metrics::Medium);
    column->setSpacing(Metrics::Medium);
    auto *work = new QWidget(this);
    work->setMaximumWidth(WidestForm);
    auto *inner = new QVBoxLayout(work);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(Metrics::Medium);
    inner->addLayout(form);
    inner->addWidget(m_outcome);
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::Small);
    for (QPushButton *made : {m_export, m_folder, m_close})
        row->addWidget(made);
    row->addStretch();
    inner->addLayout(row);
    if (m_feeds) {
        inner->addWidget(hairline(Qt::Horizontal, this));
        QHash<QString, QString> names;
        for (int i = 1; i < m_channel->count(); ++i)
            names.insert(m_channel->itemData(i).toString(), m_channel->itemText(i));
        inner->addWidget(new FeedList(*m_feeds, names, m_workspace.zone(), this));
    }
    column->addWidget(m_loading);
    column->addWidget(work);
    column->addStretch();
    buildButtons();
}

QWidget *PlanExportPage::daysRow()
{
    m_days->setObjectName(u"exportDays"_s);
    m_days->setAccessibleName(tr("Days"));
    m_days->addItem(Formatting::monthTitle(m_month), int(Days::Month));
    m_days->addItem(tr("all days, and ideas without a day"), int(Days::All));
    m_days->addItem(tr("from a day to another"), int(Days::Chosen));
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Small);
    layout->addWidget(m_days, 1);
    for (QDateEdit *edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(locale().dateFormat(QLocale::ShortFormat));
        layout->addWidget(edit);
        connect(edit, &QDateEdit::dateChanged, this, &PlanExportPage::refresh);
    }
    m_from->setObjectName(u"exportFrom"_s);
    m_from->setAccessibleName(tr("First day"));
    m_to->setObjectName(u"exportTo"_s);
    m_to->setAccessibleName(tr("Last day"));
    return row;
}

void PlanExportPage::buildButtons()
{
    makePrimary(m_export);
    connect(m_export, &QPushButton::clicked, this, &PlanExportPage::chooseFile);
    connect(m_folder, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_written).absolutePath()));
    });
    connect(m_close, &QPushButton::clicked, this, &PlanExportPage::closeRequested);
    for (QComboBox *combo : {m_format, m_channel, m_days})
        connect(combo, &QComboBox::currentIndexChanged, this, &PlanExportPage::refresh);
    connect(m_keep, &QCheckBox::toggled, this, &PlanExportPage::refresh);
}

void PlanExportPage::fillChannels()
{
    m_channel->addItem(tr("all channels"), QString());
    const QList<Channel> &channels = m_workspace.plan().channels();
    for (const Channel &channel : channels)
        m_channel->addItem(Formatting::channel(channel.name, m_networks.nameOf(channel.network)),
            channel.id.toString());
}

PlanExportFormat PlanExportPage::format() const
{
    return PlanExportFormat(m_format->currentData().toInt());
}

PlanExportOptions PlanExportPage::options() const
{
    PlanExportOptions options;
    options.format = format();
    options.channel = m_channel->currentData().toString();
    switch (Days(m_days->currentData().toInt())) {
    case Days::Month:
        options.days = {m_month, m_month.addMonths(1)};
        break;
    case Days::All:
        break;
    case Days::Chosen:
        options.days = {m_from->date(), m_to->date().addDays(1)};
        break;
    }
    const QList<qint64> statuses = m_statuses->checkedKeys();
    for (const qint64 status : statuses)
        options.statuses << PostStatus(status);
    if (!m_keep->isHidden() && m_keep->isChecked())
        options.days = {}; // who subscribes wants to see what comes
    return options;
}

void PlanExportPage::refresh()
{
    const bool mayKeep = m_feeds && format() == PlanExportFormat::Calendar;
    const bool isChosen = Days(m_days->currentData().toInt()) == Days::Chosen;
    const bool lacksChannel = takesOneChannel(format()) && m_channel->currentIndex() == 0;
    m_about->setText(about(format()));
    m_keep->setVisible(mayKeep);
    const bool isKept = mayKeep && m_keep->isChecked();
    m_days->setEnabled(!isKept);
    m_days->setToolTip(isKept ? tr("A file that is kept up to date holds all days.") : QString());
    m_from->setVisible(isChosen);
    m_to->setVisible(isChosen);
    m_from->setEnabled(!isKept);
    m_to->setEnabled(!isKept);
    m_to->setMinimumDate(m_from->date());
    m_channelProblem->setVisible(lacksChannel);
    m_export->setEnabled(!m_running && !lacksChannel);
    m_folder->setVisible(!m_written.isEmpty());
}

QString PlanExportPage::suggestedName() const
{
    QStringList parts {tr("plan", "begin of a file's name")};
    if (format() == PlanExportFormat::Buffer || format() == PlanExportFormat::Hootsuite
        || format() == PlanExportFormat::Metricool)
        parts << toText(format());
    if (const DateSpan days = options().days; days.from)
        parts << days.from->toString(u"yyyy-MM"_s);
    return parts.join(u'-') + u'.' + suffixOf(format());
}

void PlanExportPage::chooseFile()
{
    const QString suffix = suffixOf(format());
    Question::saveFile(this,
        {.title = tr("Export plan"),
            .filters = {tr("%1 files (*.%2)").arg(suffix.toUpper(), suffix)},
            .suggestedName = suggestedName(),
            .suffix = suffix},
        [this](const QString &path) { exportTo(path); });
}

void PlanExportPage::exportTo(const QString &path)
{
    if (m_running)
        return;
    m_running = true;
    m_loading->setLoading(true);
    m_outcome->clear();
    m_written.clear();
    refresh();
    PlanExport::run(m_workspace, path, options(), this,
        [this, path](const Result<PlanExportReport> &report) { onDone(path, report); });
}

void PlanExportPage::onDone(const QString &path, const Result<PlanExportReport> &report)
{
    m_running = false;
    m_loading->setLoading(false);
    m_outcome->setForegroundRole(report ? QPalette::WindowText : QPalette::BrightText);
    if (!report) {
        m_outcome->setText(report.error().message);
        refresh();
        return;
    }
    m_written = path;
    QStringList lines {
        tr("%Ln post(s) are in %1.", nullptr, report->posts).arg(QFileInfo(path).fileName())};
    if (report->posts == 0)
        lines = {tr("Nothing in the plan matches, so %1 holds no posts.")
                     .arg(QFileInfo(path).fileName())};
    if (report->leftOut > 0)
        lines << tr("%Ln row(s) left out, which such a file cannot hold: without a day, "
                    "or on a network that it does not know.",
            nullptr, report->leftOut);
    if (report->withoutMedia > 0)
        lines << tr("%Ln row(s) without some of their pictures or videos, which such a file cannot "
                    "hold.",
            nullptr, report->withoutMedia);
    m_outcome->setText(lines.join(u'\n'));
    if (m_feeds && !m_keep->isHidden() && m_keep->isChecked()) {
        const PlanExportOptions chosen = options();
        m_feeds->keep({path, m_channel->currentIndex() == 0 ? QString() : chosen.channel,
            chosen.statuses, 0, {}});
    }
    refresh();
    m_folder->setFocus(Qt::OtherFocusReason);
    emit exported(*report);
}

void PlanExportPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closeRequested();
    else
        QWidget::keyPressEvent(event);
}
