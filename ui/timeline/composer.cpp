// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/composer.h"

#include "domain/postedits.h"
#include "domain/postmedia.h"
#include "ui_common/copyeditor.h"
#include "ui_common/formatting.h"
#include "ui_common/plaintext.h"
#include "ui_common/silentparts.h"
#include "ui_common/theme.h"
#include "ui_timeline/copychecklist.h"
#include "ui_timeline/networkpreview.h"
#include "ui_timeline/postdetails.h"
#include "ui_timeline/postingrow.h"
#include "ui_timeline/reviewpane.h"
#include "ui_timeline/snippetpanel.h"
#include "ui_timeline/varianttabs.h"
#include "ui_timeline/whenedit.h"
#include "ui_timeline/wordtools.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// Checks of the longest texts cost some milliseconds for each network; they follow the typing,
/// they do not hold it up.
constexpr auto CheckDelay = 30ms;
} // namespace

Composer::Composer(std::function<VariantId()> newVariantId, QWidget *parent)
    : QWidget(parent)
    , m_newVariantId(std::move(newVariantId))
{
    setObjectName(u"composer"_s);
    setAccessibleName(tr("Composer"));
    m_rest.setSingleShot(true);
    m_rest.setInterval(Metrics::TypingRest);
    connect(&m_rest, &QTimer::timeout, this, &Composer::flush);
    m_check.setSingleShot(true);
    m_check.setInterval(CheckDelay);
    connect(&m_check, &QTimer::timeout, this, &Composer::showChecks);
    build();
    connectParts();
    clear();
}

Composer::~Composer()
{
    silenceParts(this);
}

void Composer::setSources(const TileSources &sources)
{
    m_sources = sources;
    m_copy.reset();
    const QSignalBlocker blocker(m_campaign);
    m_campaign->clear();
    m_campaign->addItem(tr("No campaign"), qint64(0));
    for (const Campaign &campaign : sources.campaigns) {
        QPixmap swatch(Metrics::Medium, Metrics::Medium);
        swatch.fill(campaignColour(campaign.colour, palette()));
        m_campaign->addItem(swatch, campaign.name, campaign.id.value());
    }
    m_campaign->addItem(tr("Manage campaigns…"));
    m_details->setSources(sources);
    m_snippetPanel->setNetworks(sources.networks);
    QStringList zones;
    for (const Channel &channel : sources.channels) {
        if (!channel.zone.isEmpty() && !zones.contains(channel.zone))
            zones << channel.zone;
    }
    m_when->setZones(m_workspaceZone, zones);
    m_variantWhen->setZones(m_workspaceZone, zones);
    if (!m_post.isNull())
        showAll();
}

void Composer::setSuggestedDay(QDate day)
{
    m_when->setSuggestedDay(day);
}

void Composer::setToday(QDate today)
{
    m_today = today;
}

void Composer::setPost(const PostWithVariants &post)
{
    if (post.post.id == m_post) {
        m_session.refresh(post);
        showAll();
        return;
    }
    flush();
    m_post = post.post.id;
    m_said = {};
    m_session.load(post);
    {
        const QSignalBlocker blocker(m_tabs);
        m_tabs->setVariants({}, m_sources);
    }
    m_stack->setCurrentIndex(1);
    showAll();
    m_text->moveCursor(QTextCursor::Start);
}

void Composer::clear()
{
    flush();
    m_post = {};
    m_session.load({});
    m_stack->setCurrentIndex(0);
    showAll();
}

void Composer::flush()
{
    m_rest.stop();
    m_field = Field::None;
    if (m_post.isNull())
        return;
    if (const auto edit = m_session.take())
        emit edited(edit->before, edit->after);
}

void Composer::startWriting()
{
    m_text->setFocus(Qt::OtherFocusReason);
}

bool Composer::isWriting() const
{
    const QWidget *focused = QApplication::focusWidget();
    return focused && isAncestorOf(focused);
}

void Composer::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    flush();
    emit left();
}

void Composer::hideEvent(QHideEvent *event)
{
    flush();
    QWidget::hideEvent(event);
}

void Composer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_campaign)
        setSources(TileSources(m_sources)); // the campaigns' colours are drawn
}

void Composer::change(Field field, const std::function<void(PostWithVariants &)> &apply)
{
    if (m_post.isNull() || m_showing)
        return;
    // The new field joins before the old one is said: what comes back from saying it is news, and must not undo it.
    std::optional<EditSession::Edit> earlier;
    if (m_field != field)
        earlier = m_session.take();
    m_field = field;
    apply(m_session.value());
    if (earlier)
        emit edited(earlier->before, earlier->after);
    if (field == Field::Other)
        flush();
    else
        m_rest.start();
}

