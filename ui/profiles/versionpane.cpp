// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_profiles/versionpane.h"

#include "ui_common/formatting.h"
#include "ui_common/icons.h"
#include "ui_common/plaintext.h"
#include "ui_common/theme.h"
#include "ui_profiles/copyfield.h"
#include "ui_profiles/copywords.h"
#include "ui_profiles/limitline.h"
#include "ui_profiles/versionlist.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto Rest = 400ms; // a pause in typing

QString lockText(const ProfileCopy &copy, const QTimeZone &zone)
{
    switch (copy.status) {
    case CopyStatus::InReview:
        return VersionPane::tr("In review: the words stay as they are until it is decided.");
    case CopyStatus::Approved:
        return VersionPane::tr("Approved: the words stay as they are.");
    case CopyStatus::Live:
    case CopyStatus::Retired:
        return VersionPane::tr("%1.").arg(CopyWords::status(copy, zone));
    case CopyStatus::Draft:
        return {};
    }
    Q_UNREACHABLE();
}

std::optional<CopyStatus> stepForward(CopyStatus status)
{
    switch (status) {
    case CopyStatus::Draft:
        return CopyStatus::InReview;
    case CopyStatus::InReview:
        return CopyStatus::Approved;
    case CopyStatus::Approved:
        return CopyStatus::Live;
    case CopyStatus::Live:
    case CopyStatus::Retired:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

std::optional<CopyStatus> stepBack(CopyStatus status)
{
    switch (status) {
    case CopyStatus::InReview:
    case CopyStatus::Approved:
        return CopyStatus::Draft;
    case CopyStatus::Live:
        return CopyStatus::Retired;
    case CopyStatus::Draft:
    case CopyStatus::Retired:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

QString stepText(CopyStatus to)
{
    switch (to) {
    case CopyStatus::Draft:
        return VersionPane::tr("Back to draft");
    case CopyStatus::InReview:
        return VersionPane::tr("Submit for review");
    case CopyStatus::Approved:
        return VersionPane::tr("Approve");
    case CopyStatus::Live:
        return VersionPane::tr("Set live");
    case CopyStatus::Retired:
        return VersionPane::tr("Retire");
    }
    Q_UNREACHABLE();
}

QPushButton *button(const QString &name, const QString &text, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(name);
    made->setAutoDefault(false);
    return made;
}
} // namespace

VersionPane::VersionPane(NetworkTable networks, const QTimeZone &zone, QWidget *parent)
    : QWidget(parent)
    , m_networks(std::move(networks))
    , m_zone(zone)
{
    setObjectName(u"versionPane"_s);
    m_rest.setSingleShot(true);
    m_rest.setInterval(Rest);
    build();
    connectParts();
    clear();
}

VersionPane::~VersionPane()
{
    flush();
    disconnect(m_text, nullptr, this, nullptr); // it loses the focus after this is gone
}

void VersionPane::build()
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    m_page = new QWidget(scroll);
    m_page->setBackgroundRole(QPalette::Base);
    m_page->setAutoFillBackground(true);
    scroll->setWidget(m_page);
    scroll->viewport()->setBackgroundRole(QPalette::Base);

    m_heading = headingLabel({}, m_page);
    m_where = quietLabel({}, m_page);
    m_newDraft = button(u"newDraft"_s, tr("New draft"), m_page);
    m_newDraft->setIcon(Icons::named(u"list-add"_s));
    m_list = new VersionList(m_zone, m_page);
    m_none = quietLabel({}, m_page);

    m_editor = new QWidget(m_page);
    m_lock = new QWidget(m_editor);
    m_lockText = quietLabel({}, m_lock);
    m_edit = button(u"edit"_s, tr("Edit"), m_lock);
    m_edit->setToolTip(tr("Starts a new draft with these words; this version stays as it is"));
    auto *lock = new QHBoxLayout(m_lock);
    lock->setContentsMargins(0, 0, 0, 0);
    lock->setSpacing(Metrics::Small);
    lock->addWidget(m_lockText, 1);
    lock->addWidget(m_edit, 0, Qt::AlignTop);
    m_text = new CopyField(m_editor);
    m_text->setObjectName(u"copy"_s);
    m_limit = new LimitLine(m_editor);
    m_forwardButton = button(u"forward"_s, {}, m_editor);
    makePrimary(m_forwardButton);
    m_backButton = button(u"back"_s, {}, m_editor);
    m_delete = new QToolButton(m_editor);
    m_delete->setObjectName(u"deleteDraft"_s);
    m_delete->setIcon(Icons::named(u"edit-delete"_s));
    m_delete->setAccessibleName(tr("Delete draft"));
    m_delete->setToolTip(tr("Delete draft"));
    m_delete->setAutoRaise(true);
    auto *steps = new QHBoxLayout;
    steps->setSpacing(Metrics::Small);
    steps->addWidget(m_forwardButton);
    steps->addWidget(m_backButton);
    steps->addStretch();
    steps->addWidget(m_delete);
    auto *editor = new QVBoxLayout(m_editor);
    editor->setContentsMargins(0, 0, 0, 0);
    editor->setSpacing(Metrics::Small);
    editor->addWidget(m_lock);
    editor->addWidget(m_text);
    editor->addWidget(m_limit);
    editor->addLayout(steps);

    auto *top = new QHBoxLayout;
    top->setSpacing(Metrics::Small);
    top->addWidget(m_heading, 1);
    top->addWidget(m_newDraft);
    auto *layout = new QVBoxLayout(m_page);
    layout->setContentsMargins(Metrics::Large, Metrics::Medium, Metrics::Large, Metrics::Large);
    layout->setSpacing(Metrics::Small);
    layout->addLayout(top);
    layout->addWidget(m_where);
    layout->addWidget(m_none);
    layout->addWidget(m_list);
    layout->addSpacing(Metrics::Tiny);
    layout->addWidget(m_editor);
    layout->addStretch(1);
}

void VersionPane::connectParts()
{
    connect(&m_rest, &QTimer::timeout, this, &VersionPane::flush);
    connect(m_text, &CopyField::rested, this, &VersionPane::flush);
    connect(m_text, &CopyField::left, this, &VersionPane::left);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_typedIn = current();
        m_rest.start();
        showLimits();
    });
    connect(m_list, &VersionList::versionChosen, this, [this] {
        flush();
        showVersion();
    });
    connect(m_list, &VersionList::openRequested, this, &VersionPane::startWriting);
    connect(m_newDraft, &QPushButton::clicked, this, &VersionPane::requestDraft);
    connect(m_edit, &QPushButton::clicked, this, &VersionPane::requestDraft);
    connect(m_forwardButton, &QPushButton::clicked, this, [this] { take(m_forward); });
    m_forwardButton->installEventFilter(this);
    connect(m_backButton, &QPushButton::clicked, this, [this] { take(m_back); });
    connect(m_delete, &QToolButton::clicked, this, [this] {
        m_rest.stop();
        m_typedIn = {};
        emit deleteRequested(current());
    });
}

