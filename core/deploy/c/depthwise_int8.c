#ifdef USE_DEPTHWISE
static void depthwise_4(const kernel_geometry *g, const kernel_window *window, const int8_t *in, const int8_t *weights,
                        const int32_t *bias, const uint8_t *shifts, int8_t *out) {
#ifdef KERNEL_VECTORS
  const int32x4_t all = depthwise_sums(g, window, in, weights, bias);
  kernel_sums sums;
  if (g->shift >= UPPER_HALF) {
    rescale_4(g, all, vldrbq_u32(shifts), out);
    return;
  }
  vstrwq_s32(&sums.a0, all);
#else
  kernel_sums sums;
  int32_t r;
  sums.a0 = bias[0];
  sums.a1 = bias[1];
  sums.b0 = bias[2];
  sums.b1 = bias[3];
  for (r = window->rows; r > 0; --r, in += window->line, weights += window->skip)
    products_4(&sums, in, weights, g->c, window->columns, g->in_zero);
#endif
  if (g->shift >= UPPER_HALF) {
    const int32_t multiplier = g->multiplier, offset = 2 * g->out_zero + 1, later = g->shift - UPPER_HALF;
    out[0] = rescale_upper(sums.a0, multiplier, later + shifts[0], offset);
    out[1] = rescale_upper(sums.a1, multiplier, later + shifts[1], offset);
    out[2] = rescale_upper(sums.b0, multiplier, later + shifts[2], offset);
    out[3] = rescale_upper(sums.b1, multiplier, later + shifts[3], offset);
  } else {
    out[0] = rescale(g, sums.a0, g->shift + shifts[0]);
    out[1] = rescale(g, sums.a1, g->shift + shifts[1]);
    out[2] = rescale(g, sums.b0, g->shift + shifts[2]);
    out[3] = rescale(g, sums.b1, g->shift + shifts[3]);
  }
}

static void depthwise_1(const kernel_geometry *g, const kernel_window *window, const int8_t *in, const int8_t *weights,
                        const int32_t *bias, const uint8_t *shifts, int8_t *out) {
  int32_t sum = *bias, r, i;
  for (r = window->rows; r > 0; --r, in += window->line, weights += window->skip)
    for (i = 0; i < window->columns; ++i) sum += (in[i * g->c] - g->in_zero) * weights[i * g->c];
  *out = rescale(g, sum, g->shift + *shifts);
}

KINGLET_FN void kernel_depthwise(const kernel_geometry *g, const int8_t *in, const int8_t *weights, const int32_t *bias,
                                 const uint8_t *shifts, int8_t *out) {
  int8_t *const all = out;
  kernel_window window;
  int y, x, c;
  window.line = g->w * g->c;
  window.skip = g->kw * g->c;
  for (y = 0; y < g->oh; ++y) {
    const int top = y * g->sh - g->pt;
    const int r0 = top < 0 ? -top : 0, r1 = top + g->kh > g->h ? g->h - top : g->kh;
    window.rows = r1 - r0;
    for (x = 0; x < g->ow; ++x, out += g->c) {
      const int left = x * g->sw - g->pl;
      const int c0 = left < 0 ? -left : 0, c1 = left + g->kw > g->w ? g->w - left : g->kw;
      const int8_t *const a = in + (top + r0) * window.line + (left + c0) * g->c;
      const int8_t *const k = weights + r0 * window.skip + c0 * g->c;
      window.columns = c1 - c0;
      for (c = 0; c < g->c; c += 4) {
        if (c + 4 > g->c) { /* the last four, some of them once more */
          if (g->c < 4) break;
          c = g->c - 4;
        }
        depthwise_4(g, &window, a + c, k + c, bias + c, shifts + c, out + c);
      }
      for (; c < g->c; ++c) depthwise_1(g, &window, a + c, k + c, bias + c, shifts + c, out + c);
    }
  }
  limit(g, all, g->oh * g->ow * g->c);
}
#endif
