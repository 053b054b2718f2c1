// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/moment.h"
#include "domain/postedits.h"
#include "session/dueposts.h"
#include "session/plansets.h"
#include "session/postreviewstore.h"
#include "session/poststore.h"
#include "session/seriesservice.h"
#include "session/workspace.h"
#include "ui_timeline/calendararea.h"
#include "ui_timeline/calendarpage.h"
#include "ui_timeline/calendarview.h"
#include "ui_timeline/checklist.h"
#include "ui_timeline/commentlist.h"
#include "ui_timeline/composer.h"
#include "ui_timeline/composerwords.h"
#include "ui_timeline/duelist.h"
#include "ui_timeline/ideatray.h"
#include "ui_timeline/mediadesk.h"
#include "ui_timeline/reviewpane.h"
#include "ui_timeline/scopeactions.h"
#include "ui_timeline/versionhistory.h"

#include <QApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

// What is wanted in the composer, as commands of the stores.

void CalendarArea::connectInspector()
{
    m_composer->setViewer(m_workspace.viewer().user, QString::fromUtf8(m_workspace.zone().id()));
    connect(m_composer, &Composer::edited, this,
        [this](const PostWithVariants &before, const PostWithVariants &after) {
            if (m_composer->reach() != Reach::This)
                m_workspace.series().change(before, after, m_composer->reach());
            else
                m_workspace.posts().change(before, after, PostEdits::isTyping(before, after));
        });
    connect(m_composer, &Composer::duplicateRequested, this,
        [this](PostId post) { duplicate({post}); });
    connect(m_composer, &Composer::deleteRequested, this, [this](PostId post) { remove({post}); });
    connect(m_composer, &Composer::newChannelRequested, this, [this] {
        if (host())
            host()->showArea(u"profiles"_s);
    });
    connect(m_composer, &Composer::newLabelRequested, this, [this](const QString &name) {
        Label label;
        label.name = name;
        m_composer->setLabel(m_workspace.plan().addLabel(label), true);
    });
    connect(
        m_composer, &Composer::campaignWordGiven, this, [this](CampaignId id, const QString &word) {
            if (const Campaign *campaign = m_workspace.plan().campaign(id)) {
                Campaign after = *campaign;
                after.utmCampaign = word;
                m_workspace.plan().changeCampaign(Campaign(*campaign), after);
            }
        });
    connect(m_composer, &Composer::nextSlotRequested, this, &CalendarArea::planInNextSlot);
    connect(m_composer, &Composer::copyRequested, this,
        [this](const QString &text, bool withMedia) { m_media->copyForPosting(text, withMedia); });
    connect(m_composer, &Composer::left, m_page, [this] { m_page->view()->widget()->setFocus(); });
    new ComposerWords(m_workspace, m_composer, m_composer);
    connectSeries();
    connectReview();
    connectTeam();
    connectDue();
}

void CalendarArea::makeScopeActions()
{
    m_scope = new ScopeActions(
        m_workspace,
        [this] {
            m_composer->flush();
            return m_page->view()->currentDay();
        },
        [this] {
            m_composer->flush();
            const PostWithVariants *post = m_workspace.posts().find(m_selected);
            return post ? post->post.campaign : CampaignId();
        },
        this);
}

void CalendarArea::connectSeries()
{
    connect(m_composer, &Composer::repeatRequested, this,
        [this](const PostWithVariants &post, const QString &rule) {
            if (const auto started = m_workspace.series().start(post, rule); !started)
                emit m_workspace.notice({Notice::Severity::Error, started.error().message});
        });
    connect(m_composer, &Composer::removeSeriesRequested, this,
        [this](const PostWithVariants &post, Reach reach) {
            m_workspace.series().remove(post, reach);
        });
    connect(m_composer, &Composer::detachRequested, this,
        [this](const PostWithVariants &post) { m_workspace.series().detach(post); });
}

void CalendarArea::connectReview()
{
    PostReviewStore *store = &m_workspace.review();
    connect(store, &PostReviewStore::changed, this, &CalendarArea::showReview);
    const CommentList *comments = m_composer->review()->comments();
    connect(comments, &CommentList::commented, store,
        [store](const QString &text, Audience audience) { store->addComment(text, audience); });
    connect(comments, &CommentList::resolveRequested, store, &PostReviewStore::setResolved);
    connect(comments, &CommentList::removeRequested, store, &PostReviewStore::removeComment);
    const CheckList *checklist = m_composer->review()->checklist();
    connect(checklist, &CheckList::added, store, &PostReviewStore::addItem);
    connect(checklist, &CheckList::ticked, store, &PostReviewStore::setDone);
    connect(checklist, &CheckList::removeRequested, store, &PostReviewStore::removeItem);
    connect(m_composer->review()->versions(), &VersionHistory::keepRequested, this, [this, store] {
        m_composer->flush();
        store->keepVersion(m_composer->shownText(), m_composer->shownVariant());
    });
}

void CalendarArea::showReview()
{
    if (!m_composer || m_workspace.review().post() != m_composer->post())
        return;
    ReviewContext context;
    context.nameOf = [this](UserId user) { return m_workspace.userName(user); };
    context.channelOf = [this](VariantId id) {
        for (const Variant &variant : m_composer->value().variants) {
            const Channel *channel = m_workspace.plan().channel(variant.channel);
            if (variant.id == id && channel)
                return channel->name;
        }
        return QString();
    };
    context.zone = m_workspace.zone();
    context.today = m_workspace.today();
    m_composer->review()->setContext(context);
    m_composer->setReview(m_workspace.review().review());
}

void CalendarArea::connectDue()
{
    DuePosts *due = &m_workspace.due();
    connect(due, &DuePosts::changed, this, &CalendarArea::showDue);
    connect(due, &DuePosts::becameDue, this, [this](const QList<DuePost> &posts) {
        const QString first = posts.first().text;
        const QString text = posts.size() == 1 && !first.isEmpty()
            ? tr("“%1” is due now. Copy it, post it and say so.").arg(first)
            : tr("%n post(s) are due now. Copy them, post them and say so.", nullptr,
                int(posts.size()));
        emit m_workspace.notice({Notice::Severity::Info, text});
        QApplication::alert(m_page->window());
    });
    connect(m_page->tray()->due(), &DueList::openRequested, this, [this](PostId post) {
        for (const DuePost &entry : m_workspace.due().due()) {
            if (entry.post == post) {
                goTo(post, localDay(entry.at, m_workspace.zone()));
                return;
            }
        }
    });
    due->watch();
}

void CalendarArea::showDue()
{
    if (m_page)
        m_page->tray()->due()->setDue(
            m_workspace.due().due(), m_sources, m_workspace.zone(), m_workspace.today());
}

void CalendarArea::planInNextSlot(ChannelId channel)
{
    const PostId post = m_composer->post();
    const VariantId variant = m_composer->shownVariant();
    m_workspace.posts().nextFreeSlot(channel, std::nullopt, this,
        [this, post, variant, channel](const Result<std::optional<SlotTime>> &found) {
            if (!m_composer || m_composer->post() != post || m_composer->shownVariant() != variant)
                return; // something else is shown by now
            if (!found) {
                emit m_workspace.notice({Notice::Severity::Error, found.error().message});
            } else if (!*found) {
                emit m_workspace.notice(
                    {Notice::Severity::Info, tr("The channel has no free slot within a year.")});
            } else {
                const Channel *at = m_workspace.plan().channel(channel);
                m_composer->planIn({(*found)->day, (*found)->time, at ? at->zone : QString()});
                showDay((*found)->day);
            }
        });
}
