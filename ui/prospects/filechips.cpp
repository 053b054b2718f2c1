// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/filechips.h"

#include "ui_common/icons.h"
#include "ui_common/plaintext.h"
#include "ui_common/theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {
constexpr int LongestChipLetters = 24;
}

FileChips::FileChips(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
{
    setObjectName(u"log.files"_s);
    setAccessibleName(tr("Attached files"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(Metrics::Tiny);
    hide();
}

void FileChips::setFiles(const QList<FreshFile> &files)
{
    if (files == m_files)
        return;
    m_files = files;
    refresh();
}

void FileChips::refresh()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (QWidget *chip = item->widget()) {
            chip->hide();
            chip->deleteLater(); // it may be the one that was pressed
        }
        delete item;
    }
    for (qsizetype i = 0; i < m_files.size(); ++i) {
        const FreshFile &file = m_files.at(i);
        auto *chip = new QToolButton(this);
        chip->setObjectName(u"log.file"_s);
        const QString size =
            QLocale().formattedDataSize(file.bytes.size(), 1, QLocale::DataSizeSIFormat);
        QString shown = fontMetrics().elidedText(
            file.name, Qt::ElideMiddle, fontMetrics().averageCharWidth() * LongestChipLetters);
        chip->setText(shown.replace(u'&', u"&&"_s));
        chip->setIcon(Icons::named(u"window-close"_s));
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setAccessibleName(tr("Take “%1” off").arg(file.name));
        chip->setToolTip(plainTip(tr("Take “%1” off (%2)").arg(file.name, size)));
        m_layout->addWidget(chip);
        connect(chip, &QToolButton::clicked, this, [this, i] {
            m_files.removeAt(i);
            refresh();
            emit filesChanged();
        });
    }
    m_layout->addStretch(1);
    setVisible(!m_files.isEmpty());
}
