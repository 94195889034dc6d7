#ifdef USE_POOL
KINGLET_FN void kernel_pool(const kernel_geometry *g, const int8_t *in, int average, int8_t *out) {
  const int32_t step = g->c;
  int y, x, c, r, k;
  for (y = 0; y < g->oh; ++y)
    for (x = 0; x < g->ow; ++x) {
      const int top = y * g->sh - g->pt, left = x * g->sw - g->pl;
      const int r0 = top < 0 ? -top : 0, r1 = top + g->kh > g->h ? g->h - top : g->kh;
      const int c0 = left < 0 ? -left : 0, c1 = left + g->kw > g->w ? g->w - left : g->kw;
      const int8_t *const from = in + ((top + r0) * g->w + left + c0) * step;
      const int32_t count = (r1 - r0) * (c1 - c0), next_row = (g->w - (c1 - c0)) * step;
      for (c = 0; c < step; ++c) {
        const int8_t *a = from + c;
        int32_t result = average ? 0 : -128;
        for (r = r1 - r0; r > 0; --r, a += next_row)
          if (average)
            for (k = c1 - c0; k > 0; --k, a += step) result += *a;
          else
            for (k = c1 - c0; k > 0; --k, a += step) result = *a > result ? *a : result;
        if (average) result = result >= 0 ? (result + count / 2) / count : (result - count / 2) / count;
        *out++ = (int8_t)result;
      }
    }
}
#endif

#ifdef USE_GLOBAL_MEAN
KINGLET_FN void kernel_global_mean(const kernel_geometry *g, const int8_t *in, int8_t *out) {
  const int32_t positions = (int32_t)g->h * g->w, step = g->c;
  int32_t c, p;
  for (c = 0; c < step; ++c) {
    const int8_t *a = in + c;
    int32_t sum = -positions * g->in_zero;
    for (p = positions; p > 0; --p, a += step) sum += *a;
    out[c] = rescale(g, sum, g->shift);
  }
  limit(g, out, step);
}
#endif

#ifdef USE_ADD
KINGLET_FN void kernel_add(const int8_t *a, const int8_t *b, int32_t count, int a_zero, int b_zero, int32_t a_factor,
                           int32_t b_factor, int shift, int zero, int low, int high, int8_t *out) {
  const int32_t zeros = a_zero * a_factor + b_zero * b_factor, offset = 2 * zero + 1;
#ifdef KERNEL_VECTORS
  add_codes(a, b, count, a_factor, b_factor, zeros, shift - 1, offset, low, high, out);
#else
  for (; count > 0; --count) {
    const int32_t sum = *a++ * a_factor + *b++ * b_factor - zeros;
    const int8_t code = half_code((sum >> (shift - 1)) + offset);
    *out++ = (int8_t)(code < low ? low : code > high ? high : code);
  }
#endif
}
#endif

#ifdef USE_SCALE
KINGLET_FN void kernel_scale(const kernel_geometry *g, const int8_t *in, const int8_t *gate, int gate_zero,
                             int8_t *out) {
  const int32_t multiplier = g->multiplier, later = g->shift - UPPER_HALF, offset = 2 * g->out_zero + 1;
  const int32_t zero = g->in_zero;
  int8_t *const all = out;
  int32_t p, c;
  for (p = g->h * g->w; p > 0; --p) {
#ifdef KERNEL_VECTORS
    if (later >= 0) {
      scale_codes(g, in, gate, gate_zero, out);
      in += g->c;
      out += g->c;
      continue;
    }
#endif
    for (c = 0; c < g->c; ++c) {
      const int32_t product = (*in++ - zero) * (gate[c] - gate_zero);
      *out++ = later >= 0 ? rescale_upper(product, multiplier, later, offset) : rescale(g, product, g->shift);
    }
  }
  limit(g, all, g->h * g->w * g->c);
}
#endif

#ifdef USE_HARD_SWISH
KINGLET_FN void kernel_hard_swish(const int8_t *in, int32_t count, const int8_t *table, int8_t *out) {
  int32_t i;
  for (i = 0; i < count; ++i) out[i] = table[in[i] + 128];
}
#endif
