// Benchmark stopping: the audit on recorded learning curves.
//
//   bench_stopping record STUDY...   the studies' curves as text, to be kept (see tests/bench/stopping)
//   bench_stopping report N          reads such text from standard input; parameters are chosen on the first
//                                    N studies, figures are of the others
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/random.h"
#include "study/file/store.h"
#include "study/report/audit.h"
#include "train/stopping.h"
#include "train/stopping/rules.h"

using namespace kinglet;

namespace {

struct Named {
  std::string name, about;
  study::Recording recording;
};

// One line a trial. Errors to 1e-5 (a fold of ESC-10 has 80 clips), times to 10 ms.
void record(const std::string& path) {
  const auto store = study::openStudy(path);
  const auto settings = store->settings();
  const auto recording = study::recordingOf(store->trials(), settings);
  std::printf("study,%s,%s seed %llu,%d", std::filesystem::path(path).stem().c_str(),
              settings.strategy.c_str(), static_cast<unsigned long long>(settings.seed), recording.epochs);
  for (const double reference : recording.reference) std::printf(",%.9g", reference);
  std::printf("\n");
  for (const auto& trial : recording.trials) {
    if (!trial.whole)
      throw base::Error("trial " + std::to_string(trial.number) + " of " + path + " is not whole");
    std::printf("%d,%.6g,%.6g,", trial.number, trial.energyMj, trial.memoryKb);
    for (std::size_t i = 0; i < trial.errors.size(); ++i)
      std::printf("%s%.5g", i ? " " : "", trial.errors[i]);
    std::printf(",");
    for (std::size_t i = 0; i < trial.times.size(); ++i) std::printf("%s%.2f", i ? " " : "", trial.times[i]);
    std::printf("\n");
  }
}

std::vector<double> numbers(const std::string& text) {
  std::istringstream in(text);
  std::vector<double> values;
  for (double value; in >> value;) values.push_back(value);
  return values;
}

std::vector<Named> read(std::istream& in) {
  std::vector<Named> studies;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, ',');) cells.push_back(cell);
    if (cells.at(0) == "study") {
      Named named{cells.at(1), cells.at(2), {}};
      named.recording.epochs = std::stoi(cells.at(3));
      for (std::size_t i = 4; i < cells.size(); ++i) named.recording.reference.push_back(std::stod(cells[i]));
      studies.push_back(named);
      continue;
    }
    study::RecordedTrial trial;
    trial.number = std::stoi(cells.at(0));
    trial.energyMj = std::stod(cells.at(1));
    trial.memoryKb = std::stod(cells.at(2));
    trial.errors = numbers(cells.at(3));
    trial.times = numbers(cells.at(4));
    trial.whole = true;
    studies.at(studies.size() - 1).recording.trials.push_back(trial);
  }
  return studies;
}

struct Variant {
  std::string text;
  std::unique_ptr<train::StoppingRule> rule;
};

template <class... Values>
std::string printed(const char* format, Values... values) {
  char text[120];
  std::snprintf(text, sizeof text, format, values...);
  return text;
}

// The same trials in another order, in the places and at the times of the recorded ones.
Named shuffled(Named named, std::uint64_t seed) {
  auto& trials = named.recording.trials;
  base::Random random(seed);
  for (std::size_t i = trials.size(); i > 1; --i) {
    const auto other = static_cast<std::size_t>(random.uniform() * double(i));
    std::swap(trials[i - 1].errors, trials[other].errors);
    std::swap(trials[i - 1].energyMj, trials[other].energyMj);
    std::swap(trials[i - 1].memoryKb, trials[other].memoryKb);
  }
  return named;
}

// One study after another as if they were one. They must share their reference point.
Named joined(const std::vector<Named>& studies) {
  Named all{"", "", {studies.front().recording.epochs, studies.front().recording.reference, {}}};
  double start = 0;
  for (const Named& named : studies) {
    if (named.recording.reference != all.recording.reference)
      throw base::Error("the studies have other references");
    double end = start;
    for (study::RecordedTrial trial : named.recording.trials) {
      trial.number = int(all.recording.trials.size());
      for (double& time : trial.times) end = std::max(end, time += start);
      all.recording.trials.push_back(std::move(trial));
    }
    start = end;
  }
  return all;
}

// Every parameter of a rule over its range; also those that the rivals have elsewhere and here have not.
std::vector<Variant> variantsOf(const std::string& rule) {
  std::vector<Variant> variants;
  train::StoppingSettings settings;
  settings.rule = rule;
  for (const int minimum : {1, 2, 3, 5, 8, 12, 18, 24, 29}) {
    settings.minimumEpochs = minimum;
    if (rule == "curve" || rule == "pareto") {
      for (const double confidence : {0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99, 0.999}) {
        settings.confidence = confidence;
        variants.push_back(
            {printed("confidence %g, from epoch %d", confidence, minimum), makeStoppingRule(settings)});
      }
    } else if (rule == "patience") {
      for (const int patience : {1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20}) {
        settings.patience = patience;
        variants.push_back(
            {printed("%d epochs, from epoch %d", patience, minimum), makeStoppingRule(settings)});
      }
    } else if (rule == "halving") {
      for (const int reduction : {2, 3, 4, 6, 8})
        variants.push_back(
            {printed("one of %d, first rung %d", reduction, minimum), makeHalvingRule(settings, reduction)});
    } else if (rule == "median") {
      for (const double percentile : {0.1, 0.25, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95})
        variants.push_back({printed("percentile %g, from epoch %d", 100 * percentile, minimum),
                            makeMedianRule(settings, percentile)});
    }
  }
  return variants;
}

struct Figures {
  std::string text;
  double saved = 0, lost = 0;  // means over the studies
};

