// What the command line tells of itself: the man page and the completions of shells, read off its option
// tables, so that neither can say less or more than --help does.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace kinglet::cli {

struct Argument {
  std::vector<std::string> names;  // "-h", "--help"; of a positional its one name
  std::string description;
  std::string value;  // "TEXT", "INT"; empty for a flag
  std::vector<std::string> choices;
  std::string given;  // the default; empty where there is none, or the description tells it
  bool required = false, repeated = false;

  bool isFlag() const { return value.empty(); }
  bool takesFiles() const { return value == "TEXT" && choices.empty(); }
};

struct CommandManual {
  std::string name;  // "" for the program itself, "energy", "energy fit"
  std::string description;
  std::vector<Argument> options, positionals;
  std::vector<CommandManual> commands;
};

// Of the program: all that --help shows, in its order.
CommandManual manualOf(const CLI::App& app);

// Every command that there is, the program itself first, each before its own.
std::vector<const CommandManual*> allCommands(const CommandManual& program);
std::string lastWord(const std::string& command);

std::string manPage(const CommandManual& program, const std::string& version);
std::string bashCompletion(const CommandManual& program);
std::string zshCompletion(const CommandManual& program);
std::string fishCompletion(const CommandManual& program);

}  // namespace kinglet::cli
