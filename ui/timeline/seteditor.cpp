// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/seteditor.h"

#include "base/text.h"
#include "ui_common/plaintext.h"
#include "ui_common/theme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScopedValueRollback>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// The value of a day that is open; Qt's date fields cannot be empty.
constexpr QDate OpenDate = QDate::fromJulianDay(2440588); // 1970-01-01
constexpr int LinesOfGoal = 3;
constexpr int WidestField = 420;

QDateEdit *dayField(const QString &name, const QString &id, QWidget *parent)
{
    auto *field = new QDateEdit(parent);
    field->setObjectName(id);
    field->setAccessibleName(name);
    field->setCalendarPopup(true);
    field->setMinimumDate(OpenDate);
    field->setSpecialValueText(SetEditor::tr("No day"));
    field->setKeyboardTracking(false);
    return field;
}

/// The place of a colour in the list, whatever number it has.
int shownColour(int colour)
{
    return ((colour % CampaignColours) + CampaignColours) % CampaignColours;
}

std::optional<QDate> dayOf(const QDateEdit *field)
{
    return field->date() == OpenDate ? std::nullopt : std::optional(field->date());
}
} // namespace

SetEditor::SetEditor(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_name(new QLineEdit(this))
    , m_fault(new QLabel(this))
    , m_colour(new QComboBox(this))
    , m_goal(new QPlainTextEdit(this))
    , m_starts(dayField(tr("First day"), u"setStarts"_s, this))
    , m_ends(dayField(tr("Last day"), u"setEnds"_s, this))
    , m_utm(new QLineEdit(this))
    , m_use(quietLabel({}, this))
{
    build();
    connect(m_name, &QLineEdit::editingFinished, this, &SetEditor::submit);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_fault->setText(faultOf(typed())); });
    connect(m_utm, &QLineEdit::editingFinished, this, &SetEditor::submit);
    connect(m_colour, &QComboBox::activated, this, &SetEditor::submit);
    connect(m_starts, &QDateEdit::dateChanged, this, &SetEditor::submit);
    connect(m_ends, &QDateEdit::dateChanged, this, &SetEditor::submit);
    m_goal->installEventFilter(this);
}

void SetEditor::build()
{
    m_name->setObjectName(u"setName"_s);
    m_name->setAccessibleName(tr("Name"));
    m_fault->setObjectName(u"setFault"_s);
    m_fault->setWordWrap(true);
    m_colour->setObjectName(u"setColour"_s);
    m_colour->setAccessibleName(tr("Colour"));
    fillColours();
    m_goal->setObjectName(u"setGoal"_s);
    m_goal->setAccessibleName(tr("Goal"));
    m_goal->setTabChangesFocus(true);
    m_goal->setPlaceholderText(tr("What it is to achieve"));
    m_goal->setFixedHeight(fontMetrics().lineSpacing() * LinesOfGoal + Metrics::Large);
    m_utm->setObjectName(u"setUtm"_s);
    m_utm->setAccessibleName(tr("Name in links"));
    m_utm->setPlaceholderText(tr("Made of the name"));
    m_utm->setToolTip(tr("What links of its posts say as utm_campaign"));
    m_use->setObjectName(u"setUse"_s);
    for (QWidget *field : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_goal),
             static_cast<QWidget *>(m_utm)})
        field->setMaximumWidth(WidestField);
    m_form->setContentsMargins(Metrics::Large, Metrics::Small, Metrics::Large, Metrics::Small);
    m_form->setHorizontalSpacing(Metrics::Medium);
    m_form->setVerticalSpacing(Metrics::Small);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->addRow(tr("&Name"), m_name);
    m_form->addRow(QString(), m_fault);
    m_form->addRow(tr("&Colour"), m_colour);
    m_form->addRow(tr("&Goal"), m_goal);
    m_form->addRow(tr("&First day"), m_starts);
    m_form->addRow(tr("&Last day"), m_ends);
    m_form->addRow(tr("Name in lin&ks"), m_utm);
    m_form->addRow(QString(), m_use);
}

