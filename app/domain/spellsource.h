// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>

/// Who knows how words are spelt. Answers come later, so that who asks never waits.
class SpellSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Whether \a word is wrong in \a language, an installed one; nothing where that is not known yet: ask() for it.
    [[nodiscard]] virtual std::optional<bool> isWrong(
        const QString &language, const QString &word) const = 0;
    /// Looks \a words up; answered() follows.
    virtual void ask(const QString &language, const QStringList &words) = 0;
    using Suggested = std::function<void(const QStringList &)>;
    /// What \a word might have been, best first; \a done is called on \a context's thread.
    virtual void suggest(
        const QString &language, const QString &word, QObject *context, Suggested done) = 0;

signals:
    void answered();
    /// Other words are the team's now.
    void teamWordsChanged();
};
