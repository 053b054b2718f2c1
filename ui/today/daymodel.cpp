// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_today/daymodel.h"

#include "ui_common/formatting.h"
#include "ui_common/plaintext.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

void DayModel::setSections(
    const QList<Section> &sections, const QList<Stage> &stages, const DayContext &context)
{
    beginResetModel();
    const QList<Section> before = std::exchange(m_sections, sections);
    m_stages = stages;
    m_context = context;
    keepFieldRow(before);
    build();
    endResetModel();
}

void DayModel::keepFieldRow(const QList<Section> &before)
{
    if (!m_field)
        return;
    const auto isWanted = [this](const WorkRow &row) { return row.id() == m_field->id; };
    const auto old = std::ranges::find(before, m_field->section, &Section::section);
    const auto now = std::ranges::find(m_sections, m_field->section, &Section::section);
    if (old == before.end() || now == m_sections.end()
        || std::ranges::any_of(std::as_const(now->page.rows), isWanted))
        return;
    const auto row = std::ranges::find_if(old->page.rows, isWanted);
    if (row == old->page.rows.end())
        return;
    const auto place = std::min(row - old->page.rows.begin(), now->page.rows.size());
    now->page.rows.insert(place, *row);
    ++now->page.total;
}

void DayModel::build()
{
    m_lines.clear();
    for (int i = 0; i < m_sections.size(); ++i) {
        const Section &section = m_sections.at(i);
        if (section.page.rows.isEmpty() && !section.hasMore())
            continue;
        m_lines.append({Kind::Heading, i, 0});
        for (int row = 0; row < section.page.rows.size(); ++row) {
            m_lines.append({Kind::Row, i, row});
            if (m_field == DayKey {section.section, section.page.rows.at(row).id()})
                m_lines.append({Kind::Field, i, row});
        }
        if (section.hasMore())
            m_lines.append({Kind::More, i, 0});
    }
}

void DayModel::setField(const std::optional<DayKey> &under, int height)
{
    const QModelIndex old = fieldIndex();
    if (old.isValid()) {
        beginRemoveRows({}, old.row(), old.row());
        m_field.reset();
        m_lines.removeAt(old.row());
        endRemoveRows();
    }
    m_field = under;
    m_fieldHeight = height;
    if (!under)
        return;
    const QModelIndex row = indexOf(*under);
    if (!row.isValid()) {
        m_field.reset();
        return;
    }
    beginInsertRows({}, row.row() + 1, row.row() + 1);
    Line line = m_lines.at(row.row());
    line.kind = Kind::Field;
    m_lines.insert(row.row() + 1, line);
    endInsertRows();
}

int DayModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

DayModel::Kind DayModel::kindOf(const QModelIndex &index) const
{
    return index.isValid() ? m_lines.at(index.row()).kind : Kind::Heading;
}

const WorkRow *DayModel::rowAt(const QModelIndex &index) const
{
    if (!index.isValid() || kindOf(index) != Kind::Row)
        return nullptr;
    const Line &line = m_lines.at(index.row());
    return &m_sections.at(line.section).page.rows.at(line.row);
}

WorkSection DayModel::sectionAt(const QModelIndex &index) const
{
    return index.isValid() ? m_sections.at(m_lines.at(index.row()).section).section
                           : WorkSection::FollowUps;
}

std::optional<DayKey> DayModel::keyAt(const QModelIndex &index) const
{
    if (const WorkRow *row = rowAt(index))
        return DayKey {sectionAt(index), row->id()};
    if (index.isValid() && kindOf(index) == Kind::More)
        return DayKey {sectionAt(index), 0};
    return std::nullopt;
}

QModelIndex DayModel::indexOf(const DayKey &key) const
{
    for (int line = 0; line < m_lines.size(); ++line) {
        if (keyAt(index(line)) == key)
            return index(line);
    }
    return {};
}

QList<DayKey> DayModel::keys() const
{
    QList<DayKey> all;
    for (int line = 0; line < m_lines.size(); ++line) {
        if (const auto key = keyAt(index(line)))
            all << *key;
    }
    return all;
}

QModelIndex DayModel::fieldIndex() const
{
    const auto found = std::ranges::find(m_lines, Kind::Field, &Line::kind);
    return found == m_lines.end() ? QModelIndex() : index(int(found - m_lines.begin()));
}

QModelIndex DayModel::selectable(int line, int direction) const
{
    for (int at = line; at >= 0 && at < m_lines.size(); at += direction) {
        if (m_lines.at(at).kind == Kind::Row || m_lines.at(at).kind == Kind::More)
            return index(at);
    }
    return {};
}

QModelIndex DayModel::sectionStart(int line, int direction) const
{
    const int first =
        direction > 0 ? line + 1 : line - 2; // a first row stands right under its heading
    for (int at = first; at >= 0 && at < m_lines.size(); at += direction) {
        if (m_lines.at(at).kind == Kind::Heading)
            return selectable(at + 1, 1);
    }
    return {};
}

const Stage *DayModel::stageOf(const WorkRow &row) const
{
    const int at = indexOfStage(m_stages, row.person.stage);
    return at < 0 ? nullptr : &m_stages.at(at);
}

QString DayModel::words(const WorkRow &row) const
{
    const Stage *stage = stageOf(row);
    QStringList parts {DayWords::name(row), DayWords::beside(row), stage ? stage->name : QString(),
        DayWords::when(row, m_context), DayWords::why(row, m_context)};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString DayModel::toolTip(const WorkRow &row) const
{
    QStringList lines {DayWords::why(row, m_context)};
    if (row.handover && !row.touches.isEmpty())
        lines << row.handover->note;
    lines << DayWords::rule(row.reason);
    lines.removeAll(QString());
    QString text;
    for (const QString &line : std::as_const(lines))
        text += u"<p>"_s + line.toHtmlEscaped() + u"</p>"_s;
    return text;
}

QVariant DayModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Section &section = m_sections.at(m_lines.at(index.row()).section);
    const WorkRow *row = rowAt(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        if (row != nullptr)
            return words(*row);
        if (kindOf(index) == Kind::Heading)
            //: A section of the day's work and how many rows it has.
            return tr("%1 (%2)").arg(DayWords::sectionTitle(section.section, m_context.isMarketing),
                section.page.isCapped()
                    ? tr("more than %1")
                          .arg(Formatting::number(section.page.total, m_context.locale))
                    : Formatting::number(section.page.total, m_context.locale));
        if (kindOf(index) != Kind::More)
            return {};
        return section.searched ? DayWords::unsearched(*section.searched, m_context.locale)
                                : DayWords::more(section.page, m_context.locale);
    case Qt::ToolTipRole:
        if (row == nullptr)
            return {};
        return plainTip(toolTip(*row));
    default:
        return {};
    }
}

Qt::ItemFlags DayModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool isSelectable = keyAt(index).has_value();
    return isSelectable ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                        : Qt::ItemFlags(Qt::ItemNeverHasChildren);
}
