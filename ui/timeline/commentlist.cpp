// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/commentlist.h"

#include "ui_common/closebutton.h"
#include "ui_common/formatting.h"
#include "ui_common/theme.h"
#include "ui_timeline/rowlist.h"

#include <QCheckBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

CommentList::CommentList(QWidget *parent)
    : QWidget(parent)
    , m_rows(new RowList(this))
    , m_field(new QLineEdit(this))
    , m_client(new QCheckBox(tr("The client reads it too"), this))
{
    m_field->setObjectName(u"comment"_s);
    m_field->setAccessibleName(tr("Comment"));
    m_field->setPlaceholderText(tr("Comment, Enter to say it"));
    m_client->setObjectName(u"commentForClient"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(m_rows);
    layout->addWidget(m_field);
    layout->addWidget(m_client);
    layout->addStretch();
    connect(m_field, &QLineEdit::returnPressed, this, &CommentList::say);
}

void CommentList::setContext(const ReviewContext &context)
{
    m_context = context;
    m_isFilled = false;
}

void CommentList::say()
{
    const QString text = m_field->text().trimmed();
    if (text.isEmpty())
        return;
    m_field->clear();
    emit commented(text, m_client->isChecked() ? Audience::Client : Audience::Internal);
}

void CommentList::setComments(const QList<PostComment> &comments)
{
    if (m_isFilled && comments == m_comments)
        return;
    m_isFilled = true;
    m_comments = comments;
    m_rows->clearRows();
    for (const PostComment &comment : comments)
        m_rows->addRow(makeRow(comment));
    m_rows->setVisible(!comments.isEmpty());
}

QWidget *CommentList::makeRow(const PostComment &comment)
{
    auto *row = new QWidget(m_rows);
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(comment.at, m_context.zone);
    QStringList parts {m_context.nameOf(comment.author), Formatting::dateTime(at, m_context.today)};
    if (comment.audience == Audience::Client)
        parts << tr("for the client too");
    if (comment.resolvedAt != 0)
        parts << tr("resolved");
    auto *who = quietLabel(parts.join(u" · "_s), row);
    auto *words = new QLabel(comment.text, row);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (comment.resolvedAt != 0)
        makeQuiet(words);
    auto *resolve = new QToolButton(row);
    resolve->setAutoRaise(true);
    const bool isOpen = comment.resolvedAt == 0;
    resolve->setText(isOpen ? tr("Resolve") : tr("Reopen"));
    resolve->setAccessibleName(isOpen ? tr("Resolve the comment “%1”").arg(comment.text)
                                      : tr("Reopen the comment “%1”").arg(comment.text));
    connect(resolve, &QToolButton::clicked, this,
        [this, id = comment.id, isOpen] { emit resolveRequested(id, isOpen); });
    auto *remove = new CloseButton(tr("Delete the comment “%1”").arg(comment.text), row);
    connect(
        remove, &QToolButton::clicked, this, [this, id = comment.id] { emit removeRequested(id); });
    auto *head = new QHBoxLayout;
    head->setSpacing(Metrics::Tiny);
    head->addWidget(who, 1);
    head->addWidget(resolve);
    head->addWidget(remove);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(words);
    return row;
}
