// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/threadaccessible.h"

#include "models/threadmodel.h"
#include "ui_common/accessibleparts.h"
#include "ui_prospects/threadview.h"

namespace {
/// One entry near the eye, by its place among them.
class EntryAccessible final : public AccessiblePart
{
public:
    EntryAccessible(ThreadView *view, int place)
        : AccessiblePart(view, QAccessible::ListItem, place)
        , m_view(view)
    { }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = AccessiblePart::state();
        if (!state.invalid) {
            state.selectable = true;
            state.selected = m_view->isSelected(row());
        }
        return state;
    }

protected:
    [[nodiscard]] bool exists() const override { return row() <= m_view->nearRows().second; }
    [[nodiscard]] QString name() const override { return m_view->threadModel()->copyText(row()); }
    [[nodiscard]] QRect area() const override { return m_view->rowRect(row()); }
    [[nodiscard]] bool isCurrent() const override { return m_view->currentRow() == row(); }
    void makeCurrent() override { m_view->setCurrentRow(row()); }

private:
    [[nodiscard]] int row() const { return m_view->nearRows().first + place(); }

    ThreadView *m_view; ///< asked only while it is there
};

class ThreadAccessible final : public AccessibleParts
{
public:
    explicit ThreadAccessible(ThreadView *view)
        : AccessibleParts(view, QAccessible::List)
    { }

    [[nodiscard]] int childCount() const override
    {
        const auto [first, last] = view()->nearRows();
        return last - first + 1;
    }

protected:
    [[nodiscard]] AccessiblePart *makePart(int place) const override
    {
        return new EntryAccessible(view(), place);
    }
    [[nodiscard]] int placeAt(QPoint point) const override
    {
        const int row = view()->rowAt(point);
        return row < 0 ? -1 : row - view()->nearRows().first;
    }
    [[nodiscard]] int currentPlace() const override
    {
        return view()->currentRow() - view()->nearRows().first;
    }

private:
    [[nodiscard]] ThreadView *view() const { return static_cast<ThreadView *>(object()); }
};

QAccessibleInterface *makeThreadInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<ThreadView *>(object);
    return view ? new ThreadAccessible(view) : nullptr;
}
} // namespace

void installThreadAccessibility()
{
    QAccessible::installFactory(
        makeThreadInterface); // a factory that is known already is not added again
}

void announceCurrentRow(ThreadView *view)
{
    if (view->currentRow() >= 0)
        announcePart(view, view->currentRow() - view->nearRows().first);
}
