// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_profiles/profilesarea.h"

#include "base/text.h"
#include "session/channelservice.h"
#include "session/plansets.h"
#include "session/profilestore.h"
#include "session/setupkeep.h"
#include "session/workspace.h"
#include "ui_common/icons.h"
#include "ui_common/question.h"
#include "ui_profiles/channelform.h"
#include "ui_profiles/copywords.h"
#include "ui_profiles/profilesactions.h"
#include "ui_profiles/profilespage.h"
#include "ui_profiles/surfacelist.h"
#include "ui_profiles/surfacemodel.h"
#include "ui_profiles/versionpane.h"

#include <QAction>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// What goes with a channel.
QString farewellWords(const SetUpkeep::Use &use)
{
    QStringList sentences;
    if (use.posts > 0)
        sentences << ProfilesArea::tr(
            "%Ln post(s) lose what is written and planned for it.", nullptr, use.posts);
    if (use.posted > 0)
        sentences << ProfilesArea::tr("Posted there already: %L1.").arg(use.posted);
    if (use.profileCopies > 0)
        sentences << ProfilesArea::tr(
            "%Ln profile text(s) go with it.", nullptr, use.profileCopies);
    sentences << ProfilesArea::tr("Undo brings all of it back.");
    return sentences.join(u' ');
}
} // namespace

ProfilesArea::ProfilesArea(Workspace &workspace)
    : m_workspace(workspace)
    , m_networks(builtInNetworks().value_or(NetworkTable {}))
    , m_actions(new ProfilesActions(this))
    , m_page(new ProfilesPage(m_networks, workspace.zone()))
    , m_pane(new VersionPane(m_networks, workspace.zone()))
    , m_addButton(new QToolButton)
{
    m_addButton->setDefaultAction(m_actions->addChannel);
    m_addButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_addButton->setAutoRaise(true);
    const QList<QAction *> keys {m_actions->newDraft, m_actions->renameChannel};
    m_page->addActions(keys);
    m_pane->addActions(keys);
    connectPage();
    connectPane();
    connectActions();
    connect(&m_workspace.plan(), &PlanSets::changed, this, &ProfilesArea::refresh);
    connect(&m_workspace.profiles(), &ProfileStore::changed, this, &ProfilesArea::refresh);
    m_workspace.profiles().load();
    refresh();
}

ProfilesArea::~ProfilesArea()
{
    // Without a window nobody owns them.
    for (QWidget *part : {static_cast<QWidget *>(m_page), static_cast<QWidget *>(m_pane),
             static_cast<QWidget *>(m_addButton)}) {
        if (part && !part->parent())
            delete part;
    }
}

QString ProfilesArea::id() const
{
    return u"profiles"_s;
}

QString ProfilesArea::title() const
{
    return tr("Profiles");
}

QIcon ProfilesArea::icon() const
{
    return Icons::named(u"user-identity"_s, u"user"_s);
}

QWidget *ProfilesArea::widget()
{
    return m_page;
}

QWidget *ProfilesArea::inspector()
{
    return m_pane;
}

QWidget *ProfilesArea::titleWidget()
{
    return m_addButton;
}

QList<QAction *> ProfilesArea::actions() const
{
    return m_actions->all();
}

void ProfilesArea::connectPage()
{
    const SurfaceList *list = m_page->list();
    connect(list, &SurfaceList::currentPlaceChanged, this, [this] {
        const auto place = m_page->list()->current();
        if (m_refreshing || !place)
            return;
        m_restored.reset(); // the user has chosen
        m_channel = place->channel;
        m_surface = place->surface;
        showChosen();
    });
    connect(list, &SurfaceList::clicked, this, [this] {
        if (host() && m_surface)
            host()->showInspector(this, true);
    });
    connect(list, &SurfaceList::openRequested, this, &ProfilesArea::open);
    connect(list, &SurfaceList::menuRequested, this, &ProfilesArea::showMenu);
    connect(m_page, &ProfilesPage::addChannelRequested, m_actions->addChannel, &QAction::trigger);
    connect(m_page, &ProfilesPage::retryRequested, this, [this] { m_workspace.profiles().load(); });
    connect(m_page->form(), &ChannelForm::submitted, this, &ProfilesArea::submitChannel);
    connect(m_page->form(), &ChannelForm::cancelled, this, &ProfilesArea::closeForm);
}

