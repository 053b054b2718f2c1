// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_profiles/limitline.h"

#include "base/text.h"
#include "ui_common/countlook.h"
#include "ui_common/formatting.h"
#include "ui_common/theme.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
QString unitText(CountUnit unit)
{
    switch (unit) {
    case CountUnit::Graphemes:
    case CountUnit::Characters:
    case CountUnit::Utf16:
        return LimitLine::tr("characters");
    case CountUnit::Weighted:
        return LimitLine::tr("characters, weighted as in a post");
    case CountUnit::Bytes:
        return LimitLine::tr("bytes");
    case CountUnit::Hashtags:
        return LimitLine::tr("hashtags");
    case CountUnit::Mentions:
        return LimitLine::tr("mentions");
    case CountUnit::Links:
        return LimitLine::tr("links");
    }
    Q_UNREACHABLE();
}

QString about(const Limit &limit)
{
    if (limit.source.isEmpty())
        return LimitLine::tr("Set for this channel");
    const QString source = limit.read.isEmpty()
        ? LimitLine::tr("Source: %1").arg(limit.source)
        : LimitLine::tr("Source: %1, read %2").arg(limit.source, limit.read);
    return limit.note.isEmpty() ? source : limit.note + u' ' + source;
}

void colourText(QLabel *label, ColourRole role, const QPalette &surroundings)
{
    QPalette palette = surroundings;
    for (const auto text : {QPalette::WindowText, QPalette::Text})
        palette.setColor(text, colour(role, surroundings));
    label->setPalette(palette);
}

QLabel *line(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}
} // namespace

LimitLine::LimitLine(QWidget *parent)
    : QWidget(parent)
    , m_counter(line(this))
    , m_over(line(this))
    , m_unwise(line(this))
{
    m_counter->setObjectName(u"counter"_s);
    m_over->setObjectName(u"overLimit"_s);
    m_unwise->setObjectName(u"unwise"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    for (QLabel *label : {m_counter, m_over, m_unwise})
        layout->addWidget(label);
}

void LimitLine::setText(const QString &text, const CopyCheck &check)
{
    m_text = text;
    m_check = check;
    QStringList over;
    QStringList unwise;
    for (const CopyIssue &issue : check.issues)
        (issue.severity == CopyIssue::Severity::Error ? over : unwise) << issue.text;
    if (!check.counters.isEmpty()) {
        const CopyCounter &shown = check.counters.constFirst();
        m_counter->setText(
            tr("%1 / %2 %3")
                .arg(Formatting::number(shown.count.length), Formatting::number(shown.count.limit),
                    unitText(shown.count.unit)));
        m_counter->setToolTip(about(shown.limit));
        colourText(m_counter, roleOf(shown.count), palette());
    } else {
        m_counter->setText(
            tr("%n character(s), no limit known", nullptr, int(graphemeCount(text))));
        m_counter->setToolTip({});
        colourText(m_counter, ColourRole::QuietText, palette());
    }
    m_over->setText(over.join(u'\n'));
    m_over->setVisible(!over.isEmpty());
    colourText(m_over, ColourRole::DangerText, palette());
    m_unwise->setText(unwise.join(u'\n'));
    m_unwise->setVisible(!unwise.isEmpty());
    colourText(m_unwise, ColourRole::WarningText, palette());
}

void LimitLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setText(QString(m_text), CopyCheck(m_check));
}
