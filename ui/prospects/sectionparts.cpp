// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/sectionparts.h"

#include "ui_common/icons.h"
#include "ui_common/plaintext.h"
#include "ui_common/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QShortcut>
#include <QTextBoundaryFinder>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

SectionRows::SectionRows(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(Metrics::Small);
}

void SectionRows::clearRows()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

void SectionRows::addRow(QWidget *row)
{
    m_layout->addWidget(row);
    row->show(); // at once, so that it can take the keyboard
}

QToolButton *SectionParts::textButton(
    const QString &objectName, const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setText(text);
    button->setAccessibleName(name);
    button->setToolTip(plainTip(name));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QToolButton *SectionParts::iconButton(
    const QString &objectName, const QString &icon, const QString &name, QWidget *parent)
{
    QToolButton *button = textButton(objectName, {}, name, parent);
    button->setIcon(Icons::named(icon));
    return button;
}

QString SectionParts::breakable(const QString &text)
{
    constexpr int longest = 22; // letters that stay together
    constexpr int leastBehind = 8; // a sign breaks nothing shorter
    constexpr QStringView signsThatBreak = u"/?&=_-.@";
    constexpr QChar mayBreak(0x200B);
    QString broken;
    broken.reserve(text.size() + text.size() / longest);
    int together = 0;
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype next = letters.toNextBoundary();
        const qsizetype to = next > from ? next : text.size();
        const QChar first = text.at(from);
        together = first.isSpace() || first == mayBreak ? 0 : together + 1;
        broken += QStringView(text).mid(from, to - from);
        if (together >= longest || (together > leastBehind && signsThatBreak.contains(first))) {
            broken += mayBreak;
            together = 0;
        }
        from = to;
    }
    if (broken.endsWith(mayBreak))
        broken.chop(1);
    return broken;
}

QLabel *SectionParts::words(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(breakable(text), parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAccessibleName(text);
    return label;
}

QShortcut *SectionParts::shortcutIn(QWidget *part, const QKeySequence &keys)
{
    auto *shortcut = new QShortcut(keys, part);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    return shortcut;
}

void SectionParts::layOutTable(QTreeWidget *list, int wide)
{
    list->setRootIsDecorated(false);
    list->setAllColumnsShowFocus(true);
    list->setUniformRowHeights(true);
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    list->header()->setSectionResizeMode(wide, QHeaderView::Stretch);
}

QHBoxLayout *SectionParts::lastRow(QWidget *cancel, QWidget *say)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::Small);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(say);
    return row;
}
