#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/figures.h"
#include "app/shared/study_report.h"
#include "base/files.h"
#include "study/file/store.h"

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
    base::writeAtomically(options->out, app::studyReport(*store, trialsOf(*store)));
    std::cout << "Wrote " << options->out << "\n";
  });
}

}  // namespace kinglet::cli
