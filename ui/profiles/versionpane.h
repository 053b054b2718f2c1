// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"
#include "domain/network.h"
#include "domain/profilecopy.h"

#include <QTimer>
#include <QTimeZone>
#include <QWidget>

#include <optional>

class CopyField;
class LimitLine;
class QLabel;
class QPushButton;
class QToolButton;
class VersionList;

/// The versions of one surface, and the words of the chosen one: a draft is written at once, everything else is locked and edited as a
/// new draft. It says what the user wants and changes nothing.
class VersionPane : public QWidget
{
    Q_OBJECT
public:
    VersionPane(NetworkTable networks, const QTimeZone &zone, QWidget *parent = nullptr);
    /// Says what was typed.
    ~VersionPane() override;

    /// Limits of channels that differ from their networks'; told before setSurface().
    void setLimits(const QList<ChannelLimit> &limits);
    /// Shows a surface. The same one again brings news, on top of which stays what is being typed; another one is shown after what was
    /// pending has been said. \a versions newest first.
    void setSurface(const Channel &channel, Surface surface, const QList<ProfileCopy> &versions);
    void clear();
    /// Null while none is shown.
    [[nodiscard]] ProfileCopyId current() const;
    void setCurrent(ProfileCopyId id);
    /// Says now what was typed.
    void flush();
    /// The keyboard goes to the words; a version that is locked becomes a new draft, as "Edit" does.
    void startWriting();
    /// A new draft that begins with the words that are shown.
    void requestDraft();

signals:
    void textEdited(ProfileCopyId id, const QString &text);
    void statusRequested(ProfileCopyId id, CopyStatus status);
    void draftRequested(const QString &text);
    void deleteRequested(ProfileCopyId id);
    /// Escape: back to the list.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void connectParts();
    [[nodiscard]] const ProfileCopy *shown() const;
    [[nodiscard]] ProfileCopyId preferred() const;
    void showVersion();
    void showSteps(const ProfileCopy &copy);
    void showLimits();
    void take(std::optional<CopyStatus> step);

    NetworkTable m_networks;
    QList<ChannelLimit> m_own; ///< of all channels
    QTimeZone m_zone;
    Channel m_channel;
    std::optional<Surface> m_surface;
    QList<ProfileCopy> m_versions;
    ProfileCopyId m_typedIn; ///< the draft that holds words not yet said
    QTimer m_rest; ///< after typing, until it is said
    std::optional<CopyStatus> m_forward;
    std::optional<CopyStatus> m_back;

    QWidget *m_page = nullptr;
    QLabel *m_heading = nullptr;
    QLabel *m_where = nullptr;
    QPushButton *m_newDraft = nullptr;
    VersionList *m_list = nullptr;
    QLabel *m_none = nullptr;
    QWidget *m_editor = nullptr;
    QWidget *m_lock = nullptr;
    QLabel *m_lockText = nullptr;
    QPushButton *m_edit = nullptr;
    CopyField *m_text = nullptr;
    LimitLine *m_limit = nullptr;
    QPushButton *m_forwardButton = nullptr;
    QPushButton *m_backButton = nullptr;
    QToolButton *m_delete = nullptr;
};
