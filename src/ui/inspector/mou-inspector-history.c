/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-inspector-history: see the header. */

#include "mou-inspector-history.h"
#include "mou-field-row.h"

#include <glib/gi18n.h>

#define YEARS 5

struct _MouInspectorHistory
{
  MouSection parent_instance;

  MouEditor *years[YEARS];
};

G_DEFINE_FINAL_TYPE (MouInspectorHistory, mou_inspector_history, MOU_TYPE_SECTION)

static void
make_rows (MouInspectorHistory *self)
{
  for (int i = 0; i < YEARS; i++)
    {
      self->years[i] = g_object_new (MOU_TYPE_FIELD_ROW, NULL);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->years[i]));
    }
}

/* The notes that these years refer to, each once. */
static char *
list_notes (const MouSubject *subject)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < subject->agreement->notes->len; i++)
    {
      const MouNote *note = &g_array_index (subject->agreement->notes, MouNote, i);
      gboolean used = FALSE;

      for (guint j = 0; j < subject->indicator->history->len; j++)
        used = used || g_array_index (subject->indicator->history, MouHistory, j).note == note->number;
      if (used)
        {
          if (text->len > 0)
            g_string_append_c (text, '\n');
          g_string_append_printf (text, _ ("Note %d: %s"), note->number, note->text);
        }
    }

  return g_markup_escape_text (text->str, -1);
}

static void
mou_inspector_history_refresh (MouSection *section, const MouSubject *subject)
{
  MouInspectorHistory *self = MOU_INSPECTOR_HISTORY (section);
  g_autofree char *notes = list_notes (subject);

  if (self->years[0] == NULL)
    make_rows (self);
  for (int i = 0; i < YEARS; i++)
    {
      const MouTarget target = { MOU_ENTITY_HISTORY, subject->indicator->id, subject->agreement->fiscal_year - YEARS + i, 0 };
      g_autofree char *title = g_strdup_printf ("%d", target.index);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->years[i]), title);
      mou_editor_show (self->years[i], subject->document, &target);
    }
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), *notes != '\0' ? notes : NULL);
}

static void
mou_inspector_history_class_init (MouInspectorHistoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MOU_SECTION_CLASS (klass)->refresh = mou_inspector_history_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/inspector/mou-inspector-history.ui");
}

static void
mou_inspector_history_init (MouInspectorHistory *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
