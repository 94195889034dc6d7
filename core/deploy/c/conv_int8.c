#ifdef USE_CONV
/* The bias meets the zero point with all of a channel's weights: what lies outside of the map is given back, which is
   before, between and behind the runs of the rows on it. */
static int32_t outside(const kernel_geometry *g, const kernel_part *part, const int8_t *weights) {
  const int32_t skip = g->kw * g->c;
  const int8_t *const end = weights + g->kh * skip, *to = weights + part->r0 * skip + part->c0 * g->c;
  int32_t rows = part->r1 - part->r0, run = (part->c1 - part->c0) * g->c, sum = 0;
  if (run == skip) {
    run *= rows;
    rows = 1;
  }
  for (;;) {
    sum = add_all(sum, weights, (int32_t)(to - weights));
    if (to == end) return g->in_zero * sum;
    weights = to + run;
    to = --rows > 0 ? weights + skip - run : end;
  }
}

/* Two channels' weights at pixels that see the same rows and columns of the kernel. */
typedef struct {
  const int8_t *weights;        /* of the first channel, where the window enters the map */
  int32_t next;                 /* from there to the second channel's */
  int32_t skip, line;           /* from one row to the next, of the kernel and of the map */
  int32_t rows, run;            /* of the window that lie on the map; a row's columns and channels are one run */
  int32_t sum0, sum1;           /* without products */
  int32_t later0, later1;
  int32_t multiplier, offset;
  int32_t step, channels;       /* from one pixel to the next, of the maps */
} kernel_pair;

/* Neighbouring pixels, two at least. */
static inline void strip(const kernel_pair *p, int32_t rows, const int8_t *in, int32_t pixels, int8_t *out) {
  for (;;) {
    const int8_t *x = in, *k = p->weights;
    int32_t r = rows;
    kernel_sums sums;
    sums.a0 = sums.b0 = p->sum0;
    sums.a1 = sums.b1 = p->sum1;
    for (;;) {
      products_2x2(&sums, x, x + p->step, k, k + p->next, p->run);
      if (--r == 0) break;
      x += p->line;
      k += p->skip;
    }
    {
      const int32_t multiplier = p->multiplier, offset = p->offset, later0 = p->later0, later1 = p->later1;
      int8_t *const next = out + p->channels;
      out[0] = rescale_upper(sums.a0, multiplier, later0, offset);
      out[1] = rescale_upper(sums.a1, multiplier, later1, offset);
      next[0] = rescale_upper(sums.b0, multiplier, later0, offset);
      next[1] = rescale_upper(sums.b1, multiplier, later1, offset);
      out = next;
    }
    pixels -= 2;
    if (pixels <= 0) break;
    in += p->step;
    if (pixels == 1) continue; /* the last one together with the one before, once more */
    in += p->step;
    out += p->channels;
  }
}

/* Each by itself, so that a compiler has all registers for its inner loop. */
KERNEL_APART static void strip_of_rows(const kernel_pair *p, const int8_t *in, int32_t pixels, int8_t *out) {
  strip(p, p->rows, in, pixels, out);
}

KERNEL_APART static void strip_of_one_row(const kernel_pair *p, const int8_t *in, int32_t pixels, int8_t *out) {
  strip(p, 1, in, pixels, out);
}

/* All channels, two at least, at neighbouring pixels, two at least, step apart, whose windows lie on the map from side to
   side. */
static void conv_row(const kernel_geometry *g, const kernel_part *part, const int8_t *in, int32_t line, int32_t step,
                     int32_t pixels, const int8_t *weights, const int32_t *bias, const uint8_t *shifts, int8_t *out) {
  const int32_t each = g->kh * g->kw * g->c;
  kernel_pair p;
  int32_t o;
#ifdef KERNEL_VECTORS
  if (g->kh == 1 && g->oc >= 4) {
    for (; pixels > 0; --pixels, in += step, out += g->oc) flat_pixel(g, in, weights, bias, shifts, out);
    return;
  }
#endif
  p.next = each;
  p.skip = p.run = g->kw * g->c;
  p.line = line;
  p.rows = part->r1 - part->r0;
  p.multiplier = g->multiplier;
  p.offset = 2 * g->out_zero + 1;
  p.step = step;
  p.channels = g->oc;
  for (o = 0; o < g->oc; o += 2) {
    const int8_t *channel;
    if (o + 2 > g->oc) --o; /* the last two, one of them once more */
    channel = weights + o * each;
    p.weights = channel + part->r0 * p.skip;
    p.sum0 = bias[o];
    p.sum1 = bias[o + 1];
    if (p.rows < g->kh) {
      p.sum0 += outside(g, part, channel);
      p.sum1 += outside(g, part, channel + each);
    }
    p.later0 = g->shift - UPPER_HALF + shifts[o];
    p.later1 = g->shift - UPPER_HALF + shifts[o + 1];
    if (p.rows == 1) strip_of_one_row(&p, in, pixels, out + o);
    else strip_of_rows(&p, in, pixels, out + o);
  }
}

