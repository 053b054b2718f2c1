// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/moment.h"
#include "session/channelservice.h"
#include "session/plansets.h"
#include "session/poststore.h"
#include "session/profilestore.h"
#include "session/workspace.h"
#include "test_support/fakeclock.h"
#include "test_support/testprogram.h"
#include "ui_common/theme.h"
#include "ui_profiles/channelform.h"
#include "ui_profiles/copyfield.h"
#include "ui_profiles/profilesarea.h"
#include "ui_profiles/profilespage.h"
#include "ui_profiles/profilesstate.h"
#include "ui_profiles/surfacelist.h"
#include "ui_profiles/surfacemodel.h"
#include "ui_profiles/versionlist.h"
#include "ui_profiles/versionpane.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestProfilesArea : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void startsWithAChannel();
    void writesADraftAtOnce();
    void keepsNoBreakSpaces();
    void goesThroughTheSteps();
    void locksWhatIsLive();
    void deletesADraftAndUndoes();
    void marksWhatIsTooLong();
    void renamesAndRemovesAChannel();
    void asksBeforeAChannelTakesPostsAlong();
    void plansAChannel();
    void aChannelGetsItsOwnLimits();
    void limitsStandInTheTabOrder();
    void movesByKeys();
    void searches();
    void comesBackAsItWasLeft();
    void remembersInBytes();
    void showsItself_data();
    void showsItself();

private:
    [[nodiscard]] ProfileStore &profiles() const { return m_workspace->profiles(); }
    template<typename T>
    [[nodiscard]] T *part(const QString &name) const
    {
        if (auto *found = m_area->widget()->findChild<T *>(name))
            return found;
        return m_area->inspector()->findChild<T *>(name);
    }
    void click(const QString &name) const { part<QAbstractButton>(name)->click(); }
    void trigger(const QString &id) const;
    void choose(ChannelId channel, Surface surface) const;
    ChannelId addChannel(const QString &network, const QString &name, const QString &handle = {});
    void write(const QString &text) const;
    [[nodiscard]] QList<ProfileCopy> versions(Surface surface) const
    {
        return profiles().versions(m_x, surface);
    }
    [[nodiscard]] bool isQuiet() const
    {
        return !m_workspace->isWriting() && profiles().state() == StoreState::Ready;
    }
    void open();

    const QDate m_today {2026, 11, 19};
    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<Workspace> m_workspace;
    std::unique_ptr<ProfilesArea> m_area;
    ChannelId m_x;
};

void TestProfilesArea::init()
{
    m_clock.set(localToInstant(m_today, QTime(10, 0), QTimeZone("Europe/Berlin")));
    m_folder = std::make_unique<QTemporaryDir>();
    Workspace::CreateOptions options;
    options.zone = "Europe/Berlin";
    auto workspace = Workspace::createNow(m_folder->filePath(u"team.pullpush"_s), options, m_clock);
    QVERIFY2(workspace, workspace ? "" : qPrintable(workspace.error().message));
    m_workspace = *workspace;
    open();
    m_x = addChannel(u"x"_s, u"Kettle & Leaf"_s, u"@kettleleaf"_s);
    QTRY_VERIFY(isQuiet());
}

void TestProfilesArea::open()
{
    m_area = std::make_unique<ProfilesArea>(*m_workspace);
    m_area->widget()->resize(800, 700);
    m_area->widget()->show();
    m_area->inspector()->resize(380, 700);
    m_area->inspector()->show();
    m_area->activate();
    QTRY_VERIFY(isQuiet());
}

void TestProfilesArea::cleanup()
{
    m_area.reset();
    m_workspace.reset();
    m_folder.reset();
}

void TestProfilesArea::trigger(const QString &id) const
{
    const QList<QAction *> actions = m_area->actions();
    for (QAction *action : actions) {
        if (action->objectName() == id)
            action->trigger();
    }
}

