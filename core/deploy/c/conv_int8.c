#ifdef USE_CONV
/* Two channels' weights at pixels that see the same rows and columns of the kernel. */
typedef struct {
  const int8_t *weights; /* of the first channel, where the window enters the map */
  int32_t next;          /* from there to the second channel's; 0 where there is none and the first counts twice */
  int32_t skip, line;    /* from one row to the next, of the kernel and of the map */
  int32_t rows, run;     /* of the window that lie on the map; a row's columns and channels are one run */
  int32_t sum[2];
  int32_t later[2];
} kernel_pair;

/* Neighbouring pixels, two at least, step apart. */
static void conv_strip(const kernel_geometry *g, const kernel_pair *p, const int8_t *in, int32_t step, int32_t pixels,
                       int8_t *out) {
  const int32_t second = p->next ? 1 : 0;
  for (;;) {
    const int32_t multiplier = g->multiplier, offset = 2 * g->out_zero + 1;
    const int8_t *x = in, *k = p->weights;
    int32_t rows = p->rows;
    kernel_sums sums;
    sums.a0 = sums.b0 = p->sum[0];
    sums.a1 = sums.b1 = p->sum[1];
    for (;;) {
      products_2x2(&sums, x, x + step, k, k + p->next, p->run);
      if (--rows <= 0) break;
      x += p->line;
      k += p->skip;
    }
    out[second] = rescale_upper(sums.a1, multiplier, p->later[1], offset);
    out[0] = rescale_upper(sums.a0, multiplier, p->later[0], offset);
    out += g->oc;
    out[second] = rescale_upper(sums.b1, multiplier, p->later[1], offset);
    out[0] = rescale_upper(sums.b0, multiplier, p->later[0], offset);
    out += g->oc;
    in += 2 * step;
    pixels -= 2;
    if (pixels <= 0) break;
    if (pixels == 1) { /* the last one together with the one before, once more */
      in -= step;
      out -= g->oc;
    }
  }
}

static int32_t weights_sum(const int8_t *weights, int32_t skip, int32_t rows, int32_t run) {
  int32_t sum = 0, i;
  for (; rows > 0; --rows, weights += skip)
    for (i = 0; i < run; ++i) sum += weights[i];
  return sum;
}

/* What of a window lies on the map. */
typedef struct {
  int32_t r0, r1, c0, c1;
} kernel_part;

/* The bias meets the zero point with all of a channel's weights: what lies outside of the map is given back. */
static int32_t outside(const kernel_geometry *g, const kernel_part *part, const int8_t *weights) {
  const int32_t skip = g->kw * g->c, rows = part->r1 - part->r0;
  const int8_t *const first = weights + part->r0 * skip;
  return g->in_zero *
         (weights_sum(weights, skip, part->r0, skip) + weights_sum(weights + part->r1 * skip, skip, g->kh - part->r1, skip) +
          weights_sum(first, skip, rows, part->c0 * g->c) +
          weights_sum(first + part->c1 * g->c, skip, rows, (g->kw - part->c1) * g->c));
}

/* All channels of one pixel; in: where its window enters the map. */
static void conv_pixel(const kernel_geometry *g, const kernel_part *part, const int8_t *in, int32_t line, const int8_t *weights,
                       const int32_t *bias, const uint8_t *shifts, int8_t *out) {
  const int32_t skip = g->kw * g->c, each = g->kh * skip, rows = part->r1 - part->r0, run = (part->c1 - part->c0) * g->c;
  const int whole = rows * run == each;
  int32_t o, r;
  for (o = 0; o < g->oc; o += 2) {
    const int32_t second = o + 1 < g->oc ? 1 : 0, next = second * each;
    const int8_t *const channel = weights + o * each, *k = channel + part->r0 * skip + part->c0 * g->c, *x = in;
    kernel_sums sums;
    sums.a0 = bias[o];
    sums.a1 = bias[o + second];
    if (!whole) {
      sums.a0 += outside(g, part, channel);
      sums.a1 += outside(g, part, channel + next);
    }
    for (r = rows; r > 0; --r, x += line, k += skip) products_1x2(&sums, x, k, k + next, run);
    out[o] = rescale(g, sums.a0, g->shift + shifts[o]);
    if (second) out[o + 1] = rescale(g, sums.a1, g->shift + shifts[o + 1]);
  }
}

/* Short windows of several rows are gathered, a few pixels at a time, with the zero point outside of the map. */
#define GATHERED 256

