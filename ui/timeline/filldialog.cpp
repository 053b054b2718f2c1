// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/filldialog.h"

#include "ui_common/emptystate.h"
#include "ui_common/formatting.h"
#include "ui_common/theme.h"

#include <QDateEdit>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
enum FillColumn { When, Where, What, LastUsed };

QDateEdit *dayEdit(const QString &name, const QString &object, QWidget *parent)
{
    auto *edit = new QDateEdit(parent);
    edit->setObjectName(object);
    edit->setAccessibleName(name);
    edit->setCalendarPopup(true);
    return edit;
}
} // namespace

FillDialog::FillDialog(QWidget *parent)
    : QDialog(parent)
    , m_from(dayEdit(tr("First day"), u"fillFrom"_s, this))
    , m_to(dayEdit(tr("Last day"), u"fillTo"_s, this))
    , m_pages(new QStackedWidget(this))
    , m_list(new QTreeWidget(m_pages))
    , m_empty(new EmptyState(tr("No evergreen post fits a free slot of these days. Mark posts as "
                                "evergreen in the inspector, and give channels slots in Profiles."),
          {}, m_pages))
    , m_accept(new QPushButton(this))
{
    setObjectName(u"fillSlots"_s);
    setWindowTitle(tr("Fill free slots"));
    m_list->setObjectName(u"proposals"_s);
    m_list->setAccessibleName(tr("Proposals"));
    m_list->setHeaderLabels({tr("Slot"), tr("Channels"), tr("Post"), tr("Last used before")});
    m_list->setRootIsDecorated(false);
    m_list->setAllColumnsShowFocus(true);
    m_list->setTabKeyNavigation(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setAccessibleName(tr("Columns"));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(What, QHeaderView::Stretch);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_empty);
    m_accept->setObjectName(u"acceptProposals"_s);
    makePrimary(m_accept);
    auto *span = new QHBoxLayout;
    span->setSpacing(Metrics::Small);
    auto *from = new QLabel(tr("&From"), this);
    from->setBuddy(m_from);
    auto *to = new QLabel(tr("&to"), this);
    to->setBuddy(m_to);
    for (QWidget *part : {static_cast<QWidget *>(from), static_cast<QWidget *>(m_from),
             static_cast<QWidget *>(to), static_cast<QWidget *>(m_to)})
        span->addWidget(part);
    span->addStretch(1);
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_accept);
    row->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::Large, Metrics::Large, Metrics::Large, Metrics::Large);
    layout->setSpacing(Metrics::Medium);
    layout->addLayout(span);
    layout->addWidget(m_pages, 1);
    layout->addLayout(row);
    resize(720, 460);

    const auto ask = [this] {
        m_to->setMinimumDate(m_from->date());
        if (!m_isFilling)
            emit proposalsWanted(days());
    };
    connect(m_from, &QDateEdit::dateChanged, this, ask);
    connect(m_to, &QDateEdit::dateChanged, this, ask);
    connect(m_list, &QTreeWidget::itemChanged, this, &FillDialog::count);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::hide);
    connect(m_accept, &QPushButton::clicked, this, [this] {
        emit acceptRequested(chosenPlan());
        hide();
    });
    fill();
}

void FillDialog::setSources(const TileSources &sources)
{
    m_sources = sources;
}

void FillDialog::setDays(const DateSpan &days)
{
    m_isFilling = true;
    m_to->clearMinimumDate();
    m_from->setDate(*days.from);
    m_to->setDate(days.to->addDays(-1));
    m_isFilling = false;
    m_list->setEnabled(false); // until there is an answer for these days
    m_accept->setEnabled(false);
    emit proposalsWanted(this->days());
}

DateSpan FillDialog::days() const
{
    return {.from = m_from->date(), .to = m_to->date().addDays(1)};
}

void FillDialog::setPlan(const EvergreenPlan &plan)
{
    m_plan = plan;
    m_list->setEnabled(true);
    fill();
}

void FillDialog::fill()
{
    m_isFilling = true;
    m_list->clear();
    for (const EvergreenProposal &proposal : std::as_const(m_plan.proposals)) {
        auto *item = new QTreeWidgetItem(m_list);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(When, Qt::Checked);
        //: A slot: a day and a time.
        item->setText(When,
            tr("%1, %2").arg(QLocale().toString(proposal.slot.day, u"ddd "_s)
                    + Formatting::dayMonth(proposal.slot.day),
                Formatting::time(proposal.slot.time)));
        QStringList names;
        for (const ChannelId channel : proposal.channels) {
            const auto found = std::ranges::find(m_sources.channels, channel, &Channel::id);
            if (found != m_sources.channels.end())
                names << found->name;
        }
        item->setText(Where, names.join(tr(", ", "between names")));
        const PostWithVariants *source = m_plan.find(proposal.source);
        const QString words = source ? headline(source->post) : QString();
        item->setText(What, words.isEmpty() ? tr("Untitled") : words);
        item->setText(LastUsed,
            proposal.lastUsed == 0
                ? tr("Never")
                : Formatting::date(
                    QDateTime::fromMSecsSinceEpoch(proposal.lastUsed, QTimeZone::utc()).date()));
    }
    if (m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    m_isFilling = false;
    m_pages->setCurrentWidget(
        m_plan.proposals.isEmpty() ? static_cast<QWidget *>(m_empty) : m_list);
    count();
}

EvergreenPlan FillDialog::chosenPlan() const
{
    EvergreenPlan plan = m_plan;
    plan.proposals.clear();
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        if (m_list->topLevelItem(i)->checkState(When) == Qt::Checked)
            plan.proposals.append(m_plan.proposals.at(i));
    }
    return plan;
}

void FillDialog::count()
{
    if (m_isFilling)
        return;
    const int chosen = int(chosenPlan().proposals.size());
    m_accept->setEnabled(chosen > 0);
    m_accept->setText(tr("Add %Ln draft(s)", nullptr, chosen));
}
