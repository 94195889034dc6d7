/* Kernels in float. Maps are h x w x c with c fastest. Convolution weights are cut into blocks of 16 output channels
   (then 8, the last ones filled up with zeros): [block][tap][in][width], so that the inner loop runs over neighbouring
   outputs and a compiler turns it into vector code without help. */
#define PIXELS 6

/* Eight floats side by side; a compiler that knows no vectors gets a loop. */
#if defined(USE_CONV) || defined(USE_DEPTHWISE)
#ifdef __GNUC__
typedef float wide __attribute__((vector_size(32), aligned(4), may_alias));
#define ADD_SCALED(sum, x, from) (sum) += (x) * *(const wide *)(from)
#define ADD_PRODUCT(sum, a, b) (sum) += *(const wide *)(a) * *(const wide *)(b)
#else
typedef struct {
  float lane[8];
} wide;
static void add_scaled(wide *sum, float x, const float *from) {
  int j;
  for (j = 0; j < 8; ++j) sum->lane[j] += x * from[j];
}
static void add_product(wide *sum, const float *a, const float *b) {
  int j;
  for (j = 0; j < 8; ++j) sum->lane[j] += a[j] * b[j];
}
#define ADD_SCALED(sum, x, from) add_scaled(&(sum), x, from)
#define ADD_PRODUCT(sum, a, b) add_product(&(sum), a, b)
#endif

static inline void finish(const kernel_geometry *g, const float *sum, int count, float *out) {
  int j;
  for (j = 0; j < count; ++j) {
    float s = sum[j];
    s = s < g->low ? g->low : s;
    out[j] = s > g->high ? g->high : s;
  }
}
static inline void finish_wide(const kernel_geometry *g, const wide *sum, float *out) { finish(g, (const float *)sum, 8, out); }
#endif

#ifdef USE_CONV
/* One block of 16 or 8 outputs at six neighbouring pixels whose windows lie on the map from side to side: the sums stay
   in registers, a weight is loaded once for six pixels. */
static void tile_6x16(const kernel_geometry *g, const float *in, int rows, int run, int step, const float *weights, int skip,
                      const float *bias, float *out) {
  const wide l = *(const wide *)bias, h = *(const wide *)(bias + 8);
  wide a0 = l, a1 = l, a2 = l, a3 = l, a4 = l, a5 = l, b0 = h, b1 = h, b2 = h, b3 = h, b4 = h, b5 = h;
  int r, i;
  for (r = 0; r < rows; ++r) {
    const float *x = in + (long)r * g->w * g->c, *k = weights + (long)r * skip;
    for (i = 0; i < run; ++i, k += 16) {
      const float *at = x + i;
      ADD_SCALED(a0, at[0], k);
      ADD_SCALED(b0, at[0], k + 8);
      ADD_SCALED(a1, at[step], k);
      ADD_SCALED(b1, at[step], k + 8);
      ADD_SCALED(a2, at[2 * step], k);
      ADD_SCALED(b2, at[2 * step], k + 8);
      ADD_SCALED(a3, at[3 * step], k);
      ADD_SCALED(b3, at[3 * step], k + 8);
      ADD_SCALED(a4, at[4 * step], k);
      ADD_SCALED(b4, at[4 * step], k + 8);
      ADD_SCALED(a5, at[5 * step], k);
      ADD_SCALED(b5, at[5 * step], k + 8);
    }
  }
  finish_wide(g, &a0, out);
  finish_wide(g, &b0, out + 8);
  finish_wide(g, &a1, out + g->oc);
  finish_wide(g, &b1, out + g->oc + 8);
  finish_wide(g, &a2, out + 2 * g->oc);
  finish_wide(g, &b2, out + 2 * g->oc + 8);
  finish_wide(g, &a3, out + 3 * g->oc);
  finish_wide(g, &b3, out + 3 * g->oc + 8);
  finish_wide(g, &a4, out + 4 * g->oc);
  finish_wide(g, &b4, out + 4 * g->oc + 8);
  finish_wide(g, &a5, out + 5 * g->oc);
  finish_wide(g, &b5, out + 5 * g->oc + 8);
}

