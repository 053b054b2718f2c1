// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIcon>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

class Area;
class QAction;
class QWidget;

enum class NoticeSeverity { Info, Warning, Error };

/// One thing that happened, as the notifier bar shows it. \a text is one translated sentence; \a
/// details (optional) is shown on demand; with \a action the bar has a button \a actionText that
/// calls it once.
struct NotifierMessage
{
    NoticeSeverity severity = NoticeSeverity::Info;
    QString text;
    QString details = {};
    QString actionText = {};
    std::function<void()> action = {};
    bool isUndo =
        false; ///< the action takes back the newest edit: goes as soon as another edit or an undo made that untrue
};

/// What an area may ask of the window that shows it.
class AreaHost
{
public:
    virtual ~AreaHost();
    /// Opens or closes the inspector; it stays as it is when another area is in front.
    virtual void showInspector(Area *area, bool shown) = 0;
    /// A thin bar moves under the title while \a area loads; the old picture stays.
    virtual void setLoading(Area *area, bool loading) = 0;
    virtual void notify(const NotifierMessage &message) = 0;
    /// Puts \a page in place of the area in front, under \a title, for a job that ends: an import. The window owns it. It goes with
    /// closeTask(), or when the user turns to an area.
    virtual void showTask(const QString &title, QWidget *page) = 0;
    /// The same for a page that may be left at any time: the window has a cross and Escape for it.
    virtual void showPage(const QString &title, QWidget *page) { showTask(title, page); }
    virtual void closeTask() = 0;
    /// Brings the area with that id to the front. An unknown id does nothing.
    virtual void showArea(const QString &id) = 0;
    /// Searches the whole workspace for what stands in the search field.
    virtual void searchEverywhere() { }
    /// Puts \a text into the search field of \a area without asking it to search: it filters by these words already, or no longer.
    virtual void setSearchText(Area *area, const QString &text) = 0;
};

/// A page of the window. The window knows nothing else of what it shows.
///
/// Ownership: the window puts widget(), inspector() and titleWidget() into its own layouts and
/// thereby owns them; it destroys them before the area, which therefore neither deletes them nor
/// touches them in its destructor. Everything runs on the GUI thread.
class Area
{
public:
    Area() = default;
    virtual ~Area();
    Area(const Area &) = delete;
    Area &operator=(const Area &) = delete;

    /// Stable, never shown: "calendar". Key of the settings and suffix of the action
    /// `area.calendar`.
    [[nodiscard]] virtual QString id() const = 0;
    /// Translated, one word: it stands in the rail too.
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QIcon icon() const = 0;
    /// The work. The same widget at each call.
    [[nodiscard]] virtual QWidget *widget() = 0;
    /// What stands at the right and edits the selection; null if there is none.
    [[nodiscard]] virtual QWidget *inspector() { return nullptr; }
    /// What stands in the title row behind the title: month switch, chips, view switch; null if
    /// there is none.
    [[nodiscard]] virtual QWidget *titleWidget() { return nullptr; }
    /// The area's actions for its menu, in that order; a separator is an action with isSeparator().
    /// Each has a stable object name
    /// ("post.duplicate").
    [[nodiscard]] virtual QList<QAction *> actions() const { return {}; }
    /// What was selected, scrolled and open, for the next start; written with a version by the
    /// area.
    [[nodiscard]] virtual QByteArray saveState() const { return {}; }
    /// What would be lost if the workspace were closed now, as one translated sentence without any of the words themselves; empty: nothing.
    [[nodiscard]] virtual QString unkept() const { return {}; }
    /// Bytes of another version or garbage leave the area as it is.
    virtual void restoreState(const QByteArray &state) { Q_UNUSED(state) }
    /// The area came to the front: take the focus, read what went stale.
    virtual void activate() { }
    /// The window's search field, while this area is in front: the text to filter by, empty to show
    /// everything again.
    virtual void search(const QString &text) { Q_UNUSED(text) }
    /// Text of the empty search field, "Search prospects"; empty: this area does not search, the
    /// field leads to the nearest before it that does, else to the first.
    [[nodiscard]] virtual QString searchHint() const { return {}; }

    /// Set by the window before the area is shown; null without a window.
    void setHost(AreaHost *host) { m_host = host; }

protected:
    [[nodiscard]] AreaHost *host() const { return m_host; }

private:
    AreaHost *m_host = nullptr;
};

using AreaList = std::vector<std::unique_ptr<Area>>;
