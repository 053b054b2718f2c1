// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "domain/postthread.h"
#include "test_support/randomtext.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
QString withoutSpace(const QString &text)
{
    QString kept;
    for (const QChar c : text) {
        if (!c.isSpace())
            kept += c;
    }
    return kept;
}

QList<Limit> limitsOf(CountingRule rule, int most)
{
    Limit limit;
    limit.rule = rule;
    limit.limit = most;
    return {limit};
}

rc::Gen<CountingRule> lengthRule()
{
    return rc::gen::elementOf(std::vector<CountingRule> {CountingRule::Graphemes,
        CountingRule::CodePoints, CountingRule::Utf16, CountingRule::Utf8Bytes,
        CountingRule::XWeighted, CountingRule::Mastodon, CountingRule::Threads});
}

/// Words, links, tags and the pieces of RandomText, with spaces, sentences and paragraphs.
rc::Gen<QString> copy()
{
    static const std::vector<std::u16string> known {u"word ", u"A sentence. ", u"Para.\n\n", u" ",
        u"#tag ", u"@ada ", u"https://example.org/a?b ", u"example.com ", u"long-hyphenated-word ",
        u"\n---\n", u"wordwithoutanyspacesinit", u"言葉です。", u"— “quoted” "};
    const auto written = rc::gen::map(rc::gen::elementOf(known),
        [](const std::u16string &text) { return QString::fromStdU16String(text); });
    const auto pieces = rc::gen::container<std::vector<QString>>(
        rc::gen::weightedOneOf<QString>({{4, written}, {1, RandomText::piece()}}));
    return rc::gen::map(pieces, [](const std::vector<QString> &parts) {
        QString text;
        for (const QString &part : parts)
            text += part;
        return validText(text);
    });
}
} // namespace

/// What must hold for every text that is split.
class ThreadPropertiesTest : public QObject
{
    Q_OBJECT
private slots:
    void noPartIsTooLong()
    {
        QVERIFY(rc::check("every part fits or says that it does not", [] {
            const QString text = *copy();
            const CountingRule rule = *lengthRule();
            const int most = *rc::gen::inRange(40, 120);
            const auto style = *rc::gen::element(ThreadStyle::Plain, ThreadStyle::Numbered);
            for (const ThreadPart &part : splitThread(text, limitsOf(rule, most), style))
                RC_ASSERT((!part.fits || count(part.text, rule).length <= most));
        }));
    }

    void joinedPartsAreTheText()
    {
        QVERIFY(rc::check("nothing but space and breaks is lost", [] {
            const QString text = *copy();
            QString joined;
            QString left;
            qsizetype from = 0;
            for (const ThreadPart &part :
                splitThread(text, limitsOf(CountingRule::CodePoints, 50), ThreadStyle::Plain)) {
                RC_ASSERT(part.start >= from);
                RC_ASSERT(part.text == text.sliced(part.start, part.end - part.start));
                left += text.sliced(from, part.start - from);
                joined += part.text;
                from = part.end;
            }
            left += text.sliced(from);
            RC_ASSERT(withoutSpace(left).remove(u"---"_s).isEmpty());
            RC_ASSERT(joined.size() + left.size() == text.size());
        }));
    }

    void nothingIsTornApart()
    {
        QVERIFY(rc::check("parts end between clusters, links and tags", [] {
            const QString text = *copy();
            const QList<qsizetype> clusters = graphemeEnds(text);
            for (const ThreadPart &part :
                splitThread(text, limitsOf(CountingRule::Graphemes, 45), ThreadStyle::Plain))
                RC_ASSERT(clusters.contains(part.end));
            for (const QString &whole : {u"https://example.org/a?b"_s, u"#tag"_s, u"@ada"_s}) {
                const QString around =
                    QString(*rc::gen::inRange(0, 60), u'a') + u' ' + whole + u" and more of it"_s;
                int holding = 0;
                for (const ThreadPart &part : splitThread(
                         around, limitsOf(CountingRule::Graphemes, 45), ThreadStyle::Numbered))
                    holding += part.text.contains(whole) ? 1 : 0;
                RC_ASSERT(holding == 1);
            }
        }));
    }
};

PULLPUSH_TEST(ThreadPropertiesTest)
#include "tst_postthreadproperties.moc"
