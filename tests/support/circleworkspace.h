// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"
#include "test_support/circlefixture.h"
#include "test_support/testworkspace.h"

/// A workspace with what CircleFixture holds; another(login) is the window of one of its four people.
class CircleWorkspace : public TestWorkspace
{
public:
    /// The reason why it is not there, or an empty text.
    [[nodiscard]] QString fill()
    {
        if (!isOpen())
            return QStringLiteral("not created");
        const auto done = get()->database()->write(CircleFixture::fill).result();
        return done ? QString() : done.error().message;
    }
};
