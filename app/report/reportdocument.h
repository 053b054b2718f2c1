// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <functional>
#include <utility>
#include <vector>

/// A report as one JSON document for other programs. It is composed anew by each of its readers, and by none of those who only look at the chart. May be read
/// on any thread.
class ReportDocument
{
public:
    using Compose = std::function<QJsonObject()>;

    ReportDocument() = default;
    ReportDocument(QJsonObject document)
        : m_compose([document = std::move(document)] { return document; })
    { }
    /// \a compose is called when the document is read, may be often and on any thread.
    ReportDocument(Compose compose)
        : m_compose(std::move(compose))
    { }

    /// Adds a member, in place of one that was there.
    void insert(const QString &key, const QJsonValue &value)
    {
        m_additions.emplace_back(key, [value] { return value; });
    }
    void insertDocument(const QString &key, const ReportDocument &document)
    {
        m_additions.emplace_back(key, [document] { return document.toJson(); });
    }

    [[nodiscard]] QJsonObject toJson() const
    {
        QJsonObject document = m_compose ? m_compose() : QJsonObject();
        for (const auto &[key, value] : m_additions)
            document.insert(key, value());
        return document;
    }
    [[nodiscard]] QJsonValue value(const QString &key) const { return toJson().value(key); }

private:
    Compose m_compose;
    std::vector<std::pair<QString, std::function<QJsonValue()>>> m_additions;
};
