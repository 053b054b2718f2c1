// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/style.h"

#include "ui_common/theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QItemSelectionModel>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr int ControlPadding = 12; // above and below the text of a control, together
constexpr int LeastControlHeight = 28;
constexpr int ScrollBarWidth = 12;
constexpr int LeastScrollHandle = 32;
constexpr qreal SmallRadius = 4;

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

bool isPrimary(const QWidget *widget)
{
    return widget != nullptr && widget->property(PullpushStyle::PrimaryProperty).toBool();
}

bool isChip(const QWidget *widget)
{
    return widget != nullptr && widget->property(PullpushStyle::ChipProperty).isValid();
}

/// \a one moved towards \a other by \a share of the way.
QColor mixed(const QColor &one, const QColor &other, qreal share)
{
    const auto mix = [share](float a, float b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(mix(one.redF(), other.redF()), mix(one.greenF(), other.greenF()),
        mix(one.blueF(), other.blueF()));
}

void drawRounded(QPainter *painter, const QRectF &rect, const QBrush &fill, const QPen &pen,
    qreal radius = Metrics::Radius)
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

void drawFocusRing(QPainter *painter, const QRectF &rect, const QPalette &palette)
{
    drawRounded(painter, rect, Qt::NoBrush, QPen(colour(ColourRole::Pull, palette), 2));
}

void drawChevron(QPainter *painter, const QRectF &rect, Qt::ArrowType direction, const QColor &ink)
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

void drawPushButton(const QStyleOption *option, QPainter *painter, const QWidget *widget)
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

void drawToolButton(const QStyleOption *option, QPainter *painter, const QWidget *widget)
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
        const QColor line = on ? colour(ColourRole::Pull, palette) : palette.color(QPalette::Dark);
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

void drawField(const QStyleOption *option, QPainter *painter, bool fill)
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

void drawCheckMark(const QStyleOption *option, QPainter *painter, bool round)
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

void drawItemPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget)
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

void drawTabShape(const QStyleOption *option, QPainter *painter)
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

/// A field without a frame: a line under it while it has the keyboard.
void drawQuietField(const QStyleOption *option, QPainter *painter)
{
    const QRect rect = option->rect;
    painter->fillRect(rect, option->palette.color(QPalette::Base));
    if (has(option, QStyle::State_HasFocus) && !has(option, QStyle::State_ReadOnly))
        painter->fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2),
            colour(ColourRole::Pull, option->palette));
}

void drawHeaderSection(const QStyleOption *option, QPainter *painter)
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

void drawTabBase(const QStyleOption *option, QPainter *painter)
{
    const QRect rect = option->rect;
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1),
        colour(ColourRole::Hairline, option->palette));
}

void drawSplitter(const QStyleOption *option, QPainter *painter)
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

void drawMenuBarItem(const QStyleOption *option, QPainter *painter)
{
    painter->fillRect(option->rect, option->palette.color(QPalette::Window));
    if (has(option, QStyle::State_Selected))
        drawRounded(painter, option->rect.adjusted(1, 2, -1, -2),
            colour(ColourRole::Hover, option->palette), Qt::NoPen, SmallRadius);
}

void drawProgressGroove(const QStyleOption *option, QPainter *painter)
{
    drawRounded(painter, option->rect, option->palette.color(QPalette::Mid), Qt::NoPen,
        std::min(option->rect.height() / 2.0, SmallRadius));
}

void drawProgressContents(const QStyleOption *option, QPainter *painter)
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

/// Whether a focus rectangle of Qt's own making is wanted.
bool showsFocusRect(const QStyleOption *option, const QWidget *widget)
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

/// The simple primitives; false if Fusion shall draw it.
bool drawPanel(QStyle::PrimitiveElement element, const QStyleOption *option, QPainter *painter)
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

std::optional<Qt::ArrowType> arrowOf(QStyle::PrimitiveElement element)
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

} // namespace

