// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/paperactions.h"

#include "ui_common/icons.h"

#include <QAction>

PaperActions::PaperActions(QObject *parent)
    : QObject(parent)
    , exportPlan(add("calendar.export", tr("&Export plan…"), u"document-export"))
    , print(add("calendar.print", tr("P&rint month…"), u"document-print"))
    , savePdf(add("calendar.pdf", tr("Save month as PD&F…"), u"application-pdf"))
    , saveLargePdf(add("calendar.pdfA3", tr("Save month as PDF on &A3…"), u"application-pdf"))
    , m_separator(new QAction(this))
{
    m_separator->setSeparator(true);
}

QAction *PaperActions::add(const char *id, const QString &text, const char16_t *icon)
{
    auto *action = new QAction(Icons::named(QString::fromUtf16(icon)), text, this);
    action->setObjectName(QLatin1String(id));
    return action;
}

QList<QAction *> PaperActions::all() const
{
    return {m_separator, exportPlan, print, savePdf, saveLargePdf};
}
