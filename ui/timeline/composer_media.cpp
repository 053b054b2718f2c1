// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/postedits.h"
#include "domain/postmedia.h"
#include "ui_common/copyeditor.h"
#include "ui_timeline/composer.h"
#include "ui_timeline/mediastrip.h"
#include "ui_timeline/networkpreview.h"
#include "ui_timeline/varianttabs.h"

#include <QSet>

#include <algorithm>
#include <utility>

// The pictures and videos of what is edited.

void Composer::setMediaLook(const MediaLook &look, const MediaRules &rules)
{
    m_mediaLook = look;
    m_mediaRules = rules;
    m_media->setLook(look);
    if (!m_post.isNull())
        showAll();
}

QWidget *Composer::dropSurface() const
{
    return m_text->viewport();
}

void Composer::refreshMedia()
{
    if (m_post.isNull())
        return;
    m_media->refreshPictures();
    showChecks();
}

void Composer::refreshPicture(MediaId media)
{
    const QList<PostMedia> &shown = m_session.value().media;
    if (std::ranges::find(shown, media, &PostMedia::media) == shown.end())
        return;
    m_media->refreshPictures();
    const QList<VariantId> variants = shownVariants();
    if (!variants.isEmpty())
        m_preview->setPictures(previewPictures(variants.first()));
}

void Composer::editMedia(const std::function<PostWithVariants(const PostWithVariants &)> &edit)
{
    applyToMedia(Field::Other, edit);
    showVariant();
}

void Composer::applyToMedia(
    Field field, const std::function<PostWithVariants(const PostWithVariants &)> &edit)
{
    bool isRefused = false;
    change(field, [&edit, &isRefused](PostWithVariants &post) {
        PostWithVariants after = edit(post);
        isRefused = PostEdits::changesLockedMedia(post, after);
        if (!isRefused)
            post = std::move(after);
    });
    if (isRefused)
        emit mediaRefused();
}

bool Composer::isMediaLocked()
{
    if (const Variant *shown = currentVariant())
        return PostEdits::isLocked(shown->status);
    // What all channels show is locked with the first of them.
    return std::ranges::any_of(m_session.value().variants, [](const Variant &variant) {
        return PostEdits::isLocked(variant.status) && variant.status != PostStatus::Retired;
    });
}

void Composer::connectMedia()
{
    connect(m_media, &MediaStrip::removeRequested, this, [this](PostMediaId medium) {
        editMedia(
            [medium](const PostWithVariants &post) { return MediaEdits::without(post, medium); });
    });
    connect(m_media, &MediaStrip::moveRequested, this, [this](PostMediaId medium, int to) {
        const VariantId shown = m_tabs->current();
        editMedia([medium, to, shown](const PostWithVariants &post) {
            return MediaEdits::moved(post, medium, to, shown);
        });
        m_media->setCurrent(medium);
    });
    connect(m_media, &MediaStrip::showingRequested, this, [this](PostMediaId medium, bool alone) {
        const VariantId shown = alone ? m_tabs->current() : VariantId();
        editMedia([medium, shown](const PostWithVariants &post) {
            return MediaEdits::showing(post, medium, shown);
        });
    });
    connect(m_media, &MediaStrip::altTextTyped, this,
        [this](PostMediaId medium, const QString &altText) {
            applyToMedia(Field::AltText, [medium, &altText](const PostWithVariants &post) {
                return MediaEdits::described(post, medium, altText);
            });
            m_media->setPost(m_session.value(), m_tabs->current(), isMediaLocked());
        });
    connect(m_media, &MediaStrip::altTextFinished, this, &Composer::flush);
}

void Composer::showMedia()
{
    m_media->setPost(m_session.value(), m_tabs->current(), isMediaLocked());
}

VariantId Composer::postedVariant()
{
    const Variant *variant = variantToPost();
    return variant ? variant->id : VariantId();
}

QList<AttachedMedium> Composer::attachedTo(VariantId variant) const
{
    QList<AttachedMedium> attached;
    const PostWithVariants &post = m_session.value();
    const QList<PostMedia> media = mediaOf(post, variant);
    for (const PostMedia &one : media) {
        const Media *known = m_mediaLook.find(one.media);
        if (!known)
            continue;
        const QRect part = cropOf(post, one.id, variant);
        attached.append({.kind = known->kind,
            .name = known->name,
            .bytes = part.isValid() ? 0 : known->bytes, // what is cut has another size
            .size = part.isValid() ? part.size() : QSize(known->width, known->height)});
    }
    return attached;
}

void Composer::addMediaIssues(CopyCheck &check)
{
    const Variant *shown = currentVariant();
    QSet<QString> said; // of two channels of a network with the same media one is enough
    for (const Variant &variant : std::as_const(m_session.value().variants)) {
        const bool belongs = shown ? variant.id == shown->id : !variant.detached;
        const Channel *channel = channelOf(variant);
        if (!belongs || !channel)
            continue;
        const QList<CopyIssue> issues = checkMedia(attachedTo(variant.id), channel->network,
            m_sources.networks.nameOf(channel->network), m_mediaRules);
        for (const CopyIssue &issue : issues) {
            if (said.contains(issue.text))
                continue;
            said.insert(issue.text);
            check.issues.append(issue);
        }
    }
    std::ranges::stable_sort(check.issues, [](const CopyIssue &a, const CopyIssue &b) {
        return a.severity == CopyIssue::Severity::Error && b.severity != CopyIssue::Severity::Error;
    });
}

QList<PreviewPicture> Composer::previewPictures(VariantId variant) const
{
    const PostWithVariants &post = m_session.value();
    QList<PreviewPicture> pictures;
    const QList<PostMedia> media = mediaOf(post, variant);
    for (const PostMedia &one : media) {
        const Media *known = m_mediaLook.find(one.media);
        const bool isSeen = pictures.size() < PicturePreview::MostShown;
        const QImage image = isSeen ? m_mediaLook.preview(one.media) : QImage();
        PreviewPicture picture {image};
        if (known) {
            picture.part = MediaPainter::partOf(
                image, {known->width, known->height}, cropOf(post, one.id, variant));
            picture.isVideo = known->kind == MediaKind::Video;
            picture.name = one.altText.isEmpty() ? known->name : one.altText;
        }
        pictures.append(picture);
    }
    return pictures;
}
