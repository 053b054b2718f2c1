// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/networkpreview.h"

#include "domain/textentities.h"
#include "ui_common/formatting.h"
#include "ui_common/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int AvatarSize = 32;
/// More than this is not read in a preview, and laying it out at every key would be felt.
constexpr qsizetype MaxShown = 700;
/// The same of a thread.
constexpr qsizetype MaxParts = 12;

QString escaped(QStringView text)
{
    return text.toString().toHtmlEscaped().replace(u'\n', u"<br>"_s);
}

QString html(const QString &text, qsizetype overAt, const QPalette &palette)
{
    const QString shown = text.left(MaxShown);
    const QString link = colour(ColourRole::PullText, palette).name();
    const QString over = tint(ColourRole::DangerText, palette, 0.18).name();
    const auto marked = [&](qsizetype from, qsizetype to) {
        if (overAt < 0 || overAt >= to)
            return escaped(QStringView(shown).sliced(from, to - from));
        const qsizetype split = std::max(from, overAt);
        return escaped(QStringView(shown).sliced(from, split - from))
            + u"<span style='background-color:%1'>%2</span>"_s.arg(
                over, escaped(QStringView(shown).sliced(split, to - split)));
    };
    QString result;
    qsizetype from = 0;
    const TextEntities entities = findEntities(shown);
    for (const TextEntity &entity : entities) {
        result += marked(from, entity.start);
        result += u"<span style='color:%1'>%2</span>"_s.arg(link, marked(entity.start, entity.end));
        from = entity.end;
    }
    result += marked(from, shown.size());
    if (text.size() > MaxShown)
        result += u" …"_s;
    return result;
}
} // namespace

NetworkPreview::NetworkPreview(QWidget *parent)
    : QFrame(parent)
    , m_avatar(new QLabel(this))
    , m_name(new QLabel(this))
    , m_details(quietLabel({}, this))
    , m_body(new QLabel(this))
    , m_pictures(new PicturePreview(this))
{
    setObjectName(u"preview"_s);
    m_avatar->setFixedSize(AvatarSize, AvatarSize);
    m_name->setFont(strongFont(font()));
    m_name->setTextFormat(Qt::PlainText);
    m_details->setWordWrap(false);
    m_body->setWordWrap(true);
    m_body->setTextFormat(Qt::RichText);
    m_body->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(Metrics::Medium, Metrics::Medium, Metrics::Medium, Metrics::Medium);
    layout->setHorizontalSpacing(Metrics::Small);
    layout->setVerticalSpacing(0);
    layout->setColumnStretch(1, 1);
    layout->addWidget(m_avatar, 0, 0, 2, 1);
    layout->addWidget(m_name, 0, 1);
    layout->addWidget(m_details, 1, 1);
    layout->setRowMinimumHeight(2, Metrics::Small);
    layout->setRowStretch(3, 1);
    layout->addWidget(m_body, 3, 0, 1, 2);
    layout->addWidget(m_pictures, 4, 0, 1, 2);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void NetworkPreview::setPreview(
    const Head &head, const QList<ThreadPart> &parts, const QList<Count> &counts)
{
    m_sign = head.sign;
    m_parts = parts;
    m_counts = counts;
    m_name->setText(head.channel.name);
    QStringList details {head.network};
    if (!head.channel.handle.isEmpty())
        details.append(head.channel.handle);
    if (!head.when.isEmpty())
        details.append(head.when);
    m_details->setText(details.join(u" · "_s));
    setAccessibleName(tr("Preview on %1").arg(head.network));
    refresh();
}

QString NetworkPreview::bodyText() const
{
    const QString quiet = colour(ColourRole::QuietText, palette()).name();
    const auto overAt = [this](qsizetype i) {
        return i < m_counts.size() ? m_counts.at(i).overAt : -1;
    };
    if (m_parts.isEmpty() || (m_parts.size() == 1 && m_parts.first().text.isEmpty()))
        return u"<span style='color:%1'>%2</span>"_s.arg(quiet, tr("Nothing written yet"));
    if (m_parts.size() == 1)
        return html(m_parts.first().text, overAt(0), palette());
    QString body;
    const qsizetype shown = std::min(m_parts.size(), MaxParts);
    for (qsizetype i = 0; i < shown; ++i) {
        const QString head = tr("Post %1 of %2").arg(i + 1).arg(m_parts.size());
        const QString count = i < m_counts.size()
            ? u" · %1\u2009/\u2009%2"_s.arg(
                Formatting::number(m_counts.at(i).length), Formatting::number(m_counts.at(i).limit))
            : QString();
        const bool valid = i >= m_counts.size() || m_counts.at(i).valid;
        body +=
            u"<p style='margin-top:%1px;margin-bottom:2px;color:%2'>%3%4</p>"_s
                .arg(i == 0 ? 0 : Metrics::Medium)
                .arg(valid ? quiet : colour(ColourRole::DangerText, palette()).name(), head, count);
        body += u"<p style='margin:0'>%1</p>"_s.arg(html(m_parts.at(i).text, overAt(i), palette()));
    }
    if (shown < m_parts.size())
        body += u"<p style='margin-top:%1px;color:%2'>%3</p>"_s.arg(Metrics::Medium)
                    .arg(quiet, tr("and %n more post(s)", nullptr, int(m_parts.size() - shown)));
    return body;
}

void NetworkPreview::refresh()
{
    QPixmap avatar(QSize(AvatarSize, AvatarSize) * devicePixelRatioF());
    avatar.setDevicePixelRatio(devicePixelRatioF());
    avatar.fill(Qt::transparent);
    {
        QPainter painter(&avatar);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tint(ColourRole::Pull, palette(), 0.25));
        painter.drawEllipse(0, 0, AvatarSize, AvatarSize);
        painter.setPen(colour(ColourRole::PullText, palette()));
        painter.setFont(strongFont(font()));
        painter.drawText(QRect(0, 0, AvatarSize, AvatarSize), Qt::AlignCenter, m_sign);
    }
    m_avatar->setPixmap(avatar);
    m_body->setText(bodyText());
}

void NetworkPreview::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void NetworkPreview::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colour(ColourRole::Hairline, palette()));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Metrics::Radius, Metrics::Radius);
}
