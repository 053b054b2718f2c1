// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_import/mappingparts.h"

#include "domain/importplan.h"
#include "ui_common/theme.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStandardItemModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int Examples = 3;
constexpr int LongestExample = 28;

struct MappingWords
{
    Q_DECLARE_TR_FUNCTIONS(MappingParts)
};
} // namespace

QString MappingParts::examplesOf(const QList<QStringList> &rows, int column)
{
    QStringList found;
    for (const QStringList &row : rows) {
        QString value = row.value(column).simplified();
        if (value.size() > LongestExample)
            value = value.left(LongestExample - 1) + u'…';
        if (!value.isEmpty() && !found.contains(value))
            found.append(value);
        if (found.size() == Examples)
            break;
    }
    return found.join(u" · "_s);
}

QLabel *MappingParts::problemLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::BrightText); // our palette's red
    label->hide();
    return label;
}

void MappingParts::showProblem(QLabel *label, const QString &problem)
{
    label->setText(problem);
    label->setVisible(!problem.isEmpty());
}

void MappingParts::fillDateOrders(QComboBox *box)
{
    box->setAccessibleName(MappingWords::tr("Order of day, month and year"));
    box->addItem(MappingWords::tr("found from the file"), QString());
    box->addItem(MappingWords::tr("day, month, year"), toText(DateOrder::DayFirst));
    box->addItem(MappingWords::tr("month, day, year"), toText(DateOrder::MonthFirst));
    box->addItem(MappingWords::tr("year, month, day"), toText(DateOrder::YearFirst));
}

QString MappingParts::dateOrderProblem()
{
    return MappingWords::tr("The file does not tell which of two numbers is the day. Choose "
                            "the order of its dates.");
}

QScrollArea *MappingParts::lineArea(QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

QGridLayout *MappingParts::newLines(QScrollArea *area, int stretched)
{
    auto *page = new QWidget(area);
    page->setBackgroundRole(QPalette::Base);
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(0, 0, Metrics::Small, 0);
    grid->setHorizontalSpacing(Metrics::Medium);
    grid->setVerticalSpacing(Metrics::Tiny);
    grid->setColumnStretch(stretched, 1);
    area->setWidget(page);
    return grid;
}

void MappingParts::addChoices(QStandardItemModel *model, const QList<FieldChoice> &choices)
{
    for (const FieldChoice &choice : choices) {
        auto *item = new QStandardItem(choice.text);
        item->setData(choice.field, Qt::UserRole);
        model->appendRow(item);
    }
}

QComboBox *MappingParts::fieldBox(
    QStandardItemModel *choices, const QString &field, const QString &name, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setModel(choices);
    box->setAccessibleName(MappingWords::tr("What “%1” tells").arg(name));
    box->setCurrentIndex(std::max(0, box->findData(field, Qt::UserRole)));
    box->setMaxVisibleItems(20);
    return box;
}
