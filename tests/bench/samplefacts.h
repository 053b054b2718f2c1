// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

class ProspectColumns;
struct ChartFacts;

/// Gives \a facts touches, deals and handovers of a share of the people where there are none of a kind, as in a generated workspace; the same ones for the same
/// columns, and told in the output. They are nowhere but in memory. \a now in Unix milliseconds.
void addSampleFacts(ChartFacts &facts, const ProspectColumns &columns, qint64 now);
