/* Operators in 8-bit integers. real = scale * (code - zero). Maps are h x w x c with c fastest; convolution weights are
   [out][tap][in], depthwise weights [tap][channel]. A result is rescaled by a multiplier and a shift in 64 bits, half
   rounded up, the same on every processor; right shifts of negative numbers are arithmetic, as on all that Kinglet
   knows. Processors with 16-bit pairs (Cortex-M4, M7, M33) or vectors (M55) have products of their own, with the same
   sums. */
#include <string.h>

#if defined(USE_CONV) || defined(USE_DEPTHWISE)
#ifdef __GNUC__
#define KERNEL_APART __attribute__((noinline))
#else
#define KERNEL_APART
#endif

typedef struct {
  int32_t a0, a1, b0, b1; /* of two pixels by two channels, or of four channels */
} kernel_sums;
#endif

#if defined(USE_CONV) || defined(USE_DEPTHWISE) || defined(USE_DILATED) || defined(USE_GLOBAL_MEAN) || \
    defined(USE_SCALE) || defined(USE_ADD)
/* Half of it, as a code. */
static inline int8_t half_code(int32_t twice) {
#if defined(__GNUC__) && defined(__ARM_FEATURE_SAT)
  int32_t code;
  __asm__("ssat %0, #8, %1, asr #1" : "=r"(code) : "r"(twice));
  return (int8_t)code;
#else
  const int32_t code = twice >> 1;
  return (int8_t)(code < -128 ? -128 : code > 127 ? 127 : code);
#endif
}
#endif

#if defined(USE_CONV) || defined(USE_DEPTHWISE) || defined(USE_DILATED) || defined(USE_GLOBAL_MEAN) || \
    defined(USE_SCALE)
/* From a shift of 33 on the upper half of the product is all that counts: half a unit of the result lies in it. */
#define UPPER_HALF 33

/* later: the shift less 33; offset: 2 zero + 1. */
static inline int8_t rescale_upper(int32_t sum, int32_t multiplier, int later, int32_t offset) {
  return half_code(((int32_t)(((int64_t)sum * multiplier) >> 32) >> later) + offset);
}

static int8_t rescale(const kernel_geometry *g, int32_t sum, int shift) {
  int32_t code;
  if (shift >= UPPER_HALF) return rescale_upper(sum, g->multiplier, shift - UPPER_HALF, 2 * g->out_zero + 1);
  code = (int32_t)(((int64_t)sum * g->multiplier + ((int64_t)1 << (shift - 1))) >> shift) + g->out_zero;
  return (int8_t)(code < -128 ? -128 : code > 127 ? 127 : code);
}

/* Seldom needed: a rectifier's limits are mostly those of the codes. */
static void limit(const kernel_geometry *g, int8_t *codes, int32_t count) {
  if (g->low == -128 && g->high == 127) return;
  for (; count > 0; --count, ++codes) *codes = (int8_t)(*codes < g->low ? g->low : *codes > g->high ? g->high : *codes);
}
#endif

#ifdef USE_CONV
/* What of a window lies on the map. */
typedef struct {
  int32_t r0, r1, c0, c1;
} kernel_part;
#endif

#ifdef USE_DEPTHWISE
/* What of a window lies on the map, and how far apart its rows and the kernel's are. */
typedef struct {
  int32_t rows, columns, line, skip;
} kernel_window;
#endif
