// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_profiles/channelplan.h"

#include "domain/slotwords.h"
#include "ui_common/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr auto WeekdayProperty = "weekday";
constexpr int DaysPerWeek = 7;
constexpr int DaysInARow = 4;

} // namespace

ChannelPlan::ChannelPlan(QWidget *parent)
    : QWidget(parent)
    , m_zone(new QComboBox(this))
    , m_approval(new QComboBox(this))
{
    m_zone->setObjectName(u"channelZone"_s);
    m_zone->setAccessibleName(tr("Time zone of the audience"));
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_zone->addItem(tr("As the workspace"), QString());
    const QList<QByteArray> all = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &zone : all) {
        if (zone.contains('/') && !zone.startsWith("Etc/"))
            m_zone->addItem(QString::fromUtf8(zone), QString::fromUtf8(zone));
    }
    m_approval->setObjectName(u"channelApproval"_s);
    m_approval->setAccessibleName(tr("Approval"));
    m_approval->addItem(tr("Not needed"), int(ApprovalRule::None));
    m_approval->addItem(tr("Needed"), int(ApprovalRule::Anybody));
    m_approval->addItem(tr("By somebody other than the author"), int(ApprovalRule::SomebodyElse));

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(Metrics::Medium);
    layout->setVerticalSpacing(Metrics::Tiny);
    layout->addWidget(fieldLabel(tr("Audience’s &zone"), m_zone, this), 0, 0, 1, 2);
    layout->addWidget(fieldLabel(tr("A&pproval"), m_approval, this), 0, 2, 1, 2);
    layout->addWidget(m_zone, 1, 0, 1, 2);
    layout->addWidget(m_approval, 1, 2, 1, 2);
    layout->addWidget(
        quietLabel(
            tr("Posting times, with commas between; a word behind a time names its queue"), this),
        2, 0, 1, DaysInARow);
    for (int i = 0; i < DaysPerWeek; ++i) {
        const int weekday = (int(locale().firstDayOfWeek()) - 1 + i) % DaysPerWeek + 1;
        auto *field = new QLineEdit(this);
        field->setObjectName("slots"_L1 + QString::number(weekday));
        field->setAccessibleName(
            tr("Posting times on %1").arg(locale().standaloneDayName(weekday)));
        field->setToolTip(tr("Times with commas between. A word behind a time names its queue: "
                             "09:00, 17:30 tips"));
        field->setProperty(WeekdayProperty, weekday);
        m_days << field;
        const int row = 3 + i / DaysInARow * 2;
        layout->addWidget(
            fieldLabel(locale().standaloneDayName(weekday, QLocale::ShortFormat), field, this), row,
            i % DaysInARow);
        layout->addWidget(field, row + 1, i % DaysInARow);
    }
    m_days.first()->setPlaceholderText(tr("09:00, 17:30"));
}

void ChannelPlan::setPlan(const Channel &channel, const QList<PostingSlot> &postingSlots)
{
    m_had.clear();
    std::ranges::copy_if(postingSlots, std::back_inserter(m_had),
        [&channel](const PostingSlot &slot) { return slot.channel == channel.id; });
    m_zone->setCurrentIndex(std::max(0, m_zone->findData(channel.zone)));
    m_approval->setCurrentIndex(m_approval->findData(int(channel.approval)));
    for (QLineEdit *field : std::as_const(m_days))
        field->setText(slotWords(m_had, field->property(WeekdayProperty).toInt()));
}

void ChannelPlan::readInto(Channel &channel) const
{
    // What is typed and no zone changes nothing.
    const int zone = m_zone->findText(m_zone->currentText());
    if (zone >= 0)
        channel.zone = m_zone->itemData(zone).toString();
    channel.approval = ApprovalRule(m_approval->currentData().toInt());
}

Result<QList<PostingSlot>> ChannelPlan::postingSlots() const
{
    QList<PostingSlot> all;
    for (QLineEdit *field : m_days) {
        const auto found = slotsOf(field->text(), field->property(WeekdayProperty).toInt(), m_had);
        if (!found) {
            field->setFocus(Qt::OtherFocusReason);
            return tl::unexpected(found.error());
        }
        all << *found;
    }
    return all;
}
