// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/importservice.h"

#include "base/clock.h"
#include "base/text.h"
#include "base/whenready.h"
#include "domain/postedits.h"
#include "exchange/format.h"
#include "exchange/icalendar.h"
#include "exchange/plancsv.h"
#include "exchange/prospectcsv.h"
#include "exchange/whatsapp.h"
#include "session/importjob.h"
#include "session/workspace.h"
#include "storage/batchtable.h"
#include "storage/changetable.h"
#include "storage/objections.h"

#include <QCoreApplication>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
ImportContext contextOf(Workspace &workspace)
{
    ImportContext context;
    context.database = workspace.database();
    context.ids = &workspace.ids();
    context.stages = offeredStages(workspace.stages());
    context.users = workspace.users();
    context.zone = workspace.zone();
    context.viewer = workspace.viewer();
    context.userName = workspace.userName(workspace.viewer().user);
    context.now = workspace.clock().now();
    return context;
}

Result<ImportPreview> chatPreview(
    const QString &path, const QTimeZone &zone, const QString &userName)
{
    ImportPreview preview;
    preview.path = path;
    preview.format = u"whatsapp"_s;
    auto read = readWhatsApp(path, {zone, {}});
    if (!read) {
        // Dates that need an order are asked for on the page; anything else is a fault of the file.
        read = readWhatsApp(path, {zone, DateOrder::DayFirst});
        if (!read)
            return tl::unexpected(read.error());
        preview.needsDateOrder = true;
    }
    const ChatRecord &chat = read->chat;
    preview.encoding = read->encoding.name;
    preview.chatTitle = chat.title;
    preview.senders = chat.senders;
    preview.isGroup = chat.isGroup;
    preview.messages = int(chat.messages.size());
    for (const QString &sender : chat.senders) {
        const bool isOther = chat.senders.size() == 2 && !chat.isGroup
            && foldText(sender) != foldText(chat.title)
            && std::ranges::any_of(chat.senders,
                [&](const QString &other) { return foldText(other) == foldText(chat.title); });
        if (foldText(sender) == foldText(userName) || (preview.me.isEmpty() && isOther))
            preview.me = sender;
    }
    return preview;
}

Result<ImportPreview> calendarPreview(const QString &path, const QTimeZone &zone)
{
    return readCalendar(path, zone).map([&path](const CalendarFile &calendar) {
        ImportPreview preview;
        preview.path = path;
        preview.format = u"ics"_s;
        preview.system = calendar.system;
        preview.posts = int(calendar.posts.size());
        preview.others = calendar.others;
        for (const PlannedPost &post : calendar.posts) {
            preview.repeating += post.rule.isEmpty() && post.alsoOn.isEmpty() ? 0 : 1;
            preview.namesChannels = preview.namesChannels || !post.channels.isEmpty();
        }
        return preview;
    });
}

/// What is to be read as what. A workbook that is no plan by its header may still be mapped as one.
Result<DetectedFile> readAs(const QString &path, const QString &format)
{
    auto detected = detectFormat(path);
    if (!detected) {
        const bool isBook = path.endsWith(".xlsx"_L1, Qt::CaseInsensitive);
        return isBook && previewPlan(path) ? DetectedFile {u"posts-csv"_s, path} : detected;
    }
    if (format.isEmpty())
        return detected;
    return DetectedFile {format, detected->path};
}

Result<ImportPreview> readPreview(
    const QString &path, const QString &format, const QTimeZone &zone, const QString &userName)
{
    const auto detected = readAs(path, format);
    if (!detected)
        return tl::unexpected(detected.error());
    if (detected->format == "whatsapp"_L1)
        return chatPreview(detected->path, zone, userName);
    if (detected->format == "ics"_L1)
        return calendarPreview(detected->path, zone);
    const bool isPlan = detected->format == "posts-csv"_L1;
    const auto read = isPlan ? previewPlan(detected->path) : previewCsv(detected->path);
    return read.map([&](const CsvPreview &csv) {
        ImportPreview preview;
        preview.path = detected->path;
        preview.format = detected->format;
        preview.header = csv.header;
        preview.rows = csv.rows;
        preview.mapping = csv.guess.mapping;
        preview.system = csv.guess.system;
        preview.needsDateOrder = csv.needsDateOrder;
        preview.encoding = csv.encoding.name;
        preview.posts = int(csv.rowCount);
        preview.ambiguousDates = csv.ambiguousColumns;
        return preview;
    });
}

