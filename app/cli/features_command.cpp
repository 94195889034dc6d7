// kinglet features: what a network would hear of a sound file.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <bit>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/feature_files.h"
#include "audio/front_end.h"
#include "audio/sound_file.h"
#include "base/error.h"
#include "base/json.h"

namespace kinglet::cli {
namespace {

struct Options {
  std::string file, out;
  audio::FrontEndParams frontEnd;
  bool json = false;
};

void run(Options options) {
  const bool png = options.out.ends_with(".png");
  if (!png && !options.out.ends_with(".npy"))
    throw CLI::ValidationError("--out", "must end in .npy (an array) or .png (a picture)");
  audio::FrontEndParams& p = options.frontEnd;
  // A window longer than the FFT needs a larger one, and a low rate has fewer high bands.
  p.fftSize = std::max(
      p.fftSize,
      static_cast<int>(std::bit_ceil(static_cast<unsigned>(std::clamp(p.windowSamples(), 1, 1 << 15)))));
  p.highHz = std::min(p.highHz, p.rate / 2.0);
  const audio::LogMel logMel(p);
  const auto samples = audio::readSound(options.file, p.rate);
  const int frames = p.frames(static_cast<long>(samples.size()));
  if (frames == 0)
    throw base::Error("%1 is shorter than one window (%2 of %3 samples); choose a shorter --window-ms",
                      options.file, samples.size(), p.windowSamples());
  std::vector<float> values(static_cast<std::size_t>(frames) * static_cast<std::size_t>(p.mels));
  logMel.compute(samples, values);
  (png ? writePng : writeNpy)(options.out, {values, frames, p.mels});
  if (options.json)
    std::puts(base::jsonText(nlohmann::ordered_json({{"out", options.out},
                                                     {"frames", frames},
                                                     {"mels", p.mels},
                                                     {"rate", p.rate},
                                                     {"window_ms", p.windowMs},
                                                     {"hop_ms", p.hopMs},
                                                     {"fft_size", p.fftSize},
                                                     {"low_hz", p.lowHz},
                                                     {"high_hz", p.highHz}}),
                             2)
                  .c_str());
  else
    std::printf("%s: %d frames x %d mel bands\n", options.out.c_str(), frames, p.mels);
}

}  // namespace

void addFeaturesCommand(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* features = app.add_subcommand("features", "Compute the log-mel features of a sound file");
  features->add_option("FILE", options->file, "A sound file that libsndfile reads")->required();
  features
      ->add_option("--out", options->out, "FILE.npy: float32 array, frames x mel bands; FILE.png: picture")
      ->required();
  features->add_option("--mels", options->frontEnd.mels, "Mel bands, 8 to 256")->capture_default_str();
  features->add_option("--hop-ms", options->frontEnd.hopMs, "From one frame to the next, 1 to 200 ms")
      ->capture_default_str();
  features->add_option("--window-ms", options->frontEnd.windowMs, "What a frame hears, 5 to 200 ms")
      ->capture_default_str();
  features->add_option("--rate", options->frontEnd.rate, "The sound is brought to this sample rate, Hz")
      ->capture_default_str();
  features->add_option("--low-hz", options->frontEnd.lowHz, "Lower edge of the lowest band")
      ->capture_default_str();
  features->add_option("--high-hz", options->frontEnd.highHz, "Upper edge of the highest band")
      ->capture_default_str();
  features->add_flag("--json", options->json, "Print what was computed as one JSON document");
  features->callback([options] { run(*options); });
}

}  // namespace kinglet::cli
