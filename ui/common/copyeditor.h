// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QTextCursor>

#include <utility>

/// The words of a post: large and quiet, as high as they need within bounds. What is beyond a limit
/// is marked where it stands.
class CopyEditor : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit CopyEditor(QWidget *parent = nullptr);

    /// Letters of the usual size, and so many lines at least and at most.
    void setCompact(int leastLines, int mostLines);
    /// Replaces the text where it differs, and keeps the cursor's place. Says nothing.
    void setCopy(const QString &text);
    /// Marks all from \a offset (UTF-16) on; -1 marks nothing.
    void markFrom(qsizetype offset);
    /// Underlines \a words, which are misspelt; a list that was given before is forgotten.
    void markWords(const QList<QTextCursor> &words);
    [[nodiscard]] const QList<QTextCursor> &markedWords() const { return m_words; }
    /// The part that is seen, as first and last place.
    [[nodiscard]] std::pair<int, int> visibleSpan() const;
    /// Puts the cursor at \a offset and shows it.
    void goTo(qsizetype offset);

signals:
    /// \a menu is about to open at \a position of the text; actions may be added.
    void menuRequested(QMenu *menu, int position);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyMark();
    void fitHeight();

    qsizetype m_markedFrom = -1;
    QList<QTextCursor> m_words;
    int m_leastLines;
    int m_mostLines;
};
