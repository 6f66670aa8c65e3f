/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-inspector-list: see the header. */

#include "mou-inspector-list.h"
#include "mou-field-row.h"
#include "mou-row-proposal.h"
#include "mou-signing.h"
#include "mou-switch-row.h"
#include "mou-text-row.h"

#include <glib/gi18n.h>

struct _MouInspectorList
{
  MouSection parent_instance;

  GtkWidget *add;

  MouDocument *document; /* weak */
  gint64 owner;          /* the indicator or agreement they are in */
  GPtrArray *editors;    /* MouEditor, borrowed */
  GArray *ids;           /* gint64: the rows they are of, in order */
  gint64 added;          /* the row that wants the focus once it is shown */
};

G_DEFINE_FINAL_TYPE (MouInspectorList, mou_inspector_list, MOU_TYPE_SECTION)

static GType
get_editor_type (const MouField *field)
{
  switch (field->type)
    {
    case MOU_FIELD_TEXT:
    case MOU_FIELD_LONG_TEXT:
      return field->flags & MOU_FIELD_KEY ? MOU_TYPE_FIELD_ROW : MOU_TYPE_TEXT_ROW;
    case MOU_FIELD_BOOLEAN:
      return MOU_TYPE_SWITCH_ROW;
    case MOU_FIELD_DECIMAL:
    case MOU_FIELD_INTEGER:
    case MOU_FIELD_CHOICE:
    case MOU_FIELD_DATE:
    case MOU_FIELD_YEAR:
    case MOU_FIELD_HISTORY:
    case MOU_FIELD_REFERENCE:
    default:
      return MOU_TYPE_FIELD_ROW;
    }
}

static void
remove_cb (MouEditor *editor, MouInspectorList *self)
{
  g_autoptr (GError) error = NULL;

  if (self->document != NULL && !mou_document_delete_row (self->document, mou_editor_get_target (editor)->owner, &error))
    mou_section_report_problem (MOU_SECTION (self), error->message);
}

static void
move_cb (MouEditor *editor, int places, MouInspectorList *self)
{
  g_autoptr (GError) error = NULL;

  if (self->document != NULL && !mou_document_move_row (self->document, mou_editor_get_target (editor)->owner, places, &error))
    mou_section_report_problem (MOU_SECTION (self), error->message);
}

/* That of the indicator the rows are in. */
static gint64
get_agreement (MouInspectorList *self)
{
  const MouRow *owner = mou_register_lookup (mou_document_get_register (self->document), self->owner);

  return owner != NULL ? owner->parent : 0;
}

static void
add_clicked_cb (GtkButton *button, MouInspectorList *self)
{
  const MouEntity entity = mou_section_get_entity (MOU_SECTION (self));
  g_auto (GStrv) values = NULL;
  g_autoptr (GError) error = NULL;

  if (self->document == NULL)
    return;
  if (entity == MOU_ENTITY_REBASE && mou_signing_is_locked (mou_document_get_register (self->document), get_agreement (self)))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.rebase", NULL);
      return;
    }

  values = mou_row_propose (self->document, self->owner, entity);
  if (!mou_document_add_row (self->document, entity, self->owner, (const char *const *) values, &self->added, &error))
    mou_section_report_problem (MOU_SECTION (self), error->message);
}

/* A row of one text is told by its number, one of several by the names of its fields. */
static MouEditor *
add_editor (MouInspectorList *self, const MouField *field, guint number)
{
  const MouEntityInfo *info = mou_entity_get_info (mou_section_get_entity (MOU_SECTION (self)));
  const gboolean alone = mou_field_find_key (info->entity) < 0 && g_str_equal (field->key, "text");
  g_autofree char *title = alone ? g_strdup_printf ("%s %u", _ (info->label), number) : g_strdup (_ (field->label));
  MouEditor *editor = g_object_new (get_editor_type (field), "title", title, NULL);

  g_ptr_array_add (self->editors, editor);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (editor));

  return editor;
}

static void
add_row (MouInspectorList *self, guint number)
{
  guint n_fields;
  const MouField *fields = mou_field_table (mou_section_get_entity (MOU_SECTION (self)), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      MouEditor *editor = add_editor (self, &fields[i], number);

      if (i > 0)
        continue;
      g_object_set (editor, "movable", TRUE, NULL);
      gtk_widget_add_css_class (GTK_WIDGET (editor), "mou-first");
      g_signal_connect_object (editor, "remove", G_CALLBACK (remove_cb), self, 0);
      g_signal_connect_object (editor, "move", G_CALLBACK (move_cb), self, 0);
    }
}

static gboolean
rows_serve (MouInspectorList *self, GPtrArray *rows)
{
  if (self->ids->len != rows->len)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (self->ids, gint64, i) != ((const MouRow *) rows->pdata[i])->id)
      return FALSE;

  return TRUE;
}

