// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_shell/workbench.h"

#include "ui_common/accessible.h"
#include "ui_common/closebutton.h"
#include "ui_common/icons.h"
#include "ui_common/loadingbar.h"
#include "ui_common/notifierbar.h"
#include "ui_common/theme.h"
#include "ui_shell/rail.h"
#include "ui_shell/searcheverywhere.h"
#include "ui_shell/searchfield.h"
#include "ui_shell/statusline.h"
#include "ui_shell/titlerow.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QHBoxLayout>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QUndoStack>

using namespace Qt::StringLiterals;

namespace {

constexpr int InspectorWidth = 360;
constexpr int LeastInspectorWidth = 260;
constexpr int LeastWorkWidth = 360;
constexpr int StateVersion = 1;

} // namespace

Workbench::Workbench(WorkbenchContent content, QWidget *parent)
    : QWidget(parent)
    , m_content(std::move(content))
    , m_rail(new Rail(this))
    , m_titleRow(new TitleRow(this))
    , m_loading(new LoadingBar(this))
    , m_pages(new QStackedWidget(this))
    , m_inspectors(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_notifier(new NotifierBar(this))
    , m_status(new StatusLine(this))
    , m_areaGroup(new QActionGroup(this))
    , m_inspectorAction(new QAction(tr("&Inspector"), this))
{
    Q_ASSERT(!m_content.areas.empty());
    m_inspectorAction->setObjectName(u"view.inspector"_s);
    m_inspectorAction->setCheckable(true);
    m_inspectorAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_I));
    m_inspectorAction->setIcon(Icons::named(u"sidebar-expand-right"_s, u"view-right-close"_s));
    m_inspectorAction->setToolTip(
        tr("Show or hide the inspector (%1)")
            .arg(m_inspectorAction->shortcut().toString(QKeySequence::NativeText)));
    connect(m_inspectorAction, &QAction::triggered, this,
        [this](bool shown) { showInspector(currentArea(), shown); });
    m_titleRow->inspectorButton()->setDefaultAction(m_inspectorAction);
    switchByToggle(m_titleRow->inspectorButton());
    connect(m_titleRow->closeButton(), &CloseButton::clicked, this, &Workbench::closeTask);

    m_status->setWorkspace(m_content.title, m_content.location);
    int number = 0;
    for (const auto &area : m_content.areas)
        buildArea(area.get(), ++number);
    buildLayout();
    connect(m_titleRow->search(), &QLineEdit::textChanged, this, &Workbench::onSearch);
    connect(m_titleRow->search(), &SearchField::left, this, &Workbench::onSearchFinished);
    if (m_content.undoStack != nullptr)
        connect(m_content.undoStack, &QUndoStack::indexChanged, m_notifier, &NotifierBar::dropUndo);
    setCurrent(0);
}

Workbench::~Workbench()
{
    // The promise to the areas: their widgets go first, while the areas still live.
    disconnect(m_titleRow->search(), nullptr, this, nullptr);
    delete m_splitter;
    m_content.areas.clear();
}

void Workbench::buildArea(Area *area, int number)
{
    area->setHost(this);
    auto *action = new QAction(area->icon(), area->title(), this);
    action->setObjectName(u"area."_s + area->id());
    action->setCheckable(true);
    if (number <= 9)
        action->setShortcut(QKeySequence(
            QKeyCombination(Qt::ControlModifier, static_cast<Qt::Key>(Qt::Key_0 + number))));
    //: Tool tip of an area: its name and its shortcut.
    action->setToolTip(
        tr("%1 (%2)").arg(area->title(), action->shortcut().toString(QKeySequence::NativeText)));
    const int index = number - 1;
    connect(action, &QAction::triggered, this, [this, index] { setCurrent(index); });
    m_areaGroup->addAction(action);
    m_rail->add(action);

    m_pages->addWidget(area->widget());
    QWidget *inspector = area->inspector();
    if (inspector != nullptr)
        m_inspectors->addWidget(inspector);
    QWidget *extra = area->titleWidget();
    if (extra != nullptr)
        m_titleRow->addExtra(extra);
    m_inspectorPages.append(inspector);
    m_extras.append(extra);
    m_searches.append(QString());
    m_inspectorShown.append(false);
    m_areaLoading.append(false);
}

