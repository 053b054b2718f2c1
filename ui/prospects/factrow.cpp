// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/factrow.h"

#include "ui_common/closebutton.h"
#include "ui_common/formatting.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_prospects/sectionparts.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QStyleOptionFocusRect>
#include <QStylePainter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

FactRow::FactRow(const Fact &fact, QDate today, QWidget *parent)
    : QWidget(parent)
    , m_fact(fact)
    , m_words(new QWidget(this))
{
    setObjectName(u"fact"_s);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(fact.text);
    setToolTip(tr("Enter changes it, Delete takes it away, Alt+Up and Alt+Down move it."));
    build(today);
}

void FactRow::build(QDate today)
{
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(SectionParts::words(m_fact.text, m_words));
    QStringList below;
    if (!m_fact.source.isEmpty())
        below << m_fact.source;
    const bool stale = isStale(m_fact, today);
    if (m_fact.on.isValid())
        below << (stale ? tr("from %1, may be out of date").arg(Formatting::date(m_fact.on))
                        : Formatting::relativeDay(m_fact.on, today));
    auto *foot = new QHBoxLayout;
    foot->setSpacing(Metrics::Tiny);
    if (stale) {
        auto *sign = new QLabel(m_words);
        sign->setPixmap(Icons::named(u"dialog-warning"_s).pixmap(Metrics::Icon, Metrics::Icon));
        sign->setAccessibleName(tr("May be out of date"));
        foot->addWidget(sign, 0, Qt::AlignTop);
    }
    if (!below.isEmpty()) {
        //: Between where a fact is from and its day.
        const QString text = below.join(tr(" · "));
        auto *said = quietLabel(SectionParts::breakable(text), m_words);
        said->setAccessibleName(text);
        said->setTextFormat(Qt::PlainText);
        said->setObjectName(u"fact.below"_s);
        foot->addWidget(said, 1);
    }
    words->addLayout(foot);
    if (stale) {
        QToolButton *confirm = SectionParts::textButton(u"fact.confirm"_s, tr("Still true"),
            tr("“%1” is still true").arg(m_fact.text), m_words);
        connect(confirm, &QToolButton::clicked, this, [this] { emit confirmed(m_fact); });
        words->addWidget(confirm, 0, Qt::AlignLeading);
    }
    auto *remove = new CloseButton(tr("Delete “%1”").arg(m_fact.text), m_words);
    remove->setObjectName(u"fact.remove"_s);
    connect(remove, &CloseButton::clicked, this, [this] { emit removed(m_fact); });
    auto *line = new QHBoxLayout(m_words);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Metrics::Tiny);
    line->addLayout(words, 1);
    line->addWidget(remove, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::Tiny, 0, 0, 0);
    layout->addWidget(m_words);
}

bool FactRow::isChanging() const
{
    return m_fields != nullptr && !m_fields->isHidden();
}

void FactRow::startChange()
{
    if (m_fields == nullptr) {
        m_fields = new QWidget(this);
        m_text = new QLineEdit(m_fields);
        m_text->setObjectName(u"fact.text"_s);
        m_text->setAccessibleName(tr("Homework"));
        m_source = new QLineEdit(m_fields);
        m_source->setObjectName(u"fact.source"_s);
        m_source->setAccessibleName(tr("Where it is from"));
        m_source->setPlaceholderText(m_source->accessibleName());
        auto *fields = new QVBoxLayout(m_fields);
        fields->setContentsMargins(0, 0, 0, 0);
        fields->setSpacing(Metrics::Tiny);
        for (QLineEdit *field : {m_text, m_source}) {
            fields->addWidget(field);
            field->installEventFilter(this);
            connect(field, &QLineEdit::returnPressed, this, &FactRow::keep);
        }
        layout()->addWidget(m_fields);
    }
    m_text->setText(m_fact.text);
    m_source->setText(m_fact.source);
    m_words->hide();
    m_fields->show();
    m_text->setFocus(Qt::OtherFocusReason);
}

void FactRow::keep()
{
    Fact after = m_fact;
    after.text = m_text->text();
    after.source = m_source->text();
    // The row may be made anew by what follows: say the change last.
    leave();
    if (after != m_fact)
        emit changed(m_fact, after);
}

void FactRow::resume(const QString &text, const QString &source)
{
    startChange();
    m_text->setText(text);
    m_source->setText(source);
}

void FactRow::leave()
{
    const bool hadFocus = m_fields->isAncestorOf(QApplication::focusWidget());
    m_fields->hide();
    m_words->show();
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
    emit settled();
}

bool FactRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(
            event); // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast)
        if (key->key() == Qt::Key_Escape) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                leave();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FactRow::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers() == Qt::AltModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        if (!isChanging())
            startChange();
        return;
    case Qt::Key_Delete:
        emit removed(m_fact);
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (alt) {
            emit moved(m_fact.id, event->key() == Qt::Key_Up ? -1 : 1);
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void FactRow::mouseDoubleClickEvent(QMouseEvent *event)
{
    Q_UNUSED(event)
    if (!isChanging())
        startChange();
}

void FactRow::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void FactRow::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void FactRow::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (!hasFocus())
        return;
    QStylePainter painter(this);
    QStyleOptionFocusRect option;
    option.initFrom(this);
    option.backgroundColor = palette().color(QPalette::Window);
    painter.drawPrimitive(QStyle::PE_FrameFocusRect, option);
}