/* Editors of one row serve any other: only their number has to be right. */
static void
make_rows (MouInspectorList *self, GPtrArray *rows)
{
  guint n_fields;

  mou_field_table (mou_section_get_entity (MOU_SECTION (self)), &n_fields);
  while (self->editors->len > rows->len * n_fields)
    {
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->editors, self->editors->len - 1));
      g_ptr_array_remove_index (self->editors, self->editors->len - 1);
    }
  for (guint i = self->editors->len / n_fields; i < rows->len; i++)
    add_row (self, i + 1);

  g_array_set_size (self->ids, 0);
  for (guint i = 0; i < rows->len; i++)
    g_array_append_val (self->ids, ((const MouRow *) rows->pdata[i])->id);
}

static void
show_rows (MouInspectorList *self)
{
  guint n_fields;

  mou_field_table (mou_section_get_entity (MOU_SECTION (self)), &n_fields);
  for (guint i = 0; i < self->editors->len; i++)
    {
      const MouTarget target
          = { mou_section_get_entity (MOU_SECTION (self)), g_array_index (self->ids, gint64, i / n_fields), (int) (i % n_fields), 0 };

      mou_editor_show (self->editors->pdata[i], self->document, &target);
    }
}

/* A re-base is what may be added to a signed indicator. */
static void
show_lock (MouInspectorList *self)
{
  const MouEntity entity = mou_section_get_entity (MOU_SECTION (self));
  g_autofree char *reason = mou_signing_dup_reason (mou_document_get_register (self->document), self->owner, entity, -1);

  gtk_widget_set_sensitive (self->add, reason == NULL || entity == MOU_ENTITY_REBASE);
}

static void
focus_added (MouInspectorList *self)
{
  const MouTarget target = { mou_section_get_entity (MOU_SECTION (self)), self->added, -1, 0 };
  MouEditor *editor = self->added != 0 ? mou_section_find_editor (MOU_SECTION (self), &target) : NULL;

  self->added = 0;
  if (editor != NULL)
    mou_editor_take_focus (editor);
}

/* "Conditions"; the button says what it adds. */
static void
name_section (MouInspectorList *self)
{
  static const struct
  {
    MouEntity entity;
    const char *title;
    const char *add;
  } names[] = {
    { MOU_ENTITY_MISSION, N_ ("Missions"), N_ ("Add a mission") },
    { MOU_ENTITY_PARTY, N_ ("Parties"), N_ ("Add a party") },
    { MOU_ENTITY_TERM, N_ ("Terms"), N_ ("Add a term") },
    { MOU_ENTITY_NOTE, N_ ("Notes"), N_ ("Add a note") },
    { MOU_ENTITY_GATE, N_ ("Gates"), N_ ("Add a gate") },
    { MOU_ENTITY_ITEM, N_ ("Checklist"), N_ ("Add an item") },
    { MOU_ENTITY_VARIABLE, N_ ("Variables"), N_ ("Add a variable") },
    { MOU_ENTITY_CONDITION, N_ ("Conditions"), N_ ("Add a condition") },
    { MOU_ENTITY_STRATEGY, N_ ("Strategies"), N_ ("Add a strategy") },
    { MOU_ENTITY_REBASE, N_ ("Re-bases"), N_ ("Add a re-base") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].entity == mou_section_get_entity (MOU_SECTION (self)))
      {
        adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ (names[i].title));
        gtk_widget_set_tooltip_text (self->add, _ (names[i].add));
      }
}

static void
mou_inspector_list_refresh (MouSection *section, const MouSubject *subject)
{
  MouInspectorList *self = MOU_INSPECTOR_LIST (section);
  const MouEntity entity = mou_section_get_entity (section);
  GPtrArray *rows
      = mou_register_get_children (mou_document_get_register (subject->document), mou_subject_get_owner (subject, entity), entity);

  g_set_weak_pointer (&self->document, subject->document);
  self->owner = mou_subject_get_owner (subject, entity);
  if (!rows_serve (self, rows))
    make_rows (self, rows);
  show_rows (self);
  show_lock (self);
  focus_added (self);
}

static void
mou_inspector_list_constructed (GObject *object)
{
  G_OBJECT_CLASS (mou_inspector_list_parent_class)->constructed (object);

  name_section (MOU_INSPECTOR_LIST (object));
}

static void
mou_inspector_list_finalize (GObject *object)
{
  MouInspectorList *self = MOU_INSPECTOR_LIST (object);

  g_clear_weak_pointer (&self->document);
  g_ptr_array_unref (self->editors);
  g_array_unref (self->ids);

  G_OBJECT_CLASS (mou_inspector_list_parent_class)->finalize (object);
}

static void
mou_inspector_list_class_init (MouInspectorListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mou_inspector_list_constructed;
  G_OBJECT_CLASS (klass)->finalize = mou_inspector_list_finalize;
  MOU_SECTION_CLASS (klass)->refresh = mou_inspector_list_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/inspector/mou-inspector-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MouInspectorList, add);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
mou_inspector_list_init (MouInspectorList *self)
{
  self->editors = g_ptr_array_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}
