// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/touchpicker.h"

#include "base/text.h"
#include "domain/landmarks.h"
#include "session/plansets.h"
#include "session/prospectservice.h"
#include "session/touchservice.h"
#include "session/workspace.h"
#include "ui_common/formatting.h"
#include "ui_prospects/touchwords.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QStandardItemModel>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr int PickerRestMs = 150;
constexpr int MostHits = 12;
} // namespace

TouchPicker::TouchPicker(Workspace &workspace, QWidget *parent)
    : QLineEdit(parent)
    , m_workspace(workspace)
    , m_model(new QStandardItemModel(this))
{
    auto *completer = new QCompleter(m_model, this);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer->setMaxVisibleItems(MostHits);
    setCompleter(completer);
    completer->popup()->setObjectName(u"touch.found"_s);
    completer->popup()->setAccessibleName(tr("What was found"));
    m_rest.setSingleShot(true);
    m_rest.setInterval(PickerRestMs);
    connect(&m_rest, &QTimer::timeout, this, &TouchPicker::search);
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_target = {};
        m_isSearching = true;
        m_wantsFirst = false; // who types on has not chosen
        m_rest.start();
    });
    connect(completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
        [this](const QModelIndex &index) {
            const int row = index.data(Qt::UserRole).toInt();
            if (row >= 0 && row < m_found.size())
                setTarget(m_found.at(row));
        });
    setOf(Of::Posts);
}

void TouchPicker::setOf(Of of)
{
    setAccessibleName(of == Of::People ? tr("Who referred them") : tr("What it was about"));
    setPlaceholderText(
        of == Of::People ? tr("Who referred them: search a name") : tr("Which post: search words"));
    if (m_of == of)
        return;
    m_of = of;
    m_found.clear();
    m_model->clear();
    setTarget({});
}

void TouchPicker::setAt(qint64 at)
{
    m_at = at;
}

void TouchPicker::setTarget(const TouchTarget &target)
{
    m_rest.stop();
    ++m_searches;
    m_isSearching = false;
    m_wantsFirst = false;
    m_target = target;
    setText(target.text);
    setCursorPosition(0);
}

void TouchPicker::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (m_target.isNothing() && m_of == Of::Posts && event->reason() != Qt::PopupFocusReason)
        m_rest.start(); // the newest posts, before a word is typed
}

void TouchPicker::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const QAbstractItemView *popup = completer()->popup();
    const bool isChoosing = popup->isVisible() && popup->currentIndex().isValid();
    if (enter && event->modifiers() == Qt::NoModifier && m_target.isNothing() && !isChoosing
        && !text().trimmed().isEmpty()) {
        takeFirst();
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void TouchPicker::takeFirst()
{
    if (m_isSearching) {
        m_wantsFirst = true;
        return;
    }
    completer()->popup()->hide();
    if (!m_found.isEmpty())
        setTarget(m_found.first());
}

void TouchPicker::search()
{
    const int mine = ++m_searches;
    m_isSearching = true;
    const QString words = text();
    if (m_of == Of::People) {
        m_workspace.prospects().search(
            words, MostHits, this, [this, mine](const Result<QList<ProspectRow>> &rows) {
                if (mine != m_searches)
                    return;
                QList<ProspectRow> people = rows.value_or(QList<ProspectRow>());
                people.removeIf([this](const ProspectRow &row) { return row.id == m_self; });
                std::ranges::stable_sort(people, {}, [this](const ProspectRow &row) {
                    return !Landmarks::isCustomer(m_workspace.stages(), row.stage);
                });
                QList<TouchTarget> found;
                for (const ProspectRow &row : std::as_const(people))
                    found << TouchTarget {.referrer = row.id, .text = row.name};
                showFound(found);
            });
        return;
    }
    TouchService(m_workspace)
        .targets(
            words, m_at, MostHits, this, [this, mine, words](const Result<TouchTargets> &targets) {
                if (mine != m_searches)
                    return;
                QList<TouchTarget> found;
                if (targets) {
                    for (const TouchTargets::PostHit &post : targets->posts)
                        found << TouchTarget {.post = post.id, .text = post.title};
                    const QString wanted = foldText(words);
                    for (const ProfileCopy &copy : targets->copies) {
                        const Channel *channel = m_workspace.plan().channel(copy.channel);
                        const QString text =
                            TouchWords::copy(copy, channel == nullptr ? QString() : channel->name);
                        if (foldText(text + u' ' + copy.text).contains(wanted))
                            found << TouchTarget {
                                .copy = copy.id, .channel = copy.channel, .text = text};
                    }
                }
                showFound(found);
            });
}

void TouchPicker::showFound(const QList<TouchTarget> &found)
{
    m_isSearching = false;
    m_found = found;
    m_model->clear();
    for (qsizetype i = 0; i < found.size(); ++i) {
        auto *item = new QStandardItem(found.at(i).text);
        item->setData(int(i), Qt::UserRole);
        m_model->appendRow(item);
    }
    if (std::exchange(m_wantsFirst, false)) {
        takeFirst();
        return;
    }
    if (hasFocus() && !found.isEmpty())
        completer()->complete();
}
