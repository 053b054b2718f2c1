// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/prospectfiltermenu.h"

#include "models/networkwords.h"
#include "session/plansets.h"
#include "session/teamsets.h"
#include "session/workspace.h"
#include "ui_prospects/filtercriteria.h"
#include "ui_prospects/touchedpostdialog.h"

#include <QLineEdit>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

namespace {
constexpr int QuietDays[] {7, 14, 30, 90, 180};
constexpr int RecentDays[] {1, 7, 30, 90};
constexpr int StepDays[] {7, 14, 30};
} // namespace

ProspectFilterMenu::ProspectFilterMenu(Workspace &workspace, QWidget *parent)
    : QMenu(parent)
    , m_workspace(workspace)
{
    setObjectName(u"filter.menu"_s);
    connect(this, &QMenu::aboutToShow, this, &ProspectFilterMenu::fill);
}

void ProspectFilterMenu::fill()
{
    clear();
    qDeleteAll(findChildren<QMenu *>(Qt::FindDirectChildrenOnly)); // clear() leaves submenus behind
    fillTurn();
    fillLastWord();
    fillSteps();
    fillNetworks();
    fillLabels();
    fillTouches();
    addText(addPart(u"company"_s, tr("Company")), u"filter.company"_s, m_query.company,
        [](ProspectQuery &query, const QString &text) { query.company = text; });
    fillFields();
    fillContact();
    addSeparator();
    addChoice(this, tr("My private circle"), m_query.privateCircle, [](ProspectQuery &query) {
        query.privateCircle = !query.privateCircle;
    })->setObjectName(u"filter.privateCircle"_s);
    addSeparator();
    QAction *all = addAction(tr("Show all prospects"));
    all->setObjectName(u"filter.clear"_s);
    all->setEnabled(isFiltered(m_query));
    connect(all, &QAction::triggered, this, [this] { emit queryChosen(withoutFilters(m_query)); });
}

QMenu *ProspectFilterMenu::addPart(const QString &name, const QString &text)
{
    QMenu *menu = addMenu(text);
    menu->setObjectName("filter.part."_L1 + name);
    return menu;
}

QAction *ProspectFilterMenu::addChoice(
    QMenu *menu, const QString &text, bool checked, const Change &change)
{
    QAction *action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(checked);
    connect(action, &QAction::triggered, this, [this, change] {
        ProspectQuery query = m_query;
        change(query);
        emit queryChosen(query);
    });
    return action;
}

void ProspectFilterMenu::addText(QMenu *menu, const QString &name, const QString &text,
    const std::function<void(ProspectQuery &, const QString &)> &change)
{
    auto *edit = new QLineEdit(text, menu);
    edit->setObjectName(name);
    edit->setAccessibleName(menu->title());
    edit->setClearButtonEnabled(true);
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(edit);
    menu->addAction(action);
    connect(edit, &QLineEdit::returnPressed, this, [this, edit, change] {
        ProspectQuery query = m_query;
        change(query, edit->text().trimmed());
        close();
        emit queryChosen(query);
    });
}

void ProspectFilterMenu::fillTurn()
{
    QMenu *menu = addPart(u"turn"_s, tr("Whose turn"));
    addChoice(menu, tr("Any"), !m_query.turn, [](ProspectQuery &query) { query.turn.reset(); });
    for (const Turn turn : {Turn::We, Turn::They, Turn::Nobody})
        addChoice(menu, FilterWords::turn(turn), m_query.turn == turn,
            [turn](ProspectQuery &query) { query.turn = turn; });
}

void ProspectFilterMenu::fillLastWord()
{
    QMenu *menu = addPart(u"lastWord"_s, tr("Last word"));
    addChoice(menu, tr("Any time"), !m_query.quietAtLeast && !m_query.quietAtMost,
        [](ProspectQuery &query) {
            query.quietAtLeast.reset();
            query.quietAtMost.reset();
        });
    menu->addSeparator();
    for (const int days : QuietDays)
        addChoice(menu, tr("At least %n day(s) ago", nullptr, days), m_query.quietAtLeast == days,
            [days](ProspectQuery &query) { query.quietAtLeast = days; });
    menu->addSeparator();
    for (const int days : RecentDays)
        addChoice(menu, tr("At most %n day(s) ago", nullptr, days), m_query.quietAtMost == days,
            [days](ProspectQuery &query) { query.quietAtMost = days; });
}

void ProspectFilterMenu::fillSteps()
{
    QMenu *menu = addPart(u"step"_s, tr("Next step"));
    addChoice(menu, tr("Any"), !m_query.step, [](ProspectQuery &query) { query.step.reset(); });
    for (const StepDue due : {StepDue::Overdue, StepDue::Today, StepDue::None})
        addChoice(menu, FilterWords::step(due, 0), m_query.step == due,
            [due](ProspectQuery &query) { query.step = due; });
    menu->addSeparator();
    for (const int days : StepDays)
        addChoice(menu, FilterWords::step(StepDue::Within, days),
            m_query.step == StepDue::Within && m_query.stepDays == days,
            [days](ProspectQuery &query) {
                query.step = StepDue::Within;
                query.stepDays = days;
            });
}

