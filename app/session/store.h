// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QObject>

enum class StoreState { Loading, Ready, Failed };

/// What all stores tell. Values live on the GUI thread; a store follows the change feed and shows an edit at once, before it is written.
class Store : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] StoreState state() const { return m_state; }
    [[nodiscard]] const Error &error() const { return m_error; }

signals:
    /// The values or the state differ from before.
    void changed();

protected:
    void setState(StoreState state, const Error &error = {})
    {
        m_state = state;
        m_error = error;
    }

private:
    StoreState m_state = StoreState::Loading;
    Error m_error;
};
