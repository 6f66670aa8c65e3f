/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Exact rationals: vectors computed elsewhere, the 64-bit path against the GMP path, and sums that stay fast. */

#include "mou-ratio.h"

#include "mou-error.h"
#include "mou-ratio-small.h"

#define RANDOM_ROUNDS 3000
#define MANY_TERMS 50000

typedef MouRatio *(*Operation) (const MouRatio *a, const MouRatio *b);

static MouRatio *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  MouRatio *ratio = mou_ratio_new_from_text (text, &error);

  g_assert_no_error (error);
  return ratio;
}

static void
assert_result (Operation operation, const MouRatio *a, const MouRatio *b, const char *expected)
{
  g_autoptr (MouRatio) result = operation (a, b);
  g_autofree char *text = mou_ratio_to_text (result);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_vectors (void)
{
  /* clang-format off */
  static const struct {
    const char *a, *b, *sum, *difference, *product, *quotient;
    int order;
  } cases[] = {
    { "1734/5129", "1419/412", "7992459/2113148", "-6563643/2113148", "1230273/1056574", "238136/2426017", -1 },
    { "5089/2377", "2477/4949", "31073290/11763773", "19297632/11763773", "1800779/1680539", "25185461/5887829", 1 },
    { "-771925219730983929325014544215/669238556044285472067795356533", "2183/130", "1360597489279647274711745372563589/87001012285757111368813396349290", "-1561298046409703096336249154059489/87001012285757111368813396349290", "-337022550934547583543301350004269/17400202457151422273762679269858", "-100350278565027910812251890747950/1460947767844675185523997263311539", -1 },
    { "8221/4143", "603379334847634579753054652131/737537256328351452247335831779", "8563094368549127352842253296833892/3055616852968360066660712351060397", "3563493200001627225008442449276426/3055616852968360066660712351060397", "4960381511782403880149862295168951/3055616852968360066660712351060397", "6063293784275377288925347873055159/2499800584273750063916905423778733", 1 },
    { "171/485", "2313/2650", "314991/257050", "-133731/257050", "395523/1285250", "10070/24929", -1 },
    { "561683444177858159056267130861/799364571035161299808008652204", "8383/7227", "10760359450061138091790179086158579/5777007754871110713712478529478308", "-2641786947914376260790893976693685/5777007754871110713712478529478308", "4708592312542984947368687358007763/5777007754871110713712478529478308", "4059286251073380915499642554732447/6701073198987757176290536531426132", -1 },
    { "-7330/5727", "5787/611", "28663519/3499197", "-37620779/3499197", "-14139570/1166399", "-4478630/33142149", -1 },
    { "-565/679", "-88286121312677113338917743127/270289196900149613485279910837", "-2192367758967961768827920589754/1892024378301047294396959375859", "-956362060590482182083072185976/1892024378301047294396959375859", "49881658541662569036488524866755/183526364695201587556505059458323", "1574364909779221975455496387865/618002849188739793372424201889", -1 },
    { "-260007631806222966303373502704/313109714261108003450283036661", "-118", "-37206953914616967373436771828702/313109714261108003450283036661", "36686938651004521440830024823294/313109714261108003450283036661", "30680900553134310023798073319072/313109714261108003450283036661", "130003815903111483151686751352/18473473141405372203566699162999", 1 },
    { "8108/5705", "790/1217", "14374386/6942985", "5360486/6942985", "1281064/1388597", "4933718/2253475", 1 },
    { "8723/2958", "-2777/3912", "1439445/642872", "7056457/1928616", "-24223771/11571696", "-5687396/1369061", 1 },
    { "148910784043030872727799315198/544954425449193368739984133487", "-374856148710837654418372446101/224725884587070910075836779930", "-170815409478187525042935771824742361650296904029009666308047/122465365318708967375343599130658185040924081292945362515910", "237743624815436317885525212727829560146138195308760527060327/122465365318708967375343599130658185040924081292945362515910", "-27910061503940905821284986701231083883571537667009982571499/61232682659354483687671799565329092520462040646472681257955", "-33464107668624396421294720451543599247920645639875430376140/204279517146811921464230492276285960898217549668885096684187", 1 },
    { "9223372036854775807", "1", "9223372036854775808", "9223372036854775806", "9223372036854775807", "9223372036854775807", 1 },
    { "-9223372036854775807", "-1", "-9223372036854775808", "-9223372036854775806", "9223372036854775807", "9223372036854775807", -1 },
    { "9223372036854775807", "9223372036854775807", "18446744073709551614", "0", "85070591730234615847396907784232501249", "1", 0 },
    { "1/9223372036854775807", "1/9223372036854775806", "18446744073709551613/85070591730234615838173535747377725442", "-1/85070591730234615838173535747377725442", "1/85070591730234615838173535747377725442", "9223372036854775806/9223372036854775807", -1 },
    { "-9223372036854775808", "1", "-9223372036854775807", "-9223372036854775809", "-9223372036854775808", "-9223372036854775808", -1 },
    { "9223372036854775807/9223372036854775806", "9223372036854775806/9223372036854775807", "170141183460469231676347071494755450885/85070591730234615838173535747377725442", "18446744073709551613/85070591730234615838173535747377725442", "1", "85070591730234615847396907784232501249/85070591730234615828950163710522949636", 1 },
    { "9223372036854775807", "9223372036854775806", "18446744073709551613", "1", "85070591730234615838173535747377725442", "9223372036854775807/9223372036854775806", 1 },
    { "-4611686018427387904", "2", "-4611686018427387902", "-4611686018427387906", "-9223372036854775808", "-2305843009213693952", -1 },
    { "0", "-5/7", "-5/7", "5/7", "0", "0", 1 },
  };
  /* clang-format on */

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MouRatio) a = parse (cases[i].a);
      g_autoptr (MouRatio) b = parse (cases[i].b);

      assert_result (mou_ratio_add, a, b, cases[i].sum);
      assert_result (mou_ratio_subtract, a, b, cases[i].difference);
      assert_result (mou_ratio_multiply, a, b, cases[i].product);
      assert_result (mou_ratio_divide, a, b, cases[i].quotient);
      g_assert_cmpint (mou_ratio_compare (a, b), ==, cases[i].order);
      g_assert_cmpint (mou_ratio_compare (b, a), ==, -cases[i].order);
      g_assert_cmpint (mou_ratio_equal (a, b), ==, cases[i].order == 0);
    }
}