Variant *Composer::currentVariant()
{
    QList<Variant> &variants = m_session.value().variants;
    const auto variant = std::ranges::find(variants, m_tabs->current(), &Variant::id);
    return variant == variants.end() ? nullptr : &*variant;
}

const Channel *Composer::channelOf(const Variant &variant) const
{
    const auto channel = std::ranges::find(m_sources.channels, variant.channel, &Channel::id);
    return channel == m_sources.channels.end() ? nullptr : &*channel;
}

QList<VariantId> Composer::shownVariants()
{
    QList<VariantId> variants;
    const Variant *shown = currentVariant();
    for (const Variant &variant : std::as_const(m_session.value().variants)) {
        const bool belongs = shown ? variant.id == shown->id : !variant.detached;
        if (belongs && channelOf(variant))
            variants.append(variant.id);
    }
    return variants;
}

void Composer::forShown(PostWithVariants &post, const std::function<void(Variant &)> &apply) const
{
    const VariantId shown = m_tabs->current();
    for (Variant &variant : post.variants) {
        if (shown.isNull() ? !variant.detached : variant.id == shown)
            apply(variant);
    }
}

void Composer::onTextTyped()
{
    if (m_showing)
        return;
    const VariantId shown = m_tabs->current();
    change(Field::Text, [this, shown](PostWithVariants &post) {
        const QString text = plainWords(*m_text);
        if (shown.isNull())
            post.post.text = text;
        for (Variant &variant : post.variants) {
            if (variant.id == shown)
                variant.text = text;
        }
    });
    m_check.start();
}

void Composer::addChannel(ChannelId channel)
{
    const VariantId id = m_newVariantId();
    change(Field::Other, [channel, id](PostWithVariants &post) {
        Variant variant;
        variant.id = id;
        variant.post = post.post.id;
        variant.channel = channel;
        post.variants.append(variant);
    });
    showAll();
}

void Composer::removeChannel()
{
    const VariantId shown = m_tabs->current();
    change(Field::Other, [shown](PostWithVariants &post) {
        post = MediaEdits::withoutVariant(post, shown);
        erase_if(post.variants, [shown](const Variant &variant) { return variant.id == shown; });
    });
    showAll();
}

void Composer::showAll()
{
    const QScopedValueRollback showing(m_showing, true);
    const PostWithVariants &value = m_session.value();
    if (m_title->text() != value.post.title)
        m_title->setText(value.post.title);
    showTime();
    m_campaign->setCurrentIndex(std::max(0, m_campaign->findData(value.post.campaign.value())));
    m_tabs->setVariants(value.variants, m_sources);
    if (plainWords(*m_notes) != value.post.notes)
        m_notes->setPlainText(value.post.notes);
    m_details->setPost(value);
    showStatus();
    showVariant();
}

void Composer::showVariant()
{
    const QScopedValueRollback showing(m_showing, true);
    const PostWithVariants &value = m_session.value();
    const Variant *shown = currentVariant();
    const bool own = shown && shown->detached;
    m_channelRow->setVisible(shown != nullptr);
    {
        const QSignalBlocker quiet(m_own);
        m_own->setChecked(own);
    }
    const QList<PostStatus> statuses = locks();
    const bool locked = !statuses.isEmpty();
    m_own->setEnabled(!locked);
    m_lock->setVisible(locked);
    m_lockText->setText(lockText(statuses));
    m_unlock->setVisible(std::ranges::any_of(statuses,
        [](PostStatus status) { return allowedTransitions(status).contains(PostStatus::Draft); }));
    m_text->setReadOnly(locked || (shown && !own));
    m_text->setCopy(shown ? effectiveText(value.post, *shown) : value.post.text);
    m_text->setPlaceholderText(shown ? tr("Words for this channel") : tr("What is the story?"));
    m_tools->setWritable(!m_text->isReadOnly());
    m_firstComment->setVisible(shown != nullptr);
    m_commentChecks->setVisible(shown != nullptr);
    m_firstComment->setReadOnly(locked);
    if (shown && plainWords(*m_firstComment) != shown->firstComment)
        m_firstComment->setPlainText(shown->firstComment);
    showMedia();
    m_check.stop();
    showChecks();
}

void Composer::showChecks()
{
    const QString text = plainWords(*m_text);
    const QList<VariantId> variants = shownVariants();
    m_copy.update(m_session.value(), m_sources, m_limits);
    CopyCheck check = m_copy.shown(text, variants);
    addMediaIssues(check);
    m_checks->setCheck(check, text);
    m_review->setReview(m_said, text);
    m_text->markFrom(check.overAt);
    if (const Variant *shown = currentVariant())
        m_commentChecks->setCheck(m_copy.comment(shown->id), shown->firstComment);
    showPreview(variants);
    showPosting();
    showTools();
    showTabs();
}
