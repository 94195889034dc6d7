/* Log-mel features: window, real FFT, power, triangular mel filters, natural logarithm with a floor. The tables above
   are the study's. */
#define HALF (LOGMEL_FFT / 2)

static int reversed(int k) {
  int r = 0, bit;
  for (bit = 1; bit < HALF; bit <<= 1) {
    r = (r << 1) | (k & 1);
    k >>= 1;
  }
  return r;
}

/* ---- float ---- */

static float re[HALF + 1], im[HALF + 1];

/* Radix-2 FFT of HALF complex points in place; turns[k] = cos, sin of 2 pi k / LOGMEL_FFT. */
static void fft(void) {
  int i, size, k, start;
  for (i = 0; i < HALF; ++i) {
    const int j = reversed(i);
    if (j > i) {
      float t = re[i];
      re[i] = re[j];
      re[j] = t;
      t = im[i];
      im[i] = im[j];
      im[j] = t;
    }
  }
  for (size = 1; size < HALF; size *= 2)
    for (start = 0; start < HALF; start += 2 * size)
      for (k = 0; k < size; ++k) {
        const float c = turn_cos[k * (HALF / size)], s = -turn_sin[k * (HALF / size)];
        const int a = start + k, b = a + size;
        const float x = re[b] * c - im[b] * s, y = re[b] * s + im[b] * c;
        re[b] = re[a] - x;
        im[b] = im[a] - y;
        re[a] += x;
        im[a] += y;
      }
}

/* Power of the real signal's spectrum from the FFT of its even and odd samples as real and imaginary parts. */
static float power(int k) {
  const int m = k == 0 || k == HALF ? 0 : HALF - k, n = k == HALF ? 0 : k;
  const float er = 0.5f * (re[n] + re[m]), ei = 0.5f * (im[n] - im[m]);
  const float dr = 0.5f * (re[n] - re[m]), di = 0.5f * (im[n] + im[m]);
  const float c = k == HALF ? -1.0f : turn_cos[k], s = k == HALF ? 0.0f : -turn_sin[k];
  const float x = er + c * di + s * dr, y = ei + s * di - c * dr;
  return x * x + y * y;
}

KINGLET_FN void logmel_frame(const float *samples, float *log_mel) {
  int i, m;
  float spectrum[HALF + 1];
  for (i = 0; i < HALF; ++i) {
    const int n = 2 * i;
    re[i] = n < LOGMEL_WINDOW ? samples[n] * window[n] : 0.0f;
    im[i] = n + 1 < LOGMEL_WINDOW ? samples[n + 1] * window[n + 1] : 0.0f;
  }
  fft();
  for (i = 0; i <= HALF; ++i) spectrum[i] = power(i);
  for (m = 0; m < LOGMEL_BANDS; ++m) {
    float sum = 0;
    for (i = 0; i < mel_bins[m]; ++i) sum += spectrum[mel_first[m] + i] * mel_weights[mel_start[m] + i];
    log_mel[m] = logf(sum > LOGMEL_FLOOR ? sum : LOGMEL_FLOOR);
  }
}

/* ---- fixed point: 32-bit integers, products in 64 bits, one exponent a frame ---- */

static int32_t fixed_re[HALF + 1], fixed_im[HALF + 1];

static int32_t times(int32_t a, int32_t turn_q30) {
  return (int32_t)(((int64_t)a * turn_q30 + ((int32_t)1 << 29)) >> 30);
}

static void fixed_fft(void) {
  int i, size, k, start;
  for (i = 0; i < HALF; ++i) {
    const int j = reversed(i);
    if (j > i) {
      int32_t t = fixed_re[i];
      fixed_re[i] = fixed_re[j];
      fixed_re[j] = t;
      t = fixed_im[i];
      fixed_im[i] = fixed_im[j];
      fixed_im[j] = t;
    }
  }
  for (size = 1; size < HALF; size *= 2)
    for (start = 0; start < HALF; start += 2 * size)
      for (k = 0; k < size; ++k) {
        const int32_t c = turn_cos_q30[k * (HALF / size)], s = -turn_sin_q30[k * (HALF / size)];
        const int a = start + k, b = a + size;
        const int32_t x = times(fixed_re[b], c) - times(fixed_im[b], s);
        const int32_t y = times(fixed_re[b], s) + times(fixed_im[b], c);
        fixed_re[b] = fixed_re[a] - x;
        fixed_im[b] = fixed_im[a] - y;
        fixed_re[a] += x;
        fixed_im[a] += y;
      }
}

