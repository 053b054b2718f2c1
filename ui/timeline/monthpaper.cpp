// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/monthpaper.h"

#include "ui_common/formatting.h"
#include "ui_common/theme.h"
#include "ui_timeline/statusdot.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr int BodySize = 68; ///< tenths of a point
constexpr int HeadSize = 160;
constexpr qreal Inset = 24;
constexpr qreal PaperGap = 20;
constexpr qreal LetterWidth = 66;
constexpr qreal PaperDot = 64;
constexpr qreal Hair = 5;
constexpr qreal LegendGap = 130;
constexpr qreal NoteHeight = 120;
constexpr qreal Unit = 10; ///< of what is drawn in points

/// The context of these texts.
class MonthPaperWords
{
    Q_DECLARE_TR_FUNCTIONS(MonthPaper)
};

QFont sized(QFont font, int size)
{
    font.setPixelSize(size);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

/// A, B, … Z, AA, AB, …
QString letterOf(int index)
{
    constexpr int Letters = 26;
    QString letters(QChar(u'A' + index % Letters));
    for (int rest = index / Letters; rest > 0; rest = (rest - 1) / Letters)
        letters.prepend(QChar(u'A' + (rest - 1) % Letters));
    return letters;
}
} // namespace

MonthPaper::MonthPaper(
    PlannedMonth month, QSizeF size, const QLocale &locale, Qt::LayoutDirection direction)
    : m_month(std::move(month))
    , m_locale(locale)
    , m_direction(direction)
    , m_palette(Theme::palette(false)) // whose base is the paper's white
    , m_font(sized(QGuiApplication::font(), BodySize))
    , m_strong(sized(strongFont(QGuiApplication::font()), BodySize))
    , m_title(sized(strongFont(QGuiApplication::font()), HeadSize))
    , m_grid(monthGrid(m_month.month, locale.firstDayOfWeek()))
{
    m_metrics.page = size;
    m_metrics.note = m_month.filter.isEmpty() ? 0 : NoteHeight;
    TileSources sources;
    sources.channels = m_month.sets.channels;
    sources.campaigns = m_month.sets.campaigns;
    sources.pillars = m_month.sets.pillars;
    sources.labels = m_month.sets.labels;
    sources.networks = builtInNetworks().value_or(NetworkTable {});
    m_tiles = packDays(m_month.posts, sources, m_month.today);
    collectLegend();
    QHash<QDate, int> counts;
    for (auto it = m_tiles.cbegin(); it != m_tiles.cend(); ++it)
        counts.insert(it.key(), int(it->size()));
    m_pages = paperLayout(m_grid, counts, m_metrics);
}

/// Letters and signs of what stands in this month, in the order of the month.
void MonthPaper::collectLegend()
{
    QList<Mark> campaigns;
    QList<PostStatus> statuses;
    bool hasMissed = false;
    for (QDate day = m_grid.month; m_grid.isInMonth(day); day = day.addDays(1)) {
        const QList<Tile> tiles = m_tiles.value(day);
        for (const Tile &tile : tiles) {
            hasMissed = hasMissed || tile.missed;
            if (!tile.missed && !statuses.contains(tile.status))
                statuses << tile.status;
            if (tile.campaign.isEmpty() || m_letters.contains(tile.campaign))
                continue;
            const QString letter = letterOf(int(m_letters.size()));
            m_letters.insert(tile.campaign, letter);
            campaigns.append({letter, tile.colour, {}, false, tile.campaign});
        }
    }
    std::ranges::sort(statuses);
    for (const PostStatus status : std::as_const(statuses))
        m_legend.append({{}, -1, status, false, statusName(status)});
    if (hasMissed)
        m_legend.append({{}, -1, PostStatus::Scheduled, true,
            MonthPaperWords::tr("Missed", "a post's time passed")});
    m_legend << campaigns;
    if (m_legend.isEmpty())
        return;
    QList<qreal> widths;
    const QFontMetricsF metrics(m_font);
    for (const Mark &mark : std::as_const(m_legend))
        widths << LetterWidth + PaperGap + metrics.horizontalAdvance(mark.text) + 2;
    m_metrics.legend =
        flowed(widths, m_metrics.page.width(), m_metrics.line, LegendGap).constLast().bottom();
}

QString MonthPaper::title() const
{
    return MonthPaperWords::tr("%1 · %2", "workspace and month on paper")
        .arg(m_month.workspace, Formatting::monthTitle(m_month.month, m_locale));
}

QRectF MonthPaper::mirrored(const QRectF &rect) const
{
    if (m_direction == Qt::LeftToRight)
        return rect;
    QRectF result = rect;
    result.moveRight(m_metrics.page.width() - rect.left());
    return result;
}

