// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/styleparts.h"

#include "ui_common/style.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QItemSelectionModel>
#include <QPainter>
#include <QPainterPath>
#include <QTabBar>

#include <algorithm>

namespace {
/// \a one moved towards \a other by \a share of the way.
QColor mixed(const QColor &one, const QColor &other, qreal share)
{
    const auto mix = [share](float a, float b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(mix(one.redF(), other.redF()), mix(one.greenF(), other.greenF()),
        mix(one.blueF(), other.blueF()));
}

void drawFocusRing(QPainter *painter, const QRectF &rect, const QPalette &palette)
{
    StyleParts::drawRounded(painter, rect, Qt::NoBrush, QPen(colour(ColourRole::Pull, palette), 2));
}

void drawTabBase(const QStyleOption *option, QPainter *painter)
{
    const QRect rect = option->rect;
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1),
        colour(ColourRole::Hairline, option->palette));
}
} // namespace

bool StyleParts::has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

bool StyleParts::isPrimary(const QWidget *widget)
{
    return widget != nullptr && widget->property(PullpushStyle::PrimaryProperty).toBool();
}

bool StyleParts::isChip(const QWidget *widget)
{
    return widget != nullptr && widget->property(PullpushStyle::ChipProperty).isValid();
}

void StyleParts::drawRounded(
    QPainter *painter, const QRectF &rect, const QBrush &fill, const QPen &pen, qreal radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(pen);
    // A line of width w lies wholly inside the rectangle, on whole pixels.
    const qreal inset = pen.style() == Qt::NoPen ? 0 : pen.widthF() / 2;
    painter->drawRoundedRect(
        rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    painter->restore();
}

void StyleParts::drawChevron(
    QPainter *painter, const QRectF &rect, Qt::ArrowType direction, const QColor &ink)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->translate(rect.center());
    switch (direction) {
    case Qt::UpArrow:
        painter->rotate(180);
        break;
    case Qt::LeftArrow:
        painter->rotate(90);
        break;
    case Qt::RightArrow:
        painter->rotate(-90);
        break;
    case Qt::DownArrow:
    case Qt::NoArrow:
        break;
    }
    painter->drawPolyline(QPolygonF {QPointF(-3.5, -1.5), QPointF(0, 2), QPointF(3.5, -1.5)});
    painter->restore();
}

void StyleParts::drawPushButton(
    const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const QPalette &palette = option->palette;
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool flat = button != nullptr && button->features.testFlag(QStyleOptionButton::Flat);
    const bool hovered = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    const bool pressed = has(option, QStyle::State_Sunken);
    std::optional<QColor> fill = palette.color(QPalette::Button); // none: what lies beneath shows
    QPen line(palette.color(QPalette::Dark), 1);
    if (isPrimary(widget) && has(option, QStyle::State_Enabled)) {
        fill = colour(ColourRole::AccentFill, palette);
        line = Qt::NoPen;
        if (hovered || pressed)
            fill = fill->darker(pressed ? 124 : 112);
    } else {
        if (pressed || has(option, QStyle::State_On))
            fill = mixed(*fill, palette.color(QPalette::ButtonText), pressed ? 0.14 : 0.10);
        else if (hovered)
            fill = colour(ColourRole::Hover, palette);
        else if (flat)
            fill.reset();
        if (flat)
            line = Qt::NoPen;
        else if (!has(option, QStyle::State_Enabled))
            line.setColor(palette.color(QPalette::Mid));
    }
    drawRounded(painter, option->rect, fill ? QBrush(*fill) : QBrush(Qt::NoBrush), line);
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        drawFocusRing(painter, option->rect, palette);
}

void StyleParts::drawToolButton(
    const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const QPalette &palette = option->palette;
    const bool on = has(option, QStyle::State_On);
    const bool hovered = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    const bool pressed = has(option, QStyle::State_Sunken);
    if (isChip(widget)) {
        QBrush fill(Qt::NoBrush);
        if (on) {
            const QColor ground = palette.color(QPalette::Highlight);
            fill = hovered || pressed ? mixed(ground, palette.color(QPalette::Text), 0.06) : ground;
        } else if (hovered || pressed) {
            fill = colour(ColourRole::Hover, palette);
        }
        QColor line = palette.color(QPalette::Mid);
        if (has(option, QStyle::State_Enabled))
            line = on ? colour(ColourRole::Pull, palette) : palette.color(QPalette::Dark);
        drawRounded(painter, option->rect, fill, QPen(line, 1), option->rect.height() / 2.0);
    } else if (on || pressed || hovered) {
        QColor fill = on ? palette.color(QPalette::Highlight) : colour(ColourRole::Hover, palette);
        if (pressed)
            fill = mixed(fill, palette.color(QPalette::Text), 0.08);
        drawRounded(painter, option->rect, fill, Qt::NoPen);
    }
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        drawFocusRing(painter, option->rect, palette);
}

