// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/postingrow.h"

#include "ui_common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

PostingRow::PostingRow(QWidget *parent)
    : QWidget(parent)
    , m_copy(new QPushButton(tr("Copy for posting"), this))
    , m_asks(new QWidget(this))
    , m_link(new QLineEdit(m_asks))
    , m_posted(new QPushButton(tr("It is posted"), m_asks))
    , m_outcome(quietLabel({}, this))
{
    m_copy->setObjectName(u"copyForPosting"_s);
    m_copy->setToolTip(tr("Puts words and pictures on the clipboard, to be pasted where they are posted"));
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
    layout->addWidget(m_copy, 0, Qt::AlignLeft);
    layout->addWidget(m_asks);
    layout->addWidget(m_outcome);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        m_copied = true;
        refresh();
        m_link->setFocus(Qt::OtherFocusReason);
        emit copyRequested();
    });
    const auto posted = [this] { emit postedRequested(m_link->text().trimmed()); };
    connect(m_posted, &QPushButton::clicked, this, posted);
    connect(m_link, &QLineEdit::returnPressed, this, posted);
    refresh();
}

void PostingRow::setVariant(const Variant *variant)
{
    const VariantId id = variant ? variant->id : VariantId();
    if (id != m_variant) {
        m_variant = id;
        m_copied = false;
        m_link->clear();
    }
    m_status = variant ? variant->status : PostStatus::Idea;
    m_address = variant ? variant->link : QString();
    refresh();
}

void PostingRow::refresh()
{
    const bool canPost = m_status == PostStatus::Approved || m_status == PostStatus::Scheduled;
    m_copy->setVisible(canPost);
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
