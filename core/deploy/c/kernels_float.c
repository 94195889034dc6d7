/* Kernels in float. Maps are h x w x c with c fastest. Convolution weights are cut into blocks of BLOCK output channels
   (the last one narrower): [block][tap][in][width], so that the inner loop runs over neighbouring outputs and a compiler
   turns it into vector code without help. */
#define BLOCK 16
#define PIXELS 6

typedef struct {
  int h, w, c, oh, ow, oc, kh, kw, sh, sw, pt, pl;
  float low, high;
} geometry;

#ifdef USE_CONV
/* One block of `width` outputs at `count` neighbouring pixels whose windows lie on the map from side to side. */
#define CONV_TILE(NAME, COUNT, WIDTH)                                                                        \
  static void NAME(const geometry *g, const float *in, int rows, int run, int step, const float *weights,    \
                   int skip, const float *bias, float *out) {                                                \
    float sum[COUNT][WIDTH];                                                                                 \
    int p, j, r, i;                                                                                          \
    for (p = 0; p < COUNT; ++p)                                                                              \
      for (j = 0; j < WIDTH; ++j) sum[p][j] = bias[j];                                                       \
    for (r = 0; r < rows; ++r) {                                                                             \
      const float *a = in + (long)r * g->w * g->c;                                                           \
      const float *k = weights + (long)r * skip;                                                             \
      for (i = 0; i < run; ++i, k += WIDTH)                                                                  \
        for (p = 0; p < COUNT; ++p) {                                                                        \
          const float x = a[p * step + i];                                                                   \
          for (j = 0; j < WIDTH; ++j) sum[p][j] += x * k[j];                                                 \
        }                                                                                                    \
    }                                                                                                        \
    for (p = 0; p < COUNT; ++p)                                                                              \
      for (j = 0; j < WIDTH; ++j) {                                                                          \
        float s = sum[p][j];                                                                                 \
        s = s < g->low ? g->low : s;                                                                         \
        out[(long)p * g->oc + j] = s > g->high ? g->high : s;                                                \
      }                                                                                                      \
  }

CONV_TILE(tile_6x16, 6, 16)
CONV_TILE(tile_1x16, 1, 16)
CONV_TILE(tile_6x8, 6, 8)
CONV_TILE(tile_1x8, 1, 8)
CONV_TILE(tile_6x4, 6, 4)
CONV_TILE(tile_1x4, 1, 4)
CONV_TILE(tile_1x1, 1, 1)

static void tile(const geometry *g, int pixels, int width, const float *in, int rows, int run, int step,
                 const float *weights, int skip, const float *bias, float *out) {
  if (width == 16 && pixels == PIXELS) tile_6x16(g, in, rows, run, step, weights, skip, bias, out);
  else if (width == 16) tile_1x16(g, in, rows, run, step, weights, skip, bias, out);
  else if (width == 8 && pixels == PIXELS) tile_6x8(g, in, rows, run, step, weights, skip, bias, out);
  else if (width == 8) tile_1x8(g, in, rows, run, step, weights, skip, bias, out);
  else if (width == 4 && pixels == PIXELS) tile_6x4(g, in, rows, run, step, weights, skip, bias, out);
  else if (width == 4) tile_1x4(g, in, rows, run, step, weights, skip, bias, out);
  else tile_1x1(g, in, rows, run, step, weights, skip, bias, out);
}

