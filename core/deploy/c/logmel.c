/* Log-mel features: window, real FFT, power, triangular mel filters, natural logarithm with a floor. The tables above
   are the study's. The even samples are the real parts of HALF complex points, the odd ones the imaginary parts; their
   FFT is split into that of the real signal. It goes by fours: the points are read in bit-reversed order as they are
   windowed, so that the second and third quarter of each block have changed places. */
#define HALF (LOGMEL_FFT / 2)

/* The next index in bit-reversed order, top: the highest bit. */
static int next_reversed(int index, int top) {
  while (index & top) {
    index ^= top;
    top >>= 1;
  }
  return index | top;
}
