// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_import/importpage.h"

#include "session/plansets.h"
#include "session/workspace.h"
#include "ui_common/errorstate.h"
#include "ui_common/formatting.h"
#include "ui_common/loadingbar.h"
#include "ui_common/question.h"
#include "ui_common/theme.h"
#include "ui_import/chatmappingpane.h"
#include "ui_import/csvmappingpane.h"
#include "ui_import/importhistory.h"
#include "ui_import/importoutcome.h"
#include "ui_import/planmappingpane.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrl>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto Rest = 350ms; // a pause between choices
/// Up to this many bytes a try takes no time worth asking for.
constexpr qint64 SmallFile = 1'000'000;
constexpr int ProgressSteps = 1000;
constexpr int OutcomeWidth = 400;

QPushButton *button(const QString &name, const QString &text, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(name);
    made->setAutoDefault(false);
    return made;
}
} // namespace

ImportPage::ImportPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
{
    setObjectName(u"importPage"_s);
    m_rest.setSingleShot(true);
    m_rest.setInterval(Rest);
    build();
    connectParts();
    setState(State::Nothing);
}

ImportPage::~ImportPage()
{
    if (m_state == State::Mapping)
        m_workspace.imports().cancel();
}

void ImportPage::build()
{
    m_heading = headingLabel({}, this);
    m_heading->setObjectName(u"importFile"_s);
    m_number = quietLabel({}, this);
    m_number->setWordWrap(false);
    m_historyButton = button(u"showHistory"_s, tr("Earlier imports"), this);
    m_historyButton->setCheckable(true);
    m_readAs = new QComboBox(this);
    m_readAs->setObjectName(u"readAs"_s);
    m_readAs->setAccessibleName(tr("What the file holds"));
    m_readAsLabel = new QLabel(tr("The rows &are"), this);
    m_readAsLabel->setBuddy(m_readAs);
    m_loading = new LoadingBar(this);
    m_pages = new QStackedWidget(this);
    m_reading = new QWidget(m_pages);
    m_fault = new ErrorState(m_pages);
    m_fault->setObjectName(u"fileFault"_s);
    m_work = new QSplitter(Qt::Horizontal, m_pages);
    m_panes = new QStackedWidget(m_work);
    m_csv = new CsvMappingPane(offeredStages(m_workspace.stages()), m_panes);
    m_chat = new ChatMappingPane(m_panes);
    m_plan = new PlanMappingPane(m_panes);
    m_panes->addWidget(m_csv);
    m_panes->addWidget(m_chat);
    m_days = quietLabel(
        tr("Each event becomes an entry over its days, which the calendar shows behind the posts: "
           "holidays, fairs, launches of others. Read from the same file again, they come in "
           "place of those that are here."),
        m_panes);
    m_days->setObjectName(u"aboutDays"_s);
    m_days->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_panes->addWidget(m_plan);
    m_panes->addWidget(m_days);
    m_outcome = new ImportOutcome(offeredStages(m_workspace.stages()), m_work);
    m_outcome->setContentsMargins(Metrics::Large, 0, 0, 0);
    m_work->addWidget(m_panes);
    m_work->addWidget(m_outcome);
    m_work->setStretchFactor(0, 1);
    m_work->setStretchFactor(1, 0);
    m_outcome->setMinimumWidth(OutcomeWidth * 2 / 3);
    m_work->setSizes({2 * OutcomeWidth, OutcomeWidth});
    m_work->setChildrenCollapsible(false);
    m_history = new ImportHistory(m_workspace, m_pages);
    for (QWidget *page : {m_reading, static_cast<QWidget *>(m_fault),
             static_cast<QWidget *>(m_work), static_cast<QWidget *>(m_history)})
        m_pages->addWidget(page);
    m_progress = new QProgressBar(this);
    m_progress->setRange(0, ProgressSteps);
    m_progress->setAccessibleName(tr("Progress of the import"));

    auto *top = new QHBoxLayout;
    top->setSpacing(Metrics::Medium);
    top->addWidget(m_heading);
    top->addWidget(m_number);
    top->addStretch();
    top->addWidget(m_readAsLabel);
    top->addWidget(m_readAs);
    top->addWidget(m_historyButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::Large, Metrics::Small, Metrics::Large, Metrics::Medium);
    layout->setSpacing(Metrics::Small);
    layout->addLayout(top);
    layout->addWidget(m_loading);
    layout->addWidget(m_pages, 1);
    buildButtons();
}

