// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/editsession.h"
#include "ui_timeline/tile.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

#include <functional>

class CopyCheckList;
class CopyEditor;
class NetworkPreview;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedLayout;
class QToolButton;
class VariantTabs;
class WhenEdit;

/// Edits one post: title, words for all channels or one, day, status, campaign, notes. There is no
/// Save: what the user does is said at once, typing after a short rest, and one edit never mixes
/// two fields.
class Composer : public QWidget
{
    Q_OBJECT
public:
    /// \a newVariantId is asked when a channel is added.
    explicit Composer(std::function<VariantId()> newVariantId, QWidget *parent = nullptr);
    /// What is pending is lost: flush() first.
    ~Composer() override;

    void setSources(const TileSources &sources);
    /// The day that "Plan it" offers.
    void setSuggestedDay(QDate day);
    /// Decides what was missed.
    void setToday(QDate today);
    /// Shows \a post. The same post again brings news from the workspace, on top of which stays
    /// what is being typed; another one is shown after what was pending has been said.
    void setPost(const PostWithVariants &post);
    /// Shows nothing.
    void clear();
    /// Null while nothing is shown.
    [[nodiscard]] PostId post() const { return m_post; }
    /// What the user sees.
    [[nodiscard]] const PostWithVariants &value() const { return m_session.value(); }
    /// Says what is pending now.
    void flush();
    /// The keyboard goes to the words, for a post without title to the title.
    void startWriting();

signals:
    /// The user changed the post. \a before is what the workspace was last known to have.
    void edited(const PostWithVariants &before, const PostWithVariants &after);
    void duplicateRequested(PostId post);
    void deleteRequested(PostId post);
    /// Escape: back to the calendar.
    void left();
    /// A post needs a channel that does not exist yet.
    void newChannelRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Field { None, Title, Text, When, Notes, Other };

    void build();
    void connectParts();
    [[nodiscard]] Variant *currentVariant();
    [[nodiscard]] const Channel *channelOf(const Variant &variant) const;
    /// The channels whose text the editor shows.
    [[nodiscard]] QList<Channel> shownChannels();
    /// The statuses that lock the words the editor shows; empty while they may be changed.
    [[nodiscard]] QList<PostStatus> locks();
    void change(Field field, const std::function<void(PostWithVariants &)> &apply);
    void onTextTyped();
    void onStatusChosen(int index);
    void addChannel(ChannelId channel);
    void removeChannel();
    void unlock();
    void showAll();
    void showStatus();
    [[nodiscard]] QString lockText(const QList<PostStatus> &statuses);
    /// Whether the words shown are over a hard limit of one of their channels, as of the last check.
    [[nodiscard]] bool isTooLong();
    void showVariant();
    void showChecks();
    void showTooLongTabs();

    std::function<VariantId()> m_newVariantId;
    TileSources m_sources;
    EditSession m_session;
    PostId m_post;
    QSet<VariantId> m_tooLong; ///< over a hard limit, as of the last check
    QDate m_today;
    Field m_field = Field::None;
    bool m_showing = false;
    QTimer m_rest; ///< after typing, until it is said
    QTimer m_check; ///< after a key, until the checks follow

    QStackedLayout *m_stack = nullptr;
    QWidget *m_page = nullptr;
    QLineEdit *m_title = nullptr;
    WhenEdit *m_when = nullptr;
    QComboBox *m_status = nullptr;
    QComboBox *m_campaign = nullptr;
    VariantTabs *m_tabs = nullptr;
    QWidget *m_channelRow = nullptr;
    QCheckBox *m_own = nullptr;
    QToolButton *m_remove = nullptr;
    QWidget *m_lock = nullptr;
    QLabel *m_lockText = nullptr;
    QPushButton *m_unlock = nullptr;
    CopyEditor *m_text = nullptr;
    CopyCheckList *m_checks = nullptr;
    NetworkPreview *m_preview = nullptr;
    QPlainTextEdit *m_notes = nullptr;
};
