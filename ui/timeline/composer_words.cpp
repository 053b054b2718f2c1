// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/networktraits.h"
#include "domain/placeholders.h"
#include "ui_common/copyeditor.h"
#include "ui_common/formatting.h"
#include "ui_common/plaintext.h"
#include "ui_timeline/composer.h"
#include "ui_timeline/networkpreview.h"
#include "ui_timeline/postdetails.h"
#include "ui_timeline/postingrow.h"
#include "ui_timeline/snippetpanel.h"
#include "ui_timeline/varianttabs.h"
#include "ui_timeline/wordtools.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// The words as they go out: tools, preview, copying for posting.

void Composer::setLimits(const QList<ChannelLimit> &limits)
{
    if (limits == m_limits)
        return;
    m_limits = limits;
    m_copy.reset();
    if (!m_post.isNull())
        showChecks();
}

void Composer::connectTools()
{
    connect(m_tools, &WordTools::insertRequested, this, [this](const QString &text) {
        m_text->insertPlainText(text);
        m_text->setFocus(Qt::OtherFocusReason);
    });
    connect(m_tools, &WordTools::threadChosen, this, [this](ThreadStyle style) {
        change(Field::Other, [this, style](PostWithVariants &post) {
            forShown(post, [this, style](Variant &variant) {
                const Channel *channel = channelOf(variant);
                if (channel && traitsOf(channel->network).hasThreads)
                    variant.thread = style;
            });
        });
        showChecks();
    });
    connect(m_tools, &WordTools::snippetChosen, this, &Composer::insert);
    connect(m_tools, &WordTools::manageRequested, m_snippetPanel, &SnippetPanel::open);
    connect(m_snippetPanel, &SnippetPanel::closed, this, [this] {
        m_snippetPanel->hide();
        m_text->setFocus(Qt::OtherFocusReason);
    });
    connect(m_tools, &WordTools::languageChosen, this, [this](const QString &language) {
        change(
            Field::Other, [&language](PostWithVariants &post) { post.post.language = language; });
        showTools();
    });
}

void Composer::setSnippets(const QList<Snippet> &snippets)
{
    m_snippets = snippets;
    m_snippetPanel->setSnippets(snippets);
    if (!m_post.isNull())
        showTools();
}

QHash<QString, QString> Composer::placeholderValues()
{
    const PostWithVariants &value = m_session.value();
    QHash<QString, QString> values;
    const auto add = [&values](const QString &name, const QString &text) {
        if (!text.isEmpty())
            values.insert(name, text);
    };
    const auto nameOf = [](const auto &list, auto id) {
        const auto found = std::ranges::find(list, id, [](const auto &entry) { return entry.id; });
        return found == list.end() ? QString() : found->name;
    };
    add(u"campaign"_s, nameOf(m_sources.campaigns, value.post.campaign));
    add(u"pillar"_s, nameOf(m_sources.pillars, value.post.pillar));
    add(u"title"_s, value.post.title);
    const Variant *shown = currentVariant();
    const PlannedTime planned = shown ? plannedTime(value.post, *shown) : plannedTime(value.post);
    if (planned.day)
        add(u"day"_s, Formatting::dayMonth(*planned.day));
    if (planned.time)
        add(u"time"_s, Formatting::time(*planned.time));
    if (const Channel *channel = shown ? channelOf(*shown) : nullptr) {
        add(u"channel"_s, channel->name);
        add(u"handle"_s, channel->handle);
    }
    return values;
}

void Composer::insert(const Snippet &snippet)
{
    QTextCursor cursor = m_text->textCursor();
    const QString before = plainWords(*m_text).left(cursor.selectionStart());
    QString text = withPlaceholders(snippet.text, placeholderValues());
    if (snippet.use == SnippetUse::SignOff) {
        cursor.movePosition(QTextCursor::End);
        const QString all = plainWords(*m_text);
        if (!all.isEmpty())
            text.prepend(all.endsWith(u'\n') ? u"\n"_s : u"\n\n"_s);
    } else if (!before.isEmpty() && !before.back().isSpace()) {
        text.prepend(u' ');
    }
    cursor.insertText(text);
    m_text->setTextCursor(cursor);
    m_text->setFocus(Qt::OtherFocusReason);
}

