// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/emojipicker.h"

#include "ui_common/theme.h"
#include "ui_timeline/emojimodel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScreen>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int Cell = 36;
constexpr int Columns = 9;
constexpr int EmojiRows = 7;
constexpr qsizetype MostRecent = 18;
constexpr qreal EmojiSize = 1.5;
} // namespace

EmojiPicker::EmojiPicker(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_model(new EmojiModel(emojiList(locale().name()), this))
    , m_search(new QLineEdit(this))
    , m_tone(new QComboBox(this))
    , m_view(new QListView(this))
    , m_name(quietLabel({}, this))
{
    setObjectName(u"emojiPicker"_s);
    setAccessibleName(tr("Emoji"));
    setFrameShape(StyledPanel);
    m_search->setObjectName(u"emojiSearch"_s);
    m_search->setAccessibleName(tr("Search emoji"));
    m_search->setPlaceholderText(tr("Search by name"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    makeTones();
    m_view->setObjectName(u"emojiGrid"_s);
    m_view->setAccessibleName(tr("Emoji"));
    m_view->setModel(m_model);
    m_view->setViewMode(QListView::IconMode);
    m_view->setMovement(QListView::Static);
    m_view->setResizeMode(QListView::Adjust);
    m_view->setUniformItemSizes(true);
    m_view->setGridSize({Cell, Cell});
    m_view->setLayoutMode(QListView::Batched);
    m_view->setFrameShape(NoFrame);
    m_view->setSelectionMode(QListView::SingleSelection);
    m_view->setEditTriggers(QListView::NoEditTriggers);
    QFont large = m_view->font();
    if (large.pointSizeF() > 0)
        large.setPointSizeF(large.pointSizeF() * EmojiSize);
    // Text fonts have some of these signs too, without colour and in another width.
    large.setFamilies(QStringList {u"Noto Color Emoji"_s} + large.families());
    m_view->setFont(large);
    m_view->setTextElideMode(Qt::ElideNone);
    m_view->setFixedSize(Cell * Columns + Metrics::Wide, Cell * EmojiRows);
    m_view->installEventFilter(this);
    m_name->setObjectName(u"emojiName"_s);
    m_name->setWordWrap(false);
    auto *head = new QHBoxLayout;
    head->setSpacing(Metrics::Small);
    head->addWidget(m_search, 1);
    head->addWidget(m_tone);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::Small, Metrics::Small, Metrics::Small, Metrics::Small);
    layout->setSpacing(Metrics::Small);
    layout->addLayout(head);
    layout->addWidget(m_view);
    layout->addWidget(m_name);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_model->search(words);
        m_view->setCurrentIndex(m_model->index(0));
        showName();
    });
    connect(m_view, &QListView::clicked, this, &EmojiPicker::take);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &EmojiPicker::showName);
}

void EmojiPicker::makeTones()
{
    m_tone->setObjectName(u"skinTone"_s);
    m_tone->setAccessibleName(tr("Skin tone"));
    m_tone->setToolTip(tr("Skin tone"));
    QFont colourful = m_tone->font();
    colourful.setFamilies(QStringList {u"Noto Color Emoji"_s} + colourful.families());
    m_tone->setFont(colourful);
    const QString hand = u"\u270B"_s;
    for (int tone = 0; tone <= SkinTones; ++tone)
        m_tone->addItem(withTone(hand, tone), tone);
    connect(m_tone, &QComboBox::activated, this, [this] {
        m_model->setTone(tone());
        emit memoryChanged();
    });
}

int EmojiPicker::tone() const
{
    return m_tone->currentData().toInt();
}

void EmojiPicker::setMemory(const QStringList &recent, int tone)
{
    m_recent = recent.first(std::min(recent.size(), MostRecent));
    m_tone->setCurrentIndex(std::clamp(tone, 0, SkinTones));
    m_model->setRecent(m_recent);
    m_model->setTone(this->tone());
}

void EmojiPicker::popUpAt(QWidget *anchor)
{
    m_model->setRecent(m_recent);
    m_search->clear();
    m_view->setCurrentIndex(m_model->index(0));
    m_view->scrollToTop();
    adjustSize();
    const QRect room = anchor->screen()->availableGeometry();
    QPoint at = anchor->mapToGlobal(anchor->rect().bottomLeft());
    if (at.y() + height() > room.bottom())
        at.setY(anchor->mapToGlobal(QPoint()).y() - height());
    at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
    move(at);
    show();
    m_search->setFocus(Qt::PopupFocusReason);
    showName();
}

void EmojiPicker::showName()
{
    const QModelIndex index = m_view->currentIndex();
    const QString name =
        index.isValid() ? index.data(Qt::ToolTipRole).toString() : tr("No emoji has such a name");
    m_name->setText(m_name->fontMetrics().elidedText(name, Qt::ElideRight, m_view->width()));
}

void EmojiPicker::take(const QModelIndex &index)
{
    const QString emoji = m_model->emojiAt(index);
    if (emoji.isEmpty())
        return;
    // Remembered without its tone, which may be another one next time.
    const QString plain = withoutTone(emoji);
    m_recent.removeAll(plain);
    m_recent.prepend(plain);
    m_recent = m_recent.first(std::min(m_recent.size(), MostRecent));
    hide();
    emit memoryChanged();
    emit chosen(emoji);
}

bool EmojiPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool takes = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (takes) {
        take(m_view->currentIndex());
        return true;
    }
    const bool leads = key->key() == Qt::Key_Down || key->key() == Qt::Key_Up;
    if (watched == m_search && leads) {
        m_view->setFocus(Qt::OtherFocusReason);
        return true;
    }
    // Writing goes on searching.
    if (watched == m_view && !key->text().isEmpty() && key->text().at(0).isLetterOrNumber()) {
        m_search->setFocus(Qt::OtherFocusReason);
        m_search->setText(m_search->text() + key->text());
        return true;
    }
    return QFrame::eventFilter(watched, event);
}