void ImportPage::buildButtons()
{
    m_import = button(u"import"_s, tr("&Import"), this);
    makePrimary(m_import);
    m_try = button(u"try"_s, tr("&What will happen"), this);
    m_show = button(u"showProspects"_s, tr("&Show these prospects"), this);
    makePrimary(m_show);
    m_showDay = button(u"showCalendar"_s, tr("&Show in the calendar"), this);
    makePrimary(m_showDay);
    m_folder = button(u"openFolder"_s, tr("&Open folder of the rejected rows"), this);
    m_undo = button(u"undoImport"_s, tr("&Undo import"), this);
    m_choose = button(u"chooseFiles"_s, tr("&Choose files…"), this);
    makePrimary(m_choose);
    m_skip = button(u"skipFile"_s, tr("S&kip this file"), this);
    m_cancel = button(u"cancelImport"_s, tr("Cancel"), this);
    m_close = button(u"closeImport"_s, tr("&Done"), this);
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::Small);
    for (QPushButton *made :
        {m_import, m_try, m_show, m_showDay, m_undo, m_folder, m_choose, m_skip})
        row->addWidget(made);
    row->addWidget(m_progress, 1);
    row->addStretch();
    row->addWidget(m_cancel);
    row->addWidget(m_close);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void ImportPage::connectParts()
{
    ImportService &imports = m_workspace.imports();
    connect(&imports, &ImportService::progress, this,
        [this](double done) { m_progress->setValue(int(done * ProgressSteps)); });
    connect(&imports, &ImportService::runningChanged, this, [this](bool running) {
        if (!running && m_next != Next::Nothing)
            launch(std::exchange(m_next, Next::Nothing));
    });
    connect(&m_rest, &QTimer::timeout, this, [this] { launch(Next::Try); });
    connect(m_csv, &CsvMappingPane::changed, this, &ImportPage::onChanged);
    connect(m_chat, &ChatMappingPane::changed, this, &ImportPage::onChanged);
    connect(m_plan, &PlanMappingPane::changed, this, &ImportPage::onChanged);
    connect(m_readAs, &QComboBox::activated, this, &ImportPage::onKindChosen);
    connect(m_showDay, &QPushButton::clicked, this, [this] {
        if (m_report.firstDay)
            emit showDay(*m_report.firstDay);
    });
    connect(m_folder, &QPushButton::clicked, this, &ImportPage::openFolder);
    connect(m_fault, &ErrorState::retryRequested, this, &ImportPage::readFile);
    connect(m_historyButton, &QPushButton::toggled, this, &ImportPage::showHistory);
    connect(m_import, &QPushButton::clicked, this, [this] { launch(Next::Import); });
    connect(m_try, &QPushButton::clicked, this, [this] { launch(Next::Try); });
    connect(m_undo, &QPushButton::clicked, this, &ImportPage::undo);
    connect(m_choose, &QPushButton::clicked, this, &ImportPage::chooseFiles);
    connect(m_skip, &QPushButton::clicked, this, &ImportPage::goOn);
    connect(m_close, &QPushButton::clicked, this, &ImportPage::goOn);
    connect(m_cancel, &QPushButton::clicked, this, &ImportPage::leave);
    connect(m_show, &QPushButton::clicked, this, [this] {
        const qsizetype listed = m_report.touched.size();
        const bool isAll = listed >= m_report.prospects.created + m_report.prospects.updated;
        emit showProspects(m_report.touched,
            isAll
                ? tr("Imported from %1").arg(fileName())
                : tr("The first %1 imported from %2").arg(Formatting::number(listed), fileName()));
    });
}

