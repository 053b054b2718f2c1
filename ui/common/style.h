// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

/// Fusion, quiet and flat: hairlines and rounded corners instead of bevels. Takes every colour from
/// the palette.
class PullpushStyle : public QProxyStyle
{
    Q_OBJECT
public:
    /// Dynamic property of a QPushButton that is filled with the accent colour; set by
    /// makePrimary().
    static constexpr const char *PrimaryProperty = "pullpushPrimary";
    /// Dynamic property of a QToolButton that is a filter chip: the ColourRole of its dot as a
    /// number, or -1.
    static constexpr const char *ChipProperty = "pullpushChip";

    PullpushStyle();

    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    void polish(QWidget *widget) override;
    void unpolish(QWidget *widget) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
        QPainter *painter, const QWidget *widget) const override;
    /// In a window from right to left words run as they do anywhere, from the window's edge.
    void drawItemText(QPainter *painter, const QRect &rect, int flags, const QPalette &palette,
        bool enabled, const QString &text, QPalette::ColorRole role) const override;
    /// Icons of what is disabled have the colour of its text.
    [[nodiscard]] QPixmap generatedIconPixmap(
        QIcon::Mode mode, const QPixmap &picture, const QStyleOption *option) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
        SubControl part, const QWidget *widget) const override;
    [[nodiscard]] QRect subElementRect(
        SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option,
        const QSize &size, const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(
        PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
        QStyleHintReturn *returned) const override;

protected:
    /// The wheel scrolls the page that a field is on, and turns the field only where the keyboard is there.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void drawScrollBar(const QStyleOptionComplex *option, QPainter *painter) const;
    void drawComboBox(
        const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawComboBoxLabel(
        const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawViewItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawSpinBox(
        const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawMenuButton(
        const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawButtonLabel(
        const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawChipLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawMenuItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawTabLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawHeader(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawHeaderLabel(
        const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
};
