/* ---- products in plain C ---- */
#ifdef USE_CONV
static inline int32_t add_all(int32_t sum, const int8_t *k, int32_t count) {
  for (; count > 0; --count) sum += *k++;
  return sum;
}

/* Two pixels x, y by two channels k, l: each value read is used twice. */
static inline void products_2x2(kernel_sums *sums, const int8_t *x, const int8_t *y, const int8_t *k, const int8_t *l,
                                int32_t count) {
  int32_t a0 = sums->a0, a1 = sums->a1, b0 = sums->b0, b1 = sums->b1, i;
  for (i = 0; i < count; ++i) {
    a0 += x[i] * k[i];
    a1 += x[i] * l[i];
    b0 += y[i] * k[i];
    b1 += y[i] * l[i];
  }
  sums->a0 = a0;
  sums->a1 = a1;
  sums->b0 = b0;
  sums->b1 = b1;
}

static inline void products_1x2(kernel_sums *sums, const int8_t *x, const int8_t *k, const int8_t *l, int32_t count) {
  int32_t a0 = sums->a0, a1 = sums->a1, i;
  for (i = 0; i < count; ++i) {
    a0 += x[i] * k[i];
    a1 += x[i] * l[i];
  }
  sums->a0 = a0;
  sums->a1 = a1;
}
#endif

#ifdef USE_DEPTHWISE
/* Four channels of a row of taps. */
static inline void products_4(kernel_sums *sums, const int8_t *x, const int8_t *k, int32_t step, int taps, int zero) {
  int32_t a = sums->a0, b = sums->a1, c = sums->b0, d = sums->b1;
  for (; taps > 0; --taps, x += step, k += step) {
    a += (x[0] - zero) * k[0];
    b += (x[1] - zero) * k[1];
    c += (x[2] - zero) * k[2];
    d += (x[3] - zero) * k[3];
  }
  sums->a0 = a;
  sums->a1 = b;
  sums->b0 = c;
  sums->b1 = d;
}
#endif