static void
test_new (void)
{
  static const struct
  {
    gint64 numerator, denominator;
    const char *text;
  } cases[] = {
    { 6, -4, "-3/2" },
    { 0, -9, "0" },
    { -8, -4, "2" },
    { G_MININT64, 1, "-9223372036854775808" },
    { G_MININT64, G_MININT64, "1" },
    { 2, G_MININT64, "-1/4611686018427387904" },
    { 1, G_MININT64, "-1/9223372036854775808" },
    { G_MAXINT64, G_MAXINT64, "1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MouRatio) ratio = mou_ratio_new (cases[i].numerator, cases[i].denominator);
      g_autoptr (MouRatio) copy = mou_ratio_copy (ratio);
      g_autofree char *text = mou_ratio_to_text (copy);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (mou_ratio_equal (ratio, copy));
    }
}

static void
test_text (void)
{
  static const struct
  {
    const char *text, *canonical; /* NULL: refused */
  } cases[] = {
    { "0", "0" },   { "-0", "0" },  { "10/4", "5/2" }, { "-6/3", "-2" }, { "007/014", "1/2" }, { "", NULL },
    { "-", NULL },  { "/2", NULL }, { "1/", NULL },    { "1/0", NULL },  { "1/-2", NULL },     { "+1", NULL },
    { " 1", NULL }, { "1 ", NULL }, { "1/2/3", NULL }, { "0x10", NULL }, { "๑", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MouRatio) ratio = mou_ratio_new_from_text (cases[i].text, &error);
      g_autofree char *text = ratio != NULL ? mou_ratio_to_text (ratio) : NULL;

      g_assert_cmpstr (text, ==, cases[i].canonical);
      if (cases[i].canonical == NULL)
        g_assert_error (error, MOU_CORE_ERROR, MOU_CORE_ERROR_INVALID);
    }
}

static void
test_long_text (void)
{
  g_autofree char *text = g_strnfill (MOU_RATIO_MAX_BYTES + 1, '9');
  g_autoptr (GError) error = NULL;

  g_assert_null (mou_ratio_new_from_text (text, &error));
  g_assert_error (error, MOU_CORE_ERROR, MOU_CORE_ERROR_RANGE);
}

static void
test_decimal (void)
{
  static const struct
  {
    MouDecimal decimal;
    const char *text;
  } cases[] = {
    { { 960, 1 }, "96" },
    { { -5, 2 }, "-1/20" },
    { { 1, 18 }, "1/1000000000000000000" },
    { { G_MAXINT64, 0 }, "9223372036854775807" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MouRatio) ratio = mou_ratio_new_from_decimal (cases[i].decimal);
      g_autofree char *text = mou_ratio_to_text (ratio);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpint (mou_ratio_compare_decimal (ratio, cases[i].decimal), ==, 0);
      g_assert_cmpint (mou_ratio_compare_decimal (ratio, (MouDecimal){ -1, 0 }), ==, 1);
    }
}

static void
test_truncate_and_sign (void)
{
  static const struct
  {
    const char *text, *whole;
    int sign;
  } cases[] = {
    { "7/2", "3", 1 },
    { "-7/2", "-3", -1 },
    { "-1/3", "0", -1 },
    { "0", "0", 0 },
    { "100000000000000000000000000001/10", "10000000000000000000000000000", 1 },
    { "-100000000000000000000000000001/100000000000000000000", "-1000000000", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MouRatio) ratio = parse (cases[i].text);
      g_autoptr (MouRatio) whole = mou_ratio_truncate (ratio);
      g_autofree char *text = mou_ratio_to_text (whole);

      g_assert_cmpstr (text, ==, cases[i].whole);
      g_assert_cmpint (mou_ratio_sign (ratio), ==, cases[i].sign);
    }
}

static void
test_double (void)
{
  g_autoptr (MouRatio) small = parse ("-1/3");
  g_autoptr (MouRatio) big = parse ("200000000000000000000000000001/100000000000000000000000000000");

  g_assert_true (ABS (mou_ratio_to_double (small) + 1.0 / 3) < 1e-15);
  g_assert_true (ABS (mou_ratio_to_double (big) - 2) < 1e-15);
}

static MouRatio *
create_random (void)
{
  return mou_ratio_new (g_test_rand_int_range (-30000, 30000), g_test_rand_int_range (1, 30000));
}

/* Computes (a·k op b·k) ÷ k, where k does not fit 64 bits, so that GMP does the work; k² for a product. */
static MouRatio *
compute_with_gmp (Operation operation, const MouRatio *a, const MouRatio *b)
{
  g_autoptr (MouRatio) k = parse ("1208925819614629174706176/717897987691852588770249");
  g_autoptr (MouRatio) k2 = mou_ratio_multiply (k, k);
  g_autoptr (MouRatio) ak = mou_ratio_multiply (a, k);
  g_autoptr (MouRatio) bk = mou_ratio_multiply (b, k);
  g_autoptr (MouRatio) result = operation (ak, bk);

  if (operation == mou_ratio_divide)
    return g_steal_pointer (&result);

  return mou_ratio_divide (result, operation == mou_ratio_multiply ? k2 : k);
}

static void
test_paths_agree (void)
{
  static const Operation operations[] = { mou_ratio_add, mou_ratio_subtract, mou_ratio_multiply, mou_ratio_divide };

  for (guint round = 0; round < RANDOM_ROUNDS; round++)
    {
      g_autoptr (MouRatio) a = create_random ();
      g_autoptr (MouRatio) b = create_random ();

      for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
        {
          g_autoptr (MouRatio) direct = NULL;
          g_autoptr (MouRatio) detour = NULL;

          if (operations[i] == mou_ratio_divide && mou_ratio_sign (b) == 0)
            continue;

          direct = operations[i](a, b);
          detour = compute_with_gmp (operations[i], a, b);
          g_assert_true (mou_ratio_equal (direct, detour));
        }
    }
}

/* -2^63 fits 64 bits, but its negative does not: however it came about, it must have one. */
static void
test_least (void)
{
  g_autoptr (MouRatio) zero = mou_ratio_new (0, 1);
  g_autoptr (MouRatio) one = mou_ratio_new (1, 1);
  g_autoptr (MouRatio) two = mou_ratio_new (2, 1);
  g_autoptr (MouRatio) half = mou_ratio_new (-4611686018427387904, 1);
  g_autoptr (MouRatio) twice = parse ("-18446744073709551616");
  g_autoptr (MouRatio) product = mou_ratio_multiply (half, two);
  g_autoptr (MouRatio) quotient = mou_ratio_divide (twice, two);
  const MouRatio *const leasts[] = { product, quotient };

  for (guint i = 0; i < G_N_ELEMENTS (leasts); i++)
    {
      assert_result (mou_ratio_subtract, zero, leasts[i], "9223372036854775808");
      assert_result (mou_ratio_divide, one, leasts[i], "-1/9223372036854775808");
      assert_result (mou_ratio_add, leasts[i], one, "-9223372036854775807");
    }
}

static void
test_small_overflow (void)
{
  MouRatioSmall result, most = { G_MAXINT64, 1 }, least = { 1, G_MAXINT64 }, other = { 1, G_MAXINT64 - 1 };

  g_assert_false (mou_ratio_small_init (&result, G_MININT64, 2));
  g_assert_false (mou_ratio_small_init (&result, 2, G_MININT64));
  g_assert_false (mou_ratio_small_add (most, (MouRatioSmall){ 1, 1 }, &result));
  g_assert_false (mou_ratio_small_add (least, other, &result));
  g_assert_false (mou_ratio_small_add (mou_ratio_small_negate (most), (MouRatioSmall){ -1, 1 }, &result));
  g_assert_false (mou_ratio_small_multiply (most, most, &result));
  g_assert_false (mou_ratio_small_multiply (least, least, &result));

  g_assert_true (mou_ratio_small_multiply (most, least, &result));
  g_assert_cmpint (result.numerator, ==, 1);
  g_assert_cmpint (result.denominator, ==, 1);
  g_assert_cmpint (mou_ratio_small_compare (least, other), ==, -1);
  g_assert_cmpint (mou_ratio_small_compare (mou_ratio_small_negate (most), most), ==, -1);
}

static void
test_sum (void)
{
  g_autoptr (MouRatioSum) sum = mou_ratio_sum_new ();
  g_autoptr (MouRatio) plain = mou_ratio_new (0, 1);

  for (int i = 0; i <= 300; i++)
    {
      g_autoptr (MouRatio) total = mou_ratio_sum_get (sum);
      g_autoptr (MouRatio) term = mou_ratio_new (i % 3 - 1, i + 1);
      g_autoptr (MouRatio) before = g_steal_pointer (&plain);

      g_assert_true (mou_ratio_equal (total, before));
      mou_ratio_sum_add (sum, term);
      plain = mou_ratio_add (before, term);
    }
}

/* 1/(1·2) + 1/(2·3) + … + 1/(n·(n+1)) is n/(n+1), and the partial sums of any other grouping are unlike. */
static void
test_sum_of_many (void)
{
  g_autoptr (MouRatioSum) sum = mou_ratio_sum_new ();
  g_autoptr (MouRatio) total = NULL;
  g_autofree char *text = NULL;

  for (gint64 i = 0; i < MANY_TERMS; i++)
    {
      gint64 n = (i * 7919) % MANY_TERMS + 1; /* 7919 is prime, so this visits every n once */
      g_autoptr (MouRatio) term = mou_ratio_new (1, n * (n + 1));

      mou_ratio_sum_add (sum, term);
    }

  total = mou_ratio_sum_get (sum);
  text = mou_ratio_to_text (total);
  g_assert_cmpstr (text, ==, "50000/50001");
}

/* Not a limit: with -m perf, prints what the operations of a large evaluation take. */
static void
test_speed (void)
{
  gint64 start = g_get_monotonic_time ();
  double milliseconds;

  for (int i = 0; i < 5000; i++)
    {
      g_autoptr (MouRatio) low = mou_ratio_new_from_decimal ((MouDecimal){ 111000 + i, 2 });
      g_autoptr (MouRatio) high = mou_ratio_new_from_decimal ((MouDecimal){ 116000 + i, 2 });
      g_autoptr (MouRatio) actual = mou_ratio_new_from_decimal ((MouDecimal){ 114147 + i, 2 });
      g_autoptr (MouRatio) length = mou_ratio_subtract (high, low);
      g_autoptr (MouRatio) gain = mou_ratio_subtract (actual, low);
      g_autoptr (MouRatio) part = mou_ratio_divide (gain, length);
      g_autoptr (MouRatio) weight = mou_ratio_new (25, 1000);
      g_autoptr (MouRatio) weighted = mou_ratio_multiply (part, weight);

      g_assert_cmpint (mou_ratio_sign (weighted), ==, 1);
    }
  milliseconds = (double) (g_get_monotonic_time () - start) / 1000;
  g_test_minimized_result (milliseconds, "%.2f ms for 5,000 indicators of 8 operations", milliseconds);
}

/* Small and big ratios keep their values beside one another, over more than one block. */
static void
test_pool (void)
{
  g_autoptr (MouRatioPool) pool = mou_ratio_pool_new ();
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (int i = 0; i < 2000; i++)
    {
      g_autoptr (MouRatio) part = mou_ratio_new (i, G_MAXINT64);

      g_ptr_array_add (kept, (gpointer) mou_ratio_pool_take (pool, i % 3 == 0 ? mou_ratio_multiply (part, part) : mou_ratio_new (i, 7)));
    }

  for (int i = 0; i < 2000; i++)
    {
      g_autoptr (MouRatio) part = mou_ratio_new (i, G_MAXINT64);
      g_autoptr (MouRatio) expected = i % 3 == 0 ? mou_ratio_multiply (part, part) : mou_ratio_new (i, 7);

      g_assert_true (mou_ratio_equal (g_ptr_array_index (kept, (guint) i), expected));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ratio/vectors", test_vectors);
  g_test_add_func ("/ratio/new", test_new);
  g_test_add_func ("/ratio/text", test_text);
  g_test_add_func ("/ratio/long-text", test_long_text);
  g_test_add_func ("/ratio/decimal", test_decimal);
  g_test_add_func ("/ratio/truncate-and-sign", test_truncate_and_sign);
  g_test_add_func ("/ratio/double", test_double);
  g_test_add_func ("/ratio/paths-agree", test_paths_agree);
  g_test_add_func ("/ratio/least", test_least);
  g_test_add_func ("/ratio/small-overflow", test_small_overflow);
  g_test_add_func ("/ratio/sum", test_sum);
  g_test_add_func ("/ratio/sum-of-many", test_sum_of_many);
  if (g_test_perf ())
    g_test_add_func ("/ratio/speed", test_speed);
  g_test_add_func ("/ratio/pool", test_pool);

  return g_test_run ();
}