void ProfilesArea::connectPane()
{
    connect(m_pane, &VersionPane::textEdited, this, [this](ProfileCopyId id, const QString &text) {
        m_workspace.profiles().changeText(id, text);
    });
    connect(
        m_pane, &VersionPane::statusRequested, this, [this](ProfileCopyId id, CopyStatus status) {
            m_workspace.profiles().setStatus(id, status);
        });
    connect(m_pane, &VersionPane::draftRequested, this, &ProfilesArea::addDraft);
    connect(m_pane, &VersionPane::deleteRequested, this, &ProfilesArea::removeDraft);
    connect(m_pane, &VersionPane::left, this, [this] { m_page->list()->setFocus(); });
}

void ProfilesArea::connectActions()
{
    connect(m_actions->newDraft, &QAction::triggered, m_pane, &VersionPane::requestDraft);
    connect(m_actions->edit, &QAction::triggered, this, &ProfilesArea::open);
    connect(m_actions->addChannel, &QAction::triggered, this,
        [this] { m_page->form()->startAdding(); });
    connect(
        m_actions->renameChannel, &QAction::triggered, this, [this] { startChanging(m_channel); });
    connect(
        m_actions->removeChannel, &QAction::triggered, this, [this] { removeChannel(m_channel); });
}

void ProfilesArea::refresh()
{
    if (!m_page || !m_pane)
        return;
    const ProfileStore &store = m_workspace.profiles();
    if (host())
        host()->setLoading(this, store.state() == StoreState::Loading);
    if (store.state() == StoreState::Failed) {
        m_page->setError(store.error());
        m_pane->clear();
        return;
    }
    const QList<Channel> &channels = m_workspace.plan().channels();
    {
        const QScopedValueRollback refreshing(m_refreshing, true);
        m_page->model()->setRows(surfaceRows(channels, store.copies(), m_networks, m_words));
        restoreChosen();
    }
    auto shown = ProfilesPage::Shown::Surfaces;
    if (channels.isEmpty())
        shown = ProfilesPage::Shown::NoChannels;
    else if (m_page->model()->rowCount() == 0)
        shown = ProfilesPage::Shown::NoMatch;
    m_page->setShown(store.state() == StoreState::Loading ? ProfilesPage::Shown::Loading : shown);
    showChosen();
}

void ProfilesArea::restoreChosen()
{
    const bool isReady = m_workspace.profiles().state() == StoreState::Ready;
    if (m_restored && isReady) {
        m_channel = m_restored->channel;
        m_surface = m_restored->surface;
    }
    const SurfaceModel *model = m_page->model();
    QModelIndex chosen = m_surface ? model->indexOf(m_channel, *m_surface) : QModelIndex();
    if (!chosen.isValid() && m_words.isEmpty()) {
        // The first surface, so that the page never stands without a choice.
        const auto first = std::ranges::find_if(
            model->rows(), [](const SurfaceRow &row) { return row.surface.has_value(); });
        m_surface.reset();
        if (first != model->rows().end()) {
            m_channel = first->channel.id;
            m_surface = first->surface;
            chosen = model->indexOf(m_channel, *m_surface);
        }
    }
    m_page->list()->setCurrentIndex(chosen);
    if (!m_restored || !isReady)
        return;
    const ProfilesState state = *std::exchange(m_restored, std::nullopt);
    showChosen();
    m_pane->setCurrent(state.version);
    m_page->list()->doItemsLayout();
    m_page->list()->verticalScrollBar()->setValue(state.scrolled);
}

void ProfilesArea::showChosen()
{
    const Channel *channel = m_workspace.plan().channel(m_channel);
    m_actions->update(channel && m_surface);
    if (!channel || !m_surface || m_workspace.profiles().state() != StoreState::Ready) {
        m_pane->clear();
        return;
    }
    m_pane->setLimits(m_workspace.plan().channelLimits());
    m_pane->setSurface(
        *channel, *m_surface, m_workspace.profiles().versions(m_channel, *m_surface));
}

void ProfilesArea::showCopy(ChannelId channel, Surface surface, ProfileCopyId copy)
{
    m_restored.reset();
    if (!m_words.isEmpty()) {
        m_words.clear(); // what is filtered away cannot be shown
        if (host())
            host()->setSearchText(this, {});
    }
    m_channel = channel;
    m_surface = surface;
    if (host())
        host()->showInspector(this, true);
    refresh();
    m_pane->setCurrent(copy);
}

void ProfilesArea::open()
{
    if (!m_surface)
        return;
    if (host())
        host()->showInspector(this, true);
    m_pane->startWriting();
}

