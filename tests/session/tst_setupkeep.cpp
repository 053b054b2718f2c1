// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/channelservice.h"
#include "session/plansets.h"
#include "session/poststore.h"
#include "session/profilestore.h"
#include "session/setupkeep.h"
#include "storage/database.h"
#include "storage/prospecttable.h"
#include "storage/salestable.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

using namespace Qt::StringLiterals;

class TestSetUpkeep : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestWorkspace> m_test;
    CampaignId m_campaign;
    PillarId m_pillar;
    LabelId m_eco;
    LabelId m_green;
    ChannelId m_channel;
    PostId m_post; ///< has them all
    PostId m_other; ///< labelled green alone
    ProspectId m_prospect; ///< labelled green alone

    [[nodiscard]] PlanSets &plan() const { return (*m_test)->plan(); }
    [[nodiscard]] QUndoStack &undo() const { return *(*m_test)->undoStack(); }
    [[nodiscard]] PostWithVariants post(PostId id) const
    {
        const PostWithVariants *found = (*m_test)->posts().find(id);
        return found ? *found : PostWithVariants();
    }
    [[nodiscard]] QList<LabelId> labelsOf(PostId id) const
    {
        QList<LabelId> labels;
        const PostWithVariants of = post(id);
        for (const PostLabel &label : of.labels)
            labels << label.label;
        return labels;
    }
    [[nodiscard]] QList<LabelId> labelsOf(ProspectId id) const
    {
        const auto rows =
            (*m_test)
                ->database()
                ->read([id](Connection &c) { return ProspectTable::labelsOf(c, {id}); })
                .result();
        QList<LabelId> labels;
        for (const ProspectLabel &label : rows.value_or(QList<ProspectLabel>()))
            labels << label.label;
        return labels;
    }
    bool labelProspect(LabelId label)
    {
        Prospect prospect;
        prospect.id = m_prospect = ProspectId::create((*m_test)->ids());
        prospect.name = u"Nora Field"_s;
        prospect.stage = (*m_test)->stages().first().id;
        ProspectLabel on;
        on.id = ProspectLabelId::create((*m_test)->ids());
        on.prospect = prospect.id;
        on.label = label;
        return (*m_test)
            ->database()
            ->write([&](Transaction &transaction) {
                return applyEdits(transaction, {insertion(prospect), insertion(on)});
            })
            .result()
            .has_value();
    }
    /// Rows that refer to something that is not there.
    [[nodiscard]] qint64 dangling() const
    {
        const auto count =
            (*m_test)
                ->database()
                ->read([](Connection &c) {
                    return c.number(
                        u"SELECT (SELECT count(*) FROM live_post WHERE (campaign_id IS NOT NULL "
                        u"AND campaign_id NOT IN (SELECT id FROM live_campaign))"
                        " OR (pillar_id IS NOT NULL AND pillar_id NOT IN (SELECT id FROM "
                        "live_pillar)))"
                        " + (SELECT count(*) FROM live_post_label WHERE label_id NOT IN (SELECT id "
                        "FROM live_label))"
                        " + (SELECT count(*) FROM live_prospect_label WHERE label_id NOT IN "
                        "(SELECT id FROM live_label))"
                        " + (SELECT count(*) FROM live_variant WHERE channel_id NOT IN (SELECT id "
                        "FROM live_channel))"
                        " + (SELECT count(*) FROM live_posting_slot WHERE channel_id NOT IN "
                        "(SELECT id FROM live_channel))"
                        " + (SELECT count(*) FROM live_profile_copy WHERE channel_id NOT IN (SELECT id FROM live_channel))"_s);
                })
                .result();
        return count ? count->value_or(-1) : -1;
    }

