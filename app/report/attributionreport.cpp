// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/attributionreport.h"

#include "analytics/conversioncredit.h"
#include "domain/profilecopy.h"
#include "report/reportwords.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostCreditBars = 20; ///< that a picture can hold; the table has all rows

class CreditText
{
    Q_DECLARE_TR_FUNCTIONS(AttributionReport)
};

QString creditedSurface(const QString &key)
{
    const auto surface = fromText<Surface>(key);
    if (!surface)
        return key;
    switch (*surface) {
    case Surface::DisplayName:
        return CreditText::tr("Display name");
    case Surface::Headline:
        return CreditText::tr("Headline");
    case Surface::Bio:
        return CreditText::tr("Bio");
    case Surface::Description:
        return CreditText::tr("Description");
    case Surface::Link:
        return CreditText::tr("Link");
    case Surface::ProfilePicture:
        return CreditText::tr("Profile picture");
    case Surface::CoverImage:
        return CreditText::tr("Cover image");
    case Surface::PinnedPost:
        return CreditText::tr("Pinned post");
    }
    Q_UNREACHABLE();
}

QString profileName(const TouchFacts &facts, ProfileCopyId id)
{
    const TouchFacts::ProfileCopy copy = facts.profileCopies.value(id);
    const QString channel = facts.channels.value(copy.channel).name;
    //: A version of a channel's profile: the channel, then "Bio", then its number.
    return CreditText::tr("%1: %2, version %3")
        .arg(channel, creditedSurface(copy.surface))
        .arg(copy.version);
}

/// What a row is called; \a id is not 0.
QString creditedName(const TouchFacts &facts, CreditTo to, qint64 id)
{
    switch (to) {
    case CreditTo::Post:
        return facts.posts.value(PostId(id)).name;
    case CreditTo::Campaign:
        return facts.campaigns.value(CampaignId(id));
    case CreditTo::Pillar:
        return facts.pillars.value(PillarId(id));
    case CreditTo::Profile:
        return profileName(facts, ProfileCopyId(id));
    case CreditTo::Channel:
        return facts.channels.value(ChannelId(id)).name;
    }
    Q_UNREACHABLE();
}

QString creditedNothing(CreditTo to)
{
    switch (to) {
    case CreditTo::Post:
        return CreditText::tr("A touch without a post");
    case CreditTo::Campaign:
        return CreditText::tr("A touch without a campaign");
    case CreditTo::Pillar:
        return CreditText::tr("A touch without a pillar");
    case CreditTo::Profile:
        return CreditText::tr("A touch without a profile version");
    case CreditTo::Channel:
        return CreditText::tr("A touch without a channel");
    }
    Q_UNREACHABLE();
}

QString creditColumn(CreditTo to)
{
    switch (to) {
    case CreditTo::Post:
        return CreditText::tr("Post");
    case CreditTo::Campaign:
        return CreditText::tr("Campaign");
    case CreditTo::Pillar:
        return CreditText::tr("Pillar");
    case CreditTo::Profile:
        return CreditText::tr("Profile version");
    case CreditTo::Channel:
        return CreditText::tr("Channel");
    }
    Q_UNREACHABLE();
}

/// The convention in words, since elsewhere the same letter can mean another.
QString modelWords(AttributionModel model)
{
    switch (model) {
    case AttributionModel::First:
        return CreditText::tr("all credit to the first touch");
    case AttributionModel::Last:
        return CreditText::tr("all credit to the last touch");
    case AttributionModel::Linear:
        return CreditText::tr("the same credit to every touch");
    case AttributionModel::U:
        return CreditText::tr("40\u00a0% of the credit to the first touch, 40\u00a0% to the last, "
                              "20\u00a0% shared by those between; of two, half each");
    case AttributionModel::J:
        return CreditText::tr("20\u00a0% of the credit to the first touch, 60\u00a0% to the last, "
                              "20\u00a0% shared by those between; of two, 25\u00a0% and 75\u00a0%");
    }
    Q_UNREACHABLE();
}

QString lookBackWords(const std::optional<int> &days)
{
    return days ? CreditText::tr("touches up to %Ln day(s) before the conversion", nullptr, *days)
                : CreditText::tr("all touches before the conversion");
}

QString creditNumber(const Credit &credit)
{
    return figureText(Quantity {credit.value(), {}});
}