void MonthPaper::paintText(QPainter &painter, const QRectF &rect, const QString &text,
    const QFont &font, Qt::Alignment alignment) const
{
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    const auto visual = QStyle::visualAlignment(m_direction, alignment);
    painter.drawText(mirrored(rect), int(visual | Qt::AlignVCenter) | Qt::TextSingleLine,
        metrics.elidedText(text, Qt::ElideRight, rect.width()));
}

void MonthPaper::paint(QPainter &painter, int index) const
{
    const PaperPage &page = m_pages.at(index);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_palette.color(QPalette::Text));
    paintHead(painter, page, index);
    if (!page.weekdays.isEmpty())
        paintWeekdays(painter, page);
    for (const PaperPage::Cell &cell : page.cells)
        paintCell(painter, cell);
    for (const PaperPage::Heading &heading : page.headings)
        paintHeading(painter, heading, index);
    for (const PaperPage::Line &line : page.lines)
        paintPost(painter, line.rect, m_tiles.value(line.day).at(line.post));
    if (!page.legend.isEmpty())
        paintLegend(painter, page);
    painter.restore();
}

void MonthPaper::paintHead(QPainter &painter, const PaperPage &page, int index) const
{
    const QString name =
        index == 0 ? title() : MonthPaperWords::tr("%1, continued", "a printed month").arg(title());
    paintText(painter, page.title, name, m_title);
    if (m_pages.size() > 1)
        paintText(painter, page.title,
            MonthPaperWords::tr("Page %1 of %2").arg(index + 1).arg(m_pages.size()), m_font,
            Qt::AlignTrailing);
    painter.setPen(colour(ColourRole::QuietText, m_palette));
    if (!m_month.filter.isEmpty())
        paintText(painter, page.note,
            MonthPaperWords::tr("Only: %1", "the filter of a printed month").arg(m_month.filter),
            m_font);
    painter.setPen(m_palette.color(QPalette::Text));
}

void MonthPaper::paintWeekdays(QPainter &painter, const PaperPage &page) const
{
    const qreal width = page.weekdays.width() / MonthGrid::DaysPerWeek;
    for (int column = 0; column < MonthGrid::DaysPerWeek; ++column) {
        const QRectF rect(column * width, page.weekdays.top(), width, page.weekdays.height());
        paintText(painter, rect.adjusted(Inset, 0, -Inset, 0),
            m_locale.standaloneDayName(m_grid.dayAt(0, column).dayOfWeek()), m_strong);
    }
}

void MonthPaper::paintCell(QPainter &painter, const PaperPage::Cell &cell) const
{
    const QRectF rect = mirrored(cell.rect);
    if (!cell.inMonth)
        painter.fillRect(rect, colour(ColourRole::Surface, m_palette));
    painter.setPen(QPen(colour(ColourRole::Exit, m_palette), Hair));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect);
    painter.setPen(
        cell.inMonth ? m_palette.color(QPalette::Text) : colour(ColourRole::QuietText, m_palette));
    const QString number = cell.day.day() == 1 ? Formatting::dayMonth(cell.day, m_locale)
                                               : m_locale.toString(cell.day.day());
    paintText(painter, cell.number.adjusted(Inset, 0, -Inset, 0), number,
        cell.inMonth ? m_strong : m_font);
    painter.setPen(m_palette.color(QPalette::Text));
    if (cell.hidden > 0)
        paintText(painter, cell.more.adjusted(Inset, 0, -Inset, 0),
            MonthPaperWords::tr("%Ln more on page %1", nullptr, cell.hidden).arg(pageOf(cell.day)),
            m_strong);
}

/// The page, 1 the first, on which the posts of \a day continue.
int MonthPaper::pageOf(QDate day) const
{
    for (int i = 1; i < int(m_pages.size()); ++i) {
        if (std::ranges::any_of(m_pages.at(i).headings,
                [day](const PaperPage::Heading &heading) { return heading.day == day; }))
            return i + 1;
    }
    return 1;
}

void MonthPaper::paintHeading(QPainter &painter, const PaperPage::Heading &heading, int index) const
{
    const QString day = m_locale.toString(heading.day, u"dddd"_s) + u", "_s
        + Formatting::dayMonth(heading.day, m_locale);
    paintText(
        painter, heading.rect, MonthPaperWords::tr("%1, continued", "a day").arg(day), m_strong);
    painter.setPen(QPen(colour(ColourRole::Exit, m_palette), Hair));
    const QRectF rect = mirrored(heading.rect);
    painter.drawLine(rect.bottomLeft(), rect.bottomRight());
    painter.setPen(m_palette.color(QPalette::Text));
    Q_UNUSED(index)
}

