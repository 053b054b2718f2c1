// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
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
#include <QWheelEvent>

using namespace Qt::StringLiterals;

class TstTheme : public QObject
{
    Q_OBJECT
private slots:
    void textReads_data();
    void textReads();
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
