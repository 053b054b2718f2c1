// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/reviewpane.h"

#include "ui_common/theme.h"
#include "ui_timeline/activitylist.h"
#include "ui_timeline/checklist.h"
#include "ui_timeline/commentlist.h"
#include "ui_timeline/versionhistory.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// A page's height is that of the page in front.
class FittingStack : public QStackedWidget
{
public:
    using QStackedWidget::QStackedWidget;

    [[nodiscard]] QSize sizeHint() const override
    {
        return currentWidget() ? currentWidget()->sizeHint() : QStackedWidget::sizeHint();
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return currentWidget() ? currentWidget()->minimumSizeHint()
                               : QStackedWidget::minimumSizeHint();
    }
};

QString counted(const QString &name, qsizetype count)
{
    //: A tab of the review: %1 its name, %2 how many are in it
    return count == 0 ? name : ReviewPane::tr("%1 (%2)").arg(name).arg(count);
}
} // namespace

ReviewPane::ReviewPane(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabBar(this))
    , m_pages(new FittingStack(this))
    , m_comments(new CommentList(m_pages))
    , m_checklist(new CheckList(m_pages))
    , m_versions(new VersionHistory(m_pages))
    , m_activity(new ActivityList(m_pages))
{
    m_tabs->setObjectName(u"reviewTabs"_s);
    m_tabs->setAccessibleName(tr("Review"));
    m_tabs->setDocumentMode(true);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Comments"));
    m_tabs->addTab(tr("Checklist"));
    m_tabs->addTab(tr("Versions"));
    m_tabs->addTab(tr("Activity"));
    for (QWidget *page : {static_cast<QWidget *>(m_comments), static_cast<QWidget *>(m_checklist),
             static_cast<QWidget *>(m_versions), static_cast<QWidget *>(m_activity)})
        m_pages->addWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Small);
    layout->addWidget(m_tabs);
    layout->addWidget(m_pages);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        m_pages->updateGeometry();
    });
}

void ReviewPane::setContext(const ReviewContext &context)
{
    m_comments->setContext(context);
    m_checklist->setContext(context);
    m_versions->setContext(context);
    m_activity->setContext(context);
}

void ReviewPane::setReview(const PostReview &review, const QString &text)
{
    m_comments->setComments(review.comments);
    m_checklist->setItems(review.checklist);
    m_versions->setVersions(review.versions, text);
    const auto open = std::ranges::count(review.comments, 0, &PostComment::resolvedAt);
    m_tabs->setTabText(0, counted(tr("Comments"), open));
    const auto left = std::ranges::count(review.checklist, 0, &ChecklistItem::doneAt);
    m_tabs->setTabText(1, counted(tr("Checklist"), left));
    m_tabs->setTabText(2, counted(tr("Versions"), review.versions.size()));
    m_pages->updateGeometry();
}
