// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"
#include "base/id.h"

#include <QDate>
#include <QStringList>
#include <QTime>
#include <QVariant>

#include <optional>
#include <type_traits>

// How each kind of value stands in a column: ids, instants and booleans as BIGINT, a null id and an
// absent value as NULL, local days as YYYY-MM-DD, local times as HH:mm, enumerations as their
// words.

/// The ids of \a values for `IN (…)`; where there are none, one that no row has.
template<typename List>
[[nodiscard]] QString idList(const List &values)
{
    QStringList texts;
    for (const auto id : values)
        texts << id.toString();
    return texts.isEmpty() ? QStringLiteral("0") : texts.join(u',');
}

inline QVariant toSql(const QString &value)
{
    return value.isNull() ? QVariant(QLatin1String("")) : QVariant(value);
}
inline QVariant toSql(bool value)
{
    return QVariant(qint64(value));
}
inline QVariant toSql(int value)
{
    return QVariant(qint64(value));
}
inline QVariant toSql(qint64 value)
{
    return QVariant(value);
}
inline QVariant toSql(QDate value)
{
    return value.isValid() ? QVariant(value.toString(Qt::ISODate))
                           : QVariant(QMetaType::fromType<QString>());
}
inline QVariant toSql(QTime value)
{
    return value.isValid() ? QVariant(value.toString(QStringLiteral("HH:mm")))
                           : QVariant(QMetaType::fromType<QString>());
}
template<typename Tag>
QVariant toSql(Id<Tag> value)
{
    return value.isNull() ? QVariant(QMetaType::fromType<qint64>()) : QVariant(value.value());
}
template<typename E>
requires std::is_enum_v<E> QVariant toSql(E value)
{
    return QVariant(toText(value));
}
template<typename T>
QVariant toSql(const std::optional<T> &value)
{
    return value ? toSql(*value) : toSql(T());
}

inline void fromSql(const QVariant &value, QString &target)
{
    target = value.toString();
}
inline void fromSql(const QVariant &value, bool &target)
{
    target = value.toLongLong() != 0;
}
inline void fromSql(const QVariant &value, int &target)
{
    target = int(value.toLongLong());
}
inline void fromSql(const QVariant &value, qint64 &target)
{
    target = value.toLongLong();
}
inline void fromSql(const QVariant &value, QDate &target)
{
    target = QDate::fromString(value.toString(), Qt::ISODate);
}
inline void fromSql(const QVariant &value, QTime &target)
{
    target = QTime::fromString(value.toString(), QStringLiteral("HH:mm"));
}
template<typename Tag>
void fromSql(const QVariant &value, Id<Tag> &target)
{
    target = Id<Tag>(value.toLongLong());
}
template<typename E>
requires std::is_enum_v<E>
void fromSql(const QVariant &value, E &target)
{
    target = fromText<E>(value.toString()).value_or(E());
}
template<typename T>
void fromSql(const QVariant &value, std::optional<T> &target)
{
    if (value.isNull()) {
        target.reset();
    } else {
        T inner {};
        fromSql(value, inner);
        target = inner;
    }
}
