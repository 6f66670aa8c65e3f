/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-cell-marks: see the header. */

#include "mou-cell-marks.h"

struct _MouCellMarks
{
  GPtrArray *findings;    /* keeps them alive */
  GHashTable *indicators; /* id (gint64 *) → GArray of MouCellMark */
};

const char *
mou_finding_get_row_key (const MouFinding *finding, MouRegister *rows)
{
  MouRow *row = mou_register_lookup (rows, finding->row);
  const MouField *fields = NULL;
  guint n_fields = 0;

  if (row == NULL || row->entity != finding->entity)
    return finding->fix != NULL ? finding->fix->key : NULL;

  fields = mou_field_table (row->entity, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    if (fields[i].flags & MOU_FIELD_KEY)
      return mou_row_get (row, (int) i);

  return NULL;
}

static void
add (MouCellMarks *self, const MouFinding *finding, const char *key)
{
  GArray *marks = g_hash_table_lookup (self->indicators, &finding->indicator);
  const MouCellMark mark = { finding, key };

  if (marks == NULL)
    {
      marks = g_array_new (FALSE, FALSE, sizeof (MouCellMark));
      g_hash_table_insert (self->indicators, g_memdup2 (&finding->indicator, sizeof finding->indicator), marks);
    }
  g_array_append_val (marks, mark);
}

MouCellMarks *
mou_cell_marks_new (MouDocument *document)
{
  MouCellMarks *self = g_new0 (MouCellMarks, 1);

  self->findings = g_ptr_array_ref (mou_document_get_findings (document));
  self->indicators = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < self->findings->len; i++)
    {
      const MouFinding *finding = self->findings->pdata[i];

      if (finding->indicator != 0)
        add (self, finding, mou_finding_get_row_key (finding, mou_document_get_register (document)));
    }

  return self;
}

void
mou_cell_marks_free (MouCellMarks *self)
{
  g_hash_table_unref (self->indicators);
  g_ptr_array_unref (self->findings);
  g_free (self);
}

const GArray *
mou_cell_marks_get (MouCellMarks *self, gint64 indicator)
{
  return g_hash_table_lookup (self->indicators, &indicator);
}
