/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A string that grows, the depth, and whether a comma is due. */

#include "mou-json-writer.h"

struct _MouJsonWriter
{
  GString *text;
  guint depth;
  gboolean is_first; /* no value yet in the innermost object or array */
  gboolean has_key;  /* a key was written; its value comes next, on the same line */
};

MouJsonWriter *
mou_json_writer_new (void)
{
  MouJsonWriter *self = g_new0 (MouJsonWriter, 1);

  self->text = g_string_new (NULL);
  self->is_first = TRUE;

  return self;
}

void
mou_json_writer_free (MouJsonWriter *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_free (self);
}

static void
break_line (MouJsonWriter *self)
{
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append_c (self->text, ' ');
}

/* Comma, line break and indentation, as far as they are due. */
static void
begin_value (MouJsonWriter *self)
{
  if (!self->has_key && self->depth > 0)
    {
      if (!self->is_first)
        g_string_append_c (self->text, ',');
      break_line (self);
    }
  self->has_key = FALSE;
  self->is_first = FALSE;
}

static void
append_quoted (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (out, "\\n");
      else if (*p == '\t')
        g_string_append (out, "\\t");
      else if ((guchar) *p < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint) (guchar) *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
begin_nested (MouJsonWriter *self, char bracket)
{
  begin_value (self);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->is_first = TRUE;
}

static void
end_nested (MouJsonWriter *self, char bracket)
{
  g_assert (self->depth > 0);
  g_assert (!self->has_key);

  self->depth--;
  if (!self->is_first)
    break_line (self);
  g_string_append_c (self->text, bracket);
  self->is_first = FALSE;
}

void
mou_json_writer_begin_object (MouJsonWriter *self)
{
  begin_nested (self, '{');
}

void
mou_json_writer_end_object (MouJsonWriter *self)
{
  end_nested (self, '}');
}

void
mou_json_writer_begin_array (MouJsonWriter *self)
{
  begin_nested (self, '[');
}

void
mou_json_writer_end_array (MouJsonWriter *self)
{
  end_nested (self, ']');
}

void
mou_json_writer_key (MouJsonWriter *self, const char *key)
{
  begin_value (self);
  append_quoted (self->text, key);
  g_string_append (self->text, ": ");
  self->has_key = TRUE;
}

void
mou_json_writer_string (MouJsonWriter *self, const char *text)
{
  begin_value (self);
  if (text != NULL)
    append_quoted (self->text, text);
  else
    g_string_append (self->text, "null");
}

void
mou_json_writer_integer (MouJsonWriter *self, gint64 number)
{
  begin_value (self);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, number);
}

void
mou_json_writer_boolean (MouJsonWriter *self, gboolean truth)
{
  begin_value (self);
  g_string_append (self->text, truth ? "true" : "false");
}

void
mou_json_writer_null (MouJsonWriter *self)
{
  mou_json_writer_string (self, NULL);
}

void
mou_json_writer_member_string (MouJsonWriter *self, const char *key, const char *text)
{
  mou_json_writer_key (self, key);
  mou_json_writer_string (self, text);
}

void
mou_json_writer_member_integer (MouJsonWriter *self, const char *key, gint64 number)
{
  mou_json_writer_key (self, key);
  mou_json_writer_integer (self, number);
}

void
mou_json_writer_member_boolean (MouJsonWriter *self, const char *key, gboolean truth)
{
  mou_json_writer_key (self, key);
  mou_json_writer_boolean (self, truth);
}

char *
mou_json_writer_finish (MouJsonWriter *self)
{
  GString *text;

  g_return_val_if_fail (self->depth == 0, NULL);

  text = self->text;
  self->text = g_string_new (NULL);
  self->is_first = TRUE;
  g_string_append_c (text, '\n');

  return g_string_free (text, FALSE);
}