void Workbench::buildLayout()
{
    auto *work = new QWidget(m_splitter);
    work->setMinimumWidth(LeastWorkWidth);
    auto *column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_titleRow);
    column->addWidget(m_loading);
    column->addWidget(m_pages, 1);
    work->setAutoFillBackground(true);
    work->setBackgroundRole(QPalette::Base);
    m_inspectors->setMinimumWidth(LeastInspectorWidth);
    m_inspectors->setAutoFillBackground(true);
    m_inspectors->setBackgroundRole(QPalette::Base);
    m_splitter->addWidget(work);
    m_splitter->addWidget(m_inspectors);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({InspectorWidth * 3, InspectorWidth});

    auto *upper = new QHBoxLayout;
    upper->setSpacing(0);
    upper->addWidget(m_rail);
    upper->addWidget(m_splitter, 1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(0);
    foot->addWidget(m_notifier, 1);
    foot->addStretch(0);
    foot->addWidget(m_status);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(upper, 1);
    layout->addWidget(hairline(Qt::Horizontal, this));
    layout->addLayout(foot);
}

Area *Workbench::currentArea() const
{
    return m_content.areas.at(static_cast<size_t>(m_current)).get();
}

QList<QAction *> Workbench::areaActions() const
{
    return m_areaGroup->actions();
}

void Workbench::setCurrent(int index)
{
    m_areaGroup->actions().at(index)->setChecked(true);
    const bool other = index != m_current;
    m_current = index;
    if (m_task)
        closeTask();
    else if (other)
        showCurrent();
    if (other)
        emit currentAreaChanged();
    activateCurrent();
}

void Workbench::showCurrent()
{
    const Area *area = currentArea();
    m_pages->setCurrentIndex(m_current);
    m_titleRow->setArea(area->title(), m_extras.at(m_current));
    SearchField *search = m_titleRow->search();
    const QSignalBlocker quiet(search);
    search->setText(m_searches.at(m_current));
    const Area *searched = searchArea();
    search->setPlaceholderText(searched != nullptr ? searched->searchHint() : QString());
    search->setVisible(searched != nullptr);
    m_titleRow->closeButton()->hide();
    m_loading->setLoading(m_areaLoading.at(m_current));
    updateInspector();
}

void Workbench::showTask(const QString &title, QWidget *page)
{
    if (m_task)
        m_task->deleteLater();
    m_task = page;
    m_pages->addWidget(page);
    m_pages->setCurrentWidget(page);
    m_titleRow->setArea(title, nullptr);
    m_titleRow->search()->hide();
    m_titleRow->closeButton()->hide();
    m_titleRow->inspectorButton()->hide();
    m_inspectorAction->setEnabled(false);
    m_inspectors->hide();
    m_loading->setLoading(false);
    // No area is in front while the task is.
    m_areaGroup->setExclusive(false);
    m_areaGroup->actions().at(m_current)->setChecked(false);
    m_areaGroup->setExclusive(true);
    page->setFocus(Qt::OtherFocusReason);
}

void Workbench::showPage(const QString &title, QWidget *page)
{
    showTask(title, page);
    m_titleRow->closeButton()->show();
    auto *escape = new QShortcut(Qt::Key_Escape, page);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &Workbench::closeTask);
}

void Workbench::closeTask()
{
    if (!m_task)
        return;
    m_pages->removeWidget(m_task);
    m_task->hide();
    m_task->deleteLater(); // it may be in the middle of its own click
    m_task.clear();
    m_areaGroup->actions().at(m_current)->setChecked(true);
    showCurrent();
    activateCurrent();
}

void Workbench::activateCurrent()
{
    QWidget *page = m_pages->currentWidget();
    currentArea()->activate();
    const QWidget *focused = window()->focusWidget(); // also while the window is not active yet
    const bool isOfPage =
        focused == page || (page->isAncestorOf(focused) && focused->isVisibleTo(page));
    if (!isOfPage)
        page->setFocus(Qt::OtherFocusReason); // not the search field, where a letter would filter
}

void Workbench::updateInspector()
{
    QWidget *inspector = m_inspectorPages.at(m_current);
    const bool shown = inspector != nullptr && m_inspectorShown.at(m_current);
    if (inspector != nullptr)
        m_inspectors->setCurrentWidget(inspector);
    m_inspectors->setVisible(shown);
    m_inspectorAction->setEnabled(inspector != nullptr);
    m_inspectorAction->setChecked(shown);
    m_titleRow->inspectorButton()->setVisible(inspector != nullptr);
}

void Workbench::focusSearch()
{
    m_titleRow->search()->setFocus(Qt::ShortcutFocusReason);
    m_titleRow->search()->selectAll();
}

void Workbench::setSearch(SearchEverywhere *search)
{
    m_search = search;
    connect(this, &Workbench::currentAreaChanged, search, &SearchEverywhere::dismiss);
}

void Workbench::searchEverywhere()
{
    if (m_search)
        m_search->open(m_titleRow->search()->text());
}

