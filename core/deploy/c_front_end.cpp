// The exported front end: the study's tables, then the code of c/frontend.c.
#include <cmath>
#include <numbers>

#include "audio/log_mel_plan.h"
#include "deploy/c_export.h"
#include "deploy/c_text.h"
#include "deploy/c_texts.h"

namespace kinglet::deploy {
namespace {

template <class To>
std::vector<To> fixed(const std::vector<float>& values, double one) {
  std::vector<To> result;
  for (const float value : values) result.push_back(static_cast<To>(std::llround(value * one)));
  return result;
}

// The largest windowed sample gets so many bits that the FFT's sums stay in 32: a growth of fftSize / 2, the
// two halves of the real spectrum added, and the sign.
int fixedBits(int fftSize) {
  return 31 - 1 - static_cast<int>(std::lround(std::log2(fftSize / 2))) - 1;
}

}  // namespace

std::string frontEndHeader(const Model& model) {
  const auto params = train::frontEndOf(model.input);
  std::string text =
      "/* Log-mel features as the network was trained on, made by Kinglet. */\n#ifndef FRONTEND_H\n#define "
      "FRONTEND_H\n\n"
      "#include <stdint.h>\n\n";
  const auto define = [&](const char* name, const std::string& value) {
    text += std::string("#define ") + name + " " + value + "\n";
  };
  define("FRONTEND_RATE", number(params.rate));
  define("FRONTEND_WINDOW", number(params.windowSamples()));
  define("FRONTEND_HOP", number(params.hopSamples()));
  define("FRONTEND_FFT", number(params.fftSize));
  define("FRONTEND_MELS", number(params.mels));
  define("FRONTEND_FLOOR", number(audio::kLogFloor));
  text +=
      "\n/* One frame: FRONTEND_WINDOW samples in [-1, 1] -> FRONTEND_MELS normalised features. Not "
      "reentrant. */\n"
      "void frontend_frame(const float *samples, float *features);\n"
      "/* The same from 16-bit samples in integers only; features in 1/65536. */\n"
      "void frontend_frame_fixed(const int16_t *samples, int32_t *features);\n"
      "/* How loud a frame is: the mean of its log-mel values, natural logarithms of power. */\n"
      "float frontend_level(const float *features);\n"
      "/* A frame of nothing, for clips shorter than the network's window. */\n"
      "void frontend_empty(float *features);\nvoid frontend_empty_fixed(int32_t *features);\n\n#endif\n";
  return text;
}

std::string frontEndSource(const Model& model) {
  const auto params = train::frontEndOf(model.input);
  const auto window = audio::hannWindow(params.windowSamples());
  const auto bank = audio::makeMelBank(params);
  std::vector<float> turnCos, turnSin;
  std::vector<long> cosQ30, sinQ30;
  for (int k = 0; k < params.fftSize / 2; ++k) {
    const double angle = 2 * std::numbers::pi * k / params.fftSize;
    turnCos.push_back(static_cast<float>(std::cos(angle)));
    turnSin.push_back(static_cast<float>(std::sin(angle)));
    cosQ30.push_back(std::lround(std::cos(angle) * (1 << 30)));
    sinQ30.push_back(std::lround(std::sin(angle) * (1 << 30)));
  }
  std::vector<int> first, bins, start;
  for (const auto& range : bank.ranges) {
    first.push_back(range.firstBin);
    bins.push_back(range.bins);
    start.push_back(range.firstWeight);
  }
  std::vector<long> logs;
  for (int step = 0; step <= 64; ++step) logs.push_back(std::lround(std::log2(1 + step / 64.0) * 65536));
  const auto& mean = tensorOf(model, "input/mean", params.mels).values;
  const auto& deviation = tensorOf(model, "input/deviation", params.mels).values;
  std::vector<float> inverse;
  for (const float d : deviation) inverse.push_back(1 / d);

  std::string text = "/* Made by Kinglet; see frontend.h. */\n#include \"frontend.h\"\n\n";
  text += "#define FIXED_BITS " + number(fixedBits(params.fftSize)) + "\n";
  text += "#define FLOOR_Q16 (" + number(std::lround(std::log(double(audio::kLogFloor)) * 65536)) + ")\n\n";
  text += array("float", "window", window) + array("int16_t", "window_q15", fixed<int>(window, 32767));
  text += array("float", "turn_cos", turnCos) + array("float", "turn_sin", turnSin);
  text += array("int32_t", "turn_cos_q30", cosQ30) + array("int32_t", "turn_sin_q30", sinQ30);
  text += array("int16_t", "mel_first", first) + array("int16_t", "mel_bins", bins) +
          array("int16_t", "mel_start", start);
  text += array("float", "mel_weights", bank.weights) +
          array("int16_t", "mel_weights_q10", fixed<int>(bank.weights, 1024));
  text += array("float", "mean", mean) + array("float", "deviation", deviation);
  text += array("int32_t", "mean_q16", fixed<long>(mean, 65536)) +
          array("int32_t", "inverse_deviation_q16", fixed<long>(inverse, 65536));
  text += array("int32_t", "log2_table", logs) + "\n";
  return text + std::string(cTexts().at("frontend.c"));
}

}  // namespace kinglet::deploy
