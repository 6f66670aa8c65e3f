/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a canonical text to its hash, and to the code that people copy from paper. */

#include "mou-canon.h"

#include <string.h>

#define SEAL_CHARACTERS 20
#define SEAL_GROUP 5

static const char seal_digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

char *
mou_canon_hash (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/* Five bits of the digest, most significant first. */
static guint
get_five_bits (const guint8 *digest, guint index)
{
  guint bit = index * 5;
  guint pair = (guint) digest[bit / 8] << 8 | digest[bit / 8 + 1];

  return (pair >> (11 - bit % 8)) & 31;
}

char *
mou_canon_seal (const char *text)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GString) seal = g_string_new (NULL);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_return_val_if_fail (text != NULL, NULL);

  g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_get_digest (checksum, digest, &length);
  for (guint i = 0; i < SEAL_CHARACTERS; i++)
    {
      if (i > 0 && i % SEAL_GROUP == 0)
        g_string_append_c (seal, '-');
      g_string_append_c (seal, seal_digits[get_five_bits (digest, i)]);
    }

  return g_string_free (g_steal_pointer (&seal), FALSE);
}

/* The digit that was meant; '\0' when it is none. */
static char
read_seal_digit (char typed)
{
  char digit = g_ascii_toupper (typed);

  if (digit == 'O')
    return '0';
  if (digit == 'I' || digit == 'L')
    return '1';

  return digit != '\0' && strchr (seal_digits, digit) != NULL ? digit : '\0';
}

char *
mou_canon_parse_seal (const char *typed)
{
  g_autoptr (GString) seal = g_string_new (NULL);
  guint n_digits = 0;

  g_return_val_if_fail (typed != NULL, NULL);

  for (const char *at = typed; *at != '\0'; at++)
    {
      char digit = read_seal_digit (*at);

      if (*at == '-' || *at == ' ')
        continue;
      if (digit == '\0' || n_digits >= SEAL_CHARACTERS)
        return NULL;
      if (n_digits > 0 && n_digits % SEAL_GROUP == 0)
        g_string_append_c (seal, '-');
      g_string_append_c (seal, digit);
      n_digits++;
    }

  return n_digits == SEAL_CHARACTERS ? g_string_free (g_steal_pointer (&seal), FALSE) : NULL;
}
