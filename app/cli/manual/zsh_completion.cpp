// Completion for zsh: a function a command, each for _arguments.
#include "app/cli/manual/manual.h"
#include "app/cli/shown.h"

namespace kinglet::cli {
namespace {

// Within single quotes; `special` are characters that _arguments or _describe would take for its own.
std::string inQuotes(const std::string& text, const std::string& special) {
  std::string out;
  for (const char c : text) {
    if (c == '\'')
      out += "'\\''";
    else if (special.find(c) != std::string::npos)
      out += std::string("\\") + c;
    else
      out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string functionOf(const std::string& command) {
  std::string name = "_kinglet" + (command.empty() ? "" : "_" + command);
  for (char& c : name)
    if (c == ' ' || c == '-') c = '_';
  return name;
}

std::string actionOf(const Argument& argument) {
  if (!argument.choices.empty()) return "(" + joined(argument.choices, " ") + ")";
  return argument.takesFiles() ? "_files" : " ";
}

std::string specOf(const Argument& option) {
  const std::string text = "[" + inQuotes(option.description, "[]\\") + "]";
  const std::string value =
      option.isFlag() ? "" : ":" + inQuotes(option.value, ":\\") + ":" + actionOf(option);
  std::string lines;
  const std::string once = option.repeated ? "*" : "(" + joined(option.names, " ") + ")";
  for (const std::string& name : option.names) {
    lines += "    '" + once + name + text + value + "' \\\n";
  }
  return lines;
}

std::string functionFor(const CommandManual& command) {
  std::string out = functionOf(command.name) + "() {\n";
  if (command.commands.empty()) {
    out += "  _arguments -s \\\n";
    for (const Argument& option : command.options) out += specOf(option);
    for (const Argument& positional : command.positionals)
      out += "    '" + std::string(positional.repeated ? "*" : "") + ":" +
             inQuotes(positional.description, ":\\") + ":" + actionOf(positional) + "' \\\n";
    return out + "    && return 0\n}\n\n";
  }
  out +=
      "  local curcontext=$curcontext state line\n  typeset -A opt_args\n  local -a commands\n  commands=(\n";
  for (const CommandManual& further : command.commands)
    out +=
        "    '" + inQuotes(lastWord(further.name), ":\\") + ":" + inQuotes(further.description, "\\") + "'\n";
  out += "  )\n  _arguments -C \\\n";
  for (const Argument& option : command.options) out += specOf(option);
  out +=
      "    '1: :->command' \\\n    '*:: :->rest' && return 0\n  case $state in\n    command)\n"
      "      _describe -t commands 'command' commands\n";
  if (command.name.empty()) out += "      _files -g '*.kinglet'\n";
  out += "      ;;\n    rest)\n      case $words[1] in\n";
  for (const CommandManual& further : command.commands)
    out += "        " + lastWord(further.name) + ") " + functionOf(further.name) + " ;;\n";
  return out + "      esac\n      ;;\n  esac\n}\n\n";
}

}  // namespace

std::string zshCompletion(const CommandManual& program) {
  std::string out = "#compdef kinglet\n# Completion for zsh; written by `kinglet manual zsh`.\n\n";
  for (const CommandManual* command : allCommands(program)) out += functionFor(*command);
  // The first call comes by autoload, which runs the file; a sourced file only makes the functions known.
  return out +
         "if [[ $zsh_eval_context[-1] == loadautofunc ]]; then\n  _kinglet \"$@\"\nelse\n  compdef _kinglet "
         "kinglet\nfi\n";
}

}  // namespace kinglet::cli
