// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// The stages of the default pipeline, by their ids.
enum StageNumber : qint64 { Cold = 1, Warm, Talk, Quote, Customer, Loyal, Advocate, Lost };
