#include "audio/sound_file.h"

#include <sndfile.h>
#include <soxr.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <memory>
#include <system_error>

#include "base/error.h"
#include "base/files.h"
#include "base/format.h"

namespace kinglet::audio {
namespace fs = std::filesystem;
namespace {

constexpr int kMaxRate = 768000;
constexpr long kBlock = 1 << 14;  // frames read at a time

struct CloseSound {
  void operator()(SNDFILE* file) const { sf_close(file); }
};
using Sound = std::unique_ptr<SNDFILE, CloseSound>;

// libsndfile's messages end in a full stop or a line break; ours do not.
std::string reasonOf(SNDFILE* file) {
  std::string text = sf_strerror(file);
  while (!text.empty() && (text.back() == '.' || text.back() == '\n')) text.pop_back();
  return text;
}

Sound openSound(const fs::path& path, SF_INFO& info) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (!fs::exists(status)) throw base::Error("there is no sound file " + path.string());
  if (!fs::is_regular_file(status)) throw base::Error(path.string() + " is not a file, so no sound either");
  info = {};
  Sound file(sf_open(path.c_str(), SFM_READ, &info));
  if (!file)
    throw base::Error("cannot read " + path.string() + " as sound: " + reasonOf(nullptr) +
                      "; it must be a file that libsndfile reads, such as WAV, FLAC, Ogg or MP3");
  if (info.frames <= 0) throw base::Error(path.string() + " holds no sound: it is empty");
  if (info.channels < 1 || info.samplerate < 1 || info.samplerate > kMaxRate)
    throw base::Error(path.string() + " is broken: it says " + std::to_string(info.channels) +
                      " channels at " + std::to_string(info.samplerate) + " Hz");
  return file;
}

std::string formatName(int format) {
  SF_FORMAT_INFO names{};
  names.format = format & SF_FORMAT_TYPEMASK;
  return sf_command(nullptr, SFC_GET_FORMAT_INFO, &names, sizeof names) == 0 && names.name ? names.name
                                                                                           : "unknown";
}

// Takes mono samples a block at a time and appends them to out at the other rate.
class Resampler {
 public:
  Resampler(int fromRate, int toRate, std::vector<float>& out)
      : ratio_(double(toRate) / fromRate), out_(out) {
    if (fromRate == toRate) return;
    const soxr_quality_spec_t quality = soxr_quality_spec(SOXR_HQ, 0);
    const soxr_runtime_spec_t oneThread = soxr_runtime_spec(1);
    soxr_error_t error = nullptr;
    soxr_.reset(soxr_create(fromRate, toRate, 1, &error, nullptr, &quality, &oneThread));
    if (error || !soxr_)
      throw base::Error("cannot change the rate from " + std::to_string(fromRate) + " to " +
                        std::to_string(toRate) + " Hz: " + (error ? error : "soxr failed"));
  }

  void add(const float* samples, std::size_t count) {
    if (!soxr_) {
      out_.insert(out_.end(), samples, samples + count);
      return;
    }
    while (count > 0) {
      const std::size_t taken = step(samples, count);
      samples += taken;
      count -= taken;
    }
  }

  void finish() {
    if (!soxr_) return;
    for (std::size_t before = out_.size();; before = out_.size()) {
      step(nullptr, 0);
      if (out_.size() == before) return;
    }
  }

 private:
  struct Delete {
    void operator()(soxr* handle) const { soxr_delete(handle); }
  };

  std::size_t step(const float* samples, std::size_t count) {
    const std::size_t before = out_.size();
    out_.resize(before + static_cast<std::size_t>(double(count) * ratio_) + 1024);
    std::size_t taken = 0, made = 0;
    const soxr_error_t error =
        soxr_process(soxr_.get(), samples, count, &taken, out_.data() + before, out_.size() - before, &made);
    if (error) throw base::Error(std::string("resampling failed: ") + error);
    out_.resize(before + made);
    return taken;
  }

  double ratio_;
  std::vector<float>& out_;
  std::unique_ptr<soxr, Delete> soxr_;
};

void clamp(std::vector<float>& samples) {
  for (float& sample : samples) sample = std::clamp(sample, -1.0f, 1.0f);
}

void checkRate(int rate) {
  if (rate < 1 || rate > kMaxRate)
    throw base::Error("a sample rate of " + std::to_string(rate) + " Hz makes no sense; 1 to 768000 do");
}

}  // namespace

