// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/funnelaccessible.h"

#include "ui_pipeline/funnelview.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

#include <algorithm>

namespace {

/// A reader of the whole tree must come to an end: bars of later groups are in the table.
constexpr qsizetype MostGroups = 50;

FunnelCell cellOf(const FunnelView &view, int index)
{
    const auto steps = int(std::max(qsizetype(1), view.report().steps.size()));
    return {index / steps - 1, index % steps};
}

int indexOf(const FunnelView &view, FunnelCell cell)
{
    return (cell.group + 1) * int(view.report().steps.size()) + cell.step;
}

/// One bar. Asks the view for everything, so that it needs no word of a new report.
class BarAccessible : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    BarAccessible(FunnelView *view, int index)
        : m_view(view)
        , m_index(index)
    { }

    [[nodiscard]] bool isValid() const override { return m_view && m_view->hasCell(cell()); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view.data());
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Button; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (!isValid() || kind != QAccessible::Name)
            return {};
        return FunnelPainter::sentence(m_view->report(), cell());
    }
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect rect = m_view->cellRect(cell());
        return {m_view->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        state.focusable = true;
        if (!state.invalid) {
            state.focused = m_view->hasFocus() && m_view->currentCell() == cell();
            state.offscreen = !m_view->isVisible()
                || !m_view->viewport()->rect().intersects(m_view->cellRect(cell()));
        }
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
            ? static_cast<QAccessibleActionInterface *>(this)
            : nullptr;
    }

    [[nodiscard]] QStringList actionNames() const override
    {
        return {pressAction(), setFocusAction()};
    }
    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        m_view->setCurrentCell(cell());
        if (name == pressAction())
            m_view->activate(cell());
        else if (name == setFocusAction())
            m_view->setFocus();
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    [[nodiscard]] FunnelCell cell() const { return cellOf(*m_view, m_index); }

    QPointer<FunnelView> m_view;
    int m_index;
};

class FunnelAccessible : public QAccessibleWidget
{
public:
    explicit FunnelAccessible(FunnelView *view)
        : QAccessibleWidget(view, QAccessible::Chart)
    { }
    ~FunnelAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_bars))
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] int childCount() const override
    {
        const FunnelReport &report = view()->report();
        if (report.total.cohort == 0)
            return 0;
        return int(report.steps.size() * (1 + std::min(report.groups.size(), MostGroups)));
    }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        auto found = m_bars.find(index);
        if (found == m_bars.end()) {
            auto *bar = new BarAccessible(view(), index); // owned by the registry
            found = m_bars.insert(index, QAccessible::registerAccessibleInterface(bar));
        }
        return QAccessible::accessibleInterface(*found);
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (auto it = m_bars.cbegin(); it != m_bars.cend(); ++it) {
            if (QAccessible::accessibleInterface(it.value()) == child)
                return it.key();
        }
        return -1;
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const auto cell = view()->cellAt(view()->viewport()->mapFromGlobal(QPoint(x, y)));
        return cell ? child(indexOf(*view(), *cell)) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return view()->hasFocus() ? child(indexOf(*view(), view()->currentCell())) : nullptr;
    }

private:
    [[nodiscard]] FunnelView *view() const { return static_cast<FunnelView *>(object()); }

    mutable QHash<int, QAccessible::Id> m_bars;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<FunnelView *>(object);
    return view ? new FunnelAccessible(view) : nullptr;
}

} // namespace

void installFunnelAccessibility()
{
    QAccessible::installFactory(
        makeInterface); // a factory that is known already is not added again
}

void announceCurrentCell(FunnelView *view)
{
    if (!QAccessible::isActive() || !view->hasFocus() || !view->hasCell(view->currentCell()))
        return;
    QAccessibleEvent event(view, QAccessible::Focus);
    event.setChild(indexOf(*view, view->currentCell()));
    QAccessible::updateAccessibility(&event);
}
