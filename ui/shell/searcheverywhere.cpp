// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_shell/searcheverywhere.h"

#include "session/searchresults.h"
#include "session/workspace.h"
#include "ui_common/chips.h"
#include "ui_common/emptystate.h"
#include "ui_common/errorstate.h"
#include "ui_common/icons.h"
#include "ui_common/loadingbar.h"
#include "ui_common/theme.h"
#include "ui_shell/searchdelegate.h"
#include "ui_shell/searchmodel.h"

#include <QAction>
#include <QApplication>
#include <QFrame>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cstdlib>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr int PanelWidth = 680;
constexpr int PanelHeight = 560;
constexpr int DimAlpha = 90; ///< of 255: what lies behind stays readable

QString keyOf(SearchKind kind)
{
    return QString::number(int(kind));
}
} // namespace

SearchEverywhere::SearchEverywhere(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_results(new SearchResults(workspace, this))
    , m_model(new SearchModel(workspace, *m_results, this))
    , m_panel(new QFrame(this))
    , m_field(new QLineEdit(m_panel))
    , m_kinds(new FilterChips(m_panel))
    , m_loading(new LoadingBar(m_panel))
    , m_pages(new QStackedWidget(m_panel))
    , m_list(new QListView(m_pages))
    , m_empty(new EmptyState(m_pages))
    , m_error(new ErrorState(m_pages))
{
    setObjectName(u"searchEverywhere"_s);
    setAccessibleName(tr("Search everywhere"));
    build();
    hide();
    parent->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_chosenRow = 0;
        m_results->setText(text);
    });
    connect(m_kinds, &FilterChips::checkedKeysChanged, this, [this](const QStringList &keys) {
        m_results->setKind(
            keys.isEmpty() ? std::nullopt : std::optional(SearchKind(keys.first().toInt())));
    });
    connect(m_results, &Store::changed, this, &SearchEverywhere::refresh);
    connect(m_error, &ErrorState::retryRequested, m_results, &SearchResults::retry);
    connect(m_list, &QListView::clicked, this, &SearchEverywhere::choose);
    connect(qApp, &QApplication::focusChanged, this,
        [this](const QWidget *, const QWidget *now) { onFocusChanged(now); });
    refresh();
}

SearchEverywhere::~SearchEverywhere()
{
    disconnect(qApp, nullptr, this, nullptr); // its parts go one by one, and the keyboard with them
}

void SearchEverywhere::build()
{
    m_panel->setObjectName(u"searchPanel"_s);
    m_panel->setFrameShape(QFrame::StyledPanel);
    m_panel->setAutoFillBackground(true);
    m_panel->setBackgroundRole(QPalette::Base);
    m_field->setObjectName(u"everywhereField"_s);
    m_field->setAccessibleName(tr("Search everywhere"));
    m_field->setPlaceholderText(tr("Search prospects, messages, posts, profile copy and commands"));
    m_field->setClearButtonEnabled(true);
    QAction *sign =
        m_field->addAction(Icons::named(u"search"_s, u"edit-find"_s), QLineEdit::LeadingPosition);
    sign->setText(tr("Search"));
    m_field->installEventFilter(this);
    m_kinds->setObjectName(u"searchKinds"_s);
    m_kinds->setAccessibleName(tr("What is searched"));
    m_kinds->setExclusive(true);
    QList<Chip> chips;
    for (const SearchKind kind : SearchKinds)
        chips.append({keyOf(kind), SearchModel::kindName(kind)});
    m_kinds->setChips(chips);
    m_list->setObjectName(u"searchHits"_s);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SearchDelegate(*m_model, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->installEventFilter(this);
    m_empty->setObjectName(u"searchEmpty"_s);
    m_error->setObjectName(u"searchError"_s);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_error);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(Metrics::Medium, Metrics::Medium, Metrics::Medium, 0);
    top->setSpacing(Metrics::Small);
    top->addWidget(m_field);
    top->addWidget(m_kinds);
    auto *layout = new QVBoxLayout(m_panel);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(Metrics::Small);
    layout->addLayout(top);
    layout->addWidget(m_loading);
    layout->addWidget(m_pages, 1);
}

void SearchEverywhere::setCommands(std::function<QList<QAction *>()> commands)
{
    m_commands = std::move(commands);
}

void SearchEverywhere::open(const QString &text)
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_model->setCommands(m_commands ? m_commands() : QList<QAction *>());
    place();
    show();
    raise();
    if (!text.isEmpty())
        m_field->setText(text);
    m_results->setText(m_field->text()); // the same words as before, which were put away
    m_field->selectAll();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void SearchEverywhere::dismiss()
{
    if (!isVisible())
        return;
    const QPointer<QWidget> before = m_before;
    leave();
    if (before)
        before->setFocus(Qt::OtherFocusReason);
}

void SearchEverywhere::leave()
{
    m_before.clear();
    hide();
    m_results->close();
}

