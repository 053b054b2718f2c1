// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/retentiondialog.h"

#include "base/moment.h"
#include "session/retentionservice.h"
#include "session/teamsets.h"
#include "session/workspace.h"
#include "ui_common/emptystate.h"
#include "ui_common/errorstate.h"
#include "ui_common/formatting.h"
#include "ui_common/question.h"
#include "ui_common/theme.h"
#include "ui_prospects/sectionparts.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
enum DueColumn { DueName, DueStage, DueLastWord, DueConversations, DueMessages };
constexpr int MostKeptMonths = 240;
constexpr int UsualLetters = 96;
constexpr int UsualLines = 30;
} // namespace

RetentionDialog::RetentionDialog(Workspace &workspace, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_service(new RetentionService(workspace, this))
    , m_pages(new QStackedWidget(this))
    , m_loading(quietLabel(tr("Looking for conversations that are due…"), m_pages))
    , m_list(new QTreeWidget(m_pages))
    , m_empty(new EmptyState(tr("No conversation has been kept too long. Set months for a stage to "
                                "see whose conversations are due."),
          {}, m_pages))
    , m_error(new ErrorState(m_pages))
    , m_outcome(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_delete(new QPushButton(tr("&Delete these conversations…"), this))
    , m_cancel(new QPushButton(tr("&Stop"), this))
{
    setObjectName(u"retention"_s);
    setWindowTitle(tr("How long conversations are kept"));
    build();
    connect(m_service, &RetentionService::previewed, this, &RetentionDialog::showDue);
    connect(m_service, &RetentionService::previewFailed, this, &RetentionDialog::showPreviewError);
    connect(m_service, &RetentionService::progress, this, [this](int done, int total) {
        m_progress->setRange(0, total);
        m_progress->setValue(done);
    });
    connect(m_service, &RetentionService::finished, this, &RetentionDialog::showFinished);
    connect(m_error, &ErrorState::retryRequested, this, &RetentionDialog::read);
    connect(m_delete, &QPushButton::clicked, this, &RetentionDialog::ask);
    connect(m_cancel, &QPushButton::clicked, m_service, &RetentionService::cancel);
    connect(&workspace.team(), &TeamSets::changed, this, [this] {
        refreshStages();
        if (isVisible())
            m_service->preview();
    });
}

void RetentionDialog::build()
{
    m_list->setObjectName(u"retention.due"_s);
    m_list->setAccessibleName(tr("Whose conversations are due"));
    m_list->setHeaderLabels(
        {tr("Prospect"), tr("Stage"), tr("Last word"), tr("Conversations"), tr("Messages")});
    m_list->header()->setAccessibleName(tr("Columns"));
    SectionParts::layOutTable(m_list, DueName);
    m_loading->setObjectName(u"retention.loading"_s);
    m_loading->setAlignment(Qt::AlignCenter);
    m_pages->addWidget(m_loading);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_error);
    m_outcome->setObjectName(u"retention.outcome"_s);
    m_outcome->setTextFormat(Qt::PlainText);
    m_outcome->setWordWrap(true);
    m_outcome->hide();
    m_progress->setAccessibleName(tr("Deleted so far"));
    m_delete->setObjectName(u"retention.delete"_s);
    m_cancel->setObjectName(u"retention.stop"_s);
    auto *stages = new QWidget(this);
    buildStages(stages);
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::hide);
    // Return behind a number of months deletes nothing, and closes nothing either.
    for (QPushButton *button : {m_delete, m_cancel})
        button->setAutoDefault(false);
    close->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    row->addStretch(1);
    row->addWidget(m_delete);
    row->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::Large, Metrics::Large, Metrics::Large, Metrics::Large);
    layout->setSpacing(Metrics::Medium);
    layout->addWidget(quietLabel(
        tr("Conversations with a prospect go when nothing was heard for so many months: no word, "
           "touch or move. Your own and the team's are listed here; each colleague decides on what "
           "is private to them."),
        this));
    layout->addWidget(stages);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_outcome);
    layout->addLayout(row);
    resize(
        UsualLetters * fontMetrics().averageCharWidth(), UsualLines * fontMetrics().lineSpacing());
    updateRunning();
}

