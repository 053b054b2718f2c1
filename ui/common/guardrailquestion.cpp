// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/guardrailquestion.h"

#include "ui_common/guardrailbar.h"

#include <QPlainTextEdit>
#include <QPointer>

#include <utility>

namespace {
constexpr int GuardRestMs = 400;
} // namespace

GuardrailQuestion::GuardrailQuestion(
    GuardrailBar *bar, QPlainTextEdit *text, Ask ask, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
    , m_text(text)
    , m_ask(std::move(ask))
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(GuardRestMs);
    connect(&m_rest, &QTimer::timeout, this, &GuardrailQuestion::ask);
}

void GuardrailQuestion::askSoon()
{
    m_rest.start();
}

void GuardrailQuestion::ask()
{
    m_rest.stop();
    m_isAsking = true;
    const auto answer = [self = QPointer(this), question = ++m_question](
                            const Result<Findings> &findings) {
        if (self && question == self->m_question)
            self->take(findings);
    };
    if (!m_ask(answer)) {
        end();
        m_bar->setFindings({});
    }
}

void GuardrailQuestion::take(const Result<Findings> &findings)
{
    const std::function<void()> goOn = m_goOn;
    const bool isOfNow = !m_rest.isActive();
    end();
    if (!findings) {
        emit told(findings.error().message); // who insists goes on with what is known
        return;
    }
    emit answered();
    m_bar->setFindings(*findings);
    if (!isOfNow)
        m_rest.start();
    if (goOn)
        goOn();
}

bool GuardrailQuestion::hasAnswer(const std::function<void()> &goOn)
{
    if (m_rest.isActive())
        ask();
    if (!m_isAsking)
        return true;
    m_goOn = goOn;
    m_text->setReadOnly(true); // what is typed from now on would be said unasked
    return false;
}

bool GuardrailQuestion::hasReason()
{
    if (strictest(m_bar->findings()) < Verdict::AskReason || !m_bar->reason().isEmpty())
        return true;
    emit told(tr("Say why, then go on."));
    m_bar->askReason();
    return false;
}

void GuardrailQuestion::forget()
{
    end();
    m_bar->clearReason();
    m_bar->setFindings({});
}

void GuardrailQuestion::end()
{
    ++m_question;
    m_isAsking = false;
    m_goOn = nullptr;
    m_rest.stop();
    m_text->setReadOnly(false);
}
