/* ---- products by pairs of 16 bits ---- */
/* Written out in an order that keeps all in registers; compilers that choose their own run out of them. */
#define NEXT_FOUR(to, from) __asm__ volatile("ldr %0, [%1], #4" : "=r"(to), "+r"(from) : : "memory")
#define EVEN_BYTES(to, from) __asm__ volatile("sxtb16 %0, %1" : "=r"(to) : "r"(from))
#define ODD_BYTES(to, from) __asm__ volatile("sxtb16 %0, %1, ror #8" : "=r"(to) : "r"(from))
#define ADD_PAIR(sum, a, b) __asm__ volatile("smlad %0, %1, %2, %0" : "+r"(sum) : "r"(a), "r"(b))

#ifdef USE_CONV
static inline int32_t add_all(int32_t sum, const int8_t *k, int32_t count) {
  const int8_t *const end = k + count, *const whole = end - (count & 3);
  while (k != whole) {
    uint32_t m, n;
    NEXT_FOUR(m, k);
    EVEN_BYTES(n, m);
    ADD_PAIR(sum, n, 0x10001);
    ODD_BYTES(m, m);
    ADD_PAIR(sum, m, 0x10001);
  }
  while (k != end) sum += *k++;
  return sum;
}

#define PRODUCTS_2X2_4         \
  do {                         \
    uint32_t m, n, o, p, t, u; \
    NEXT_FOUR(m, k);           \
    ODD_BYTES(n, m);           \
    EVEN_BYTES(m, m);          \
    NEXT_FOUR(o, l);           \
    ODD_BYTES(p, o);           \
    EVEN_BYTES(o, o);          \
    NEXT_FOUR(t, x);           \
    EVEN_BYTES(u, t);          \
    ADD_PAIR(a0, u, m);        \
    ADD_PAIR(a1, u, o);        \
    ODD_BYTES(u, t);           \
    ADD_PAIR(a0, u, n);        \
    ADD_PAIR(a1, u, p);        \
    NEXT_FOUR(t, y);           \
    EVEN_BYTES(u, t);          \
    ADD_PAIR(b0, u, m);        \
    ADD_PAIR(b1, u, o);        \
    ODD_BYTES(u, t);           \
    ADD_PAIR(b0, u, n);        \
    ADD_PAIR(b1, u, p);        \
  } while (0)

/* Two pixels x, y by two channels k, l: each value read is used twice. */
static inline __attribute__((always_inline)) void products_2x2(kernel_sums *sums, const int8_t *x, const int8_t *y,
                                                               const int8_t *k, const int8_t *l, int32_t count) {
  int32_t a0 = sums->a0, a1 = sums->a1, b0 = sums->b0, b1 = sums->b1;
  const int8_t *const end = x + count, *const whole = end - (count & 3);
  if (count & 4) PRODUCTS_2X2_4;
  while (x != whole) {
    PRODUCTS_2X2_4;
    PRODUCTS_2X2_4;
  }
  for (; x != end; ++x, ++y, ++k, ++l) {
    a0 += *x * *k;
    a1 += *x * *l;
    b0 += *y * *k;
    b1 += *y * *l;
  }
  sums->a0 = a0;
  sums->a1 = a1;
  sums->b0 = b0;
  sums->b1 = b1;
}

static inline void products_1x2(kernel_sums *sums, const int8_t *x, const int8_t *k, const int8_t *l, int32_t count) {
  int32_t a0 = sums->a0, a1 = sums->a1;
  const int8_t *const end = x + count, *const whole = end - (count & 3);
  while (x != whole) {
    uint32_t t, u, m, n;
    NEXT_FOUR(u, x);
    EVEN_BYTES(t, u);
    ODD_BYTES(u, u);
    NEXT_FOUR(m, k);
    EVEN_BYTES(n, m);
    ADD_PAIR(a0, t, n);
    ODD_BYTES(m, m);
    ADD_PAIR(a0, u, m);
    NEXT_FOUR(m, l);
    EVEN_BYTES(n, m);
    ADD_PAIR(a1, t, n);
    ODD_BYTES(m, m);
    ADD_PAIR(a1, u, m);
  }
  for (; x != end; ++x, ++k, ++l) {
    a0 += *x * *k;
    a1 += *x * *l;
  }
  sums->a0 = a0;
  sums->a1 = a1;
}

#define FOUR_AT(to, from, offset) __asm__ volatile("ldr %0, [%1, %2]" : "=r"(to) : "r"(from), "r"(offset) : "memory")
#define FOUR_AT_TWICE(to, from, offset) \
  __asm__ volatile("ldr %0, [%1, %2, lsl #1]" : "=r"(to) : "r"(from), "r"(offset) : "memory")
#define ADD_FOUR(sum)    \
  do {                   \
    EVEN_BYTES(n, m);    \
    ADD_PAIR(sum, t, n); \
    ODD_BYTES(m, m);     \
    ADD_PAIR(sum, u, m); \
  } while (0)

