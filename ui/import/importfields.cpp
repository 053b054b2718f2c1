// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_import/importfields.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr auto Entered = "entered:"_L1;
constexpr auto Handle = "handle:"_L1;

/// The context of these texts.
class ImportFieldWords
{
    Q_DECLARE_TR_FUNCTIONS(ImportFields)
};

constexpr std::array PlainFields {"id"_L1, "name"_L1, "first_name"_L1, "last_name"_L1, "email"_L1,
    "phone"_L1, "company"_L1, "title"_L1, "source"_L1, "owner"_L1, "stage"_L1, "labels"_L1,
    "notes"_L1, "value"_L1, "currency"_L1, "first_seen"_L1, "created"_L1};

QString fieldText(const QString &field)
{
    const QHash<QString, QString> words {
        {u"id"_s, ImportFieldWords::tr("Id", "of a record in the file")},
        {u"name"_s, ImportFieldWords::tr("Name")},
        {u"first_name"_s, ImportFieldWords::tr("First name")},
        {u"last_name"_s, ImportFieldWords::tr("Last name")},
        {u"email"_s, ImportFieldWords::tr("E-mail address")},
        {u"phone"_s, ImportFieldWords::tr("Phone number")},
        {u"company"_s, ImportFieldWords::tr("Company")},
        {u"title"_s, ImportFieldWords::tr("Job title")},
        {u"source"_s, ImportFieldWords::tr("Source")},
        {u"owner"_s, ImportFieldWords::tr("Owner")},
        {u"stage"_s, ImportFieldWords::tr("Current stage")},
        {u"labels"_s, ImportFieldWords::tr("Labels")},
        {u"notes"_s, ImportFieldWords::tr("Notes")},
        {u"value"_s, ImportFieldWords::tr("Value")},
        {u"currency"_s, ImportFieldWords::tr("Currency")},
        {u"first_seen"_s, ImportFieldWords::tr("First seen on")},
        {u"created"_s, ImportFieldWords::tr("Created on")},
    };
    return words.value(field, field);
}

bool namesSomebody(const QString &field)
{
    return field == "id"_L1 || field == "name"_L1 || field == "first_name"_L1
        || field == "last_name"_L1 || field == "email"_L1 || field == "phone"_L1
        || field.startsWith(Handle);
}

/// Whether any value of \a column could be a date; true where all are empty.
bool mayBeDates(const QList<QStringList> &rows, int column)
{
    bool hasValue = false;
    for (const QStringList &row : rows) {
        const QString value = row.value(column).trimmed();
        if (value.isEmpty())
            continue;
        hasValue = true;
        if (std::ranges::any_of(value, [](QChar c) { return c.isDigit(); }))
            return true;
    }
    return !hasValue;
}
} // namespace

QList<ImportFields::Choice> ImportFields::choices(
    const QList<Stage> &stages, const NetworkTable &networks)
{
    QList<Choice> all {{QString(), ImportFieldWords::tr("Ignore")}};
    for (const auto field : PlainFields)
        all.append({field, fieldText(field)});
    for (const Stage &stage : stages) {
        const QString field = Entered + stage.key;
        all.append({field, text(field, stages, networks)});
    }
    QStringList keys {u"linkedin"_s, u"whatsapp"_s};
    for (const Network &network : networks.networks)
        keys.append(network.key);
    for (const QString &key : std::as_const(keys))
        all.append({Handle + key, text(Handle + key, stages, networks)});
    return all;
}

QString ImportFields::text(
    const QString &field, const QList<Stage> &stages, const NetworkTable &networks)
{
    if (field.isEmpty())
        return ImportFieldWords::tr("Ignore");
    if (field.startsWith(Entered)) {
        const QString name = field.mid(Entered.size());
        const int index = indexOfStage(stages, QStringView(name));
        return ImportFieldWords::tr("Entered “%1” on")
            .arg(index < 0 ? name : stages.at(index).name);
    }
    if (field.startsWith(Handle)) {
        const QString key = field.mid(Handle.size());
        if (key == "linkedin"_L1)
            return ImportFieldWords::tr("Handle on %1").arg("LinkedIn"_L1);
        if (key == "whatsapp"_L1)
            return ImportFieldWords::tr("Handle on %1").arg("WhatsApp"_L1);
        return ImportFieldWords::tr("Handle on %1").arg(networks.nameOf(key));
    }
    return fieldText(field);
}

QString ImportFields::canonical(const QString &field, const QList<Stage> &stages)
{
    if (!field.startsWith(Entered))
        return field;
    const int index = indexOfStage(stages, QStringView(field).mid(Entered.size()));
    return index < 0 ? field : Entered + stages.at(index).key;
}

bool ImportFields::isDate(const QString &field)
{
    return field == "created"_L1 || field == "first_seen"_L1 || field.startsWith(Entered);
}

ImportFields::Problems ImportFields::check(const QStringList &header, const QStringList &targets,
    const QList<QStringList> &rows, const QList<Stage> &stages)
{
    Problems problems;
    QHash<QString, int> taken;
    bool names = false;
    for (int column = 0; column < int(targets.size()); ++column) {
        const QString &field = targets.at(column);
        if (field.isEmpty())
            continue;
        names = names || namesSomebody(field);
        const auto other = taken.constFind(field);
        if (other != taken.cend()) {
            problems.ofColumn.insert(column,
                ImportFieldWords::tr(
                    "The column “%1” tells this already. Choose another, or ignore one of them.")
                    .arg(header.value(*other)));
            continue;
        }
        taken.insert(field, column);
        if (field.startsWith(Entered)
            && indexOfStage(stages, QStringView(field).mid(Entered.size())) < 0)
            problems.ofColumn.insert(column,
                ImportFieldWords::tr("This workspace has no stage “%1”. Choose one that it has.")
                    .arg(field.mid(Entered.size())));
        else if (isDate(field) && !mayBeDates(rows, column))
            problems.ofColumn.insert(column,
                ImportFieldWords::tr(
                    "These values are no dates. Choose another field, or ignore the column."));
    }
    if (!names)
        problems.general =
            ImportFieldWords::tr("Choose the column that says who it is: an id, a name, an e-mail "
                                 "address, a phone number or a handle.");
    return problems;
}
