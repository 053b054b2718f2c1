// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/whenrefused.h"

#include "session/workspace.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace {
/// Whether both change the same rows, in the same order: an id is made once.
bool areOfTheSameRows(const RowEdits &one, const RowEdits &other)
{
    return std::ranges::equal(one, other, [](const RowEdit &edit, const RowEdit &also) {
        return edit.table == also.table && edit.id == also.id && edit.op == also.op
            && edit.after == also.after;
    });
}
} // namespace

void whenRefused(Workspace &workspace, QObject *context, const std::function<void()> &send,
    std::function<void()> refused)
{
    QList<RowEdits> sent;
    const auto listening = QObject::connect(&workspace, &Workspace::edited, context,
        [&sent](const RowEdits &edits) { sent.append(edits); });
    send();
    QObject::disconnect(listening);
    if (sent.isEmpty())
        return;
    auto *watch = new QObject(context);
    QObject::connect(&workspace, &Workspace::settled, watch, &QObject::deleteLater);
    QObject::connect(&workspace, &Workspace::refused, watch,
        [watch, sent, refused = std::move(refused)](const RowEdits &edits) {
            const bool isOurs = std::ranges::any_of(
                sent, [&edits](const RowEdits &some) { return areOfTheSameRows(some, edits); });
            if (!isOurs)
                return;
            watch->disconnect();
            watch->deleteLater();
            refused();
        });
}
