// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

#include <chrono>
#include <optional>

class QApplication;
class QLabel;
class QPushButton;
class QWidget;

/// What a colour means. Names ending in Text reach 4.5 : 1 on window and base, the others are marks
/// and reach 3 : 1.
enum class ColourRole {
    Pull, ///< marketing: blue
    Push, ///< sales: vermilion
    After, ///< after the sale: green
    Exit, ///< lost: grey
    PullText,
    PushText,
    AfterText,
    WarningText, ///< amber, for signs and text
    DangerText, ///< red, for signs and text
    QuietText, ///< secondary text
    AccentFill, ///< ground of the primary button
    AccentText, ///< text on AccentFill
    Hairline, ///< lines between parts; decoration, no contrast promised
    Surface, ///< raised or sunken ground beside base: trays, cards
    Rail, ///< ground of the rail
    Hover, ///< ground under the pointer
};

/// True if \a palette has light text on a dark window.
[[nodiscard]] bool isDark(const QPalette &palette);
/// The role's colour for a light or dark palette.
[[nodiscard]] QColor colour(ColourRole role, const QPalette &palette);
/// The role's colour thinned over the base colour, opaque: a ground for text of the normal colour.
/// \a strength is 0…1.
[[nodiscard]] QColor tint(ColourRole role, const QPalette &palette, qreal strength = 0.14);
/// \a mark thinned over the base colour, opaque. \a strength is 0…1.
[[nodiscard]] QColor tint(const QColor &mark, const QPalette &palette, qreal strength = 0.14);
/// Marks for campaigns, pillars and channels; eight, any \a index is taken modulo eight.
[[nodiscard]] QColor campaignColour(int index, const QPalette &palette);
inline constexpr int CampaignColours = 8;
/// Contrast ratio of WCAG 2.1, 1…21.
[[nodiscard]] double contrast(const QColor &one, const QColor &other);

/// Spacing in device-independent pixels, on a grid of 4.
namespace Metrics {
inline constexpr int Tiny = 4;
inline constexpr int Small = 8;
inline constexpr int Medium = 12;
inline constexpr int Large = 16;
inline constexpr int Wide = 24;
inline constexpr int Radius = 6;
inline constexpr int Icon = 16;
inline constexpr int LargeIcon = 22;
inline constexpr std::chrono::milliseconds TypingRest {
    700}; ///< without a key: what is typed is kept
} // namespace Metrics

/// \a base at 1.5 of its size, demi-bold: the title of an area.
[[nodiscard]] QFont titleFont(const QFont &base);
/// \a base at 1.2 of its size, demi-bold: the heading of a part.
[[nodiscard]] QFont headingFont(const QFont &base);
/// \a base at its size, demi-bold.
[[nodiscard]] QFont strongFont(const QFont &base);

/// A label with such a font. The text can be selected by nobody; pass the parent as for any QLabel.
[[nodiscard]] QLabel *titleLabel(const QString &text, QWidget *parent = nullptr);
[[nodiscard]] QLabel *headingLabel(const QString &text, QWidget *parent = nullptr);
/// Secondary text, wrapped.
[[nodiscard]] QLabel *quietLabel(const QString &text, QWidget *parent = nullptr);
/// Draws \a widget's text in the quiet colour, now and after a change of theme.
void makeQuiet(QWidget *widget);
/// Draws \a widget's text in \a role, now and after a change of theme.
void setInk(QWidget *widget, ColourRole role);
/// The quiet name of \a buddy, the field that its mnemonic leads to.
[[nodiscard]] QLabel *fieldLabel(const QString &text, QWidget *buddy, QWidget *parent = nullptr);
/// Fills \a button with the accent colour: the one thing to do on a page.
void makePrimary(QPushButton *button);
/// A hairline between two parts. \a orientation is the direction of the line.
[[nodiscard]] QWidget *hairline(Qt::Orientation orientation, QWidget *parent = nullptr);

/// Our palette and style on the application: light or dark as the system is, or as chosen.
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Choice { System, Light, Dark };
    Q_ENUM(Choice)

    /// Installs style, palette and icons on \a app. At most one lives at a time.
    explicit Theme(QApplication &app);
    ~Theme() override;

    [[nodiscard]] Choice choice() const { return m_choice; }
    void setChoice(Choice choice);

    /// "system", "light", "dark": how the choice is stored. Anything else is System.
    [[nodiscard]] static QString toText(Choice choice);
    [[nodiscard]] static Choice fromText(const QString &text);
    /// Our palette, without installing it.
    [[nodiscard]] static QPalette palette(bool dark);

signals:
    /// Palette and icons are those of the other lightness now.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();
    void onSystemChanged();
    void onPortalPreference(std::optional<bool> dark);

    QApplication &m_app;
    Choice m_choice = Choice::System;
    bool m_paletteDark = false; ///< what the system's palette says
    std::optional<bool> m_portalDark; ///< what the desktop portal says, if anything
    bool m_applying = false;
};
