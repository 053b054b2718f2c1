// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_today/todayarea.h"

#include "base/clock.h"
#include "base/searchwords.h"
#include "session/conversationservice.h"
#include "session/dayswork.h"
#include "session/guardrailservice.h"
#include "session/handoverservice.h"
#include "session/whenrefused.h"
#include "session/workspace.h"
#include "ui_common/accessible.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_today/answerfield.h"
#include "ui_today/daylist.h"
#include "ui_today/returnfield.h"
#include "ui_today/todayactions.h"
#include "ui_today/todaypage.h"

#include <QAction>
#include <QDataStream>
#include <QHBoxLayout>
#include <QIODevice>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr int TodayStateVersion = 1;
constexpr std::array SalesSections {WorkSection::FollowUps, WorkSection::YourTurn,
    WorkSection::Handovers, WorkSection::GoingCold, WorkSection::Posts, WorkSection::Approvals};
constexpr std::array MarketingSections {WorkSection::Posts, WorkSection::Approvals,
    WorkSection::Handovers, WorkSection::FollowUps, WorkSection::YourTurn, WorkSection::GoingCold};
const auto ProspectsAreaId = "prospects"_L1;
const auto CalendarAreaId = "calendar"_L1;

/// Of \a page the rows that hold each of \a words.
WorkPage rowsWith(const WorkPage &page, const QStringList &words)
{
    WorkPage found;
    for (const WorkRow &row : page.rows) {
        if (holdsAll(DayWords::searchedTexts(row), words))
            found.rows << row;
    }
    found.total = found.rows.size();
    return found;
}
} // namespace

TodayArea::TodayArea(Workspace &workspace)
    : m_workspace(workspace)
    , m_work(new DaysWork(workspace, this))
    , m_actions(new TodayActions(this))
    , m_page(new TodayPage)
{
    m_page->list()->setRowActions(
        m_actions->ofRows(), [this](const QAction &action, const WorkRow &row) {
            return TodayActions::fits(action, row, isMarketing());
        });
    m_page->list()->addAction(m_actions->words); // for its key
    buildTitle();
    connectActions();
    connectList();
    connect(m_work, &DaysWork::changed, this, &TodayArea::refresh);
    connect(m_work, &DaysWork::notLogged, this, &TodayArea::reopen);
    m_work->watch();
}

TodayArea::~TodayArea()
{
    // Without a window nobody owns them.
    for (QWidget *part : {static_cast<QWidget *>(m_page.data()), m_bar.data()}) {
        if (part != nullptr && part->parent() == nullptr)
            delete part;
    }
}

void TodayArea::buildTitle()
{
    m_bar = new QWidget;
    m_day = new QLabel(m_bar);
    m_day->setObjectName(u"today.day"_s);
    makeQuiet(m_day);
    auto *words = new QToolButton(m_bar);
    words->setObjectName(u"today.wordsButton"_s);
    words->setDefaultAction(m_actions->words);
    switchByToggle(words);
    words->setAccessibleName(QString(m_actions->words->text()).remove(u'&'));
    words->setAutoRaise(true);
    words->setIconSize({Metrics::Icon, Metrics::Icon});
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metrics::Small);
    row->addWidget(m_day);
    row->addStretch(1);
    row->addWidget(words);
}

void TodayArea::connectActions()
{
    connect(m_actions->open, &QAction::triggered, this, &TodayArea::open);
    connect(
        m_actions->answer, &QAction::triggered, this, [this] { startLog(Medium::DirectMessage); });
    connect(m_actions->log, &QAction::triggered, this, [this] { startLog(Medium::Call); });
    connect(m_actions->snooze, &QAction::triggered, this,
        [this] { m_actions->snoozeMenu(m_workspace.today())->popup(m_page->list()->menuPlace()); });
    connect(m_actions, &TodayActions::snoozed, this, [this](QDate until) {
        withRow([this, until](const WorkRow &row) { m_work->snooze(row, until); });
    });
    connect(m_actions->done, &QAction::triggered, this,
        [this] { withRow([this](const WorkRow &row) { m_work->close(row); }); });
    connect(m_actions->accept, &QAction::triggered, this, [this] {
        withRow([this](const WorkRow &row) {
            HandoverService(m_workspace).accept(row.person, *row.handover);
        });
    });
    connect(m_actions->giveBack, &QAction::triggered, this, &TodayArea::startReturn);
    connect(m_actions->words, &QAction::toggled, m_work, &DaysWork::setShowsWords);
}

