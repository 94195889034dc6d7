// Searches of a few tones by the program itself, in a process of its own.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>

#include "audio/sound_file.h"
#include "base/format.h"
#include "paths.h"
#include "study/file/store.h"
#include "train/weights.h"

namespace kinglet::cli {
namespace fs = std::filesystem;

struct Ended {
  int code = -1;
  std::string out, error;
};

class ToneSearch : public ::testing::Test {
 protected:
  ToneSearch() {
    std::string name = (fs::temp_directory_path() / "kinglet-resilience-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    folder_ = name;
    ::setenv("XDG_CACHE_HOME", (folder_ / "cache").c_str(), 1);
    for (int clip = 0; clip < 24; ++clip) {
      std::vector<float> samples(16000);
      for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = 0.3f * std::sin(float(i) * (clip % 2 ? 0.5f : 0.1f) * (1 + 0.02f * float(clip)));
      fs::create_directories(folder_ / "tones" / (clip % 2 ? "high" : "low"));
      audio::writeWav(folder_ / "tones" / (clip % 2 ? "high" : "low") / (std::to_string(clip) + ".wav"),
                      samples, 16000);
    }
    std::ofstream(folder_ / "space.json") << R"({"name": "small", "parameters": [
      {"name": "n_mels", "kind": "ordinal", "values": [24]},
      {"name": "clip_s", "kind": "ordinal", "values": [0.6]},
      {"name": "stem_filters", "kind": "ordinal", "values": [8, 16, 24, 32]},
      {"name": "num_blocks", "kind": "ordinal", "values": [1, 2]},
      {"name": "b1_type", "kind": "categorical", "values": ["conv", "dwsep"]},
      {"name": "b1_width", "kind": "ordinal", "values": [8, 16, 24]},
      {"name": "b2_type", "kind": "categorical", "values": ["conv", "dwsep"],
       "active_if": [{"parameter": "num_blocks", "at_least": 2}]},
      {"name": "b2_width", "kind": "ordinal", "values": [8, 16, 24],
       "active_if": [{"parameter": "num_blocks", "at_least": 2}]}]})";
  }
  ~ToneSearch() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  std::string searchOf(const std::string& study, const std::string& more = {}) const {
    return "search --data " + (folder_ / "tones").string() + " --study " + (folder_ / study).string() +
           " --workers 1 --seed 1 --strategy random --space " + (folder_ / "space.json").string() + " " +
           more;
  }
  pid_t start(const std::string& arguments) const {
    const pid_t child = fork();
    if (child != 0) return child;
    ::signal(SIGHUP, SIG_DFL);  // ignored where the tests themselves run under nohup
    const std::string command = std::string("exec ") + KINGLET_PROGRAM + " " + arguments + " >" +
                                (folder_ / "out").string() + " 2>" + (folder_ / "err").string();
    execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    _exit(127);
  }
  Ended finish(pid_t child) const {
    int status = 0;
    waitpid(child, &status, 0);
    const auto slurp = [&](const char* name) {
      std::ifstream in(folder_ / name);
      std::stringstream text;
      text << in.rdbuf();
      return text.str();
    };
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), slurp("out"), slurp("err")};
  }
  Ended run(const std::string& arguments) const { return finish(start(arguments)); }

  // Until the study holds so many epochs in all; false when the program ended before.
  bool waitForEpochs(pid_t child, const std::string& study, std::size_t count) const {
    for (;;) {
      std::size_t epochs = 0;
      try {
        for (const auto& trial : study::openStudy(folder_ / study)->trials()) epochs += trial.curve.size();
      } catch (const std::exception&) {
      }
      if (epochs >= count) return true;
      int status = 0;
      if (waitid(P_PID, id_t(child), nullptr, WEXITED | WNOHANG | WNOWAIT) != 0) return false;
      if (waitpid(child, &status, WNOHANG) == child) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(3));
    }
  }

  // Every figure of every curve, to the last bit, and the weights.
  std::string curvesOf(const std::string& study) const {
    std::string text;
    const auto store = study::openStudy(folder_ / study);
    for (const auto& trial : store->trials()) {
      text += std::to_string(trial.number) + " " + study::toText(trial.state);
      for (const auto& epoch : trial.curve)
        text += " " + base::hexFloat(epoch.trainLoss) + "/" + base::hexFloat(epoch.validation.loss) + "/" +
                base::hexFloat(epoch.validation.accuracy);
      if (const auto weights = store->weights(trial.number)) text += " " + train::packWeights(*weights);
      text += "\n";
    }
    return text;
  }

  fs::path folder_;
};

}  // namespace kinglet::cli
