// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/touchsection.h"

#include "base/clock.h"
#include "session/plansets.h"
#include "session/prospectdossier.h"
#include "session/touchlinkstore.h"
#include "session/touchservice.h"
#include "session/whenrefused.h"
#include "session/workspace.h"
#include "ui_common/closebutton.h"
#include "ui_common/formatting.h"
#include "ui_common/theme.h"
#include "ui_prospects/sectionparts.h"
#include "ui_prospects/touchwords.h"

#include <QApplication>
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype FirstTouches = 5;
constexpr int BarHeight = 6;
} // namespace

TouchSection::TouchSection(Workspace &workspace, ProspectDossier &dossier, QWidget *parent)
    : DossierSection(parent)
    , m_workspace(workspace)
    , m_dossier(dossier)
    , m_links(new TouchLinkStore(workspace, this))
    , m_bar(new QProgressBar(this))
    , m_level(new QLabel(this))
    , m_why(
          SectionParts::textButton(u"touches.why"_s, tr("Why"), tr("Why they are that warm"), this))
    , m_parts(quietLabel({}, this))
    , m_brought(new QLabel(this))
    , m_rows(new SectionRows(this))
    , m_more(SectionParts::textButton(u"touches.more"_s, {}, tr("Show all touches"), this))
    , m_add(SectionParts::textButton(u"touches.add"_s, tr("Add a touch…"), tr("Add a touch"), this))
    , m_form(new TouchForm(workspace, this))
{
    build();
    connect(m_why, &QToolButton::toggled, m_parts, &QWidget::setVisible);
    connect(m_brought, &QLabel::linkActivated, this,
        [this](const QString &link) { emit openRequested(ProspectId(link.toLongLong())); });
    connect(m_more, &QToolButton::clicked, this, [this] {
        m_showsAll = true;
        showTouches();
    });
    connect(m_add, &QToolButton::clicked, this, &TouchSection::startAdding);
    connect(m_form, &TouchForm::said, this, &TouchSection::say);
    connect(m_form, &TouchForm::left, this, [this] {
        flush(); // Escape loses nothing
        leaveForm();
    });
    connect(m_form, &TouchForm::cancelled, this, [this] {
        m_drafts.remove(m_of);
        leaveForm();
    });
    connect(m_links, &TouchLinkStore::changed, this, [this] {
        showWarmth();
        showBrought();
        showTouches();
    });
}

void TouchSection::build()
{
    m_bar->setObjectName(u"touches.warmth"_s);
    m_bar->setRange(0, WarmthScale::MostScore);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(BarHeight);
    m_level->setObjectName(u"touches.level"_s);
    m_level->setTextFormat(Qt::PlainText);
    m_why->setCheckable(true);
    m_parts->setObjectName(u"touches.parts"_s);
    m_parts->setTextFormat(Qt::PlainText);
    m_parts->hide();
    m_brought->setObjectName(u"touches.brought"_s);
    m_brought->setTextFormat(Qt::RichText);
    m_brought->setWordWrap(true);
    m_brought->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_brought->hide();
    m_more->hide();
    m_form->hide();
    auto *warmth = new QHBoxLayout;
    warmth->setSpacing(Metrics::Small);
    warmth->addWidget(m_bar, 1, Qt::AlignVCenter);
    warmth->addWidget(m_level);
    warmth->addWidget(m_why);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addLayout(warmth);
    layout->addWidget(m_parts);
    layout->addWidget(m_brought);
    layout->addWidget(m_rows);
    layout->addWidget(m_more, 0, Qt::AlignLeading);
    layout->addWidget(m_form);
    layout->addWidget(m_add, 0, Qt::AlignLeading);
}

QString TouchSection::key() const
{
    return u"touches"_s;
}

QString TouchSection::title() const
{
    return tr("Touches");
}

QString TouchSection::summary() const
{
    return m_warmth.parts.isEmpty() ? QString() : TouchWords::level(m_warmth.level);
}

void TouchSection::refresh(bool isOther)
{
    if (isOther) {
        flush(); // what was typed while this one was read is of the one before
        m_of = m_dossier.id();
        m_showsAll = false;
        m_why->setChecked(false);
        leaveForm();
        m_links->open(m_dossier.id());
    }
    showWarmth();
    showBrought();
    showTouches();
}

