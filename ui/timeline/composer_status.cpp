// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/postedits.h"
#include "domain/workflow.h"
#include "ui_common/copyeditor.h"
#include "ui_common/formatting.h"
#include "ui_common/plaintext.h"
#include "ui_timeline/composer.h"
#include "ui_timeline/varianttabs.h"

#include <QComboBox>
#include <QScopedValueRollback>
#include <QStandardItemModel>

// How far a post has come, and what stands in the way of its next step.

namespace {
/// Why a step cannot be taken, in a few words; empty where nothing is in the way.
QString shortObstacle(Obstacle obstacle)
{
    switch (obstacle) {
    case Obstacle::None:
    case Obstacle::NoSuchStep:
        return {};
    case Obstacle::NeedsTime:
        return Composer::tr("needs a day and a time");
    case Obstacle::NeedsApproval:
        return Composer::tr("needs an approval");
    case Obstacle::OpenPlaceholder:
        return Composer::tr("a placeholder is still to be filled in");
    case Obstacle::NeedsSomebodyElse:
        return Composer::tr("somebody other than the author approves");
    case Obstacle::TooLong:
    case Obstacle::CommentTooLong:
    case Obstacle::NotTaken:
        return wordsObstacle(obstacle);
    }
    Q_UNREACHABLE();
}
} // namespace

QList<PostStatus> Composer::locks()
{
    QList<PostStatus> found;
    const Variant *shown = currentVariant();
    for (const Variant &variant : std::as_const(m_session.value().variants)) {
        const bool belongs = shown ? variant.id == shown->id : !variant.detached;
        if (belongs && PostEdits::isLocked(variant.status) && !found.contains(variant.status))
            found.append(variant.status);
    }
    return found;
}

QString Composer::obstacleTo(PostStatus step)
{
    const PostWithVariants &value = m_session.value();
    const VariantId shown = m_tabs->current();
    QString faulty = copyObstacle();
    if (!faulty.isEmpty() && (step == PostStatus::Approved || step == PostStatus::Scheduled))
        return faulty;
    const WordRules rules = wordRules();
    QString words;
    for (const Variant &variant : value.variants) {
        if (!shown.isNull() && variant.id != shown)
            continue;
        const Obstacle obstacle =
            ::obstacleTo(step, value.post, variant, channelOf(variant), m_viewer, rules);
        if (obstacle == Obstacle::None)
            return {}; // one of them can take it
        if (words.isEmpty())
            words = shortObstacle(obstacle);
    }
    return words;
}

void Composer::step(PostStatus to, const std::function<void(Variant &)> &also)
{
    const VariantId shown = m_tabs->current();
    change(Field::Other, [this, to, shown, &also, rules = wordRules()](PostWithVariants &post) {
        for (Variant &variant : post.variants) {
            const bool belongs = shown.isNull() || variant.id == shown;
            if (!belongs
                || ::obstacleTo(to, post.post, variant, channelOf(variant), m_viewer, rules)
                    != Obstacle::None)
                continue;
            variant.status = to;
            if (also)
                also(variant);
        }
    });
    showAll();
}

void Composer::onStatusChosen(int index)
{
    step(PostStatus(m_status->itemData(index).toInt()));
}

void Composer::unlock()
{
    const VariantId shown = m_tabs->current();
    change(Field::Other, [shown](PostWithVariants &post) {
        for (Variant &variant : post.variants) {
            const bool belongs = shown.isNull() ? !variant.detached : variant.id == shown;
            if (belongs && allowedTransitions(variant.status).contains(PostStatus::Draft)
                && PostEdits::isLocked(variant.status))
                variant.status = PostStatus::Draft;
        }
    });
    showAll();
    m_text->setFocus();
}

void Composer::showStatus()
{
    const QScopedValueRollback showing(m_showing, true);
    const PostWithVariants &value = m_session.value();
    const Variant *shown = currentVariant();
    const PostStatus status = shown ? shown->status : overallStatus(value.variants);
    m_status->clear();
    m_status->addItem(statusName(status), int(status));
    m_status->setEnabled(!value.variants.isEmpty());
    m_status->setToolTip(
        value.variants.isEmpty() ? tr("Add a channel to take the idea further") : QString());
    const QList<PostStatus> next = allowedTransitions(status);
    for (const PostStatus to : next) {
        m_status->addItem(statusName(to), int(to));
        const QString obstacle = obstacleTo(to);
        if (obstacle.isEmpty())
            continue;
        auto *model = qobject_cast<QStandardItemModel *>(m_status->model());
        QStandardItem *item = model->item(m_status->count() - 1);
        item->setEnabled(false);
        item->setText(
            tr("%1 (%2)", "a step, and why it cannot be taken").arg(statusName(to), obstacle));
        item->setToolTip(plainTip(item->text()));
    }
}

WordRules Composer::wordRules()
{
    return {m_sources.networks, m_limits, m_sources.campaigns};
}

QString Composer::copyObstacle()
{
    if (const Variant *shown = currentVariant())
        return m_faulty.value(shown->id);
    return m_faulty.isEmpty() ? QString() : *m_faulty.cbegin();
}

QString Composer::lockText(const QList<PostStatus> &statuses)
{
    const std::optional<QDate> day = m_session.value().post.day;
    if (statuses.contains(PostStatus::Scheduled) && day && *day < m_today)
        return tr("Missed: it was due on %1. Post it and say so, or choose another day.")
            .arg(Formatting::dayMonth(*day));
    if (statuses.size() == 1)
        return tr("%1: the words are locked.").arg(statusName(statuses.first()));
    return tr("Approved on some channels: the words are locked.");
}

void Composer::showTabs()
{
    QHash<VariantId, QString> found;
    for (const Variant &variant : std::as_const(m_session.value().variants)) {
        const QString obstacle = m_copy.obstacle(variant.id);
        m_tabs->setTooLong(variant.id, !obstacle.isEmpty());
        if (!obstacle.isEmpty())
            found.insert(variant.id, obstacle);
    }
    if (found == m_faulty)
        return;
    m_faulty = found;
    showStatus(); // what is too long cannot be approved
}