/// Behind "the most credit": of which kind, where what has none of it has more.
QString amongNamed(CreditTo to)
{
    switch (to) {
    case CreditTo::Post:
        return CreditText::tr("of the posts");
    case CreditTo::Campaign:
        return CreditText::tr("of the campaigns");
    case CreditTo::Pillar:
        return CreditText::tr("of the pillars");
    case CreditTo::Profile:
        return CreditText::tr("of the profile versions");
    case CreditTo::Channel:
        return CreditText::tr("of the channels");
    }
    Q_UNREACHABLE();
}

/// What goes to touches of nothing that has a name; \a number is one of conversions.
QString goesToUnnamed(CreditTo to, const QString &number)
{
    switch (to) {
    case CreditTo::Post:
        return CreditText::tr("%1 go to touches without a post").arg(number);
    case CreditTo::Campaign:
        return CreditText::tr("%1 go to touches without a campaign").arg(number);
    case CreditTo::Pillar:
        return CreditText::tr("%1 go to touches without a pillar").arg(number);
    case CreditTo::Profile:
        return CreditText::tr("%1 go to touches without a profile version").arg(number);
    case CreditTo::Channel:
        return CreditText::tr("%1 go to touches without a channel").arg(number);
    }
    Q_UNREACHABLE();
}

/// What has more credit than \a most, the first with a name: what no name can be given, and what nothing touched. Empty where that is less.
QStringList moreThanNamed(const ConversionCredit &credit, const Credit &most, CreditTo to)
{
    QStringList more;
    const auto unnamed = std::ranges::find(credit.rows, qint64(0), &ConversionCredit::Row::id);
    if (unnamed != credit.rows.end() && unnamed->figures.credit > most)
        more << goesToUnnamed(to, creditNumber(unnamed->figures.credit));
    if (credit.none.credit > most) {
        //: %1 is a number of conversions.
        more << CreditText::tr("%1 have no known touch").arg(creditNumber(credit.none.credit));
    }
    return more;
}

/// The finding about the row with the most credit, whose name is \a name; \a among as of amongNamed(), or empty.
QString creditFinding(const ConversionCredit &credit, const KeyCredit &most, const QString &name,
    const QString &among)
{
    QString text = among.isEmpty()
        ? CreditText::tr(
            "“%1” has the most credit: %2 of %Ln conversion(s)", nullptr, int(credit.conversions))
              .arg(name, creditNumber(most.credit))
        //: %3 is "of the posts".
        : CreditText::tr("“%1” has the most credit %3: %2 of %Ln conversion(s)", nullptr,
            int(credit.conversions))
              .arg(name, creditNumber(most.credit), among);
    if (most.converted.isFew() || most.others.isFew())
        return text;
    if (most.converted.interval()->low > most.others.interval()->high) {
        //: %1 is a whole finding, the others are percentages.
        return CreditText::tr("%1; it touched %2 of those who converted and %3 of the others")
            .arg(text, shareText(most.converted), shareText(most.others));
    }
    //: %1 is a whole finding.
    return CreditText::tr("%1, yet it did not clearly touch more of those who converted than of "
                          "the others")
        .arg(text);
}

/// The finding where \a equals rows have the most credit, one of them called \a name; \a among as for creditFinding().
QString creditTie(const ConversionCredit &credit, const KeyCredit &most, const QString &name,
    int equals, const QString &among)
{
    if (!among.isEmpty()) {
        //: %4 is "of the posts".
        return CreditText::tr("“%1” and %Ln other(s) share the most credit %4: %2 each, of %3 in "
                              "all",
            nullptr, equals - 1)
            .arg(name, creditNumber(most.credit), QLocale().toString(credit.conversions), among);
    }
    return CreditText::tr(
        "“%1” and %Ln other(s) share the most credit: %2 each, of %3 in all", nullptr, equals - 1)
        .arg(name, creditNumber(most.credit), QLocale().toString(credit.conversions));
}

