// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/hopfacts.h"
#include "domain/lastcontacts.h"
#include "domain/repfacts.h"

#include <memory>
#include <vector>

// Facts kept in step without reading all of them: what is known of \a people, by id and each once, is taken out of \a base, and what was read of them anew,
// \a changed, put in its place. Where \a changed is of a few, a copy of \a base bounds it.
[[nodiscard]] std::shared_ptr<const LastContacts> updatedFacts(
    const LastContacts &base, const LastContacts &changed, const std::vector<ProspectId> &people);
[[nodiscard]] std::shared_ptr<const HopFacts> updatedFacts(
    const HopFacts &base, const HopFacts &changed, const std::vector<ProspectId> &people);
/// The names of members, and the zone, are those of \a changed. Both must have the same zone.
[[nodiscard]] std::shared_ptr<const RepFacts> updatedFacts(
    const RepFacts &base, const RepFacts &changed, const std::vector<ProspectId> &people);
