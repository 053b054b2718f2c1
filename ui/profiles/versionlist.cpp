// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_profiles/versionlist.h"

#include "ui_common/theme.h"
#include "ui_profiles/copywords.h"
#include "ui_profiles/statusmark.h"

#include <QEvent>
#include <QKeyEvent>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int MostVersionLines = 6;
constexpr int IdRole = Qt::UserRole;
} // namespace

VersionList::VersionList(const QTimeZone &zone, QWidget *parent)
    : QListWidget(parent)
    , m_zone(zone)
{
    setObjectName(u"versions"_s);
    setAccessibleName(tr("Versions"));
    setFrameShape(NoFrame);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setIconSize({Metrics::Icon, Metrics::Icon});
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            emit versionChosen(current());
    });
    connect(this, &QListWidget::itemDoubleClicked, this, &VersionList::openRequested);
}

void VersionList::setVersions(const QList<ProfileCopy> &versions)
{
    if (versions == m_versions)
        return;
    const QSignalBlocker quiet(this);
    const ProfileCopyId kept = current();
    const bool sameRows =
        std::ranges::equal(versions, m_versions, {}, &ProfileCopy::id, &ProfileCopy::id);
    m_versions = versions;
    if (!sameRows) {
        clear();
        for (const ProfileCopy &copy : std::as_const(m_versions)) {
            auto *item = new QListWidgetItem(this);
            item->setData(IdRole, copy.id.value());
        }
        setCurrent(kept);
        updateGeometry();
    }
    for (int row = 0; row < count(); ++row) {
        const ProfileCopy &copy = m_versions.at(row);
        item(row)->setText(
            tr("Version %1 · %2").arg(copy.version).arg(CopyWords::status(copy, m_zone)));
    }
    showMarks();
}

void VersionList::showMarks()
{
    for (int row = 0; row < count(); ++row) {
        const QPixmap mark =
            statusMark(m_versions.at(row).status, Metrics::Icon, palette(), devicePixelRatioF());
        QIcon icon(mark);
        icon.addPixmap(mark, QIcon::Selected); // no tint over a mark that has a meaning
        item(row)->setIcon(icon);
    }
}

ProfileCopyId VersionList::current() const
{
    const QListWidgetItem *item = currentItem();
    return item ? ProfileCopyId(item->data(IdRole).toLongLong()) : ProfileCopyId();
}

void VersionList::setCurrent(ProfileCopyId id)
{
    const QSignalBlocker quiet(this);
    const auto found = std::ranges::find(m_versions, id, &ProfileCopy::id);
    if (found != m_versions.end())
        setCurrentRow(int(found - m_versions.begin()));
}

QSize VersionList::sizeHint() const
{
    const int lines = std::clamp(count(), 1, MostVersionLines);
    const int line = count() > 0 ? sizeHintForRow(0) : fontMetrics().height();
    return {QListWidget::sizeHint().width(), lines * line + 2 * frameWidth()};
}

QSize VersionList::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

void VersionList::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showMarks();
}

void VersionList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit openRequested();
    else if (event->key() == Qt::Key_Escape)
        event->ignore();
    else
        QListWidget::keyPressEvent(event);
}