static void conv(const geometry *g, const float *in, const float *weights, const float *bias, float *out) {
  int y, begin, width;
  for (y = 0; y < g->oh; ++y) {
    const int top = y * g->sh - g->pt;
    const int r0 = top < 0 ? -top : 0, r1 = top + g->kh > g->h ? g->h - top : g->kh;
    const float *block = weights;
    for (begin = 0; begin < g->oc; begin += width) {
      const int rest = g->oc - begin;
      int x = 0;
      width = rest >= 16 ? 16 : rest >= 8 ? 8 : rest >= 4 ? 4 : 1;
      while (x < g->ow) {
        const int left = x * g->sw - g->pl;
        const int c0 = left < 0 ? -left : 0, c1 = left + g->kw > g->w ? g->w - left : g->kw;
        const int last = (x + PIXELS - 1) * g->sw - g->pl;
        const int pixels = width > 1 && c0 == 0 && x + PIXELS <= g->ow && last + g->kw <= g->w ? PIXELS : 1;
        tile(g, pixels, width, in + ((long)(top + r0) * g->w + left + c0) * g->c, r1 - r0, (c1 - c0) * g->c,
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
#define DEPTHWISE_TILE(NAME, WIDTH)                                                                             \
  static void NAME(const geometry *g, const float *in, int rows, int columns, const float *weights,              \
                   const float *bias, float *out) {                                                              \
    float sum[WIDTH];                                                                                            \
    int j, r, k;                                                                                                 \
    for (j = 0; j < WIDTH; ++j) sum[j] = bias[j];                                                                \
    for (r = 0; r < rows; ++r)                                                                                   \
      for (k = 0; k < columns; ++k) {                                                                            \
        const float *a = in + ((long)r * g->w + k) * g->c, *b = weights + ((long)r * g->kw + k) * g->c;          \
        for (j = 0; j < WIDTH; ++j) sum[j] += a[j] * b[j];                                                       \
      }                                                                                                          \
    for (j = 0; j < WIDTH; ++j) {                                                                                \
      float s = sum[j];                                                                                          \
      s = s < g->low ? g->low : s;                                                                               \
      out[j] = s > g->high ? g->high : s;                                                                        \
    }                                                                                                            \
  }

DEPTHWISE_TILE(channels_16, 16)
DEPTHWISE_TILE(channels_8, 8)
DEPTHWISE_TILE(channels_4, 4)
DEPTHWISE_TILE(channels_1, 1)

static void depthwise(const geometry *g, const float *in, const float *weights, const float *bias, float *out) {
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
      for (; c + 16 <= g->c; c += 16) channels_16(g, a + c, r1 - r0, c1 - c0, k + c, bias + c, out + c);
      for (; c + 8 <= g->c; c += 8) channels_8(g, a + c, r1 - r0, c1 - c0, k + c, bias + c, out + c);
      for (; c + 4 <= g->c; c += 4) channels_4(g, a + c, r1 - r0, c1 - c0, k + c, bias + c, out + c);
      for (; c < g->c; ++c) channels_1(g, a + c, r1 - r0, c1 - c0, k + c, bias + c, out + c);
      out += g->c;
    }
  }
}
#endif

#if defined(USE_MAX_POOL) || defined(USE_AVERAGE_POOL)
static void pool(const geometry *g, const float *in, int average, float *out) {
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
static void global_mean(const float *in, int positions, int channels, float *out) {
  int p, c;
  for (c = 0; c < channels; ++c) out[c] = 0;
  for (p = 0; p < positions; ++p, in += channels)
    for (c = 0; c < channels; ++c) out[c] += in[c];
  for (c = 0; c < channels; ++c) out[c] /= (float)positions;
}
#endif

#ifdef USE_ADD
static void add(const float *a, const float *b, int count, float low, float high, float *out) {
  int i;
  for (i = 0; i < count; ++i) {
    float s = a[i] + b[i];
    s = s < low ? low : s;
    out[i] = s > high ? high : s;
  }
}
#endif

#ifdef USE_SCALE
static void scale(const float *in, const float *gate, int positions, int channels, float *out) {
  int p, c;
  for (p = 0; p < positions; ++p, in += channels, out += channels)
    for (c = 0; c < channels; ++c) out[c] = in[c] * gate[c];
}
#endif

#ifdef USE_HARD_SWISH
static void hard_swish(const float *in, int count, float *out) {
  int i;
  for (i = 0; i < count; ++i) {
    float gate = in[i] + 3.0f;
    gate = gate < 0.0f ? 0.0f : gate;
    gate = gate > 6.0f ? 6.0f : gate;
    out[i] = in[i] * gate / 6.0f;
  }
}
#endif
