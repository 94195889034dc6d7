/* Runs the exported int8 kernels (kernels.c) and the plain loops on random shapes and compares all codes. MAPS_END: an
   address behind which nothing can be read, so that a read past a map stops the program. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

typedef int8_t model_value;
#include "kernels.c"
#include "plain_loops.c"

#ifdef MAPS_END
#define MAP(bytes, end) ((int8_t *)(end) - (bytes))
#define FREE(map) (void)(map)
#else
#define MAP(bytes, end) ((int8_t *)malloc((size_t)(bytes)))
#define FREE(map) free(map)
#define MAPS_END 0
#endif

enum { SHAPES = 500, MOST = 24000, CHANNELS = 64 };

static int8_t expected[MOST], got[MOST], all_else[MOST];
static int32_t bias[CHANNELS], folded[CHANNELS];
static uint8_t shifts[CHANNELS];
static uint32_t state = 1;

static int between(int low, int high) {
  state = state * 1664525u + 1013904223u;
  return low + (int)((state >> 8) % (uint32_t)(high - low + 1));
}

static int8_t *fill(int8_t *codes, long count, int low) {
  long i;
  for (i = 0; i < count; ++i) codes[i] = (int8_t)between(low, 127);
  return codes;
}

/* Small maps of any channels; rows alone, single pixels and 1 x 1 kernels often. */
static kernel_geometry any_geometry(int depthwise) {
  kernel_geometry g;
  int kh = between(1, 5), kw = between(1, 7), sh = between(1, 3), sw = between(1, 3), same = between(0, 1);
  memset(&g, 0, sizeof g);
  g.h = between(1, 9);
  g.w = between(1, 12);
  g.c = between(0, 3) ? between(1, 20) : between(20, 40);
  if (between(0, 2) == 0) g.h = kh = 1;
  if (between(0, 2) == 0) kh = kw = sh = sw = 1;
  if (between(0, 5) == 0) g.h = g.w = kh = kw = 1;
  if (!depthwise && between(0, 7) == 0) {
    kh = g.h; /* a dense layer of a whole map */
    kw = g.w;
    same = 0;
  }
  g.oc = depthwise ? g.c : between(1, 13);
  if (!same && kh > g.h) kh = g.h;
  if (!same && kw > g.w) kw = g.w;
  g.oh = same ? (g.h + sh - 1) / sh : (g.h - kh) / sh + 1;
  g.ow = same ? (g.w + sw - 1) / sw : (g.w - kw) / sw + 1;
  if (same) {
    const int down = (g.oh - 1) * sh + kh - g.h, across = (g.ow - 1) * sw + kw - g.w;
    g.pt = (signed char)(down > 0 ? down / 2 : 0);
    g.pl = (signed char)(across > 0 ? across / 2 : 0);
  }
  g.kh = (signed char)kh;
  g.kw = (signed char)kw;
  g.sh = (signed char)sh;
  g.sw = (signed char)sw;
  return g;
}

/* Scales so that most codes are within their limits; small shifts too, which need the long form. */
static void any_scale(kernel_geometry *g, int least) {
  g->in_zero = (short)between(-128, 127);
  g->shift = (signed char)between(least, 47);
  g->multiplier = 0x40000000 + between(0, 0x3fffff) * 255;
  if (g->shift < 34) g->multiplier >>= 34 - g->shift;
  g->out_zero = -128;
  g->low = -128;
  g->high = 127;
  if (between(0, 2) == 0) {
    g->out_zero = g->low = (short)between(-128, 100);
    g->high = (short)between(g->low, 127);
  }
}

static int differs(const char *what, const kernel_geometry *g, long count) {
  if (!memcmp(expected, got, (size_t)count)) return 0;
  printf("%s differs: map %d x %d x %d to %d x %d x %d, kernel %d x %d, stride %d %d, pad %d %d, zero %d, shift %d\n", what,
         (int)g->h, (int)g->w, (int)g->c, (int)g->oh, (int)g->ow, (int)g->oc, g->kh, g->kw, g->sh, g->sw, g->pt, g->pl,
         g->in_zero, g->shift);
  return 1;
}

