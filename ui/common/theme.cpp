// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/theme.h"

#include "ui_common/icons.h"
#include "ui_common/portalscheme.h"
#include "ui_common/style.h"

#include <QApplication>
#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
/// Keeps the colour of a widget: what is set on one widget does not follow the application's palette.
class WidgetInk : public QObject
{
public:
    explicit WidgetInk(QWidget *widget)
        : QObject(widget)
        , m_widget(widget)
    {
        widget->installEventFilter(this);
    }
    void setRole(ColourRole role)
    {
        m_role = role;
        draw();
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == m_widget && event->type() == QEvent::PaletteChange)
            draw();
        return QObject::eventFilter(watched, event);
    }

private:
    void draw()
    {
        QPalette ink = m_widget->palette();
        const QColor wanted = colour(m_role, ink);
        if (ink.color(QPalette::WindowText) == wanted)
            return;
        ink.setColor(QPalette::WindowText, wanted);
        m_widget->setPalette(ink);
    }

    QWidget *m_widget;
    ColourRole m_role = ColourRole::QuietText;
};

struct Shades
{
    QRgb light;
    QRgb dark;
};

/// Marks and text colours of Okabe and Ito's set; text shades are darkened (lightened on dark)
/// until they read.
constexpr Shades shadesOf(ColourRole role)
{
    switch (role) {
    case ColourRole::Pull:
        return {0xff0072b2, 0xff4fa8e0};
    case ColourRole::Push:
        return {0xffd55e00, 0xfff58440};
    case ColourRole::After:
        return {0xff009e73, 0xff2bbe8f};
    case ColourRole::Exit:
        return {0xff767c86, 0xff8c929c};
    case ColourRole::PullText:
        return {0xff00649c, 0xff78c0ee};
    case ColourRole::PushText:
        return {0xffa84a00, 0xffff9f63};
    case ColourRole::AfterText:
        return {0xff00724f, 0xff4fd0a5};
    case ColourRole::WarningText:
        return {0xff8f5f00, 0xffe2b344};
    case ColourRole::DangerText:
        return {0xffc42b2b, 0xffff7d74};
    case ColourRole::QuietText:
        return {0xff5a6069, 0xffa4aab3};
    case ColourRole::AccentFill:
        return {0xff0072b2, 0xff1a76b4};
    case ColourRole::AccentText:
        return {0xffffffff, 0xffffffff};
    case ColourRole::Hairline:
        return {0xffdfe2e6, 0xff3b3e44};
    case ColourRole::Surface:
        return {0xfff7f8f9, 0xff2c2e33};
    case ColourRole::Rail:
        return {0xffeef0f2, 0xff191a1d};
    case ColourRole::Hover:
        return {0xffe6e9ec, 0xff35383e};
    }
    return {};
}

/// Eight hues that keep apart from each other in both themes; the first three are the sides' own.
constexpr std::array<Shades, CampaignColours> CampaignShades {
    {{0xff0072b2, 0xff4fa8e0}, {0xffd55e00, 0xfff58440}, {0xff008f68, 0xff2bbe8f},
        {0xffb4488c, 0xffe07bbb}, {0xff8a6d00, 0xffd9be4a}, {0xff6a58c8, 0xffa597f5},
        {0xff0e7c8b, 0xff4cc3cf}, {0xff6b7280, 0xffa4aab3}}};

QColor pick(Shades shades, bool dark)
{
    return QColor::fromRgba(dark ? shades.dark : shades.light);
}

double luminance(const QColor &colour)
{
    const auto linear = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

QFont scaled(const QFont &base, qreal factor)
{
    QFont font = base;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    font.setWeight(QFont::DemiBold);
    return font;
}

QLabel *labelWith(const QString &text, const QFont &font, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(font);
    return label;
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::WindowText).lightnessF()
        > palette.color(QPalette::Window).lightnessF();
}

QColor colour(ColourRole role, const QPalette &palette)
{
    return pick(shadesOf(role), isDark(palette));
}

QColor tint(ColourRole role, const QPalette &palette, qreal strength)
{
    return tint(colour(role, palette), palette, strength);
}

QColor tint(const QColor &mark, const QPalette &palette, qreal strength)
{
    const QColor base = palette.color(QPalette::Base);
    const auto mix = [strength](double over, double under) {
        return static_cast<float>(over * strength + under * (1 - strength));
    };
    return QColor::fromRgbF(mix(mark.redF(), base.redF()), mix(mark.greenF(), base.greenF()),
        mix(mark.blueF(), base.blueF()));
}

QColor campaignColour(int index, const QPalette &palette)
{
    const int wrapped = ((index % CampaignColours) + CampaignColours) % CampaignColours;
    return pick(CampaignShades.at(static_cast<size_t>(wrapped)), isDark(palette));
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QFont titleFont(const QFont &base)
{
    return scaled(base, 1.5);
}

QFont headingFont(const QFont &base)
{
    return scaled(base, 1.2);
}

QFont strongFont(const QFont &base)
{
    return scaled(base, 1.0);
}

QLabel *titleLabel(const QString &text, QWidget *parent)
{
    return labelWith(text, titleFont(QApplication::font()), parent);
}

QLabel *headingLabel(const QString &text, QWidget *parent)
{
    return labelWith(text, headingFont(QApplication::font()), parent);
}

QLabel *quietLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    makeQuiet(label);
    return label;
}

