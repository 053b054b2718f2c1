// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/rowspec.h"

/// What is known of each table that edits may name. Asking for another one is a bug.
[[nodiscard]] const TableInfo &tableInfo(const QString &table);
/// All of them, parents before children.
[[nodiscard]] const QList<TableInfo> &allTables();
