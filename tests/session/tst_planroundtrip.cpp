// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/postwords.h"
#include "session/importservice.h"
#include "session/planexport.h"
#include "storage/bulkinsert.h"
#include "storage/database.h"
#include "test_support/teamworkspace.h"
#include "test_support/testprogram.h"
#include "wholeplan.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int Posts = 1000;

/// What each format can carry. Of its own formats that is all, except who wrote a post and when, the
/// series it belongs to, and the content of pictures that are kept in the workspace. `Whole`: all
/// fields of the post and its variants as they stand, common and own ones apart. Without it each
/// variant is compared by itself, by what would be published.
enum Carried : unsigned {
    Whole = 1,
    Undated = 2,
    Link = 4,
    Labels = 8,
    FirstPicture = 16,
    Pictures = 32,
    FirstComment = 64,
};

struct FormatCase
{
    const char *name;
    PlanExportFormat format;
    const char *file;
    unsigned carried;
    bool perChannel;
};

const FormatCase cases[] {
    {"csv", PlanExportFormat::Csv, "plan.csv", Whole | Undated, false},
    {"xlsx", PlanExportFormat::Xlsx, "plan.xlsx", Whole | Undated, false},
    {"ics", PlanExportFormat::Calendar, "plan.ics", Whole, false},
    {"buffer", PlanExportFormat::Buffer, "buffer.csv", Undated | Labels | FirstPicture, true},
    {"hootsuite", PlanExportFormat::Hootsuite, "hootsuite.csv", Link, true},
    {"metricool", PlanExportFormat::Metricool, "metricool.csv", Undated | Pictures | FirstComment,
        false},
};

QString shown(
    const std::optional<QDate> &day, const std::optional<QTime> &time, const QString &zone)
{
    return (day ? day->toString(Qt::ISODate) : u"-"_s) + u' '
        + (time ? time->toString(u"HH:mm:ss"_s) : u"-"_s) + u' ' + zone;
}

class Teller
{
public:
    Teller(const Plan &plan, const QTimeZone &zone, unsigned carried)
        : m_plan(plan)
        , m_zone(zone)
        , m_carried(carried)
    { }

    [[nodiscard]] QStringList lines() const
    {
        QStringList all;
        for (const PostWithVariants &post : m_plan.posts)
            all << ((m_carried & Whole) != 0 ? whole(post) : published(post));
        all.sort();
        return all;
    }

private:
    [[nodiscard]] QString zoneOf(const QString &zone) const
    {
        return zone.isEmpty() ? QString::fromUtf8(m_zone.id()) : zone;
    }

    [[nodiscard]] QString mediaOf(const PostWithVariants &post, VariantId variant) const
    {
        QStringList list;
        for (const PostMedia &attached : post.media) {
            const Media medium = m_plan.medium(attached.media);
            if (attached.variant == variant)
                list << medium.name + u'@' + medium.place + u' ' + toText(medium.kind) + u'='
                        + attached.altText;
        }
        return list.join(u';');
    }

    [[nodiscard]] QString cropsOf(const PostWithVariants &post, VariantId variant) const
    {
        QStringList list;
        for (const PostMedia &attached : post.media) {
            for (const MediaCrop &crop : post.crops) {
                if (crop.media == attached.id && crop.variant == variant)
                    list << u"%1:%2,%3,%4,%5"_s.arg(m_plan.medium(attached.media).name)
                                .arg(crop.left)
                                .arg(crop.top)
                                .arg(crop.width)
                                .arg(crop.height);
            }
        }
        return list.join(u';');
    }

    [[nodiscard]] QStringList labelsOf(const PostWithVariants &post) const
    {
        QStringList labels;
        for (const PostLabel &label : post.labels)
            labels << Plan::nameOf(m_plan.sets.labels, label.label);
        labels.sort();
        return labels;
    }

