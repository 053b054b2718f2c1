// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/seriesrow.h"

#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_timeline/repeatform.h"
#include "ui_timeline/rulewords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

SeriesRow::SeriesRow(QWidget *parent)
    : QWidget(parent)
    , m_repeat(new QToolButton(this))
    , m_form(new RepeatForm(this))
    , m_recurs(new QWidget(this))
    , m_words(new QLabel(m_recurs))
    , m_reach(new QComboBox(m_recurs))
    , m_more(new QToolButton(m_recurs))
{
    m_repeat->setObjectName(u"repeat"_s);
    m_repeat->setText(tr("Repeat…"));
    m_repeat->setIcon(Icons::named(u"view-refresh"_s));
    m_repeat->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_repeat->setAutoRaise(true);
    m_repeat->setToolTip(tr("Post it again on further days, each a post of its own"));
    makeQuiet(m_words);
    m_reach->setObjectName(u"reach"_s);
    m_reach->setAccessibleName(tr("What changes apply to"));
    m_reach->setToolTip(tr("What changes apply to"));
    m_reach->addItem(tr("Only this post"), int(Reach::This));
    m_reach->addItem(tr("This and the following"), int(Reach::Following));
    m_reach->addItem(tr("All of the series"), int(Reach::All));
    m_more->setObjectName(u"seriesMore"_s);
    m_more->setIcon(Icons::named(u"overflow-menu"_s));
    m_more->setAccessibleName(tr("More about the series"));
    m_more->setToolTip(m_more->accessibleName());
    m_more->setAutoRaise(true);
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_more);
    menu->addAction(tr("Take this post out of the series"), this, &SeriesRow::detachRequested);
    menu->addSeparator();
    menu->addAction(tr("Delete this and the following posts"), this,
        [this] { emit removeRequested(Reach::Following); });
    menu->addAction(
        tr("Delete all posts of the series"), this, [this] { emit removeRequested(Reach::All); });
    m_more->setMenu(menu);

    auto *recurs = new QHBoxLayout(m_recurs);
    recurs->setContentsMargins(0, 0, 0, 0);
    recurs->setSpacing(Metrics::Small);
    recurs->addWidget(m_words, 1);
    recurs->addWidget(m_reach);
    recurs->addWidget(m_more);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(m_repeat, 0, Qt::AlignLeft);
    layout->addWidget(m_form);
    layout->addWidget(m_recurs);
    m_form->hide();
    connect(m_repeat, &QToolButton::clicked, this, [this] {
        m_repeat->hide();
        m_form->start(m_day);
    });
    connect(m_form, &RepeatForm::cancelled, this, [this] {
        m_form->hide();
        m_repeat->show();
        m_repeat->setFocus(Qt::OtherFocusReason);
    });
    connect(m_form, &RepeatForm::submitted, this, [this](const QString &rule) {
        m_form->hide();
        emit repeatRequested(rule);
    });
}

void SeriesRow::setSeries(const Post &post, const Series *series)
{
    if (post.id != m_post) {
        m_post = post.id;
        m_form->hide();
        m_reach->setCurrentIndex(0);
    }
    m_day = post.day.value_or(QDate());
    m_recurs->setVisible(series != nullptr);
    if (series)
        m_words->setText(ruleWords(series->rule));
    m_repeat->setVisible(!series && post.day && m_form->isHidden());
    if (series || !post.day)
        m_form->hide();
    setVisible(series || post.day);
}

Reach SeriesRow::reach() const
{
    return m_recurs->isHidden() ? Reach::This : Reach(m_reach->currentData().toInt());
}
