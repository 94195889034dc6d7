/* ---- fixed point: 32-bit integers, the upper halves of products, one exponent a frame ---- */

static int32_t fixed_points[2 * HALF + 2]; /* real and imaginary parts in turn; later the power's upper and lower half */

/* a * b / 2^32, half rounded up: of a turn, the half of what it makes of a point. */
static inline int32_t upper(int32_t a, int32_t b) {
#if defined(__GNUC__) && defined(__ARM_FEATURE_DSP) && defined(__thumb__)
  int32_t product;
  __asm__("smmulr %0, %1, %2" : "=r"(product) : "r"(a), "r"(b));
  return product;
#else
  return (int32_t)(((int64_t)a * b + 0x80000000LL) >> 32);
#endif
}

/* The loudest windowed sample gets FIXED_BITS bits: then no sum of the FFT takes more than 32. */
static int shift_of(const int16_t *samples) {
  uint32_t all = 0;
  int i, shift = -FIXED_BITS;
  for (i = 0; i < LOGMEL_WINDOW; ++i) {
    const int32_t x = samples[i] * window_q15[i];
    all |= (uint32_t)(x < 0 ? ~x : x);
  }
  for (; all; all >>= 1) ++shift;
  return shift;
}

static int32_t fixed_windowed(const int16_t *samples, int n, int left, int right) {
  return n < LOGMEL_WINDOW ? (int32_t)((uint32_t)(samples[n] * window_q15[n]) << left) >> right : 0;
}

#if LOGMEL_FFT & 0x55555555
static int fixed_first_step(const int16_t *samples, int left, int right) {
  int n = 0;
  int32_t *z;
  for (z = fixed_points; z != fixed_points + 2 * HALF; z += 4) {
    int i;
    for (i = 0; i < 2; ++i) {
      const int32_t a = fixed_windowed(samples, 2 * n + i, left, right);
      const int32_t b = fixed_windowed(samples, 2 * n + i + HALF, left, right);
      z[i] = a + b;
      z[i + 2] = a - b;
    }
    n = next_reversed(n, HALF / 4);
  }
  return 2;
}
#else
static int fixed_first_step(const int16_t *samples, int left, int right) {
  int n = 0;
  int32_t *z;
  for (z = fixed_points; z != fixed_points + 2 * HALF; z += 8) {
    int32_t e[2], f[2], a[2], b[2];
    int i;
    for (i = 0; i < 2; ++i) {
      const int32_t p = fixed_windowed(samples, 2 * n + i, left, right);
      const int32_t q = fixed_windowed(samples, 2 * n + i + HALF, left, right);
      const int32_t r = fixed_windowed(samples, 2 * n + i + HALF / 2, left, right);
      const int32_t s = fixed_windowed(samples, 2 * n + i + HALF / 2 * 3, left, right);
      e[i] = p + q;
      a[i] = p - q;
      f[i] = r + s;
      b[i] = r - s;
    }
    z[0] = e[0] + f[0];
    z[1] = e[1] + f[1];
    z[2] = a[0] + b[1];
    z[3] = a[1] - b[0];
    z[4] = e[0] - f[0];
    z[5] = e[1] - f[1];
    z[6] = a[0] - b[1];
    z[7] = a[1] + b[0];
    n = next_reversed(n, HALF / 8);
  }
  return 4;
}
#endif

static void fixed_step_of_four(int size) {
  const int apart = 2 * size, turn_step = HALF / size;
  const int32_t *one = turns_q31, *two = turns_2_3_q31;
  int k;
  for (k = 0; k < size; ++k, one += turn_step, two += turn_step) {
    int32_t *z;
    for (z = fixed_points + 2 * k; z < fixed_points + 2 * HALF; z += 4 * apart) {
      int32_t *const y = z + apart, *const x = y + apart, *const w = x + apart;
      const int32_t cr = 2 * (upper(y[0], two[0]) + upper(y[1], two[1]));
      const int32_t ci = 2 * (upper(y[1], two[0]) - upper(y[0], two[1]));
      const int32_t er = z[0] + cr, ei = z[1] + ci, ar = z[0] - cr, ai = z[1] - ci;
      const int32_t br = upper(x[0], one[0]) + upper(x[1], one[1]), bi = upper(x[1], one[0]) - upper(x[0], one[1]);
      const int32_t dr = upper(w[0], two[2]) + upper(w[1], two[3]), di = upper(w[1], two[2]) - upper(w[0], two[3]);
      const int32_t fr = 2 * (br + dr), fi = 2 * (bi + di), gr = 2 * (br - dr), gi = 2 * (bi - di);
      z[0] = er + fr;
      z[1] = ei + fi;
      y[0] = ar + gi;
      y[1] = ai - gr;
      x[0] = er - fr;
      x[1] = ei - fi;
      w[0] = ar - gi;
      w[1] = ai + gr;
    }
  }
}

