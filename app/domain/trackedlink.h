// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/campaign.h"
#include "domain/channel.h"

#include <QString>

/// What a link tells whoever counts the visits that it brings.
struct LinkTags
{
    QString source; ///< utm_source: which network
    QString medium; ///< utm_medium: which kind of channel
    QString campaign; ///< utm_campaign; empty: none

    friend bool operator==(const LinkTags &, const LinkTags &) = default;
};

/// What \a channel and \a campaign (may be null) call themselves in links, each else what is usual: the network's key, "social", the campaign's name in
/// lower case with hyphens.
[[nodiscard]] LinkTags linkTags(const Channel &channel, const Campaign *campaign);
/// \a name in lower case, with a hyphen for each run of anything but letters and digits: how links usually write it.
[[nodiscard]] QString linkWord(const QString &name);
/// \a link with the tags in its query. Path, other parameters and fragment stay as they are written; a parameter that is set again replaces what stood
/// there, whatever its case. Values are percent-encoded as a whole, '+' and '&' too. What is no web address stays as it is.
[[nodiscard]] QString taggedLink(const QString &link, const LinkTags &tags);
