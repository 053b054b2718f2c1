// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what a thread of 100,000 messages costs: opening it at its end until it is painted, with all keys behind it, scrolling to the top and jumping to
// the middle until their words are painted. The yardstick is a thread of ten messages of the same run.
#include "base/clock.h"
#include "measure.h"
#include "models/threadmodel.h"
#include "session/messagepages.h"
#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "session/workspace.h"
#include "storage/bulkinsert.h"
#include "storage/database.h"
#include "ui_common/theme.h"
#include "ui_prospects/prospectthread.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QImage>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>

#include <functional>

using namespace Qt::StringLiterals;

namespace {
constexpr QSize Window(800, 900);
constexpr qint64 Start = 1'600'000'000'000; // September 2020
constexpr qint64 Step = 20 * 60'000;

Result<> fillThread(Transaction &transaction, ProspectId prospect, UserId owner, int count)
{
    Conversation conversation;
    conversation.id = ConversationId(prospect.value());
    conversation.prospect = prospect;
    conversation.owner = owner;
    BulkInsert<Conversation> conversations(transaction);
    if (auto done = conversations.add(conversation); !done)
        return done;
    BulkInsert<Message> messages(transaction);
    for (int i = 0; i < count; ++i) {
        Message message;
        message.id = MessageId(prospect.value() + i + 1);
        message.conversation = conversation.id;
        message.direction = i % 3 == 0 ? Direction::Ours : Direction::Theirs;
        message.medium = i % 500 == 0 ? Medium::Call : Medium::DirectMessage;
        message.sentAt = {Start + i * Step, Precision::Minute};
        message.body = u"Message %1. "_s.arg(i)
            + u"We could send you the samples on Thursday. "_s.repeated(i % 7);
        if (auto done = messages.add(message); !done)
            return done;
    }
    return {};
}

/// Lets the program run until \a isDone, at most a minute.
bool runUntil(const std::function<bool()> &isDone)
{
    QElapsedTimer most;
    most.start();
    QEventLoop loop;
    while (!isDone() && most.elapsed() < 60'000)
        loop.processEvents(QEventLoop::WaitForMoreEvents, 50);
    return isDone();
}

/// Whether everything that is seen has its words.
bool isShown(const ThreadView &view)
{
    const auto [first, last] = view.rows().seen();
    for (int row = first; row <= last; ++row) {
        if (view.threadModel()->entry(row).isLoading)
            return false;
    }
    return last >= first;
}

double measured(
    const std::function<void()> &act, const std::function<bool()> &isDone, ProspectThread &view)
{
    QElapsedTimer timer;
    timer.start();
    act();
    if (!runUntil(isDone))
        return -1;
    QImage picture(Window, QImage::Format_ARGB32_Premultiplied);
    view.render(&picture);
    return double(timer.nsecsElapsed()) / 1e6;
}

bool benchThread(Workspace &workspace, const QString &name, int count)
{
    Prospect person;
    person.name = name;
    const ProspectId id = workspace.prospects().create(person);
    if (!runUntil([&workspace] { return !workspace.isWriting(); }))
        return false;
    const auto filled =
        workspace.database()
            ->write([id, count, owner = workspace.viewer().user](Transaction &transaction) {
                return fillThread(transaction, id, owner, count);
            })
            .result();
    if (!filled)
        return false;
    out() << "\na thread of "_L1 << count << " messages"_L1 << Qt::endl;
    ProspectDossier dossier(workspace, nullptr);
    ProspectThread view(workspace, dossier);
    view.resize(Window);
    view.show();
    QScrollBar *bar = view.verticalScrollBar();
    const auto shown = [&view] { return view.pages().keys().size() > 0 && isShown(view); };
    printTime(u"opened at its end and painted"_s, measured([&] { dossier.open(id); }, shown, view));
    printTime(u"…until all keys are there"_s,
        measured([] {}, [&] { return view.pages().isComplete() && shown(); }, view));
    printTime(
        u"scrolled to the top and painted"_s, measured([bar] { bar->setValue(0); }, shown, view));
    printTime(u"jumped to the middle and painted"_s,
        measured([bar] { bar->setValue(bar->maximum() / 2); }, shown, view));
    printTime(u"a page further and painted"_s,
        measured([bar] { bar->triggerAction(QAbstractSlider::SliderPageStepAdd); }, shown, view));
    printTime(u"all put in order again, on the window's thread"_s,
        measured([&view] { emit view.pages().changed(); }, shown, view));
    return true;
}
} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const Theme theme(app);
    const QTemporaryDir folder;
    const SystemClock clock;
    const auto made = Workspace::createNow(
        folder.filePath(u"thread.pullpush"_s), {"Europe/Berlin", false}, clock);
    if (!made)
        return 1;
    return benchThread(**made, u"Ada"_s, 10) && benchThread(**made, u"Bo"_s, 100'000) ? 0 : 1;
}
