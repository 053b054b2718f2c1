// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/threadpainter.h"

#include "ui_common/formatting.h"
#include "ui_common/icons.h"
#include "ui_common/sidelook.h"
#include "ui_common/theme.h"
#include "ui_prospects/prospectlook.h"
#include "ui_prospects/threadlinks.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
using Kind = ThreadEntry::Kind;

constexpr int Pad = Metrics::Small;
constexpr int Gap = Metrics::Tiny;
constexpr int Margin = Metrics::Large; ///< between the entries and the edges of the view
constexpr int HeadGap = 2; ///< between the head and the words
constexpr qreal BubbleShare = 0.74;
/// Beyond this a thread is read in a program of its own; bounds the work of one row.
constexpr int MostCharacters = 20'000;

struct ThreadWords
{
    Q_DECLARE_TR_FUNCTIONS(ThreadPainter)
};

QFont smallThreadFont(const QFont &font)
{
    QFont small = font;
    if (font.pointSizeF() > 0)
        small.setPointSizeF(font.pointSizeF() * 0.88);
    else
        small.setPixelSize(qRound(font.pixelSize() * 0.88));
    return small;
}

bool isBlock(const ThreadEntry &entry)
{
    return entry.kind == Kind::Message || entry.kind == Kind::Touch
        || ((entry.kind == Kind::Move || entry.kind == Kind::Step) && !entry.text.isEmpty());
}

bool isBubble(const ThreadEntry &entry)
{
    return entry.kind == Kind::Message && entry.medium != Medium::Note
        && entry.direction != Direction::System;
}

QString shownText(const QString &text)
{
    QString words = text.left(MostCharacters);
    return words.replace(u'\n', QChar::LineSeparator);
}

/// Breaks the layout's text into lines of at most \a width.
QSizeF breakLines(QTextLayout &layout, int width)
{
    qreal height = 0;
    qreal widest = 0;
    layout.beginLayout();
    for (;;) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
        widest = std::max(widest, line.naturalTextWidth());
    }
    layout.endLayout();
    return {std::min<qreal>(widest, width), height};
}

/// Words that run from the right begin at the right end of their lines: these must be no longer than the words.
QSizeF layOutWords(QTextLayout &layout, int width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    const QSizeF size = breakLines(layout, width);
    if (!layout.text().isRightToLeft())
        return size;
    return breakLines(layout, std::min(width, int(std::ceil(size.width())) + 1));
}

QIcon signOf(const ThreadEntry &entry)
{
    switch (entry.kind) {
    case Kind::Message:
        return entry.direction == Direction::System ? Icons::named(u"help-about"_s)
                                                    : ProspectLook::mediumIcon(entry.medium);
    case Kind::Touch:
        return Icons::named(u"emblem-favorite"_s, u"rating"_s);
    case Kind::Step:
        return Icons::named(entry.isOpen ? u"appointment-reminder"_s : u"dialog-ok-apply"_s);
    case Kind::Hop:
        return ProspectLook::mediumIcon(entry.medium);
    case Kind::Move:
        return Icons::named(u"go-next"_s);
    case Kind::Day:
    case Kind::Waiting:
        return {};
    }
    Q_UNREACHABLE();
}

QColor groundOf(const ThreadEntry &entry, const QPalette &palette)
{
    if (isBubble(entry))
        return entry.direction == Direction::Ours ? tint(ColourRole::Pull, palette, 0.13)
                                                  : colour(ColourRole::Hover, palette);
    if (entry.kind == Kind::Touch || entry.kind == Kind::Move)
        return tint(SideLook::markOf(entry.side), palette, 0.08);
    return colour(ColourRole::Surface, palette);
}
} // namespace

/// Where the parts of an entry with words of its own are.
struct ThreadPainter::Block
{
    QRect ground;
    QRect sign;
    QRect head;
    QPoint words; ///< top left corner of the layout
    std::unique_ptr<QTextLayout> layout; ///< null where there are no words
    QList<ThreadLink> links;
    QList<QRect> files;
};

ThreadPainter::ThreadPainter(ThreadLook look)
    : m_look(std::move(look))
    , m_small(smallThreadFont(m_look.font))
{ }

