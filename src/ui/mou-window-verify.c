/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-window-verify: does a report, or the code on a paper, carry what the register holds, or held once? */

#include "mou-window-private.h"
#include "mou-canon.h"
#include "mou-file-dialog.h"
#include "mou-report-compare.h"
#include "mou-seal.h"

#include <glib/gi18n.h>

#define DIFFERENCES_MAX 8
#define CODE_CHARACTERS 24

/* What is answered; `good` decides the heading. */
typedef struct
{
  GString *text;
  gboolean good;
} Answer;

static void
add_sentence (Answer *answer, const char *sentence)
{
  g_string_append_printf (answer->text, "%s%s", answer->text->len > 0 ? "\n\n" : "", sentence);
}

static void
add_differences (Answer *answer, GPtrArray *differences, guint n_differences)
{
  g_autofree char *count = g_strdup_printf (ngettext ("It has been changed since it was written, in %u place:",
                                                      "It has been changed since it was written, in %u places:", n_differences),
                                            n_differences);

  add_sentence (answer, count);
  for (guint i = 0; i < differences->len; i++)
    {
      const MouReportDifference *one = differences->pdata[i];

      g_string_append_c (answer->text, '\n');
      g_string_append_printf (answer->text, _ ("%s: %s in the report, %s in the register"), one->place,
                              one->found != NULL ? one->found : _ ("nothing"), one->expected != NULL ? one->expected : _ ("nothing"));
    }
  if (n_differences > differences->len)
    g_string_append (answer->text, "\n…");
}

/* The code has told which content is meant; what the file says is another matter. */
static gboolean
compare_file (MouWindow *self, const char *path, const MouReportSeals *seals, const MouSealMatch *match, Answer *answer, GError **error)
{
  MouRegister *rows = match->rows != NULL ? match->rows : mou_document_get_register (self->document);
  g_autoptr (GPtrArray) differences = NULL;
  guint n_differences = 0;

  if ((match->rows == NULL && !match->current) || !mou_report_can_compare (seals))
    {
      add_sentence (answer, _ ("Only its code was compared."));
      return TRUE;
    }
  if (!mou_report_compare (rows, match->seal->agreement, match->seal->assessment, seals, path, DIFFERENCES_MAX, &differences,
                           &n_differences, error))
    return FALSE;

  if (n_differences > 0)
    add_differences (answer, differences, n_differences);
  else
    add_sentence (answer, _ ("It says the same in every place."));
  answer->good = answer->good && n_differences == 0;

  return TRUE;
}

static void
add_match (Answer *answer, const char *name, const MouSealMatch *match)
{
  g_autofree char *told = match != NULL ? mou_seal_match_describe (match) : NULL;
  g_autofree char *sentence = NULL;

  if (told != NULL)
    sentence = g_strdup_printf ("%s: %s", name, told);
  else
    sentence = g_strdup_printf (_ ("%s: its code is that of no agreement and no evaluation here, now or earlier"), name);
  add_sentence (answer, sentence);
  answer->good = match != NULL && mou_seal_match_is_good (match);
}

/* `path` NULL: a code that was typed. */
static gboolean
judge (MouWindow *self, const char *path, const MouReportSeals *seals, Answer *answer, GError **error)
{
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : g_strdup (seals->agreement);
  g_autoptr (MouSealMatch) match = NULL;
  gboolean only_agreement = FALSE;

  if (!mou_seal_find_report (mou_document_get_register (self->document), self->document, seals->evaluation, seals->agreement, &match,
                             &only_agreement, error))
    return FALSE;

  add_match (answer, name, match);
  if (only_agreement)
    {
      add_sentence (answer, _ ("The scores on it are of no evaluation here."));
      answer->good = FALSE;
    }
  else if (match != NULL && path != NULL)
    return compare_file (self, path, seals, match, answer, error);

  return TRUE;
}

static void
answer_with (MouWindow *self, const char *path, const MouReportSeals *seals)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Answer answer = { text, FALSE };
  g_autoptr (GError) error = NULL;

  if (!judge (self, path, seals, &answer, &error))
    mou_window_alert (self, _ ("It cannot be verified"), error->message);
  else
    mou_window_alert (self, answer.good ? _ ("✓ It is as the register says") : _ ("✗ It is not as the register says"), text->str);
}

static void
verify_code (MouWindow *self, const char *typed)
{
  g_auto (MouReportSeals) seals = { .file = MOU_REPORT_FILE_JSON, .form = MOU_N_FORMS };

  seals.agreement = mou_canon_parse_seal (typed);
  if (seals.agreement != NULL)
    answer_with (self, NULL, &seals);
}

static void
file_chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (MouWindow) self = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_auto (MouReportSeals) seals = { .form = MOU_N_FORMS };
  g_autoptr (GError) error = NULL;

  if (path == NULL || self->document == NULL)
    return;

  if (mou_report_read_seals (path, &seals, &error))
    answer_with (self, path, &seals);
  else
    mou_window_alert (self, _ ("It cannot be verified"), error->message);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, MouWindow *self)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));

  if (self->document == NULL)
    return;
  if (g_str_equal (response, "verify"))
    verify_code (self, gtk_editable_get_text (entry));
  else if (g_str_equal (response, "file"))
    mou_file_dialog_open (GTK_WINDOW (self), _ ("Verify a Report"), MOU_FILE_REPORT, file_chosen_cb, g_object_ref (self));
}

static void
typed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *seal = mou_canon_parse_seal (gtk_editable_get_text (entry));

  adw_message_dialog_set_response_enabled (dialog, "verify", seal != NULL);
}

static GtkWidget *
new_code_entry (AdwMessageDialog *dialog)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "XXXXX-XXXXX-XXXXX-XXXXX");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), CODE_CHARACTERS);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Code on the pages of the report"), -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), dialog, 0);

  return entry;
}

void
mou_window_verify (MouWindow *self)
{
  GtkWidget *widget = adw_message_dialog_new (GTK_WINDOW (self), _ ("Verify a Report"),
                                              _ ("Choose a workbook that was exported from this register, or type the code that stands at "
                                                 "the foot of its pages."));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "file", _ ("Choose a _File…"), "verify", _ ("_Verify Code"), NULL);
  adw_message_dialog_set_extra_child (dialog, new_code_entry (dialog));
  adw_message_dialog_set_response_appearance (dialog, "verify", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, "verify", FALSE);
  adw_message_dialog_set_default_response (dialog, "verify");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
