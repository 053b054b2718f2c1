// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/prospectdelegate.h"

#include "models/prospectlistmodel.h"
#include "session/workspace.h"
#include "ui_common/sidelook.h"
#include "ui_common/theme.h"

#include <QLocale>
#include <QPainter>
#include <QTableView>

namespace {
int leading(Qt::LayoutDirection direction)
{
    return int(QStyle::visualAlignment(direction, Qt::AlignLeft | Qt::AlignVCenter))
        | Qt::TextSingleLine;
}

bool hasOwnColumn(const QWidget *widget, int column)
{
    const auto *table = qobject_cast<const QTableView *>(widget);
    return table != nullptr && !table->isColumnHidden(column);
}

QRect inner(const QStyleOptionViewItem &option)
{
    return QStyle::visualRect(
        option.direction, option.rect, option.rect.adjusted(Metrics::Small, 0, -Metrics::Tiny, 0));
}
} // namespace

ProspectDelegate::ProspectDelegate(const Workspace &workspace, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_workspace(workspace)
{ }

void ProspectDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem copy = option;
    initStyleOption(&copy, index);
    copy.state.setFlag(QStyle::State_HasFocus, false);
    painter->save();
    if (copy.state.testFlag(QStyle::State_Selected))
        painter->fillRect(copy.rect, copy.palette.color(QPalette::Highlight));
    painter->fillRect(QRect(copy.rect.left(), copy.rect.bottom(), copy.rect.width(), 1),
        colour(ColourRole::Hairline, copy.palette));
    painter->setFont(copy.font);
    switch (index.column()) {
    case ProspectListModel::Name:
        paintName(*painter, copy, index);
        break;
    case ProspectListModel::StageColumn:
        paintStage(*painter, copy, index);
        break;
    case ProspectListModel::Waiting:
        paintWaiting(*painter, copy, index);
        break;
    case ProspectListModel::NextStep:
        paintStep(*painter, copy, index);
        break;
    case ProspectListModel::TurnColumn:
        paintTurn(*painter, copy, index);
        break;
    default:
        painter->setPen(index.column() == ProspectListModel::Company
                ? copy.palette.color(QPalette::Text)
                : colour(ColourRole::QuietText, copy.palette));
        const QRect text = inner(copy);
        painter->drawText(text, leading(copy.direction),
            copy.fontMetrics.elidedText(copy.text, Qt::ElideRight, text.width()));
    }
    painter->restore();
}

void ProspectDelegate::paintName(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QRect whole = inner(option);
    const int waiting = index.data(ProspectRole::Waiting).toInt();
    const QString company = hasOwnColumn(option.widget, ProspectListModel::Company)
        ? QString()
        : index.data(ProspectRole::Company).toString();
    const QFont strong = strongFont(option.font);
    if (waiting > 0 && !hasOwnColumn(option.widget, ProspectListModel::Waiting)) {
        const QString count = QLocale().toString(waiting);
        const QFontMetrics metrics(strong);
        const int height = metrics.height();
        const int width = std::max(height, metrics.horizontalAdvance(count) + Metrics::Small);
        const QRect badge = QStyle::alignedRect(
            option.direction, Qt::AlignRight | Qt::AlignVCenter, QSize(width, height), whole);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tint(ColourRole::Push, option.palette, 0.20));
        painter.drawRoundedRect(badge, height / 2.0, height / 2.0);
        painter.setFont(strong);
        painter.setPen(colour(ColourRole::PushText, option.palette));
        painter.drawText(badge, Qt::AlignCenter, count);
        painter.setFont(option.font);
        whole = QStyle::visualRect(
            option.direction, whole, whole.adjusted(0, 0, -width - Metrics::Tiny, 0));
    }
    QRect name = whole;
    if (!company.isEmpty()) {
        const int height = option.fontMetrics.height();
        name = QRect(whole.left(), whole.center().y() - height + 1, whole.width(), height);
        painter.setPen(colour(ColourRole::QuietText, option.palette));
        painter.drawText(name.translated(0, height), leading(option.direction),
            option.fontMetrics.elidedText(company, Qt::ElideRight, name.width()));
    }
    const QFont font = waiting > 0 ? strong : option.font;
    painter.setFont(font);
    painter.setPen(option.palette.color(QPalette::Text));
    painter.drawText(name, leading(option.direction),
        QFontMetrics(font).elidedText(option.text, Qt::ElideRight, name.width()));
}

void ProspectDelegate::paintStage(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int stage = index.data(ProspectRole::StageIndex).toInt();
    if (stage >= 0 && stage < m_workspace.stages().size() && !option.text.isEmpty())
        SideLook::paintPill(painter, inner(option), option.text,
            m_workspace.stages().at(stage).side, option.palette, option.direction);
}

void ProspectDelegate::paintWaiting(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(ProspectRole::Waiting).toInt() <= 0)
        return;
    painter.setFont(strongFont(option.font));
    painter.setPen(colour(ColourRole::PushText, option.palette));
    painter.drawText(inner(option), leading(option.direction), option.text);
}

void ProspectDelegate::paintStep(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool overdue = index.data(ProspectRole::IsOverdue).toBool();
    const QFont font = overdue ? strongFont(option.font) : option.font;
    const QRect rect = inner(option);
    painter.setFont(font);
    painter.setPen(
        colour(overdue ? ColourRole::DangerText : ColourRole::QuietText, option.palette));
    //: A day that has passed, on which something was to be done.
    const QString text = overdue ? tr("%1, overdue").arg(option.text) : option.text;
    painter.drawText(rect, leading(option.direction),
        QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
}

void ProspectDelegate::paintTurn(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool ours = index.data(ProspectRole::Turn).toInt() == int(Turn::We);
    painter.setFont(ours ? strongFont(option.font) : option.font);
    painter.setPen(colour(ours ? ColourRole::PushText : ColourRole::QuietText, option.palette));
    painter.drawText(inner(option), leading(option.direction), option.text);
}