void RetentionDialog::buildStages(QWidget *place)
{
    auto *form = new QFormLayout(place);
    form->setContentsMargins(0, 0, 0, 0);
    const QList<Stage> stages = offeredStages(m_workspace.stages());
    for (const Stage &stage : stages) {
        auto *months = new QSpinBox(place);
        months->setObjectName("retention.months."_L1 + stage.key);
        months->setAccessibleName(tr("Months for %1").arg(stage.name));
        months->setRange(0, MostKeptMonths);
        months->setSpecialValueText(tr("kept"));
        months->setSuffix(tr(" months"));
        months->setKeyboardTracking(false);
        auto *name = new QLabel(QString(stage.name).replace(u'&', u"&&"_s), place);
        name->setTextFormat(Qt::PlainText);
        name->setBuddy(months);
        form->addRow(name, months);
        m_months.insert(stage.id, months);
        connect(months, &QSpinBox::valueChanged, this,
            [this, id = stage.id](int value) { m_service->setMonths(id, value); });
    }
    refreshStages();
}

void RetentionDialog::refreshStages()
{
    for (auto it = m_months.cbegin(); it != m_months.cend(); ++it) {
        const QSignalBlocker quiet(it.value());
        it.value()->setValue(m_service->monthsFor(it.key()));
    }
}

void RetentionDialog::start()
{
    m_outcome->hide();
    refreshStages();
    if (!m_service->isRunning())
        read();
    show();
    raise();
    activateWindow();
}

void RetentionDialog::read()
{
    m_isReading = true;
    m_pages->setCurrentWidget(m_loading);
    m_service->preview();
    updateRunning();
}

void RetentionDialog::showPreviewError(const Error &error)
{
    m_isReading = false;
    m_list->clear();
    m_error->setError(error, tr("Try again"));
    m_pages->setCurrentWidget(m_error);
    updateRunning();
}

void RetentionDialog::showDue()
{
    m_isReading = false;
    m_list->clear();
    QList<QTreeWidgetItem *> items;
    for (const RetentionDue &due : m_service->due()) {
        const int stage = indexOfStage(m_workspace.stages(), due.stage);
        auto *item = new QTreeWidgetItem;
        item->setText(DueName, due.name);
        item->setText(DueStage, stage < 0 ? QString() : m_workspace.stages().at(stage).name);
        item->setText(DueLastWord, Formatting::date(localDay(due.lastWordAt, m_workspace.zone())));
        item->setText(DueConversations, QLocale().toString(due.conversations.size()));
        item->setText(DueMessages, QLocale().toString(due.messages));
        items << item;
    }
    m_list->addTopLevelItems(items);
    m_pages->setCurrentWidget(
        items.isEmpty() ? static_cast<QWidget *>(m_empty) : static_cast<QWidget *>(m_list));
    updateRunning();
}

int RetentionDialog::conversationCount() const
{
    int count = 0;
    for (const RetentionDue &due : m_service->due())
        count += int(due.conversations.size());
    return count;
}

void RetentionDialog::ask()
{
    Question::confirm(this,
        {tr("Delete %n conversation(s) for good?", nullptr, conversationCount()),
            tr("What was said with %n prospect(s) goes, with attachments. The prospects and all "
               "figures stay. This cannot be undone, and earlier steps cannot be undone after it.",
                nullptr, int(m_service->due().size())),
            tr("Delete for good")},
        [this] {
            m_outcome->hide();
            m_service->run();
            updateRunning();
        });
}

void RetentionDialog::showFinished(const Result<RetentionOutcome> &outcome)
{
    QString text = outcome ? tr("%n conversation(s) deleted.", nullptr, outcome->conversations)
                           : outcome.error().message;
    if (outcome && !outcome->remark.isEmpty())
        text += u' ' + outcome->remark;
    m_outcome->setText(text);
    m_outcome->show();
    m_service->preview();
    updateRunning();
}

void RetentionDialog::updateRunning()
{
    const bool isRunning = m_service->isRunning();
    m_progress->setVisible(isRunning);
    m_cancel->setVisible(isRunning);
    m_delete->setEnabled(!isRunning && !m_isReading && !m_service->due().isEmpty());
    for (QSpinBox *months : std::as_const(m_months))
        months->setEnabled(!isRunning);
}
