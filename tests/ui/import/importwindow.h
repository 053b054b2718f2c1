// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "test_support/fridayworkspace.h"
#include "ui_common/accessible.h"
#include "ui_common/theme.h"
#include "ui_import/importpage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>

/// For a test to derive from: the import page of an empty workspace, in a window of its own.
class ImportWindow
{
protected:
    /// Once, before the first page.
    void dress()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        qApp->installEventFilter(&m_names);
    }
    /// The reason why there is none, or an empty text.
    [[nodiscard]] QString openPage()
    {
        m_test = std::make_unique<FridayWorkspace>();
        if (QString reason = m_test->create(); !reason.isEmpty())
            return reason;
        m_page = std::make_unique<ImportPage>(**m_test);
        m_page->setAutoFillBackground(true);
        m_page->setBackgroundRole(QPalette::Base);
        m_page->resize(1140, 720);
        m_page->show();
        return {};
    }
    /// False where an import does not end.
    [[nodiscard]] bool closePage()
    {
        m_page.reset();
        const bool ended = !m_test || !m_test->isOpen()
            || QTest::qWaitFor([this] { return !(*m_test)->imports().isRunning(); }, 30000);
        m_test.reset();
        return ended;
    }
    template<typename T>
    [[nodiscard]] T *part(const QString &name) const
    {
        return m_page->findChild<T *>(name);
    }
    [[nodiscard]] bool shows(const QString &name) const
    {
        const auto *widget = part<QWidget>(name);
        return widget && widget->isVisible();
    }
    void click(const QString &name) const
    {
        auto *button = part<QAbstractButton>(name);
        QVERIFY(button && button->isVisible() && button->isEnabled());
        button->click();
    }
    [[nodiscard]] QString counts() const { return part<QLabel>(QStringLiteral("counts"))->text(); }

    std::unique_ptr<Theme> m_theme;
    AccessibleNames m_names;
    std::unique_ptr<FridayWorkspace> m_test;
    std::unique_ptr<ImportPage> m_page;
};
