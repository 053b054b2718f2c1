// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/severity.h"

#include "ui_common/icons.h"

using namespace Qt::StringLiterals;

ColourRole severityRole(NoticeSeverity severity)
{
    switch (severity) {
    case NoticeSeverity::Info:
        return ColourRole::PullText;
    case NoticeSeverity::Warning:
        return ColourRole::WarningText;
    case NoticeSeverity::Error:
        return ColourRole::DangerText;
    }
    return ColourRole::PullText;
}

QIcon severityIcon(NoticeSeverity severity)
{
    switch (severity) {
    case NoticeSeverity::Info:
        return Icons::named(u"dialog-information-symbolic"_s, u"dialog-information"_s);
    case NoticeSeverity::Warning:
        return Icons::named(u"dialog-warning-symbolic"_s, u"dialog-warning"_s);
    case NoticeSeverity::Error:
        return Icons::named(u"dialog-error-symbolic"_s, u"dialog-error"_s);
    }
    return {};
}
