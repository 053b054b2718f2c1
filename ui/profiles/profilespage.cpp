// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_profiles/profilespage.h"

#include "ui_common/emptystate.h"
#include "ui_common/errorstate.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_profiles/channelform.h"
#include "ui_profiles/surfacedelegate.h"
#include "ui_profiles/surfacelist.h"
#include "ui_profiles/surfacemodel.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

ProfilesPage::ProfilesPage(const NetworkTable &networks, const QTimeZone &zone, QWidget *parent)
    : QWidget(parent)
    , m_model(new SurfaceModel(zone, this))
    , m_form(new ChannelForm(networks, this))
    , m_pages(new QStackedWidget(this))
    , m_blank(new QWidget(m_pages))
    , m_list(new SurfaceList(m_pages))
    , m_noChannels(new EmptyState(
          tr("Here stands what each channel says about the brand: names, bios, links, with every "
             "version of them."),
          tr("Add a channel"), m_pages))
    , m_noMatch(new EmptyState(tr("No profile copy has these words."), {}, m_pages))
    , m_error(new ErrorState(m_pages))
{
    setObjectName(u"profilesPage"_s);
    m_form->hide();
    m_noChannels->setIcon(Icons::named(u"user-identity"_s, u"user"_s));
    m_noChannels->button()->setObjectName(u"addFirstChannel"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SurfaceDelegate(zone, m_list));
    for (QWidget *page :
        {m_blank, static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_noChannels),
            static_cast<QWidget *>(m_noMatch), static_cast<QWidget *>(m_error)})
        m_pages->addWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_form);
    layout->addWidget(m_pages, 1);
    setFocusProxy(m_list);
    connect(m_noChannels, &EmptyState::triggered, this, &ProfilesPage::addChannelRequested);
    connect(m_error, &ErrorState::retryRequested, this, &ProfilesPage::retryRequested);
}

void ProfilesPage::setShown(Shown shown)
{
    switch (shown) {
    case Shown::Loading:
        m_pages->setCurrentWidget(m_blank);
        return;
    case Shown::Surfaces:
        m_pages->setCurrentWidget(m_list);
        return;
    case Shown::NoChannels:
        m_pages->setCurrentWidget(m_noChannels);
        return;
    case Shown::NoMatch:
        m_pages->setCurrentWidget(m_noMatch);
        return;
    }
    Q_UNREACHABLE();
}

void ProfilesPage::setError(const Error &error)
{
    m_error->setError(error, tr("Try again"));
    m_pages->setCurrentWidget(m_error);
}
