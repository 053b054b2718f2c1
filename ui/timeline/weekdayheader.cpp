// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/weekdayheader.h"

#include "ui_common/theme.h"

#include <QPainter>
#include <QStyle>

WeekdayHeader::WeekdayHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setAccessibleName(tr("Days of the week"));
    setSectionResizeMode(Stretch);
    setSectionsClickable(false);
    setHighlightSections(false);
    setMinimumSectionSize(24);
    setFocusPolicy(Qt::NoFocus);
}

void WeekdayHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->fillRect(rect, palette().color(QPalette::Base));
    painter->setPen(colour(ColourRole::Hairline, palette()));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->setPen(colour(ColourRole::QuietText, palette()));
    painter->setFont(font());
    const QString text = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
    const auto alignment =
        QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter);
    painter->drawText(rect.adjusted(9, 0, -9, 0), int(alignment), text);
}
