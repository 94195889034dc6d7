// Completion for fish, 3.4 or later.
#include "app/cli/manual/manual.h"
#include "app/cli/shown.h"

namespace kinglet::cli {
namespace {

std::string inQuotes(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out + "'";
}

std::string lineFor(const std::string& at, const Argument& option) {
  std::string line = at;
  for (const std::string& name : option.names)
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (!option.choices.empty())
    line += " -x -a " + inQuotes(joined(option.choices, " "));
  else if (!option.isFlag())
    line += option.takesFiles() ? " -r -F" : " -x";
  return line + " -d " + inQuotes(option.description) + "\n";
}

}  // namespace

std::string fishCompletion(const CommandManual& program) {
  std::string paths, lines;
  for (const CommandManual* command : allCommands(program)) {
    const std::string at = "complete -c kinglet -n " +
                           inQuotes("__kinglet_at" + (command->name.empty() ? "" : " " + command->name));
    bool files = command->name.empty();
    for (const Argument& positional : command->positionals) {
      files = files || positional.takesFiles();
      if (!positional.choices.empty())
        lines += at + " -a " + inQuotes(joined(positional.choices, " ")) + " -d " +
                 inQuotes(positional.description) + "\n";
    }
    lines += at + (files ? " -F\n" : " -f\n");
    for (const CommandManual& further : command->commands) {
      paths += " " + inQuotes(command->name + " " + lastWord(further.name));
      lines += at + " -a " + lastWord(further.name) + " -d " + inQuotes(further.description) + "\n";
    }
    for (const Argument& option : command->options) lines += lineFor(at, option);
  }
  return "# Completion for fish; written by `kinglet manual fish`.\n"
         "function __kinglet_at --description 'Whether these are the commands typed so far'\n"
         "    set -l found ''\n"
         "    for word in (commandline -opc)[2..]\n"
         "        if contains -- \"$found $word\"" +
         paths +
         "\n"
         "            set found (string trim -- \"$found $word\")\n"
         "        end\n"
         "    end\n"
         "    test \"$found\" = \"$argv\"\n"
         "end\n\n" +
         lines;
}

}  // namespace kinglet::cli
