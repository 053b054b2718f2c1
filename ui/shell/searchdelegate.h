// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

struct MarkedText;
class SearchModel;

/// Paints the rows of what was found: headings, and hits with their title, when, and two lines of the text. What was found is
/// heavier and underlined.
class SearchDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// \a model is borrowed and outlives the delegate.
    SearchDelegate(const SearchModel &model, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeading(
        QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintHit(
        QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const SearchModel &m_model;
};
