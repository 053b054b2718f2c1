// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/handover.h"

#include <QWidget>

class QLineEdit;

/// What the viewer may do with an open handover: accept it, return it with a reason, withdraw it. Hidden where there is nothing.
class DecisionRow : public QWidget
{
    Q_OBJECT
public:
    enum class Room : quint8 {
        Narrow, ///< beside a thread: two lines
        Wide,
    };
    /// \a name is the prospect's.
    DecisionRow(const Handover &handover, const Viewer &viewer, const QString &name, Room room,
        QWidget *parent);

    /// Whether somebody writes a reason.
    [[nodiscard]] bool isAsking() const;
    /// The row of \a id among \a rows asks again, with the \a reason that could not be written. The keyboard stays where it is.
    static void resume(const QWidget &rows, HandoverId id, const QString &reason);

signals:
    void accepted();
    void returned(const QString &reason);
    void withdrawn();
    /// Nobody writes a reason any more; what was written of it stays.
    void left();

private:
    void build(const Handover &handover, const Viewer &viewer, const QString &name, Room room);
    void ask(bool asks);

    const HandoverId m_id;
    QWidget *m_buttons;
    QWidget *m_asking;
    QLineEdit *m_reason;
};
