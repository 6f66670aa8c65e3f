/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Formulas: readable, over variables that exist; and no variable without use. */

#include "mou-check-private.h"

#include "mou-formula.h"

#include <glib/gi18n-lib.h>

static void
add_formula_finding (MouCheckRun *run, int node, const char *code, char *found, char *message)
{
  const MouIndicator *indicator = _mou_check_get_indicator (run, node);

  _mou_check_add (run, node,
                  (MouFinding){ .code = code,
                                .severity = MOU_SEVERITY_ERROR,
                                .entity = MOU_ENTITY_INDICATOR,
                                .row = indicator->id,
                                .field = MOU_INDICATOR_FORMULA,
                                .place = g_strdup_printf ("%s/formula", indicator->code),
                                .found = found,
                                .message = message });
}

static gboolean
has_variable (const MouIndicator *indicator, const char *name)
{
  for (guint i = 0; i < indicator->variables->len; i++)
    if (g_str_equal (g_array_index (indicator->variables, MouVariable, i).name, name))
      return TRUE;

  return FALSE;
}

static void
check_names (MouCheckRun *run, int node, const char *const *names)
{
  const MouIndicator *indicator = _mou_check_get_indicator (run, node);

  for (guint i = 0; names[i] != NULL; i++)
    if (!has_variable (indicator, names[i]))
      add_formula_finding (
          run, node, "formula-unknown-variable", g_strdup (names[i]),
          g_strdup_printf (_ ("The formula of %s uses %s, which is not one of its variables. Add it, or correct the formula."),
                           indicator->code, names[i]));
}

static void
add_unused (MouCheckRun *run, int node, const MouVariable *variable, char *message)
{
  _mou_check_add (run, node,
                  (MouFinding){ .code = "variable-unused",
                                .severity = MOU_SEVERITY_WARNING,
                                .entity = MOU_ENTITY_VARIABLE,
                                .row = variable->id,
                                .field = MOU_VARIABLE_NAME,
                                .place = g_strdup_printf ("%s/variable/%s", _mou_check_get_indicator (run, node)->code, variable->name),
                                .found = g_strdup (variable->name),
                                .message = message });
}

static void
check_use (MouCheckRun *run, int node, const char *const *names)
{
  const MouIndicator *indicator = _mou_check_get_indicator (run, node);

  for (guint i = 0; i < indicator->variables->len; i++)
    {
      const MouVariable *variable = &g_array_index (indicator->variables, MouVariable, i);

      if (!g_strv_contains (names, variable->name))
        add_unused (run, node, variable,
                    g_strdup_printf (_ ("The formula of %s does not use the variable %s. Remove it, or correct the formula."),
                                     indicator->code, variable->name));
    }
}

/* One finding for all of them: what is missing is the formula. */
static void
check_lone_variables (MouCheckRun *run, int node)
{
  const MouIndicator *indicator = _mou_check_get_indicator (run, node);

  if (indicator->variables->len > 0)
    add_unused (run, node, &g_array_index (indicator->variables, MouVariable, 0),
                g_strdup_printf (_ ("%s has variables but no formula that uses them. Enter the formula."), indicator->code));
}

void
_mou_check_formula (MouCheckRun *run, int node)
{
  const MouIndicator *indicator = _mou_check_get_indicator (run, node);
  g_autoptr (MouFormula) formula = NULL;
  g_autoptr (GError) error = NULL;

  if (indicator->formula == NULL)
    {
      check_lone_variables (run, node);
      return;
    }

  formula = mou_formula_parse (indicator->formula, &error);
  if (formula == NULL)
    {
      add_formula_finding (run, node, "formula-invalid", g_strdup (indicator->formula),
                           g_strdup_printf (_ ("The formula of %s cannot be computed: %s"), indicator->code, error->message));
      return;
    }

  check_names (run, node, mou_formula_get_names (formula));
  check_use (run, node, mou_formula_get_names (formula));
}
