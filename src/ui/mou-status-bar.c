/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-status-bar: see the header. */

#include "mou-status-bar.h"
#include "mou-rounding.h"
#include "mou-seal-state.h"
#include "mou-signing-bar.h"
#include "mou-signing.h"

#include <glib/gi18n.h>

struct _MouStatusBar
{
  AdwBin parent_instance;

  GtkWidget *signing;
  GtkLabel *signing_label;
  GtkLabel *weight;
  GtkLabel *score;
  GtkButton *seal;
  GtkButton *findings;

  MouDocument *document;
  guint seal_id;
};

G_DEFINE_FINAL_TYPE (MouStatusBar, mou_status_bar, ADW_TYPE_BIN)

/* One of the two classes, never both; the words and the mark say the same without colour. */
static void
mark (GtkWidget *widget, gboolean good)
{
  gtk_widget_remove_css_class (widget, good ? "error" : "success");
  gtk_widget_add_css_class (widget, good ? "success" : "error");
}

static void
show_weight (MouStatusBar *self, const MouEvaluation *evaluation)
{
  const MouDecimal whole = { 100, 0 };
  const gboolean good = mou_ratio_compare_decimal (evaluation->weight, whole) == 0;
  g_autofree char *weight = mou_rounding_to_short_text (evaluation->weight, MOU_SCORE_PLACES);
  g_autofree char *text
      = good ? g_strdup_printf (_ ("Σ weight %s ✓"), weight) : g_strdup_printf (_ ("Σ weight %s ✗ (should be 100)"), weight);

  gtk_label_set_text (self->weight, text);
  mark (GTK_WIDGET (self->weight), good);
}

static void
show_score (MouStatusBar *self, const MouEvaluation *evaluation)
{
  g_autofree char *score = NULL;
  g_autofree char *evaluated = NULL;
  g_autofree char *weight = NULL;
  g_autofree char *text = NULL;

  if (evaluation->total == NULL)
    {
      gtk_label_set_text (self->score, _ ("No score yet"));
      return;
    }

  score = mou_rounding_to_text (evaluation->total, MOU_SCORE_PLACES);
  evaluated = mou_rounding_to_short_text (evaluation->evaluated_weight, MOU_SCORE_PLACES);
  weight = mou_rounding_to_short_text (evaluation->weight, MOU_SCORE_PLACES);
  text = evaluation->complete ? g_strdup_printf (_ ("score %s"), score)
                              : g_strdup_printf (_ ("score %s of weight %s/%s, provisional"), score, evaluated, weight);
  gtk_label_set_text (self->score, text);
}

static void
show_findings (MouStatusBar *self, GPtrArray *findings)
{
  g_autofree char *text = findings->len == 0 ? g_strdup (_ ("✓ no findings"))
                                             : g_strdup_printf (ngettext ("%u finding", "%u findings", findings->len), findings->len);

  gtk_button_set_label (self->findings, text);
}

/* Only while it is signed: a draft needs no mark. */
static void
show_signing (MouStatusBar *self)
{
  MouRegister *rows = mou_document_get_register (self->document);
  const gint64 agreement = mou_document_get_agreement_id (self->document);
  const gboolean locked = mou_signing_is_locked (rows, agreement);
  g_autofree char *state = locked ? mou_signing_dup_state (rows, agreement, FALSE) : NULL;

  gtk_widget_set_visible (self->signing, locked);
  gtk_label_set_text (self->signing_label, locked ? state : "");
}

/* What has no seal says nothing; a broken one leads to the history. */
static void
show_seal (MouStatusBar *self)
{
  const MouSealState *state = mou_document_get_seal_state (self->document, mou_document_get_agreement_id (self->document));
  g_autofree char *word = mou_seal_state_dup_word (state);
  g_autofree char *sentence = mou_signing_describe_seal (state, FALSE);
  g_autofree char *tooltip = state->seal != NULL ? g_strdup_printf ("%s\n%s", sentence, state->seal) : g_strdup (sentence);

  gtk_widget_set_visible (GTK_WIDGET (self->seal), state->kind != MOU_SEAL_NOT_SIGNED);
  gtk_button_set_label (self->seal, word);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->seal), tooltip);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->seal), "s", state->entry > 0 ? "history" : "agreement");
  mark (GTK_WIDGET (self->seal), !state->changed);
}

static gboolean
show_seal_cb (gpointer data)
{
  MouStatusBar *self = data;

  self->seal_id = 0;
  if (mou_document_get_agreement_id (self->document) != 0)
    show_seal (self);

  return G_SOURCE_REMOVE;
}

/* The first seal of a large agreement takes a while, for which no frame shall wait. */
static void
queue_seal (MouStatusBar *self)
{
  if (self->seal_id == 0)
    self->seal_id = g_idle_add_full (G_PRIORITY_LOW, show_seal_cb, self, NULL);
}

static void
refresh (MouStatusBar *self)
{
  const MouEvaluation *evaluation = mou_document_get_evaluation (self->document);
  const gboolean empty = evaluation == NULL;

  show_signing (self);
  gtk_widget_set_visible (GTK_WIDGET (self->weight), !empty);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), !empty);
  if (empty)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->seal), FALSE);
      gtk_label_set_text (self->score, _ ("No agreement yet"));
      return;
    }

  show_weight (self, evaluation);
  show_score (self, evaluation);
  queue_seal (self);
  show_findings (self, mou_document_get_findings (self->document));
}

static void
mou_status_bar_dispose (GObject *object)
{
  mou_status_bar_set_document (MOU_STATUS_BAR (object), NULL);

  G_OBJECT_CLASS (mou_status_bar_parent_class)->dispose (object);
}

static void
mou_status_bar_class_init (MouStatusBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mou_status_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/mou-status-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MouStatusBar, signing);
  gtk_widget_class_bind_template_child (widget_class, MouStatusBar, signing_label);
  gtk_widget_class_bind_template_child (widget_class, MouStatusBar, weight);
  gtk_widget_class_bind_template_child (widget_class, MouStatusBar, score);
  gtk_widget_class_bind_template_child (widget_class, MouStatusBar, seal);
  gtk_widget_class_bind_template_child (widget_class, MouStatusBar, findings);
}

static void
mou_status_bar_init (MouStatusBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mou_status_bar_set_document (MouStatusBar *self, MouDocument *document)
{
  g_return_if_fail (MOU_IS_STATUS_BAR (self));

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_handle_id (&self->seal_id, g_source_remove);
  g_set_object (&self->document, document);
  if (document == NULL)
    return;

  g_signal_connect_object (document, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}
