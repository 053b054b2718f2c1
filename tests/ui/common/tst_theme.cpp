// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_common/closebutton.h"
#include "ui_common/icons.h"
#include "ui_common/style.h"
#include "ui_common/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

class TstTheme : public QObject
{
    Q_OBJECT
private slots:
    void textReads_data();
    void textReads();
    void whatIsDisabledIsFainter_data();
    void whatIsDisabledIsFainter();
    void signsOfWhatIsDisabledAreAsFaint_data();
    void signsOfWhatIsDisabledAreAsFaint();
    void paintedSignsOfWhatIsDisabledAreAsFaint_data();
    void paintedSignsOfWhatIsDisabledAreAsFaint();
    void marksAreSeen_data();
    void marksAreSeen();
    void contrastOfBlackOnWhite();
    void choiceChangesPaletteAndBack();
    void choiceSurvivesText();
    void iconsExistInBothThemes();
    void inkFollowsTheTheme();
    void theWheelTurnsOnlyWhereTheKeyboardIs();
    void aNarrowChoiceEndsInDots_data();
    void aNarrowChoiceEndsInDots();
};

static void bothThemes()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TstTheme::textReads_data()
{
    bothThemes();
}

void TstTheme::textReads()
{
    QFETCH(bool, dark);
    const QPalette palette = Theme::palette(dark);
    QCOMPARE(isDark(palette), dark);
    const auto reads = [](const QColor &text, const QColor &ground, const char *what) {
        QVERIFY2(contrast(text, ground) >= 4.5,
            qPrintable(u"%1 %2"_s.arg(QLatin1StringView(what)).arg(contrast(text, ground))));
    };
    const QList<QColor> grounds {palette.color(QPalette::Window), palette.color(QPalette::Base),
        palette.color(QPalette::AlternateBase), palette.color(QPalette::Highlight),
        palette.color(QPalette::Button), colour(ColourRole::Surface, palette),
        colour(ColourRole::Rail, palette), colour(ColourRole::Hover, palette)};
    for (const QColor &ground : grounds)
        reads(palette.color(QPalette::Text), ground, "text");
    for (const ColourRole role : {ColourRole::PullText, ColourRole::PushText, ColourRole::AfterText,
             ColourRole::WarningText, ColourRole::DangerText, ColourRole::QuietText}) {
        for (const QColor &ground : {palette.color(QPalette::Window), palette.color(QPalette::Base),
                 colour(ColourRole::Surface, palette), colour(ColourRole::Rail, palette)})
            reads(colour(role, palette), ground, "role");
        reads(colour(role, palette), tint(role, palette, 0.10), "role on its tint");
    }
    reads(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base), "placeholder");
    reads(palette.color(QPalette::Link), palette.color(QPalette::Base), "link");
    reads(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight), "selected");
    reads(palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase), "tool tip");
    reads(colour(ColourRole::AccentText, palette), colour(ColourRole::AccentFill, palette),
        "primary");
}

void TstTheme::whatIsDisabledIsFainter_data()
{
    bothThemes();
}

void TstTheme::whatIsDisabledIsFainter()
{
    QFETCH(bool, dark);
    const QPalette palette = Theme::palette(dark);
    const QList<QColor> grounds {palette.color(QPalette::Window), palette.color(QPalette::Base),
        palette.color(QPalette::AlternateBase), palette.color(QPalette::Button),
        colour(ColourRole::Surface, palette), colour(ColourRole::Rail, palette)};
    const auto check = [&](QPalette::ColorRole role, double least) {
        const QColor enabled = palette.color(QPalette::Active, role);
        const QColor disabled = palette.color(QPalette::Disabled, role);
        QCOMPARE(palette.color(QPalette::Inactive, role), enabled);
        QVERIFY2(contrast(enabled, disabled) >= least,
            qPrintable(u"%1 %2"_s.arg(role).arg(contrast(enabled, disabled))));
        for (const QColor &ground : grounds) {
            const double left = contrast(disabled, ground);
            QVERIFY2(left >= (dark ? 2.5 : 3.0), qPrintable(u"%1 %2"_s.arg(role).arg(left)));
            QVERIFY2(left < 4.5, qPrintable(u"%1 %2"_s.arg(role).arg(left)));
        }
    };
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        check(role, 3.5);
    check(QPalette::PlaceholderText, 1.75); // which is quiet already
    QVERIFY(contrast(palette.color(QPalette::Disabled, QPalette::HighlightedText),
                palette.color(QPalette::Disabled, QPalette::Highlight))
        >= 2.5);
}