void StyleParts::drawField(const QStyleOption *option, QPainter *painter, bool fill)
{
    const QPalette &palette = option->palette;
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool focused = has(option, QStyle::State_HasFocus);
    QPen line(palette.color(enabled ? QPalette::Dark : QPalette::Mid), 1);
    if (focused)
        line = QPen(colour(ColourRole::Pull, palette), 2);
    const QBrush ground = fill ? QBrush(palette.color(enabled ? QPalette::Base : QPalette::Window))
                               : QBrush(Qt::NoBrush);
    drawRounded(painter, option->rect, ground, line);
}

void StyleParts::drawCheckMark(const QStyleOption *option, QPainter *painter, bool round)
{
    const QPalette &palette = option->palette;
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool filled = has(option, QStyle::State_On) || has(option, QStyle::State_NoChange);
    QColor fill = enabled ? palette.color(QPalette::Base) : palette.color(QPalette::Window);
    QPen line(palette.color(enabled ? QPalette::Shadow : QPalette::Mid), 1);
    if (isDark(palette) && enabled)
        line.setColor(colour(ColourRole::Exit, palette));
    if (filled) {
        fill = enabled ? colour(ColourRole::AccentFill, palette) : palette.color(QPalette::Dark);
        line = Qt::NoPen;
    } else if (has(option, QStyle::State_MouseOver) && enabled) {
        fill = colour(ColourRole::Hover, palette);
    }
    const QRectF box = option->rect;
    drawRounded(painter, box, fill, line, round ? box.width() / 2 : SmallRadius);
    if (!filled)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor ink = colour(ColourRole::AccentText, palette);
    if (round) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        painter->drawEllipse(box.center(), box.width() / 5, box.height() / 5);
    } else {
        painter->setPen(QPen(ink, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const auto at = [&box](qreal x, qreal y) {
            return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
        };
        if (has(option, QStyle::State_NoChange))
            painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
        else
            painter->drawPolyline(QPolygonF {at(0.26, 0.52), at(0.43, 0.69), at(0.75, 0.33)});
    }
    painter->restore();
}

void StyleParts::drawItemPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    // A cell alone under the pointer would say that cells are chosen, where rows are.
    const bool cells = widget != nullptr && widget->inherits("QTableView");
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (item != nullptr && item->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option->rect, item->backgroundBrush);
    if (has(option, QStyle::State_Selected))
        painter->fillRect(option->rect, option->palette.color(QPalette::Highlight));
    else if (!cells && has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        painter->fillRect(option->rect,
            mixed(option->palette.color(QPalette::Base), colour(ColourRole::Hover, option->palette),
                0.6));
}

void StyleParts::drawTabShape(const QStyleOption *option, QPainter *painter)
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (tab == nullptr)
        return;
    const bool selected = has(option, QStyle::State_Selected);
    const QPalette &palette = option->palette;
    QRectF area = QRectF(option->rect).adjusted(2, 2, -2, -4);
    if (!selected && has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        drawRounded(painter, area, colour(ColourRole::Hover, palette), Qt::NoPen);
    if (selected) {
        const bool side = tab->shape == QTabBar::RoundedWest || tab->shape == QTabBar::RoundedEast;
        QRectF bar = option->rect;
        if (side)
            bar.setLeft(bar.right() - 2);
        else
            bar.setTop(bar.bottom() - 2);
        drawRounded(painter, bar.adjusted(side ? 0 : 8, side ? 8 : 0, side ? 0 : -8, side ? -8 : 0),
            colour(ColourRole::Pull, palette), Qt::NoPen, 1);
    }
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        drawFocusRing(painter, area, palette);
}

void StyleParts::drawQuietField(const QStyleOption *option, QPainter *painter)
{
    const QRect rect = option->rect;
    painter->fillRect(rect, option->palette.color(QPalette::Base));
    if (has(option, QStyle::State_HasFocus) && !has(option, QStyle::State_ReadOnly))
        painter->fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2),
            colour(ColourRole::Pull, option->palette));
}

void StyleParts::drawHeaderSection(const QStyleOption *option, QPainter *painter)
{
    const QPalette &palette = option->palette;
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    const bool pressed = has(option, QStyle::State_Sunken);
    const bool hovered = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    painter->fillRect(option->rect,
        pressed || hovered ? colour(ColourRole::Hover, palette) : palette.color(QPalette::Base));
    const QRect rect = option->rect;
    const QColor line = colour(ColourRole::Hairline, palette);
    if (header != nullptr && header->orientation == Qt::Vertical)
        painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), line);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), line);
}