static void put_power(int32_t x, int32_t y, int32_t *to) {
  const int64_t power = (int64_t)x * x + (int64_t)y * y;
  to[0] = (int32_t)(power >> 32);
  to[1] = (int32_t)(uint32_t)power;
}

/* A quarter of the power of the real signal's spectrum. */
static void fixed_split(void) {
  const int32_t *turn = turns_q31;
  int32_t *low = fixed_points, *high = fixed_points + 2 * HALF;
  high[0] = low[0];
  high[1] = low[1];
  for (; low <= high; low += 2, high -= 2, turn += 2) {
    const int32_t lr = low[0] >> 1, li = low[1] >> 1, hr = high[0] >> 1, hi = high[1] >> 1;
    const int32_t er = (lr + hr) >> 1, ei = (li - hi) >> 1, dr = lr - hr, di = li + hi;
    const int32_t x = upper(turn[0], di) - upper(turn[1], dr), y = upper(turn[0], dr) + upper(turn[1], di);
    put_power(er + x, ei - y, low);
    put_power(er - x, ei + y, high);
  }
}

/* 65536 * log2(high * 2^32 + low), not of 0, to about 1e-4: the leading bit, then a table of 64 steps. */
static int32_t log2_q16(uint64_t high, uint32_t low) {
  int bit = 31, step;
  uint32_t top, rest;
  if (high >> 32) { /* 32 bits of 96 are enough */
    low = (uint32_t)high;
    high >>= 32;
    bit += 32;
  }
  top = (uint32_t)high;
  if (top) {
    bit += 32;
  } else {
    top = low;
    low = 0;
  }
  for (step = 16; step > 0; step >>= 1)
    if (!(top >> (32 - step))) {
      top = top << step | low >> (32 - step);
      low <<= step;
      bit -= step;
    }
  step = (int)(top >> 25) & 63;
  rest = top >> 9 & 65535;
  return (int32_t)bit * 65536 + log2_table[step] +
         (int32_t)(((uint32_t)(log2_table[step + 1] - log2_table[step]) * rest) >> 16);
}

KINGLET_FN void logmel_frame_fixed(const int16_t *samples, int32_t *log_mel) {
  const int shift = shift_of(samples);
  int size, i, m;
  size = fixed_first_step(samples, shift < 0 ? -shift : 0, shift < 0 ? 0 : shift);
  for (; size < HALF; size *= 4) fixed_step_of_four(size);
  fixed_split();
  for (m = 0; m < LOGMEL_BANDS; ++m) {
    const int32_t *power = fixed_points + 2 * mel_first[m];
    const uint16_t *weight = mel_weights_q15 + mel_start[m];
    uint64_t high = 0, low = 0;
    int32_t value = FLOOR_Q16;
    for (i = mel_bins[m]; i > 0; --i, power += 2, ++weight) {
      high += (uint64_t)(uint32_t)power[0] * *weight;
      low += (uint64_t)(uint32_t)power[1] * *weight;
    }
    high += low >> 32;
    if (high > 0 || (uint32_t)low > 0) {
      /* Samples, window and weights are numbers of 15 bits, and of the spectrum there is the half:
         energy = sum * 2^(2 shift - 73); ln = log2 * ln 2. */
      const int32_t log2_energy = log2_q16(high, (uint32_t)low) + (2 * shift - 73) * 65536;
      const int32_t natural = (int32_t)(((int64_t)log2_energy * 45426) >> 16);
      if (natural > value) value = natural;
    }
    log_mel[m] = value;
  }
}
