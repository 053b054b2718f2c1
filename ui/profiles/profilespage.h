// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/network.h"

#include <QTimeZone>
#include <QWidget>

class ChannelForm;
class EmptyState;
class ErrorState;
class QStackedWidget;
class SurfaceList;
class SurfaceModel;

/// The work of the profiles area: all channels with their surfaces, or what to say where there is none.
class ProfilesPage : public QWidget
{
    Q_OBJECT
public:
    enum class Shown { Loading, Surfaces, NoChannels, NoMatch };

    ProfilesPage(const NetworkTable &networks, const QTimeZone &zone, QWidget *parent = nullptr);

    void setShown(Shown shown);
    /// In place of everything else.
    void setError(const Error &error);
    [[nodiscard]] SurfaceList *list() const { return m_list; }
    [[nodiscard]] SurfaceModel *model() const { return m_model; }
    [[nodiscard]] ChannelForm *form() const { return m_form; }

signals:
    void addChannelRequested();
    void retryRequested();

private:
    SurfaceModel *m_model;
    ChannelForm *m_form;
    QStackedWidget *m_pages;
    QWidget *m_blank;
    SurfaceList *m_list;
    EmptyState *m_noChannels;
    EmptyState *m_noMatch;
    ErrorState *m_error;
};
