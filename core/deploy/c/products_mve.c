/* ---- products by vectors of 16 bytes ---- */
#include <arm_mve.h>

#ifdef USE_CONV
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
#endif

#ifdef USE_DEPTHWISE
/* Four channels of a row of taps. */
static inline void products_4(kernel_sums *sums, const int8_t *x, const int8_t *k, int32_t step, int taps, int zero) {
  int32x4_t all = vldrwq_s32(&sums->a0);
  for (; taps > 0; --taps, x += step, k += step)
    all = vaddq_s32(all, vmulq_s32(vsubq_n_s32(vldrbq_s32(x), zero), vldrbq_s32(k)));
  vstrwq_s32(&sums->a0, all);
}
#endif
