// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

/// Calls \a callback with the future's result on \a context's thread, never synchronously, and
/// never after \a context died or the future was cancelled. Use this and not QFuture::then(context,
/// …), which Qt 6.4 gets wrong when the context dies.
template<typename T, typename Callback>
void whenReady(QFuture<T> future, QObject *context, Callback callback)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
        [watcher, callback = std::move(callback)]() mutable {
            watcher->deleteLater();
            if (!watcher->isCanceled())
                callback(watcher->result());
        });
    watcher->setFuture(
        std::move(future)); // connected first, so that a finished future is not missed
}
