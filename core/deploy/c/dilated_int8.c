#ifdef USE_DILATED
/* A convolution along time whose taps lie `apart` rows from one another, the first `top` rows above its output's
   place. Weights are [out][tap][in]. */
KINGLET_FN void kernel_dilated(const kernel_geometry *g, int32_t taps, int32_t apart, int32_t stride, int32_t top,
                               const int8_t *in, const int8_t *weights, const int32_t *bias, const uint8_t *shifts,
                               int8_t *out) {
  int32_t y, o, t, i;
  for (y = 0; y < g->oh; ++y, out += g->oc) {
    for (o = 0; o < g->oc; ++o) {
      int32_t sum = bias[o];
      for (t = 0; t < taps; ++t) {
        const int32_t row = y * stride - top + t * apart;
        const int8_t *k = weights + (o * taps + t) * g->c;
        if (row < 0 || row >= g->h) continue;
        for (i = 0; i < g->c; ++i) sum += (in[row * g->c + i] - g->in_zero) * k[i];
      }
      out[o] = rescale(g, sum, g->shift + shifts[o]);
    }
    limit(g, out, g->oc);
  }
}
#endif
