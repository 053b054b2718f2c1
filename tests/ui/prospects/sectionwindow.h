// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "test_support/fridayworkspace.h"
#include "ui_prospects/dossiersection.h"

#include <QTest>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>
#include <utility>

/// One section in a window of its own, for one prospect of an empty workspace; it follows the dossier as the page does.
template<typename Section>
class SectionWindow
{
public:
    /// The reason why there is none, or an empty text. \a key names the prospect's stage.
    [[nodiscard]] QString open(const char *key = "cold")
    {
        if (QString reason = test.create(); !reason.isEmpty())
            return reason;
        prospect = create(QStringLiteral("Nora Field"), key);
        dossier = std::make_unique<ProspectDossier>(*test, nullptr);
        window = std::make_unique<QWidget>();
        section = new Section(*test, *dossier, window.get());
        auto *layout = new QVBoxLayout(window.get());
        layout->addWidget(section);
        window->resize(264, 640);
        window->show();
        QObject::connect(dossier.get(), &ProspectDossier::changed, section, [this] {
            if (!dossier->prospect())
                return;
            const ProspectId id = dossier->prospect()->id;
            section->refresh(std::exchange(m_shown, id) != id);
        });
        if (!show(prospect) || !QTest::qWaitForWindowExposed(window.get()))
            return QStringLiteral("not shown");
        window->activateWindow();
        return {};
    }
    ProspectId create(const QString &name, const char *key)
    {
        Prospect made;
        made.name = name;
        made.stage = stage(key);
        const ProspectId id = test->prospects().create(made);
        return test.settle() ? id : ProspectId();
    }
    [[nodiscard]] bool show(ProspectId id)
    {
        dossier->open(id);
        return QTest::qWaitFor(
            [this] { return dossier->state() == StoreState::Ready && dossier->prospect(); });
    }
    [[nodiscard]] StageId stage(const char *key) const
    {
        const int index = indexOfStage(test->stages(), QString::fromLatin1(key));
        return test->stages().at(index).id;
    }
    [[nodiscard]] QString stageKey() const
    {
        return test->stages().at(indexOfStage(test->stages(), dossier->prospect()->stage)).key;
    }
    /// The visible parts of that name, from top to bottom; rows that were made anew are left out.
    template<typename T>
    [[nodiscard]] QList<T *> parts(const QString &name) const
    {
        QList<T *> found = window->findChildren<T *>(name);
        found.removeIf([](const T *part) { return !part->isVisible(); });
        std::ranges::stable_sort(
            found, {}, [this](const T *part) { return part->mapTo(window.get(), QPoint()).y(); });
        return found;
    }
    /// The first of them, or null.
    template<typename T>
    [[nodiscard]] T *part(const QString &name) const
    {
        return parts<T>(name).value(0, nullptr);
    }

    FridayWorkspace test;
    ProspectId prospect;
    std::unique_ptr<ProspectDossier> dossier;
    std::unique_ptr<QWidget> window;
    Section *section = nullptr; ///< owned by the window

private:
    ProspectId m_shown;
};
