// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_import/chatmappingpane.h"

#include "ui_common/theme.h"
#include "ui_import/mappingparts.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

ChatMappingPane::ChatMappingPane(QWidget *parent)
    : QWidget(parent)
    , m_title(headingLabel({}, this))
    , m_about(quietLabel({}, this))
    , m_people(new QVBoxLayout)
    , m_whoProblem(MappingParts::problemLabel(this))
    , m_dateLabel(new QLabel(tr("&Dates are"), this))
    , m_dateOrder(new QComboBox(this))
    , m_dateProblem(MappingParts::problemLabel(this))
{
    m_title->setObjectName(u"chatTitle"_s);
    m_about->setObjectName(u"chatAbout"_s);
    m_whoProblem->setObjectName(u"whoProblem"_s);
    m_whoProblem->setText(tr("The chat does not tell which of them is you. Choose one."));
    m_dateOrder->setObjectName(u"chatDateOrder"_s);
    m_dateOrder->setAccessibleName(tr("Order of day, month and year"));
    m_dateOrder->addItem(tr("Choose"), QString());
    m_dateOrder->addItem(tr("day, month, year"), toText(DateOrder::DayFirst));
    m_dateOrder->addItem(tr("month, day, year"), toText(DateOrder::MonthFirst));
    m_dateOrder->addItem(tr("year, month, day"), toText(DateOrder::YearFirst));
    m_dateLabel->setBuddy(m_dateOrder);
    m_dateProblem->setText(tr("The file does not tell which of two numbers is the day. Choose "
                              "the order of its dates."));
    auto *who = new QLabel(tr("Which one is you?"), this);
    who->setFont(strongFont(who->font()));
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_list = new QWidget(scroll);
    m_list->setBackgroundRole(QPalette::Base);
    m_list->setLayout(m_people);
    m_people->setContentsMargins(0, 0, 0, 0);
    m_people->setSpacing(Metrics::Tiny);
    scroll->setWidget(m_list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Small);
    layout->addWidget(m_title);
    layout->addWidget(m_about);
    layout->addWidget(m_dateLabel);
    layout->addWidget(m_dateOrder, 0, Qt::AlignLeading);
    layout->addWidget(m_dateProblem);
    layout->addSpacing(Metrics::Tiny);
    layout->addWidget(who);
    layout->addWidget(m_whoProblem);
    layout->addWidget(scroll, 1);
    connect(m_dateOrder, &QComboBox::activated, this, [this] {
        refresh();
        emit changed();
    });
}

void ChatMappingPane::setPreview(const ImportPreview &preview)
{
    m_file = preview;
    m_title->setText(preview.chatTitle);
    const QString messages = tr("%n message(s)", nullptr, preview.messages);
    const QString people = tr("%n participant(s)", nullptr, int(preview.senders.size()));
    //: Messages, participants, and whether the chat is a group.
    m_about->setText(preview.isGroup ? tr("%1 · %2 · a group: one conversation, and nobody becomes "
                                          "a prospect until chosen")
                                           .arg(messages, people)
                                     : tr("%1 · %2").arg(messages, people));
    while (QLayoutItem *item = m_people->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    delete m_group;
    m_group = new QButtonGroup(this);
    for (int i = 0; i < int(preview.senders.size()); ++i) {
        const QString &sender = preview.senders.at(i);
        auto *radio = new QRadioButton(QString(sender).replace(u'&', u"&&"_s), m_list);
        radio->setObjectName(u"sender%1"_s.arg(i));
        radio->setAccessibleName(tr("%1 is me").arg(sender));
        radio->setChecked(sender == preview.me);
        m_group->addButton(radio, i);
        m_people->addWidget(radio);
    }
    m_people->addStretch(1);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (!on)
            return;
        refresh();
        emit changed();
    });
    m_dateOrder->setCurrentIndex(0);
    refresh();
}

void ChatMappingPane::refresh()
{
    m_whoProblem->setVisible(m_group->checkedId() < 0);
    m_dateLabel->setVisible(m_file.needsDateOrder);
    m_dateOrder->setVisible(m_file.needsDateOrder);
    m_dateProblem->setVisible(m_file.needsDateOrder && m_dateOrder->currentIndex() == 0);
}

ImportOptions ChatMappingPane::options() const
{
    ImportOptions options;
    options.format = m_file.format;
    options.me = m_file.senders.value(m_group ? m_group->checkedId() : -1);
    options.dateOrder = fromText<DateOrder>(m_dateOrder->currentData().toString());
    return options;
}

QString ChatMappingPane::obstacle() const
{
    if (!m_dateProblem->isHidden())
        return m_dateProblem->text();
    return m_whoProblem->isHidden() ? QString() : m_whoProblem->text();
}
