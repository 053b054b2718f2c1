// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/filtercriteria.h"

#include "session/plansets.h"
#include "session/teamsets.h"
#include "session/workspace.h"
#include "ui_prospects/prospectlook.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
struct CriterionWords
{
    Q_DECLARE_TR_FUNCTIONS(FilterWords)
};

class CriteriaList
{
public:
    explicit CriteriaList(const ProspectQuery &query)
        : m_query(query)
    { }

    /// A part that \a clear takes away again.
    template<typename Clear>
    void add(const QString &key, const QString &text, Clear clear)
    {
        ProspectQuery without = m_query;
        clear(without);
        m_list.append({key, text, without});
    }
    [[nodiscard]] QList<FilterCriterion> take() { return std::move(m_list); }

private:
    const ProspectQuery &m_query;
    QList<FilterCriterion> m_list;
};

void addTimes(CriteriaList &list, const ProspectQuery &query)
{
    if (query.turn)
        list.add(u"turn"_s,
            CriterionWords::tr("Whose turn: %1").arg(FilterWords::turn(*query.turn)),
            [](ProspectQuery &without) { without.turn.reset(); });
    if (query.quietAtLeast)
        list.add(u"quietAtLeast"_s,
            CriterionWords::tr("Last word: at least %n day(s) ago", nullptr, *query.quietAtLeast),
            [](ProspectQuery &without) { without.quietAtLeast.reset(); });
    if (query.quietAtMost)
        list.add(u"quietAtMost"_s,
            CriterionWords::tr("Last word: at most %n day(s) ago", nullptr, *query.quietAtMost),
            [](ProspectQuery &without) { without.quietAtMost.reset(); });
    if (query.step)
        list.add(u"step"_s,
            CriterionWords::tr("Next step: %1").arg(FilterWords::step(*query.step, query.stepDays)),
            [](ProspectQuery &without) { without.step.reset(); });
}

/// Long first lines of posts give way to other chips.
QString shortened(const QString &post)
{
    constexpr qsizetype MostSigns = 40;
    const QString line = post.simplified();
    return line.size() > MostSigns ? line.left(MostSigns - 1).trimmed() + u'…' : line;
}

void addTouches(CriteriaList &list, const ProspectQuery &query, const QString &post)
{
    if (query.touch)
        list.add(u"touch"_s, CriterionWords::tr("Touch: %1").arg(FilterWords::touch(*query.touch)),
            [](ProspectQuery &without) { without.touch.reset(); });
    if (!query.touchPost.isNull())
        list.add(u"touchPost"_s,
            post.isEmpty() ? CriterionWords::tr("Touched one post")
                           : CriterionWords::tr("Touched “%1”").arg(shortened(post)),
            [](ProspectQuery &without) { without.touchPost = {}; });
    if (query.touchDays > 0)
        list.add(u"touchDays"_s,
            CriterionWords::tr("Touched in the last %n day(s)", nullptr, query.touchDays),
            [](ProspectQuery &without) { without.touchDays = 0; });
}

void addSets(CriteriaList &list, const ProspectQuery &query, Workspace &workspace)
{
    for (const LabelId id : query.labels) {
        const QList<Label> &labels = workspace.plan().labels();
        const auto found = std::ranges::find(labels, id, &Label::id);
        const QString name = found == labels.end() ? CriterionWords::tr("(deleted)") : found->name;
        list.add(u"label.%1"_s.arg(id.toString()), CriterionWords::tr("Label: %1").arg(name),
            [id](ProspectQuery &without) { without.labels.removeAll(id); });
    }
    if (query.field.isNull())
        return;
    const QList<CustomField> &fields = workspace.team().customFields();
    const auto found = std::ranges::find(fields, query.field, &CustomField::id);
    //: A field that the team added, and what it says.
    list.add(u"field"_s,
        CriterionWords::tr("%1: %2").arg(
            found == fields.end() ? CriterionWords::tr("(deleted)") : found->name,
            query.fieldValue),
        [](ProspectQuery &without) {
            without.field = {};
            without.fieldValue.clear();
        });
}
} // namespace

QList<FilterCriterion> FilterWords::criteria(
    const ProspectQuery &query, Workspace &workspace, const QString &post)
{
    CriteriaList list(query);
    addTimes(list, query);
    if (!query.network.isEmpty())
        list.add(u"network"_s,
            CriterionWords::tr("On %1").arg(ProspectLook::networkName(query.network)),
            [](ProspectQuery &without) { without.network.clear(); });
    addSets(list, query, workspace);
    addTouches(list, query, post);
    if (!query.company.isEmpty())
        list.add(u"company"_s, CriterionWords::tr("Company: %1").arg(query.company),
            [](ProspectQuery &without) { without.company.clear(); });
    if (query.doNotContact)
        list.add(u"doNotContact"_s,
            *query.doNotContact ? CriterionWords::tr("Do not contact")
                                : CriterionWords::tr("May be contacted"),
            [](ProspectQuery &without) { without.doNotContact.reset(); });
    if (query.privateCircle)
        list.add(u"privateCircle"_s, CriterionWords::tr("My private circle"),
            [](ProspectQuery &without) { without.privateCircle = false; });
    return list.take();
}

QString FilterWords::turn(Turn turn)
{
    switch (turn) {
    case Turn::We:
        return CriterionWords::tr("Ours");
    case Turn::They:
        return CriterionWords::tr("Theirs");
    case Turn::Nobody:
        return CriterionWords::tr("Nobody’s");
    }
    Q_UNREACHABLE();
}

QString FilterWords::step(StepDue due, int days)
{
    switch (due) {
    case StepDue::Overdue:
        return CriterionWords::tr("Overdue");
    case StepDue::Today:
        return CriterionWords::tr("Due today");
    case StepDue::Within:
        return CriterionWords::tr("Due within %n day(s)", nullptr, days);
    case StepDue::None:
        return CriterionWords::tr("None");
    }
    Q_UNREACHABLE();
}

QString FilterWords::touch(TouchKind kind)
{
    switch (kind) {
    case TouchKind::Saw:
        return CriterionWords::tr("Saw");
    case TouchKind::Reacted:
        return CriterionWords::tr("Reacted");
    case TouchKind::Commented:
        return CriterionWords::tr("Commented");
    case TouchKind::Shared:
        return CriterionWords::tr("Shared");
    case TouchKind::Clicked:
        return CriterionWords::tr("Clicked");
    case TouchKind::Mentioned:
        return CriterionWords::tr("Mentioned us");
    case TouchKind::Referred:
        return CriterionWords::tr("Was referred");
    case TouchKind::Reviewed:
        return CriterionWords::tr("Wrote a review");
    }
    Q_UNREACHABLE();
}