static int try_convolution(int depthwise) {
  kernel_geometry g = any_geometry(depthwise);
  const long each = (long)g.kh * g.kw * (depthwise ? 1 : g.c), maps = (long)g.h * g.w * g.c;
  const int weights_last = between(0, 1);
  int8_t *in, *weights;
  int o, bad;
  long i;
  if (each * g.oc > MOST || maps > MOST) return 0;
  any_scale(&g, 28);
  /* The map or the weights are the last that can be read. */
  in = fill(MAPS_END && weights_last ? all_else : MAP(maps, MAPS_END), maps, -128);
  weights = fill(MAPS_END && !weights_last ? all_else : MAP(each * g.oc, MAPS_END), each * g.oc, -127);
  for (o = 0; o < g.oc; ++o) {
    int32_t sum = 0;
    for (i = 0; i < each; ++i) sum += weights[depthwise ? i * g.oc + o : o * each + i];
    bias[o] = between(-30000, 30000);
    folded[o] = bias[o] - g.in_zero * sum;
    shifts[o] = (uint8_t)(between(0, 1) ? between(0, 15) : 0);
  }
  memset(expected, 85, sizeof expected);
  memset(got, 85, sizeof got);
  if (depthwise) {
    plain_depthwise(&g, in, weights, bias, shifts, expected);
    kernel_depthwise(&g, in, weights, bias, shifts, got);
  } else {
    plain_conv(&g, in, weights, bias, shifts, expected);
    kernel_conv(&g, in, weights, folded, shifts, got);
  }
  bad = differs(depthwise ? "depthwise" : "convolution", &g, sizeof got);
  FREE(in);
  FREE(weights);
  return bad;
}

static int try_pools(void) {
  kernel_geometry g = any_geometry(1);
  const long maps = (long)g.h * g.w * g.c;
  int8_t *const in = fill(MAP(maps, MAPS_END), maps, -128);
  int average, bad = 0;
  for (average = 0; average < 2; ++average) {
    memset(expected, 85, sizeof expected);
    memset(got, 85, sizeof got);
    plain_pool(&g, in, average, expected);
    kernel_pool(&g, in, average, got);
    bad += differs(average ? "mean" : "maximum", &g, sizeof got);
  }
  any_scale(&g, 28);
  memset(expected, 85, sizeof expected);
  memset(got, 85, sizeof got);
  plain_global_mean(&g, in, expected);
  kernel_global_mean(&g, in, got);
  bad += differs("mean of the map", &g, sizeof got);
  FREE(in);
  return bad;
}

static int try_pairs(void) {
  kernel_geometry g = any_geometry(1);
  const int32_t count = g.h * g.w * g.c, shift = between(1, 20), factor = between(0, 1 << 20), other = between(0, 1 << 20);
  const int zero = between(-128, 127);
  int8_t *const a = fill(MAP(count, MAPS_END), count, -128), *const b = fill(MAP(count, (uintptr_t)MAPS_END - (uintptr_t)count), count, -128);
  int bad;
  any_scale(&g, 20);
  memset(expected, 85, sizeof expected);
  memset(got, 85, sizeof got);
  plain_add(a, b, count, g.in_zero, zero, factor, other, shift, g.out_zero, g.low, g.high, expected);
  kernel_add(a, b, count, g.in_zero, zero, factor, other, shift, g.out_zero, g.low, g.high, got);
  bad = differs("sum", &g, sizeof got);
  memset(expected, 85, sizeof expected);
  memset(got, 85, sizeof got);
  plain_scale(&g, a, b, zero, expected);
  kernel_scale(&g, a, b, zero, got);
  bad += differs("product with a gate", &g, sizeof got);
  FREE(a);
  FREE(b);
  return bad;
}

int main(void) {
  int bad = 0, i;
  for (i = 0; i < SHAPES; ++i) bad += try_convolution(0) + try_convolution(1);
  for (i = 0; i < SHAPES / 3; ++i) bad += try_pools() + try_pairs();
  printf("%d of %d shapes differ\n", bad, 2 * SHAPES + 2 * (SHAPES / 3));
  fflush(stdout);
  exit(bad != 0);
}
