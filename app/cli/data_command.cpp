// kinglet data: what was understood of a data set.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/data_explain.h"
#include "app/cli/data_options.h"
#include "base/format.h"
#include "base/json.h"
#include "data/dataset.h"

namespace kinglet::cli {
namespace {

constexpr std::size_t kProblemsShown = 20;

// Clips a class (a row each) and a fold.
std::vector<std::vector<int>> countClips(const data::Dataset& dataset) {
  std::vector counts(dataset.classes.size(), std::vector<int>(static_cast<std::size_t>(dataset.folds)));
  for (const data::Clip& clip : dataset.clips)
    for (const int label : clip.labels)
      ++counts[static_cast<std::size_t>(label)][static_cast<std::size_t>(clip.fold)];
  return counts;
}

double secondsOf(const data::Dataset& dataset) {
  double seconds = 0;
  for (const data::Clip& clip : dataset.clips) seconds += clip.seconds;
  return seconds;
}

void printJson(const data::Dataset& dataset) {
  using Json = nlohmann::ordered_json;
  const auto counts = countClips(dataset);
  Json classes = Json::array(), folds = Json::array(), problems = Json::array(), notes = Json::array();
  for (std::size_t i = 0; i < dataset.classes.size(); ++i) {
    int clips = 0;
    for (const int count : counts[i]) clips += count;
    classes.push_back({{"name", dataset.classes[i]}, {"clips", clips}, {"clips_by_fold", counts[i]}});
  }
  for (int fold = 0; fold < dataset.folds; ++fold)
    folds.push_back({{"name", dataset.foldNames[static_cast<std::size_t>(fold)]},
                     {"clips", dataset.inFold(fold).size()}});
  for (const data::DataProblem& problem : dataset.problems)
    problems.push_back({{"where", problem.where}, {"what", problem.what.english()}});
  for (const base::Message& note : dataset.notes) notes.push_back(note.english());
  const Json document{{"name", dataset.name},
                      {"layout", dataset.layout},
                      {"multi_label", dataset.multiLabel},
                      {"clips", dataset.clips.size()},
                      {"seconds", secondsOf(dataset)},
                      {"classes", classes},
                      {"folds", folds},
                      {"grouping", dataset.grouping.english()},
                      {"notes", notes},
                      {"left_out", dataset.problemCount},
                      {"problems", problems}};
  std::puts(base::jsonText(document, 2).c_str());
}

// Columns that a terminal shows: continuation bytes of UTF-8 take none.
int widthOf(const std::string& text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

void printText(const data::Dataset& dataset) {
  std::printf("%s: layout %s, %zu classes%s, %zu clips, %s minutes\n\n", dataset.name.c_str(),
              dataset.layout.c_str(), dataset.classes.size(), dataset.multiLabel ? " (several a clip)" : "",
              dataset.clips.size(), base::fixed(secondsOf(dataset) / 60, 1).c_str());
  const auto counts = countClips(dataset);
  int widest = 5;
  for (const std::string& name : dataset.classes) widest = std::max(widest, widthOf(name));
  const auto cell = [](const std::string& text, int width) { std::printf("  %*s", width, text.c_str()); };
  const auto first = [&](const std::string& text) {
    std::printf("%s%*s", text.c_str(), widest - widthOf(text), "");
  };
  std::vector<int> widths;
  first("class");
  for (const std::string& name : dataset.foldNames) {
    const bool number = !name.empty() && std::all_of(name.begin(), name.end(),
                                                     [](unsigned char c) { return std::isdigit(c); });
    const std::string title = number ? "fold " + name : name;
    widths.push_back(std::max(6, static_cast<int>(title.size())));
    cell(title, widths.back());
  }
  std::puts("");
  for (std::size_t i = 0; i < dataset.classes.size(); ++i) {
    first(dataset.classes[i]);
    for (std::size_t fold = 0; fold < widths.size(); ++fold)
      cell(std::to_string(counts[i][fold]), widths[fold]);
    std::puts("");
  }
  if (!dataset.grouping.empty() &&
      std::find(dataset.notes.begin(), dataset.notes.end(), dataset.grouping) == dataset.notes.end())
    std::printf("\n%s\n", dataset.grouping.english().c_str());
  for (const base::Message& note : dataset.notes) std::printf("\n%s\n", note.english().c_str());
  if (!dataset.problems.empty()) std::printf("\nleft out (%zu):\n", dataset.problemCount);
  for (std::size_t i = 0; i < std::min(kProblemsShown, dataset.problems.size()); ++i)
    std::printf("  %s: %s\n", dataset.problems[i].where.c_str(), dataset.problems[i].what.english().c_str());
  if (dataset.problems.size() > kProblemsShown)
    std::printf("  and %zu more; --json lists them\n", dataset.problemCount - kProblemsShown);
}

}  // namespace

void addDataCommand(CLI::App& app) {
  struct Options {
    std::string path;
    data::OpenOptions how;
    bool json = false, explain = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("data", "Tell what was understood of a data set");
  command->add_option("DIR", options->path, "A folder, a manifest CSV, or demo for the built-in sounds")
      ->required();
  addGroupBy(*command, options->how.groupBy);
  addReadAs(*command, options->how.readAs);
  command->add_flag("--explain", options->explain,
                    "Tell of each clip how it got its label and its fold: a line a clip, separated by tabs");
  command->add_flag("--json", options->json, "Print one JSON document; with --explain, JSON lines");
  command->callback([options] {
    const data::Dataset dataset = data::openDataset(options->path, options->how);
    if (options->explain)
      (options->json ? explainJson : explainText)(dataset, std::cout);
    else
      (options->json ? printJson : printText)(dataset);
  });
}

}  // namespace kinglet::cli
