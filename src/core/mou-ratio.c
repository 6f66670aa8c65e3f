/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Exact rationals. A value that fits 64-bit numbers is kept in `small`, and only there; every other is an mpq, so equal values
 * have equal representations. The only file that includes gmp.h. */

#include "mou-ratio.h"

#include "mou-error.h"
#include "mou-ratio-small.h"

#include <glib/gi18n-lib.h>
#include <gmp.h>

/* GMP's "si" functions take a long. */
G_STATIC_ASSERT (sizeof (long) == sizeof (gint64));

/* 2^64 partial sums are more than there can be terms. */
#define SUM_SLOTS 64

struct _MouRatio
{
  MouRatioSmall small; /* valid when `big` is NULL */
  mpq_ptr big;
};

struct _MouRatioSum
{
  MouRatio *slots[SUM_SLOTS]; /* slot i: NULL or the sum of 2^i terms */
};

#define POOL_BLOCK 512

struct _MouRatioPool
{
  GPtrArray *blocks; /* of POOL_BLOCK ratios each, all but the last full */
  guint n_used;      /* of the last block */
  GPtrArray *big;    /* the mpqs of those kept ratios that have one */
};

typedef void (*MpqOperation) (mpq_ptr result, mpq_srcptr a, mpq_srcptr b);

static MouRatio *
create_small (MouRatioSmall small)
{
  MouRatio *self = g_new (MouRatio, 1);

  self->small = small;
  self->big = NULL;
  return self;
}

static gboolean
fits_small (mpz_srcptr value)
{
  return mpz_fits_slong_p (value) && mpz_cmp_si (value, G_MINLONG) != 0;
}

/* Takes over `value`, which must be canonical. */
static MouRatio *
take_mpq (mpq_ptr value)
{
  MouRatio *self = create_small ((MouRatioSmall){ 0, 1 });

  if (fits_small (mpq_numref (value)) && fits_small (mpq_denref (value)))
    {
      self->small = (MouRatioSmall){ mpz_get_si (mpq_numref (value)), mpz_get_si (mpq_denref (value)) };
      mpq_clear (value);
    }
  else
    {
      self->big = g_new (__mpq_struct, 1);
      *self->big = *value;
    }

  return self;
}

static void
init_mpq (mpq_ptr out, const MouRatio *ratio)
{
  mpq_init (out);

  if (ratio->big != NULL)
    {
      mpq_set (out, ratio->big);
    }
  else
    {
      mpz_set_si (mpq_numref (out), ratio->small.numerator);
      mpz_set_si (mpq_denref (out), ratio->small.denominator);
    }
}

static MouRatio *
operate_on_mpq (MpqOperation operation, const MouRatio *a, const MouRatio *b)
{
  mpq_t left, right;

  init_mpq (left, a);
  init_mpq (right, b);
  operation (left, left, right);
  mpq_clear (right);

  return take_mpq (left);
}

static gboolean
are_small (const MouRatio *a, const MouRatio *b)
{
  return a->big == NULL && b->big == NULL;
}

MouRatio *
mou_ratio_new (gint64 numerator, gint64 denominator)
{
  MouRatioSmall small;
  mpq_t value;

  g_return_val_if_fail (denominator != 0, NULL);

  if (mou_ratio_small_init (&small, numerator, denominator))
    return create_small (small);

  mpq_init (value);
  mpz_set_si (mpq_numref (value), numerator);
  mpz_set_si (mpq_denref (value), denominator);
  mpq_canonicalize (value);

  return take_mpq (value);
}

MouRatio *
mou_ratio_new_from_decimal (MouDecimal value)
{
  gint64 denominator = 1;

  g_return_val_if_fail (value.scale <= MOU_DECIMAL_MAX_SCALE, NULL);

  for (guint i = 0; i < value.scale; i++)
    denominator *= 10;

  return mou_ratio_new (value.coefficient, denominator);
}

/* "-?digits(/digits)?" and no further than that: GMP itself would allow spaces. */
static gboolean
is_ratio_text (const char *text)
{
  gsize length;

  text += *text == '-' ? 1 : 0;
  length = strspn (text, "0123456789");
  if (length == 0 || text[length] == '\0')
    return length > 0;

  text += length;
  return *text == '/' && text[1] != '\0' && text[1 + strspn (text + 1, "0123456789")] == '\0';
}

