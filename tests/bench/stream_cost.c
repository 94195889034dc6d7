/* Listens to noise on an emulated Cortex-M and counts an answer: with WINDOWED every frame of a window and the whole
   network anew, else by model_push. Prints the answers' codes, and at last the ticks of the system timer an answer. */
#include <stdio.h>
#include <stdlib.h>

#include "model_stream.h"

#define SYSTICK ((volatile uint32_t *)0xE000E010) /* control, reload, value: 24 bits, counts down at the CPU's clock */
#define ANSWERS 3

static int16_t sample(uint32_t n) {
  n = (n ^ n >> 15) * 0x2c1b3c6du;
  n = (n ^ n >> 12) * 0x297a2d39u;
  return (int16_t)((int32_t)(n >> 16) / 4 - 8000);
}

static uint32_t now(void) { return SYSTICK[2]; }
static uint32_t since(uint32_t before) { return (before - SYSTICK[2]) & 0xFFFFFF; }

static void print(const model_value *logits) {
  int c;
  for (c = 0; c < MODEL_CLASSES; ++c) printf("%d ", (int)logits[c]);
  printf("\n");
}

#ifdef WINDOWED
static int16_t heard[FRONTEND_WINDOW];

static double answer(long first) {
  double ticks = 0;
  uint32_t before;
  const model_value *logits;
  int t, i;
  for (t = 0; t < MODEL_FRAMES; ++t) {
    int32_t row[FRONTEND_MELS];
    model_value *to = model_input() + t * MODEL_MELS;
    for (i = 0; i < FRONTEND_WINDOW; ++i) heard[i] = sample((uint32_t)((first + t) * FRONTEND_HOP + i));
    before = now();
    frontend_frame_fixed(heard, row);
    for (i = 0; i < FRONTEND_MELS; ++i) to[i] = model_code((float)row[i] / 65536.0f);
    ticks += since(before);
  }
  before = now();
  logits = model_invoke();
  ticks += since(before);
  print(logits);
  return ticks;
}
#endif

int main(void) {
  double ticks = 0;
  long i;
  SYSTICK[1] = 0xFFFFFF;
  SYSTICK[2] = 0;
  SYSTICK[0] = 5;
#ifdef WINDOWED
  for (i = 0; i < ANSWERS; ++i) ticks += answer(i * (MODEL_EVERY));
  printf("%.0f\n", ticks / ANSWERS);
#else
  {
    static int16_t samples[FRONTEND_HOP];
    int answers = 0;
    for (i = 0; answers < ANSWERS; ++i) {
      const model_value *logits;
      uint32_t before;
      int s;
      for (s = 0; s < FRONTEND_HOP; ++s) samples[s] = sample((uint32_t)(i * FRONTEND_HOP + s));
      before = now();
      logits = model_push(samples);
      if (answers > 0) ticks += since(before); /* the first has a whole window to catch up with */
      if (logits) {
        print(logits);
        ++answers;
      }
    }
    printf("%.0f\n", ticks / (ANSWERS - 1));
  }
#endif
  fflush(stdout);
  exit(0);
}
