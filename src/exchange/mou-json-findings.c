/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Findings as JSON. */

#include "mou-json-evaluation.h"

#include "mou-json-writer.h"

/* Ids are not public, so the fix says only which value is to stand where; the place names the row. */
static void
write_fix (MouJsonWriter *out, const MouFix *fix)
{
  mou_json_writer_key (out, "fix");
  mou_json_writer_begin_object (out);
  mou_json_writer_member_string (out, "entity", mou_entity_get_info (fix->entity)->table);
  if (fix->key != NULL)
    mou_json_writer_member_string (out, "key", fix->key);
  mou_json_writer_member_string (out, "field", mou_field_get (fix->entity, fix->field)->key);
  mou_json_writer_member_string (out, "value", fix->value);
  mou_json_writer_end_object (out);
}

static void
write_finding (MouJsonWriter *out, const MouFinding *finding)
{
  mou_json_writer_begin_object (out);
  mou_json_writer_member_string (out, "code", finding->code);
  mou_json_writer_member_string (out, "severity", mou_severity_key (finding->severity));
  mou_json_writer_member_string (out, "place", finding->place);
  mou_json_writer_member_string (out, "found", finding->found);
  if (finding->expected != NULL)
    mou_json_writer_member_string (out, "expected", finding->expected);
  mou_json_writer_member_string (out, "message", finding->message);
  if (finding->fix != NULL)
    write_fix (out, finding->fix);
  mou_json_writer_end_object (out);
}

char *
mou_json_findings_write (GPtrArray *findings)
{
  g_autoptr (MouJsonWriter) out = NULL;

  g_return_val_if_fail (findings != NULL, NULL);

  out = mou_json_writer_new ();
  mou_json_writer_begin_object (out);
  mou_json_writer_key (out, "findings");
  mou_json_writer_begin_array (out);
  for (guint i = 0; i < findings->len; i++)
    write_finding (out, findings->pdata[i]);
  mou_json_writer_end_array (out);
  mou_json_writer_end_object (out);

  return mou_json_writer_finish (out);
}
