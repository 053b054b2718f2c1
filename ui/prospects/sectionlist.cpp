// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/sectionlist.h"

#include "ui_common/theme.h"
#include "ui_prospects/dossiersection.h"

#include <QApplication>
#include <QEvent>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int LeastSectionsLetters =
    28; ///< in average letters, so that large fonts have their room
constexpr int LeastHeadingLetters = 10; ///< a long summary does not widen the column
} // namespace

SectionList::SectionList(const QList<DossierSection *> &sections, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    auto *column = new QWidget(this);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(Metrics::Small, Metrics::Medium, Metrics::Small, Metrics::Medium);
    layout->setSpacing(Metrics::Small);
    for (DossierSection *section : sections) {
        auto *heading = new QToolButton(column);
        heading->setObjectName("section."_L1 + section->key());
        heading->setAutoRaise(true);
        heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        heading->setFont(strongFont(heading->font()));
        heading->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        heading->setMinimumWidth(heading->fontMetrics().averageCharWidth() * LeastHeadingLetters);
        const Part part {section, heading};
        m_parts << part;
        layout->addWidget(heading);
        layout->addWidget(section);
        layout->addSpacing(Metrics::Small);
        connect(heading, &QToolButton::clicked, this,
            [this, part] { fold(part, !part.section->isHidden()); });
        connect(section, &DossierSection::headingChanged, this, [part] { showHeading(part); });
        connect(section, &DossierSection::revealRequested, this, [this, part] {
            fold(part, false);
            // What takes the keyboard now is placed a moment later.
            QMetaObject::invokeMethod(
                this, [this, part] { showFocused(part); }, Qt::QueuedConnection);
        });
        connect(section, &DossierSection::openRequested, this, &SectionList::openRequested);
        showHeading(part);
    }
    layout->addStretch(1);
    setWidget(column);
}

QSize SectionList::minimumSizeHint() const
{
    const int sections =
        widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width();
    const int least = fontMetrics().averageCharWidth() * LeastSectionsLetters;
    return {std::min(std::max(least, sections), maximumWidth()),
        QScrollArea::minimumSizeHint().height()};
}

bool SectionList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

void SectionList::fold(const Part &part, bool isFolded)
{
    part.section->setVisible(!isFolded);
    showHeading(part);
}

void SectionList::showFocused(const Part &part)
{
    QWidget *now = QApplication::focusWidget();
    if (!part.section->isAncestorOf(now))
        return; // it only unfolds
    part.section->layout()->activate();
    widget()->layout()->activate();
    QEvent request(QEvent::LayoutRequest); // the column grows now and not a moment later
    QApplication::sendEvent(this, &request);
    QWidget *whole = now; // the form that the field is of, with its buttons
    while (whole->parentWidget() != part.section)
        whole = whole->parentWidget();
    ensureWidgetVisible(whole);
    ensureWidgetVisible(now); // which matters most where there is no room for all of it
}

void SectionList::showHeading(const Part &part)
{
    const bool isFolded = part.section->isHidden();
    part.heading->setArrowType(!isFolded    ? Qt::DownArrow
            : part.heading->isRightToLeft() ? Qt::LeftArrow
                                            : Qt::RightArrow);
    const QString summary = part.section->summary();
    part.heading->setText(summary.isEmpty()
            ? part.section->title()
            : tr("%1 · %2", "a section's title, a few words about it")
                  .arg(part.section->title(), summary));
    part.heading->setAccessibleDescription(isFolded ? tr("Folded") : tr("Unfolded"));
}

void SectionList::refresh(bool isOther)
{
    for (const Part &part : std::as_const(m_parts)) {
        part.section->refresh(isOther);
        showHeading(part);
    }
}

void SectionList::flush()
{
    for (const Part &part : std::as_const(m_parts))
        part.section->flush();
}

void SectionList::forget(ProspectId id)
{
    for (const Part &part : std::as_const(m_parts))
        part.section->forget(id);
}

DossierSection *SectionList::section(const QString &key) const
{
    const auto found = std::ranges::find_if(
        m_parts, [&key](const Part &part) { return part.section->key() == key; });
    return found == m_parts.end() ? nullptr : found->section;
}

QStringList SectionList::folded() const
{
    QStringList keys;
    for (const Part &part : m_parts) {
        if (part.section->isHidden())
            keys << part.section->key();
    }
    return keys;
}

void SectionList::setFolded(const QStringList &keys)
{
    for (const Part &part : std::as_const(m_parts))
        fold(part, keys.contains(part.section->key()));
}
