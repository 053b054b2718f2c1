// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QLineEdit>
#include <QList>
#include <QTimer>

class QStandardItemModel;
class Workspace;

/// What a touch is about: a post, a version of a surface, or who referred them; nothing where all are null.
struct TouchTarget
{
    PostId post = {};
    ProfileCopyId copy = {};
    ProspectId referrer = {};
    ChannelId channel = {}; ///< of a version
    QString text = {};

    [[nodiscard]] bool isNothing() const
    {
        return post.isNull() && copy.isNull() && referrer.isNull();
    }
    friend bool operator==(const TouchTarget &, const TouchTarget &) = default;
};

/// A field that searches while one types and lists what it found below. Return takes the first where none was chosen.
class TouchPicker : public QLineEdit
{
    Q_OBJECT
public:
    explicit TouchPicker(Workspace &workspace, QWidget *parent = nullptr);

    enum class Of { Posts, People };
    /// What is searched for; what was chosen of the other kind goes.
    void setOf(Of of);
    /// The instant at which versions of surfaces were live, Unix milliseconds.
    void setAt(qint64 at);
    /// Whom a search for people leaves out.
    void setSelf(ProspectId self) { m_self = self; }
    void setTarget(const TouchTarget &target);
    [[nodiscard]] const TouchTarget &target() const { return m_target; }

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search();
    void showFound(const QList<TouchTarget> &found);
    void takeFirst();

    Workspace &m_workspace;
    QStandardItemModel *m_model;
    QTimer m_rest;
    QList<TouchTarget> m_found;
    TouchTarget m_target;
    ProspectId m_self;
    qint64 m_at = 0;
    Of m_of = Of::Posts;
    int m_searches = 0; ///< of several, the last counts
    bool m_wantsFirst = false; ///< Return was pressed before there was an answer
    bool m_isSearching = false;
};
