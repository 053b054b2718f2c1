// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/homeworksection.h"

#include "session/homeworkservice.h"
#include "session/prospectdossier.h"
#include "session/whenrefused.h"
#include "session/workspace.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_prospects/factrow.h"
#include "ui_prospects/sectionparts.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace {
struct KindSign
{
    FactKind kind;
    const char *icon;
};
constexpr std::array KindSigns {KindSign {FactKind::Fact, "documentinfo"},
    KindSign {FactKind::WhyNow, "chronometer"},
    KindSign {FactKind::TalkingPoint, "dialog-messages"}, KindSign {FactKind::Need, "love"},
    KindSign {FactKind::FeatureTold, "dialog-ok-apply"}};
} // namespace

HomeworkSection::HomeworkSection(Workspace &workspace, ProspectDossier &dossier, QWidget *parent)
    : DossierSection(parent)
    , m_workspace(workspace)
    , m_dossier(dossier)
    , m_rows(new SectionRows(this))
    , m_kinds(new QButtonGroup(this))
    , m_text(new QLineEdit(this))
    , m_source(new QLineEdit(this))
{
    build();
    connect(m_kinds, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            showKind();
    });
    connect(m_kinds, &QButtonGroup::idClicked, this,
        [this] { m_text->setFocus(Qt::OtherFocusReason); });
    for (QLineEdit *field : {m_text, m_source}) {
        field->installEventFilter(this);
        connect(field, &QLineEdit::returnPressed, this, &HomeworkSection::add);
    }
    showKind();
}

void HomeworkSection::build()
{
    auto *kinds = new QHBoxLayout;
    kinds->setSpacing(Metrics::Tiny);
    int number = 0;
    for (const KindSign &sign : KindSigns) {
        const QKeySequence keys(Qt::ALT | Qt::Key(Qt::Key_1 + number++));
        QToolButton *button = SectionParts::iconButton(u"homework."_s + toText(sign.kind),
            QString::fromLatin1(sign.icon), kindName(sign.kind), this);
        //: A kind of homework and the keys that choose it.
        button->setToolTip(
            tr("%1 (%2)").arg(kindName(sign.kind), keys.toString(QKeySequence::NativeText)));
        button->setCheckable(true);
        m_kinds->addButton(button, int(sign.kind));
        kinds->addWidget(button);
    }
    kinds->addStretch(1);
    m_kinds->button(int(FactKind::Fact))->setChecked(true);
    m_text->setObjectName(u"homework.text"_s);
    m_source->setObjectName(u"homework.source"_s);
    m_source->setAccessibleName(tr("Where it is from"));
    m_source->setPlaceholderText(tr("Where it is from (an address or a few words)"));
    QToolButton *add =
        SectionParts::iconButton(u"homework.add"_s, u"list-add"_s, tr("Add to the homework"), this);
    connect(add, &QToolButton::clicked, this, &HomeworkSection::add);
    auto *last = new QHBoxLayout;
    last->setSpacing(Metrics::Tiny);
    last->addWidget(m_source, 1);
    last->addWidget(add);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(m_rows);
    layout->addLayout(kinds);
    layout->addWidget(m_text);
    layout->addLayout(last);
}

QString HomeworkSection::key() const
{
    return u"homework"_s;
}

QString HomeworkSection::title() const
{
    return tr("Homework");
}

QString HomeworkSection::summary() const
{
    const auto stale = std::ranges::count_if(
        m_dossier.facts(), [this](const Fact &fact) { return isStale(fact, m_workspace.today()); });
    if (stale > 0)
        return tr("%n may be out of date", nullptr, int(stale));
    return m_dossier.facts().isEmpty() ? QString() : QLocale().toString(m_dossier.facts().size());
}

QString HomeworkSection::kindName(FactKind kind)
{
    switch (kind) {
    case FactKind::Fact:
        return tr("Facts");
    case FactKind::WhyNow:
        return tr("Why now");
    case FactKind::TalkingPoint:
        return tr("Talking points");
    case FactKind::Need:
        return tr("What they need");
    case FactKind::FeatureTold:
        return tr("Features told");
    }
    Q_UNREACHABLE();
}

void HomeworkSection::showKind()
{
    switch (FactKind(m_kinds->checkedId())) {
    case FactKind::Fact:
        m_text->setPlaceholderText(tr("A fact about them"));
        break;
    case FactKind::WhyNow:
        m_text->setPlaceholderText(tr("Why now is the time"));
        break;
    case FactKind::TalkingPoint:
        m_text->setPlaceholderText(tr("Something to talk about"));
        break;
    case FactKind::Need:
        m_text->setPlaceholderText(tr("What they need"));
        break;
    case FactKind::FeatureTold:
        m_text->setPlaceholderText(tr("A feature that was told"));
        break;
    }
    m_text->setAccessibleName(m_text->placeholderText());
}

void HomeworkSection::refresh(bool isOther)
{
    if (isOther) {
        m_of = m_dossier.id();
        const Draft draft = m_drafts.value(m_of);
        if (!draft.text.isEmpty())
            m_kinds->button(int(draft.kind))->setChecked(true);
        m_text->setText(draft.text);
        m_source->setText(draft.source);
    } else if (isChanging()) {
        return; // what somebody writes stays; the rest follows once they are done
    }
    showFacts(inFactOrder(m_dossier.facts()));
}

