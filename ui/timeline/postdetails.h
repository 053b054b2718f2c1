// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/tile.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;

/// What a post is about, and where it leads: pillar, labels, link.
class PostDetails : public QWidget
{
    Q_OBJECT
public:
    explicit PostDetails(QWidget *parent = nullptr);

    /// Says nothing.
    void setSources(const TileSources &sources);
    /// Says nothing.
    void setPost(const PostWithVariants &post);
    /// What the link becomes on the channel that is shown; empty where it stays as it is.
    void setTrackedLink(const QString &link);

signals:
    void pillarChosen(PillarId pillar);
    void labelToggled(LabelId label, bool on);
    void newLabelRequested(const QString &name);
    void linkTyped(const QString &link);
    void managePillarsRequested();
    void manageLabelsRequested();
    void tracksToggled(bool on);
    /// How links name \a campaign from now on; empty: as usual.
    void campaignWordGiven(CampaignId campaign, const QString &word);

private:
    void fillLabels();
    void makeLink();
    void showCampaignWord();

    TileSources m_sources;
    QList<LabelId> m_on;
    PillarId m_chosen;
    QComboBox *m_pillar;
    QPushButton *m_labels;
    QMenu *m_menu;
    CampaignId m_campaign; ///< the post's
    QLineEdit *m_link;
    QCheckBox *m_tracks;
    QLineEdit *m_campaignWord;
    QLabel *m_tracked;
};
