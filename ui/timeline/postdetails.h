// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/tile.h"

#include <QWidget>

class QComboBox;
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

signals:
    void pillarChosen(PillarId pillar);
    void labelToggled(LabelId label, bool on);
    void newLabelRequested(const QString &name);
    void linkTyped(const QString &link);
    void managePillarsRequested();
    void manageLabelsRequested();

private:
    void fillLabels();

    TileSources m_sources;
    QList<LabelId> m_on;
    PillarId m_chosen;
    QComboBox *m_pillar;
    QPushButton *m_labels;
    QMenu *m_menu;
    QLineEdit *m_link;
};
