/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-section: one group of rows, of the inspector or of the page of the agreement.
 *
 * Its editors name their places in the template; the base class shows them the subject. A section is kept and shown subject after subject, and
 * makes or drops rows only where rows of the document came or went. A group of editors alone needs no class of its own. Callers:
 * mou-inspector, mou-agreement-page. */
#pragma once

#include "mou-editor.h"
#include "mou-subject.h"

G_BEGIN_DECLS

#define MOU_TYPE_SECTION (mou_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (MouSection, mou_section, MOU, SECTION, AdwPreferencesGroup)

struct _MouSectionClass {
  AdwPreferencesGroupClass parent_class;

  /* What is not an editor with a place. Optional. */
  void (*refresh) (MouSection *self, const MouSubject *subject);
};

/* Property "entity": whose rows it shows, for the classes that serve several. Signal "problem" (char *). */
MouEntity mou_section_get_entity (MouSection *self);
void mou_section_refresh (MouSection *self, const MouSubject *subject);
/* Its editors forget the document. */
void mou_section_detach (MouSection *self);
/* NULL when none of its visible editors is at `target`. */
MouEditor *mou_section_find_editor (MouSection *self, const MouTarget *target);

/* For implementations. */
void mou_section_report_problem (MouSection *self, const char *message);

G_END_DECLS
