// The program's own log, its crash report, and the report of a problem: what is in it, and what must not be.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

#include <chrono>
#include <cmath>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "audio/sound_file.h"
#include "paths.h"
#include "study/file/store.h"

namespace kinglet::cli {
namespace {
namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;

std::string textOf(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

// Every file of an archive, by its local headers.
std::map<std::string, std::string> unzipped(const std::string& zip) {
  std::map<std::string, std::string> files;
  const auto number = [&](std::size_t at, int bytes) {
    std::size_t value = 0;
    for (int i = bytes; i-- > 0;)
      value = value << 8 | static_cast<unsigned char>(zip.at(at + std::size_t(i)));
    return value;
  };
  std::size_t at = 0;
  while (number(at, 4) == 0x04034b50) {
    const std::size_t packed = number(at + 18, 4), size = number(at + 22, 4), name = number(at + 26, 2);
    std::string text(size, '\0');
    z_stream stream{};
    inflateInit2(&stream, -MAX_WBITS);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(zip.data() + at + 30 + name));
    stream.avail_in = static_cast<uInt>(packed);
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(size);
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    inflateEnd(&stream);
    EXPECT_EQ(crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(size)),
              number(at + 14, 4));
    files[zip.substr(at + 30, name)] = text;
    at += 30 + name + packed;
  }
  EXPECT_EQ(number(at, 4), 0x02014b50u);
  EXPECT_EQ(number(zip.size() - 22, 4), 0x06054b50u);
  EXPECT_EQ(number(zip.size() - 12, 2), files.size());
  return files;
}

struct Ended {
  int status = -1;
  std::string out, error;
  bool well() const { return WIFEXITED(status) && WEXITSTATUS(status) == 0; }
};

class Diagnose : public ::testing::Test {
 protected:
  Diagnose() {
    std::string name = (fs::temp_directory_path() / "kinglet-diagnose-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    folder_ = name;
    home_ = folder_ / "geheimrat";
    sounds_ = home_ / "Waldrand Nord";
    state_ = folder_ / "state/kinglet";
    for (int clip = 0; clip < 24; ++clip) {
      std::vector<float> samples(16000);
      for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = 0.3f * std::sin(float(i) * (clip % 2 ? 0.5f : 0.1f) * (1 + 0.02f * float(clip)));
      const fs::path place = sounds_ / (clip % 2 ? "Zwergschnäpper" : "Ölmühle");
      fs::create_directories(place);
      audio::writeWav(place / ("Beobachtung " + std::to_string(clip) + " Tobel.wav"), samples, 16000);
    }
    std::ofstream(sounds_ / "Ölmühle/Kaputtaufnahme.wav") << "no sound";
    fs::create_directories(folder_ / "cache");
  }
  ~Diagnose() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  pid_t start(const std::vector<std::string>& words) const {
    const pid_t child = fork();
    if (child != 0) return child;
    ::setenv("HOME", home_.c_str(), 1);
    ::setenv("USER", "geheimrat", 1);
    ::setenv("XDG_STATE_HOME", (folder_ / "state").c_str(), 1);
    ::setenv("XDG_CACHE_HOME", (folder_ / "cache").c_str(), 1);
    if (!std::freopen((folder_ / "out").c_str(), "w", stdout) ||
        !std::freopen((folder_ / "err").c_str(), "w", stderr))
      _exit(126);
    std::vector<char*> argv{const_cast<char*>("kinglet")};
    for (const auto& word : words) argv.push_back(const_cast<char*>(word.c_str()));
    argv.push_back(nullptr);
    execv(KINGLET_PROGRAM, argv.data());
    _exit(127);
  }
  Ended finish(pid_t child) const {
    Ended ended;
    waitpid(child, &ended.status, 0);
    ended.out = textOf(folder_ / "out");
    ended.error = textOf(folder_ / "err");
    return ended;
  }
  Ended run(const std::vector<std::string>& words) const { return finish(start(words)); }
  std::vector<std::string> search(const char* trials) const {
    return {"search",     "--data",   sounds_.string(), "--study",  study().string(),
            "--workers",  "1",        "--seed",         "1",        "--strategy",
            "random",     "--trials", trials,           "--epochs", "2",
            "--stopping", "none"};
  }
  fs::path study() const { return home_ / "Balz.kinglet"; }
  std::string log() const { return textOf(state_ / "kinglet.log"); }

  fs::path folder_, home_, sounds_, state_;
};

TEST_F(Diagnose, TheLogTellsWhatWasDone) {
  const Ended ended = run(search("2"));
  ASSERT_TRUE(ended.well()) << ended.error;
  const std::string text = log();
  for (const char* said :
       {"INFO program: starts: command line, 17 arguments", "INFO program: version: kinglet ",
        "INFO program: processor: ", "INFO program: memory: ", "INFO command: search",
        "INFO study: made or opened ‹Balz.kinglet›", "INFO search: running", "INFO search: finished",
        "INFO study: closing ‹Balz.kinglet›", "INFO program: ends with 0"})
    EXPECT_THAT(text, HasSubstr(said));
  // The names of sounds are nobody's business while nothing is wrong with them.
  EXPECT_THAT(text, Not(HasSubstr("Beobachtung")));
  EXPECT_THAT(text, Not(HasSubstr("Zwergschn")));

  const Ended wrong = run({"search", "--data", (home_ / "Nirgendwo").string(), "--study", "other.kinglet"});
  EXPECT_EQ(WEXITSTATUS(wrong.status), 1);
  EXPECT_THAT(log(), HasSubstr("ERROR command: "));
  EXPECT_THAT(log(), HasSubstr("Nirgendwo"));
  EXPECT_THAT(log(), HasSubstr("INFO program: ends with 1"));
}

TEST_F(Diagnose, TheReportHoldsNothingOfTheUsers) {
  ASSERT_TRUE(run(search("2")).well());
  {
    const auto store = study::openStudy(study());
    store->saveStar(0, true, "Lieblingsnetz");
  }
  // What must not be in the report is in the log.
  run({"search", "--data", (sounds_ / "Ölmühle/Kaputtaufnahme.wav").string(), "--study", "other.kinglet"});
  run({"features", (sounds_ / "Zwergschnäpper/Beobachtung 99 Tobel.wav").string(), "--out", "x.npy"});
  ASSERT_THAT(log(), HasSubstr("Kaputtaufnahme"));
  ASSERT_THAT(log(), HasSubstr("Beobachtung 99 Tobel"));

  const fs::path zip = folder_ / "report.zip";
  const Ended ended = run({"diagnose", "--study", study().string(), "--out", zip.string()});
  ASSERT_TRUE(ended.well()) << ended.error;
  EXPECT_THAT(ended.out, HasSubstr("study/trials.csv"));
  EXPECT_THAT(ended.out, HasSubstr("Sounds, and the names of clips, classes and folders"));
  const auto files = unzipped(textOf(zip));
  ASSERT_TRUE(files.contains("kinglet-report/about.txt"));
  ASSERT_TRUE(files.contains("kinglet-report/kinglet.log"));
  ASSERT_TRUE(files.contains("kinglet-report/study/settings.json"));
  ASSERT_TRUE(files.contains("kinglet-report/study/trials.csv"));
  EXPECT_THAT(files.at("kinglet-report/about.txt"), HasSubstr("version: kinglet "));
  EXPECT_THAT(files.at("kinglet-report/kinglet.log"), HasSubstr("INFO search: finished"));
  EXPECT_THAT(files.at("kinglet-report/kinglet.log"), HasSubstr("ERROR command: "));
  for (const auto& [name, text] : files) {
    for (const char* secret : {"Zwergschn", "Ölmühle", "hle", "Tobel", "Beobachtung", "Kaputt", "Waldrand",
                               "geheimrat", "Balz", "Lieblingsnetz", "Nirgendwo"})
      EXPECT_THAT(text, Not(HasSubstr(secret))) << name;
    EXPECT_THAT(text, Not(HasSubstr("RIFF"))) << name;
  }
  const auto settings = nlohmann::json::parse(files.at("kinglet-report/study/settings.json"));
  EXPECT_EQ(settings["classes"], 2);
  EXPECT_EQ(settings["sounds"]["clips"], 24);
  EXPECT_EQ(settings["strategy"], "random");
  EXPECT_FALSE(settings.contains("data"));
  const std::string trials = files.at("kinglet-report/study/trials.csv");
  EXPECT_GE(std::count(trials.begin(), trials.end(), '\n'), 3);
  EXPECT_LT(textOf(zip).size(), 100'000u);  // no weights
}

TEST_F(Diagnose, ACrashIsReportedAndTheSearchGoesOn) {
#if defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "a sanitizer ends the program in its own way";
#endif
  const pid_t child = start(search("4"));
  for (;;) {
    std::size_t epochs = 0;
    try {
      for (const auto& trial : study::openStudy(study())->trials()) epochs += trial.curve.size();
    } catch (const std::exception&) {
    }
    if (epochs >= 1) break;
    ASSERT_EQ(waitpid(child, nullptr, WNOHANG), 0) << textOf(folder_ / "err");
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  ::kill(child, SIGSEGV);
  const Ended ended = finish(child);
  EXPECT_TRUE(WIFSIGNALED(ended.status) && WTERMSIG(ended.status) == SIGSEGV) << ended.status;
  EXPECT_THAT(ended.error, HasSubstr("kinglet: ended unexpectedly (SIGSEGV); what is known of it is in "));
  fs::path report;
  for (const auto& entry : fs::directory_iterator(state_))
    if (entry.path().filename().string().starts_with("crash-")) report = entry.path();
  ASSERT_FALSE(report.empty());
  const std::string text = textOf(report);
  EXPECT_THAT(text, HasSubstr("study: ‹" + study().string() + "›"));
  EXPECT_THAT(text, HasSubstr("INFO search: running"));

  const Ended again = run(search("4"));
  EXPECT_TRUE(again.well()) << again.error;
  EXPECT_GE(study::openStudy(study())->trials().size(), 4u);

  const fs::path zip = folder_ / "report.zip";
  ASSERT_TRUE(run({"diagnose", "--out", zip.string()}).well());
  const auto files = unzipped(textOf(zip));
  const std::string crash = files.at("kinglet-report/" + report.filename().string());
  EXPECT_THAT(crash, HasSubstr("signal: 11 SIGSEGV"));
  EXPECT_THAT(crash, HasSubstr("kinglet::"));  // readable names in its stack
  EXPECT_THAT(crash, HasSubstr("study: ‹….kinglet›"));
  EXPECT_THAT(crash, Not(HasSubstr("geheimrat")));
}

TEST_F(Diagnose, WorksWhereNothingCanBeKept) {
  std::ofstream(folder_ / "state") << "a file in the folder's place";
  const Ended ended = run({"diagnose", "--json"});
  ASSERT_TRUE(ended.well()) << ended.error;
  EXPECT_EQ(ended.error, "");
  const auto json = nlohmann::json::parse(ended.out);
  EXPECT_THAT(json["about"]["version"].get<std::string>(), HasSubstr("kinglet "));
  EXPECT_EQ(json["report"].size(), 1u);
}

}  // namespace
}  // namespace kinglet::cli
