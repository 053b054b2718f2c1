// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "test_support/openworkspace.h"

#include <QListWidget>
#include <QSize>

#include <memory>
#include <utility>

/// For a test to derive from: a page in a window of its own, over an empty workspace.
template<typename Page>
class OpenPage : protected OpenWorkspace
{
protected:
    /// The page anew, of that size in pixels, with what else its constructor wants; false where it does not come up.
    template<typename... Arguments>
    [[nodiscard]] bool openPage(const QSize &size, Arguments &&...arguments)
    {
        m_page = std::make_unique<Page>(**m_test, std::forward<Arguments>(arguments)...);
        m_page->resize(size);
        m_page->show();
        const bool isShown = QTest::qWaitForWindowExposed(m_page.get());
        m_page->activateWindow();
        return isShown;
    }
    void closePage()
    {
        m_page.reset();
        m_test.reset();
    }
    /// The part of that name, or null.
    template<typename T>
    [[nodiscard]] T *part(const QString &name) const
    {
        return m_page->template findChild<T *>(name);
    }
    /// What the list of that name shows, from top to bottom.
    [[nodiscard]] QStringList textsOf(const QString &name) const
    {
        QStringList texts;
        const auto *list = part<QListWidget>(name);
        for (int i = 0; i < list->count(); ++i)
            texts << list->item(i)->text();
        return texts;
    }

    std::unique_ptr<Page> m_page;
};
