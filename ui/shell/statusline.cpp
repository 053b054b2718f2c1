// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_shell/statusline.h"

#include "ui_common/elidedlabel.h"
#include "ui_common/plaintext.h"
#include "ui_common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>

namespace {
constexpr int ProgressWidth = 80;
constexpr int ProgressHeight = 6;
} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
    , m_workspace(new ElidedLabel(QString(), this))
    , m_server(new QLabel(this))
    , m_task(new QLabel(this))
    , m_progress(new QProgressBar(this))
{
    makeQuiet(m_workspace);
    makeQuiet(m_server);
    makeQuiet(m_task);
    m_server->setTextFormat(Qt::PlainText);
    m_task->setTextFormat(Qt::PlainText);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(ProgressWidth, ProgressHeight);
    m_progress->setAccessibleName(tr("Background work"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Metrics::Medium, Metrics::Tiny, Metrics::Medium, Metrics::Tiny);
    layout->setSpacing(Metrics::Medium);
    layout->addWidget(m_task);
    layout->addWidget(m_progress, 0, Qt::AlignVCenter);
    layout->addWidget(m_server);
    layout->addWidget(m_workspace);
    setServerState({});
    setBackground({}, 0, 0);
}

void StatusLine::setWorkspace(const QString &name, const QString &location)
{
    m_workspace->setText(name);
    m_workspace->setToolTip(plainTip(location));
}

void StatusLine::setServerState(const QString &text)
{
    m_server->setText(text);
    m_server->setVisible(!text.isEmpty());
}

void StatusLine::setBackground(const QString &text, int done, int total)
{
    m_task->setText(text);
    m_task->setVisible(!text.isEmpty());
    m_progress->setRange(0, total);
    m_progress->setValue(done);
    m_progress->setVisible(!text.isEmpty());
}
