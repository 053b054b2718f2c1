// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/wordtools.h"

#include "domain/placeholders.h"
#include "domain/snippets.h"
#include "ui_common/icons.h"
#include "ui_common/plaintext.h"
#include "ui_common/theme.h"
#include "ui_timeline/emojipicker.h"
#include "ui_timeline/languagewords.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {
QString styleName(ThreadStyle style)
{
    switch (style) {
    case ThreadStyle::None:
        return WordTools::tr("One post");
    case ThreadStyle::Plain:
        return WordTools::tr("Thread");
    case ThreadStyle::Numbered:
        return WordTools::tr("Numbered thread");
    }
    Q_UNREACHABLE();
}

/// What the button says: one post is nothing to speak of.
QString styleSign(ThreadStyle style)
{
    switch (style) {
    case ThreadStyle::None:
        return {};
    case ThreadStyle::Plain:
        return WordTools::tr("Thread");
    case ThreadStyle::Numbered:
        return WordTools::tr("1/n", "a numbered thread, short");
    }
    Q_UNREACHABLE();
}

QString manageText(SnippetUse use)
{
    switch (use) {
    case SnippetUse::Hashtags:
        return WordTools::tr("Edit hashtag sets…");
    case SnippetUse::SignOff:
        return WordTools::tr("Edit sign-offs…");
    case SnippetUse::Template:
        return WordTools::tr("Edit templates…");
    case SnippetUse::Conversation:
        return WordTools::tr("Edit words for conversations…");
    }
    Q_UNREACHABLE();
}

/// A name in a menu is no place for an accelerator.
QString plain(const QString &text)
{
    return QString(text).replace(u'&', u"&&"_s);
}
} // namespace

WordTools::WordTools(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout)
    , m_hint(quietLabel({}, this))
    , m_styles(new QMenu(this))
{
    setObjectName(u"wordTools"_s);
    m_hint->setObjectName(u"languageHint"_s);
    m_hint->hide();
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(m_row);
    layout->addWidget(m_hint);
    makeInserts();
    makeThread();
    m_row->addStretch();
    makeLanguage();
}

QToolButton *WordTools::addButton(const QString &name, const QString &text, const QString &toolTip,
    const QString &icon, const QString &keys)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(Icons::named(icon));
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    button->setToolTip(toolTip);
    if (!keys.isEmpty()) {
        const QKeySequence sequence(keys);
        button->setToolTip(tr("%1 (%2)", "what a button does, and its keys")
                               .arg(toolTip, sequence.toString(QKeySequence::NativeText)));
        // The composer's alone: elsewhere in the window the same keys may mean something else.
        auto *action = new QAction(text, this);
        action->setShortcut(sequence);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, button, [button] {
            if (button->isEnabled() && button->menu())
                button->showMenu();
            else
                button->click();
        });
        if (parentWidget())
            parentWidget()->addAction(action);
    }
    m_row->addWidget(button);
    return button;
}

QToolButton *WordTools::addMenu(QToolButton *button, const std::function<void(QMenu *)> &fill)
{
    auto *menu = new QMenu(button);
    menu->setToolTipsVisible(true);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    connect(menu, &QMenu::aboutToShow, this, [menu, fill] {
        menu->clear();
        fill(menu);
    });
    return button;
}

void WordTools::makeInserts()
{
    auto *emoji =
        addButton(u"insertEmoji"_s, tr("Emoji"), tr("Insert an emoji"), u"smiley"_s, u"Ctrl+."_s);
    connect(emoji, &QToolButton::clicked, this, [this, emoji] { emojiPicker()->popUpAt(emoji); });
    const auto snippets = [this](const QString &name, const QString &text, const QString &toolTip,
                              const QString &icon, const QString &keys, SnippetUse use) {
        return addMenu(addButton(name, text, toolTip, icon, keys),
            [this, use](QMenu *menu) { fillSnippets(menu, use); });
    };
    auto *hashtags = snippets(u"insertHashtags"_s, tr("Hashtags"), tr("Insert a hashtag set"),
        u"tag"_s, u"Ctrl+Shift+H"_s, SnippetUse::Hashtags);
    auto *signOff = snippets(u"insertSignOff"_s, tr("Sign-off"), tr("End with a sign-off"),
        u"document-sign"_s, {}, SnippetUse::SignOff);
    auto *start = snippets(u"insertTemplate"_s, tr("Template"), tr("Begin with a template"),
        u"document-new-from-template"_s, u"Ctrl+Shift+T"_s, SnippetUse::Template);
    auto *link = addButton(u"insertLink"_s, tr("Insert the post’s link"),
        tr("Insert the post’s link: {link} stands for it, tagged for each channel"),
        u"insert-link"_s, u"Ctrl+L"_s);
    connect(link, &QToolButton::clicked, this,
        [this] { emit insertRequested(u"{%1}"_s.arg(LinkPlaceholder)); });
    m_inserts = {emoji, hashtags, signOff, start, link};
}