void TouchSection::startAdding()
{
    emit revealRequested();
    if (!m_dossier.prospect())
        return;
    m_add->hide();
    m_form->startNew(m_dossier.prospect()->id);
    if (const auto draft = m_drafts.constFind(m_of); draft != m_drafts.cend())
        m_form->setDraft(*draft);
}

void TouchSection::leaveForm()
{
    const bool hadFocus = m_form->isAncestorOf(focusWidget());
    m_form->hide();
    showAdd();
    if (hadFocus)
        m_add->setFocus(Qt::OtherFocusReason);
}

void TouchSection::flush()
{
    if (m_of.isNull() || m_form->isHidden())
        return;
    if (const auto draft = m_form->draft())
        m_drafts.insert(m_of, *draft);
}

void TouchSection::forget(ProspectId id)
{
    m_drafts.remove(id);
    if (id == m_of)
        leaveForm();
}

void TouchSection::showAdd()
{
    const bool goesOn = m_drafts.contains(m_of);
    m_add->setText(goesOn ? tr("Go on with the touch…") : tr("Add a touch…"));
    m_add->setAccessibleName(goesOn ? tr("Go on with the touch") : tr("Add a touch"));
    m_add->setToolTip(m_add->accessibleName());
    m_add->show();
}

void TouchSection::changeEvent(QEvent *event)
{
    DossierSection::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showBar();
}

void TouchSection::say(const Touch &before, const Touch &after)
{
    const TouchDraft typed = m_form->typed();
    const bool isNew = before.id.isNull();
    if (isNew)
        m_drafts.remove(m_of);
    leaveForm();
    const TouchService service(m_workspace);
    whenRefused(
        m_workspace, this,
        [&] { isNew ? service.add(m_dossier, after) : service.change(m_dossier, before, after); },
        [this, of = m_of, before, typed] { putBack(of, before, typed); });
}

void TouchSection::putBack(ProspectId of, const Touch &before, const TouchDraft &typed)
{
    const bool isNew = before.id.isNull();
    if (isNew && !m_drafts.contains(of))
        m_drafts.insert(of, typed);
    if (of != m_of || !m_form->isHidden())
        return;
    if (isNew) {
        startAdding();
        return;
    }
    m_add->hide();
    m_form->startChange(before, aboutOf(before));
    m_form->setDraft(typed);
}

void TouchSection::showWarmth()
{
    m_warmth = warmthOf(m_dossier.touches(), m_workspace.clock().now());
    const QString level = TouchWords::level(m_warmth.level);
    m_bar->setValue(m_warmth.score);
    m_bar->setAccessibleName(tr("Warmth"));
    m_bar->setAccessibleDescription(
        tr("%1: %2 of 100 points").arg(level, QLocale().toString(m_warmth.score)));
    m_bar->setToolTip(m_bar->accessibleDescription());
    showBar();
    m_level->setText(level);
    QStringList lines;
    for (const WarmthPart &part : std::as_const(m_warmth.parts)) {
        const auto touch = std::ranges::find(m_dossier.touches(), part.touch, &Touch::id);
        if (touch == m_dossier.touches().end())
            continue;
        //: What a prospect did, how long ago, and what is left of its points.
        lines << tr("%1, %2: %3")
                     .arg(TouchWords::title(touch->kind, aboutOf(*touch)),
                         touch->at.precision == Precision::Unknown ? tr("nobody knows when")
                                                                   : TouchWords::ago(part.ageDays),
                         TouchWords::points(part));
    }
    m_parts->setText(lines.isEmpty() ? tr("No touch warmed them yet.") : lines.join(u'\n'));
    emit headingChanged();
}

void TouchSection::showBar()
{
    QPalette ink = m_bar->palette();
    ink.setColor(QPalette::Highlight, colour(ColourRole::Pull, palette()));
    m_bar->setPalette(ink);
}

void TouchSection::showBrought()
{
    const QList<ProspectRow> &brought = m_links->links().brought;
    QStringList names;
    for (const ProspectRow &row : brought)
        names << u"<a href=\"%1\">%2</a>"_s.arg(row.id.toString(), row.name.toHtmlEscaped());
    const int customers = m_links->customers();
    const QString joined = QLocale().createSeparatedList(names);
    m_brought->setText(customers == 0
            ? tr("Brought: %1").arg(joined)
            : tr("Brought: %1 (%n customer(s))", nullptr, customers).arg(joined));
    m_brought->setVisible(!brought.isEmpty());
}

