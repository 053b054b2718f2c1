// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dealfacts.h"
#include "domain/exitfacts.h"
#include "domain/handoverfacts.h"
#include "domain/hopfacts.h"
#include "domain/lastcontacts.h"
#include "domain/repfacts.h"
#include "domain/touchfacts.h"

#include <memory>
#include <vector>

// Facts kept in step without reading all of them: what is known of \a people, by id and each once, is taken out of \a base, and what was read of them anew,
// \a changed, put in its place. Where \a changed is of a few, a copy of \a base bounds it.
// What stands once for all, the names of who and what rows refer to, is that of \a changed.
[[nodiscard]] std::shared_ptr<const LastContacts> updatedFacts(
    const LastContacts &base, const LastContacts &changed, const std::vector<ProspectId> &people);
[[nodiscard]] std::shared_ptr<const HopFacts> updatedFacts(
    const HopFacts &base, const HopFacts &changed, const std::vector<ProspectId> &people);
/// Both must have the same zone.
[[nodiscard]] std::shared_ptr<const RepFacts> updatedFacts(
    const RepFacts &base, const RepFacts &changed, const std::vector<ProspectId> &people);
/// Posts are those of both, as \a changed tells them: also some that nobody touched.
[[nodiscard]] std::shared_ptr<const TouchFacts> updatedFacts(
    const TouchFacts &base, const TouchFacts &changed, const std::vector<ProspectId> &people);
[[nodiscard]] std::shared_ptr<const DealFacts> updatedFacts(
    const DealFacts &base, const DealFacts &changed, const std::vector<ProspectId> &people);
[[nodiscard]] std::shared_ptr<const HandoverFacts> updatedFacts(
    const HandoverFacts &base, const HandoverFacts &changed, const std::vector<ProspectId> &people);
[[nodiscard]] std::shared_ptr<const ExitFacts> updatedFacts(
    const ExitFacts &base, const ExitFacts &changed, const std::vector<ProspectId> &people);
