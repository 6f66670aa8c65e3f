/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inspector over a small agreement: what it shows, what it writes, what it refuses, and what it leaves alone. */

#include "document-fixture.h"
#include "mou-document-sign.h"
#include "mou-editor.h"
#include "mou-inspector.h"

#define DEADLINE_US (10 * G_USEC_PER_SEC)

typedef struct
{
  Fixture register_;
  GtkWindow *window;
  GtkWidget *elsewhere; /* something else to focus */
  MouSelection *selection;
  MouInspector *inspector;
} InspectorFixture;

/* Until nothing is left to do, idle work included. */
static void
settle (void)
{
  const gint64 deadline = g_get_monotonic_time () + DEADLINE_US;

  while (g_main_context_pending (NULL))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
select_indicator (InspectorFixture *self, gint64 indicator)
{
  mou_selection_set_indicator (self->selection, indicator);
  settle ();
}

static void
set_up (InspectorFixture *self, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  fixture_init (&self->register_);
  self->selection = mou_selection_new ();
  self->inspector = g_object_new (MOU_TYPE_INSPECTOR, NULL);
  self->elsewhere = gtk_button_new ();
  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_box_append (GTK_BOX (box), self->elsewhere);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->inspector));
  gtk_window_set_child (self->window, box);
  gtk_window_set_default_size (self->window, 500, 700);

  mou_inspector_set_selection (self->inspector, self->selection);
  mou_inspector_set_document (self->inspector, self->register_.document);
  gtk_window_present (self->window);
  while (!gtk_widget_get_mapped (GTK_WIDGET (self->inspector)))
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

static void
tear_down (InspectorFixture *self, gconstpointer data)
{
  mou_inspector_set_document (self->inspector, NULL);
  gtk_window_destroy (self->window);
  g_object_unref (self->selection);
  fixture_clear (&self->register_);
  settle ();
}

typedef gboolean (*Matches) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find_widget (GtkWidget *widget, Matches matches, gconstpointer data)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (matches (widget, data))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, matches, data);

  return found;
}

static gboolean
is_at (GtkWidget *widget, gconstpointer data)
{
  return MOU_IS_EDITOR (widget) && mou_target_matches (mou_editor_get_target (MOU_EDITOR (widget)), data);
}

static gboolean
is_input (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_SWITCH (widget);
}

static gboolean
says (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), text);
}

static gboolean
has_tooltip (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0;
}

/* NULL when the inspector shows no such value. */
static MouEditor *
find_editor (InspectorFixture *self, MouEntity entity, gint64 owner, int index)
{
  const MouTarget target = { entity, owner, index, 0 };
  const MouTarget of_result = { entity, owner, index, self->register_.own };
  GtkWidget *found = find_widget (GTK_WIDGET (self->inspector), is_at, &target);

  return found != NULL ? MOU_EDITOR (found) : (MouEditor *) find_widget (GTK_WIDGET (self->inspector), is_at, &of_result);
}

static MouEditor *
get_editor (InspectorFixture *self, MouEntity entity, gint64 owner, int index)
{
  MouEditor *editor = find_editor (self, entity, owner, index);

  g_assert_nonnull (editor);
  return editor;
}

static char *
dup_text (MouEditor *editor)
{
  return MOU_EDITOR_GET_CLASS (editor)->dup_text (editor);
}

static void
assert_text (MouEditor *editor, const char *expected)
{
  g_autofree char *text = dup_text (editor);

  g_assert_cmpstr (text, ==, expected);
}

/* As keys do, the focus being there. */
static void
type_text (MouEditor *editor, const char *text)
{
  GtkWidget *input = find_widget (GTK_WIDGET (editor), is_input, NULL);

  mou_editor_take_focus (editor);
  if (GTK_IS_TEXT (input))
    gtk_editable_set_text (GTK_EDITABLE (input), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (input)), text, -1);
}

static void
press_enter (MouEditor *editor)
{
  g_signal_emit_by_name (find_widget (GTK_WIDGET (editor), is_input, NULL), "activate");
  settle ();
}