QString TouchSection::aboutOf(const Touch &touch) const
{
    if (!touch.post.isNull())
        return m_dossier.postTitle(touch.post);
    if (!touch.referrer.isNull())
        return m_links->links().referrers.value(touch.referrer);
    const auto copy = m_links->links().copies.constFind(touch.profileCopy);
    if (touch.profileCopy.isNull() || copy == m_links->links().copies.constEnd())
        return {};
    const Channel *channel = m_workspace.plan().channel(copy->channel);
    return TouchWords::copy(*copy, channel == nullptr ? QString() : channel->name);
}

QString TouchSection::whenOf(const Touch &touch) const
{
    switch (touch.at.precision) {
    case Precision::Unknown:
        return tr("Nobody knows when");
    case Precision::Day:
        return Formatting::relativeDay(
            localDay(touch.at.ms, m_workspace.zone()), m_workspace.today());
    case Precision::Exact:
    case Precision::Minute:
        return Formatting::dateTime(
            QDateTime::fromMSecsSinceEpoch(touch.at.ms, m_workspace.zone()), m_workspace.today());
    }
    Q_UNREACHABLE();
}

void TouchSection::showTouches()
{
    QList<Touch> touches = m_dossier.touches();
    std::ranges::stable_sort(
        touches, std::ranges::greater {}, [](const Touch &touch) { return touch.at.ms; });
    const qsizetype hidden = m_showsAll ? 0 : touches.size() - FirstTouches;
    if (hidden > 0)
        touches.resize(FirstTouches);
    m_more->setVisible(hidden > 0);
    m_more->setText(tr("%n more", nullptr, int(std::max<qsizetype>(hidden, 0))));
    QStringList shown;
    for (const Touch &touch : std::as_const(touches))
        shown << touch.id.toString() + aboutOf(touch) + touch.quote + whenOf(touch)
                + toText(touch.kind) + QString::number(int(touch.quotable));
    if (shown == m_shown)
        return;
    m_shown = shown;
    const bool hadFocus = m_rows->isAncestorOf(QApplication::focusWidget());
    m_rows->clearRows();
    for (const Touch &touch : std::as_const(touches))
        m_rows->addRow(rowFor(touch));
    m_rows->setVisible(!touches.isEmpty());
    if (hadFocus)
        m_add->setFocus(Qt::OtherFocusReason);
}

QWidget *TouchSection::rowFor(const Touch &touch)
{
    auto *row = new QWidget(m_rows);
    const QString what = TouchWords::title(touch.kind, aboutOf(touch));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    const bool leads =
        !touch.referrer.isNull() && m_links->links().referrers.contains(touch.referrer);
    if (leads) {
        QToolButton *open =
            SectionParts::textButton(u"touch.referrer"_s, what, tr("%1: show them").arg(what), row);
        connect(open, &QToolButton::clicked, this,
            [this, id = touch.referrer] { emit openRequested(id); });
        words->addWidget(open, 0, Qt::AlignLeading);
    } else {
        words->addWidget(SectionParts::words(what, row));
    }
    if (!touch.quote.isEmpty())
        words->addWidget(SectionParts::words(tr("“%1”").arg(touch.quote), row));
    QString below = whenOf(touch);
    if (touch.quotable)
        below = tr("%1 · may be quoted", "when").arg(below);
    auto *when = quietLabel(below, row);
    when->setTextFormat(Qt::PlainText);
    words->addWidget(when);
    QToolButton *change = SectionParts::iconButton(
        u"touch.change"_s, u"document-edit"_s, tr("Change “%1”").arg(what), row);
    connect(change, &QToolButton::clicked, this, [this, touch] {
        m_add->hide();
        m_form->startChange(touch, aboutOf(touch));
    });
    auto *remove = new CloseButton(tr("Delete “%1”").arg(what), row);
    remove->setObjectName(u"touch.remove"_s);
    connect(remove, &CloseButton::clicked, this,
        [this, touch] { TouchService(m_workspace).remove(m_dossier, touch); });
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addLayout(words, 1);
    layout->addWidget(change, 0, Qt::AlignTop);
    layout->addWidget(remove, 0, Qt::AlignTop);
    return row;
}
