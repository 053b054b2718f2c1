// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/personfinder.h"

#include "session/workspace.h"
#include "storage/database.h"
#include "storage/mergetable.h"
#include "storage/prospecttable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {
struct FinderWords
{
    Q_DECLARE_TR_FUNCTIONS(PersonFinder)
};

Result<QList<ProspectId>> candidates(Connection &connection, const QString &text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (isNumber && number > 0)
        return MergeTable::survivorOf(connection, ProspectId(number)).map([](ProspectId standing) {
            return QList<ProspectId> {standing};
        });
    const qsizetype colon = text.indexOf(u':');
    if (colon > 0)
        return ProspectTable::allWithHandle(connection, text.left(colon), text.mid(colon + 1));
    if (text.contains(u'@'))
        return ProspectTable::allWithHandle(connection, u"email"_s, text);
    return QList<ProspectId>();
}
} // namespace

Result<ProspectRow> PersonFinder::findNow(const Workspace &workspace, const QString &text)
{
    const QString wanted = text.trimmed();
    const auto found =
        workspace.database()
            ->read([wanted](Connection &connection) {
                return candidates(connection, wanted).and_then([&](const QList<ProspectId> &ids) {
                    return ProspectTable::rows(connection, ids);
                });
            })
            .result();
    if (!found)
        return tl::unexpected(found.error());
    if (found->isEmpty())
        return fail(Error::Code::NotFound,
            FinderWords::tr(
                "There is nobody “%1”. A person is an id, network:handle or an e-mail address.")
                .arg(wanted));
    if (found->size() == 1)
        return found->first();
    QString list;
    for (const ProspectRow &row : *found)
        list += u"\n  "_s + row.id.toString() + u"  "_s + row.name;
    return fail(Error::Code::Rejected,
        FinderWords::tr("“%1” can be several people. Name one by the id:%2").arg(wanted, list));
}
