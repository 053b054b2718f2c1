// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/duepost.h"
#include "ui_timeline/tilemodel.h"

#include <QWidget>

class QLabel;
class TileList;

/// What was to be posted by now, a tile a post: above the ideas, hidden while there is nothing. A click opens the post.
class DueList : public QWidget
{
    Q_OBJECT
public:
    explicit DueList(QWidget *parent = nullptr);

    void setDue(
        const QList<DuePost> &due, const TileSources &sources, const QTimeZone &zone, QDate today);

signals:
    void openRequested(PostId post);

private:
    TileModel *m_model;
    QLabel *m_heading;
    TileList *m_list;
};
