// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/daypopup.h"

#include "ui_common/theme.h"
#include "ui_timeline/tilelist.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int Width = 300;
constexpr int MostPopupRows = 16;
} // namespace

DayPopup::DayPopup(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_model(new TileModel(this))
    , m_heading(headingLabel({}, this))
    , m_list(new TileList(TileModel::TileRole, this))
{
    setObjectName(u"dayPopup"_s);
    if (parent)
        parent->installEventFilter(this);
    setFrameShape(StyledPanel);
    setBackgroundRole(QPalette::Base);
    m_list->setObjectName(u"dayPosts"_s);
    m_list->setModel(m_model);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Metrics::Small, 0, Metrics::Small);
    layout->setSpacing(Metrics::Small);
    m_heading->setContentsMargins(Metrics::Medium, 0, Metrics::Medium, 0);
    layout->addWidget(m_heading);
    layout->addWidget(m_list, 1);
}

void DayPopup::setDay(QDate day, const QList<Tile> &tiles)
{
    m_day = day;
    m_model->setTiles(tiles, day);
    m_heading->setText(QLocale().toString(day, QLocale::LongFormat));
    m_list->setAccessibleName(tr("Posts on %1").arg(m_heading->text()));
    setAccessibleName(m_list->accessibleName());
    if (tiles.isEmpty())
        hide();
}

bool DayPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Hide && watched == parent())
        hide();
    return QFrame::eventFilter(watched, event);
}

void DayPopup::popup(QPoint where)
{
    const int rows = std::clamp(m_model->rowCount(), 1, MostPopupRows);
    const int height = m_list->sizeHintForRow(0) * rows + m_heading->sizeHint().height()
        + 3 * Metrics::Small + 2 * frameWidth();
    resize(Width, height);
    QRect place(where, size());
    if (const QScreen *screen = parentWidget() ? parentWidget()->screen() : nullptr) {
        const QRect room = screen->availableGeometry();
        place.moveRight(std::min(place.right(), room.right()));
        place.moveBottom(std::min(place.bottom(), room.bottom()));
        place.moveLeft(std::max(place.left(), room.left()));
        place.moveTop(std::max(place.top(), room.top()));
    }
    move(place.topLeft());
    show();
    m_list->setFocus();
    m_list->setCurrentIndex(m_model->index(0));
}
