// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/versionhistory.h"

#include "domain/worddiff.h"
#include "ui_common/formatting.h"
#include "ui_common/theme.h"
#include "ui_timeline/tile.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int MostVersions = 5;

/// Removed words struck through, added ones underlined: told apart without colour too.
QString shownDifference(const QString &from, const QString &to, const QPalette &palette)
{
    const QString removed = colour(ColourRole::DangerText, palette).name();
    const QString added = colour(ColourRole::AfterText, palette).name();
    QString html;
    const QList<DiffRun> runs = wordDiff(from, to);
    for (const DiffRun &run : runs) {
        const QString words = run.text.toHtmlEscaped().replace(u'\n', u"<br>"_s);
        switch (run.kind) {
        case DiffRun::Kind::Same:
            html += words;
            break;
        case DiffRun::Kind::Removed:
            html += u"<s style=\"color:%1\">%2</s>"_s.arg(removed, words);
            break;
        case DiffRun::Kind::Added:
            html += u"<u style=\"color:%1\">%2</u>"_s.arg(added, words);
            break;
        }
    }
    return html;
}
} // namespace

VersionHistory::VersionHistory(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_difference(new QLabel(this))
    , m_restore(new QPushButton(tr("Take these words again"), this))
    , m_keep(new QPushButton(tr("Keep the words as they are"), this))
{
    m_list->setObjectName(u"versions"_s);
    m_list->setAccessibleName(tr("Versions, newest first"));
    m_list->setUniformItemSizes(true);
    m_difference->setObjectName(u"difference"_s);
    m_difference->setTextFormat(Qt::RichText);
    m_difference->setWordWrap(true);
    m_difference->setAccessibleName(tr("What changed since this version"));
    m_difference->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_restore->setObjectName(u"restoreVersion"_s);
    m_keep->setObjectName(u"keepVersion"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Metrics::Small);
    buttons->addWidget(m_restore);
    buttons->addWidget(m_keep);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Small);
    layout->addWidget(m_list);
    layout->addWidget(m_difference);
    layout->addLayout(buttons);
    layout->addStretch();
    connect(m_list, &QListWidget::currentRowChanged, this, &VersionHistory::showDifference);
    connect(m_keep, &QPushButton::clicked, this, &VersionHistory::keepRequested);
    connect(m_restore, &QPushButton::clicked, this, [this] {
        if (const int row = m_list->currentRow(); row >= 0 && row < m_versions.size())
            emit restoreRequested(m_versions.at(row));
    });
    showDifference();
}

void VersionHistory::setContext(const ReviewContext &context)
{
    m_context = context;
    m_isFilled = false;
}

void VersionHistory::setVersions(const QList<TextVersion> &versions, const QString &text)
{
    m_text = text;
    if (!m_isFilled || versions != m_versions) {
        const QSignalBlocker blocker(m_list);
        const int row = m_versions.size() == versions.size() ? m_list->currentRow() : -1;
        m_isFilled = true;
        m_versions = versions;
        m_list->clear();
        for (const TextVersion &version : versions) {
            const QDateTime at = QDateTime::fromMSecsSinceEpoch(version.at, m_context.zone);
            QStringList parts {
                version.status == PostStatus::Draft ? tr("Kept") : statusName(version.status),
                Formatting::dateTime(at, m_context.today), m_context.nameOf(version.author)};
            if (const QString channel = m_context.channelOf(version.variant); !channel.isEmpty())
                parts << channel;
            m_list->addItem(parts.join(u" · "_s));
        }
        const auto rows = std::min<qsizetype>(versions.size(), MostVersions);
        const int height = versions.isEmpty() ? 0 : m_list->sizeHintForRow(0);
        m_list->setFixedHeight(int(rows) * height + 2 * m_list->frameWidth());
        m_list->setCurrentRow(row);
    }
    // While somebody types beside another page nothing is compared.
    if (!isHidden())
        showDifference();
}

void VersionHistory::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showDifference();
}

void VersionHistory::showDifference()
{
    m_list->setVisible(!m_versions.isEmpty());
    const int row = m_list->currentRow();
    const bool isChosen = row >= 0 && row < m_versions.size();
    const bool differs = isChosen && m_versions.at(row).text != m_text;
    m_restore->setVisible(differs);
    m_difference->setVisible(true);
    if (m_versions.isEmpty())
        m_difference->setText(tr("Words that go to review, are approved, scheduled or posted are "
                                 "kept here."));
    else if (!isChosen)
        m_difference->setText(tr("Choose a version to see what changed since."));
    else if (differs)
        m_difference->setText(shownDifference(m_versions.at(row).text, m_text, palette()));
    else
        m_difference->setText(tr("These are the words as they are now."));
}

void VersionHistory::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_isFilled)
        showDifference();
}
