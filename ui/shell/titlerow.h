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
/// of the inspector. Where there is not room for all of it the title goes, which the rail tells too, and
/// the controls make room for the search field while it has the keyboard.
class TitleRow : public QWidget
{
    Q_OBJECT
public:
    explicit TitleRow(QWidget *parent = nullptr);

    /// Puts an area's controls into the row, hidden, and owns them.
    void addExtra(QWidget *extra);
    /// Shows \a title and of all extras \a extra alone; null shows none.
    void setArea(const QString &title, QWidget *extra);
    [[nodiscard]] SearchField *search() const { return m_search; }
    /// Leaves a page that is no area; hidden at first.
    [[nodiscard]] CloseButton *closeButton() const { return m_close; }
    [[nodiscard]] QToolButton *inspectorButton() const { return m_inspector; }

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fit();

    QHBoxLayout *m_extras;
    QList<QWidget *> m_extraWidgets;
    QWidget *m_extra = nullptr; ///< that is shown, where there is room
    bool m_isSearching = false; ///< the search field has the keyboard
    QLabel *m_title;
    SearchField *m_search;
    QToolButton *m_inspector;
    CloseButton *m_close;
};