void Composer::showTools()
{
    bool offered = false;
    ThreadStyle style = ThreadStyle::None;
    PostWithVariants value = m_session.value();
    forShown(value, [&](const Variant &variant) {
        const Channel *channel = channelOf(variant);
        if (!channel || !traitsOf(channel->network).hasThreads)
            return;
        offered = true;
        style = std::max(style, variant.thread);
    });
    m_tools->setThread(offered, style);
    QStringList networks;
    const QList<VariantId> shown = shownVariants();
    for (const VariantId id : shown) {
        const auto variant = std::ranges::find(value.variants, id, &Variant::id);
        if (const Channel *channel = channelOf(*variant))
            networks << channel->network;
    }
    m_tools->setSnippets(m_snippets, networks);
    emit languageShown(m_post, value.post.language);
}

void Composer::showPreview(const QList<VariantId> &variants)
{
    const PostWithVariants &value = m_session.value();
    const auto first = variants.isEmpty()
        ? value.variants.cend()
        : std::ranges::find(value.variants, variants.first(), &Variant::id);
    const bool has = first != value.variants.cend();
    m_preview->setVisible(has);
    if (!has) {
        m_details->setTrackedLink({});
        return;
    }
    const Channel *channel = channelOf(*first);
    const ChannelCopy *copy = m_copy.of(first->id);
    if (!channel || !copy)
        return;
    const PlannedTime planned =
        currentVariant() ? plannedTime(value.post, *first) : plannedTime(value.post);
    QStringList when;
    if (planned.day)
        when.append(Formatting::dayMonth(*planned.day));
    if (planned.time)
        when.append(Formatting::time(*planned.time));
    m_preview->setPreview({*channel, m_sources.networks.signOf(channel->network),
                              m_sources.networks.nameOf(channel->network), when.join(u' ')},
        copy->parts, copy->counts);
    m_preview->setPictures(previewPictures(first->id));
    m_details->setTrackedLink(
        value.post.tracksLink ? linkFor(value.post, *channel, m_sources.campaigns) : QString());
}

void Composer::connectPosting()
{
    connect(m_posting, &PostingRow::copyRequested, this, [this](int part) {
        const Variant *variant = variantToPost();
        const ChannelCopy *copy = variant ? m_copy.of(variant->id) : nullptr;
        if (copy && part < copy->parts.size())
            emit copyRequested(copy->parts.at(part).text, part == 0);
    });
    connect(m_posting, &PostingRow::commentCopyRequested, this, [this] {
        if (const Variant *variant = variantToPost())
            emit copyRequested(m_copy.commentWords(variant->id), false);
    });
    connect(m_posting, &PostingRow::postedRequested, this, [this](const QString &link) {
        step(PostStatus::Posted, [&link](Variant &variant) { variant.link = link; });
    });
}

QString Composer::copyRefusal(const Post &post, const Variant &variant)
{
    const QString words = effectiveText(post, variant) + u'\n' + variant.firstComment;
    const QList<Placeholder> open = openPlaceholders(words, !post.link.isEmpty());
    if (open.isEmpty())
        return {};
    const Placeholder &first = open.first();
    return tr("%1 is still to be filled in")
        .arg(words.sliced(first.start, first.end - first.start));
}

void Composer::showPosting()
{
    const Variant *variant = variantToPost();
    if (!variant) {
        m_posting->setVariant(nullptr);
        return;
    }
    const ChannelCopy *copy = m_copy.of(variant->id);
    m_posting->setVariant(
        variant, copy ? int(copy->parts.size()) : 1, copyRefusal(m_session.value().post, *variant));
}