void HomeworkSection::flush()
{
    const auto rows = m_rows->findChildren<FactRow *>();
    for (FactRow *row : rows) {
        if (row->isVisible() && row->isChanging())
            row->keep(); // as whatever is edited in place
    }
    if (!m_of.isNull())
        m_drafts.insert(m_of, {m_text->text(), m_source->text(), FactKind(m_kinds->checkedId())});
}

void HomeworkSection::forget(ProspectId id)
{
    m_drafts.remove(id);
    if (id == m_of) {
        m_text->setText({});
        m_source->setText({});
    }
}

void HomeworkSection::startAdding()
{
    emit revealRequested();
    m_text->setFocus(Qt::ShortcutFocusReason);
}

bool HomeworkSection::isChanging() const
{
    const auto rows = m_rows->findChildren<FactRow *>();
    return std::ranges::any_of(
        rows, [](const FactRow *row) { return row->isVisible() && row->isChanging(); });
}

void HomeworkSection::showFacts(const QList<Fact> &facts)
{
    const QDate today = m_workspace.today();
    if (facts == m_shown && today == m_today)
        return;
    m_shown = facts;
    m_today = today;
    const auto rows = m_rows->findChildren<FactRow *>();
    for (const FactRow *row : rows) {
        if (m_focused.isNull() && row->hasFocus())
            m_focused = row->fact().id;
    }
    m_rows->clearRows();
    std::optional<FactKind> kind;
    QWidget *focused = nullptr;
    for (const Fact &fact : facts) {
        if (kind != fact.kind) {
            kind = fact.kind;
            m_rows->addRow(quietLabel(kindName(fact.kind), m_rows));
        }
        QWidget *row = rowFor(fact);
        m_rows->addRow(row);
        if (fact.id == m_focused)
            focused = row;
    }
    m_focused = {};
    m_rows->setVisible(!facts.isEmpty());
    if (focused != nullptr)
        focused->setFocus(Qt::OtherFocusReason);
}

QWidget *HomeworkSection::rowFor(const Fact &fact)
{
    auto *row = new FactRow(fact, m_today, m_rows);
    connect(row, &FactRow::changed, this, &HomeworkSection::change);
    connect(row, &FactRow::confirmed, this,
        [this](const Fact &known) { HomeworkService(m_workspace).confirm(known); });
    connect(row, &FactRow::removed, this, [this](const Fact &known) {
        // The keyboard goes on with the neighbour.
        const auto at = std::ranges::find(m_shown, known.id, &Fact::id) - m_shown.begin();
        m_focused = at + 1 < m_shown.size() ? m_shown.at(at + 1).id
            : at > 0                        ? m_shown.at(at - 1).id
                                            : FactId();
        if (m_shown.size() == 1)
            m_text->setFocus(Qt::OtherFocusReason);
        HomeworkService(m_workspace).remove(known);
    });
    connect(row, &FactRow::moved, this, [this](FactId id, int steps) {
        m_focused = id;
        HomeworkService(m_workspace).move(m_dossier.facts(), id, steps);
    });
    connect(row, &FactRow::settled, this, [this] { refresh(false); });
    return row;
}

void HomeworkSection::add()
{
    if (!m_dossier.prospect() || m_text->text().trimmed().isEmpty()) {
        m_text->setFocus(Qt::OtherFocusReason);
        return;
    }
    Fact fact;
    fact.kind = FactKind(m_kinds->checkedId());
    fact.text = m_text->text();
    fact.source = m_source->text();
    m_text->setText({}); // not clear(), which its own undo would bring back
    m_source->setText({});
    m_text->setFocus(Qt::OtherFocusReason);
    const ProspectId of = m_dossier.prospect()->id;
    whenRefused(
        m_workspace, this, [&] { HomeworkService(m_workspace).add(of, m_dossier.facts(), fact); },
        [this, of, typed = Draft {fact.text, fact.source, fact.kind}] { putBack(of, typed); });
}

void HomeworkSection::putBack(ProspectId of, const Draft &typed)
{
    // What was typed meanwhile stays.
    if (of != m_of) {
        if (m_drafts.value(of).text.trimmed().isEmpty())
            m_drafts.insert(of, typed);
        return;
    }
    if (!m_text->text().trimmed().isEmpty() || !m_source->text().trimmed().isEmpty())
        return;
    m_kinds->button(int(typed.kind))->setChecked(true);
    m_text->setText(typed.text);
    m_source->setText(typed.source);
}

void HomeworkSection::change(const Fact &before, const Fact &after)
{
    whenRefused(
        m_workspace, this, [&] { HomeworkService(m_workspace).change(before, after); },
        [this, id = before.id, after] {
            refresh(false); // as they were
            const auto rows = m_rows->findChildren<FactRow *>();
            for (FactRow *row : rows) {
                if (!row->isHidden() && row->fact().id == id && !row->isChanging())
                    row->resume(after.text, after.source);
            }
        });
}

bool HomeworkSection::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(
            event); // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast)
        const int number = key->key() - Qt::Key_1;
        if (key->modifiers() == Qt::AltModifier && number >= 0 && number < int(KindSigns.size())) {
            // In these fields the keys choose the kind, and not the medium of what is logged.
            event->accept();
            if (event->type() == QEvent::KeyPress)
                m_kinds->button(int(KindSigns.at(std::size_t(number)).kind))->setChecked(true);
            return true;
        }
    }
    return DossierSection::eventFilter(watched, event);
}
