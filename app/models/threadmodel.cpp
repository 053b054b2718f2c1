// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/threadmodel.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

ThreadModel::ThreadModel(QObject *parent)
    : QAbstractListModel(parent)
{ }

void ThreadModel::setSource(const ThreadSource &source)
{
    const QList<ThreadLine> lines = threadLines(source);
    const auto [mine, theirs] = std::ranges::mismatch(std::as_const(m_lines), lines);
    const qsizetype head = mine - m_lines.cbegin();
    const qsizetype most = std::min(m_lines.size(), lines.size()) - head;
    qsizetype tail = 0;
    while (
        tail < most && m_lines.at(m_lines.size() - 1 - tail) == lines.at(lines.size() - 1 - tail))
        ++tail;
    const int first = int(head);
    const int gone = int(m_lines.size() - head - tail);
    const int come = int(lines.size() - head - tail);
    // Rows and source change together: a row finds its words by its place in the source's lists.
    const auto take = [this, &source, &lines] {
        m_source = source;
        m_lines = lines;
    };
    if (gone > 0) {
        beginRemoveRows({}, first, first + gone - 1);
        if (come > 0)
            m_lines.remove(first, gone);
        else
            take();
        endRemoveRows();
    }
    if (come > 0) {
        beginInsertRows({}, first, first + come - 1);
        take();
        endInsertRows();
    }
    if (gone == 0 && come == 0)
        take();
    emit spliced(first, gone, come);
    refreshWords();
}

void ThreadModel::refreshWords()
{
    if (!m_lines.isEmpty())
        emit dataChanged(index(0), index(int(m_lines.size()) - 1));
}

ThreadEntry ThreadModel::entry(int row) const
{
    return threadEntry(m_source, m_lines.at(row));
}

QList<ThreadEntry> ThreadModel::entries() const
{
    QList<ThreadEntry> all;
    for (const ThreadLine &line : m_lines)
        all << threadEntry(m_source, line);
    return all;
}

int ThreadModel::rowOf(MessageId id) const
{
    const auto found = std::ranges::find_if(m_lines, [id](const ThreadLine &line) {
        return line.kind == ThreadEntry::Kind::Message && line.id == id.value();
    });
    return found == m_lines.end() ? -1 : int(found - m_lines.begin());
}

void ThreadModel::want(int first, int last) const
{
    if (!m_source.want)
        return;
    int from = -1;
    int to = -1;
    for (int row = std::max(first, 0); row <= last && row < int(m_lines.size()); ++row) {
        if (m_lines.at(row).kind != ThreadEntry::Kind::Message)
            continue;
        if (from < 0)
            from = m_lines.at(row).index;
        to = m_lines.at(row).index;
    }
    if (from >= 0)
        m_source.want(from, to);
}

namespace {
/// When, who and the words.
QString copyOf(const ThreadEntry &entry, const QTimeZone &zone)
{
    using Kind = ThreadEntry::Kind;
    QString text = ThreadModel::words(entry);
    if (entry.kind == Kind::Day || entry.kind == Kind::Waiting)
        return text;
    const QLocale locale;
    QStringList head;
    if (entry.day.isValid()) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(entry.at.ms, zone);
        const bool hasTime =
            entry.at.precision == Precision::Exact || entry.at.precision == Precision::Minute;
        head << (hasTime ? locale.toString(at, QLocale::ShortFormat)
                         : locale.toString(entry.day, QLocale::ShortFormat));
    }
    if (!entry.who.isEmpty())
        head << entry.who;
    else if (entry.kind == Kind::Message && entry.direction == Direction::Ours)
        head << ThreadModel::tr("We");
    else if (entry.kind == Kind::Message && entry.direction == Direction::Theirs)
        head << ThreadModel::tr("They");
    if (head.isEmpty())
        return text;
    return ThreadModel::tr("%1: %2", "when and who: what").arg(head.join(", "_L1), text);
}
} // namespace

QString ThreadModel::copyText(int row) const
{
    return row >= 0 && row < int(m_lines.size()) ? copyOf(entry(row), m_source.zone) : QString();
}

QString ThreadModel::copyText(const ThreadSource &source, const QList<ThreadLine> &lines,
    const QHash<MessageId, Message> &messages)
{
    QStringList copied;
    for (const ThreadLine &line : lines) {
        const auto known = line.kind == ThreadEntry::Kind::Message
            ? messages.constFind(MessageId(line.id))
            : messages.constEnd();
        const Message *words = known == messages.constEnd() ? nullptr : &known.value();
        copied << copyOf(threadEntry(source, line, words), source.zone);
    }
    return copied.join(u'\n');
}

QList<MessageId> ThreadModel::unread(const ThreadSource &source, const QList<ThreadLine> &lines)
{
    QList<MessageId> ids;
    for (const ThreadLine &line : lines) {
        const MessageId id(line.id);
        if (line.kind == ThreadEntry::Kind::Message && source.message
            && source.message(id) == nullptr)
            ids << id;
    }
    return ids;
}

int ThreadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant ThreadModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return words(entry(index.row()));
    case Qt::AccessibleTextRole:
        return copyText(index.row());
    default:
        return {};
    }
}

Qt::ItemFlags ThreadModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractListModel::flags(index);
    if (index.isValid() && m_lines.at(index.row()).kind == ThreadEntry::Kind::Day)
        flags.setFlag(Qt::ItemIsSelectable, false);
    return flags;
}

QString ThreadModel::words(const ThreadEntry &entry)
{
    if (entry.kind == ThreadEntry::Kind::Day) {
        const QString day = entry.day.isValid() ? QLocale().toString(entry.day, QLocale::LongFormat)
                                                : tr("Date unknown");
        return entry.count == 0
            ? day
            : QStringList {day, tr("%n day(s) later", nullptr, entry.count)}.join(u" · "_s);
    }
    QStringList title;
    if (!entry.title.isEmpty())
        title << entry.title;
    if (entry.minutes > 0)
        title << tr("%n minute(s)", nullptr, entry.minutes);
    if (!entry.outcome.isEmpty())
        title << entry.outcome;
    QStringList said;
    if (entry.isLoading)
        said << tr("The words are being read.");
    else if (!entry.text.isEmpty())
        said << entry.text;
    for (const ThreadFile &file : entry.files)
        said << tr("[%1]", "name of a file").arg(file.name);
    const QString head = title.join(u" · "_s);
    const QString text = said.join(u'\n');
    if (head.isEmpty() || text.isEmpty())
        return head + text;
    return tr("%1: %2").arg(head, text);
}
