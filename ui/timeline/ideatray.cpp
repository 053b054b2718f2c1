// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/ideatray.h"

#include "ui_common/theme.h"
#include "ui_timeline/approvallist.h"
#include "ui_timeline/duelist.h"
#include "ui_timeline/tilelist.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

IdeaTray::IdeaTray(QWidget *parent)
    : QWidget(parent)
    , m_due(new DueList(this))
    , m_approvals(new ApprovalList(this))
    , m_model(new TileModel(this))
    , m_list(new TileList(TileModel::TileRole, this))
    , m_field(new QLineEdit(this))
    , m_hint(quietLabel({}, this))
{
    setObjectName(u"ideaTray"_s);
    setMinimumWidth(160);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_list->setObjectName(u"ideas"_s);
    m_list->setAccessibleName(tr("Ideas"));
    m_list->setModel(m_model);
    m_list->setTakesPosts(true);
    m_field->setObjectName(u"newIdea"_s);
    m_field->setAccessibleName(tr("New idea"));
    m_field->setPlaceholderText(tr("New idea"));
    m_field->setToolTip(tr("Type an idea and press Enter"));
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeading);

    auto *top = new QVBoxLayout;
    top->setContentsMargins(Metrics::Medium, Metrics::Small, Metrics::Medium, 0);
    top->setSpacing(Metrics::Small);
    top->addWidget(m_field);
    top->addWidget(m_hint);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Small);
    layout->addWidget(m_due);
    layout->addWidget(m_approvals);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);

    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        const QString title = m_field->text().simplified();
        m_field->clear();
        if (!title.isEmpty())
            emit ideaEntered(title);
    });
    connect(m_list, &TileList::currentPostChanged, this, &IdeaTray::currentPostChanged);
    connect(m_list, &TileList::openRequested, this, &IdeaTray::openRequested);
    connect(m_list, &TileList::deleteRequested, this, &IdeaTray::deleteRequested);
    connect(m_list, &TileList::duplicateRequested, this, &IdeaTray::duplicateRequested);
    connect(m_list, &TileList::queueRequested, this, &IdeaTray::queueRequested);
    connect(m_list, &TileList::dropped, this, &IdeaTray::undateRequested);
    showHint();
}

void IdeaTray::setPosts(
    const QList<PostWithVariants> &posts, const TileSources &sources, bool isFiltered)
{
    m_hint->setText(isFiltered
            ? tr("No idea matches.")
            : tr("Ideas without a day wait here. Drag one to a day to plan it."));
    const PostId current = currentPost();
    {
        // Only what the user chooses is a choice.
        const QSignalBlocker quiet(this);
        m_model->setTiles(ideaTiles(posts, sources));
        if (!current.isNull() && current != currentPost())
            setCurrent(current);
    }
    if (currentPost() != current)
        emit currentPostChanged(currentPost());
    showHint();
}

void IdeaTray::showHint()
{
    m_hint->setVisible(m_model->rowCount() == 0);
}

void IdeaTray::comeAfter(QWidget *before)
{
    setTabOrder(before, m_field);
    setTabOrder(m_field, m_list);
}

void IdeaTray::setCurrent(PostId post)
{
    m_list->setCurrentIndex(m_model->indexOf(post));
}

PostId IdeaTray::currentPost() const
{
    return m_list->currentPost();
}
