// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QPixmap>
#include <QString>
#include <QWidget>

#include <optional>

class QComboBox;
class QDateEdit;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

/// A campaign, pillar or label, as the page for the sets shows them alike.
struct SetItem
{
    qint64 id = 0;
    QString name;
    int colour = 0; ///< as a campaign's
    QString goal = {}; ///< this and what follows: of a campaign alone
    std::optional<QDate> startsOn = {};
    std::optional<QDate> endsOn = {};
    QString utmCampaign = {};

    friend bool operator==(const SetItem &, const SetItem &) = default;
};

/// The mark of a colour, as \a widget's palette has it.
[[nodiscard]] QPixmap setSwatch(int index, const QWidget &widget);

/// The fields of one set. What the user does is said when a field is left; a name that is empty or taken is not said.
class SetEditor : public QWidget
{
    Q_OBJECT
public:
    explicit SetEditor(QWidget *parent = nullptr);

    /// \a taken: the other names of its kind. \a isCampaign: with goal, days and the name in links.
    void setItem(const SetItem &item, const QStringList &taken, bool isCampaign);
    /// "Used by 3 posts", said below the fields.
    void setUse(const QString &text);
    /// The keyboard goes to the name, to write it anew.
    void startNaming();

signals:
    void edited(const SetItem &before, const SetItem &after);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void fillColours();
    void submit();
    [[nodiscard]] SetItem typed() const;
    [[nodiscard]] QString faultOf(const SetItem &item) const;

    SetItem m_item;
    QStringList m_taken; ///< folded
    bool m_isCampaign = false;
    bool m_showing = false;
    QFormLayout *m_form;
    QLineEdit *m_name;
    QLabel *m_fault;
    QComboBox *m_colour;
    QPlainTextEdit *m_goal;
    QDateEdit *m_starts;
    QDateEdit *m_ends;
    QLineEdit *m_utm;
    QLabel *m_use;
};
