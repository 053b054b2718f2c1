// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QList>
#include <QScrollArea>

class DossierSection;
class QToolButton;

/// The sections of a prospect's page one below the other, each under a heading that folds it. What is folded stays so for every prospect and after a restart.
class SectionList : public QScrollArea
{
    Q_OBJECT
public:
    SectionList(const QList<DossierSection *> &sections, QWidget *parent = nullptr);

    void refresh(bool isOther);
    /// Says what is pending now.
    void flush();
    /// Drafts of \a id go.
    void forget(ProspectId id);
    /// Null where there is none of that name.
    [[nodiscard]] DossierSection *section(const QString &key) const;
    /// The keys of those that are folded.
    [[nodiscard]] QStringList folded() const;
    void setFolded(const QStringList &keys);

    /// As wide as the widest section may be at least, so that none is cut off.
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// A section names somebody else, who is asked for.
    void openRequested(ProspectId id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Part
    {
        DossierSection *section;
        QToolButton *heading;
    };
    void fold(const Part &part, bool isFolded);
    /// Scrolls to the whole form that has the keyboard in \a part.
    void showFocused(const Part &part);
    static void showHeading(const Part &part);

    QList<Part> m_parts;
};
