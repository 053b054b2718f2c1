// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/csvmapping.h"

/// What the first row of a table of posts tells by itself. A mapping's fields are those of
/// planFieldNames() and
///
/// `when` day and time in one column · `channels` a list of networks or accounts · `on:NETWORK` a column
/// that says true where the row is for that network.
///
/// Several columns may give `media`, `alt_texts` and `labels`. `system` is "pullpush", "buffer",
/// "hootsuite", "sprout", "metricool", "publer", "socialbee", "highlevel", "ayrshare", "postfast",
/// "schedulin", "oktopost", "plan" where common words alone were recognised, or empty. Fields of
/// Hootsuite's files, which have no header, name their columns "1", "2" and "3".
[[nodiscard]] GuessedMapping guessPlan(const QStringList &firstRow);
/// \a field is one that a mapping of a plan may name.
[[nodiscard]] bool isPlanField(const QString &field);
/// \a firstRow is of a table of posts rather than of anything else: a known planner's header, or a text
/// beside a channel or a time, and nothing that names a person.
[[nodiscard]] bool looksLikePlan(const QStringList &firstRow);
