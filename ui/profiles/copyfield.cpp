// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_profiles/copyfield.h"

#include "ui_common/plaintext.h"
#include "ui_common/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QTextBlock>
#include <QtMath>

#include <algorithm>

namespace {
constexpr qreal LargeField = 1.2;
constexpr int LeastLines = 4;
constexpr int MostFieldLines = 18;
} // namespace

CopyField::CopyField(QWidget *parent)
    : QPlainTextEdit(parent)
{
    QFont large = font();
    if (large.pointSizeF() > 0)
        large.setPointSizeF(large.pointSizeF() * LargeField);
    setFont(large);
    setTabChangesFocus(true);
    document()->setDocumentMargin(Metrics::Small);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
        &CopyField::fitHeight);
    fitHeight();
}

void CopyField::setCopy(const QString &text)
{
    if (plainWords(*this) == text)
        return;
    const QSignalBlocker quiet(this);
    const int place = textCursor().position();
    setPlainText(text);
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(place, int(text.size())));
    setTextCursor(cursor);
}

void CopyField::markFrom(qsizetype offset)
{
    m_markedFrom = offset;
    showMark();
}

void CopyField::showMark()
{
    QList<QTextEdit::ExtraSelection> marks;
    if (m_markedFrom >= 0) {
        const int end = document()->characterCount() - 1;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(int(std::min<qsizetype>(m_markedFrom, end)));
        mark.cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
        mark.format.setBackground(tint(ColourRole::DangerText, palette(), 0.18));
        marks.append(mark);
    }
    setExtraSelections(marks);
}

void CopyField::fitHeight()
{
    const int line = fontMetrics().lineSpacing();
    const qreal most = MostFieldLines * line;
    qreal needed = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && needed <= most;
         block = block.next())
        needed += blockBoundingRect(block).height();
    const int around = 2 * int(document()->documentMargin()) + 2 * frameWidth();
    const int height = qCeil(std::clamp<qreal>(needed, LeastLines * line, most)) + around;
    setVerticalScrollBarPolicy(needed > most ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (height != minimumHeight())
        setFixedHeight(height);
}

void CopyField::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showMark();
}

void CopyField::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    emit rested();
}

void CopyField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit left();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void CopyField::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}
