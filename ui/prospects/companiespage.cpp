// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/companiespage.h"

#include "session/workspace.h"
#include "ui_common/emptystate.h"
#include "ui_common/errorstate.h"
#include "ui_common/plaintext.h"
#include "ui_common/silentparts.h"
#include "ui_common/theme.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr int CompaniesAtOnce = 200;
constexpr int CompanyListLetters = 44;
constexpr int CompanyRestMs = 250;
} // namespace

CompaniesPage::CompaniesPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(m_stack))
    , m_error(new ErrorState(m_stack))
    , m_find(new QLineEdit(this))
    , m_list(new QListWidget(m_stack))
    , m_editor(new QWidget(this))
    , m_name(new QLineEdit(m_editor))
    , m_website(new QLineEdit(m_editor))
    , m_notes(new QPlainTextEdit(m_editor))
    , m_people(new QPushButton(this))
    , m_remove(new QPushButton(tr("Delete"), this))
{
    build();
    connectParts();
    start();
}

CompaniesPage::~CompaniesPage()
{
    silenceParts(this);
}

void CompaniesPage::build()
{
    m_find->setObjectName(u"companies.find"_s);
    m_find->setAccessibleName(tr("Find a company"));
    m_find->setPlaceholderText(tr("Find a company"));
    m_find->setClearButtonEnabled(true);
    m_list->setObjectName(u"companies.list"_s);
    m_list->setAccessibleName(tr("Companies"));
    m_list->setUniformItemSizes(true);
    m_name->setObjectName(u"companies.name"_s);
    m_website->setObjectName(u"companies.website"_s);
    m_notes->setObjectName(u"companies.notes"_s);
    m_notes->setTabChangesFocus(true);
    m_people->setObjectName(u"companies.people"_s);
    m_remove->setObjectName(u"companies.remove"_s);
    m_remove->setAccessibleName(tr("Delete the company"));
    m_empty->setObjectName(u"companies.empty"_s);
    m_error->setObjectName(u"companies.error"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_people);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto *form = new QFormLayout(m_editor);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Website"), m_website);
    form->addRow(tr("Notes"), m_notes);
    form->addRow(buttons);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_error);
    const int width = CompanyListLetters * fontMetrics().averageCharWidth();
    m_stack->setFixedWidth(width);
    m_find->setFixedWidth(width);
    auto *left = new QVBoxLayout;
    left->setSpacing(Metrics::Small);
    left->addWidget(m_find);
    left->addWidget(m_stack, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Metrics::Wide, Metrics::Large, Metrics::Wide, Metrics::Large);
    layout->setSpacing(Metrics::Large);
    layout->addLayout(left);
    layout->addWidget(m_editor, 1);
}

void CompaniesPage::connectParts()
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(CompanyRestMs);
    connect(&m_rest, &QTimer::timeout, this, &CompaniesPage::start);
    connect(m_find, &QLineEdit::textChanged, &m_rest, qOverload<>(&QTimer::start));
    connect(m_error, &ErrorState::retryRequested, this, &CompaniesPage::start);
    connect(m_list, &QListWidget::currentRowChanged, this, &CompaniesPage::showCurrent);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == m_list->verticalScrollBar()->maximum())
            readMore();
    });
    connect(m_list, &QListWidget::itemActivated, this, [this] { emit peopleRequested(current()); });
    connect(m_people, &QPushButton::clicked, this, [this] { emit peopleRequested(current()); });
    connect(m_remove, &QPushButton::clicked, this,
        [this] { m_workspace.records().removeCompany(current()); });
    for (QLineEdit *edit : {m_name, m_website})
        connect(edit, &QLineEdit::editingFinished, this, &CompaniesPage::save);
    connect(m_notes, &QPlainTextEdit::textChanged, this, &CompaniesPage::save);
    connect(&m_workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (changes.touchesAny({u"company", u"prospect"}))
            m_rest.start();
    });
}

void CompaniesPage::start()
{
    const int generation = ++m_generation;
    m_workspace.records().companies(m_find->text(), {}, CompaniesAtOnce, this,
        [this, generation](const Result<RecordService::Companies> &page) {
            if (generation != m_generation)
                return;
            if (m_workspace.isWriting()) { // what was read may be older than what is shown
                m_rest.start();
                return;
            }
            if (!page) {
                m_error->setError(page.error(), tr("Try again"));
                m_stack->setCurrentWidget(m_error);
                return;
            }
            const CompanyId kept = current().id;
            const QSignalBlocker quiet(m_list);
            m_rows.clear();
            m_list->clear();
            m_hasMore = page->size() == CompaniesAtOnce;
            m_rows = *page;
            int wanted = m_rows.isEmpty() ? -1 : 0;
            for (const RecordService::CompanyRow &row : std::as_const(m_rows)) {
                if (row.company.id == kept)
                    wanted = m_list->count();
                m_list->addItem(
                    tr("%1 · %n person(s)", "company", row.people).arg(row.company.name));
            }
            m_list->setCurrentRow(wanted);
            m_empty->setSentence(m_find->text().trimmed().isEmpty()
                    ? tr("There are no companies yet. A company is made where a prospect is given "
                         "one.")
                    : tr("No company begins so."));
            m_stack->setCurrentWidget(m_rows.isEmpty() ? static_cast<QWidget *>(m_empty) : m_list);
            showCurrent();
        });
}

void CompaniesPage::readMore()
{
    if (!m_hasMore || m_rows.isEmpty())
        return;
    m_hasMore = false;
    m_workspace.records().companies(m_find->text(), m_rows.last().company, CompaniesAtOnce, this,
        [this, generation = m_generation](const Result<RecordService::Companies> &page) {
            if (generation != m_generation)
                return;
            if (!page) {
                m_error->setError(page.error(), tr("Try again"));
                m_stack->setCurrentWidget(m_error);
                return;
            }
            m_hasMore = page->size() == CompaniesAtOnce;
            m_rows << *page;
            for (const RecordService::CompanyRow &row : *page)
                m_list->addItem(
                    tr("%1 · %n person(s)", "company", row.people).arg(row.company.name));
        });
}

Company CompaniesPage::current() const
{
    return m_rows.value(m_list->currentRow()).company;
}

void CompaniesPage::showCurrent()
{
    const Company company = current();
    m_editor->setEnabled(!company.id.isNull());
    m_people->setText(tr("Show %n person(s)", nullptr, m_rows.value(m_list->currentRow()).people));
    // What somebody types stays, but never under another company.
    const bool isOther = std::exchange(m_shown, company.id) != company.id;
    if (isOther || !m_name->isModified())
        m_name->setText(company.name);
    if (isOther || !m_website->isModified())
        m_website->setText(company.website);
    const QSignalBlocker quiet(m_notes);
    if ((isOther || !m_notes->hasFocus()) && plainWords(*m_notes) != company.notes)
        m_notes->setPlainText(company.notes);
}

void CompaniesPage::save()
{
    const Company before = current();
    if (before.id.isNull())
        return;
    Company after = before;
    if (m_name->text().simplified().isEmpty())
        m_name->setText(before.name); // none is without a name
    after.name = m_name->text().simplified();
    after.website = m_website->text().trimmed();
    m_name->setModified(false);
    m_website->setModified(false);
    after.notes = plainWords(*m_notes);
    if (after == before)
        return;
    m_rows[m_list->currentRow()].company = after;
    m_workspace.records().changeCompany(before, after);
}
