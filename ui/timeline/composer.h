// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/mediarules.h"
#include "domain/review.h"
#include "domain/schedule.h"
#include "domain/seriesedits.h"
#include "domain/snippet.h"
#include "ui_timeline/copychecks.h"
#include "ui_timeline/editsession.h"
#include "ui_timeline/medialook.h"
#include "ui_timeline/picturepreview.h"
#include "ui_timeline/tile.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class CopyCheckList;
class CopyEditor;
class MediaStrip;
class NetworkPreview;
class PostDetails;
class PostingRow;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedLayout;
class QToolButton;
class ReviewPane;
class EvergreenRow;
class SeriesRow;
class SnippetPanel;
class VariantTabs;
class WhenEdit;
class WordTools;

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
    /// Limits of channels that differ from their networks'.
    void setLimits(const QList<ChannelLimit> &limits);
    /// The team's.
    void setSnippets(const QList<Snippet> &snippets);
    [[nodiscard]] CopyEditor *editor() const { return m_text; }
    [[nodiscard]] WordTools *tools() const { return m_tools; }
    [[nodiscard]] SnippetPanel *snippets() const { return m_snippetPanel; }
    void setSeries(const QList<Series> &series);
    void setPostingSlots(const QList<PostingSlot> &postingSlots);
    /// Whose steps these are, and the zone of the workspace.
    void setViewer(UserId viewer, const QString &workspaceZone);
    /// What was said and done about the post that is shown.
    void setReview(const PostReview &review);
    [[nodiscard]] ReviewPane *review() const { return m_review; }
    /// How media look, and what is known of them on networks.
    void setMediaLook(const MediaLook &look, const MediaRules &rules);
    /// Media differ.
    void refreshMedia();
    /// The picture of \a media was not at hand and has come.
    void refreshPicture(MediaId media);
    [[nodiscard]] MediaStrip *media() const { return m_media; }
    /// What the pointer is over in the words.
    [[nodiscard]] QWidget *dropSurface() const;
    /// Changes the media of what is shown, which is said at once.
    void editMedia(const std::function<PostWithVariants(const PostWithVariants &)> &edit);
    /// The one that "Copy for posting" is for; null where there are several.
    [[nodiscard]] VariantId postedVariant();
    /// How far the edits that are said next go.
    [[nodiscard]] Reach reach() const;
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
    /// Plans what is shown, the post or one variant, in a slot.
    void planIn(const PlannedTime &when);
    void setLabel(LabelId label, bool on);
    /// The variant in front, null for all channels.
    [[nodiscard]] VariantId shownVariant() const;
    [[nodiscard]] QString shownText() const;
    /// The keyboard goes to the words, for a post without title to the title.
    void startWriting();
    /// Whether the keyboard is in one of its fields.
    [[nodiscard]] bool isWriting() const;