namespace {
bool turnsByWheel(const QWidget *widget)
{
    return qobject_cast<const QComboBox *>(widget) != nullptr
        || qobject_cast<const QAbstractSpinBox *>(widget) != nullptr;
}

/// Room for the sign of a menu behind the label of a tool button.
constexpr int MenuSignWidth = Metrics::Medium;

/// Whether \a option is a tool button that opens a menu: its sign stands behind the label, not over it in the corner.
bool hasMenuSign(const QStyleOption *option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    return button != nullptr && button->features.testFlag(QStyleOptionToolButton::HasMenu)
        && !button->features.testFlag(QStyleOptionToolButton::MenuButtonPopup);
}

/// How much wider the sign makes a button; beside an icon alone part of it stands in the button's own margin.
int menuSignRoom(const QStyleOption *option)
{
    if (!hasMenuSign(option))
        return 0;
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    const bool isIcon = button->toolButtonStyle == Qt::ToolButtonIconOnly || button->text.isEmpty();
    return isIcon ? Metrics::Tiny : MenuSignWidth;
}
} // namespace

PullpushStyle::PullpushStyle()
    : QProxyStyle(u"Fusion"_s)
{ }

void PullpushStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) != nullptr
        || qobject_cast<QTabBar *>(widget) != nullptr
        || qobject_cast<QComboBox *>(widget) != nullptr
        || qobject_cast<QAbstractSpinBox *>(widget) != nullptr
        || qobject_cast<QScrollBar *>(widget) != nullptr)
        widget->setAttribute(Qt::WA_Hover);
    if (auto *view = qobject_cast<QAbstractItemView *>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
    if (turnsByWheel(widget)) {
        if (widget->focusPolicy() == Qt::WheelFocus)
            widget->setFocusPolicy(Qt::StrongFocus);
        widget->installEventFilter(this);
    }
}

void PullpushStyle::unpolish(QWidget *widget)
{
    widget->removeEventFilter(this);
    QProxyStyle::unpolish(widget);
}

bool PullpushStyle::eventFilter(QObject *watched, QEvent *event)
{
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (event->type() != QEvent::Wheel || widget == nullptr || widget->hasFocus())
        return QProxyStyle::eventFilter(watched, event);
    event->ignore(); // on to what is around it
    return true;
}

void PullpushStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
    QPainter *painter, const QWidget *widget) const
{
    if (const auto arrow = arrowOf(element)) {
        drawChevron(painter, option->rect, *arrow, option->palette.color(QPalette::ButtonText));
        return;
    }
    switch (element) {
    case PE_PanelButtonCommand:
        drawPushButton(option, painter, widget);
        return;
    case PE_PanelButtonTool:
        drawToolButton(option, painter, widget);
        return;
    case PE_FrameDefaultButton:
        return;
    case PE_FrameFocusRect:
        if (showsFocusRect(option, widget))
            drawRounded(painter, option->rect, Qt::NoBrush,
                QPen(colour(ColourRole::Pull, option->palette), 1.5), SmallRadius);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame != nullptr && frame->lineWidth > 0)
            drawField(option, painter, true);
        else
            drawQuietField(option, painter);
        return;
    case PE_FrameLineEdit:
        drawField(option, painter, false);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckMark(option, painter, false);
        return;
    case PE_IndicatorRadioButton:
        drawCheckMark(option, painter, true);
        return;
    case PE_PanelItemViewItem:
        drawItemPanel(option, painter, widget);
        return;
    case PE_PanelItemViewRow:
        return; // the items cover the row
    case PE_IndicatorHeaderArrow:
        // Up is upwards in value, as readers know it; Qt's SortDown is the ascending order.
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
            header != nullptr && header->sortIndicator != QStyleOptionHeader::None)
            drawChevron(painter, option->rect,
                header->sortIndicator == QStyleOptionHeader::SortDown ? Qt::UpArrow : Qt::DownArrow,
                colour(ColourRole::QuietText, option->palette));
        return;
    default:
        break;
    }
    if (!drawPanel(element, option, painter))
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void PullpushStyle::drawControl(ControlElement element, const QStyleOption *option,
    QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        drawButtonLabel(option, painter, widget);
        return;
    case CE_ToolButtonLabel:
        drawChipLabel(option, painter, widget);
        return;
    case CE_TabBarTabShape:
        drawTabShape(option, painter);
        return;
    case CE_TabBarTabLabel:
        drawTabLabel(option, painter, widget);
        return;
    case CE_Header:
        drawHeader(option, painter, widget);
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeaderSection(option, painter);
        return;
    case CE_HeaderLabel:
        drawHeaderLabel(option, painter, widget);
        return;
    case CE_MenuItem:
        drawMenuItem(option, painter, widget);
        return;
    case CE_MenuBarItem:
        drawMenuBarItem(option, painter);
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            drawItemText(painter, item->rect,
                Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, item->palette,
                has(item, State_Enabled), item->text, QPalette::WindowText);
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        return;
    case CE_Splitter:
        drawSplitter(option, painter);
        return;
    case CE_ToolBar:
        return;
    case CE_ProgressBarGroove:
        drawProgressGroove(option, painter);
        return;
    case CE_ProgressBarContents:
        drawProgressContents(option, painter);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void PullpushStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
    QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ScrollBar:
        drawScrollBar(option, painter);
        return;
    case CC_ComboBox:
        drawComboBox(option, painter, widget);
        return;
    case CC_SpinBox:
        drawSpinBox(option, painter, widget);
        return;
    case CC_ToolButton:
        if (hasMenuSign(option)) {
            drawMenuButton(option, painter, widget);
            return;
        }
        [[fallthrough]];
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

void PullpushStyle::drawMenuButton(
    const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    QStyleOptionToolButton ground(*button);
    ground.features &= ~QStyleOptionToolButton::HasMenu;
    ground.text.clear();
    ground.icon = {};
    QProxyStyle::drawComplexControl(CC_ToolButton, &ground, painter, widget);
    QStyleOptionToolButton label(*button);
    label.rect =
        visualRect(option->direction, option->rect, option->rect.adjusted(0, 0, -MenuSignWidth, 0));
    drawControl(CE_ToolButtonLabel, &label, painter, widget);
    QStyleOption sign;
    sign.state = option->state;
    sign.direction = option->direction;
    sign.palette = option->palette;
    sign.fontMetrics = option->fontMetrics;
    sign.rect = alignedRect(option->direction, Qt::AlignRight | Qt::AlignVCenter,
        QSize(MenuSignWidth, MenuSignWidth),
        visualRect(
            option->direction, option->rect, option->rect.adjusted(0, 0, -Metrics::Tiny, 0)));
    drawPrimitive(PE_IndicatorArrowDown, &sign, painter, widget);
}

QRect PullpushStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
    SubControl part, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || bar == nullptr)
        return QProxyStyle::subControlRect(control, option, part, widget);
    // No arrow buttons: the groove is the whole bar.
    const bool horizontal = bar->orientation == Qt::Horizontal;
    const int length = horizontal ? bar->rect.width() : bar->rect.height();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    int handle = length;
    if (range > 0)
        handle =
            std::clamp(static_cast<int>(qint64(bar->pageStep) * length / (range + bar->pageStep)),
                std::min(LeastScrollHandle, length), length);
    const int start = sliderPositionFromValue(
        bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
    const auto along = [&](int from, int size) {
        const QRect rect = horizontal
            ? QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height())
            : QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size);
        return visualRect(bar->direction, bar->rect, rect);
    };
    switch (part) {
    case SC_ScrollBarGroove:
        return bar->rect;
    case SC_ScrollBarSlider:
        return along(start, handle);
    case SC_ScrollBarSubPage:
        return along(0, start);
    case SC_ScrollBarAddPage:
        return along(start + handle, length - start - handle);
    default:
        return {};
    }
}

