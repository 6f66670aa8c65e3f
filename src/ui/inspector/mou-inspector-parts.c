/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-inspector-parts: see the header. */

#include "mou-inspector-parts.h"
#include "mou-field-row.h"

#include <glib/gi18n.h>

struct _MouInspectorParts
{
  MouSection parent_instance;

  GPtrArray *rows; /* MouEditor, borrowed */
  GArray *ids;     /* gint64: the variable, gate or item of each */
};

G_DEFINE_FINAL_TYPE (MouInspectorParts, mou_inspector_parts, MOU_TYPE_SECTION)

/* What the rows are about, and what they are called together. */
static const struct
{
  MouEntity part;
  MouEntity source;
  const char *title;
  const char *description;
} kinds[] = {
  { MOU_ENTITY_RESULT_VARIABLE, MOU_ENTITY_VARIABLE, N_ ("Values of the Variables"), NULL },
  { MOU_ENTITY_RESULT_GATE, MOU_ENTITY_GATE, N_ ("Gates Fulfilled"), N_ ("1 fulfilled, 0 not; a fraction where the gate is pro rata") },
  { MOU_ENTITY_RESULT_ITEM, MOU_ENTITY_ITEM, N_ ("Items Fulfilled"), N_ ("1 fulfilled, 0 not, or a fraction") },
};

static guint
get_kind (MouInspectorParts *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].part == mou_section_get_entity (MOU_SECTION (self)))
      return i;

  g_return_val_if_reached (0);
}

static const char *
get_or_empty (const MouRow *row, int field)
{
  return mou_row_get (row, field) != NULL ? mou_row_get (row, field) : "";
}

static char *
dup_title (const MouRow *row)
{
  switch ((int) row->entity)
    {
    case MOU_ENTITY_VARIABLE:
      return g_strdup_printf ("%s  %s", mou_row_get (row, MOU_VARIABLE_NAME), get_or_empty (row, MOU_VARIABLE_LABEL));
    case MOU_ENTITY_GATE:
      return g_strdup_printf (_ ("Level %s: %s"), mou_row_get (row, MOU_GATE_LEVEL), get_or_empty (row, MOU_GATE_TEXT));
    default:
      return g_strdup (get_or_empty (row, MOU_ITEM_TEXT));
    }
}

static gboolean
rows_serve (MouInspectorParts *self, GPtrArray *sources)
{
  if (self->ids->len != sources->len)
    return FALSE;

  for (guint i = 0; i < sources->len; i++)
    if (g_array_index (self->ids, gint64, i) != ((const MouRow *) sources->pdata[i])->id)
      return FALSE;

  return TRUE;
}

static void
make_rows (MouInspectorParts *self, GPtrArray *sources)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_array_set_size (self->ids, 0);

  for (guint i = 0; i < sources->len; i++)
    {
      GtkWidget *row = g_object_new (MOU_TYPE_FIELD_ROW, NULL);

      g_array_append_val (self->ids, ((const MouRow *) sources->pdata[i])->id);
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }
}

static void
mou_inspector_parts_refresh (MouSection *section, const MouSubject *subject)
{
  MouInspectorParts *self = MOU_INSPECTOR_PARTS (section);
  const guint kind = get_kind (self);
  GPtrArray *sources
      = mou_register_get_children (mou_document_get_register (subject->document), subject->indicator->id, kinds[kind].source);

  if (!rows_serve (self, sources))
    make_rows (self, sources);
  for (guint i = 0; i < sources->len; i++)
    {
      const MouRow *source = sources->pdata[i];
      const MouTarget target = { kinds[kind].part, source->id, 1, subject->assessment->id };
      g_autofree char *title = dup_title (source);

      adw_preferences_row_set_title (self->rows->pdata[i], title);
      mou_editor_show (self->rows->pdata[i], subject->document, &target);
    }

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ (kinds[kind].title));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         kinds[kind].description != NULL ? _ (kinds[kind].description) : NULL);
}

static void
mou_inspector_parts_finalize (GObject *object)
{
  MouInspectorParts *self = MOU_INSPECTOR_PARTS (object);

  g_ptr_array_unref (self->rows);
  g_array_unref (self->ids);

  G_OBJECT_CLASS (mou_inspector_parts_parent_class)->finalize (object);
}

static void
mou_inspector_parts_class_init (MouInspectorPartsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mou_inspector_parts_finalize;
  MOU_SECTION_CLASS (klass)->refresh = mou_inspector_parts_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/inspector/mou-inspector-parts.ui");
}

static void
mou_inspector_parts_init (MouInspectorParts *self)
{
  self->rows = g_ptr_array_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}
