// kinglet study: the health of a study file.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>

#include "app/cli/commands.h"
#include "app/cli/figures.h"
#include "app/cli/shown.h"
#include "base/error.h"
#include "base/json.h"
#include "base/text.h"
#include "study/rescue/study_care.h"

namespace kinglet::cli {
namespace {

struct Options {
  std::string study, out;
  bool json = false;
};

// NAME-backup.kinglet beside the study, unless the user says where.
std::filesystem::path targetOf(const Options& options, const char* what) {
  if (!options.out.empty()) return options.out;
  const std::filesystem::path study = options.study;
  std::filesystem::path target = study;
  target.replace_filename(study.stem().string() + what + study.extension().string());
  return target;
}

void print(const study::StudyHealth& health, const Options& options, const std::string& end,
           const std::filesystem::path& written = {}) {
  if (options.json) {
    Json json{{"study", options.study},
              {"version", health.version},
              {"trials", health.trials},
              {"weights", health.weights},
              {"problems", englishOf(health.problems)}};
    if (!written.empty()) json["written"] = written.string();
    std::cout << base::jsonText(json, 2) << "\n";
    return;
  }
  for (const base::Message& problem : health.problems)
    std::cout << base::shownText(problem.english()) << "\n";
  std::cout << options.study << ": " << health.trials << " trials, the weights of " << health.weights << "; "
            << end << "\n";
}

CLI::App* addTask(CLI::App& command, const char* name, const char* what,
                  const std::shared_ptr<Options>& options, bool writes) {
  CLI::App* task = command.add_subcommand(name, what);
  task->add_option("FILE", options->study, "The study file")->required();
  if (writes) task->add_option("--out", options->out, "The file to write; there must be none yet");
  task->add_flag("--json", options->json, "Print a JSON object");
  return task;
}

}  // namespace

void addStudyCommand(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("study", "Check a study file, copy it while it is searched, repair it");
  command->require_subcommand(1);
  addTask(*command, "check", "Read everything that a study holds; ends with 1 where something is damaged",
          options, false)
      ->callback([options] {
        const study::StudyHealth health = study::checkStudy(options->study);
        const auto problems = health.problems.size();
        print(health, *options,
              problems == 0 ? "all of it can be read" : std::to_string(problems) + " problems");
        if (problems > 0)
          throw base::Error("%1 is damaged; to save what can be read: kinglet study repair %1",
                            options->study);
      });
  addTask(*command, "backup",
          "Copy a study as it is at this moment, also while it is searched (default: NAME-backup beside it)",
          options, true)
      ->callback([options] {
        const auto copy = targetOf(*options, "-backup");
        study::backUpStudy(options->study, copy);
        print(study::checkStudy(copy), *options, "copied to " + copy.string(), copy);
      });
  addTask(*command, "repair",
          "Make a new study of all that can be read (default: NAME-repaired beside it); the old one stays",
          options, true)
      ->callback([options] {
        const auto copy = targetOf(*options, "-repaired");
        print(study::repairStudy(options->study, copy), *options, "saved in " + copy.string(), copy);
      });
}

}  // namespace kinglet::cli
