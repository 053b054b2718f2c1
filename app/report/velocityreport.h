// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

/// What the pipeline brings a day, never without the four figures of which it is made: a row for each of them and for the product, those of money by currency.
[[nodiscard]] ReportKind velocityReport();
