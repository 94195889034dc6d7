/* The features as the network was trained on them: log-mel values, normalised a band. */
void frontend_log_mel(const float *samples, float *log_mel) { logmel_frame(samples, log_mel); }

void frontend_log_mel_fixed(const int16_t *samples, int32_t *log_mel) { logmel_frame_fixed(samples, log_mel); }

void frontend_normalise(const float *log_mel, float *features) {
  int m;
  for (m = 0; m < FRONTEND_MELS; ++m) features[m] = (log_mel[m] - mean[m]) / deviation[m];
}

void frontend_normalise_fixed(const int32_t *log_mel, int32_t *features) {
  int m;
  for (m = 0; m < FRONTEND_MELS; ++m)
    features[m] = (int32_t)(((int64_t)(log_mel[m] - mean_q16[m]) * inverse_deviation_q16[m]) >> 16);
}

void frontend_frame(const float *samples, float *features) {
  frontend_log_mel(samples, features);
  frontend_normalise(features, features);
}

void frontend_frame_fixed(const int16_t *samples, int32_t *features) {
  frontend_log_mel_fixed(samples, features);
  frontend_normalise_fixed(features, features);
}

float frontend_level(const float *features) {
  float sum = 0;
  int m;
  for (m = 0; m < FRONTEND_MELS; ++m) sum += features[m] * deviation[m] + mean[m];
  return sum / FRONTEND_MELS;
}

void frontend_empty(float *features) {
  int m;
  for (m = 0; m < FRONTEND_MELS; ++m) features[m] = (logf(FRONTEND_FLOOR) - mean[m]) / deviation[m];
}

void frontend_empty_fixed(int32_t *features) {
  int m;
  for (m = 0; m < FRONTEND_MELS; ++m)
    features[m] = (int32_t)(((int64_t)(FLOOR_Q16 - mean_q16[m]) * inverse_deviation_q16[m]) >> 16);
}
