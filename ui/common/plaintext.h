// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QString>
#include <QTextDocument>

/// The words in \a editor, sign for sign: Qt's toPlainText() makes plain spaces of no-break ones.
[[nodiscard]] inline QString plainWords(const QPlainTextEdit &editor)
{
    QString words = editor.document()->toRawText();
    words.replace(QChar::ParagraphSeparator, u'\n');
    words.replace(QChar::LineSeparator, u'\n');
    return words;
}

/// \a text as a tool tip. Qt takes words that begin like a tag for rich text; so they are shown as they are.
[[nodiscard]] inline QString plainTip(const QString &text)
{
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal) : text;
}
