// Every subcommand is a file NAME_command.cpp with one of these; cli.cpp lists them.
//
// addNameCommand adds app.add_subcommand("name", "what it does") with its options and a callback that does
// the work. Usage that makes no sense (also found in the callback): throw CLI::ValidationError, exit code 2.
// Whatever else goes wrong: throw base::Error, one line on standard error, exit code 1. With --json, standard
// output carries JSON alone.
#pragma once

namespace CLI {
class App;
}

namespace kinglet::cli {

void addSearchCommand(CLI::App& app);
void addParetoCommand(CLI::App& app);
void addShowCommand(CLI::App& app);
void addCompareCommand(CLI::App& app);
void addTrainCommand(CLI::App& app);
void addEvaluateCommand(CLI::App& app);
void addReportCommand(CLI::App& app);
void addAuditCommand(CLI::App& app);
void addDataCommand(CLI::App& app);
void addExportCommand(CLI::App& app);
void addEnergyCommand(CLI::App& app);
void addFeaturesCommand(CLI::App& app);
void addOptimiseCommand(CLI::App& app);
void addStudyCommand(CLI::App& app);
void addCacheCommand(CLI::App& app);
void addDiagnoseCommand(CLI::App& app);
void addManualCommand(CLI::App& app);

}  // namespace kinglet::cli
