// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/knownhint.h"

#include "ui_common/closebutton.h"
#include "ui_common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

KnownHint::KnownHint(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_open(new QPushButton(tr("Open"), this))
    , m_merge(new QPushButton(tr("Merge…"), this))
{
    setObjectName(u"known"_s);
    m_text->setObjectName(u"known.text"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_open->setObjectName(u"known.open"_s);
    m_merge->setObjectName(u"known.merge"_s);
    auto *close = new CloseButton(tr("Dismiss this hint"), this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Small);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_open);
    layout->addWidget(m_merge);
    layout->addWidget(close);
    connect(close, &CloseButton::clicked, this, &QWidget::hide);
    connect(m_open, &QPushButton::clicked, this, [this] {
        hide();
        emit openRequested(m_known);
    });
    connect(m_merge, &QPushButton::clicked, this, [this] {
        hide();
        emit mergeRequested(m_known);
    });
    hide();
}

void KnownHint::show(const KnownPeople &people, const QString &what, ProspectId self)
{
    const auto other = std::ranges::find_if(people.shown,
        [self](const DuplicateCandidate &candidate) { return candidate.prospect.id != self; });
    const bool isKnown = other != people.shown.end();
    setVisible(isKnown || people.isHidden);
    if (isHidden())
        return;
    m_open->setVisible(isKnown);
    m_merge->setVisible(isKnown);
    if (!isKnown) {
        m_text->setText(tr("Someone here already talks to this person."));
        return;
    }
    m_known = other->prospect.id;
    const QString name = displayName(other->prospect);
    m_text->setText(name == what ? tr("“%1” is here already.").arg(name)
                                 : tr("“%1” already belongs to %2.").arg(what, name));
    m_open->setAccessibleName(tr("Open “%1”").arg(name));
    m_merge->setAccessibleName(tr("Merge with “%1”").arg(name));
}
