// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/snippetpanel.h"

#include "domain/snippets.h"
#include "ui_common/emptystate.h"
#include "ui_common/icons.h"
#include "ui_common/plaintext.h"
#include "ui_common/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int ListRows = 5;
constexpr int TextLines = 4;

QString useName(SnippetUse use)
{
    switch (use) {
    case SnippetUse::Hashtags:
        return SnippetPanel::tr("Hashtag sets");
    case SnippetUse::SignOff:
        return SnippetPanel::tr("Sign-offs");
    case SnippetUse::Template:
        return SnippetPanel::tr("Templates");
    case SnippetUse::Conversation:
        return SnippetPanel::tr("For conversations");
    }
    Q_UNREACHABLE();
}

QString emptySentence(SnippetUse use)
{
    switch (use) {
    case SnippetUse::Hashtags:
        return SnippetPanel::tr("Hashtags that go together are written once, and are in every post "
                                "with two clicks.");
    case SnippetUse::SignOff:
        return SnippetPanel::tr("Words that end many posts: where to find you, who is speaking.");
    case SnippetUse::Template:
        return SnippetPanel::tr(
            "Posts that come again in other words. {name} stands for what differs, {link} for the "
            "post’s link.");
    case SnippetUse::Conversation:
        return SnippetPanel::tr("What is said to many, one by one: {first_name}, {company} and "
                                "{sender} are filled in for each.");
    }
    Q_UNREACHABLE();
}

QString newName(SnippetUse use)
{
    switch (use) {
    case SnippetUse::Hashtags:
        return SnippetPanel::tr("New hashtag set");
    case SnippetUse::SignOff:
        return SnippetPanel::tr("New sign-off");
    case SnippetUse::Template:
        return SnippetPanel::tr("New template");
    case SnippetUse::Conversation:
        return SnippetPanel::tr("New words for conversations");
    }
    Q_UNREACHABLE();
}

QToolButton *toolButton(
    const QString &name, const QString &text, const QString &icon, QWidget *parent)
{
    auto *made = new QToolButton(parent);
    made->setObjectName(name);
    made->setAccessibleName(text);
    made->setToolTip(text);
    made->setIcon(Icons::named(icon));
    made->setAutoRaise(true);
    return made;
}
} // namespace

SnippetPanel::SnippetPanel(QWidget *parent)
    : QWidget(parent)
    , m_use(new QComboBox(this))
    , m_add(toolButton(u"addSnippet"_s, tr("New"), u"list-add"_s, this))
    , m_up(toolButton(u"snippetUp"_s, tr("Move up"), u"go-up"_s, this))
    , m_down(toolButton(u"snippetDown"_s, tr("Move down"), u"go-down"_s, this))
    , m_delete(toolButton(u"deleteSnippet"_s, tr("Delete"), u"edit-delete"_s, this))
    , m_close(toolButton(u"closeSnippets"_s, tr("Back to the words"), u"window-close"_s, this))
    , m_list(new QListWidget(this))
    , m_empty(new EmptyState(this))
    , m_form(new QWidget(this))
    , m_name(new QLineEdit(m_form))
    , m_network(new QComboBox(m_form))
    , m_text(new QPlainTextEdit(m_form))
{
    setObjectName(u"snippets"_s);
    setAccessibleName(tr("Snippets"));
    m_use->setObjectName(u"snippetUse"_s);
    m_use->setAccessibleName(tr("Kind of snippet"));
    for (const SnippetUse use :
        {SnippetUse::Hashtags, SnippetUse::SignOff, SnippetUse::Template, SnippetUse::Conversation})
        m_use->addItem(useName(use), int(use));
    m_list->setObjectName(u"snippetList"_s);
    m_list->setAccessibleName(tr("Snippets"));
    m_list->setFixedHeight(fontMetrics().lineSpacing() * ListRows + Metrics::Wide);
    m_name->setObjectName(u"snippetName"_s);
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("Name"));
    m_network->setObjectName(u"snippetNetwork"_s);
    m_network->setAccessibleName(tr("Network"));
    m_network->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_network->setMinimumContentsLength(8);
    m_text->setObjectName(u"snippetText"_s);
    m_text->setAccessibleName(tr("Words"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(fontMetrics().lineSpacing() * TextLines + Metrics::Large);
    m_rest.setSingleShot(true);
    m_rest.setInterval(Metrics::TypingRest);
    layOut();
    connect(&m_rest, &QTimer::timeout, this, &SnippetPanel::flush);
    connect(m_use, &QComboBox::activated, this, [this] {
        flush();
        m_shown = {};
        fill();
    });
    connect(m_add, &QToolButton::clicked, this, &SnippetPanel::add);
    connect(m_empty, &EmptyState::triggered, this, &SnippetPanel::add);
    connect(m_close, &QToolButton::clicked, this, &SnippetPanel::closed);
    connect(m_delete, &QToolButton::clicked, this, [this] {
        m_rest.stop();
        emit removeRequested(current());
    });
    connect(m_up, &QToolButton::clicked, this, [this] {
        flush();
        emit moveRequested(current(), -1);
    });
    connect(m_down, &QToolButton::clicked, this, [this] {
        flush();
        emit moveRequested(current(), 1);
    });
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        if (m_filling)
            return;
        const SnippetId wanted = current(); // what is said brings the list anew
        flush();
        m_shown = wanted;
        if (current() == wanted)
            showCurrent();
        else
            fill();
    });
    connect(m_name, &QLineEdit::textEdited, this, &SnippetPanel::onTyped);
    connect(m_text, &QPlainTextEdit::textChanged, this, &SnippetPanel::onTyped);
    connect(m_network, &QComboBox::activated, this, [this] {
        m_rest.start();
        flush();
    });
    setNetworks({});
    fill();
}

