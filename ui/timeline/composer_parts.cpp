// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/freeslots.h"
#include "ui_common/copyeditor.h"
#include "ui_common/plaintext.h"
#include "ui_common/theme.h"
#include "ui_timeline/checklist.h"
#include "ui_timeline/commentlist.h"
#include "ui_timeline/composer.h"
#include "ui_timeline/evergreenrow.h"
#include "ui_timeline/postdetails.h"
#include "ui_timeline/postingrow.h"
#include "ui_timeline/reviewpane.h"
#include "ui_timeline/seriesrow.h"
#include "ui_timeline/varianttabs.h"
#include "ui_timeline/versionhistory.h"
#include "ui_timeline/whenedit.h"

#include <QCheckBox>
#include <QPlainTextEdit>
#include <QScopedValueRollback>

#include <algorithm>

// Time, series, details and review: the parts beside the words.

void Composer::setSeries(const QList<Series> &series)
{
    m_allSeries = series;
    if (!m_post.isNull())
        showTime();
}

void Composer::setPostingSlots(const QList<PostingSlot> &postingSlots)
{
    m_postingSlots = postingSlots;
    m_evergreen->setQueues(queuesOf(postingSlots));
    if (!m_post.isNull())
        showTime();
}

void Composer::setViewer(UserId viewer, const QString &workspaceZone)
{
    m_viewer = viewer;
    m_workspaceZone = workspaceZone;
    setSources(TileSources(m_sources));
}

Reach Composer::reach() const
{
    return m_series->reach();
}

VariantId Composer::shownVariant() const
{
    return m_tabs->current();
}

QString Composer::shownText() const
{
    return plainWords(*m_text);
}

void Composer::connectTime()
{
    connect(m_when, &WhenEdit::whenChanged, this, [this] {
        change(Field::When, [this](PostWithVariants &post) {
            const PlannedTime &when = m_when->when();
            post.post.day = when.day;
            post.post.time = when.time;
            post.post.zone = when.zone;
            dropImpossibleSchedules(post);
        });
        showTime();
        showStatus();
        showVariant();
    });
    connect(m_variantWhen, &WhenEdit::whenChanged, this, [this] {
        const VariantId shown = m_tabs->current();
        change(Field::When, [this, shown](PostWithVariants &post) {
            for (Variant &variant : post.variants) {
                if (variant.id == shown)
                    setOwnTime(variant, m_variantWhen->when());
            }
            dropImpossibleSchedules(post);
        });
        showTime();
        showStatus();
    });
    connect(m_ownTime, &QCheckBox::toggled, this, [this](bool own) {
        const VariantId shown = m_tabs->current();
        change(Field::Other, [own, shown](PostWithVariants &post) {
            for (Variant &variant : post.variants) {
                if (variant.id == shown)
                    setOwnTime(variant, own ? plannedTime(post.post, variant) : PlannedTime());
            }
        });
        showTime();
    });
    connectSlots();
    connectSeries();
}

void Composer::connectSlots()
{
    const auto wantSlot = [this](ChannelId channel) {
        flush();
        emit nextSlotRequested(channel);
    };
    connect(m_when, &WhenEdit::nextSlotRequested, this, [this, wantSlot] {
        for (const Variant &variant : m_session.value().variants) {
            if (hasSlots(variant.channel)) {
                wantSlot(variant.channel);
                return;
            }
        }
    });
    connect(m_variantWhen, &WhenEdit::nextSlotRequested, this, [this, wantSlot] {
        if (const Variant *variant = currentVariant())
            wantSlot(variant->channel);
    });
}

void Composer::connectSeries()
{
    connect(m_series, &SeriesRow::repeatRequested, this, [this](const QString &rule) {
        flush();
        emit repeatRequested(m_session.value(), rule);
    });
    connect(m_series, &SeriesRow::removeRequested, this, [this](Reach reach) {
        flush();
        emit removeSeriesRequested(m_session.value(), reach);
    });
    connect(m_evergreen, &EvergreenRow::changed, this, [this](int days, const QString &queue) {
        change(Field::Other, [days, &queue](PostWithVariants &post) {
            post.post.coolDownDays = days;
            post.post.evergreenQueue = queue;
        });
    });
    connect(m_series, &SeriesRow::detachRequested, this, [this] {
        flush();
        emit detachRequested(m_session.value());
    });
}

void Composer::setOwnTime(Variant &variant, const PlannedTime &when)
{
    variant.day = when.day;
    variant.time = when.day ? when.time : std::nullopt;
    variant.zone = when.day ? when.zone : QString();
}

void Composer::dropImpossibleSchedules(PostWithVariants &post)
{
    for (Variant &variant : post.variants) {
        // A schedule without its time is an approval again.
        if (variant.status == PostStatus::Scheduled && !validate(post.post, variant))
            variant.status = PostStatus::Approved;
    }
}

const Variant *Composer::variantToPost()
{
    const QList<Variant> &variants = m_session.value().variants;
    const Variant *shown = currentVariant();
    return !shown && variants.size() == 1 ? &variants.first() : shown;
}

bool Composer::hasSlots(ChannelId channel) const
{
    return std::ranges::find(m_postingSlots, channel, &PostingSlot::channel)
        != m_postingSlots.end();
}

