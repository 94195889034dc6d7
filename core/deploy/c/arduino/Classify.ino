/* SPDX-License-Identifier: 0BSD */
/* Listens with the network and prints what it hears.
   Where sound comes from is yours to fill in: read_samples() takes it from the microphone of your board (PDM, I2S,
   ADC). As it is, it makes a tone, so that the sketch runs. */
#include <Arduino.h>
#include <math.h>

#include <@model@_stream.h>

static int16_t samples[FRONTEND_HOP];

// The next count samples, 16 bits, FRONTEND_RATE a second.
static void read_samples(int16_t *to, int count) {
  static float angle;
  for (int i = 0; i < count; ++i) {
    angle += 6.2831853f * 700.0f / FRONTEND_RATE;
    if (angle > 6.2831853f) angle -= 6.2831853f;
    to[i] = (int16_t)(8000.0f * sinf(angle));
  }
}

void setup() {
  Serial.begin(115200);
}

void loop() {
  read_samples(samples, FRONTEND_HOP);
  const model_value *logits = model_push(samples);
  if (!logits) return; // they end no window
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
