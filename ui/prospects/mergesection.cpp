// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/mergesection.h"

#include "base/moment.h"
#include "session/prospectdossier.h"
#include "session/workspace.h"
#include "ui_common/closebutton.h"
#include "ui_common/formatting.h"
#include "ui_common/theme.h"
#include "ui_prospects/sectionparts.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace {
QString laterKindName(const QString &table)
{
    if (table == "conversation"_L1)
        return MergeSection::tr("Conversation");
    if (table == "touch"_L1)
        return MergeSection::tr("Touch");
    if (table == "follow_up"_L1)
        return MergeSection::tr("Next step");
    if (table == "offer"_L1)
        return MergeSection::tr("Offer");
    if (table == "fact"_L1)
        return MergeSection::tr("Homework");
    return table == "consent"_L1 ? MergeSection::tr("Consent")
                                 : MergeSection::tr("Way to reach them");
}
} // namespace

MergeSection::MergeSection(Workspace &workspace, ProspectDossier &dossier, QWidget *parent)
    : DossierSection(parent)
    , m_workspace(workspace)
    , m_dossier(dossier)
    , m_service(new MergeService(workspace, this))
    , m_none(quietLabel(tr("Nothing was merged into this record."), this))
    , m_retry(new QPushButton(tr("Try again"), this))
    , m_lines(new QVBoxLayout)
    , m_handing(new QWidget(this))
    , m_question(quietLabel({}, m_handing))
    , m_later(new QListWidget(m_handing))
    , m_give(new QPushButton(tr("Hand over"), m_handing))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(Metrics::Small);
    m_later->setObjectName(u"merge.later"_s);
    m_later->setAccessibleName(tr("What came after the merge"));
    m_later->setMinimumHeight(fontMetrics().lineSpacing() * 5);
    m_give->setObjectName(u"merge.handOver"_s);
    auto *nothing = new CloseButton(tr("Hand over nothing"), m_handing);
    nothing->setObjectName(u"merge.handNothing"_s);
    m_none->setObjectName(u"merge.none"_s);
    m_retry->setObjectName(u"merge.retry"_s);
    m_retry->hide();
    connect(m_retry, &QPushButton::clicked, this, &MergeSection::read);
    connect(nothing, &CloseButton::clicked, this, &MergeSection::leaveHanding);
    connect(SectionParts::shortcutIn(m_handing, Qt::Key_Escape), &QShortcut::activated, this,
        &MergeSection::leaveHanding);
    connect(m_later, &QListWidget::itemChanged, this, [this] {
        bool isChosen = false;
        for (int i = 0; i < m_later->count(); ++i)
            isChosen = isChosen || m_later->item(i)->checkState() == Qt::Checked;
        m_give->setEnabled(isChosen);
    });
    connect(m_give, &QPushButton::clicked, this, &MergeSection::handOver);
    auto *head = new QHBoxLayout;
    head->addWidget(m_question, 1);
    head->addWidget(nothing, 0, Qt::AlignTop);
    auto *handing = new QVBoxLayout(m_handing);
    handing->setContentsMargins(0, 0, 0, 0);
    handing->addLayout(head);
    handing->addWidget(m_later);
    handing->addWidget(m_give, 0, Qt::AlignTrailing);
    m_handing->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Small);
    layout->addWidget(m_none);
    layout->addWidget(m_retry, 0, Qt::AlignLeading);
    layout->addLayout(m_lines);
    layout->addWidget(m_handing);
}

QString MergeSection::key() const
{
    return u"merges"_s;
}

QString MergeSection::title() const
{
    return tr("Merged records");
}

QString MergeSection::summary() const
{
    return m_listed.isEmpty() ? QString() : Formatting::number(m_listed.size());
}

void MergeSection::refresh(bool isOther)
{
    if (isOther) {
        leaveHanding();
        showMerges({});
        m_none->setText(tr("Reading…"));
        m_retry->hide();
        m_isKnown = false;
    }
    read();
}

