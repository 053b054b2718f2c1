// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QObject>

#include <utility>

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
    /// What a read brought becomes \a values and the store is ready; or the store tells why the read failed, and keeps what it has.
    template<typename T>
    void take(Result<T> result, T &values)
    {
        if (result) {
            values = std::move(*result);
            setState(StoreState::Ready);
        } else {
            setState(StoreState::Failed, result.error());
        }
        emit changed();
    }

private:
    StoreState m_state = StoreState::Loading;
    Error m_error;
};