void TstTheme::signsOfWhatIsDisabledAreAsFaint_data()
{
    bothThemes();
}

void TstTheme::signsOfWhatIsDisabledAreAsFaint()
{
    QFETCH(bool, dark);
    Theme theme(*qApp);
    theme.setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
    const QColor ink = QApplication::palette().color(QPalette::Disabled, QPalette::ButtonText);
    QPixmap square(Metrics::Icon, Metrics::Icon);
    square.fill(Qt::transparent);
    {
        QPainter painter(&square);
        painter.fillRect(4, 4, 8, 8, QApplication::palette().color(QPalette::ButtonText));
    }
    // One of our own, and one of Breeze where that is installed.
    int solid = 0;
    for (const QIcon &icon : {QIcon(square), Icons::named(u"edit-copy"_s)}) {
        const QSize size(Metrics::Icon, Metrics::Icon);
        const QImage enabled = icon.pixmap(size, QIcon::Normal).toImage();
        const QImage disabled = icon.pixmap(size, QIcon::Disabled).toImage();
        QCOMPARE(disabled.size(), enabled.size());
        for (int y = 0; y < disabled.height(); ++y) {
            for (int x = 0; x < disabled.width(); ++x) {
                const QColor sign = disabled.pixelColor(x, y);
                QVERIFY(qAbs(sign.alpha() - enabled.pixelColor(x, y).alpha()) <= 1);
                if (sign.alpha() < 255)
                    continue;
                QCOMPARE(sign.name(), ink.name());
                ++solid;
            }
        }
    }
    QVERIFY(solid >= 8 * 8);
}

void TstTheme::paintedSignsOfWhatIsDisabledAreAsFaint_data()
{
    bothThemes();
}

void TstTheme::paintedSignsOfWhatIsDisabledAreAsFaint()
{
    QFETCH(bool, dark);
    Theme theme(*qApp);
    theme.setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
    const QPalette palette = QApplication::palette();
    const QColor ink = palette.color(QPalette::Disabled, QPalette::WindowText);
    CloseButton cross(u"Close"_s);
    cross.resize(cross.sizeHint());
    const auto strongest = [&] {
        const QImage image = cross.grab().toImage();
        double most = 1;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                most = std::max(
                    most, contrast(image.pixelColor(x, y), palette.color(QPalette::Window)));
        }
        return most;
    };
    const double enabled = strongest();
    cross.setEnabled(false);
    const double disabled = strongest();
    QVERIFY2(disabled < enabled / 1.5, qPrintable(u"%1 of %2"_s.arg(disabled).arg(enabled)));
    QVERIFY(qAbs(disabled - contrast(ink, palette.color(QPalette::Window))) < 0.2);

    QToolButton chip;
    chip.setProperty(PullpushStyle::ChipProperty, int(ColourRole::Push));
    chip.setText(u"Push"_s);
    chip.resize(chip.sizeHint());
    const auto dot = [&chip] {
        return chip.grab().toImage().pixelColor(Metrics::Large, chip.rect().center().y()).name();
    };
    QCOMPARE(dot(), colour(ColourRole::Push, palette).name());
    chip.setEnabled(false);
    QCOMPARE(dot(), ink.name());
}

void TstTheme::marksAreSeen_data()
{
    bothThemes();
}

void TstTheme::marksAreSeen()
{
    QFETCH(bool, dark);
    const QPalette palette = Theme::palette(dark);
    QList<QColor> marks;
    for (const ColourRole role :
        {ColourRole::Pull, ColourRole::Push, ColourRole::After, ColourRole::Exit})
        marks.append(colour(role, palette));
    for (int i = 0; i < CampaignColours; ++i)
        marks.append(campaignColour(i, palette));
    for (const QColor &mark : std::as_const(marks)) {
        for (const QColor &ground :
            {palette.color(QPalette::Window), palette.color(QPalette::Base)})
            QVERIFY2(contrast(mark, ground) >= 3.0, qPrintable(mark.name()));
    }
    QCOMPARE(campaignColour(-1, palette), campaignColour(CampaignColours - 1, palette));
}

void TstTheme::contrastOfBlackOnWhite()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
}

