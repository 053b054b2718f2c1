// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/mediastrip.h"

#include "ui_common/icons.h"
#include "ui_common/loadingbar.h"
#include "ui_common/theme.h"
#include "ui_timeline/droptarget.h"
#include "ui_timeline/mediastriplist.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
QToolButton *tool(const QString &name, const QString &text, const QString &icon, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(Icons::named(icon));
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setAutoRaise(true);
    return button;
}

QWidget *line(QWidget *parent, std::initializer_list<QWidget *> widgets)
{
    auto *host = new QWidget(parent);
    auto *layout = new QHBoxLayout(host);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    for (QWidget *widget : widgets)
        layout->addWidget(widget, layout->isEmpty() ? 1 : 0);
    return host;
}
} // namespace

MediaStrip::MediaStrip(QWidget *parent)
    : QWidget(parent)
    , m_list(new MediaStripList(this))
    , m_add(new QToolButton(this))
{
    setObjectName(u"media"_s);
    build();
    connectParts();
    setProgress(-1);
    showCurrent();
}

void MediaStrip::build()
{
    m_add->setObjectName(u"addMedia"_s);
    m_add->setText(tr("Add pictures"));
    m_add->setAccessibleName(tr("Add pictures"));
    m_add->setToolTip(tr("Add pictures or a video. You can also drop or paste them here."));
    m_add->setIcon(Icons::named(u"insert-image"_s));
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setAutoRaise(true);
    m_add->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_add);
    menu->addAction(tr("From &files…"), this, &MediaStrip::filesRequested);
    menu->addAction(tr("From the media &library…"), this, &MediaStrip::libraryRequested);
    menu->addAction(tr("&Paste"), this, &MediaStrip::pasteRequested);
    m_add->setMenu(menu);

    m_altText = new QLineEdit(this);
    m_altText->setObjectName(u"altText"_s);
    m_altText->setAccessibleName(tr("Alternative text"));
    m_altText->setPlaceholderText(tr("Alternative text: what is to be seen"));
    m_altText->setToolTip(tr("Read to those who cannot see the picture"));
    m_crop = tool(u"cropMedium"_s, tr("Crop for this channel"), u"transform-crop"_s, this);
    m_here = tool(u"mediumHereAlone"_s, tr("For this channel alone"), u"view-filter"_s, this);
    m_here->setCheckable(true);
    m_remove = tool(u"removeMedium"_s, tr("Take off the post"), u"list-remove"_s, this);
    m_details = line(this, {m_altText, m_crop, m_here, m_remove});
    m_hint = quietLabel({}, this);
    m_hint->setObjectName(u"mediaHint"_s);
    m_progress = new LoadingBar(this);
    m_cancel = new QPushButton(tr("Cancel"), this);
    m_cancel->setObjectName(u"cancelMedia"_s);
    m_cancel->setAccessibleName(tr("Cancel adding"));
    m_busy = line(this, {m_progress, m_cancel});

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(m_list);
    layout->addWidget(m_details);
    layout->addWidget(m_hint);
    layout->addWidget(m_busy);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
}

void MediaStrip::connectParts()
{
    connect(m_list, &MediaStripList::currentMediumChanged, this, &MediaStrip::showCurrent);
    connect(m_list, &MediaStripList::removeRequested, this, &MediaStrip::removeRequested);
    connect(m_list, &MediaStripList::moveRequested, this, &MediaStrip::moveRequested);
    connect(m_list, &MediaStripList::pasteRequested, this, &MediaStrip::pasteRequested);
    connect(m_list, &MediaStripList::openRequested, this, [this] {
        if (m_altText->isVisible())
            m_altText->setFocus(Qt::OtherFocusReason);
    });
    connect(m_altText, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (!current().isNull())
            emit altTextTyped(current(), text);
    });
    connect(m_altText, &QLineEdit::editingFinished, this, &MediaStrip::altTextFinished);
    connect(m_crop, &QToolButton::clicked, this, [this] { emit cropRequested(current()); });
    connect(m_remove, &QToolButton::clicked, this, [this] { emit removeRequested(current()); });
    connect(m_here, &QToolButton::toggled, this,
        [this](bool alone) { emit showingRequested(current(), alone); });
    connect(m_cancel, &QPushButton::clicked, this, &MediaStrip::cancelRequested);
    for (QWidget *surface : {static_cast<QWidget *>(this), m_list->viewport()}) {
        auto *target = new DropTarget(surface);
        target->takesMediaOnly = true;
        target->mayDropAt = [this](QPoint) { return !m_isLocked; };
        connect(target, &DropTarget::dropped, this,
            [this](const DropContent &content) { emit dropped(content); });
    }
}

