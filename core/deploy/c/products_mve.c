/* ---- products by vectors of 16 bytes ---- */
#include <arm_mve.h>

#define KERNEL_VECTORS

#if defined(USE_CONV) || defined(USE_DEPTHWISE) || defined(USE_SCALE)
/* Four codes by the upper halves of their products; earlier: 33 less the shift. */
static inline int32x4_t upper_codes(const kernel_geometry *g, int32x4_t sums, int32x4_t earlier) {
  const int32x4_t upper = vshlq_s32(vmulhq_s32(sums, vdupq_n_s32(g->multiplier)), earlier);
  const int32x4_t codes = vshrq_n_s32(vaddq_n_s32(upper, 2 * g->out_zero + 1), 1);
  return vmaxq_s32(vminq_s32(codes, vdupq_n_s32(127)), vdupq_n_s32(-128));
}
#endif

#if defined(USE_CONV) || defined(USE_DEPTHWISE)
static inline void rescale_4(const kernel_geometry *g, int32x4_t sums, uint32x4_t shifts, int8_t *out) {
  vstrbq_s32(out, upper_codes(g, sums, vsubq_s32(vdupq_n_s32(UPPER_HALF - g->shift), vreinterpretq_s32_u32(shifts))));
}
#endif

#ifdef USE_CONV
static inline int32_t add_all(int32_t sum, const int8_t *k, int32_t count) {
  for (; count >= 16; count -= 16, k += 16) sum = vaddvaq_s8(sum, vldrbq_s8(k));
  if (count > 0) sum = vaddvaq_s8(sum, vldrbq_z_s8(k, vctp8q((uint32_t)count)));
  return sum;
}

/* Two pixels x, y by two channels k, l: each value read is used twice. */
static inline void products_2x2(kernel_sums *sums, const int8_t *x, const int8_t *y, const int8_t *k, const int8_t *l,
                                int32_t count) {
  for (; count > 0; count -= 16, x += 16, y += 16, k += 16, l += 16) {
    const mve_pred16_t some = vctp8q((uint32_t)count);
    const int8x16_t m = vldrbq_z_s8(k, some), n = vldrbq_z_s8(l, some);
    int8x16_t values = vldrbq_z_s8(x, some);
    sums->a0 = vmladavaq_s8(sums->a0, values, m);
    sums->a1 = vmladavaq_s8(sums->a1, values, n);
    values = vldrbq_z_s8(y, some);
    sums->b0 = vmladavaq_s8(sums->b0, values, m);
    sums->b1 = vmladavaq_s8(sums->b1, values, n);
  }
}

static inline void products_1x2(kernel_sums *sums, const int8_t *x, const int8_t *k, const int8_t *l, int32_t count) {
  for (; count > 0; count -= 16, x += 16, k += 16, l += 16) {
    const mve_pred16_t some = vctp8q((uint32_t)count);
    const int8x16_t values = vldrbq_z_s8(x, some);
    sums->a0 = vmladavaq_s8(sums->a0, values, vldrbq_z_s8(k, some));
    sums->a1 = vmladavaq_s8(sums->a1, values, vldrbq_z_s8(l, some));
  }
}

#define ADD_16(load)                                           \
  do {                                                         \
    const int8x16_t values = load(x);                          \
    s0 = vmladavaq_s8(s0, values, load(k));                    \
    s1 = vmladavaq_s8(s1, values, load(k + run));              \
    s2 = vmladavaq_s8(s2, values, load(l));                    \
    s3 = vmladavaq_s8(s3, values, load(l + run));              \
  } while (0)
#define LOAD_SOME(from) vldrbq_z_s8(from, some)

#define KERNEL_FLAT 1

/* All channels, four at least, of a pixel whose window is one run. */
KERNEL_APART static void flat_pixel(const kernel_geometry *g, const int8_t *in, const int8_t *weights, const int32_t *bias,
                                    const uint8_t *shifts, int8_t *out) {
  const kernel_geometry own = *g; /* which what is written cannot change */
  const int32_t run = g->kh * g->kw * g->c, rest = run & 15;
  const mve_pred16_t some = vctp8q((uint32_t)rest);
  const int8_t *const end = in + run - rest;
  int32_t left = g->oc;
  for (;;) {
    const int8_t *x = in, *k = weights, *l = weights + 2 * run;
    int32_t s0 = bias[0], s1 = bias[1], s2 = bias[2], s3 = bias[3], i;
    for (; x != end; x += 16, k += 16, l += 16) ADD_16(vldrbq_s8);
    if (rest) ADD_16(LOAD_SOME);
    rescale_4(&own, vsetq_lane_s32(s3, vsetq_lane_s32(s2, vsetq_lane_s32(s1, vdupq_n_s32(s0), 1), 2), 3), vldrbq_u32(shifts),
              out);
    left -= 4;
    if (left <= 0) break;
    i = left < 4 ? left : 4; /* the last four, some of them once more */
    weights += i * run;
    bias += i;
    shifts += i;
    out += i;
  }
}
#endif

#ifdef USE_DEPTHWISE
/* Four channels of a pixel. */
static inline int32x4_t depthwise_sums(const kernel_geometry *g, const kernel_window *window, const int8_t *in,
                                       const int8_t *weights, const int32_t *bias) {
  const int32_t step = g->c, zero = g->in_zero;
  int32x4_t sums = vldrwq_s32(bias);
  int32_t r, i;
  for (r = window->rows; r > 0; --r, in += window->line, weights += window->skip) {
    const int8_t *x = in, *k = weights;
    for (i = window->columns; i > 0; --i, x += step, k += step)
      sums = vaddq_s32(sums, vmulq_s32(vsubq_n_s32(vldrbq_s32(x), zero), vldrbq_s32(k)));
  }
  return sums;
}
#endif

#ifdef USE_ADD
/* ((a * a_factor + b * b_factor - zeros) / 2^halves + offset) / 2, limited. */
static inline void add_codes(const int8_t *a, const int8_t *b, int32_t count, int32_t a_factor, int32_t b_factor,
                             int32_t zeros, int32_t halves, int32_t offset, int low, int high, int8_t *out) {
  for (; count > 0; count -= 4, a += 4, b += 4, out += 4) {
    const mve_pred16_t some = vctp32q((uint32_t)count);
    int32x4_t sums = vmulq_n_s32(vldrbq_z_s32(a, some), a_factor);
    sums = vsubq_n_s32(vmlaq_n_s32(sums, vldrbq_z_s32(b, some), b_factor), zeros);
    sums = vshrq_n_s32(vaddq_n_s32(vshlq_r_s32(sums, -halves), offset), 1);
    vstrbq_p_s32(out, vmaxq_s32(vminq_s32(sums, vdupq_n_s32(high)), vdupq_n_s32(low)), some);
  }
}
#endif

#ifdef USE_SCALE
/* A pixel's channels times their gates, by the upper halves of products. */
static inline void scale_codes(const kernel_geometry *g, const int8_t *in, const int8_t *gate, int gate_zero, int8_t *out) {
  int32_t left = g->c;
  for (; left > 0; left -= 4, in += 4, gate += 4, out += 4) {
    const mve_pred16_t some = vctp32q((uint32_t)left);
    const int32x4_t products =
        vmulq_s32(vsubq_n_s32(vldrbq_z_s32(in, some), g->in_zero), vsubq_n_s32(vldrbq_z_s32(gate, some), gate_zero));
    vstrbq_p_s32(out, upper_codes(g, products, vdupq_n_s32(UPPER_HALF - g->shift)), some);
  }
}
#endif
