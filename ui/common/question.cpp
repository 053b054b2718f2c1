// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/question.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

#include <memory>

namespace {

QFileDialog *dialogFor(QWidget *parent, const Question::File &file)
{
    const QString folder = file.folder.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
        : file.folder;
    auto *dialog = new QFileDialog(parent, file.title, folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!file.filters.isEmpty())
        dialog->setNameFilters(file.filters);
    return dialog;
}

} // namespace

namespace Question {

void confirm(QWidget *parent, const Confirm &question, std::function<void()> confirmed)
{
    auto *box = new QMessageBox(
        QMessageBox::Warning, question.title, question.title, QMessageBox::Cancel, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(question.text);
    QPushButton *yes = box->addButton(question.confirmText, QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(
        box, &QMessageBox::finished, parent, [box, yes, callback = std::move(confirmed)] {
            if (box->clickedButton() == yes)
                callback();
        });
    box->open();
}

void openFile(QWidget *parent, const File &file, std::function<void(const QString &)> chosen)
{
    QFileDialog *dialog = dialogFor(parent, file);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

void openFiles(QWidget *parent, const File &file, std::function<void(const QStringList &)> chosen)
{
    QFileDialog *dialog = dialogFor(parent, file);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, std::move(chosen));
    dialog->open();
}

void saveFile(QWidget *parent, const File &file, std::function<void(const QString &)> chosen)
{
    QFileDialog *dialog = dialogFor(parent, file);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite, !file.asksToOverwrite);
    dialog->setFileMode(QFileDialog::AnyFile);
    if (!file.suffix.isEmpty())
        dialog->setDefaultSuffix(file.suffix);
    if (!file.suggestedName.isEmpty())
        dialog->selectFile(file.suggestedName);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

} // namespace Question
