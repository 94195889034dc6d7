/* Classifies a WAV file: @program@ [--fixed] FILE.wav; --features FILE reads normalised float32 features instead of
   sound and prints the logits of each window; --stream-features the same, a frame after the other, as it listens. A clip longer than the network hears is cut into windows, each half over
   the next, and their probabilities are averaged; those that stay 30 dB below the loudest frame are left out. A shorter
   clip is followed by silence. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "@frontend@.h"
#include "@model@.h"
#include "@model@_stream.h"

#define LONGEST (60L * FRONTEND_RATE)

static int16_t samples[LONGEST];
static float row_samples[FRONTEND_WINDOW];
static float levels[LONGEST / FRONTEND_HOP + 1]; /* of the frames */

static unsigned long little(const unsigned char *bytes, int count) {
  unsigned long value = 0;
  while (count-- > 0) value = value << 8 | bytes[count];
  return value;
}

static long fail(const char *what) {
  fprintf(stderr, "@program@: %s\n", what);
  exit(1);
  return 0;
}

/* Passes over bytes of a chunk that is of no interest; a size that a file cannot have ends the search for more. */
static int skip(FILE *file, unsigned long bytes) {
  return bytes <= 0x7ffffffeUL && fseek(file, (long)bytes, SEEK_CUR) == 0;
}

/* 16-bit PCM WAV, any number of channels (their mean), at the rate that the model was trained for. */
static long read_wav(const char *path) {
  unsigned char head[12], chunk[8], format[26];
  long count = 0;
  int channels = 0, c;
  FILE *file = fopen(path, "rb");
  if (!file) return fail("cannot open the file");
  if (fread(head, 1, 12, file) != 12 || memcmp(head, "RIFF", 4) || memcmp(head + 8, "WAVE", 4))
    return fail("not a WAV file");
  while (fread(chunk, 1, 8, file) == 8) {
    const unsigned long size = little(chunk + 4, 4);
    if (!memcmp(chunk, "fmt ", 4)) {
      const unsigned long known = size < sizeof format ? size : sizeof format;
      unsigned long kind;
      if (size < 16 || fread(format, 1, known, file) != known) return fail("the WAV file ends too early");
      kind = little(format, 2);
      if (kind == 0xfffe && known == sizeof format) kind = little(format + 24, 2); /* "extensible": further on */
      channels = (int)little(format + 2, 2);
      if (kind != 1 || little(format + 14, 2) != 16 || channels < 1 || channels > 16)
        return fail("16-bit PCM of 1 to 16 channels is needed; convert it: sox in.wav -b 16 -c 1 out.wav");
      if (little(format + 4, 4) != FRONTEND_RATE) {
        fprintf(stderr, "@program@: a rate of %d Hz is needed; convert it: sox in.wav -r %d out.wav\n",
                FRONTEND_RATE, FRONTEND_RATE);
        exit(1);
      }
      if (!skip(file, size - known + (size & 1))) break;
    } else if (!memcmp(chunk, "data", 4)) {
      unsigned char frame[32];
      unsigned long left = size; /* of a stream that was never closed 2^32 - 1: then all that follows is sound */
      if (!channels) return fail("the WAV file does not say what its samples are");
      while (count < LONGEST && left >= 2UL * (unsigned long)channels &&
             fread(frame, 2, (size_t)channels, file) == (size_t)channels) {
        long sum = 0;
        for (c = 0; c < channels; ++c) {
          const long sample = (long)little(frame + 2 * c, 2);
          sum += sample < 32768 ? sample : sample - 65536;
        }
        samples[count++] = (int16_t)(sum / channels);
        left -= 2UL * (unsigned long)channels;
      }
      if (count == LONGEST && left > 0 && fgetc(file) != EOF)
        fprintf(stderr, "@program@: only the first %ld s are heard\n", LONGEST / FRONTEND_RATE);
      fclose(file);
      if (count == 0) return fail("the WAV file holds no sound");
      return count;
    } else if (!skip(file, size + (size & 1))) {
      break;
    }
  }
  return fail("the WAV file holds no sound");
}

static float logit(model_value value) {
#if MODEL_INT8
  return MODEL_OUTPUT_SCALE * (float)(value - MODEL_OUTPUT_ZERO);
#else
  return value;
#endif
}

/* Features of one frame; of nothing where the clip has ended. */
static void frame_features(long frame, long frames, int fixed, float *row) {
  const int inside = frame < frames;
  const int16_t *from = samples + frame * FRONTEND_HOP;
  int32_t fixed_row[FRONTEND_MELS];
  int m, i;
  if (fixed) {
    if (inside) frontend_frame_fixed(from, fixed_row);
    else frontend_empty_fixed(fixed_row);
    for (m = 0; m < FRONTEND_MELS; ++m) row[m] = (float)fixed_row[m] / 65536.0f;
  } else if (inside) {
    for (i = 0; i < FRONTEND_WINDOW; ++i) row_samples[i] = (float)from[i] / 32768.0f;
    frontend_frame(row_samples, row);
  } else {
    frontend_empty(row);
  }
}

