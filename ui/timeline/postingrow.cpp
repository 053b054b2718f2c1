// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/postingrow.h"

#include "ui_common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

PostingRow::PostingRow(QWidget *parent)
    : QWidget(parent)
    , m_copy(new QPushButton(tr("Copy for posting"), this))
    , m_comment(new QPushButton(tr("Copy the first comment"), this))
    , m_why(quietLabel({}, this))
    , m_asks(new QWidget(this))
    , m_link(new QLineEdit(m_asks))
    , m_posted(new QPushButton(tr("It is posted"), m_asks))
    , m_outcome(quietLabel({}, this))
{
    m_copy->setObjectName(u"copyForPosting"_s);
    m_copy->setToolTip(
        tr("Puts words and pictures on the clipboard, to be pasted where they are posted"));
    m_comment->setObjectName(u"copyComment"_s);
    m_comment->setToolTip(tr("Puts the first comment on the clipboard"));
    m_why->setObjectName(u"whyNotCopied"_s);
    m_link->setObjectName(u"postedLink"_s);
    m_link->setAccessibleName(tr("Link of what was posted"));
    m_link->setPlaceholderText(tr("Link of what was posted, if you have it"));
    m_posted->setObjectName(u"markPosted"_s);
    m_outcome->setOpenExternalLinks(true);
    m_outcome->setTextInteractionFlags(Qt::TextBrowserInteraction);
    auto *asks = new QHBoxLayout(m_asks);
    asks->setContentsMargins(0, 0, 0, 0);
    asks->setSpacing(Metrics::Small);
    asks->addWidget(m_link, 1);
    asks->addWidget(m_posted);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    auto *copies = new QHBoxLayout;
    copies->setSpacing(Metrics::Small);
    copies->addWidget(m_copy);
    copies->addWidget(m_comment);
    copies->addStretch();
    layout->addLayout(copies);
    layout->addWidget(m_why);
    layout->addWidget(m_asks);
    layout->addWidget(m_outcome);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        const int part = m_next;
        m_next = (part + 1) % m_parts;
        m_copied = m_copied || m_next == 0;
        refresh();
        if (m_next == 0)
            m_link->setFocus(Qt::OtherFocusReason);
        emit copyRequested(part);
    });
    connect(m_comment, &QPushButton::clicked, this, &PostingRow::commentCopyRequested);
    const auto posted = [this] { emit postedRequested(m_link->text().trimmed()); };
    connect(m_posted, &QPushButton::clicked, this, posted);
    connect(m_link, &QLineEdit::returnPressed, this, posted);
    refresh();
}

void PostingRow::setVariant(const Variant *variant, int parts, const QString &obstacle)
{
    const VariantId id = variant ? variant->id : VariantId();
    if (id != m_variant) {
        m_variant = id;
        m_copied = false;
        m_next = 0;
        m_link->clear();
    }
    m_parts = std::max(1, parts);
    if (m_next >= m_parts)
        m_next = 0;
    m_obstacle = obstacle;
    m_hasComment = variant && !variant->firstComment.trimmed().isEmpty();
    m_status = variant ? variant->status : PostStatus::Idea;
    m_address = variant ? variant->link : QString();
    refresh();
}

void PostingRow::refresh()
{
    const bool canPost = m_status == PostStatus::Approved || m_status == PostStatus::Scheduled;
    m_copy->setVisible(canPost);
    m_copy->setEnabled(m_obstacle.isEmpty());
    m_copy->setText(m_parts == 1 ? tr("Copy for posting")
                                 : tr("Copy post %1 of %2").arg(m_next + 1).arg(m_parts));
    m_comment->setVisible(canPost && m_hasComment);
    m_comment->setEnabled(m_obstacle.isEmpty());
    m_why->setVisible(canPost && !m_obstacle.isEmpty());
    m_why->setText(tr("Not to be copied yet: %1.").arg(m_obstacle));
    m_asks->setVisible(canPost && m_copied);
    const bool isOut = m_status == PostStatus::Posted;
    m_outcome->setVisible(isOut && !m_address.isEmpty());
    if (isOut) {
        const QUrl url = QUrl::fromUserInput(m_address);
        const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
        m_outcome->setText(isWeb ? u"<a href=\"%1\">%2</a>"_s.arg(
                               QString::fromUtf8(url.toEncoded()), m_address.toHtmlEscaped())
                                 : m_address.toHtmlEscaped());
    }
    setVisible(canPost || (isOut && !m_address.isEmpty()));
}
