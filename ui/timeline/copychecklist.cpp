// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/copychecklist.h"

#include "ui_common/countlook.h"
#include "ui_common/formatting.h"
#include "ui_common/plaintext.h"
#include "ui_common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyleOptionToolButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// A disc for an error, a triangle for a warning, each with an exclamation mark.
QPixmap signOf(CopyIssue::Severity severity, const QPalette &palette, qreal ratio)
{
    constexpr qreal size = Metrics::Icon;
    const bool error = severity == CopyIssue::Severity::Error;
    QPixmap sign(QSize(Metrics::Icon, Metrics::Icon) * ratio);
    sign.setDevicePixelRatio(ratio);
    sign.fill(Qt::transparent);
    QPainter painter(&sign);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour(error ? ColourRole::DangerText : ColourRole::WarningText, palette));
    if (error)
        painter.drawEllipse(QRectF(2, 2, size - 4, size - 4));
    else
        painter.drawPolygon(QPolygonF {{size / 2, 1.5}, {size - 1, size - 2}, {1, size - 2}});
    painter.setPen(QPen(palette.color(QPalette::Base), 1.6, Qt::SolidLine, Qt::RoundCap));
    const qreal top = error ? 5 : 6.5;
    painter.drawLine(QPointF(size / 2, top), QPointF(size / 2, top + 3));
    painter.drawPoint(QPointF(size / 2, top + 5.6));
    return sign;
}

/// "26 of 280 characters", for readers.
QString describe(const Count &count)
{
    QString length = Formatting::number(count.length);
    if (count.limit == NoLimit)
        return length;
    switch (count.unit) {
    case CountUnit::Bytes:
        //: %1 is how many there are, %n the limit
        return CopyCheckList::tr("%1 of %n byte(s)", nullptr, int(count.limit)).arg(length);
    case CountUnit::Hashtags:
    case CountUnit::Mentions:
    case CountUnit::Links:
        return CopyCheckList::tr("%1 of %2").arg(length, Formatting::number(count.limit));
    default:
        //: %1 is how many there are, %n the limit
        return CopyCheckList::tr("%1 of %n character(s)", nullptr, int(count.limit)).arg(length);
    }
}

/// A button with a sign and a sentence, as many lines high as that needs.
class IssueRow : public QToolButton
{
public:
    using QToolButton::QToolButton;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override
    {
        const QRect room(0, 0, width - 2 * Metrics::Tiny - Indent, QWIDGETSIZE_MAX);
        return fontMetrics().boundingRect(room, Qt::TextWordWrap, text()).height() + Metrics::Small;
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {LeastWidth, heightForWidth(std::max(width(), LeastWidth))};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, 0}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QStyleOptionToolButton option;
        initStyleOption(&option);
        option.text.clear();
        option.icon = {};
        style()->drawComplexControl(QStyle::CC_ToolButton, &option, &painter, this);
        const QRect inner = rect().adjusted(Metrics::Tiny, Metrics::Tiny, -Metrics::Tiny, 0);
        const int line = fontMetrics().height();
        const QRect sign(
            inner.left(), inner.top() + (line - Metrics::Icon) / 2, Metrics::Icon, Metrics::Icon);
        icon().paint(&painter, QStyle::visualRect(layoutDirection(), rect(), sign));
        painter.setPen(palette().color(QPalette::ButtonText));
        painter.drawText(
            QStyle::visualRect(layoutDirection(), rect(), inner.adjusted(Indent, 0, 0, 0)),
            int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::TextWordWrap,
            text());
    }

private:
    static constexpr int Indent = Metrics::Icon + Metrics::Tiny;
    static constexpr int LeastWidth = 120;
};
} // namespace

CopyCheckList::CopyCheckList(QWidget *parent)
    : QWidget(parent)
    , m_counters(new QLabel(this))
    , m_issues(new QVBoxLayout)
{
    m_counters->setObjectName(u"counters"_s);
    m_counters->setTextFormat(Qt::RichText);
    m_counters->setWordWrap(true);
    m_issues->setContentsMargins(0, 0, 0, 0);
    m_issues->setSpacing(2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(m_counters);
    layout->addLayout(m_issues);
}

void CopyCheckList::setCheck(const CopyCheck &check, const QString &text)
{
    const bool sameIssues = check.issues == m_check.issues;
    if (check == m_check)
        return;
    m_check = check;
    showCounters();
    if (!sameIssues)
        showIssues(text);
}

void CopyCheckList::showCounters()
{
    QStringList shown;
    QStringList spoken;
    for (const CopyCounter &counter : std::as_const(m_check.counters)) {
        const Count &count = counter.count;
        QString number = count.limit == NoLimit
            ? Formatting::number(count.length)
            : u"%1\u2009/\u2009%2"_s.arg(
                Formatting::number(count.length), Formatting::number(count.limit));
        if (counter.parts > 1)
            number += u"\u00A0· "_s + tr("%n post(s)", nullptr, counter.parts);
        shown.append(u"<span style='white-space:nowrap;color:%1'><b>%2</b>&nbsp;%3%4</span>"_s.arg(
            colour(roleOf(count), palette()).name(), counter.sign.toHtmlEscaped(), number,
            count.valid ? QString()
                        : u"&nbsp;(+%1)"_s.arg(Formatting::number(count.length - count.limit))));
        spoken.append(tr("%1: %2").arg(counter.name, describe(count)));
    }
    m_counters->setText(shown.join(u" &nbsp; "_s));
    m_counters->setAccessibleName(spoken.join(u'\n'));
    m_counters->setToolTip(plainTip(spoken.join(u'\n')));
    m_counters->setVisible(!shown.isEmpty());
}

void CopyCheckList::showIssues(const QString &text)
{
    for (QWidget *row : std::as_const(m_rows)) {
        row->hide(); // it may be the one whose signal led here
        row->deleteLater();
    }
    m_rows.clear();
    for (const CopyIssue &issue : std::as_const(m_check.issues)) {
        auto *row = new IssueRow(this);
        row->setAutoRaise(true);
        row->setIcon(signOf(issue.severity, palette(), devicePixelRatioF()));
        const qsizetype line =
            issue.start < 0 ? 0 : QStringView(text).first(issue.start).count(u'\n') + 1;
        const QString shown = line > 1 ? tr("Line %1 · %2").arg(line).arg(issue.text) : issue.text;
        row->setText(shown);
        row->setAccessibleName(shown);
        row->setToolTip(plainTip(shown));
        QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        row->setSizePolicy(policy);
        connect(row, &QToolButton::clicked, this, [this, start = issue.start] {
            if (start >= 0)
                emit placeRequested(start);
        });
        m_issues->addWidget(row);
        m_rows.append(row);
    }
}

void CopyCheckList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showCounters();
}
