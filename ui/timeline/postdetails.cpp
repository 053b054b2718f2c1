// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/postdetails.h"

#include "domain/postedits.h"
#include "domain/trackedlink.h"
#include "ui_common/plaintext.h"
#include "ui_common/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QWidgetAction>

#include <algorithm>

using namespace Qt::StringLiterals;

PostDetails::PostDetails(QWidget *parent)
    : QWidget(parent)
    , m_pillar(new QComboBox(this))
    , m_labels(new QPushButton(this))
    , m_menu(new QMenu(m_labels))
    , m_link(new QLineEdit(this))
    , m_tracks(new QCheckBox(tr("Track visits"), this))
    , m_campaignWord(new QLineEdit(this))
    , m_tracked(quietLabel({}, this))
{
    m_pillar->setObjectName(u"pillar"_s);
    m_pillar->setAccessibleName(tr("Pillar"));
    m_pillar->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_pillar->setMinimumContentsLength(8);
    m_labels->setObjectName(u"labels"_s);
    m_labels->setAccessibleName(tr("Labels"));
    m_labels->setMenu(m_menu);
    makeLink();
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::Small);
    row->addWidget(m_pillar, 1);
    row->addWidget(m_labels, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Small);
    layout->addLayout(row);
    auto *link = new QHBoxLayout;
    link->setSpacing(Metrics::Small);
    link->addWidget(m_link, 1);
    link->addWidget(m_tracks);
    layout->addLayout(link);
    layout->addWidget(m_campaignWord);
    layout->addWidget(m_tracked);
    connect(m_pillar, &QComboBox::activated, this, [this](int index) {
        const PillarId pillar(m_pillar->itemData(index).toLongLong());
        if (index < m_pillar->count() - 1) {
            m_chosen = pillar;
            emit pillarChosen(pillar);
        } else {
            m_pillar->setCurrentIndex(std::max(0, m_pillar->findData(m_chosen.value())));
            emit managePillarsRequested();
        }
    });
    connect(m_menu, &QMenu::aboutToShow, this, &PostDetails::fillLabels);
}

void PostDetails::makeLink()
{
    m_link->setObjectName(u"postLink"_s);
    m_link->setAccessibleName(tr("Link"));
    m_link->setPlaceholderText(tr("Link, where the post leads"));
    m_tracks->setObjectName(u"tracksLink"_s);
    m_tracks->setToolTip(tr("The link tells channel and campaign to whoever counts its visits"));
    m_campaignWord->setObjectName(u"campaignWord"_s);
    m_campaignWord->setAccessibleName(tr("Campaign in links"));
    m_campaignWord->setToolTip(
        tr("What tracked links of this campaign say as utm_campaign, on every post"));
    m_tracked->setObjectName(u"trackedLink"_s);
    m_tracked->setTextFormat(Qt::PlainText);
    m_tracked->setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(m_link, &QLineEdit::textEdited, this, &PostDetails::linkTyped);
    connect(m_tracks, &QCheckBox::toggled, this, &PostDetails::tracksToggled);
    connect(m_campaignWord, &QLineEdit::editingFinished, this, [this] {
        const auto campaign = std::ranges::find(m_sources.campaigns, m_campaign, &Campaign::id);
        const QString word = m_campaignWord->text().simplified();
        if (campaign != m_sources.campaigns.end() && campaign->utmCampaign != word)
            emit campaignWordGiven(m_campaign, word);
    });
}

void PostDetails::showCampaignWord()
{
    const auto campaign = std::ranges::find(m_sources.campaigns, m_campaign, &Campaign::id);
    const bool has = campaign != m_sources.campaigns.end() && m_tracks->isChecked();
    m_campaignWord->setVisible(has);
    if (!has || m_campaignWord->hasFocus())
        return;
    m_campaignWord->setText(campaign->utmCampaign);
    m_campaignWord->setPlaceholderText(
        tr("%1, the campaign in links").arg(linkWord(campaign->name)));
}

