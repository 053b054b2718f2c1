// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_profiles/copywords.h"

#include "base/moment.h"
#include "ui_common/formatting.h"

#include <QCoreApplication>

namespace {
/// The context of these texts.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(CopyWords)
};
} // namespace

QString CopyWords::surface(Surface surface)
{
    switch (surface) {
    case Surface::DisplayName:
        return Words::tr("Display name");
    case Surface::Headline:
        return Words::tr("Headline");
    case Surface::Bio:
        return Words::tr("Bio");
    case Surface::Description:
        return Words::tr("Description");
    case Surface::Link:
        return Words::tr("Link");
    case Surface::ProfilePicture:
        return Words::tr("Profile picture");
    case Surface::CoverImage:
        return Words::tr("Cover image");
    case Surface::PinnedPost:
        return Words::tr("Pinned post");
    }
    Q_UNREACHABLE();
}

bool CopyWords::isPicture(Surface surface)
{
    return surface == Surface::ProfilePicture || surface == Surface::CoverImage;
}

QString CopyWords::status(CopyStatus status)
{
    switch (status) {
    case CopyStatus::Draft:
        return Words::tr("Draft", "profile copy, a noun");
    case CopyStatus::InReview:
        return Words::tr("In review", "profile copy");
    case CopyStatus::Approved:
        return Words::tr("Approved", "profile copy");
    case CopyStatus::Live:
        return Words::tr("Live", "profile copy");
    case CopyStatus::Retired:
        return Words::tr("Retired", "profile copy");
    }
    Q_UNREACHABLE();
}

QString CopyWords::status(const ProfileCopy &copy, const QTimeZone &zone)
{
    const auto day = [&zone](qint64 ms) { return Formatting::date(localDay(ms, zone)); };
    if (copy.status == CopyStatus::Live && copy.liveSince != 0)
        return Words::tr("Live since %1").arg(day(copy.liveSince));
    if (copy.status == CopyStatus::Retired && copy.liveUntil != 0)
        return Words::tr("Retired, live until %1").arg(day(copy.liveUntil));
    return status(copy.status);
}
