#include "deploy/c_writer/c_front_end.h"

#include <cmath>
#include <numbers>

#include "audio/log_mel_plan.h"
#include "deploy/c_writer/c_literals.h"
#include "deploy/c_writer/c_sources.h"
#include "train/trainer.h"

namespace kinglet::deploy {
namespace {

template <class To>
std::vector<To> fixed(const std::vector<float>& values, double one) {
  std::vector<To> result;
  for (const float value : values) result.push_back(static_cast<To>(std::llround(value * one)));
  return result;
}

// So many bits of the largest windowed sample that the FFT's sums stay in 32: a growth of fftSize / 2, both
// parts of a point turned into one (half a bit), and the sign.
int fixedBits(int fftSize) {
  return 30 - static_cast<int>(std::lround(std::log2(fftSize / 2)));
}

// cos and sin of 2 pi k / n in turn.
void addTurn(std::vector<double>& turns, long k, long n) {
  const double angle = 2 * std::numbers::pi * static_cast<double>(k) / static_cast<double>(n);
  turns.push_back(std::cos(angle));
  turns.push_back(std::sin(angle));
}

std::string turnArrays(const std::string& name, const std::vector<double>& turns) {
  std::vector<long> q31;
  for (const double turn : turns)
    q31.push_back(static_cast<long>(std::min<long long>(std::llround(turn * 2147483648.0), 2147483647)));
  return array("float", name, std::vector<float>(turns.begin(), turns.end())) +
         array("int32_t", name + "_q31", q31);
}

std::string define(const std::string& name, const std::string& value) {
  return "#define " + name + " " + value + "\n";
}

std::string floorQ16() {
  return define("FLOOR_Q16", "(" + number(std::lround(std::log(double(audio::kLogFloor)) * 65536)) + ")");
}

// The log-mel half: tables of the study's settings and the code of c/logmel.c. Functions begin with logmel_.
std::string logMelCode(const audio::FrontEndParams& params) {
  const auto window = audio::hannWindow(params.windowSamples());
  const auto bank = audio::makeMelBank(params);
  // Of the real signal's spectrum and of the FFT's points; the latter's second and third powers.
  const int half = params.fftSize / 2;
  std::vector<double> turns, turns23;
  for (int k = 0; k <= half / 2; ++k) addTurn(turns, k, params.fftSize);
  for (int k = 0; k < half / 4; ++k)
    for (const int power : {2, 3}) addTurn(turns23, long(power) * k, half);
  std::vector<int> first, bins, start;
  for (const auto& range : bank.ranges) {
    first.push_back(range.firstBin);
    bins.push_back(range.bins);
    start.push_back(range.firstWeight);
  }
  std::vector<long> logs;
  for (int step = 0; step <= 64; ++step) logs.push_back(std::lround(std::log2(1 + step / 64.0) * 65536));

  // Rate and hop are no part of the code, but front ends that differ in them are different ones.
  std::string text = "/* " + number(params.rate) + " Hz, a frame every " + number(params.hopSamples()) +
                     " samples. */\n#include <math.h>\n#include <string.h>\n\n";
  text += define("LOGMEL_WINDOW", number(params.windowSamples())) +
          define("LOGMEL_FFT", number(params.fftSize)) + define("LOGMEL_BANDS", number(params.mels)) +
          define("LOGMEL_FLOOR", number(audio::kLogFloor)) +
          define("FIXED_BITS", number(fixedBits(params.fftSize))) + floorQ16() + "\n";
  text += array("float", "window", window) + array("int16_t", "window_q15", fixed<int>(window, 32767));
  text += turnArrays("turns", turns) + turnArrays("turns_2_3", turns23);
  text += array("int16_t", "mel_first", first) + array("int16_t", "mel_bins", bins) +
          array("int16_t", "mel_start", start);
  text += array("float", "mel_weights", bank.weights) +
          array("uint16_t", "mel_weights_q15", fixed<int>(bank.weights, 32768));
  return text + array("int32_t", "log2_table", logs) + "\n" + std::string(cSources().at("logmel.c")) + "\n" +
         std::string(cSources().at("logmel_float.c")) + "\n" + std::string(cSources().at("logmel_fixed.c"));
}

SharedPair logMelPair(const audio::FrontEndParams& params) {
  return sharedPair("logmel",
                    "Log-mel values of one frame of sound; natural logarithms of power, fixed in 1/65536.",
                    "logmel_", "", logMelCode(params));
}

// The half that is the network's own: its means and deviations.
std::string normalisation(const Model& model, int mels) {
  const auto& mean = tensorOf(model, "input/mean", mels).values;
  const auto& deviation = tensorOf(model, "input/deviation", mels).values;
  std::vector<float> inverse;
  for (const float d : deviation) inverse.push_back(1 / d);
  return array("float", "mean", mean) + array("float", "deviation", deviation) +
         array("int32_t", "mean_q16", fixed<long>(mean, 65536)) +
         array("int32_t", "inverse_deviation_q16", fixed<long>(inverse, 65536));
}

std::string headerOf(const audio::FrontEndParams& params, const CNames& names, const std::string& id) {
  std::string text =
      "/* Log-mel features as the network was trained on, made by Kinglet. */\n#ifndef FRONTEND_H\n#define "
      "FRONTEND_H\n\n#include <stdint.h>\n\n#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n";
  text += define("FRONTEND_RATE", number(params.rate)) +
          define("FRONTEND_WINDOW", number(params.windowSamples())) +
          define("FRONTEND_HOP", number(params.hopSamples())) +
          define("FRONTEND_FFT", number(params.fftSize)) + define("FRONTEND_MELS", number(params.mels)) +
          define("FRONTEND_FLOOR", number(audio::kLogFloor)) +
          "/* Networks with the same number take the same log-mel values: work them out once, normalise for "
          "each. */\n" +
          define("FRONTEND_ID", "0x" + id + "UL");
  text +=
      "\n/* One frame: FRONTEND_WINDOW samples in [-1, 1] -> FRONTEND_MELS normalised features. Not "
      "reentrant. */\n"
      "void frontend_frame(const float *samples, float *features);\n"
      "/* The same from 16-bit samples in integers only; features in 1/65536. */\n"
      "void frontend_frame_fixed(const int16_t *samples, int32_t *features);\n"
      "/* The two steps of a frame: log-mel values, natural logarithms of power; then features. */\n"
      "void frontend_log_mel(const float *samples, float *log_mel);\n"
      "void frontend_log_mel_fixed(const int16_t *samples, int32_t *log_mel);\n"
      "void frontend_normalise(const float *log_mel, float *features);\n"
      "void frontend_normalise_fixed(const int32_t *log_mel, int32_t *features);\n"
      "/* How loud a frame is: the mean of its log-mel values, natural logarithms of power. */\n"
      "float frontend_level(const float *features);\n"
      "/* A frame of nothing, for clips shorter than the network's window. */\n"
      "void frontend_empty(float *features);\nvoid frontend_empty_fixed(int32_t *features);\n\n"
      "#ifdef __cplusplus\n}\n#endif\n\n#endif\n";
  return licenceLines(false) + names.named(text);
}

}  // namespace

FrontEndSources frontEndSources(const Model& model, const CNames& names) {
  const auto params = train::frontEndOf(model.input);
  SharedPair logMel = logMelPair(params);
  const std::string id = logMel.name.substr(logMel.name.rfind('_') + 1);
  FrontEndSources sources;
  sources.header = headerOf(params, names, id);
  std::string begin = licenceLines(true) +
                      names.named("/* Made by Kinglet; see @frontend@.h. */\n#include \"@frontend@.h\"\n\n");
  const std::string own = normalisation(model, params.mels) + "\n";
  std::string code(cSources().at("frontend.c"));
  if (names.isDefault()) {
    sources.source = begin + "#define KINGLET_FN static\n\n" + logMelCode(params) + "\n" + own + code;
    return sources;
  }
  sources.source = begin + "#include <math.h>\n\n#include \"" + logMel.name + ".h\"\n\n" + floorQ16() + "\n" +
                   own + renamed(names.named(code), {{"logmel_", logMel.name + "_"}});
  sources.shared = std::move(logMel);
  return sources;
}

std::string sharedFrontEndName(const Model& model) {
  return logMelPair(train::frontEndOf(model.input)).name;
}

}  // namespace kinglet::deploy