void MergeSection::read()
{
    const ProspectId id = m_dossier.id();
    if (id.isNull())
        return;
    m_service->mergesInto(id, this, [this, id](const Result<QList<NamedMerge>> &merges) {
        if (id != m_dossier.id())
            return;
        if (!merges) {
            m_none->setText(merges.error().message);
            m_none->show();
            m_retry->show();
            m_isKnown = false;
            return;
        }
        m_retry->hide();
        QList<MergeId> ids;
        for (const NamedMerge &merge : *merges)
            ids << merge.merge.id;
        const bool wasKnown = std::exchange(m_isKnown, true);
        if (ids != m_listed || !wasKnown)
            showMerges(*merges);
        m_none->setVisible(m_listed.isEmpty());
    });
}

void MergeSection::showMerges(const QList<NamedMerge> &merges)
{
    for (QWidget *row : std::as_const(m_rows)) {
        row->hide(); // its button may have led here
        row->deleteLater();
    }
    m_rows.clear();
    m_listed.clear();
    m_none->setText(tr("Nothing was merged into this record."));
    m_none->setVisible(merges.isEmpty());
    for (const NamedMerge &named : merges) {
        auto *row = new QWidget(this);
        auto *layout = new QVBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(Metrics::Tiny);
        auto *name = new QLabel(named.merged, row);
        name->setTextFormat(Qt::PlainText);
        name->setWordWrap(true);
        const QString when = Formatting::relativeDay(
            localDay(named.merge.at, m_workspace.zone()), m_workspace.today());
        QStringList words {when};
        if (const QString who = m_workspace.userName(named.merge.by); !who.isEmpty())
            words << who;
        if (named.merge.survivor != m_dossier.id())
            words << tr("came with %1").arg(named.survivor);
        auto *out = new QPushButton(tr("Take out again"), row);
        out->setObjectName(u"merge.takeOut%1"_s.arg(m_rows.size()));
        out->setAccessibleName(tr("Take out “%1” again").arg(named.merged));
        connect(out, &QPushButton::clicked, this, [this, id = named.merge.id] { takeOut(id); });
        layout->addWidget(name);
        layout->addWidget(quietLabel(words.join(u" · "_s), row));
        layout->addWidget(out, 0, Qt::AlignLeading);
        m_lines->addWidget(row);
        m_rows << row;
        m_listed << named.merge.id;
    }
    emit headingChanged();
}

void MergeSection::takeOut(MergeId id)
{
    m_service->takeOut(id, this, [this](const Result<TakenOut> &taken) {
        if (!taken) {
            emit m_workspace.notice(Notice::error(taken.error()));
            return;
        }
        if (taken->from == m_dossier.id() && !taken->later.isEmpty())
            offerLater(*taken);
    });
}

QString MergeSection::laterText(const LaterRow &later) const
{
    const QString kind = laterKindName(later.row.table);
    QStringList words {
        later.text.isEmpty() ? kind : tr("%1: %2").arg(kind, later.text.simplified().left(120))};
    if (later.at != 0)
        words << Formatting::relativeDay(
            localDay(later.at, m_workspace.zone()), m_workspace.today());
    return words.join(u" · "_s);
}

void MergeSection::leaveHanding()
{
    const bool hadFocus = m_handing->isAncestorOf(QApplication::focusWidget());
    m_handing->hide();
    m_later->clear();
    m_taken = {};
    if (hadFocus && !m_rows.isEmpty())
        m_rows.first()->findChild<QPushButton *>()->setFocus(Qt::OtherFocusReason);
}

void MergeSection::forget(ProspectId id)
{
    if (id == m_taken.from || id == m_taken.restored)
        leaveHanding();
}

void MergeSection::offerLater(const TakenOut &taken)
{
    m_taken = taken;
    m_question->setText(
        tr("This came after the merge and stays here. Choose what belongs to %1.").arg(taken.name));
    m_give->setText(tr("Hand over to %1").arg(QString(taken.name).replace(u'&', "&&"_L1)));
    m_later->clear();
    for (const LaterRow &later : taken.later) {
        auto *item = new QListWidgetItem(laterText(later), m_later);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    m_give->setEnabled(false); // nothing is chosen yet
    m_handing->show();
    emit revealRequested();
    m_later->setFocus();
}

void MergeSection::handOver()
{
    QList<HangingRow> rows;
    for (int i = 0; i < m_later->count() && i < m_taken.later.size(); ++i) {
        if (m_later->item(i)->checkState() == Qt::Checked)
            rows << m_taken.later.at(i).row;
    }
    const TakenOut taken = m_taken;
    leaveHanding();
    m_service->handOver(taken, rows);
}
