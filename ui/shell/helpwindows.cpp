// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_shell/helpwindows.h"

#include "ui_common/theme.h"
#include "ui_shell/actionregistry.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QIcon>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QVBoxLayout *dialogLayout(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(Metrics::Wide, Metrics::Wide, Metrics::Wide, Metrics::Large);
    layout->setSpacing(Metrics::Medium);
    return layout;
}

QDialogButtonBox *closeButton(QDialog *dialog)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    return buttons;
}

QString plainText(const QAction *action)
{
    QString text = action->text();
    text.remove(u'&');
    text.remove(u'…');
    return text;
}

} // namespace

namespace HelpWindows {

void showShortcuts(QWidget *parent, const ActionRegistry &registry)
{
    auto *dialog = new QDialog(parent);
    //: Title of the window that lists them.
    dialog->setWindowTitle(QCoreApplication::translate("HelpWindows", "Keyboard shortcuts"));
    auto *layout = dialogLayout(dialog);
    layout->addWidget(headingLabel(dialog->windowTitle(), dialog));
    auto *table = new QTableWidget(0, 2, dialog);
    table->setAccessibleName(dialog->windowTitle());
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setHorizontalHeaderLabels({QCoreApplication::translate("HelpWindows", "Action"),
        QCoreApplication::translate("HelpWindows", "Keys")});
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    table->verticalHeader()->hide();
    const auto actions = registry.actions();
    for (const QAction *action : actions) {
        if (action->shortcut().isEmpty())
            continue;
        const int row = table->rowCount();
        table->insertRow(row);
        table->setItem(row, 0, new QTableWidgetItem(plainText(action)));
        table->setItem(row, 1,
            new QTableWidgetItem(
                QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText)));
    }
    layout->addWidget(table, 1);
    layout->addWidget(closeButton(dialog));
    dialog->resize(460, 520);
    dialog->show();
}

void showAbout(QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setWindowTitle(QCoreApplication::translate("HelpWindows", "About Pullpush"));
    auto *layout = dialogLayout(dialog);
    auto *logo = new QLabel(dialog);
    logo->setPixmap(QIcon(u":/pullpush/icons/pullpush.svg"_s)
                        .pixmap(QSize(64, 64), dialog->devicePixelRatioF()));
    layout->addWidget(logo);
    layout->addWidget(titleLabel(u"Pullpush"_s, dialog));
    layout->addWidget(new QLabel(
        QCoreApplication::translate("HelpWindows", "Version %1, with Qt %2")
            .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion())),
        dialog));
    auto *text = quietLabel(
        QCoreApplication::translate("HelpWindows",
            "Plan what draws people in, hold the conversations that win them, and see how one "
            "leads to the other. Your data stay in your own file or database."),
        dialog);
    text->setMinimumWidth(360);
    layout->addWidget(text);
    layout->addWidget(
        quietLabel(QCoreApplication::translate("HelpWindows",
                       "Free software under the GNU General Public License, version 3 or later, "
                       "without any warranty."),
            dialog));
    layout->addSpacing(Metrics::Small);
    layout->addWidget(closeButton(dialog));
    dialog->show();
}

} // namespace HelpWindows
