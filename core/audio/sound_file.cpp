#include "audio/sound_file.h"

#include <sndfile.h>
#include <soxr.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <system_error>

#include "audio/repair/mp3_repair.h"
#include "audio/repair/wave_repair.h"
#include "audio/sound_kinds.h"
#include "base/error.h"
#include "base/files.h"
#include "base/format.h"
#include "base/regular_file.h"
#include "base/text.h"

namespace kinglet::audio {
namespace fs = std::filesystem;
namespace {

constexpr int kMaxRate = 768000;
constexpr int kMostChannels = 256;
constexpr sf_count_t kMostFrames = sf_count_t(1) << 36;  // a day at 768 kHz; beyond it, a header lies
constexpr sf_count_t kBlock = 1 << 14;                   // frames read at a time, of up to 16 channels
constexpr sf_count_t kBlockSamples = 1 << 18;

sf_count_t blockOf(const SF_INFO& info) {
  return std::min<sf_count_t>(kBlock, kBlockSamples / info.channels);
}

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

// libsndfile's way to read what is put together from parts of a file.
SF_VIRTUAL_IO stitchedIo() {
  static constexpr auto self = [](void* user) -> Stitched& { return *static_cast<Stitched*>(user); };
  SF_VIRTUAL_IO io{};
  io.get_filelen = [](void* user) { return static_cast<sf_count_t>(self(user).size()); };
  io.tell = [](void* user) { return static_cast<sf_count_t>(self(user).position()); };
  io.seek = [](sf_count_t offset, int whence, void* user) {
    Stitched& whole = self(user);
    const auto from = whence == SEEK_SET   ? sf_count_t(0)
                      : whence == SEEK_CUR ? static_cast<sf_count_t>(whole.position())
                                           : static_cast<sf_count_t>(whole.size());
    const auto to = std::clamp<sf_count_t>(from + offset, 0, static_cast<sf_count_t>(whole.size()));
    whole.seek(static_cast<std::uint64_t>(to));
    return to;
  };
  io.read = [](void* to, sf_count_t count, void* user) {
    return static_cast<sf_count_t>(self(user).read(static_cast<char*>(to), static_cast<std::size_t>(count)));
  };
  return io;
}

// A file that is open, and what it is read through where its header is wrong.
struct Opened {
  std::unique_ptr<Stitched> parts;
  Sound file;  // goes before the parts
  base::Message remark;
};

bool beginsAsMp3(const fs::path& path) {
  char head[3] = {};
  base::RegularStream(path).read(head, sizeof head);
  return std::string_view(head, 3) == "ID3" || base::lowerCase(path.extension().string()) == ".mp3" ||
         (static_cast<unsigned char>(head[0]) == 0xff && (head[1] & 0xe6) == 0xe2);
}

base::Message whyUnreadable(const fs::path& path, SNDFILE* file) {
  if (base::Message known = wayOut(path); !known.empty()) return known;
  if (reasonOf(file).find("SF_INFO") != std::string::npos)
    return base::Message("its header tells no rate or no channels");
  return base::Message("%1; it must be a file that libsndfile reads, such as WAV, FLAC, Ogg or MP3",
                       reasonOf(file));
}

// FLAC of a pipe tells no length, one cut short a wrong one, and a cut Ogg none: then all of it is decoded.
// Formats without compression need no look.
bool lengthIsDoubtful(SNDFILE* file, const SF_INFO& info) {
  if (info.frames == SF_COUNT_MAX || info.frames > kMostFrames) return true;
  if ((info.format & SF_FORMAT_TYPEMASK) != SF_FORMAT_FLAC) return false;
  float sample[kMostChannels];
  const bool ends =
      sf_seek(file, info.frames - 1, SEEK_SET) == info.frames - 1 && sf_readf_float(file, sample, 1) == 1;
  return sf_seek(file, 0, SEEK_SET) != 0 || !ends;
}

sf_count_t countFrames(SNDFILE* file, const SF_INFO& info) {
  const auto channels = static_cast<std::size_t>(info.channels);
  std::vector<float> frames(static_cast<std::size_t>(blockOf(info)) * channels);
  sf_count_t all = 0;
  while (all < kMostFrames) {
    const sf_count_t got = sf_readf_float(file, frames.data(), blockOf(info));
    if (got <= 0) break;
    all += got;
  }
  return all;
}

Opened openPlain(const fs::path& path, SF_INFO& info) {
  Opened opened;
  info = {};
  if (auto wave = repairedWave(path)) {
    opened.parts = std::make_unique<Stitched>(std::move(wave->whole));
    opened.remark = std::move(wave->remark);
  } else if (beginsAsMp3(path)) {
    if (auto sound = repairedMp3(path)) opened.parts = std::make_unique<Stitched>(std::move(*sound));
  }
  if (opened.parts) {
    opened.parts->open(path);
    static SF_VIRTUAL_IO io = stitchedIo();
    opened.file.reset(sf_open_virtual(&io, SFM_READ, &info, opened.parts.get()));
  } else {
    opened.file.reset(sf_open(path.c_str(), SFM_READ, &info));
  }
  return opened;
}

Opened openSound(const fs::path& path, SF_INFO& info) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (!fs::exists(status)) throw base::Error("there is no sound file %1", path);
  if (!fs::is_regular_file(status)) throw base::Error("%1 is not a file, so no sound either", path);
  if (fs::file_size(path, error) == 0 && !error)
    throw base::Error("cannot read %1 as sound: the file is empty", path);
  Opened opened = openPlain(path, info);
  if (!opened.file) throw base::Error("cannot read %1 as sound: %2", path, whyUnreadable(path, nullptr));
  if (info.channels < 1 || info.channels > kMostChannels || info.samplerate < 1 || info.samplerate > kMaxRate)
    throw base::Error("%1 is broken: it says %2 channels at %3 Hz", path, info.channels, info.samplerate);
  if (info.frames > 0 && lengthIsDoubtful(opened.file.get(), info)) {
    // Opened anew each time: in a file that broke off, libsndfile does not find back.
    opened = openPlain(path, info);
    info.frames = opened.file ? countFrames(opened.file.get(), info) : 0;
    if (info.frames > 0) {
      SF_INFO again;
      opened = openPlain(path, again);
      opened.remark =
          base::Message("it ends before its header says, or tells no length; what is there is read");
    }
  }
  if (info.frames <= 0) throw base::Error("%1 holds no sound: it is empty", path);
  return opened;
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
      throw base::Error("cannot change the rate from %1 to %2 Hz: %3", fromRate, toRate,
                        error ? error : "soxr failed");
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
    if (error) throw base::Error("resampling failed: %1", error);
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
    throw base::Error("a sample rate of %1 Hz makes no sense; 1 to %2 do", rate, kMaxRate);
}

}  // namespace

