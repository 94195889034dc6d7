#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/figures.h"
#include "app/cli/shown.h"
#include "app/diagnosis/about.h"
#include "app/diagnosis/problem_report.h"
#include "base/json.h"
#include "base/text.h"
#include "diagnosis/crash_reports.h"
#include "diagnosis/log.h"

namespace kinglet::cli {
namespace {

struct Options {
  std::string study, out;
  bool json = false;
};

void printFacts(const Options& options, const std::vector<app::ReportPart>& parts) {
  const auto folder = diagnosis::stateFolder();
  const auto crashes = diagnosis::crashNames(folder);
  if (options.json) {
    Json json, files = Json::array();
    for (const app::Fact& fact : app::aboutProgram()) json["about"][fact.name] = fact.text;
    json["folder"] = folder.string();
    json["crashes"] = crashes;
    for (const app::ReportPart& part : parts)
      files.push_back({{"file", part.file}, {"what", part.what.english()}, {"bytes", part.text.size()}});
    json["report"] = std::move(files);
    json["left_out"] = englishOf(app::leftOutOfReport());
    if (!options.out.empty()) json["written"] = options.out;
    std::cout << base::jsonText(json, 2) << "\n";
    return;
  }
  for (const app::Fact& fact : app::aboutProgram())
    std::cout << fact.name << ": " << base::shownText(fact.text) << "\n";
  std::cout << "log and crash reports: " << folder.string() << "\n\n"
            << (options.out.empty() ? "A report (--out FILE.zip) would hold:\n" : "The report holds:\n");
  for (const app::ReportPart& part : parts)
    std::cout << "  " << part.file << ": " << part.what.english() << " (" << part.text.size() << " bytes)\n";
  std::cout << "It leaves out:\n";
  for (const base::Message& what : app::leftOutOfReport()) std::cout << "  " << what.english() << "\n";
  if (!options.out.empty()) std::cout << "\nWrote " << options.out << "\n";
}

}  // namespace

void addDiagnoseCommand(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "diagnose",
      "Tell what this Kinglet and this computer are; write a report of a problem, without sounds");
  command->add_option("--study", options->study, "The study that the problem is about");
  command->add_option("--out", options->out, "The archive to write, e.g. kinglet-report.zip");
  command->add_flag("--json", options->json, "Print a JSON object");
  command->callback([options] {
    std::shared_ptr<study::StudyStore> store;
    if (!options->study.empty()) store = study::openStudy(options->study);
    const auto parts = app::problemReport(diagnosis::stateFolder(), store.get());
    if (!options->out.empty()) app::writeReport(parts, options->out);
    printFacts(*options, parts);
  });
}

}  // namespace kinglet::cli
