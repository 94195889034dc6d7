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
#include "app/cli/shown.h"
#include "app/cli/sounds_news.h"
#include "app/diagnosis/work_log.h"
#include "base/error.h"
#include "base/json.h"
#include "data/dataset.h"
#include "study/completion.h"
#include "study/file/patience.h"
#include "study/objectives.h"
#include "study/settings.h"

namespace kinglet::cli {
namespace {

// Waits while `on` says so; the word is said once.
study::Patience patience(std::function<bool()> on) {
  return [on = std::move(on), told = false](double seconds) mutable {
    if (seconds >= study::kPatienceWordS && !std::exchange(told, true))
      std::cerr << "Another program holds the study's file; waiting for it, up to " << study::kPatienceMinutes
                << " minutes ...\n";
    return on() && seconds < study::kPatienceS;
  };
}

// The study's file is gone: what it held is saved beside it. Gives what to tell.
base::Message savedElsewhere(study::StudyStore& store, const base::Message& problem) {
  const std::filesystem::path path = study::recoveryPath(store.path());
  try {
    store.moveTo(path);
  } catch (const base::Error& error) {
    return base::Message(
        "%1; what it held could not be saved in %2 either: %3. What the search found since it was started is "
        "lost",
        problem, path, error.message());
  }
  return base::Message("%1; all that it held is saved in %2; to go on: kinglet search --study %2", problem,
                       path);
}

// Does the work; where the study's file goes away meanwhile, saves it elsewhere and says so.
template <class Work>
auto orSavedElsewhere(study::StudyStore& store, const Work& work) {
  try {
    return work();
  } catch (const study::StudyMoved& error) {
    throw base::Error(savedElsewhere(store, error.message()));
  }
}

// Closes the study; what to tell where not everything is in its file.
std::optional<base::Message> closed(study::StudyStore& store, bool interrupted) {
  try {
    store.setPatience(patience([interrupted] { return !interrupted; }));
    store.close();
  } catch (const study::StudyMoved& error) {
    return savedElsewhere(store, error.message());
  } catch (const base::Error& error) {
    return error.message();
  }
  return {};
}

struct Opened {
  std::shared_ptr<study::StudyStore> store;
  std::shared_ptr<data::FeatureStore> features;
  study::SoundsNews news;
};

// With the study's own folds, and kept in the study with what changed.
Opened withSounds(std::shared_ptr<study::StudyStore> store, study::StudySounds sounds,
                  const SearchOptions& options) {
  if (!sounds.news.refusal.empty() && !options.acceptsChanges()) {
    tellNews(sounds.news);
    throw base::Error(
        "%1. Put the clips back, make a new study (another --study FILE), or go on all the same with "
        "--accept-data-changes",
        sounds.news.refusal);
  }
  study::goOnWith(*store, sounds, options.acceptsChanges());
  return {std::move(store), std::make_shared<data::FeatureStore>(std::move(sounds.dataset)),
          std::move(sounds.news)};
}

Opened made(const std::filesystem::path& path, const SearchOptions& options) {
  const study::Settings fresh = options.fresh();
  data::Dataset dataset = data::openDataset(fresh.dataPath, study::openOptionsOf(fresh));
  std::shared_ptr<study::StudyStore> store =
      study::openStudy(path, study::completed(fresh, dataset), true, patience([] { return true; }));
  return orSavedElsewhere(
      *store, [&] { return withSounds(store, study::bindSounds(*store, std::move(dataset)), options); });
}

Opened openOrMake(const SearchOptions& options) {
  const std::filesystem::path path = options.studyPath();
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return made(path, options);
  std::shared_ptr<study::StudyStore> store = study::openStudy(path, {}, true, patience([] { return true; }));
  const study::Settings settings = options.resumed(store->settings());
  const bool elsewhere = settings.dataPath != store->settings().dataPath;
  return orSavedElsewhere(*store, [&] {
    study::StudySounds sounds =
        elsewhere
            ? study::bindSounds(*store, data::openDataset(settings.dataPath, study::openOptionsOf(settings)))
            : study::openSounds(*store);
    Opened opened = withSounds(store, std::move(sounds), options);
    store->saveSettings(settings);
    return opened;
  });
}

void tellProblems(const data::Dataset& dataset, SearchProgress& progress) {
  for (const base::Message& note : dataset.notes) progress.print(note.english());
  if (dataset.problems.empty()) return;
  progress.print(std::to_string(dataset.problemCount) + " clips are left out, the first: " +
                 dataset.problems.front().where + ": " + dataset.problems.front().what.english());
}

void tellLimit(const SearchOptions& options, const study::Settings& settings, SearchProgress& progress) {
  if (!options.limitsItself() || !settings.limits.energyMj) return;
  progress.print("No candidate above " + energyText(*settings.limits.energyMj) +
                 ", what mobilenet_v1:0.25 takes on this device; --max-energy-mj sets another limit.");
}

void run(const SearchOptions& options, const Opened& opened) {
  const auto& [store, features, news] = opened;
  const study::Settings settings = store->settings();
  SearchProgress progress(settings, store->trials(), options.json());
  tellProblems(features->dataset(), progress);
  tellNews(news, [&](const std::string& line) { progress.print(line); });
  if (store->trialCount() == 0) tellLimit(options, settings, progress);

  // The observer is called by workers that end before the runner does.
  std::unique_ptr<study::StudyRunner> runner;
  runner = std::make_unique<study::StudyRunner>(store, features, [&](const study::Event& event) {
    app::logEvent(event);
    progress.on(event, runner->secondsLeft());
    const auto* failed = std::get_if<study::Failed>(&event);
    if (failed && failed->moved) progress.setFailure(savedElsewhere(*store, failed->message));
    if (failed) runner->stop();
  });
  runner->setPace(options.pace());
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
  const auto trials = trialsOf(*store);
  const std::optional<base::Message> unfolded = closed(*store, interrupted);
  if (const base::Message failure = progress.failure(); !failure.empty())
    throw unfolded ? base::Error("%1. And: %2", failure, *unfolded) : base::Error(failure);
  const std::string resume = "kinglet search --study " + options.studyPath();
  if (options.json()) {
    Json front = Json::array();
    for (const int i : study::frontOf(trials)) front.push_back(trials[static_cast<std::size_t>(i)].number);
    Json end{{"state", interrupted ? "stopped" : "finished"},
             {"why", progress.why()},
             {"trials", trials.size()},
             {"seconds", spent},
             {"hypervolume", study::hypervolumeOf(trials, settings)},
             {"front", front},
             {"notices", progress.notices()},
             {"study", options.studyPath()}};
    end.update(newsFigures(news));
    std::cout << base::jsonText(end) << std::endl;
  } else {
    std::cout << paretoTable(trials) << "\n"
              << options.studyPath() << ": " << trials.size() << " trials in " << durationText(spent) << "; "
              << progress.why() << "\n";
  }
  if (unfolded) throw base::Error(*unfolded);
  if (interrupted) std::cerr << "Stopped. All results are kept; to go on: " << resume << "\n";
}

void search(const SearchOptions& options) {
  const Opened opened = openOrMake(options);
  // From the first trial on it is told as an event.
  orSavedElsewhere(*opened.store, [&] { run(options, opened); });
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