    [[nodiscard]] QStringList whole(const PostWithVariants &one) const
    {
        const Post &post = one.post;
        QStringList variants;
        for (const Variant &variant : one.variants) {
            if ((m_carried & Undated) == 0 && !plannedTime(post, variant).day)
                continue;
            const Channel channel = m_plan.channel(variant.channel);
            variants << QStringList {channel.network, channel.handle, channel.name,
                variant.detached ? u"detached"_s : u"follows"_s, variant.text,
                toText(variant.status), shown(variant.day, variant.time, variant.zone),
                QString::number(variant.postedAt), variant.link, variant.firstComment,
                mediaOf(one, variant.id), toText(variant.thread), cropsOf(one, variant.id)}
                            .join(u'|');
        }
        const bool isLeftOut = (m_carried & Undated) == 0 && variants.isEmpty()
            && (!one.variants.isEmpty() || !post.day);
        if (isLeftOut)
            return {};
        variants.sort();
        return {QStringList {post.title, post.text, shown(post.day, post.time, zoneOf(post.zone)),
            post.link, post.tracksLink ? u"tracked"_s : u"plain"_s, post.language, post.notes,
            QString::number(post.coolDownDays), post.evergreenQueue,
            Plan::nameOf(m_plan.sets.campaigns, post.campaign),
            Plan::nameOf(m_plan.sets.pillars, post.pillar), labelsOf(one).join(u','),
            mediaOf(one, {}), variants.join(u"\n  "_s)}
                    .join(u'|')};
    }

    /// When it would be published, as the workspace's clocks show it; planners want an hour.
    [[nodiscard]] QString when(const Post &post, const Variant &variant) const
    {
        PlannedTime planned = plannedTime(post, variant);
        if (!planned.day)
            return u"-"_s;
        if (!planned.time)
            return planned.day->toString(Qt::ISODate) + u" 09:00"_s;
        if (planned.zone.isEmpty() || planned.zone.toUtf8() == m_zone.id())
            return planned.day->toString(Qt::ISODate) + u' ' + planned.time->toString(u"HH:mm"_s);
        return QDateTime::fromMSecsSinceEpoch(*instantOf(planned, m_zone), m_zone)
            .toString(u"yyyy-MM-dd HH:mm"_s);
    }

    [[nodiscard]] QString picturesOf(const PostWithVariants &post, VariantId variant) const
    {
        QStringList own;
        QStringList common;
        for (const PostMedia &attached : post.media) {
            const Media medium = m_plan.medium(attached.media);
            const bool isLoadable = medium.place.startsWith("https:"_L1);
            if (!isLoadable && (attached.variant.isNull() || attached.variant != variant))
                continue;
            QStringList &list = attached.variant == variant ? own : common;
            if (attached.variant.isNull() || attached.variant == variant)
                list << (isLoadable ? medium.place
                            + ((m_carried & Pictures) != 0 ? u'=' + attached.altText : QString())
                                    : QString());
        }
        QStringList pictures = own.isEmpty() ? common : own;
        pictures.removeAll(QString());
        return (m_carried & FirstPicture) != 0 ? pictures.value(0) : pictures.join(u';');
    }

    [[nodiscard]] QStringList published(const PostWithVariants &one) const
    {
        QStringList lines;
        for (const Variant &variant : one.variants) {
            const Channel channel = m_plan.channel(variant.channel);
            if (((m_carried & Undated) == 0 && !plannedTime(one.post, variant).day)
                || ((m_carried & Pictures) != 0 && channel.network == "mastodon"_L1))
                continue;
            QStringList parts {effectiveText(one.post, variant).trimmed(), when(one.post, variant),
                channel.network};
            if ((m_carried & Link) != 0)
                parts << linkFor(one.post, channel, m_plan.sets.campaigns);
            if ((m_carried & Labels) != 0)
                parts << labelsOf(one).join(u',');
            if ((m_carried & (FirstPicture | Pictures)) != 0)
                parts << picturesOf(one, variant.id);
            if ((m_carried & FirstComment) != 0)
                parts << variant.firstComment.trimmed();
            lines << parts.join(u'|');
        }
        return lines;
    }

    const Plan &m_plan;
    const QTimeZone m_zone;
    const unsigned m_carried;
};

/// A plan as people make them, and as they should not: the same for the same seed.
class Maker
{
public:
    Maker(IdSource &ids, quint32 seed)
        : m_ids(ids)
        , m_random(seed)
    { }

    [[nodiscard]] Plan plan()
    {
        makeSets();
        for (int i = 0; i < Posts; ++i)
            m_plan.posts << post(i);
        return m_plan;
    }

private:
    bool oneIn(int n) { return m_random.bounded(n) == 0; }
    template<typename T>
    const T &any(const QList<T> &values)
    {
        return values.at(m_random.bounded(int(values.size())));
    }

