/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-seal-panel: see the header. */

#include "mou-seal-panel.h"

#include <glib/gi18n.h>

struct _MouSealPanel
{
  AdwBin parent_instance;

  AdwActionRow *state;
  AdwActionRow *code;
  GtkWidget *history;
};

G_DEFINE_FINAL_TYPE (MouSealPanel, mou_seal_panel, ADW_TYPE_BIN)

static void
copy_code_cb (MouSealPanel *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), adw_action_row_get_subtitle (self->code));
}

static void
mou_seal_panel_class_init (MouSealPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/pages/agreement/mou-seal-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, MouSealPanel, state);
  gtk_widget_class_bind_template_child (widget_class, MouSealPanel, code);
  gtk_widget_class_bind_template_child (widget_class, MouSealPanel, history);
  gtk_widget_class_bind_template_callback (widget_class, copy_code_cb);
}

static void
mou_seal_panel_init (MouSealPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A text that may hold "<" or "&" must not be taken for markup. */
static void
set_subtitle (AdwActionRow *row, const char *text)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (row, text);
}

void
mou_seal_panel_refresh (MouSealPanel *self, MouDocument *document)
{
  const MouSealState *state;
  g_autofree char *word = NULL;
  g_autofree char *sentence = NULL;

  g_return_if_fail (MOU_IS_SEAL_PANEL (self));
  g_return_if_fail (MOU_IS_DOCUMENT (document));

  state = mou_document_get_seal_state (document, mou_document_get_agreement_id (document));
  gtk_widget_set_visible (GTK_WIDGET (self), state->kind != MOU_SEAL_NOT_SIGNED);
  if (state->kind == MOU_SEAL_NOT_SIGNED)
    return;

  word = mou_seal_state_dup_word (state);
  sentence = mou_seal_state_describe (state);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state), word);
  set_subtitle (self->state, sentence);
  gtk_widget_set_visible (self->history, state->entry > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->code), state->seal != NULL);
  if (state->seal != NULL)
    set_subtitle (self->code, state->seal);
}
