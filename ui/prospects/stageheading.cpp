// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/stageheading.h"

#include "ui_common/formatting.h"
#include "ui_common/plaintext.h"
#include "ui_common/sidelook.h"
#include "ui_common/theme.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace {
constexpr int SideLine = 3; ///< the side's colour over the column
} // namespace

StageHeading::StageHeading(const Stage &stage, QWidget *parent)
    : QWidget(parent)
    , m_stage(stage)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setTotal({stage.id, 0, {}});
}

void StageHeading::setTotal(const StageTotal &total)
{
    m_total = total;
    setAccessibleName(spoken());
    setToolTip(plainTip(spoken()));
    update();
}

QString StageHeading::sums() const
{
    QStringList texts;
    for (const ValueSum &sum : m_total.openOffers)
        texts << Formatting::money(sum.minor, sum.currency, locale());
    return texts.join(" + "_L1);
}

QString StageHeading::spoken() const
{
    //: A column of the board for readers: %1 is a side, %2 a stage, %3 the number with its digits grouped.
    const QString people = tr("%1: %2, %3 prospect(s)", nullptr, int(m_total.prospects))
                               .arg(SideLook::name(m_stage.side), markedName(m_stage),
                                   Formatting::number(m_total.prospects, locale()));
    //: %1 is a column of the board, %2 an amount.
    return m_total.openOffers.isEmpty() ? people : tr("%1, open offers %2").arg(people, sums());
}

QSize StageHeading::sizeHint() const
{
    return {160, SideLine + 2 * fontMetrics().height() + 2 * Metrics::Tiny};
}

QSize StageHeading::minimumSizeHint() const
{
    return {1, sizeHint().height()};
}

void StageHeading::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(
        QRect(0, 0, width(), SideLine), colour(SideLook::markOf(m_stage.side), palette()));
    const int height = fontMetrics().height();
    const QRect first(Metrics::Tiny, SideLine + Metrics::Tiny, width() - 2 * Metrics::Tiny, height);
    const auto place = [this](Qt::Alignment alignment) {
        return int(QStyle::visualAlignment(layoutDirection(), alignment | Qt::AlignVCenter))
            | Qt::TextSingleLine;
    };
    const QString count = Formatting::number(m_total.prospects, locale());
    painter.setFont(strongFont(font()));
    const int countWidth = painter.fontMetrics().horizontalAdvance(count) + Metrics::Tiny;
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(first, place(Qt::AlignRight), count);
    painter.setPen(colour(SideLook::textOf(m_stage.side), palette()));
    const QRect name =
        QStyle::visualRect(layoutDirection(), first, first.adjusted(0, 0, -countWidth, 0));
    painter.drawText(name, place(Qt::AlignLeft),
        painter.fontMetrics().elidedText(SideLook::sign(m_stage.side) + u' ' + markedName(m_stage),
            Qt::ElideRight, name.width()));
    painter.setFont(font());
    painter.setPen(colour(ColourRole::QuietText, palette()));
    const QRect second = first.translated(0, height);
    painter.drawText(second, place(Qt::AlignLeft),
        fontMetrics().elidedText(sums(), Qt::ElideRight, second.width()));
}