static void
leave (InspectorFixture *self)
{
  gtk_widget_grab_focus (self->elsewhere);
  settle ();
}

static const char *
get (InspectorFixture *self, gint64 row, int field)
{
  return fixture_get (self->register_.document, row, field);
}

static void
undo (InspectorFixture *self)
{
  g_assert_true (mou_document_undo (self->register_.document, NULL));
  settle ();
}

static void
redo (InspectorFixture *self)
{
  g_assert_true (mou_document_redo (self->register_.document, NULL));
  settle ();
}

static void
test_empty (InspectorFixture *self, gconstpointer data)
{
  g_assert_nonnull (find_widget (GTK_WIDGET (self->inspector), says, "No Indicator Selected"));
  select_indicator (self, self->register_.pipes);
  g_assert_nonnull (find_widget (GTK_WIDGET (self->inspector), says, "1.1  โครงการปรับปรุงท่อ"));

  g_assert_true (mou_document_delete_row (self->register_.document, self->register_.pipes, NULL));
  settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (adw_bin_get_child (ADW_BIN (self->inspector)))), ==, "empty");
}

static void
test_enter (InspectorFixture *self, gconstpointer data)
{
  MouEditor *weight;

  select_indicator (self, self->register_.pipes);
  weight = get_editor (self, MOU_ENTITY_INDICATOR, self->register_.pipes, MOU_INDICATOR_WEIGHT);
  assert_text (weight, "10");

  type_text (weight, "๑๒.๕");
  g_assert_cmpstr (get (self, self->register_.pipes, MOU_INDICATOR_WEIGHT), ==, "10");
  press_enter (weight);
  g_assert_cmpstr (get (self, self->register_.pipes, MOU_INDICATOR_WEIGHT), ==, "12.5");
  assert_text (weight, "12.5");

  undo (self);
  assert_text (weight, "10");
  redo (self);
  assert_text (weight, "12.5");
}

static void
test_leaving (InspectorFixture *self, gconstpointer data)
{
  MouEditor *definition;

  select_indicator (self, self->register_.pipes);
  definition = get_editor (self, MOU_ENTITY_INDICATOR, self->register_.pipes, MOU_INDICATOR_DEFINITION);
  type_text (definition, "ความยาวท่อ\nที่ปรับปรุงแล้วเสร็จ");
  leave (self);
  g_assert_cmpstr (get (self, self->register_.pipes, MOU_INDICATOR_DEFINITION), ==, "ความยาวท่อ\nที่ปรับปรุงแล้วเสร็จ");

  self->register_.n_changed = 0;
  mou_editor_take_focus (definition);
  leave (self);
  g_assert_cmpuint (self->register_.n_changed, ==, 0);
}

/* However many letters are typed, and whether they are typed at once: leaving the row writes one entry. */
static void
test_letters (InspectorFixture *self, gconstpointer data)
{
  static const struct
  {
    int field;
    const char *text;
  } rows[] = { { MOU_INDICATOR_DEFINITION, "ความยาวท่อที่ปรับปรุงแล้วเสร็จ" }, { MOU_INDICATOR_OWNER, "ฝ่ายแผน" } };

  select_indicator (self, self->register_.pipes);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MouEditor *editor = get_editor (self, MOU_ENTITY_INDICATOR, self->register_.pipes, rows[i].field);
      const gint64 n = mou_document_get_n_entries (self->register_.document);

      for (const char *end = g_utf8_next_char (rows[i].text);; end = g_utf8_next_char (end))
        {
          g_autofree char *typed = g_strndup (rows[i].text, (gsize) (end - rows[i].text));

          type_text (editor, typed);
          settle ();
          g_assert_cmpint (mou_document_get_n_entries (self->register_.document), ==, n);
          if (*end == '\0')
            break;
        }
      leave (self);
      g_assert_cmpint (mou_document_get_n_entries (self->register_.document), ==, n + 1);
      g_assert_cmpstr (get (self, self->register_.pipes, rows[i].field), ==, rows[i].text);
    }
}

