// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/composer.h"

#include "domain/postedits.h"
#include "ui_common/formatting.h"
#include "ui_common/theme.h"
#include "ui_timeline/copychecklist.h"
#include "ui_timeline/copyeditor.h"
#include "ui_timeline/networkpreview.h"
#include "ui_timeline/varianttabs.h"
#include "ui_timeline/whenedit.h"

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
#include <QStandardItemModel>
#include <QToolButton>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto TypingRest = 700ms;
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
    m_rest.setInterval(TypingRest);
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
    // Parts that lose the focus while they go would call an object that is no composer any more.
    const auto parts = findChildren<QObject *>();
    for (QObject *part : parts)
        part->disconnect(this);
}

void Composer::setSources(const TileSources &sources)
{
    m_sources = sources;
    const QSignalBlocker blocker(m_campaign);
    m_campaign->clear();
    m_campaign->addItem(tr("No campaign"), qint64(0));
    for (const Campaign &campaign : sources.campaigns) {
        QPixmap swatch(Metrics::Medium, Metrics::Medium);
        swatch.fill(campaignColour(campaign.colour, palette()));
        m_campaign->addItem(swatch, campaign.name, campaign.id.value());
    }
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

QList<Channel> Composer::shownChannels()
{
    QList<Channel> channels;
    const Variant *shown = currentVariant();
    for (const Variant &variant : std::as_const(m_session.value().variants)) {
        const bool belongs = shown ? variant.id == shown->id : !variant.detached;
        if (const Channel *channel = channelOf(variant); belongs && channel)
            channels.append(*channel);
    }
    return channels;
}

QList<PostStatus> Composer::locks()
{
    QList<PostStatus> found;
    const Variant *shown = currentVariant();
    for (const Variant &variant : std::as_const(m_session.value().variants)) {
        const bool belongs = shown ? variant.id == shown->id : !variant.detached;
        if (belongs && PostEdits::isLocked(variant.status) && !found.contains(variant.status))
            found.append(variant.status);
    }
    return found;
}

void Composer::onTextTyped()
{
    if (m_showing)
        return;
    const VariantId shown = m_tabs->current();
    change(Field::Text, [this, shown](PostWithVariants &post) {
        const QString text = m_text->toPlainText();
        if (shown.isNull())
            post.post.text = text;
        for (Variant &variant : post.variants) {
            if (variant.id == shown)
                variant.text = text;
        }
    });
    m_check.start();
}

void Composer::onStatusChosen(int index)
{
    const auto status = PostStatus(m_status->itemData(index).toInt());
    const VariantId shown = m_tabs->current();
    change(Field::Other, [status, shown](PostWithVariants &post) {
        for (Variant &variant : post.variants) {
            if ((shown.isNull() || variant.id == shown)
                && allowedTransitions(variant.status).contains(status))
                variant.status = status;
        }
    });
    showAll();
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
        erase_if(post.variants, [shown](const Variant &variant) { return variant.id == shown; });
    });
    showAll();
}

void Composer::unlock()
{
    const VariantId shown = m_tabs->current();
    change(Field::Other, [shown](PostWithVariants &post) {
        for (Variant &variant : post.variants) {
            const bool belongs = shown.isNull() ? !variant.detached : variant.id == shown;
            if (belongs && allowedTransitions(variant.status).contains(PostStatus::Draft)
                && PostEdits::isLocked(variant.status))
                variant.status = PostStatus::Draft;
        }
    });
    showAll();
    m_text->setFocus();
}

void Composer::showAll()
{
    const QScopedValueRollback showing(m_showing, true);
    const PostWithVariants &value = m_session.value();
    if (m_title->text() != value.post.title)
        m_title->setText(value.post.title);
    m_when->setWhen(value.post.day, value.post.time);
    const bool isOut = wasPosted(value);
    m_when->setEnabled(!isOut);
    m_when->setToolTip(isOut ? tr("It was posted then") : QString());
    m_campaign->setCurrentIndex(std::max(0, m_campaign->findData(value.post.campaign.value())));
    m_tabs->setVariants(value.variants, m_sources);
    if (m_notes->toPlainText() != value.post.notes)
        m_notes->setPlainText(value.post.notes);
    showStatus();
    showVariant();
}