int ThreadPainter::textWidth(const ThreadEntry &entry, int width) const
{
    const int whole = std::max(width - 2 * Margin, 80);
    if (isBubble(entry))
        return int(whole * BubbleShare) - 2 * Pad;
    return whole - 2 * Pad - Metrics::Icon - Metrics::Small;
}

int ThreadPainter::estimate(ThreadEntry::Kind kind) const
{
    const QFontMetrics small(m_small);
    if (kind == Kind::Message)
        return small.height() + 2 * QFontMetrics(m_look.font).height() + 2 * Pad + Gap;
    return small.height() + (kind == Kind::Day ? Metrics::Wide : Metrics::Large);
}

int ThreadPainter::height(const ThreadEntry &entry, int width) const
{
    if (!isBlock(entry))
        return estimate(entry.kind);
    const QFontMetrics small(m_small);
    int text = 0;
    if (!entry.text.isEmpty()) {
        QTextLayout layout(shownText(entry.text), m_look.font);
        text = int(std::ceil(layOutWords(layout, textWidth(entry, width)).height())) + HeadGap;
    }
    const auto files = int(entry.files.size()) * (small.height() + Metrics::Tiny);
    const int head = std::max(small.height(), Metrics::Icon);
    return head + text + files + 2 * Pad + Gap;
}

QString ThreadPainter::timeOf(const ThreadEntry &entry) const
{
    const bool known =
        entry.at.precision == Precision::Exact || entry.at.precision == Precision::Minute;
    return known ? Formatting::time(QDateTime::fromMSecsSinceEpoch(entry.at.ms, m_look.zone).time())
                 : QString();
}

QString ThreadPainter::headOf(const ThreadEntry &entry) const
{
    QStringList parts;
    if (entry.kind == Kind::Message && !entry.who.isEmpty())
        parts << entry.who;
    if (!entry.title.isEmpty())
        parts << entry.title;
    if (entry.minutes > 0)
        parts << ThreadWords::tr("%1 min").arg(Formatting::number(entry.minutes));
    if (!entry.outcome.isEmpty())
        parts << entry.outcome;
    if (entry.kind == Kind::Move && !entry.who.isEmpty())
        parts << entry.who;
    if (const QString time = timeOf(entry); !time.isEmpty())
        parts << time;
    if (entry.isLoading)
        parts << u"…"_s;
    return parts.join(u" · "_s);
}

QString ThreadPainter::waitingOf(const ThreadEntry &entry) const
{
    const bool tellsDay =
        entry.direction == Direction::Theirs && entry.day.isValid() && entry.day != m_look.today;
    if (!tellsDay)
        return entry.title;
    if (entry.day == m_look.today.addDays(-1))
        return ThreadWords::tr("%1 since yesterday").arg(entry.title);
    return ThreadWords::tr("%1 since %2", "messages are waiting, day")
        .arg(entry.title, Formatting::relativeDay(entry.day, m_look.today));
}

QString ThreadPainter::lineOf(const ThreadEntry &entry) const
{
    if (entry.kind == Kind::Waiting)
        return waitingOf(entry);
    if (entry.kind == Kind::Hop)
        return entry.title;
    if (entry.kind != Kind::Day)
        return headOf(entry);
    QString day = entry.day.isValid() ? Formatting::relativeDay(entry.day, m_look.today)
                                      : ThreadWords::tr("Date unknown");
    if (entry.count == 0)
        return day;
    return day + u" · "_s + ThreadWords::tr("%n day(s) later", nullptr, entry.count);
}

QColor ThreadPainter::inkOf(const ThreadEntry &entry) const
{
    const bool hasSide = entry.kind == Kind::Touch || entry.kind == Kind::Move;
    if (entry.kind == Kind::Waiting && entry.direction == Direction::Theirs)
        return colour(ColourRole::WarningText, m_look.palette);
    return colour(hasSide ? SideLook::textOf(entry.side) : ColourRole::QuietText, m_look.palette);
}

void ThreadPainter::paint(
    QPainter &painter, const QRect &rect, const ThreadEntry &entry, const State &state) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (isBlock(entry))
        paintBlock(painter, rect, entry, state);
    else
        paintLine(painter, rect, entry, state);
    painter.restore();
}

void ThreadPainter::paintSign(
    QPainter &painter, const QRect &place, const QIcon &icon, const QColor &ink) const
{
    painter.drawPixmap(place.topLeft(), Icons::tinted(icon, ink, Metrics::Icon, m_look.pixelRatio));
}