void SearchEverywhere::refresh()
{
    m_loading->setLoading(m_results->state() == StoreState::Loading);
    const bool hasHits = m_model->rowCount() > 0;
    if (hasHits) {
        const QModelIndex chosen = m_model->indexOf(m_chosenKind, m_chosenRow);
        setCurrent(chosen.isValid() ? chosen : m_model->index(1)); // below its heading
        m_pages->setCurrentWidget(m_list);
    } else if (m_results->state() == StoreState::Failed) {
        m_error->setError(m_results->error(), tr("Try again"));
        m_pages->setCurrentWidget(m_error);
    } else if (m_results->state() == StoreState::Ready) {
        m_empty->setSentence(m_results->text().isEmpty() ? tr("Type a word, or how it begins.")
                : m_results->isCut()
                ? tr("Nothing found so far holds “%1”. It is so common that only the newest "
                     "messages were looked through; add a word.")
                      .arg(m_results->text())
                : tr("Nothing holds “%1”.").arg(m_results->text()));
        m_empty->setButtonText({});
        m_pages->setCurrentWidget(m_empty);
    }
}

void SearchEverywhere::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    if (m_model->rowKind(index) == SearchModel::RowKind::More) {
        m_results->readMore(m_model->searchKind(index));
        return;
    }
    if (const QPointer<QAction> command = m_model->command(index)) {
        dismiss(); // what it is for has the keyboard again
        if (command && command->isEnabled())
            command->trigger();
        return;
    }
    const SearchHit *found = m_model->hit(index);
    if (!found)
        return;
    const SearchHit hit = *found; // the results go with the layer
    leave();
    emit hitChosen(hit);
}

void SearchEverywhere::step(int steps)
{
    const int count = m_model->rowCount();
    const int direction = steps < 0 ? -1 : 1;
    QModelIndex target = m_list->currentIndex();
    int left = std::abs(steps);
    int row = target.isValid() ? target.row() + direction : 0;
    for (; left > 0 && row >= 0 && row < count; row += direction) {
        const QModelIndex index = m_model->index(row);
        if (!m_model->flags(index).testFlag(Qt::ItemIsSelectable))
            continue;
        target = index;
        --left;
    }
    if (const SearchHit *hit = m_model->hit(target)) {
        m_chosenKind = hit->kind;
        m_chosenRow = hit->row();
    }
    setCurrent(target);
}

void SearchEverywhere::setCurrent(const QModelIndex &index)
{
    m_list->setCurrentIndex(index);
    if (index.row() == 1)
        m_list->scrollToTop(); // the first heading comes into view with its first row
}

bool SearchEverywhere::onKey(int key)
{
    constexpr int PageRows = 8;
    switch (key) {
    case Qt::Key_Escape:
        dismiss();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex());
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(PageRows);
        return true;
    case Qt::Key_PageUp:
        step(-PageRows);
        return true;
    default:
        return false;
    }
}

bool SearchEverywhere::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    if ((watched == m_field || watched == m_list) && event->type() == QEvent::KeyPress)
        return onKey(static_cast<QKeyEvent *>(event)->key());
    return QWidget::eventFilter(watched, event);
}

bool SearchEverywhere::focusNextPrevChild(bool next)
{
    if (!isVisible())
        return QWidget::focusNextPrevChild(next);
    // The keyboard stays in the layer while it is up.
    QList<QWidget *> stops;
    const auto parts = m_panel->findChildren<QWidget *>();
    for (QWidget *part : parts) {
        if (part->isVisible() && part->isEnabled() && (part->focusPolicy() & Qt::TabFocus) != 0)
            stops.append(part);
    }
    if (stops.isEmpty())
        return false;
    const qsizetype at = stops.indexOf(QApplication::focusWidget());
    const qsizetype count = stops.size();
    stops.at((at + (next ? 1 : count - 1) + count) % count)
        ->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void SearchEverywhere::onFocusChanged(const QWidget *now)
{
    // Another window, a menu among them, is no reason to go.
    if (isVisible() && now && now->window() == window() && now != this && !isAncestorOf(now))
        leave();
}

void SearchEverywhere::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QWidget::keyPressEvent(event);
}

void SearchEverywhere::mousePressEvent(QMouseEvent *event)
{
    event->accept();
    if (!m_panel->geometry().contains(event->position().toPoint()))
        dismiss();
}

void SearchEverywhere::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor dim = palette().color(QPalette::Shadow);
    dim.setAlpha(DimAlpha);
    painter.fillRect(rect(), dim);
}

void SearchEverywhere::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void SearchEverywhere::place()
{
    const QRect whole = parentWidget()->rect();
    setGeometry(whole);
    const QSize room = whole.size() - QSize(2 * Metrics::Wide, 2 * Metrics::Wide);
    const QSize size = QSize(PanelWidth, PanelHeight).boundedTo(room);
    m_panel->setGeometry((whole.width() - size.width()) / 2,
        std::min(3 * Metrics::Wide, (whole.height() - size.height()) / 2), size.width(),
        size.height());
}