ChannelId TestProfilesArea::addChannel(
    const QString &network, const QString &name, const QString &handle)
{
    Channel channel;
    channel.network = network;
    channel.name = name;
    channel.handle = handle;
    channel.position = int(m_workspace->plan().channels().size());
    return ChannelService::add(*m_workspace, channel);
}

void TestProfilesArea::choose(ChannelId channel, Surface surface) const
{
    const auto *page = static_cast<ProfilesPage *>(m_area->widget());
    page->list()->setCurrentIndex(page->model()->indexOf(channel, surface));
}

void TestProfilesArea::write(const QString &text) const
{
    auto *field = part<CopyField>(u"copy"_s);
    field->selectAll();
    field->insertPlainText(text);
    static_cast<VersionPane *>(m_area->inspector())->flush();
}

void TestProfilesArea::startsWithAChannel()
{
    m_workspace->plan().removeChannel(m_x);
    QTRY_VERIFY(m_workspace->plan().channels().isEmpty());
    QTRY_VERIFY(isQuiet());
    auto *first = part<QPushButton>(u"addFirstChannel"_s);
    QVERIFY(first->isVisible());
    first->click();
    auto *form = part<ChannelForm>(u"channelForm"_s);
    QVERIFY(form->isVisible());
    auto *network = part<QComboBox>(u"network"_s);
    network->setCurrentIndex(network->findData(u"bluesky"_s));
    QTest::keyClicks(part<QLineEdit>(u"channelHandle"_s), u"@kettle.example"_s);
    QTest::keyClick(part<QLineEdit>(u"channelHandle"_s), Qt::Key_Return);
    QVERIFY(!form->isVisible());
    QTRY_VERIFY(isQuiet());
    const QList<Channel> &channels = m_workspace->plan().channels();
    QCOMPARE(channels.size(), 1);
    QCOMPARE(channels.first().network, u"bluesky"_s);
    QCOMPARE(channels.first().name, u"Bluesky"_s);
    QCOMPARE(channels.first().handle, u"@kettle.example"_s);
    QVERIFY(part<SurfaceList>(u"surfaces"_s)->isVisible());
}

void TestProfilesArea::writesADraftAtOnce()
{
    choose(m_x, Surface::Bio);
    trigger(u"profile.newDraft"_s);
    QCOMPARE(versions(Surface::Bio).size(), 1);
    write(u"Small batch tea for slow mornings."_s);
    QCOMPARE(versions(Surface::Bio).constFirst().text, u"Small batch tea for slow mornings."_s);
    QTRY_VERIFY(isQuiet());
    QVERIFY(part<QLabel>(u"counter"_s)->text().contains(u"34 / 160"_s));
    m_workspace->undoStack()->undo();
    QTRY_VERIFY(isQuiet());
    QCOMPARE(part<CopyField>(u"copy"_s)->toPlainText(), QString());
}

void TestProfilesArea::keepsNoBreakSpaces()
{
    const QString words = u"10\u00A0kg of tea"_s;
    choose(m_x, Surface::Bio);
    trigger(u"profile.newDraft"_s);
    write(words);
    QCOMPARE(versions(Surface::Bio).constFirst().text, words);
    QTRY_VERIFY(isQuiet());
    auto *field = part<CopyField>(u"copy"_s);
    field->selectAll();
    field->setCopy(words); // news that are none
    QVERIFY(field->textCursor().hasSelection());
}

void TestProfilesArea::goesThroughTheSteps()
{
    choose(m_x, Surface::Bio);
    trigger(u"profile.newDraft"_s);
    QVERIFY(!part<QPushButton>(u"forward"_s)->isEnabled()); // nothing to review yet
    write(u"Tea"_s);
    click(u"forward"_s);
    QTRY_VERIFY(isQuiet());
    QCOMPARE(versions(Surface::Bio).constFirst().status, CopyStatus::InReview);
    QVERIFY(part<CopyField>(u"copy"_s)->isReadOnly());
    click(u"back"_s);
    QTRY_VERIFY(isQuiet());
    QCOMPARE(versions(Surface::Bio).constFirst().status, CopyStatus::Draft);
    for (const CopyStatus expected :
        {CopyStatus::InReview, CopyStatus::Approved, CopyStatus::Live}) {
        click(u"forward"_s);
        QTRY_VERIFY(isQuiet());
        QCOMPARE(versions(Surface::Bio).constFirst().status, expected);
    }
    QCOMPARE(versions(Surface::Bio).constFirst().liveSince, m_clock.now());
    QVERIFY(!part<QPushButton>(u"forward"_s)->isVisible());
    QVERIFY(part<VersionList>(u"versions"_s)->item(0)->text().contains(u"2026"_s));
}

