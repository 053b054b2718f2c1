// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

/// How direct messages go on to a call or an e-mail.
[[nodiscard]] ReportKind hopsReport();