private slots:
    void init()
    {
        m_test = std::make_unique<TestWorkspace>();
        QVERIFY(m_test->isOpen());
        PostStore &posts = (*m_test)->posts();
        posts.show({QDate(2026, 1, 1), QDate(2026, 2, 1)});
        Campaign campaign;
        campaign.name = u"Spring"_s;
        m_campaign = plan().addCampaign(campaign);
        Pillar pillar;
        pillar.name = u"Craft"_s;
        m_pillar = plan().addPillar(pillar);
        Label label;
        label.name = u"eco"_s;
        m_eco = plan().addLabel(label);
        label.name = u"green"_s;
        m_green = plan().addLabel(label);
        PostingSlot slot;
        slot.weekday = 1;
        slot.time = QTime(9, 0);
        m_channel =
            ChannelService::add(**m_test, {ChannelId(), u"x"_s, u"Main"_s, QString()}, {{slot}});
        PostWithVariants all;
        all.post.title = u"All"_s;
        all.post.campaign = m_campaign;
        all.post.pillar = m_pillar;
        Variant variant;
        variant.channel = m_channel;
        all.variants << variant;
        for (const LabelId of : {m_eco, m_green}) {
            PostLabel on;
            on.label = of;
            all.labels << on;
        }
        m_post = posts.create(all);
        PostWithVariants one;
        one.post.title = u"One"_s;
        PostLabel on;
        on.label = m_green;
        one.labels << on;
        m_other = posts.create(one);
        QTRY_COMPARE(undo().count(), 7);
        QTRY_COMPARE(posts.state(), StoreState::Ready);
        QVERIFY(labelProspect(m_green));
    }

    void clearsReferencesAndBringsThemBack_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("campaign") << int(SetUpkeep::Kind::Campaign);
        QTest::newRow("pillar") << int(SetUpkeep::Kind::Pillar);
        QTest::newRow("label") << int(SetUpkeep::Kind::Label);
        QTest::newRow("channel") << int(SetUpkeep::Kind::Channel);
    }
    void clearsReferencesAndBringsThemBack()
    {
        QFETCH(int, kind);
        const qint64 ids[] {
            m_campaign.value(), m_pillar.value(), m_green.value(), m_channel.value()};
        std::optional<SetUpkeep::Use> use;
        SetUpkeep::countUse(**m_test, SetUpkeep::Kind(kind), ids[kind], this,
            [&use](const Result<SetUpkeep::Use> &counted) { use = *counted; });
        QTRY_VERIFY(use);
        QCOMPARE(use->posts, SetUpkeep::Kind(kind) == SetUpkeep::Kind::Label ? 2 : 1);
        QCOMPARE(use->prospects, SetUpkeep::Kind(kind) == SetUpkeep::Kind::Label ? 1 : 0);
        const PostWithVariants before = post(m_post);
        SetUpkeep::remove(**m_test, SetUpkeep::Kind(kind), ids[kind]);
        QTRY_COMPARE(undo().count(), 8); // one command
        QCOMPARE(dangling(), 0);
        QVERIFY(post(m_post) != before);
        QCOMPARE(post(m_post).post.title, u"All"_s);
        undo().undo();
        QTRY_VERIFY(!(*m_test)->isWriting());
        PostWithVariants again = post(m_post);
        const auto byId = [](const auto &row) { return row.id; };
        std::ranges::sort(again.labels, {}, byId);
        QCOMPARE(again.post.campaign, before.post.campaign);
        QCOMPARE(again.post.pillar, before.post.pillar);
        QCOMPARE(again.labels.size(), before.labels.size());
        QCOMPARE(again.variants.size(), before.variants.size());
        QCOMPARE(plan().channels().size(), 1);
        QCOMPARE(plan().postingSlots().size(), 1);
        QCOMPARE(dangling(), 0);
        QCOMPARE(labelsOf(m_prospect), QList<LabelId> {m_green});
    }

    void addingAChannelIsNotUndoneOnceItIsUsed()
    {
        const ChannelId added =
            ChannelService::add(**m_test, {ChannelId(), u"bluesky"_s, u"Second"_s, QString()});
        QTRY_COMPARE(undo().count(), 8);
        Variant variant; // an import or a colleague plans for it
        variant.id = VariantId::create((*m_test)->ids());
        variant.post = m_other;
        variant.channel = added;
        QVERIFY((*m_test)
                    ->database()
                    ->write([&variant](Transaction &transaction) {
                        return applyEdit(transaction, insertion(variant));
                    })
                    .result());
        QStringList errors;
        connect(m_test->get(), &Workspace::notice, this, [&errors](const Notice &notice) {
            if (notice.severity == Notice::Severity::Error)
                errors << notice.text;
        });
        undo().undo();
        QTRY_COMPARE(undo().count(), 7); // it cannot be taken back any more
        QCOMPARE(errors.size(), 1);
        QTRY_VERIFY(plan().channel(added));
        QCOMPARE(dangling(), 0);
        // Deleted on purpose it goes with what is planned for it.
        SetUpkeep::remove(**m_test, SetUpkeep::Kind::Channel, added.value());
        QTRY_COMPARE(undo().count(), 8);
        QVERIFY(!plan().channel(added));
        QCOMPARE(dangling(), 0);
    }

    void mergesLabelsWithoutTwins()
    {
        SetUpkeep::mergeLabels(**m_test, m_green, m_eco);
        QTRY_COMPARE(undo().count(), 8);
        QCOMPARE(labelsOf(m_post), QList<LabelId> {m_eco});
        QCOMPARE(labelsOf(m_other), QList<LabelId> {m_eco});
        QCOMPARE(labelsOf(m_prospect), QList<LabelId> {m_eco});
        QCOMPARE(plan().labels().size(), 1);
        QCOMPARE(dangling(), 0);
        undo().undo();
        QTRY_COMPARE(plan().labels().size(), 2);
        QTRY_COMPARE(labelsOf(m_other), QList<LabelId> {m_green});
        QTRY_COMPARE(labelsOf(m_prospect), QList<LabelId> {m_green});
        QCOMPARE(labelsOf(m_post).size(), 2);
    }

    void ordersPillars()
    {
        Pillar second;
        second.name = u"People"_s;
        second.position = 1;
        const PillarId people = plan().addPillar(second);
        QTRY_COMPARE(undo().count(), 8);
        SetUpkeep::orderPillars(**m_test, {people, m_pillar});
        QCOMPARE(plan().pillars().first().id, people);
        QTRY_COMPARE(undo().count(), 9);
        undo().undo();
        QTRY_COMPARE(plan().pillars().first().id, m_pillar);
    }
};

PULLPUSH_TEST(TestSetUpkeep)
#include "tst_setupkeep.moc"
