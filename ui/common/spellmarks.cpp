// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/spellmarks.h"

#include "domain/spellsource.h"
#include "domain/spellwords.h"
#include "ui_common/copyeditor.h"

#include <QEvent>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto SpellRest = 250ms;
/// Beyond what is seen, so that a word at the edge is whole.
constexpr int CheckedMargin = 64;
} // namespace

SpellMarks::SpellMarks(CopyEditor *editor, SpellSource *service, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_service(service)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(SpellRest);
    const auto later = [this] { m_rest.start(); };
    connect(&m_rest, &QTimer::timeout, this, &SpellMarks::look);
    connect(editor->document(), &QTextDocument::contentsChanged, this, later);
    connect(editor, &QPlainTextEdit::cursorPositionChanged, this, later);
    connect(editor->verticalScrollBar(), &QScrollBar::valueChanged, this, later);
    connect(service, &SpellSource::answered, this, &SpellMarks::look);
    connect(service, &SpellSource::teamWordsChanged, this, &SpellMarks::look);
    connect(editor, &CopyEditor::menuRequested, this, &SpellMarks::fillMenu);
    editor->installEventFilter(this);
}

bool SpellMarks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        m_rest.start(); // the last word is finished now
    return QObject::eventFilter(watched, event);
}

void SpellMarks::setContext(qint64 place, const QString &language)
{
    if (place == m_place && language == m_language)
        return;
    m_place = place;
    m_language = language;
    look();
}

bool SpellMarks::isIgnored(const QString &word) const
{
    const auto ignored = m_ignored.constFind(m_place);
    return ignored != m_ignored.cend() && ignored->contains(word);
}

void SpellMarks::look()
{
    QList<QTextCursor> wrong;
    QStringList unknown;
    const auto [first, last] = m_editor->visibleSpan();
    const QTextDocument *document = m_editor->document();
    const int from = std::max(0, first - CheckedMargin);
    const int to = std::min(document->characterCount() - 1, last + CheckedMargin);
    QTextCursor span(m_editor->document());
    span.setPosition(from);
    span.setPosition(std::max(from, to), QTextCursor::KeepAnchor);
    const QString text = span.selectedText().replace(QChar::ParagraphSeparator, u'\n');
    const QList<WordSpan> words = m_language.isEmpty() ? QList<WordSpan>() : spellWords(text);
    // The word that is being typed is not finished.
    const int typing = m_editor->hasFocus() ? m_editor->textCursor().position() - from : -1;
    for (const WordSpan &place : words) {
        const bool isCut = (place.start == 0 && from > 0)
            || (place.end == text.size() && to < document->characterCount() - 1);
        const QString word = text.sliced(place.start, place.end - place.start);
        if (isCut || place.end == typing || isIgnored(word))
            continue;
        const auto known = m_service->isWrong(m_language, word);
        if (!known)
            unknown << word;
        else if (*known) {
            QTextCursor mark(m_editor->document());
            mark.setPosition(from + int(place.start));
            mark.setPosition(from + int(place.end), QTextCursor::KeepAnchor);
            wrong << mark;
        }
    }
    m_editor->markWords(wrong);
    unknown.removeDuplicates();
    m_service->ask(m_language, unknown);
}

void SpellMarks::replace(int start, int end, const QString &word)
{
    QTextCursor cursor(m_editor->document());
    cursor.setPosition(start);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    cursor.insertText(word);
}

void SpellMarks::fillMenu(QMenu *menu, int position)
{
    const auto marks = m_editor->markedWords();
    const auto mark = std::ranges::find_if(marks, [position](const QTextCursor &cursor) {
        return position >= cursor.selectionStart() && position <= cursor.selectionEnd();
    });
    if (mark == marks.end())
        return;
    const QString word = mark->selectedText();
    const int start = mark->selectionStart();
    const int end = mark->selectionEnd();
    QAction *before = menu->actions().value(0);
    auto *waiting = new QAction(tr("Looking for better words…"), menu);
    waiting->setEnabled(false);
    auto *add = new QAction(tr("Add “%1” to the team’s words").arg(word), menu);
    auto *ignore = new QAction(tr("Ignore here"), menu);
    auto *line = new QAction(menu);
    line->setSeparator(true);
    menu->insertActions(before, {waiting, add, ignore, line});
    connect(add, &QAction::triggered, this,
        [this, word, language = m_language] { emit addWordRequested(word, language); });
    connect(ignore, &QAction::triggered, this, [this, word] {
        m_ignored[m_place].insert(word);
        look();
    });
    if (m_editor->isReadOnly()) {
        waiting->setVisible(false);
        return;
    }
    m_service->suggest(
        m_language, word, menu, [this, menu, waiting, start, end](const QStringList &better) {
            waiting->setText(tr("No better word is known"));
            waiting->setVisible(better.isEmpty());
            for (const QString &one : better) {
                auto *action = new QAction(QString(one).replace(u'&', u"&&"_s), menu);
                connect(action, &QAction::triggered, this,
                    [this, start, end, one] { replace(start, end, one); });
                menu->insertAction(waiting, action);
            }
        });
}
