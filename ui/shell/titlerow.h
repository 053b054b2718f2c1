// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;
class CloseButton;
class SearchField;

/// What stands above the work: the area's title and its own controls, the search field, the switch
/// of the inspector.
class TitleRow : public QWidget
{
    Q_OBJECT
public:
    explicit TitleRow(QWidget *parent = nullptr);

    /// Puts an area's controls into the row, hidden, and owns them.
    void addExtra(QWidget *extra);
    /// Shows \a title and of all extras \a extra alone; null shows none.
    void setArea(const QString &title, const QWidget *extra);
    [[nodiscard]] SearchField *search() const { return m_search; }
    /// Leaves a page that is no area; hidden at first.
    [[nodiscard]] CloseButton *closeButton() const { return m_close; }
    [[nodiscard]] QToolButton *inspectorButton() const { return m_inspector; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_extras;
    QList<QWidget *> m_extraWidgets;
    QLabel *m_title;
    SearchField *m_search;
    QToolButton *m_inspector;
    CloseButton *m_close;
};
