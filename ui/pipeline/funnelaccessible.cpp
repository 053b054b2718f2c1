// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/funnelaccessible.h"

#include "ui_common/accessibleparts.h"
#include "ui_pipeline/funnelview.h"

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

/// One bar.
class BarAccessible final : public AccessiblePart
{
public:
    BarAccessible(FunnelView *view, int place)
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
        m_view->setCurrentCell(cell());
        if (name == pressAction())
            m_view->activate(cell());
        else if (name == setFocusAction())
            m_view->setFocus();
    }

protected:
    [[nodiscard]] bool exists() const override { return m_view->hasCell(cell()); }
    [[nodiscard]] QString name() const override
    {
        return FunnelPainter::sentence(m_view->report(), cell());
    }
    [[nodiscard]] QRect area() const override { return m_view->cellRect(cell()); }
    [[nodiscard]] bool isCurrent() const override { return m_view->currentCell() == cell(); }
    void makeCurrent() override { m_view->setCurrentCell(cell()); }

private:
    [[nodiscard]] FunnelCell cell() const { return cellOf(*m_view, place()); }

    FunnelView *m_view; ///< asked only while it is there
};

class FunnelAccessible final : public AccessibleParts
{
public:
    explicit FunnelAccessible(FunnelView *view)
        : AccessibleParts(view, QAccessible::Chart)
    { }

    [[nodiscard]] int childCount() const override
    {
        const FunnelReport &report = view()->report();
        if (report.total.cohort == 0)
            return 0;
        return int(report.steps.size() * (1 + std::min(report.groups.size(), MostGroups)));
    }

protected:
    [[nodiscard]] AccessiblePart *makePart(int place) const override
    {
        return new BarAccessible(view(), place);
    }
    [[nodiscard]] int placeAt(QPoint point) const override
    {
        const auto cell = view()->cellAt(point);
        return cell ? indexOf(*view(), *cell) : -1;
    }
    [[nodiscard]] int currentPlace() const override
    {
        return indexOf(*view(), view()->currentCell());
    }

private:
    [[nodiscard]] FunnelView *view() const { return static_cast<FunnelView *>(object()); }
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
    if (view->hasCell(view->currentCell()))
        announcePart(view, indexOf(*view, view->currentCell()));
}
