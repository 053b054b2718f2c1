// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plannedpost.h"
#include "domain/post.h"
#include "session/planmatcher.h"
#include "session/planrows.h"

class Connection;
class ImportJob;
class Transaction;

/// Posts from a table or a calendar. They become drafts with a proposed time, whatever their planner says of
/// them; files of our own keep the status, except that nothing is posted without the time at which it was.
/// Recurring events become a post for each time, at most 500, without an end those of a year.
/// A post that came from the same place before, or has the same text at the same time on the same
/// channel, is skipped; where it came from the same place and differs from the file, it can be made what
/// the file tells while it is a draft.
class PostsImport
{
public:
    /// \a format is "posts-csv" or "ics".
    PostsImport(ImportJob &job, QString path, QString format);
    [[nodiscard]] Result<> run();

private:
    /// One post with what becomes its variants.
    using Rows = QList<PlannedPost>;

    [[nodiscard]] Result<PlanFile> read() const;
    [[nodiscard]] Result<> readKnown(const QList<PlannedPost> &posts);
    [[nodiscard]] Result<> readWorkspace(Connection &connection);
    void remember(const QList<PostWithVariants> &known);
    [[nodiscard]] QList<Rows> grouped(const QList<PlannedPost> &posts) const;
    [[nodiscard]] Result<> write(Transaction &transaction, const QList<Rows> &posts);
    [[nodiscard]] Result<> writeOne(Transaction &transaction, const Rows &rows);
    [[nodiscard]] Result<> make(
        Transaction &transaction, const Rows &rows, const QList<QList<ChannelId>> &channels);
    [[nodiscard]] Result<> addMedia(Transaction &transaction, const QList<PlannedMedia> &media,
        PostId post, VariantId variant, QList<PostMedia> &attached);
    [[nodiscard]] Result<> addVariant(Transaction &transaction, const PlannedPost &row, PostId post,
        ChannelId channel, QList<PostMedia> &attached);
    void addCrops(const PlannedPost &row, const Variant &variant, const QList<PostMedia> &attached);
    [[nodiscard]] Result<Post> postOf(Transaction &transaction, const PlannedPost &planned);
    [[nodiscard]] Variant variantOf(const PlannedPost &planned, PostId post, ChannelId channel);
    [[nodiscard]] PostStatus statusOf(const PlannedPost &planned);
    [[nodiscard]] Result<> readSources(Connection &connection, const QList<Rows> &posts);
    [[nodiscard]] PostId knownPost(const PlannedPost &row) const;
    [[nodiscard]] PlanFate fateOf(const PlannedPost &row, const QList<ChannelId> &channels);
    [[nodiscard]] PlanFate differing(const PlannedPost &row, ToldPost &known);
    void count(const Rows &rows, const QList<QList<ChannelId>> &channels, PlanFate fate);
    [[nodiscard]] QByteArray fingerprint(
        const QString &text, const PlannedTime &when, ChannelId channel) const;
    [[nodiscard]] QByteArray fingerprint(const PlannedPost &row, ChannelId channel) const;
    [[nodiscard]] std::pair<QString, QString> sourceOf(const PlannedPost &row) const;
    [[nodiscard]] QString localZone(const PlannedPost &row) const;
    void place(PlannedPost &post) const;
    void reject(const PlannedPost &row, const QString &reason);
    void keepRejected();

    ImportJob &m_job;
    const QString m_path;
    const QString m_fileName;
    const QString m_format;
    PlanMatcher m_matcher;
    QStringList m_header;
    QHash<qint64, QStringList> m_cells; ///< as they stand in the file, by line
    QList<RejectedRow> m_rejected;
    QHash<QString, QHash<QString, PostId>>
        m_sources; ///< of this chunk's rows those known, by space
    QHash<PostId, ToldPost> m_known; ///< the posts of this chunk's known rows
    PlanRows m_rows;
};