/* All channels of one pixel; in: where its window enters the map. */
static void conv_pixel(const kernel_geometry *g, const kernel_part *part, const int8_t *in, int32_t line,
                       const int8_t *weights, const int32_t *bias, const uint8_t *shifts, int8_t *out) {
  const int32_t skip = g->kw * g->c, each = g->kh * skip, rows = part->r1 - part->r0, run = (part->c1 - part->c0) * g->c;
  const int32_t multiplier = g->multiplier, offset = 2 * g->out_zero + 1, later = g->shift - UPPER_HALF;
  const int32_t first = part->r0 * skip + part->c0 * g->c;
  const int whole = rows * run == each;
  int32_t o, r;
#ifdef KERNEL_FLAT
  if (g->oc >= 4 && whole && g->kh == 1 && later >= 0 && g->c % KERNEL_FLAT == 0) {
    flat_pixel(g, in, weights, bias, shifts, out);
    return;
  }
#endif
  for (o = 0; o < g->oc; o += 2) {
    const int32_t second = o + 1 < g->oc ? 1 : 0, next = second * each;
    const int8_t *k = weights + first, *x = in;
    kernel_sums sums;
    sums.a0 = bias[o];
    sums.a1 = bias[o + second];
    if (!whole) {
      sums.a0 += outside(g, part, weights);
      sums.a1 += outside(g, part, weights + next);
    }
    for (r = rows;;) {
      products_1x2(&sums, x, k, k + next, run);
      if (--r <= 0) break;
      x += line;
      k += skip;
    }
    if (later >= 0) {
      out[o + second] = rescale_upper(sums.a1, multiplier, later + shifts[o + second], offset);
      out[o] = rescale_upper(sums.a0, multiplier, later + shifts[o], offset);
    } else {
      out[o + second] = rescale(g, sums.a1, g->shift + shifts[o + second]);
      out[o] = rescale(g, sums.a0, g->shift + shifts[o]);
    }
    weights += next + each * second;
  }
}

/* Short windows of several rows are gathered, a few pixels at a time, with the zero point outside of the map. */
#define GATHERED 384

static void gather(const kernel_geometry *g, const int8_t *in, int32_t top, int32_t left, int32_t pixels, int8_t *to) {
  const int32_t skip = g->kw * g->c, each = g->kh * skip, line = g->w * g->c, fits = g->w - g->kw;
  const int32_t r0 = top < 0 ? -top : 0, r1 = top + g->kh > g->h ? g->h - top : g->kh;
  const int8_t *const rows = in + (top + r0) * line;
  /* A window may be copied by words, whose last bytes the next ones write over, if those are on the map. */
  const int32_t whole = r1 - r0 == g->kh, spare = (g->h - top - g->kh) * line + (fits * g->c - 3);
  for (; pixels > 0; --pixels, left += g->sw) {
    const int8_t *from = rows + left * g->c;
    int32_t i, r;
    if (whole && left >= 0 && left <= fits && left * g->c <= spare) {
      for (r = g->kh; r > 0; --r, from += line, to += skip)
        for (i = 0; i < skip; i += 4) memcpy(to + i, from + i, 4);
    } else {
      const int32_t c0 = left < 0 ? -left : 0, c1 = left + g->kw > g->w ? g->w - left : g->kw, run = (c1 - c0) * g->c;
      int8_t *at = to + r0 * skip + c0 * g->c;
      memset(to, g->in_zero, (size_t)each);
      from += c0 * g->c;
      for (r = r1 - r0; r > 0; --r, from += line, at += skip) {
        for (i = 0; i + 4 <= run; i += 4) memcpy(at + i, from + i, 4);
        for (; i < run; ++i) at[i] = from[i];
      }
      to += each;
    }
  }
}

