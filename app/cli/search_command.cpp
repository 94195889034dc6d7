#include <CLI/CLI.hpp>
#include <atomic>
#include <functional>
#include <iostream>
#include <memory>
#include <optional>
#include <utility>

#include "app/cli/commands.h"
#include "app/cli/figures.h"
#include "app/cli/interrupt.h"
#include "app/cli/pareto_table.h"
#include "app/cli/search_options.h"
#include "app/cli/search_progress.h"
#include "app/cli/text.h"
#include "base/error.h"

namespace kinglet::cli {
namespace {

constexpr double kPatienceS = 300, kWordS = 1;  // with another program that holds the study's file

// Waits while `on` says so; the word is said once.
study::Patience patience(std::function<bool()> on) {
  return [on = std::move(on), told = false](double seconds) mutable {
    if (seconds >= kWordS && !std::exchange(told, true))
      std::cerr << "Another program holds the study's file; waiting for it, up to 5 minutes ...\n";
    return on() && seconds < kPatienceS;
  };
}

// The study's file is gone: what it held is saved beside it. Gives what to tell.
std::string savedElsewhere(study::StudyStore& store, const std::string& problem) {
  const std::filesystem::path path = study::recoveryPath(store.path());
  try {
    store.moveTo(path);
  } catch (const base::Error& error) {
    return base::Message(
               "%1; what it held could not be saved in %2 either: %3. What the search found since it was "
               "started "
               "is lost",
               problem, path, error.message())
        .english();
  }
  return base::Message("%1; all that it held is saved in %2; to go on: kinglet search --study %2", problem,
                       path)
      .english();
}

// Closes the study; what to tell where not everything is in its file.
std::optional<base::Error> closed(study::StudyStore& store, bool interrupted) {
  try {
    store.setPatience(patience([interrupted] { return !interrupted; }));
    store.close();
  } catch (const study::StudyMoved& error) {
    return base::Error(savedElsewhere(store, error.what()));
  } catch (const base::Error& error) {
    return error;
  }
  return {};
}

std::shared_ptr<study::StudyStore> openOrMake(const SearchOptions& options,
                                              std::shared_ptr<data::FeatureStore>& features) {
  const std::filesystem::path path = options.studyPath();
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) {
    const study::Settings fresh = options.fresh();
    features = std::make_shared<data::FeatureStore>(data::openDataset(fresh.dataPath));
    return study::openStudy(path, study::completed(fresh, features->dataset()), true,
                            patience([] { return true; }));
  }
  auto store = study::openStudy(path, {}, true, patience([] { return true; }));
  const study::Settings settings = options.resumed(store->settings());
  features = std::make_shared<data::FeatureStore>(data::openDataset(settings.dataPath));
  study::requireSameData(store->settings(), features->dataset());
  store->saveSettings(settings);
  return store;
}

void tellProblems(const data::Dataset& dataset, SearchProgress& progress) {
  if (dataset.problems.empty()) return;
  progress.print(std::to_string(dataset.problems.size()) + " clips are left out, the first: " +
                 dataset.problems.front().where + ": " + dataset.problems.front().what);
}

void tellLimit(const SearchOptions& options, const study::Settings& settings, SearchProgress& progress) {
  if (!options.limitsItself() || !settings.limits.energyMj) return;
  progress.print("No candidate above " + energyText(*settings.limits.energyMj) +
                 ", what mobilenet_v1:0.25 takes on this device; --max-energy-mj sets another limit.");
}

void search(const SearchOptions& options) {
  std::shared_ptr<data::FeatureStore> features;
  const std::shared_ptr<study::StudyStore> store = openOrMake(options, features);
  const study::Settings settings = store->settings();
  SearchProgress progress(settings, store->trials(), options.json());
  tellProblems(features->dataset(), progress);
  if (store->trials().empty()) tellLimit(options, settings, progress);

  // The observer is called by workers that end before the runner does.
  std::unique_ptr<study::StudyRunner> runner;
  runner = std::make_unique<study::StudyRunner>(store, features, [&](const study::Event& event) {
    progress.on(event, runner->secondsLeft());
    const auto* failed = std::get_if<study::Failed>(&event);
    if (failed && failed->moved) progress.setFailure(savedElsewhere(*store, failed->message));
    if (failed) runner->stop();
  });
  std::atomic<bool> interrupted = false;
  {
    Interrupt interrupt([&] {
      interrupted = true;
      progress.print("Stopping; once more to stop at once.");
      runner->stop();
    });
    runner->start();
    runner->wait();
  }
  const double spent = runner->secondsSpent();
  runner.reset();
  progress.clear();
  const auto trials = store->trials();
  const std::optional<base::Error> unfolded = closed(*store, interrupted);
  if (const std::string failure = progress.failure(); !failure.empty())
    throw unfolded ? base::Error("%1. And: %2", failure, unfolded->message()) : base::Error(failure);
  const std::string resume = "kinglet search --study " + options.studyPath();
  if (options.json()) {
    Json front = Json::array();
    for (const int i : study::frontOf(trials)) front.push_back(trials[static_cast<std::size_t>(i)].number);
    std::cout << Json{{"state", interrupted ? "stopped" : "finished"},
                      {"why", progress.why()},
                      {"trials", trials.size()},
                      {"seconds", spent},
                      {"hypervolume", study::hypervolumeOf(trials, settings)},
                      {"front", front},
                      {"notices", progress.notices()},
                      {"study", options.studyPath()}}
                     .dump()
              << std::endl;
  } else {
    std::cout << paretoTable(trials) << "\n"
              << options.studyPath() << ": " << trials.size() << " trials in " << durationText(spent) << "; "
              << progress.why() << "\n";
  }
  if (unfolded) throw *unfolded;
  if (interrupted) std::cerr << "Stopped. All results are kept; to go on: " << resume << "\n";
}

}  // namespace

void addSearchCommand(CLI::App& app) {
  const auto options = std::make_shared<SearchOptions>();
  CLI::App* command =
      app.add_subcommand("search", "Search for networks; goes on with the study where it exists");
  options->addTo(*command);
  command->callback([options] { search(*options); });
}

}  // namespace kinglet::cli