/* Four times the power, in the units of the FFT squared. */
static uint64_t fixed_power(int k) {
  const int m = k == 0 || k == HALF ? 0 : HALF - k, n = k == HALF ? 0 : k;
  const int32_t er = fixed_re[n] + fixed_re[m], ei = fixed_im[n] - fixed_im[m];
  const int32_t dr = fixed_re[n] - fixed_re[m], di = fixed_im[n] + fixed_im[m];
  const int32_t c = k == HALF ? -((int32_t)1 << 30) : turn_cos_q30[k], s = k == HALF ? 0 : -turn_sin_q30[k];
  const int64_t x = (int64_t)er + times(di, c) + times(dr, s), y = (int64_t)ei + times(di, s) - times(dr, c);
  return (uint64_t)(x * x) + (uint64_t)(y * y);
}

/* 65536 * log2(x), x > 0, to about 1e-4: the leading bit, then a table of 64 steps. */
static int32_t log2_q16(uint64_t x) {
  int bit = 63, step;
  int32_t rest;
  while (!(x >> bit)) --bit;
  x = bit >= 22 ? x >> (bit - 22) : x << (22 - bit); /* 1.22 bits */
  step = (int)(x >> 16) & 63;
  rest = (int32_t)(x & 65535);
  return (int32_t)bit * 65536 + log2_table[step] +
         (int32_t)(((int64_t)(log2_table[step + 1] - log2_table[step]) * rest) >> 16);
}

KINGLET_FN void logmel_frame_fixed(const int16_t *samples, int32_t *log_mel) {
  static uint64_t spectrum[HALF + 1];
  int32_t largest = 0;
  int i, m, shift = 0;
  for (i = 0; i < LOGMEL_FFT; ++i) {
    const int32_t x = i < LOGMEL_WINDOW ? (int32_t)samples[i] * window_q15[i] : 0;
    const int32_t size = x < 0 ? -x : x;
    if (size > largest) largest = size;
    if (i & 1) fixed_im[i / 2] = x;
    else fixed_re[i / 2] = x;
  }
  /* The loudest sample gets FIXED_BITS bits, so that HALF of them, twice over, stay below 2^31. */
  if (largest > 0) {
    while ((largest >> shift) >= ((int32_t)1 << FIXED_BITS)) ++shift;
    while (shift <= 0 && ((int64_t)largest << (1 - shift)) < ((int64_t)1 << FIXED_BITS)) --shift;
  }
  for (i = 0; i < HALF; ++i) {
    fixed_re[i] = shift > 0 ? fixed_re[i] >> shift : (int32_t)((uint32_t)fixed_re[i] << -shift);
    fixed_im[i] = shift > 0 ? fixed_im[i] >> shift : (int32_t)((uint32_t)fixed_im[i] << -shift);
  }
  fixed_fft();
  for (i = 0; i <= HALF; ++i) spectrum[i] = fixed_power(i);
  for (m = 0; m < LOGMEL_BANDS; ++m) {
    uint64_t sum = 0;
    int32_t value = FLOOR_Q16;
    for (i = 0; i < mel_bins[m]; ++i)
      sum += (spectrum[mel_first[m] + i] >> 10) * (uint64_t)mel_weights_q10[mel_start[m] + i];
    if (largest > 0 && sum > 0) {
      /* A sample is x / 2^15, its window w / 2^15: the energy is sum * 2^(2 shift - 62); ln = log2 * ln 2. */
      const int64_t log2_energy = (int64_t)log2_q16(sum) + ((int32_t)(2 * shift - 62)) * 65536;
      const int32_t natural = (int32_t)((log2_energy * 45426) >> 16);
      if (natural > value) value = natural;
    }
    log_mel[m] = value;
  }
}
