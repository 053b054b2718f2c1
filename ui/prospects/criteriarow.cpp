// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/criteriarow.h"

#include "ui_common/plaintext.h"
#include "ui_common/style.h"
#include "ui_common/theme.h"

#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

CriteriaRow::CriteriaRow(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"criteria"_s);
    setAccessibleName(tr("Filters"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Metrics::Small, Metrics::Tiny, Metrics::Small, Metrics::Tiny);
    row->setSpacing(Metrics::Tiny);
    row->addStretch(1);
    hide();
}

void CriteriaRow::setWayBack(QWidget *button)
{
    m_wayBack = button;
    qobject_cast<QBoxLayout *>(layout())->insertWidget(0, button);
}

void CriteriaRow::setCriteria(const QList<FilterCriterion> &criteria)
{
    const auto old = findChildren<QToolButton *>(Qt::FindDirectChildrenOnly);
    for (QToolButton *button : old) {
        if (button == m_wayBack)
            continue;
        button->setObjectName({});
        button->hide();
        button->deleteLater(); // one of them may be what was pressed
    }
    auto *row = qobject_cast<QBoxLayout *>(layout());
    for (const FilterCriterion &criterion : criteria) {
        auto *button = new QToolButton(this);
        button->setObjectName("criterion."_L1 + criterion.key);
        //: A chip that takes a filter away: %1 is the filter.
        button->setText(tr("%1 ×").arg(criterion.text));
        button->setAccessibleName(tr("Take away the filter “%1”").arg(criterion.text));
        button->setToolTip(plainTip(button->accessibleName()));
        button->setProperty(PullpushStyle::ChipProperty, -1);
        button->setMinimumWidth(1); // many of them give way
        connect(button, &QToolButton::clicked, this,
            [this, without = criterion.without] { emit queryChosen(without); });
        row->insertWidget(row->count() - 1, button);
    }
    setVisible(!criteria.isEmpty());
}
