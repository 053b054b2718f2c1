// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class CalendarActions;
class DisplayButton;
class FilterRow;
class QLabel;
class ViewSwitch;

/// Stands behind the title of the area: what is shown, the way to what is before and after, and the filters.
class CalendarBar : public QWidget
{
    Q_OBJECT
public:
    explicit CalendarBar(const CalendarActions &actions, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    [[nodiscard]] FilterRow *filters() const { return m_filters; }
    [[nodiscard]] DisplayButton *display() const { return m_display; }

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Which parts stand as one button.
    void fold();

    QLabel *m_title;
    int m_widestMonth = 0; ///< pixels
    ViewSwitch *m_switch = nullptr;
    DisplayButton *m_display = nullptr;
    FilterRow *m_filters = nullptr;
    bool m_isFolding = false;
};
