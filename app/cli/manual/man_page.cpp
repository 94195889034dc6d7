// The man page, in the macros of man(7).
#include "app/cli/manual/manual.h"
#include "app/cli/shown.h"

namespace kinglet::cli {
namespace {

// Text as roff shows it: hyphens that can be searched for and copied, no line taken for a request.
std::string roff(const std::string& text) {
  std::string out;
  bool lineBegins = true;
  for (const char c : text) {
    if (lineBegins && (c == '.' || c == '\'')) out += "\\&";
    lineBegins = c == '\n';
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else if (c == '~')
      out += "\\(ti";
    else if (c == '^')
      out += "\\(ha";
    else if (c == '`')
      out += "\\(ga";
    else
      out += c;
  }
  return out;
}

std::string sentence(std::string text) {
  if (!text.empty() && text.back() != '.') text += '.';
  return text;
}

std::string tagOf(const Argument& argument) {
  std::string tag;
  for (const std::string& name : argument.names)
    tag += (tag.empty() ? "" : ", ") + ("\\fB" + roff(name) + "\\fR");
  if (!argument.isFlag() && argument.names.front().starts_with("-")) tag += " \\fI" + argument.value + "\\fR";
  if (argument.repeated) tag += " ...";
  return tag;
}

std::string textOf(const Argument& argument) {
  std::string text = sentence(argument.description);
  if (!argument.choices.empty()) {
    const std::string list = joined(argument.choices);
    if (text.find(list) == std::string::npos) text += " One of " + list + ".";
  }
  if (!argument.given.empty() && text.find("default") == std::string::npos)
    text += " Default: " + argument.given + ".";
  if (argument.required) text += " Required.";
  return text;
}

std::string listOf(const std::vector<Argument>& arguments) {
  std::string out;
  for (const Argument& argument : arguments)
    out += ".TP\n" + tagOf(argument) + "\n" + roff(textOf(argument)) + "\n";
  return out;
}

std::string synopsisOf(const CommandManual& command) {
  std::string line = ".B kinglet" + (command.name.empty() ? "" : " " + roff(command.name)) + "\n";
  line += ".RI [ OPTIONS ]";
  for (const Argument& argument : command.positionals) line += " \" \" " + argument.names.front();
  return line + "\n";
}

std::string firstSentence(const std::string& text) {
  const auto end = text.find(".\n");
  return end == std::string::npos ? text : text.substr(0, end);
}

}  // namespace

std::string manPage(const CommandManual& program, const std::string& version) {
  std::string what = firstSentence(program.description);
  if (!what.empty())
    what.front() = what.front() >= 'A' && what.front() <= 'Z' ? char(what.front() + 32) : what.front();
  std::string page = ".TH KINGLET 1 \"\" \"kinglet " + roff(version) + "\" \"User Commands\"\n";
  page += ".SH NAME\nkinglet \\- " + roff(what) + "\n";
  page +=
      ".SH SYNOPSIS\n.B kinglet\n.RI [ FILE.kinglet ]\n.br\n.B kinglet \\-\\-demo\n.br\n.B kinglet\n"
      ".I COMMAND\n.RI [ OPTIONS ]\n";
  page += ".SH DESCRIPTION\n" + roff(program.description) + "\n";
  page += ".SH OPTIONS\n" + listOf(program.options);
  page += ".SH COMMANDS\n";
  for (const CommandManual* command : allCommands(program)) {
    if (command->name.empty()) continue;
    page += ".SS kinglet " + roff(command->name) + "\n" + roff(sentence(command->description)) + "\n";
    if (!command->commands.empty()) {
      page += "It has commands of its own, below.\n";
      continue;
    }
    page += ".PP\n" + synopsisOf(*command) + listOf(command->positionals) + listOf(command->options);
  }
  page +=
      ".SH EXIT STATUS\n"
      ".TP\n0\nSuccess.\n"
      ".TP\n1\nFailure; one line on standard error says why.\n"
      ".TP\n2\nThe command line makes no sense; one line on standard error says why.\n";
  page +=
      ".SH FILES\n"
      ".TP\n.I *.kinglet\nA study: settings, every candidate, curves and weights.\n"
      ".TP\n.I \\(ti/.local/state/kinglet/kinglet.log\nThe log; below $XDG_STATE_HOME where that is set.\n"
      ".TP\n.I \\(ti/.cache/kinglet\nFeatures of sounds, which can be computed anew; below $XDG_CACHE_HOME "
      "where that "
      "is set.\n"
      ".TP\n.I \\(ti/.local/share/kinglet/runtimes\nWhere onnxruntime\\-node is looked for, to try ONNX "
      "exports.\n";
  page +=
      ".SH EXAMPLES\n.nf\n"
      "kinglet search \\-\\-data SOUNDS \\-\\-study my.kinglet \\-\\-minutes 60\n"
      "kinglet pareto \\-\\-study my.kinglet\n"
      "kinglet export \\-\\-study my.kinglet \\-\\-trial 37 \\-\\-format c \\-\\-int8 \\-\\-out "
      "my\\-network\n"
      ".fi\n";
  return page;
}

}  // namespace kinglet::cli
