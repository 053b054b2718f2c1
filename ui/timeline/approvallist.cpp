// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/approvallist.h"

#include "ui_common/formatting.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_timeline/tilelist.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {
constexpr int MostApprovals = 5;
} // namespace

ApprovalList::ApprovalList(QWidget *parent)
    : QWidget(parent)
    , m_model(new TileModel(this))
    , m_heading(headingLabel({}, this))
    , m_approve(new QToolButton(this))
    , m_change(new QToolButton(this))
    , m_list(new TileList(TileModel::TileRole, this))
    , m_field(new QLineEdit(this))
{
    build();
    connect(m_approve, &QToolButton::clicked, this, &ApprovalList::approve);
    connect(m_change, &QToolButton::clicked, this, &ApprovalList::askWhatToChange);
    connect(m_list, &TileList::openRequested, this, &ApprovalList::openRequested);
    connect(m_list, &TileList::doubleClicked, this,
        [this](const QModelIndex &index) { emit openRequested(m_model->postAt(index)); });
    connect(m_list, &TileList::currentPostChanged, this, [this](PostId post) {
        m_approve->setEnabled(!post.isNull());
        m_change->setEnabled(!post.isNull());
        if (!m_asked.isNull() && !post.isNull() && post != m_asked)
            stopAsking(); // the words would go to a post that is no longer the chosen one
    });
    connect(m_field, &QLineEdit::returnPressed, this, &ApprovalList::say);
    hide();
}

void ApprovalList::build()
{
    setObjectName(u"approvalList"_s);
    m_heading->setBuddy(m_list);
    m_approve->setObjectName(u"approve"_s);
    m_approve->setIcon(Icons::named(u"dialog-ok-apply"_s));
    m_approve->setAccessibleName(tr("Approve the post"));
    m_approve->setToolTip(tr("Approve (A)"));
    m_change->setObjectName(u"requestChanges"_s);
    m_change->setIcon(Icons::named(u"edit-comment"_s));
    m_change->setAccessibleName(tr("Ask for changes of the post"));
    m_change->setToolTip(tr("Ask for changes (C)"));
    m_list->setObjectName(u"approvals"_s);
    m_list->setAccessibleName(tr("Waiting for your approval"));
    m_list->setModel(m_model);
    m_list->installEventFilter(this);
    m_field->setObjectName(u"whatToChange"_s);
    m_field->setAccessibleName(tr("What should change"));
    m_field->setPlaceholderText(tr("What should change? Enter to send"));
    m_field->installEventFilter(this);
    m_field->hide();
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Metrics::Medium, Metrics::Small, Metrics::Medium, 0);
    head->setSpacing(Metrics::Tiny);
    head->addWidget(m_heading, 1);
    for (QToolButton *button : {m_approve, m_change}) {
        button->setAutoRaise(true);
        button->setEnabled(false);
        head->addWidget(button);
    }
    auto *below = new QHBoxLayout;
    below->setContentsMargins(Metrics::Medium, 0, Metrics::Medium, 0);
    below->addWidget(m_field);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, Metrics::Small);
    layout->setSpacing(Metrics::Small);
    layout->addLayout(head);
    layout->addWidget(m_list);
    layout->addLayout(below);
}

void ApprovalList::setWaiting(
    const QList<DuePost> &waiting, const TileSources &sources, const QTimeZone &zone)
{
    const QList<Tile> tiles =
        tilesByPost(waiting, sources, [&zone](Tile &tile, const DuePost &entry) {
            tile.status = PostStatus::InReview;
            if (entry.at == 0)
                return;
            const QDate day = QDateTime::fromMSecsSinceEpoch(entry.at, zone).date();
            //: A day and the first words of a post that is planned for it.
            tile.text = tr("%1 · %2").arg(Formatting::dayMonth(day), tile.text);
        });
    m_model->setTiles(tiles);
    m_heading->setText(tr("To approve (%1)").arg(tiles.size()));
    if (!m_asked.isNull() && !m_model->indexOf(m_asked).isValid())
        stopAsking(); // somebody else answered
    setVisible(!tiles.isEmpty());
    m_list->fitRows(MostApprovals);
}

void ApprovalList::approve()
{
    if (const PostId post = m_list->currentPost(); !post.isNull())
        emit approved(post);
}

void ApprovalList::askWhatToChange()
{
    m_asked = m_list->currentPost();
    if (m_asked.isNull())
        return;
    m_field->clear();
    m_field->show();
    m_field->setFocus(Qt::OtherFocusReason);
}

void ApprovalList::say()
{
    const QString comment = m_field->text().trimmed();
    if (comment.isEmpty() || m_asked.isNull())
        return;
    const PostId post = m_asked;
    stopAsking();
    emit changesRequested(post, comment);
}

void ApprovalList::stopAsking()
{
    const bool hadFocus = m_field->hasFocus();
    m_asked = {};
    m_field->hide();
    if (hadFocus)
        m_list->setFocus(Qt::OtherFocusReason);
}

bool ApprovalList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_field && key->key() == Qt::Key_Escape)
        stopAsking();
    else if (watched == m_list && key->modifiers() == Qt::NoModifier && key->key() == Qt::Key_A)
        approve();
    else if (watched == m_list && key->modifiers() == Qt::NoModifier && key->key() == Qt::Key_C)
        askWhatToChange();
    else
        return QWidget::eventFilter(watched, event);
    return true;
}
