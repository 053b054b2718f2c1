// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/postmedia.h"
#include "session/mediastore.h"
#include "session/plansets.h"
#include "session/workspace.h"
#include "ui_common/area.h"
#include "ui_common/formatting.h"
#include "ui_timeline/composer.h"
#include "ui_timeline/croppage.h"
#include "ui_timeline/cropview.h"
#include "ui_timeline/mediadesk.h"
#include "ui_timeline/mediagrid.h"
#include "ui_timeline/mediapage.h"
#include "ui_timeline/mediastrip.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

// The pages that the desk opens, and the way out to the clipboard.

namespace {
/// The channel of that variant; null for none.
const Channel *channelOf(const PostWithVariants &post, VariantId id, const PlanSets &plan)
{
    const auto variant = std::ranges::find(post.variants, id, &Variant::id);
    return variant == post.variants.end() ? nullptr : plan.channel(variant->channel);
}
} // namespace

void MediaDesk::showLibrary(MediaId current)
{
    AreaHost *window = host();
    if (!window)
        return;
    m_composer->flush();
    auto *page = new MediaPage(m_store, look(), MediaPage::Purpose::Library);
    page->grid()->setCurrent(current);
    connect(page, &MediaPage::closeRequested, this, &MediaDesk::closeTask);
    connect(page, &MediaPage::postRequested, this, &MediaDesk::postRequested);
    connect(page, &MediaPage::pasteRequested, this, &MediaDesk::pasteIntoLibrary);
    connect(page, &MediaPage::dropped, this,
        [this](const DropContent &content) { m_store.add(content.sources); });
    connect(page, &MediaPage::filesRequested, this, [this] {
        askForFiles([this](const DropContent &content) { m_store.add(content.sources); });
    });
    window->showTask(tr("Media library"), page);
}

void MediaDesk::chooseFromLibrary()
{
    AreaHost *window = host();
    const PostId post = m_composer->post();
    const VariantId variant = m_composer->shownVariant();
    if (!window || post.isNull())
        return;
    m_composer->flush();
    auto *page = new MediaPage(m_store, look(), MediaPage::Purpose::Choice);
    connect(page, &MediaPage::closeRequested, this, &MediaDesk::closeTask);
    connect(page, &MediaPage::postRequested, this, &MediaDesk::postRequested);
    connect(page, &MediaPage::pasteRequested, this, &MediaDesk::pasteIntoLibrary);
    connect(page, &MediaPage::dropped, this,
        [this](const DropContent &content) { m_store.add(content.sources); });
    connect(page, &MediaPage::filesRequested, this, [this] {
        askForFiles([this](const DropContent &content) { m_store.add(content.sources); });
    });
    connect(page, &MediaPage::chosen, this, [this, post, variant](const QList<MediaId> &media) {
        closeTask();
        addToPost(media, post, variant);
    });
    window->showTask(tr("Choose pictures"), page);
}

void MediaDesk::crop(PostMediaId medium)
{
    const VariantId variant = m_composer->shownVariant();
    const PostWithVariants &post = m_composer->value();
    const auto attached = std::ranges::find(post.media, medium, &PostMedia::id);
    const Media *media = attached == post.media.end() ? nullptr : m_store.find(attached->media);
    const Channel *channel = channelOf(post, variant, m_workspace.plan());
    AreaHost *window = host();
    if (!media || !channel || !window)
        return;
    const auto rules = builtInMediaRules();
    const auto networks = builtInNetworks();
    const QString network = networks ? networks->nameOf(channel->network) : channel->network;
    auto *page = new CropPage({.picture = media->name,
        .channel = Formatting::channel(channel->name, network),
        .formats = rules ? rules->formatsOf(channel->network) : QList<PictureFormat>(),
        .size = {media->width, media->height},
        .part = cropOf(post, medium, variant)});
    constexpr int bound = 1600; // pixels: as sharp as a window shows it
    m_store.picture(media->id, {bound, bound}, page, [page](const Result<QImage> &image) {
        if (image)
            page->setPicture(*image);
        else
            page->setError(image.error());
    });
    connect(page, &CropPage::cancelled, this, &MediaDesk::closeTask);
    connect(page, &CropPage::accepted, this,
        [this, id = post.post.id, medium, variant](const QRect &part) {
            closeTask();
            if (!m_composer || m_composer->post() != id)
                return;
            m_composer->editMedia([this, medium, variant, &part](const PostWithVariants &before) {
                PostWithVariants after = MediaEdits::cropped(before, medium, variant, part);
                for (MediaCrop &crop : after.crops) {
                    if (crop.id.isNull())
                        crop.id = MediaCropId::create(m_workspace.ids());
                }
                return after;
            });
            m_composer->media()->setCurrent(medium);
        });
    window->showTask(tr("Crop a picture"), page);
}

void MediaDesk::copyForPosting(const QString &text, bool withMedia)
{
    const PostWithVariants &post = m_composer->value();
    const VariantId variant = m_composer->postedVariant();
    QList<PostedMedium> media;
    const QList<PostMedia> attached = withMedia ? mediaOf(post, variant) : QList<PostMedia>();
    for (const PostMedia &one : attached) {
        if (const Media *known = m_store.find(one.media))
            media.append({*known, cropOf(post, one.id, variant)});
    }
    auto copies = std::make_unique<QTemporaryDir>();
    if (media.isEmpty() || !copies->isValid()) {
        m_copies.reset(); // what is still being cut is not wanted any more
        putOnClipboard(text, {});
        return;
    }
    // The words are there at once; the pictures follow as soon as they are cut and cleaned.
    QGuiApplication::clipboard()->setText(text);
    m_copies = std::move(copies);
    m_store.copyForPosting(media, m_copies->path(), this,
        [this, text, folder = m_copies->path()](const Result<PostingCopy> &copy) {
            if (!m_copies || m_copies->path() != folder)
                return; // something else is copied by now
            if (copy)
                putOnClipboard(text, *copy);
            else
                emit m_workspace.notice(Notice::error(copy.error()));
        });
}

void MediaDesk::putOnClipboard(const QString &text, const PostingCopy &copy)
{
    auto *data = new QMimeData;
    data->setText(text);
    QList<QUrl> urls;
    for (const QString &file : copy.files)
        urls << QUrl::fromLocalFile(file);
    if (!urls.isEmpty())
        data->setUrls(urls);
    if (!copy.first.isNull())
        data->setImageData(copy.first);
    QGuiApplication::clipboard()->setMimeData(data);
    if (!copy.missing.isEmpty()) {
        emit m_workspace.notice({Notice::Severity::Warning,
            tr("The words are on the clipboard, but %n file(s) could not be read: %1. Add them by "
               "hand.",
                nullptr, int(copy.missing.size()))
                .arg(copy.missing.join(u", "_s))});
        return;
    }
    emit m_workspace.notice({Notice::Severity::Info,
        urls.isEmpty()
            ? tr("The words are on the clipboard. Paste them where they are posted.")
            : tr("The words and %n file(s) are on the clipboard. Paste them where they are posted.",
                nullptr, int(urls.size()))});
}
