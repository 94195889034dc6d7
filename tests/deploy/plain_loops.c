/* The int8 operators as plain loops, as Kinglet exported them before its kernels had tiles: what newer kernels are held
   against, bit for bit and in instructions. They take a convolution's bias without the zero point. */

static int8_t plain_rescale(int64_t sum, int32_t multiplier, int shift, int zero, int low, int high) {
  const int32_t code = (int32_t)((sum * multiplier + ((int64_t)1 << (shift - 1))) >> shift) + zero;
  return (int8_t)(code < low ? low : code > high ? high : code);
}

#ifdef USE_CONV
static void plain_conv(const kernel_geometry *g, const int8_t *in, const int8_t *weights, const int32_t *bias,
                       const uint8_t *shifts, int8_t *out) {
  const int taps = g->kh * g->kw;
  int y, x, o, r, i;
  for (y = 0; y < g->oh; ++y) {
    const int top = y * g->sh - g->pt;
    const int r0 = top < 0 ? -top : 0, r1 = top + g->kh > g->h ? g->h - top : g->kh;
    for (x = 0; x < g->ow; ++x) {
      const int left = x * g->sw - g->pl;
      const int c0 = left < 0 ? -left : 0, c1 = left + g->kw > g->w ? g->w - left : g->kw;
      const int run = (c1 - c0) * g->c;
      for (o = 0; o < g->oc; ++o) {
        int32_t sum = bias[o];
        for (r = r0; r < r1; ++r) {
          const int8_t *a = in + ((long)(top + r) * g->w + left + c0) * g->c;
          const int8_t *k = weights + ((long)o * taps + r * g->kw + c0) * g->c;
          for (i = 0; i < run; ++i) sum += (a[i] - g->in_zero) * k[i];
        }
        *out++ = plain_rescale(sum, g->multiplier, g->shift + shifts[o], g->out_zero, g->low, g->high);
      }
    }
  }
}
#endif

#ifdef USE_DEPTHWISE
static void plain_depthwise(const kernel_geometry *g, const int8_t *in, const int8_t *weights, const int32_t *bias,
                            const uint8_t *shifts, int8_t *out) {
  int y, x, c, r, k;
  for (y = 0; y < g->oh; ++y) {
    const int top = y * g->sh - g->pt;
    const int r0 = top < 0 ? -top : 0, r1 = top + g->kh > g->h ? g->h - top : g->kh;
    for (x = 0; x < g->ow; ++x) {
      const int left = x * g->sw - g->pl;
      const int c0 = left < 0 ? -left : 0, c1 = left + g->kw > g->w ? g->w - left : g->kw;
      for (c = 0; c < g->c; ++c) {
        int32_t sum = bias[c];
        for (r = r0; r < r1; ++r) {
          const int8_t *a = in + ((long)(top + r) * g->w + left + c0) * g->c + c;
          const int8_t *b = weights + ((long)r * g->kw + c0) * g->c + c;
          for (k = c0; k < c1; ++k, a += g->c, b += g->c) sum += (*a - g->in_zero) * *b;
        }
        *out++ = plain_rescale(sum, g->multiplier, g->shift + shifts[c], g->out_zero, g->low, g->high);
      }
    }
  }
}
#endif

#ifdef USE_POOL
static void plain_pool(const kernel_geometry *g, const int8_t *in, int average, int8_t *out) {
  int y, x, c, r, k;
  for (y = 0; y < g->oh; ++y)
    for (x = 0; x < g->ow; ++x) {
      const int top = y * g->sh - g->pt, left = x * g->sw - g->pl;
      const int r0 = top < 0 ? -top : 0, r1 = top + g->kh > g->h ? g->h - top : g->kh;
      const int c0 = left < 0 ? -left : 0, c1 = left + g->kw > g->w ? g->w - left : g->kw;
      const int32_t count = (r1 - r0) * (c1 - c0);
      for (c = 0; c < g->c; ++c) {
        int32_t result = average ? 0 : -128;
        for (r = r0; r < r1; ++r)
          for (k = c0; k < c1; ++k) {
            const int32_t v = in[((long)(top + r) * g->w + left + k) * g->c + c];
            result = average ? result + v : v > result ? v : result;
          }
        if (average) result = result >= 0 ? (result + count / 2) / count : (result - count / 2) / count;
        *out++ = (int8_t)result;
      }
    }
}
#endif

#ifdef USE_GLOBAL_MEAN
static void plain_global_mean(const kernel_geometry *g, const int8_t *in, int8_t *out) {
  const int32_t positions = (int32_t)g->h * g->w;
  int32_t p;
  int c;
  for (c = 0; c < g->c; ++c) {
    int32_t sum = -positions * g->in_zero;
    for (p = 0; p < positions; ++p) sum += in[p * g->c + c];
    out[c] = plain_rescale(sum, g->multiplier, g->shift, g->out_zero, g->low, g->high);
  }
}
#endif

#ifdef USE_ADD
static void plain_add(const int8_t *a, const int8_t *b, int32_t count, int a_zero, int b_zero, int32_t a_factor,
                           int32_t b_factor, int shift, int zero, int low, int high, int8_t *out) {
  int32_t i;
  for (i = 0; i < count; ++i) {
    const int32_t sum = (a[i] - a_zero) * a_factor + (b[i] - b_zero) * b_factor;
    const int32_t code = ((sum + ((int32_t)1 << (shift - 1))) >> shift) + zero;
    out[i] = (int8_t)(code < low ? low : code > high ? high : code);
  }
}
#endif

#ifdef USE_SCALE
static void plain_scale(const kernel_geometry *g, const int8_t *in, const int8_t *gate, int gate_zero,
                             int8_t *out) {
  const int32_t positions = (int32_t)g->h * g->w;
  int32_t p;
  int c;
  for (p = 0; p < positions; ++p)
    for (c = 0; c < g->c; ++c)
      *out++ = plain_rescale((int32_t)(*in++ - g->in_zero) * (gate[c] - gate_zero), g->multiplier, g->shift, g->out_zero,
                       g->low, g->high);
}
#endif
