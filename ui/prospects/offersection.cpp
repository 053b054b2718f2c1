// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/offersection.h"

#include "domain/landmarks.h"
#include "session/offerservice.h"
#include "session/prospectdossier.h"
#include "session/teamsets.h"
#include "session/whenrefused.h"
#include "session/workspace.h"
#include "ui_common/closebutton.h"
#include "ui_common/flowlayout.h"
#include "ui_common/formatting.h"
#include "ui_common/theme.h"
#include "ui_prospects/sectionparts.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVariant>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr const char *OfferProperty = "offer"; ///< of a row: the id

/// "€1,200.00, CHF 40.00": never across currencies.
QString sumsText(const QMap<QString, qint64> &sums)
{
    QStringList texts;
    for (auto it = sums.cbegin(); it != sums.cend(); ++it)
        texts << Formatting::money(it.value(), it.key());
    return QLocale().createSeparatedList(texts);
}
} // namespace

OfferSection::OfferSection(Workspace &workspace, ProspectDossier &dossier, QWidget *parent)
    : DossierSection(parent)
    , m_workspace(workspace)
    , m_dossier(dossier)
    , m_rows(new SectionRows(this))
    , m_sums(quietLabel({}, this))
    , m_add(SectionParts::textButton(
          u"offers.add"_s, tr("Make an offer…"), tr("Make an offer or a nudge"), this))
    , m_form(new OfferForm(workspace.zone(), this))
    , m_loss(new LossForm(this))
{
    build();
    connect(m_add, &QToolButton::clicked, this, &OfferSection::startAdding);
    connect(m_form, &OfferForm::left, this, [this] {
        flush(); // Escape loses nothing
        leaveForms();
    });
    connect(m_form, &OfferForm::cancelled, this, [this] {
        m_drafts.remove(m_of);
        leaveForms();
    });
    connect(m_loss, &LossForm::left, this, &OfferSection::leaveForms);
    connect(m_form, &OfferForm::said, this, &OfferSection::say);
    connect(m_loss, &LossForm::said, this, &OfferSection::lose);
}

void OfferSection::build()
{
    m_sums->setObjectName(u"offers.sums"_s);
    m_sums->setTextFormat(Qt::PlainText);
    m_sums->hide();
    m_form->hide();
    m_loss->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(m_rows);
    layout->addWidget(m_sums);
    layout->addWidget(m_loss);
    layout->addWidget(m_form);
    layout->addWidget(m_add, 0, Qt::AlignLeading);
}

QString OfferSection::key() const
{
    return u"offers"_s;
}

QString OfferSection::title() const
{
    return tr("Offers");
}

QString OfferSection::summary() const
{
    const auto open = std::ranges::count(m_dossier.offers(), OfferState::Open, &Offer::state);
    return open == 0 ? QString() : tr("%n open", nullptr, int(open));
}

void OfferSection::refresh(bool isOther)
{
    if (isOther) {
        flush(); // what was typed while this one was read is of the one before
        m_of = m_dossier.id();
        leaveForms();
    }
    showOffers();
}

void OfferSection::flush()
{
    if (const auto draft = m_form->draft(); draft && !m_of.isNull())
        m_drafts.insert(m_of, *draft);
}

void OfferSection::showAdd()
{
    m_add->setText(m_drafts.contains(m_of) ? tr("Go on with the offer…") : tr("Make an offer…"));
    m_add->show();
}

void OfferSection::forget(ProspectId id)
{
    m_drafts.remove(id);
    if (id == m_of)
        leaveForms();
}

void OfferSection::startAdding()
{
    emit revealRequested();
    if (!m_dossier.prospect())
        return;
    QString currency = m_dossier.prospect()->currency;
    if (!m_dossier.offers().isEmpty() && !m_dossier.offers().first().currency.isEmpty())
        currency = m_dossier.offers().first().currency;
    if (currency.isEmpty())
        currency = locale().currencySymbol(QLocale::CurrencyIsoCode);
    m_loss->hide();
    m_add->hide();
    m_form->startNew(m_workspace.today(), currency.isEmpty() ? u"EUR"_s : currency);
    if (const auto draft = m_drafts.constFind(m_of); draft != m_drafts.cend())
        m_form->setDraft(*draft);
}

std::optional<Offer> OfferSection::onlyOpen(const QString &button)
{
    emit revealRequested();
    if (!m_dossier.prospect() || m_dossier.prospect()->id != m_dossier.id())
        return std::nullopt; // another one is being read
    QList<Offer> open;
    std::ranges::copy_if(m_shown, std::back_inserter(open),
        [](const Offer &offer) { return offer.state == OfferState::Open; });
    if (open.size() == 1)
        return open.first();
    const auto buttons = m_rows->findChildren<QToolButton *>(button);
    // Rows that were made anew are hidden until they go.
    const auto first =
        std::ranges::find_if(buttons, [](const QToolButton *known) { return known->isVisible(); });
    (first == buttons.end() ? m_add : *first)->setFocus(Qt::ShortcutFocusReason);
    return std::nullopt;
}