    QString words(int number)
    {
        static const QList<QString> pieces {u"=SUM(A1:A9)"_s, u"+1"_s, u"-5 %"_s, u"@brew"_s,
            u"'=quoted"_s, u"\"so\" they said"_s, u"a, b; c"_s, u"\n\n"_s,
            u"👩‍👩‍👧‍👦🏳️‍🌈"_s, u"\\n \\, \\\\"_s, u"हिन्दी สวัสดี"_s,
            u"e\u0301 ﷺ"_s, u"https://example.org/?a=b&c"_s, u"BEGIN:VEVENT"_s, u"\tTab"_s,
            u"_x0041_"_s, u"ÄÖÜ ß"_s, u"#tag"_s, u"“”…"_s};
        QString text;
        const int count = 1 + m_random.bounded(6);
        for (int i = 0; i < count; ++i)
            text += any(pieces) + (oneIn(3) ? u"\n"_s : u" "_s);
        if (oneIn(20))
            text += u"long "_s.repeated(400);
        return text + u"No. "_s + QString::number(number);
    }

    void makeSets()
    {
        const QStringList networks {
            u"x"_s, u"bluesky"_s, u"linkedin-page"_s, u"instagram"_s, u"mastodon"_s};
        for (const QString &network : networks)
            m_plan.sets.channels << Channel {ChannelId::create(m_ids), network,
                u"Brew on "_s + network, u"@brew."_s + network, int(m_plan.sets.channels.size())};
        for (const QString &name : {u"autumn"_s, u"tips & tricks"_s, u"=label"_s, u"ünï"_s})
            m_plan.sets.labels << Label {LabelId::create(m_ids), name, 1};
        for (const QString &name : {u"Harvest, 2026"_s, u"\"Open\" house"_s}) {
            Campaign campaign;
            campaign.id = CampaignId::create(m_ids);
            campaign.name = name;
            m_plan.sets.campaigns << campaign;
        }
        for (const QString &name : {u"Craft"_s, u"+People"_s})
            m_plan.sets.pillars << Pillar {PillarId::create(m_ids), name, 2};
        for (int i = 0; i < 12; ++i) {
            static const QList<std::pair<QString, MediaKind>> kinds {{u"jpg"_s, MediaKind::Picture},
                {u"mp4"_s, MediaKind::Video}, {u"pdf"_s, MediaKind::Document},
                {u"png"_s, MediaKind::Picture}};
            const auto &[suffix, kind] = kinds.at(i % 4);
            Media media;
            media.id = MediaId::create(m_ids);
            media.name = u"file %1.%2"_s.arg(i).arg(suffix);
            media.kind = kind;
            if (i % 3 != 0)
                media.place = u"https://media.example/"_s + media.name;
            m_plan.media << media;
        }
    }

    std::optional<QDate> day()
    {
        if (oneIn(10))
            return {};
        return QDate(2026, 1, 1).addDays(m_random.bounded(600));
    }

    PostWithVariants post(int number)
    {
        PostWithVariants one;
        Post &post = one.post;
        post.id = PostId::create(m_ids);
        post.title = oneIn(3) ? u"=Title, \"%1\""_s.arg(number) : QString();
        post.text = words(number);
        post.day = day();
        if (post.day && !oneIn(6))
            post.time = QTime(9 + m_random.bounded(12), m_random.bounded(60));
        if (oneIn(5))
            post.zone = any(QList<QString> {u"America/New_York"_s, u"Asia/Kolkata"_s});
        else if (oneIn(8))
            clockChange(post);
        post.link = oneIn(2) ? u"https://example.org/p/%1?x=1,2"_s.arg(number) : QString();
        post.tracksLink = oneIn(3);
        post.language = oneIn(4) ? u"de_AT"_s : QString();
        post.notes = oneIn(4) ? u"-Ask\n\"Mira\", twice"_s : QString();
        post.coolDownDays = oneIn(5) ? 1 + m_random.bounded(90) : 0;
        post.evergreenQueue = post.coolDownDays > 0 && oneIn(2) ? u"=tips; \"daily\""_s : QString();
        if (oneIn(2))
            post.campaign = any(m_plan.sets.campaigns).id;
        if (oneIn(2))
            post.pillar = any(m_plan.sets.pillars).id;
        for (const Label &label : std::as_const(m_plan.sets.labels)) {
            if (oneIn(3))
                one.labels << PostLabel {PostLabelId::create(m_ids), post.id, label.id};
        }
        attach(one, {}, m_random.bounded(3));
        for (const Channel &channel : std::as_const(m_plan.sets.channels)) {
            if (oneIn(3))
                addVariant(one, channel.id, number);
        }
        return one;
    }

