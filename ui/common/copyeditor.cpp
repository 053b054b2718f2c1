// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/copyeditor.h"

#include "domain/placeholders.h"
#include "ui_common/plaintext.h"
#include "ui_common/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QContextMenuEvent>
#include <QEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QSignalBlocker>
#include <QTextBlock>
#include <QtMath>

#include <algorithm>

namespace {
constexpr qreal LargeText = 1.2;
constexpr int MinLines = 6;
constexpr int MaxLines = 16;
} // namespace

CopyEditor::CopyEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_leastLines(MinLines)
    , m_mostLines(MaxLines)
{
    QFont large = QApplication::font();
    if (large.pointSizeF() > 0)
        large.setPointSizeF(large.pointSizeF() * LargeText);
    setFont(large);
    setFrameShape(NoFrame);
    setTabChangesFocus(true);
    setLineWrapMode(WidgetWidth);
    document()->setDocumentMargin(Metrics::Tiny);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
        &CopyEditor::fitHeight);
    fitHeight();
}

void CopyEditor::setCompact(int leastLines, int mostLines)
{
    m_leastLines = leastLines;
    m_mostLines = mostLines;
    setFont(QApplication::font());
    fitHeight();
}

void CopyEditor::setCopy(const QString &text)
{
    if (plainWords(*this) == text)
        return;
    const QSignalBlocker blocker(this);
    const int position = textCursor().position();
    setPlainText(text);
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(position, int(text.size())));
    setTextCursor(cursor);
}

void CopyEditor::fitHeight()
{
    const int line = fontMetrics().lineSpacing();
    const qreal most = m_mostLines * line;
    // Lines with signs of other fonts are higher than the rest, so the blocks are measured, as far
    // as they count.
    qreal needed = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && needed <= most;
         block = block.next())
        needed += blockBoundingRect(block).height();
    const bool scrolls = needed > most;
    const int around = 2 * int(document()->documentMargin()) + 2 * frameWidth();
    const int height = qCeil(std::clamp<qreal>(needed, m_leastLines * line, most)) + around;
    setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (height != minimumHeight())
        setFixedHeight(height);
}

void CopyEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

void CopyEditor::markFrom(qsizetype offset)
{
    m_markedFrom = offset;
    applyMark();
}

void CopyEditor::applyMark()
{
    QList<QTextEdit::ExtraSelection> marks;
    if (m_markedFrom >= 0) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(
            int(std::min<qsizetype>(m_markedFrom, document()->characterCount() - 1)));
        mark.cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
        mark.format.setBackground(tint(ColourRole::DangerText, palette(), 0.18));
        marks.append(mark);
    }
    for (const QTextCursor &word : std::as_const(m_words)) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = word;
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(colour(ColourRole::DangerText, palette()));
        marks.append(mark);
    }
    const QList<Placeholder> placeholders = findPlaceholders(plainWords(*this));
    for (const Placeholder &placeholder : placeholders) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(int(placeholder.start));
        mark.cursor.setPosition(int(placeholder.end), QTextCursor::KeepAnchor);
        mark.format.setBackground(tint(ColourRole::WarningText, palette(), 0.16));
        marks.append(mark);
    }
    if (!marks.isEmpty() || !extraSelections().isEmpty())
        setExtraSelections(marks);
}

void CopyEditor::markWords(const QList<QTextCursor> &words)
{
    if (words == m_words)
        return;
    m_words = words;
    applyMark();
}

std::pair<int, int> CopyEditor::visibleSpan() const
{
    const QPoint end(viewport()->width() - 1, viewport()->height() - 1);
    return {cursorForPosition({0, 0}).position(), cursorForPosition(end).position()};
}

void CopyEditor::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKeys = event->reason() == QContextMenuEvent::Keyboard;
    const int position =
        byKeys ? textCursor().position() : cursorForPosition(event->pos()).position();
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    emit menuRequested(menu, position);
    menu->popup(byKeys ? viewport()->mapToGlobal(cursorRect().bottomLeft()) : event->globalPos());
}

void CopyEditor::goTo(qsizetype offset)
{
    QTextCursor cursor = textCursor();
    cursor.setPosition(int(std::clamp<qsizetype>(offset, 0, document()->characterCount() - 1)));
    setTextCursor(cursor);
    ensureCursorVisible();
    setFocus(Qt::OtherFocusReason);
}

void CopyEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyMark();
}

void CopyEditor::keyPressEvent(QKeyEvent *event)
{
    // Escape leads back to the calendar.
    if (event->key() == Qt::Key_Escape) {
        event->ignore();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}