void makeQuiet(QWidget *widget)
{
    // The placeholder role is the quiet colour in our palette, so a theme change needs no code
    // here.
    widget->setForegroundRole(QPalette::PlaceholderText);
}

void setInk(QWidget *widget, ColourRole role)
{
    const auto parts = widget->children();
    const auto known = std::ranges::find_if(parts,
        [](const QObject *part) { return dynamic_cast<const WidgetInk *>(part) != nullptr; });
    auto *ink = known == parts.end() ? new WidgetInk(widget) : static_cast<WidgetInk *>(*known);
    ink->setRole(role);
}

QLabel *fieldLabel(const QString &text, QWidget *buddy, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    makeQuiet(label);
    label->setBuddy(buddy);
    return label;
}

void makePrimary(QPushButton *button)
{
    button->setProperty(PullpushStyle::PrimaryProperty, true);
    button->update();
}

QWidget *hairline(Qt::Orientation orientation, QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFrameShape(orientation == Qt::Horizontal ? QFrame::HLine : QFrame::VLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    line->setLineWidth(1);
    if (orientation == Qt::Horizontal)
        line->setFixedHeight(1);
    else
        line->setFixedWidth(1);
    return line;
}

Theme::Theme(QApplication &app)
    : m_app(app)
{
    m_app.setStyle(new PullpushStyle);
    m_paletteDark = isDark(QApplication::palette());
    apply();
    m_app.installEventFilter(this);
    auto *portal = new PortalScheme(this);
    connect(portal, &PortalScheme::preferenceChanged, this, &Theme::onPortalPreference);
}

Theme::~Theme() = default;

void Theme::setChoice(Choice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply();
}

QString Theme::toText(Choice choice)
{
    switch (choice) {
    case Choice::System:
        return u"system"_s;
    case Choice::Light:
        return u"light"_s;
    case Choice::Dark:
        return u"dark"_s;
    }
    return {};
}

Theme::Choice Theme::fromText(const QString &text)
{
    if (text == "light"_L1)
        return Choice::Light;
    return text == "dark"_L1 ? Choice::Dark : Choice::System;
}

QPalette Theme::palette(bool dark)
{
    const auto set = [dark](
                         QPalette &palette, QPalette::ColorRole role, QRgb light, QRgb darkShade) {
        palette.setColor(role, QColor::fromRgba(dark ? darkShade : light));
    };
    QPalette palette;
    set(palette, QPalette::Window, 0xfff5f6f7, 0xff1f2023);
    set(palette, QPalette::Base, 0xffffffff, 0xff27292d);
    set(palette, QPalette::AlternateBase, 0xfff7f8f9, 0xff2c2e33);
    set(palette, QPalette::Button, 0xffffffff, 0xff303237);
    set(palette, QPalette::ToolTipBase, 0xff2b2e33, 0xff3b3e44);
    set(palette, QPalette::ToolTipText, 0xffffffff, 0xffe7e9ec);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        set(palette, role, 0xff1d2025, 0xffe7e9ec);
    set(palette, QPalette::BrightText, 0xffc42b2b, 0xffff7d74);
    set(palette, QPalette::PlaceholderText, 0xff5a6069, 0xffa4aab3);
    // A soft ground keeps the marks inside a selected row readable; the text stays as it is.
    set(palette, QPalette::Highlight, 0xffd3e5f3, 0xff21475f);
    set(palette, QPalette::HighlightedText, 0xff1d2025, 0xffe7e9ec);
    set(palette, QPalette::Link, 0xff00649c, 0xff78c0ee);
    set(palette, QPalette::LinkVisited, 0xff6a58c8, 0xffa597f5);
    set(palette, QPalette::Light, 0xffffffff, 0xff3b3e44);
    set(palette, QPalette::Midlight, 0xffeef0f2, 0xff35383e);
    set(palette, QPalette::Mid, 0xffdfe2e6, 0xff3b3e44);
    set(palette, QPalette::Dark, 0xffa9afb8, 0xff55595f);
    set(palette, QPalette::Shadow, 0xff767c86, 0xff0f1012);
    // What cannot be used now steps back as far in both, and can still be read: about 3 : 1.
    const auto setDisabled = [&](QPalette::ColorRole role, QRgb light, QRgb darkShade) {
        palette.setColor(QPalette::Disabled, role, QColor::fromRgba(dark ? darkShade : light));
    };
    for (const auto role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        setDisabled(role, 0xff848a93, 0xff70767f);
    setDisabled(QPalette::HighlightedText, 0xff848a93, 0xff7c828b);
    return palette;
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // Windows hear of a change of the system's theme, and only of that, through ThemeChange.
    if (event->type() == QEvent::ThemeChange && watched->isWindowType() && !m_applying)
        QMetaObject::invokeMethod(this, &Theme::onSystemChanged, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void Theme::onSystemChanged()
{
    m_applying = true;
    QApplication::setPalette(QPalette()); // ours away, so that the system's shows
    m_paletteDark = isDark(QApplication::palette());
    m_applying = false;
    apply();
}

void Theme::onPortalPreference(std::optional<bool> dark)
{
    if (dark == m_portalDark)
        return;
    m_portalDark = dark;
    apply();
}

void Theme::apply()
{
    const bool dark = m_choice == Choice::System ? m_portalDark.value_or(m_paletteDark)
                                                 : m_choice == Choice::Dark;
    m_applying = true;
    QApplication::setPalette(palette(dark));
    Icons::follow(QApplication::palette());
    m_applying = false;
    emit changed();
}