SoundInfo probeSound(const fs::path& path) {
  SF_INFO info;
  const Sound file = openSound(path, info);
  return {info.samplerate, info.channels, static_cast<long>(info.frames), formatName(info.format)};
}

std::vector<float> readSound(const fs::path& path, int rate, double startS, double lengthS,
                             double maxSeconds) {
  checkRate(rate);
  SF_INFO info;
  const Sound file = openSound(path, info);
  const auto start = static_cast<sf_count_t>(std::llround(std::clamp(startS, 0.0, 1e9) * info.samplerate));
  if (start >= info.frames)
    throw base::Error(path.string() + " ends before " + base::general(startS) +
                      " s, where the clip should begin");
  if (start > 0 && sf_seek(file.get(), start, SEEK_SET) != start)
    throw base::Error("cannot go to " + base::general(startS) + " s in " + path.string() + ": " +
                      reasonOf(file.get()));
  const double seconds = std::min(lengthS > 0 ? lengthS : maxSeconds, maxSeconds);
  auto left = std::min<sf_count_t>(
      info.frames - start, std::max<sf_count_t>(1, std::llround(std::min(seconds, 1e9) * info.samplerate)));

  std::vector<float> out;
  out.reserve(std::min<std::size_t>(1 << 24, std::size_t(double(left) * rate / info.samplerate) + 1024));
  Resampler resampler(info.samplerate, rate, out);
  const auto channels = static_cast<std::size_t>(info.channels);
  const auto block = std::min<sf_count_t>(left, kBlock);
  std::vector<float> frames(std::size_t(block) * channels), mono(static_cast<std::size_t>(block));
  while (left > 0) {
    const sf_count_t got = sf_readf_float(file.get(), frames.data(), std::min<sf_count_t>(left, block));
    if (got <= 0) break;  // a file cut short: what is there counts
    for (std::size_t i = 0; i < std::size_t(got); ++i) {
      float sum = 0;
      for (std::size_t c = 0; c < channels; ++c) {
        const float sample = frames[i * channels + c];
        sum += std::isfinite(sample) ? std::clamp(sample, -1.0f, 1.0f) : 0.0f;
      }
      mono[i] = sum / float(channels);
    }
    resampler.add(mono.data(), static_cast<std::size_t>(got));
    left -= got;
  }
  resampler.finish();
  if (out.empty()) throw base::Error(path.string() + " is broken: no sample of it could be read");
  clamp(out);  // the resampler's filter may overshoot
  return out;
}

std::vector<float> resample(std::span<const float> samples, int fromRate, int toRate) {
  checkRate(fromRate);
  checkRate(toRate);
  std::vector<float> out;
  Resampler resampler(fromRate, toRate, out);
  resampler.add(samples.data(), samples.size());
  resampler.finish();
  return out;
}

void writeWav(const fs::path& path, std::span<const float> samples, int rate) {
  checkRate(rate);
  constexpr std::size_t kHeader = 44;
  const std::size_t bytes = samples.size() * 2;
  if (bytes > 0xffffffffu - kHeader)
    throw base::Error(path.string() + " would be over 4 GB, too long for a WAV file");
  std::string wav;
  wav.reserve(kHeader + bytes);
  const auto put = [&](std::uint32_t value, int size) {
    for (int i = 0; i < size; ++i) wav += static_cast<char>(value >> (8 * i) & 0xff);
  };
  const auto r = static_cast<std::uint32_t>(rate), n = static_cast<std::uint32_t>(bytes);
  wav += "RIFF", put(n + kHeader - 8, 4), wav += "WAVEfmt ";
  put(16, 4), put(1, 2), put(1, 2), put(r, 4), put(2 * r, 4), put(2, 2),
      put(16, 2);  // PCM, mono, 2 bytes, 16 bits
  wav += "data", put(n, 4);
  for (const float sample : samples) {
    const float value = std::isfinite(sample) ? std::clamp(sample, -1.0f, 1.0f) : 0.0f;
    put(static_cast<std::uint32_t>(std::lround(value * 32767.0f)), 2);
  }
  base::writeAtomically(path, wav);
}

}  // namespace kinglet::audio
