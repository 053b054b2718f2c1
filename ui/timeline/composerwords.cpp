// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/composerwords.h"

#include "session/plansets.h"
#include "session/snippetservice.h"
#include "session/spellservice.h"
#include "session/workspace.h"
#include "session/workspacesetting.h"
#include "ui_common/spellmarks.h"
#include "ui_timeline/composer.h"
#include "ui_timeline/emojipicker.h"
#include "ui_timeline/languagewords.h"
#include "ui_timeline/snippetpanel.h"
#include "ui_timeline/wordtools.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace {
constexpr auto LanguageKey = u"language";
constexpr auto RecentKey = u"emoji/recent";
constexpr auto ToneKey = u"emoji/tone";

QString key(const char16_t *name)
{
    return QString::fromUtf16(name);
}
} // namespace

ComposerWords::ComposerWords(Workspace &workspace, Composer *composer, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_composer(composer)
    , m_setting(new WorkspaceSetting(workspace, key(LanguageKey), this))
    , m_service(&workspace.spelling())
    , m_marks(new SpellMarks(composer->editor(), m_service, this))
{
    connectSnippets();
    connectLanguage();
    connect(composer->tools(), &WordTools::emojiPickerMade, this, &ComposerWords::keepEmoji);
    connect(&workspace.plan(), &PlanSets::changed, this, &ComposerWords::refresh);
    refresh();
    showLanguage();
}

void ComposerWords::connectSnippets()
{
    SnippetPanel *panel = m_composer->snippets();
    connect(panel, &SnippetPanel::addRequested, this, [this, panel](const Snippet &snippet) {
        panel->startWriting(SnippetService::add(m_workspace, snippet));
    });
    connect(panel, &SnippetPanel::changed, this,
        [this](const Snippet &after) { SnippetService::change(m_workspace, after); });
    connect(panel, &SnippetPanel::removeRequested, this,
        [this](SnippetId id) { SnippetService::remove(m_workspace, id); });
    connect(panel, &SnippetPanel::moveRequested, this,
        [this](SnippetId id, int by) { SnippetService::move(m_workspace, id, by); });
    connect(m_marks, &SpellMarks::addWordRequested, this,
        [this](const QString &word, const QString &language) {
            SnippetService::addWord(m_workspace, word, language);
        });
}

void ComposerWords::connectLanguage()
{
    connect(m_setting, &WorkspaceSetting::changed, this, &ComposerWords::showLanguage);
    connect(m_service, &SpellService::languagesFound, this, &ComposerWords::showLanguage);
    connect(m_composer->tools(), &WordTools::workspaceLanguageChosen, m_setting,
        &WorkspaceSetting::set);
    connect(
        m_composer, &Composer::languageShown, this, [this](PostId post, const QString &language) {
            if (post == m_post && language == m_language)
                return;
            m_post = post;
            m_language = language;
            showLanguage();
        });
}

void ComposerWords::keepEmoji()
{
    EmojiPicker *picker = m_composer->tools()->emojiPicker();
    const QSettings settings;
    picker->setMemory(
        settings.value(key(RecentKey)).toStringList(), settings.value(key(ToneKey)).toInt());
    connect(picker, &EmojiPicker::memoryChanged, this, [picker] {
        QSettings changed;
        changed.setValue(key(RecentKey), picker->recent());
        changed.setValue(key(ToneKey), picker->tone());
    });
}

void ComposerWords::refresh()
{
    m_composer->setSnippets(m_workspace.plan().snippets());
}

void ComposerWords::showLanguage()
{
    if (!m_service->isReady())
        return;
    const QString ours = m_service->workspaceLanguage(m_setting->value());
    const QString wanted = m_language.isEmpty() ? ours : m_language;
    const QString installed = m_service->languageFor(wanted);
    m_marks->setContext(m_post.value(), installed);
    m_composer->tools()->setLanguages(m_service->languages(), m_language, ours);
    // Said once for each language, while the post is shown that it was said on.
    const bool isMissing = installed.isEmpty() && !wanted.isEmpty();
    const bool tells = isMissing && (m_hintFor == wanted || !m_told.contains(wanted));
    m_hintFor = tells ? wanted : QString();
    if (tells)
        m_told.insert(wanted);
    m_composer->tools()->setHint(tells
            ? tr("There is no dictionary for %1, so its spelling is not checked.")
                  .arg(languageName(wanted))
            : QString());
}
