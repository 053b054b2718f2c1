// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_import/importhistory.h"

#include "session/importservice.h"
#include "session/workspace.h"
#include "ui_common/formatting.h"
#include "ui_common/theme.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype MostShown = 100;
}

ImportHistory::ImportHistory(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_empty(quietLabel(tr("Nothing has been imported yet."), this))
    , m_problem(new QLabel(this))
    , m_page(new QWidget(this))
    , m_lines(new QVBoxLayout(m_page))
{
    m_problem->setForegroundRole(QPalette::BrightText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_page->setBackgroundRole(QPalette::Base);
    m_lines->setContentsMargins(0, 0, Metrics::Small, 0);
    m_lines->setSpacing(Metrics::Small);
    m_lines->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Small);
    layout->addWidget(headingLabel(tr("Earlier imports"), this));
    layout->addWidget(m_empty);
    layout->addWidget(m_problem);
    layout->addWidget(scroll, 1);
}

void ImportHistory::refresh()
{
    m_workspace.imports().batches(this, [this](Result<QList<ImportBatch>> batches) {
        m_problem->setVisible(!batches);
        if (batches)
            show(std::move(*batches));
        else
            m_problem->setText(batches.error().message);
    });
}

void ImportHistory::show(QList<ImportBatch> batches)
{
    for (QWidget *row : std::as_const(m_rows)) {
        row->hide(); // its button may have led here
        row->deleteLater();
    }
    m_rows.clear();
    erase_if(batches, [](const ImportBatch &batch) { return batch.state == BatchState::Pending; });
    std::ranges::sort(batches, std::ranges::greater {}, &ImportBatch::at);
    batches.resize(std::min(batches.size(), MostShown));
    m_empty->setVisible(batches.isEmpty());
    for (const ImportBatch &batch : std::as_const(batches)) {
        auto *row = new QWidget(m_page);
        row->setObjectName(u"earlier%1"_s.arg(m_rows.size()));
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        const QString files = QString(batch.files).replace(u'\n', u", "_s);
        auto *name = new QLabel(files, row);
        name->setTextFormat(Qt::PlainText);
        name->setFont(strongFont(name->font()));
        auto *words = new QVBoxLayout;
        words->setSpacing(2);
        words->addWidget(name);
        words->addWidget(quietLabel(about(batch), row));
        layout->addLayout(words, 1);
        if (batch.state == BatchState::Live) {
            auto *undoButton = new QPushButton(tr("Undo"), row);
            undoButton->setAccessibleName(tr("Undo the import of %1").arg(files));
            connect(undoButton, &QPushButton::clicked, this, [this, id = batch.id] { undo(id); });
            layout->addWidget(undoButton, 0, Qt::AlignTop);
        }
        m_lines->insertWidget(m_lines->count() - 1, row);
        m_rows.append(row);
    }
}

QString ImportHistory::about(const ImportBatch &batch) const
{
    const QJsonObject counts = QJsonDocument::fromJson(batch.summary.toUtf8()).object();
    const auto created = [&counts](QLatin1StringView of) {
        return counts.value(of).toObject().value("created"_L1).toInt();
    };
    QStringList parts {Formatting::dateTime(
        QDateTime::fromMSecsSinceEpoch(batch.at, m_workspace.zone()), m_workspace.today())};
    if (const int prospects = created("prospects"_L1); prospects > 0)
        parts << tr("%Ln new prospect(s)", nullptr, prospects);
    if (const int messages = created("messages"_L1); messages > 0)
        parts << tr("%Ln new message(s)", nullptr, messages);
    if (const int posts = created("posts"_L1); posts > 0)
        parts << tr("%Ln new post(s)", nullptr, posts);
    if (batch.state == BatchState::Undone)
        parts << tr("undone");
    return parts.join(u" · "_s);
}

void ImportHistory::undo(BatchId batch)
{
    m_workspace.imports().undo(batch, this, [this](const Result<> &done) {
        m_problem->setVisible(!done);
        if (!done)
            m_problem->setText(done.error().message);
        refresh();
    });
}
