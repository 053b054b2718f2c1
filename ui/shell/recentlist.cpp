// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_shell/recentlist.h"

#include "ui_common/closebutton.h"
#include "ui_common/formatting.h"
#include "ui_common/plaintext.h"
#include "ui_common/theme.h"

#include <QAbstractButton>
#include <QDateTime>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int RowHeight = 48;

/// One workspace of the list.
class RecentRow : public QAbstractButton
{
public:
    RecentRow(const RecentWorkspace &entry, QString when, QWidget *parent)
        : QAbstractButton(parent)
        , m_place(entry.place())
        , m_when(std::move(when))
        , m_missing(entry.isMissing())
    {
        setText(entry.name());
        setToolTip(plainTip(entry.location));
        setAccessibleName(entry.name());
        setAccessibleDescription(m_place);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setEnabled(!m_missing);
        setMinimumHeight(RowHeight);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {400, std::max(RowHeight, 2 * fontMetrics().height() + Metrics::Large)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isEnabled() && underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour(ColourRole::Hover, palette()));
            painter.drawRoundedRect(rect(), Metrics::Radius, Metrics::Radius);
        }
        const QColor quiet = colour(ColourRole::QuietText, palette());
        const QRect inner = rect().adjusted(Metrics::Medium, 0, -Metrics::Medium, 0);
        const QRect picture(inner.left(), (height() - Metrics::LargeIcon) / 2, Metrics::LargeIcon,
            Metrics::LargeIcon);
        painter.setOpacity(m_missing ? 0.4 : 1);
        QIcon(u":/pullpush/icons/pullpush.svg"_s)
            .paint(&painter, QStyle::visualRect(layoutDirection(), rect(), picture));
        painter.setOpacity(1);
        const int whenWidth = fontMetrics().horizontalAdvance(m_when) + Metrics::Medium;
        const int left = picture.right() + Metrics::Medium;
        const int lines = 2 * fontMetrics().height() + 2;
        const QRect name(
            left, (height() - lines) / 2, inner.right() - left - whenWidth, fontMetrics().height());
        const QRect place = name.translated(0, fontMetrics().height() + 2);
        const auto draw = [&](const QRect &at, const QString &what, const QColor &ink,
                              Qt::TextElideMode mode) {
            painter.setPen(ink);
            painter.drawText(QStyle::visualRect(layoutDirection(), rect(), at),
                Qt::AlignLeading | Qt::AlignVCenter,
                painter.fontMetrics().elidedText(what, mode, at.width()));
        };
        painter.setFont(strongFont(font()));
        draw(name, text(), m_missing ? quiet : palette().color(QPalette::Normal, QPalette::Text),
            Qt::ElideRight);
        painter.setFont(font());
        draw(place, m_place, quiet, Qt::ElideMiddle);
        painter.setPen(quiet);
        painter.drawText(inner, Qt::AlignTrailing | Qt::AlignVCenter, m_when);
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
            painter.setPen(QPen(colour(ColourRole::Pull, palette()), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(
                QRectF(rect()).adjusted(1, 1, -1, -1), Metrics::Radius, Metrics::Radius);
        }
    }

private:
    QString m_place;
    QString m_when;
    bool m_missing;
};

} // namespace

RecentList::RecentList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2);
}

void RecentList::setEntries(const QList<RecentWorkspace> &entries, qint64 now)
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    const QDate today = QDateTime::fromMSecsSinceEpoch(now).date();
    for (const RecentWorkspace &entry : entries) {
        const QString when = entry.isMissing()
            ? tr("Not found")
            : Formatting::relativeDay(QDateTime::fromMSecsSinceEpoch(entry.opened).date(), today);
        auto *line = new QWidget(this);
        auto *layout = new QHBoxLayout(line);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(Metrics::Tiny);
        auto *row = new RecentRow(entry, when, line);
        auto *remove = new CloseButton(tr("Remove “%1” from this list").arg(entry.name()), line);
        layout->addWidget(row, 1);
        layout->addWidget(remove);
        m_layout->addWidget(line);
        const QString location = entry.location;
        connect(row, &QAbstractButton::clicked, this, [this, location] { emit opened(location); });
        connect(remove, &CloseButton::clicked, this, [this, location] { emit removed(location); });
    }
}
