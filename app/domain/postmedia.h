// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/post.h"

#include <QRect>

// The media of a post: those of all its channels, and those of one variant alone.

/// The media that \a variant shows, in their order: the post's and its own. A null \a variant: the post's alone.
[[nodiscard]] QList<PostMedia> mediaOf(const PostWithVariants &post, VariantId variant);
/// The part of that medium which \a variant shows; invalid where it shows all of it.
[[nodiscard]] QRect cropOf(const PostWithVariants &post, PostMediaId medium, VariantId variant);

namespace MediaEdits {
/// With \a media behind the others, for all variants where \a variant is null. What \a variant shows already is not shown twice. Their ids are null.
[[nodiscard]] PostWithVariants with(
    PostWithVariants post, const QList<MediaId> &media, VariantId variant);
/// Without that medium and its crops.
[[nodiscard]] PostWithVariants without(PostWithVariants post, PostMediaId medium);
/// Without what belongs to \a variant alone, which is removed.
[[nodiscard]] PostWithVariants withoutVariant(PostWithVariants post, VariantId variant);
/// Without what belongs to a variant that is not there, and without crops of media that are not.
[[nodiscard]] PostWithVariants withoutStrays(PostWithVariants post);
/// With that medium at place \a to (clamped) of those that \a variant shows.
[[nodiscard]] PostWithVariants moved(
    PostWithVariants post, PostMediaId medium, int to, VariantId variant);
/// For \a variant alone, or for all where it is null.
[[nodiscard]] PostWithVariants showing(
    PostWithVariants post, PostMediaId medium, VariantId variant);
/// With that alternative text.
[[nodiscard]] PostWithVariants described(
    PostWithVariants post, PostMediaId medium, const QString &altText);
/// \a variant shows only \a part of that medium; an invalid one shows all of it again.
[[nodiscard]] PostWithVariants cropped(
    PostWithVariants post, PostMediaId medium, VariantId variant, const QRect &part);
} // namespace MediaEdits
