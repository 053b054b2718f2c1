// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "domain/copycheck.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStringDecoder>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

struct Question
{
    NetworkTable networks;
    QString network; ///< its key
    QString surface;
};

struct Text
{
    QJsonValue id;
    QString text;
};

Result<Question> questionOf(const QCommandLineParser &parser)
{
    auto networks = builtInNetworks();
    if (!networks)
        return tl::unexpected(networks.error());
    const QString named = parser.value(u"network"_s);
    const Network *network = networks->findNamed(named);
    if (!network) {
        QStringList keys;
        for (const Network &known : networks->networks)
            keys << known.key;
        return fail(Error::Code::Rejected, tr("--network is one of: %1.").arg(keys.join(", "_L1)));
    }
    QStringList surfaces {TimelineSurface.toString()};
    for (const Surface surface : network->surfaces)
        surfaces << toText(surface);
    Question question;
    question.network = network->key;
    question.surface =
        parser.isSet(u"surface"_s) ? parser.value(u"surface"_s) : surfaces.constFirst();
    if (!surfaces.contains(question.surface))
        return fail(Error::Code::Rejected,
            tr("--surface of %1 is one of: %2.").arg(network->name, surfaces.join(", "_L1)));
    question.networks = std::move(*networks);
    return question;
}

Result<QByteArray> contentOf(const QString &name)
{
    QFile file(name);
    const bool isOpen = name.isEmpty() || name == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly)
                                                         : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return fail(Error::Code::Io, tr("“%1” cannot be read: %2").arg(name, file.errorString()));
    return file.readAll();
}

Result<QString> decoded(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return fail(Error::Code::Rejected, tr("The text is not UTF-8."));
    return text;
}

/// The whole input as one text, without the line break that ends a file.
Result<QList<Text>> oneText(const QByteArray &bytes)
{
    auto text = decoded(bytes);
    if (!text)
        return tl::unexpected(text.error());
    if (text->endsWith(u'\n'))
        text->chop(text->endsWith("\r\n"_L1) ? 2 : 1);
    return QList<Text> {{QJsonValue::Null, *text}};
}

/// A text for each line of JSON Lines. Errors: Rejected, naming the line.
Result<QList<Text>> manyTexts(const QByteArray &bytes)
{
    QList<Text> texts;
    const QList<QByteArray> lines = bytes.split('\n');
    for (qsizetype number = 1; number <= lines.size(); ++number) {
        const QByteArray line = lines.at(number - 1).trimmed();
        if (line.isEmpty())
            continue;
        QJsonParseError error;
        const QJsonObject entry = QJsonDocument::fromJson(line, &error).object();
        if (error.error != QJsonParseError::NoError)
            return fail(Error::Code::Rejected,
                tr("Line %1 is no JSON: %2.").arg(number).arg(error.errorString()));
        if (!entry.value("text"_L1).isString())
            return fail(Error::Code::Rejected,
                tr("Line %1 has no “text”. Each line is an object with “id” and “text”.")
                    .arg(number));
        texts.append({entry.contains("id"_L1) ? entry.value("id"_L1) : QJsonValue::Null,
            entry.value("text"_L1).toString()});
    }
    return texts;
}

/// The count that the composer's counter shows; without a limit, the code points.
Count shownCount(const CopyCheck &check, const QString &text)
{
    return check.counters.isEmpty() ? count(text, CountingRule::CodePoints)
                                    : check.counters.constFirst().count;
}

QJsonObject toJson(const Question &question, const Text &text, const CopyCheck &check)
{
    const Count shown = shownCount(check, text.text);
    QJsonArray issues;
    for (const CopyIssue &issue : check.issues)
        issues.append(QJsonObject {{u"rule"_s, issue.rule}, {u"severity"_s, toText(issue.severity)},
            {u"start"_s, issue.start}, {u"end"_s, issue.end}, {u"text"_s, issue.text}});
    return {{u"id"_s, text.id}, {u"network"_s, question.network}, {u"surface"_s, question.surface},
        {u"length"_s, shown.length},
        {u"limit"_s, shown.limit == NoLimit ? QJsonValue() : QJsonValue(shown.limit)},
        {u"unit"_s, toText(shown.unit)}, {u"valid"_s, !hasErrors(check)}, {u"issues"_s, issues}};
}

void printWords(const CommandCall &call, const Text &text, const CopyCheck &check)
{
    const Count shown = shownCount(check, text.text);
    call.out << (shown.limit == NoLimit
            ? tr("%1 (%2), no limit").arg(shown.length).arg(toText(shown.unit))
            : tr("%1 of %2 (%3)").arg(shown.length).arg(shown.limit).arg(toText(shown.unit)))
             << '\n';
    for (const CopyIssue &issue : check.issues)
        call.out << issue.text << '\n';
}

int run(const CommandCall &call)
{
    if (!call.parser.isSet(u"network"_s))
        return call.misuse(tr("--network is missing."));
    const auto question = questionOf(call.parser);
    if (!question)
        return call.misuse(question.error().message);
    const bool isBatch = call.parser.isSet(u"batch"_s);
    const auto texts =
        contentOf(call.positional.value(0)).and_then(isBatch ? &manyTexts : &oneText);
    if (!texts)
        return call.fail(texts.error());
    bool allValid = true;
    for (const Text &text : *texts) {
        const CopyCheck check =
            checkCopy(text.text, question->network, question->surface, question->networks);
        allValid = allValid && !hasErrors(check);
        const QJsonObject document = toJson(*question, text, check);
        if (isBatch)
            call.out << QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Compact))
                     << '\n';
        else if (call.parser.isSet(u"json"_s))
            call.print(document);
        else
            printWords(call, text, check);
    }
    return allValid ? Done : DoneWithFaults;
}
} // namespace

Command checkCommand()
{
    return {u"check"_s, u"--network NETWORK [--surface SURFACE] [--batch] [--json] [FILE|-]"_s,
        tr("Counts and checks copy as the composer does; without a file, what standard input "
           "brings. --batch reads a JSON object with “id” and “text” from each line and prints "
           "one for each."),
        u"pullpush check --network bluesky --json post.txt"_s, 0, 1,
        {{u"network"_s, tr("The network it is for: x, bluesky, linkedin-page, …"), u"NETWORK"_s},
            {u"surface"_s, tr("timeline (default), bio, headline, description, …"), u"SURFACE"_s},
            {u"batch"_s, tr("Reads JSON Lines.")}, {u"json"_s, tr("Prints one JSON document.")}},
        run};
}
