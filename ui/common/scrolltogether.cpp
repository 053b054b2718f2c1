// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/scrolltogether.h"

#include <QAbstractScrollArea>
#include <QPointer>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <utility>

namespace {
/// One direction of two views that scroll together; lives as long as the first of them.
class ScrollPair : public QObject
{
public:
    ScrollPair(QAbstractScrollArea *one, QAbstractScrollArea *other, Qt::Orientation orientation)
        : QObject(one)
        , m_orientation(orientation)
        , m_leading(one)
        , m_following(other)
    {
        for (QAbstractScrollArea *view : {one, other}) {
            const QScrollBar *bar = barOf(view);
            connect(bar, &QScrollBar::valueChanged, this, [this, view] { lead(view); });
            connect(bar, &QScrollBar::rangeChanged, this, [this] { follow(); });
        }
    }

private:
    [[nodiscard]] QScrollBar *barOf(const QAbstractScrollArea *view) const
    {
        return m_orientation == Qt::Horizontal ? view->horizontalScrollBar()
                                               : view->verticalScrollBar();
    }

    void lead(const QAbstractScrollArea *view)
    {
        if (m_isFollowing)
            return; // this view went where it was sent
        if (view != m_leading)
            std::swap(m_leading, m_following);
        follow();
    }

    void follow()
    {
        if (m_isFollowing || !m_leading || !m_following)
            return;
        if (m_leading->isHidden() && !m_following->isHidden())
            std::swap(m_leading, m_following);
        const QScrollBar *from = barOf(m_leading);
        QScrollBar *to = barOf(m_following);
        if (from->minimum() == from->maximum())
            return; // all of it is seen, which says nothing of the other
        const double share =
            double(from->value() - from->minimum()) / double(from->maximum() - from->minimum());
        const QScopedValueRollback following(m_isFollowing, true);
        to->setValue(to->minimum() + qRound(share * (to->maximum() - to->minimum())));
    }

    Qt::Orientation m_orientation;
    QPointer<QAbstractScrollArea> m_leading; ///< the one that was scrolled last
    QPointer<QAbstractScrollArea> m_following;
    bool m_isFollowing = false; ///< the other is being moved
};
} // namespace

void scrollTogether(QAbstractScrollArea *one, QAbstractScrollArea *other)
{
    for (const auto orientation : {Qt::Horizontal, Qt::Vertical})
        new ScrollPair(one, other, orientation);
}
