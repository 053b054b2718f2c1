// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/stagepill.h"

#include "models/networkwords.h"
#include "ui_common/icons.h"

#include <QCoreApplication>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ProspectLook)
};
} // namespace

ColourRole ProspectLook::markOf(Side side)
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

ColourRole ProspectLook::textOf(Side side)
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

QString ProspectLook::sideName(Side side)
{
    switch (side) {
    case Side::Pull:
        return Words::tr("Pull");
    case Side::Push:
        return Words::tr("Push");
    case Side::After:
        return Words::tr("After the sale");
    case Side::Exit:
        return Words::tr("Exit");
    }
    Q_UNREACHABLE();
}

QString ProspectLook::sideSign(Side side)
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

QIcon ProspectLook::mediumIcon(Medium medium)
{
    switch (medium) {
    case Medium::DirectMessage:
        return Icons::named(u"dialog-messages"_s);
    case Medium::Call:
        return Icons::named(u"call-start"_s);
    case Medium::Email:
        return Icons::named(u"mail-message"_s);
    case Medium::Meeting:
        return Icons::named(u"system-users"_s);
    case Medium::Note:
        return Icons::named(u"note"_s, u"view-pim-notes"_s);
    }
    Q_UNREACHABLE();
}

QString ProspectLook::networkName(const QString &key)
{
    return networkWord(key);
}

void ProspectLook::paintPill(QPainter &painter, const QRect &rect, const QString &text, Side side,
    const QPalette &palette, Qt::LayoutDirection direction)
{
    if (text.isEmpty() || rect.width() < Metrics::Wide)
        return;
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
}