void TestProfilesArea::locksWhatIsLive()
{
    choose(m_x, Surface::Bio);
    const ProfileCopyId first = profiles().addDraft(m_x, Surface::Bio, u"Tea"_s);
    profiles().setStatus(first, CopyStatus::Live);
    QTRY_VERIFY(isQuiet());
    QVERIFY(part<CopyField>(u"copy"_s)->isReadOnly());
    click(u"edit"_s);
    QTRY_VERIFY(isQuiet());
    QCOMPARE(versions(Surface::Bio).size(), 2);
    QVERIFY(!part<CopyField>(u"copy"_s)->isReadOnly());
    write(u"Better tea"_s);
    QTRY_VERIFY(isQuiet());
    QCOMPARE(versions(Surface::Bio).at(1).text, u"Tea"_s);
    QCOMPARE(versions(Surface::Bio).at(1).status, CopyStatus::Live);
    QCOMPARE(versions(Surface::Bio).at(0).text, u"Better tea"_s);
}

void TestProfilesArea::deletesADraftAndUndoes()
{
    const QSignalSpy notices(m_workspace.get(), &Workspace::notice);
    choose(m_x, Surface::Bio);
    profiles().addDraft(m_x, Surface::Bio, u"Tea"_s);
    QTRY_VERIFY(isQuiet());
    const int before = m_workspace->undoStack()->index();
    click(u"deleteDraft"_s);
    QTRY_COMPARE(notices.size(), 1);
    QVERIFY(notices.first().first().value<Notice>().undoable);
    QCOMPARE(m_workspace->undoStack()->index(), before + 1);
    QVERIFY(versions(Surface::Bio).isEmpty());
    m_workspace->undoStack()->undo();
    QTRY_COMPARE(versions(Surface::Bio).size(), 1);
    QCOMPARE(versions(Surface::Bio).constFirst().text, u"Tea"_s);
}

void TestProfilesArea::marksWhatIsTooLong()
{
    choose(m_x, Surface::Bio);
    trigger(u"profile.newDraft"_s);
    write(QString(160, u'a'));
    QVERIFY(!part<QLabel>(u"overLimit"_s)->isVisible());
    QVERIFY(part<CopyField>(u"copy"_s)->extraSelections().isEmpty());
    write(QString(163, u'a'));
    QVERIFY(part<QLabel>(u"overLimit"_s)->isVisible());
    QVERIFY(part<QLabel>(u"overLimit"_s)->text().startsWith(u"X: 3 "_s));
    const auto marks = part<CopyField>(u"copy"_s)->extraSelections();
    QCOMPARE(marks.size(), 1);
    QCOMPARE(marks.first().cursor.selectedText().size(), 3);
    QTRY_VERIFY(isQuiet());
}

void TestProfilesArea::renamesAndRemovesAChannel()
{
    trigger(u"channel.rename"_s);
    auto *name = part<QLineEdit>(u"channelName"_s);
    QCOMPARE(name->text(), u"Kettle & Leaf"_s);
    name->setText(u"Kettle"_s);
    click(u"takeChannel"_s);
    QTRY_VERIFY(isQuiet());
    QCOMPARE(m_workspace->plan().channel(m_x)->name, u"Kettle"_s);
    trigger(u"channel.remove"_s);
    QTRY_VERIFY(isQuiet());
    QTRY_VERIFY(m_workspace->plan().channels().isEmpty());
    m_workspace->undoStack()->undo();
    QTRY_VERIFY(isQuiet());
    QCOMPARE(m_workspace->plan().channels().size(), 1);
    QVERIFY(part<SurfaceList>(u"surfaces"_s)->isVisible());
}

