// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/croppage.h"

#include "domain/cropping.h"
#include "ui_common/errorstate.h"
#include "ui_common/theme.h"
#include "ui_timeline/cropview.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {
QString frameName(const QString &key)
{
    if (key == "portrait"_L1)
        return CropPage::tr("Portrait", "a ratio of a picture");
    if (key == "square"_L1)
        return CropPage::tr("Square", "a ratio of a picture");
    if (key == "landscape"_L1)
        return CropPage::tr("Landscape", "a ratio of a picture");
    if (key == "story"_L1)
        return CropPage::tr("Story", "a ratio of a picture");
    if (key == "pin"_L1)
        return CropPage::tr("Pin", "a ratio of a picture");
    if (key == "link"_L1)
        return CropPage::tr("Link picture", "a ratio of a picture");
    return key;
}

/// "4 : 5", or "1.91 : 1" where whole numbers would say nothing.
QString ratioText(QSize size, const QLocale &locale)
{
    constexpr int mostReadable = 20;
    const int divisor = std::gcd(size.width(), size.height());
    const QSize least = size / std::max(1, divisor);
    if (least.width() <= mostReadable && least.height() <= mostReadable)
        return u"%1 : %2"_s.arg(locale.toString(least.width()), locale.toString(least.height()));
    return u"%1 : %2"_s.arg(
        locale.toString(double(size.width()) / size.height(), 'f', 2), locale.toString(1));
}
} // namespace

CropPage::CropPage(const Task &task, QWidget *parent)
    : QWidget(parent)
    , m_task(task)
    , m_stack(new QStackedLayout)
    , m_view(new CropView(this))
    , m_error(new ErrorState(this))
    , m_ratios(new QButtonGroup(this))
    , m_ratioRow(new QHBoxLayout)
    , m_result(quietLabel({}, this))
    , m_accept(new QPushButton(tr("Use this part"), this))
{
    setObjectName(u"cropPage"_s);
    setFocusProxy(m_view);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_error);
    m_ratioRow->setSpacing(Metrics::Small);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    m_accept->setObjectName(u"useCrop"_s);
    m_accept->setEnabled(false);
    makePrimary(m_accept);
    auto *words =
        quietLabel(tr("The part of “%1” that %2 shows.").arg(task.picture, task.channel), this);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(Metrics::Small);
    bottom->addWidget(m_result, 1);
    bottom->addWidget(cancel);
    bottom->addWidget(m_accept);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::Wide, Metrics::Medium, Metrics::Wide, Metrics::Large);
    layout->setSpacing(Metrics::Medium);
    layout->addWidget(words);
    layout->addLayout(m_ratioRow);
    layout->addLayout(m_stack, 1);
    layout->addLayout(bottom);
    addRatios();
    connect(m_ratios, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            m_view->setRatio(m_ratioSizes.value(id));
    });
    connect(m_view, &CropView::partChanged, this, &CropPage::showResult);
    connect(cancel, &QPushButton::clicked, this, &CropPage::cancelled);
    connect(m_accept, &QPushButton::clicked, this, &CropPage::accept);
    showResult();
}

void CropPage::addRatio(const QString &text, QSize ratio)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setAccessibleName(text);
    button->setCheckable(true);
    button->setAutoRaise(true);
    m_ratios->addButton(button, int(m_ratioSizes.size()));
    m_ratioSizes.append(ratio);
    m_ratioRow->addWidget(button);
}

void CropPage::addRatios()
{
    addRatio(tr("Free"), {});
    addRatio(tr("As the picture"), m_task.size);
    for (const PictureFormat &format : std::as_const(m_task.formats))
        //: The name of a ratio and its numbers.
        addRatio(
            tr("%1 %2").arg(frameName(format.key), ratioText(format.size, locale())), format.size);
    m_ratioRow->addStretch();
    // What is shown now may have one of the network's ratios.
    int chosen = 0;
    for (qsizetype i = 2; i < m_ratioSizes.size() && m_task.part.isValid(); ++i) {
        if (chosen == 0 && hasRatio(m_task.part.size(), m_ratioSizes.at(i)))
            chosen = int(i);
    }
    m_ratios->button(chosen)->setChecked(true);
}

void CropPage::setPicture(const QImage &image)
{
    m_view->setPart(m_task.part.isValid() ? m_task.part : QRect({}, m_task.size));
    m_view->setPicture(image, m_task.size);
    const int chosen = m_ratios->checkedId();
    m_view->setRatio(m_ratioSizes.value(chosen));
    m_accept->setEnabled(true);
    showResult();
}

void CropPage::setError(const Error &error)
{
    m_error->setError(error, {});
    m_stack->setCurrentIndex(1);
    m_accept->setEnabled(false);
}

void CropPage::showResult()
{
    const QRect part = m_view->part();
    if (m_view->pictureSize().isEmpty()) {
        m_result->setText(tr("The picture is being read."));
        return;
    }
    const QLocale &words = locale();
    m_result->setText(
        tr("%1 × %2 pixels of %3 × %4")
            .arg(words.toString(part.width()), words.toString(part.height()),
                words.toString(m_task.size.width()), words.toString(m_task.size.height())));
}

void CropPage::accept()
{
    const QRect part = m_view->part();
    emit accepted(part == QRect({}, m_task.size) ? QRect() : part);
}

void CropPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && m_accept->isEnabled())
        accept();
    else
        QWidget::keyPressEvent(event);
}
