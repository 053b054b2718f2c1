// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>

#include <optional>

/// A view that draws its marks itself, told apart by their index: scrolls, has a mark of the keyboard and one of the pointer, tool tips, and
/// names its marks to screen readers. Arrow keys move over the marks, Enter or a click activates one. What is drawn, and where, is the heir's business.
class MarkView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit MarkView(QWidget *parent = nullptr);

    [[nodiscard]] virtual int markCount() const = 0;
    /// What \a mark, one of those there are, says in words.
    [[nodiscard]] virtual QString markSentence(int mark) const = 0;
    /// The mark under the keyboard; 0 where there is none.
    [[nodiscard]] int currentMark() const { return m_current; }
    /// Moves there and scrolls it into view. A mark that does not exist is ignored.
    void setCurrentMark(int mark);
    /// As if \a mark, one of those there are, was clicked.
    virtual void activateMark(int mark) = 0;
    /// The place in the viewport of \a mark, one of those there are.
    [[nodiscard]] QRect markRect(int mark) const;
    /// The mark at that point of the viewport.
    [[nodiscard]] std::optional<int> markAt(QPoint point) const;
    [[nodiscard]] bool hasMark(int mark) const { return mark >= 0 && mark < markCount(); }

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    /// Places everything anew for a viewport of that size, and tells where \a current, the keyboard's mark, is now.
    [[nodiscard]] virtual int arrange(const QSize &room, int current) = 0;
    /// The size of what was arranged: where it is more than the viewport, it can be scrolled.
    [[nodiscard]] virtual QSizeF drawnSize() const = 0;
    /// What changes with the marks of keyboard and pointer.
    [[nodiscard]] virtual QRectF marksArea() const { return {QPointF(), drawnSize()}; }
    [[nodiscard]] virtual QRectF markArea(int mark) const = 0;
    [[nodiscard]] virtual std::optional<int> markIn(QPointF point) const = 0;
    /// The mark that \a key (an arrow, Home, End) leads to from \a mark, or \a mark itself.
    [[nodiscard]] virtual int nextMark(int mark, Qt::Key key) const = 0;
    /// Draws what lies within \a exposed; the ground is drawn already.
    virtual void draw(QPainter &painter, const QRectF &exposed) const = 0;

    /// Arranges anew, with the keyboard on \a current: after a change of what is shown.
    void rearrange(int current);
    /// The keyboard's mark where it is to be seen.
    [[nodiscard]] std::optional<int> shownMark() const;
    [[nodiscard]] std::optional<int> hoveredMark() const { return m_hovered; }

    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] QPointF origin() const;
    void standOn(int mark);
    void setHovered(std::optional<int> mark);
    void updateMarks();
    void scrollTo(const QRectF &rect);

    int m_current = 0;
    std::optional<int> m_hovered;
    std::optional<int> m_pressed; ///< on which the button went down
};