/// What an import changed on posts whose words are approved, scheduled or out by now.
class LockedSince
{
public:
    [[nodiscard]] Result<> read(Connection &connection, BatchId batch)
    {
        return BatchTable::updatedVariants(connection, batch)
            .map([this](const QList<Variant> &variants) {
                for (const Variant &variant : variants) {
                    m_posts.insert(variant.id, variant.post);
                    if (PostEdits::isLocked(variant.status))
                        m_locked.insert(variant.post);
                }
            });
    }
    /// Whether what \a edit would take back is to stay; it is counted then.
    [[nodiscard]] bool keeps(const RowEdit &edit)
    {
        PostId post;
        if (edit.table == "post"_L1)
            post = PostId(edit.id);
        else if (edit.table == "variant"_L1)
            post = m_posts.value(VariantId(edit.id));
        if (!m_locked.contains(post))
            return false;
        m_kept.insert(post);
        return true;
    }
    [[nodiscard]] int kept() const { return int(m_kept.size()); }

private:
    QHash<VariantId, PostId> m_posts;
    QSet<PostId> m_locked;
    QSet<PostId> m_kept;
};

/// Returns how many posts keep what the import made of them.
Result<int> undoBatch(Transaction &transaction, BatchId id)
{
    const auto batch = BatchTable::find(transaction.connection(), id);
    if (!batch)
        return tl::unexpected(batch.error());
    if (!*batch || (*batch)->state != BatchState::Live)
        return fail(Error::Code::NotFound,
            QCoreApplication::translate("Import", "There is no import %1 that could be undone.")
                .arg(id.toString()));
    const auto reversals = ChangeTable::reversals(transaction.connection(), id);
    if (!reversals)
        return tl::unexpected(reversals.error());
    LockedSince locked;
    if (auto done = locked.read(transaction.connection(), id); !done)
        return tl::unexpected(done.error());
    RowEdits reversed;
    for (const RowEdit &edit : *reversals) {
        if (locked.keeps(edit))
            continue;
        // What somebody deleted since has nothing to take back.
        auto done = applyEdit(transaction, edit);
        if (!done && done.error().code != Error::Code::NotFound)
            return tl::unexpected(done.error());
        if (done)
            reversed << edit;
    }
    return BatchTable::setState(transaction, id, BatchState::Undone, (*batch)->summary)
        .and_then([&] { return Objections::follow(transaction, reversed); })
        .and_then([&] { return BatchTable::announce(transaction, id); })
        .map([&locked] { return locked.kept(); });
}
} // namespace

ImportService::ImportService(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{ }

ImportService::~ImportService()
{
    cancel();
    m_future
        .waitForFinished(); // it uses the workspace's ids; a cancelled import ends at its next chunk
}

void ImportService::preview(const QString &path, const QString &format, QObject *context,
    std::function<void(Result<ImportPreview>)> callback)
{
    const QString userName = m_workspace.userName(m_workspace.viewer().user);
    whenReady(QtConcurrent::run([path, format, zone = m_workspace.zone(), userName] {
        return readPreview(path, format, zone, userName);
    }),
        context, std::move(callback));
}

void ImportService::run(
    const QStringList &files, const ImportOptions &options, QObject *context, Done done)
{
    if (m_running)
        return;
    m_running = true;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_trying = options.dryRun;
    emit runningChanged(true);
    emit progress(0);
    ImportContext importContext = contextOf(m_workspace);
    importContext.progress = [this, cancelled = m_cancelled](double part) {
        QMetaObject::invokeMethod(
            this, [this, part] { emit progress(part); }, Qt::QueuedConnection);
        return !*cancelled;
    };
    m_future = QtConcurrent::run(
        [importContext, files, options] { return ImportJob(importContext, options).run(files); });
    whenReady(m_future, this, [this](const Result<ImportReport> &) {
        m_running = false;
        emit runningChanged(false);
    });
    whenReady(m_future, context, std::move(done));
}

void ImportService::cancel()
{
    if (m_cancelled)
        *m_cancelled = true;
}

void ImportService::undo(BatchId batch, QObject *context, std::function<void(Result<>)> callback)
{
    const auto undone = m_workspace.database()->write(
        [batch](Transaction &transaction) { return undoBatch(transaction, batch); });
    whenReady(undone, this, [this](const Result<int> &kept) {
        if (kept && *kept > 0)
            emit m_workspace.notice({Notice::Severity::Warning,
                tr("%Ln post(s) were approved, scheduled, posted or retired since and keep what "
                   "the import changed.",
                    nullptr, *kept)});
    });
    whenReady(undone, context, [callback = std::move(callback)](const Result<int> &kept) {
        callback(kept.map([](int) {}));
    });
}

void ImportService::batches(
    QObject *context, std::function<void(Result<QList<ImportBatch>>)> callback)
{
    whenReady(m_workspace.database()->read(&BatchTable::all), context, std::move(callback));
}

Result<ImportReport> ImportService::runNow(
    Workspace &workspace, const QStringList &files, const ImportOptions &options)
{
    return ImportJob(contextOf(workspace), options).run(files);
}

Result<int> ImportService::undoNow(Workspace &workspace, BatchId batch)
{
    return workspace.database()
        ->write([batch](Transaction &transaction) { return undoBatch(transaction, batch); })
        .result();
}
