// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/touchedpostdialog.h"

#include "session/plansets.h"
#include "session/touchservice.h"
#include "session/workspace.h"
#include "ui_common/emptystate.h"
#include "ui_common/errorstate.h"
#include "ui_common/formatting.h"
#include "ui_common/theme.h"
#include "ui_prospects/filtercriteria.h"
#include "ui_prospects/sectionparts.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
enum TouchedColumn { TouchedTitle, TouchedDay, TouchedChannels };
constexpr int TouchedRestMs = 150;
constexpr int MostTouchedHits = 50;
constexpr int AnyKind = -1;
} // namespace

TouchedPostDialog::TouchedPostDialog(Workspace &workspace, ProspectQuery query, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_query(std::move(query))
    , m_words(new QLineEdit(this))
    , m_pages(new QStackedWidget(this))
    , m_loading(quietLabel(tr("Reading the posts…"), m_pages))
    , m_list(new QTreeWidget(m_pages))
    , m_empty(new EmptyState(m_pages))
    , m_error(new ErrorState(m_pages))
    , m_more(quietLabel(tr("There are more. Type a word to find others."), this))
    , m_kind(new QComboBox(this))
    , m_choose(new QPushButton(tr("Show them"), this))
{
    setObjectName(u"touched"_s);
    setWindowTitle(tr("Who touched a post"));
    build();
    m_rest.setSingleShot(true);
    m_rest.setInterval(TouchedRestMs);
    connect(&m_rest, &QTimer::timeout, this, &TouchedPostDialog::search);
    connect(m_words, &QLineEdit::textEdited, this, [this] {
        m_isSearching = true;
        m_rest.start();
    });
    connect(m_list, &QTreeWidget::currentItemChanged, this,
        [this] { m_choose->setEnabled(m_list->currentItem() != nullptr); });
    connect(m_list, &QTreeWidget::itemActivated, this, &TouchedPostDialog::choose);
    connect(m_error, &ErrorState::retryRequested, this, &TouchedPostDialog::search);
    connect(m_choose, &QPushButton::clicked, this, &TouchedPostDialog::choose);
    m_words->setFocus();
    search();
}

void TouchedPostDialog::build()
{
    m_words->setObjectName(u"touched.words"_s);
    m_words->setAccessibleName(tr("Search the posts"));
    m_words->setPlaceholderText(tr("Which post: search words"));
    m_words->setClearButtonEnabled(true);
    m_loading->setAlignment(Qt::AlignCenter);
    m_list->setObjectName(u"touched.list"_s);
    m_list->setAccessibleName(tr("Posts"));
    m_list->setHeaderLabels({tr("Post"), tr("Day"), tr("Channels")});
    m_list->header()->setAccessibleName(tr("Columns"));
    SectionParts::layOutTable(m_list, TouchedTitle);
    m_empty->setObjectName(u"touched.empty"_s);
    m_empty->setButtonText({});
    for (QWidget *page : {static_cast<QWidget *>(m_loading), static_cast<QWidget *>(m_list),
             static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_error)})
        m_pages->addWidget(page);
    m_more->setObjectName(u"touched.more"_s);
    m_more->hide();
    m_kind->setObjectName(u"touched.kind"_s);
    m_kind->setAccessibleName(tr("What they did with it"));
    m_kind->addItem(tr("Anything"), AnyKind);
    for (const auto &[kind, word] : EnumText<TouchKind>::values) {
        if (kind != TouchKind::Referred && kind != TouchKind::Reviewed) // these are of no post
            m_kind->addItem(FilterWords::touch(kind), int(kind));
    }
    m_kind->setCurrentIndex(m_query.touch ? std::max(0, m_kind->findData(int(*m_query.touch))) : 0);
    m_choose->setObjectName(u"touched.choose"_s);
    m_choose->setEnabled(false);
    m_choose->setDefault(true);
    makePrimary(m_choose);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"touched.cancel"_s);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *form = new QFormLayout;
    form->addRow(tr("What they did with it"), m_kind);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::Large, Metrics::Large, Metrics::Large, Metrics::Large);
    layout->setSpacing(Metrics::Medium);
    layout->addWidget(m_words);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_more);
    layout->addLayout(form);
    layout->addLayout(SectionParts::lastRow(cancel, m_choose));
    resize(560, 440);
}