void TestProfilesArea::asksBeforeAChannelTakesPostsAlong()
{
    PostWithVariants post;
    post.post.text = u"Words"_s;
    for (const PostStatus status : {PostStatus::Draft, PostStatus::Posted}) {
        Variant variant;
        variant.channel = m_x;
        variant.status = status;
        post.variants = {variant};
        m_workspace->posts().create(post);
    }
    profiles().addDraft(m_x, Surface::Bio, u"Tea"_s);
    QTRY_VERIFY(isQuiet());
    const auto ask = [this] {
        trigger(u"channel.remove"_s);
        QPointer<QDialog> question;
        [[maybe_unused]] const bool isAsked = QTest::qWaitFor([this, &question] {
            question = m_area->widget()->findChild<QDialog *>();
            return !question.isNull();
        });
        return question;
    };
    const QPointer<QDialog> refused = ask();
    QVERIFY(refused);
    QStringList words;
    const auto labels = refused->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        words << label->text();
    const QString said = words.join(u' ');
    QVERIFY2(said.contains("Kettle & Leaf"_L1), qPrintable(said));
    QVERIFY(said.contains("2 post"_L1));
    QVERIFY(said.contains("already: 1"_L1));
    QVERIFY(said.contains("1 profile text"_L1));
    refused->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Cancel)->click();
    QTRY_VERIFY(!refused);
    QVERIFY(m_workspace->plan().channel(m_x));

    const QPointer<QDialog> agreed = ask();
    QVERIFY(agreed);
    const auto *box = agreed->findChild<QDialogButtonBox *>();
    const QList<QAbstractButton *> buttons = box->buttons();
    for (QAbstractButton *button : buttons) {
        if (box->buttonRole(button) == QDialogButtonBox::DestructiveRole)
            button->click();
    }
    QTRY_VERIFY(m_workspace->plan().channels().isEmpty());
    QTRY_VERIFY(isQuiet());
    m_workspace->undoStack()->undo();
    QTRY_VERIFY(m_workspace->plan().channel(m_x));
    QTRY_VERIFY(isQuiet());
}

void TestProfilesArea::plansAChannel()
{
    trigger(u"channel.rename"_s);
    auto *form = part<ChannelForm>(u"channelForm"_s);
    auto *approval = part<QComboBox>(u"channelApproval"_s);
    approval->setCurrentIndex(approval->findData(int(ApprovalRule::SomebodyElse)));
    auto *zone = part<QComboBox>(u"channelZone"_s);
    zone->setCurrentIndex(zone->findData(u"Asia/Tokyo"_s));
    part<QLineEdit>(u"slots1"_s)->setText(u"9:00, half past"_s);
    QTest::keyClick(part<QLineEdit>(u"slots1"_s), Qt::Key_Return);
    QVERIFY(form->isVisible()); // says what is wrong and stays
    QVERIFY(part<QLabel>(u"channelFault"_s)->text().contains("half past"_L1));
    part<QLineEdit>(u"slots1"_s)->setText(u"9:00, 17:30 tips"_s);
    QTest::keyClick(part<QLineEdit>(u"slots1"_s), Qt::Key_Return);
    QVERIFY(!form->isVisible());
    QTRY_VERIFY(isQuiet());
    const Channel *channel = m_workspace->plan().channel(m_x);
    QCOMPARE(channel->approval, ApprovalRule::SomebodyElse);
    QCOMPARE(channel->zone, u"Asia/Tokyo"_s);
    QCOMPARE(m_workspace->plan().postingSlots().size(), 2);
    m_workspace->undoStack()->undo(); // one command
    QTRY_VERIFY(m_workspace->plan().postingSlots().isEmpty());
    QCOMPARE(m_workspace->plan().channel(m_x)->approval, ApprovalRule::None);
}

