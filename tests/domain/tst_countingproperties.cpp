// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "domain/counting.h"
#include "test_support/randomtext.h"
#include "test_support/testprogram.h"

#include <QTest>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
/// ICU's own count of the clusters that people see as characters, asked without anything of ours.
qsizetype clusters(const QString &text)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> iterator(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    const icu::UnicodeString unicode(
        reinterpret_cast<const char16_t *>(text.utf16()), int32_t(text.size()));
    iterator->setText(unicode);
    qsizetype count = 0;
    while (iterator->next() != icu::BreakIterator::DONE)
        ++count;
    return count;
}
} // namespace

/// What must hold for every text, tried on many invented ones; a failure prints the shortest found.
class CountingPropertiesTest : public QObject
{
    Q_OBJECT

private slots:
    void countsGraphemesAsIcuDoes()
    {
        QVERIFY(rc::check("graphemes of a text", [] {
            const QString text = *RandomText::valid();
            RC_ASSERT(count(text, CountingRule::Graphemes).length == clusters(text));
        }));
    }

    void endsAreWhereClustersEnd()
    {
        QVERIFY(rc::check("ends of graphemes", [] {
            const QString text = *RandomText::valid();
            const QList<qsizetype> ends = graphemeEnds(text);
            const bool isComplete = ends.isEmpty() ? text.isEmpty() : ends.last() == text.size();
            RC_ASSERT(isComplete);
            RC_ASSERT(ends.size() == clusters(text));
            RC_ASSERT(std::is_sorted(ends.begin(), ends.end()));
        }));
    }

    void countsCodePointsOneByOne()
    {
        QVERIFY(rc::check("code points of a text", [] {
            const QString text = *RandomText::valid();
            RC_ASSERT(count(text, CountingRule::CodePoints).length == text.toUcs4().size());
        }));
    }

    void makesAnyTextValidOnce()
    {
        QVERIFY(rc::check("made valid", [] {
            const QString valid = validText(*RandomText::any());
            RC_ASSERT(valid.isValidUtf16());
            RC_ASSERT(validText(valid) == valid);
            RC_ASSERT(!valid.contains(QChar(u'\0')));
            RC_ASSERT(QString::fromUtf8(valid.toUtf8()) == valid);
        }));
    }
};

PULLPUSH_TEST(CountingPropertiesTest)
#include "tst_countingproperties.moc"
