// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/copyeditor.h"
#include "ui_common/icons.h"
#include "ui_common/plaintext.h"
#include "ui_common/theme.h"
#include "ui_timeline/composer.h"
#include "ui_timeline/copychecklist.h"
#include "ui_timeline/evergreenrow.h"
#include "ui_timeline/mediastrip.h"
#include "ui_timeline/networkpreview.h"
#include "ui_timeline/postdetails.h"
#include "ui_timeline/postingrow.h"
#include "ui_timeline/reviewpane.h"
#include "ui_timeline/seriesrow.h"
#include "ui_timeline/snippetpanel.h"
#include "ui_timeline/varianttabs.h"
#include "ui_timeline/whenedit.h"
#include "ui_timeline/wordtools.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

// What the composer is made of.

namespace {
QToolButton *iconButton(
    const QString &name, const QString &text, const QString &icon, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(Icons::named(icon));
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setAutoRaise(true);
    return button;
}

QWidget *row(QWidget *parent, std::initializer_list<QWidget *> widgets, int stretchAt)
{
    auto *host = new QWidget(parent);
    auto *layout = new QHBoxLayout(host);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Small);
    int at = 0;
    for (QWidget *widget : widgets)
        layout->addWidget(widget, at++ == stretchAt ? 1 : 0);
    return host;
}
} // namespace

void Composer::build()
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *nothing =
        quietLabel(tr("Select a post to edit it, or press N on a day for a new one."), this);
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setMargin(Metrics::Wide);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(nothing);
    m_stack->addWidget(scroll);
    m_page = new QWidget(scroll);
    scroll->setWidget(m_page);
    m_page->setBackgroundRole(QPalette::Base);
    m_page->setAutoFillBackground(true);

    m_title = new QLineEdit(m_page);
    m_title->setObjectName(u"title"_s);
    m_title->setAccessibleName(tr("Title"));
    m_title->setPlaceholderText(tr("Title, for the team alone"));
    m_title->setFont(headingFont(font()));
    m_title->setFrame(false);
    auto *duplicate = iconButton(u"duplicate"_s, tr("Duplicate this post"), u"edit-copy"_s, m_page);
    auto *remove = iconButton(u"delete"_s, tr("Delete this post"), u"edit-delete"_s, m_page);
    connect(duplicate, &QToolButton::clicked, this, [this] { emit duplicateRequested(m_post); });
    connect(remove, &QToolButton::clicked, this, [this] { emit deleteRequested(m_post); });

    m_when = new WhenEdit(m_page);
    m_status = new QComboBox(m_page);
    m_status->setObjectName(u"status"_s);
    m_status->setAccessibleName(tr("Status"));
    m_campaign = new QComboBox(m_page);
    m_campaign->setObjectName(u"campaign"_s);
    m_campaign->setAccessibleName(tr("Campaign"));
    m_campaign->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_campaign->setMinimumContentsLength(8);

    m_series = new SeriesRow(m_page);
    m_evergreen = new EvergreenRow(m_page);
    m_tabs = new VariantTabs(m_page);
    m_own = new QCheckBox(tr("Own words"), m_page);
    m_own->setObjectName(u"ownText"_s);
    m_own->setToolTip(tr("Other words for this channel than for all"));
    m_ownTime = new QCheckBox(tr("Own time"), m_page);
    m_ownTime->setObjectName(u"ownTime"_s);
    m_ownTime->setToolTip(tr("Another day or time for this channel than for all"));
    m_variantWhen = new WhenEdit(m_page);
    m_variantWhen->setObjectName(u"variantWhen"_s);
    m_remove = iconButton(u"removeChannel"_s, tr("Remove this channel"), u"list-remove"_s, m_page);
    m_channelRow = row(m_page, {m_own, m_ownTime, m_remove}, 1);
    m_lockText = quietLabel({}, m_page);
    m_unlock = new QPushButton(tr("Edit again"), m_page);
    m_unlock->setObjectName(u"unlock"_s);
    m_lock = row(m_page, {m_lockText, m_unlock}, 0);

    buildWords();
    m_titleRow = row(m_page, {m_title, duplicate, remove}, 0);
    layOut();
}

