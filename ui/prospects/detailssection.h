// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/customfield.h"
#include "ui_prospects/dossiersection.h"

#include <QHash>

class FlowLayout;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QStringListModel;

/// Labels, the team's own fields, and where they live.
class DetailsSection : public DossierSection
{
    Q_OBJECT
public:
    DetailsSection(Workspace &workspace, ProspectDossier &dossier, QWidget *parent);

    [[nodiscard]] QString key() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString summary() const override;
    void refresh(bool isOther) override;
    void flush() override;

private:
    void build();
    void buildZones();
    void refreshLabels();
    void refreshFields(bool isOther);
    void addLabel();
    [[nodiscard]] QWidget *editorFor(const CustomField &field);
    void save(const CustomField &field, const QString &text);

    Workspace &m_workspace;
    ProspectDossier &m_dossier;
    FlowLayout *m_labels;
    QLineEdit *m_newLabel;
    QStringListModel *m_labelNames;
    QComboBox *m_zone;
    QFormLayout *m_form;
    QList<CustomField> m_fields;
    QHash<CustomFieldId, QWidget *> m_editors;
    QLabel *m_error;
};