void MonthPaper::paintPost(QPainter &painter, const QRectF &line, const Tile &tile) const
{
    QRectF rest(line.left() + Inset, line.top(), line.width() - 2 * Inset, m_metrics.line);
    const QFontMetricsF metrics(m_font);
    const auto take = [&rest](qreal width) {
        const QRectF part(rest.left(), rest.top(), width, rest.height());
        rest.setLeft(rest.left() + width + PaperGap);
        return part;
    };
    const QRectF letter = take(LetterWidth);
    if (!tile.campaign.isEmpty())
        paintLetter(painter, letter, m_letters.value(tile.campaign), tile.colour);
    const QRectF dot(rest.right() - PaperDot, rest.top(), PaperDot, rest.height());
    paintStatus(painter, dot, tile.status, tile.missed);
    rest.setRight(dot.left() - PaperGap);
    if (tile.time) {
        const QString time = Formatting::time(*tile.time, m_locale);
        paintText(painter, take(metrics.horizontalAdvance(time) + 2), time, m_strong);
    }
    if (!tile.signs.isEmpty()) {
        const QString signs = tile.signs.join(u' ');
        const qreal widest = rest.width() / 3;
        paintText(
            painter, take(std::min(widest, metrics.horizontalAdvance(signs) + 2)), signs, m_font);
    }
    const qreal left = line.left() + Inset + LetterWidth + PaperGap;
    const QRectF below(
        left, rest.bottom(), line.right() - Inset - left, line.bottom() - rest.bottom());
    paintWords(painter, rest, below, tile.text);
}

/// MonthPaperWords that begin in \a first and go on, line by line, in \a below.
void MonthPaper::paintWords(
    QPainter &painter, const QRectF &first, const QRectF &below, const QString &text) const
{
    const int more = int(below.height() / m_metrics.line);
    qsizetype at = 0;
    QRectF place = first;
    for (int i = 0; i < more; ++i) {
        const qsizetype length = fittingWords(text, at, place.width());
        if (at + length >= text.size())
            break;
        paintText(painter, place, text.mid(at, length).trimmed(), m_font);
        at += length;
        place =
            QRectF(below.left(), below.top() + i * m_metrics.line, below.width(), m_metrics.line);
    }
    paintText(painter, place, text.mid(at).trimmed(), m_font);
}

/// How much of \a text from \a at on fits into \a width, up to the end of a word.
qsizetype MonthPaper::fittingWords(const QString &text, qsizetype at, qreal width) const
{
    QTextLayout layout(text.mid(at), m_font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(width);
    layout.endLayout();
    return std::max(1, line.textLength());
}

void MonthPaper::paintLetter(
    QPainter &painter, const QRectF &box, const QString &letter, int colourIndex) const
{
    const QRectF rect = mirrored(box).adjusted(0, PaperGap / 2, 0, -PaperGap / 2);
    const QColor mark = campaignColour(std::max(0, colourIndex), m_palette);
    painter.save();
    painter.fillRect(rect, tint(mark, m_palette, 0.22)); // pale enough for black letters
    painter.fillRect(QRectF(m_direction == Qt::LeftToRight ? rect.left() : rect.right() - PaperGap,
                         rect.top(), PaperGap, rect.height()),
        mark);
    painter.setPen(m_palette.color(QPalette::Text));
    const int size = letter.size() > 1 ? BodySize * 2 / 3 : BodySize * 4 / 5;
    painter.setFont(sized(m_font, size));
    const bool isLeft = m_direction == Qt::LeftToRight;
    painter.drawText(rect.adjusted(isLeft ? PaperGap : 0, 0, isLeft ? 0 : -PaperGap, 0),
        int(Qt::AlignCenter), letter);
    painter.restore();
}

void MonthPaper::paintStatus(
    QPainter &painter, const QRectF &box, PostStatus status, bool missed) const
{
    const QRectF rect = mirrored(box);
    const qreal size = std::min(rect.width(), rect.height());
    painter.save();
    painter.translate(rect.center());
    painter.scale(Unit, Unit);
    const qreal side = size / Unit;
    paintStatusDot(painter, QRectF(-side / 2, -side / 2, side, side), status, missed, m_palette);
    painter.restore();
}

void MonthPaper::paintLegend(QPainter &painter, const PaperPage &page) const
{
    QList<qreal> widths;
    const QFontMetricsF metrics(m_font);
    for (const Mark &mark : m_legend)
        widths << LetterWidth + PaperGap + metrics.horizontalAdvance(mark.text) + 2;
    const QList<QRectF> places = flowed(widths, page.legend.width(), m_metrics.line, LegendGap);
    for (qsizetype i = 0; i < places.size(); ++i) {
        const Mark &mark = m_legend.at(i);
        const QRectF place = places.at(i).translated(page.legend.topLeft());
        const QRectF sign(place.left(), place.top(), LetterWidth, place.height());
        if (mark.letter.isEmpty())
            paintStatus(painter, sign, mark.status, mark.missed);
        else
            paintLetter(painter, sign, mark.letter, mark.colour);
        paintText(painter, place.adjusted(LetterWidth + PaperGap, 0, 0, 0), mark.text, m_font);
    }
}
