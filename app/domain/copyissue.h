// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"

#include <QString>

/// Something to say about a text, from `start` to before `end`, both UTF-16 offsets; -1 for the text as a whole.
struct CopyIssue
{
    enum class Severity { Warning, Error };
    Severity severity = Severity::Warning;
    QString rule; ///< stable, never shown: "limit.length"
    qsizetype start = -1;
    qsizetype end = -1;
    QString text; ///< translated, one sentence

    friend bool operator==(const CopyIssue &, const CopyIssue &) = default;
};

template<>
struct EnumText<CopyIssue::Severity>
{
    static constexpr std::pair<CopyIssue::Severity, std::string_view> values[] {
        {CopyIssue::Severity::Warning, "warning"}, {CopyIssue::Severity::Error, "error"}};
};