void VersionPane::take(std::optional<CopyStatus> step)
{
    flush();
    if (step && !current().isNull())
        emit statusRequested(current(), *step);
}

const ProfileCopy *VersionPane::shown() const
{
    const auto found = std::ranges::find(m_versions, m_list->current(), &ProfileCopy::id);
    return found == m_versions.end() ? nullptr : &*found;
}

ProfileCopyId VersionPane::current() const
{
    return m_list->current();
}

ProfileCopyId VersionPane::preferred() const
{
    // What is on its way is worked on; else what the world sees.
    const auto isOnItsWay = [](const ProfileCopy &copy) {
        return copy.status != CopyStatus::Live && copy.status != CopyStatus::Retired;
    };
    auto found = std::ranges::find_if(m_versions, isOnItsWay);
    if (found == m_versions.end())
        found = std::ranges::find(m_versions, CopyStatus::Live, &ProfileCopy::status);
    if (found == m_versions.end())
        found = m_versions.begin();
    return found == m_versions.end() ? ProfileCopyId() : found->id;
}

void VersionPane::setSurface(
    const Channel &channel, Surface surface, const QList<ProfileCopy> &versions)
{
    const bool same = channel.id == m_channel.id && m_surface == surface;
    if (!same)
        flush();
    m_channel = channel;
    m_surface = surface;
    m_versions = versions;
    m_list->setVersions(versions);
    if (!same || !shown())
        m_list->setCurrent(preferred());
    m_page->show();
    showVersion();
}

