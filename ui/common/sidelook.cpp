// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/sidelook.h"

#include <QCoreApplication>
#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
struct SideWords
{
    Q_DECLARE_TR_FUNCTIONS(SideLook)
};
} // namespace

ColourRole SideLook::markOf(Side side)
{
    switch (side) {
    case Side::Pull:
        return ColourRole::Pull;
    case Side::Push:
        return ColourRole::Push;
    case Side::After:
        return ColourRole::After;
    case Side::Exit:
        return ColourRole::Exit;
    }
    Q_UNREACHABLE();
}

ColourRole SideLook::textOf(Side side)
{
    switch (side) {
    case Side::Pull:
        return ColourRole::PullText;
    case Side::Push:
        return ColourRole::PushText;
    case Side::After:
        return ColourRole::AfterText;
    case Side::Exit:
        return ColourRole::QuietText;
    }
    Q_UNREACHABLE();
}

QString SideLook::name(Side side)
{
    switch (side) {
    case Side::Pull:
        return SideWords::tr("Pull");
    case Side::Push:
        return SideWords::tr("Push");
    case Side::After:
        return SideWords::tr("After the sale");
    case Side::Exit:
        return SideWords::tr("Exit");
    }
    Q_UNREACHABLE();
}

QString SideLook::sign(Side side)
{
    switch (side) {
    case Side::Pull:
        return u"←"_s;
    case Side::Push:
        return u"→"_s;
    case Side::After:
        return u"↺"_s;
    case Side::Exit:
        return u"×"_s;
    }
    Q_UNREACHABLE();
}

QRect SideLook::paintPill(QPainter &painter, const QRect &rect, const QString &text, Side side,
    const QPalette &palette, Qt::LayoutDirection direction)
{
    if (text.isEmpty() || rect.width() < Metrics::Wide)
        return {};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetrics metrics(painter.font());
    const int height = metrics.height() + Metrics::Tiny;
    const int dot = Metrics::Small;
    const int frame = 2 * Metrics::Small + dot + Metrics::Tiny;
    const int width = std::min(rect.width(), metrics.horizontalAdvance(text) + frame + 1);
    const QRect pill = QStyle::alignedRect(
        direction, Qt::AlignLeft | Qt::AlignVCenter, QSize(width, height), rect);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint(markOf(side), palette));
    painter.drawRoundedRect(pill, height / 2.0, height / 2.0);
    const QRect inner = pill.adjusted(Metrics::Small, 0, -Metrics::Small, 0);
    const QRect mark = QStyle::alignedRect(
        direction, Qt::AlignLeft | Qt::AlignVCenter, QSize(dot - 2, dot - 2), inner);
    painter.setBrush(colour(markOf(side), palette));
    painter.drawEllipse(mark);
    const QRect words =
        QStyle::visualRect(direction, inner, inner.adjusted(dot + Metrics::Tiny - 2, 0, 0, 0));
    painter.setPen(colour(textOf(side), palette));
    painter.drawText(words,
        int(QStyle::visualAlignment(direction, Qt::AlignLeft | Qt::AlignVCenter))
            | Qt::TextSingleLine,
        metrics.elidedText(text, Qt::ElideRight, words.width()));
    painter.restore();
    return pill;
}