void Composer::showStatus()
{
    const QScopedValueRollback showing(m_showing, true);
    const PostWithVariants &value = m_session.value();
    const Variant *shown = currentVariant();
    const PostStatus status = shown ? shown->status : overallStatus(value.variants);
    m_status->clear();
    m_status->addItem(statusName(status), int(status));
    m_status->setEnabled(!value.variants.isEmpty());
    m_status->setToolTip(
        value.variants.isEmpty() ? tr("Add a channel to take the idea further") : QString());
    const bool hasTime = value.post.day && value.post.time;
    const QList<PostStatus> next = allowedTransitions(status);
    const bool tooLong = isTooLong();
    for (const PostStatus step : next) {
        m_status->addItem(statusName(step), int(step));
        QString obstacle;
        if (tooLong && (step == PostStatus::Approved || step == PostStatus::Scheduled))
            obstacle = tr("Too long for a channel");
        else if (step == PostStatus::Scheduled && !hasTime)
            obstacle = tr("Needs a day and a time");
        if (obstacle.isEmpty())
            continue;
        auto *model = qobject_cast<QStandardItemModel *>(m_status->model());
        QStandardItem *item = model->item(m_status->count() - 1);
        item->setEnabled(false);
        item->setText(tr("%1 (%2)", "a step, and why it cannot be taken")
                          .arg(statusName(step), obstacle.toLower()));
        item->setToolTip(obstacle);
    }
}

bool Composer::isTooLong()
{
    const Variant *shown = currentVariant();
    return shown ? m_tooLong.contains(shown->id) : !m_tooLong.isEmpty();
}

QString Composer::lockText(const QList<PostStatus> &statuses)
{
    const std::optional<QDate> day = m_session.value().post.day;
    if (statuses.contains(PostStatus::Scheduled) && day && *day < m_today)
        return tr("Missed: it was due on %1. Post it and say so, or choose another day.")
            .arg(Formatting::dayMonth(*day));
    if (statuses.size() == 1)
        return tr("%1: the words are locked.").arg(statusName(statuses.first()));
    return tr("Approved on some channels: the words are locked.");
}

void Composer::showVariant()
{
    const QScopedValueRollback showing(m_showing, true);
    const PostWithVariants &value = m_session.value();
    const Variant *shown = currentVariant();
    const bool own = shown && shown->detached;
    m_channelRow->setVisible(shown != nullptr);
    m_own->setChecked(own);
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
    m_check.stop();
    showChecks();
}

void Composer::showChecks()
{
    const PostWithVariants &value = m_session.value();
    const QString text = m_text->toPlainText();
    const QList<Channel> channels = shownChannels();
    const CopyCheck check = checkCopy(text, channels, m_sources.networks);
    m_checks->setCheck(check, text);
    m_text->markFrom(check.overAt);
    m_preview->setVisible(!channels.isEmpty());
    if (!channels.isEmpty()) {
        const Channel &first = channels.first();
        const CopyCheck own = checkCopy(text, {first}, m_sources.networks);
        QStringList when;
        if (value.post.day)
            when.append(Formatting::dayMonth(*value.post.day));
        if (value.post.time)
            when.append(Formatting::time(*value.post.time));
        m_preview->setPreview(first, m_sources.networks.signOf(first.network),
            m_sources.networks.nameOf(first.network), when.join(u' '), text, own.overAt);
    }
    showTooLongTabs();
}

void Composer::showTooLongTabs()
{
    const PostWithVariants &value = m_session.value();
    QSet<VariantId> found;
    for (const Variant &variant : value.variants) {
        const Channel *channel = channelOf(variant);
        const bool tooLong = channel
            && checkCopy(effectiveText(value.post, variant), {*channel}, m_sources.networks).overAt
                >= 0;
        m_tabs->setTooLong(variant.id, tooLong);
        if (tooLong)
            found.insert(variant.id);
    }
    if (found == m_tooLong)
        return;
    m_tooLong = found;
    showStatus(); // what is too long cannot be approved
}
