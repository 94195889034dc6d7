#include "app/cli/cli.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <clocale>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "base/error.h"
#include "base/system_reason.h"
#include "base/words.h"
#include "diagnosis/log.h"
#include "diagnosis/outside.h"

namespace kinglet::cli {
namespace {

struct Command {
  std::string_view name;
  void (*add)(CLI::App& app);
};

// In the order of --help.
const std::vector<Command>& commands() {
  static const std::vector<Command> all{
      {"search", addSearchCommand},     {"pareto", addParetoCommand}, {"show", addShowCommand},
      {"compare", addCompareCommand},   {"train", addTrainCommand},   {"evaluate", addEvaluateCommand},
      {"report", addReportCommand},     {"audit", addAuditCommand},   {"data", addDataCommand},
      {"features", addFeaturesCommand}, {"energy", addEnergyCommand}, {"export", addExportCommand},
      {"optimise", addOptimiseCommand}, {"study", addStudyCommand},   {"cache", addCacheCommand},
      {"diagnose", addDiagnoseCommand}, {"manual", addManualCommand},
  };
  return all;
}

bool isCommand(std::string_view name) {
  const auto& all = commands();
  return std::any_of(all.begin(), all.end(), [&](const Command& command) { return command.name == name; });
}

// What the window understands besides a study file; options of one dash are Qt's own (-platform, -style).
bool isForWindow(std::string_view argument) {
  if (argument == "--demo" || argument.ends_with(".kinglet")) return true;
  if (argument.starts_with("-")) return !argument.starts_with("--");
  std::error_code ignored;
  return std::filesystem::is_regular_file(argument, ignored);
}

int fail(const char* what) {
  std::fprintf(stderr, "kinglet: %s\n", base::terminalText(what).c_str());
  return 1;
}

int failUsage(const std::string& what) {
  diagnosis::log(diagnosis::Level::warning, "command", "bad usage: " + diagnosis::outside(what));
  std::fprintf(stderr, "kinglet: %s (kinglet --help tells the usage)\n", base::terminalText(what).c_str());
  return 2;
}

int runCommand(int argc, char** argv) {
  // CLI11 reads figures with strtold: "0.5" is a half in every country.
  std::setlocale(LC_NUMERIC, "C");
  if (argc > 1 && argv[1][0] != '-' && !isCommand(argv[1]))
    return failUsage("there is no subcommand \"" + std::string(argv[1]) + "\"");
  const char* what =
      "Finds neural networks that can listen all day on a battery.\n"
      "Without a subcommand, or with a study file or --demo, kinglet opens the workbench.";
  CLI::App app(what, "kinglet");
  app.set_version_flag("--version", "kinglet " KINGLET_VERSION);
  // The window takes it before it comes here; it stands among the options for whoever reads them.
  app.add_flag("--demo")->description("Open the workbench with a live search on built-in sounds");
  app.require_subcommand(1);
  for (const Command& command : commands()) command.add(app);
  try {
    // Before anything is done: a crash may follow.
    if (argc > 1 && isCommand(argv[1])) diagnosis::log(diagnosis::Level::info, "command", argv[1]);
    app.parse(argc, argv);
    return 0;
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    return failUsage(error.what());
  } catch (const base::Error& error) {
    diagnosis::logFailure("command", error);
    return fail(error.what());
  } catch (const std::bad_alloc& error) {
    diagnosis::logFailure("command", error);
    return fail("out of memory: close other programs, use fewer workers or a smaller space");
  } catch (const std::exception& error) {
    diagnosis::logFailure("command", error);
    return fail(error.what());
  }
}

}  // namespace

bool wantsCommandLine(int argc, char** argv) {
  if (argc < 2) return false;
  const std::string_view first = argv[1];
  return first == "-h" || first == "--help" || first == "--version" || isCommand(first) ||
         !isForWindow(first);
}

int run(int argc, char** argv) {
  Output output;
  const int code = runCommand(argc, argv);
  if (output.finish() || code != 0) return code;
  const int error = output.error();
  diagnosis::log(diagnosis::Level::error, "command",
                 "cannot write to standard output: error " + std::to_string(error));
  return fail(("cannot write to standard output: " + (error == EPIPE || error == EBADF
                                                          ? std::string("it was closed")
                                                          : base::systemReason(error).english()))
                  .c_str());
}

}  // namespace kinglet::cli