void TodayArea::connectList()
{
    const DayList *list = m_page->list();
    connect(list, &DayList::currentLineChanged, this, &TodayArea::updateActions);
    connect(list, &DayList::rowActivated, this, &TodayArea::open);
    connect(list, &DayList::moreRequested, this, &TodayArea::showAll);
    connect(list, &DayList::menuRequested, this, &TodayArea::showMenu);
    connect(m_page, &TodayPage::prospectsRequested, this, [this] { showArea(ProspectsAreaId); });
    connect(m_page, &TodayPage::clearSearchRequested, this, [this] {
        clearSearch();
        m_page->setFocus(Qt::OtherFocusReason);
    });
    connect(m_page, &TodayPage::searchEverywhereRequested, this, [this] {
        if (host() != nullptr)
            host()->searchEverywhere();
    });
    connect(m_page, &TodayPage::retryRequested, m_work, &DaysWork::reload);
}

bool TodayArea::isMarketing() const
{
    return m_workspace.viewer().role == Role::SocialMediaManager;
}

DayContext TodayArea::context() const
{
    return {.today = m_work->day(),
        .now = m_workspace.clock().now(),
        .zone = m_workspace.zone(),
        .isMarketing = isMarketing(),
        .userName = [this](UserId user) { return m_workspace.userName(user); }};
}

void TodayArea::refresh()
{
    if (host() != nullptr)
        host()->setLoading(this, m_work->state() == StoreState::Loading);
    if (m_page == nullptr || m_work->state() == StoreState::Loading)
        return;
    const QStringList words = searchWords(m_searched);
    QList<DayModel::Section> sections;
    qint64 total = 0;
    for (const WorkSection section : isMarketing() ? MarketingSections : SalesSections) {
        const WorkPage &page = m_work->page(section);
        total += page.total;
        if (words.isEmpty())
            sections.append({section, page});
        else
            sections.append({section, rowsWith(page, words), page});
    }
    const QString day = QLocale().toString(m_work->day(), QLocale::LongFormat);
    //: The day, and how many things wait on it.
    m_day->setText(total == 0 ? day : tr("%1 · %n waiting", nullptr, int(total)).arg(day));
    m_page->list()->setSections(sections, m_workspace.stages(), context());
    openPutBack();
    showPart();
}

void TodayArea::showPart()
{
    const bool isWriting = m_page->list()->field() != nullptr;
    if (m_work->state() == StoreState::Failed && !isWriting)
        m_page->showError(m_work->error());
    else if (m_work->isEmpty() && !isWriting)
        m_page->showEmpty(DayWords::nothing(m_work->coming(), context()));
    else if (m_page->list()->days().rowCount() == 0 && !m_searched.isEmpty())
        m_page->showNothingFound(m_searched.trimmed());
    else
        m_page->showList();
}

void TodayArea::updateActions()
{
    m_actions->update(m_page->list()->currentRow(), isMarketing());
}

void TodayArea::withRow(const std::function<void(const WorkRow &)> &act)
{
    const std::optional<WorkRow> row = m_page->list()->currentRow();
    if (!row)
        return;
    if (m_page->list()->hasFieldUnderCurrent())
        m_page->list()->closeField();
    act(*row);
}