SoundInfo probeSound(const fs::path& path) {
  SF_INFO info;
  const Opened sound = openSound(path, info);
  return {info.samplerate, info.channels, static_cast<long>(info.frames), formatName(info.format),
          sound.remark};
}

std::vector<float> readSound(const fs::path& path, int rate, double startS, double lengthS,
                             double maxSeconds) {
  checkRate(rate);
  SF_INFO info;
  const Opened sound = openSound(path, info);
  SNDFILE* const file = sound.file.get();
  const auto start = static_cast<sf_count_t>(std::llround(std::clamp(startS, 0.0, 1e9) * info.samplerate));
  if (start >= info.frames)
    throw base::Error("%1 ends before %2 s, where the clip should begin", path,
                      base::figure(base::general(startS)));
  if (start > 0 && sf_seek(file, start, SEEK_SET) != start)
    throw base::Error("cannot go to %1 s in %2: %3", base::figure(base::general(startS)), path,
                      reasonOf(file));
  const double seconds = std::min(lengthS > 0 ? lengthS : maxSeconds, maxSeconds);
  auto left = std::min<sf_count_t>(
      info.frames - start, std::max<sf_count_t>(1, std::llround(std::min(seconds, 1e9) * info.samplerate)));

  std::vector<float> out;
  out.reserve(std::min<std::size_t>(1 << 24, std::size_t(double(left) * rate / info.samplerate) + 1024));
  Resampler resampler(info.samplerate, rate, out);
  const auto channels = static_cast<std::size_t>(info.channels);
  const auto block = std::min<sf_count_t>(left, blockOf(info));
  std::vector<float> frames(std::size_t(block) * channels), mono(static_cast<std::size_t>(block));
  while (left > 0) {
    const sf_count_t got = sf_readf_float(file, frames.data(), std::min<sf_count_t>(left, block));
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
  if (out.empty()) throw base::Error("%1 is broken: no sample of it could be read", path);
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
    throw base::Error("%1 would be over 4 GB, too long for a WAV file", path);
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
