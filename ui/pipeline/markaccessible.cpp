// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/markaccessible.h"

#include "ui_common/accessibleparts.h"
#include "ui_pipeline/markview.h"

#include <algorithm>

namespace {

/// A reader of the whole tree must come to an end: later marks are in the table.
constexpr int MostParts = 400;

/// Marks of a view that is only looked at lead nowhere, and the keyboard cannot stand on them: what has the view is heard as a whole.
bool hasMarkParts(const MarkView *view)
{
    return view->focusPolicy() != Qt::NoFocus;
}

/// One mark.
class MarkPart final : public AccessiblePart
{
public:
    MarkPart(MarkView *view, int place)
        : AccessiblePart(view, QAccessible::Button, place)
        , m_view(view)
    { }

    [[nodiscard]] QStringList actionNames() const override
    {
        return {pressAction(), setFocusAction()};
    }
    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        m_view->setCurrentMark(place());
        if (name == pressAction())
            m_view->activateMark(place());
        else if (name == setFocusAction())
            m_view->setFocus();
    }

protected:
    [[nodiscard]] bool exists() const override
    {
        return hasMarkParts(m_view) && m_view->hasMark(place());
    }
    [[nodiscard]] QString name() const override { return m_view->markSentence(place()); }
    [[nodiscard]] QRect area() const override { return m_view->markRect(place()); }
    [[nodiscard]] bool isCurrent() const override { return m_view->currentMark() == place(); }
    void makeCurrent() override { m_view->setCurrentMark(place()); }

private:
    MarkView *m_view; ///< asked only while it is there
};

class MarkParts final : public AccessibleParts
{
public:
    explicit MarkParts(MarkView *view)
        : AccessibleParts(view, QAccessible::Chart)
    { }

    [[nodiscard]] int childCount() const override
    {
        return hasMarkParts(view()) ? std::min(view()->markCount(), MostParts) : 0;
    }

protected:
    [[nodiscard]] AccessiblePart *makePart(int place) const override
    {
        return new MarkPart(view(), place);
    }
    [[nodiscard]] int placeAt(QPoint point) const override
    {
        return view()->markAt(point).value_or(-1);
    }
    [[nodiscard]] int currentPlace() const override { return view()->currentMark(); }

private:
    [[nodiscard]] MarkView *view() const { return static_cast<MarkView *>(object()); }
};

QAccessibleInterface *makeMarkParts(const QString &, QObject *object)
{
    auto *view = qobject_cast<MarkView *>(object);
    return view ? new MarkParts(view) : nullptr;
}

} // namespace

void installMarkAccessibility()
{
    QAccessible::installFactory(
        makeMarkParts); // a factory that is known already is not added again
}

void announceCurrentMark(MarkView *view)
{
    if (view->hasMark(view->currentMark()) && view->currentMark() < MostParts)
        announcePart(view, view->currentMark());
}