QString creditTitle(const ConversionCredit &credit, const TouchFacts &facts, CreditTo to)
{
    if (credit.conversions == 0) {
        return credit.undated > 0 ? CreditText::tr("No conversion has a known time")
                                  : CreditText::tr("Nobody converted in this time");
    }
    const auto named = std::ranges::find_if(credit.rows, [](const ConversionCredit::Row &row) {
        return row.id != 0 && !row.figures.credit.isNone();
    });
    if (named != credit.rows.end()) {
        const QString name = creditedName(facts, to, named->id);
        const auto equals =
            std::ranges::count_if(credit.rows, [&named](const ConversionCredit::Row &row) {
                return row.id != 0 && row.figures.credit == named->figures.credit;
            });
        const QStringList more = moreThanNamed(credit, named->figures.credit, to);
        const QString among = more.isEmpty() ? QString() : amongNamed(to);
        const QString found = equals > 1
            ? creditTie(credit, named->figures, name, int(equals), among)
            : creditFinding(credit, named->figures, name, among);
        //: Between a finding and what has more credit still.
        return (QStringList {found} + more).join(CreditText::tr("; "));
    }
    if (credit.none.converted.k == credit.conversions)
        return CreditText::tr("No touch before a conversion is known");
    switch (to) {
    case CreditTo::Post:
        return CreditText::tr("No touch before a conversion was one of a post");
    case CreditTo::Campaign:
        return CreditText::tr("No touch before a conversion was one of a campaign");
    case CreditTo::Pillar:
        return CreditText::tr("No touch before a conversion was one of a pillar");
    case CreditTo::Profile:
        return CreditText::tr("No touch before a conversion was one of a profile version");
    case CreditTo::Channel:
        return CreditText::tr("No touch before a conversion was one on a known channel");
    }
    Q_UNREACHABLE();
}

QString creditSubtitle(const ConversionCredit &credit, const CreditQuery &query,
    const ProspectColumns &columns, const QHash<QString, QString> &names)
{
    return ReportWords::subtitle(
        {CreditText::tr("%Ln conversion(s)", nullptr, int(credit.conversions)),
            //: %1 is a time: "since 1 May 2026", "at any time".
            CreditText::tr("converted %1").arg(ReportWords::during(query.filter.span)),
            modelWords(query.rule.model), lookBackWords(query.rule.lookBackDays),
            CreditText::tr("compared with %Ln who have not converted", nullptr, int(credit.others)),
            ReportWords::onlySources(query.filter.sources),
            ReportWords::onlyOwners(query.filter.owners, names),
            credit.undated == 0 ? QString()
                                : CreditText::tr("%Ln left out, whose time is not known", nullptr,
                                    int(credit.undated)),
            ReportWords::saleNotApplicable(credit.notApplicable, columns.stages()),
            ReportWords::asOf(query.filter.asOf, columns.zone())});
}

QString creditDefinition()
{
    return CreditText::tr(
               "A conversion is the first arrival at a sale or at a stage behind it. Credit is "
               "bookkeeping: it says what was there before, not what caused it, and adds up to "
               "the conversions. Therefore each row also says how many it touched of those who "
               "converted, and of those who entered and have not, whether they left or are still "
               "there. Touches without a known time do not count.")
        + u' '
        + CreditText::tr(
            "Intervals are Wilson’s, 95 %; rates of fewer than %1 prospects are not shown.")
              .arg(FewestForARate);
}

QList<Figure> creditFigures(const KeyCredit &figures)
{
    return {Quantity {figures.credit.value(), {}}, figures.converted.k, figures.converted,
        figures.others.k, figures.others};
}

QJsonObject creditJson(
    const QString &key, const QString &kind, const QString &name, const KeyCredit &figures)
{
    return {{u"key"_s, key}, {u"kind"_s, kind}, {u"name"_s, name},
        {u"credit"_s, figures.credit.value()}, {u"converted"_s, figures.converted.k},
        {u"convertedRate"_s, ReportWords::json(figures.converted)}, {u"others"_s, figures.others.k},
        {u"othersRate"_s, ReportWords::json(figures.others)}};
}

/// A bar is the credit; behind it stand the rates, which say more.
BarPlot::Bar creditBar(const QString &name, const KeyCredit &figures, PlotInk ink, PlotRow row)
{
    BarPlot::Bar bar;
    bar.name = name;
    bar.parts = {{ink, figures.credit.value(), row}};
    //: Behind a bar: credit, then the percentages of those who converted and of the others.
    bar.text = CreditText::tr("%1 (%2 / %3)")
                   .arg(creditNumber(figures.credit), shareText(figures.converted),
                       shareText(figures.others));
    return bar;
}