/* As rescale_upper; the processor shifts by the lowest byte of `later` alone. */
static inline int8_t rescale_byte(int32_t sum, int32_t multiplier, uint32_t later, int32_t offset) {
  int32_t upper = (int32_t)(((int64_t)sum * multiplier) >> 32);
  __asm__("asr %0, %0, %1" : "+r"(upper) : "r"(later));
  return half_code(upper + offset);
}

#define KERNEL_FLAT 4 /* divides the channels that flat_pixel takes */

/* All channels, four at least, of a pixel whose window is one run: each value read is used four times. */
KERNEL_APART static void flat_pixel(const kernel_geometry *g, const int8_t *in, const int8_t *weights, const int32_t *bias,
                                    const uint8_t *shifts, int8_t *out) {
  const int32_t multiplier = g->multiplier, offset = 2 * g->out_zero + 1, run = g->kh * g->kw * g->c, thrice = 3 * run;
  const uint32_t least = (uint32_t)(g->shift - UPPER_HALF) * 0x1010101;
  const int8_t *const end = in + run;
  int32_t left = g->oc;
  for (;;) {
    const int8_t *x = in, *k = weights;
    int32_t a0 = bias[0], a1 = bias[1], a2 = bias[2], a3 = bias[3];
    uint32_t t, u, m, n, later;
    do {
      NEXT_FOUR(u, x);
      FOUR_AT(m, k, run);
      EVEN_BYTES(t, u);
      ODD_BYTES(u, u);
      ADD_FOUR(a1);
      FOUR_AT_TWICE(m, k, run);
      ADD_FOUR(a2);
      FOUR_AT(m, k, thrice);
      ADD_FOUR(a3);
      NEXT_FOUR(m, k);
      ADD_FOUR(a0);
    } while (x != end);
    memcpy(&later, shifts, 4);
    later += least;
    out[0] = rescale_byte(a0, multiplier, later, offset);
    out[1] = rescale_byte(a1, multiplier, later >> 8, offset);
    out[2] = rescale_byte(a2, multiplier, later >> 16, offset);
    out[3] = rescale_byte(a3, multiplier, later >> 24, offset);
    weights += 4 * run;
    bias += 4;
    shifts += 4;
    out += 4;
    left -= 4;
    if (left >= 4) continue;
    if (left == 0) return;
    if (left & 1) { /* the last ones, one of them once more */
      weights -= run;
      --bias;
      --shifts;
      --out;
      ++left;
    }
    if (left < 4) break;
  }
  {
    int32_t a0 = bias[0], a1 = bias[1];
    uint32_t t, u, m, n;
    do {
      NEXT_FOUR(u, in);
      FOUR_AT(m, weights, run);
      EVEN_BYTES(t, u);
      ODD_BYTES(u, u);
      ADD_FOUR(a1);
      NEXT_FOUR(m, weights);
      ADD_FOUR(a0);
    } while (in != end);
    out[0] = rescale_byte(a0, multiplier, least + shifts[0], offset);
    out[1] = rescale_byte(a1, multiplier, least + shifts[1], offset);
  }
}
#endif

#ifdef USE_DEPTHWISE
/* Four channels of a row of taps; the zero point comes off as bytes are made wider. */
static inline void products_4(kernel_sums *sums, const int8_t *x, const int8_t *k, int32_t step, int taps, int zero) {
  const uint32_t less = ((uint32_t)-zero & 0xffff) * 0x10001;
  int32_t a = sums->a0, b = sums->a1, c = sums->b0, d = sums->b1;
  for (; taps > 0; --taps) {
    uint32_t t, u, m, n;
    __asm__ volatile("ldr %0, [%1]" : "=r"(u) : "r"(x) : "memory");
    __asm__ volatile("ldr %0, [%1]" : "=r"(n) : "r"(k) : "memory");
    __asm__ volatile("sxtab16 %0, %1, %2" : "=r"(t) : "r"(less), "r"(u));
    __asm__ volatile("sxtab16 %0, %1, %2, ror #8" : "=r"(u) : "r"(less), "r"(u));
    EVEN_BYTES(m, n);
    ODD_BYTES(n, n);
    __asm__ volatile("smlabb %0, %1, %2, %0" : "+r"(a) : "r"(t), "r"(m));
    __asm__ volatile("smlabb %0, %1, %2, %0" : "+r"(b) : "r"(u), "r"(n));
    __asm__ volatile("smlatt %0, %1, %2, %0" : "+r"(c) : "r"(t), "r"(m));
    __asm__ volatile("smlatt %0, %1, %2, %0" : "+r"(d) : "r"(u), "r"(n));
    x += step;
    k += step;
  }
  sums->a0 = a;
  sums->a1 = b;
  sums->b0 = c;
  sums->b1 = d;
}
#endif