static void
test_refused (InspectorFixture *self, gconstpointer data)
{
  g_autofree char *before = fixture_text (self->register_.document);
  g_autofree char *after = NULL;
  MouEditor *weight;

  select_indicator (self, self->register_.pipes);
  weight = get_editor (self, MOU_ENTITY_INDICATOR, self->register_.pipes, MOU_INDICATOR_WEIGHT);
  type_text (weight, "twelve");
  leave (self);

  assert_text (weight, "twelve");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (weight), "error"));
  g_assert_nonnull (find_widget (GTK_WIDGET (weight), says, "weight"));
  after = fixture_text (self->register_.document);
  g_assert_cmpstr (before, ==, after);

  g_assert_true (mou_document_set_field (self->register_.document, self->register_.pipes, MOU_INDICATOR_UNIT, "ม.", NULL));
  settle ();
  assert_text (weight, "twelve");

  g_assert_true (mou_editor_restore (weight));
  assert_text (weight, "10");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (weight), "error"));
  g_assert_false (mou_editor_restore (weight));
}

static void
test_typing_stays (InspectorFixture *self, gconstpointer data)
{
  MouEditor *name, *unit;

  select_indicator (self, self->register_.pipes);
  name = get_editor (self, MOU_ENTITY_INDICATOR, self->register_.pipes, MOU_INDICATOR_NAME);
  unit = get_editor (self, MOU_ENTITY_INDICATOR, self->register_.pipes, MOU_INDICATOR_UNIT);
  type_text (name, "ชื่อที่ยังพิมพ์ไม่เสร็จ");

  g_assert_true (mou_document_set_field (self->register_.document, self->register_.pipes, MOU_INDICATOR_UNIT, "เมตร", NULL));
  g_assert_true (mou_document_set_field (self->register_.document, self->register_.pipes, MOU_INDICATOR_NAME, "จากที่อื่น", NULL));
  settle ();
  assert_text (name, "ชื่อที่ยังพิมพ์ไม่เสร็จ");
  assert_text (unit, "เมตร");

  leave (self);
  g_assert_cmpstr (get (self, self->register_.pipes, MOU_INDICATOR_NAME), ==, "ชื่อที่ยังพิมพ์ไม่เสร็จ");
}

/* The rows stay where they are, and what was being typed goes to the indicator it was typed for. */
static void
test_moving_on (InspectorFixture *self, gconstpointer data)
{
  MouEditor *weight;

  select_indicator (self, self->register_.pipes);
  weight = get_editor (self, MOU_ENTITY_INDICATOR, self->register_.pipes, MOU_INDICATOR_WEIGHT);
  type_text (weight, "11");
  select_indicator (self, self->register_.income);

  g_assert_cmpstr (get (self, self->register_.pipes, MOU_INDICATOR_WEIGHT), ==, "11");
  g_assert_cmpstr (get (self, self->register_.income, MOU_INDICATOR_WEIGHT), ==, "74");
  g_assert_true (get_editor (self, MOU_ENTITY_INDICATOR, self->register_.income, MOU_INDICATOR_WEIGHT) == weight);
  assert_text (weight, "74");
}

