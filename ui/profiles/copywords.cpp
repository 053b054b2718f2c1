// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_profiles/copywords.h"

#include "base/moment.h"
#include "ui_common/formatting.h"

#include <QCoreApplication>

namespace {
QString tr(const char *text, const char *meaning = nullptr)
{
    return QCoreApplication::translate("CopyWords", text, meaning);
}
} // namespace

QString CopyWords::surface(Surface surface)
{
    switch (surface) {
    case Surface::DisplayName:
        return tr("Display name");
    case Surface::Headline:
        return tr("Headline");
    case Surface::Bio:
        return tr("Bio");
    case Surface::Description:
        return tr("Description");
    case Surface::Link:
        return tr("Link");
    case Surface::ProfilePicture:
        return tr("Profile picture");
    case Surface::CoverImage:
        return tr("Cover image");
    case Surface::PinnedPost:
        return tr("Pinned post");
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
        return tr("Draft", "profile copy, a noun");
    case CopyStatus::InReview:
        return tr("In review", "profile copy");
    case CopyStatus::Approved:
        return tr("Approved", "profile copy");
    case CopyStatus::Live:
        return tr("Live", "profile copy");
    case CopyStatus::Retired:
        return tr("Retired", "profile copy");
    }
    Q_UNREACHABLE();
}

QString CopyWords::status(const ProfileCopy &copy, const QTimeZone &zone)
{
    const auto day = [&zone](qint64 ms) { return Formatting::date(localDay(ms, zone)); };
    if (copy.status == CopyStatus::Live && copy.liveSince != 0)
        return tr("Live since %1").arg(day(copy.liveSince));
    if (copy.status == CopyStatus::Retired && copy.liveUntil != 0)
        return tr("Retired, live until %1").arg(day(copy.liveUntil));
    return status(copy.status);
}