QString ImportPage::fileName() const
{
    return QFileInfo(file()).fileName();
}

void ImportPage::start(const QStringList &files)
{
    m_files = files;
    m_at = 0;
    m_imported = false;
    readFile();
}

void ImportPage::setState(State state)
{
    m_state = state;
    const bool isLast = m_at + 1 >= m_files.size();
    const bool isWork =
        state == State::Mapping || state == State::Importing || state == State::Done;
    m_heading->setText(
        state == State::Nothing ? tr("Import prospects, chats and plans") : fileName());
    m_number->setText(
        m_files.size() > 1 ? tr("File %1 of %2").arg(m_at + 1).arg(m_files.size()) : QString());
    m_loading->setLoading(state == State::Reading);
    m_import->setVisible(state == State::Mapping);
    m_try->setVisible(state == State::Mapping && !m_triesByItself);
    m_show->setVisible(state == State::Done && !m_report.touched.isEmpty());
    m_showDay->setVisible(state == State::Done && m_report.firstDay);
    m_folder->setVisible(state == State::Done && !m_report.rejectedFiles.isEmpty());
    m_readAs->setEnabled(state == State::Mapping);
    if (!isWork) {
        m_readAs->hide();
        m_readAsLabel->hide();
    }
    m_undo->setVisible(state == State::Done && !m_report.batch.isNull());
    m_choose->setVisible(state == State::Nothing || (state == State::Fault && isLast));
    m_skip->setVisible(!isLast && (state == State::Mapping || state == State::Fault));
    m_progress->setVisible(state == State::Importing);
    m_cancel->setVisible(state != State::Done);
    m_close->setVisible(state == State::Done);
    m_close->setText(isLast ? tr("&Done") : tr("&Next file"));
    m_panes->setEnabled(state == State::Mapping || m_kind == Kind::Plan);
    m_plan->setChoosable(state == State::Mapping);
    m_historyButton->setVisible(state != State::Nothing && state != State::Importing);
    {
        const QSignalBlocker quiet(m_historyButton);
        m_historyButton->setChecked(false);
    }
    if (isWork)
        m_pages->setCurrentWidget(m_work);
    else if (state == State::Reading)
        m_pages->setCurrentWidget(m_reading);
    else if (state == State::Fault)
        m_pages->setCurrentWidget(m_fault);
    else
        showHistory(true);
}

void ImportPage::showHistory(bool shown)
{
    if (!shown) {
        setState(m_state);
        return;
    }
    m_history->refresh();
    m_pages->setCurrentWidget(m_history);
}

void ImportPage::readFile()
{
    read({});
}

/// \a format is what the user says that the file holds; empty: found from its content.
void ImportPage::read(const QString &format)
{
    m_rest.stop();
    m_next = Next::Nothing;
    m_report = {};
    const int generation = ++m_generation;
    if (file().isEmpty()) {
        setState(State::Nothing);
        return;
    }
    setState(State::Reading);
    m_workspace.imports().preview(
        file(), format, this, [this, generation](const Result<ImportPreview> &preview) {
            if (generation == m_generation)
                onPreview(preview);
        });
}