QRect PullpushStyle::subElementRect(
    SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && frame != nullptr && frame->lineWidth > 0)
        return rect.adjusted(Metrics::Tiny, 0, -Metrics::Tiny, 0);
    return rect;
}

QSize PullpushStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int text = option != nullptr ? option->fontMetrics.height() : 0;
    const int control = std::max(text + ControlPadding, LeastControlHeight);
    switch (type) {
    case CT_PushButton:
        result.setHeight(control);
        result.setWidth(std::max(result.width() + Metrics::Small, 64));
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
            button != nullptr && button->features.testFlag(QStyleOptionButton::Flat))
            result.setWidth(size.width() + Metrics::Large);
        break;
    case CT_ComboBox:
        result.setWidth(result.width() + Metrics::Small);
        [[fallthrough]];
    case CT_LineEdit:
        result.setHeight(std::max(size.height() + Metrics::Tiny, control));
        break;
    case CT_SpinBox:
        result.setHeight(std::max(size.height(), control));
        break;
    case CT_ToolButton:
        if (isChip(widget)) {
            const bool dot = widget->property(ChipProperty).toInt() >= 0;
            result = QSize(size.width() + Metrics::Wide + (dot ? Metrics::Medium : 0),
                std::max(text + Metrics::Small, 24));
        } else {
            result = QSize(std::max(result.width(), LeastControlHeight) + menuSignRoom(option),
                std::max(result.height(), LeastControlHeight));
        }
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item != nullptr && item->menuItemType != QStyleOptionMenuItem::Separator)
            result.setHeight(std::max(result.height(), text + 10));
        break;
    case CT_MenuBarItem:
        result.setHeight(text + Metrics::Medium);
        break;
    case CT_HeaderSection:
        result.setHeight(std::max(result.height(), text + Metrics::Medium));
        break;
    case CT_TabBarTab:
        result.setHeight(text + Metrics::Large);
        break;
    default:
        break;
    }
    return result;
}

int PullpushStyle::pixelMetric(
    PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return ScrollBarWidth;
    case PM_ScrollBarSliderMin:
        return LeastScrollHandle;
    case PM_SplitterWidth:
        return 1; // Qt widens what the pointer can grab
    case PM_TabBarTabHSpace:
        return Metrics::Wide;
    case PM_TabBarTabOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ButtonDefaultIndicator:
        return 0;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return Metrics::Icon;
    case PM_ToolBarIconSize:
        return Metrics::LargeIcon;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return Metrics::Medium;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return Metrics::Small;
    case PM_HeaderMargin:
        return Metrics::Small;
    case PM_FocusFrameHMargin:
        return Metrics::Small - 1; // Qt adds one: cells and headings begin at the same line
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
    case PM_MenuHMargin:
        return Metrics::Tiny;
    case PM_ToolTipLabelFrameWidth:
        return Metrics::Tiny;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int PullpushStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
    QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_Table_GridLineColor:
        if (option != nullptr)
            return static_cast<int>(colour(ColourRole::Hairline, option->palette).rgba());
        break;
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
        return 0;
    case SH_UnderlineShortcut:
        // In menus the letters help; on every label they would be noise.
        return qobject_cast<const QMenu *>(widget) != nullptr
                || qobject_cast<const QMenuBar *>(widget) != nullptr
            ? 1
            : 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    default:
        break;
    }
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