signals:
    /// The user changed the post. \a before is what the workspace was last known to have.
    void edited(const PostWithVariants &before, const PostWithVariants &after);
    void duplicateRequested(PostId post);
    void deleteRequested(PostId post);
    void repeatRequested(const PostWithVariants &post, const QString &rule);
    void removeSeriesRequested(const PostWithVariants &post, Reach reach);
    void detachRequested(const PostWithVariants &post);
    void newLabelRequested(const QString &name);
    void manageCampaignsRequested();
    void managePillarsRequested();
    void manageLabelsRequested();
    /// How links name \a campaign from now on; empty: as usual.
    void campaignWordGiven(CampaignId campaign, const QString &word);
    /// What is shown now; an empty language is the workspace's.
    void languageShown(PostId post, const QString &language);
    /// A slot of \a channel is wanted for what is shown.
    void nextSlotRequested(ChannelId channel);
    /// \a text is to be pasted elsewhere; \a withMedia: with the pictures of the post, as its first part.
    void copyRequested(const QString &text, bool withMedia);
    /// Pictures were not changed, since a channel shows them whose words are approved.
    void mediaRefused();
    /// Escape: back to the calendar.
    void left();
    /// A post needs a channel that does not exist yet.
    void newChannelRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Field { None, Title, Text, When, Notes, Link, FirstComment, AltText, Other };

    void build();
    void buildWords();
    void layOut();
    void connectParts();
    void connectTime();
    void connectSlots();
    void connectSeries();
    void connectDetails();
    void connectPosting();
    void connectTools();
    void insert(const Snippet &snippet);
    /// What placeholders of snippets stand for in the post that is shown.
    [[nodiscard]] QHash<QString, QString> placeholderValues();
    void connectReview();
    void connectMedia();
    void applyToMedia(
        Field field, const std::function<PostWithVariants(const PostWithVariants &)> &edit);
    /// Whether what is shown of pictures may not be changed.
    [[nodiscard]] bool isMediaLocked();
    void showMedia();
    /// The media that \a variant would post.
    [[nodiscard]] QList<AttachedMedium> attachedTo(VariantId variant) const;
    void addMediaIssues(CopyCheck &check);
    [[nodiscard]] QList<PreviewPicture> previewPictures(VariantId variant) const;
    [[nodiscard]] Variant *currentVariant();
    /// The one shown, or the only one there is.
    [[nodiscard]] const Variant *variantToPost();
    [[nodiscard]] const Channel *channelOf(const Variant &variant) const;
    /// The variants of known channels whose text the editor shows.
    [[nodiscard]] QList<VariantId> shownVariants();
    /// The same for a change of \a post: applies to each of them.
    void forShown(PostWithVariants &post, const std::function<void(Variant &)> &apply) const;
    /// The statuses that lock the words the editor shows; empty while they may be changed.
    [[nodiscard]] QList<PostStatus> locks();
    void change(Field field, const std::function<void(PostWithVariants &)> &apply);
    void onTextTyped();
    void onStatusChosen(int index);
    void step(PostStatus to, const std::function<void(Variant &)> &also = {});
    void restore(const TextVersion &version);
    void showTime();
    static void setOwnTime(Variant &variant, const PlannedTime &when);
    static void dropImpossibleSchedules(PostWithVariants &post);
    [[nodiscard]] bool hasSlots(ChannelId channel) const;
    /// Why what is shown cannot take a step; empty where it can.
    [[nodiscard]] QString obstacleTo(PostStatus step);
    void addChannel(ChannelId channel);
    void removeChannel();
    void unlock();
    void showAll();
    void showStatus();
    [[nodiscard]] QString lockText(const QList<PostStatus> &statuses);
    /// Why the words shown cannot go out on one of their channels, as of the last check; empty where they can.
    [[nodiscard]] QString copyObstacle();
    [[nodiscard]] WordRules wordRules();
    void showVariant();
    void showChecks();
    void showTabs();
    void showPreview(const QList<VariantId> &variants);
    void showPosting();
    /// Why words cannot be copied for posting; empty where they can.
    [[nodiscard]] static QString copyRefusal(const Post &post, const Variant &variant);
    void showTools();

    std::function<VariantId()> m_newVariantId;
    TileSources m_sources;
    QList<ChannelLimit> m_limits;
    QList<Snippet> m_snippets;
    QList<Series> m_allSeries;
    QList<PostingSlot> m_postingSlots;
    UserId m_viewer;
    QString m_workspaceZone;
    MediaLook m_mediaLook;
    MediaRules m_mediaRules;
    PostReview m_said; ///< of the post that is shown
    EditSession m_session;
    PostId m_post;
    CopyChecks m_copy; ///< of all variants, as of the last check
    QHash<VariantId, QString> m_faulty; ///< why a variant cannot go out, as of the last check
    QDate m_today;
    Field m_field = Field::None;
    bool m_showing = false;
    QTimer m_rest; ///< after typing, until it is said
    QTimer m_check; ///< after a key, until the checks follow

    QStackedLayout *m_stack = nullptr;
    QWidget *m_page = nullptr;
    QLineEdit *m_title = nullptr;
    QWidget *m_titleRow = nullptr;
    WhenEdit *m_when = nullptr;
    QComboBox *m_status = nullptr;
    QComboBox *m_campaign = nullptr;
    SeriesRow *m_series = nullptr;
    EvergreenRow *m_evergreen = nullptr;
    VariantTabs *m_tabs = nullptr;
    QWidget *m_channelRow = nullptr;
    QCheckBox *m_own = nullptr;
    QCheckBox *m_ownTime = nullptr;
    WhenEdit *m_variantWhen = nullptr;
    QToolButton *m_remove = nullptr;
    QWidget *m_lock = nullptr;
    QLabel *m_lockText = nullptr;
    QPushButton *m_unlock = nullptr;
    CopyEditor *m_text = nullptr;
    WordTools *m_tools = nullptr;
    SnippetPanel *m_snippetPanel = nullptr;
    CopyCheckList *m_checks = nullptr;
    MediaStrip *m_media = nullptr;
    QPlainTextEdit *m_firstComment = nullptr;
    CopyCheckList *m_commentChecks = nullptr;
    PostingRow *m_posting = nullptr;
    NetworkPreview *m_preview = nullptr;
    PostDetails *m_details = nullptr;
    QPlainTextEdit *m_notes = nullptr;
    ReviewPane *m_review = nullptr;
};
