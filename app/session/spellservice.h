// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/snippet.h"
#include "domain/spellsource.h"
#include "session/spelldictionaries.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <memory>
#include <optional>

class QThreadPool;
class SpellWorker;

/// Looks words up in the installed dictionaries, on a thread of its own. What was asked once is remembered; words are in no log.
class SpellService : public SpellSource
{
    Q_OBJECT
public:
    /// \a folders are searched for dictionaries on the worker; languagesFound() follows.
    explicit SpellService(const QStringList &folders, QObject *parent = nullptr);
    ~SpellService() override;

    /// Whether the folders have been searched.
    [[nodiscard]] bool isReady() const { return m_ready; }
    /// Of the installed dictionaries: "de_DE".
    [[nodiscard]] QStringList languages() const;
    /// The installed language that checks \a language; empty where none does.
    [[nodiscard]] QString languageFor(const QString &language) const;
    /// The language in which a workspace writes: \a chosen, or where that is empty the computer's if it has a dictionary, else English, else the first that
    /// has one.
    [[nodiscard]] QString workspaceLanguage(const QString &chosen) const;
    /// The team's words, right in their language or in all.
    void setTeamWords(const QList<DictionaryWord> &words);

    [[nodiscard]] std::optional<bool> isWrong(
        const QString &language, const QString &word) const override;
    void ask(const QString &language, const QStringList &words) override;
    void suggest(
        const QString &language, const QString &word, QObject *context, Suggested done) override;

signals:
    void languagesFound();

private:
    bool m_ready = false;
    QList<SpellDictionary> m_installed;
    QHash<QString, QHash<QString, bool>> m_known; ///< by language and word: whether it is wrong
    QHash<QString, QSet<QString>> m_teamWords; ///< by language; empty: all
    std::shared_ptr<SpellWorker> m_worker;
    std::unique_ptr<QThreadPool> m_thread;
};