void SetEditor::fillColours()
{
    const QStringList names {tr("Blue"), tr("Orange"), tr("Green"), tr("Pink"), tr("Ochre"),
        tr("Violet"), tr("Teal"), tr("Grey")};
    const int chosen = std::max(0, m_colour->currentIndex());
    m_colour->clear();
    for (int index = 0; index < names.size(); ++index)
        m_colour->addItem(setSwatch(index, *this), names.at(index));
    m_colour->setCurrentIndex(chosen);
}

QPixmap setSwatch(int index, const QWidget &widget)
{
    QPixmap pixmap(QSize(Metrics::Icon, Metrics::Icon) * widget.devicePixelRatioF());
    pixmap.setDevicePixelRatio(widget.devicePixelRatioF());
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(campaignColour(index, widget.palette()));
    painter.drawEllipse(QRectF(2, 2, Metrics::Icon - 4, Metrics::Icon - 4));
    return pixmap;
}

void SetEditor::setItem(const SetItem &item, const QStringList &taken, bool isCampaign)
{
    const QScopedValueRollback showing(m_showing, true);
    const bool isOther = item.id != m_item.id || isCampaign != m_isCampaign;
    const auto show = [isOther](QLineEdit *field, const QString &was, const QString &is) {
        // What somebody is typing stays.
        if (isOther || !field->hasFocus() || was != is)
            field->setText(is);
    };
    show(m_name, m_item.name, item.name);
    show(m_utm, m_item.utmCampaign, item.utmCampaign);
    if (isOther || !m_goal->hasFocus() || m_item.goal != item.goal)
        m_goal->setPlainText(item.goal);
    m_item = item;
    m_isCampaign = isCampaign;
    m_taken.clear();
    for (const QString &name : taken)
        m_taken << foldText(name);
    m_colour->setCurrentIndex(shownColour(item.colour));
    m_starts->setDate(item.startsOn.value_or(OpenDate));
    m_ends->setDate(item.endsOn.value_or(OpenDate));
    for (QWidget *field : {static_cast<QWidget *>(m_goal), static_cast<QWidget *>(m_starts),
             static_cast<QWidget *>(m_ends), static_cast<QWidget *>(m_utm)}) {
        field->setVisible(isCampaign);
        m_form->labelForField(field)->setVisible(isCampaign);
    }
    m_fault->setText(faultOf(typed()));
    m_fault->setVisible(!m_fault->text().isEmpty());
}

void SetEditor::setUse(const QString &text)
{
    m_use->setText(text);
}

void SetEditor::startNaming()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

SetItem SetEditor::typed() const
{
    SetItem item = m_item;
    item.name = m_name->text().simplified();
    if (m_colour->currentIndex() != shownColour(m_item.colour))
        item.colour = m_colour->currentIndex();
    if (m_isCampaign) {
        item.goal = plainWords(*m_goal);
        item.startsOn = dayOf(m_starts);
        item.endsOn = dayOf(m_ends);
        item.utmCampaign = m_utm->text().simplified();
    }
    return item;
}

QString SetEditor::faultOf(const SetItem &item) const
{
    if (item.name.isEmpty())
        return tr("It needs a name.");
    if (m_taken.contains(foldText(item.name)))
        return tr("There is another one with this name.");
    if (item.startsOn && item.endsOn && *item.endsOn < *item.startsOn)
        return tr("The last day is before the first.");
    return {};
}

void SetEditor::submit()
{
    if (m_showing || m_item.id == 0)
        return;
    const SetItem item = typed();
    m_fault->setText(faultOf(item));
    m_fault->setVisible(!m_fault->text().isEmpty());
    if (m_fault->text().isEmpty() && item != m_item)
        emit edited(m_item, item);
}

bool SetEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_goal && event->type() == QEvent::FocusOut)
        submit();
    return QWidget::eventFilter(watched, event);
}

void SetEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        fillColours();
}
