/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-seal-panel: see the header. */

#include "mou-seal-panel.h"
#include "mou-signing-bar.h"

struct _MouSealPanel
{
  AdwBin parent_instance;

  GtkLabel *state;
  GtkWidget *code_line;
  GtkLabel *code;
  GtkWidget *history;
};

G_DEFINE_FINAL_TYPE (MouSealPanel, mou_seal_panel, ADW_TYPE_BIN)

static void
copy_code_cb (MouSealPanel *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), gtk_label_get_text (self->code));
}

static void
mou_seal_panel_class_init (MouSealPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/pages/agreement/mou-seal-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, MouSealPanel, state);
  gtk_widget_class_bind_template_child (widget_class, MouSealPanel, code_line);
  gtk_widget_class_bind_template_child (widget_class, MouSealPanel, code);
  gtk_widget_class_bind_template_child (widget_class, MouSealPanel, history);
  gtk_widget_class_bind_template_callback (widget_class, copy_code_cb);
}

static void
mou_seal_panel_init (MouSealPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The bar above tells already of what was reopened, and of what never had a seal. */
static gboolean
has_something_to_say (const MouSealState *state)
{
  return state->kind != MOU_SEAL_NOT_SIGNED && (state->seal != NULL || state->changed);
}

/* One of the two classes or none; the words and the mark say the same without colour. */
static void
show_state (MouSealPanel *self, const MouSealState *state, gboolean thai_digits)
{
  g_autofree char *text = state->kind == MOU_SEAL_INTACT ? mou_seal_state_dup_word (state) : mou_signing_describe_seal (state, thai_digits);

  gtk_label_set_text (self->state, text);
  gtk_widget_set_visible (GTK_WIDGET (self->state), state->kind != MOU_SEAL_REOPENED);
  gtk_widget_remove_css_class (GTK_WIDGET (self->state), state->changed ? "success" : "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->state), state->changed ? "error" : "success");
}

void
mou_seal_panel_refresh (MouSealPanel *self, MouDocument *document, gboolean thai_digits)
{
  const MouSealState *state;

  g_return_if_fail (MOU_IS_SEAL_PANEL (self));
  g_return_if_fail (MOU_IS_DOCUMENT (document));

  state = mou_document_get_seal_state (document, mou_document_get_agreement_id (document));
  gtk_widget_set_visible (GTK_WIDGET (self), has_something_to_say (state));
  if (!has_something_to_say (state))
    return;

  show_state (self, state, thai_digits);
  gtk_widget_set_visible (self->history, state->entry > 0);
  gtk_widget_set_visible (self->code_line, state->seal != NULL);
  gtk_label_set_text (self->code, state->seal != NULL ? state->seal : "");
}