void Workbench::focusNextPane()
{
    const QList<QWidget *> panes {m_rail, m_titleRow, m_pages, m_inspectors};
    const QWidget *focused = QApplication::focusWidget();
    qsizetype at = 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (focused != nullptr && panes.at(i)->isAncestorOf(focused))
            at = i;
    }
    for (qsizetype step = 1; step <= panes.size(); ++step) {
        QWidget *pane = panes.at((at + step) % panes.size());
        if (!pane->isVisible())
            continue;
        if (pane == m_pages) {
            activateCurrent();
            return;
        }
        const auto parts = pane->findChildren<QWidget *>();
        for (QWidget *part : parts) {
            if (part->isVisible() && part->isEnabled()
                && (part->focusPolicy() & Qt::TabFocus) != 0) {
                part->setFocus(Qt::TabFocusReason);
                return;
            }
        }
    }
}

void Workbench::saveState(QSettings &settings) const
{
    settings.setValue(u"version"_s, StateVersion);
    settings.setValue(u"area"_s, currentArea()->id());
    settings.setValue(u"splitter"_s, m_splitter->saveState());
    for (size_t i = 0; i < m_content.areas.size(); ++i) {
        const Area &area = *m_content.areas.at(i);
        settings.setValue(u"areas/%1/state"_s.arg(area.id()), area.saveState());
        settings.setValue(
            u"areas/%1/inspector"_s.arg(area.id()), m_inspectorShown.at(static_cast<qsizetype>(i)));
    }
}

void Workbench::restoreState(QSettings &settings)
{
    if (settings.value(u"version"_s).toInt() != StateVersion)
        return;
    m_splitter->restoreState(settings.value(u"splitter"_s).toByteArray());
    for (size_t i = 0; i < m_content.areas.size(); ++i) {
        Area &area = *m_content.areas.at(i);
        m_inspectorShown[static_cast<qsizetype>(i)] =
            settings.value(u"areas/%1/inspector"_s.arg(area.id())).toBool();
        const QByteArray state = settings.value(u"areas/%1/state"_s.arg(area.id())).toByteArray();
        if (!state.isEmpty())
            area.restoreState(state);
    }
    updateInspector();
    showArea(settings.value(u"area"_s).toString());
}

void Workbench::showInspector(Area *area, bool shown)
{
    const int index = indexOf(area);
    if (index < 0)
        return;
    m_inspectorShown[index] = shown;
    if (index == m_current && !m_task)
        updateInspector();
}

void Workbench::setLoading(Area *area, bool loading)
{
    const int index = indexOf(area);
    if (index < 0)
        return;
    m_areaLoading[index] = loading;
    if (index == m_current && !m_task)
        m_loading->setLoading(loading);
}

void Workbench::notify(const NotifierMessage &message)
{
    m_notifier->show(message);
}

void Workbench::showArea(const QString &id)
{
    for (size_t i = 0; i < m_content.areas.size(); ++i) {
        if (m_content.areas.at(i)->id() == id) {
            setCurrent(static_cast<int>(i));
            return;
        }
    }
}

void Workbench::setSearchText(Area *area, const QString &text)
{
    const int index = indexOf(area);
    if (index < 0)
        return;
    m_searches[index] = text;
    if (index != m_current)
        return;
    const QSignalBlocker quiet(m_titleRow->search());
    m_titleRow->search()->setText(text);
}

void Workbench::onSearch(const QString &text)
{
    m_searches[m_current] = text;
    if (!currentArea()->searchHint().isEmpty())
        currentArea()->search(text);
}

void Workbench::onSearchFinished()
{
    Area *searched = searchArea();
    const QString text = m_searches.at(m_current);
    if (searched != nullptr && searched != currentArea() && !text.isEmpty()) {
        m_searches[m_current].clear();
        const int index = indexOf(searched);
        m_searches[index] = text;
        searched->search(text);
        setCurrent(index);
    } else {
        activateCurrent();
    }
}

int Workbench::indexOf(const Area *area) const
{
    for (size_t i = 0; i < m_content.areas.size(); ++i) {
        if (m_content.areas.at(i).get() == area)
            return static_cast<int>(i);
    }
    return -1;
}

Area *Workbench::searchArea() const
{
    if (!currentArea()->searchHint().isEmpty())
        return currentArea();
    const auto &areas = m_content.areas;
    const auto searches = [](const auto &area) { return !area->searchHint().isEmpty(); };
    const auto before = std::find_if(areas.rend() - m_current, areas.rend(), searches);
    if (before != areas.rend())
        return before->get();
    const auto first = std::ranges::find_if(areas, searches);
    return first == areas.end() ? nullptr : first->get();
}
