// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_import/mappingparts.h"

#include <QLabel>

using namespace Qt::StringLiterals;

namespace {
constexpr int Examples = 3;
constexpr int LongestExample = 28;
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
