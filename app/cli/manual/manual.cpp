#include "app/cli/manual/manual.h"

#include <CLI/CLI.hpp>

#include "base/text.h"

namespace kinglet::cli {
namespace {

// CLI11 writes types as "TEXT:{hybrid,random}", "INT:INT in [1 - 100]": the value's kind and what is checked.
std::vector<std::string> choicesIn(const std::string& type) {
  const auto from = type.find('{'), to = type.find('}');
  if (from == std::string::npos || to == std::string::npos || to < from) return {};
  return base::splitList(type.substr(from + 1, to - from - 1), ',');
}

Argument argumentOf(const CLI::Option& option) {
  Argument argument;
  for (const std::string& name : option.get_snames()) argument.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) argument.names.push_back("--" + name);
  if (argument.names.empty()) argument.names.push_back(option.get_name(true));
  argument.description = option.get_description();
  argument.required = option.get_required();
  argument.repeated = option.get_items_expected_max() > 1;
  if (option.get_items_expected_max() == 0) return argument;
  const std::string type = option.get_type_name();
  argument.value = type.substr(0, type.find(':'));
  argument.choices = choicesIn(type);
  argument.given = option.get_default_str();
  return argument;
}

CommandManual manualOf(const CLI::App& app, const std::string& name) {
  CommandManual manual{name, app.get_description(), {}, {}, {}};
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_group().empty()) continue;  // hidden
    (option->nonpositional() ? manual.options : manual.positionals).push_back(argumentOf(*option));
  }
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    if (!command->get_group().empty())
      manual.commands.push_back(manualOf(*command, name + (name.empty() ? "" : " ") + command->get_name()));
  return manual;
}

void collect(const CommandManual& command, std::vector<const CommandManual*>& all) {
  all.push_back(&command);
  for (const CommandManual& further : command.commands) collect(further, all);
}

}  // namespace

CommandManual manualOf(const CLI::App& app) {
  return manualOf(app, "");
}

std::vector<const CommandManual*> allCommands(const CommandManual& program) {
  std::vector<const CommandManual*> all;
  collect(program, all);
  return all;
}

std::string lastWord(const std::string& command) {
  const auto blank = command.rfind(' ');
  return blank == std::string::npos ? command : command.substr(blank + 1);
}

}  // namespace kinglet::cli
