// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_profiles/copywords.h"

#include "base/moment.h"
#include "ui_common/formatting.h"

#include <QCoreApplication>

namespace {
/// The context of these texts.
class CopyText
{
    Q_DECLARE_TR_FUNCTIONS(CopyWords)
};
} // namespace

QString CopyWords::surface(Surface surface)
{
    switch (surface) {
    case Surface::DisplayName:
        return CopyText::tr("Display name");
    case Surface::Headline:
        return CopyText::tr("Headline");
    case Surface::Bio:
        return CopyText::tr("Bio");
    case Surface::Description:
        return CopyText::tr("Description");
    case Surface::Link:
        return CopyText::tr("Link");
    case Surface::ProfilePicture:
        return CopyText::tr("Profile picture");
    case Surface::CoverImage:
        return CopyText::tr("Cover image");
    case Surface::PinnedPost:
        return CopyText::tr("Pinned post");
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
        return CopyText::tr("Draft", "profile copy, a noun");
    case CopyStatus::InReview:
        return CopyText::tr("In review", "profile copy");
    case CopyStatus::Approved:
        return CopyText::tr("Approved", "profile copy");
    case CopyStatus::Live:
        return CopyText::tr("Live", "profile copy");
    case CopyStatus::Retired:
        return CopyText::tr("Retired", "profile copy");
    }
    Q_UNREACHABLE();
}

QString CopyWords::status(const ProfileCopy &copy, const QTimeZone &zone)
{
    const auto day = [&zone](qint64 ms) { return Formatting::date(localDay(ms, zone)); };
    if (copy.status == CopyStatus::Live && copy.liveSince != 0)
        return CopyText::tr("Live since %1").arg(day(copy.liveSince));
    if (copy.status == CopyStatus::Retired && copy.liveUntil != 0)
        return CopyText::tr("Retired, live until %1").arg(day(copy.liveUntil));
    return status(copy.status);
}
