// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/importjob.h"

#include "base/logging.h"
#include "domain/prospect.h"
#include "exchange/format.h"
#include "session/chatimport.h"
#include "session/csvimport.h"
#include "session/postsimport.h"
#include "storage/batchtable.h"
#include "storage/migrations.h"
#include "storage/objections.h"
#include "storage/searchindex.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
/// From so many new rows on a server's planner is told of them.
constexpr int MuchAtOnce = 10000;

/// A chat's file is named after a person, and batches are seen by everybody.
QString publicName(const QString &file)
{
    const auto detected = detectFormat(file);
    return detected && detected->format == "whatsapp"_L1
        ? QCoreApplication::translate("Import", "WhatsApp chat")
        : QFileInfo(file).fileName();
}
} // namespace

ImportJob::ImportJob(ImportContext context, ImportOptions options)
    : m_context(std::move(context))
    , m_options(std::move(options))
{ }

QTimeZone ImportJob::zone() const
{
    return m_options.zone.isEmpty() ? m_context.zone : QTimeZone(m_options.zone);
}

void ImportJob::later(const RowEdit &edit)
{
    if (!edit.isEmpty())
        m_later.append(edit);
}

void ImportJob::touched(ProspectId id)
{
    constexpr qsizetype MostListed = 1000;
    if (m_report.touched.size() < MostListed && !m_report.touched.contains(id))
        m_report.touched.append(id);
}

ProspectId ImportJob::madeWith(const QString &network, const QString &value) const
{
    return madeWith({network, normalisedHandle(network, value)});
}

void ImportJob::remember(const QString &network, const QString &value, ProspectId id)
{
    remember({network, normalisedHandle(network, value)}, id);
}

std::optional<int> ImportJob::unreadOf(const QString &threadId, const QStringList &messageKeys)
{
    const auto known = m_threads.constFind(threadId);
    if (known == m_threads.constEnd()) {
        m_threads.insert(threadId, QSet<QString>(messageKeys.begin(), messageKeys.end()));
        return {};
    }
    return int(std::ranges::count_if(
        messageKeys, [&known](const QString &key) { return !known->contains(key); }));
}

bool ImportJob::tell(double part) const
{
    return !m_context.progress || m_context.progress(m_fileStart + part * m_fileShare);
}

Result<ImportReport> ImportJob::run(const QStringList &files)
{
    if (!zone().isValid())
        return fail(Error::Code::Rejected,
            QCoreApplication::translate("Import", "There is no time zone “%1”.")
                .arg(QString::fromUtf8(m_options.zone)));
    m_report.dryRun = m_options.dryRun;
    m_batch.id = BatchId::create(*m_context.ids);
    m_batch.by = m_context.viewer.user;
    m_batch.at = m_context.now;
    m_batch.node = m_context.database->node();
    QStringList names;
    for (const QString &file : files)
        names << publicName(file);
    m_batch.files = names.join(u'\n');
    // What an import before left, on a full disk, would hold its handles against this one.
    auto done = write([this](Transaction &transaction) {
        return BatchTable::eraseLeft(transaction, m_batch.node).and_then([&] {
            return BatchTable::insert(transaction, m_batch);
        });
    });
    if (!done)
        return tl::unexpected(done.error());
    m_fileShare = 1.0 / double(std::max<qsizetype>(1, files.size()));
    for (const QString &file : files) {
        done = importFile(file);
        if (!done)
            break;
        m_fileStart += m_fileShare;
    }
    if (done && m_options.strict && m_report.rejected > 0)
        done = fail(Error::Code::Rejected,
            QCoreApplication::translate("Import",
                "%n row(s) were rejected, so nothing was imported.", nullptr, m_report.rejected));
    if (done && !m_options.dryRun)
        done = finish();
    if (!done || m_options.dryRun) {
        const auto erased = write([this](Transaction &transaction) {
            return BatchTable::erase(transaction, m_batch.id);
        });
        if (!erased)
            qCWarning(lcSession) << "what an import left stays hidden until the next one:"
                                 << erased.error().detail;
        if (!done)
            return tl::unexpected(done.error());
        return m_report;
    }
    m_report.batch = m_batch.id;
    for (const auto &job : m_afterwards) {
        if (const auto written = job(); !written)
            m_report.issues.append(
                {QString(), 0, Severity::Warning, u"not-written"_s, written.error().message});
    }
    return m_report;
}

Result<> ImportJob::importFile(const QString &path)
{
    const auto detected = detectFormat(path);
    const bool isTold = m_options.format == "posts-csv"_L1 || m_options.format == "ics"_L1;
    if (!detected && !isTold)
        return tl::unexpected(detected.error());
    const QString format = m_options.format.isEmpty() ? detected->format : m_options.format;
    m_report.format = format;
    if (format == "posts-csv"_L1 || format == "ics"_L1)
        return PostsImport(*this, detected ? detected->path : path, format).run();
    if (format == "csv"_L1)
        return CsvImport(*this, detected->path).run();
    if (format == "whatsapp"_L1)
        return ChatImport(*this, detected->path).run();
    return fail(Error::Code::Rejected,
        QCoreApplication::translate(
            "Import", "The format “%1” cannot be imported. Known formats: %2.")
            .arg(format, importFormats().join(", "_L1)));
}

QString ImportJob::summary() const
{
    const auto counts = [](const ImportCounts &of) {
        return QJsonObject {
            {u"created"_s, of.created}, {u"updated"_s, of.updated}, {u"skipped"_s, of.skipped}};
    };
    return QString::fromUtf8(QJsonDocument(
        QJsonObject {{u"prospects"_s, counts(m_report.prospects)},
            {u"conversations"_s, counts(m_report.conversations)},
            {u"messages"_s, counts(m_report.messages)}, {u"posts"_s, counts(m_report.posts)},
            {u"moves"_s, counts(m_report.moves)}, {u"rejected"_s, m_report.rejected}})
                                 .toJson(QJsonDocument::Compact));
}

Result<> ImportJob::finish()
{
    return write([this](Transaction &transaction) -> Result<> {
        for (const RowEdit &edit : std::as_const(m_later)) {
            if (auto done = applyImported(transaction, edit, m_batch.id); !done)
                return done;
        }
        if (auto done = BatchTable::setState(transaction, m_batch.id, BatchState::Live, summary());
            !done)
            return done;
        if (auto done = Objections::follow(transaction, m_later); !done)
            return done;
        return BatchTable::announce(transaction, m_batch.id);
    }).and_then([this]() -> Result<> {
        if (m_report.prospects.created + m_report.messages.created + m_report.moves.created
            < MuchAtOnce)
            return {};
        // All is kept by now: a server that refuses only knows of it later.
        (void)write([](Transaction &transaction) { return refreshStatistics(transaction); });
        return {};
    });
}