/// Rows of the table, the document and the picture, as they come.
class CreditRows
{
public:
    void add(const QString &key, const QString &kind, const QString &name, const KeyCredit &figures,
        bool isDrawn, PlotInk ink)
    {
        const QList<Figure> numbers = creditFigures(figures);
        if (isDrawn)
            m_plot.bars.append(creditBar(name, figures, ink, PlotRow(m_chart.size())));
        m_chart.append(QList<Figure> {name} + numbers);
        m_table.append(QList<Figure> {key, kind, name} + numbers);
        m_json.append(creditJson(key, kind, name, figures));
    }
    void putInto(Report &report) const
    {
        report.chart.rows = m_chart;
        report.table.rows = m_table;
        report.document.insert(u"credit"_s, m_json);
        if (m_plot.bars.isEmpty())
            return;
        BarPlot plot = m_plot;
        plot.values = {PlotUnit::Count,
            CreditText::tr("Conversions credited (share touched of those who converted / of the "
                           "others)")};
        report.chart.plot = plot;
    }

private:
    QList<QList<Figure>> m_chart;
    QList<QList<Figure>> m_table;
    QJsonArray m_json;
    BarPlot m_plot;
};

QList<ChartColumn> creditColumns(CreditTo to)
{
    return {{u"name"_s, creditColumn(to)}, {u"credit"_s, CreditText::tr("Credit")},
        {u"converted"_s, CreditText::tr("Converted and touched")},
        {u"converted_rate"_s, CreditText::tr("Of those who converted"), true},
        {u"others"_s, CreditText::tr("Others touched")},
        {u"others_rate"_s, CreditText::tr("Of the others"), true}};
}

QJsonObject creditDocument(const ConversionCredit &credit, const CreditQuery &query)
{
    QJsonObject document =
        ReportWords::head(u"attribution"_s, query.filter.asOf, query.filter.span);
    document.insert(u"model"_s, toText(query.rule.model));
    document.insert(u"creditTo"_s, toText(query.rule.to));
    document.insert(u"lookBackDays"_s,
        query.rule.lookBackDays ? QJsonValue(*query.rule.lookBackDays)
                                : QJsonValue(QJsonValue::Null));
    document.insert(u"conversions"_s, credit.conversions);
    document.insert(u"others"_s, credit.others);
    document.insert(u"undated"_s, credit.undated);
    document.insert(u"notApplicable"_s, credit.notApplicable);
    return document;
}

Report makeAttribution(const ReportData &data, const ReportQuestion &question)
{
    const ColumnsPointer &columns = data.columns;
    const auto facts = data.facts.touches;
    const CreditQuery query {.filter = question.filter, .rule = question.credit};
    const CreditTo to = query.rule.to;
    const ConversionCredit credit = conversionCredit(*columns, *facts, query);
    Report report;
    report.chart = {.id = u"attribution"_s,
        .title = creditTitle(credit, *facts, to),
        .subtitle = creditSubtitle(credit, query, *columns, question.names),
        .definition = creditDefinition(),
        .columns = creditColumns(to),
        .rows = {}};
    report.table = report.chart;
    report.table.columns =
        QList<ChartColumn> {{u"key"_s, {}}, {u"kind"_s, {}}} + report.chart.columns;
    report.document = creditDocument(credit, query);

    CreditRows rows;
    QList<std::optional<qint64>> ids;
    for (const ConversionCredit::Row &row : credit.rows) {
        const QString key = row.id == 0 ? QString() : QString::number(row.id);
        const QString name = row.id == 0 ? creditedNothing(to) : creditedName(*facts, to, row.id);
        const PlotInk ink {
            row.id == 0 ? PlotInk::Kind::Neutral : PlotInk::Kind::Group, Side::Pull, 0};
        rows.add(key, toText(to), name, row.figures, ids.size() < MostCreditBars, ink);
        ids.append(row.id);
    }
    if (credit.conversions + credit.others > 0) {
        rows.add(u"(none)"_s, u"none"_s, CreditText::tr("No touch"), credit.none, true,
            {PlotInk::Kind::Neutral, Side::Pull, 0});
        ids.append(std::nullopt);
    }
    rows.putInto(report);
    report.people = [columns, facts, query, ids](PlotRow row) {
        return row >= 0 && row < ids.size()
            ? prospectsCredited(*columns, *facts, query, ids.at(row))
            : QList<ProspectId>();
    };
    return report;
}

} // namespace

ReportKind attributionReport()
{
    using Part = ReportKind::Part;
    return {u"attribution"_s, CreditText::tr("Attribution"),
        CreditText::tr("What had touched those who converted?"), CreditText::tr("Co&nverted"),
        {Part::Model, Part::CreditTo, Part::LookBack}, {ChartFact::Touches}, makeAttribution, false,
        {CreditText::tr("Who converted before it stands among those who have not, so that the two "
                        "seem more alike than they are.")}};
}