void TestProfilesArea::aChannelGetsItsOwnLimits()
{
    trigger(u"channel.rename"_s);
    auto *post = part<QLineEdit>(u"limit-timeline-text-x-weighted"_s);
    QVERIFY(!post->isVisible()); // folded
    part<QToolButton>(u"channelRules"_s)->click();
    QVERIFY(post->isVisible());
    post->setText(u"4000"_s);
    part<QLineEdit>(u"limit-bio-text-x-weighted"_s)->setText(u"160"_s); // as usual
    part<QLineEdit>(u"utmSource"_s)->setText(u"x-main"_s);
    click(u"takeChannel"_s);
    QTRY_VERIFY(isQuiet());
    QCOMPARE(m_workspace->plan().channelLimits().size(), 1);
    const ChannelLimit limit = m_workspace->plan().channelLimits().first();
    QCOMPARE(limit.channel, m_x);
    QCOMPARE(limit.limit, qint64(4000));
    QCOMPARE(m_workspace->plan().channel(m_x)->utmSource, u"x-main"_s);
    trigger(u"channel.rename"_s);
    QCOMPARE(part<QLineEdit>(u"limit-timeline-text-x-weighted"_s)->text(), u"4000"_s);
    part<QLineEdit>(u"limit-timeline-text-x-weighted"_s)->clear();
    click(u"takeChannel"_s);
    QTRY_VERIFY(m_workspace->plan().channelLimits().isEmpty());
    QTRY_VERIFY(isQuiet());
    m_workspace->undoStack()->undo();
    QTRY_COMPARE(m_workspace->plan().channelLimits().size(), 1);
    QCOMPARE(m_workspace->plan().channelLimits().first().id, limit.id);
    QTRY_VERIFY(isQuiet());
    m_workspace->undoStack()->undo(); // limit and links are one command
    QTRY_VERIFY(m_workspace->plan().channelLimits().isEmpty());
    QVERIFY(m_workspace->plan().channel(m_x)->utmSource.isEmpty());
}

void TestProfilesArea::limitsStandInTheTabOrder()
{
    trigger(u"channel.rename"_s);
    auto *fold = part<QToolButton>(u"channelRules"_s);
    fold->click();
    QStringList order;
    for (const QWidget *next = fold->nextInFocusChain();
         next != fold && !order.contains(u"utmMedium"_s); next = next->nextInFocusChain()) {
        if (qobject_cast<const QLineEdit *>(next))
            order << next->objectName();
    }
    QVERIFY(order.size() > 3);
    QCOMPARE(order.first(), u"limit-timeline-text-x-weighted"_s);
    QCOMPARE(order.last(), u"utmMedium"_s);
    QCOMPARE(order.at(order.size() - 2), u"utmSource"_s);
    order.resize(order.size() - 2);
    for (const QString &name : std::as_const(order))
        QVERIFY2(name.startsWith("limit-"_L1), qPrintable(name));
}

void TestProfilesArea::movesByKeys()
{
    auto *list = part<SurfaceList>(u"surfaces"_s);
    QCOMPARE(list->current(), (SurfaceList::Place {m_x, Surface::DisplayName}));
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(list->current(), (SurfaceList::Place {m_x, Surface::Bio}));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(versions(Surface::Bio).size(), 1);
    const ChannelId second = addChannel(u"bluesky"_s, u"Kettle"_s);
    choose(m_x, Surface::PinnedPost);
    QTest::keyClick(list, Qt::Key_Down); // over the heading
    QCOMPARE(list->current(), (SurfaceList::Place {second, Surface::DisplayName}));
    QTRY_VERIFY(isQuiet());
}

