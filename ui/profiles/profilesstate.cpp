// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_profiles/profilesstate.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace {
constexpr qint32 StateVersion = 1;
}

QByteArray toBytes(const ProfilesState &state)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << StateVersion << state.channel.value() << toText(state.surface)
           << state.version.value() << qint32(state.scrolled);
    return bytes;
}

std::optional<ProfilesState> profilesStateFrom(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    qint32 version = 0;
    stream >> version;
    if (version != StateVersion)
        return std::nullopt;
    qint64 channel = 0;
    qint64 copy = 0;
    qint32 scrolled = 0;
    QString surface;
    stream >> channel >> surface >> copy >> scrolled;
    const auto known = fromText<Surface>(surface);
    if (stream.status() != QDataStream::Ok || !known)
        return std::nullopt;
    return ProfilesState {
        ChannelId(channel), *known, ProfileCopyId(copy), std::max<qint32>(0, scrolled)};
}
