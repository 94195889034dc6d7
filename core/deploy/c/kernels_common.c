/* Kernels that move values about, of whichever type `kernel_element` is. */
#ifdef USE_CONCAT
/* Writes one input of a concatenation into its channels. */
KINGLET_FN void kernel_place(const kernel_element *in, int32_t positions, int channels, int all, kernel_element *out) {
  int32_t p;
  int c;
  for (p = 0; p < positions; ++p, out += all)
    for (c = 0; c < channels; ++c) out[c] = *in++;
}
#endif

#ifdef USE_SLICE
KINGLET_FN void kernel_slice(const kernel_element *in, int32_t positions, int all, int channels, kernel_element *out) {
  int32_t p;
  int c;
  for (p = 0; p < positions; ++p, in += all)
    for (c = 0; c < channels; ++c) *out++ = in[c];
}
#endif

#ifdef USE_SHUFFLE
KINGLET_FN void kernel_shuffle(const kernel_element *in, int32_t positions, int channels, int groups,
                               kernel_element *out) {
  const int each = channels / groups;
  int32_t p;
  int g, i;
  for (p = 0; p < positions; ++p, in += channels, out += channels)
    for (g = 0; g < groups; ++g)
      for (i = 0; i < each; ++i) out[i * groups + g] = in[g * each + i];
}
#endif
