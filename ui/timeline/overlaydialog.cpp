// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/overlaydialog.h"

#include "ui_common/emptystate.h"
#include "ui_common/formatting.h"
#include "ui_common/icons.h"
#include "ui_common/plaintext.h"
#include "ui_common/theme.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
enum OverlayColumn { Name, Days, File, Columns };
constexpr int IdRole = Qt::UserRole + 1;
constexpr int Disc = 12;

QIcon discIcon(int colour, const QWidget &widget)
{
    QPixmap pixmap(QSize(Disc, Disc) * widget.devicePixelRatioF());
    pixmap.setDevicePixelRatio(widget.devicePixelRatioF());
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(campaignColour(colour, widget.palette()));
    painter.drawEllipse(QRectF(1, 1, Disc - 2, Disc - 2));
    return QIcon(pixmap);
}
} // namespace

OverlayDialog::OverlayDialog(QWidget *parent)
    : QDialog(parent)
    , m_pages(new QStackedWidget(this))
    , m_list(new QTreeWidget(m_pages))
    , m_empty(new EmptyState(tr("Public holidays and other days can stand behind the posts. Most "
                                "countries offer theirs as a calendar file (.ics)."),
          tr("Add from file…"), m_pages))
    , m_colour(new QPushButton(tr("&Colour"), this))
    , m_rename(new QPushButton(tr("Re&name"), this))
    , m_remove(new QPushButton(Icons::named(u"edit-delete"_s), tr("&Remove"), this))
{
    setObjectName(u"overlays"_s);
    setWindowTitle(tr("Overlays"));
    m_list->setObjectName(u"overlayList"_s);
    m_list->setAccessibleName(tr("Overlays"));
    m_list->setHeaderLabels({tr("Shown behind the posts"), tr("Days"), tr("File")});
    m_list->setRootIsDecorated(false);
    m_list->setAllColumnsShowFocus(true);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->setTabKeyNavigation(false);
    m_list->header()->setAccessibleName(tr("Columns"));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_empty);
    auto *add = new QPushButton(Icons::named(u"list-add"_s), tr("&Add from file…"), this);
    add->setObjectName(u"addOverlay"_s);
    m_colour->setObjectName(u"overlayColour"_s);
    m_rename->setObjectName(u"renameOverlay"_s);
    m_remove->setObjectName(u"removeOverlay"_s);
    auto *colours = new QMenu(m_colour);
    m_colour->setMenu(colours);
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::Small);
    for (QPushButton *button : {add, m_colour, m_rename, m_remove}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch(1);
    row->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::Large, Metrics::Large, Metrics::Large, Metrics::Large);
    layout->setSpacing(Metrics::Medium);
    layout->addWidget(m_pages, 1);
    layout->addLayout(row);
    resize(600, 320);

    connect(close, &QDialogButtonBox::rejected, this, &QDialog::hide);
    connect(add, &QPushButton::clicked, this, &OverlayDialog::addRequested);
    connect(m_empty, &EmptyState::triggered, this, &OverlayDialog::addRequested);
    connect(colours, &QMenu::aboutToShow, this, [this, colours] { fillColours(colours); });
    connect(m_rename, &QPushButton::clicked, this,
        [this] { m_list->editItem(m_list->currentItem(), Name); });
    connect(m_remove, &QPushButton::clicked, this, [this] { emit removeRequested(current()); });
    auto *remove = new QShortcut(Qt::Key_Delete, m_list);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, m_remove, &QPushButton::click);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &OverlayDialog::followCurrent);
    connect(m_list, &QTreeWidget::itemChanged, this, &OverlayDialog::onItemChanged);
    fill();
}

OverlayId OverlayDialog::current() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    return item ? OverlayId(item->data(Name, IdRole).toLongLong()) : OverlayId();
}

void OverlayDialog::setOverlays(const QList<Overlay> &overlays, const QList<OverlayDay> &days)
{
    m_overlays = overlays;
    m_extents.clear();
    for (const OverlayDay &entry : days) {
        Extent &extent = m_extents[entry.overlay];
        extent.from = extent.entries == 0 ? entry.from : std::min(extent.from, entry.from);
        extent.to = extent.entries == 0 ? entry.to : std::max(extent.to, entry.to);
        ++extent.entries;
    }
    fill();
}

void OverlayDialog::fill()
{
    m_isFilling = true;
    const OverlayId before = current();
    const int row = std::max(0, m_list->indexOfTopLevelItem(m_list->currentItem()));
    m_list->clear();
    for (const Overlay &overlay : std::as_const(m_overlays)) {
        auto *item = new QTreeWidgetItem(m_list);
        const Extent extent = m_extents.value(overlay.id);
        item->setFlags(item->flags() | Qt::ItemIsEditable | Qt::ItemIsUserCheckable);
        item->setData(Name, IdRole, overlay.id.value());
        item->setText(Name, overlay.name);
        item->setIcon(Name, discIcon(overlay.colour, *this));
        item->setCheckState(Name, overlay.shown ? Qt::Checked : Qt::Unchecked);
        const QString number = Formatting::number(extent.entries);
        item->setText(Days,
            extent.entries == 0
                ? number
                //: How many days an overlay has, and between which.
                : tr("%1 from %2 to %3")
                      .arg(number, Formatting::date(extent.from), Formatting::date(extent.to)));
        item->setText(File, QFileInfo(overlay.place).fileName());
        item->setToolTip(File, plainTip(overlay.place));
        if (overlay.id == before)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem() && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(
            m_list->topLevelItem(std::min(row, m_list->topLevelItemCount() - 1)));
    m_isFilling = false;
    m_pages->setCurrentWidget(m_overlays.isEmpty() ? static_cast<QWidget *>(m_empty) : m_list);
    followCurrent();
}

void OverlayDialog::followCurrent()
{
    const bool has = !current().isNull();
    for (QPushButton *button : {m_colour, m_rename, m_remove})
        button->setEnabled(has);
}

void OverlayDialog::onItemChanged(QTreeWidgetItem *item)
{
    const auto overlay = std::ranges::find(
        m_overlays, OverlayId(item->data(Name, IdRole).toLongLong()), &Overlay::id);
    if (m_isFilling || overlay == m_overlays.end())
        return;
    const bool shown = item->checkState(Name) == Qt::Checked;
    const QString name = item->text(Name).simplified();
    // What is said may bring the list anew, and Qt is not done with the item yet.
    const auto sayLater = [this](auto say) {
        QMetaObject::invokeMethod(this, std::move(say), Qt::QueuedConnection);
    };
    if (shown != overlay->shown)
        sayLater([this, id = overlay->id, shown] { emit shownToggled(id, shown); });
    else if (name.isEmpty())
        item->setText(Name, overlay->name); // a name there must be
    else if (name != overlay->name)
        sayLater([this, id = overlay->id, name] { emit renameRequested(id, name); });
}

void OverlayDialog::fillColours(QMenu *menu)
{
    menu->clear();
    const auto overlay = std::ranges::find(m_overlays, current(), &Overlay::id);
    if (overlay == m_overlays.end())
        return;
    for (int colour = 0; colour < CampaignColours; ++colour) {
        QAction *action = menu->addAction(discIcon(colour, *this),
            tr("Colour %1").arg(QLocale().toString(colour + 1)), this,
            [this, colour] { emit colourChosen(current(), colour); });
        action->setCheckable(true);
        action->setChecked(overlay->colour % CampaignColours == colour);
    }
}

void OverlayDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_list->topLevelItemCount() > 0)
        fill(); // the discs are drawn in the palette's colours
}
