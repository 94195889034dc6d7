#include <gtest/gtest.h>
#include <sndfile.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <numbers>

#include "audio/sound_file.h"
#include "base/error.h"
#include "base/random.h"

namespace kinglet::audio {
namespace {
namespace fs = std::filesystem;

class SoundFile : public ::testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path path(const std::string& name) const { return folder_ / name; }

  fs::path write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
  }

  // interleaved; by libsndfile, so that our reading is not checked against our own writing
  fs::path writeSound(const std::string& name, int format, int rate, int channels,
                      const std::vector<float>& samples) const {
    SF_INFO info{};
    info.format = format, info.samplerate = rate, info.channels = channels;
    SNDFILE* file = sf_open(path(name).c_str(), SFM_WRITE, &info);
    EXPECT_NE(file, nullptr) << sf_strerror(nullptr);
    sf_writef_float(file, samples.data(), sf_count_t(samples.size()) / channels);
    sf_close(file);
    return path(name);
  }

 private:
  fs::path folder_ = fs::temp_directory_path() / ("kinglet-sound-" + std::to_string(::getpid()));
};

std::vector<float> tone(int rate, double hz, double seconds, double level = 0.5) {
  std::vector<float> samples(std::size_t(std::lround(rate * seconds)));
  for (std::size_t n = 0; n < samples.size(); ++n)
    samples[n] = float(level * std::sin(2 * std::numbers::pi * hz * double(n) / rate));
  return samples;
}

// Worst difference to a tone, the ends left out, where resampling filters ring.
double differenceToTone(const std::vector<float>& samples, int rate, double hz, double level = 0.5) {
  const auto ideal = tone(rate, hz, double(samples.size()) / rate, level);
  double worst = 0;
  for (std::size_t n = std::size_t(rate / 50); n + std::size_t(rate / 50) < samples.size(); ++n)
    worst = std::max(worst, std::abs(double(samples[n] - ideal[n])));
  return worst;
}

std::string errorOf(const fs::path& path) {
  try {
    readSound(path, 16000);
  } catch (const base::Error& error) {
    return error.what();
  }
  return "";
}