void SnippetPanel::layOut()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(2);
    head->addWidget(m_use, 1);
    for (QToolButton *tool : {m_add, m_up, m_down, m_delete, m_close})
        head->addWidget(tool);
    auto *names = new QHBoxLayout;
    names->setSpacing(Metrics::Small);
    names->addWidget(m_name, 1);
    names->addWidget(m_network);
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(Metrics::Tiny);
    form->addLayout(names);
    form->addWidget(m_text);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Metrics::Tiny, 0, Metrics::Tiny);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(hairline(Qt::Horizontal, this));
    layout->addLayout(head);
    layout->addWidget(m_empty);
    layout->addWidget(m_list);
    layout->addWidget(m_form);
    layout->addWidget(hairline(Qt::Horizontal, this));
}

SnippetUse SnippetPanel::use() const
{
    return SnippetUse(m_use->currentData().toInt());
}

SnippetId SnippetPanel::current() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? SnippetId(item->data(Qt::UserRole).toLongLong()) : SnippetId();
}

void SnippetPanel::setNetworks(const NetworkTable &networks)
{
    const QString chosen = m_network->currentData().toString();
    m_network->clear();
    m_network->addItem(tr("All networks"), QString());
    for (const Network &network : networks.networks)
        m_network->addItem(network.name, network.key);
    m_network->setCurrentIndex(std::max(0, m_network->findData(chosen)));
}

void SnippetPanel::setSnippets(const QList<Snippet> &snippets)
{
    if (snippets == m_snippets)
        return;
    m_snippets = snippets;
    fill();
}

void SnippetPanel::open(SnippetUse use)
{
    flush();
    m_use->setCurrentIndex(m_use->findData(int(use)));
    m_shown = {};
    fill();
    show();
    (m_list->isHidden() ? static_cast<QWidget *>(m_empty->button()) : m_list)
        ->setFocus(Qt::OtherFocusReason);
}

void SnippetPanel::startWriting(SnippetId id)
{
    flush();
    m_toWrite = id;
    m_shown = id;
    fill();
}

void SnippetPanel::fill()
{
    const QList<Snippet> shown = snippetsOf(m_snippets, use());
    {
        const QScopedValueRollback filling(m_filling, true);
        m_list->clear();
        int row = 0;
        for (const Snippet &snippet : shown) {
            auto *item = new QListWidgetItem(
                snippet.name.isEmpty() ? tr("Without a name") : snippet.name, m_list);
            item->setData(Qt::UserRole, snippet.id.value());
            item->setToolTip(plainTip(snippet.text));
            if (snippet.id == m_shown)
                row = m_list->count() - 1;
        }
        m_list->setCurrentRow(row);
    }
    if (current() != m_shown)
        m_rest.stop(); // what was typed in is no longer there
    m_shown = current();
    const bool has = !shown.isEmpty();
    m_list->setVisible(has);
    m_form->setVisible(has);
    m_empty->setVisible(!has);
    m_empty->setSentence(emptySentence(use()));
    m_empty->setButtonText(newName(use()));
    showCurrent();
    if (!m_toWrite.isNull() && m_shown == m_toWrite) {
        m_toWrite = {};
        m_name->selectAll();
        m_name->setFocus(Qt::OtherFocusReason);
    }
}

void SnippetPanel::showCurrent()
{
    const auto snippet = std::ranges::find(m_snippets, m_shown, &Snippet::id);
    const bool has = snippet != m_snippets.end();
    m_up->setEnabled(m_list->currentRow() > 0);
    m_down->setEnabled(m_list->currentRow() + 1 < m_list->count());
    m_delete->setEnabled(has);
    if (!has || m_rest.isActive())
        return; // what is being typed stands
    const QScopedValueRollback filling(m_filling, true);
    if (m_name->text().simplified() != snippet->name.simplified()) // as it is said
        m_name->setText(snippet->name);
    if (plainWords(*m_text) != snippet->text)
        m_text->setPlainText(snippet->text);
    m_network->setCurrentIndex(std::max(0, m_network->findData(snippet->network)));
}

void SnippetPanel::onTyped()
{
    if (!m_filling && !m_shown.isNull())
        m_rest.start();
}

void SnippetPanel::flush()
{
    const bool typed = m_rest.isActive() || sender() == &m_rest;
    m_rest.stop();
    const auto snippet = std::ranges::find(m_snippets, m_shown, &Snippet::id);
    if (!typed || snippet == m_snippets.end())
        return;
    Snippet after = *snippet;
    after.name = m_name->text().simplified();
    after.text = plainWords(*m_text);
    after.network = m_network->currentData().toString();
    if (after != *snippet)
        emit changed(after);
}

void SnippetPanel::add()
{
    flush();
    Snippet added;
    added.use = use();
    added.name = newName(added.use);
    emit addRequested(added);
}

void SnippetPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QWidget::keyPressEvent(event);
}

void SnippetPanel::hideEvent(QHideEvent *event)
{
    flush();
    QWidget::hideEvent(event);
}