MouRatio *
mou_ratio_new_from_text (const char *text, GError **error)
{
  mpq_t value;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (strnlen (text, MOU_RATIO_MAX_BYTES + 1) > MOU_RATIO_MAX_BYTES)
    {
      g_set_error (error, MOU_CORE_ERROR, MOU_CORE_ERROR_RANGE, _ ("A fraction has at most %d digits."), MOU_RATIO_MAX_BYTES);
      return NULL;
    }

  mpq_init (value);
  if (!is_ratio_text (text) || mpq_set_str (value, text, 10) != 0 || mpz_sgn (mpq_denref (value)) == 0)
    {
      mpq_clear (value);
      g_set_error (error, MOU_CORE_ERROR, MOU_CORE_ERROR_INVALID,
                   _ ("A fraction such as “7/2” was expected: digits, and a divisor that is not zero."));
      return NULL;
    }

  mpq_canonicalize (value);
  return take_mpq (value);
}

MouRatio *
mou_ratio_copy (const MouRatio *ratio)
{
  mpq_t value;

  g_return_val_if_fail (ratio != NULL, NULL);

  if (ratio->big == NULL)
    return create_small (ratio->small);

  init_mpq (value, ratio);
  return take_mpq (value);
}

void
mou_ratio_free (MouRatio *ratio)
{
  if (ratio == NULL)
    return;

  if (ratio->big != NULL)
    {
      mpq_clear (ratio->big);
      g_free (ratio->big);
    }
  g_free (ratio);
}

MouRatio *
mou_ratio_add (const MouRatio *a, const MouRatio *b)
{
  MouRatioSmall sum;

  g_return_val_if_fail (a != NULL && b != NULL, NULL);

  if (are_small (a, b) && mou_ratio_small_add (a->small, b->small, &sum))
    return create_small (sum);

  return operate_on_mpq (mpq_add, a, b);
}

MouRatio *
mou_ratio_subtract (const MouRatio *a, const MouRatio *b)
{
  MouRatioSmall difference;

  g_return_val_if_fail (a != NULL && b != NULL, NULL);

  if (are_small (a, b) && mou_ratio_small_add (a->small, mou_ratio_small_negate (b->small), &difference))
    return create_small (difference);

  return operate_on_mpq (mpq_sub, a, b);
}

MouRatio *
mou_ratio_multiply (const MouRatio *a, const MouRatio *b)
{
  MouRatioSmall product;

  g_return_val_if_fail (a != NULL && b != NULL, NULL);

  if (are_small (a, b) && mou_ratio_small_multiply (a->small, b->small, &product))
    return create_small (product);

  return operate_on_mpq (mpq_mul, a, b);
}

MouRatio *
mou_ratio_divide (const MouRatio *a, const MouRatio *b)
{
  MouRatioSmall quotient;

  g_return_val_if_fail (a != NULL && b != NULL, NULL);
  g_return_val_if_fail (mou_ratio_sign (b) != 0, NULL);

  if (are_small (a, b) && mou_ratio_small_multiply (a->small, mou_ratio_small_invert (b->small), &quotient))
    return create_small (quotient);

  return operate_on_mpq (mpq_div, a, b);
}

MouRatio *
mou_ratio_truncate (const MouRatio *ratio)
{
  mpq_t whole;

  g_return_val_if_fail (ratio != NULL, NULL);

  if (ratio->big == NULL)
    return create_small ((MouRatioSmall){ ratio->small.numerator / ratio->small.denominator, 1 });

  mpq_init (whole);
  mpz_tdiv_q (mpq_numref (whole), mpq_numref (ratio->big), mpq_denref (ratio->big));

  return take_mpq (whole);
}

int
mou_ratio_compare (const MouRatio *a, const MouRatio *b)
{
  mpq_t left, right;
  int order;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if (are_small (a, b))
    return mou_ratio_small_compare (a->small, b->small);

  init_mpq (left, a);
  init_mpq (right, b);
  order = mpq_cmp (left, right);
  mpq_clear (left);
  mpq_clear (right);

  return (order > 0) - (order < 0);
}

gboolean
mou_ratio_equal (const MouRatio *a, const MouRatio *b)
{
  return mou_ratio_compare (a, b) == 0;
}

int
mou_ratio_compare_decimal (const MouRatio *a, MouDecimal b)
{
  g_autoptr (MouRatio) other = NULL;

  g_return_val_if_fail (a != NULL, 0);

  other = mou_ratio_new_from_decimal (b);
  return mou_ratio_compare (a, other);
}