void ProspectFilterMenu::fillNetworks()
{
    QMenu *menu = addPart(u"network"_s, tr("Network"));
    addChoice(menu, tr("Any"), m_query.network.isEmpty(),
        [](ProspectQuery &query) { query.network.clear(); });
    menu->addSeparator();
    const QStringList keys = handleNetworks();
    for (const QString &key : keys)
        addChoice(menu, networkWord(key), m_query.network == key,
            [key](ProspectQuery &query) { query.network = key; });
}

void ProspectFilterMenu::fillLabels()
{
    QMenu *menu = addPart(u"label"_s, tr("Label"));
    for (const Label &label : m_workspace.plan().labels())
        addChoice(menu, label.name, m_query.labels.contains(label.id),
            [id = label.id](ProspectQuery &query) {
                if (query.labels.removeAll(id) == 0)
                    query.labels << id;
            });
    menu->menuAction()->setEnabled(!m_workspace.plan().labels().isEmpty());
}

void ProspectFilterMenu::fillTouches()
{
    QMenu *menu = addPart(u"touch"_s, tr("What pulled them"));
    addChoice(
        menu, tr("Any"), !m_query.touch && m_query.touchPost.isNull(), [](ProspectQuery &query) {
            query.touch.reset();
            query.touchPost = {};
        });
    for (const auto &[kind, word] : EnumText<TouchKind>::values)
        addChoice(menu, FilterWords::touch(kind), m_query.touch == kind,
            [kind = kind](ProspectQuery &query) { query.touch = kind; });
    menu->addSeparator();
    QAction *post = menu->addAction(tr("Touched a post…"));
    post->setObjectName(u"filter.touchedPost"_s);
    post->setCheckable(true);
    post->setChecked(!m_query.touchPost.isNull());
    connect(post, &QAction::triggered, this, &ProspectFilterMenu::askForPost);
    menu->addSeparator();
    addChoice(menu, tr("At any time"), m_query.touchDays == 0,
        [](ProspectQuery &query) { query.touchDays = 0; });
    for (const int days : RecentDays)
        addChoice(menu, tr("In the last %n day(s)", nullptr, days), m_query.touchDays == days,
            [days](ProspectQuery &query) { query.touchDays = days; });
}

void ProspectFilterMenu::askForPost()
{
    auto *dialog = new TouchedPostDialog(
        m_workspace, m_query, parentWidget() != nullptr ? parentWidget()->window() : this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TouchedPostDialog::queryChosen, this, &ProspectFilterMenu::queryChosen);
    dialog->open();
}

void ProspectFilterMenu::fillFields()
{
    const QList<CustomField> &fields = m_workspace.team().customFields();
    QMenu *menu = addPart(u"fields"_s, tr("Own fields"));
    menu->menuAction()->setVisible(!fields.isEmpty());
    for (const CustomField &field : fields) {
        QMenu *values = menu->addMenu(field.name);
        const bool isChosen = m_query.field == field.id;
        const auto choose = [id = field.id](ProspectQuery &query, const QString &value) {
            query.field = value.isEmpty() ? CustomFieldId() : id;
            query.fieldValue = value;
        };
        QStringList choices;
        if (field.kind == CustomFieldKind::Choice)
            choices = field.choices.split(u'\n', Qt::SkipEmptyParts);
        if (field.kind == CustomFieldKind::YesNo)
            choices = {u"yes"_s, u"no"_s};
        for (const QString &choice : std::as_const(choices)) {
            const QString shown = field.kind != CustomFieldKind::YesNo ? choice
                : choice == "yes"_L1                                   ? tr("Yes")
                                                                       : tr("No");
            addChoice(values, shown, isChosen && m_query.fieldValue == choice,
                [choose, choice](ProspectQuery &query) { choose(query, choice); });
        }
        if (choices.isEmpty())
            addText(values, "filter.field."_L1 + field.id.toString(),
                isChosen ? m_query.fieldValue : QString(), choose);
    }
}

void ProspectFilterMenu::fillContact()
{
    QMenu *menu = addPart(u"contact"_s, tr("Contact"));
    addChoice(menu, tr("Any"), !m_query.doNotContact,
        [](ProspectQuery &query) { query.doNotContact.reset(); });
    addChoice(menu, tr("May be contacted"), m_query.doNotContact == false,
        [](ProspectQuery &query) { query.doNotContact = false; });
    addChoice(menu, tr("Do not contact"), m_query.doNotContact == true,
        [](ProspectQuery &query) { query.doNotContact = true; });
}
