// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/network.h"
#include "domain/snippet.h"

#include <QTimer>
#include <QWidget>

class EmptyState;
class QComboBox;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QToolButton;

/// The team's hashtag sets, sign-offs and templates, to be written and put in order. It says what the user wants and changes nothing; what is typed is
/// said after a short rest.
class SnippetPanel : public QWidget
{
    Q_OBJECT
public:
    explicit SnippetPanel(QWidget *parent = nullptr);

    void setNetworks(const NetworkTable &networks);
    /// Brings news; what is being typed stays.
    void setSnippets(const QList<Snippet> &snippets);
    /// Shows those for \a use.
    void open(SnippetUse use);
    /// Shows \a id as soon as it is there, and lets the user write.
    void startWriting(SnippetId id);
    /// Says now what was typed.
    void flush();

signals:
    /// A new one, without an id.
    void addRequested(const Snippet &snippet);
    void changed(const Snippet &after);
    void removeRequested(SnippetId id);
    /// Up (-1) or down (1).
    void moveRequested(SnippetId id, int by);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void layOut();
    void fill();
    void showCurrent();
    void onTyped();
    void add();
    [[nodiscard]] SnippetUse use() const;
    [[nodiscard]] SnippetId current() const;

    QList<Snippet> m_snippets;
    SnippetId m_shown;
    SnippetId m_toWrite; ///< just added: its words are written as soon as it is there
    bool m_filling = false;
    QTimer m_rest;
    QComboBox *m_use;
    QToolButton *m_add;
    QToolButton *m_up;
    QToolButton *m_down;
    QToolButton *m_delete;
    QToolButton *m_close;
    QListWidget *m_list;
    EmptyState *m_empty;
    QWidget *m_form;
    QLineEdit *m_name;
    QComboBox *m_network;
    QPlainTextEdit *m_text;
};