void StyleParts::drawSplitter(const QStyleOption *option, QPainter *painter)
{
    QRect line = option->rect;
    if (has(option, QStyle::State_Horizontal)) {
        line.setLeft(line.center().x());
        line.setWidth(1);
    } else {
        line.setTop(line.center().y());
        line.setHeight(1);
    }
    painter->fillRect(line, colour(ColourRole::Hairline, option->palette));
}

void StyleParts::drawMenuBarItem(const QStyleOption *option, QPainter *painter)
{
    painter->fillRect(option->rect, option->palette.color(QPalette::Window));
    if (has(option, QStyle::State_Selected))
        drawRounded(painter, option->rect.adjusted(1, 2, -1, -2),
            colour(ColourRole::Hover, option->palette), Qt::NoPen, SmallRadius);
}

void StyleParts::drawProgressGroove(const QStyleOption *option, QPainter *painter)
{
    drawRounded(painter, option->rect, option->palette.color(QPalette::Mid), Qt::NoPen,
        std::min(option->rect.height() / 2.0, SmallRadius));
}

void StyleParts::drawProgressContents(const QStyleOption *option, QPainter *painter)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (bar == nullptr)
        return;
    QRectF filled = bar->rect;
    const qreal radius = std::min(filled.height() / 2, SmallRadius);
    const int range = bar->maximum - bar->minimum;
    if (range > 0)
        filled.setWidth(filled.width() * (bar->progress - bar->minimum) / range);
    else
        filled.adjust(filled.width() / 3, 0, -filled.width() / 3, 0); // nobody knows how long
    if ((bar->direction == Qt::RightToLeft) != bar->invertedAppearance)
        filled.moveRight(bar->rect.right() + 1);
    if (filled.width() >= 1)
        drawRounded(painter, filled, colour(ColourRole::Pull, option->palette), Qt::NoPen,
            std::min(radius, filled.width() / 2));
}

bool StyleParts::showsFocusRect(const QStyleOption *option, const QWidget *widget)
{
    // Buttons and fields draw their own ring, with their own shape.
    if (qobject_cast<const QAbstractButton *>(widget) != nullptr)
        return widget->inherits("QCheckBox") || widget->inherits("QRadioButton");
    const auto *view = qobject_cast<const QAbstractItemView *>(widget);
    if (view == nullptr)
        return true;
    // In a list of rows the selected row says where the keyboard is, and one cell of it would say less.
    const bool rowSays = view->selectionBehavior() == QAbstractItemView::SelectRows
        && (view->selectionMode() == QAbstractItemView::SingleSelection
            || view->currentIndex().row() < 0
            || view->selectionModel()->isSelected(view->currentIndex()));
    return !rowSays && has(option, QStyle::State_KeyboardFocusChange);
}

bool StyleParts::drawPanel(
    QStyle::PrimitiveElement element, const QStyleOption *option, QPainter *painter)
{
    const QPalette &palette = option->palette;
    switch (element) {
    case QStyle::PE_FrameMenu:
    case QStyle::PE_Frame:
        painter->save();
        painter->setPen(colour(ColourRole::Hairline, palette));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return true;
    case QStyle::PE_PanelMenu:
        painter->fillRect(option->rect, palette.color(QPalette::Base));
        return true;
    case QStyle::PE_PanelTipLabel:
        painter->fillRect(option->rect, palette.color(QPalette::ToolTipBase));
        return true;
    case QStyle::PE_FrameTabWidget:
        painter->fillRect(QRect(option->rect.topLeft(), QSize(option->rect.width(), 1)),
            colour(ColourRole::Hairline, palette));
        return true;
    case QStyle::PE_FrameTabBarBase:
        drawTabBase(option, painter);
        return true;
    case QStyle::PE_FrameGroupBox:
    case QStyle::PE_FrameStatusBarItem:
    case QStyle::PE_PanelStatusBar:
    case QStyle::PE_FrameWindow:
        return true; // space and headings do what boxes would
    default:
        return false;
    }
}

std::optional<Qt::ArrowType> StyleParts::arrowOf(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_IndicatorArrowUp:
    case QStyle::PE_IndicatorSpinUp:
        return Qt::UpArrow;
    case QStyle::PE_IndicatorArrowDown:
    case QStyle::PE_IndicatorSpinDown:
    case QStyle::PE_IndicatorButtonDropDown:
        return Qt::DownArrow;
    case QStyle::PE_IndicatorArrowLeft:
        return Qt::LeftArrow;
    case QStyle::PE_IndicatorArrowRight:
        return Qt::RightArrow;
    default:
        return std::nullopt;
    }
}
