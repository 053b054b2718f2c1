// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/paperactions.h"

#include "ui_common/icons.h"

#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;

PaperActions::PaperActions(QObject *parent)
    : QObject(parent)
    , exportPlan(add("calendar.export", tr("&Export plan…"), u"document-export"))
    , print(add("calendar.print", tr("&Print month…"), u"document-print"))
    , savePdf(add("calendar.pdf", tr("Save month as PD&F…"), u"application-pdf"))
    , saveLargePdf(add("calendar.pdfA3", tr("Save month as PDF on &A3…"), u"application-pdf"))
    , m_paper(std::make_unique<QMenu>(tr("P&rint and PDF")))
    , m_separator(new QAction(this))
{
    m_paper->menuAction()->setObjectName("calendar.paper"_L1);
    m_paper->setIcon(print->icon());
    m_paper->addActions({print, savePdf, saveLargePdf});
    m_separator->setSeparator(true);
}

PaperActions::~PaperActions() = default;

QAction *PaperActions::add(const char *id, const QString &text, const char16_t *icon)
{
    auto *action = new QAction(Icons::named(QString::fromUtf16(icon)), text, this);
    action->setObjectName(QLatin1String(id));
    return action;
}

QList<QAction *> PaperActions::all() const
{
    return {m_separator, exportPlan, m_paper->menuAction()};
}
