/* ---- products by pairs of 16 bits ---- */
/* Written out in an order that keeps all in registers; compilers that choose their own run out of them. */
#define NEXT_FOUR(to, from) __asm__ volatile("ldr %0, [%1], #4" : "=r"(to), "+r"(from) : : "memory")
#define EVEN(to, from) __asm__ volatile("sxtb16 %0, %1" : "=r"(to) : "r"(from))
#define ODD(to, from) __asm__ volatile("sxtb16 %0, %1, ror #8" : "=r"(to) : "r"(from))
#define ADD_PAIR(sum, a, b) __asm__ volatile("smlad %0, %1, %2, %0" : "+r"(sum) : "r"(a), "r"(b))

#ifdef USE_CONV
static inline int32_t add_all(int32_t sum, const int8_t *k, int32_t count) {
  const int8_t *const end = k + count, *const whole = end - (count & 3);
  while (k != whole) {
    uint32_t m, n;
    NEXT_FOUR(m, k);
    EVEN(n, m);
    ADD_PAIR(sum, n, 0x10001);
    ODD(m, m);
    ADD_PAIR(sum, m, 0x10001);
  }
  while (k != end) sum += *k++;
  return sum;
}

#define PRODUCTS_2X2_4        \
  do {                        \
    uint32_t m, n, o, p, t, u; \
    NEXT_FOUR(m, k);          \
    ODD(n, m);                \
    EVEN(m, m);               \
    NEXT_FOUR(o, l);          \
    ODD(p, o);                \
    EVEN(o, o);               \
    NEXT_FOUR(t, x);          \
    EVEN(u, t);               \
    ADD_PAIR(a0, u, m);       \
    ADD_PAIR(a1, u, o);       \
    ODD(u, t);                \
    ADD_PAIR(a0, u, n);       \
    ADD_PAIR(a1, u, p);       \
    NEXT_FOUR(t, y);          \
    EVEN(u, t);               \
    ADD_PAIR(b0, u, m);       \
    ADD_PAIR(b1, u, o);       \
    ODD(u, t);                \
    ADD_PAIR(b0, u, n);       \
    ADD_PAIR(b1, u, p);       \
  } while (0)

/* Two pixels x, y by two channels k, l: each value read is used twice. */
static inline __attribute__((always_inline)) void products_2x2(kernel_sums *sums, const int8_t *x, const int8_t *y, const int8_t *k, const int8_t *l,
                                int32_t count) {
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
    EVEN(t, u);
    ODD(u, u);
    NEXT_FOUR(m, k);
    EVEN(n, m);
    ADD_PAIR(a0, t, n);
    ODD(m, m);
    ADD_PAIR(a0, u, m);
    NEXT_FOUR(m, l);
    EVEN(n, m);
    ADD_PAIR(a1, t, n);
    ODD(m, m);
    ADD_PAIR(a1, u, m);
  }
  for (; x != end; ++x, ++k, ++l) {
    a0 += *x * *k;
    a1 += *x * *l;
  }
  sums->a0 = a0;
  sums->a1 = a1;
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
    EVEN(m, n);
    ODD(n, n);
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