void OfferSection::winOpen()
{
    if (const auto offer = onlyOpen(u"offer.won"_s))
        OfferService(m_workspace).win(m_dossier, *offer);
}

void OfferSection::loseOpen()
{
    if (const auto offer = onlyOpen(u"offer.lost"_s))
        startLosing(*offer);
}

void OfferSection::startLosing(const Offer &offer)
{
    const auto lost = Landmarks::lost(m_workspace.stages());
    const bool isLost = m_dossier.prospect()
        && Landmarks::isExit(m_workspace.stages(), m_dossier.prospect()->stage);
    m_form->hide();
    m_add->hide();
    m_loss->start(
        offer, m_workspace.team().lostReasons(), lost && !isLost ? lost->name : QString());
}

void OfferSection::say(const Offer &before, const Offer &after)
{
    const OfferDraft typed = m_form->typed();
    const bool isNew = before.id.isNull();
    if (isNew)
        m_drafts.remove(m_of);
    leaveForms();
    const OfferService service(m_workspace);
    whenRefused(
        m_workspace, this,
        [&] { isNew ? service.make(m_dossier, after) : service.change(before, after); },
        [this, of = m_of, before, typed] { putBack(of, before, typed); });
}

void OfferSection::lose(const Offer &offer, const LossForm::Said &why)
{
    leaveForms();
    whenRefused(
        m_workspace, this,
        [&] {
            OfferService(m_workspace)
                .lose(m_dossier, offer,
                    {.reason = why.reason, .words = why.words, .moves = why.moves});
        },
        [this, of = m_of, offer, why] {
            if (of != m_of || !m_form->isHidden() || !m_loss->isHidden())
                return;
            startLosing(offer);
            m_loss->setDraft(why);
        });
}

void OfferSection::putBack(ProspectId of, const Offer &before, const OfferDraft &typed)
{
    const bool isNew = before.id.isNull();
    if (isNew && !m_drafts.contains(of))
        m_drafts.insert(of, typed);
    if (of != m_of || !m_form->isHidden() || !m_loss->isHidden())
        return;
    if (isNew) {
        startAdding();
        return;
    }
    m_add->hide();
    m_form->startChange(before, m_today);
    m_form->setDraft(typed);
}

void OfferSection::leaveForms()
{
    const bool hadFocus =
        m_form->isAncestorOf(focusWidget()) || m_loss->isAncestorOf(focusWidget());
    m_form->hide();
    m_loss->hide();
    showAdd();
    if (hadFocus)
        m_add->setFocus(Qt::OtherFocusReason);
}

void OfferSection::showOffers()
{
    QList<Offer> offers = m_dossier.offers();
    std::ranges::stable_sort(offers, {}, [](const Offer &offer) {
        return std::pair(offer.state != OfferState::Open, -offer.madeAt.ms);
    });
    if (offers == m_shown && m_today == m_workspace.today())
        return;
    m_shown = offers;
    m_today = m_workspace.today();
    fillRows(offers);
    QStringList lines;
    if (const auto open = sumsByCurrency(offers, OfferState::Open); !open.isEmpty())
        lines << tr("Open: %1").arg(sumsText(open));
    if (const auto won = sumsByCurrency(offers, OfferState::Won); !won.isEmpty())
        lines << tr("Bought: %1").arg(sumsText(won));
    m_sums->setText(lines.join(u'\n'));
    m_sums->setVisible(!lines.isEmpty());
}

void OfferSection::fillRows(const QList<Offer> &offers)
{
    const QWidget *now = QApplication::focusWidget();
    const bool hadFocus = m_rows->isAncestorOf(now);
    const QString name = hadFocus ? now->objectName() : QString();
    QVariant focusedOffer;
    for (; hadFocus && now != m_rows && !focusedOffer.isValid(); now = now->parentWidget())
        focusedOffer = now->property(OfferProperty);
    m_rows->clearRows();
    m_rows->setVisible(!offers.isEmpty());
    QWidget *focused = m_add;
    for (const Offer &offer : offers) {
        QWidget *row = rowFor(offer);
        row->setProperty(OfferProperty, qlonglong(offer.id.value()));
        m_rows->addRow(row);
        if (row->property(OfferProperty) != focusedOffer)
            continue;
        auto *same = row->findChild<QWidget *>(name);
        focused = same == nullptr ? row->findChild<QWidget *>(u"offer.change"_s) : same;
    }
    if (hadFocus)
        focused->setFocus(Qt::OtherFocusReason);
}

