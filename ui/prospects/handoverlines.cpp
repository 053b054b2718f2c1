// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/handoverlines.h"

#include "base/clock.h"
#include "session/workspace.h"
#include "ui_common/theme.h"
#include "ui_prospects/handoverwords.h"
#include "ui_prospects/sectionparts.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QLabel>

using namespace Qt::StringLiterals;

void addHandoverLines(QBoxLayout *layout, const Handover &handover, const Workspace &workspace)
{
    QWidget *row = layout->parentWidget();
    const HandoverWords::Ground ground {workspace.clock().now(), workspace.today(),
        workspace.zone(), [&workspace](UserId id) { return workspace.userName(id); }};
    QLabel *state = SectionParts::words(HandoverWords::state(handover, ground), row);
    state->setObjectName(u"handover.state"_s);
    if (HandoverRules::isOverdue(handover, ground.now))
        setInk(state, ColourRole::WarningText);
    layout->addWidget(state);
    if (!handover.note.isEmpty())
        layout->addWidget(SectionParts::words(
            QCoreApplication::translate("HandoverLines", "“%1”").arg(handover.note), row));
}
