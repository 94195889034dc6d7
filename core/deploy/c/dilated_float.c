#ifdef USE_DILATED
/* A convolution along time whose taps lie `apart` rows from one another, the first `top` rows above its output's place.
   Weights are [tap][in][out]: the inner loop runs over neighbouring outputs. */
KINGLET_FN void kernel_dilated(const kernel_geometry *g, int taps, int apart, int stride, int top, const float *in,
                               const float *weights, const float *bias, float *out) {
  int y, t, i, o;
  for (y = 0; y < g->oh; ++y, out += g->oc) {
    for (o = 0; o < g->oc; ++o) out[o] = bias[o];
    for (t = 0; t < taps; ++t) {
      const int row = y * stride - top + t * apart;
      const float *k = weights + (long)t * g->c * g->oc;
      if (row < 0 || row >= g->h) continue;
      for (i = 0; i < g->c; ++i, k += g->oc) {
        const float x = in[(long)row * g->c + i];
        for (o = 0; o < g->oc; ++o) out[o] += x * k[o];
      }
    }
    for (o = 0; o < g->oc; ++o) {
      const float s = out[o] < g->low ? g->low : out[o];
      out[o] = s > g->high ? g->high : s;
    }
  }
}
#endif
