// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QList>

/// Puts one beside the other as words are, and goes on in the next line where there is no more room. From right to left where the window does.
class FlowLayout : public QLayout
{
public:
    /// \a spacing between two, also between lines, in pixels. As other layouts, one without a parent is added to another layout.
    explicit FlowLayout(int spacing, QWidget *parent = nullptr);
    ~FlowLayout() override;
    FlowLayout(const FlowLayout &) = delete;
    FlowLayout &operator=(const FlowLayout &) = delete;

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    [[nodiscard]] QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    /// As narrow as it gets: what has more room has fewer lines.
    [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    /// The height that is needed; with \a places everything goes to its place.
    [[nodiscard]] int arrange(const QRect &rect, bool places) const;
    void placeLine(const QRect &line, const QList<QLayoutItem *> &items) const;
    [[nodiscard]] static int widthOf(const QLayoutItem *item, int most);

    QList<QLayoutItem *> m_items;
};
