/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-json-writer: JSON text, one value a line, indented by one space; the same calls give the same bytes.
 *
 * Inside an object every value follows its key. Nothing is escaped that need not be. Callers: the writers of this folder, cli. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MouJsonWriter MouJsonWriter;

MouJsonWriter *mou_json_writer_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mou_json_writer_free (MouJsonWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouJsonWriter, mou_json_writer_free)

void mou_json_writer_begin_object (MouJsonWriter *self);
void mou_json_writer_end_object (MouJsonWriter *self);
void mou_json_writer_begin_array (MouJsonWriter *self);
void mou_json_writer_end_array (MouJsonWriter *self);
void mou_json_writer_key (MouJsonWriter *self, const char *key);
void mou_json_writer_string (MouJsonWriter *self, const char *text); /* NULL writes null */
void mou_json_writer_integer (MouJsonWriter *self, gint64 number);
void mou_json_writer_boolean (MouJsonWriter *self, gboolean truth);
void mou_json_writer_null (MouJsonWriter *self);

/* Key and value at once. */
void mou_json_writer_member_string (MouJsonWriter *self, const char *key, const char *text);
void mou_json_writer_member_integer (MouJsonWriter *self, const char *key, gint64 number);
void mou_json_writer_member_boolean (MouJsonWriter *self, const char *key, gboolean truth);

/* The text with a line break at its end; the writer is empty afterwards. */
char *mou_json_writer_finish (MouJsonWriter *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