void TouchedPostDialog::search()
{
    m_rest.stop();
    const int mine = ++m_searches;
    m_isSearching = true;
    if (m_pages->currentWidget() == m_error)
        m_pages->setCurrentWidget(m_loading);
    TouchService(m_workspace)
        .posts(m_words->text(), MostTouchedHits + 1, this,
            [this, mine](const Result<QList<TouchTargets::PostHit>> &posts) {
                if (mine == m_searches)
                    showFound(posts);
            });
}

void TouchedPostDialog::showFound(const Result<QList<TouchTargets::PostHit>> &posts)
{
    m_isSearching = m_rest.isActive();
    m_list->clear();
    m_choose->setEnabled(false);
    m_more->hide();
    if (!posts) {
        m_wantsFirst = false;
        m_error->setError(posts.error(), tr("Try again"));
        m_pages->setCurrentWidget(m_error);
        return;
    }
    const auto shown = posts->first(std::min<qsizetype>(posts->size(), MostTouchedHits));
    for (const TouchTargets::PostHit &post : shown) {
        auto *item = new QTreeWidgetItem(m_list);
        item->setText(TouchedTitle, post.title.isEmpty() ? tr("A post without words") : post.title);
        item->setText(TouchedDay, post.day.isValid() ? Formatting::date(post.day) : tr("No day"));
        item->setText(TouchedChannels, channelsText(post));
        item->setToolTip(TouchedTitle, item->text(TouchedTitle));
        item->setToolTip(TouchedChannels, item->text(TouchedChannels));
        item->setData(TouchedTitle, Qt::UserRole, QVariant::fromValue(post.id.value()));
        if (post.id == m_query.touchPost)
            m_list->setCurrentItem(item);
    }
    if (m_list->topLevelItemCount() == 0) {
        m_wantsFirst = false;
        m_empty->setSentence(m_words->text().trimmed().isEmpty()
                ? tr("There is no post yet. Posts come from the calendar.")
                : tr("No post holds these words."));
        m_pages->setCurrentWidget(m_empty);
        return;
    }
    if (m_list->currentItem() == nullptr)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    m_more->setVisible(posts->size() > MostTouchedHits);
    m_pages->setCurrentWidget(m_list);
    if (std::exchange(m_wantsFirst, false))
        choose();
}

QString TouchedPostDialog::channelsText(const TouchTargets::PostHit &post) const
{
    QStringList names;
    for (const ChannelId id : post.channels) {
        const Channel *channel = m_workspace.plan().channel(id);
        if (channel != nullptr && !names.contains(channel->name))
            names << channel->name;
    }
    return names.join(", "_L1);
}

void TouchedPostDialog::choose()
{
    if (m_isSearching) { // what is listed is not what the words ask for
        m_wantsFirst = true;
        if (m_rest.isActive())
            search();
        return;
    }
    const QTreeWidgetItem *item = m_list->currentItem();
    if (item == nullptr)
        return;
    ProspectQuery query = m_query;
    query.touchPost = PostId(item->data(TouchedTitle, Qt::UserRole).toLongLong());
    query.touch.reset();
    if (const int kind = m_kind->currentData().toInt(); kind != AnyKind)
        query.touch = TouchKind(kind);
    accept();
    emit queryChosen(query);
}

void TouchedPostDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter
        && focusWidget() == m_words) { // also while there is nothing to press the button for
        choose();
        return;
    }
    if (event->key() == Qt::Key_Down && focusWidget() == m_words
        && m_pages->currentWidget() == m_list) {
        m_list->setFocus(Qt::OtherFocusReason);
        return;
    }
    QDialog::keyPressEvent(event);
}
