// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/mediarules.h"

#include <QImage>
#include <QRect>
#include <QWidget>

class CropView;
class ErrorState;
class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedLayout;

/// Chooses the part of a picture that one channel shows: a page of the window with the picture, the ratios of the channel's network, and what comes out.
class CropPage : public QWidget
{
    Q_OBJECT
public:
    struct Task
    {
        QString picture; ///< its name
        QString channel; ///< with its network
        QList<PictureFormat> formats; ///< of the network
        QSize size; ///< of the picture, upright
        QRect part; ///< what is shown now; invalid: all
    };
    explicit CropPage(const Task &task, QWidget *parent = nullptr);

    /// The picture came, whole and upright, of any size.
    void setPicture(const QImage &image);
    void setError(const Error &error);
    [[nodiscard]] CropView *view() const { return m_view; }

signals:
    /// An invalid \a part: all of it is shown.
    void accepted(const QRect &part);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addRatio(const QString &text, QSize ratio);
    void addRatios();
    void showResult();
    void accept();

    Task m_task;
    QStackedLayout *m_stack;
    CropView *m_view;
    ErrorState *m_error;
    QButtonGroup *m_ratios;
    QHBoxLayout *m_ratioRow;
    QList<QSize> m_ratioSizes;
    QLabel *m_result;
    QPushButton *m_accept;
};
