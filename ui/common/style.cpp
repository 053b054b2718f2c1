// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/style.h"

#include "base/isolated.h"
#include "ui_common/icons.h"
#include "ui_common/ownway.h"
#include "ui_common/styleparts.h"
#include "ui_common/theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace StyleParts;

namespace {
constexpr int ControlPadding = 12; // above and below the text of a control, together
constexpr int LeastControlHeight = 28;
constexpr int ScrollBarWidth = 12;
constexpr int LeastScrollHandle = 32;

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
    case CE_ComboBoxLabel:
        drawComboBoxLabel(option, painter, widget);
        return;
    case CE_ItemViewItem:
        drawViewItem(option, painter, widget);
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

void PullpushStyle::drawItemText(QPainter *painter, const QRect &rect, int flags,
    const QPalette &palette, bool enabled, const QString &text, QPalette::ColorRole role) const
{
    // Labels look at their words themselves, and say so.
    const bool isTold = (flags & (Qt::TextForceLeftToRight | Qt::TextForceRightToLeft)) != 0;
    if (isTold || painter->layoutDirection() != Qt::RightToLeft) {
        QProxyStyle::drawItemText(painter, rect, flags, palette, enabled, text, role);
        return;
    }
    QProxyStyle::drawItemText(painter, rect, ownWayFlags(flags, text, Qt::RightToLeft), palette,
        enabled, withIsolatedFigures(text), role);
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

QPixmap PullpushStyle::generatedIconPixmap(
    QIcon::Mode mode, const QPixmap &picture, const QStyleOption *option) const
{
    if (mode != QIcon::Disabled)
        return QProxyStyle::generatedIconPixmap(mode, picture, option);
    // Qt's own way makes dark signs paler, and leaves light ones on a dark ground nearly as they are.
    return Icons::filled(picture, option->palette.color(QPalette::Disabled, QPalette::ButtonText));
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

void PullpushStyle::drawComboBoxLabel(
    const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (combo == nullptr || combo->editable) {
        QProxyStyle::drawControl(CE_ComboBoxLabel, option, painter, widget);
        return;
    }
    // What does not fit in a narrow window ends in dots, not within a letter.
    QStyleOptionComboBox shown(*combo);
    const QRect room = proxy()->subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget);
    const int icon = combo->currentIcon.isNull() ? 0 : combo->iconSize.width() + Metrics::Tiny;
    shown.currentText =
        combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, room.width() - icon);
    QProxyStyle::drawControl(CE_ComboBoxLabel, &shown, painter, widget);
}

void PullpushStyle::drawViewItem(
    const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (item == nullptr || item->direction != Qt::RightToLeft) {
        QProxyStyle::drawControl(CE_ItemViewItem, option, painter, widget);
        return;
    }
    // A view lays its items out in the window's direction: their words are islands in it.
    QStyleOptionViewItem shown(*item);
    shown.text = isolated(withIsolatedFigures(item->text));
    QProxyStyle::drawControl(CE_ItemViewItem, &shown, painter, widget);
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
        drawRounded(painter, dot,
            has(option, State_Enabled)
                ? colour(static_cast<ColourRole>(role), option->palette)
                : option->palette.color(QPalette::Disabled, QPalette::WindowText),
            Qt::NoPen, Metrics::Small / 2.0);
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