void TstTheme::choiceChangesPaletteAndBack()
{
    Theme theme(*qApp);
    int changes = 0;
    connect(&theme, &Theme::changed, this, [&changes] { ++changes; });
    theme.setChoice(Theme::Choice::Dark);
    QVERIFY(isDark(QApplication::palette()));
    QCOMPARE(QIcon::themeName(), u"breeze-dark"_s);
    theme.setChoice(Theme::Choice::Dark);
    theme.setChoice(Theme::Choice::Light);
    QVERIFY(!isDark(QApplication::palette()));
    QCOMPARE(QIcon::themeName(), u"breeze"_s);
    QCOMPARE(changes, 2);
}

void TstTheme::choiceSurvivesText()
{
    for (const auto choice : {Theme::Choice::System, Theme::Choice::Light, Theme::Choice::Dark})
        QCOMPARE(Theme::fromText(Theme::toText(choice)), choice);
    QCOMPARE(Theme::fromText(u"sepia"_s), Theme::Choice::System);
}

void TstTheme::iconsExistInBothThemes()
{
    Theme theme(*qApp);
    for (const auto choice : {Theme::Choice::Light, Theme::Choice::Dark}) {
        theme.setChoice(choice);
        const QIcon icon = Icons::named(u"view-calendar"_s);
        if (icon.isNull())
            QSKIP("Breeze icons are not installed");
        const QPixmap picture = Icons::tinted(icon, Qt::red, 16, 2);
        QCOMPARE(picture.size(), QSize(32, 32));
        QVERIFY(!picture.toImage().allGray());
    }
}

void TstTheme::inkFollowsTheTheme()
{
    Theme theme(*qApp);
    theme.setChoice(Theme::Choice::Light);
    QLabel label(u"Overdue"_s);
    setInk(&label, ColourRole::WarningText);
    label.show();
    const auto shown = [&label] { return label.palette().color(QPalette::WindowText); };
    QCOMPARE(shown(), colour(ColourRole::WarningText, Theme::palette(false)));
    theme.setChoice(Theme::Choice::Dark);
    QTRY_COMPARE(shown(), colour(ColourRole::WarningText, Theme::palette(true)));
    setInk(&label, ColourRole::QuietText);
    QCOMPARE(shown(), colour(ColourRole::QuietText, Theme::palette(true)));
}

void TstTheme::theWheelTurnsOnlyWhereTheKeyboardIs()
{
    PullpushStyle style;
    QWidget window;
    QComboBox box(&window);
    QLineEdit other(&window);
    box.addItems({u"one"_s, u"two"_s, u"three"_s});
    style.polish(&box);
    QVERIFY(!(box.focusPolicy() & Qt::WheelFocus & ~Qt::StrongFocus));
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto roll = [&box] {
        const QPointF middle = QRectF(box.rect()).center();
        QWheelEvent event(middle, box.mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, {},
            Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&box, &event);
    };
    other.setFocus();
    roll();
    QCOMPARE(box.currentIndex(), 0);
    box.setFocus();
    roll();
    QCOMPARE(box.currentIndex(), 1);
    style.unpolish(&box);
}

void TstTheme::aNarrowChoiceEndsInDots_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("short") << u"Moves"_s;
    QTest::newRow("long") << u"Most to the first and last touch"_s;
}

void TstTheme::aNarrowChoiceEndsInDots()
{
    QFETCH(QString, words);
    const Theme theme(*qApp);
    QComboBox box;
    box.addItem(words);
    const auto label = [&box](const QString &text) {
        QStyleOptionComboBox option;
        option.initFrom(&box);
        option.currentText = text;
        QImage image(box.size(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        box.style()->drawControl(QStyle::CE_ComboBoxLabel, &option, &painter, &box);
        return image;
    };
    const auto fitting = [&box, &words] {
        QStyleOptionComboBox option;
        option.initFrom(&box);
        const QRect room = box.style()->subControlRect(
            QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
        return box.fontMetrics().elidedText(words, Qt::ElideRight, room.width());
    };
    box.resize(box.sizeHint());
    QCOMPARE(fitting(), words); // all of it at the width that it asks for
    box.resize(box.sizeHint().width() - 36, box.height());
    QVERIFY(fitting().endsWith(u'…'));
    QCOMPARE(label(words), label(fitting()));
}

PULLPUSH_WINDOW_TEST(TstTheme)
#include "tst_theme.moc"