static void
test_kinds (InspectorFixture *self, gconstpointer data)
{
  select_indicator (self, self->register_.strategy);
  g_assert_nonnull (find_editor (self, MOU_ENTITY_INDICATOR, self->register_.strategy, MOU_INDICATOR_WEIGHT));
  g_assert_null (find_editor (self, MOU_ENTITY_INDICATOR, self->register_.strategy, MOU_INDICATOR_FORMULA));
  g_assert_null (find_editor (self, MOU_ENTITY_LEVEL, self->register_.strategy, 1));

  select_indicator (self, self->register_.plan);
  assert_text (get_editor (self, MOU_ENTITY_LEVEL, self->register_.plan, 5), "บรรลุแผน");
  g_assert_true (
      GTK_IS_TEXT_VIEW (find_widget (GTK_WIDGET (get_editor (self, MOU_ENTITY_LEVEL, self->register_.plan, 5)), is_input, NULL)));
  g_assert_null (find_editor (self, MOU_ENTITY_INDICATOR, self->register_.plan, MOU_INDICATOR_GAP));

  select_indicator (self, self->register_.pipes);
  g_assert_true (GTK_IS_TEXT (find_widget (GTK_WIDGET (get_editor (self, MOU_ENTITY_LEVEL, self->register_.pipes, 5)), is_input, NULL)));
  g_assert_true (mou_document_set_level (self->register_.document, self->register_.pipes, 2, "-", NULL));
  settle ();
  g_assert_nonnull (find_editor (self, MOU_ENTITY_INDICATOR, self->register_.pipes, MOU_INDICATOR_GAP));
}

static void
test_choice (InspectorFixture *self, gconstpointer data)
{
  MouEditor *kind;

  select_indicator (self, self->register_.income);
  kind = get_editor (self, MOU_ENTITY_INDICATOR, self->register_.income, MOU_INDICATOR_KIND);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_widget (GTK_WIDGET (kind), is_input, NULL)), MOU_KIND_GATED);
  settle ();
  g_assert_cmpstr (get (self, self->register_.income, MOU_INDICATOR_KIND), ==, "gated");

  /* What belongs to the kind has come; its measure is made by the first value. */
  type_text (get_editor (self, MOU_ENTITY_MEASURE, self->register_.income, MOU_MEASURE_UNIT), "แฟคเตอร์");
  leave (self);
  type_text (get_editor (self, MOU_ENTITY_MEASURE_LEVEL, self->register_.income, 3), "1.08");
  leave (self);
  assert_text (get_editor (self, MOU_ENTITY_MEASURE, self->register_.income, MOU_MEASURE_UNIT), "แฟคเตอร์");
  assert_text (get_editor (self, MOU_ENTITY_MEASURE_LEVEL, self->register_.income, 3), "1.08");

  undo (self);
  undo (self);
  undo (self);
  g_assert_null (find_editor (self, MOU_ENTITY_MEASURE_LEVEL, self->register_.income, 3));
}

static guint
count_rows (InspectorFixture *self, gint64 parent, MouEntity entity)
{
  return mou_register_get_children (mou_document_get_register (self->register_.document), parent, entity)->len;
}

static void
click (InspectorFixture *self, GtkWidget *inside, const char *tooltip)
{
  GtkWidget *button = find_widget (inside, has_tooltip, tooltip);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

/* What the menu of a row does. */
static void
activate (MouEditor *editor, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor), action, NULL));
  settle ();
}

static gint64
get_row (InspectorFixture *self, MouEntity entity, guint index)
{
  GPtrArray *rows = mou_register_get_children (mou_document_get_register (self->register_.document), self->register_.income, entity);

  return ((const MouRow *) rows->pdata[index])->id;
}

