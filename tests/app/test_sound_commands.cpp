// `kinglet data` and `kinglet features`, from arguments to exit code and output.
#include <gtest/gtest.h>

#include <QImage>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>

#include "app/cli/cli.h"
#include "audio/front_end.h"
#include "base/files.h"
#include "data/temporary_folder.h"

namespace kinglet {
namespace {

struct Outcome {
  int code;
  std::string out, err;
};

Outcome kinglet(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "kinglet");
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  const int code = cli::run(int(argv.size()), argv.data());
  std::fflush(stdout);
  return {code, testing::internal::GetCapturedStdout(), testing::internal::GetCapturedStderr()};
}

int lines(const std::string& text) {
  return int(std::count(text.begin(), text.end(), '\n'));
}

TEST(FeaturesCommand, WritesAnArray) {
  const data::TemporaryFolder folder;
  folder.sound("a.wav", 0.5, 16000);
  const std::string out = (folder.path / "a.npy").string();
  const auto result = kinglet({"features", (folder.path / "a.wav").string(), "--mels", "20", "--hop-ms", "20",
                               "--window-ms", "40", "--out", out, "--json"});
  ASSERT_EQ(result.code, 0) << result.err;
  const auto json = nlohmann::json::parse(result.out);
  EXPECT_EQ(json["frames"], 24);
  EXPECT_EQ(json["fft_size"], 1024);  // grown to hold the window

  const std::string file = base::readText(out);
  ASSERT_EQ(file.substr(0, 8), std::string("\x93NUMPY\x01\x00", 8));
  const std::size_t header = std::size_t(file[8]) + 256 * std::size_t(file[9]);
  EXPECT_EQ((header + 10) % 64, 0u);
  EXPECT_NE(file.find("'descr': '<f4', 'fortran_order': False, 'shape': (24, 20)"), std::string::npos);
  ASSERT_EQ(file.size(), 10 + header + 24 * 20 * 4);
  audio::FrontEndParams p;
  p.mels = 20, p.hopMs = 20, p.windowMs = 40, p.fftSize = 1024;
  std::vector<float> expected(24 * 20);
  audio::LogMel(p).compute(audio::readSound(folder.path / "a.wav", 16000), expected);
  EXPECT_EQ(std::memcmp(file.data() + 10 + header, expected.data(), expected.size() * 4), 0);
}

TEST(FeaturesCommand, DrawsAPicture) {
  const data::TemporaryFolder folder;
  folder.sound("tone.wav", 0.3, 16000, 1000);
  const std::string out = (folder.path / "tone.png").string();
  const auto result = kinglet({"features", (folder.path / "tone.wav").string(), "--out", out});
  ASSERT_EQ(result.code, 0) << result.err;
  EXPECT_EQ(lines(result.out), 1);
  const QImage picture(QString::fromStdString(out));
  ASSERT_FALSE(picture.isNull());
  EXPECT_EQ(picture.width(), 28);
  EXPECT_EQ(picture.height(), 64);
  // The tone is a bright yellow line at the height of its mel band, on dark blue.
  const auto mel = [](double hz) { return 2595 * std::log10(1 + hz / 700); };
  const int band = int(std::lround((mel(1000) - mel(60)) / ((mel(7800) - mel(60)) / 65))) - 1;
  const QColor line = picture.pixelColor(14, 63 - band), dark = picture.pixelColor(14, 5);
  EXPECT_GT(line.red(), 180);
  EXPECT_GT(line.green(), 180);
  EXPECT_LT(dark.red(), 90);
  EXPECT_LT(dark.green(), 60);
}

TEST(FeaturesCommand, SaysWhatIsWrong) {
  const data::TemporaryFolder folder;
  folder.sound("a.wav", 0.01, 16000);
  folder.text("text.wav", "no sound");
  const auto path = [&](const char* name) { return (folder.path / name).string(); };
  const auto fails = [&](std::vector<std::string> arguments, int code, const char* what) {
    const auto result = kinglet(std::move(arguments));
    EXPECT_EQ(result.code, code);
    EXPECT_TRUE(result.out.empty());
    EXPECT_EQ(lines(result.err), 1) << result.err;
    EXPECT_NE(result.err.find(what), std::string::npos) << result.err;
  };
  fails({"features", path("a.wav"), "--out", path("a.txt")}, 2, ".npy");
  fails({"features", path("a.wav")}, 2, "--out");
  fails({"features", path("a.wav"), "--out", path("a.npy"), "--mels", "many"}, 2, "many");
  fails({"features", path("a.wav"), "--out", path("a.npy")}, 1, "shorter than one window");
  fails({"features", path("a.wav"), "--out", path("a.npy"), "--mels", "3"}, 1, "mel bands");
  fails({"features", path("text.wav"), "--out", path("a.npy")}, 1, "text.wav");
  fails({"features", path("none.wav"), "--out", path("a.npy")}, 1, "none.wav");
  folder.sound("long.wav", 0.2, 16000);
  fails({"features", path("long.wav"), "--out", path("no/folder/a.png")}, 1, "no/folder");
}

TEST(DataCommand, TellsWhatWasUnderstood) {
  const data::TemporaryFolder folder;
  for (const char* name : {"dog/1.wav", "dog/2.wav", "dog/3.wav", "cat/1.wav", "cat/2.wav"})
    folder.sound(name);
  folder.text("cat/broken.wav", "no sound");
  const auto text = kinglet({"data", folder.path.string()});
  ASSERT_EQ(text.code, 0) << text.err;
  for (const char* part : {"layout folders", "2 classes", "5 clips", "dog", "left out (1)", "cat/broken.wav"})
    EXPECT_NE(text.out.find(part), std::string::npos) << part << " in\n" << text.out;

  const auto json = nlohmann::json::parse(kinglet({"data", folder.path.string(), "--json"}).out);
  EXPECT_EQ(json["layout"], "folders");
  EXPECT_EQ(json["clips"], 5);
  EXPECT_EQ(json["classes"][1]["name"], "dog");
  EXPECT_EQ(json["classes"][1]["clips"], 3);
  EXPECT_EQ(json["folds"].size(), 3u);  // as many as the larger class can fill
  EXPECT_EQ(json["problems"][0]["where"], "cat/broken.wav");
  EXPECT_NEAR(json["seconds"].get<double>(), 0.5, 1e-6);
}

TEST(DataCommand, KnowsTheBuiltInSounds) {
  const auto json = nlohmann::json::parse(kinglet({"data", "demo", "--json"}).out);
  EXPECT_EQ(json["layout"], "builtin");
  EXPECT_GE(json["classes"].size(), 8u);
  EXPECT_TRUE(json["problems"].empty());
}

TEST(DataCommand, SaysWhichLayoutsThereAre) {
  const data::TemporaryFolder folder;
  for (const std::string& path : {folder.path.string(), (folder.path / "none").string()}) {
    const auto result = kinglet({"data", path});
    EXPECT_EQ(result.code, 1);
    EXPECT_TRUE(result.out.empty());
    EXPECT_EQ(lines(result.err), 1) << result.err;
  }
  EXPECT_NE(kinglet({"data", folder.path.string()}).err.find("ESC-50"), std::string::npos);
  EXPECT_EQ(kinglet({"data"}).code, 2);
}

}  // namespace
}  // namespace kinglet