void MediaStrip::setLook(const MediaLook &look)
{
    m_look = look;
    m_list->setLook(look);
}

void MediaStrip::setPost(const PostWithVariants &post, VariantId variant, bool isLocked)
{
    m_post = post;
    m_variant = variant;
    m_isLocked = isLocked;
    m_media = mediaOf(post, variant);
    m_list->setLocked(isLocked);
    m_list->setMedia(post, m_media, variant);
    m_list->setVisible(!m_media.isEmpty());
    m_add->setVisible(!isLocked);
    m_hint->setVisible(false);
    showCurrent();
    showHint();
}

void MediaStrip::refreshPictures()
{
    m_list->setMedia(m_post, m_media, m_variant);
    showCurrent();
    showHint();
}

void MediaStrip::setProgress(double done)
{
    m_busy->setVisible(done >= 0);
    m_progress->setLoading(done >= 0);
    constexpr int steps = 1000;
    if (done >= 0)
        m_progress->setProgress(qint64(done * steps), steps);
}

PostMediaId MediaStrip::current() const
{
    return m_list->current();
}

void MediaStrip::setCurrent(PostMediaId medium)
{
    m_list->setCurrent(medium);
}

const PostMedia *MediaStrip::currentMedia() const
{
    const auto found = std::ranges::find(m_media, current(), &PostMedia::id);
    return found == m_media.end() ? nullptr : &*found;
}

void MediaStrip::showCurrent()
{
    const PostMedia *chosen = currentMedia();
    const Media *medium = chosen ? m_look.find(chosen->media) : nullptr;
    const bool isPicture = medium && medium->kind == MediaKind::Picture;
    m_details->setVisible(chosen != nullptr);
    m_altText->setVisible(isPicture);
    m_altText->setReadOnly(m_isLocked);
    const QString text = chosen ? chosen->altText : QString();
    if (m_altText->text() != text) {
        m_altText->setText(text);
        m_altText->setCursorPosition(0); // its beginning says most
    }
    const bool hasVariant = !m_variant.isNull();
    m_crop->setVisible(isPicture && hasVariant && medium->width > 0);
    m_crop->setEnabled(!m_isLocked);
    m_here->setVisible(hasVariant && m_post.variants.size() > 1);
    m_here->setEnabled(!m_isLocked);
    {
        const QSignalBlocker quiet(m_here);
        m_here->setChecked(chosen && !chosen->variant.isNull());
    }
    m_remove->setEnabled(!m_isLocked);
}

void MediaStrip::showHint()
{
    QStringList hints;
    int missing = 0;
    int undescribed = 0;
    for (const PostMedia &one : std::as_const(m_media)) {
        const Media *medium = m_look.find(one.media);
        if (m_look.isMissing(one.media))
            ++missing;
        else if (medium && medium->kind == MediaKind::Picture && one.altText.trimmed().isEmpty())
            ++undescribed;
    }
    if (missing > 0)
        hints << tr("%n file(s) are not where they were. Put them back, or add them from where "
                    "they are now.",
            nullptr, missing);
    if (undescribed > 0 && !m_isLocked)
        hints << tr("%n picture(s) have no alternative text for those who cannot see them.",
            nullptr, undescribed);
    m_hint->setText(hints.join(u'\n'));
    m_hint->setVisible(!hints.isEmpty());
}
