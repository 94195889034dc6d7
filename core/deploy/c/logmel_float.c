/* ---- float ---- */

static float points[2 * HALF + 2]; /* real and imaginary parts in turn; later the power, at even places */

static void windowed(const float *samples, int n, float *re, float *im) {
  n *= 2;
  *re = n < LOGMEL_WINDOW ? samples[n] * window[n] : 0.0f;
  *im = n + 1 < LOGMEL_WINDOW ? samples[n + 1] * window[n + 1] : 0.0f;
}

#if LOGMEL_FFT & 0x55555555
/* The first step, of two points each: HALF is no power of four. */
static int first_step(const float *samples) {
  int n = 0;
  float *z;
  for (z = points; z != points + 2 * HALF; z += 4) {
    float ar, ai, br, bi;
    windowed(samples, n, &ar, &ai);
    windowed(samples, n + HALF / 2, &br, &bi);
    z[0] = ar + br;
    z[1] = ai + bi;
    z[2] = ar - br;
    z[3] = ai - bi;
    n = next_reversed(n, HALF / 4);
  }
  return 2;
}
#else
/* The first step, of four points each. */
static int first_step(const float *samples) {
  int n = 0;
  float *z;
  for (z = points; z != points + 2 * HALF; z += 8) {
    float ar, ai, br, bi, cr, ci, dr, di, er, ei, fr, fi;
    windowed(samples, n, &ar, &ai);
    windowed(samples, n + HALF / 2, &cr, &ci);
    er = ar + cr;
    ei = ai + ci;
    ar -= cr;
    ai -= ci;
    windowed(samples, n + HALF / 4, &br, &bi);
    windowed(samples, n + HALF / 4 * 3, &dr, &di);
    fr = br + dr;
    fi = bi + di;
    br -= dr;
    bi -= di;
    z[0] = er + fr;
    z[1] = ei + fi;
    z[2] = ar + bi;
    z[3] = ai - br;
    z[4] = er - fr;
    z[5] = ei - fi;
    z[6] = ar - bi;
    z[7] = ai + br;
    n = next_reversed(n, HALF / 8);
  }
  return 4;
}
#endif

/* Blocks of four quarters of `size` points, each the spectrum of every fourth point, become one spectrum. */
static void step_of_four(int size) {
  const int apart = 2 * size, turn_step = HALF / size; /* floats */
  const float *one = turns, *two = turns_2_3;
  int k;
  for (k = 0; k < size; ++k, one += turn_step, two += turn_step) {
    const float c1 = one[0], s1 = one[1], c2 = two[0], s2 = two[1], c3 = two[2], s3 = two[3];
    float *z;
    for (z = points + 2 * k; z < points + 2 * HALF; z += 4 * apart) {
      float *const y = z + apart, *const x = y + apart, *const w = x + apart;
      const float cr = y[0] * c2 + y[1] * s2, ci = y[1] * c2 - y[0] * s2;
      const float br = x[0] * c1 + x[1] * s1, bi = x[1] * c1 - x[0] * s1;
      const float dr = w[0] * c3 + w[1] * s3, di = w[1] * c3 - w[0] * s3;
      const float er = z[0] + cr, ei = z[1] + ci, ar = z[0] - cr, ai = z[1] - ci;
      const float fr = br + dr, fi = bi + di, gr = br - dr, gi = bi - di;
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

/* Four times the power of the real signal's spectrum. */
static void split(void) {
  const float *turn = turns;
  float *low = points, *high = points + 2 * HALF;
  high[0] = low[0];
  high[1] = low[1];
  for (; low <= high; low += 2, high -= 2, turn += 2) {
    const float er = low[0] + high[0], ei = low[1] - high[1], dr = low[0] - high[0], di = low[1] + high[1];
    const float x = turn[0] * di - turn[1] * dr, y = turn[0] * dr + turn[1] * di;
    const float pr = er + x, pi = ei - y, qr = er - x, qi = ei + y;
    low[0] = pr * pr + pi * pi;
    high[0] = qr * qr + qi * qi;
  }
}

/* Natural logarithm of a normal number, to the last bit but one. */
static float natural_log(float x) {
  uint32_t bits;
  int32_t exponent;
  float t, square;
  memcpy(&bits, &x, sizeof bits);
  exponent = (int32_t)((bits + 0x4afb0dU) >> 23) - 127; /* of x / sqrt(2), so that what is left lies around 1 */
  bits -= (uint32_t)exponent << 23;
  memcpy(&x, &bits, sizeof bits);
  t = (x - 1.0f) / (x + 1.0f);
  square = t * t;
  return (float)exponent * 0.693147181f +
         2.0f * t * (1.0f + square * (0.333333333f + square * (0.2f + square * (0.142857143f + square * 0.111111111f))));
}

KINGLET_FN void logmel_frame(const float *samples, float *log_mel) {
  int size, i, m;
  for (size = first_step(samples); size < HALF; size *= 4) step_of_four(size);
  split();
  for (m = 0; m < LOGMEL_BANDS; ++m) {
    const float *power = points + 2 * mel_first[m], *weight = mel_weights + mel_start[m];
    float sum = 0;
    for (i = mel_bins[m]; i > 0; --i, power += 2) sum += *power * *weight++;
    sum *= 0.25f;
    log_mel[m] = natural_log(sum > LOGMEL_FLOOR ? sum : LOGMEL_FLOOR);
  }
}
