/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-recovery: see the header. */

#include "mou-recovery.h"
#include "mou-document.h"
#include "mou-recovery-dialog.h"

#include <glib/gi18n.h>

char *
mou_recovery_dup_name (const char *target)
{
  return target != NULL ? g_path_get_basename (target) : g_strdup (_ ("a register that was never saved"));
}

static void
parent_mapped_cb (GtkWindow *dialog)
{
  gtk_window_present (dialog);
}

void
mou_recovery_offer (MouApplication *application, GtkWindow *parent, gboolean thai_digits)
{
  g_autoptr (GPtrArray) copies = mou_document_list_recoverable (NULL);
  GtkWidget *dialog = NULL;

  if (copies->len == 0)
    return;

  /* A window that is still opening its file appears later, and must not come to stand before the question. */
  dialog = mou_recovery_dialog_new (application, parent, copies, thai_digits);
  if (gtk_widget_get_mapped (GTK_WIDGET (parent)))
    gtk_window_present (GTK_WINDOW (dialog));
  else
    g_signal_connect_object (parent, "map", G_CALLBACK (parent_mapped_cb), dialog, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}