void PostDetails::setTrackedLink(const QString &link)
{
    // A line may break wherever an address has a sign.
    QString shown = link;
    for (const QChar sign : {u'/', u'?', u'&', u'='})
        shown.replace(sign, QString(sign) + QChar(0x200B));
    m_tracked->setText(shown);
    m_tracked->setAccessibleName(tr("Link as it goes out: %1").arg(link));
    m_tracked->setToolTip(plainTip(link));
    m_tracked->setVisible(!link.isEmpty());
}

void PostDetails::setSources(const TileSources &sources)
{
    m_sources.pillars = sources.pillars;
    m_sources.labels = sources.labels;
    m_sources.campaigns = sources.campaigns;
    const QSignalBlocker blocker(m_pillar);
    m_pillar->clear();
    m_pillar->addItem(tr("No pillar"), qint64(0));
    for (const Pillar &pillar : sources.pillars) {
        QPixmap swatch(Metrics::Medium, Metrics::Medium);
        swatch.fill(campaignColour(pillar.colour, palette()));
        m_pillar->addItem(swatch, pillar.name, pillar.id.value());
    }
    m_pillar->addItem(tr("Manage pillars…"));
    m_pillar->setCurrentIndex(std::max(0, m_pillar->findData(m_chosen.value())));
}

void PostDetails::setPost(const PostWithVariants &post)
{
    m_chosen = post.post.pillar;
    m_pillar->setCurrentIndex(std::max(0, m_pillar->findData(m_chosen.value())));
    m_on.clear();
    QStringList names;
    for (const PostLabel &label : post.labels) {
        m_on << label.label;
        const auto found = std::ranges::find(m_sources.labels, label.label, &Label::id);
        if (found != m_sources.labels.end())
            names << found->name;
    }
    names.sort();
    const QString text = names.isEmpty() ? tr("No labels") : names.join(tr(", ", "between names"));
    m_labels->setText(
        m_labels->fontMetrics().elidedText(text, Qt::ElideRight, Metrics::Wide * 8)); // half a row
    m_labels->setToolTip(names.isEmpty() ? tr("Labels") : plainTip(text));
    if (m_link->text() != post.post.link)
        m_link->setText(post.post.link);
    m_campaign = post.post.campaign;
    {
        const QSignalBlocker quiet(m_tracks);
        m_tracks->setChecked(post.post.tracksLink);
    }
    const bool isLocked = PostEdits::isLinkLocked(post);
    m_link->setReadOnly(isLocked);
    m_link->setClearButtonEnabled(!isLocked);
    m_link->setToolTip(isLocked ? tr("Words that are approved hold this link") : QString());
    m_tracks->setEnabled(!isLocked && (!post.post.link.isEmpty() || post.post.tracksLink));
    showCampaignWord();
}

void PostDetails::fillLabels()
{
    m_menu->clear();
    for (const Label &label : std::as_const(m_sources.labels)) {
        QAction *action = m_menu->addAction(QString(label.name).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(m_on.contains(label.id));
        connect(action, &QAction::triggered, this,
            [this, id = label.id](bool on) { emit labelToggled(id, on); });
    }
    if (!m_sources.labels.isEmpty())
        m_menu->addSeparator();
    auto *field = new QLineEdit(m_menu);
    field->setObjectName(u"newLabel"_s);
    field->setAccessibleName(tr("New label"));
    field->setPlaceholderText(tr("New label"));
    connect(field, &QLineEdit::returnPressed, this, [this, field] {
        const QString name = field->text().simplified();
        m_menu->close();
        if (!name.isEmpty())
            emit newLabelRequested(name);
    });
    auto *action = new QWidgetAction(m_menu);
    action->setDefaultWidget(field);
    m_menu->addAction(action);
    connect(m_menu->addAction(tr("Manage labels…")), &QAction::triggered, this,
        &PostDetails::manageLabelsRequested);
}
