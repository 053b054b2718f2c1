// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

/// One part of a view that paints its parts itself, by its place among them. Asks the view for everything, so that it needs no word of a change.
class AccessiblePart : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    AccessiblePart(QAbstractScrollArea *view, QAccessible::Role role, int place);

    /// Also that the view is still there; where it is not, none of the questions below is asked.
    [[nodiscard]] bool isValid() const final { return m_view && exists(); }
    [[nodiscard]] QObject *object() const final { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const final;
    [[nodiscard]] QAccessibleInterface *child(int) const final { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const final { return nullptr; }
    [[nodiscard]] int childCount() const final { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const final { return -1; }
    [[nodiscard]] QAccessible::Role role() const final { return m_role; }
    [[nodiscard]] QString text(QAccessible::Text kind) const final;
    void setText(QAccessible::Text, const QString &) final { }
    [[nodiscard]] QRect rect() const final;
    [[nodiscard]] QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) final;

    [[nodiscard]] QStringList actionNames() const override { return {setFocusAction()}; }
    void doAction(const QString &name) override;
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const final { return {}; }

protected:
    [[nodiscard]] int place() const { return m_place; }

    [[nodiscard]] virtual bool exists() const = 0;
    [[nodiscard]] virtual QString name() const = 0;
    /// In the coordinates of the viewport.
    [[nodiscard]] virtual QRect area() const = 0;
    [[nodiscard]] virtual bool isCurrent() const = 0;
    /// Lets the keyboard stand here.
    virtual void makeCurrent() = 0;

private:
    QPointer<QAbstractScrollArea> m_view;
    QAccessible::Role m_role;
    int m_place;
};

/// A view that paints its parts itself; childCount() says how many there are.
class AccessibleParts : public QAccessibleWidget
{
public:
    using QAccessibleWidget::QAccessibleWidget;
    ~AccessibleParts() override;

    [[nodiscard]] QAccessibleInterface *child(int place) const final;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const final;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const final;
    [[nodiscard]] QAccessibleInterface *focusChild() const final;

protected:
    /// A new one; the registry of accessible things owns it.
    [[nodiscard]] virtual AccessiblePart *makePart(int place) const = 0;
    /// The place of what is painted at \a point of the viewport, outside of the places where nothing is.
    [[nodiscard]] virtual int placeAt(QPoint point) const = 0;
    /// Where the keyboard stands, outside of the places where nowhere.
    [[nodiscard]] virtual int currentPlace() const = 0;

private:
    mutable QHash<int, QAccessible::Id> m_parts;
};

/// Tells screen readers that the keyboard stands on the part at \a place of \a view, if it is in the view.
void announcePart(QAbstractScrollArea *view, int place);
