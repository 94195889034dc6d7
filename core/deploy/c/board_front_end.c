/* Counts frames of the front end on an emulated Cortex-M, from samples to codes as main.c makes them: prints ticks of the
   system timer and how many frames they were. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "@frontend@.h"

#define SYSTICK ((volatile uint32_t *)0xE000E010) /* control, reload, value: 24 bits, counts down at the CPU's clock */
#define FRAMES 6

static int16_t samples[FRONTEND_WINDOW];
static int8_t codes[FRONTEND_MELS];
static const volatile float scale = 0.05f;
static const volatile int zero = -3;

static int8_t code_of(float x) {
  const float code = nearbyintf(x / scale) + (float)zero;
  return (int8_t)(code < -128 ? -128 : code > 127 ? 127 : code);
}

static void frame(void) {
  int i;
#if FIXED
  static int32_t row[FRONTEND_MELS];
  frontend_frame_fixed(samples, row);
  for (i = 0; i < FRONTEND_MELS; ++i) codes[i] = code_of((float)row[i] / 65536.0f);
#else
  static float row[FRONTEND_MELS], real[FRONTEND_WINDOW];
  for (i = 0; i < FRONTEND_WINDOW; ++i) real[i] = (float)samples[i] / 32768.0f;
  frontend_frame(real, row);
  for (i = 0; i < FRONTEND_MELS; ++i) codes[i] = code_of(row[i]);
#endif
}

int main(void) {
  uint32_t seed = 1, ticks = 0;
  int f, i;
  SYSTICK[1] = 0xFFFFFF;
  SYSTICK[2] = 0;
  SYSTICK[0] = 5;
  for (f = 0; f < FRAMES; ++f) {
    uint32_t before;
    for (i = 0; i < FRONTEND_WINDOW; ++i) {
      seed = seed * 1664525u + 1013904223u;
      samples[i] = (int16_t)((int32_t)(seed >> 16) / (f + 1) - 16384 / (f + 1));
    }
    before = SYSTICK[2];
    frame();
    ticks += (before - SYSTICK[2]) & 0xFFFFFF;
  }
  printf("%lu %d %d\n", (unsigned long)ticks, FRAMES, codes[0]);
  fflush(stdout);
  exit(0);
}