void Composer::buildWords()
{
    m_text = new CopyEditor(m_page);
    m_text->setObjectName(u"text"_s);
    m_text->setAccessibleName(tr("Text"));
    m_tools = new WordTools(m_page);
    m_snippetPanel = new SnippetPanel(m_page);
    m_snippetPanel->hide();
    m_checks = new CopyCheckList(m_page);
    m_media = new MediaStrip(m_page);
    m_commentChecks = new CopyCheckList(m_page);
    m_firstComment = new QPlainTextEdit(m_page);
    m_firstComment->setObjectName(u"firstComment"_s);
    m_firstComment->setAccessibleName(tr("First comment"));
    m_firstComment->setPlaceholderText(tr("First comment, by ourselves below the post"));
    m_posting = new PostingRow(m_page);
    m_preview = new NetworkPreview(m_page);
    m_details = new PostDetails(m_page);
    m_notes = new QPlainTextEdit(m_page);
    m_notes->setObjectName(u"notes"_s);
    m_notes->setAccessibleName(tr("Notes"));
    m_notes->setPlaceholderText(tr("Notes for the team"));
    m_review = new ReviewPane(m_page);
    for (QPlainTextEdit *field : {m_firstComment, m_notes}) {
        field->setTabChangesFocus(true);
        field->setFixedHeight(fontMetrics().lineSpacing() * 2 + Metrics::Large);
    }
}

void Composer::layOut()
{
    auto *layout = new QVBoxLayout(m_page);
    layout->setContentsMargins(Metrics::Large, Metrics::Medium, Metrics::Large, Metrics::Large);
    layout->setSpacing(Metrics::Small);
    layout->addWidget(m_titleRow);
    layout->addWidget(m_when);
    layout->addWidget(m_series);
    layout->addWidget(m_evergreen);
    layout->addWidget(row(m_page, {m_status, m_campaign}, 1));
    layout->addSpacing(Metrics::Tiny);
    layout->addWidget(m_tabs);
    layout->addWidget(m_channelRow);
    layout->addWidget(m_variantWhen);
    layout->addWidget(m_lock);
    layout->addWidget(m_text);
    layout->addWidget(m_tools);
    layout->addWidget(m_snippetPanel);
    layout->addWidget(m_checks);
    layout->addWidget(m_media);
    layout->addWidget(m_firstComment);
    layout->addWidget(m_commentChecks);
    layout->addWidget(m_posting);
    layout->addWidget(m_preview);
    layout->addSpacing(Metrics::Tiny);
    layout->addWidget(m_details);
    layout->addWidget(m_notes);
    layout->addSpacing(Metrics::Tiny);
    layout->addWidget(m_review);
    layout->addStretch();
}

void Composer::connectParts()
{
    connect(m_title, &QLineEdit::textEdited, this, [this](const QString &title) {
        change(Field::Title, [&title](PostWithVariants &post) { post.post.title = title; });
    });
    connect(m_title, &QLineEdit::editingFinished, this, &Composer::flush);
    connectTime();
    connectDetails();
    connectPosting();
    connectTools();
    connectReview();
    connectMedia();
    connect(m_status, &QComboBox::activated, this, &Composer::onStatusChosen);
    connect(m_campaign, &QComboBox::activated, this, [this](int index) {
        if (index == m_campaign->count() - 1) {
            showAll(); // the post's campaign again
            emit manageCampaignsRequested();
            return;
        }
        const CampaignId campaign(m_campaign->itemData(index).toLongLong());
        change(Field::Other, [campaign](PostWithVariants &post) { post.post.campaign = campaign; });
    });
    connect(m_tabs, &VariantTabs::currentChanged, this, [this] {
        flush();
        showTime();
        showStatus();
        showVariant();
    });
    connect(m_tabs, &VariantTabs::channelAdded, this, &Composer::addChannel);
    connect(m_tabs, &VariantTabs::newChannelRequested, this, &Composer::newChannelRequested);
    connect(m_remove, &QToolButton::clicked, this, &Composer::removeChannel);
    connect(m_unlock, &QPushButton::clicked, this, &Composer::unlock);
    connect(m_own, &QCheckBox::toggled, this, [this](bool own) {
        const VariantId shown = m_tabs->current();
        change(Field::Other, [own, shown](PostWithVariants &post) {
            for (Variant &variant : post.variants) {
                if (variant.id != shown)
                    continue;
                variant.detached = own;
                if (own && variant.text.isEmpty())
                    variant.text = post.post.text;
            }
        });
        showVariant();
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, &Composer::onTextTyped);
    connect(m_checks, &CopyCheckList::placeRequested, m_text, &CopyEditor::goTo);
    connect(m_notes, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_showing)
            change(Field::Notes,
                [this](PostWithVariants &post) { post.post.notes = plainWords(*m_notes); });
    });
}