QString OfferSection::stateOf(const Offer &offer) const
{
    const QString decided = offer.decidedAt == 0
        ? QString()
        : Formatting::relativeDay(localDay(offer.decidedAt, m_workspace.zone()), m_today);
    switch (offer.state) {
    case OfferState::Open:
        if (!offer.expectedOn.isValid())
            return tr("Open");
        return offer.expectedOn < m_today
            ? tr("Open · Decision was expected: %1")
                  .arg(Formatting::relativeDay(offer.expectedOn, m_today))
            : tr("Open · Decision by: %1").arg(Formatting::relativeDay(offer.expectedOn, m_today));
    case OfferState::Won:
        return tr("Won · %1").arg(decided);
    case OfferState::Lost: {
        const QList<LostReason> &reasons = m_workspace.team().lostReasons();
        const auto reason = std::ranges::find(reasons, offer.lostReason, &LostReason::id);
        return reason == reasons.end() ? tr("Lost · %1").arg(decided)
                                       : tr("Lost: %1 · %2").arg(reason->name, decided);
    }
    case OfferState::Withdrawn:
        return tr("Withdrawn · %1").arg(decided);
    }
    Q_UNREACHABLE();
}

QWidget *OfferSection::rowFor(const Offer &offer)
{
    auto *row = new QWidget(m_rows);
    row->setObjectName(u"offer.row"_s);
    row->setAccessibleName(offer.title);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    QLabel *title = SectionParts::words(offer.title, row);
    if (offer.state == OfferState::Open)
        title->setFont(strongFont(font()));
    words->addWidget(title);
    QStringList below;
    if (offer.kind == OfferKind::Nudge)
        below << tr("Nudge");
    if (!offer.currency.isEmpty())
        below << Formatting::money(offer.valueMinor, offer.currency);
    below << tr("Made: %1")
                 .arg(Formatting::relativeDay(
                     localDay(offer.madeAt.ms, m_workspace.zone()), m_today));
    //: Between the value of an offer and the day it was made.
    auto *value = quietLabel(below.join(tr(" · ")), row);
    value->setTextFormat(Qt::PlainText);
    value->setObjectName(u"offer.about"_s);
    words->addWidget(value);
    auto *state = quietLabel(stateOf(offer), row);
    state->setTextFormat(Qt::PlainText);
    state->setObjectName(u"offer.state"_s);
    words->addWidget(state);
    if (!offer.note.isEmpty())
        words->addWidget(SectionParts::words(offer.note, row));
    if (offer.state == OfferState::Open)
        words->addWidget(decisionsOf(offer, row));
    QToolButton *change = SectionParts::iconButton(
        u"offer.change"_s, u"document-edit"_s, tr("Change “%1”").arg(offer.title), row);
    connect(change, &QToolButton::clicked, this, [this, offer] {
        m_loss->hide();
        m_add->hide();
        m_form->startChange(offer, m_today);
    });
    auto *remove = new CloseButton(tr("Delete “%1”").arg(offer.title), row);
    remove->setObjectName(u"offer.remove"_s);
    connect(remove, &CloseButton::clicked, this,
        [this, offer] { OfferService(m_workspace).remove(offer); });
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addLayout(words, 1);
    layout->addWidget(change, 0, Qt::AlignTop);
    layout->addWidget(remove, 0, Qt::AlignTop);
    return row;
}

QWidget *OfferSection::decisionsOf(const Offer &offer, QWidget *parent)
{
    auto *decisions = new QWidget(parent);
    auto *layout = new FlowLayout(0, decisions);
    QToolButton *won = SectionParts::textButton(
        u"offer.won"_s, tr("Won"), tr("“%1” is won").arg(offer.title), decisions);
    connect(won, &QToolButton::clicked, this,
        [this, offer] { OfferService(m_workspace).win(m_dossier, offer); });
    QToolButton *lost = SectionParts::textButton(
        u"offer.lost"_s, tr("Lost…"), tr("“%1” is lost").arg(offer.title), decisions);
    connect(lost, &QToolButton::clicked, this, [this, offer] { startLosing(offer); });
    QToolButton *withdrawn = SectionParts::textButton(
        u"offer.withdrawn"_s, tr("Withdraw"), tr("Withdraw “%1”").arg(offer.title), decisions);
    connect(withdrawn, &QToolButton::clicked, this,
        [this, offer] { OfferService(m_workspace).withdraw(offer); });
    for (QToolButton *button : {won, lost, withdrawn})
        layout->addWidget(button);
    return decisions;
}