void TodayArea::open()
{
    withRow([this](const WorkRow &row) {
        if (row.post) {
            emit postRequested(row.post->post);
            showArea(CalendarAreaId);
        } else if (row.person.id.isNull() && row.conversation) {
            showArea(ProspectsAreaId);
            emit chatRequested(row.conversation->id);
        } else {
            emit openRequested(row.person.id);
            showArea(ProspectsAreaId);
        }
    });
}

void TodayArea::showArea(const QString &id)
{
    if (host() != nullptr)
        host()->showArea(id);
}

void TodayArea::openAnswer(AnswerField *field, const WorkRow &row)
{
    DayList *list = m_page->list();
    m_work->prepare(row.person.id);
    if (const ProspectId person = row.person.id; !person.isNull()) {
        field->setCheck(
            [this, field, person](Medium medium, const QString &words, AnswerField::Answer answer) {
                m_work->check(person, medium, words, field, std::move(answer));
            });
        connect(&m_workspace.guardrails(), &GuardrailService::rulesChanged, field,
            &AnswerField::askAgain);
    }
    connect(field, &AnswerField::closeRequested, this, [this] {
        m_page->list()->closeField();
        m_work->prepare({});
        refresh(); // the row may have been kept for the field alone
    });
    connect(field, &AnswerField::logged, this,
        [this, row, field](const ConversationService::Entry &entry) {
            ConversationService::Entry kept = entry;
            if (!row.person.id.isNull())
                kept.beside = m_workspace.guardrails().overrides(
                    row.person.id, field->findings(), field->reason());
            m_page->list()->closeField();
            m_work->log(row, kept);
            refresh();
        });
    list->openField(field);
}

AnswerField *TodayArea::makeField() const
{
    return new AnswerField(
        m_workspace.zone(), [&workspace = m_workspace] { return workspace.clock().now(); });
}

bool TodayArea::resumeBegun()
{
    auto *begun = qobject_cast<AnswerField *>(m_page->list()->field());
    if (begun == nullptr || !begun->isBegun())
        return false;
    begun->resume();
    return true;
}

void TodayArea::startLog(Medium medium)
{
    if (resumeBegun())
        return;
    const std::optional<WorkRow> row = m_page->list()->currentRow();
    if (!row)
        return;
    AnswerField *field = makeField();
    openAnswer(field, *row);
    field->start(medium, Direction::Ours);
}

void TodayArea::startReturn()
{
    const std::optional<WorkRow> row = m_page->list()->currentRow();
    if (!row || !row->handover || resumeBegun())
        return;
    openReturn(*row, {});
}

void TodayArea::openReturn(const WorkRow &row, const QString &written)
{
    auto *field = new ReturnField;
    connect(field, &ReturnField::closeRequested, this, [this] {
        m_page->list()->closeField();
        refresh();
    });
    connect(field, &ReturnField::returned, this,
        [this, handover = *row.handover, person = row.person](const QString &reason) {
            m_page->list()->closeField();
            whenRefused(
                m_workspace, this,
                [&] { HandoverService(m_workspace).giveBack(person, handover, reason); },
                [this, id = handover.id, reason] {
                    const auto isIt = [id](const WorkRow &of) {
                        return of.handover && of.handover->id == id;
                    };
                    putBack({isIt, [this, reason](const WorkRow &of) { openReturn(of, reason); }});
                });
            refresh();
        });
    m_page->list()->openField(field);
    field->start(written);
}

void TodayArea::reopen(ProspectId prospect, const ConversationService::Entry &entry)
{
    if (m_page == nullptr)
        return;
    clearSearch(); // the words must not be lost where their row is not shown
    const auto isIt = [prospect, chat = entry.conversation](const WorkRow &row) {
        const bool isOfChat = row.conversation && row.conversation->id == chat;
        return isOfChat || (!prospect.isNull() && row.person.id == prospect);
    };
    putBack({isIt, [this, entry](const WorkRow &row) {
                 AnswerField *field = makeField();
                 openAnswer(field, row);
                 field->setEntry(entry);
             }});
}

