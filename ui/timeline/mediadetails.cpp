// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/mediadetails.h"

#include "ui_common/elidedlabel.h"
#include "ui_common/formatting.h"
#include "ui_common/icons.h"
#include "ui_common/plaintext.h"
#include "ui_common/silentparts.h"
#include "ui_common/theme.h"
#include "ui_timeline/rowlist.h"

#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int PictureHeight = 200; // pixels
} // namespace

MediaDetails::MediaDetails(QWidget *parent)
    : QWidget(parent)
    , m_parts(new QWidget(this))
    , m_nothing(quietLabel(tr("Choose a picture to see where it is used."), this))
    , m_picture(new QLabel(m_parts))
    , m_name(new QLineEdit(m_parts))
    , m_facts(quietLabel({}, m_parts))
    , m_place(new ElidedLabel({}, m_parts))
    , m_rights(new QPlainTextEdit(m_parts))
    , m_usesTitle(headingLabel({}, m_parts))
    , m_posts(new RowList(m_parts))
    , m_remove(new QPushButton(tr("Remove from the media…"), m_parts))
{
    setObjectName(u"mediaDetails"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_rest.setSingleShot(true);
    m_rest.setInterval(Metrics::TypingRest);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_picture->setObjectName(u"mediaPicture"_s);
    m_picture->setFixedHeight(PictureHeight);
    m_picture->setAlignment(Qt::AlignCenter);
    m_name->setObjectName(u"mediaName"_s);
    m_name->setAccessibleName(tr("Name"));
    m_place->setElideMode(Qt::ElideMiddle);
    makeQuiet(m_place);
    m_rights->setObjectName(u"mediaRights"_s);
    m_rights->setAccessibleName(tr("Rights"));
    m_rights->setPlaceholderText(tr("Who made it, who may use it for what, until when"));
    m_rights->setTabChangesFocus(true);
    m_rights->setFixedHeight(fontMetrics().lineSpacing() * 3 + Metrics::Large);
    m_remove->setObjectName(u"removeFromMedia"_s);
    auto *layout = new QVBoxLayout(m_parts);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Small);
    layout->addWidget(m_picture);
    layout->addWidget(fieldLabel(tr("&Name"), m_name, m_parts));
    layout->addWidget(m_name);
    layout->addWidget(m_facts);
    layout->addWidget(m_place);
    layout->addWidget(fieldLabel(tr("Ri&ghts"), m_rights, m_parts));
    layout->addWidget(m_rights);
    layout->addSpacing(Metrics::Small);
    layout->addWidget(m_usesTitle);
    layout->addWidget(m_posts);
    layout->addStretch();
    layout->addWidget(m_remove, 0, Qt::AlignLeft);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(Metrics::Large, Metrics::Medium, Metrics::Large, Metrics::Large);
    outer->addWidget(m_nothing, 1);
    outer->addWidget(m_parts, 1);
    connect(&m_rest, &QTimer::timeout, this, &MediaDetails::flush);
    connect(m_rights, &QPlainTextEdit::textChanged, this, [this] { m_rest.start(); });
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        if (!m_media.id.isNull() && m_name->text().trimmed() != m_media.name)
            emit renamed(m_media.id, m_name->text());
    });
    connect(m_remove, &QPushButton::clicked, this, &MediaDetails::removeRequested);
    setMedia(nullptr, 0);
}

MediaDetails::~MediaDetails()
{
    silenceParts(this);
}

void MediaDetails::setLook(const MediaLook &look)
{
    m_look = look;
}

void MediaDetails::setMedia(const Media *media, int count)
{
    const bool isOther = !media || media->id != m_media.id;
    if (isOther)
        flush();
    m_media = media ? *media : Media();
    m_parts->setVisible(media != nullptr);
    m_nothing->setVisible(media == nullptr);
    m_remove->setText(
        count > 1 ? tr("Remove %n from the media…", nullptr, count) : tr("Remove from the media…"));
    if (!media)
        return;
    if (isOther) {
        m_image = m_look.thumbnail(media->id);
        setPosts({});
    }
    if (!m_name->hasFocus() || isOther)
        m_name->setText(media->name);
    m_facts->setText(mediaFacts(*media));
    const bool isMissing = m_look.isMissing(media->id);
    m_place->setVisible(!media->place.isEmpty());
    m_place->setText(isMissing ? tr("Not there: %1").arg(media->place) : media->place);
    if (isOther || (!m_rest.isActive() && plainWords(*m_rights) != media->rights)) {
        const QSignalBlocker blocker(m_rights);
        m_rights->setPlainText(media->rights);
    }
    showPicture();
}

void MediaDetails::setPicture(const QImage &picture)
{
    m_image = picture;
    showPicture();
}

void MediaDetails::showPicture()
{
    const qreal ratio = devicePixelRatioF();
    const QSize room(std::max(1, width() - 2 * Metrics::Large), PictureHeight);
    if (m_image.isNull()) {
        QPixmap sign(QSize(PictureHeight, PictureHeight) * ratio);
        sign.setDevicePixelRatio(ratio);
        sign.fill(Qt::transparent);
        QPainter painter(&sign);
        MediaPainter::placeholder(painter, QRect(0, 0, PictureHeight, PictureHeight), &m_media,
            m_look.isMissing(m_media.id), palette());
        painter.end();
        m_picture->setPixmap(sign);
        return;
    }
    QPixmap shown = QPixmap::fromImage(
        m_image.scaled(room * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    shown.setDevicePixelRatio(ratio);
    m_picture->setPixmap(shown);
    m_picture->setAccessibleName(m_media.name);
}

void MediaDetails::setPosts(const QList<MediaPost> &posts)
{
    m_posts->clearRows();
    m_usesTitle->setText(
        posts.isEmpty() ? tr("On no post") : tr("On %n post(s)", nullptr, int(posts.size())));
    for (const MediaPost &post : posts) {
        auto *button = new QToolButton(m_posts);
        const QString day =
            post.day ? Formatting::date(*post.day, locale()) : tr("idea", "a post without a day");
        //: A post that shows a picture: its day and its first words.
        const QString text = tr("%1 · %2").arg(day, post.name);
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(tr("Go to this post"));
        button->setAutoRaise(true);
        button->setIcon(Icons::named(u"go-next"_s));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(button, &QToolButton::clicked, this,
            [this, post] { emit postRequested(post.post, post.day); });
        m_posts->addRow(button);
    }
}

void MediaDetails::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    flush();
}

void MediaDetails::flush()
{
    m_rest.stop();
    if (!m_media.id.isNull() && plainWords(*m_rights) != m_media.rights)
        emit rightsNoted(m_media.id, plainWords(*m_rights));
}

void MediaDetails::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!m_media.id.isNull())
        showPicture();
}