void ThreadPainter::paintWords(
    QPainter &painter, const QRect &place, const QFont &font, const QString &text) const
{
    painter.setFont(font);
    painter.drawText(place,
        int(QStyle::visualAlignment(m_look.direction, Qt::AlignLeft | Qt::AlignVCenter))
            | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width()));
}

void ThreadPainter::paintLine(
    QPainter &painter, const QRect &rect, const ThreadEntry &entry, const State &state) const
{
    const bool isRule = entry.kind == Kind::Day || entry.kind == Kind::Move;
    const QFont font = isRule ? strongFont(m_small) : m_small;
    const QFontMetrics metrics(font);
    const QIcon icon = entry.kind == Kind::Hop ? signOf(entry) : QIcon();
    const QRect whole = rect.adjusted(Margin, 0, -Margin, 0);
    const QString text = metrics.elidedText(
        lineOf(entry), Qt::ElideRight, std::max(whole.width() - 2 * Metrics::Wide, 0));
    const int sign = icon.isNull() ? 0 : Metrics::Icon + Metrics::Tiny;
    const QSize size(metrics.horizontalAdvance(text) + sign + 2,
        std::max(metrics.height(), icon.isNull() ? 0 : Metrics::Icon));
    const QRect words = QStyle::alignedRect(m_look.direction, Qt::AlignCenter, size, whole);
    if (isRule) {
        const int y = words.center().y();
        painter.setPen(colour(ColourRole::Hairline, m_look.palette));
        painter.drawLine(whole.left(), y, words.left() - Metrics::Small, y);
        painter.drawLine(words.right() + Metrics::Small, y, whole.right(), y);
    }
    const QRect ground = words.adjusted(-Metrics::Small, -2, Metrics::Small, 2);
    if (state.isSelected || state.isCurrent)
        paintGround(painter, ground, entry, state);
    const QColor ink = inkOf(entry);
    if (!icon.isNull())
        paintSign(painter,
            QStyle::alignedRect(m_look.direction, Qt::AlignLeft | Qt::AlignVCenter,
                QSize(Metrics::Icon, Metrics::Icon), words),
            icon, ink);
    painter.setPen(ink);
    paintWords(painter, QStyle::visualRect(m_look.direction, words, words.adjusted(sign, 0, 0, 0)),
        font, text);
}

