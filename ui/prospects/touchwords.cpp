// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/touchwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace {
class TouchText
{
    Q_DECLARE_TR_FUNCTIONS(TouchWords)
public:
    static QString surface(Surface surface)
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
};
} // namespace

QString TouchWords::kind(TouchKind kind)
{
    switch (kind) {
    case TouchKind::Saw:
        return TouchText::tr("Saw");
    case TouchKind::Reacted:
        return TouchText::tr("Reacted to");
    case TouchKind::Commented:
        return TouchText::tr("Commented on");
    case TouchKind::Shared:
        return TouchText::tr("Shared");
    case TouchKind::Clicked:
        return TouchText::tr("Clicked on");
    case TouchKind::Mentioned:
        return TouchText::tr("Mentioned");
    case TouchKind::Referred:
        return TouchText::tr("Was referred by");
    case TouchKind::Reviewed:
        return TouchText::tr("Wrote a review");
    }
    Q_UNREACHABLE();
}

QString TouchWords::title(TouchKind kind, const QString &about)
{
    const bool named = !about.isEmpty();
    switch (kind) {
    case TouchKind::Saw:
        return named ? TouchText::tr("Saw “%1”").arg(about) : TouchText::tr("Saw us");
    case TouchKind::Reacted:
        return named ? TouchText::tr("Reacted to “%1”").arg(about)
                     : TouchText::tr("Reacted to a post");
    case TouchKind::Commented:
        return named ? TouchText::tr("Commented on “%1”").arg(about)
                     : TouchText::tr("Commented on a post");
    case TouchKind::Shared:
        return named ? TouchText::tr("Shared “%1”").arg(about) : TouchText::tr("Shared a post");
    case TouchKind::Clicked:
        return named ? TouchText::tr("Clicked on “%1”").arg(about)
                     : TouchText::tr("Clicked on a link");
    case TouchKind::Mentioned:
        return named ? TouchText::tr("Mentioned “%1”").arg(about) : TouchText::tr("Mentioned us");
    case TouchKind::Referred:
        return named ? TouchText::tr("Referred by %1").arg(about)
                     : TouchText::tr("Was referred to us");
    case TouchKind::Reviewed:
        return TouchText::tr("Wrote a review");
    }
    Q_UNREACHABLE();
}

QString TouchWords::copy(const ProfileCopy &copy, const QString &channel)
{
    const QString surface = TouchText::surface(copy.surface);
    //: The place of a profile, the number of its version, the channel.
    return channel.isEmpty()
        ? TouchText::tr("%1, version %2").arg(surface, QLocale().toString(copy.version))
        : TouchText::tr("%1, version %2 on %3")
              .arg(surface, QLocale().toString(copy.version), channel);
}

QString TouchWords::level(WarmthLevel level)
{
    switch (level) {
    case WarmthLevel::Cold:
        return TouchText::tr("Cold");
    case WarmthLevel::Warming:
        return TouchText::tr("Warming");
    case WarmthLevel::Warm:
        return TouchText::tr("Warm");
    case WarmthLevel::Hot:
        return TouchText::tr("Hot");
    }
    Q_UNREACHABLE();
}

QString TouchWords::points(const WarmthPart &part)
{
    constexpr double PerPoint = 1000;
    const QLocale locale;
    return TouchText::tr("%1 of %2 points")
        .arg(locale.toString(std::lround(part.points / PerPoint)),
            locale.toString(std::lround(part.most / PerPoint)));
}

QString TouchWords::ago(int days)
{
    return days == 0 ? TouchText::tr("today") : TouchText::tr("%n day(s) ago", nullptr, days);
}