static void tile_6x8(const kernel_geometry *g, const float *in, int rows, int run, int step, const float *weights, int skip,
                     const float *bias, int count, float *out) {
  const wide b = *(const wide *)bias;
  wide a0 = b, a1 = b, a2 = b, a3 = b, a4 = b, a5 = b;
  int r, i;
  for (r = 0; r < rows; ++r) {
    const float *x = in + (long)r * g->w * g->c, *k = weights + (long)r * skip;
    for (i = 0; i < run; ++i, k += 8) {
      const float *at = x + i;
      ADD_SCALED(a0, at[0], k);
      ADD_SCALED(a1, at[step], k);
      ADD_SCALED(a2, at[2 * step], k);
      ADD_SCALED(a3, at[3 * step], k);
      ADD_SCALED(a4, at[4 * step], k);
      ADD_SCALED(a5, at[5 * step], k);
    }
  }
  finish(g, (const float *)&a0, count, out);
  finish(g, (const float *)&a1, count, out + g->oc);
  finish(g, (const float *)&a2, count, out + 2 * g->oc);
  finish(g, (const float *)&a3, count, out + 3 * g->oc);
  finish(g, (const float *)&a4, count, out + 4 * g->oc);
  finish(g, (const float *)&a5, count, out + 5 * g->oc);
}

/* One pixel, at the map's edge or left over. Even and odd terms are summed apart, so that one does not wait for the
   other. */
static void tile_1x16(const kernel_geometry *g, const float *in, int rows, int run, const float *weights, int skip,
                      const float *bias, float *out) {
  static const float zero[8] = {0};
  wide a = *(const wide *)bias, b = *(const wide *)(bias + 8), c = *(const wide *)zero, d = c;
  int r, i;
  for (r = 0; r < rows; ++r) {
    const float *x = in + (long)r * g->w * g->c, *k = weights + (long)r * skip;
    for (i = 0; i + 2 <= run; i += 2, k += 32) {
      ADD_SCALED(a, x[i], k);
      ADD_SCALED(b, x[i], k + 8);
      ADD_SCALED(c, x[i + 1], k + 16);
      ADD_SCALED(d, x[i + 1], k + 24);
    }
    if (i < run) {
      ADD_SCALED(a, x[i], k);
      ADD_SCALED(b, x[i], k + 8);
    }
  }
  ADD_SCALED(a, 1.0f, (const float *)&c);
  ADD_SCALED(b, 1.0f, (const float *)&d);
  finish_wide(g, &a, out);
  finish_wide(g, &b, out + 8);
}

static void tile_1x8(const kernel_geometry *g, const float *in, int rows, int run, const float *weights, int skip,
                     const float *bias, int count, float *out) {
  wide sum = *(const wide *)bias;
  int r, i;
  for (r = 0; r < rows; ++r) {
    const float *x = in + (long)r * g->w * g->c, *k = weights + (long)r * skip;
    for (i = 0; i < run; ++i, k += 8) ADD_SCALED(sum, x[i], k);
  }
  finish(g, (const float *)&sum, count, out);
}

static void tile(const kernel_geometry *g, int pixels, int width, int count, const float *in, int rows, int run, int step,
                 const float *weights, int skip, const float *bias, float *out) {
  if (width == 16 && pixels == PIXELS) tile_6x16(g, in, rows, run, step, weights, skip, bias, out);
  else if (width == 16) tile_1x16(g, in, rows, run, weights, skip, bias, out);
  else if (pixels == PIXELS) tile_6x8(g, in, rows, run, step, weights, skip, bias, count, out);
  else tile_1x8(g, in, rows, run, weights, skip, bias, count, out);
}

KINGLET_FN void kernel_conv(const kernel_geometry *g, const float *in, const float *weights, const float *bias,
                            float *out) {
  int y, begin, width;
  for (y = 0; y < g->oh; ++y) {
    const int top = y * g->sh - g->pt;
    const int r0 = top < 0 ? -top : 0, r1 = top + g->kh > g->h ? g->h - top : g->kh;
    const float *block = weights;
    for (begin = 0; begin < g->oc; begin += width) {
      const int rest = g->oc - begin;
      int x = 0;
      width = rest >= 16 ? 16 : 8;
      while (x < g->ow) {
        const int left = x * g->sw - g->pl;
        const int c0 = left < 0 ? -left : 0, c1 = left + g->kw > g->w ? g->w - left : g->kw;
        const int last = (x + PIXELS - 1) * g->sw - g->pl;
        const int pixels = c0 == 0 && x + PIXELS <= g->ow && last + g->kw <= g->w ? PIXELS : 1;
        tile(g, pixels, width, rest < width ? rest : width, in + ((long)(top + r0) * g->w + left + c0) * g->c, r1 - r0, (c1 - c0) * g->c,
             g->sw * g->c, block + ((long)r0 * g->kw + c0) * g->c * width, g->kw * g->c * width, bias + begin,
             out + ((long)y * g->ow + x) * g->oc + begin);
        x += pixels;
      }
      block += (long)g->kh * g->kw * g->c * width;
    }
  }
}
#endif

