<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActivityReport</name>
    <message numerus="yes">
        <location filename="../app/report/activityreport.cpp" line="+53" />
        <source>%Ln member(s) were active; none closed enough for a win rate</source>
        <translation>
            <numerusform>%Ln member was active; none closed enough for a win rate</numerusform>
            <numerusform>%Ln members were active; none closed enough for a win rate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3" />
        <source>%1 of %Ln active member(s) closed enough for a win rate</source>
        <translation>
            <numerusform>%1 of %Ln active member closed enough for a win rate</numerusform>
            <numerusform>%1 of %Ln active members closed enough for a win rate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+34" />
        <source>%Ln member(s)</source>
        <translation>
            <numerusform>%Ln member</numerusform>
            <numerusform>%Ln members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AdvocacyReport</name>
    <message numerus="yes">
        <location filename="../app/report/advocacyreport.cpp" line="+32" />
        <source>None of %Ln customer(s) has brought anybody yet</source>
        <translation>
            <numerusform>None of %Ln customer has brought anybody yet</numerusform>
            <numerusform>None of %Ln customers has brought anybody yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4" />
        <source>%1 of %Ln customer(s) brought somebody</source>
        <translation>
            <numerusform>%1 of %Ln customer brought somebody</numerusform>
            <numerusform>%1 of %Ln customers brought somebody</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4" />
        <source>%1; of the %Ln they brought, %2 bought</source>
        <extracomment>%1 is a sentence's first half: "12.0 % of customers brought somebody".</extracomment>
        <translation>
            <numerusform>%1; of the %Ln they brought, %2 bought</numerusform>
            <numerusform>%1; of the %Ln they brought, %2 bought</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+8" />
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4" />
        <source>within %Ln day(s) of that</source>
        <translation>
            <numerusform>within %Ln day of that</numerusform>
            <numerusform>within %Ln days of that</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4" />
        <source>%Ln too new to count</source>
        <translation>
            <numerusform>%Ln too new to count</numerusform>
            <numerusform>%Ln too new to count</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%Ln left out, whose time is not known</source>
        <translation>
            <numerusform>%Ln left out, whose time is not known</numerusform>
            <numerusform>%Ln left out, whose time is not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+12" />
        <source>Of those brought, %Ln had passed the sale before it was a stage: whether they bought is not known.</source>
        <translation>
            <numerusform>Of those brought, %Ln had passed the sale before it was a stage: whether they bought is not known.</numerusform>
            <numerusform>Of those brought, %Ln had passed the sale before it was a stage: whether they bought is not known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+24" />
        <source>Only what happened within %Ln whole day(s) after each customer’s own sale counts, for everybody whose sale is at least that long ago; of those brought it counts whenever they bought.</source>
        <translation>
            <numerusform>Only what happened within %Ln whole day after each customer’s own sale counts, for everybody whose sale is at least that long ago; of those brought it counts whenever they bought.</numerusform>
            <numerusform>Only what happened within %Ln whole days after each customer’s own sale counts, for everybody whose sale is at least that long ago; of those brought it counts whenever they bought.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+18" />
        <source>Brought %Ln people or more</source>
        <translation>
            <numerusform>Brought %Ln people or more</numerusform>
            <numerusform>Brought %Ln people or more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1" />
        <source>Brought %Ln person(s)</source>
        <translation>
            <numerusform>Brought %Ln person</numerusform>
            <numerusform>Brought %Ln people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgeingReport</name>
    <message numerus="yes">
        <location filename="../app/report/ageingreport.cpp" line="+51" />
        <source>%Ln open prospect(s) have been at a stage for longer than 9 in 10 visits to it last, of %1</source>
        <translation>
            <numerusform>%Ln open prospect has been at a stage for longer than 9 in 10 visits to it last, of %1</numerusform>
            <numerusform>%Ln open prospects have been at a stage for longer than 9 in 10 visits to it last, of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+10" />
        <source>%Ln open prospect(s)</source>
        <translation>
            <numerusform>%Ln open prospect</numerusform>
            <numerusform>%Ln open prospects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5" />
        <source>%Ln at a stage since an unknown time</source>
        <translation>
            <numerusform>%Ln at a stage since an unknown time</numerusform>
            <numerusform>%Ln at a stage since an unknown time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+55" />
        <source>%1 of %2 past %Ln day(s)</source>
        <extracomment>Behind a bar: how many of those who are open are past the stage's limit.</extracomment>
        <translation>
            <numerusform>%1 of %2 past %Ln day</numerusform>
            <numerusform>%1 of %2 past %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttributionReport</name>
    <message numerus="yes">
        <location filename="../app/report/attributionreport.cpp" line="+135" />
        <source>touches up to %Ln day(s) before the conversion</source>
        <translation>
            <numerusform>touches up to %Ln day before the conversion</numerusform>
            <numerusform>touches up to %Ln days before the conversion</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+64" />
        <source>“%1” has the most credit: %2 of %Ln conversion(s)</source>
        <translation>
            <numerusform>“%1” has the most credit: %2 of %Ln conversion</numerusform>
            <numerusform>“%1” has the most credit: %2 of %Ln conversions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4" />
        <source>“%1” has the most credit %3: %2 of %Ln conversion(s)</source>
        <extracomment>%3 is "of the posts".</extracomment>
        <translation>
            <numerusform>“%1” has the most credit %3: %2 of %Ln conversion</numerusform>
            <numerusform>“%1” has the most credit %3: %2 of %Ln conversions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+22" />
        <source>“%1” and %Ln other(s) share the most credit %4: %2 each, of %3 in all</source>
        <extracomment>%4 is "of the posts".</extracomment>
        <translation>
            <numerusform>“%1” and %Ln other share the most credit %4: %2 each, of %3 in all</numerusform>
            <numerusform>“%1” and %Ln others share the most credit %4: %2 each, of %3 in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5" />
        <source>“%1” and %Ln other(s) share the most credit: %2 each, of %3 in all</source>
        <translation>
            <numerusform>“%1” and %Ln other share the most credit: %2 each, of %3 in all</numerusform>
            <numerusform>“%1” and %Ln others share the most credit: %2 each, of %3 in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+49" />
        <source>%Ln conversion(s)</source>
        <translation>
            <numerusform>%Ln conversion</numerusform>
            <numerusform>%Ln conversions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4" />
        <source>compared with %Ln who have not converted</source>
        <translation>
            <numerusform>compared with %Ln who have not converted</numerusform>
            <numerusform>compared with %Ln who have not converted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4" />
        <source>%Ln left out, whose time is not known</source>
        <translation>
            <numerusform>%Ln left out, whose time is not known</numerusform>
            <numerusform>%Ln left out, whose time is not known</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardView</name>
    <message numerus="yes">
        <location filename="../ui/timeline/boardview.cpp" line="+140" />
        <source>%1, %n post(s)</source>
        <extracomment>A column for readers: %1 is a status.</extracomment>
        <translation>
            <numerusform>%1, %n post</numerusform>
            <numerusform>%1, %n posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarArea</name>
    <message numerus="yes">
        <location filename="../ui/timeline/calendararea_posts.cpp" line="+145" />
        <source>Move %n post(s) to %1</source>
        <translation>
            <numerusform>Move %n post to %1</numerusform>
            <numerusform>Move %n posts to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+79" />
        <source>%Ln post(s) cannot become “%1” and stay as they are.</source>
        <translation>
            <numerusform>%Ln post cannot become “%1” and stay as they are.</numerusform>
            <numerusform>%Ln posts cannot become “%1” and stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+7" />
        <source>Set %n post(s) to “%1”</source>
        <translation>
            <numerusform>Set %n post to “%1”</numerusform>
            <numerusform>Set %n posts to “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/timeline/calendararea_composer.cpp" line="+152" />
        <source>%n post(s) are due now. Copy them, post them and say so.</source>
        <translation>
            <numerusform>%n post is due now. Copy it, post it and say so.</numerusform>
            <numerusform>%n posts are due now. Copy them, post them and say so.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/timeline/calendararea_reminders.cpp" line="+67" />
        <source>%n post(s) are due</source>
        <translation>
            <numerusform>%n post is due</numerusform>
            <numerusform>%n posts are due</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartQuestionPane</name>
    <message numerus="yes">
        <location filename="../ui/pipeline/chartquestionpane.cpp" line="+365" />
        <source>The usual %n day(s)</source>
        <translation>
            <numerusform>The usual %n day</numerusform>
            <numerusform>The usual %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatMappingPane</name>
    <message numerus="yes">
        <location filename="../ui/import/chatmappingpane.cpp" line="+74" />
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1" />
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n participant</numerusform>
            <numerusform>%n participants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChoiceButton</name>
    <message numerus="yes">
        <location filename="../ui/pipeline/choicebutton.cpp" line="+102" />
        <source>%Ln chosen</source>
        <translation>
            <numerusform>%Ln chosen</numerusform>
            <numerusform>%Ln chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CohortsReport</name>
    <message numerus="yes">
        <location filename="../app/report/cohortsreport.cpp" line="+194" />
        <source>%Ln prospect(s)</source>
        <translation>
            <numerusform>%Ln prospect</numerusform>
            <numerusform>%Ln prospects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <location filename="../app/cli/exportcommand.cpp" line="+97" />
        <location line="+61" />
        <source>%n post(s) written to %1</source>
        <translation>
            <numerusform>%n post written to %1</numerusform>
            <numerusform>%n posts written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="-56" />
        <source>Left out, since such a file cannot hold them: %n row(s)</source>
        <translation>
            <numerusform>Left out, since such a file cannot hold them: %n row</numerusform>
            <numerusform>Left out, since such a file cannot hold them: %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4" />
        <source>Without media that such a file cannot hold: %n row(s)</source>
        <translation>
            <numerusform>Without media that such a file cannot hold: %n row</numerusform>
            <numerusform>Without media that such a file cannot hold: %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompaniesPage</name>
    <message numerus="yes">
        <location filename="../ui/prospects/companiespage.cpp" line="+155" />
        <location line="+30" />
        <source>%1 · %n person(s)</source>
        <comment>company</comment>
        <translation>
            <numerusform>%1 · %n person</numerusform>
            <numerusform>%1 · %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+13" />
        <source>Show %n person(s)</source>
        <translation>
            <numerusform>Show %n person</numerusform>
            <numerusform>Show %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationService</name>
    <message numerus="yes">
        <location filename="../app/session/conversationservice.cpp" line="+357" />
        <source>Add %n message(s) of “%1”</source>
        <translation>
            <numerusform>Add %n message of “%1”</numerusform>
            <numerusform>Add %n messages of “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopyCheck</name>
    <message numerus="yes">
        <location filename="../app/domain/copycheck.cpp" line="+28" />
        <source>%1: %n character(s) too many.</source>
        <translation>
            <numerusform>%1: %n character too many.</numerusform>
            <numerusform>%1: %n characters too many.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%1: %n byte(s) too many.</source>
        <translation>
            <numerusform>%1: %n byte too many.</numerusform>
            <numerusform>%1: %n bytes too many.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%1: %n hashtag(s) too many.</source>
        <translation>
            <numerusform>%1: %n hashtag too many.</numerusform>
            <numerusform>%1: %n hashtags too many.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%1: %n mention(s) too many.</source>
        <translation>
            <numerusform>%1: %n mention too many.</numerusform>
            <numerusform>%1: %n mentions too many.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%1: %n link(s) too many.</source>
        <translation>
            <numerusform>%1: %n link too many.</numerusform>
            <numerusform>%1: %n links too many.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+12" />
        <source>%1: better no more than %n character(s).</source>
        <translation>
            <numerusform>%1: better no more than %n character.</numerusform>
            <numerusform>%1: better no more than %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%1: better no more than %n byte(s).</source>
        <translation>
            <numerusform>%1: better no more than %n byte.</numerusform>
            <numerusform>%1: better no more than %n bytes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%1: better no more than %n hashtag(s).</source>
        <translation>
            <numerusform>%1: better no more than %n hashtag.</numerusform>
            <numerusform>%1: better no more than %n hashtags.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%1: better no more than %n mention(s).</source>
        <translation>
            <numerusform>%1: better no more than %n mention.</numerusform>
            <numerusform>%1: better no more than %n mentions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%1: better no more than %n link(s).</source>
        <translation>
            <numerusform>%1: better no more than %n link.</numerusform>
            <numerusform>%1: better no more than %n links.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopyCheckList</name>
    <message numerus="yes">
        <location filename="../ui/timeline/copychecklist.cpp" line="+55" />
        <source>%1 of %n byte(s)</source>
        <extracomment>%1 is how many there are, %n the limit</extracomment>
        <translation>
            <numerusform>%1 of %n byte</numerusform>
            <numerusform>%1 of %n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+7" />
        <source>%1 of %n character(s)</source>
        <extracomment>%1 is how many there are, %n the limit</extracomment>
        <translation>
            <numerusform>%1 of %n character</numerusform>
            <numerusform>%1 of %n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+88" />
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n post</numerusform>
            <numerusform>%n posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CsvMappingPane</name>
    <message numerus="yes">
        <location filename="../ui/import/csvmappingpane.cpp" line="+136" />
        <source>%n column(s) · %1</source>
        <translation>
            <numerusform>%n column · %1</numerusform>
            <numerusform>%n columns · %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1" />
        <source>%n column(s) as %1 writes them · %2</source>
        <translation>
            <numerusform>%n column as %1 writes them · %2</numerusform>
            <numerusform>%n columns as %1 writes them · %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+184" />
        <source>%n column(s) cannot be read as chosen.</source>
        <translation>
            <numerusform>%n column cannot be read as chosen.</numerusform>
            <numerusform>%n columns cannot be read as chosen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message numerus="yes">
        <location filename="../ui/today/daywords.cpp" line="+82" />
        <source>%n more touch(es)</source>
        <translation>
            <numerusform>%n more touch</numerusform>
            <numerusform>%n more touches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+39" />
        <source>%n working day(s) left</source>
        <translation>
            <numerusform>%n working day left</numerusform>
            <numerusform>%n working days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%n working day(s) over the limit</source>
        <translation>
            <numerusform>%n working day over the limit</numerusform>
            <numerusform>%n working days over the limit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+13" />
        <source>Waits since %1, %n message(s)</source>
        <translation>
            <numerusform>Waits since %1, %n message</numerusform>
            <numerusform>Waits since %1, %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+12" />
        <source>No answer to %n message(s) since %1</source>
        <translation>
            <numerusform>No answer to %n message since %1</numerusform>
            <numerusform>No answer to %n messages since %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+15" />
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+32" />
        <source>%1 and %n other(s)</source>
        <extracomment>%1 is one of those who take part in a conversation.</extracomment>
        <translation>
            <numerusform>%1 and %n other</numerusform>
            <numerusform>%1 and %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+65" />
        <location line="+11" />
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+72" />
        <source>Nothing waits for you today. Next: %1, %2, and %n more.</source>
        <translation>
            <numerusform>Nothing waits for you today. Next: %1, %2, and %n more.</numerusform>
            <numerusform>Nothing waits for you today. Next: %1, %2, and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailsSection</name>
    <message numerus="yes">
        <location filename="../ui/prospects/detailssection.cpp" line="+115" />
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DossierHeader</name>
    <message numerus="yes">
        <location filename="../ui/prospects/dossierheader.cpp" line="+301" />
        <source>Our turn: %n unanswered message(s)</source>
        <translation>
            <numerusform>Our turn: %n unanswered message</numerusform>
            <numerusform>Our turn: %n unanswered messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropContent</name>
    <message numerus="yes">
        <location filename="../ui/timeline/dropcontent.cpp" line="+121" />
        <source>%n picture(s) or video(s)</source>
        <translation>
            <numerusform>%n picture or video</numerusform>
            <numerusform>%n pictures or videos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DwellReport</name>
    <message numerus="yes">
        <location filename="../app/report/dwellreport.cpp" line="+96" />
        <source>Before the sale, people stay longest in %1: more than half are still there after %Ln day(s)</source>
        <translation>
            <numerusform>Before the sale, people stay longest in %1: more than half are still there after %Ln day</numerusform>
            <numerusform>Before the sale, people stay longest in %1: more than half are still there after %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3" />
        <source>People stay longest in %1: more than half are still there after %Ln day(s)</source>
        <translation>
            <numerusform>People stay longest in %1: more than half are still there after %Ln day</numerusform>
            <numerusform>People stay longest in %1: more than half are still there after %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+11" />
        <source>Before the sale, people stay longest in %1: half have left it after %Ln day(s)</source>
        <translation>
            <numerusform>Before the sale, people stay longest in %1: half have left it after %Ln day</numerusform>
            <numerusform>Before the sale, people stay longest in %1: half have left it after %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+13" />
        <source>More than half are still in %1 after %Ln day(s)</source>
        <translation>
            <numerusform>More than half are still in %1 after %Ln day</numerusform>
            <numerusform>More than half are still in %1 after %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="-10" />
        <source>People stay longest in %1: half have left it after %Ln day(s)</source>
        <translation>
            <numerusform>People stay longest in %1: half have left it after %Ln day</numerusform>
            <numerusform>People stay longest in %1: half have left it after %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+15" />
        <source>Half have left %1 after %Ln day(s)</source>
        <translation>
            <numerusform>Half have left %1 after %Ln day</numerusform>
            <numerusform>Half have left %1 after %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+102" />
        <source>%Ln visit(s) ended because the stage was retired, and count as watched until then: nobody moved on. What followed elsewhere has no known beginning.</source>
        <translation>
            <numerusform>%Ln visit ended because the stage was retired, and counts as watched until then: nobody moved on. What followed elsewhere has no known beginning.</numerusform>
            <numerusform>%Ln visits ended because the stage was retired, and count as watched until then: nobody moved on. What followed elsewhere has no known beginning.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+7" />
        <source>The picture ends after %Ln day(s), though some visits last longer.</source>
        <translation>
            <numerusform>The picture ends after %Ln day, though some visits last longer.</numerusform>
            <numerusform>The picture ends after %Ln days, though some visits last longer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+10" />
        <source>%Ln visit(s)</source>
        <translation>
            <numerusform>%Ln visit</numerusform>
            <numerusform>%Ln visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5" />
        <source>%Ln left out, whose time is not known</source>
        <translation>
            <numerusform>%Ln left out, whose time is not known</numerusform>
            <numerusform>%Ln left out, whose time is not known</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvergreenRow</name>
    <message numerus="yes">
        <location filename="../ui/timeline/evergreenrow.cpp" line="+102" />
        <location line="+8" />
        <source> day(s) of rest</source>
        <extracomment>How long an evergreen post rests.</extracomment>
        <translation>
            <numerusform> day of rest</numerusform>
            <numerusform> days of rest</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvergreenService</name>
    <message numerus="yes">
        <location filename="../app/session/evergreenservice.cpp" line="+112" />
        <source>Fill %n free slot(s)</source>
        <translation>
            <numerusform>Fill %n free slot</numerusform>
            <numerusform>Fill %n free slots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1" />
        <source>%Ln draft(s) added.</source>
        <translation>
            <numerusform>%Ln draft added.</numerusform>
            <numerusform>%Ln drafts added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message numerus="yes">
        <location filename="../app/exchange/prospectcsv.cpp" line="+263" />
        <source>The row has %n cell(s), and the column “%1” is missing.</source>
        <translation>
            <numerusform>The row has %n cell, and the column “%1” is missing.</numerusform>
            <numerusform>The row has %n cells, and the column “%1” is missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+209" />
        <source>The row has %n cell(s), more than the header. A delimiter in a value may stand without quotes.</source>
        <translation>
            <numerusform>The row has %n cell, more than the header. A delimiter in a value may stand without quotes.</numerusform>
            <numerusform>The row has %n cells, more than the header. A delimiter in a value may stand without quotes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../app/exchange/icalendar.cpp" line="+108" />
        <source>Left out, since they are no posts: %n task(s) or journal entry(s).</source>
        <translation>
            <numerusform>Left out, since they are no posts: %n task or journal entry.</numerusform>
            <numerusform>Left out, since they are no posts: %n tasks or journal entries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FillDialog</name>
    <message numerus="yes">
        <location filename="../ui/timeline/filldialog.cpp" line="+187" />
        <source>Add %Ln draft(s)</source>
        <translation>
            <numerusform>Add %Ln draft</numerusform>
            <numerusform>Add %Ln drafts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <location filename="../ui/prospects/filterbar.cpp" line="+124" />
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n stage</numerusform>
            <numerusform>%n stages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message numerus="yes">
        <location filename="../ui/prospects/filtercriteria.cpp" line="+52" />
        <source>Last word: at least %n day(s) ago</source>
        <translation>
            <numerusform>Last word: at least %n day ago</numerusform>
            <numerusform>Last word: at least %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4" />
        <source>Last word: at most %n day(s) ago</source>
        <translation>
            <numerusform>Last word: at most %n day ago</numerusform>
            <numerusform>Last word: at most %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+28" />
        <source>Touched in the last %n day(s)</source>
        <translation>
            <numerusform>Touched in the last %n day</numerusform>
            <numerusform>Touched in the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+75" />
        <source>Due within %n day(s)</source>
        <translation>
            <numerusform>Due within %n day</numerusform>
            <numerusform>Due within %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FlowReport</name>
    <message numerus="yes">
        <location filename="../app/report/flowreport.cpp" line="+58" />
        <source>%Ln prospect(s) have entered so far</source>
        <translation>
            <numerusform>%Ln prospect has entered so far</numerusform>
            <numerusform>%Ln prospects have entered so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+6" />
        <source>%Ln prospect(s) entered %1</source>
        <translation>
            <numerusform>%Ln prospect entered %1</numerusform>
            <numerusform>%Ln prospects entered %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+13" />
        <source>%Ln prospect(s) entered and %1 reached %2 %3</source>
        <extracomment>%1 is a count, %2 a stage, %3 "in May 2018". Both came in that time; they need not be the same people.</extracomment>
        <translation>
            <numerusform>%Ln prospect entered and %1 reached %2 %3</numerusform>
            <numerusform>%Ln prospects entered and %1 reached %2 %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+138" />
        <source>%Ln prospect(s)</source>
        <translation>
            <numerusform>%Ln prospect</numerusform>
            <numerusform>%Ln prospects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForecastReport</name>
    <message numerus="yes">
        <location filename="../app/report/forecastreport.cpp" line="+107" />
        <source>%Ln of %1 left out of the sums, with fewer than %2 won or lost after their stage</source>
        <extracomment>%1 is an amount of money, or several.</extracomment>
        <translation>
            <numerusform>%Ln of %1 left out of the sums, with fewer than %2 won or lost after their stage</numerusform>
            <numerusform>%Ln of %1 left out of the sums, with fewer than %2 won or lost after their stage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+28" />
        <source>%Ln open deal(s)</source>
        <translation>
            <numerusform>%Ln open deal</numerusform>
            <numerusform>%Ln open deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+35" />
        <source>The chances are without %Ln who had passed %1 before it existed.</source>
        <extracomment>%1 is a stage that a pipeline has not had from the beginning.</extracomment>
        <translation>
            <numerusform>The chances are without %Ln who had passed %1 before it existed.</numerusform>
            <numerusform>The chances are without %Ln who had passed %1 before it existed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FunnelText</name>
    <message numerus="yes">
        <location filename="../app/report/funnelreport.cpp" line="+221" />
        <source>%1 of %Ln prospect(s) reached %2; too few for a rate</source>
        <translation>
            <numerusform>%1 of %Ln prospect reached %2; too few for a rate</numerusform>
            <numerusform>%1 of %Ln prospects reached %2; too few for a rate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+32" />
        <source>%Ln prospect(s)</source>
        <translation>
            <numerusform>%Ln prospect</numerusform>
            <numerusform>%Ln prospects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4" />
        <source>within %Ln day(s)</source>
        <translation>
            <numerusform>within %Ln day</numerusform>
            <numerusform>within %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3" />
        <source>%Ln too new to count</source>
        <translation>
            <numerusform>%Ln too new to count</numerusform>
            <numerusform>%Ln too new to count</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+48" />
        <source>Only what happened within %Ln whole day(s) of their own entry counts, for everybody who entered at least that long ago.</source>
        <translation>
            <numerusform>Only what happened within %Ln whole day of their own entry counts, for everybody who entered at least that long ago.</numerusform>
            <numerusform>Only what happened within %Ln whole days of their own entry counts, for everybody who entered at least that long ago.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GuardrailPage</name>
    <message numerus="yes">
        <location filename="../ui/prospects/guardrailpage.cpp" line="+197" />
        <source>Contacts within %n day(s)</source>
        <translation>
            <numerusform>Contacts within %n day</numerusform>
            <numerusform>Contacts within %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+31" />
        <source>gone past %n time(s) in 30 days</source>
        <translation>
            <numerusform>gone past %n time in 30 days</numerusform>
            <numerusform>gone past %n times in 30 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Guardrails</name>
    <message numerus="yes">
        <location filename="../app/domain/guardrails.cpp" line="+152" />
        <source>%n message(s) in a row had no answer: pause for a while.</source>
        <translation>
            <numerusform>%n message in a row had no answer: pause for a while.</numerusform>
            <numerusform>%n messages in a row had no answer: pause for a while.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverPage</name>
    <message numerus="yes">
        <location filename="../ui/prospects/handoverpage.cpp" line="+176" />
        <source>Decided in the last %n day(s)</source>
        <translation>
            <numerusform>Decided in the last %n day</numerusform>
            <numerusform>Decided in the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+48" />
        <source>With %n touch(es)</source>
        <translation>
            <numerusform>With %n touch</numerusform>
            <numerusform>With %n touches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverReport</name>
    <message numerus="yes">
        <location filename="../app/report/handoverreport.cpp" line="+149" />
        <source>None of %Ln handover(s) has been decided</source>
        <translation>
            <numerusform>None of %Ln handover has been decided</numerusform>
            <numerusform>None of %Ln handovers has been decided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4" />
        <source>%1 of %Ln decided handover(s) were accepted; too few for a rate</source>
        <translation>
            <numerusform>%1 of %Ln decided handover was accepted; too few for a rate</numerusform>
            <numerusform>%1 of %Ln decided handovers were accepted; too few for a rate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+10" />
        <source>Sales accepted %1 of the %2 handovers that it decided; half are decided after %Ln hour(s)</source>
        <extracomment>%1 is a share, %2 of how many.</extracomment>
        <translation>
            <numerusform>Sales accepted %1 of the %2 handovers that it decided; half are decided after %Ln hour</numerusform>
            <numerusform>Sales accepted %1 of the %2 handovers that it decided; half are decided after %Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+12" />
        <source>half decided after %Ln hour(s)</source>
        <translation>
            <numerusform>half decided after %Ln hour</numerusform>
            <numerusform>half decided after %Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>, 9 in 10 after %Ln hour(s)</source>
        <translation>
            <numerusform>, 9 in 10 after %Ln hour</numerusform>
            <numerusform>, 9 in 10 after %Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+7" />
        <source>%Ln handover(s)</source>
        <translation>
            <numerusform>%Ln handover</numerusform>
            <numerusform>%Ln handovers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5" />
        <source>won within %Ln day(s) of the decision</source>
        <translation>
            <numerusform>won within %Ln day of the decision</numerusform>
            <numerusform>won within %Ln days of the decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4" />
        <source>%Ln too new for that</source>
        <translation>
            <numerusform>%Ln too new for that</numerusform>
            <numerusform>%Ln too new for that</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+31" />
        <source>Handovers (and their share of all %Ln offered)</source>
        <translation>
            <numerusform>Handovers (and their share of all %Ln offered)</numerusform>
            <numerusform>Handovers (and their share of all %Ln offered)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverWords</name>
    <message numerus="yes">
        <location filename="../ui/prospects/handoverwords.cpp" line="+45" />
        <source>%n working day(s) over the limit</source>
        <translation>
            <numerusform>%n working day over the limit</numerusform>
            <numerusform>%n working days over the limit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3" />
        <source>%n hour(s) over the limit</source>
        <translation>
            <numerusform>%n hour over the limit</numerusform>
            <numerusform>%n hours over the limit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="-1" />
        <source>%n hour(s) of working days over the limit</source>
        <translation>
            <numerusform>%n hour of working days over the limit</numerusform>
            <numerusform>%n hours of working days over the limit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4" />
        <source>%n working day(s) left</source>
        <translation>
            <numerusform>%n working day left</numerusform>
            <numerusform>%n working days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5" />
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>%n hour left</numerusform>
            <numerusform>%n hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="-3" />
        <source>%n hour(s) of working days left</source>
        <translation>
            <numerusform>%n hour of working days left</numerusform>
            <numerusform>%n hours of working days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4" />
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomeworkSection</name>
    <message numerus="yes">
        <location filename="../ui/prospects/homeworksection.cpp" line="+116" />
        <source>%n may be out of date</source>
        <translation>
            <numerusform>%n may be out of date</numerusform>
            <numerusform>%n may be out of date</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HopsReport</name>
    <message numerus="yes">
        <location filename="../app/report/hopsreport.cpp" line="+66" />
        <source>%1 of %Ln prospect(s) moved on from direct messages to a call or an e-mail; too few for a rate</source>
        <translation>
            <numerusform>%1 of %Ln prospect moved on from direct messages to a call or an e-mail; too few for a rate</numerusform>
            <numerusform>%1 of %Ln prospects moved on from direct messages to a call or an e-mail; too few for a rate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+11" />
        <source>%1 have moved on from direct messages to a call or an e-mail; half do within %Ln day(s)</source>
        <translation>
            <numerusform>%1 have moved on from direct messages to a call or an e-mail; half do within %Ln day</numerusform>
            <numerusform>%1 have moved on from direct messages to a call or an e-mail; half do within %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+9" />
        <source>%Ln prospect(s)</source>
        <translation>
            <numerusform>%Ln prospect</numerusform>
            <numerusform>%Ln prospects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4" />
        <source>half moved on after %Ln message(s) or fewer</source>
        <translation>
            <numerusform>half moved on after %Ln message or fewer</numerusform>
            <numerusform>half moved on after %Ln messages or fewer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+45" />
        <source>The picture ends after %Ln day(s): nobody moved on later.</source>
        <translation>
            <numerusform>The picture ends after %Ln day: nobody moved on later.</numerusform>
            <numerusform>The picture ends after %Ln days: nobody moved on later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3" />
        <source>The picture ends after %Ln day(s); %1 moved on later.</source>
        <translation>
            <numerusform>The picture ends after %Ln day; %1 moved on later.</numerusform>
            <numerusform>The picture ends after %Ln days; %1 moved on later.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HoursView</name>
    <message numerus="yes">
        <location filename="../ui/timeline/hoursview.cpp" line="+249" />
        <source>%1, %n free place(s)</source>
        <extracomment>A day of the calendar: %1 is the date and what is planned.</extracomment>
        <translation>
            <numerusform>%1, %n free place</numerusform>
            <numerusform>%1, %n free places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <location filename="../app/session/chatimport.cpp" line="+69" />
        <source>%n message(s) were left out, because another file of this import holds the same chat. Import this file once more to add them.</source>
        <translation>
            <numerusform>%n message was left out, because another file of this import holds the same chat. Import this file once more to add it.</numerusform>
            <numerusform>%n messages were left out, because another file of this import holds the same chat. Import this file once more to add them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../app/session/importjob.cpp" line="+121" />
        <source>%n row(s) were rejected, so nothing was imported.</source>
        <translation>
            <numerusform>%n row was rejected, so nothing was imported.</numerusform>
            <numerusform>%n rows were rejected, so nothing was imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../app/session/datesahead.cpp" line="+48" />
        <source>In “%1” %n date(s) are later than now: line(s) %2. Each is kept as it is.</source>
        <extracomment>%1 is a column, %2 the numbers of lines: "In “won” 2 dates are later than now: lines 4, 9."</extracomment>
        <translation>
            <numerusform>In “%1” %n date is later than now: line %2. Each is kept as it is.</numerusform>
            <numerusform>In “%1” %n dates are later than now: lines %2. Each is kept as it is.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportHistory</name>
    <message numerus="yes">
        <location filename="../ui/import/importhistory.cpp" line="+110" />
        <source>%Ln new prospect(s)</source>
        <translation>
            <numerusform>%Ln new prospect</numerusform>
            <numerusform>%Ln new prospects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%Ln new message(s)</source>
        <translation>
            <numerusform>%Ln new message</numerusform>
            <numerusform>%Ln new messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%Ln new post(s)</source>
        <translation>
            <numerusform>%Ln new post</numerusform>
            <numerusform>%Ln new posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportOutcome</name>
    <message numerus="yes">
        <location filename="../ui/import/importoutcome.cpp" line="+54" />
        <source>%Ln updated</source>
        <translation>
            <numerusform>%Ln updated</numerusform>
            <numerusform>%Ln updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1" />
        <source>%Ln known already</source>
        <translation>
            <numerusform>%Ln known already</numerusform>
            <numerusform>%Ln known already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+6" />
        <source>%Ln new prospect(s)</source>
        <translation>
            <numerusform>%Ln new prospect</numerusform>
            <numerusform>%Ln new prospects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%Ln new conversation(s)</source>
        <translation>
            <numerusform>%Ln new conversation</numerusform>
            <numerusform>%Ln new conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%Ln new message(s)</source>
        <translation>
            <numerusform>%Ln new message</numerusform>
            <numerusform>%Ln new messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1" />
        <source>%Ln new move(s)</source>
        <translation>
            <numerusform>%Ln new move</numerusform>
            <numerusform>%Ln new moves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1" />
        <source>%Ln new post(s)</source>
        <translation>
            <numerusform>%Ln new post</numerusform>
            <numerusform>%Ln new posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%Ln of the known differ(s) from the file and stay(s) as here</source>
        <translation>
            <numerusform>%Ln of the known differ from the file and stay as here</numerusform>
            <numerusform>%Ln of the known differs from the file and stays as here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3" />
        <source>%n move(s) proposed, for you to accept</source>
        <translation>
            <numerusform>%n move proposed, for you to accept</numerusform>
            <numerusform>%n moves proposed, for you to accept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3" />
        <source>%Ln row(s) rejected</source>
        <translation>
            <numerusform>%Ln row rejected</numerusform>
            <numerusform>%Ln rows rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+108" />
        <source>%Ln issue(s)</source>
        <translation>
            <numerusform>%Ln issue</numerusform>
            <numerusform>%Ln issues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message numerus="yes">
        <location filename="../ui/import/importpage.cpp" line="+376" />
        <source>%Ln event(s) are behind the posts now. Undo takes them back.</source>
        <translation>
            <numerusform>%Ln event is behind the posts now. Undo takes them back.</numerusform>
            <numerusform>%Ln events are behind the posts now. Undo takes them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportService</name>
    <message numerus="yes">
        <location filename="../app/session/importservice.cpp" line="+262" />
        <source>%Ln post(s) were approved, scheduled, posted or retired since and keep what the import changed.</source>
        <translation>
            <numerusform>%Ln post was approved, scheduled, posted or retired since and keeps what the import changed.</numerusform>
            <numerusform>%Ln posts were approved, scheduled, posted or retired since and keep what the import changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LimitLine</name>
    <message numerus="yes">
        <location filename="../ui/profiles/limitline.cpp" line="+99" />
        <source>%n character(s), no limit known</source>
        <translation>
            <numerusform>%n character, no limit known</numerusform>
            <numerusform>%n characters, no limit known</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LostReasonsReport</name>
    <message numerus="yes">
        <location filename="../app/report/lostreasonsreport.cpp" line="+86" />
        <source>%Ln prospect(s) were lost, all without a reason</source>
        <translation>
            <numerusform>%Ln prospect was lost, all without a reason</numerusform>
            <numerusform>%Ln prospects were lost, all without a reason</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+12" />
        <source>“%1” shares the first place with %Ln other reason(s): %2 of %3 each</source>
        <translation>
            <numerusform>“%1” shares the first place with %Ln other reason: %2 of %3 each</numerusform>
            <numerusform>“%1” shares the first place with %Ln other reasons: %2 of %3 each</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+6" />
        <source>The reason given most often is “%1”: %2 of %Ln</source>
        <translation>
            <numerusform>The reason given most often is “%1”: %2 of %Ln</numerusform>
            <numerusform>The reason given most often is “%1”: %2 of %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+16" />
        <source>%Ln exit(s)</source>
        <translation>
            <numerusform>%Ln exit</numerusform>
            <numerusform>%Ln exits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5" />
        <source>%Ln left out, whose time is not known</source>
        <translation>
            <numerusform>%Ln left out, whose time is not known</numerusform>
            <numerusform>%Ln left out, whose time is not known</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MediaDesk</name>
    <message numerus="yes">
        <location filename="../ui/timeline/mediadesk_pages.cpp" line="+168" />
        <source>The words are on the clipboard, but %n file(s) could not be read: %1. Add them by hand.</source>
        <translation>
            <numerusform>The words are on the clipboard, but %n file could not be read: %1. Add them by hand.</numerusform>
            <numerusform>The words are on the clipboard, but %n files could not be read: %1. Add them by hand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+9" />
        <source>The words and %n file(s) are on the clipboard. Paste them where they are posted.</source>
        <translation>
            <numerusform>The words and %n file is on the clipboard. Paste them where they are posted.</numerusform>
            <numerusform>The words and %n files are on the clipboard. Paste them where they are posted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MediaDetails</name>
    <message numerus="yes">
        <location filename="../ui/timeline/mediadetails.cpp" line="+110" />
        <source>Remove %n from the media…</source>
        <translation>
            <numerusform>Remove %n from the media…</numerusform>
            <numerusform>Remove %n from the media…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+52" />
        <source>On %n post(s)</source>
        <translation>
            <numerusform>On %n post</numerusform>
            <numerusform>On %n posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MediaGrid</name>
    <message numerus="yes">
        <location filename="../ui/timeline/mediagrid.cpp" line="+68" />
        <source>on %n post(s)</source>
        <translation>
            <numerusform>on %n post</numerusform>
            <numerusform>on %n posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MediaPage</name>
    <message numerus="yes">
        <location filename="../ui/timeline/mediapage.cpp" line="+254" />
        <source>Remove %n files although some are in use?</source>
        <translation>
            <numerusform>Remove %n files although some are in use?</numerusform>
            <numerusform>Remove %n files although some are in use?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>It is on %n post(s) and comes off them too. Undo brings it back.</source>
        <translation>
            <numerusform>It is on %n post and comes off them too. Undo brings it back.</numerusform>
            <numerusform>It is on %n posts and comes off them too. Undo brings it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%n of them are on posts and come off these too. Undo brings them back.</source>
        <translation>
            <numerusform>%n of them are on posts and come off these too. Undo brings them back.</numerusform>
            <numerusform>%n of them are on posts and come off these too. Undo brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MediaRules</name>
    <message numerus="yes">
        <location filename="../app/domain/mediarules.cpp" line="+169" />
        <source>%1: at most %n picture(s) in a post.</source>
        <translation>
            <numerusform>%1: at most %n picture in a post.</numerusform>
            <numerusform>%1: at most %n pictures in a post.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4" />
        <source>%1: at most %n video(s) in a post.</source>
        <translation>
            <numerusform>%1: at most %n video in a post.</numerusform>
            <numerusform>%1: at most %n videos in a post.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4" />
        <source>%1: at most %n document(s) in a post.</source>
        <translation>
            <numerusform>%1: at most %n document in a post.</numerusform>
            <numerusform>%1: at most %n documents in a post.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+7" />
        <source>%1: at most %n picture(s) and video(s) in a post.</source>
        <translation>
            <numerusform>%1: at most %n picture and video in a post.</numerusform>
            <numerusform>%1: at most %n pictures and videos in a post.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MediaStore</name>
    <message numerus="yes">
        <location filename="../app/session/mediastore.cpp" line="+295" />
        <source>Add %n file(s) to the media</source>
        <translation>
            <numerusform>Add %n file to the media</numerusform>
            <numerusform>Add %n files to the media</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%n file(s) added to the media.</source>
        <translation>
            <numerusform>%n file added to the media.</numerusform>
            <numerusform>%n files added to the media.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5" />
        <source>%n file(s) were in the media already.</source>
        <translation>
            <numerusform>%n file was in the media already.</numerusform>
            <numerusform>%n files were in the media already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+22" />
        <source>%n file(s) could not be added.</source>
        <translation>
            <numerusform>%n file could not be added.</numerusform>
            <numerusform>%n files could not be added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+73" />
        <source>Remove %n file(s) from the media</source>
        <translation>
            <numerusform>Remove %n file from the media</numerusform>
            <numerusform>Remove %n files from the media</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1" />
        <source>%n file(s) removed from the media.</source>
        <translation>
            <numerusform>%n file removed from the media.</numerusform>
            <numerusform>%n files removed from the media.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MediaStrip</name>
    <message numerus="yes">
        <location filename="../ui/timeline/mediastrip.cpp" line="+223" />
        <source>%n file(s) are not where they were. Put them back, or add them from where they are now.</source>
        <translation>
            <numerusform>%n file is not where they were. Put them back, or add them from where they are now.</numerusform>
            <numerusform>%n files are not where they were. Put them back, or add them from where they are now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4" />
        <source>%n picture(s) have no alternative text for those who cannot see them.</source>
        <translation>
            <numerusform>%n picture has no alternative text for those who cannot see them.</numerusform>
            <numerusform>%n pictures have no alternative text for those who cannot see them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergePage</name>
    <message numerus="yes">
        <location filename="../ui/prospects/mergepage.cpp" line="+67" />
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%Ln touch(es)</source>
        <translation>
            <numerusform>%Ln touch</numerusform>
            <numerusform>%Ln touches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%Ln move(s)</source>
        <translation>
            <numerusform>%Ln move</numerusform>
            <numerusform>%Ln moves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%Ln way(s) to reach them</source>
        <translation>
            <numerusform>%Ln way to reach them</numerusform>
            <numerusform>%Ln ways to reach them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%Ln offer(s)</source>
        <translation>
            <numerusform>%Ln offer</numerusform>
            <numerusform>%Ln offers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%Ln next step(s)</source>
        <translation>
            <numerusform>%Ln next step</numerusform>
            <numerusform>%Ln next steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%Ln note(s) of the homework</source>
        <translation>
            <numerusform>%Ln note of the homework</numerusform>
            <numerusform>%Ln notes of the homework</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MonthPaper</name>
    <message numerus="yes">
        <location filename="../ui/timeline/monthpaper.cpp" line="+209" />
        <source>%Ln more on page %1</source>
        <translation>
            <numerusform>%Ln more on page %1</numerusform>
            <numerusform>%Ln more on page %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MovesReport</name>
    <message numerus="yes">
        <location filename="../app/report/movesreport.cpp" line="+69" />
        <source>%Ln prospect(s) entered, and nobody moved on</source>
        <translation>
            <numerusform>%Ln prospect entered, and nobody moved on</numerusform>
            <numerusform>%Ln prospects entered, and nobody moved on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+246" />
        <source>%Ln move(s)</source>
        <translation>
            <numerusform>%Ln move</numerusform>
            <numerusform>%Ln moves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%Ln by a change of the pipeline not counted</source>
        <translation>
            <numerusform>%Ln by a change of the pipeline not counted</numerusform>
            <numerusform>%Ln by a change of the pipeline not counted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkPreview</name>
    <message numerus="yes">
        <location filename="../ui/timeline/networkpreview.cpp" line="+133" />
        <source>and %n more post(s)</source>
        <translation>
            <numerusform>and %n more post</numerusform>
            <numerusform>and %n more posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferSection</name>
    <message numerus="yes">
        <location filename="../ui/prospects/offersection.cpp" line="+99" />
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomesReport</name>
    <message numerus="yes">
        <location filename="../app/report/outcomesreport.cpp" line="+96" />
        <source>%1 of %Ln prospect(s) were won and %2 lost; too few for a rate</source>
        <translation>
            <numerusform>%1 of %Ln prospect was won and %2 lost; too few for a rate</numerusform>
            <numerusform>%1 of %Ln prospects were won and %2 lost; too few for a rate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+14" />
        <source>%1 are won within %Ln day(s), none lost; %2 are still open</source>
        <translation>
            <numerusform>%1 are won within %Ln day, none lost; %2 are still open</numerusform>
            <numerusform>%1 are won within %Ln days, none lost; %2 are still open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4" />
        <source>%1 are won within %Ln day(s), %2 lost; %3 are still open</source>
        <translation>
            <numerusform>%1 are won within %Ln day, %2 lost; %3 are still open</numerusform>
            <numerusform>%1 are won within %Ln days, %2 lost; %3 are still open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+8" />
        <source>%Ln prospect(s)</source>
        <translation>
            <numerusform>%Ln prospect</numerusform>
            <numerusform>%Ln prospects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5" />
        <source>%Ln left out, whose time is not known or comes before the entry</source>
        <translation>
            <numerusform>%Ln left out, whose time is not known or comes before the entry</numerusform>
            <numerusform>%Ln left out, whose time is not known or comes before the entry</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+36" />
        <source>The picture ends after %Ln day(s): nothing changed later.</source>
        <translation>
            <numerusform>The picture ends after %Ln day: nothing changed later.</numerusform>
            <numerusform>The picture ends after %Ln days: nothing changed later.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverlayService</name>
    <message numerus="yes">
        <location filename="../app/session/overlayservice.cpp" line="+61" />
        <source>%1 holds more than %Ln event(s), too many to stand behind the posts. Choose a calendar of holidays or of other special days.</source>
        <translation>
            <numerusform>%1 holds more than %Ln event, too many to stand behind the posts. Choose a calendar of holidays or of other special days.</numerusform>
            <numerusform>%1 holds more than %Ln events, too many to stand behind the posts. Choose a calendar of holidays or of other special days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+63" />
        <source>“%1”: %Ln entry(s) stand behind the posts.</source>
        <translation>
            <numerusform>“%1”: %Ln entry stand behind the posts.</numerusform>
            <numerusform>“%1”: %Ln entrys stand behind the posts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastePane</name>
    <message numerus="yes">
        <location filename="../ui/prospects/pastepane.cpp" line="+244" />
        <source>Add %n message(s)</source>
        <translation>
            <numerusform>Add %n message</numerusform>
            <numerusform>Add %n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeriodWords</name>
    <message numerus="yes">
        <location filename="../app/report/periodwords.cpp" line="+92" />
        <source>%Ln entered at an unknown time</source>
        <translation>
            <numerusform>%Ln entered at an unknown time</numerusform>
            <numerusform>%Ln entered at an unknown time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+11" />
        <source>%1 of those who entered %2 reached %3 within %Ln day(s)</source>
        <extracomment>%1 is a rate, %2 "in May 2018", %3 a stage.</extracomment>
        <translation>
            <numerusform>%1 of those who entered %2 reached %3 within %Ln day</numerusform>
            <numerusform>%1 of those who entered %2 reached %3 within %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+11" />
        <source>%1 of those who entered %2 reached %3 within %Ln day(s), more than the %4 of those who entered %5</source>
        <extracomment>%1 and %4 are rates, %2 and %5 "in May 2018", %3 a stage.</extracomment>
        <translation>
            <numerusform>%1 of those who entered %2 reached %3 within %Ln day, more than the %4 of those who entered %5</numerusform>
            <numerusform>%1 of those who entered %2 reached %3 within %Ln days, more than the %4 of those who entered %5</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+7" />
        <source>%1 of those who entered %2 reached %3 within %Ln day(s), fewer than the %4 of those who entered %5</source>
        <extracomment>%1 and %4 are rates, %2 and %5 "in May 2018", %3 a stage.</extracomment>
        <translation>
            <numerusform>%1 of those who entered %2 reached %3 within %Ln day, fewer than the %4 of those who entered %5</numerusform>
            <numerusform>%1 of those who entered %2 reached %3 within %Ln days, fewer than the %4 of those who entered %5</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+6" />
        <source>%1 of those who entered %2 reached %3 within %Ln day(s), which does not differ clearly from the %4 of those who entered %5</source>
        <extracomment>%1 and %4 are rates, %2 and %5 "in May 2018", %3 a stage.</extracomment>
        <translation>
            <numerusform>%1 of those who entered %2 reached %3 within %Ln day, which does not differ clearly from the %4 of those who entered %5</numerusform>
            <numerusform>%1 of those who entered %2 reached %3 within %Ln days, which does not differ clearly from the %4 of those who entered %5</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonDesk</name>
    <message numerus="yes">
        <location filename="../ui/prospects/persondesk.cpp" line="+61" />
        <source>%n handle(s)</source>
        <translation>
            <numerusform>%n handle</numerusform>
            <numerusform>%n handles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%n note(s), consent(s) and next step(s)</source>
        <translation>
            <numerusform>%n note, consent and next step</numerusform>
            <numerusform>%n notes, consents and next steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>%n attachment</numerusform>
            <numerusform>%n attachments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+9" />
        <source>Their words leave %n group chat(s) of others.</source>
        <translation>
            <numerusform>Their words leave %n group chat of others.</numerusform>
            <numerusform>Their words leave %n group chats of others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+38" />
        <source>The person is erased here. %n copy(s) beside the workspace still hold them.</source>
        <translation>
            <numerusform>The person is erased here. %n copy beside the workspace still holds them.</numerusform>
            <numerusform>The person is erased here. %n copies beside the workspace still hold them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PipelineEdit</name>
    <message numerus="yes">
        <location filename="../app/domain/pipelineedit.cpp" line="+115" />
        <source>The name of a stage has at most %n characters.</source>
        <translation>
            <numerusform>The name of a stage has at most %n characters.</numerusform>
            <numerusform>The name of a stage has at most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+35" />
        <source>A pipeline has at most %n stages beside its exits.</source>
        <translation>
            <numerusform>A pipeline has at most %n stages beside its exits.</numerusform>
            <numerusform>A pipeline has at most %n stages beside its exits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+21" />
        <source>A pipeline has at most %n stages, retired ones too.</source>
        <translation>
            <numerusform>A pipeline has at most %n stages, retired ones too.</numerusform>
            <numerusform>A pipeline has at most %n stages, retired ones too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PipelineService</name>
    <message numerus="yes">
        <location filename="../app/session/pipelineservice.cpp" line="+211" />
        <source>“%1” retired, %Ln prospect(s) moved.</source>
        <translation>
            <numerusform>“%1” retired, %Ln prospect moved.</numerusform>
            <numerusform>“%1” retired, %Ln prospects moved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanExportPage</name>
    <message numerus="yes">
        <location filename="../ui/timeline/planexportpage.cpp" line="+316" />
        <source>%Ln post(s) are in %1.</source>
        <translation>
            <numerusform>%Ln post is in %1.</numerusform>
            <numerusform>%Ln posts are in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5" />
        <source>%Ln row(s) left out, which such a file cannot hold: without a day, or on a network that it does not know.</source>
        <translation>
            <numerusform>%Ln row left out, which such a file cannot hold: without a day, or on a network that it does not know.</numerusform>
            <numerusform>%Ln rows left out, which such a file cannot hold: without a day, or on a network that it does not know.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4" />
        <source>%Ln row(s) without some of their pictures or videos, which such a file cannot hold.</source>
        <translation>
            <numerusform>%Ln row without some of their pictures or videos, which such a file cannot hold.</numerusform>
            <numerusform>%Ln rows without some of their pictures or videos, which such a file cannot hold.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanMappingPane</name>
    <message numerus="yes">
        <location filename="../ui/import/planmappingpane.cpp" line="+230" />
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%Ln that repeat(s): a post for each time, at most a year ahead</source>
        <translation>
            <numerusform>%Ln that repeat: a post for each time, at most a year ahead</numerusform>
            <numerusform>%Ln that repeats: a post for each time, at most a year ahead</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3" />
        <source>%Ln task(s) and note(s) left out</source>
        <translation>
            <numerusform>%Ln task and note left out</numerusform>
            <numerusform>%Ln tasks and notes left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4" />
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+177" />
        <source>%n column(s) cannot be read as chosen.</source>
        <translation>
            <numerusform>%n column cannot be read as chosen.</numerusform>
            <numerusform>%n columns cannot be read as chosen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PostStore</name>
    <message numerus="yes">
        <location filename="../app/session/poststore.cpp" line="+304" />
        <source>Move %n post(s) to %1</source>
        <translation>
            <numerusform>Move %n post to %1</numerusform>
            <numerusform>Move %n posts to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1" />
        <source>Move %n post(s) to the ideas</source>
        <translation>
            <numerusform>Move %n post to the ideas</numerusform>
            <numerusform>Move %n posts to the ideas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="-31" />
        <source>%Ln post(s) were posted already and keep their day. A copy can go to another.</source>
        <translation>
            <numerusform>%Ln post was posted already and keeps its day. A copy can go to another.</numerusform>
            <numerusform>%Ln posts were posted already and keep their day. A copy can go to another.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+59" />
        <source>Move %n post(s)</source>
        <translation>
            <numerusform>Move %n post</numerusform>
            <numerusform>Move %n posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1" />
        <source>%n post(s) moved.</source>
        <translation>
            <numerusform>%n post moved.</numerusform>
            <numerusform>%n posts moved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+22" />
        <location line="+72" />
        <source>Duplicate %n post(s)</source>
        <translation>
            <numerusform>Duplicate %n post</numerusform>
            <numerusform>Duplicate %n posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="-71" />
        <source>%n post(s) duplicated.</source>
        <translation>
            <numerusform>%n post duplicated.</numerusform>
            <numerusform>%n posts duplicated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+97" />
        <source>Delete %n post(s)</source>
        <translation>
            <numerusform>Delete %n post</numerusform>
            <numerusform>Delete %n posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3" />
        <source>%n post(s) deleted.</source>
        <translation>
            <numerusform>%n post deleted.</numerusform>
            <numerusform>%n posts deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintedBoard</name>
    <message numerus="yes">
        <location filename="../app/report/printedboard.cpp" line="+36" />
        <source>within %Ln day(s)</source>
        <translation>
            <numerusform>within %Ln day</numerusform>
            <numerusform>within %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintedTable</name>
    <message numerus="yes">
        <location filename="../ui/pipeline/printedtable.cpp" line="+149" />
        <source>%Ln more row(s), not shown.</source>
        <translation>
            <numerusform>%Ln more row, not shown.</numerusform>
            <numerusform>%Ln more rows, not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProfilesArea</name>
    <message numerus="yes">
        <location filename="../ui/profiles/profilesarea.cpp" line="+37" />
        <source>%Ln post(s) lose what is written and planned for it.</source>
        <translation>
            <numerusform>%Ln post lose what is written and planned for it.</numerusform>
            <numerusform>%Ln posts lose what is written and planned for it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5" />
        <source>%Ln profile text(s) go with it.</source>
        <translation>
            <numerusform>%Ln profile text go with it.</numerusform>
            <numerusform>%Ln profile texts go with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProspectFilterMenu</name>
    <message numerus="yes">
        <location filename="../ui/prospects/prospectfiltermenu.cpp" line="+114" />
        <source>At least %n day(s) ago</source>
        <translation>
            <numerusform>At least %n day ago</numerusform>
            <numerusform>At least %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4" />
        <source>At most %n day(s) ago</source>
        <translation>
            <numerusform>At most %n day ago</numerusform>
            <numerusform>At most %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+66" />
        <source>In the last %n day(s)</source>
        <translation>
            <numerusform>In the last %n day</numerusform>
            <numerusform>In the last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProspectListModel</name>
    <message numerus="yes">
        <location filename="../app/models/prospectlistmodel.cpp" line="+278" />
        <source>%n message(s) are not answered.</source>
        <translation>
            <numerusform>%n message is not answered.</numerusform>
            <numerusform>%n messages are not answered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProspectListPane</name>
    <message numerus="yes">
        <location filename="../ui/prospects/prospectlistpane.cpp" line="+252" />
        <source>%1 prospect(s)</source>
        <extracomment>%1 is the number with its digits grouped.</extracomment>
        <translation>
            <numerusform>%1 prospect</numerusform>
            <numerusform>%1 prospects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+78" />
        <source>%n group chat(s) without a prospect</source>
        <translation>
            <numerusform>%n group chat without a prospect</numerusform>
            <numerusform>%n group chats without a prospect</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProspectsArea</name>
    <message numerus="yes">
        <location filename="../ui/prospects/prospectsarea.cpp" line="+793" />
        <source>What you wrote for %n prospect(s) is not logged yet.</source>
        <translation>
            <numerusform>What you wrote for %n prospect is not logged yet.</numerusform>
            <numerusform>What you wrote for %n prospects is not logged yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message numerus="yes">
        <location filename="../ui/timeline/queuemodel.cpp" line="+124" />
        <source>%1, %n free slot(s)</source>
        <extracomment>A queue: %1 is its name.</extracomment>
        <translation>
            <numerusform>%1, %n free slot</numerusform>
            <numerusform>%1, %n free slots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueService</name>
    <message numerus="yes">
        <location filename="../app/session/queueservice.cpp" line="+120" />
        <source>Add %n post(s) to the queue of %1</source>
        <translation>
            <numerusform>Add %n post to the queue of %1</numerusform>
            <numerusform>Add %n posts to the queue of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepeatForm</name>
    <message numerus="yes">
        <location filename="../ui/timeline/repeatform.cpp" line="+176" />
        <source>%n post(s), the last on %1</source>
        <translation>
            <numerusform>%n post, the last on %1</numerusform>
            <numerusform>%n posts, the last on %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message numerus="yes">
        <location filename="../app/report/reportwords.cpp" line="+73" />
        <source>only those of %Ln owner(s)</source>
        <translation>
            <numerusform>only those of %Ln owner</numerusform>
            <numerusform>only those of %Ln owners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+12" />
        <source>%Ln left out, who had passed %1 before it existed</source>
        <extracomment>%1 is a stage that a pipeline has not had from the beginning.</extracomment>
        <translation>
            <numerusform>%Ln left out, who had passed %1 before it existed</numerusform>
            <numerusform>%Ln left out, who had passed %1 before it existed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionDialog</name>
    <message numerus="yes">
        <location filename="../ui/prospects/retentiondialog.cpp" line="+218" />
        <source>Delete %n conversation(s) for good?</source>
        <translation>
            <numerusform>Delete %n conversation for good?</numerusform>
            <numerusform>Delete %n conversations for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1" />
        <source>What was said with %n prospect(s) goes, with attachments. The prospects and all figures stay. This cannot be undone, and earlier steps cannot be undone after it.</source>
        <translation>
            <numerusform>What was said with %n prospect goes, with attachments. The prospects and all figures stay. This cannot be undone, and earlier steps cannot be undone after it.</numerusform>
            <numerusform>What was said with %n prospects goes, with attachments. The prospects and all figures stay. This cannot be undone, and earlier steps cannot be undone after it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+13" />
        <source>%n conversation(s) deleted.</source>
        <translation>
            <numerusform>%n conversation deleted.</numerusform>
            <numerusform>%n conversations deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rule</name>
    <message numerus="yes">
        <location filename="../ui/timeline/rulewords.cpp" line="+61" />
        <source>Every %n days</source>
        <translation>
            <numerusform>Every %n days</numerusform>
            <numerusform>Every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3" />
        <source>Every %n weeks</source>
        <translation>
            <numerusform>Every %n weeks</numerusform>
            <numerusform>Every %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3" />
        <source>Every %n months</source>
        <translation>
            <numerusform>Every %n months</numerusform>
            <numerusform>Every %n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchModel</name>
    <message numerus="yes">
        <location filename="../ui/shell/searchmodel.cpp" line="+228" />
        <source>%1: the newest %n found so far</source>
        <extracomment>%1 is “Messages”. Older ones were not looked through.</extracomment>
        <translation>
            <numerusform>%1: the newest %n found so far</numerusform>
            <numerusform>%1: the newest %n found so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Series</name>
    <message numerus="yes">
        <location filename="../app/domain/seriesedits.cpp" line="+182" />
        <source>This would be more than %n post(s). Let it end earlier.</source>
        <translation>
            <numerusform>This would be more than %n post. Let it end earlier.</numerusform>
            <numerusform>This would be more than %n posts. Let it end earlier.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeriesService</name>
    <message numerus="yes">
        <location filename="../app/session/seriesservice.cpp" line="+95" />
        <source>Repeat a post %n time(s)</source>
        <translation>
            <numerusform>Repeat a post %n time</numerusform>
            <numerusform>Repeat a post %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1" />
        <source>%n post(s) added.</source>
        <translation>
            <numerusform>%n post added.</numerusform>
            <numerusform>%n posts added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+69" />
        <source>Delete %n post(s) of a series</source>
        <translation>
            <numerusform>Delete %n post of a series</numerusform>
            <numerusform>Delete %n posts of a series</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1" />
        <source>%n post(s) deleted.</source>
        <translation>
            <numerusform>%n post deleted.</numerusform>
            <numerusform>%n posts deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetsPage</name>
    <message numerus="yes">
        <location filename="../ui/timeline/setspage.cpp" line="+267" />
        <source>%Ln post(s) have it.</source>
        <translation>
            <numerusform>%Ln post has it.</numerusform>
            <numerusform>%Ln posts have it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2" />
        <source>%Ln prospect(s) have it.</source>
        <translation>
            <numerusform>%Ln prospect has it.</numerusform>
            <numerusform>%Ln prospects have it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+95" />
        <source>%Ln post(s)</source>
        <translation>
            <numerusform>%Ln post</numerusform>
            <numerusform>%Ln posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1" />
        <source>%Ln prospect(s)</source>
        <translation>
            <numerusform>%Ln prospect</numerusform>
            <numerusform>%Ln prospects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5" />
        <source>%Ln post(s) have it. They stay, without it. Undo brings both back.</source>
        <translation>
            <numerusform>%Ln post has it. They stay, without it. Undo brings both back.</numerusform>
            <numerusform>%Ln posts have it. They stay, without it. Undo brings both back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SharingButton</name>
    <message numerus="yes">
        <location filename="../ui/prospects/sharingbutton.cpp" line="+62" />
        <source>You and %n colleague(s) see what was said.</source>
        <translation>
            <numerusform>You and %n colleague see what was said.</numerusform>
            <numerusform>You and %n colleagues see what was said.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StageHeading</name>
    <message numerus="yes">
        <location filename="../ui/prospects/stageheading.cpp" line="+46" />
        <source>%1: %2, %3 prospect(s)</source>
        <extracomment>A column of the board for readers: %1 is a side, %2 a stage, %3 the number with its digits grouped.</extracomment>
        <translation>
            <numerusform>%1: %2, %3 prospect</numerusform>
            <numerusform>%1: %2, %3 prospects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StagesPage</name>
    <message numerus="yes">
        <location filename="../ui/pipeline/stagespage.cpp" line="+435" />
        <source>%Ln prospect(s) are in “%1”. Each is put, with a move that says why, to</source>
        <translation>
            <numerusform>%Ln prospect is in “%1”. Each is put, with a move that says why, to</numerusform>
            <numerusform>%Ln prospects are in “%1”. Each is put, with a move that says why, to</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepsSection</name>
    <message numerus="yes">
        <location filename="../ui/prospects/stepssection.cpp" line="+59" />
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message numerus="yes">
        <location filename="../app/session/activitywords.cpp" line="+116" />
        <source>%Ln post(s) imported from %1</source>
        <translation>
            <numerusform>%Ln post imported from %1</numerusform>
            <numerusform>%Ln posts imported from %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Thread</name>
    <message numerus="yes">
        <location filename="../app/models/thread.cpp" line="+450" />
        <source>You wrote %n in a row</source>
        <translation>
            <numerusform>You wrote %n in a row</numerusform>
            <numerusform>You wrote %n in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1" />
        <source>%n message(s) are waiting for an answer</source>
        <translation>
            <numerusform>%n message is waiting for an answer</numerusform>
            <numerusform>%n messages are waiting for an answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThreadModel</name>
    <message numerus="yes">
        <location filename="../app/models/threadmodel.cpp" line="+191" />
        <source>%n day(s) later</source>
        <translation>
            <numerusform>%n day later</numerusform>
            <numerusform>%n days later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+6" />
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThreadPainter</name>
    <message numerus="yes">
        <location filename="../ui/prospects/threadpainter.cpp" line="+233" />
        <source>%n day(s) later</source>
        <translation>
            <numerusform>%n day later</numerusform>
            <numerusform>%n days later</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message numerus="yes">
        <location filename="../ui/timeline/tile.cpp" line="+218" />
        <source>evergreen, rests %n day(s)</source>
        <translation>
            <numerusform>evergreen, rests %n day</numerusform>
            <numerusform>evergreen, rests %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+13" />
        <source>%1, %n post(s)</source>
        <translation>
            <numerusform>%1, %n post</numerusform>
            <numerusform>%1, %n posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TilePainter</name>
    <message numerus="yes">
        <location filename="../ui/timeline/tilepainter.cpp" line="+219" />
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayArea</name>
    <message numerus="yes">
        <location filename="../ui/today/todayarea.cpp" line="+180" />
        <source>%1 · %n waiting</source>
        <extracomment>The day, and how many things wait on it.</extracomment>
        <translation>
            <numerusform>%1 · %n waiting</numerusform>
            <numerusform>%1 · %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TouchSection</name>
    <message numerus="yes">
        <location filename="../ui/prospects/touchsection.cpp" line="+268" />
        <source>Brought: %1 (%n customer(s))</source>
        <translation>
            <numerusform>Brought: %1 (%n customer)</numerusform>
            <numerusform>Brought: %1 (%n customers)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+42" />
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TouchService</name>
    <message numerus="yes">
        <location filename="../app/session/touchservice.cpp" line="+82" />
        <source>%n touch(es) made them warm.</source>
        <translation>
            <numerusform>%n touch made them warm.</numerusform>
            <numerusform>%n touches made them warm.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TouchWords</name>
    <message numerus="yes">
        <location filename="../ui/prospects/touchwords.cpp" line="+127" />
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrendReport</name>
    <message numerus="yes">
        <location filename="../app/report/trendreport.cpp" line="+24" />
        <source>within %Ln day(s)</source>
        <translation>
            <numerusform>within %Ln day</numerusform>
            <numerusform>within %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+168" />
        <source>%Ln prospect(s)</source>
        <translation>
            <numerusform>%Ln prospect</numerusform>
            <numerusform>%Ln prospects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3" />
        <source>%Ln too new to count</source>
        <translation>
            <numerusform>%Ln too new to count</numerusform>
            <numerusform>%Ln too new to count</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VelocityReport</name>
    <message numerus="yes">
        <location filename="../app/report/velocityreport.cpp" line="+126" />
        <source>Won of those and of the %Ln who came to be rotten in this time: at a stage for longer than 9 in 10 visits to it last</source>
        <translation>
            <numerusform>Won of those and of the %Ln who came to be rotten in this time: at a stage for longer than 9 in 10 visits to it last</numerusform>
            <numerusform>Won of those and of the %Ln who came to be rotten in this time: at a stage for longer than 9 in 10 visits to it last</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4" />
        <source>of %Ln it cannot be told: too few visits, or an unknown time</source>
        <translation>
            <numerusform>of %Ln it cannot be told: too few visits, or an unknown time</numerusform>
            <numerusform>of %Ln it cannot be told: too few visits, or an unknown time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+88" />
        <source>with %Ln rotten as lost %1</source>
        <extracomment>%1 is a percentage.</extracomment>
        <translation>
            <numerusform>with %Ln rotten as lost %1</numerusform>
            <numerusform>with %Ln rotten as lost %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+8" />
        <source>%Ln open prospect(s)</source>
        <translation>
            <numerusform>%Ln open prospect</numerusform>
            <numerusform>%Ln open prospects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+8" />
        <source>value of %Ln known</source>
        <translation>
            <numerusform>value of %Ln known</numerusform>
            <numerusform>value of %Ln known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1" />
        <source>cycle of %Ln win(s)</source>
        <translation>
            <numerusform>cycle of %Ln win</numerusform>
            <numerusform>cycle of %Ln wins</numerusform>
        </translation>
    </message>
</context>
</TS>
