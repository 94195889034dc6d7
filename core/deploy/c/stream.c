/* Hops that a frame reaches over. */
#define HOPS ((FRONTEND_WINDOW + FRONTEND_HOP - 1) / FRONTEND_HOP)

static int16_t heard[HOPS * FRONTEND_HOP];
static int missing = HOPS; /* hops before a frame is whole */

model_value model_code(float feature) {
#if MODEL_INT8
  const float code = nearbyintf(feature / MODEL_INPUT_SCALE) + MODEL_INPUT_ZERO;
  return (model_value)(code < -128 ? -128 : code > 127 ? 127 : code);
#else
  return feature;
#endif
}

#if !MODEL_STATEFUL
static model_value rows[MODEL_FRAMES * MODEL_MELS]; /* of the last frames; the oldest is where the next goes */
static int next, count;                             /* below 0: frames that no window hears */

model_value *model_frame(void) { return rows + next * MODEL_MELS; }

const model_value *model_listen(void) {
  model_value *const input = model_input();
  int older;
  next = next + 1 < MODEL_FRAMES ? next + 1 : 0;
  if (++count < MODEL_FRAMES) return 0;
  older = (MODEL_FRAMES - next) * MODEL_MELS;
  memcpy(input, rows + next * MODEL_MELS, (size_t)older * sizeof *rows);
  memcpy(input + older, rows, (size_t)(next * MODEL_MELS) * sizeof *rows);
  count = MODEL_FRAMES - (MODEL_EVERY);
  return model_invoke();
}

void model_forget(void) { next = count = 0; }
#endif

static void hear(model_value *features) {
  int i;
#if MODEL_FIXED_FRONTEND
  int32_t row[FRONTEND_MELS];
  frontend_frame_fixed(heard, row);
  for (i = 0; i < FRONTEND_MELS; ++i) features[i] = model_code((float)row[i] / 65536.0f);
#else
  static float real[FRONTEND_WINDOW];
  float row[FRONTEND_MELS];
  for (i = 0; i < FRONTEND_WINDOW; ++i) real[i] = (float)heard[i] / 32768.0f;
  frontend_frame(real, row);
  for (i = 0; i < FRONTEND_MELS; ++i) features[i] = model_code(row[i]);
#endif
}

const model_value *model_push(const int16_t *samples) {
  memmove(heard, heard + FRONTEND_HOP, sizeof heard - FRONTEND_HOP * sizeof *heard);
  memcpy(heard + (HOPS - 1) * FRONTEND_HOP, samples, FRONTEND_HOP * sizeof *heard);
  if (missing > 1) {
    --missing;
    return 0;
  }
#if !MODEL_STATEFUL
  if (count < 0) {
    ++count;
    return 0;
  }
#endif
  hear(model_frame());
  return model_listen();
}

void model_reset(void) {
  missing = HOPS;
  model_forget();
}
