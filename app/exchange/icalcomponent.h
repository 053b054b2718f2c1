// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libical/ical.h>
#include <memory>

struct FreeIcalComponent
{
    void operator()(icalcomponent *component) const { icalcomponent_free(component); }
};
/// A component of a calendar with all its parts.
using IcalComponent = std::unique_ptr<icalcomponent, FreeIcalComponent>;
