/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-signing-bar: see the header. */

#include "mou-signing-bar.h"
#include "mou-document-sign.h"
#include "mou-moment.h"
#include "mou-signing.h"

#include <glib/gi18n.h>

struct _MouSigningBar
{
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *state;
  GtkLabel *detail;
  GtkWidget *sign;
  GtkWidget *reopen;
  GtkWidget *rebase;

  gboolean of_indicator;
};

G_DEFINE_FINAL_TYPE (MouSigningBar, mou_signing_bar, ADW_TYPE_BIN)

typedef enum
{
  PROP_OF_INDICATOR = 1,
  N_PROPERTIES
} MouSigningBarProperty;
static GParamSpec *properties[N_PROPERTIES];

char *
mou_signing_dup_state (MouRegister *rows, gint64 agreement, gboolean thai_digits)
{
  const MouRow *last = mou_signing_get_last (rows, agreement);
  const char *act = last != NULL ? mou_row_get (last, MOU_SIGNING_ACT) : NULL;
  g_autofree char *day = last != NULL ? mou_moment_format_day (mou_row_get (last, MOU_SIGNING_DATE), thai_digits) : NULL;

  if (!mou_signing_is_locked (rows, agreement))
    return g_strcmp0 (act, "reopened") == 0 ? g_strdup_printf (_ ("Reopened on %s, not signed anew yet"), day)
                                            : g_strdup (_ ("Not signed yet"));
  if (last == NULL)
    return g_strdup (_ ("Signed; no seal was recorded"));

  return g_strdup_printf (g_str_equal (act, "rebased") ? _ ("Signed; re-based on %s") : _ ("Signed on %s"), day);
}

char *
mou_signing_describe_seal (const MouSealState *state, gboolean thai_digits)
{
  g_autofree char *date = state->date != NULL ? mou_moment_format_day (state->date, thai_digits) : NULL;
  g_autofree char *at = state->at != NULL ? mou_moment_format (state->at, thai_digits) : NULL;
  MouSealState shown = *state;

  shown.date = date;
  shown.at = at;

  return mou_seal_state_describe (&shown);
}

static void
append (GString *detail, const char *format, const char *value)
{
  g_autofree char *text = value != NULL ? g_strconcat (format, " ", value, NULL) : NULL;

  if (text != NULL)
    g_string_append_printf (detail, "%s%s", detail->len > 0 ? " · " : "", text);
}

/* What the last act says besides its date and its seal, which mou-seal-panel shows. */
static char *
dup_detail (const MouRow *last)
{
  g_autoptr (GString) detail = g_string_new (NULL);

  if (last != NULL)
    {
      append (detail, _ ("By"), mou_row_get (last, MOU_SIGNING_BY));
      append (detail, _ ("Reason"), mou_row_get (last, MOU_SIGNING_REASON));
    }

  return g_string_free (g_steal_pointer (&detail), FALSE);
}

static gboolean
can_rebase (MouDocument *document, gint64 indicator)
{
  g_autofree char *from = indicator != 0 ? mou_document_dup_rebase_start (document, indicator) : NULL;

  return from != NULL;
}

void
mou_signing_bar_show (MouSigningBar *self, MouDocument *document, gint64 indicator, gboolean thai_digits)
{
  MouRegister *rows = mou_document_get_register (document);
  const gint64 agreement = mou_document_get_agreement_id (document);
  const gboolean locked = mou_signing_is_locked (rows, agreement);
  g_autofree char *state = NULL;
  g_autofree char *detail = NULL;

  g_return_if_fail (MOU_IS_SIGNING_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), agreement != 0 && (locked || !self->of_indicator));
  if (agreement == 0)
    return;

  state = mou_signing_dup_state (rows, agreement, thai_digits);
  detail = self->of_indicator ? g_strdup (_ ("What is signed cannot be typed over.")) : dup_detail (mou_signing_get_last (rows, agreement));
  gtk_image_set_from_icon_name (self->icon, locked ? "changes-prevent-symbolic" : "changes-allow-symbolic");
  gtk_label_set_text (self->state, state);
  gtk_label_set_text (self->detail, detail);
  gtk_label_set_selectable (self->detail, !self->of_indicator);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), *detail != '\0');
  gtk_widget_set_visible (self->sign, !locked && !self->of_indicator);
  gtk_widget_set_visible (self->reopen, locked && !self->of_indicator);
  gtk_widget_set_visible (self->rebase, self->of_indicator && can_rebase (document, indicator));
}

static void
mou_signing_bar_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch ((MouSigningBarProperty) property_id)
    {
    case PROP_OF_INDICATOR:
      g_value_set_boolean (value, MOU_SIGNING_BAR (object)->of_indicator);
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mou_signing_bar_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  switch ((MouSigningBarProperty) property_id)
    {
    case PROP_OF_INDICATOR:
      MOU_SIGNING_BAR (object)->of_indicator = g_value_get_boolean (value);
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mou_signing_bar_class_init (MouSigningBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mou_signing_bar_get_property;
  object_class->set_property = mou_signing_bar_set_property;
  properties[PROP_OF_INDICATOR]
      = g_param_spec_boolean ("of-indicator", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/signing/mou-signing-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MouSigningBar, icon);
  gtk_widget_class_bind_template_child (widget_class, MouSigningBar, state);
  gtk_widget_class_bind_template_child (widget_class, MouSigningBar, detail);
  gtk_widget_class_bind_template_child (widget_class, MouSigningBar, sign);
  gtk_widget_class_bind_template_child (widget_class, MouSigningBar, reopen);
  gtk_widget_class_bind_template_child (widget_class, MouSigningBar, rebase);
}

static void
mou_signing_bar_init (MouSigningBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