void WordTools::makeThread()
{
    m_thread = addButton(u"thread"_s, tr("Thread"),
        tr("Parts a long text into several posts. A line of --- begins the next one."),
        u"view-list-text"_s);
    m_thread->setPopupMode(QToolButton::InstantPopup);
    m_thread->setMenu(m_styles);
    auto *group = new QActionGroup(m_styles);
    for (const ThreadStyle style : {ThreadStyle::None, ThreadStyle::Plain, ThreadStyle::Numbered}) {
        QAction *action = m_styles->addAction(styleName(style));
        action->setObjectName("thread-"_L1 + toText(style));
        action->setData(int(style));
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, style] { emit threadChosen(style); });
    }
}

void WordTools::makeLanguage()
{
    m_language =
        addMenu(addButton(u"language"_s, tr("Language"),
                    tr("Language of the words, for their spelling"), u"tools-check-spelling"_s),
            [this](QMenu *menu) { fillLanguages(menu); });
    m_language->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
}

EmojiPicker *WordTools::emojiPicker()
{
    if (!m_picker) {
        m_picker = new EmojiPicker(this);
        connect(m_picker, &EmojiPicker::chosen, this, &WordTools::insertRequested);
        emit emojiPickerMade();
    }
    return m_picker;
}

void WordTools::setWritable(bool writable)
{
    for (QToolButton *button : std::as_const(m_inserts))
        button->setEnabled(writable);
    m_thread->setEnabled(writable);
}

void WordTools::setThread(bool offered, ThreadStyle style)
{
    m_thread->setVisible(offered);
    m_thread->setText(styleSign(style));
    m_thread->setToolButtonStyle(
        style == ThreadStyle::None ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    m_thread->setAccessibleName(tr("Thread: %1").arg(styleName(style)));
    const auto actions = m_styles->actions();
    for (QAction *action : actions)
        action->setChecked(action->data().toInt() == int(style));
}

void WordTools::setSnippets(const QList<Snippet> &snippets, const QStringList &networks)
{
    m_snippets = snippets;
    m_networks = networks;
}

void WordTools::fillSnippets(QMenu *menu, SnippetUse use)
{
    const QList<Snippet> offered = snippetsFor(m_snippets, use, m_networks);
    for (const Snippet &snippet : offered) {
        QAction *action = menu->addAction(plain(snippet.name));
        action->setToolTip(plainTip(snippet.text));
        connect(
            action, &QAction::triggered, this, [this, snippet] { emit snippetChosen(snippet); });
    }
    if (!offered.isEmpty())
        menu->addSeparator();
    menu->addAction(manageText(use), this, [this, use] { emit manageRequested(use); });
}

void WordTools::setLanguages(
    const QStringList &installed, const QString &post, const QString &workspace)
{
    m_installed = installed;
    m_postLanguage = post;
    m_workspaceLanguage = workspace;
    const QString shown = post.isEmpty() ? workspace : post;
    m_language->setText(shown.section(u'_', 0, 0).toUpper());
    m_language->setAccessibleName(tr("Language: %1").arg(languageName(shown)));
    m_language->setToolTip(
        tr("Language of the words, for their spelling: %1").arg(languageName(shown)));
    m_language->setVisible(!installed.isEmpty() || !post.isEmpty());
}

void WordTools::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void WordTools::fillLanguages(QMenu *menu)
{
    const auto add = [this, menu](const QString &text, const QString &language) {
        QAction *action = menu->addAction(plain(text));
        action->setCheckable(true);
        action->setChecked(language == m_postLanguage);
        connect(
            action, &QAction::triggered, this, [this, language] { emit languageChosen(language); });
    };
    add(tr("As the workspace (%1)").arg(languageName(m_workspaceLanguage)), {});
    QStringList all = m_installed;
    if (!m_postLanguage.isEmpty() && !all.contains(m_postLanguage))
        all.append(m_postLanguage);
    for (const QString &language : std::as_const(all))
        add(languageName(language), language);
    QMenu *workspace = menu->addMenu(tr("Language of the workspace"));
    for (const QString &language : std::as_const(m_installed)) {
        QAction *action = workspace->addAction(plain(languageName(language)));
        action->setCheckable(true);
        action->setChecked(language == m_workspaceLanguage);
        connect(action, &QAction::triggered, this,
            [this, language] { emit workspaceLanguageChosen(language); });
    }
}
