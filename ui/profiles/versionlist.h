// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/profilecopy.h"

#include <QListWidget>
#include <QTimeZone>

/// The versions of one surface, newest first, a line each. As high as it needs up to a few lines.
class VersionList : public QListWidget
{
    Q_OBJECT
public:
    /// Days are those of \a zone.
    explicit VersionList(const QTimeZone &zone, QWidget *parent = nullptr);

    /// Keeps the current version where it is still there. Says nothing.
    void setVersions(const QList<ProfileCopy> &versions);
    /// Null without a current version.
    [[nodiscard]] ProfileCopyId current() const;
    /// Says nothing. An unknown version leaves it as it is.
    void setCurrent(ProfileCopyId id);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// The user chose one.
    void versionChosen(ProfileCopyId id);
    void openRequested();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showMarks();

    QTimeZone m_zone;
    QList<ProfileCopy> m_versions;
};