ThreadPainter::Block ThreadPainter::blockOf(const ThreadEntry &entry, const QRect &rect) const
{
    const QFontMetrics head(m_small);
    const bool bubble = isBubble(entry);
    const int most = textWidth(entry, rect.width());
    Block block;
    int textHeight = 0;
    int wanted = head.horizontalAdvance(headOf(entry)) + Metrics::Icon + Metrics::Small + 2;
    if (!entry.text.isEmpty()) {
        const QString words = shownText(entry.text);
        block.layout = std::make_unique<QTextLayout>(words, m_look.font);
        block.links = threadLinks(words);
        QList<QTextLayout::FormatRange> formats;
        for (const ThreadLink &link : std::as_const(block.links)) {
            QTextCharFormat format;
            format.setForeground(m_look.palette.color(QPalette::Link));
            format.setFontUnderline(true);
            formats.append({link.start, link.length, format});
        }
        block.layout->setFormats(formats);
        const QSizeF size = layOutWords(*block.layout, most);
        textHeight = int(std::ceil(size.height()));
        wanted = std::max(wanted, int(std::ceil(size.width())) + 1);
    }
    for (const ThreadFile &file : entry.files)
        wanted = std::max(
            wanted, head.horizontalAdvance(file.name) + Metrics::Icon + Metrics::Small + 2);
    const QRect whole = rect.adjusted(Margin, 0, -Margin, -Gap);
    const int width = bubble ? std::min(wanted, most) + 2 * Pad : whole.width();
    const bool ours = bubble && entry.direction == Direction::Ours;
    block.ground = QStyle::alignedRect(m_look.direction,
        (ours ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop, QSize(width, whole.height()),
        whole);
    const QRect inner = block.ground.adjusted(Pad, Pad, -Pad, -Pad);
    const QRect top(
        inner.left(), inner.top(), inner.width(), std::max(head.height(), Metrics::Icon));
    const int sign = Metrics::Icon + Metrics::Small;
    block.sign = QStyle::alignedRect(m_look.direction, Qt::AlignLeft | Qt::AlignVCenter,
        QSize(Metrics::Icon, Metrics::Icon), top);
    block.head = QStyle::visualRect(m_look.direction, top, top.adjusted(sign, 0, 0, 0));
    // In a bubble the words begin below the sign, else beside it.
    const QRect words =
        bubble ? inner : QStyle::visualRect(m_look.direction, inner, inner.adjusted(sign, 0, 0, 0));
    block.words = {words.left(), top.bottom() + 1 + HeadGap};
    int y = top.bottom() + 1 + (textHeight > 0 ? HeadGap + textHeight : 0);
    for (qsizetype i = 0; i < entry.files.size(); ++i) {
        block.files << QRect(words.left(), y + Metrics::Tiny, words.width(), head.height());
        y += head.height() + Metrics::Tiny;
    }
    return block;
}

void ThreadPainter::paintGround(
    QPainter &painter, const QRect &ground, const ThreadEntry &entry, const State &state) const
{
    painter.setPen(Qt::NoPen);
    if (state.isSelected)
        painter.setPen(QPen(state.hasFocus ? m_look.palette.color(QPalette::Link)
                                           : colour(ColourRole::QuietText, m_look.palette),
            1.5));
    painter.setBrush(groundOf(entry, m_look.palette));
    painter.drawRoundedRect(
        QRectF(ground).adjusted(0.75, 0.75, -0.75, -0.75), Metrics::Radius, Metrics::Radius);
    if (!state.isCurrent || !state.hasFocus)
        return;
    painter.setPen(QPen(m_look.palette.color(QPalette::Text), 1, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(
        QRectF(ground).adjusted(2.5, 2.5, -2.5, -2.5), Metrics::Tiny, Metrics::Tiny);
}

void ThreadPainter::paintBlock(
    QPainter &painter, const QRect &rect, const ThreadEntry &entry, const State &state) const
{
    const Block block = blockOf(entry, rect);
    paintGround(painter, block.ground, entry, state);
    const QColor ink = inkOf(entry);
    paintSign(painter, block.sign, signOf(entry), ink);
    painter.setPen(ink);
    paintWords(painter, block.head, m_small, headOf(entry));
    if (block.layout) {
        painter.setPen(m_look.palette.color(QPalette::Text));
        block.layout->draw(&painter, QPointF(block.words));
    }
    paintFiles(painter, block, entry);
}

void ThreadPainter::paintFiles(
    QPainter &painter, const Block &block, const ThreadEntry &entry) const
{
    const QColor ink = m_look.palette.color(QPalette::Link);
    const int sign = Metrics::Icon + Metrics::Small;
    for (qsizetype i = 0; i < block.files.size(); ++i) {
        const QRect &place = block.files.at(i);
        paintSign(painter,
            QStyle::alignedRect(m_look.direction, Qt::AlignLeft | Qt::AlignVCenter,
                QSize(Metrics::Icon, Metrics::Icon), place),
            Icons::named(u"mail-attachment"_s), ink);
        painter.setPen(ink);
        paintWords(painter,
            QStyle::visualRect(m_look.direction, place, place.adjusted(sign, 0, 0, 0)), m_small,
            entry.files.at(i).name);
    }
}

ThreadTarget ThreadPainter::targetAt(
    const ThreadEntry &entry, const QRect &rect, const QPoint &point) const
{
    ThreadTarget target;
    if (!isBlock(entry))
        return target;
    const Block block = blockOf(entry, rect);
    for (qsizetype i = 0; i < block.files.size(); ++i) {
        if (block.files.at(i).contains(point)) {
            target.file = entry.files.at(i).id;
            target.fileName = entry.files.at(i).name;
            return target;
        }
    }
    if (!block.layout || block.links.isEmpty())
        return target;
    const QPointF inside = point - block.words;
    for (int i = 0; i < block.layout->lineCount(); ++i) {
        const QTextLine line = block.layout->lineAt(i);
        if (!line.naturalTextRect().contains(inside))
            continue;
        const int at = line.xToCursor(inside.x(), QTextLine::CursorOnCharacter);
        for (const ThreadLink &link : block.links) {
            if (at >= link.start && at < link.start + link.length)
                target.link = link.target;
        }
    }
    return target;
}