void VersionPane::clear()
{
    flush();
    m_surface.reset();
    m_versions.clear();
    m_list->setVersions({});
    m_page->hide();
}

void VersionPane::setCurrent(ProfileCopyId id)
{
    flush();
    m_list->setCurrent(id);
    showVersion();
}

void VersionPane::showVersion()
{
    if (!m_surface)
        return;
    const QString surface = CopyWords::surface(*m_surface);
    m_heading->setText(surface);
    m_where->setText(Formatting::channel(m_channel.name, m_networks.nameOf(m_channel.network)));
    const ProfileCopy *copy = shown();
    m_list->setVisible(copy);
    m_editor->setVisible(copy);
    m_none->setVisible(!copy);
    m_none->setText(CopyWords::isPicture(*m_surface)
            ? tr("Nobody has written yet what this picture shows.")
            : tr("Nobody has written this yet."));
    if (!copy)
        return;
    const bool isDraft = copy->status == CopyStatus::Draft;
    m_lock->setVisible(!isDraft);
    m_lockText->setText(lockText(*copy, m_zone));
    m_edit->setVisible(copy->status != CopyStatus::InReview);
    m_text->setAccessibleName(tr("%1, version %2").arg(surface).arg(copy->version));
    m_text->setPlaceholderText(CopyWords::isPicture(*m_surface)
            ? tr("What the picture shows, and where its file is")
            : QString());
    m_text->setReadOnly(!isDraft);
    if (m_typedIn != copy->id)
        m_text->setCopy(copy->text);
    showSteps(*copy);
    showLimits();
}

void VersionPane::showSteps(const ProfileCopy &copy)
{
    m_forward = stepForward(copy.status);
    m_back = stepBack(copy.status);
    m_forwardButton->setVisible(m_forward.has_value());
    if (m_forward)
        m_forwardButton->setText(stepText(*m_forward));
    m_backButton->setVisible(m_back.has_value());
    if (m_back)
        m_backButton->setText(stepText(*m_back));
    m_delete->setVisible(copy.status == CopyStatus::Draft);
}

void VersionPane::setLimits(const QList<ChannelLimit> &limits)
{
    m_own = limits;
}

void VersionPane::showLimits()
{
    if (!m_surface)
        return;
    const QString text = plainWords(*m_text);
    const CopyCheck check = checkCopy(text, m_channel, toText(*m_surface), m_networks, m_own);
    m_limit->setText(text, check);
    m_text->markFrom(check.overAt);
    m_forwardButton->setEnabled(!text.trimmed().isEmpty());
}

void VersionPane::flush()
{
    m_rest.stop();
    const ProfileCopyId typedIn = std::exchange(m_typedIn, {});
    if (!typedIn.isNull())
        emit textEdited(typedIn, plainWords(*m_text));
}

void VersionPane::requestDraft()
{
    if (!m_surface)
        return;
    flush();
    const ProfileCopy *copy = shown();
    emit draftRequested(copy ? copy->text : QString());
}

void VersionPane::startWriting()
{
    const ProfileCopy *copy = shown();
    if (!copy || copy->status != CopyStatus::Draft) {
        requestDraft();
        return;
    }
    m_text->setFocus(Qt::OtherFocusReason);
}

bool VersionPane::eventFilter(QObject *watched, QEvent *event)
{
    // The next step stands where this one stood: the second half of a double click is not meant for it.
    if (watched == m_forwardButton && event->type() == QEvent::MouseButtonDblClick)
        return true;
    return QWidget::eventFilter(watched, event);
}

void VersionPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit left();
    else
        QWidget::keyPressEvent(event);
}