void ProfilesArea::addDraft(const QString &text)
{
    if (!m_surface)
        return;
    if (host())
        host()->showInspector(this, true);
    const ProfileCopyId id = m_workspace.profiles().addDraft(m_channel, *m_surface, text);
    m_pane->setCurrent(id);
    m_pane->startWriting();
}

void ProfilesArea::removeDraft(ProfileCopyId id)
{
    m_workspace.profiles().remove(id);
    // Said when the command is on the undo stack, so that the notice's Undo takes back just this.
    connect(
        &m_workspace, &Workspace::settled, this,
        [this, id] {
            const QList<ProfileCopy> &copies = m_workspace.profiles().copies();
            if (std::ranges::find(copies, id, &ProfileCopy::id) == copies.end())
                emit m_workspace.notice({Notice::Severity::Info, tr("Draft deleted."), {}, true});
        },
        Qt::SingleShotConnection);
}

void ProfilesArea::removeChannel(ChannelId id)
{
    const Channel *channel = m_workspace.plan().channel(id);
    if (!channel)
        return;
    m_pane->flush();
    SetUpkeep::countUse(m_workspace, SetUpkeep::Kind::Channel, id.value(), this,
        [this, id, name = channel->name](const Result<SetUpkeep::Use> &use) {
            if (!m_page)
                return; // the window is on its way out
            if (!use) {
                emit m_workspace.notice(Notice::error(use.error()));
                return;
            }
            const auto go = [this, id] { m_workspace.plan().removeChannel(id); };
            if (use->posts == 0 && use->profileCopies == 0)
                go();
            else
                Question::confirm(
                    m_page, {tr("Remove “%1”?").arg(name), farewellWords(*use), tr("Remove")}, go);
        });
}

void ProfilesArea::startChanging(ChannelId id)
{
    const PlanSets &plan = m_workspace.plan();
    if (const Channel *channel = plan.channel(id))
        m_page->form()->startChanging(*channel, plan.postingSlots(), plan.channelLimits());
}

void ProfilesArea::submitChannel(const Channel &channel, const QList<PostingSlot> &postingSlots,
    const QList<ChannelLimit> &limits)
{
    if (!channel.id.isNull()) {
        ChannelService::change(m_workspace, channel, {postingSlots, limits});
        closeForm();
        return;
    }
    Channel added = channel;
    for (const Channel &other : m_workspace.plan().channels())
        added.position = std::max(added.position, other.position + 1);
    m_channel = ChannelService::add(m_workspace, added, {postingSlots, limits});
    const Network *network = m_networks.find(added.network);
    m_surface.reset();
    if (network && !network->surfaces.isEmpty())
        m_surface = network->surfaces.first();
    refresh();
    closeForm();
}

void ProfilesArea::closeForm()
{
    m_page->form()->hide();
    m_page->list()->setFocus();
}

void ProfilesArea::showMenu(ChannelId id, QPoint where)
{
    const Channel *channel = m_workspace.plan().channel(id);
    if (!channel)
        return;
    auto *menu = new QMenu(m_page);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_actions->renameChannel->icon(), tr("Change “%1”").arg(channel->name), this,
        [this, id] { startChanging(id); });
    menu->addAction(m_actions->removeChannel->icon(), tr("Remove “%1”").arg(channel->name), this,
        [this, id] { removeChannel(id); });
    menu->addSeparator();
    menu->addAction(m_actions->addChannel);
    menu->popup(where);
}

void ProfilesArea::activate()
{
    if (!std::exchange(m_wasShown, true)) {
        refresh();
        if (host())
            host()->showInspector(this, true);
    }
    m_page->list()->setFocus();
}

void ProfilesArea::search(const QString &text)
{
    m_words = foldText(text);
    refresh();
}

QString ProfilesArea::searchHint() const
{
    return tr("Search profile copy");
}

QByteArray ProfilesArea::saveState() const
{
    if (m_restored)
        return toBytes(*m_restored); // never shown since
    if (!m_page || !m_pane || !m_surface)
        return {};
    return toBytes({.channel = m_channel,
        .surface = *m_surface,
        .version = m_pane->current(),
        .scrolled = m_page->list()->verticalScrollBar()->value()});
}

void ProfilesArea::restoreState(const QByteArray &bytes)
{
    m_restored = profilesStateFrom(bytes);
    if (!m_restored)
        return;
    m_wasShown = true; // whether the inspector is open comes from the window
    refresh();
}
