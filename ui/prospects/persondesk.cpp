// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/persondesk.h"

#include "session/personerasing.h"
#include "session/personexport.h"
#include "session/workspace.h"
#include "ui_common/question.h"
#include "ui_prospects/retentiondialog.h"

#include <QFileInfo>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace {
PersonFormat formatOf(const QString &file)
{
    const QString suffix = QFileInfo(file).suffix().toLower();
    if (suffix == "html"_L1 || suffix == "htm"_L1)
        return PersonFormat::Html;
    return suffix == "pdf"_L1 ? PersonFormat::Pdf : PersonFormat::Json;
}
} // namespace

PersonDesk::PersonDesk(Workspace &workspace, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
{ }

void PersonDesk::exportPerson(const Prospect &prospect)
{
    const Question::File file {
        .title = tr("Export everything about “%1”").arg(displayName(prospect)),
        .filters = {tr("Page (*.html)"), tr("PDF (*.pdf)"), tr("JSON (*.json)")},
        // Whose it is, only those may know who open it.
        .suggestedName = tr("person %1.html").arg(m_workspace.today().toString(Qt::ISODate)),
        .suffix = u"html"_s};
    Question::saveFile(m_window, file, [this, id = prospect.id](const QString &path) {
        emit busyChanged(true);
        PersonExport::run(m_workspace, id, path, {formatOf(path), false}, this,
            [this](const Result<QString> &written) {
                emit busyChanged(false);
                if (!written) {
                    emit m_workspace.notice(Notice::error(written.error()));
                    return;
                }
                emit m_workspace.notice({Notice::Severity::Info,
                    tr("Everything that you may see about this person is in “%1”.")
                        .arg(QFileInfo(*written).fileName()),
                    *written});
            });
    });
}

QString PersonDesk::erasureText(const ErasureCounts &counts)
{
    QStringList parts;
    if (counts.handles > 0)
        parts << tr("%n handle(s)", nullptr, counts.handles);
    if (counts.notes > 0)
        parts << tr("%n note(s), consent(s) and next step(s)", nullptr, counts.notes);
    if (counts.conversations > 0)
        parts << tr("%n conversation(s)", nullptr, counts.conversations);
    if (counts.messages > 0)
        parts << tr("%n message(s)", nullptr, counts.messages);
    if (counts.attachments > 0)
        parts << tr("%n attachment(s)", nullptr, counts.attachments);
    QString text = parts.isEmpty()
        ? tr("Their names and notes go; you see nothing else about them. What colleagues keep "
             "private with them goes too.")
        : tr("Their names and notes go, and: %1. What colleagues keep private with them goes "
             "too.")
              .arg(parts.join(tr(", ")));
    if (counts.groupChats > 0)
        text +=
            u' ' + tr("Their words leave %n group chat(s) of others.", nullptr, counts.groupChats);
    return text + u' '
        + tr(
            "An anonymous record stays, so that past figures stand but those of what was said, and "
            "a hash of each handle, so that an import does not bring them back. This cannot be "
            "undone, and earlier steps cannot be undone after it.");
}

void PersonDesk::erase(const Prospect &prospect)
{
    PersonErasing::preview(m_workspace, prospect.id, this,
        [this, id = prospect.id, name = displayName(prospect)](
            const Result<ErasureCounts> &counts) {
            if (!counts) {
                emit m_workspace.notice(Notice::error(counts.error()));
                return;
            }
            Question::confirm(m_window,
                {tr("Erase “%1” for good?").arg(name), erasureText(*counts), tr("Erase for good")},
                [this, id] { eraseNow(id); });
        });
}

void PersonDesk::eraseNow(ProspectId id)
{
    emit busyChanged(true);
    PersonErasing::run(m_workspace, id, this, [this, id](const Result<ErasedPerson> &done) {
        emit busyChanged(false);
        if (!done) {
            emit m_workspace.notice(Notice::error(done.error()));
            return;
        }
        QStringList details = done->copies;
        if (!done->remark.isEmpty())
            details << done->remark;
        emit m_workspace.notice({Notice::Severity::Info,
            done->copies.isEmpty()
                ? tr("The person is erased.")
                : tr("The person is erased here. %n copy(s) beside the workspace still hold them.",
                    nullptr, int(done->copies.size())),
            details.join(u'\n')});
        emit erased(id);
    });
}

void PersonDesk::showRetention()
{
    if (m_retention == nullptr)
        m_retention = new RetentionDialog(m_workspace, m_window);
    m_retention->start();
}
