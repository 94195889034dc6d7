#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/figures.h"
#include "base/files.h"
#include "study/file/store.h"
#include "study/report/report.h"

namespace kinglet::cli {

void addReportCommand(CLI::App& app) {
  struct Options {
    std::string study, out;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("report", "Write a study as one HTML page");
  command->add_option("--study", options->study, "The study file")->required();
  command->add_option("--out", options->out, "The page to write, e.g. study.html")->required();
  command->callback([options] {
    const auto store = study::openStudy(options->study);
    const auto sounds = store->sounds().value_or(study::SoundsRecord{});
    base::writeAtomically(options->out,
                          study::reportHtml(store->settings(), trialsOf(*store), store->secondsSpent(),
                                            study::historyFrom(sounds.history)));
    std::cout << "Wrote " << options->out << "\n";
  });
}

}  // namespace kinglet::cli