void TestProfilesArea::searches()
{
    profiles().addDraft(m_x, Surface::Bio, u"Tea for slow mornings"_s);
    QTRY_VERIFY(isQuiet());
    m_area->search(u"slow"_s);
    const auto *page = static_cast<ProfilesPage *>(m_area->widget());
    QCOMPARE(page->model()->rowCount(), 2);
    m_area->search(u"coffee"_s);
    QCOMPARE(page->model()->rowCount(), 0);
    m_area->search({});
    QCOMPARE(page->model()->rowCount(), 7);
}

void TestProfilesArea::comesBackAsItWasLeft()
{
    const ProfileCopyId first = profiles().addDraft(m_x, Surface::Link, u"tea.example"_s);
    profiles().addDraft(m_x, Surface::Link, u"tea.example/shop"_s);
    QTRY_VERIFY(isQuiet());
    choose(m_x, Surface::Link);
    auto *pane = static_cast<VersionPane *>(m_area->inspector());
    pane->setCurrent(first);
    const QByteArray state = m_area->saveState();
    m_area.reset();
    m_area = std::make_unique<ProfilesArea>(*m_workspace);
    m_area->restoreState(state);
    m_area->activate();
    QTRY_VERIFY(isQuiet());
    pane = static_cast<VersionPane *>(m_area->inspector());
    QCOMPARE(
        part<SurfaceList>(u"surfaces"_s)->current(), (SurfaceList::Place {m_x, Surface::Link}));
    QCOMPARE(pane->current(), first);
    m_area->restoreState("garbage");
    QCOMPARE(pane->current(), first);
}

void TestProfilesArea::remembersInBytes()
{
    const ProfilesState state {ChannelId(7), Surface::CoverImage, ProfileCopyId(9), 120};
    QCOMPARE(profilesStateFrom(toBytes(state)), state);
    QVERIFY(!profilesStateFrom({}));
    QVERIFY(!profilesStateFrom(toBytes(state).chopped(2)));
}

void TestProfilesArea::showsItself_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestProfilesArea::showsItself()
{
    QFETCH(const bool, dark);
    const auto live = [this](ChannelId channel, Surface surface, const QString &text) {
        const ProfileCopyId id = profiles().addDraft(channel, surface, text);
        profiles().setStatus(id, CopyStatus::Live);
    };
    const QString bio =
        u"Small-batch tea from eleven growers we know by name. For people who would rather drink "
        "one good cup than three quick ones."_s;
    live(m_x, Surface::DisplayName, u"Kettle & Leaf"_s);
    live(m_x, Surface::Bio, u"Tea for slow mornings."_s);
    live(m_x, Surface::Bio, bio);
    live(m_x, Surface::Link, u"https://kettleleaf.example"_s);
    profiles().addDraft(
        m_x, Surface::Bio, bio + u" Roasted, rolled and packed by hand, every Tuesday."_s);
    const ChannelId page = addChannel(u"linkedin-page"_s, u"Kettle & Leaf"_s);
    live(page, Surface::Headline, u"Tea that tells where it comes from"_s);
    profiles().setStatus(
        profiles().addDraft(page, Surface::Description, bio + u"\n\nWe pay before the harvest."_s),
        CopyStatus::InReview);
    choose(m_x, Surface::Bio);
    QTRY_VERIFY(isQuiet());

    Theme theme(*qApp);
    theme.setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
    QSplitter window;
    m_area->widget()->setAutoFillBackground(true);
    m_area->widget()->setBackgroundRole(QPalette::Base);
    window.addWidget(m_area->widget());
    window.addWidget(m_area->inspector());
    window.resize(1180, 760);
    window.setSizes({800, 380});
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QTRY_VERIFY(part<VersionList>(u"versions"_s)->count() == 3);
    const QImage picture = window.grab().toImage();
    QVERIFY(!picture.isNull());
    const QString folder = qEnvironmentVariable("PULLPUSH_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(picture.save(folder + u"/profiles-%1.png"_s.arg(dark ? u"dark"_s : u"light"_s)));
    m_area->widget()->setParent(nullptr);
    m_area->inspector()->setParent(nullptr);
}

PULLPUSH_WINDOW_TEST(TestProfilesArea)
#include "tst_profilesarea.moc"
