// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/threadaccessible.h"

#include "models/threadmodel.h"
#include "ui_prospects/threadview.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace {
/// One entry near the eye, by its place among them. Asks the view for everything, so that it needs no word of a change.
class EntryAccessible : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    EntryAccessible(ThreadView *view, int place)
        : m_view(view)
        , m_place(place)
    { }

    [[nodiscard]] bool isValid() const override
    {
        return m_view && row() <= m_view->nearRows().second;
    }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view.data());
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? m_view->threadModel()->copyText(row())
                                                      : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect rect = m_view->rowRect(row());
        return {m_view->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (state.invalid)
            return state;
        state.selectable = true;
        state.focusable = true;
        state.selected = m_view->isSelected(row());
        state.focused = m_view->hasFocus() && m_view->currentRow() == row();
        state.offscreen =
            !m_view->isVisible() || !m_view->viewport()->rect().intersects(m_view->rowRect(row()));
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
            ? static_cast<QAccessibleActionInterface *>(this)
            : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return {setFocusAction()}; }
    void doAction(const QString &name) override
    {
        if (!isValid() || name != setFocusAction())
            return;
        m_view->setFocus();
        m_view->setCurrentRow(row());
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    [[nodiscard]] int row() const { return m_view->nearRows().first + m_place; }

    QPointer<ThreadView> m_view;
    int m_place;
};

class ThreadAccessible : public QAccessibleWidget
{
public:
    explicit ThreadAccessible(ThreadView *view)
        : QAccessibleWidget(view, QAccessible::List)
    { }
    ~ThreadAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_entries))
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] int childCount() const override
    {
        const auto [first, last] = view()->nearRows();
        return last - first + 1;
    }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        auto found = m_entries.find(index);
        if (found == m_entries.end()) {
            auto *entry = new EntryAccessible(view(), index); // owned by the registry
            found = m_entries.insert(index, QAccessible::registerAccessibleInterface(entry));
        }
        return QAccessible::accessibleInterface(*found);
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
            if (QAccessible::accessibleInterface(it.value()) == child)
                return it.key();
        }
        return -1;
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const int row = view()->rowAt(view()->viewport()->mapFromGlobal(QPoint(x, y)));
        return row < 0 ? nullptr : child(row - view()->nearRows().first);
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return view()->hasFocus() ? child(view()->currentRow() - view()->nearRows().first)
                                  : nullptr;
    }

private:
    [[nodiscard]] ThreadView *view() const { return static_cast<ThreadView *>(object()); }

    mutable QHash<int, QAccessible::Id> m_entries;
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
    const int place = view->currentRow() - view->nearRows().first;
    if (!QAccessible::isActive() || !view->hasFocus() || view->currentRow() < 0 || place < 0)
        return;
    QAccessibleEvent event(view, QAccessible::Focus);
    event.setChild(place);
    QAccessible::updateAccessibility(&event);
}