static void
test_list (InspectorFixture *self, gconstpointer data)
{
  gint64 first, second;
  MouEditor *name;

  select_indicator (self, self->register_.income);
  click (self, GTK_WIDGET (self->inspector), "Add a variable");
  click (self, GTK_WIDGET (self->inspector), "Add a variable");
  g_assert_cmpuint (count_rows (self, self->register_.income, MOU_ENTITY_VARIABLE), ==, 2);
  first = get_row (self, MOU_ENTITY_VARIABLE, 0);
  second = get_row (self, MOU_ENTITY_VARIABLE, 1);

  name = get_editor (self, MOU_ENTITY_VARIABLE, second, MOU_VARIABLE_NAME);
  type_text (name, "x1");
  leave (self);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (name), "error"));
  type_text (name, "cost");
  leave (self);
  g_assert_cmpstr (get (self, second, MOU_VARIABLE_NAME), ==, "cost");

  activate (get_editor (self, MOU_ENTITY_VARIABLE, second, MOU_VARIABLE_NAME), "editor.move-up");
  g_assert_cmpint (get_row (self, MOU_ENTITY_VARIABLE, 0), ==, second);
  undo (self);
  g_assert_cmpint (get_row (self, MOU_ENTITY_VARIABLE, 0), ==, first);

  activate (get_editor (self, MOU_ENTITY_VARIABLE, first, MOU_VARIABLE_NAME), "editor.remove");
  g_assert_cmpuint (count_rows (self, self->register_.income, MOU_ENTITY_VARIABLE), ==, 1);
  assert_text (get_editor (self, MOU_ENTITY_VARIABLE, second, MOU_VARIABLE_NAME), "cost");
  g_assert_null (find_editor (self, MOU_ENTITY_VARIABLE, first, MOU_VARIABLE_NAME));
  undo (self);
  assert_text (get_editor (self, MOU_ENTITY_VARIABLE, first, MOU_VARIABLE_NAME), "x1");
}

/* Every kind of row can be added, and undone. */
static void
test_additions (InspectorFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *kind;
    const char *button;
    MouEntity entity;
  } cases[] = {
    { "gated", "Add a gate", MOU_ENTITY_GATE },          { "checklist", "Add an item", MOU_ENTITY_ITEM },
    { "linear", "Add a variable", MOU_ENTITY_VARIABLE }, { "linear", "Add a condition", MOU_ENTITY_CONDITION },
    { "linear", "Add a strategy", MOU_ENTITY_STRATEGY }, { "linear", "Add a re-base", MOU_ENTITY_REBASE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (mou_document_set_field (self->register_.document, self->register_.pipes, MOU_INDICATOR_KIND, cases[i].kind, NULL));
      select_indicator (self, self->register_.pipes);
      g_test_message ("%s", cases[i].button);
      click (self, GTK_WIDGET (self->inspector), cases[i].button);
      g_assert_cmpuint (count_rows (self, self->register_.pipes, cases[i].entity), ==, 1);
      undo (self);
      g_assert_cmpuint (count_rows (self, self->register_.pipes, cases[i].entity), ==, 0);
    }
}

static void
show_result (InspectorFixture *self, gint64 assessment, gint64 indicator)
{
  const MouPlace place = { indicator, MOU_ENTITY_RESULT, 0, MOU_RESULT_NARRATIVE, NULL };

  mou_document_set_assessment_id (self->register_.document, assessment);
  select_indicator (self, indicator);
  g_assert_true (mou_inspector_show_place (self->inspector, &place));
  settle ();
}

static void
test_result (InspectorFixture *self, gconstpointer data)
{
  MouEditor *actual, *narrative;

  show_result (self, self->register_.own, self->register_.pipes);
  actual = get_editor (self, MOU_ENTITY_RESULT, self->register_.pipes, MOU_RESULT_VALUE);
  type_text (actual, "1,225");
  leave (self);
  g_assert_nonnull (find_widget (GTK_WIDGET (self->inspector), says, "Score 3.5000"));

  narrative = get_editor (self, MOU_ENTITY_RESULT, self->register_.pipes, MOU_RESULT_NARRATIVE);
  type_text (narrative, "ดำเนินการแล้ว");
  leave (self);
  assert_text (narrative, "ดำเนินการแล้ว");
  assert_text (actual, "1225");

  type_text (actual, "N/A");
  leave (self);
  assert_text (get_editor (self, MOU_ENTITY_RESULT, self->register_.pipes, MOU_RESULT_STATE), "pending");
  undo (self);
  undo (self);
  undo (self);
  assert_text (actual, "");
}