static void fill(long first_frame, long frames, int fixed) {
  model_value *input = model_input();
  float row[FRONTEND_MELS];
  int t, m;
  for (t = 0; t < MODEL_FRAMES; ++t) {
    frame_features(first_frame + t, frames, fixed, row);
    for (m = 0; m < FRONTEND_MELS; ++m) *input++ = model_code(row[m]);
  }
}

static float loudest(long first_frame, long last_frame) {
  float level = levels[first_frame];
  for (; first_frame < last_frame; ++first_frame)
    if (levels[first_frame] > level) level = levels[first_frame];
  return level;
}

static void add_probabilities(const model_value *logits, float *scores) {
  float p[MODEL_CLASSES], top = logit(logits[0]), sum = 0;
  int c;
  for (c = 1; c < MODEL_CLASSES; ++c)
    if (logit(logits[c]) > top) top = logit(logits[c]);
  for (c = 0; c < MODEL_CLASSES; ++c) {
    p[c] = MODEL_MULTI_LABEL ? 1.0f / (1.0f + expf(-logit(logits[c]))) : expf(logit(logits[c]) - top);
    sum += p[c];
  }
  for (c = 0; c < MODEL_CLASSES; ++c) scores[c] += MODEL_MULTI_LABEL ? p[c] : p[c] / sum;
}

/* As model_invoke, but a frame after the other; what follows a window does not matter to it. */
static const model_value *listened(const float *features) {
  const model_value *out = 0;
  int t, m;
  model_forget();
  for (t = 0; !out; ++t) {
    model_value *row = model_frame();
    for (m = 0; m < MODEL_MELS; ++m) row[m] = model_code(t < MODEL_FRAMES ? features[t * MODEL_MELS + m] : 0);
    out = model_listen();
  }
  return out;
}

/* Windows of features, one after the other in the file; the logits of each in one line. */
static int run_features(const char *path, int stream) {
  static float features[MODEL_FRAMES * MODEL_MELS];
  FILE *file = fopen(path, "rb");
  int i;
  if (!file) return (int)fail("cannot open the features");
  while (fread(features, sizeof(float), MODEL_FRAMES * MODEL_MELS, file) == MODEL_FRAMES * MODEL_MELS) {
    const model_value *out;
    if (stream) {
      out = listened(features);
    } else {
      model_value *input = model_input();
      for (i = 0; i < MODEL_FRAMES * MODEL_MELS; ++i) input[i] = model_code(features[i]);
      out = model_invoke();
    }
    for (i = 0; i < MODEL_CLASSES; ++i) printf("%s%.9g", i ? " " : "", (double)logit(out[i]));
    printf("\n");
  }
  fclose(file);
  return 0;
}

int main(int argc, char **argv) {
  float scores[MODEL_CLASSES] = {0};
  int fixed = 0, i, best = 0;
  const long half = MODEL_FRAMES > 1 ? MODEL_FRAMES / 2 : 1;
  long count, frames, windows, first, heard = 0;
  float row[FRONTEND_MELS], least;
  if (argc == 3 && !strcmp(argv[1], "--features")) return run_features(argv[2], 0);
  if (argc == 3 && !strcmp(argv[1], "--stream-features")) return run_features(argv[2], 1);
  if (argc == 3 && !strcmp(argv[1], "--fixed")) fixed = 1;
  if (argc != 2 + fixed) {
    fprintf(stderr, "usage: %s [--fixed] FILE.wav\n       %s --features|--stream-features FILE\n", argv[0], argv[0]);
    return 2;
  }
  count = read_wav(argv[1 + fixed]);
  frames = count < FRONTEND_WINDOW ? 0 : 1 + (count - FRONTEND_WINDOW) / FRONTEND_HOP;
  windows = frames <= MODEL_FRAMES ? 1 : 1 + (frames - MODEL_FRAMES + half - 1) / half;
  for (first = 0; first < frames; ++first) {
    frame_features(first, frames, fixed, row);
    levels[first] = frontend_level(row);
  }
  least = frames > 0 ? loudest(0, frames) - 30 * 0.230258509f : 0; /* ln(10) / 10 a decibel */
  for (i = 0; i < windows; ++i) {
    first = windows > 1 ? (frames - MODEL_FRAMES) * i / (windows - 1) : 0;
    if (windows > 1 && loudest(first, first + MODEL_FRAMES) < least) continue;
    fill(first, frames, fixed);
    add_probabilities(model_invoke(), scores);
    ++heard;
  }
  for (i = 0; i < MODEL_CLASSES; ++i) {
    scores[i] /= (float)heard;
    if (scores[i] > scores[best]) best = i;
    printf("%8.5f  %s\n", (double)scores[i], model_labels[i]);
  }
  printf("%s\n", model_labels[best]);
  return 0;
}
