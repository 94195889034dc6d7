/* Listens to noise as exports do and as whole windows would. With MODEL_STREAM_ONLY: the answers of model_push;
   else of model_invoke on windows of the same frames, MODEL_EVERY apart. HOPS_HEARD: how many hops. */
#include <stdio.h>
#include <string.h>

#include "model_stream.h"

static int16_t samples[(HOPS_HEARD + 1) * FRONTEND_HOP + FRONTEND_WINDOW];

static void print(const model_value *logits) {
  int c;
  for (c = 0; c < MODEL_CLASSES; ++c) printf("%.9g ", (double)logits[c]);
  printf("\n");
}

#ifndef MODEL_STREAM_ONLY
static void frame(long at, model_value *to) {
  float row[FRONTEND_MELS];
  int i;
#if MODEL_FIXED_FRONTEND
  int32_t fixed[FRONTEND_MELS];
  frontend_frame_fixed(samples + at * FRONTEND_HOP, fixed);
  for (i = 0; i < FRONTEND_MELS; ++i) row[i] = (float)fixed[i] / 65536.0f;
#else
  static float real[FRONTEND_WINDOW];
  for (i = 0; i < FRONTEND_WINDOW; ++i) real[i] = (float)samples[at * FRONTEND_HOP + i] / 32768.0f;
  frontend_frame(real, row);
#endif
  for (i = 0; i < FRONTEND_MELS; ++i) to[i] = model_code(row[i]);
}
#endif

int main(void) {
  const long hops = HOPS_HEARD;
  unsigned seed = 7;
  long i;
  for (i = 0; i < hops * FRONTEND_HOP; ++i) {
    seed = seed * 1664525u + 1013904223u;
    samples[i] = (int16_t)((int)(seed >> 16) / (1 + (int)(i / 3000) % 5) - 6000);
  }
#ifdef MODEL_STREAM_ONLY
  {
    int again;
    for (again = 0; again < 2; ++again) {
      for (i = 0; i < hops; ++i) {
        const model_value *logits = model_push(samples + i * FRONTEND_HOP);
        if (logits && again) print(logits);
      }
      model_reset();
    }
  }
#else
  {
    const long reach = (FRONTEND_WINDOW + FRONTEND_HOP - 1) / FRONTEND_HOP, frames = hops - reach + 1;
    for (i = 0; i + MODEL_FRAMES <= frames; i += MODEL_EVERY) {
      int t;
      for (t = 0; t < MODEL_FRAMES; ++t) frame(i + t, model_input() + t * MODEL_MELS);
      print(model_invoke());
    }
  }
#endif
  return 0;
}
