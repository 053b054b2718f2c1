// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_today/daywords.h"

#include <QAbstractListModel>

#include <optional>

/// What a line of the list is about, also after everything was read again.
struct DayKey
{
    WorkSection section = WorkSection::FollowUps;
    qint64 id = 0; ///< of the row; 0 for the line that leads to the others

    friend bool operator==(const DayKey &, const DayKey &) = default;
};

/// The sections of a day as lines: a heading, its rows, and where there are more what leads to them. Under one row there may be room for a field.
class DayModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class Kind { Heading, Row, Field, More };
    struct Section
    {
        WorkSection section = WorkSection::FollowUps;
        WorkPage page; ///< while words are looked for, of the rows that hold them
        std::optional<WorkPage> searched = {}; ///< the rows in which they were looked for

        /// Whether there are others that a line leads to.
        [[nodiscard]] bool hasMore() const { return (searched ? *searched : page).more() > 0; }
    };

    using QAbstractListModel::QAbstractListModel;

    /// Shows those of \a sections that have rows, or others that were not searched. The row with the field stays where it was, also where it is not among them any more: somebody writes there.
    void setSections(
        const QList<Section> &sections, const QList<Stage> &stages, const DayContext &context);
    /// Makes room of \a height pixels under the row, or with nothing takes it away.
    void setField(const std::optional<DayKey> &under, int height = 0);

    /// Makes that room \a height pixels high; the view lays its lines out again.
    void setFieldHeight(int height) { m_fieldHeight = height; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    [[nodiscard]] Kind kindOf(const QModelIndex &index) const;
    /// Null where \a index is no row.
    [[nodiscard]] const WorkRow *rowAt(const QModelIndex &index) const;
    [[nodiscard]] WorkSection sectionAt(const QModelIndex &index) const;
    /// Nothing for headings and the field.
    [[nodiscard]] std::optional<DayKey> keyAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const DayKey &key) const;
    /// Of all lines that have one, in their order.
    [[nodiscard]] QList<DayKey> keys() const;
    [[nodiscard]] QModelIndex fieldIndex() const;
    [[nodiscard]] int fieldHeight() const { return m_fieldHeight; }
    /// The next line from \a line on in \a direction (1 or -1) that can be selected.
    [[nodiscard]] QModelIndex selectable(int line, int direction) const;
    /// The first row of the section after that of \a line (direction 1); backwards (-1) the first of its own section, or of the one before where
    /// \a line is that. Invalid where there is none.
    [[nodiscard]] QModelIndex sectionStart(int line, int direction) const;
    /// The stage of a row's prospect; null where the team has none like it.
    [[nodiscard]] const Stage *stageOf(const WorkRow &row) const;
    [[nodiscard]] const DayContext &context() const { return m_context; }

private:
    struct Line
    {
        Kind kind = Kind::Heading;
        int section = 0; ///< of m_sections
        int row = 0; ///< of the section's page
    };
    void build();
    void keepFieldRow(const QList<Section> &before);
    [[nodiscard]] QString words(const WorkRow &row) const;
    [[nodiscard]] QString toolTip(const WorkRow &row) const;

    QList<Section> m_sections;
    QList<Line> m_lines;
    QList<Stage> m_stages;
    DayContext m_context;
    std::optional<DayKey> m_field;
    int m_fieldHeight = 0;
};
