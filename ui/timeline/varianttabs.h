// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/tile.h"

#include <QWidget>

class QMenu;
class QTabBar;
class QToolButton;

/// The tabs of the composer: all channels, then one for each channel of the post, then a button to
/// add another.
class VariantTabs : public QWidget
{
    Q_OBJECT
public:
    explicit VariantTabs(QWidget *parent = nullptr);

    /// Replaces the tabs; the current one stays if it is still there, else "All channels" is. Says
    /// nothing.
    void setVariants(const QList<Variant> &variants, const TileSources &sources);
    /// Marks the tab of \a variant as one whose text is too long.
    void setTooLong(VariantId variant, bool tooLong);
    /// Null for "All channels".
    [[nodiscard]] VariantId current() const;
    /// The channels that may be added, an action each.
    [[nodiscard]] QMenu *addMenu() const { return m_menu; }
    void setCurrent(VariantId variant);

signals:
    void currentChanged(VariantId variant);
    void channelAdded(ChannelId channel);
    /// There is no channel left to add, or none at all.
    void newChannelRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int indexOf(VariantId variant) const;
    void fillMenu(const QList<Variant> &variants, const TileSources &sources);
    void showStatus(int tab, PostStatus status);

    QTabBar *m_tabs;
    QToolButton *m_add;
    QMenu *m_menu;
    QList<Variant> m_variants;
};