    /// A time that the clocks skip, or show twice.
    void clockChange(Post &post)
    {
        post.day = oneIn(2) ? QDate(2026, 3, 29) : QDate(2026, 10, 25);
        post.time = QTime(2, 30);
    }

    void addVariant(PostWithVariants &one, ChannelId channel, int number)
    {
        Variant variant;
        variant.id = VariantId::create(m_ids);
        variant.post = one.post.id;
        variant.channel = channel;
        variant.detached = oneIn(4);
        if (variant.detached || oneIn(6))
            variant.text = words(number);
        if (oneIn(6)) {
            variant.day = QDate(2026, 6, 1).addDays(m_random.bounded(300));
            variant.time = QTime(10 + m_random.bounded(8), 15);
            if (oneIn(2))
                variant.zone = u"Europe/London"_s;
        }
        variant.status = PostStatus(m_random.bounded(8));
        const PlannedTime planned = plannedTime(one.post, variant);
        if (variant.status == PostStatus::Scheduled && (!planned.day || !planned.time))
            variant.status = PostStatus::Approved;
        if (variant.status == PostStatus::Posted) {
            variant.postedAt = 1'780'000'000'123 + number;
            variant.link = u"https://example.org/posted/%1"_s.arg(number);
        }
        variant.firstComment = oneIn(5) ? u"=First, \"%1\" 👇"_s.arg(number) : QString();
        if (oneIn(8))
            attach(one, variant.id, 1);
        if (oneIn(4))
            variant.thread = oneIn(2) ? ThreadStyle::Plain : ThreadStyle::Numbered;
        for (const PostMedia &media : std::as_const(one.media)) {
            if ((media.variant.isNull() || media.variant == variant.id) && oneIn(4))
                one.crops << MediaCrop {MediaCropId::create(m_ids), one.post.id, media.id,
                    variant.id, m_random.bounded(90), m_random.bounded(90),
                    1 + m_random.bounded(900), 1 + m_random.bounded(900)};
        }
        one.variants << variant;
    }

    void attach(PostWithVariants &one, VariantId variant, int count)
    {
        for (int i = 0; i < count; ++i)
            one.media << PostMedia {PostMediaId::create(m_ids), one.post.id, variant,
                any(m_plan.media).id, int(one.media.size()),
                oneIn(2) ? u"Alt, \"text\"\nof %1"_s.arg(i) : QString()};
    }

    IdSource &m_ids;
    QRandomGenerator m_random;
    Plan m_plan;
};

template<typename T>
Result<> addAll(Transaction &transaction, const QList<T> &values)
{
    BulkInsert<T> insert(transaction);
    for (const T &value : values) {
        if (auto done = insert.add(value); !done)
            return done;
    }
    return {};
}

Result<> store(Workspace &workspace, const Plan &plan)
{
    return workspace.database()
        ->write([&plan](Transaction &transaction) -> Result<> {
            Result<> done = addAll(transaction, plan.sets.channels);
            const auto next = [&done, &transaction](const auto &values) {
                if (done)
                    done = addAll(transaction, values);
            };
            next(plan.sets.campaigns);
            next(plan.sets.pillars);
            next(plan.sets.labels);
            next(plan.media);
            for (const PostWithVariants &one : plan.posts) {
                next(QList<Post> {one.post});
                next(one.labels);
                next(one.variants);
                next(one.media);
                next(one.crops);
            }
            return done;
        })
        .result();
}
} // namespace

class TestPlanRoundTrip : public QObject
{
    Q_OBJECT