void ImportPage::onPreview(const Result<ImportPreview> &preview)
{
    if (!preview) {
        onFault(preview.error());
        return;
    }
    m_kind = preview->format == "whatsapp"_L1 ? Kind::Chat : Kind::Prospects;
    if (preview->format == "posts-csv"_L1 || preview->format == "ics"_L1)
        m_kind = Kind::Plan;
    m_triesByItself = QFileInfo(preview->path).size() <= SmallFile;
    switch (m_kind) {
    case Kind::Prospects:
        m_csv->setPreview(*preview);
        m_panes->setCurrentWidget(m_csv);
        break;
    case Kind::Chat:
        m_chat->setPreview(*preview);
        m_panes->setCurrentWidget(m_chat);
        break;
    case Kind::Plan:
        m_plan->setWorkspace(
            m_workspace.plan().channels(), QString::fromUtf8(m_workspace.zone().id()));
        m_plan->setPreview(*preview);
        m_panes->setCurrentWidget(m_plan);
        break;
    case Kind::Days:
        break; // that is chosen later
    }
    setState(State::Mapping);
    offerKinds(*preview);
    onChanged();
    m_import->setFocus(Qt::OtherFocusReason);
}

/// A table whose columns are called otherwise than usual may hold people or posts; events may be no posts.
void ImportPage::offerKinds(const ImportPreview &preview)
{
    const bool isTable = (preview.format == "csv"_L1 || preview.format == "posts-csv"_L1)
        && !preview.path.endsWith(".xlsx"_L1, Qt::CaseInsensitive);
    const bool isCalendar = preview.format == "ics"_L1 && m_takeDays;
    m_readAs->clear();
    if (isCalendar) {
        m_readAs->addItem(tr("posts"), u"ics"_s);
        m_readAs->addItem(tr("days behind the posts"), QString());
    } else {
        m_readAs->addItem(tr("prospects"), u"csv"_s);
        m_readAs->addItem(tr("posts"), u"posts-csv"_s);
    }
    m_readAsLabel->setText(isCalendar ? tr("The events &are") : tr("The rows &are"));
    m_readAs->setVisible(isTable || isCalendar);
    m_readAsLabel->setVisible(isTable || isCalendar);
    m_readAs->setCurrentIndex(m_readAs->findData(preview.format));
}

void ImportPage::onKindChosen()
{
    const QString format = m_readAs->currentData().toString();
    if (!format.isEmpty() && format != "ics"_L1) {
        read(format);
        return;
    }
    m_kind = format.isEmpty() ? Kind::Days : Kind::Plan;
    m_panes->setCurrentWidget(m_kind == Kind::Days ? static_cast<QWidget *>(m_days) : m_plan);
    onChanged();
}

void ImportPage::takeDays()
{
    setState(State::Importing);
    m_takeDays(file(), [page = QPointer(this)](const Result<qsizetype> &taken) {
        if (!page)
            return;
        if (!taken) {
            page->setState(State::Mapping);
            page->m_outcome->setProblem(taken.error().message);
            return;
        }
        page->m_imported = true;
        page->setState(State::Done);
        page->m_outcome->setHint(tr(
            "%Ln event(s) are behind the posts now. Undo takes them back.", nullptr, int(*taken)));
        page->m_close->setFocus(Qt::OtherFocusReason);
    });
}

void ImportPage::openFolder() const
{
    if (!m_report.rejectedFiles.isEmpty())
        QDesktopServices::openUrl(
            QUrl::fromLocalFile(QFileInfo(m_report.rejectedFiles.constFirst()).absolutePath()));
}

void ImportPage::onFault(const Error &error)
{
    m_fault->setError(error, tr("Read it again"));
    setState(State::Fault);
}

ImportOptions ImportPage::options() const
{
    switch (m_kind) {
    case Kind::Prospects:
        return m_csv->options();
    case Kind::Chat:
        return m_chat->options();
    case Kind::Plan:
        return m_plan->options();
    case Kind::Days:
        return {};
    }
    Q_UNREACHABLE();
}

QString ImportPage::obstacle() const
{
    switch (m_kind) {
    case Kind::Prospects:
        return m_csv->obstacle();
    case Kind::Chat:
        return m_chat->obstacle();
    case Kind::Plan:
        return m_plan->obstacle();
    case Kind::Days:
        return {};
    }
    Q_UNREACHABLE();
}

