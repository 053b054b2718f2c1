// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/area.h"

AreaHost::~AreaHost() = default;
Area::~Area() = default;
