// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_profiles/channelrules.h"

#include "domain/channellimits.h"
#include "ui_common/formatting.h"
#include "ui_common/theme.h"
#include "ui_profiles/copywords.h"

#include <QGridLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int InARow = 4;
constexpr int MostDigits = 7;

bool isOf(const ChannelLimit &limit, const Limit &usual)
{
    return limit.surface == usual.surface && limit.field == usual.field && limit.rule == usual.rule
        && limit.kind == usual.kind;
}
} // namespace

ChannelRules::ChannelRules(QWidget *parent)
    : QWidget(parent)
    , m_fold(new QToolButton(this))
    , m_body(new QWidget(this))
    , m_limits(new QWidget(m_body))
    , m_grid(new QGridLayout(m_limits))
    , m_source(new QLineEdit(m_body))
    , m_medium(new QLineEdit(m_body))
{
    m_fold->setObjectName(u"channelRules"_s);
    m_fold->setText(tr("Limits and links"));
    m_fold->setAccessibleName(tr("Limits and links"));
    m_fold->setToolTip(
        tr("Longer posts than usual on its network, and how its links name the channel"));
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_source->setObjectName(u"utmSource"_s);
    m_source->setAccessibleName(tr("Source in links"));
    m_source->setToolTip(tr("What tracked links say as utm_source"));
    m_medium->setObjectName(u"utmMedium"_s);
    m_medium->setAccessibleName(tr("Medium in links"));
    m_medium->setToolTip(tr("What tracked links say as utm_medium"));
    m_medium->setPlaceholderText(u"social"_s);

    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Metrics::Medium);
    m_grid->setVerticalSpacing(Metrics::Tiny);
    auto *links = new QGridLayout;
    links->setHorizontalSpacing(Metrics::Medium);
    links->setVerticalSpacing(Metrics::Tiny);
    links->addWidget(fieldLabel(tr("&Source in links"), m_source, m_body), 0, 0);
    links->addWidget(fieldLabel(tr("&Medium in links"), m_medium, m_body), 0, 1);
    links->addWidget(m_source, 1, 0);
    links->addWidget(m_medium, 1, 1);
    links->setColumnStretch(0, 1);
    links->setColumnStretch(1, 1);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(Metrics::Small);
    body->addWidget(m_limits);
    body->addLayout(links);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Metrics::Tiny, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(m_fold, 0, Qt::AlignLeading);
    layout->addWidget(m_body);
    connect(m_fold, &QToolButton::toggled, this, &ChannelRules::unfold);
    unfold(false);
}

void ChannelRules::unfold(bool open)
{
    m_fold->setChecked(open);
    m_fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_body->setVisible(open);
}

void ChannelRules::setNetwork(const QString &network, const NetworkTable &networks)
{
    qDeleteAll(m_limits->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    m_fields.clear();
    m_source->setPlaceholderText(network);
    const auto limitsOf = [&](QStringView surface, QStringView field) {
        return networks.limitsOf(network, surface, field);
    };
    const QString timeline = TimelineSurface.toString();
    addFields(timeline, TextField.toString(), tr("Post"), limitsOf(timeline, TextField));
    addFields(timeline, FirstCommentField.toString(), tr("First comment"),
        limitsOf(timeline, FirstCommentField));
    if (const Network *known = networks.find(network)) {
        for (const Surface surface : known->surfaces) {
            if (!CopyWords::isPicture(surface))
                addFields(toText(surface), TextField.toString(), CopyWords::surface(surface),
                    limitsOf(toText(surface), TextField));
        }
    }
    m_limits->setVisible(!m_fields.isEmpty());
    // Made late, they would be last in the window.
    QWidget *before = m_fold;
    for (const Field &field : std::as_const(m_fields)) {
        setTabOrder(before, field.edit);
        before = field.edit;
    }
    setTabOrder(before, m_source);
}

void ChannelRules::addFields(
    const QString &surface, const QString &field, const QString &name, const QList<Limit> &limits)
{
    for (const Limit &limit : limits) {
        if (limit.kind != LimitKind::Hard || countsEntities(limit.rule))
            continue;
        auto *edit = new QLineEdit(m_limits);
        const QString unit = limit.unit == CountUnit::Bytes ? tr("%1, bytes at most").arg(name)
                                                            : tr("%1, signs at most").arg(name);
        edit->setObjectName(u"limit-%1-%2-%3"_s.arg(surface, field, toText(limit.rule)));
        edit->setAccessibleName(unit);
        edit->setToolTip(
            tr("Empty: %1, as usual on the network").arg(Formatting::number(limit.limit)));
        edit->setPlaceholderText(Formatting::number(limit.limit));
        edit->setValidator(new QIntValidator(1, 9999999, edit));
        edit->setMaxLength(MostDigits);
        const int at = int(m_fields.size());
        const int row = at / InARow * 2;
        m_grid->addWidget(fieldLabel(unit, edit, m_limits), row, at % InARow);
        m_grid->addWidget(edit, row + 1, at % InARow);
        m_fields.append({limit, edit});
    }
    for (int column = 0; column < InARow; ++column)
        m_grid->setColumnStretch(column, 1);
}

void ChannelRules::setRules(const Channel &channel, const QList<ChannelLimit> &limits)
{
    m_had.clear();
    std::ranges::copy_if(limits, std::back_inserter(m_had),
        [&channel](const ChannelLimit &limit) { return limit.channel == channel.id; });
    m_source->setText(channel.utmSource);
    m_medium->setText(channel.utmMedium);
    for (const Field &field : std::as_const(m_fields)) {
        const auto own = std::ranges::find_if(
            m_had, [&field](const ChannelLimit &limit) { return isOf(limit, field.usual); });
        field.edit->setText(own == m_had.end() ? QString() : QString::number(own->limit));
    }
    unfold(!m_had.isEmpty() || !channel.utmSource.isEmpty() || !channel.utmMedium.isEmpty());
}

void ChannelRules::readInto(Channel &channel) const
{
    channel.utmSource = m_source->text().simplified();
    channel.utmMedium = m_medium->text().simplified();
}

QList<ChannelLimit> ChannelRules::limits() const
{
    QList<ChannelLimit> all = m_had;
    for (const Field &field : m_fields) {
        const qint64 most = field.edit->text().toLongLong();
        const auto own = std::ranges::find_if(
            all, [&field](const ChannelLimit &limit) { return isOf(limit, field.usual); });
        const bool isUsual = most < 1 || most == field.usual.limit;
        if (isUsual && own != all.end()) {
            all.removeAt(own - all.begin());
        } else if (!isUsual && own != all.end()) {
            own->limit = most;
        } else if (!isUsual) {
            ChannelLimit added;
            added.surface = field.usual.surface;
            added.field = field.usual.field;
            added.rule = field.usual.rule;
            added.kind = field.usual.kind;
            added.limit = most;
            all.append(added);
        }
    }
    return all;
}
