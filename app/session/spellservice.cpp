// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/spellservice.h"

#include "base/whenready.h"

#include <QFile>
#include <QLocale>
#include <QtConcurrentRun>
#include <QThreadPool>
#include <unicode/ucnv.h>

#include <algorithm>
#include <hunspell/hunspell.hxx>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
/// More than this is no longer remembered at once: texts of months, some megabytes.
constexpr qsizetype MostKnown = 100'000;
/// As many as a menu shows.
constexpr std::size_t MostSuggestions = 6;

/// A dictionary with its own encoding, which may be an old one.
class Dictionary
{
public:
    explicit Dictionary(const SpellDictionary &files)
        : m_hunspell(QFile::encodeName(files.affixes).constData(),
            QFile::encodeName(files.words).constData())
    {
        UErrorCode status = U_ZERO_ERROR;
        std::string name = m_hunspell.get_dict_encoding();
        // How old dictionaries write names that ICU writes in another way.
        if (name.starts_with("microsoft-cp"))
            name = "windows-" + name.substr(std::string("microsoft-cp").size());
        m_converter = ucnv_open(name.c_str(), &status);
        if (U_FAILURE(status))
            m_converter = ucnv_open("UTF-8", &(status = U_ZERO_ERROR));
        if (m_converter)
            ucnv_setFromUCallBack(
                m_converter, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    }
    ~Dictionary() { ucnv_close(m_converter); }
    Q_DISABLE_COPY_MOVE(Dictionary)

    [[nodiscard]] bool isWrong(const QString &word)
    {
        const auto bytes = encoded(word);
        if (bytes && m_hunspell.spell(*bytes))
            return false;
        // Few dictionaries know the apostrophe that is printed.
        const QString typed = QString(word).replace(QChar(0x2019), u'\'');
        const auto plain = typed == word ? std::nullopt : encoded(typed);
        return !plain || !m_hunspell.spell(*plain);
    }

    [[nodiscard]] QStringList suggestions(const QString &word)
    {
        QStringList found;
        const auto bytes = encoded(word);
        const std::vector<std::string> all =
            bytes ? m_hunspell.suggest(*bytes) : std::vector<std::string>();
        for (const std::string &one : all) {
            if (std::size_t(found.size()) < MostSuggestions)
                found << decoded(one);
        }
        return found;
    }

private:
    /// Nothing where the dictionary has no signs for the word.
    [[nodiscard]] std::optional<std::string> encoded(const QString &word) const
    {
        std::string bytes(std::size_t(word.size()) * 4 + 8, '\0');
        UErrorCode status = U_ZERO_ERROR;
        const int32_t size = ucnv_fromUChars(m_converter, bytes.data(), int32_t(bytes.size()),
            reinterpret_cast<const UChar *>(word.utf16()), int32_t(word.size()), &status);
        if (U_FAILURE(status))
            return std::nullopt;
        bytes.resize(std::size_t(size));
        return bytes;
    }

    [[nodiscard]] QString decoded(const std::string &bytes) const
    {
        QString text(qsizetype(bytes.size()) + 8, u'\0');
        UErrorCode status = U_ZERO_ERROR;
        const int32_t size = ucnv_toUChars(m_converter, reinterpret_cast<UChar *>(text.data()),
            int32_t(text.size()), bytes.data(), int32_t(bytes.size()), &status);
        text.resize(U_FAILURE(status) ? 0 : size);
        return text;
    }

    Hunspell m_hunspell;
    UConverter *m_converter = nullptr;
};
} // namespace

/// Used on the service's thread alone.
class SpellWorker
{
public:
    [[nodiscard]] QHash<QString, bool> look(const SpellDictionary &files, const QStringList &words)
    {
        QHash<QString, bool> wrong;
        Dictionary &dictionary = opened(files);
        for (const QString &word : words)
            wrong.insert(word, dictionary.isWrong(word));
        return wrong;
    }
    [[nodiscard]] QStringList suggest(const SpellDictionary &files, const QString &word)
    {
        return opened(files).suggestions(word);
    }

private:
    Dictionary &opened(const SpellDictionary &files)
    {
        std::unique_ptr<Dictionary> &dictionary = m_dictionaries[files.language];
        if (!dictionary)
            dictionary = std::make_unique<Dictionary>(files);
        return *dictionary;
    }

    std::map<QString, std::unique_ptr<Dictionary>> m_dictionaries;
};

SpellService::SpellService(const QStringList &folders, QObject *parent)
    : SpellSource(parent)
    , m_worker(std::make_shared<SpellWorker>())
    , m_thread(std::make_unique<QThreadPool>())
{
    m_thread->setMaxThreadCount(1);
    whenReady(
        QtConcurrent::run(m_thread.get(), [folders] { return installedDictionaries(folders); }),
        this, [this](const QList<SpellDictionary> &installed) {
            m_installed = installed;
            m_ready = true;
            emit languagesFound();
        });
}

SpellService::~SpellService()
{
    m_thread->clear(); // what has begun is waited for: a batch of words
}

QStringList SpellService::languages() const
{
    QStringList languages;
    for (const SpellDictionary &dictionary : m_installed)
        languages << dictionary.language;
    return languages;
}

QString SpellService::languageFor(const QString &language) const
{
    const SpellDictionary *found = dictionaryFor(m_installed, language);
    return found ? found->language : QString();
}

QString SpellService::workspaceLanguage(const QString &chosen) const
{
    if (!chosen.isEmpty())
        return chosen;
    QString own = languageFor(QLocale::system().name());
    if (own.isEmpty())
        own = languageFor(u"en_US"_s);
    return own.isEmpty() ? languages().value(0, QLocale::system().name()) : own;
}

void SpellService::setTeamWords(const QList<DictionaryWord> &words)
{
    QHash<QString, QSet<QString>> all;
    for (const DictionaryWord &word : words)
        all[word.language].insert(word.word);
    if (all == m_teamWords)
        return;
    m_teamWords = all;
    emit teamWordsChanged();
}

std::optional<bool> SpellService::isWrong(const QString &language, const QString &word) const
{
    if (m_teamWords.value({}).contains(word) || m_teamWords.value(language).contains(word))
        return false;
    const auto known = m_known.constFind(language);
    if (known == m_known.cend())
        return std::nullopt;
    const auto wrong = known->constFind(word);
    return wrong == known->cend() ? std::nullopt : std::optional(*wrong);
}

void SpellService::ask(const QString &language, const QStringList &words)
{
    const SpellDictionary *dictionary = dictionaryFor(m_installed, language);
    if (!dictionary || words.isEmpty())
        return;
    auto looked = QtConcurrent::run(m_thread.get(),
        [worker = m_worker, files = *dictionary, words] { return worker->look(files, words); });
    whenReady(std::move(looked), this, [this, language](const QHash<QString, bool> &wrong) {
        QHash<QString, bool> &known = m_known[language];
        if (known.size() > MostKnown)
            known.clear();
        known.insert(wrong);
        emit answered();
    });
}

void SpellService::suggest(
    const QString &language, const QString &word, QObject *context, Suggested done)
{
    const SpellDictionary *dictionary = dictionaryFor(m_installed, language);
    if (!dictionary)
        return;
    whenReady(QtConcurrent::run(m_thread.get(),
                  [worker = m_worker, files = *dictionary, word] {
                      return worker->suggest(files, word);
                  }),
        context, std::move(done));
}