void PullpushStyle::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (bar == nullptr)
        return;
    const QPalette &palette = option->palette;
    painter->fillRect(option->rect, palette.color(QPalette::Base));
    if (bar->maximum <= bar->minimum)
        return;
    const bool active = bar->activeSubControls.testFlag(SC_ScrollBarSlider)
        && (has(option, State_MouseOver) || has(option, State_Sunken));
    QColor fill = palette.color(QPalette::Dark);
    if (active)
        fill = colour(ColourRole::Exit, palette);
    QRectF handle = proxy()->subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, nullptr);
    const qreal across = active ? 2 : 3;
    if (bar->orientation == Qt::Horizontal)
        handle.adjust(2, across, -2, -across);
    else
        handle.adjust(across, 2, -across, -2);
    drawRounded(painter, handle, fill, Qt::NoPen, std::min(handle.width(), handle.height()) / 2);
}

void PullpushStyle::drawComboBox(
    const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (combo == nullptr)
        return;
    if (combo->frame) {
        QStyleOptionComboBox field(*combo);
        if (!combo->editable)
            field.state.setFlag(State_HasFocus,
                has(option, State_HasFocus) && has(option, State_KeyboardFocusChange));
        drawField(&field, painter, true);
        if (!combo->editable && has(option, State_MouseOver) && has(option, State_Enabled))
            drawRounded(painter, QRectF(option->rect).adjusted(1, 1, -1, -1),
                colour(ColourRole::Hover, option->palette), Qt::NoPen, Metrics::Radius - 1);
    }
    const QRect arrow = proxy()->subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    drawChevron(painter, arrow, Qt::DownArrow,
        option->palette.color(
            has(option, State_Enabled) ? QPalette::Normal : QPalette::Disabled, QPalette::Text));
}

void PullpushStyle::drawSpinBox(
    const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (spin == nullptr)
        return;
    if (spin->frame)
        drawField(option, painter, true);
    if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrow = [&](SubControl part, Qt::ArrowType direction,
                           QAbstractSpinBox::StepEnabledFlag step) {
        const bool enabled = has(option, State_Enabled) && spin->stepEnabled.testFlag(step);
        const bool active = enabled && spin->activeSubControls.testFlag(part);
        const QRect rect = proxy()->subControlRect(CC_SpinBox, option, part, widget);
        if (active && (has(option, State_MouseOver) || has(option, State_Sunken)))
            drawRounded(painter, QRectF(rect).adjusted(1, 1, -2, -1),
                colour(ColourRole::Hover, option->palette), Qt::NoPen, 3);
        drawChevron(painter, rect, direction,
            option->palette.color(enabled ? QPalette::Normal : QPalette::Disabled, QPalette::Text));
    };
    arrow(SC_SpinBoxUp, Qt::UpArrow, QAbstractSpinBox::StepUpEnabled);
    arrow(SC_SpinBoxDown, Qt::DownArrow, QAbstractSpinBox::StepDownEnabled);
}

void PullpushStyle::drawButtonLabel(
    const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (button == nullptr || !has(option, State_Enabled)) {
        QProxyStyle::drawControl(CE_PushButtonLabel, option, painter, widget);
        return;
    }
    if (button->features.testFlag(QStyleOptionButton::HasMenu) && button->icon.isNull()) {
        // A choice reads like the combo boxes beside it: from the leading edge, before the sign of the menu.
        const QRect room = visualRect(option->direction, option->rect,
            option->rect.adjusted(Metrics::Small - 2, 0, -2 * Metrics::Medium, 0));
        drawItemText(painter, room,
            int(visualAlignment(option->direction, Qt::AlignLeft | Qt::AlignVCenter)),
            option->palette, true,
            option->fontMetrics.elidedText(button->text, Qt::ElideRight, room.width()),
            QPalette::ButtonText);
        return;
    }
    QStyleOptionButton label(*button);
    if (isPrimary(widget))
        label.palette.setColor(
            QPalette::ButtonText, colour(ColourRole::AccentText, option->palette));
    else if (button->features.testFlag(QStyleOptionButton::Flat))
        label.palette.setColor(QPalette::ButtonText, option->palette.color(QPalette::Link));
    QProxyStyle::drawControl(CE_PushButtonLabel, &label, painter, widget);
}