void Composer::planIn(const PlannedTime &when)
{
    const VariantId shown = m_tabs->current();
    change(Field::Other, [&when, shown](PostWithVariants &post) {
        if (shown.isNull()) {
            post.post.day = when.day;
            post.post.time = when.time;
            post.post.zone = when.zone;
        }
        for (Variant &variant : post.variants) {
            if (variant.id == shown)
                setOwnTime(variant, when);
        }
    });
    showAll();
}

void Composer::showTime()
{
    const QScopedValueRollback showing(m_showing, true);
    const PostWithVariants &value = m_session.value();
    const Variant *shown = currentVariant();
    const bool isOut = wasPosted(value);
    m_when->setWhen(plannedTime(value.post));
    m_when->setEnabled(!isOut);
    m_when->setToolTip(isOut ? tr("It was posted then") : QString());
    m_when->setHasSlots(std::ranges::any_of(
        value.variants, [this](const Variant &variant) { return hasSlots(variant.channel); }));
    const bool own = shown && shown->day;
    {
        const QSignalBlocker quiet(m_ownTime);
        m_ownTime->setChecked(own);
    }
    m_ownTime->setEnabled(shown && shown->status != PostStatus::Posted && (own || value.post.day));
    m_variantWhen->setVisible(own);
    if (own) {
        m_variantWhen->setWhen({shown->day, shown->time, shown->zone});
        m_variantWhen->setEnabled(shown->status != PostStatus::Posted);
        m_variantWhen->setHasSlots(hasSlots(shown->channel));
    }
    const auto series = std::ranges::find(m_allSeries, value.post.series, &Series::id);
    m_series->setSeries(value.post, series == m_allSeries.end() ? nullptr : &*series);
    m_evergreen->setPost(value.post);
}

void Composer::connectDetails()
{
    connect(m_details, &PostDetails::pillarChosen, this, [this](PillarId pillar) {
        change(Field::Other, [pillar](PostWithVariants &post) { post.post.pillar = pillar; });
    });
    connect(m_details, &PostDetails::labelToggled, this, &Composer::setLabel);
    connect(m_details, &PostDetails::newLabelRequested, this, [this](const QString &name) {
        flush();
        emit newLabelRequested(name);
    });
    connect(
        m_details, &PostDetails::managePillarsRequested, this, &Composer::managePillarsRequested);
    connect(m_details, &PostDetails::manageLabelsRequested, this, &Composer::manageLabelsRequested);
    connect(m_details, &PostDetails::linkTyped, this, [this](const QString &link) {
        change(Field::Link, [&link](PostWithVariants &post) { post.post.link = link; });
        m_details->setPost(m_session.value());
        m_check.start();
    });
    connect(m_details, &PostDetails::tracksToggled, this, [this](bool on) {
        change(Field::Other, [on](PostWithVariants &post) { post.post.tracksLink = on; });
        m_details->setPost(m_session.value());
        showChecks();
    });
    connect(m_details, &PostDetails::campaignWordGiven, this,
        [this](CampaignId campaign, const QString &word) {
            flush();
            emit campaignWordGiven(campaign, word);
        });
    connect(m_firstComment, &QPlainTextEdit::textChanged, this, [this] {
        const VariantId shown = m_tabs->current();
        if (m_showing || shown.isNull())
            return;
        change(Field::FirstComment, [this, shown](PostWithVariants &post) {
            for (Variant &variant : post.variants) {
                if (variant.id == shown)
                    variant.firstComment = plainWords(*m_firstComment);
            }
        });
        m_check.start();
    });
}

void Composer::setLabel(LabelId label, bool on)
{
    change(Field::Other, [label, on](PostWithVariants &post) {
        const bool has =
            std::ranges::find(post.labels, label, &PostLabel::label) != post.labels.end();
        if (on && !has) {
            PostLabel added;
            added.post = post.post.id;
            added.label = label;
            post.labels.append(added);
        } else if (!on) {
            erase_if(post.labels, [label](const PostLabel &entry) { return entry.label == label; });
        }
    });
    m_details->setPost(m_session.value());
}

void Composer::setReview(const PostReview &review)
{
    m_said = review;
    m_review->setReview(m_said, plainWords(*m_text));
}

void Composer::connectReview()
{
    connect(m_review->versions(), &VersionHistory::restoreRequested, this, &Composer::restore);
}

void Composer::restore(const TextVersion &version)
{
    // What is locked becomes a new draft; the version itself stays where it is.
    change(Field::Other, [&version](PostWithVariants &post) {
        const auto isFor = [&version](const Variant &variant) {
            return version.variant.isNull() ? !variant.detached : variant.id == version.variant;
        };
        if (version.variant.isNull())
            post.post.text = version.text;
        for (Variant &variant : post.variants) {
            if (!isFor(variant))
                continue;
            if (!version.variant.isNull()) {
                variant.detached = true;
                variant.text = version.text;
            }
            if (allowedTransitions(variant.status).contains(PostStatus::Draft)
                && variant.status != PostStatus::Idea)
                variant.status = PostStatus::Draft;
        }
    });
    m_tabs->setCurrent(version.variant);
    showAll();
}