/* What a result is made of: the variables, gates and items there are, each with its value in this assessment. */
static void
test_parts (InspectorFixture *self, gconstpointer data)
{
  const char *const variable[] = { "x1", "ตัวตั้งที่มีชื่อยาวพอจะต้องขึ้นบรรทัดใหม่ในช่องแคบ", "", NULL };
  const char *const item[] = { "หนึ่ง", "100", NULL };
  gint64 variable_id, item_id;

  g_assert_true (
      mou_document_add_row (self->register_.document, MOU_ENTITY_VARIABLE, self->register_.income, variable, &variable_id, NULL));
  g_assert_true (mou_document_add_row (self->register_.document, MOU_ENTITY_ITEM, self->register_.income, item, &item_id, NULL));
  show_result (self, self->register_.own, self->register_.income);

  type_text (get_editor (self, MOU_ENTITY_RESULT_VARIABLE, variable_id, 1), "14.575");
  leave (self);
  type_text (get_editor (self, MOU_ENTITY_RESULT_ITEM, item_id, 1), "2");
  leave (self);
  assert_text (get_editor (self, MOU_ENTITY_RESULT_VARIABLE, variable_id, 1), "14.575");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_editor (self, MOU_ENTITY_RESULT_ITEM, item_id, 1)), "error"));

  type_text (get_editor (self, MOU_ENTITY_RESULT_ITEM, item_id, 1), "0.5");
  leave (self);
  assert_text (get_editor (self, MOU_ENTITY_RESULT_ITEM, item_id, 1), "0.5");
  undo (self);
  undo (self);
  assert_text (get_editor (self, MOU_ENTITY_RESULT_VARIABLE, variable_id, 1), "");
}

static void
test_back_test (InspectorFixture *self, gconstpointer data)
{
  show_result (self, self->register_.backtest, self->register_.pipes);
  g_assert_nonnull (find_widget (GTK_WIDGET (self->inspector), says, "Score 4.4294"));
  g_assert_null (find_editor (self, MOU_ENTITY_RESULT, self->register_.pipes, MOU_RESULT_STATE));
}

static gboolean
is_editable (MouEditor *editor)
{
  GtkWidget *input = find_widget (GTK_WIDGET (editor), is_input, NULL);

  if (GTK_IS_TEXT (input))
    return gtk_editable_get_editable (GTK_EDITABLE (input));
  if (GTK_IS_TEXT_VIEW (input))
    return gtk_text_view_get_editable (GTK_TEXT_VIEW (input));

  return gtk_widget_get_sensitive (input);
}

/* What is signed can be looked at and copied; what is reported goes on, and reopening gives everything back. */
static void
test_signed (InspectorFixture *self, gconstpointer data)
{
  const gint64 pipes = self->register_.pipes;

  mou_document_set_assessment_id (self->register_.document, self->register_.own);
  for (int pass = 0; pass < 3; pass++)
    {
      const gboolean open = pass != 1;

      if (pass == 1)
        g_assert_true (mou_document_sign (self->register_.document, self->register_.agreement, NULL, NULL, TRUE, NULL));
      else if (pass == 2)
        g_assert_true (mou_document_reopen (self->register_.document, self->register_.agreement, "x", NULL, NULL));
      show_result (self, self->register_.own, pipes);
      g_assert_true (is_editable (get_editor (self, MOU_ENTITY_RESULT, pipes, MOU_RESULT_VALUE)));
      select_indicator (self, self->register_.income);
      select_indicator (self, pipes);
      g_assert_true (is_editable (get_editor (self, MOU_ENTITY_INDICATOR, pipes, MOU_INDICATOR_WEIGHT)) == open);
      g_assert_true (is_editable (get_editor (self, MOU_ENTITY_INDICATOR, pipes, MOU_INDICATOR_NAME)) == open);
      g_assert_true (is_editable (get_editor (self, MOU_ENTITY_INDICATOR, pipes, MOU_INDICATOR_KIND)) == open);
      g_assert_true (is_editable (get_editor (self, MOU_ENTITY_LEVEL, pipes, 4)) == open);
      g_assert_true (is_editable (get_editor (self, MOU_ENTITY_HISTORY, pipes, 2564)) == open);
      g_assert_true (gtk_widget_get_sensitive (find_widget (GTK_WIDGET (self->inspector), has_tooltip, "Add a condition")) == open);
      g_assert_true (gtk_widget_get_sensitive (find_widget (GTK_WIDGET (self->inspector), has_tooltip, "Add a re-base")));
      g_assert_true ((find_widget (GTK_WIDGET (self->inspector), says, "Signed on ") == NULL) == open);
    }
}