/* A gathered window is a pixel of many channels. */
static void conv_gathered(const kernel_geometry *g, const int8_t *in, const int8_t *weights, const int32_t *bias,
                          const uint8_t *shifts, int8_t *out) {
  const int32_t each = g->kh * g->kw * g->c, most = GATHERED / each / 2 * 2;
  static const kernel_part all = {0, 1, 0, 1};
  int8_t windows[GATHERED + 3];
  kernel_geometry flat = *g;
  int32_t left = g->oh * g->ow, top = -g->pt, x = 0, i;
  flat.c = each;
  flat.kh = flat.kw = 1;
  while (left > 0) {
    const int32_t pixels = left < most ? left : most;
    for (i = 0; i < pixels;) {
      const int32_t row = g->ow - x < pixels - i ? g->ow - x : pixels - i;
      gather(g, in, top, x * g->sw - g->pl, row, windows + i * each);
      i += row;
      x += row;
      if (x == g->ow) {
        x = 0;
        top += g->sh;
      }
    }
    if (pixels > 1 && g->oc > 1 && g->shift >= UPPER_HALF)
      conv_row(&flat, &all, windows, 0, each, pixels, weights, bias, shifts, out);
    else
      for (i = 0; i < pixels; ++i) conv_pixel(&flat, &all, windows + i * each, 0, weights, bias, shifts, out + i * g->oc);
    out += pixels * g->oc;
    left -= pixels;
  }
}

/* A pixel whose window touches the map's edge. */
KERNEL_APART static void conv_edge(const kernel_geometry *g, const int8_t *in, int32_t top, int32_t left,
                                   const int8_t *weights, const int32_t *bias, const uint8_t *shifts, int8_t *out) {
  const int32_t each = g->kh * g->kw * g->c, line = g->w * g->c;
  kernel_part part = {0, 1, 0, 1};
  if (each <= GATHERED) {
    int8_t window[GATHERED + 3];
    kernel_geometry flat = *g;
    flat.c = each;
    flat.kh = flat.kw = 1;
    gather(g, in, top, left, 1, window);
    conv_pixel(&flat, &part, window, 0, weights, bias, shifts, out);
    return;
  }
  part.r0 = top < 0 ? -top : 0;
  part.r1 = top + g->kh > g->h ? g->h - top : g->kh;
  part.c0 = left < 0 ? -left : 0;
  part.c1 = left + g->kw > g->w ? g->w - left : g->kw;
  conv_pixel(g, &part, in + (top + part.r0) * line + (left + part.c0) * g->c, line, weights, bias, shifts, out);
}

/* Where windows lie on the map as they are. */
static void conv_map(const kernel_geometry *g, const int8_t *in, const int8_t *weights, const int32_t *bias,
                     const uint8_t *shifts, int8_t *to) {
  const int32_t line = g->w * g->c;
  const int32_t first = (g->pl + g->sw - 1) / g->sw, beyond = g->w + g->pl - g->kw;
  const int32_t fit = beyond < 0 ? 0 : beyond / g->sw + 1, last = fit < g->ow ? fit : g->ow;
  const int rows = g->shift >= UPPER_HALF && g->oc > 1 && last - first > 1;
  kernel_part part;
  int32_t y, x;
  for (y = 0; y < g->oh; ++y, to += g->ow * g->oc) {
    const int32_t top = y * g->sh - g->pt;
    const int8_t *map;
    part.r0 = top < 0 ? -top : 0;
    part.r1 = top + g->kh > g->h ? g->h - top : g->kh;
    part.c0 = 0;
    part.c1 = g->kw;
    map = in + (top + part.r0) * line;
    for (x = 0; x < g->ow; ++x) {
      const int32_t left = x * g->sw - g->pl;
      if (x == first && rows) {
        conv_row(g, &part, map + left * g->c, line, g->sw * g->c, last - first, weights, bias, shifts, to + first * g->oc);
        x = last - 1;
        continue;
      }
      if (part.r1 - part.r0 == g->kh && left >= 0 && left + g->kw <= g->w)
        conv_pixel(g, &part, map + left * g->c, line, weights, bias, shifts, to + x * g->oc);
      else
        conv_edge(g, in, top, left, weights, bias, shifts, to + x * g->oc);
    }
  }
}

KINGLET_FN void kernel_conv(const kernel_geometry *g, const int8_t *in, const int8_t *weights, const int32_t *bias,
                            const uint8_t *shifts, int8_t *out) {
  if (g->oh * g->ow == 1 && g->kh == g->h && g->kw == g->w) { /* a dense layer */
#ifdef KERNEL_FLAT
    if (g->oc >= 4 && g->shift >= UPPER_HALF && g->c % KERNEL_FLAT == 0)
      flat_pixel(g, in, weights, bias, shifts, out);
    else
#endif
    {
      const kernel_part all = {0, g->kh, 0, g->kw};
      conv_pixel(g, &all, in, g->w * g->c, weights, bias, shifts, out);
    }
  } else if (g->kh > 1 && 2 * g->kh * g->kw * g->c <= GATHERED) {
    conv_gathered(g, in, weights, bias, shifts, out);
  } else {
    conv_map(g, in, weights, bias, shifts, out);
  }
  limit(g, out, g->oh * g->ow * g->oc);
}
#endif