static void gather(const kernel_geometry *g, const int8_t *in, int y, int x, int pixels, int8_t *to) {
  const int32_t skip = g->kw * g->c, each = g->kh * skip, line = g->w * g->c;
  const int top = y * g->sh - g->pt;
  const int r0 = top < 0 ? -top : 0, r1 = top + g->kh > g->h ? g->h - top : g->kh;
  for (; pixels > 0; --pixels, ++x, to += each) {
    const int left = x * g->sw - g->pl;
    const int c0 = left < 0 ? -left : 0, c1 = left + g->kw > g->w ? g->w - left : g->kw;
    const int32_t run = (c1 - c0) * g->c;
    const int8_t *from = in + (top + r0) * line + (left + c0) * g->c;
    int8_t *at = to + r0 * skip + c0 * g->c;
    int32_t i, r;
    if ((r1 - r0) * run < each) memset(to, g->in_zero, (size_t)each);
    for (r = r0; r < r1; ++r, from += line, at += skip) {
      for (i = 0; i + 4 <= run; i += 4) memcpy(at + i, from + i, 4);
      for (; i < run; ++i) at[i] = from[i];
    }
  }
}

static void conv_gathered(const kernel_geometry *g, const int8_t *in, const int8_t *weights, const int32_t *bias,
                          const uint8_t *shifts, int8_t *out) {
  const int32_t each = g->kh * g->kw * g->c;
  const int most = GATHERED / each;
  int8_t window[GATHERED];
  kernel_part all;
  kernel_pair p;
  int y, x, o, i;
  all.r0 = all.c0 = 0;
  all.r1 = g->kh;
  all.c1 = g->kw;
  p.skip = p.line = 0;
  p.rows = 1;
  p.run = each;
  for (y = 0; y < g->oh; ++y)
    for (x = 0; x < g->ow; x += most) {
      const int pixels = g->ow - x < most ? g->ow - x : most;
      gather(g, in, y, x, pixels, window);
      if (pixels < 2 || g->shift < UPPER_HALF)
        for (i = 0; i < pixels; ++i)
          conv_pixel(g, &all, window + i * each, g->kw * g->c, weights, bias, shifts, out + i * g->oc);
      else
        for (o = 0; o < g->oc; o += 2) {
          const int second = o + 1 < g->oc ? 1 : 0;
          p.weights = weights + o * each;
          p.next = second * each;
          for (i = 0; i < 2; ++i) {
            p.sum[i] = bias[o + i * second];
            p.later[i] = g->shift - UPPER_HALF + shifts[o + i * second];
          }
          conv_strip(g, &p, window, each, pixels, out + o);
        }
      out += pixels * g->oc;
    }
}

KINGLET_FN void kernel_conv(const kernel_geometry *g, const int8_t *in, const int8_t *weights, const int32_t *bias,
                            const uint8_t *shifts, int8_t *out) {
  const int32_t skip = g->kw * g->c, each = g->kh * skip, line = g->w * g->c, step = g->sw * g->c;
  const int32_t first = (g->pl + g->sw - 1) / g->sw, beyond = g->w + g->pl - g->kw;
  int32_t last = beyond < 0 ? 0 : beyond / g->sw + 1;
  kernel_part part;
  kernel_pair p;
  int y, x, o, i;
  if (g->kh > 1 && 2 * each <= GATHERED) {
    conv_gathered(g, in, weights, bias, shifts, out);
    limit(g, out, g->oh * g->ow * g->oc);
    return;
  }
  if (last > g->ow) last = g->ow;
  if (g->shift < UPPER_HALF || last - first < 2) last = first;
  p.skip = skip;
  p.line = line;
  p.run = skip;
  for (y = 0; y < g->oh; ++y) {
    const int top = y * g->sh - g->pt;
    int8_t *const to = out + y * g->ow * g->oc;
    const int8_t *map;
    part.r0 = top < 0 ? -top : 0;
    part.r1 = top + g->kh > g->h ? g->h - top : g->kh;
    map = in + (top + part.r0) * line;
    for (x = 0; x < g->ow; ++x) {
      int left;
      if (x == first && last > first) x = last;
      if (x >= g->ow) break;
      left = x * g->sw - g->pl;
      part.c0 = left < 0 ? -left : 0;
      part.c1 = left + g->kw > g->w ? g->w - left : g->kw;
      conv_pixel(g, &part, map + (left + part.c0) * g->c, line, weights, bias, shifts, to + x * g->oc);
    }
    if (last == first) continue;
    part.c0 = 0;
    part.c1 = g->kw;
    p.rows = part.r1 - part.r0;
    for (o = 0; o < g->oc; o += 2) {
      const int8_t *const channel = weights + o * each;
      const int second = o + 1 < g->oc ? 1 : 0;
      p.weights = channel + part.r0 * skip;
      p.next = second * each;
      for (i = 0; i < 2; ++i) {
        p.sum[i] = bias[o + i * second];
        if (p.rows < g->kh) p.sum[i] += outside(g, &part, channel + i * p.next);
        p.later[i] = g->shift - UPPER_HALF + shifts[o + i * second];
      }
      conv_strip(g, &p, map + (first * g->sw - g->pl) * g->c, step, last - first, to + first * g->oc + o);
    }
  }
  limit(g, out, g->oh * g->ow * g->oc);
}
#endif
