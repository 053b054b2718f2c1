// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/ids.h"

#include <QDate>
#include <QString>

/// The medium that a consent or legal basis covers.
enum class ConsentMedium { Any, DirectMessage, Call, Email };
/// On what a contact rests (GDPR, article 6). Withdrawn is an objection or a consent taken back.
enum class LegalBasis { None, LegitimateInterest, Consent, Contract, Withdrawn };

template<>
struct EnumText<ConsentMedium>
{
    static constexpr std::pair<ConsentMedium, std::string_view> values[] {
        {ConsentMedium::Any, "any"}, {ConsentMedium::DirectMessage, "direct-message"},
        {ConsentMedium::Call, "call"}, {ConsentMedium::Email, "email"}};
};
template<>
struct EnumText<LegalBasis>
{
    static constexpr std::pair<LegalBasis, std::string_view> values[] {{LegalBasis::None, "none"},
        {LegalBasis::LegitimateInterest, "legitimate-interest"}, {LegalBasis::Consent, "consent"},
        {LegalBasis::Contract, "contract"}, {LegalBasis::Withdrawn, "withdrawn"}};
};

/// A basis recorded for a person and a medium. The newest of a medium counts; none is ever overwritten.
struct Consent
{
    ConsentId id;
    ProspectId prospect;
    ConsentMedium medium = ConsentMedium::Any;
    LegalBasis basis = LegalBasis::None;
    QString source; ///< where it was given, or the wording and its version
    Moment at;
    QDate expiresOn; ///< invalid where it does not expire
    UserId by;
    qint64 rowVersion = 1;

    friend bool operator==(const Consent &, const Consent &) = default;
};

/// Why a handle is on the suppression list: they objected, or they were erased.
enum class SuppressionKind { DoNotContact, Erased };

template<>
struct EnumText<SuppressionKind>
{
    static constexpr std::pair<SuppressionKind, std::string_view> values[] {
        {SuppressionKind::DoNotContact, "do-not-contact"}, {SuppressionKind::Erased, "erased"}};
};

/// A handle as a salted hash alone, so that a later import can know it again and nobody can read it.
struct Suppression
{
    SuppressionId id;
    QString
        hash; ///< HMAC-SHA-256 of network and normalised handle with the workspace's salt, hexadecimal
    SuppressionKind kind = SuppressionKind::DoNotContact;
    qint64 at = 0;
    qint64 rowVersion = 1;

    friend bool operator==(const Suppression &, const Suppression &) = default;
};