#ifdef USE_DEPTHWISE
static void channels_8(const kernel_geometry *g, const float *in, int rows, int columns, const float *weights,
                       const float *bias, float *out) {
  wide sum = *(const wide *)bias;
  int r, k;
  for (r = 0; r < rows; ++r) {
    const float *a = in + (long)r * g->w * g->c, *b = weights + (long)r * g->kw * g->c;
    for (k = 0; k < columns; ++k, a += g->c, b += g->c) ADD_PRODUCT(sum, a, b);
  }
  finish_wide(g, &sum, out);
}

static void channels_rest(const kernel_geometry *g, int count, const float *in, int rows, int columns, const float *weights,
                          const float *bias, float *out) {
  float sum[7];
  int r, k, j;
  for (j = 0; j < count; ++j) sum[j] = bias[j];
  for (r = 0; r < rows; ++r) {
    const float *a = in + (long)r * g->w * g->c, *b = weights + (long)r * g->kw * g->c;
    for (k = 0; k < columns; ++k, a += g->c, b += g->c)
      for (j = 0; j < count; ++j) sum[j] += a[j] * b[j];
  }
  finish(g, sum, count, out);
}

KINGLET_FN void kernel_depthwise(const kernel_geometry *g, const float *in, const float *weights, const float *bias,
                                 float *out) {
  int y, x;
  for (y = 0; y < g->oh; ++y) {
    const int top = y * g->sh - g->pt;
    const int r0 = top < 0 ? -top : 0, r1 = top + g->kh > g->h ? g->h - top : g->kh;
    for (x = 0; x < g->ow; ++x) {
      const int left = x * g->sw - g->pl;
      const int c0 = left < 0 ? -left : 0, c1 = left + g->kw > g->w ? g->w - left : g->kw;
      const float *a = in + ((long)(top + r0) * g->w + left + c0) * g->c;
      const float *k = weights + ((long)r0 * g->kw + c0) * g->c;
      int c = 0;
      for (; c + 8 <= g->c; c += 8) channels_8(g, a + c, r1 - r0, c1 - c0, k + c, bias + c, out + c);
      if (c < g->c) channels_rest(g, g->c - c, a + c, r1 - r0, c1 - c0, k + c, bias + c, out + c);
      out += g->c;
    }
  }
}
#endif

#ifdef USE_POOL
KINGLET_FN void kernel_pool(const kernel_geometry *g, const float *in, int average, float *out) {
  int y, x, r, k, c;
  for (y = 0; y < g->oh; ++y)
    for (x = 0; x < g->ow; ++x, out += g->c) {
      const int top = y * g->sh - g->pt, left = x * g->sw - g->pl;
      const int r0 = top < 0 ? -top : 0, r1 = top + g->kh > g->h ? g->h - top : g->kh;
      const int c0 = left < 0 ? -left : 0, c1 = left + g->kw > g->w ? g->w - left : g->kw;
      const float share = 1.0f / (float)((r1 - r0) * (c1 - c0));
      for (c = 0; c < g->c; ++c) {
        float result = in[((long)(top + r0) * g->w + left + c0) * g->c + c];
        if (average) result = 0;
        for (r = r0; r < r1; ++r)
          for (k = c0; k < c1; ++k) {
            const float v = in[((long)(top + r) * g->w + left + k) * g->c + c];
            result = average ? result + v : v > result ? v : result;
          }
        out[c] = average ? result * share : result;
      }
    }
}
#endif

#ifdef USE_GLOBAL_MEAN
KINGLET_FN void kernel_global_mean(const float *in, int positions, int channels, float *out) {
  int p, c;
  for (c = 0; c < channels; ++c) out[c] = 0;
  for (p = 0; p < positions; ++p, in += channels)
    for (c = 0; c < channels; ++c) out[c] += in[c];
  for (c = 0; c < channels; ++c) out[c] /= (float)positions;
}
#endif

#ifdef USE_ADD
KINGLET_FN void kernel_add(const float *a, const float *b, int count, float low, float high, float *out) {
  int i;
  for (i = 0; i < count; ++i) {
    float s = a[i] + b[i];
    s = s < low ? low : s;
    out[i] = s > high ? high : s;
  }
}
#endif

#ifdef USE_SCALE
KINGLET_FN void kernel_scale(const float *in, const float *gate, int positions, int channels, float *out) {
  int p, c;
  for (p = 0; p < positions; ++p, in += channels, out += channels)
    for (c = 0; c < channels; ++c) out[c] = in[c] * gate[c];
}
#endif

#ifdef USE_HARD_SWISH
KINGLET_FN void kernel_hard_swish(const float *in, int count, float *out) {
  int i;
  for (i = 0; i < count; ++i) {
    float gate = in[i] + 3.0f;
    gate = gate < 0.0f ? 0.0f : gate;
    gate = gate > 6.0f ? 6.0f : gate;
    out[i] = in[i] * gate / 6.0f;
  }
}
#endif
