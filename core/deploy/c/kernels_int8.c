#ifdef USE_POOL
KINGLET_FN void kernel_pool(const kernel_geometry *g, const int8_t *in, int average, int8_t *out) {
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
KINGLET_FN void kernel_global_mean(const kernel_geometry *g, const int8_t *in, int8_t *out) {
  const int32_t positions = (int32_t)g->h * g->w;
  int32_t p;
  int c;
  for (c = 0; c < g->c; ++c) {
    int32_t sum = -positions * g->in_zero;
    for (p = 0; p < positions; ++p) sum += in[p * g->c + c];
    out[c] = rescale(g, sum, g->shift);
  }
  limit(g, out, g->c);
}
#endif

#ifdef USE_ADD
KINGLET_FN void kernel_add(const int8_t *a, const int8_t *b, int32_t count, int a_zero, int b_zero, int32_t a_factor,
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
KINGLET_FN void kernel_scale(const kernel_geometry *g, const int8_t *in, const int8_t *gate, int gate_zero,
                             int8_t *out) {
  const int32_t positions = (int32_t)g->h * g->w;
  int8_t *const all = out;
  int32_t p;
  int c;
  for (p = 0; p < positions; ++p)
    for (c = 0; c < g->c; ++c) *out++ = rescale(g, (*in++ - g->in_zero) * (gate[c] - gate_zero), g->shift);
  limit(g, all, positions * g->c);
}
#endif

#ifdef USE_HARD_SWISH
KINGLET_FN void kernel_hard_swish(const int8_t *in, int32_t count, const int8_t *table, int8_t *out) {
  int32_t i;
  for (i = 0; i < count; ++i) out[i] = table[in[i] + 128];
}
#endif