TEST_F(SoundFile, ReadsAnyFormatAndRate) {
  const struct {
    const char* name;
    int format;
    double tolerance;
  } formats[] = {{"a.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 1e-3},
                 {"b.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_U8, 1.2e-2},
                 {"c.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_24, 1e-3},
                 {"d.wav", SF_FORMAT_WAV | SF_FORMAT_FLOAT, 1e-3},
                 {"e.flac", SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 1e-3},
                 {"f.ogg", SF_FORMAT_OGG | SF_FORMAT_VORBIS, 8e-2},
                 {"g.aiff", SF_FORMAT_AIFF | SF_FORMAT_PCM_16, 1e-3}};
  for (const auto& f : formats)
    for (const int rate : {8000, 11025, 16000, 22050, 44100, 48000}) {
      const auto file = writeSound(f.name, f.format, rate, 1, tone(rate, 440, 0.5));
      const auto info = probeSound(file);
      EXPECT_EQ(info.rate, rate);
      EXPECT_EQ(info.channels, 1);
      EXPECT_NEAR(info.seconds(), 0.5, 0.01);
      EXPECT_FALSE(info.format.empty());
      const auto samples = readSound(file, 16000);
      EXPECT_NEAR(double(samples.size()), 8000, 2) << f.name << " at " << rate;
      EXPECT_LT(differenceToTone(samples, 16000, 440), f.tolerance) << f.name << " at " << rate;
    }
  const auto odd = writeSound("odd.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 12347, 1, tone(12347, 440, 0.5));
  EXPECT_LT(differenceToTone(readSound(odd, 16000), 16000, 440), 1e-3);
}

TEST_F(SoundFile, MixesChannelsToMono) {
  for (const int channels : {2, 6}) {
    std::vector<float> samples;
    for (const float s : tone(16000, 440, 0.2, 0.8))
      for (int c = 0; c < channels; ++c) samples.push_back(c == 0 ? s : 0.0f);
    const auto mono =
        readSound(writeSound("m.wav", SF_FORMAT_WAV | SF_FORMAT_FLOAT, 16000, channels, samples), 16000);
    ASSERT_EQ(mono.size(), 3200u);
    EXPECT_LT(differenceToTone(mono, 16000, 440, 0.8 / channels), 1e-6);
  }
}

TEST_F(SoundFile, ReadsParts) {
  const auto file = writeSound("p.wav", SF_FORMAT_WAV | SF_FORMAT_FLOAT, 16000, 1, tone(16000, 440, 2));
  const auto all = readSound(file, 16000);
  const auto part = readSound(file, 16000, 0.5, 0.25);
  ASSERT_EQ(part.size(), 4000u);
  for (std::size_t n = 0; n < part.size(); ++n) ASSERT_EQ(part[n], all[8000 + n]);
  EXPECT_EQ(readSound(file, 16000, 1.5, 10).size(), 8000u);
  EXPECT_EQ(readSound(file, 16000, 0, 0, 0.5).size(), 8000u);
  EXPECT_THROW(readSound(file, 16000, 2.5), base::Error);
}

TEST_F(SoundFile, NotANumberIsSilence) {
  auto samples = tone(16000, 440, 0.1);
  samples[10] = std::numeric_limits<float>::quiet_NaN();
  samples[20] = std::numeric_limits<float>::infinity();
  samples[30] = -std::numeric_limits<float>::infinity();
  samples[40] = 1e30f;
  const auto file = writeSound("n.wav", SF_FORMAT_WAV | SF_FORMAT_FLOAT, 16000, 1, samples);
  const auto read = readSound(file, 16000);
  EXPECT_EQ(read[10], 0);
  EXPECT_EQ(read[20], 0);
  EXPECT_EQ(read[30], 0);
  EXPECT_EQ(read[40], 1);
  for (const float s : readSound(file, 8000)) EXPECT_LE(std::abs(s), 1);
}

TEST_F(SoundFile, BrokenFilesSayWhat) {
  EXPECT_NE(errorOf(path("none.wav")).find("there is no"), std::string::npos);
  EXPECT_NE(errorOf(path("")).find("not a file"), std::string::npos);
  EXPECT_NE(errorOf(write("text.wav", "this is no sound\n")).find("as sound"), std::string::npos);
  EXPECT_NE(errorOf(write("zero.wav", "")).find("as sound"), std::string::npos);
  EXPECT_NE(errorOf(write("zeros.wav", std::string(5000, '\0'))).find("as sound"), std::string::npos);
  writeWav(path("silent.wav"), {}, 16000);
  EXPECT_NE(errorOf(path("silent.wav")).find("holds no sound"), std::string::npos);
  EXPECT_THROW(probeSound(path("text.wav")), base::Error);
}

TEST_F(SoundFile, ATruncatedFileGivesWhatIsThere) {
  writeWav(path("whole.wav"), tone(16000, 440, 1), 16000);
  std::ifstream in(path("whole.wav"), std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  ASSERT_EQ(bytes.size(), 44u + 32000);
  EXPECT_EQ(readSound(write("half.wav", bytes.substr(0, 44 + 16000)), 16000).size(), 8000u);
  EXPECT_NE(errorOf(write("header.wav", bytes.substr(0, 30))), "");
}

TEST_F(SoundFile, DamagedBytesNeverCrash) {
  const auto sound = tone(22050, 440, 0.2);
  const auto files = {writeSound("x.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 22050, 1, sound),
                      writeSound("x.flac", SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 22050, 1, sound),
                      writeSound("x.ogg", SF_FORMAT_OGG | SF_FORMAT_VORBIS, 22050, 1, sound)};
  base::Random random(7);
  int readable = 0, refused = 0;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    for (int round = 0; round < 60; ++round) {
      std::string damaged = bytes;
      const int edits = 1 + random.below(20), reach = round % 2 ? int(damaged.size()) : 64;
      for (int i = 0; i < edits; ++i) damaged[std::size_t(random.below(reach))] = char(random.below(256));
      if (random.chance(0.2)) damaged.resize(std::size_t(random.below(int(damaged.size()))));
      const auto target = write("damaged" + file.extension().string(), damaged);
      try {
        for (const float s : readSound(target, 16000, 0, 0, 5)) ASSERT_LE(std::abs(s), 1);
        ++readable;
      } catch (const base::Error&) {
        ++refused;
      }
    }
  }
  EXPECT_GT(readable, 0);
  EXPECT_GT(refused, 0);
}

TEST_F(SoundFile, WritesWav) {
  const auto samples = tone(8000, 440, 0.5);
  writeWav(path("w.wav"), samples, 8000);
  const auto info = probeSound(path("w.wav"));
  EXPECT_EQ(info.rate, 8000);
  EXPECT_EQ(info.frames, 4000);
  const auto read = readSound(path("w.wav"), 8000);
  ASSERT_EQ(read.size(), samples.size());
  for (std::size_t n = 0; n < read.size(); ++n) ASSERT_NEAR(read[n], samples[n], 1e-4);
  EXPECT_THROW(writeWav(path("no/such/folder/w.wav"), samples, 8000), base::Error);
}

TEST(Resample, KeepsLengthAndTone) {
  for (const int to : {8000, 12345, 16000, 44100}) {
    const auto out = resample(tone(22050, 440, 1), 22050, to);
    EXPECT_NEAR(double(out.size()), to, 2);
    EXPECT_LT(differenceToTone(out, to, 440), 1e-3);
  }
  EXPECT_TRUE(resample({}, 8000, 16000).empty());
  const std::vector<float> one{0.5f};
  EXPECT_NEAR(double(resample(one, 8000, 16000).size()), 2, 1);
  EXPECT_THROW(resample(one, 0, 16000), base::Error);
}

}  // namespace
}  // namespace kinglet::audio
