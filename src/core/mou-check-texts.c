/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must be written down: names, units, gates, signatories; and nothing under the same name or number twice. */

#include "mou-check-private.h"

#include "mou-thai.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_missing_text (MouCheckRun *run, int node, const char *code, int field, char *message)
{
  const MouIndicator *indicator = _mou_check_get_indicator (run, node);

  _mou_check_add (run, node,
                  (MouFinding){ .code = code,
                                .severity = MOU_SEVERITY_WARNING,
                                .entity = MOU_ENTITY_INDICATOR,
                                .row = indicator->id,
                                .field = field,
                                .place = g_strdup_printf ("%s/%s", indicator->code, mou_field_get (MOU_ENTITY_INDICATOR, field)->key),
                                .message = message });
}

/* The unit of what is measured; kinds that measure nothing need none. */
static gboolean
lacks_unit (const MouIndicator *indicator)
{
  if (indicator->kind == MOU_KIND_GATED && indicator->measure != NULL)
    return indicator->measure->unit == NULL;

  return (indicator->kind == MOU_KIND_LINEAR || indicator->kind == MOU_KIND_STEPPED || indicator->kind == MOU_KIND_GATED)
         && indicator->unit == NULL;
}

void
_mou_check_name_and_unit (MouCheckRun *run, int node)
{
  const MouIndicator *indicator = _mou_check_get_indicator (run, node);

  if (indicator->name == NULL)
    add_missing_text (run, node, "name-missing", MOU_INDICATOR_NAME, g_strdup_printf (_ ("%s has no name. Enter one."), indicator->code));
  if (lacks_unit (indicator))
    add_missing_text (run, node, "unit-missing", MOU_INDICATOR_UNIT,
                      g_strdup_printf (_ ("%s has no unit, so its levels cannot be read. Enter one."), indicator->code));
}

void
_mou_check_gates (MouCheckRun *run, int node)
{
  const MouIndicator *indicator = _mou_check_get_indicator (run, node);

  for (guint i = 0; i < indicator->gates->len; i++)
    {
      const MouGate *gate = &g_array_index (indicator->gates, MouGate, i);

      if (gate->text == NULL)
        _mou_check_add (
            run, node,
            (MouFinding){ .code = "gate-without-text",
                          .severity = MOU_SEVERITY_WARNING,
                          .entity = MOU_ENTITY_GATE,
                          .row = gate->id,
                          .field = MOU_GATE_TEXT,
                          .place = g_strdup_printf ("%s/gate/%d", indicator->code, gate->level),
                          .message = g_strdup_printf (_ ("The gate of level %d of %s does not say what must be done. Describe it."),
                                                      gate->level, indicator->code) });
    }
}

static gboolean
has_side (const MouAgreement *agreement, int side)
{
  for (guint i = 0; i < agreement->parties->len; i++)
    if (g_array_index (agreement->parties, MouParty, i).side == side)
      return TRUE;

  return FALSE;
}

void
_mou_check_parties (MouCheckRun *run)
{
  gboolean first = has_side (run->agreement, 1);
  gboolean second = has_side (run->agreement, 2);

  if (first && second)
    return;

  _mou_check_add (run, MOU_CHECK_HEAD,
                  (MouFinding){ .code = "party-missing",
                                .severity = MOU_SEVERITY_WARNING,
                                .entity = MOU_ENTITY_PARTY,
                                .field = -1,
                                .place = g_strdup ("agreement/parties"),
                                .message = g_strdup (first    ? _ ("Nobody signs for the enterprise. Enter the second party.")
                                                     : second ? _ ("Nobody signs for the government. Enter the first party.")
                                                              : _ ("Nobody signs the agreement. Enter both parties.")) });
}

/* Codes that a reader takes for the same: "1.1", "๑.๑", "1.1." */
static char *
fold_code (const char *code)
{
  g_autofree char *folded = mou_thai_search_key (code);
  gsize length = strlen (folded);

  while (length > 0 && (folded[length - 1] == '.' || folded[length - 1] == ' '))
    folded[--length] = '\0';

  return g_steal_pointer (&folded);
}

static void
add_duplicate (MouCheckRun *run, int node, const char *code, MouSeverity severity, int field, const char *found, char *message)
{
  const MouIndicator *indicator = _mou_check_get_indicator (run, node);

  _mou_check_add (run, node,
                  (MouFinding){ .code = code,
                                .severity = severity,
                                .entity = MOU_ENTITY_INDICATOR,
                                .row = indicator->id,
                                .field = field,
                                .place = g_strdup_printf ("%s/%s", indicator->code, mou_field_get (MOU_ENTITY_INDICATOR, field)->key),
                                .found = g_strdup (found),
                                .message = message });
}

/* The index of an earlier node with the same key, or -1; takes `key`. */
static int
find_earlier (GHashTable *seen, char *key, int node)
{
  gpointer earlier;

  if (g_hash_table_lookup_extended (seen, key, NULL, &earlier))
    {
      g_free (key);
      return GPOINTER_TO_INT (earlier);
    }
  g_hash_table_insert (seen, key, GINT_TO_POINTER (node));

  return -1;
}

static void
check_code (MouCheckRun *run, int node, GHashTable *seen)
{
  const MouIndicator *indicator = _mou_check_get_indicator (run, node);
  int earlier = find_earlier (seen, fold_code (indicator->code), node);

  if (earlier >= 0)
    add_duplicate (run, node, "duplicate-code", MOU_SEVERITY_ERROR, MOU_INDICATOR_CODE, indicator->code,
                   g_strdup_printf (_ ("The code %s reads the same as %s. Number them apart."), indicator->code,
                                    _mou_check_get_indicator (run, earlier)->code));
}

/* The same words may head indicators of two groups ("physical", of two waters); in one group they cannot be told apart. */
static void
check_name (MouCheckRun *run, int node, GHashTable *seen)
{
  const MouNode *own = mou_agreement_get_node (run->agreement, (guint) node);
  g_autofree char *folded = own->indicator->name != NULL ? mou_thai_search_key (own->indicator->name) : NULL;
  int earlier = folded != NULL ? find_earlier (seen, g_strdup_printf ("%d %s", own->parent, folded), node) : -1;

  if (earlier >= 0)
    add_duplicate (run, node, "duplicate-name", MOU_SEVERITY_WARNING, MOU_INDICATOR_NAME, own->indicator->name,
                   g_strdup_printf (_ ("%s has the same name as %s. Rename one of them."), own->indicator->code,
                                    _mou_check_get_indicator (run, earlier)->code));
}

void
_mou_check_duplicates (MouCheckRun *run)
{
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint node = 0; node < mou_agreement_get_n_nodes (run->agreement); node++)
    {
      check_code (run, (int) node, codes);
      check_name (run, (int) node, names);
    }
}