void ImportPage::onChanged()
{
    ++m_generation; // what is being tried is no longer what will happen
    const QString reason = obstacle();
    m_import->setEnabled(reason.isEmpty());
    m_try->setEnabled(reason.isEmpty());
    m_rest.stop();
    m_loading->setLoading(false);
    if (!reason.isEmpty()) {
        m_plan->clearReport();
        m_outcome->setHint(reason);
    } else if (m_kind == Kind::Days) {
        m_outcome->setHint(tr("The events become days behind the posts. No post is made."));
    } else if (m_triesByItself) {
        m_rest.start();
    } else {
        m_outcome->setHint(
            tr("This is a large file: “What will happen” reads it once and keeps nothing."));
    }
}

void ImportPage::launch(Next what)
{
    if (m_state != State::Mapping || !obstacle().isEmpty())
        return;
    m_rest.stop();
    if (m_kind == Kind::Days) {
        if (what == Next::Import)
            takeDays();
        return;
    }
    ImportService &imports = m_workspace.imports();
    if (imports.isRunning()) {
        m_next = what;
        imports.cancel();
        return;
    }
    ImportOptions chosen = options();
    chosen.dryRun = what == Next::Try;
    const int generation = ++m_generation;
    if (chosen.dryRun) {
        m_loading->setLoading(true);
    } else {
        m_progress->setValue(0);
        setState(State::Importing);
        m_cancel->setFocus(Qt::OtherFocusReason);
    }
    imports.run({file()}, chosen, this,
        [this, generation, dryRun = chosen.dryRun](const Result<ImportReport> &report) {
            if (generation != m_generation)
                return;
            dryRun ? onTried(report) : onImported(report);
        });
}

void ImportPage::onTried(const Result<ImportReport> &report)
{
    m_loading->setLoading(false);
    if (report) {
        m_outcome->setReport(*report);
        m_plan->setReport(*report);
    } else if (report.error().code != Error::Code::Cancelled)
        m_outcome->setProblem(report.error().message);
}

void ImportPage::onImported(const Result<ImportReport> &report)
{
    if (!report) {
        setState(State::Mapping);
        m_outcome->setProblem(report.error().code == Error::Code::Cancelled
                ? tr("The import was stopped. Nothing of it was kept.")
                : report.error().message);
        return;
    }
    m_report = *report;
    m_imported = true;
    m_outcome->setReport(m_report);
    m_plan->setReport(m_report);
    setState(State::Done);
    for (QPushButton *next : {m_show, m_showDay, m_close}) {
        if (next->isHidden())
            continue;
        next->setFocus(Qt::OtherFocusReason);
        break;
    }
    emit finished(m_report);
}

void ImportPage::undo()
{
    m_undo->setEnabled(false);
    m_workspace.imports().undo(m_report.batch, this, [this](const Result<> &done) {
        m_undo->setEnabled(true);
        if (!done) {
            m_outcome->setProblem(done.error().message);
            return;
        }
        m_imported = false;
        readFile(); // it can be imported again, otherwise
    });
}

void ImportPage::goOn()
{
    if (m_at + 1 < m_files.size()) {
        ++m_at;
        readFile();
        return;
    }
    if (!m_imported)
        emit cancelled();
    emit closeRequested();
}

void ImportPage::leave()
{
    if (m_state == State::Importing) {
        m_workspace.imports().cancel();
        return;
    }
    if (!m_imported)
        emit cancelled();
    emit closeRequested();
}

void ImportPage::chooseFiles()
{
    Question::openFiles(this,
        {.title = tr("Import prospects, chats and plans"),
            .filters = {tr("Tables, chats and calendars (*.csv *.tsv *.xlsx *.ics *.txt *.zip)"),
                tr("All files (*)")}},
        [this](const QStringList &files) { start(files); });
}

void ImportPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QWidget::keyPressEvent(event);
}