static void
test_places (InspectorFixture *self, gconstpointer data)
{
  const gint64 pipes = self->register_.pipes;
  const struct
  {
    MouPlace place;
    gboolean found;
  } cases[] = {
    { { pipes, MOU_ENTITY_INDICATOR, pipes, MOU_INDICATOR_OWNER, NULL }, TRUE },
    { { pipes, MOU_ENTITY_LEVEL, 0, MOU_LEVEL_VALUE, "4" }, TRUE },
    { { pipes, MOU_ENTITY_HISTORY, 0, MOU_HISTORY_VALUE, "2564" }, TRUE },
    { { pipes, MOU_ENTITY_RESULT, 0, MOU_RESULT_OBSTACLES, NULL }, TRUE },
    { { pipes, MOU_ENTITY_GATE, 12345, MOU_GATE_TEXT, NULL }, FALSE },
    { { 0, MOU_ENTITY_PARTY, 0, MOU_PARTY_NAME, NULL }, FALSE },
  };

  mou_document_set_assessment_id (self->register_.document, self->register_.own);
  mou_selection_set_indicator (self->selection, pipes);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *focus;

      g_test_message ("place %u", i);
      g_assert_cmpint (mou_inspector_show_place (self->inspector, &cases[i].place), ==, cases[i].found);
      settle ();
      if (!cases[i].found)
        continue;
      focus = gtk_window_get_focus (self->window);
      g_assert_nonnull (focus);
      g_assert_nonnull (gtk_widget_get_ancestor (focus, MOU_TYPE_EDITOR));
    }
}

/* It fits into the pane it is made for, whatever the texts are. */
static void
test_width (InspectorFixture *self, gconstpointer data)
{
  const gint64 indicators[] = { self->register_.strategy, self->register_.pipes, self->register_.plan };

  g_assert_true (mou_document_set_field (self->register_.document, self->register_.pipes, MOU_INDICATOR_NAME,
                                         "โครงการปรับปรุงท่อเพื่อลดอัตราน้ำสูญเสียและเพิ่มประสิทธิภาพการให้บริการในพื้นที่รับผิดชอบทั้งหมด", NULL));
  for (guint i = 0; i < 2 * G_N_ELEMENTS (indicators); i++)
    {
      int minimum;

      if (i < G_N_ELEMENTS (indicators))
        select_indicator (self, indicators[i]);
      else
        show_result (self, self->register_.backtest, indicators[i - G_N_ELEMENTS (indicators)]);
      gtk_widget_measure (GTK_WIDGET (self->inspector), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_test_message ("case %u", i);
      g_assert_cmpint (minimum, <=, 360);
    }
}

#define ADD(path, test) g_test_add (path, InspectorFixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/inspector/empty", test_empty);
  ADD ("/inspector/enter", test_enter);
  ADD ("/inspector/leaving", test_leaving);
  ADD ("/inspector/letters", test_letters);
  ADD ("/inspector/refused", test_refused);
  ADD ("/inspector/typing-stays", test_typing_stays);
  ADD ("/inspector/moving-on", test_moving_on);
  ADD ("/inspector/kinds", test_kinds);
  ADD ("/inspector/choice", test_choice);
  ADD ("/inspector/list", test_list);
  ADD ("/inspector/additions", test_additions);
  ADD ("/inspector/result", test_result);
  ADD ("/inspector/parts", test_parts);
  ADD ("/inspector/back-test", test_back_test);
  ADD ("/inspector/signed", test_signed);
  ADD ("/inspector/places", test_places);
  ADD ("/inspector/width", test_width);

  return g_test_run ();
}