    static QString reasonOf(const Result<ImportReport> &report)
    {
        if (!report)
            return report.error().message + report.error().detail;
        return report->issues.isEmpty() ? QString() : report->issues.first().text;
    }
    /// The first place where two long lines differ.
    static QString difference(const QString &found, const QString &expected)
    {
        const auto [a, b] = std::ranges::mismatch(found, expected);
        const qsizetype at = std::max<qsizetype>(0, a - found.begin() - 40);
        return "found "_L1 + found.mid(at, 200) + "\nexpected "_L1 + expected.mid(at, 200);
    }
    /// How many variants have a day and no hour, which a planner's file gives them.
    static int withoutHour(const Plan &plan, const FormatCase &one)
    {
        int count = 0;
        for (const PostWithVariants &post : plan.posts) {
            for (const Variant &variant : post.variants) {
                const PlannedTime planned = plannedTime(post.post, variant);
                const bool isCarried = one.format != PlanExportFormat::Metricool
                    || plan.channel(variant.channel).network != "mastodon"_L1;
                count += isCarried && planned.day && !planned.time ? 1 : 0;
            }
        }
        return count;
    }
    /// Exports as the case says, imports into \a to, and returns how many posts that made.
    static Result<int> carry(
        TestWorkspace &from, Workspace &to, const FormatCase &one, const PlanSetValues &sets)
    {
        int created = 0;
        QStringList channels {QString()};
        if (one.perChannel) {
            channels.clear();
            for (const Channel &channel : sets.channels)
                channels << channel.name;
        }
        for (const QString &channel : std::as_const(channels)) {
            const QString path = from.path(QString::fromLatin1(one.file));
            PlanExportOptions options;
            options.format = one.format;
            options.channel = channel;
            if (const auto written = PlanExport::runNow(*from, path, options); !written)
                return tl::unexpected(written.error());
            ImportOptions how;
            how.dateOrder = DateOrder::MonthFirst; // Hootsuite's
            if (!channel.isEmpty())
                how.mapping.constants.insert(u"channel"_s, channel);
            const auto report = ImportService::runNow(to, {path}, how);
            if (!report)
                return tl::unexpected(report.error());
            if (report->rejected > 0)
                return fail(Error::Code::Rejected, reasonOf(report));
            created += report->posts.created;
        }
        return created;
    }

private slots:
    void bringsBack_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<bool>("onServer");
        for (int i = 0; i < int(std::size(cases)); ++i)
            QTest::newRow(cases[i].name) << i << false;
        QTest::newRow("csv into PostgreSQL") << 0 << true;
    }
    void bringsBack()
    {
        QFETCH(int, which);
        const FormatCase &one = cases[which];
        TestWorkspace from;
        QVERIFY(from.isOpen());
        QVERIFY(store(*from, Maker(from->ids(), 20260101).plan()));
        const Plan before = planOf(*from);
        QCOMPARE(before.posts.size(), Posts);

        TeamWorkspace target;
        OPEN_BACKEND(target);
        Workspace &to = *target;
        if (one.perChannel || (one.carried & Pictures) != 0) {
            // These files do not say whose a post is; the channels are there.
            Plan channels;
            channels.sets.channels = before.sets.channels;
            QVERIFY(store(to, channels));
        }
        const auto created = carry(from, to, one, before.sets);
        QVERIFY2(created, created ? "" : qPrintable(created.error().message));
        const QStringList expected = Teller(before, from->zone(), one.carried).lines();
        const Plan after = planOf(to);
        const QStringList found = Teller(after, to.zone(), one.carried).lines();
        QVERIFY(expected.size() > Posts / 2);
        for (qsizetype i = 0; i < std::min(found.size(), expected.size()); ++i)
            QVERIFY2(
                found.at(i) == expected.at(i), qPrintable(difference(found.at(i), expected.at(i))));
        QCOMPARE(found.size(), expected.size());
        QCOMPARE(*created, after.posts.size());

        // Once more, and back to where it came from: nothing new.
        QCOMPARE(carry(from, to, one, before.sets).value_or(-1), 0);
        const bool isWhole = (one.carried & Whole) != 0;
        QCOMPARE(carry(from, *from, one, before.sets).value_or(-1),
            isWhole ? 0 : withoutHour(before, one));
    }
};

PULLPUSH_TEST(TestPlanRoundTrip)
#include "tst_planroundtrip.moc"
