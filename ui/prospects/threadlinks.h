// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>
#include <QUrl>

/// A part of a message that leads somewhere. Offsets are UTF-16.
struct ThreadLink
{
    int start = 0;
    int length = 0;
    QUrl target; ///< http, https or mailto
};

/// The links and addresses of e-mail in \a text, in their order. A bare domain leads to https.
[[nodiscard]] QList<ThreadLink> threadLinks(QStringView text);
