/* SPDX-License-Identifier: 0BSD */
/* Listens with the network and prints what it hears, twice in the time that the network hears at once.
   Where sound comes from is yours to fill in: read_samples() takes it from the microphone of your board (PDM, I2S,
   ADC). As it is, it makes a tone, so that the sketch runs. */
#include <Arduino.h>
#include <math.h>
#include <string.h>

#include <@frontend@.h>
#include <@model@.h>

static int16_t samples[FRONTEND_WINDOW];                      // the sound of one frame
static int32_t row[FRONTEND_MELS];                            // its features, in 1/65536
static model_value features[MODEL_FRAMES * (long)MODEL_MELS]; // of the latest frames, the oldest first
static int frames;                                            // since the network was asked

// The next count samples, 16 bits, FRONTEND_RATE a second.
static void read_samples(int16_t *to, int count) {
  static float angle;
  for (int i = 0; i < count; ++i) {
    angle += 6.2831853f * 700.0f / FRONTEND_RATE;
    if (angle > 6.2831853f) angle -= 6.2831853f;
    to[i] = (int16_t)(8000.0f * sinf(angle));
  }
}

static model_value from_feature(int32_t feature) {
#if MODEL_INT8
  const float code = roundf((float)feature / 65536.0f / MODEL_INPUT_SCALE) + MODEL_INPUT_ZERO;
  return (model_value)(code < -128 ? -128 : code > 127 ? 127 : code);
#else
  return (model_value)feature / 65536.0f;
#endif
}

static void next_frame() {
  const int step = FRONTEND_HOP < FRONTEND_WINDOW ? FRONTEND_HOP : FRONTEND_WINDOW, kept = FRONTEND_WINDOW - step;
  for (int unheard = FRONTEND_HOP - step; unheard > 0; --unheard) read_samples(samples, 1);
  memmove(samples, samples + step, (size_t)kept * sizeof samples[0]);
  read_samples(samples + kept, step);
  frontend_frame_fixed(samples, row);
  memmove(features, features + MODEL_MELS, sizeof features - MODEL_MELS * sizeof features[0]);
  for (int m = 0; m < MODEL_MELS; ++m) features[(MODEL_FRAMES - 1) * (long)MODEL_MELS + m] = from_feature(row[m]);
}

void setup() {
  Serial.begin(115200);
  frontend_empty_fixed(row);
  for (long i = 0; i < MODEL_FRAMES * (long)MODEL_MELS; ++i) features[i] = from_feature(row[i % MODEL_MELS]);
}

void loop() {
  next_frame();
  if (++frames < (MODEL_FRAMES + 1) / 2) return;
  frames = 0;
  memcpy(model_input(), features, sizeof features); // the network writes over its input
  const model_value *logits = model_invoke();
  int best = 0;
  for (int c = 1; c < MODEL_CLASSES; ++c)
    if (logits[c] > logits[best]) best = c;
#if MODEL_INT8
  const model_value zero = MODEL_OUTPUT_ZERO;
#else
  const model_value zero = 0;
#endif
  // Of several labels at once each holds that is more likely than not.
  for (int c = 0; c < MODEL_CLASSES; ++c)
    if (MODEL_MULTI_LABEL ? logits[c] > zero : c == best) Serial.println(model_labels[c]);
}
