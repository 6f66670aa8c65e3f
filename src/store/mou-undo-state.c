/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two stacks. Their depth is that of the journal, some tens of bytes an entry. */

#include "mou-undo-state.h"

typedef struct
{
  gint64 entry;
  char *label;
} Step;

struct _MouUndoState
{
  GPtrArray *undoable; /* Step, the next one last */
  GPtrArray *redoable;
};

static void
free_step (gpointer data)
{
  Step *step = data;

  g_free (step->label);
  g_free (step);
}

MouUndoState *
mou_undo_state_new (void)
{
  MouUndoState *self = g_new0 (MouUndoState, 1);

  self->undoable = g_ptr_array_new_with_free_func (free_step);
  self->redoable = g_ptr_array_new_with_free_func (free_step);

  return self;
}

void
mou_undo_state_free (MouUndoState *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->undoable);
  g_ptr_array_unref (self->redoable);
  g_free (self);
}

static gint64
peek (GPtrArray *steps, const char **label)
{
  const Step *step = steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;

  if (label != NULL)
    *label = step != NULL ? step->label : NULL;

  return step != NULL ? step->entry : 0;
}

static gboolean
move_top (GPtrArray *from, GPtrArray *to, gint64 entry)
{
  if (entry == 0 || peek (from, NULL) != entry)
    return FALSE;

  g_ptr_array_add (to, g_ptr_array_steal_index (from, from->len - 1));

  return TRUE;
}

gboolean
mou_undo_state_add (MouUndoState *self, gint64 entry, MouEntryKind kind, gint64 undoes, const char *label)
{
  g_return_val_if_fail (self != NULL && entry > 0, FALSE);

  if (kind == MOU_ENTRY_UNDO)
    return move_top (self->undoable, self->redoable, undoes);
  if (kind == MOU_ENTRY_REDO)
    return move_top (self->redoable, self->undoable, undoes);
  if (undoes != 0)
    return FALSE;

  Step *step = g_new0 (Step, 1);
  step->entry = entry;
  step->label = g_strdup (label);
  g_ptr_array_add (self->undoable, step);
  g_ptr_array_set_size (self->redoable, 0);

  return TRUE;
}

gint64
mou_undo_state_get_undoable (MouUndoState *self, const char **label)
{
  g_return_val_if_fail (self != NULL, 0);

  return peek (self->undoable, label);
}

gint64
mou_undo_state_get_redoable (MouUndoState *self, const char **label)
{
  g_return_val_if_fail (self != NULL, 0);

  return peek (self->redoable, label);
}