void PullpushStyle::drawChipLabel(
    const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (button == nullptr || !isChip(widget)) {
        QProxyStyle::drawControl(CE_ToolButtonLabel, option, painter, widget);
        return;
    }
    QRect text = widget->rect();
    const int role = widget->property(ChipProperty).toInt();
    if (role >= 0) {
        QRect dot(0, 0, Metrics::Small, Metrics::Small);
        dot.moveCenter(QPoint(Metrics::Large, text.center().y()));
        dot = visualRect(option->direction, text, dot);
        drawRounded(painter, dot, colour(static_cast<ColourRole>(role), option->palette), Qt::NoPen,
            Metrics::Small / 2.0);
        text = visualRect(option->direction, text, text.adjusted(Metrics::Large, 0, 0, 0));
    }
    drawItemText(painter, text, Qt::AlignCenter | Qt::TextHideMnemonic | Qt::TextSingleLine,
        option->palette, has(option, State_Enabled), button->text, QPalette::WindowText);
}

void PullpushStyle::drawMenuItem(
    const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (item == nullptr)
        return;
    if (item->menuItemType == QStyleOptionMenuItem::Separator && item->text.isEmpty()) {
        const int middle = option->rect.center().y();
        painter->fillRect(QRect(option->rect.left() + Metrics::Small, middle,
                              option->rect.width() - 2 * Metrics::Small, 1),
            colour(ColourRole::Hairline, option->palette));
        return;
    }
    QStyleOptionMenuItem plain(*item);
    if (has(option, State_Selected) && has(option, State_Enabled)) {
        drawRounded(painter, option->rect, option->palette.color(QPalette::Highlight), Qt::NoPen,
            SmallRadius);
        plain.state.setFlag(State_Selected, false);
    }
    QProxyStyle::drawControl(CE_MenuItem, &plain, painter, widget);
}

void PullpushStyle::drawTabLabel(
    const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (tab == nullptr)
        return;
    QStyleOptionTab label(*tab);
    label.state.setFlag(State_HasFocus, false); // the shape draws the ring
    if (!has(option, State_Selected) && has(option, State_Enabled))
        label.palette.setColor(
            QPalette::WindowText, colour(ColourRole::QuietText, option->palette));
    QProxyStyle::drawControl(CE_TabBarTabLabel, &label, painter, widget);
}

void PullpushStyle::drawHeader(
    const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    drawHeaderSection(option, painter);
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (header == nullptr)
        return;
    QStyleOptionHeader part(*header);
    const QRect inner = option->rect.adjusted(Metrics::Small, 0, -Metrics::Tiny, 0);
    const bool sorted = header->sortIndicator != QStyleOptionHeader::None;
    const int arrow = sorted ? Metrics::Medium : 0;
    part.rect = visualRect(option->direction, option->rect, inner.adjusted(0, 0, -arrow, 0));
    drawHeaderLabel(&part, painter, widget);
    if (!sorted)
        return;
    part.rect = alignedRect(option->direction, Qt::AlignRight | Qt::AlignVCenter,
        QSize(arrow, arrow), visualRect(option->direction, option->rect, inner));
    drawPrimitive(PE_IndicatorHeaderArrow, &part, painter, widget);
}

void PullpushStyle::drawHeaderLabel(
    const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (header == nullptr)
        return;
    QStyleOptionHeaderV2 label;
    if (const auto *full = qstyleoption_cast<const QStyleOptionHeaderV2 *>(option))
        label = *full;
    else
        static_cast<QStyleOptionHeader &>(label) = *header;
    label.palette.setColor(QPalette::ButtonText, colour(ColourRole::QuietText, option->palette));
    label.state.setFlag(State_On, false); // a selected row does not make its heading bold
    QProxyStyle::drawControl(CE_HeaderLabel, &label, painter, widget);
}