void TodayArea::putBack(const PutBack &words)
{
    m_putBack.append(words);
    openPutBack();
}

void TodayArea::openPutBack()
{
    if (m_page == nullptr || m_page->list()->field() != nullptr)
        return; // somebody writes
    const DayModel &days = m_page->list()->days();
    for (qsizetype i = 0; i < m_putBack.size(); ++i) {
        for (int line = 0; line < days.rowCount(); ++line) {
            const WorkRow *found = days.rowAt(days.index(line));
            if (found == nullptr || !m_putBack.at(i).isIt(*found))
                continue;
            const WorkRow row = *found;
            const PutBack words = m_putBack.takeAt(i);
            m_page->list()->setCurrentIndex(days.index(line));
            words.open(row);
            return;
        }
    }
}

void TodayArea::showMenu(QPoint place)
{
    QMenu menu;
    const std::optional<WorkRow> row = m_page->list()->currentRow();
    const auto known = m_actions->all();
    for (QAction *action : known) {
        if (action == m_actions->snooze) {
            if (action->isEnabled())
                menu.addMenu(m_actions->snoozeMenu(m_workspace.today()));
        } else if (row && TodayActions::fits(*action, *row, isMarketing())) {
            menu.addAction(action);
        }
    }
    menu.exec(place);
}

void TodayArea::showAll(WorkSection section)
{
    if (section == WorkSection::Posts || section == WorkSection::Approvals) {
        showArea(CalendarAreaId);
        return;
    }
    m_work->prospects(section, this, [this, section](const Result<QList<ProspectId>> &found) {
        if (!found) {
            emit m_workspace.notice(Notice::error(found.error()));
            return;
        }
        emit prospectsRequested(*found, DayWords::listTitle(section));
        showArea(ProspectsAreaId);
    });
}

QString TodayArea::id() const
{
    return u"today"_s;
}

QString TodayArea::title() const
{
    return tr("Today");
}

QIcon TodayArea::icon() const
{
    return Icons::named(u"view-task"_s, u"go-jump-today"_s);
}

QWidget *TodayArea::widget()
{
    return m_page;
}

QWidget *TodayArea::titleWidget()
{
    return m_bar;
}

QList<QAction *> TodayArea::actions() const
{
    return m_actions->all();
}

QByteArray TodayArea::saveState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << TodayStateVersion << m_actions->words->isChecked();
    return state;
}

QString TodayArea::unkept() const
{
    const QWidget *field = m_page == nullptr ? nullptr : m_page->list()->field();
    if (const auto *answer = qobject_cast<const AnswerField *>(field);
        answer != nullptr && answer->isBegun())
        return tr("What you wrote in Today is not logged yet.");
    if (const auto *back = qobject_cast<const ReturnField *>(field);
        back != nullptr && back->isBegun())
        return tr("The handover that you began to return in Today is not returned yet.");
    return {};
}

void TodayArea::restoreState(const QByteArray &state)
{
    QDataStream in(state);
    in.setVersion(QDataStream::Qt_6_4);
    int version = 0;
    bool words = false;
    in >> version >> words;
    if (version == TodayStateVersion && in.status() == QDataStream::Ok)
        m_actions->words->setChecked(words);
}

void TodayArea::activate()
{
    m_work->look();
    if (host() != nullptr)
        host()->setLoading(this, m_work->state() == StoreState::Loading);
    const QWidget *focused = m_page->window()->focusWidget();
    if (!m_page->isAncestorOf(focused) || !focused->isVisibleTo(m_page))
        m_page->setFocus(Qt::OtherFocusReason);
}

void TodayArea::search(const QString &text)
{
    m_searched = text;
    refresh();
}

QString TodayArea::searchHint() const
{
    return tr("Search today");
}

void TodayArea::clearSearch()
{
    if (m_searched.isEmpty())
        return;
    if (host() != nullptr)
        host()->setSearchText(this, {});
    search({});
}
