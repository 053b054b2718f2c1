// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/touch.h"
#include "ui_prospects/touchpicker.h"

#include <QDate>
#include <QTime>
#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTimeEdit;
class Workspace;

/// What was typed of a touch that is not recorded yet, or of a change that is not kept yet.
struct TouchDraft
{
    TouchKind kind = TouchKind::Commented;
    TouchTarget about; ///< where nothing was chosen, its text is what was typed
    QDate day;
    std::optional<QTime> time;
    QString quote;
    bool quotable = false;
};

/// Records a touch, or changes one: kind, what it was about, when, and what they said. Ctrl+Return says it, Escape leaves.
class TouchForm : public QWidget
{
    Q_OBJECT
public:
    explicit TouchForm(Workspace &workspace, QWidget *parent = nullptr);

    /// Empty, of today, for \a prospect; the keyboard goes to the kind.
    void startNew(ProspectId prospect);
    /// With the values of \a touch; \a about names what it was about.
    void startChange(const Touch &touch, const QString &about);
    /// What is typed of a new one, nothing where there are no words yet or one is changed.
    [[nodiscard]] std::optional<TouchDraft> draft() const;
    /// What stands in the fields.
    [[nodiscard]] TouchDraft typed() const;
    /// Goes on with \a draft, behind startNew() or startChange().
    void setDraft(const TouchDraft &draft);

signals:
    /// \a before has a null id where the touch is new.
    void said(const Touch &before, const Touch &after);
    void left();
    /// Left on purpose: what was typed goes.
    void cancelled();

private:
    void build();
    void showKind();
    void followDay();
    void showTouch(const Touch &touch, const QString &about);
    [[nodiscard]] Moment moment() const;
    void say();

    Workspace &m_workspace;
    Touch m_before;
    QDate m_shownDay; ///< as it was shown first
    QComboBox *m_kind;
    TouchPicker *m_about;
    QDateEdit *m_day;
    QCheckBox *m_hasTime;
    QTimeEdit *m_time;
    QLineEdit *m_quote;
    QCheckBox *m_quotable;
    QLabel *m_fault;
    QPushButton *m_say;
};
