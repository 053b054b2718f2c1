// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"

#include <QWidget>

#include <optional>

class QLabel;

/// The proposal to go on over another medium that is still open, and what may have become of it. Hidden where there is none.
class HopLine : public QWidget
{
    Q_OBJECT
public:
    explicit HopLine(QWidget *parent = nullptr);

    /// The newest open one of \a hops. \a who is the prospect's name.
    void setHops(const QList<Hop> &hops, const QString &who, const QTimeZone &zone, QDate today);
    /// The one that is shown.
    [[nodiscard]] const std::optional<Hop> &openHop() const { return m_hop; }

signals:
    void decided(const Hop &hop, HopState state);
    void removeRequested(const Hop &hop);

private:
    void add(const QString &name, const QString &text, HopState state);

    QLabel *m_text;
    std::optional<Hop> m_hop;
};

/// "Tuesday: you proposed a call." \a who: the prospect's name.
[[nodiscard]] QString hopSentence(
    const Hop &hop, const QString &who, const QTimeZone &zone, QDate today);
