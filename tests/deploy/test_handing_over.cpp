// What an export leaves on the disk: everything, or nothing.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <set>
#include <thread>

#include "base/error.h"
#include "base/files.h"
#include "deploy/package/export.h"
#include "deploy/package/staging.h"
#include "deploy/verify/shell.h"
#include "learnt.h"

namespace kinglet::deploy {
namespace {

namespace fs = std::filesystem;

int filesIn(const fs::path& folder) {
  int count = 0;
  for ([[maybe_unused]] const auto& entry : fs::recursive_directory_iterator(folder)) ++count;
  return count;
}

std::string refusal(const std::function<void()>& work) {
  try {
    work();
  } catch (const base::Error& error) {
    return error.what();
  }
  return {};
}

class HandingOver : public ::testing::Test {
 protected:
  // What is written is not tried unless a test is about it: that would be a compilation each time.
  ExportPlan plan(Format format, const char* name, bool tried = false) const {
    ExportPlan one{format, false, Ends::int8, folder_.path / name, {}};
    one.run = tried;
    return one;
  }
  static ExportResult run(const ExportPlan& plan, const Progress& progress = {}) {
    static const Learnt learnt(2);
    return exportNetwork(learnt.model, {}, learnt.sounds, plan, progress);
  }
  const WorkFolder folder_;
};

TEST_F(HandingOver, WhatIsThereIsNotReplacedUnasked) {
  base::writeAtomically(folder_.path / "a.pt", "mine");
  ExportPlan twice = plan(Format::torchscript, "a.pt");
  EXPECT_NE(refusal([&] { run(twice); }).find("is there already"), std::string::npos);
  EXPECT_EQ(base::readText(folder_.path / "a.pt"), "mine");
  EXPECT_EQ(filesIn(folder_.path), 1);
  twice.replace = true;
  EXPECT_EQ(run(twice).files.size(), 4u);
  EXPECT_NE(base::readText(folder_.path / "a.pt"), "mine");
  // What lies beside it counts too.
  fs::remove(folder_.path / "a.pt");
  twice.replace = false;
  EXPECT_NE(refusal([&] { run(twice); }).find("a.pt.card.md"), std::string::npos);
}

TEST_F(HandingOver, InAFolderOnlyFilesOfTheSameNamesAreReplaced) {
  ExportPlan sources = plan(Format::c, "c");
  fs::create_directory(sources.out);
  run(sources);  // an empty folder is nothing to lose
  base::writeAtomically(sources.out / "notes.txt", "mine");
  base::writeAtomically(sources.out / "model.c", "old");
  EXPECT_NE(refusal([&] { run(sources); }).find("is there already"), std::string::npos);
  sources.replace = true;
  run(sources);
  EXPECT_EQ(base::readText(sources.out / "notes.txt"), "mine");
  EXPECT_NE(base::readText(sources.out / "model.c"), "old");
}

TEST_F(HandingOver, AlsoInFoldersBelow) {
  ExportPlan library = plan(Format::c, "c");
  library.form = Form::cmake;
  library.replace = true;
  run(library);
  base::writeAtomically(library.out / "src/mine.c", "mine");
  base::writeAtomically(library.out / "src/model.c", "old");
  run(library);
  EXPECT_EQ(base::readText(library.out / "src/mine.c"), "mine");
  EXPECT_NE(base::readText(library.out / "src/model.c"), "old");
  // A link may lead to somebody else's folder, and a file or folder of the name may be anything.
  fs::create_directory(folder_.path / "elsewhere");
  fs::remove_all(library.out / "include");
  fs::create_directory_symlink(folder_.path / "elsewhere", library.out / "include");
  base::writeAtomically(library.out / "src/model.c", "old");
  EXPECT_NE(refusal([&] { run(library); }).find("include is in the way"), std::string::npos);
  EXPECT_TRUE(fs::is_empty(folder_.path / "elsewhere"));
  EXPECT_EQ(base::readText(library.out / "src/model.c"), "old") << "nothing was moved before";
  fs::remove(library.out / "include");
  fs::remove(library.out / "src/model.c");
  fs::create_directory(library.out / "src/model.c");
  EXPECT_NE(refusal([&] { run(library); }).find("is a folder"), std::string::npos);
}

TEST_F(HandingOver, WhatWillBeWrittenIsKnownBefore) {
  const Learnt learnt(2);
  for (const Form form : {Form::plain, Form::arduino, Form::zephyr, Form::platformio, Form::cmake})
    for (const char* prefix : {"model", "dog"}) {
      ExportPlan one = plan(Format::c, "c");
      one.form = form;
      one.prefix = prefix;
      SCOPED_TRACE(std::string(toText(form)) + " " + prefix);
      std::set<fs::path> planned, written;
      for (const auto& file : filesOf(learnt.model, one)) planned.insert(file.path);
      exportNetwork(learnt.model, {}, learnt.sounds, one);
      for (const auto& entry : fs::recursive_directory_iterator(folder_.path))
        if (!entry.is_directory()) written.insert(entry.path());
      EXPECT_EQ(planned, written);
      for (const auto& entry : fs::directory_iterator(folder_.path)) fs::remove_all(entry.path());
    }
}

TEST_F(HandingOver, PlacesThatCannotBeWrittenAreNamed) {
  fs::create_directory(folder_.path / "folder");
  base::writeAtomically(folder_.path / "file", "x");
  EXPECT_NE(refusal([&] { run(plan(Format::torchscript, "folder")); }).find("is a folder"),
            std::string::npos);
  EXPECT_NE(refusal([&] { run(plan(Format::c, "file")); }).find("is a file"), std::string::npos);
  EXPECT_NE(refusal([&] { run(plan(Format::onnx, "nowhere/a.onnx")); }).find("no such folder"),
            std::string::npos);
  if (::geteuid() != 0) {  // root may write anywhere
    fs::permissions(folder_.path / "folder", fs::perms::owner_read | fs::perms::owner_exec);
    EXPECT_NE(refusal([&] { run(plan(Format::onnx, "folder/a.onnx")); }).find("no permission"),
              std::string::npos);
    fs::permissions(folder_.path / "folder", fs::perms::owner_all);
  }
  EXPECT_EQ(filesIn(folder_.path), 2);
}

// A limit on the size of files stands for a disk that is full: writing fails half-way.
TEST_F(HandingOver, AFullDiskLeavesNothing) {
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{2048, before.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &small);
  const std::string why = refusal([&] { run(plan(Format::onnx, "a.onnx")); });
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  EXPECT_NE(why.find("cannot write " + (folder_.path / "a.onnx").string()), std::string::npos) << why;
  EXPECT_EQ(filesIn(folder_.path), 0);
}

TEST_F(HandingOver, CancelledAtAnyMomentItLeavesNothing) {
  const Learnt learnt(2);
  ExportPlan sources = plan(Format::c, "c", true);
  sources.int8 = true;
  int moments = 0;
  {
    const WorkFolder other;
    ExportPlan whole = sources;
    whole.out = other.path / "c";
    exportNetwork(learnt.model, {}, learnt.sounds, whole,
                  Progress([&](const base::Message&, double) { ++moments; }));
  }
  ASSERT_GT(moments, 20);
  for (const int at : {1, moments / 3, moments - 2, moments}) {
    std::stop_source stop;
    int seen = 0;
    const Progress progress(
        [&](const base::Message&, double) {
          if (++seen == at) stop.request_stop();
        },
        stop.get_token());
    EXPECT_THROW(exportNetwork(learnt.model, {}, learnt.sounds, sources, progress), Cancelled) << at;
    EXPECT_EQ(filesIn(folder_.path), 0) << at;
  }
}

TEST_F(HandingOver, ProgressNeverFalls) {
  const Learnt learnt(2);
  ExportPlan sources = plan(Format::c, "c", true);
  sources.int8 = true;
  double last = 0;
  exportNetwork(learnt.model, {}, learnt.sounds, sources,
                Progress([&](const base::Message& what, double share) {
                  EXPECT_GE(share, last) << what.english();
                  EXPECT_LE(share, 1) << what.english();
                  last = share;
                }));
}

TEST_F(HandingOver, OfSomebodyElsesNothingIsRun) {
  ExportPlan careful = plan(Format::c, "c");
  const ExportResult result = run(careful);
  EXPECT_FALSE(result.verification.verified);
  EXPECT_TRUE(result.card.verification.starts_with("not verified here: the network comes from somebody else"))
      << result.card.verification;
  careful.int8 = true;
  careful.board = "cortex-m4";
  EXPECT_NE(refusal([&] { check(careful); }).find("somebody else"), std::string::npos);
}

TEST_F(HandingOver, WithoutTheSoundsFloatIsTriedOnMadeUpFeatures) {
  const Learnt learnt(2);
  Sounds none;
  const auto result = exportNetwork(learnt.model, {}, none, plan(Format::torchscript, "a.pt", true));
  EXPECT_TRUE(result.verification.verified);
  EXPECT_NE(result.card.verification.find("made-up features"), std::string::npos);
  ExportPlan int8 = plan(Format::c, "c");
  int8.int8 = true;
  EXPECT_NE(refusal([&] { exportNetwork(learnt.model, {}, none, int8); }).find("calibrate"),
            std::string::npos);
}

TEST(Commands, AreKilledWithAllThatTheyStarted) {
  const WorkFolder folder;
  std::stop_source stop;
  std::jthread later([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    stop.request_stop();
  });
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_THROW(runProgram(folder.path, {"sh", "-c", "sh -c 'sleep 30; echo late > late.txt' & wait"},
                          base::Message("wait"), stop.get_token()),
               Cancelled);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(10));
  EXPECT_FALSE(fs::exists(folder.path / "late.txt"));
}

TEST(Commands, TellTheFirstLineOfTheComplaint) {
  const WorkFolder folder;
  EXPECT_EQ(runCommand(folder.path, "echo heard", base::Message("talk")), "heard\n");
  EXPECT_NE(refusal([&] {
              runProgram(folder.path, {"sh", "-c", "echo first >&2; echo second >&2; false"},
                         base::Message("talk"));
            }).find("cannot talk: first"),
            std::string::npos);
}

// Firmware may use what an export copies freely; Kinglet itself stays under its own licence.
TEST(Licence, ExportedSourcesAreFree) {
  const Learnt learnt(2);
  const WorkFolder folder;
  ExportPlan plan{Format::c, false, Ends::int8, folder.path / "c", {}};
  plan.form = Form::platformio;
  plan.prefix = "dog";
  plan.run = false;
  const auto result = exportNetwork(learnt.model, {}, learnt.sounds, plan);
  int sources = 0;
  for (const auto& entry : fs::recursive_directory_iterator(plan.out)) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".c" && ending != ".h" && ending != ".ino") continue;
    ++sources;
    const std::string text = base::readText(entry.path());
    EXPECT_NE(text.substr(0, 60).find("SPDX-License-Identifier: 0BSD"), std::string::npos) << entry.path();
    EXPECT_EQ(text.find("GPL"), std::string::npos) << entry.path();
  }
  EXPECT_EQ(sources, 12);
  EXPECT_NE(base::readText(plan.out / "src/dog.c").find("are yours"), std::string::npos);
  EXPECT_NE(base::readText(plan.out / "LICENSE").find("with or without fee"), std::string::npos);
  const std::string card = toMarkdown(result.card, learnt.model);
  EXPECT_NE(card.find("0BSD"), std::string::npos);
  EXPECT_NE(card.find("weights are yours"), std::string::npos);
}

}  // namespace
}  // namespace kinglet::deploy