int
mou_ratio_sign (const MouRatio *ratio)
{
  g_return_val_if_fail (ratio != NULL, 0);

  if (ratio->big != NULL)
    return mpq_sgn (ratio->big);

  return (ratio->small.numerator > 0) - (ratio->small.numerator < 0);
}

char *
mou_ratio_to_text (const MouRatio *ratio)
{
  gsize size;

  g_return_val_if_fail (ratio != NULL, NULL);

  if (ratio->big == NULL && ratio->small.denominator == 1)
    return g_strdup_printf ("%" G_GINT64_FORMAT, ratio->small.numerator);
  if (ratio->big == NULL)
    return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, ratio->small.numerator, ratio->small.denominator);

  /* The sign, the slash and the end, as GMP asks. */
  size = mpz_sizeinbase (mpq_numref (ratio->big), 10) + mpz_sizeinbase (mpq_denref (ratio->big), 10) + 3;
  return mpq_get_str (g_malloc (size), 10, ratio->big);
}

double
mou_ratio_to_double (const MouRatio *ratio)
{
  g_return_val_if_fail (ratio != NULL, 0);

  return ratio->big != NULL ? mpq_get_d (ratio->big) : (double) ratio->small.numerator / (double) ratio->small.denominator;
}

MouRatioSum *
mou_ratio_sum_new (void)
{
  return g_new0 (MouRatioSum, 1);
}

/* Like adding one to a binary number: equally many terms meet, so the operands of an addition are of like size. */
void
mou_ratio_sum_add (MouRatioSum *sum, const MouRatio *term)
{
  g_autoptr (MouRatio) carry = NULL;
  guint i;

  g_return_if_fail (sum != NULL && term != NULL);

  carry = mou_ratio_copy (term);
  for (i = 0; sum->slots[i] != NULL; i++)
    {
      g_autoptr (MouRatio) addend = g_steal_pointer (&carry);

      carry = mou_ratio_add (sum->slots[i], addend);
      g_clear_pointer (&sum->slots[i], mou_ratio_free);
    }
  sum->slots[i] = g_steal_pointer (&carry);
}

MouRatio *
mou_ratio_sum_get (const MouRatioSum *sum)
{
  g_autoptr (MouRatio) total = NULL;

  g_return_val_if_fail (sum != NULL, NULL);

  total = mou_ratio_new (0, 1);
  for (guint i = 0; i < SUM_SLOTS; i++)
    if (sum->slots[i] != NULL)
      {
        g_autoptr (MouRatio) addend = g_steal_pointer (&total);

        total = mou_ratio_add (sum->slots[i], addend);
      }

  return g_steal_pointer (&total);
}

void
mou_ratio_sum_free (MouRatioSum *sum)
{
  if (sum == NULL)
    return;

  for (guint i = 0; i < SUM_SLOTS; i++)
    mou_ratio_free (sum->slots[i]);
  g_free (sum);
}

MouRatioPool *
mou_ratio_pool_new (void)
{
  MouRatioPool *pool = g_new (MouRatioPool, 1);

  pool->blocks = g_ptr_array_new_with_free_func (g_free);
  pool->n_used = POOL_BLOCK;
  pool->big = g_ptr_array_new ();

  return pool;
}

const MouRatio *
mou_ratio_pool_take (MouRatioPool *pool, MouRatio *ratio)
{
  MouRatio *block;
  MouRatio *place;

  g_return_val_if_fail (pool != NULL && ratio != NULL, NULL);

  if (pool->n_used == POOL_BLOCK)
    {
      g_ptr_array_add (pool->blocks, g_new (MouRatio, POOL_BLOCK));
      pool->n_used = 0;
    }

  block = g_ptr_array_index (pool->blocks, pool->blocks->len - 1);
  place = &block[pool->n_used++];
  *place = *ratio;
  if (place->big != NULL)
    g_ptr_array_add (pool->big, place->big);
  g_free (ratio);

  return place;
}

void
mou_ratio_pool_free (MouRatioPool *pool)
{
  if (pool == NULL)
    return;

  for (guint i = 0; i < pool->big->len; i++)
    {
      mpq_ptr big = g_ptr_array_index (pool->big, i);

      mpq_clear (big);
      g_free (big);
    }
  g_ptr_array_unref (pool->big);
  g_ptr_array_unref (pool->blocks);
  g_free (pool);
}
