// Completion for bash, without the package bash-completion.
#include "app/cli/manual/manual.h"
#include "app/cli/shown.h"

namespace kinglet::cli {
namespace {

std::string inQuotes(const std::string& text) {
  return "'" + text + "'";  // names of options, commands and choices hold no quotes
}

void append(std::string& list, const std::string& word, const char* separator) {
  list += (list.empty() ? "" : separator) + word;
}

std::string wordsFor(const std::vector<Argument>& options) {
  std::string words;
  for (const Argument& option : options)
    for (const std::string& name : option.names) append(words, name, " ");
  return words;
}

// Lines of `case "$command $previous"`: what follows an option that takes a value.
std::string valuesOf(const CommandManual& command) {
  std::string lines, figures, files;
  for (const Argument& option : command.options) {
    if (option.isFlag()) continue;
    std::string patterns;
    for (const std::string& name : option.names) append(patterns, inQuotes(command.name + " " + name), " | ");
    if (!option.choices.empty()) {
      lines += "    " + patterns + ") words=" + inQuotes(joined(option.choices, " ")) + " ;;\n";
    } else {
      append(option.takesFiles() ? files : figures, patterns, " | ");
    }
  }
  if (!figures.empty()) lines += "    " + figures + ") files= ;;\n";
  if (!files.empty()) lines += "    " + files + ") ;;\n";
  return lines;
}

}  // namespace

std::string bashCompletion(const CommandManual& program) {
  std::string paths, values, words;
  for (const CommandManual* command : allCommands(program)) {
    values += valuesOf(*command);
    std::string all = wordsFor(command->options), further, choices;
    for (const CommandManual& sub : command->commands) {
      append(further, lastWord(sub.name), " ");
      append(paths, inQuotes(command->name + " " + lastWord(sub.name)), " | ");
    }
    for (const Argument& positional : command->positionals)
      for (const std::string& choice : positional.choices) append(choices, choice, " ");
    if (!choices.empty()) append(further, choices, " ");
    // The program itself opens study files.
    const bool files = command->name.empty() || (!command->positionals.empty() && choices.empty());
    words += "      " + inQuotes(command->name) + ")\n        options=" + inQuotes(all) +
             " plain=" + inQuotes(further) + "\n" + (files ? "" : "        files=\n") + "        ;;\n";
  }
  return "# Completion for bash; written by `kinglet manual bash`.\n"
         "_kinglet() {\n"
         "  local current=${COMP_WORDS[COMP_CWORD]} previous= command= words= options= plain= files=yes i\n"
         "  ((COMP_CWORD > 0)) && previous=${COMP_WORDS[COMP_CWORD - 1]}\n"
         "  # Bash parts --option=value at the equals sign.\n"
         "  if [[ $current == = ]]; then\n"
         "    current=\n"
         "  elif [[ $previous == = ]]; then\n"
         "    previous=${COMP_WORDS[COMP_CWORD - 2]}\n"
         "  fi\n"
         "  COMPREPLY=()\n"
         "  for ((i = 1; i < COMP_CWORD; ++i)); do\n"
         "    case \"$command ${COMP_WORDS[i]}\" in\n"
         "      " +
         paths +
         ") command+=${command:+ }${COMP_WORDS[i]} ;;\n"
         "    esac\n"
         "  done\n"
         "  case \"$command $previous\" in\n" +
         values +
         "    *)\n"
         "      case $command in\n" +
         words +
         "      esac\n"
         "      if [[ $current == -* ]]; then\n"
         "        words=$options files=\n"
         "      else\n"
         "        words=$plain\n"
         "      fi\n"
         "      ;;\n"
         "  esac\n"
         "  [[ -n $words ]] && mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
         "  # Where neither a word nor a file fits, readline shall offer none.\n"
         "  [[ -z $files ]] && compopt +o default 2>/dev/null\n"
         "  return 0\n"
         "}\n"
         "complete -o default -F _kinglet kinglet\n";
}

}  // namespace kinglet::cli
