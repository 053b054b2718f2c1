// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <tl/expected.hpp>

#include <utility>

/// What went wrong, as a value. `message` is translated and shown as it is; `detail` goes to the
/// log alone and never holds the content of a conversation.
struct Error
{
    enum class Code {
        NotFound,
        Conflict,
        Rejected, ///< the input is not acceptable: a faulty file, a value out of range
        Busy,
        Unreachable,
        Unconfirmed, ///< nobody knows whether the change was kept: the server went before it said so
        Corrupt,
        Io,
        Cancelled,
    };
    Code code = Code::Io;
    QString message;
    QString detail = {};

    friend bool operator==(const Error &, const Error &) = default;
};

template<typename T = void>
using Result = tl::expected<T, Error>;

/// Shorthand for `return fail(Error::Code::NotFound, tr("…"))`.
[[nodiscard]] inline tl::unexpected<Error> fail(
    Error::Code code, QString message, QString detail = {})
{
    return tl::unexpected(Error {code, std::move(message), std::move(detail)});
}