Figures over(const std::vector<Named>& studies, const train::StoppingRule& rule,
             const std::string& text = {}) {
  Figures figures{text};
  for (const Named& named : studies) {
    const auto audit = study::audit(named.recording, rule);
    figures.saved += audit.epochsSaved() / double(studies.size());
    figures.lost += audit.hypervolumeLost() / double(studies.size());
  }
  return figures;
}

void table(const char* title, const std::vector<Named>& studies) {
  std::size_t trials = 0;
  for (const Named& named : studies) trials += named.recording.trials.size();
  std::printf("\n%s (%zu trials), rules at their defaults\n%-10s %9s %13s %17s %11s\n", title, trials, "rule",
              "stopped", "epochs saved", "hypervolume lost", "front lost");
  for (const std::string& rule : train::stoppingRules()) {
    train::StoppingSettings settings;
    settings.rule = rule;
    int stopped = 0, front = 0, frontLost = 0;
    for (const Named& named : studies) {
      const auto audit = study::audit(named.recording, settings);
      stopped += audit.stopped, front += audit.front, frontLost += audit.frontLost;
    }
    const Figures figures = over(studies, *makeStoppingRule(settings));
    std::printf("%-10s %9d %12.1f%% %16.2f%% %5d of %2d\n", rule.c_str(), stopped, 100 * figures.saved,
                100 * figures.lost, frontLost, front);
  }
}

}  // namespace

int main(int argc, char** argv) try {
  const std::string mode = argc > 1 ? argv[1] : "";
  if (mode == "record") {
    for (int i = 2; i < argc; ++i) record(argv[i]);
    return 0;
  }
  if (mode != "report" || argc < 3) throw base::Error("record STUDY... or report N");
  const auto studies = read(std::cin);
  const std::size_t choosing = std::stoul(argv[2]);
  if (choosing < 1 || choosing >= studies.size())
    throw base::Error("there must be studies to choose parameters on, and others to report");
  // One after the other as one long study; and since what comes when is luck, in several orders.
  constexpr int kOrders = 10;
  const auto ordersOf = [](const std::vector<Named>& part) {
    std::vector<Named> orders{joined(part)};
    for (std::uint64_t seed = 1; seed < kOrders; ++seed) orders.push_back(shuffled(orders.front(), seed));
    return orders;
  };
  const auto middle = studies.begin() + static_cast<std::ptrdiff_t>(choosing);
  const std::vector<Named> first = ordersOf({studies.begin(), middle}),
                           held = ordersOf({middle, studies.end()});
  for (const Named& named : studies)
    std::printf("%s: %zu trials of %d epochs, %s\n", named.name.c_str(), named.recording.trials.size(),
                named.recording.epochs, named.about.c_str());
  table("what parameters are chosen on", {first.front()});
  table("held out", {held.front()});

  constexpr double kLoss = 0.01;
  const auto best = [](const std::vector<Figures>& figures, double level) {
    Figures found{"none"};
    for (const Figures& each : figures)
      if (each.lost <= level + 1e-9 && each.saved > found.saved) found = each;
    return found;
  };
  // Every rule with the parameters that saved most on the first at no more than 1 % lost.
  std::map<std::string, std::vector<Figures>> swept;
  std::map<std::string, Figures> chosen;
  std::printf(
      "\nparameters chosen on the first studies (most epochs saved at no more than 1 %% lost), on what was "
      "held "
      "out; each in %d orders\n",
      kOrders);
  for (const std::string& rule : train::stoppingRules()) {
    const auto variants = variantsOf(rule);
    std::vector<Figures> onFirst;
    for (const Variant& variant : variants) {
      onFirst.push_back(over(first, *variant.rule, variant.text));
      swept[rule].push_back(over(held, *variant.rule, variant.text));
    }
    if (variants.empty()) continue;
    const std::string text = best(onFirst, kLoss).text;
    for (const Figures& each : swept[rule])
      if (each.text == text) chosen[rule] = each;
    std::printf("%-10s %6.1f%% saved, %5.2f%% lost   %s\n", rule.c_str(), 100 * chosen[rule].saved,
                100 * chosen[rule].lost, text.c_str());
  }

  // Each rule at its best: the most epochs that any of its parameters save at no more than so much loss,
  // chosen by hindsight on the very curves that are reported, for every rule alike.
  const std::vector<double> levels{0, 0.002, 0.005, 0.01, 0.02, 0.05};
  std::printf(
      "\nheld out, most epochs saved at no more than so much hypervolume lost, parameters by "
      "hindsight\n%-10s",
      "rule");
  for (const double level : levels) std::printf(" %8.1f%%", 100 * level);
  std::printf("\n");
  for (const auto& [rule, figures] : swept) {
    if (figures.empty()) continue;
    std::printf("%-10s", rule.c_str());
    for (const double level : levels) std::printf(" %8.1f%%", 100 * best(figures, level).saved);
    std::printf("   at 1%%: %s\n", best(figures, kLoss).text.c_str());
  }
  int ahead = 0;
  for (const double level : levels) {
    const double own = best(swept["pareto"], level).saved;
    ahead += own > best(swept["median"], level).saved && own > best(swept["halving"], level).saved;
  }
  const Figures& own = chosen["pareto"];
  std::printf(
      "stopping: pareto (%s) saves %.1f %% of the epochs and loses %.2f %% of the hypervolume, ahead of "
      "median and "
      "halving at %d of %zu levels of loss (needed 50 %%, 1 %%, all)\n",
      own.text.c_str(), 100 * own.saved, 100 * own.lost, ahead, levels.size());
  return own.saved >= 0.5 && own.lost <= kLoss && ahead == int(levels.size()) ? 0 : 1;
} catch (const std::exception& error) {
  std::fprintf(stderr, "bench_stopping: %s\n", error.what());
  return 1;
}
